/* Forms of those who report and those who answer, by keys. */
#include "unit/view/desk.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

/* ---- reports ------------------------------------------------------------------ */

static void
test_a_report_opens_on_the_last_one_with_its_open_needs(void **state)
{
	struct desk *d = desk_busy();

	(void)state;
	snprintf(d->s.who, sizeof(d->s.who), "raj");
	desk_keys(d, "c");
	assert_string_equal(str_get(&d->s.form.text[2]), "db stuck");
	assert_string_equal(str_get(&d->s.form.text[3]), "repair: fail over");
	assert_string_equal(str_get(&d->s.form.text[4]), "network limits");
	desk_keys(d, "Enter");
	assert_int_equal(d->s.over, OVER_NONE);
	assert_int_equal(desk_last(d)->ev.kind, KIND_CAN);
	assert_int_equal(d->inc->n_needs, 2);
	assert_int_equal(incident_report(d->inc, "raj")->can->t[0].actions[0]
		.tag, FOR_REPAIR);
	desk_free(d);
}

static void
test_conditions_actions_and_needs_are_lines_of_a_form(void **state)
{
	struct desk *d = desk_busy();
	const struct report *r;

	(void)state;
	snprintf(d->s.who, sizeof(d->s.who), "ines");
	desk_keys(d, "c");
	desk_type(d, "edge retries");
	desk_keys(d, "Tab");
	desk_type(d, "cut");
	desk_keys(d, "A-Enter");
	desk_type(d, "watch");
	desk_keys(d, "Tab Tab");
	desk_type(d, "second one");
	desk_keys(d, "Tab Tab");
	desk_type(d, "eyes");
	desk_keys(d, "Enter");
	r = incident_report(d->inc, "ines");
	assert_non_null(r);
	assert_int_equal(r->can->n, 2);
	assert_string_equal(r->can->t[0].condition, "edge retries");
	assert_int_equal(r->can->t[0].n_actions, 2);
	assert_string_equal(r->can->t[0].actions[1].text, "watch");
	assert_int_equal(r->can->t[0].n_needs, 0);
	assert_string_equal(r->can->t[1].condition, "second one");
	assert_int_equal(r->can->t[1].n_actions, 0);
	assert_string_equal(r->can->t[1].needs[0], "eyes");
	assert_false(r->no_needs);
	desk_free(d);
}

static void
test_whoever_writes_no_need_says_that_nothing_is_needed(void **state)
{
	struct desk *d = desk_busy();

	(void)state;
	snprintf(d->s.who, sizeof(d->s.who), "ines");
	desk_keys(d, "c f i n e Enter");
	assert_true(incident_report(d->inc, "ines")->no_needs);
	desk_keys(d, "c C-u Enter");
	assert_int_equal(d->s.over, OVER_FORM);
	assert_non_null(strstr(d->s.form.error, "still empty"));
	desk_free(d);
}

static void
test_staff_files_the_report_of_whom_the_cursor_is_on(void **state)
{
	struct desk *d = desk_busy();

	(void)state;
	desk_select(d, PANE_PEOPLE, "sme:raj");
	desk_keys(d, "c");
	assert_string_equal(d->s.form.title, "CAN report of raj");
	desk_keys(d, "Enter");
	assert_string_equal(event_text(&desk_last(d)->ev, F_FROM), "raj");
	assert_string_equal(desk_last(d)->ev.by, "ana");
	desk_free(d);
}

/* ---- what waits ---------------------------------------------------------------- */

static void
test_d_answers_the_need_or_objective_under_the_cursor(void **state)
{
	struct desk *d = desk_busy();

	(void)state;
	desk_select(d, PANE_CAN, "need:2");
	desk_keys(d, "d");
	assert_string_equal(d->s.form.title, "Need 2 of raj");
	assert_non_null(strstr(desk_frame(d), "network limits"));
	desk_keys(d, "m Enter");
	assert_int_equal(d->inc->needs[1].state, NEED_MET);
	desk_run(d, "raj", "objective cannot 1 limited");
	desk_select(d, PANE_ATTENTION, "blocked:1");
	desk_keys(d, "d m Tab");
	desk_type(d, "take ten more");
	desk_keys(d, "Enter");
	assert_string_equal(d->inc->objectives[0].answer, "more-time");
	assert_int_equal(d->inc->objectives[0].state, OBJ_UNDERSTOOD);
	desk_select(d, PANE_ATTENTION, "");
	desk_free(d);
}

