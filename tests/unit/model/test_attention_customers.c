#include "model/attention.h"

#include "unit/model/seen.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <cmocka.h>

static void
test_customers_late_names_the_stages_not_heard_of(void **state)
{
	struct made *m = *state;

	made_take(m, 1, "ana");
	made_told(m, 2, 12);
	made_stage(m, 3, "dispatch");
	SHOWN(seen_row(m, "ana", 19, ATT_CUSTOMERS_LATE), LEVEL_BAD,
		"customers not told: Dispatch", "7m LATE", "t",
		"customers \"...\" --next +10m");
	made_told(m, 20, 30);
	assert_null(seen_row(m, "ana", 21, ATT_CUSTOMERS_LATE));
	SHOWN(seen_row(m, "ana", 36, ATT_CUSTOMERS_LATE), LEVEL_BAD,
		"customers wait for the word promised for 14:14Z", "6m LATE",
		"t", "customers \"...\" --next +10m");
}

static void
test_a_word_is_announced_when_unheard_or_soon_due(void **state)
{
	struct made *m = *state;

	made_take(m, 1, "ana");
	SHOWN(seen_row(m, "ana", 2, ATT_CUSTOMERS_DUE), LEVEL_WARN,
		"customers not told: Detect", "due in 8m", "t",
		"customers \"...\" --next +10m");
	made_told(m, 3, 13);
	assert_null(seen_row(m, "ana", 10, ATT_CUSTOMERS_DUE));
	SHOWN(seen_row(m, "ana", 11, ATT_CUSTOMERS_DUE), LEVEL_WARN,
		"the next word to customers", "due in 2m", "t",
		"customers \"...\" --next +10m");
}

static void
test_who_speaks_to_customers_sees_their_rows_and_no_others(void **state)
{
	struct made *m = *state;
	struct attention_list list;

	made_take(m, 1, "ana");
	made_can(m, 2, "raj", "approval");
	made_role(m, 3, "customers", "mei");
	list = seen_list(m, "mei", 4);
	assert_int_equal(list.n, 1);
	assert_int_equal(list.v[0].sort, ATT_CUSTOMERS_DUE);
	assert_int_equal(seen_list(m, "li", 4).n, 0);
}

static void
test_customers_not_affected_end_the_clock(void **state)
{
	struct made *m = *state;

	made_take(m, 1, "ana");
	made_text(made_add(m, 2, "ana", KIND_IMPACT), F_CUSTOMERS, "no");
	assert_null(seen_row(m, "ana", 3, ATT_CUSTOMERS_DUE));
	assert_null(seen_row(m, "ana", 99, ATT_CUSTOMERS_LATE));
}

static void
test_a_team_of_two_is_not_asked_who_speaks_to_customers(void **state)
{
	struct made *m = *state;

	made_take(m, 1, "ana");
	made_join(m, 2, "raj");
	assert_null(seen_row(m, "ana", 3, ATT_NOBODY_SPEAKS));
	made_join(m, 3, "li");
	SHOWN(seen_row(m, "ana", 4, ATT_NOBODY_SPEAKS), LEVEL_WARN,
		"nobody speaks to customers",
		"it is the commander's until somebody has the role", ":",
		"role customers ...");
	made_role(m, 5, "customers", "mei");
	assert_null(seen_row(m, "ana", 6, ATT_NOBODY_SPEAKS));
}

