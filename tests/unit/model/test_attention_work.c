#include "model/attention.h"

#include "unit/model/seen.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <cmocka.h>

static void
test_a_blocked_objective_stays_up_until_it_is_answered(void **state)
{
	struct made *m = *state;

	made_take(m, 1, "ana");
	made_assign(m, 2, "ines", "drain the edge");
	made_text(made_objective(m, 3, KIND_BLOCKED, 1), F_NOTE, "rate-limited");
	SHOWN(seen_row(m, "ana", 7, ATT_BLOCKED), LEVEL_BAD,
		"ines cannot complete: drain the edge",
		"4m \302\267 rate-limited", "d",
		"objective answer 1 more-time --until +10m");
	assert_string_equal(seen_row(m, "ana", 7, ATT_BLOCKED)->id, "blocked:1");
	assert_int_equal(seen_row(m, "ana", 7, ATT_BLOCKED)->about, 1);
	assert_null(seen_row(m, "ines", 7, ATT_BLOCKED));
	SHOWN(seen_row(m, "ines", 7, ATT_OBJECTIVE), LEVEL_INFO,
		"you cannot complete: drain the edge", "waiting for ana 4m",
		"o", "objective done 1");
	made_text(made_objective(m, 8, KIND_ANSWERED, 1), F_ANSWER, "more-time");
	assert_null(seen_row(m, "ana", 9, ATT_BLOCKED));
}

static void
test_an_objective_is_read_back_then_runs_then_is_over(void **state)
{
	struct made *m = *state;

	made_take(m, 1, "ana");
	made_assign(m, 2, "raj", "promote the replica");
	SHOWN(seen_row(m, "raj", 4, ATT_READ_BACK), LEVEL_WARN,
		"read back: promote the replica",
		"2m \302\267 a says understood", "a",
		"objective understood 1");
	SHOWN(seen_row(m, "ana", 4, ATT_READ_BACK), LEVEL_INFO,
		"raj has not read back: promote the replica", "2m", "o",
		"objective understood 1");
	assert_null(seen_row(m, "raj", 4, ATT_OBJECTIVE));
	made_objective(m, 5, KIND_UNDERSTOOD, 1);
	assert_null(seen_row(m, "raj", 6, ATT_READ_BACK));
	SHOWN(seen_row(m, "raj", 8, ATT_OBJECTIVE), LEVEL_INFO,
		"objective: promote the replica", "4m left", "o",
		"objective done 1");
	assert_null(seen_row(m, "ana", 8, ATT_OBJECTIVE));
	assert_null(seen_row(m, "ana", 12, ATT_OVERDUE));
	SHOWN(seen_row(m, "ana", 15, ATT_OVERDUE), LEVEL_WARN,
		"raj is over time: promote the replica", "3m LATE", "o",
		"objective answer 1 more-time --until +10m");
	SHOWN(seen_row(m, "raj", 15, ATT_OVERDUE), LEVEL_WARN,
		"your time is over: promote the replica", "3m LATE", "o",
		"objective done 1");
	assert_null(seen_row(m, "raj", 15, ATT_OBJECTIVE));
	made_objective(m, 16, KIND_COMPLETED, 1);
	assert_null(seen_row(m, "ana", 17, ATT_OVERDUE));
}

static void
test_a_need_waits_for_the_commander_and_tells_its_owner_so(void **state)
{
	struct made *m = *state;

	made_take(m, 1, "ana");
	made_can(m, 2, "raj", "approval, losing 40 s");
	SHOWN(seen_row(m, "ana", 6, ATT_NEED), LEVEL_WARN,
		"raj needs: approval, losing 40 s", "4m", "d", "need met 1");
	SHOWN(seen_row(m, "raj", 6, ATT_WAITING), LEVEL_INFO,
		"you need: approval, losing 40 s", "waiting for ana 4m", "d",
		"need met 1");
	assert_null(seen_row(m, "raj", 6, ATT_NEED));
	made_int(made_page(m, 7, "li", "network"), F_NEED, 1);
	assert_null(seen_row(m, "ana", 8, ATT_NEED));
	assert_string_equal(seen_row(m, "raj", 8, ATT_WAITING)->more,
		"waiting for li 6m");
	made_int(made_add(m, 9, "ana", KIND_NEED_REFUSED), F_NEED, 1);
	assert_null(seen_row(m, "raj", 10, ATT_WAITING));
}

