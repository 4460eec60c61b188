/* Laws of the fold, for logs that a seed made up. */
#include "lib/state.h"
#include "unit/model/any_log.h"

#include "base/mem.h"
#include "model/attention.h"
#include "model/clocks.h"
#include "model/rules.h"
#include "model/summary.h"
#include "model/words.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define LOGS 60
#define LENGTH 120

static struct incident *
fold(const struct any_log *log, int n, int step)
{
	struct incident *inc = incident_new(17);

	any_log_fold(log, inc, 0, n, step);
	return inc;
}

static void
test_any_split_into_batches_gives_the_same_state(void **state)
{
	(void)state;
	for (uint64_t seed = 1; seed <= LOGS; seed++) {
		struct dice d = {seed * 7919};
		struct any_log *log = any_log_new(&d, LENGTH, seed % 2);
		struct incident *one = fold(log, log->n, 1);

		for (int step = 2; step <= LENGTH; step = step * 2 + 1) {
			struct incident *inc = fold(log, log->n, step);

			state_same(inc, one, true);
			incident_free(inc);
		}
		incident_free(one);
		any_log_free(log);
	}
}

static void
test_settling_again_changes_nothing(void **state)
{
	(void)state;
	for (uint64_t seed = 1; seed <= LOGS; seed++) {
		struct dice d = {seed * 104729};
		struct any_log *log = any_log_new(&d, LENGTH, false);
		struct incident *inc = fold(log, log->n, LENGTH);
		struct incident *copy = incident_at(inc, inc->n);

		state_same(copy, inc, true);
		incident_free(copy);
		inc->stale = true;
		incident_settle(inc);
		copy = fold(log, log->n, 3);
		state_same(copy, inc, true);
		incident_free(copy);
		incident_free(inc);
		any_log_free(log);
	}
}

/* Erasing is the one thing that reaches back. */
static bool
erases(const struct incident *inc)
{
	for (uint32_t i = 0; i < inc->n; i++)
		if (inc->entries[i].erased_by)
			return true;
	return false;
}

static void
test_a_moment_of_the_past_is_the_fold_of_what_was_there(void **state)
{
	int looked = 0;

	(void)state;
	for (uint64_t seed = 1; seed <= LOGS; seed++) {
		struct dice d = {seed * 1299709};
		struct any_log *log = any_log_new(&d, 40, false);
		struct incident *inc = fold(log, log->n, 1);

		for (int n = 0; !erases(inc) && n <= log->n; n += 3) {
			struct incident *was = incident_at(inc, (uint32_t)n);
			struct incident *then = fold(log, n, 1);

			state_same(was, then, true);
			incident_free(was);
			incident_free(then);
			looked++;
		}
		incident_free(inc);
		any_log_free(log);
	}
	assert_true(looked > 100);
}

static void
test_drafts_give_the_state_that_their_entries_will_give(void **state)
{
	(void)state;
	for (uint64_t seed = 1; seed <= LOGS; seed++) {
		struct dice d = {seed * 15485863};
		struct any_log *log = any_log_new(&d, LENGTH, false);
		int from = dice_roll(&d, LENGTH);
		struct incident *before = fold(log, from, 1);
		struct incident *after = fold(log, log->n, 1), *with;
		struct event *drafts[LENGTH];

		for (int i = from; i < log->n; i++) {
			drafts[i - from] = arena_alloc(log->a,
				sizeof(**drafts));
			event_read(log->a, log->v[i].head, log->v[i].data,
				drafts[i - from]);
		}
		with = incident_with(before, drafts, log->n - from);
		state_same(with, after, true);
		incident_free(with);
		incident_free(before);
		incident_free(after);
		any_log_free(log);
	}
}

