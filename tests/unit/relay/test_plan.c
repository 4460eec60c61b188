/* What a courier does next with messages: order, groups, claims, expiry. */
#include "unit/relay/due.h"

#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void
test_ten_seconds(void **state)
{
	struct desk *d = *state;
	uint32_t n;

	due_look(d, "14:00:03Z");
	assert_int_equal(d->plan.n, 0);
	assert_int_equal(d->plan.look, 7000);
	due_look(d, "14:00:10Z");
	assert_int_equal(d->plan.n, 2);
	due_settle(d);
	assert_int_equal(d->plan.look, PLAN_NEVER);
	assert_int_equal(d->plan.waiting, 0);
	play(d->p, "14:05Z ana broadcast 'one'", NULL);
	n = d->p->inc->n;
	due_expect(d, "14:05:09Z", "");
	play(d->p, "14:05:01Z ana let-go", NULL);
	due_look(d, "14:05:02Z");
	assert_int_equal(d->plan.n, 2);
	assert_int_equal(d->plan.v[0].entries[0], n);
}

/* Moves of ten seconds leave as one; what was let go ends a group. */
static void
test_groups(void **state)
{
	struct desk *d = *state;
	uint32_t n;

	due_settle(d);
	n = d->p->inc->n;
	play(d->p, "14:05:00Z ana broadcast 'one'",
		"14:05:08Z ana broadcast 'two'",
		"14:05:19Z ana broadcast 'three'", NULL);
	due_look(d, "14:05:12Z");
	assert_int_equal(d->plan.n, 0);
	assert_int_equal(d->plan.look, 6000);
	due_expect(d, "14:05:18Z", arena_printf(d->p->arena,
		"company %u,%u; hook %u,%u", n + 1, n + 2, n + 1, n + 2));
	assert_int_equal(d->plan.v[0].when, play_time("14:05:08Z"));
	/* The third waits behind them, however late it is. */
	due_expect(d, "14:06Z", arena_printf(d->p->arena,
		"company %u,%u; hook %u,%u", n + 1, n + 2, n + 1, n + 2));
}

static void
test_let_go_ends_a_group(void **state)
{
	struct desk *d = *state;
	uint32_t n;

	due_settle(d);
	n = d->p->inc->n;
	play(d->p, "14:05:00Z ana broadcast 'one'", "14:05:00Z ana let-go",
		"14:05:01Z ana broadcast 'two'", NULL);
	due_expect(d, "14:05:20Z", arena_printf(d->p->arena,
		"company %u; hook %u", n + 1, n + 1));
}

static void
test_collapse(void **state)
{
	struct desk *d = *state;
	uint32_t n;

	due_settle(d);
	n = d->p->inc->n;
	play(d->p, "14:05Z ana broadcast 'one'",
		"14:10Z ana broadcast 'two'", NULL);
	due_expect(d, "14:15Z", arena_printf(d->p->arena,
		"company %u; hook %u", n + 1, n + 1));
	play(d->p, "14:15:01Z ana broadcast 'three'", NULL);
	/* Not before the newest may leave. */
	due_expect(d, "14:15:05Z", arena_printf(d->p->arena,
		"company %u; hook %u", n + 1, n + 1));
	due_expect(d, "14:15:12Z", arena_printf(d->p->arena,
		"company %u,%u,%u; hook %u,%u,%u", n + 1, n + 2, n + 3,
		n + 1, n + 2, n + 3));
}

/* A claim holds, until this courier has seen it for a minute and a half. */
static void
test_lapse(void **state)
{
	struct desk *d = *state;
	uint32_t n;

	due_settle(d);
	play(d->p, "14:05Z ana broadcast 'one'", NULL);
	n = d->p->inc->n;
	due_play(d, "14:05:10Z fireground delivery claim %u --channel"
		" company", n);
	due_play(d, "14:05:10Z fireground delivery sent %u --channel"
		" hook", n);
	due_expect(d, "14:05:11Z", "");
	assert_int_equal(d->plan.look, PLAN_LAPSE);
	/* The wall's clock does not count, what was seen does. */
	due_expect(d, "14:59Z", "");
	d->mono = PLAN_LAPSE - 1;
	due_expect(d, "14:05:12Z", "");
	assert_int_equal(d->plan.look, 1);
	d->mono = PLAN_LAPSE;
	due_expect(d, "14:05:12Z", arena_printf(d->p->arena, "company %u repeat",
		n));
	assert_int_equal(d->plan.v[0].claim, n + 1);
	play_refused(d->p, arena_printf(d->p->arena, "14:05:13Z fireground"
		" delivery claim %u --channel company", n), "claimed it");
	play(d->p, arena_printf(d->p->arena, "14:05:13Z fireground delivery"
		" claim %u --channel company --claim %u", n, n + 1), NULL);
	/* Who comes too late says nothing of it any more, but that it went. */
	play_refused(d->p, arena_printf(d->p->arena, "14:05:14Z fireground"
		" delivery failed %u later --channel company --claim %u", n,
		n + 1), "another courier");
	due_play(d, "14:05:14Z fireground delivery sent %u --channel"
		" company", n);
	due_expect(d, "14:05:15Z", "");
	assert_int_equal(d->memory->n_claims, 0);
}

