/* Pages, who is here, and what they need, by the lines that people type. */
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

static const struct need *
need(const struct play *p, int32_t id)
{
	const struct need *n = incident_need(p->inc, id);

	if (!n)
		fail_msg("there is no need %d", (int)id);
	return n;
}

static int
begin(void **state)
{
	play_setup(state);
	play(*state, "14:00Z ana declare x --take", NULL);
	return 0;
}

#define TEST(fn) cmocka_unit_test_setup_teardown(fn, begin, play_teardown)

static void
test_a_page_waits_for_its_acknowledgement(void **state)
{
	struct play *p = *state;

	play(p, "14:01Z ana page database", NULL);
	assert_non_null(strstr(p->said, "call them: raj (database) +44 20 3"));
	assert_int_equal(sme(p, "raj")->state, SME_PAGED);
	assert_string_equal(sme(p, "raj")->field, "database");
	assert_string_equal(sme(p, "raj")->phone, "+44 20 3");
	play_at(sme(p, "raj")->ack_due, "14:06Z");
	assert_int_equal(play_row(p, "ana", "14:07Z", ATT_NOT_ACKED)->level,
		LEVEL_BAD);
	play(p, "14:08Z raj ack --eta 14:20Z", NULL);
	assert_int_equal(sme(p, "raj")->state, SME_ACKED);
	play_at(sme(p, "raj")->ack_due, "-");
	play_at(sme(p, "raj")->eta, "14:20Z");
	assert_null(play_row(p, "ana", "14:09Z", ATT_NOT_ACKED));
	play_refused(p, "14:09Z sam ack", "no page waits for sam");
	play_refused(p, "14:09Z raj ack --eta -5m", "past already");
}

static void
test_a_page_goes_out_again_and_asks_again(void **state)
{
	struct play *p = *state;

	play(p, "14:01Z ana page raj", "14:02Z raj ack --eta +3m",
		"14:10Z ana page raj", NULL);
	assert_int_equal(sme(p, "raj")->pages, 2);
	assert_int_equal(sme(p, "raj")->state, SME_PAGED);
	play_at(sme(p, "raj")->eta, "-");
	play_at(sme(p, "raj")->acked, "-");
	play_at(sme(p, "raj")->paged, "14:10Z");
	play_at(sme(p, "raj")->ack_due, "14:15Z");
	play(p, "14:11Z raj ack", "14:12Z raj join", NULL);
	play_at(sme(p, "raj")->acked, "14:11Z");
	play_refused(p, "14:13Z ana page raj", "here already");
	play_refused(p, "14:13Z raj ack", "here already");
}

static void
test_the_next_of_a_field_is_paged_when_one_was(void **state)
{
	struct play *p = *state;

	/* The one in command is first on call, and is here. */
	play(p, "14:01Z ana page commander", NULL);
	assert_null(incident_sme(p->inc, "ana"));
	assert_true(sme(p, "tomas")->commander);
	play(p, "14:03Z ana page storage --phone '+1 2'", NULL);
	assert_string_equal(sme(p, "storage")->phone, "+1 2");
}

static void
test_whoever_joins_is_here_and_owes_a_report(void **state)
{
	struct play *p = *state;

	play(p, "14:01Z raj join", NULL);
	assert_int_equal(sme(p, "raj")->state, SME_JOINED);
	assert_string_equal(sme(p, "raj")->field, "database");
	play_at(sme(p, "raj")->can_due, "14:16Z");
	play(p, "14:02Z mei join --from li", "14:02Z ana join", NULL);
	assert_int_equal(sme(p, "li")->state, SME_JOINED);
	play_at(sme(p, "ana")->can_due, "-");
	assert_int_equal(incident_joined(p->inc), 2);
	play_refused(p, "14:03Z raj join", "here already");
}

static void
test_the_former_commander_owes_reports_and_the_new_one_does_not(void **state)
{
	struct play *p = *state;

	play(p, "14:00Z ana join", "14:01Z raj join", "14:05Z ana offer raj",
		"14:06Z raj accept", NULL);
	play_at(sme(p, "raj")->can_due, "-");
	play_at(sme(p, "ana")->can_due, "14:21Z");
}

