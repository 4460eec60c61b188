/* Whole incidents by keys alone. */
#include "unit/view/desk.h"

#include "base/mem.h"
#include "model/attention.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

/* Keys, and text between quotes: "n 'it is back' Enter". */
static void
act(struct desk *d, const char *keys)
{
	char part[256];

	while (*keys) {
		bool text = *keys == '\'';
		size_t n;

		keys += text;
		n = strcspn(keys, text ? "'" : " ");
		snprintf(part, sizeof(part), "%.*s", (int)n, keys);
		if (text)
			desk_type(d, part);
		else
			desk_keys(d, part);
		keys += n + text;
		keys += *keys == ' ';
	}
	if (d->s.over != OVER_NONE)
		fail_msg("still open: %s: %s", d->s.form.title,
			d->s.form.error);
	if (d->s.said == SAID_ERROR)
		fail_msg("said: %s", d->s.saying);
	desk_wait(d, 60);
}

static void
test_one_person_from_declaring_to_closed(void **state)
{
	struct desk *d = desk_new("ana");

	(void)state;
	act(d, "D 'checkout fails' Up Right Enter");
	assert_int_equal(d->inc->stage, STAGE_VERIFY);
	assert_string_equal(d->inc->command.holder, "ana");
	act(d, "v 1 Enter");
	assert_int_equal(d->inc->severity, 1);
	act(d, "v 'checkout is down for all of Europe' Enter");
	act(d, "c 'db-eu-1 is stuck' Tab 'failing over' Enter");
	assert_int_equal(rules_unmet(d->inc), 0);
	act(d, "> Enter");
	act(d, "> Enter");
	assert_int_equal(d->inc->stage, STAGE_MITIGATE);
	act(d, "m Tab 'the 13:40 deploy' Enter");
	act(d, "m Tab 'roll back' Enter");
	act(d, "m Enter");
	act(d, "m Enter");
	assert_int_equal(d->inc->mitigations[0].state, MIT_EXECUTED);
	act(d, "m Enter");
	assert_int_equal(d->inc->mitigations[0].state, MIT_WORKED);
	act(d, "! Enter");
	assert_true(d->inc->under_control);
	assert_int_equal(d->inc->stage, STAGE_REPAIR);
	act(d, "t Enter");
	act(d, "b Enter");
	act(d, "m Tab 'the query is fixed' Enter");
	assert_int_equal(d->inc->repaired, REPAIR_DONE);
	act(d, "! Enter");
	assert_true(d->inc->all_clear);
	act(d, "n A-r 'wiki/INC-17' Enter");
	act(d, "n A-l 'test the failover' Enter");
	act(d, "n A-a 'alert on replica lag' Enter");
	act(d, "> Enter");
	assert_int_equal(d->inc->stage, STAGE_ACTION_ITEMS);
	act(d, "d Enter");
	assert_int_not_equal(d->inc->items[0].done, WHEN_NONE);
	act(d, "> Enter");
	assert_true(d->inc->closed);
	desk_free(d);
}

static void
test_a_false_alarm_is_ended_by_its_declarer_alone(void **state)
{
	struct desk *d = desk_new("tomas");

	(void)state;
	act(d, "D 'disk nearly full' Enter");
	d->keys = 0;
	act(d, "! Enter");
	assert_int_equal(d->keys, 2);
	assert_true(d->inc->closed && d->inc->false_alarm);
	assert_int_equal(d->inc->customers.due, WHEN_NONE);
	/* The company never heard of it: nothing is owed. */
	assert_int_equal(attention_of(d->inc, "tomas", d->now, d->frame).n,
		0);
	desk_free(d);
}

static void
test_a_duplicate_is_merged_by_its_declarer(void **state)
{
	struct desk *d = desk_new("tomas"), *into = desk_incident("ana");

	(void)state;
	act(d, "D 'EU checkout slow' Enter");
	d->other = incident_at(into->inc, into->inc->n);
	d->other->number = 16;
	summary_of(d->other, &d->board[0]);
	d->n_board = 1;
	act(d, "! d Enter");
	assert_int_equal(d->inc->merged_into, 16);
	desk_free(into);
	desk_free(d);
}

