#include "model/event.h"

#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>
#include <cmocka.h>

static int
setup(void **state)
{
	*state = arena_new(0);
	return 0;
}

static int
teardown(void **state)
{
	arena_free(*state);
	return 0;
}

static char *
text_of(struct arena *a, size_t n)
{
	char *s = arena_alloc(a, n + 1);

	memset(s, 'x', n);
	return s;
}

static void
test_a_draft_has_no_place_no_time_and_no_fields(void **state)
{
	struct event *e = event_draft(*state, KIND_CAN);

	assert_int_equal(e->kind, KIND_CAN);
	assert_int_equal(e->version, EVENT_VERSION);
	assert_int_equal(e->n, 0);
	assert_true(e->at == WHEN_NONE);
	assert_true(e->happened == WHEN_NONE);
	assert_int_equal(e->set, 0);
}

static void
test_an_absent_field_reads_as_what_absence_means(void **state)
{
	struct event *e = event_draft(*state, KIND_DECLARED);

	assert_false(event_has(e, F_TITLE));
	assert_string_equal(event_text(e, F_TITLE), "");
	assert_int_equal(event_int(e, F_SEVERITY), 0);
	assert_true(event_time(e, F_BEGAN) == WHEN_NONE);
	assert_null(event_value(e, F_NUMBERS));
	assert_int_equal(event_list(e, F_UNMET)->n, 0);
	assert_int_equal(event_ints(e, F_ENTRIES)->n, 0);
	assert_int_equal(event_can(e, F_REPORT)->n, 0);
}

static void
test_a_field_of_another_kind_is_absent(void **state)
{
	struct event *e = event_draft(*state, KIND_NOTE);

	event_put_text(e, F_NOTE, "x");
	assert_false(event_has(e, F_TITLE));
	assert_string_equal(event_text(e, F_TITLE), "");
	e->kind = KIND_DAMAGED;
	assert_string_equal(event_text(e, F_NOTE), "");
}

static void
test_what_was_put_is_there(void **state)
{
	struct event *e = event_draft(*state, KIND_DECLARED);

	event_put_text(e, F_TITLE, "checkout is down");
	event_put_int(e, F_SEVERITY, 1);
	event_put_int(e, F_BEGAN, 1000);
	event_put_int(e, F_RESTRICTED, 1);
	assert_string_equal(event_text(e, F_TITLE), "checkout is down");
	assert_int_equal(event_int(e, F_SEVERITY), 1);
	assert_true(event_time(e, F_BEGAN) == 1000);
	assert_int_equal(event_int(e, F_RESTRICTED), 1);
	assert_false(event_has(e, F_SERVICE));
}

static void
test_zero_and_an_empty_text_are_values(void **state)
{
	struct event *e = event_draft(*state, KIND_DECLARED);

	event_put_int(e, F_SEVERITY, 0);
	event_put_text(e, F_TITLE, "");
	assert_true(event_has(e, F_SEVERITY));
	assert_true(event_has(e, F_TITLE));
}

static void
test_null_false_and_no_time_take_a_field_away(void **state)
{
	struct event *e = event_draft(*state, KIND_DECLARED);

	event_put_text(e, F_TITLE, "x");
	event_put_int(e, F_BEGAN, 5);
	event_put_int(e, F_RESTRICTED, 1);
	event_put_text(e, F_TITLE, NULL);
	event_put_int(e, F_BEGAN, WHEN_NONE);
	event_put_int(e, F_RESTRICTED, 0);
	assert_int_equal(e->set, 0);
}

static void
test_when_is_happened_or_else_at(void **state)
{
	struct event *e = event_draft(*state, KIND_NOTE);

	e->at = 2000;
	assert_true(event_when(e) == 2000);
	e->happened = 1000;
	assert_true(event_when(e) == 1000);
}

static void
test_every_kind_is_found_by_its_name(void **state)
{
	(void)state;
	for (int i = KIND_DECLARED; i < KIND_COUNT; i++)
		assert_int_equal(event_kind_find(kind_rows[i].name), i);
	assert_int_equal(event_kind_find(""), KIND_UNKNOWN);
	assert_int_equal(event_kind_find("can"), KIND_UNKNOWN);
}

static void
test_no_kind_has_a_field_twice(void **state)
{
	(void)state;
	for (int kind = 0; kind < KIND_COUNT; kind++)
		for (int i = 0; i < KIND_FIELDS; i++)
			for (int k = 0; k < i; k++)
				assert_true(!kind_rows[kind].f[i] ||
					kind_rows[kind].f[i] !=
					kind_rows[kind].f[k]);
}

/* ---- limits -------------------------------------------------------- */

