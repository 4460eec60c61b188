/* How many keys an act takes. */
#include "unit/view/desk.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

static void
test_the_next_stage_takes_two_keys(void **state)
{
	struct desk *d = desk_incident("ana");

	(void)state;
	d->keys = 0;
	desk_keys(d, "> Enter");
	assert_int_equal(d->inc->stage, STAGE_ASSEMBLE);
	assert_int_equal(d->keys, 2);
	desk_free(d);
}

static void
test_the_next_stage_with_criteria_unmet_takes_three_keys(void **state)
{
	struct desk *d = desk_incident("ana");

	(void)state;
	desk_run(d, "ana", "advance --to verify");
	desk_wait(d, 20);
	d->keys = 0;
	desk_keys(d, "> Enter Enter");
	assert_int_equal(d->inc->stage, STAGE_DISPATCH);
	assert_int_equal(d->keys, 3);
	desk_free(d);
}

static void
test_no_change_takes_two_keys(void **state)
{
	struct desk *d = desk_incident("ana");

	(void)state;
	desk_run(d, "raj", "can --condition \"db stuck\" --no-needs");
	snprintf(d->s.who, sizeof(d->s.who), "raj");
	d->keys = 0;
	desk_keys(d, ". Enter");
	assert_true(event_int(&d->inc->entries[d->inc->n - 1].ev, F_SAME));
	assert_int_equal(d->keys, 2);
	desk_free(d);
}

static void
test_customers_are_told_from_the_draft_with_two_keys(void **state)
{
	struct desk *d = desk_incident("ana");

	(void)state;
	d->keys = 0;
	desk_keys(d, "t Enter");
	assert_int_equal(d->keys, 2);
	assert_int_equal(d->inc->customers.words, 1);
	assert_string_equal(d->inc->customers.by, "mei");
	assert_string_equal(d->inc->customers.through, "status page");
	assert_non_null(strstr(d->inc->customers.text, "EU checkout"));
	assert_int_equal(d->inc->customers.promised / WHEN_MINUTE,
		d->now / WHEN_MINUTE + 15);
	desk_free(d);
}

static void
test_command_is_assumed_with_three_keys_knowing_who_holds_it(
	void **state)
{
	struct desk *d = desk_incident("ana");

	(void)state;
	snprintf(d->s.who, sizeof(d->s.who), "raj");
	desk_wait(d, 40 * 60);
	d->keys = 0;
	desk_keys(d, "h");
	assert_non_null(strstr(desk_frame(d), "Assume command from ana"));
	assert_non_null(strstr(desk_frame(d), "last acted 41m ago"));
	desk_keys(d, "a Enter");
	assert_string_equal(d->inc->command.holder, "raj");
	assert_true(d->inc->command.assumed);
	assert_false(event_has(&desk_last(d)->ev, F_REASON));
	assert_int_equal(d->keys, 3);
	desk_free(d);
}

static void
test_enter_alone_takes_command_from_nobody(void **state)
{
	struct desk *d = desk_incident("ana");
	uint32_t n = d->inc->n;

	(void)state;
	snprintf(d->s.who, sizeof(d->s.who), "raj");
	desk_keys(d, "h Enter");
	assert_string_equal(d->inc->command.holder, "ana");
	assert_int_equal(d->inc->n, n);
	assert_int_equal(d->s.over, OVER_NONE);
	desk_free(d);
}

static void
test_command_that_nobody_holds_is_taken_with_two_keys(void **state)
{
	struct desk *d = desk_incident("");

	(void)state;
	d->keys = 0;
	desk_keys(d, "h Enter");
	assert_string_equal(d->inc->command.holder, "ana");
	assert_int_equal(d->keys, 2);
	desk_free(d);
}

static void
test_enter_lets_a_message_go_but_not_when_pressed_twice(
	void **state)
{
	struct desk *d = desk_incident("ana");

	(void)state;
	desk_keys(d, "> Enter");
	desk_quick(d, "Enter");
	assert_false(d->inc->messages[d->inc->n_messages - 1].released);
	desk_keys(d, "Esc Enter");
	assert_true(d->inc->messages[d->inc->n_messages - 1].released);
	desk_free(d);
}

static void
test_no_row_names_the_enter_that_lets_a_message_go(void **state)
{
	struct desk *d = desk_incident("ana");
	char title[] = "Search is down";

	(void)state;
	d->board[d->n_board++] = (struct summary){
		.number = 18, .severity = 3, .title = title,
	};
	desk_wait(d, 60);
	assert_non_null(strstr(desk_frame(d), "Enter │"));
	desk_keys(d, "> Enter");
	desk_wait(d, 1);
	assert_non_null(strstr(desk_frame(d), "Enter send now"));
	assert_non_null(strstr(desk_frame(d), "INC-18 SEV3"));
	assert_null(strstr(desk_frame(d), "Enter │"));
	desk_keys(d, "Enter");
	assert_non_null(strstr(desk_frame(d), "Enter │"));
	desk_free(d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_the_next_stage_takes_two_keys),
		cmocka_unit_test(
			test_the_next_stage_with_criteria_unmet_takes_three_keys),
		cmocka_unit_test(test_no_change_takes_two_keys),
		cmocka_unit_test(
			test_customers_are_told_from_the_draft_with_two_keys),
		cmocka_unit_test(test_enter_alone_takes_command_from_nobody),
		cmocka_unit_test(test_command_is_assumed_with_three_keys_knowing_who_holds_it),
		cmocka_unit_test(
			test_command_that_nobody_holds_is_taken_with_two_keys),
		cmocka_unit_test(
			test_no_row_names_the_enter_that_lets_a_message_go),
		cmocka_unit_test(test_enter_lets_a_message_go_but_not_when_pressed_twice),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
