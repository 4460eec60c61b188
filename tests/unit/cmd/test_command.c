/* Declaring and command, by the lines that people type. */
#include "lib/play.h"

#include "model/clocks.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define REFUSED(p, line, words) do { \
	assert_false(play_try(p, line)); \
	if (!strstr((p)->err.text, words)) \
		fail_msg("said: %s", (p)->err.text); \
} while (0)

static void
test_a_declaration_needs_a_title_and_nothing_else(void **state)
{
	struct play *p = play_new();

	(void)state;
	REFUSED(p, "14:00Z ana declare", "TITLE");
	play(p, "14:00Z tomas declare EU checkout returns 5xx", NULL);
	assert_string_equal(p->inc->title, "EU checkout returns 5xx");
	assert_int_equal(p->inc->severity, 2);
	assert_string_equal(p->inc->source, "staff");
	assert_int_equal(p->inc->impact, IMPACT_UNKNOWN);
	assert_int_equal(p->inc->stage, STAGE_DETECT);
	assert_string_equal(p->inc->bridge, "https://meet.example.com/inc-17");
	assert_string_equal(p->inc->customers.owner, "mei");
	assert_int_equal(clock_band(p->inc, BAND_CUSTOMER,
		play_time("14:10Z")), 10 * WHEN_MINUTE);
	assert_int_equal(p->inc->customers.due, play_time("14:15Z"));
	play_free(p);
}

static void
test_declare_and_take_passes_detect_and_assemble_with_one_message(void **state)
{
	struct play *p = play_new();

	(void)state;
	play(p, "14:00Z ana declare disk full --take --severity 1", NULL);
	assert_int_equal(p->inc->stage, STAGE_VERIFY);
	assert_string_equal(p->inc->command.holder, "ana");
	assert_int_equal(p->inc->n_messages, 1);
	play_free(p);
}

static void
test_a_restricted_incident_sends_nothing_by_itself(void **state)
{
	struct play *p = play_new();

	(void)state;
	play(p, "14:00Z ana declare leak --take --restricted",
		"14:01Z ana advance --reason sure", NULL);
	assert_int_equal(p->inc->n_messages, 0);
	assert_int_equal(p->inc->customers.due, WHEN_NONE);
	REFUSED(p, "14:02Z ana broadcast hello", "--audience");
	play(p, "14:02Z ana broadcast hello --audience security", NULL);
	assert_int_equal(p->inc->n_messages, 1);
	play_free(p);
}

static void
test_command_is_taken_only_when_nobody_holds_it(void **state)
{
	struct play *p = play_new();

	(void)state;
	play(p, "14:00Z tomas declare x", "14:01Z ana take", NULL);
	REFUSED(p, "14:02Z raj take", "ana is in command");
	REFUSED(p, "14:02Z ana take", "already");
	play_free(p);
}

static void
test_an_offer_changes_nothing_until_it_is_accepted(void **state)
{
	struct play *p = play_new();

	(void)state;
	play(p, "14:00Z tomas declare x", "14:01Z ana take",
		"14:02Z ana offer raj", NULL);
	assert_string_equal(p->inc->command.holder, "ana");
	REFUSED(p, "14:03Z li accept", "offered to raj");
	play(p, "14:04Z raj accept", NULL);
	assert_string_equal(p->inc->command.holder, "raj");
	assert_string_equal(p->inc->command.former, "ana");
	play_free(p);
}

static void
test_an_offer_lapses_after_five_minutes(void **state)
{
	struct play *p = play_new();

	(void)state;
	play(p, "14:00Z tomas declare x", "14:01Z ana take",
		"14:02Z ana offer raj", NULL);
	REFUSED(p, "14:07:01Z raj accept", "lapsed");
	play(p, "14:08Z ana offer raj", "14:09Z raj decline busy", NULL);
	REFUSED(p, "14:10Z raj accept", "not offered");
	play_free(p);
}

static void
test_anyone_assumes_command_and_it_is_logged_as_assumed(void **state)
{
	struct play *p = play_new();

	(void)state;
	play(p, "14:00Z tomas declare x", "14:01Z ana take",
		"14:40Z raj assume", NULL);
	assert_string_equal(p->inc->command.holder, "raj");
	assert_true(p->inc->command.assumed);
	assert_string_equal(p->inc->command.assumed_from, "ana");
	assert_non_null(strstr(p->said, "ana last acted 39m ago"));
	play(p, "14:41Z ana assume", NULL);
	assert_string_equal(p->inc->command.holder, "ana");
	play_free(p);
}

