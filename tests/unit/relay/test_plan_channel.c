/* Channels as a courier knows them: gap, back-off, circuit, outcomes. */
#include "relay/plan.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static const struct adapter once = {.name = "once", .gap_ms = 1000};
static const struct adapter safe = {.name = "safe", .idempotent = true};

static void
test_back_off(void **state)
{
	uint64_t most = UINT64_C(0xffffffffffffffff);

	(void)state;
	for (int n = 0; n < 70; n++) {
		int64_t cap = n < 9 ? INT64_C(1000) << n : 300000;

		if (cap > 300000)
			cap = 300000;
		for (uint64_t r = most; r; r /= 3) {
			int64_t w = plan_back_off(n, NEWS_UPDATE, 0, r);

			assert_in_range(w, 0, cap);
			assert_in_range(plan_back_off(n, NEWS_PAGE, 0, r), 0,
				30000);
		}
		/* Both ends are reached. */
		assert_int_equal(plan_back_off(n, NEWS_UPDATE, 0, 0), 0);
		assert_int_equal(plan_back_off(n, NEWS_UPDATE, 0,
			(uint64_t)cap), cap);
	}
	assert_int_equal(plan_back_off(0, NEWS_UPDATE, 7000, 5), 7000);
	assert_int_equal(plan_back_off(3, NEWS_UPDATE, 7000, 7900), 7900);
	assert_int_equal(plan_back_off(0, NEWS_PAGE, INT64_MAX, 5), 3600000);
	assert_int_equal(plan_back_off(0, NEWS_UPDATE, -5, 0), 0);
}

static const struct {
	enum outcome_class class;
	const struct adapter *adapter;
	enum news_kind kind;
	bool repeat;
	int64_t held;
	enum plan_then then;
	enum delivery_state said;
	bool marked;
} rows[] = {
#define SAFE &safe
#define ONCE &once
	{SENT_DELIVERED, SAFE, NEWS_STAGE, 0, 0, PLAN_WRITE_SENT, 0, 0},
	{SENT_DELIVERED, ONCE, NEWS_PAGE, 1, 0, PLAN_WRITE_SENT, 0, 0},
	{SENT_LATER, SAFE, NEWS_STAGE, 0, 0, PLAN_TRY_AGAIN, 0, 0},
	{SENT_LATER, ONCE, NEWS_STAGE, 0, 0, PLAN_TRY_AGAIN, 0, 0},
	{SENT_LATER, ONCE, NEWS_STAGE, 0, 40001, PLAN_WRITE_FAILED,
		DELIVERY_LATER, 0},
	{SENT_LATER, SAFE, NEWS_PAGE, 0, 59000, PLAN_WRITE_FAILED,
		DELIVERY_LATER, 0},
	{SENT_MAYBE, SAFE, NEWS_STAGE, 0, 0, PLAN_TRY_AGAIN, 0, 1},
	{SENT_MAYBE, SAFE, NEWS_STAGE, 1, 50000, PLAN_WRITE_FAILED,
		DELIVERY_LATER, 1},
	{SENT_MAYBE, ONCE, NEWS_STAGE, 0, 0, PLAN_WRITE_FAILED,
		DELIVERY_LATER, 1},
	{SENT_MAYBE, ONCE, NEWS_STAGE, 1, 0, PLAN_WRITE_FAILED,
		DELIVERY_UNSURE, 1},
	{SENT_MAYBE, ONCE, NEWS_PAGE, 0, 0, PLAN_WRITE_FAILED,
		DELIVERY_LATER, 1},
	{SENT_MAYBE, ONCE, NEWS_PAGE, 1, 0, PLAN_WRITE_FAILED,
		DELIVERY_UNSURE, 1},
	{SENT_MAYBE, ONCE, NEWS_CUSTOMERS, 0, 0, PLAN_WRITE_FAILED,
		DELIVERY_UNSURE, 1},
	{SENT_MAYBE, SAFE, NEWS_CUSTOMERS, 0, 0, PLAN_TRY_AGAIN, 0, 1},
	{SENT_MESSAGE, SAFE, NEWS_STAGE, 0, 0, PLAN_WRITE_FAILED,
		DELIVERY_MESSAGE, 0},
	{SENT_MESSAGE, ONCE, NEWS_PAGE, 0, 0, PLAN_WRITE_FAILED,
		DELIVERY_MESSAGE, 0},
	{SENT_CHANNEL, SAFE, NEWS_STAGE, 0, 0, PLAN_WRITE_FAILED,
		DELIVERY_CHANNEL, 0},
	{SENT_CHANNEL, ONCE, NEWS_PAGE, 1, 0, PLAN_WRITE_FAILED,
		DELIVERY_CHANNEL, 0},
};