static void
test_a_silent_commander_is_replaced_and_comes_back(void **state)
{
	struct desk *d = desk_incident("ana");

	(void)state;
	desk_wait(d, 40 * 60);
	snprintf(d->s.who, sizeof(d->s.who), "raj");
	d->keys = 0;
	act(d, "h a Enter");
	assert_int_equal(d->keys, 3);
	assert_string_equal(d->inc->command.holder, "raj");
	snprintf(d->s.who, sizeof(d->s.who), "ana");
	assert_non_null(strstr(desk_frame(d), "NOT IN COMMAND"));
	act(d, "h a Enter");
	assert_string_equal(d->inc->command.holder, "ana");
	desk_free(d);
}

static void
test_command_passes_by_offer_and_acceptance(void **state)
{
	struct desk *d = desk_incident("ana");

	(void)state;
	act(d, "h r a j Enter");
	assert_string_equal(d->inc->command.holder, "ana");
	snprintf(d->s.who, sizeof(d->s.who), "raj");
	act(d, "a Enter");
	assert_string_equal(d->inc->command.holder, "raj");
	act(d, "h Up d Tab 'ana' Enter");
	assert_string_equal(d->inc->command.deputy, "ana");
	desk_free(d);
}

static void
test_a_wrong_stage_is_undone_and_the_log_is_longer(void **state)
{
	struct desk *d = desk_incident("ana");
	struct summary before, after;

	(void)state;
	summary_of(d->inc, &before);
	desk_keys(d, "> Right Enter");
	assert_int_equal(d->inc->stage, STAGE_VERIFY);
	desk_keys(d, "u");
	summary_of(d->inc, &after);
	assert_int_equal(after.stage, before.stage);
	assert_int_equal(after.stage_since, before.stage_since);
	assert_int_equal(after.ops_run, before.ops_run);
	assert_int_equal(after.customers_due, before.customers_due);
	assert_int_equal(after.n, before.n + 2);
	desk_free(d);
}

static void
test_a_page_is_acknowledged_and_an_objective_goes_its_way(void **state)
{
	struct desk *d = desk_incident("ana");

	(void)state;
	act(d, "p 'database' Enter");
	snprintf(d->s.who, sizeof(d->s.who), "raj");
	act(d, "a '+5m' Enter");
	act(d, "c 'db is stuck' Tab Tab 'approval' Enter");
	snprintf(d->s.who, sizeof(d->s.who), "ana");
	act(d, "o r a j Tab 'promote it' Enter");
	snprintf(d->s.who, sizeof(d->s.who), "raj");
	act(d, "a Enter");
	act(d, "o c Tab 'no disk' Enter");
	assert_int_equal(d->inc->objectives[0].state, OBJ_BLOCKED);
	snprintf(d->s.who, sizeof(d->s.who), "ana");
	desk_select(d, PANE_ATTENTION, "blocked:1");
	act(d, "d Enter");
	assert_string_equal(d->inc->objectives[0].answer, "replan");
	snprintf(d->s.who, sizeof(d->s.who), "raj");
	act(d, "o d Enter");
	assert_int_equal(d->inc->objectives[0].state, OBJ_DONE);
	act(d, ". Enter");
	desk_free(d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_one_person_from_declaring_to_closed),
		cmocka_unit_test(
			test_a_false_alarm_is_ended_by_its_declarer_alone),
		cmocka_unit_test(test_a_duplicate_is_merged_by_its_declarer),
		cmocka_unit_test(
			test_a_silent_commander_is_replaced_and_comes_back),
		cmocka_unit_test(test_command_passes_by_offer_and_acceptance),
		cmocka_unit_test(
			test_a_wrong_stage_is_undone_and_the_log_is_longer),
		cmocka_unit_test(
			test_a_page_is_acknowledged_and_an_objective_goes_its_way),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
