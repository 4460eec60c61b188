/* CAN reports and their clock, by the lines that people type. */
#include "lib/play.h"

#include "model/clocks.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static const struct sme *
sme(const struct play *p, const char *name)
{
	const struct sme *s = incident_sme(p->inc, name);

	if (!s)
		fail_msg("%s is not there", name);
	return s;
}

static const struct report *
report(const struct play *p, const char *who)
{
	const struct report *r = incident_report(p->inc, who);

	if (!r)
		fail_msg("%s has not reported", who);
	return r;
}

static int
begin(void **state)
{
	play_setup(state);
	play(*state, "14:00Z ana declare x --take", "14:00Z raj join", NULL);
	return 0;
}

#define TEST(fn) cmocka_unit_test_setup_teardown(fn, begin, play_teardown)

static void
test_a_report_is_a_list_of_triples_with_tags(void **state)
{
	struct play *p = *state;
	const struct can *can;

	play(p, "14:05Z raj can --condition '503 for a third'"
		" --action 'failing over' --action 'repair: order disks'"
		" --need 'a dba' --condition 'operations: replicas lag'"
		" --need logs", NULL);
	can = report(p, "raj")->can;
	assert_int_equal(can->n, 2);
	assert_int_equal(can->t[0].tag, ON_CUSTOMERS);
	assert_string_equal(can->t[0].condition, "503 for a third");
	assert_int_equal(can->t[0].n_actions, 2);
	assert_int_equal(can->t[0].actions[0].tag, FOR_MITIGATE);
	assert_int_equal(can->t[0].actions[1].tag, FOR_REPAIR);
	assert_string_equal(can->t[0].actions[1].text, "order disks");
	assert_int_equal(can->t[0].n_needs, 1);
	assert_int_equal(can->t[1].tag, ON_OPERATIONS);
	assert_string_equal(can->t[1].condition, "replicas lag");
	assert_string_equal(can->t[1].needs[0], "logs");
	assert_int_equal(p->inc->n_needs, 2);
}

static void
test_tags_are_preset_by_the_call_and_never_asked_for(void **state)
{
	struct play *p = *state;
	const struct can *can;

	play(p, "14:05Z ana call under-control",
		"14:06Z raj can --condition lag --action resync"
		" --condition 'Customers: some see old data'"
		" --action 'mitigate: sticky reads'", NULL);
	can = report(p, "raj")->can;
	assert_int_equal(can->t[0].tag, ON_OPERATIONS);
	assert_int_equal(can->t[0].actions[0].tag, FOR_REPAIR);
	assert_int_equal(can->t[1].tag, ON_CUSTOMERS);
	assert_string_equal(can->t[1].condition, "some see old data");
	assert_int_equal(can->t[1].actions[0].tag, FOR_MITIGATE);
}

static void
test_a_report_restarts_the_clock(void **state)
{
	struct play *p = *state;

	play_at(sme(p, "raj")->can_due, "14:15Z");
	play(p, "14:10Z raj can --condition x", NULL);
	play_at(sme(p, "raj")->can_due, "14:25Z");
	assert_int_equal(clock_missed(p->inc, sme(p, "raj"),
		play_time("14:25Z")), 0);
	assert_int_equal(clock_missed(p->inc, sme(p, "raj"),
		play_time("14:26Z")), 1);
	assert_int_equal(clock_missed(p->inc, sme(p, "raj"),
		play_time("14:41Z")), 2);
}

static void
test_no_change_restarts_the_clock_and_keeps_the_report(void **state)
{
	struct play *p = *state;
	uint32_t n;

	play_refused(p, "14:04Z raj can --same", "not reported yet");
	play(p, "14:05Z raj can --condition x --need a", NULL);
	n = p->inc->n;
	play(p, "14:15Z raj can --same", NULL);
	play_at(sme(p, "raj")->can_due, "14:30Z");
	assert_int_equal(report(p, "raj")->n, n);
	assert_int_equal(report(p, "raj")->last_n, n + 1);
	assert_string_equal(report(p, "raj")->can->t[0].condition, "x");
	assert_int_equal(p->inc->n_needs, 1);
	play_refused(p, "14:16Z raj can --same --need b", "leave the rest");
	play_refused(p, "14:16Z raj can --same --no-needs", "leave the rest");
}

static void
test_a_promised_report_moves_the_clock_to_its_time(void **state)
{
	struct play *p = *state;

	play(p, "14:05Z raj can --condition 'copy at 42%' --next 15:30Z", NULL);
	play_at(sme(p, "raj")->can_due, "15:30Z");
	play(p, "14:06Z ana severity 1 worse", "14:07Z ana advance", NULL);
	play_at(sme(p, "raj")->can_due, "15:30Z");
	play(p, "15:29Z raj can --same", NULL);
	play_at(sme(p, "raj")->can_due, "15:39Z");
	play_at(report(p, "raj")->next, "-");
	play_refused(p, "15:30Z raj can --same --next -1m", "past already");
}

static void
test_a_newer_report_supersedes_the_older_one(void **state)
{
	struct play *p = *state;

	play(p, "14:05Z raj can --condition x --need a",
		"14:09Z raj can --condition y", NULL);
	assert_int_equal(p->inc->n_reports, 1);
	assert_string_equal(report(p, "raj")->can->t[0].condition, "y");
	assert_int_equal(report(p, "raj")->can->t[0].n_needs, 0);
	assert_int_equal(incident_need(p->inc, 1)->state, NEED_OPEN);
}

