/* Moments of an incident, as people name and step through them. */
#include "lib/play.h"

#include "cmd/moment.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* Entries 1 to 9, of which 6 is a note recorded late. */
static void
tell(struct play *p)
{
	play(p, "22:50Z tomas declare it broke --severity 2",
		"22:52Z ana take",
		"22:55Z ana advance --to dispatch --reason quick",
		"23:00Z raj note first",
		"23:30Z raj note --happened 22:58Z late",
		"2026-11-23T00:10Z ana note next day", NULL);
}

static void
assert_read(struct play *p, const char *text, const char *base,
	uint32_t n, const char *at)
{
	struct moment m;

	if (!moment_read(p->inc, text, play_time(base), 0, &m, &p->err))
		fail_msg("%s: %s", text, p->err.text);
	assert_int_equal(m.n, n);
	play_at(m.at, at);
}

static void
assert_not_read(struct play *p, const char *text, const char *words)
{
	struct moment m;

	assert_false(moment_read(p->inc, text, play_time("23:00Z"), 0, &m,
		&p->err));
	if (!strstr(p->err.text, words))
		fail_msg("%s: %s", text, p->err.text);
}

static void
test_a_moment_has_many_names(void **state)
{
	struct play *p = *state;
	uint32_t last;

	tell(p);
	last = p->inc->n;
	assert_read(p, "#1", "23:00Z", 1, "22:50Z");
	assert_read(p, "2", "23:00Z", 2, "22:52Z");
	assert_read(p, "first", "23:00Z", 1, "22:50Z");
	assert_read(p, "last", "23:00Z", last, "2026-11-23T00:10Z");
	assert_read(p, "dispatch", "23:00Z", last - 3, "22:55Z");
	assert_not_read(p, "repair", "INC-17 has not been in Repair");
	assert_read(p, "T+5m", "23:00Z", last - 3, "22:55Z");
	assert_read(p, "T+00:09", "23:00Z", last - 3, "22:59Z");
	assert_read(p, "23:00Z", "22:51Z", last - 2, "23:00Z");
	assert_read(p, "-10m", "23:05Z", last - 3, "22:55Z");
	assert_read(p, "+10m", "22:55Z", last - 2, "23:05Z");
	assert_read(p, "2026-11-22T22:52:30Z", "23:00Z", 2,
		"2026-11-22T22:52:30Z");
}

static void
test_a_time_of_day_is_within_the_incident(void **state)
{
	struct play *p = *state;

	tell(p);
	assert_read(p, "00:05Z", "22:55Z", p->inc->n - 1,
		"2026-11-23T00:05Z");
	assert_read(p, "00:10Z", "2026-11-23T00:05Z", p->inc->n,
		"2026-11-23T00:10Z");
	/* After the last entry nothing more is known. */
	assert_read(p, "23:59Z", "2026-11-23T00:05Z", p->inc->n,
		"2026-11-23T23:59Z");
	assert_not_read(p, "14:00Z", "nothing was known before");
}

static void
test_what_was_recorded_late_is_known_late(void **state)
{
	struct play *p = *state;

	tell(p);
	assert_read(p, "23:29Z", "23:00Z", p->inc->n - 2, "23:29Z");
	assert_read(p, "23:30Z", "23:00Z", p->inc->n - 1, "23:30Z");
}

static void
test_what_is_no_moment_is_refused_with_a_sentence(void **state)
{
	struct play *p = *state;

	tell(p);
	assert_not_read(p, "#99", "no entry #99");
	assert_not_read(p, "#", "no entry #");
	assert_not_read(p, "yesterday", "yesterday");
	assert_not_read(p, "T+soon", "soon");
}

static void
test_steps_end_where_the_log_does(void **state)
{
	struct play *p = *state;
	const struct incident *inc;
	uint32_t n, stages = 0;

	tell(p);
	inc = p->inc;
	for (n = 0; n < inc->n; n++)
		assert_int_equal(moment_step(inc, n, MOMENT_NEXT), n + 1);
	assert_int_equal(moment_step(inc, n, MOMENT_NEXT), 0);
	for (n = inc->n + 1; (n = moment_step(inc, n, MOMENT_STAGE_PREV));
	    stages++)
		assert_int_equal(inc->visits[inc->n_visits - 1 -
			(int)stages].n, n);
	assert_int_equal(stages, inc->n_visits);
	assert_true(stages > 1);
	assert_int_equal(moment_step(inc, 1, MOMENT_PREV), 0);
	assert_int_equal(moment_step(inc, 4, MOMENT_FIRST), 1);
	assert_int_equal(moment_step(inc, 4, MOMENT_LAST), inc->n);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		PLAY_TEST(test_a_moment_has_many_names),
		PLAY_TEST(test_a_time_of_day_is_within_the_incident),
		PLAY_TEST(test_what_was_recorded_late_is_known_late),
		PLAY_TEST(test_what_is_no_moment_is_refused_with_a_sentence),
		PLAY_TEST(test_steps_end_where_the_log_does),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