static void
test_a_message_that_reached_nobody_is_said_by_hand(void **state)
{
	struct made *m = *state;
	struct ints *list = arena_alloc(m->a, sizeof(*list));
	union value v = {.ints = list};

	made_take(m, 1, "ana");
	made_text(made_add(m, 2, "ana", KIND_BROADCAST), F_MESSAGE,
		"We are on it.\nMore at 14:00Z");
	assert_null(seen_row(m, "ana", 2.1, ATT_TOLD_NOBODY));
	SHOWN(seen_row(m, "ana", 6, ATT_TOLD_NOBODY), LEVEL_BAD,
		"say it by hand: We are on it.", "4m", "b",
		"broadcast --said 3 --through bridge");
	made_text(made_add(m, 3, "ana", KIND_BROADCAST), F_MESSAGE, "Still");
	SHOWN(seen_row(m, "ana", 6, ATT_TOLD_NOBODY), LEVEL_BAD,
		"say it by hand: We are on it, Still", "", "b",
		"broadcast --said all --through bridge");
	assert_int_equal(seen_row(m, "ana", 6, ATT_TOLD_NOBODY)->joined, 2);
	list->v = calloc(2, sizeof(*list->v));
	list->n = 2;
	list->v[0] = 3;
	list->v[1] = 4;
	event_put(made_add(m, 7, "ana", KIND_DELIVERY_SENT), F_ENTRIES, v);
	assert_null(seen_row(m, "ana", 8, ATT_TOLD_NOBODY));
	free(list->v);
}

static void
test_after_the_end_only_the_word_that_ended_it_is_worth_saying(void **state)
{
	struct made *m = *state;

	made_text(made_add(m, 1, "tomas", KIND_BROADCAST), F_MESSAGE, "early");
	made_take(m, 2, "ana");
	made_call(m, 3, CALL_ALL_CLEAR);
	made_text(m->v[m->n - 1], F_MESSAGE, "All clear");
	assert_string_equal(seen_row(m, "ana", 9, ATT_TOLD_NOBODY)->text,
		"say it by hand: All clear");
	made_text(made_add(m, 10, "ana", KIND_CLOSED), F_MESSAGE, "Closed");
	assert_string_equal(seen_row(m, "ana", 12, ATT_TOLD_NOBODY)->text,
		"say it by hand: Closed");
}

static void
test_a_false_alarm_nobody_heard_of_has_nobody_to_call_off(void **state)
{
	struct made *m = *state;

	made_text(made_add(m, 1, "tomas", KIND_BROADCAST), F_MESSAGE, "early");
	made_text(made_int(made_add(m, 4, "tomas", KIND_CLOSED),
		F_FALSE_ALARM, 1), F_MESSAGE, "Stand down");
	assert_null(seen_row(m, "tomas", 5, ATT_TOLD_NOBODY));
	/* Whoever was paged has heard of it. */
	m->n--;
	made_page(m, 2, "raj", "database");
	made_text(made_int(made_add(m, 4, "tomas", KIND_CLOSED),
		F_FALSE_ALARM, 1), F_MESSAGE, "Stand down");
	assert_string_equal(seen_row(m, "tomas", 5, ATT_TOLD_NOBODY)->text,
		"say it by hand: Stand down");
}

static void
test_the_broadcast_is_announced_and_then_late(void **state)
{
	struct made *m = *state;

	made_take(m, 1, "ana");
	made_role(m, 1, "deputy", "tomas");
	assert_null(seen_row(m, "ana", 18.5, ATT_BROADCAST_DUE));
	SHOWN(seen_row(m, "ana", 20, ATT_BROADCAST_DUE), LEVEL_INFO,
		"the company waits for your broadcast", "due in 1m", "b",
		"broadcast");
	SHOWN(seen_row(m, "tomas", 24, ATT_BROADCAST_DUE), LEVEL_WARN,
		"the company waits for ana's broadcast", "3m LATE", "b",
		"broadcast");
}

int
main(void)
{
#define T(f) cmocka_unit_test_setup_teardown(f, made_setup, made_teardown)
	const struct CMUnitTest tests[] = {
		T(test_customers_late_names_the_stages_not_heard_of),
		T(test_a_word_is_announced_when_unheard_or_soon_due),
		T(test_who_speaks_to_customers_sees_their_rows_and_no_others),
		T(test_customers_not_affected_end_the_clock),
		T(test_a_team_of_two_is_not_asked_who_speaks_to_customers),
		T(test_a_message_that_reached_nobody_is_said_by_hand),
		T(test_after_the_end_only_the_word_that_ended_it_is_worth_saying),
		T(test_a_false_alarm_nobody_heard_of_has_nobody_to_call_off),
		T(test_the_broadcast_is_announced_and_then_late),
	};
#undef T

	return cmocka_run_group_tests(tests, NULL, NULL);
}