static void
test_a_commander_is_silent_when_the_broadcast_is_overdue_by_five(void **state)
{
	struct play *p = play_new();
	when_ms since;

	(void)state;
	play(p, "14:00Z tomas declare x", "14:01Z ana take", NULL);
	assert_int_equal(p->inc->command.broadcast_due, play_time("14:31Z"));
	assert_false(clock_silent(p->inc, play_time("14:36Z"), &since));
	assert_true(clock_silent(p->inc, play_time("14:37Z"), &since));
	play(p, "14:38Z ana note still here", NULL);
	assert_false(clock_silent(p->inc, play_time("14:39Z"), &since));
	play_free(p);
}

static void
test_the_deputy_acts_for_the_commander(void **state)
{
	struct play *p = play_new();

	(void)state;
	play(p, "14:00Z ana declare x --take", NULL);
	REFUSED(p, "14:01Z tomas objective assign raj look", "ana");
	REFUSED(p, "14:01Z tomas role deputy tomas", "ana");
	play(p, "14:01Z ana role deputy tomas",
		"14:02Z tomas objective assign raj look", NULL);
	assert_string_equal(p->inc->entries[p->inc->n - 1].deputy_of, "ana");
	REFUSED(p, "14:03Z tomas advance", "ana");
	play_free(p);
}

static void
test_only_the_commander_moves_calls_and_decides(void **state)
{
	static const char *const lines[] = {
		"14:02Z raj advance", "14:02Z raj call under-control",
		"14:02Z raj severity 1", "14:02Z raj scope all",
		"14:02Z raj decide wait", "14:02Z raj offer li",
		"14:02Z raj page li", "14:02Z raj broadcast hello",
		"14:02Z raj objective assign li look",
		"14:02Z raj close --false-alarm",
	};
	struct play *p = play_new();

	(void)state;
	play(p, "14:00Z ana declare x --take", NULL);
	for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++)
		REFUSED(p, lines[i], "ana");
	assert_int_equal(p->err.code, ERR_REFUSED);
	play_free(p);
}

static void
test_before_there_is_a_commander_anyone_gets_things_going(void **state)
{
	struct play *p = play_new();

	(void)state;
	play(p, "14:00Z sam declare x", "14:01Z sam severity 1",
		"14:02Z sam assemble", "14:02Z sam page database", NULL);
	assert_int_equal(p->inc->stage, STAGE_ASSEMBLE);
	assert_non_null(incident_sme(p->inc, "ana"));
	assert_true(incident_sme(p->inc, "ana")->commander);
	assert_non_null(incident_sme(p->inc, "raj"));
	play(p, "14:04Z sam assemble", NULL);
	assert_non_null(incident_sme(p->inc, "tomas"));
	play_free(p);
}

static void
test_a_commander_of_another_live_incident_is_passed_over(void **state)
{
	struct summary other = {.number = 16, .commander = "ana"};
	struct play *p = play_new();

	(void)state;
	p->env.board = &other;
	p->env.n_board = 1;
	play(p, "14:00Z sam declare x", "14:01Z sam assemble", NULL);
	assert_null(incident_sme(p->inc, "ana"));
	assert_non_null(incident_sme(p->inc, "tomas"));
	assert_non_null(strstr(p->said, "ana was passed over"));
	play_free(p);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			test_a_declaration_needs_a_title_and_nothing_else),
		cmocka_unit_test(
	test_declare_and_take_passes_detect_and_assemble_with_one_message),
		cmocka_unit_test(
			test_a_restricted_incident_sends_nothing_by_itself),
		cmocka_unit_test(
			test_command_is_taken_only_when_nobody_holds_it),
		cmocka_unit_test(
			test_an_offer_changes_nothing_until_it_is_accepted),
		cmocka_unit_test(test_an_offer_lapses_after_five_minutes),
		cmocka_unit_test(
		test_anyone_assumes_command_and_it_is_logged_as_assumed),
		cmocka_unit_test(
	test_a_commander_is_silent_when_the_broadcast_is_overdue_by_five),
		cmocka_unit_test(test_the_deputy_acts_for_the_commander),
		cmocka_unit_test(
			test_only_the_commander_moves_calls_and_decides),
		cmocka_unit_test(
		test_before_there_is_a_commander_anyone_gets_things_going),
		cmocka_unit_test(
		test_a_commander_of_another_live_incident_is_passed_over),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
