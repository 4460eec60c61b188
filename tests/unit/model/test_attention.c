#include "model/attention.h"

#include "unit/model/seen.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

static void
snooze(struct made *m, double min, const char *row, double until)
{
	struct event *e = made_add(m, min, "ana", KIND_SNOOZED);

	made_text(e, F_ROW, row);
	made_int(e, F_UNTIL, made_at(until));
}

static void
test_every_sort_has_id_key_verb_and_help(void **state)
{
	/* product.md's list of keys, without those of one screen alone. */
	static const char keys[] = "a><!c.mdtbponvhDu:";

	(void)state;
	for (int i = 0; i < ATT_COUNT; i++) {
		const struct attention_row *row = &attention_rows[i];

		assert_true(*row->id && *row->verb && *row->help);
		assert_int_equal(strlen(row->key), 1);
		assert_non_null(strchr(keys, row->key[0]));
		assert_true(row->find && row->say && row->phases);
		for (int j = 0; j < i; j++)
			assert_string_not_equal(attention_rows[j].id, row->id);
	}
}

static void
test_the_bell_rings_for_the_first_three_alone(void **state)
{
	(void)state;
	for (int i = 0; i < ATT_COUNT; i++)
		assert_int_equal(attention_rows[i].bell, i <= ATT_BLOCKED);
}

static void
test_nothing_needs_anybody_before_a_declaration(void **state)
{
	struct made *m = *state;
	struct incident *empty = incident_new(1);

	assert_int_equal(attention_of(empty, "ana", MADE_T0, m->a).n, 0);
	incident_free(empty);
}

static void
test_a_nameless_reader_sees_the_commanders_list(void **state)
{
	struct made *m = *state;
	struct attention_list all, nameless;

	assert_string_equal(seen_list(m, NULL, 1).for_whom, "");
	made_take(m, 1, "ana");
	made_can(m, 2, "raj", "approval");
	all = seen_list(m, "ana", 5);
	nameless = seen_list(m, "", 5);
	assert_string_equal(all.for_whom, "");
	assert_string_equal(nameless.for_whom, "ana");
	assert_int_equal(nameless.n, all.n);
	for (int i = 0; i < all.n; i++)
		assert_string_equal(nameless.v[i].id, all.v[i].id);
}

static void
test_rows_stand_worst_first(void **state)
{
	struct made *m = *state;
	struct attention_list list;

	made_take(m, 1, "ana");
	made_can(m, 2, "raj", "approval");
	made_page(m, 3, "li", "network");
	made_assign(m, 4, "ines", "drain the edge");
	made_objective(m, 5, KIND_BLOCKED, 1);
	list = seen_list(m, "ana", 30);
	assert_true(list.n > 4);
	for (int i = 1; i < list.n; i++)
		assert_true(list.v[i - 1].sort < list.v[i].sort);
	assert_string_equal(list.v[0].id, "silent:ana");
}

static void
test_a_snoozed_row_is_quiet_until_its_time_and_counted(void **state)
{
	struct made *m = *state;

	made_take(m, 1, "ana");
	made_join(m, 2, "raj");
	made_join(m, 3, "li");
	snooze(m, 4, "can-late:RAJ", 30);
	assert_string_equal(seen_row(m, "ana", 14, ATT_CAN_LATE)->text,
		"CAN late: li 11m");
	assert_int_equal(seen_list(m, "ana", 14).snoozed, 1);
	assert_string_equal(seen_row(m, "ana", 30, ATT_CAN_LATE)->id,
		"can-late:raj");
	assert_int_equal(seen_list(m, "ana", 30).snoozed, 0);
}

static void
test_a_sort_is_snoozed_by_its_id(void **state)
{
	struct made *m = *state;

	made_take(m, 1, "ana");
	made_join(m, 2, "raj");
	made_join(m, 3, "li");
	snooze(m, 4, "can-late", 30);
	assert_null(seen_row(m, "ana", 14, ATT_CAN_LATE));
	assert_int_equal(seen_list(m, "ana", 14).snoozed, 2);
}

static void
test_the_latest_snooze_of_a_row_counts(void **state)
{
	struct made *m = *state;

	made_take(m, 1, "ana");
	made_join(m, 2, "raj");
	snooze(m, 4, "can-late:raj", 60);
	snooze(m, 5, "need:7", 60);
	snooze(m, 20, "can-late:raj", 21);
	assert_non_null(seen_row(m, "ana", 22, ATT_CAN_LATE));
}

int
main(void)
{
#define T(f) cmocka_unit_test_setup_teardown(f, made_setup, made_teardown)
	const struct CMUnitTest tests[] = {
		T(test_every_sort_has_id_key_verb_and_help),
		T(test_the_bell_rings_for_the_first_three_alone),
		T(test_nothing_needs_anybody_before_a_declaration),
		T(test_a_nameless_reader_sees_the_commanders_list),
		T(test_rows_stand_worst_first),
		T(test_a_snoozed_row_is_quiet_until_its_time_and_counted),
		T(test_a_sort_is_snoozed_by_its_id),
		T(test_the_latest_snooze_of_a_row_counts),
	};
#undef T

	return cmocka_run_group_tests(tests, NULL, NULL);
}
