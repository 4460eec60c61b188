#include "model/words.h"

#include "unit/model/tale.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
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

static const char *
line(struct tale *tale, const char *time)
{
	return words_customers_line(tale->inc, tale_time(time), tale->a);
}

/* A SEV1 since 14:00, nothing else known. */
static struct tale *
sev1(void)
{
	struct tale *s = tale_new(2);

	tale_add(s, "14:00", "ana", "incident.declared",
		"{'title':'x','severity':1}");
	return s;
}

static void
test_line_of_the_product(void **state)
{
	struct tale *s = sev1();

	(void)state;
	tale_add(s, "14:05", "mei", "customers.told",
		"{'note':'x','next':'2026-11-22T14:25:00.000Z'}");
	assert_string_equal(line(s, "14:06"),
		"customers: told 14:05Z by mei, next promised 14:25Z");
	tale_add(s, "14:16", "ana", "stage.entered",
		"{'from':'detect','to':'dispatch'}");
	assert_string_equal(line(s, "14:31:19"),
		"customers: told 14:05Z by mei, next promised 14:25Z,"
		" 6m LATE, not told: Dispatch");
	tale_free(s);
}

static void
test_line_before_the_first_word(void **state)
{
	struct tale *s = sev1();

	(void)state;
	assert_string_equal(line(s, "14:06"),
		"customers: not told, first word due in 4m");
	assert_string_equal(line(s, "14:13"),
		"customers: not told, first word 3m LATE");
	tale_free(s);
}

static void
test_line_says_why_no_clock_runs(void **state)
{
	struct tale *s = sev1();

	(void)state;
	tale_add(s, "14:01", "ana", "severity.set", "{'severity':4}");
	assert_string_equal(line(s, "14:06"),
		"customers: not told, no clock at SEV4");
	tale_add(s, "14:02", "ana", "impact.stated", "{'customers':'no'}");
	assert_string_equal(line(s, "14:06"), "customers: not affected");
	tale_add(s, "14:03", "ana", "incident.closed",
		"{'false_alarm':true}");
	assert_string_equal(line(s, "14:06"), "customers: not affected");
	tale_free(s);
	s = tale_new(4);
	tale_add(s, "14:00", "ana", "incident.declared",
		"{'title':'x','restricted':true}");
	assert_string_equal(line(s, "14:06"),
		"customers: not told, no clock, restricted");
	tale_add(s, "14:03", "ana", "incident.closed",
		"{'false_alarm':true}");
	assert_string_equal(line(s, "14:06"),
		"customers: not told, none owed, false alarm");
	tale_free(s);
}

static void
test_line_ends_with_the_word_for_all_clear(void **state)
{
	struct tale *s = sev1();

	(void)state;
	tale_add(s, "14:05", "mei", "customers.told", "{'note':'x'}");
	tale_add(s, "14:06", "ana", "control.called",
		"{'call':'all-clear','from':'detect'}");
	assert_string_equal(line(s, "14:07"), "customers: told 14:05Z by mei,"
		" due in 9m, not told: All Clear");
	tale_add(s, "14:08", "mei", "customers.told", "{'note':'over'}");
	assert_string_equal(line(s, "14:30"),
		"customers: told 14:08Z by mei, ended");
	tale_free(s);
}

static void
test_missed_promise_stays_visible_by_as_much_as_it_was(void **state)
{
	struct tale *s = tale_new(5);

	(void)state;
	tale_add(s, "08:00", "ana", "incident.declared",
		"{'title':'x','severity':1}");
	tale_add(s, "08:01", "mei", "customers.told",
		"{'note':'x','next':'2026-11-22T08:51:00.000Z'}");
	tale_add(s, "16:24", "mei", "customers.told",
		"{'note':'x','next':'2026-11-22T17:00:00.000Z'}");
	assert_string_equal(line(s, "16:30"), "customers: told 16:24Z by mei,"
		" next promised 17:00Z, promised 08:51Z, missed by 7h33m");
	tale_add(s, "16:50", "mei", "customers.told",
		"{'note':'x','next':'2026-11-22T17:30:00.000Z'}");
	assert_string_equal(line(s, "16:55"), "customers: told 16:50Z by mei,"
		" next promised 17:30Z, promised 08:51Z, missed by 7h33m");
	/* Recorded late, it came first. */
	tale_add(s, "17:00<09:05", "mei", "customers.told", "{'note':'x'}");
	assert_string_equal(line(s, "17:01"), "customers: told 16:50Z by mei,"
		" next promised 17:30Z, promised 08:51Z, missed by 14m");
	tale_free(s);
}

static void
test_line_of_another_day_has_the_date(void **state)
{
	(void)state;
	assert_string_equal(words_customers_line(t->inc,
		now + WHEN_DAY, t->a), "customers: told 2026-11-22 14:05Z by"
		" mei, next promised 2026-11-22 14:25Z, 1d00h LATE");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
#define T(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
		T(test_line_of_the_product),
		T(test_line_before_the_first_word),
		T(test_line_says_why_no_clock_runs),
		T(test_line_ends_with_the_word_for_all_clear),
		T(test_missed_promise_stays_visible_by_as_much_as_it_was),
		T(test_line_of_another_day_has_the_date),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