static void
test_a_released_person_owes_nothing_and_passes_things_on(void **state)
{
	struct play *p = *state;

	play(p, "14:01Z raj can --condition slow --need 'a dba'",
		"14:02Z ana objective assign raj drain it",
		"14:03Z ana release raj --to lee", NULL);
	assert_int_equal(sme(p, "raj")->state, SME_RELEASED);
	play_at(sme(p, "raj")->can_due, "-");
	assert_string_equal(need(p, 1)->who, "lee");
	assert_string_equal(p->inc->objectives[0].who, "lee");
	play_refused(p, "14:04Z raj need met 1", "ana");
	play(p, "14:04Z lee need met 1 found one",
		"14:05Z lee objective done 1", NULL);
	play_refused(p, "14:06Z ana release raj", "not on this incident");
	play_refused(p, "14:06Z ana release ghost", "not on this incident");
	play(p, "14:07Z raj join", NULL);
	play_refused(p, "14:08Z ana release raj --to raj", "somebody else");
	play_refused(p, "14:08Z raj release raj", "ana");
}

static void
test_needs_live_on_past_the_report_that_named_them(void **state)
{
	struct play *p = *state;

	play(p, "14:01Z raj can --condition slow --need 'a dba' --need logs",
		"14:05Z raj can --condition slower --need logs",
		"14:06Z raj can --condition slower --no-needs",
		"14:07Z li can --condition x --need logs", NULL);
	assert_int_equal(p->inc->n_needs, 3);
	assert_int_equal(need(p, 1)->state, NEED_OPEN);
	assert_int_equal(need(p, 2)->state, NEED_OPEN);
	play_at(need(p, 2)->since, "14:01Z");
	assert_string_equal(need(p, 3)->who, "li");
	play(p, "14:08Z raj need met 2", NULL);
	assert_int_equal(need(p, 2)->state, NEED_MET);
	play(p, "14:09Z raj can --condition again --need logs", NULL);
	assert_int_equal(need(p, 4)->state, NEED_OPEN);
	assert_int_equal(p->inc->n_needs, 4);
}

static void
test_a_need_is_paged_for_met_or_refused_once(void **state)
{
	struct play *p = *state;

	play(p, "14:01Z raj can --condition x --need a --need b --need c",
		"14:02Z ana need dispatch 1 network",
		"14:02Z ana need refused 2 no money",
		"14:03Z mei need met 3 --from raj", NULL);
	assert_int_equal(need(p, 1)->state, NEED_DISPATCHED);
	assert_string_equal(need(p, 1)->sent, "li");
	assert_int_equal(sme(p, "li")->need, 1);
	assert_int_equal(need(p, 2)->state, NEED_REFUSED);
	assert_string_equal(need(p, 2)->answer, "no money");
	assert_int_equal(need(p, 3)->state, NEED_MET);
	assert_string_equal(need(p, 3)->by, "mei");
	play_refused(p, "14:04Z ana need met 2", "answered by ana");
	play_refused(p, "14:04Z ana need met 9", "no need 9");
	play_refused(p, "14:04Z mei need met 1", "ana");
	play_refused(p, "14:04Z mei need refused 1", "ana");
	play_refused(p, "14:04Z raj need dispatch 1 sam", "ana");
}

static void
test_somebody_here_is_sent_for_a_need_without_a_page(void **state)
{
	struct play *p = *state;

	play(p, "14:01Z li join", "14:01Z raj can --condition x --need a",
		"14:02Z ana need dispatch 1 li", NULL);
	assert_int_equal(sme(p, "li")->pages, 0);
	assert_int_equal(need(p, 1)->state, NEED_DISPATCHED);
	assert_string_equal(need(p, 1)->sent, "li");
}

static void
test_paging_stops_when_the_need_is_answered(void **state)
{
	struct play *p = *state;

	play(p, "14:01Z raj can --condition x --need a",
		"14:02Z ana page li --need 1", "14:03Z ana need met 1", NULL);
	play_at(sme(p, "li")->ack_due, "-");
	assert_null(play_row(p, "li", "14:04Z", ATT_PAGED));
	play(p, "14:04Z ana advance", "14:04Z ana severity 1", NULL);
	play_at(sme(p, "li")->ack_due, "-");
	/* Paged for something else, it waits again. */
	play(p, "14:05Z ana page li", NULL);
	assert_int_equal(sme(p, "li")->need, 0);
	play_at(sme(p, "li")->ack_due, "14:10Z");
	assert_non_null(play_row(p, "li", "14:06Z", ATT_PAGED));
	play_refused(p, "14:06Z ana page sam --need 1", "answered");
}