static void
test_a_withdrawn_entry_is_as_if_it_had_done_nothing(void **state)
{
	int looked = 0;

	(void)state;
	for (uint64_t seed = 1; seed <= 2 * LOGS; seed++) {
		struct dice d = {seed * 32452843};
		struct any_log *log = any_log_new(&d, 60, false);
		int n = 2 + dice_roll(&d, 58);
		struct incident *inc = fold(log, log->n, 1), *without;
		struct event *e = event_draft(log->a, KIND_WITHDRAWN);
		enum event_kind kind = inc->entries[n - 1].ev.kind;
		uint32_t last = inc->n;
		struct hash none = {{0}};

		/* These give numbers, or reach other entries. */
		if (kind == KIND_CAN || kind == KIND_ASSIGNED ||
		    kind == KIND_PROPOSED || kind == KIND_ITEM_OPENED ||
		    kind == KIND_RECEIVED || kind == KIND_WITHDRAWN ||
		    kind == KIND_CORRECTED || kind == KIND_ERASED ||
		    kind == KIND_DECLARED || erases(inc) ||
		    inc->entries[n - 1].withdrawn_by ||
		    inc->entries[n - 1].corrected_by) {
			incident_free(inc);
			any_log_free(log);
			continue;
		}
		e->at = inc->entries[last - 1].ev.at;
		e->by = "nobody";
		event_put_int(e, F_ENTRY, n);
		log->v = mem_grow(log->v, (size_t)log->n + 1, sizeof(*log->v));
		any_log_put(log, ++log->n, e);
		incident_apply(inc, log->v[last].head, log->v[last].data,
			&none);
		incident_settle(inc);
		assert_int_equal(inc->entries[n - 1].withdrawn_by, log->n);
		e = event_draft(log->a, KIND_NOTE);
		e->at = inc->entries[n - 1].ev.at;
		e->by = "nobody";
		any_log_put(log, n, e);
		without = fold(log, log->n - 1, 1);
		state_same(inc, without, false);
		incident_free(without);
		incident_free(inc);
		any_log_free(log);
		looked++;
	}
	assert_true(looked > 20);
}

static void
test_unknown_kinds_and_damaged_entries_are_kept_and_do_nothing(void **state)
{
	struct dice d = {4711};
	struct any_log *log = any_log_new(&d, LENGTH, false);
	struct incident *inc = fold(log, log->n, 1), *before;
	struct hash none = {{0}};

	(void)state;
	before = incident_at(inc, inc->n);
	incident_apply(inc, "{\"v\":1,\"incident\":17,\"n\":121,\"id\":\""
		"00000000000000000000000000000000\",\"at\":"
		"\"2026-11-22T20:00:00.000Z\",\"by\":\"x\",\"via\":\"y\","
		"\"kind\":\"moon.phase\"}", "{\"full\":true}", &none);
	incident_apply(inc, "{\"v\":", "{}", &none);
	incident_settle(inc);
	assert_int_equal(inc->n, before->n + 2);
	assert_int_equal(inc->unknown, before->unknown + 1);
	assert_int_equal(inc->damaged, before->damaged + 1);
	assert_string_equal(inc->entries[inc->n - 2].ev.raw,
		"moon.phase {\"full\":true}");
	state_same(inc, before, false);
	incident_free(before);
	incident_free(inc);
	any_log_free(log);
}

static void
check_band(const struct incident *inc, enum band b)
{
	const struct intervals *iv = &inc->band[b];

	assert_true(clock_band(inc, b, 0) >= 0);
	for (int i = 0; i < iv->n; i++) {
		assert_true(iv->v[i].start != WHEN_NONE);
		if (iv->v[i].end == WHEN_NONE)
			assert_int_equal(i, iv->n - 1);
		else
			assert_true(iv->v[i].end >= iv->v[i].start);
		if (i)
			assert_true(iv->v[i].start >= iv->v[i - 1].end ||
				b == BAND_CUSTOMER);
	}
	if (inc->closed)
		assert_false(clock_runs(inc, b));
}

static void
check_numbers(const struct incident *inc)
{
	for (int i = 0; i < inc->n_needs; i++) {
		assert_ptr_equal(incident_need(inc, inc->needs[i].id),
			&inc->needs[i]);
		assert_true(inc->needs[i].id <= inc->last_need);
	}
	for (int i = 0; i < inc->n_objectives; i++)
		assert_ptr_equal(incident_objective(inc,
			inc->objectives[i].id), &inc->objectives[i]);
	for (int i = 0; i < inc->n_mitigations; i++)
		assert_ptr_equal(incident_mitigation(inc,
			inc->mitigations[i].id), &inc->mitigations[i]);
	for (int i = 0; i < inc->n_items; i++)
		assert_ptr_equal(incident_item(inc, inc->items[i].id),
			&inc->items[i]);
}

