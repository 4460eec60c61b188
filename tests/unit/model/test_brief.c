#include "model/words.h"

#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"
#include "unit/model/tale.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

static struct tale *t;
static when_ms now;

static int
setup(void **state)
{
	(void)state;
	t = tale_checkout();
	now = tale_time("14:31:19");
	return setlocale(LC_CTYPE, "C.UTF-8") ? 0 : -1;
}

static int
teardown(void **state)
{
	(void)state;
	tale_free(t);
	return 0;
}

static void
test_brief_fits_one_screen(void **state)
{
	struct str s = {0};
	int lines = 0;

	(void)state;
	words_brief(t->inc, now, &s);
	for (char *l = s.s, *end; (end = strchr(l, '\n')); l = end + 1) {
		*end = '\0';
		assert_in_range(text_width(l), 1, 80);
		lines++;
	}
	assert_in_range(lines, 10, 24);
	str_release(&s);
}

static void
test_brief_goes_from_situation_to_promises(void **state)
{
	static const char *const labels[] = {
		"INC-17 SEV1 EU checkout returns 5xx  14:31Z\n",
		"\nScope      38% of checkouts in Europe",
		"\nImpact     for customers since 13:41Z (T+00:50)",
		"\nStage      Dispatch for 31m",
		"\nCustomers  told 14:05Z by mei",
		"\nCommand    ana since 13:51Z (40m) · deputy tomas",
		"\nBridge     https://",
		"\nObjectives Promote replica db-eu-2 · raj · 3m left\n",
		"CANNOT COMPLETE: drain limited",
		("\nActions    tomas 36m ago: deploy 13:40 doubled writes;"
			" rolling back\n"),
		"\nResources  tomas billing-api working",
		"\nNeeds      1 approval to promote, losing 40 s · raj 21m\n",
		"\nPromises   next word to customers 14:25Z",
		"customers read: investigating",
		"\nProtocol   one voice at a time",
	};
	struct str s = {0};
	const char *at;

	(void)state;
	words_brief(t->inc, now, &s);
	at = str_get(&s);
	for (size_t i = 0; i < sizeof(labels) / sizeof(labels[0]); i++) {
		const char *found = strstr(at, labels[i]);

		if (!found)
			fail_msg("no '%s' in\n%s", labels[i], at);
		at = found;
	}
	str_release(&s);
}

static void
test_brief_of_an_empty_incident_says_what_is_missing(void **state)
{
	struct tale *e = tale_new(6);
	struct str s = {0};

	(void)state;
	words_brief(e->inc, now, &s);
	assert_non_null(strstr(str_get(&s), "nobody commands"));
	assert_non_null(strstr(str_get(&s), "Objectives none\n"));
	str_release(&s);
	tale_free(e);
}

static void
test_brief_cuts_long_text_and_lets_nothing_steer(void **state)
{
	char *prose = mem_new(2001);
	struct str s = {0};

	(void)state;
	memset(prose, 'x', 2000);
	tale_add(t, "14:30", "ana", "scope.stated", arena_printf(t->a,
		"{'note':'\\u001b[2J%s'}", prose));
	words_brief(t->inc, now, &s);
	assert_null(strchr(s.s, '\033'));
	assert_non_null(strstr(s.s, "^[[2Jxxx"));
	assert_in_range(s.len, 200, 2500);
	str_release(&s);
	free(prose);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
#define T(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
		T(test_brief_fits_one_screen),
		T(test_brief_goes_from_situation_to_promises),
		T(test_brief_of_an_empty_incident_says_what_is_missing),
		T(test_brief_cuts_long_text_and_lets_nothing_steer),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