static void
test_a_text_fits_up_to_its_limit(void **state)
{
	struct event *e = event_draft(*state, KIND_DECLARED);
	struct err err;

	event_put_text(e, F_TITLE, text_of(*state, 200));
	assert_true(event_check(e, &err));
	event_put_text(e, F_TITLE, text_of(*state, 201));
	assert_false(event_check(e, &err));
	assert_int_equal(err.code, ERR_USAGE);
	assert_string_equal(err.text, "title: 201 bytes, at most 200 fit");
}

static void
test_a_name_is_one_word(void **state)
{
	static const char *const bad[] = {"", "ana b", "ana\n", "a\tb"};
	struct event *e = event_draft(*state, KIND_JOINED);
	struct err err;

	event_put_text(e, F_WHO, text_of(*state, 64));
	assert_true(event_check(e, &err));
	event_put_text(e, F_WHO, text_of(*state, 65));
	assert_false(event_check(e, &err));
	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++) {
		event_put_text(e, F_WHO, bad[i]);
		assert_false(event_check(e, &err));
		assert_memory_equal(err.text, "who: ", 5);
	}
}

static void
test_numbers_and_times_stay_where_every_reader_can_follow(void **state)
{
	struct event *e = event_draft(*state, KIND_PAGED);
	struct event *told = event_draft(*state, KIND_TOLD);
	struct err err;

	event_put_int(e, F_NEED, INT64_C(1) << 53);
	assert_true(event_check(e, &err));
	event_put_int(e, F_NEED, (INT64_C(1) << 53) + 1);
	assert_false(event_check(e, &err));
	event_put_int(told, F_NEXT, 0);
	assert_true(event_check(told, &err));
	event_put_int(told, F_NEXT, -1);
	assert_false(event_check(told, &err));
	event_put_int(told, F_NEXT, INT64_MAX);
	assert_false(event_check(told, &err));
}

static void
test_lists_have_so_many_members(void **state)
{
	const char *names[17];
	struct texts list = {names, 16};
	struct event *e = event_draft(*state, KIND_CLOSED);
	struct err err;

	for (int i = 0; i < 17; i++)
		names[i] = "row";
	event_put(e, F_UNMET, (union value){.list = &list});
	assert_true(event_check(e, &err));
	list.n = 17;
	assert_false(event_check(e, &err));
	assert_string_equal(err.text, "unmet: 17 of them, at most 16 fit");
}

static void
test_a_line_of_a_report_has_a_thousand_bytes(void **state)
{
	const char *needs[] = {text_of(*state, 1000)};
	struct can_action action = {FOR_REPAIR, text_of(*state, 1000)};
	struct can_triple t = {ON_CUSTOMERS, text_of(*state, 1000), &action,
		1, needs, 1};
	struct can can = {&t, 1};
	struct event *e = event_draft(*state, KIND_CAN);
	struct err err;

	event_put(e, F_REPORT, (union value){.can = &can});
	assert_true(event_check(e, &err));
	needs[0] = text_of(*state, 1001);
	assert_false(event_check(e, &err));
	assert_string_equal(err.text, "need: 1001 bytes, at most 1000 fit");
	t.n_needs = 0;
	action.text = text_of(*state, 1001);
	assert_false(event_check(e, &err));
	t.n_actions = 0;
	assert_true(event_check(e, &err));
	t.condition = text_of(*state, 1001);
	assert_false(event_check(e, &err));
}

static void
test_a_whole_event_has_a_limit_too(void **state)
{
	const char *texts[3];
	struct texts list = {texts, 3};
	struct event *e = event_draft(*state, KIND_RECEIVED);
	struct err err;

	for (int i = 0; i < 3; i++)
		texts[i] = text_of(*state, 20000);
	event_put(e, F_SIGNALS, (union value){.list = &list});
	assert_true(event_check(e, &err));
	texts[0] = text_of(*state, 25000);
	assert_false(event_check(e, &err));
	assert_non_null(strstr(err.text, "in all"));
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			test_a_draft_has_no_place_no_time_and_no_fields),
		cmocka_unit_test(
			test_an_absent_field_reads_as_what_absence_means),
		cmocka_unit_test(test_a_field_of_another_kind_is_absent),
		cmocka_unit_test(test_what_was_put_is_there),
		cmocka_unit_test(test_zero_and_an_empty_text_are_values),
		cmocka_unit_test(test_null_false_and_no_time_take_a_field_away),
		cmocka_unit_test(test_when_is_happened_or_else_at),
		cmocka_unit_test(test_every_kind_is_found_by_its_name),
		cmocka_unit_test(test_no_kind_has_a_field_twice),
		cmocka_unit_test(test_a_text_fits_up_to_its_limit),
		cmocka_unit_test(test_a_name_is_one_word),
		cmocka_unit_test(
			test_numbers_and_times_stay_where_every_reader_can_follow),
		cmocka_unit_test(test_lists_have_so_many_members),
		cmocka_unit_test(test_a_line_of_a_report_has_a_thousand_bytes),
		cmocka_unit_test(test_a_whole_event_has_a_limit_too),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