static void
check_state(const struct incident *inc)
{
	for (int b = 0; b < BAND_COUNT; b++)
		check_band(inc, (enum band)b);
	check_numbers(inc);
	for (int i = 0; i < inc->n_visits; i++)
		assert_true(inc->visits[i].end == WHEN_NONE ||
			inc->visits[i].end >= inc->visits[i].start);
	for (int s = 0; s < STAGE_COUNT; s++)
		assert_true(clock_stage(inc, (enum stage)s, 0) >= 0);
	assert_true(!inc->all_clear || inc->under_control);
	assert_true(incident_live(inc) || !*inc->command.holder);
	assert_true(incident_live(inc) ||
		inc->command.broadcast_due == WHEN_NONE);
	assert_true(inc->stage != STAGE_REPAIR || inc->under_control);
	assert_true(!inc->declared || inc->n_visits > 0);
	for (int i = 0; i < inc->n_smes; i++)
		assert_true(incident_live(inc) ||
			inc->smes[i].can_due == WHEN_NONE);
}

/* All that is derived can be derived. */
static void
derive(const struct incident *inc, when_ms now, struct arena *a)
{
	struct criterion c[CRITERIA_MAX];
	struct str out = {0};
	struct summary s;
	when_ms t;

	attention_of(inc, NULL, now, a);
	attention_of(inc, "raj", now, a);
	for (int i = 0; i < STAGE_COUNT; i++)
		rules_criteria(inc, (enum stage)i, c);
	rules_ahead(inc);
	summary_of(inc, &s);
	summary_write(&s, &out);
	clock_first_known(inc, &t);
	clock_silent(inc, now, &t);
	words_broadcast(inc, now, a);
	words_customers(inc, now, a);
	words_customers_line(inc, now, a);
	for (uint32_t n = 1; n <= inc->n; n++) {
		words_entry(inc, incident_entry(inc, n), a);
		words_entry_full(inc, incident_entry(inc, n), a);
	}
	words_brief(inc, now, &out);
	words_report(inc, now, &out);
	str_release(&out);
}

static void
test_whatever_the_log_holds_the_state_makes_sense(void **state)
{
	(void)state;
	for (uint64_t seed = 1; seed <= 4 * LOGS; seed++) {
		struct dice d = {seed * 49979687};
		struct any_log *log = any_log_new(&d, LENGTH, seed % 3 > 0);
		struct incident *inc = incident_new(17);
		struct arena *a = arena_new(0);

		for (int i = 0; i < log->n; i++) {
			any_log_fold(log, inc, i, i + 1, 1);
			check_state(inc);
		}
		derive(inc, INT64_C(1795360000000), a);
		derive(inc, 0, a);
		arena_free(a);
		incident_free(inc);
		any_log_free(log);
	}
}

static void
test_a_log_without_a_declaration_is_no_incident(void **state)
{
	struct dice d = {99};
	struct any_log *log = any_log_new(&d, LENGTH, false);
	struct incident *inc = incident_new(17);

	(void)state;
	for (int i = 1; i < log->n; i++) {
		if (strstr(log->v[i].head, "incident.declared"))
			continue;
		any_log_fold(log, inc, i, i + 1, 1);
		assert_false(inc->declared);
		assert_int_equal(inc->n_messages, 0);
	}
	assert_int_equal(inc->n_smes + inc->n_needs + inc->n_visits, 0);
	incident_free(inc);
	any_log_free(log);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	cmocka_unit_test(test_any_split_into_batches_gives_the_same_state),
	cmocka_unit_test(test_settling_again_changes_nothing),
	cmocka_unit_test(
		test_a_moment_of_the_past_is_the_fold_of_what_was_there),
	cmocka_unit_test(
		test_drafts_give_the_state_that_their_entries_will_give),
	cmocka_unit_test(test_a_withdrawn_entry_is_as_if_it_had_done_nothing),
	cmocka_unit_test(
	test_unknown_kinds_and_damaged_entries_are_kept_and_do_nothing),
	cmocka_unit_test(test_whatever_the_log_holds_the_state_makes_sense),
	cmocka_unit_test(test_a_log_without_a_declaration_is_no_incident),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
