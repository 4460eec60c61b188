#include "model/rules.h"

#include "unit/model/made.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

/* The ids of a stage's criteria, those that are met with a +. */
static const char *
ticks(struct made *m, enum stage stage)
{
	struct criterion c[CRITERIA_MAX];
	int n = rules_criteria(made_fold(m), stage, c);
	const char *out = "";

	for (int i = 0; i < n; i++)
		out = arena_printf(m->a, "%s%s%s%s", out, i ? " " : "",
			c[i].met ? "+" : "", c[i].id);
	return out;
}

static void
test_every_stage_asks_something_and_names_the_command(void **state)
{
	const struct incident *inc = made_fold(*state);
	struct criterion c[CRITERIA_MAX];

	for (int s = STAGE_DETECT; s < STAGE_COUNT; s++) {
		int n = rules_criteria(inc, (enum stage)s, c);

		assert_true(n > 0);
		for (int i = 0; i < n; i++)
			assert_true(*c[i].id && *c[i].text && *c[i].verb);
	}
	assert_int_equal(rules_criteria(inc, STAGE_NONE, c), 0);
}

static void
test_detect_asks_for_source_and_impact(void **state)
{
	struct made *m = *state;

	assert_string_equal(ticks(m, STAGE_DETECT), "+source impact");
	assert_int_equal(rules_unmet(m->inc), 1);
	made_text(made_add(m, 1, "tomas", KIND_IMPACT), F_IMPACT, "none");
	assert_string_equal(ticks(m, STAGE_DETECT), "+source +impact");
	assert_int_equal(rules_unmet(m->inc), 0);
}

static void
tell(struct made *m, double min, int32_t n)
{
	struct ints *list = arena_alloc(m->a, sizeof(*list));
	union value v = {.ints = list};

	list->v = arena_alloc(m->a, sizeof(*list->v));
	list->v[0] = n;
	list->n = 1;
	event_put(made_add(m, min, "ana", KIND_DELIVERY_SENT), F_ENTRIES, v);
}

static void
test_assemble_asks_that_bridge_and_protocol_were_told(void **state)
{
	struct made *m = *state;

	assert_string_equal(ticks(m, STAGE_ASSEMBLE), "commander bridge");
	made_take(m, 1, "ana");
	made_text(m->v[0], F_PROTOCOL, "one voice at a time");
	made_text(made_add(m, 2, "ana", KIND_BROADCAST), F_MESSAGE, "early");
	tell(m, 3, 3);
	assert_string_equal(ticks(m, STAGE_ASSEMBLE), "+commander bridge");
	made_text(made_add(m, 4, "ana", KIND_BRIDGE), F_BRIDGE, "meet/17");
	assert_string_equal(ticks(m, STAGE_ASSEMBLE), "+commander bridge");
	made_text(made_add(m, 5, "ana", KIND_BROADCAST), F_MESSAGE, "join us");
	assert_string_equal(ticks(m, STAGE_ASSEMBLE), "+commander bridge");
	tell(m, 6, 6);
	assert_string_equal(ticks(m, STAGE_ASSEMBLE), "+commander +bridge");
	made_text(made_add(m, 7, "ana", KIND_PROTOCOL), F_PROTOCOL, "new");
	assert_string_equal(ticks(m, STAGE_ASSEMBLE), "+commander bridge");
	made_call(m, 8, CALL_ALL_CLEAR);
	assert_string_equal(ticks(m, STAGE_ASSEMBLE), "+commander bridge");
}

static void
test_verify_asks_for_severity_scope_and_a_report(void **state)
{
	struct made *m = *state;

	assert_string_equal(ticks(m, STAGE_VERIFY), "severity scope can");
	made_int(made_add(m, 1, "tomas", KIND_SEVERITY), F_SEVERITY, 2);
	made_text(made_add(m, 2, "ana", KIND_SCOPE), F_NOTE, "38% fail");
	made_can(m, 3, "raj", NULL);
	assert_string_equal(ticks(m, STAGE_VERIFY), "+severity +scope +can");
}