static void
test_a_need_is_open_again_when_whoever_was_sent_is_released(void **state)
{
	struct play *p = *state;

	play(p, "14:01Z raj can --condition x --need a",
		"14:02Z ana page li --need 1", "14:03Z li ack",
		"14:04Z ana release li", NULL);
	assert_int_equal(need(p, 1)->state, NEED_OPEN);
	assert_string_equal(need(p, 1)->sent, "");
	play(p, "14:05Z ana page li --need 1", "14:06Z li join",
		"14:07Z ana release li", NULL);
	assert_int_equal(need(p, 1)->state, NEED_DISPATCHED);
}

static void
test_the_page_of_a_joined_person_is_for_one_who_is_not_heard(void **state)
{
	struct play *p = *state;
	const struct attention *row;

	play(p, "14:01Z raj join", NULL);
	play_refused(p, "14:10Z ana page raj", "here already");
	row = play_row(p, "ana", "14:40Z", ATT_CAN_LATE);
	assert_string_equal(row->verb, "page raj");
	assert_non_null(strstr(row->text, "CALL THEM"));
	play(p, "14:40Z ana page raj", NULL);
	assert_non_null(strstr(p->said, "+44 20 3"));
	assert_int_equal(sme(p, "raj")->state, SME_JOINED);
}

static void
test_assemble_pages_the_commander_on_call_then_the_next(void **state)
{
	struct play *p = play_new();

	(void)state;
	play(p, "14:00Z sam declare x", "14:01Z sam assemble", NULL);
	assert_int_equal(p->inc->stage, STAGE_ASSEMBLE);
	play(p, "14:06Z sam assemble", NULL);
	assert_int_equal(sme(p, "tomas")->state, SME_PAGED);
	assert_int_equal(p->inc->n_visits, 2);
	play(p, "14:07Z tomas take", NULL);
	assert_int_equal(sme(p, "tomas")->state, SME_JOINED);
	play_refused(p, "14:08Z tomas assemble", "tomas is in command");
	play_free(p);
}

static void
test_nobody_is_paged_to_command_once_somebody_does(void **state)
{
	struct play *p = play_new();

	(void)state;
	play(p, "14:00Z sam declare x", "14:01Z sam assemble",
		"14:02Z raj take", NULL);
	play_at(sme(p, "ana")->ack_due, "-");
	assert_null(play_row(p, "raj", "14:20Z", ATT_NOT_ACKED));
	play(p, "14:03Z raj page ana", NULL);
	play_at(sme(p, "ana")->ack_due, "14:08Z");
	play(p, "14:04Z raj severity 1 worse", NULL);
	play_at(sme(p, "ana")->ack_due, "14:08Z");
	play_free(p);
}

static void
test_severity_4_pages_nobody_by_itself_and_owes_no_report(void **state)
{
	struct play *p = play_new();

	(void)state;
	play(p, "14:00Z ana declare x --take --severity 4", "14:01Z raj join",
		"14:01Z ana page li", NULL);
	play_at(sme(p, "raj")->can_due, "-");
	play_at(sme(p, "li")->ack_due, "-");
	play_at(p->inc->command.broadcast_due, "-");
	play_at(p->inc->customers.due, "-");
	play(p, "14:10Z ana severity 2 worse", NULL);
	play_at(sme(p, "raj")->can_due, "14:25Z");
	play_at(sme(p, "li")->ack_due, "14:15Z");
	play_at(p->inc->command.broadcast_due, "14:40Z");
	play_at(p->inc->customers.due, "14:25Z");
	play_free(p);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	TEST(test_a_page_waits_for_its_acknowledgement),
	TEST(test_a_page_goes_out_again_and_asks_again),
	TEST(test_the_next_of_a_field_is_paged_when_one_was),
	TEST(test_whoever_joins_is_here_and_owes_a_report),
	TEST(test_the_former_commander_owes_reports_and_the_new_one_does_not),
	TEST(test_a_released_person_owes_nothing_and_passes_things_on),
	TEST(test_needs_live_on_past_the_report_that_named_them),
	TEST(test_a_need_is_paged_for_met_or_refused_once),
	TEST(test_somebody_here_is_sent_for_a_need_without_a_page),
	TEST(test_paging_stops_when_the_need_is_answered),
	TEST(test_a_need_is_open_again_when_whoever_was_sent_is_released),
	TEST(test_the_page_of_a_joined_person_is_for_one_who_is_not_heard),
	cmocka_unit_test(
		test_assemble_pages_the_commander_on_call_then_the_next),
	cmocka_unit_test(test_nobody_is_paged_to_command_once_somebody_does),
	cmocka_unit_test(
		test_severity_4_pages_nobody_by_itself_and_owes_no_report),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