static void
test_all_clear_ends_the_clocks_and_leaves_the_review(void **state)
{
	struct made *m = *state;
	struct attention_list list;

	made_take(m, 1, "ana");
	made_can(m, 2, "raj", "approval");
	made_can(m, 2, "raj", "more disks");
	made_assign(m, 3, "li", "drain");
	made_call(m, 9, CALL_ALL_CLEAR);
	made_told(m, 10, 0);
	list = seen_list(m, "ana", 3000);
	assert_int_equal(list.n, 2);
	SHOWN(&list.v[0], LEVEL_WARN, "left open: 2 needs, 1 objective",
		"settle them, or make them action items", "d", "need met 1");
	SHOWN(&list.v[1], LEVEL_WARN, "hold the review", "due in 22h09m", ":",
		"review held \"...\"");
}

static void
test_the_review_is_soon_due_then_late_then_held(void **state)
{
	struct made *m = *state;
	const double day = 24 * 60;

	made_take(m, 1, "ana");
	made_call(m, 9, CALL_ALL_CLEAR);
	assert_int_equal(seen_row(m, "ana", 9, ATT_REVIEW)->level, LEVEL_INFO);
	assert_int_equal(seen_row(m, "ana", 2 * day + 9, ATT_REVIEW)->level,
		LEVEL_WARN);
	SHOWN(seen_row(m, "ana", 5 * day + 9, ATT_REVIEW), LEVEL_BAD,
		"hold the review", "2d00h LATE", ":", "review held \"...\"");
	assert_null(seen_row(m, "raj", 5 * day, ATT_REVIEW));
	made_role(m, 10, "review", "");
	SHOWN(seen_row(m, "raj", 2 * day + 9, ATT_REVIEW), LEVEL_WARN,
		"nobody owns the review", "due in 1d00h", ":",
		"role review raj");
	made_role(m, 11, "review", "ana");
	made_text(made_add(m, 12, "ana", KIND_REVIEW), F_NOTE, "held");
	assert_null(seen_row(m, "ana", 5 * day, ATT_REVIEW));
}

static void
test_overdue_action_items_are_the_review_owners_and_their_owners(void **state)
{
	struct made *m = *state;
	struct event *e;
	const double day = 24 * 60;

	made_take(m, 1, "ana");
	made_call(m, 9, CALL_ALL_CLEAR);
	e = made_add(m, 10, "ana", KIND_ITEM_OPENED);
	made_text(e, F_NOTE, "drill the fail-over");
	made_int(e, F_PRIORITY, 1);
	made_text(e, F_OWNER, "raj");
	assert_null(seen_row(m, "ana", 6 * day, ATT_ITEM));
	SHOWN(seen_row(m, "ana", 9 * day + 10, ATT_ITEM), LEVEL_BAD,
		"action item overdue: P1 drill the fail-over",
		"2d00h LATE \302\267 raj", ":", "action done 1 \"...\"");
	assert_non_null(seen_row(m, "raj", 9 * day + 10, ATT_ITEM));
	assert_null(seen_row(m, "li", 9 * day + 10, ATT_ITEM));
	made_int(made_add(m, 11, "raj", KIND_ITEM_DONE), F_ITEM, 1);
	assert_null(seen_row(m, "ana", 9 * day + 10, ATT_ITEM));
}

static void
test_a_closed_incident_owes_nothing_more(void **state)
{
	struct made *m = *state;

	made_take(m, 1, "ana");
	made_can(m, 2, "raj", "approval");
	made_call(m, 9, CALL_ALL_CLEAR);
	made_add(m, 10, "ana", KIND_CLOSED);
	assert_int_equal(seen_list(m, "ana", 99999).n, 0);
}

int
main(void)
{
#define T(f) cmocka_unit_test_setup_teardown(f, made_setup, made_teardown)
	const struct CMUnitTest tests[] = {
		T(test_a_blocked_objective_stays_up_until_it_is_answered),
		T(test_an_objective_is_read_back_then_runs_then_is_over),
		T(test_a_need_waits_for_the_commander_and_tells_its_owner_so),
		T(test_all_clear_ends_the_clocks_and_leaves_the_review),
		T(test_the_review_is_soon_due_then_late_then_held),
		T(test_overdue_action_items_are_the_review_owners_and_their_owners),
		T(test_a_closed_incident_owes_nothing_more),
	};
#undef T

	return cmocka_run_group_tests(tests, NULL, NULL);
}