static void
test_dispatch_asks_that_no_need_is_unanswered(void **state)
{
	struct made *m = *state;
	struct event *e;

	assert_string_equal(ticks(m, STAGE_DISPATCH), "+needs");
	made_can(m, 1, "raj", "network help");
	made_can(m, 2, "li", "approval");
	assert_string_equal(ticks(m, STAGE_DISPATCH), "needs");
	e = made_add(m, 3, "ana", KIND_PAGED);
	made_text(e, F_WHO, "sam");
	made_int(e, F_NEED, 1);
	assert_string_equal(ticks(m, STAGE_DISPATCH), "needs");
	made_int(made_add(m, 4, "ana", KIND_NEED_REFUSED), F_NEED, 2);
	assert_string_equal(ticks(m, STAGE_DISPATCH), "+needs");
}

static void
mitigate(struct made *m, double min)
{
	struct event *e;

	made_text(made_add(m, min, "raj", KIND_PROPOSED), F_NOTE, "fail over");
	e = made_add(m, min, "raj", KIND_WORKED);
	made_int(e, F_MITIGATION, made_fold(m)->n_mitigations);
	made_text(e, F_FROM, "mei");
}

static void
test_mitigate_asks_for_a_mitigation_that_somebody_saw_work(void **state)
{
	struct made *m = *state;

	assert_string_equal(ticks(m, STAGE_MITIGATE), "diagnosis worked");
	made_text(made_add(m, 1, "raj", KIND_DIAGNOSIS), F_NOTE, "I/O wait");
	made_text(made_add(m, 2, "raj", KIND_PROPOSED), F_NOTE, "fail over");
	assert_string_equal(ticks(m, STAGE_MITIGATE), "+diagnosis worked");
	mitigate(m, 3);
	assert_string_equal(ticks(m, STAGE_MITIGATE), "+diagnosis +worked");
	made_int(made_add(m, 4, "raj", KIND_FAILED), F_MITIGATION, 2);
	assert_string_equal(ticks(m, STAGE_MITIGATE), "+diagnosis worked");
}

static void
test_what_worked_before_it_flared_up_again_does_not_count(void **state)
{
	struct made *m = *state;

	made_take(m, 1, "ana");
	made_text(made_add(m, 2, "raj", KIND_DIAGNOSIS), F_NOTE, "I/O wait");
	mitigate(m, 3);
	made_call(m, 4, CALL_UNDER_CONTROL);
	assert_string_equal(ticks(m, STAGE_MITIGATE), "+diagnosis +worked");
	made_stage(m, 9, "mitigate");
	assert_string_equal(ticks(m, STAGE_MITIGATE), "+diagnosis worked");
	mitigate(m, 12);
	assert_string_equal(ticks(m, STAGE_MITIGATE), "+diagnosis +worked");
}

static void
test_the_last_three_stages_ask_for_repair_review_and_items(void **state)
{
	struct made *m = *state;

	made_take(m, 1, "ana");
	assert_string_equal(ticks(m, STAGE_REPAIR), "repair");
	made_int(made_add(m, 2, "ana", KIND_REPAIR), F_NEEDED, 0);
	assert_string_equal(ticks(m, STAGE_REPAIR), "+repair");
	made_call(m, 3, CALL_ALL_CLEAR);
	assert_string_equal(ticks(m, STAGE_REVIEW), "held lessons");
	made_text(made_add(m, 4, "ana", KIND_REVIEW), F_NOTE, "we met");
	made_text(made_add(m, 5, "raj", KIND_LESSON), F_NOTE, "test fail-over");
	assert_string_equal(ticks(m, STAGE_REVIEW), "+held +lessons");
	assert_string_equal(ticks(m, STAGE_ACTION_ITEMS), "+items");
	made_text(made_add(m, 6, "ana", KIND_ITEM_OPENED), F_NOTE, "drill");
	assert_string_equal(ticks(m, STAGE_ACTION_ITEMS), "items");
	made_int(made_add(m, 7, "ana", KIND_ITEM_DROPPED), F_ITEM, 1);
	assert_string_equal(ticks(m, STAGE_ACTION_ITEMS), "+items");
}

