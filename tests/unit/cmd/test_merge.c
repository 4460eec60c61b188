/* Two declarations of one thing become one incident. */
#include "lib/play.h"

#include "model/clocks.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

struct two {
	struct play *dup, *main; /* INC-18 ends as a duplicate of INC-17 */
};

static int
begin(void **state)
{
	struct two *t = calloc(1, sizeof(*t));

	assert_non_null(t);
	t->main = play_new_as(17);
	t->dup = play_new_as(18);
	t->dup->other = t->main;
	play(t->main, "14:00Z ana declare checkout is slow --take"
		" --impact-began 13:55Z", "14:01Z raj join", NULL);
	play(t->dup, "14:02Z sam declare shop is down --source customer"
		" --impact-began 13:50Z", NULL);
	play(t->dup, "14:03Z sam signal alert 'p99 above 5s'",
		"14:03Z raj join", "14:04Z li join --field edge",
		"14:04Z sam page cdn",
		"14:05Z li can --condition x --need 'a purge' --need logs",
		"14:06Z li need met 2", NULL);
	*state = t;
	return 0;
}

static int
end(void **state)
{
	struct two *t = *state;

	play_free(t->dup);
	play_free(t->main);
	free(t);
	return 0;
}

#define TEST(fn) cmocka_unit_test_setup_teardown(fn, begin, end)

static void
test_the_one_that_goes_on_receives_what_the_other_had(void **state)
{
	struct two *t = *state;
	struct incident *inc = t->main->inc;
	uint32_t n = inc->n;

	play(t->dup, "14:10Z sam merge --into INC-17 --reason same", NULL);
	assert_int_equal(inc->n, n + 1);
	assert_string_equal(play_last(t->main)->ev.by, "sam");
	assert_string_equal(event_text(&play_last(t->main)->ev, F_FROM),
		"sam");
	assert_int_equal(inc->n_signals, 3);
	assert_string_equal(inc->signals[1].source, "customer");
	assert_string_equal(inc->signals[1].text, "shop is down");
	play_at(inc->signals[1].when, "14:02Z");
	assert_string_equal(inc->signals[2].text, "p99 above 5s");
	play_at(inc->began, "13:50Z");
	assert_int_equal(clock_band(inc, BAND_CUSTOMER, play_time("14:10Z")),
		20 * WHEN_MINUTE);
	assert_int_equal(incident_sme(inc, "li")->state, SME_JOINED);
	assert_string_equal(incident_sme(inc, "li")->field, "edge");
	play_at(incident_sme(inc, "li")->can_due, "14:25Z");
	play_at(incident_sme(inc, "raj")->joined, "14:01Z");
	assert_null(incident_sme(inc, "ines"));
	assert_int_equal(inc->n_needs, 1);
	assert_string_equal(inc->needs[0].who, "li");
	assert_string_equal(inc->needs[0].text, "a purge");
	play(t->main, "14:11Z li need met 1", NULL);
}

static void
test_the_duplicate_stays_readable_and_points_to_the_other(void **state)
{
	static const char *const lines[] = {
		"14:11Z sam note more", "14:11Z li can --no-needs",
		"14:11Z li ack", "14:11Z raj take", "14:11Z sam page li",
		"14:11Z mei customers hello", "14:11Z sam broadcast hello",
		"14:11Z sam broadcast --said all", "14:11Z sam undo",
		"14:11Z sam reopen --to verify", "14:11Z sam withdraw 3",
		"14:11Z sam review owner", "14:11Z sam close --false-alarm",
		"14:11Z sam merge --into INC-17",
	};
	struct two *t = *state;
	struct incident *inc = t->dup->inc;

	play(t->dup, "14:10Z sam merge --into INC-17", NULL);
	assert_non_null(strstr(t->dup->said, "INC-18 goes on as INC-17"));
	assert_true(inc->closed);
	assert_int_equal(inc->merged_into, 17);
	play_at(inc->customers.due, "-");
	play_at(incident_sme(inc, "li")->can_due, "-");
	for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++)
		play_refused(t->dup, lines[i],
			"INC-18 was merged into INC-17: write there");
	assert_string_equal(inc->title, "shop is down");
	assert_int_equal(attention_of(inc, "sam", play_time("20:00Z"),
		t->dup->arena).n, 0);
}

static void
test_merging_is_for_whoever_may_end_it_and_into_a_live_one(void **state)
{
	struct two *t = *state;

	play_refused(t->dup, "14:10Z raj merge --into INC-17", "only sam");
	play_refused(t->dup, "14:10Z sam merge", "--into");
	play_refused(t->dup, "14:10Z sam merge --into x", "INC-17");
	play(t->main, "14:11Z ana call all-clear", NULL);
	play_refused(t->dup, "14:12Z sam merge --into INC-17", "not live");
	t->dup->other = t->dup;
	play_refused(t->dup, "14:12Z sam merge --into INC-18",
		"two incidents");
	t->dup->other = NULL;
	play_refused(t->dup, "14:12Z sam merge --into INC-99",
		"no such incident");
}

static void
test_a_known_beginning_counts_over_none(void **state)
{
	struct two *t = *state;

	play(t->main, "14:07Z ana impact --no-impact", NULL);
	play(t->dup, "14:10Z sam merge --into INC-17", NULL);
	assert_int_equal(t->main->inc->impact, IMPACT_BEGAN);
	play_at(t->main->inc->began, "13:50Z");
}

static void
test_a_later_beginning_does_not_count(void **state)
{
	struct two *t = *state;

	play(t->dup, "14:08Z sam impact --began 13:58Z",
		"14:10Z sam merge --into INC-17", NULL);
	play_at(t->main->inc->began, "13:55Z");
	play_refused(t->main, "14:12Z sam undo", "a merge cannot");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	TEST(test_the_one_that_goes_on_receives_what_the_other_had),
	TEST(test_the_duplicate_stays_readable_and_points_to_the_other),
	TEST(test_merging_is_for_whoever_may_end_it_and_into_a_live_one),
	TEST(test_a_known_beginning_counts_over_none),
	TEST(test_a_later_beginning_does_not_count),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
