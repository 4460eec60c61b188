/* Stages, gates, calls and bands, by the lines that people type. */
#include "lib/play.h"

#include "model/clocks.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static when_ms
band(const struct play *p, enum band b, const char *time)
{
	return clock_band(p->inc, b, play_time(time)) / WHEN_MINUTE;
}

static void
test_each_stage_is_entered_by_one_act_with_one_message(void **state)
{
	struct play *p = *state;

	play(p, "14:00Z ana declare x", "14:01Z ana take", NULL);
	for (int s = STAGE_ASSEMBLE; s <= STAGE_MITIGATE; s++) {
		uint32_t n = p->inc->n;
		int messages = p->inc->n_messages;

		play(p, "14:02Z ana advance", NULL);
		assert_int_equal(p->inc->stage, s);
		assert_int_equal(p->inc->n, n + 1);
		assert_int_equal(p->inc->n_messages, messages + 1);
		assert_int_equal(p->inc->stage_n, n + 1);
	}
	play_refused(p, "14:03Z ana advance", "call under-control");
	play_refused(p, "14:03Z ana advance --to mitigate", "already");
	play_refused(p, "14:03Z ana advance --to review", "call all-clear");
}

static void
test_a_gate_warns_and_never_blocks(void **state)
{
	struct play *p = *state;
	const struct texts *unmet;

	play(p, "14:00Z ana declare x", "14:01Z ana take",
		"14:02Z ana advance", NULL);
	assert_string_equal(p->said, "1 exit criterion of Detect was open;"
		" no reason given");
	unmet = event_list(&play_last(p)->ev, F_UNMET);
	assert_int_equal(unmet->n, 1);
	assert_string_equal(unmet->v[0], "impact");
	assert_true(p->inc->visits[0].unmet);
	play(p, "14:03Z ana broadcast --said all",
		"14:03Z ana advance --reason 'they know the bridge'",
		"14:04Z ana advance --reason 'nobody to ask'", NULL);
	assert_non_null(strstr(p->said, "3 exit criteria of Verify were open;"
		" the reason stands in the review"));
	assert_false(p->inc->visits[1].unmet);
	assert_true(p->inc->visits[2].unmet);
}

static void
test_the_checklist_is_ticked_by_what_the_log_holds(void **state)
{
	struct play *p = *state;

	play(p, "14:00Z ana declare x --impact-began 13:50Z", NULL);
	assert_int_equal(rules_unmet(p->inc), 0);
	play(p, "14:01Z ana assemble", NULL);
	assert_int_equal(rules_unmet(p->inc), 2);
	play(p, "14:02Z ana take", "14:02Z ana broadcast --said all", NULL);
	assert_int_equal(rules_unmet(p->inc), 0);
	play(p, "14:03Z ana advance", "14:03Z ana severity 2 so it is",
		"14:03Z ana scope EU checkout",
		"14:04Z raj can --condition slow --need 'a dba'", NULL);
	assert_int_equal(rules_unmet(p->inc), 0);
	play(p, "14:05Z ana advance", NULL);
	assert_int_equal(rules_unmet(p->inc), 1);
	play(p, "14:06Z ana need dispatch 1 sam", NULL);
	assert_int_equal(rules_unmet(p->inc), 0);
	play(p, "14:07Z ana advance", "14:08Z raj diagnosis disk",
		"14:08Z raj mitigation propose failover",
		"14:09Z raj mitigation worked -- 503s are gone", NULL);
	assert_int_equal(rules_unmet(p->inc), 0);
	play(p, "14:10Z ana call under-control",
		"14:11Z ana repair not-needed same hardware", NULL);
	assert_int_equal(rules_unmet(p->inc), 0);
}

static void
test_under_control_ends_customer_impact_and_enters_repair(void **state)
{
	struct play *p = *state;

	play(p, "14:00Z ana declare x --take --impact-began 13:50Z",
		"14:20Z ana call under-control --reason 'it worked'", NULL);
	assert_int_equal(p->inc->stage, STAGE_REPAIR);
	assert_true(p->inc->under_control);
	play_at(p->inc->under_control_at, "14:20Z");
	assert_int_equal(band(p, BAND_CUSTOMER, "15:00Z"), 30);
	assert_false(clock_runs(p->inc, BAND_CUSTOMER));
	assert_int_equal(band(p, BAND_OPERATIONS, "15:00Z"), 60);
	assert_true(clock_runs(p->inc, BAND_OPERATIONS));
	play_refused(p, "14:21Z ana call under-control", "all-clear");
}