static void
test_a_need_that_names_a_field_offers_to_dispatch_it(void **state)
{
	struct desk *d = desk_incident("ana");

	(void)state;
	desk_run(d, "raj", "can --condition x --need \"someone for network\"");
	desk_select(d, PANE_ATTENTION, "need:1");
	desk_keys(d, "d Enter");
	assert_int_equal(d->inc->needs[0].state, NEED_DISPATCHED);
	assert_string_equal(d->inc->needs[0].sent, "li");
	desk_free(d);
}

static void
test_a_reads_back_an_objective_and_acknowledges_a_page_and_no_more(
	void **state)
{
	struct desk *d = desk_busy();

	(void)state;
	snprintf(d->s.who, sizeof(d->s.who), "raj");
	desk_keys(d, "a Enter");
	assert_int_equal(d->inc->objectives[0].state, OBJ_UNDERSTOOD);
	desk_keys(d, "a");
	assert_int_equal(d->s.over, OVER_NONE);
	assert_non_null(strstr(d->s.saying, "nothing waits for you"));
	snprintf(d->s.who, sizeof(d->s.who), "li");
	desk_keys(d, "a");
	desk_type(d, "+10m");
	desk_keys(d, "Enter");
	assert_int_equal(incident_sme(d->inc, "li")->state, SME_ACKED);
	assert_int_equal(d->inc->stage, STAGE_DISPATCH);
	desk_free(d);
}

static void
test_an_offer_to_me_opens_the_briefing_and_enter_accepts(void **state)
{
	struct desk *d = desk_busy();

	(void)state;
	desk_run(d, "ana", "offer raj");
	snprintf(d->s.who, sizeof(d->s.who), "raj");
	desk_wait(d, 1);
	desk_quick(d, "a");
	assert_int_equal(d->s.over, OVER_BRIEF);
	assert_non_null(strstr(desk_frame(d), "ana offers you command: Enter"
		" accepts"));
	desk_quick(d, "Enter");
	assert_string_equal(d->inc->command.holder, "ana");
	desk_keys(d, "Enter");
	assert_string_equal(d->inc->command.holder, "raj");
	desk_free(d);
}

static void
test_a_message_that_reached_nobody_is_said_by_hand(void **state)
{
	struct desk *d = desk_incident("ana");

	(void)state;
	desk_keys(d, "b");
	assert_non_null(strstr(desk_frame(d), "Say it by hand"));
	assert_non_null(strstr(desk_frame(d), "ana takes command"));
	desk_keys(d, "Enter");
	assert_int_equal(desk_last(d)->ev.kind, KIND_DELIVERY_SENT);
	assert_string_equal(desk_last(d)->ev.by, "ana");
	/* Now nothing waits, and the form writes a new one. */
	desk_keys(d, "b");
	assert_non_null(strstr(desk_frame(d), "Message"));
	desk_keys(d, "Enter");
	assert_int_equal(desk_last(d)->ev.kind, KIND_BROADCAST);
	desk_free(d);
}

static void
test_undo_is_at_once_within_ten_seconds_and_asks_later(void **state)
{
	struct desk *d = desk_incident("ana");

	(void)state;
	desk_keys(d, "> Enter u");
	assert_int_equal(d->s.over, OVER_NONE);
	assert_int_equal(d->inc->stage, STAGE_DETECT);
	assert_non_null(strstr(d->s.saying, "taken back"));
	desk_keys(d, "> Enter");
	desk_wait(d, 20);
	desk_keys(d, "u");
	assert_int_equal(d->s.over, OVER_FORM);
	assert_non_null(strstr(desk_frame(d), "Take back entry"));
	assert_int_equal(d->inc->stage, STAGE_ASSEMBLE);
	desk_keys(d, "Enter");
	assert_int_equal(d->inc->stage, STAGE_DETECT);
	desk_free(d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			test_a_report_opens_on_the_last_one_with_its_open_needs),
		cmocka_unit_test(
			test_conditions_actions_and_needs_are_lines_of_a_form),
		cmocka_unit_test(
			test_whoever_writes_no_need_says_that_nothing_is_needed),
		cmocka_unit_test(
			test_staff_files_the_report_of_whom_the_cursor_is_on),
		cmocka_unit_test(
			test_d_answers_the_need_or_objective_under_the_cursor),
		cmocka_unit_test(
			test_a_need_that_names_a_field_offers_to_dispatch_it),
		cmocka_unit_test(
			test_a_reads_back_an_objective_and_acknowledges_a_page_and_no_more),
		cmocka_unit_test(
			test_an_offer_to_me_opens_the_briefing_and_enter_accepts),
		cmocka_unit_test(
			test_a_message_that_reached_nobody_is_said_by_hand),
		cmocka_unit_test(
			test_undo_is_at_once_within_ten_seconds_and_asks_later),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