/* Every class of outcome, for channels that take a repeat and that do not. */
static void
test_outcome_table(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct plan_memory *m = plan_memory_new(1);
		struct channel c = {.adapter = rows[i].adapter};
		struct plan_item item = {.kind = rows[i].kind,
			.repeat = rows[i].repeat};
		struct verdict v = {.class = rows[i].class};
		struct plan_end end;

		plan_outcome(m, &(struct plan_try){
			.channel = &c, .item = &item, .verdict = &v,
			.held = rows[i].held, .mono = 5000, .now = 77,
		}, &end);
		if (end.then != rows[i].then || end.repeat != rows[i].marked)
			fail_msg("row %zu", i);
		if (end.then == PLAN_WRITE_FAILED && end.state != rows[i].said)
			fail_msg("row %zu: %d", i, (int)end.state);
		if (rows[i].class == SENT_MAYBE && end.then ==
		    PLAN_WRITE_FAILED && rows[i].adapter == &once)
			assert_int_equal(end.wait, PLAN_SECOND);
		assert_int_equal(m->channel[0].shut,
			rows[i].class == SENT_CHANNEL);
		plan_memory_free(m);
	}
}

static struct plan_end
try(struct plan_memory *m, enum outcome_class class, int64_t asked,
	int64_t mono, uint64_t random)
{
	static const struct channel c = {.adapter = &once};
	struct plan_item item = {.kind = NEWS_STAGE};
	struct verdict v = {.class = class, .wait_ms = asked};
	struct plan_end end;

	plan_begin(m, &c, 0, mono);
	plan_outcome(m, &(struct plan_try){
		.channel = &c, .item = &item, .verdict = &v, .mono = mono,
		.random = random,
	}, &end);
	return end;
}

static void
test_gap(void **state)
{
	struct plan_memory *m = plan_memory_new(1);
	struct plan_item item = {.kind = NEWS_STAGE};

	(void)state;
	assert_int_equal(plan_wait(m, &item, 500), 0);
	try(m, SENT_DELIVERED, 0, 500, 0);
	assert_int_equal(plan_wait(m, &item, 500), 1000);
	assert_int_equal(plan_wait(m, &item, 1499), 1);
	assert_int_equal(plan_wait(m, &item, 1500), 0);
	/* What the log alone is told needs no channel. */
	item.what = PLAN_EXPIRE;
	assert_int_equal(plan_wait(m, &item, 500), 0);
	plan_memory_free(m);
}

static void
test_circuit(void **state)
{
	struct plan_memory *m = plan_memory_new(1);
	struct plan_item item = {.kind = NEWS_STAGE};
	struct plan_end end;

	(void)state;
	for (int i = 0; i < 4; i++) {
		end = try(m, SENT_LATER, 0, 1000 * i, 0);
		assert_int_equal(end.then, PLAN_TRY_AGAIN);
		assert_false(m->channel[0].open);
	}
	/* The fifth opens it: one probe a step of the back-off. */
	end = try(m, SENT_LATER, 0, 10000, 15999);
	assert_true(m->channel[0].open);
	assert_int_equal(end.then, PLAN_WRITE_FAILED);
	assert_int_equal(plan_wait(m, &item, 10000), 15999);
	end = try(m, SENT_LATER, 0, 30000, 31999);
	assert_int_equal(plan_wait(m, &item, 30000), 31999);
	item.asked = true;
	assert_int_equal(plan_wait(m, &item, 30000), 0);
	item.asked = false;
	try(m, SENT_DELIVERED, 0, 90000, 0);
	assert_false(m->channel[0].open);
	assert_int_equal(m->channel[0].fails, 0);
	/* One answer of another kind in between, and it does not open. */
	for (int i = 0; i < 10; i++)
		try(m, i == 4 ? SENT_MESSAGE : SENT_LATER, 0, 100000, 0);
	assert_true(m->channel[0].open);
	plan_memory_free(m);
}

static void
test_retry_after(void **state)
{
	struct plan_memory *m = plan_memory_new(1);
	struct plan_item item = {.kind = NEWS_STAGE};
	struct plan_end end;

	(void)state;
	end = try(m, SENT_LATER, 7000, 0, 0);
	assert_int_equal(end.then, PLAN_TRY_AGAIN);
	assert_int_equal(end.wait, 7000);
	assert_int_equal(plan_wait(m, &item, 0), 7000);
	/* Longer than a claim may be held, and longer than anybody waits. */
	end = try(m, SENT_LATER, INT64_C(99999999), 0, 0);
	assert_int_equal(end.then, PLAN_WRITE_FAILED);
	assert_int_equal(end.wait, 3600000);
	plan_memory_free(m);
}

static void
test_before(void **state)
{
	struct plan_item old = {.kind = NEWS_STAGE, .severity = 2, .when = 1};
	struct plan_item fresh = {.kind = NEWS_STAGE, .severity = 2, .when = 9};
	struct plan_item worse = {.kind = NEWS_STAGE, .severity = 1, .when = 5};
	struct plan_item page = {.kind = NEWS_PAGE, .severity = 4, .when = 9};

	(void)state;
	assert_true(plan_before(&old, &fresh, false));
	assert_true(plan_before(&fresh, &old, true));
	assert_true(plan_before(&worse, &old, false));
	assert_true(plan_before(&worse, &fresh, true));
	assert_true(plan_before(&page, &worse, false));
	assert_false(plan_before(&worse, &page, true));
	old.asked = true;
	assert_true(plan_before(&old, &worse, true));
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_back_off),
		cmocka_unit_test(test_outcome_table),
		cmocka_unit_test(test_gap), cmocka_unit_test(test_circuit),
		cmocka_unit_test(test_retry_after),
		cmocka_unit_test(test_before),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