static void
test_all_clear_without_under_control_calls_both(void **state)
{
	struct play *p = *state;

	play(p, "14:00Z ana declare x --take", "14:20Z ana call all-clear",
		NULL);
	assert_int_equal(p->inc->stage, STAGE_REVIEW);
	assert_true(p->inc->under_control && p->inc->all_clear);
	play_at(p->inc->under_control_at, "14:20Z");
	play_at(p->inc->all_clear_at, "14:20Z");
	assert_int_equal(band(p, BAND_CUSTOMER, "15:00Z"), 20);
	assert_int_equal(band(p, BAND_OPERATIONS, "15:00Z"), 20);
	play_refused(p, "14:21Z ana call all-clear", "All Clear was called");
	assert_int_equal(p->inc->n_messages, 2);
}

static void
test_all_clear_ends_command_and_every_operational_clock(void **state)
{
	struct play *p = *state;

	play(p, "14:00Z ana declare x --take", "14:01Z raj join",
		"14:01Z ana page li", "14:02Z ana role deputy tomas",
		"14:03Z ana offer tomas", "14:20Z ana call all-clear", NULL);
	assert_string_equal(p->inc->command.holder, "");
	assert_string_equal(p->inc->command.former, "ana");
	assert_string_equal(p->inc->command.deputy, "");
	assert_string_equal(p->inc->review.owner, "ana");
	play_at(p->inc->command.broadcast_due, "-");
	play_at(incident_sme(p->inc, "raj")->can_due, "-");
	play_at(incident_sme(p->inc, "li")->ack_due, "-");
	assert_int_equal(incident_sme(p->inc, "li")->state, SME_RELEASED);
	play_refused(p, "14:21Z tomas accept", "All Clear was called");
	play_refused(p, "14:21Z raj take", "All Clear was called");
	play_refused(p, "14:21Z ana page li", "All Clear was called");
	play_refused(p, "14:21Z ana offer raj", "All Clear was called");
	play_refused(p, "14:21Z raj join", "All Clear was called");
	play_refused(p, "14:21Z ana objective assign li look", "All Clear");
}

static void
test_going_back_opens_new_intervals_and_the_time_between_is_none(void **state)
{
	struct play *p = *state;

	play(p, "14:00Z ana declare x --take --impact-began 13:50Z",
		"14:10Z ana advance --to mitigate",
		"14:20Z ana call under-control",
		"14:50Z ana advance --to mitigate --reason again", NULL);
	assert_false(p->inc->under_control);
	assert_int_equal(p->inc->stage, STAGE_MITIGATE);
	assert_int_equal(p->inc->band[BAND_CUSTOMER].n, 2);
	assert_int_equal(band(p, BAND_CUSTOMER, "15:00Z"), 40);
	assert_int_equal(p->inc->band[BAND_OPERATIONS].n, 1);
	assert_int_equal(band(p, BAND_OPERATIONS, "15:00Z"), 60);
	play(p, "15:10Z ana call under-control", NULL);
	assert_int_equal(band(p, BAND_CUSTOMER, "16:00Z"), 50);
	assert_int_equal(clock_stage(p->inc, STAGE_MITIGATE,
		play_time("16:00Z")) / WHEN_MINUTE, 30);
}

static void
test_going_back_at_a_stated_beginning_counts_from_it(void **state)
{
	struct play *p = *state;

	play(p, "14:00Z ana declare x --take --impact-began 13:50Z", NULL);
	play_refused(p, "14:05Z ana advance --impact-began 14:01Z",
		"impact --began");
	play(p, "14:20Z ana call under-control",
		"14:50Z ana advance --to mitigate --impact-began 14:40Z",
		NULL);
	assert_int_equal(band(p, BAND_CUSTOMER, "15:00Z"), 50);
	play(p, "15:00Z ana call under-control",
		"15:10Z ana advance --to verify --impact-began 14:00Z", NULL);
	/* 13:50 to 14:20, 14:40 to now: no minute counts twice. */
	assert_int_equal(band(p, BAND_CUSTOMER, "15:20Z"), 70);
}

static void
test_a_second_fault_asks_for_its_own_repair(void **state)
{
	struct play *p = *state;

	play(p, "14:00Z ana declare x --take",
		"14:10Z ana call under-control", "14:11Z ana repair done it",
		"14:12Z ana advance --to mitigate",
		"14:20Z ana call under-control", NULL);
	assert_int_equal(p->inc->repaired, REPAIR_OPEN);
	assert_int_equal(rules_unmet(p->inc), 1);
}

