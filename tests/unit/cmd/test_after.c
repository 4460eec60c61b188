/* How incidents end: false alarm, after-care, close, reopen. */
#include "lib/play.h"

#include "model/clocks.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static int
begin(void **state)
{
	play_setup(state);
	play(*state, "14:00Z sam declare x", NULL);
	return 0;
}

/* In after-care, owned by ana; the customers know. */
static int
begin_care(void **state)
{
	begin(state);
	play(*state, "14:01Z ana take", "14:02Z raj join",
		"14:03Z raj can --condition x --need logs --need disks",
		"14:04Z ana objective assign raj look",
		"14:30Z ana call all-clear", "14:31Z mei customers over", NULL);
	return 0;
}

#define TEST(fn) cmocka_unit_test_setup_teardown(fn, begin, play_teardown)
#define CARE(fn) cmocka_unit_test_setup_teardown(fn, begin_care, \
	play_teardown)

static int
rows(struct play *p, const char *who, const char *time)
{
	return attention_of(p->inc, who, play_time(time), p->arena).n;
}

static void
test_a_false_alarm_is_ended_by_its_declarer_alone(void **state)
{
	struct play *p = *state;

	play(p, "14:01Z sam page database", "14:02Z sam broadcast --said 1",
		NULL);
	play_refused(p, "14:04Z raj close --false-alarm", "only sam");
	play_refused(p, "14:04Z sam close", "live");
	play(p, "14:05Z sam close --false-alarm --reason 'a test ran'", NULL);
	assert_true(p->inc->closed && p->inc->false_alarm);
	assert_string_equal(p->inc->closed_why, "a test ran");
	play_at(p->inc->customers.due, "-");
	play_at(p->inc->review.due, "-");
	play_at(incident_sme(p->inc, "raj")->ack_due, "-");
	assert_int_equal(p->inc->n_messages, 2);
	assert_non_null(strstr(p->inc->messages[1].text, "stand down"));
	assert_int_equal(clock_band(p->inc, BAND_CUSTOMER,
		play_time("15:00Z")), 5 * WHEN_MINUTE);
	assert_false(clock_runs(p->inc, BAND_OPERATIONS));
	play(p, "14:06Z sam broadcast --said all", NULL);
	assert_int_equal(rows(p, "sam", "23:00Z"), 0);
	play_refused(p, "14:07Z sam note more", "closed by sam");
	play_refused(p, "14:07Z sam broadcast hello", "closed by sam");
}

static void
test_customers_have_a_last_word_only_if_they_had_a_first(void **state)
{
	struct play *p = *state;

	play(p, "14:02Z mei customers we look --next 14:20Z",
		"14:05Z sam close --false-alarm", NULL);
	play_at(p->inc->customers.due, "14:20Z");
	assert_non_null(play_row(p, "sam", "14:21Z", ATT_CUSTOMERS_LATE));
	play(p, "14:06Z mei customers it was nothing", NULL);
	assert_string_equal(event_list(&play_last(p)->ev, F_COVERS)->v[0],
		"the-end");
	play_at(p->inc->customers.due, "-");
	play_refused(p, "14:07Z mei customers again", "no word is owed");
}

static void
test_with_a_commander_the_false_alarm_is_theirs(void **state)
{
	struct play *p = *state;

	play(p, "14:01Z ana take", NULL);
	play_refused(p, "14:02Z sam close --false-alarm", "ana");
	play(p, "14:02Z ana close --false-alarm --say 'all fine'", NULL);
	assert_string_equal(p->inc->messages[2].text, "all fine");
	assert_string_equal(p->inc->command.former, "ana");
}

static void
test_a_false_alarm_that_was_none_is_reopened(void **state)
{
	struct play *p = *state;

	play(p, "14:02Z mei customers hello", "14:05Z sam close --false-alarm",
		NULL);
	play_refused(p, "14:06Z raj reopen", "--to");
	play_refused(p, "14:06Z raj reopen --to review", "never called");
	play_refused(p, "14:06Z raj reopen --to repair", "Under Control");
	play(p, "14:20Z raj reopen --to verify --impact-began 14:15Z", NULL);
	assert_true(incident_live(p->inc));
	assert_false(p->inc->false_alarm);
	assert_int_equal(p->inc->stage, STAGE_VERIFY);
	assert_int_equal(clock_band(p->inc, BAND_CUSTOMER,
		play_time("14:30Z")), 20 * WHEN_MINUTE);
	assert_int_equal(clock_band(p->inc, BAND_OPERATIONS,
		play_time("14:30Z")), 15 * WHEN_MINUTE);
	assert_int_equal(p->inc->customers.n_unheard, 1);
	play_at(p->inc->customers.due, "14:35Z");
	play_refused(p, "14:21Z raj reopen --to verify", "live");
	play(p, "14:21Z raj take", NULL);
}

