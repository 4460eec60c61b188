/* The log itself: notes, corrections, withdrawals, undo, erasure. */
#include "lib/play.h"
#include "lib/state.h"

#include "model/clocks.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static int
begin(void **state)
{
	play_setup(state);
	play(*state, "14:00Z ana declare x --take", "14:01Z raj join", NULL);
	return 0;
}

#define TEST(fn) cmocka_unit_test_setup_teardown(fn, begin, play_teardown)

static void
test_a_note_is_text_and_may_be_internal(void **state)
{
	struct play *p = *state;

	play(p, "14:02Z raj note 503 errors since noon",
		"14:02Z raj note the password --internal was changed", NULL);
	assert_string_equal(play_last(p)->text, "the password was changed");
	assert_int_equal(event_int(&play_last(p)->ev, F_INTERNAL), 1);
	play(p, "14:03Z raj note --happened 13:41Z deploy", NULL);
	play_at(event_when(&play_last(p)->ev), "13:41Z");
	play_at(play_last(p)->ev.at, "14:03Z");
	play_refused(p, "14:04Z raj note", "needs TEXT");
	play_refused(p, "14:04Z raj note x --happened +5m", "still to come");
}

static void
test_a_correction_puts_the_text_right_and_keeps_the_entry(void **state)
{
	struct play *p = *state;

	play(p, "14:02Z ana scope all of EU", "14:03Z ana correct 5 EU cards",
		NULL);
	assert_string_equal(p->inc->scope, "EU cards");
	assert_string_equal(p->inc->entries[4].text, "EU cards");
	assert_int_equal(p->inc->entries[4].corrected_by, 6);
	play(p, "14:04Z ana correct 5 EU card payments",
		"14:05Z ana correct 1 checkout is down", NULL);
	assert_string_equal(p->inc->scope, "EU card payments");
	assert_string_equal(p->inc->title, "checkout is down");
	play_refused(p, "14:06Z raj correct 5 mine", "ana");
	play_refused(p, "14:06Z ana correct 2 x", "no text of its own");
	play_refused(p, "14:06Z ana correct 99 x", "no entry 99");
	/* A correction can be withdrawn like anything else. */
	play(p, "14:07Z ana withdraw 7", NULL);
	assert_string_equal(p->inc->scope, "EU cards");
}

static void
test_what_is_withdrawn_counts_as_never_made(void **state)
{
	struct play *p = *state;
	struct incident *before = incident_at(p->inc, p->inc->n);

	play(p, "14:02Z ana severity 1 all of them", "14:03Z ana withdraw 5",
		NULL);
	state_same(p->inc, before, false);
	assert_int_equal(p->inc->highest, 2);
	assert_int_equal(p->inc->entries[4].withdrawn_by, 6);
	play_refused(p, "14:04Z ana withdraw 5", "withdrawn before");
	play_refused(p, "14:04Z ana withdraw 6", "do it again");
	play_refused(p, "14:04Z ana withdraw 1", "close --false-alarm");
	play_refused(p, "14:04Z raj withdraw 2", "ana");
	incident_free(before);
}

static void
test_undo_takes_back_ones_own_last_act(void **state)
{
	static const char *const acts[] = {
		"14:10Z ana advance", "14:10Z ana advance --to mitigate",
		"14:10Z ana call under-control", "14:10Z ana call all-clear",
		"14:10Z ana close --false-alarm", "14:10Z ana severity 1",
		"14:10Z ana page li", "14:10Z ana broadcast hello",
		"14:10Z ana objective assign raj look",
		"14:10Z ana release raj", "14:10Z ana offer raj",
		"14:10Z ana impact --began 13:00Z", "14:10Z ana scope all",
		"14:10Z ana can --condition x --need y",
		"14:10Z ana customers hello", "14:10Z ana note hello",
		"14:10Z ana mitigation propose it",
		"14:10Z ana role deputy tomas", "14:10Z ana decide so",
		"14:10Z ana broadcast --said all", "14:10Z ana numbers can 2 1m",
	};
	struct play *p = *state;

	for (size_t i = 0; i < sizeof(acts) / sizeof(acts[0]); i++) {
		uint32_t n = p->inc->n;
		struct incident *before = incident_at(p->inc, n);

		play(p, acts[i], "14:10Z ana undo", NULL);
		assert_int_equal(p->inc->n, n + 2);
		assert_string_equal(play_last(p)->ev.by, "ana");
		state_same(p->inc, before, false);
		incident_free(before);
	}
	play_refused(p, "14:20Z li undo", "no act of yours (li)");
}

static void
test_undo_goes_back_act_by_act(void **state)
{
	struct play *p = *state;

	play(p, "14:02Z ana advance", "14:03Z raj note a",
		"14:04Z ana scope all", "14:05Z ana undo", "14:06Z ana undo",
		NULL);
	assert_string_equal(p->inc->scope, "");
	assert_int_equal(p->inc->stage, STAGE_VERIFY);
	assert_int_equal(p->inc->n_visits, 2);
	/* declare --take: command and stage are one act. */
	play(p, "14:07Z ana undo", NULL);
	assert_int_equal(p->inc->stage, STAGE_DETECT);
	assert_string_equal(p->inc->command.holder, "");
	play_refused(p, "14:08Z ana undo", "close --false-alarm");
	play(p, "14:09Z sam assemble", "14:10Z sam undo", NULL);
	assert_int_equal(p->inc->stage, STAGE_DETECT);
	assert_null(incident_sme(p->inc, "ana"));
}