static void
test_stages_can_be_skipped_and_gone_back_to(void **state)
{
	struct play *p = *state;

	play(p, "14:00Z ana declare x", "14:00Z ana take",
		"14:01Z ana advance --to mitigate",
		"14:05Z ana advance --to verify --reason 'another fault'",
		NULL);
	assert_int_equal(p->inc->n_visits, 3);
	assert_int_equal(p->inc->visits[1].stage, STAGE_MITIGATE);
	play_at(p->inc->visits[1].start, "14:01Z");
	play_at(p->inc->visits[1].end, "14:05Z");
	assert_int_equal(p->inc->visits[2].stage, STAGE_VERIFY);
	play_at(p->inc->visits[2].end, "-");
	assert_string_equal(p->said, "");
}

static void
test_advance_is_refused_when_somebody_moved_first(void **state)
{
	struct play *p = *state;

	play(p, "14:00Z ana declare x --take", NULL);
	cmd_premise_take(&p->premise, p->inc);
	play(p, "14:01Z ana advance", NULL);
	play_refused(p, "14:01:30Z ana advance", "now in Dispatch: the stage"
		" was changed by ana 30s ago");
	assert_int_equal(p->inc->stage, STAGE_DISPATCH);
	play_refused(p, "14:02Z ana call under-control", "now in Dispatch");
	play(p, "14:03Z ana note a record needs no premise", NULL);
	play(p, "14:03Z raj assume", NULL);
	play_refused(p, "14:03:20Z li assume", "raj commands now");
}

static void
test_learning_and_prevention_have_bands_of_their_own(void **state)
{
	struct play *p = *state;

	play(p, "14:00Z ana declare x --take", "15:00Z ana call all-clear",
		"15:30Z ana advance", NULL);
	assert_int_equal(p->inc->stage, STAGE_ACTION_ITEMS);
	assert_int_equal(band(p, BAND_LEARNING, "16:00Z"), 30);
	play(p, "15:40Z ana advance --to review",
		"15:50Z ana advance", "16:00Z ana close", NULL);
	assert_int_equal(band(p, BAND_LEARNING, "18:00Z"), 40);
	assert_int_equal(band(p, BAND_PREVENTION, "18:00Z"), 20);
	assert_int_equal(band(p, BAND_OPERATIONS, "18:00Z"), 60);
}

static void
test_an_impact_that_never_was_has_no_band(void **state)
{
	struct play *p = *state;
	when_ms gap;

	play(p, "14:00Z ana declare x --take --no-impact", NULL);
	assert_int_equal(band(p, BAND_CUSTOMER, "15:00Z"), 0);
	assert_false(clock_gap(p->inc, &gap));
	play(p, "14:30Z ana impact --began 14:20Z", NULL);
	assert_int_equal(band(p, BAND_CUSTOMER, "15:00Z"), 40);
	assert_true(clock_gap(p->inc, &gap));
	assert_int_equal(gap, -20 * WHEN_MINUTE);
	play(p, "14:31Z ana impact --no-impact", NULL);
	assert_int_equal(band(p, BAND_CUSTOMER, "15:00Z"), 0);
	play_refused(p, "14:32Z ana impact --began +1m", "still to come");
}

static void
test_a_move_can_be_back_dated(void **state)
{
	struct play *p = *state;

	play(p, "14:00Z ana declare x --take",
		"14:30Z ana call under-control --happened 14:20Z", NULL);
	play_at(p->inc->under_control_at, "14:20Z");
	assert_int_equal(band(p, BAND_CUSTOMER, "15:00Z"), 20);
	play_at(play_last(p)->ev.at, "14:30Z");
	play(p, "14:31Z ana advance --to mitigate --happened 14:10Z", NULL);
	assert_int_equal(band(p, BAND_CUSTOMER, "14:40Z"), 40);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	PLAY_TEST(test_each_stage_is_entered_by_one_act_with_one_message),
	PLAY_TEST(test_a_gate_warns_and_never_blocks),
	PLAY_TEST(test_the_checklist_is_ticked_by_what_the_log_holds),
	PLAY_TEST(test_under_control_ends_customer_impact_and_enters_repair),
	PLAY_TEST(test_all_clear_without_under_control_calls_both),
	PLAY_TEST(test_all_clear_ends_command_and_every_operational_clock),
	PLAY_TEST(
	test_going_back_opens_new_intervals_and_the_time_between_is_none),
	PLAY_TEST(test_going_back_at_a_stated_beginning_counts_from_it),
	PLAY_TEST(test_a_second_fault_asks_for_its_own_repair),
	PLAY_TEST(test_stages_can_be_skipped_and_gone_back_to),
	PLAY_TEST(test_advance_is_refused_when_somebody_moved_first),
	PLAY_TEST(test_learning_and_prevention_have_bands_of_their_own),
	PLAY_TEST(test_an_impact_that_never_was_has_no_band),
	PLAY_TEST(test_a_move_can_be_back_dated),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