static void
test_no_needs_is_a_report(void **state)
{
	struct play *p = *state;

	play(p, "14:05Z raj can --no-needs", NULL);
	assert_true(report(p, "raj")->no_needs);
	play_at(sme(p, "raj")->can_due, "14:20Z");
	play_refused(p, "14:06Z raj can --no-needs --need a", "exclude");
	play_refused(p, "14:06Z raj can --condition x --need ' '",
		"says nothing");
	play_refused(p, "14:06Z raj can --condition x --need --action y",
		"--need needs a value");
}

static void
test_an_older_report_adds_its_needs_and_supersedes_nothing(void **state)
{
	struct play *p = *state;

	play(p, "14:20Z raj can --condition new",
		"14:25Z raj can --condition old --need logs --happened 14:10Z"
		" --next 14:12Z", NULL);
	assert_string_equal(report(p, "raj")->can->t[0].condition, "new");
	play_at(report(p, "raj")->when, "14:20Z");
	play_at(sme(p, "raj")->can_due, "14:35Z");
	assert_int_equal(incident_need(p->inc, 1)->state, NEED_OPEN);
	play_at(incident_need(p->inc, 1)->since, "14:10Z");
}

static void
test_a_report_spoken_on_the_bridge_is_of_whoever_spoke(void **state)
{
	struct play *p = *state;

	play(p, "14:05Z mei can --from raj --condition x",
		"14:06Z mei can --from li --condition y", NULL);
	assert_null(incident_report(p->inc, "mei"));
	assert_string_equal(play_last(p)->ev.by, "mei");
	play_at(sme(p, "raj")->can_due, "14:20Z");
	assert_int_equal(sme(p, "li")->state, SME_JOINED);
	play_at(sme(p, "li")->can_due, "14:21Z");
	play(p, "14:07Z mei can --from RAJ --same", NULL);
	assert_int_equal(p->inc->n_reports, 2);
	play_at(sme(p, "raj")->can_due, "14:22Z");
}

static void
test_whoever_reports_is_here_unless_in_command(void **state)
{
	struct play *p = *state;

	play(p, "14:01Z ana page li", "14:02Z li can --condition x",
		"14:02Z ana can --condition y", NULL);
	assert_int_equal(sme(p, "li")->state, SME_JOINED);
	assert_null(incident_sme(p->inc, "ana"));
	assert_non_null(incident_report(p->inc, "ana"));
}

static void
test_after_under_control_reports_are_due_three_times_as_late(void **state)
{
	struct play *p = *state;

	play(p, "14:05Z raj can --condition x",
		"14:10Z ana call under-control", NULL);
	play_at(sme(p, "raj")->can_due, "14:50Z");
	play_at(p->inc->command.broadcast_due, "15:30Z");
	play(p, "14:20Z raj can --same", NULL);
	play_at(sme(p, "raj")->can_due, "15:05Z");
	/* And sooner again, but not at once, when it flares up. */
	play(p, "14:50Z ana advance --to mitigate", NULL);
	play_at(sme(p, "raj")->can_due, "15:05Z");
	play_at(p->inc->command.broadcast_due, "15:20Z");
}

static void
test_a_change_of_severity_makes_nothing_late(void **state)
{
	struct play *p = *state;
	when_ms since;

	play(p, "14:01Z ana page li", "14:01Z ana objective assign raj look",
		NULL);
	play(p, "14:04Z ana severity 3 smaller", NULL);
	play_at(sme(p, "raj")->can_due, "14:30Z");
	play_at(sme(p, "li")->ack_due, "14:16Z");
	play_at(p->inc->command.broadcast_due, "15:00Z");
	play_at(p->inc->customers.due, "14:30Z");
	play(p, "14:14Z ana severity 1 everybody", NULL);
	play_at(sme(p, "raj")->can_due, "14:24Z");
	play_at(sme(p, "li")->ack_due, "14:16Z");
	play_at(p->inc->command.broadcast_due, "14:34Z");
	play_at(p->inc->customers.due, "14:24Z");
	assert_int_equal(clock_missed(p->inc, sme(p, "raj"),
		play_time("14:15Z")), 0);
	assert_false(clock_silent(p->inc, play_time("14:15Z"), &since));
	assert_int_equal(p->inc->highest, 1);
	play(p, "14:15Z ana severity 4 nobody notices", NULL);
	play_at(sme(p, "raj")->can_due, "-");
	play_at(p->inc->command.broadcast_due, "-");
	assert_int_equal(p->inc->highest, 1);
}

static void
test_a_number_can_be_changed_for_one_incident(void **state)
{
	struct play *p = *state;

	play(p, "14:05Z ana numbers can 2 40m", NULL);
	play_at(sme(p, "raj")->can_due, "14:40Z");
	play(p, "14:06Z ana numbers can 2 -", NULL);
	play_at(sme(p, "raj")->can_due, "-");
	play_refused(p, "14:07Z ana numbers canned 2 5m", "no number 'canned'");
	play_refused(p, "14:07Z ana numbers can 2 9999d", "at most");
	play_refused(p, "14:07Z raj numbers can 2 5m", "ana");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	TEST(test_a_report_is_a_list_of_triples_with_tags),
	TEST(test_tags_are_preset_by_the_call_and_never_asked_for),
	TEST(test_a_report_restarts_the_clock),
	TEST(test_no_change_restarts_the_clock_and_keeps_the_report),
	TEST(test_a_promised_report_moves_the_clock_to_its_time),
	TEST(test_a_newer_report_supersedes_the_older_one),
	TEST(test_no_needs_is_a_report),
	TEST(test_an_older_report_adds_its_needs_and_supersedes_nothing),
	TEST(test_a_report_spoken_on_the_bridge_is_of_whoever_spoke),
	TEST(test_whoever_reports_is_here_unless_in_command),
	TEST(test_after_under_control_reports_are_due_three_times_as_late),
	TEST(test_a_change_of_severity_makes_nothing_late),
	TEST(test_a_number_can_be_changed_for_one_incident),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
