/* In which moment an entry came into the log, and what was known then. */
#include "lib/state.h"
#include "unit/model/any_log.h"
#include "unit/model/made.h"

#include "model/clocks.h"
#include "model/words.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <cmocka.h>

#define LOGS 60
#define LENGTH 120

#define MADE_TEST(fn) \
	cmocka_unit_test_setup_teardown(fn, made_setup, made_teardown)

/* All that was told so far is written down at minute @min. */
static void
record_at(struct made *m, double min)
{
	for (int i = 0; i < m->n; i++) {
		struct event *e = m->v[i];

		if (e->happened == WHEN_NONE)
			e->happened = e->at;
		e->at = made_at(min) + i;
	}
}

static void
test_what_was_recorded_late_was_not_known_before(void **state)
{
	struct made *m = *state;
	const struct incident *inc;
	struct event *e;

	made_take(m, 5, "ana");
	e = made_add(m, 30, "raj", KIND_NOTE);
	e->happened = made_at(10);
	made_text(e, F_NOTE, "the deploy began");
	inc = made_fold(m);
	assert_false(inc->entries[2].imported);
	assert_true(inc->entries[2].moment == made_at(30));
	assert_int_equal(incident_place_at(inc, made_at(29)), 2);
	assert_int_equal(incident_place_at(inc, made_at(30)), 3);
	assert_int_equal(incident_place_at(inc, made_at(-1)), 0);
	assert_int_equal(incident_place_at(inc, made_at(9999)), 3);
}

static void
test_an_import_came_when_it_happened(void **state)
{
	struct made *m = *state;
	const struct incident *inc;
	struct event *e;

	made_take(m, 5, "ana");
	made_call(m, 20, CALL_UNDER_CONTROL);
	e = made_add(m, 20, "ana", KIND_SIGNAL);
	e->happened = made_at(-2); /* told late in the story itself */
	record_at(m, 100000);
	made_add(m, 100010, "raj", KIND_NOTE); /* after the import, live */
	inc = made_fold(m);
	assert_true(inc->entries[0].imported);
	assert_true(inc->entries[0].moment == made_at(0));
	assert_true(inc->entries[1].moment == made_at(5));
	assert_true(inc->entries[2].moment == made_at(20));
	/* Never before the entry above. */
	assert_true(inc->entries[3].moment == made_at(20));
	assert_false(inc->entries[4].imported);
	assert_true(inc->entries[4].moment == made_at(100010));
}

/* Nobody takes back what an import brought: it has long left. */
static void
test_a_message_of_an_import_left_when_it_happened(void **state)
{
	struct made *m = *state;
	const struct incident *inc;

	made_text(made_add(m, 3, "ana", KIND_BROADCAST), F_MESSAGE, "all on"
		" the bridge");
	inc = made_fold(m);
	assert_int_equal(inc->n_messages, 1);
	assert_false(clock_left(inc, &inc->messages[0], made_at(3) + 9999));
	assert_true(clock_left(inc, &inc->messages[0], made_at(4)));
	record_at(m, 100000);
	inc = made_fold(m);
	assert_int_equal(inc->n_messages, 1);
	assert_true(clock_left(inc, &inc->messages[0], made_at(4)));
}

static void
test_what_is_erased_is_erased_at_every_moment(void **state)
{
	struct made *m = *state;
	const struct incident *inc;
	struct incident *was;

	made_text(made_add(m, 3, "raj", KIND_NOTE), F_NOTE, "password 1234");
	made_add(m, 4, "raj", KIND_NOTE);
	made_int(made_add(m, 9, "raj", KIND_ERASED), F_ENTRY, 2);
	inc = made_fold(m);
	assert_int_equal(inc->entries[1].erased_by, 4);
	was = incident_at(inc, 2);
	assert_int_equal(was->n, 2);
	assert_string_equal(words_entry(was, &was->entries[1], m->a),
		"[erased]");
	assert_true(incident_next(was, inc));
	assert_true(incident_next(was, inc));
	assert_false(incident_next(was, inc));
	assert_int_equal(was->entries[1].erased_by, 4);
	incident_free(was);
}

/* ---- for logs that a seed made up ------------------------------------ */

static struct incident *
fold(const struct any_log *log, int step)
{
	struct incident *inc = incident_new(17);

	any_log_fold(log, inc, 0, log->n, step);
	return inc;
}

static bool
has_erased(const struct incident *inc)
{
	for (uint32_t i = 0; i < inc->n; i++)
		if (inc->entries[i].erased_by)
			return true;
	return false;
}

static void
test_a_step_forward_gives_what_folding_from_the_first_entry_gives(
	void **state)
{
	int erased = 0;

	(void)state;
	for (uint64_t seed = 1; seed <= LOGS; seed++) {
		struct dice d = {seed * 86028121};
		struct any_log *log = any_log_new(&d, 40, false);
		struct incident *inc = fold(log, 1);
		struct incident *was = incident_at(inc, 0);

		erased += has_erased(inc);
		while (incident_next(was, inc)) {
			struct incident *then = incident_at(inc, was->n);

			state_same(was, then, true);
			incident_free(then);
		}
		assert_int_equal(was->n, inc->n);
		state_same(was, inc, true);
		incident_free(was);
		incident_free(inc);
		any_log_free(log);
	}
	assert_true(erased > 3);
}

static void
test_moments_never_go_back(void **state)
{
	(void)state;
	for (uint64_t seed = 1; seed <= LOGS; seed++) {
		struct dice d = {seed * 122949823};
		struct any_log *log = any_log_new(&d, LENGTH, seed % 2);
		struct incident *inc = fold(log, 7);

		for (uint32_t n = 1; n <= inc->n; n++) {
			const struct entry *e = incident_entry(inc, n);
			uint32_t at = incident_place_at(inc, e->moment);

			assert_true(at >= n);
			assert_true(inc->entries[at - 1].moment == e->moment);
			assert_true(n == 1 || e->moment >= e[-1].moment);
		}
		incident_free(inc);
		any_log_free(log);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		MADE_TEST(test_what_was_recorded_late_was_not_known_before),
		MADE_TEST(test_an_import_came_when_it_happened),
		MADE_TEST(test_a_message_of_an_import_left_when_it_happened),
		MADE_TEST(test_what_is_erased_is_erased_at_every_moment),
		cmocka_unit_test(
	test_a_step_forward_gives_what_folding_from_the_first_entry_gives),
		cmocka_unit_test(test_moments_never_go_back),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
