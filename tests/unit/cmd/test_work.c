/* Objectives, decisions, diagnosis, mitigations, by typed lines. */
#include "lib/play.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static const struct objective *
objective(const struct play *p, int32_t id)
{
	const struct objective *o = incident_objective(p->inc, id);

	if (!o)
		fail_msg("there is no objective %d", (int)id);
	return o;
}

static int
begin(void **state)
{
	play_setup(state);
	play(*state, "14:00Z ana declare x --take", "14:00Z raj join",
		"14:00Z li join", NULL);
	return 0;
}

#define TEST(fn) cmocka_unit_test_setup_teardown(fn, begin, play_teardown)

static void
test_an_objective_has_an_owner_a_text_and_a_time_box(void **state)
{
	struct play *p = *state;

	play(p, "14:01Z ana objective assign raj fail over the primary",
		"14:01Z ana objective assign li drain --until 14:40Z", NULL);
	assert_string_equal(p->said, "ask li to read it back");
	assert_string_equal(objective(p, 1)->who, "raj");
	assert_string_equal(objective(p, 1)->text, "fail over the primary");
	play_at(objective(p, 1)->due, "14:16Z");
	play_at(objective(p, 2)->due, "14:40Z");
	assert_int_equal(objective(p, 1)->state, OBJ_ASSIGNED);
	play(p, "14:02Z ana severity 1 worse", NULL);
	play_at(objective(p, 1)->due, "14:16Z");
	play_refused(p, "14:02Z ana objective assign raj x --until -1m",
		"past already");
}

static void
test_the_owner_reads_it_back_and_says_when_it_is_done(void **state)
{
	struct play *p = *state;

	play(p, "14:01Z ana objective assign raj fail over", NULL);
	assert_non_null(play_row(p, "raj", "14:02Z", ATT_READ_BACK));
	play_refused(p, "14:02Z li objective understood 1", "--from raj");
	play_refused(p, "14:02Z raj objective understood 2", "no objective 2");
	play(p, "14:02Z raj objective understood 1 promote db2", NULL);
	assert_int_equal(objective(p, 1)->state, OBJ_UNDERSTOOD);
	assert_null(play_row(p, "raj", "14:03Z", ATT_READ_BACK));
	play_refused(p, "14:03Z raj objective understood 1", "before");
	play(p, "14:10Z mei objective done 1 db2 serves --from raj", NULL);
	assert_int_equal(objective(p, 1)->state, OBJ_DONE);
	assert_string_equal(objective(p, 1)->why, "db2 serves");
	play_refused(p, "14:11Z raj objective cannot 1 it broke", "ended");
}

static void
test_what_cannot_be_completed_stays_until_it_is_decided(void **state)
{
	struct play *p = *state;
	const struct attention *row;

	play(p, "14:01Z ana objective assign raj fail over",
		"14:05Z raj objective cannot 1 the replica is corrupt", NULL);
	play_refused(p, "14:05Z raj objective cannot 1", "needs TEXT");
	row = play_row(p, "ana", "14:06Z", ATT_BLOCKED);
	assert_int_equal(row->level, LEVEL_BAD);
	assert_string_equal(objective(p, 1)->why, "the replica is corrupt");
	play_refused(p, "14:06Z raj objective answer 1 more-time", "ana");
	play_refused(p, "14:06Z ana objective answer 1 wait", "more-time");
	play(p, "14:07Z ana objective answer 1 more-time --until 14:30Z",
		NULL);
	assert_null(play_row(p, "ana", "14:08Z", ATT_BLOCKED));
	assert_int_equal(objective(p, 1)->state, OBJ_UNDERSTOOD);
	assert_string_equal(objective(p, 1)->why, "");
	play_at(objective(p, 1)->due, "14:30Z");
}

static void
test_a_new_plan_is_read_back_again(void **state)
{
	struct play *p = *state;

	play(p, "14:01Z ana objective assign raj fail over",
		"14:02Z raj objective understood 1",
		"14:05Z raj objective cannot 1 corrupt",
		"14:06Z ana objective answer 1 replan restore the backup",
		NULL);
	assert_int_equal(objective(p, 1)->state, OBJ_ASSIGNED);
	assert_string_equal(objective(p, 1)->text, "restore the backup");
	play_at(objective(p, 1)->due, "14:21Z");
}

static void
test_more_help_and_abandoning_answer_it_too(void **state)
{
	struct play *p = *state;

	play(p, "14:01Z ana objective assign raj a",
		"14:01Z ana objective assign li b",
		"14:02Z raj objective cannot 1 why",
		"14:02Z li objective cannot 2 why",
		"14:03Z ana objective answer 1 more-help a second dba", NULL);
	assert_non_null(strstr(p->said, "page WHO"));
	assert_int_equal(objective(p, 1)->state, OBJ_UNDERSTOOD);
	assert_string_equal(objective(p, 1)->answer, "more-help");
	play(p, "14:03Z ana objective answer 2 abandon not worth it", NULL);
	assert_int_equal(objective(p, 2)->state, OBJ_ABANDONED);
	assert_string_equal(objective(p, 2)->why, "not worth it");
	play_refused(p, "14:04Z ana objective answer 2 more-time", "ended");
}