static void
test_what_others_stand_on_cannot_be_taken_back(void **state)
{
	struct play *p = *state;

	play(p, "14:02Z ana offer raj", "14:03Z raj accept", NULL);
	play_refused(p, "14:04Z ana undo", "offer was answered");
	assert_string_equal(p->inc->command.holder, "raj");
	play(p, "14:05Z li assume", NULL);
	play_refused(p, "14:06Z raj undo", "command has passed on");
	play(p, "14:07Z li advance", "14:08Z li advance", NULL);
	play_refused(p, "14:09Z li withdraw 8", "moved on to Mitigate");
	play(p, "14:09Z li undo", "14:09Z li undo", "14:09Z li undo", NULL);
	assert_string_equal(p->inc->command.holder, "raj");
	assert_int_equal(p->inc->stage, STAGE_VERIFY);
}

static void
test_word_that_had_left_is_corrected_by_a_composed_one(void **state)
{
	struct play *p = *state;

	play(p, "14:02Z ana advance --say 'on to Dispatch'",
		"14:03Z ana broadcast --said all", NULL);
	play(p, "14:04Z ana withdraw 5", NULL);
	assert_int_equal(p->inc->stage, STAGE_VERIFY);
	assert_int_equal(play_last(p)->ev.kind, KIND_BROADCAST);
	assert_string_equal(play_last(p)->text,
		"Correction: please disregard \"on to Dispatch\"");
	assert_non_null(strstr(p->said, "a correction waits"));
	play_at(p->inc->messages[p->inc->n_messages - 1].told, "-");
	assert_non_null(play_row(p, "ana", "14:05Z", ATT_TOLD_NOBODY));
	/* One that had not left needs none. */
	play(p, "14:06Z ana advance", "14:06:05Z ana undo", NULL);
	assert_int_equal(play_last(p)->ev.kind, KIND_WITHDRAWN);
}

static void
test_the_numbers_of_others_stay_when_an_entry_is_withdrawn(void **state)
{
	struct play *p = *state;

	play(p, "14:02Z raj can --condition x --need a --need b",
		"14:03Z li can --condition y --need c",
		"14:04Z ana objective assign raj one",
		"14:04Z ana objective assign li two",
		"14:05Z ana need dispatch 3 sam", "14:05Z raj undo",
		"14:06Z ana withdraw 7", NULL);
	assert_null(incident_need(p->inc, 1));
	assert_null(incident_need(p->inc, 2));
	assert_string_equal(incident_need(p->inc, 3)->text, "c");
	assert_int_equal(incident_need(p->inc, 3)->state, NEED_DISPATCHED);
	assert_null(incident_objective(p->inc, 1));
	assert_string_equal(incident_objective(p->inc, 2)->text, "two");
	play(p, "14:07Z raj can --condition x --need a", NULL);
	assert_string_equal(incident_need(p->inc, 4)->text, "a");
	play(p, "14:08Z ana objective assign raj three", NULL);
	assert_string_equal(incident_objective(p->inc, 3)->text, "three");
}

static void
test_a_report_keeps_a_need_that_an_earlier_one_had_named(void **state)
{
	struct play *p = *state;

	play(p, "14:02Z raj can --condition x --need a",
		"14:03Z raj can --condition x --need a --need b",
		"14:04Z raj withdraw 5", NULL);
	assert_string_equal(incident_need(p->inc, 1)->text, "a");
	play_at(incident_need(p->inc, 1)->since, "14:03Z");
	assert_string_equal(incident_need(p->inc, 2)->text, "b");
	assert_int_equal(p->inc->n_needs, 2);
}

static void
test_on_a_closed_incident_only_the_closing_is_taken_back(void **state)
{
	struct play *p = *state;
	struct incident *before;

	play(p, "14:02Z raj note a", "14:10Z ana call all-clear",
		"14:11Z ana review held x", NULL);
	before = incident_at(p->inc, p->inc->n);
	play(p, "14:12Z ana close", NULL);
	play_refused(p, "14:13Z raj undo", "only the closing");
	play_refused(p, "14:13Z ana withdraw 5", "only the closing");
	play_refused(p, "14:13Z li withdraw 8", "review owner");
	play(p, "14:13Z ana undo", NULL);
	state_same(p->inc, before, false);
	play(p, "14:14Z ana close", "14:15Z ana withdraw 10", NULL);
	state_same(p->inc, before, false);
	incident_free(before);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	TEST(test_a_note_is_text_and_may_be_internal),
	TEST(test_a_correction_puts_the_text_right_and_keeps_the_entry),
	TEST(test_what_is_withdrawn_counts_as_never_made),
	TEST(test_undo_takes_back_ones_own_last_act),
	TEST(test_undo_goes_back_act_by_act),
	TEST(test_what_others_stand_on_cannot_be_taken_back),
	TEST(test_word_that_had_left_is_corrected_by_a_composed_one),
	TEST(test_the_numbers_of_others_stay_when_an_entry_is_withdrawn),
	TEST(test_a_report_keeps_a_need_that_an_earlier_one_had_named),
	TEST(test_on_a_closed_incident_only_the_closing_is_taken_back),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