/* Outcomes in the log, and what goes after each: nothing overtakes. */
static void
test_outcomes(void **state)
{
	static const struct {
		const char *outcome, *time, *expect;
	} rows[] = {
		{"later --until 14:20Z", "14:12Z", ""},
		{"later --until 14:20Z", "14:20Z", "company A"},
		{"later", "14:12Z", "company A"},
		{"later --repeat", "14:12Z", "company A repeat"},
		{"unsure", "14:12Z", "company B"},
		{"message", "14:12Z", "company B"},
		{"channel", "14:12Z", "company B"},
		{"expired", "14:12Z", "company B"},
		{"confirm", "14:12Z", "company B"},
	};

	due_end(state);
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct desk *d;
		const char *want;
		uint32_t n;

		due_begin(state);
		d = *state;
		due_settle(d);
		play(d->p, "14:05Z ana broadcast 'one'",
			"14:11Z ana broadcast 'two'", NULL);
		n = d->p->inc->n;
		play(d->p, arena_printf(d->p->arena, "14:11:11Z fireground"
			" delivery sent %u,%u --channel hook", n - 1, n),
			arena_printf(d->p->arena, "14:11:11Z fireground"
			" delivery claim %u --channel company", n - 1),
			arena_printf(d->p->arena, "14:11:11Z fireground"
			" delivery failed %u %s --channel company --claim %u",
			n - 1, rows[i].outcome, n + 2), NULL);
		want = rows[i].expect;
		if (*want)
			want = arena_printf(d->p->arena, "company %u%s",
				n - (want[8] == 'A'), want + 9);
		due_expect(d, rows[i].time, want);
		if (i + 1 < sizeof(rows) / sizeof(*rows))
			due_end(state);
	}
}

/* A person asks for another try: it goes, through an open circuit too. */
static void
test_retry(void **state)
{
	struct desk *d = *state;
	uint32_t n;

	due_settle(d);
	play(d->p, "14:05Z ana broadcast 'one'", NULL);
	n = d->p->inc->n;
	due_play(d, "14:05:11Z fireground delivery sent %u --channel hook",
		n);
	due_play(d, "14:05:11Z fireground delivery failed %u channel"
		" --channel company", n);
	due_expect(d, "14:06Z", "");
	due_play(d, "14:06Z ana delivery retry %u", n);
	due_expect(d, "14:06Z", arena_printf(d->p->arena, "company %u asked", n));
	d->memory->channel[0].shut = true;
	assert_int_equal(plan_wait(d->memory, &d->plan.v[0], 0), 0);
	d->plan.v[0].asked = false;
	assert_int_equal(plan_wait(d->memory, &d->plan.v[0], 0), PLAN_NEVER);
}

/* Two hours on it is no news: what was begun is said to be given up. */
static void
test_expiry(void **state)
{
	struct desk *d = *state;
	uint32_t n;

	due_settle(d);
	play(d->p, "14:05Z ana broadcast 'one'", NULL);
	n = d->p->inc->n;
	due_play(d, "14:05:11Z fireground delivery failed %u later"
		" --channel company", n);
	play(d->p, "14:06Z ana broadcast 'bad' --audience customers", NULL);
	due_expect(d, "16:05Z", arena_printf(d->p->arena,
		"company %u; hook %u; confirm public %u", n, n, n + 2));
	due_expect(d, "16:05:01Z", arena_printf(d->p->arena,
		"expire company %u; confirm public %u", n, n + 2));
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		DUE_TEST(test_ten_seconds),
		DUE_TEST(test_groups),
		DUE_TEST(test_let_go_ends_a_group),
		DUE_TEST(test_collapse),
		DUE_TEST(test_lapse),
		DUE_TEST(test_outcomes),
		DUE_TEST(test_retry),
		DUE_TEST(test_expiry),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