static void
test_what_is_open_after_all_clear_is_listed_once_and_settled(void **state)
{
	struct play *p = *state;

	assert_non_null(play_row(p, "ana", "14:32Z", ATT_LEFT_OPEN));
	play_refused(p, "14:32Z raj need drop 1 gone", "review owner (ana)");
	play(p, "14:32Z ana need drop 1 gone",
		"14:33Z ana action open --need 2 --priority P3 more disks",
		NULL);
	assert_int_equal(incident_need(p->inc, 1)->state, NEED_DROPPED);
	assert_int_equal(incident_need(p->inc, 2)->state, NEED_DROPPED);
	assert_string_equal(incident_need(p->inc, 2)->answer,
		"made an action item");
	play_refused(p, "14:33Z ana action open --need 2 x", "no open need");
	assert_non_null(play_row(p, "ana", "14:34Z", ATT_LEFT_OPEN));
	play(p, "14:34Z ana objective answer 1 abandon", NULL);
	assert_null(play_row(p, "ana", "14:35Z", ATT_LEFT_OPEN));
}

static void
test_the_review_owner_does_what_the_commander_did(void **state)
{
	struct play *p = *state;

	play_at(p->inc->review.due, "2026-11-29T14:30Z");
	play_refused(p, "14:40Z raj review held", "ana");
	play_refused(p, "14:40Z raj advance", "review owner (ana)");
	play_refused(p, "14:40Z raj review owner li", "ana");
	play(p, "14:40Z raj review owner", "14:41Z raj review held notes/17",
		"14:42Z sam lesson disks fill up", NULL);
	assert_string_equal(p->inc->review.owner, "raj");
	assert_string_equal(p->inc->review.text, "notes/17");
	assert_int_equal(rules_unmet(p->inc), 0);
	play_refused(p, "14:43Z ana advance", "raj");
	play(p, "14:43Z raj advance", NULL);
	assert_int_equal(p->inc->stage, STAGE_ACTION_ITEMS);
	play_refused(p, "14:44Z raj advance", "last stage");
	play_refused(p, "14:44Z raj call all-clear", "All Clear was called");
	play_refused(p, "14:44Z raj advance --to mitigate", "reopen");
}

static void
test_the_owner_is_named_in_the_call_and_due_by_the_highest(void **state)
{
	struct play *p = *state;

	play(p, "14:01Z ana take", "14:02Z ana severity 1 all of them",
		"14:03Z ana severity 3 a few",
		"14:30Z ana call all-clear --owner raj", NULL);
	assert_string_equal(p->inc->review.owner, "raj");
	play_at(p->inc->review.due, "2026-11-25T14:30Z");
	play_refused(p, "14:31Z sam review held", "raj");
	play_refused(p, "14:31Z ana review held", "raj");
}

static void
test_a_worse_severity_found_later_hastens_the_review(void **state)
{
	struct play *p = *state;

	play(p, "2026-11-23T14:30Z ana severity 1 'data was lost'", NULL);
	play_at(p->inc->review.due, "2026-11-26T14:30Z");
	play(p, "2026-11-23T14:31Z ana severity 3 no", NULL);
	play_at(p->inc->review.due, "2026-11-26T14:30Z");
}

static void
test_action_items_are_due_by_priority(void **state)
{
	struct play *p = *state;

	play(p, "14:32Z li action open a --priority P1 --owner raj",
		"14:32Z li action open b", "14:32Z li action open c"
		" --until 2026-12-24T12:00Z", NULL);
	play_at(incident_item(p->inc, 1)->due, "2026-11-29T14:32Z");
	play_at(incident_item(p->inc, 2)->due, "2026-12-22T14:32Z");
	play_at(incident_item(p->inc, 3)->due, "2026-12-24T12:00Z");
	assert_null(play_row(p, "raj", "2026-11-29T14:00Z", ATT_ITEM));
	assert_non_null(play_row(p, "raj", "2026-11-29T15:00Z", ATT_ITEM));
	play(p, "14:33Z raj action done 1 merged", NULL);
	assert_string_equal(incident_item(p->inc, 1)->why, "merged");
	play_refused(p, "14:34Z raj action done 1", "has ended");
	play_refused(p, "14:34Z raj action drop 2 --reason x", "ana");
	play_refused(p, "14:34Z ana action drop 2", "--reason");
	play_refused(p, "14:34Z ana action done 9", "no action item 9");
	play(p, "14:34Z ana action drop 2 --reason 'not worth it'", NULL);
	assert_true(incident_item(p->inc, 2)->dropped);
}

