#include "model/attention.h"

#include "unit/model/seen.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <cmocka.h>

static void
test_no_commander_is_everybodys_and_bad_after_its_limit(void **state)
{
	struct made *m = *state;

	SHOWN(seen_row(m, "raj", 3, ATT_NO_COMMANDER), LEVEL_WARN,
		"nobody is in command", "3m, due in 2m", "h", "take");
	SHOWN(seen_row(m, "", 8, ATT_NO_COMMANDER), LEVEL_BAD,
		"nobody is in command", "8m, 3m LATE", "h", "take");
	made_take(m, 9, "ana");
	assert_null(seen_row(m, "raj", 10, ATT_NO_COMMANDER));
}

static void
test_a_reopened_incident_asks_for_a_commander_from_then(void **state)
{
	struct made *m = *state;

	made_take(m, 1, "ana");
	made_call(m, 20, CALL_ALL_CLEAR);
	made_text(made_add(m, 60, "ana", KIND_REOPENED), F_TO, "mitigate");
	SHOWN(seen_row(m, "raj", 62, ATT_NO_COMMANDER), LEVEL_WARN,
		"nobody is in command", "2m, due in 3m", "h", "take");
}

static void
test_a_silent_commander_is_on_everybodys_list(void **state)
{
	struct made *m = *state;

	made_take(m, 1, "ana");
	assert_null(seen_row(m, "raj", 26, ATT_SILENT));
	SHOWN(seen_row(m, "raj", 26.5, ATT_SILENT), LEVEL_BAD,
		"COMMANDER SILENT 25m", "ana last acted 13:45Z", "h",
		"assume");
	SHOWN(seen_row(m, NULL, 26.5, ATT_SILENT), LEVEL_BAD,
		"COMMANDER SILENT 25m", "ana last acted 13:45Z", "h",
		"assume");
	SHOWN(seen_row(m, "ana", 26.5, ATT_SILENT), LEVEL_BAD,
		"everybody sees you as silent for 25m",
		"tell the company, or anybody may assume command", "b",
		"broadcast");
}

static void
test_an_offer_is_accepted_by_whom_it_is_for_until_it_lapses(void **state)
{
	struct made *m = *state;
	struct event *e;

	made_take(m, 1, "ana");
	e = made_add(m, 2, "ana", KIND_OFFERED);
	made_text(e, F_FROM, "ana");
	made_text(e, F_TO, "raj");
	SHOWN(seen_row(m, "Raj", 3, ATT_OFFERED), LEVEL_WARN,
		"ana offers you command", "lapses in 4m", "a", "accept");
	assert_null(seen_row(m, "li", 3, ATT_OFFERED));
	assert_null(seen_row(m, "ana", 3, ATT_OFFERED));
	SHOWN(seen_row(m, "ana", 3, ATT_WAITING), LEVEL_INFO,
		"command is offered to raj",
		"lapses in 4m, until then it is yours", "h", "offer raj");
	assert_null(seen_row(m, "raj", 7, ATT_OFFERED));
	assert_null(seen_row(m, "ana", 7, ATT_WAITING));
}

static void
test_time_in_command_shows_only_while_others_have_joined(void **state)
{
	struct made *m = *state;

	made_take(m, 1, "ana");
	assert_null(seen_row(m, "ana", 200, ATT_TIRED));
	made_join(m, 2, "raj");
	assert_null(seen_row(m, "ana", 61, ATT_TIRED));
	SHOWN(seen_row(m, "ana", 66, ATT_TIRED), LEVEL_WARN,
		"you have been in command for 1h05m",
		"hand over while you are fresh", "h", "offer ...");
	assert_int_equal(seen_row(m, "ana", 182, ATT_TIRED)->level, LEVEL_BAD);
	made_role(m, 3, "deputy", "tomas");
	assert_string_equal(seen_row(m, "tomas", 66, ATT_TIRED)->text,
		"ana has been in command for 1h05m");
}

static void
test_span_is_amber_above_five_and_red_above_seven(void **state)
{
	static const char *const names[] = {"a", "b", "c", "d", "e", "f", "g",
		"h"};
	struct made *m = *state;

	made_take(m, 1, "ana");
	made_join(m, 2, "ana");
	for (int i = 0; i < 5; i++)
		made_join(m, 2, names[i]);
	assert_null(seen_row(m, "ana", 3, ATT_SPAN));
	made_join(m, 2, names[5]);
	SHOWN(seen_row(m, "ana", 3, ATT_SPAN), LEVEL_WARN, "6 direct reports",
		"above 5: release whoever is done", ":", "release ...");
	made_join(m, 2, names[6]);
	made_join(m, 2, names[7]);
	SHOWN(seen_row(m, "ana", 3, ATT_SPAN), LEVEL_BAD, "8 direct reports",
		"above 7: release whoever is done", ":", "release ...");
}

