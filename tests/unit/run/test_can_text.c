#include "run/can_text.h"

#include "base/mem.h"
#include "base/str.h"
#include "run/live.h"
#include "unit/run/scene.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

/* @text as the words of `can`, or the sentence that refuses it. */
static const char *
words_of(struct arena *a, const char *text)
{
	struct words w;
	struct err err;

	if (!can_text_read(a, arena_dup(a, text), &w, &err))
		return arena_dup(a, err.text);
	return words_join(a, w.v, w.n);
}

static void
test_lines_are_the_options_of_can(void **state)
{
	struct arena *a = arena_new(0);

	(void)state;
	assert_string_equal(words_of(a,
		"# a comment\n"
		"condition customers: checkout fails\r\n"
		"  action: failing over\n"
		"\taction repair: new disk: two\n"
		"  - need: approval\n"
		"\n"
		"Condition: slow\n"
		"next: 04:30Z\n"
		"no needs"),
		"--condition 'customers: checkout fails'"
		" --action 'failing over'"
		" --action 'repair: new disk: two'"
		" --need approval --condition slow --next 04:30Z --no-needs");
	arena_free(a);
}

static void
test_an_empty_report_is_refused(void **state)
{
	struct arena *a = arena_new(0);

	(void)state;
	assert_non_null(strstr(words_of(a, ""), "empty"));
	assert_non_null(strstr(words_of(a, "# only\n\n \t\n"), "empty"));
	assert_non_null(strstr(words_of(a, "condition:\n  need: \n"),
		"empty"));
	arena_free(a);
}

static void
test_a_line_that_is_none_is_named(void **state)
{
	struct arena *a = arena_new(0);

	(void)state;
	assert_non_null(strstr(words_of(a, "condition: x\nhello\n"),
		"line 2"));
	assert_non_null(strstr(words_of(a, "needs: x\n"), "line 1"));
	arena_free(a);
}

static void
caught_up(void *ctx, const struct err *why)
{
	assert_null(why);
	*(bool *)ctx = true;
}

static void
test_the_template_is_the_last_report_and_reads_as_it(void **state)
{
	struct arena *a = arena_new(0);
	struct scene s;
	struct live *live;
	struct str text = {0};
	bool done = false;

	(void)state;
	scene_enter(&s, NULL);
	scene_must(&s, 0, "ana declare x");
	scene_must(&s, 1, "raj can --condition \"customers: a\""
		" --action \"repair: b\" --need c --condition"
		" \"operations: d\"");
	live = live_new(s.w.store, 1);
	live_catch_up(live, caught_up, &done);
	scene_until(&s, &done);
	can_text_write(live_incident(live), "raj", &text);
	assert_string_equal(words_of(a, str_get(&text)),
		"--condition 'customers: a' --action 'repair: b'"
		" --need c --condition 'operations: d'");
	str_release(&text);
	can_text_write(live_incident(live), "mei", &text);
	assert_non_null(strstr(words_of(a, str_get(&text)), "empty"));
	str_release(&text);
	live_close(live);
	arena_free(a);
	scene_leave(&s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_lines_are_the_options_of_can),
		cmocka_unit_test(test_an_empty_report_is_refused),
		cmocka_unit_test(test_a_line_that_is_none_is_named),
		cmocka_unit_test(
			test_the_template_is_the_last_report_and_reads_as_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