static void
test_more_time_before_it_is_read_back_leaves_it_to_be_read_back(void **state)
{
	struct play *p = *state;

	play(p, "14:01Z ana objective assign raj a",
		"14:20Z ana objective answer 1 more-time", NULL);
	assert_int_equal(objective(p, 1)->state, OBJ_ASSIGNED);
	play_at(objective(p, 1)->due, "14:35Z");
}

static void
test_decisions_and_diagnoses_are_kept_as_lines(void **state)
{
	struct play *p = *state;

	play(p, "14:01Z ana decide we wait for the copy",
		"14:02Z raj diagnosis full disk",
		"14:03Z raj diagnosis full disk on db1", NULL);
	assert_int_equal(p->inc->n_decisions, 1);
	assert_string_equal(p->inc->decisions[0].text, "we wait for the copy");
	assert_string_equal(p->inc->decisions[0].by, "ana");
	assert_int_equal(p->inc->n_diagnoses, 2);
	play_refused(p, "14:04Z ana decide", "needs TEXT");
	play_refused(p, "14:04Z ana diagnosis", "needs TEXT");
}

static void
test_a_mitigation_is_proposed_approved_executed_and_works(void **state)
{
	struct play *p = *state;
	const struct mitigation *m;

	play(p, "14:01Z raj mitigation propose fail over to db2", NULL);
	m = incident_mitigation(p->inc, 1);
	assert_int_equal(m->state, MIT_PROPOSED);
	assert_string_equal(m->by, "raj");
	play_refused(p, "14:02Z raj mitigation approve", "ana");
	play(p, "14:02Z ana mitigation approve 1 go", NULL);
	assert_int_equal(m->state, MIT_APPROVED);
	play(p, "14:03Z raj mitigation execute promoted db2", NULL);
	assert_int_equal(m->state, MIT_EXECUTED);
	play(p, "14:04Z mei mitigation worked 1 no 503 since --from li", NULL);
	assert_int_equal(m->state, MIT_WORKED);
	assert_string_equal(m->seen_by, "li");
	assert_string_equal(m->why, "no 503 since");
}

static void
test_one_that_worked_may_still_fail_but_is_not_approved_again(void **state)
{
	struct play *p = *state;

	play(p, "14:01Z raj mitigation propose a",
		"14:02Z raj mitigation worked 1", NULL);
	play_refused(p, "14:03Z ana mitigation approve 1", "beyond that");
	play_refused(p, "14:03Z raj mitigation execute 1", "beyond that");
	play_refused(p, "14:03Z raj mitigation worked", "no mitigation waits");
	play(p, "14:04Z raj mitigation failed 1 back again", NULL);
	assert_int_equal(p->inc->mitigations[0].state, MIT_FAILED);
	play_refused(p, "14:05Z raj mitigation execute 2", "no mitigation 2");
}

static void
test_the_latest_mitigation_that_fits_is_meant(void **state)
{
	struct play *p = *state;

	play(p, "14:01Z raj mitigation propose a",
		"14:01Z raj mitigation propose b",
		"14:02Z ana mitigation approve", NULL);
	assert_int_equal(p->inc->mitigations[1].state, MIT_APPROVED);
	assert_int_equal(p->inc->mitigations[0].state, MIT_PROPOSED);
	play(p, "14:03Z ana mitigation approve", NULL);
	assert_int_equal(p->inc->mitigations[0].state, MIT_APPROVED);
	play_refused(p, "14:04Z ana mitigation approve", "propose TEXT");
}

static void
test_what_was_carried_out_unapproved_says_so(void **state)
{
	struct play *p = *state;

	play(p, "14:01Z raj mitigation propose a",
		"14:02Z raj mitigation execute", NULL);
	assert_string_equal(p->said, "it was not approved first");
	play_refused(p, "14:02Z raj mitigation approve", "ana");
}

static void
test_the_repair_is_done_or_not_needed(void **state)
{
	struct play *p = *state;

	play(p, "14:02Z ana call under-control", NULL);
	play_refused(p, "14:03Z ana repair done", "needs TEXT");
	play_refused(p, "14:03Z raj repair done new disk", "ana");
	play(p, "14:03Z ana repair not-needed transient", NULL);
	assert_int_equal(p->inc->repaired, REPAIR_NOT_NEEDED);
	play(p, "14:04Z ana repair done new disk", NULL);
	assert_int_equal(p->inc->repaired, REPAIR_DONE);
	assert_string_equal(p->inc->repair_text, "new disk");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	TEST(test_an_objective_has_an_owner_a_text_and_a_time_box),
	TEST(test_the_owner_reads_it_back_and_says_when_it_is_done),
	TEST(test_what_cannot_be_completed_stays_until_it_is_decided),
	TEST(test_a_new_plan_is_read_back_again),
	TEST(test_more_help_and_abandoning_answer_it_too),
	TEST(test_more_time_before_it_is_read_back_leaves_it_to_be_read_back),
	TEST(test_decisions_and_diagnoses_are_kept_as_lines),
	TEST(test_a_mitigation_is_proposed_approved_executed_and_works),
	TEST(test_one_that_worked_may_still_fail_but_is_not_approved_again),
	TEST(test_the_latest_mitigation_that_fits_is_meant),
	TEST(test_what_was_carried_out_unapproved_says_so),
	TEST(test_the_repair_is_done_or_not_needed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