static void
test_a_stage_whose_criteria_are_met_offers_the_next(void **state)
{
	struct made *m = *state;

	made_take(m, 1, "ana");
	made_stage(m, 2, "dispatch");
	SHOWN(seen_row(m, "ana", 3, ATT_READY), LEVEL_INFO, "ready for Mitigate",
		"all criteria are met", ">", "advance");
	assert_null(seen_row(m, "raj", 3, ATT_READY));
	made_can(m, 3, "raj", "approval");
	assert_null(seen_row(m, "ana", 4, ATT_READY));
}

static void
test_the_call_ends_mitigate_and_repair(void **state)
{
	struct made *m = *state;
	struct event *e;

	made_take(m, 1, "ana");
	made_stage(m, 2, "mitigate");
	made_text(made_add(m, 3, "raj", KIND_DIAGNOSIS), F_NOTE, "I/O wait");
	made_text(made_add(m, 4, "raj", KIND_PROPOSED), F_NOTE, "fail over");
	e = made_add(m, 5, "raj", KIND_WORKED);
	made_int(e, F_MITIGATION, 1);
	made_text(e, F_FROM, "mei");
	SHOWN(seen_row(m, "ana", 6, ATT_READY), LEVEL_INFO,
		"a mitigation worked: call Under Control", "", "!",
		"call under-control");
	made_call(m, 7, CALL_UNDER_CONTROL);
	assert_null(seen_row(m, "ana", 8, ATT_READY));
	made_int(made_add(m, 9, "raj", KIND_REPAIR), F_NEEDED, 1);
	SHOWN(seen_row(m, "ana", 9, ATT_READY), LEVEL_INFO,
		"the repair is settled: call All Clear", "", "!",
		"call all-clear");
}

static void
test_facts_ahead_of_the_stage_take_the_place_of_ready(void **state)
{
	struct made *m = *state;

	made_take(m, 1, "ana");
	made_stage(m, 2, "dispatch");
	made_text(made_add(m, 3, "raj", KIND_DIAGNOSIS), F_NOTE, "I/O wait");
	SHOWN(seen_row(m, "ana", 4, ATT_AHEAD), LEVEL_INFO,
		"there is a diagnosis: that belongs to Mitigate",
		"this is Dispatch", ">", "advance --to mitigate");
	assert_null(seen_row(m, "ana", 4, ATT_READY));
	made_int(made_add(m, 5, "raj", KIND_REPAIR), F_NEEDED, 1);
	SHOWN(seen_row(m, "ana", 6, ATT_AHEAD), LEVEL_INFO,
		"the repair is settled: that belongs to Repair",
		"this is Dispatch", "!", "call under-control");
}

static void
test_nobody_is_offered_a_stage_while_nobody_commands(void **state)
{
	struct made *m = *state;

	made_can(m, 1, "raj", NULL);
	assert_null(seen_row(m, "raj", 2, ATT_AHEAD));
	assert_null(seen_row(m, "raj", 2, ATT_READY));
}

int
main(void)
{
#define T(f) cmocka_unit_test_setup_teardown(f, made_setup, made_teardown)
	const struct CMUnitTest tests[] = {
		T(test_no_commander_is_everybodys_and_bad_after_its_limit),
		T(test_a_reopened_incident_asks_for_a_commander_from_then),
		T(test_a_silent_commander_is_on_everybodys_list),
		T(test_an_offer_is_accepted_by_whom_it_is_for_until_it_lapses),
		T(test_time_in_command_shows_only_while_others_have_joined),
		T(test_span_is_amber_above_five_and_red_above_seven),
		T(test_a_stage_whose_criteria_are_met_offers_the_next),
		T(test_the_call_ends_mitigate_and_repair),
		T(test_facts_ahead_of_the_stage_take_the_place_of_ready),
		T(test_nobody_is_offered_a_stage_while_nobody_commands),
	};
#undef T

	return cmocka_run_group_tests(tests, NULL, NULL);
}