static void
test_the_next_call_is_under_control_then_all_clear(void **state)
{
	struct made *m = *state;

	made_take(m, 1, "ana");
	assert_int_equal(rules_next_call(made_fold(m)), CALL_UNDER_CONTROL);
	made_call(m, 2, CALL_UNDER_CONTROL);
	assert_int_equal(rules_next_call(made_fold(m)), CALL_ALL_CLEAR);
	made_call(m, 3, CALL_ALL_CLEAR);
	assert_int_equal(rules_next_call(made_fold(m)), CALL_NONE);
}

/* ---- facts ahead of the stage -------------------------------------- */

static void
test_facts_of_a_later_stage_are_named_the_furthest_first(void **state)
{
	struct made *m = *state;
	struct event *e;

	assert_null(rules_ahead(made_fold(m)));
	assert_int_equal(rules_ahead_stage(m->inc), STAGE_NONE);
	made_take(m, 1, "ana");
	assert_int_equal(rules_ahead_stage(made_fold(m)), STAGE_ASSEMBLE);
	made_can(m, 2, "raj", "network help");
	assert_int_equal(rules_ahead_stage(made_fold(m)), STAGE_VERIFY);
	e = made_add(m, 3, "ana", KIND_PAGED);
	made_text(e, F_WHO, "li");
	made_int(e, F_NEED, 1);
	assert_int_equal(rules_ahead_stage(made_fold(m)), STAGE_DISPATCH);
	assert_non_null(strstr(rules_ahead(m->inc), "paged for a need"));
	mitigate(m, 4);
	assert_int_equal(rules_ahead_stage(made_fold(m)), STAGE_MITIGATE);
	assert_non_null(strstr(rules_ahead(m->inc), "a mitigation worked"));
	made_text(made_add(m, 5, "raj", KIND_DIAGNOSIS), F_NOTE, "I/O wait");
	made_stage(m, 6, "mitigate");
	assert_null(rules_ahead(made_fold(m)));
	made_int(made_add(m, 7, "raj", KIND_REPAIR), F_NEEDED, 1);
	assert_int_equal(rules_ahead_stage(made_fold(m)), STAGE_REPAIR);
}

static void
test_facts_from_before_going_back_are_not_ahead(void **state)
{
	struct made *m = *state;

	made_take(m, 1, "ana");
	made_stage(m, 2, "mitigate");
	made_text(made_add(m, 3, "raj", KIND_DIAGNOSIS), F_NOTE, "I/O wait");
	mitigate(m, 4);
	made_stage(m, 6, "dispatch");
	assert_null(rules_ahead(made_fold(m)));
	made_text(made_add(m, 8, "raj", KIND_DIAGNOSIS), F_NOTE, "network");
	assert_int_equal(rules_ahead_stage(made_fold(m)), STAGE_MITIGATE);
}

int
main(void)
{
#define T(f) cmocka_unit_test_setup_teardown(f, made_setup, made_teardown)
	const struct CMUnitTest tests[] = {
		T(test_every_stage_asks_something_and_names_the_command),
		T(test_detect_asks_for_source_and_impact),
		T(test_assemble_asks_that_bridge_and_protocol_were_told),
		T(test_verify_asks_for_severity_scope_and_a_report),
		T(test_dispatch_asks_that_no_need_is_unanswered),
		T(test_mitigate_asks_for_a_mitigation_that_somebody_saw_work),
		T(test_what_worked_before_it_flared_up_again_does_not_count),
		T(test_the_last_three_stages_ask_for_repair_review_and_items),
		T(test_the_next_call_is_under_control_then_all_clear),
		T(test_facts_of_a_later_stage_are_named_the_furthest_first),
		T(test_facts_from_before_going_back_are_not_ahead),
	};
#undef T

	return cmocka_run_group_tests(tests, NULL, NULL);
}