static void
test_closing_with_criteria_unmet_warns_and_closes(void **state)
{
	struct play *p = *state;

	play_refused(p, "14:40Z ana close --false-alarm", "`close` it now");
	play_refused(p, "14:40Z raj close", "ana");
	play(p, "14:40Z ana close", NULL);
	assert_non_null(strstr(p->said, "2 exit criteria of Review were open;"
		" no reason given"));
	assert_int_equal(event_list(&play_last(p)->ev, F_UNMET)->n, 2);
	assert_true(p->inc->closed);
	play_at(p->inc->review.due, "-");
	assert_int_equal(clock_band(p->inc, BAND_LEARNING,
		play_time("18:00Z")), 10 * WHEN_MINUTE);
	play_refused(p, "14:41Z ana close", "closed by ana");
}

static void
test_reopening_at_review_goes_on_with_after_care(void **state)
{
	struct play *p = *state;

	play_refused(p, "14:35Z ana reopen --to review", "not closed");
	play(p, "14:40Z ana close", NULL);
	play_refused(p, "14:41Z li reopen --to review", "review owner");
	play(p, "14:41Z li review owner", "14:42Z li reopen --to review",
		NULL);
	assert_true(p->inc->all_clear && !p->inc->closed);
	play_at(p->inc->review.due, "2026-11-29T14:30Z");
	assert_true(clock_runs(p->inc, BAND_LEARNING));
	play_refused(p, "14:43Z li take", "All Clear was called");
}

static void
test_reopening_before_review_makes_it_live_without_a_commander(void **state)
{
	struct play *p = *state;

	play(p, "14:35Z ana review held x", "14:36Z ana lesson y",
		"15:00Z ana reopen --to mitigate --reason 'it is back'"
		" --impact-began 14:50Z", NULL);
	assert_true(incident_live(p->inc));
	assert_string_equal(p->inc->command.holder, "");
	assert_false(p->inc->under_control || p->inc->all_clear);
	play_at(p->inc->review.due, "-");
	assert_int_equal(clock_band(p->inc, BAND_CUSTOMER,
		play_time("15:10Z")), 50 * WHEN_MINUTE);
	assert_int_equal(clock_band(p->inc, BAND_OPERATIONS,
		play_time("15:10Z")), 40 * WHEN_MINUTE);
	assert_non_null(play_row(p, "li", "15:01Z", ATT_NO_COMMANDER));
	assert_int_equal(incident_sme(p->inc, "raj")->state, SME_RELEASED);
	play(p, "15:02Z li take", "15:03Z raj join",
		"15:30Z li call all-clear", NULL);
	play_at(p->inc->review.due, "2026-11-29T15:30Z");
	play_at(p->inc->review.held, "-");
	assert_string_equal(p->inc->review.owner, "li");
}

static void
test_what_others_hold_is_not_lost_when_an_incident_ends(void **state)
{
	struct play *p = *state;

	/* Told before the end, recorded after it. */
	play(p, "14:40Z ana close", "14:41Z ana broadcast --said all", NULL);
	play_at(p->inc->messages[0].told, "14:41Z");
	play_refused(p, "14:42Z raj ack", "closed by ana");
	play_refused(p, "14:42Z raj take", "closed by ana");
	play_refused(p, "14:42Z raj can --no-needs", "closed by ana");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	TEST(test_a_false_alarm_is_ended_by_its_declarer_alone),
	TEST(test_customers_have_a_last_word_only_if_they_had_a_first),
	TEST(test_with_a_commander_the_false_alarm_is_theirs),
	TEST(test_a_false_alarm_that_was_none_is_reopened),
	CARE(test_what_is_open_after_all_clear_is_listed_once_and_settled),
	CARE(test_the_review_owner_does_what_the_commander_did),
	TEST(test_the_owner_is_named_in_the_call_and_due_by_the_highest),
	CARE(test_a_worse_severity_found_later_hastens_the_review),
	CARE(test_action_items_are_due_by_priority),
	CARE(test_closing_with_criteria_unmet_warns_and_closes),
	CARE(test_reopening_at_review_goes_on_with_after_care),
	CARE(test_reopening_before_review_makes_it_live_without_a_commander),
	CARE(test_what_others_hold_is_not_lost_when_an_incident_ends),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
