/* What a courier does next: what waits for a person, what stays, pages. */
#include "unit/relay/due.h"

#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* A person agrees to the first words that the public reads. */
static void
test_confirm(void **state)
{
	struct desk *d = *state;
	uint32_t n;

	due_settle(d);
	play(d->p, "14:06Z ana broadcast 'bad' --audience customers", NULL);
	n = d->p->inc->n;
	due_expect(d, "14:06:10Z", arena_printf(d->p->arena, "confirm public %u",
		n));
	due_play(d, "14:06:11Z fireground delivery failed %u confirm"
		" --channel public", n);
	due_expect(d, "14:06:12Z", "");
	due_play(d, "14:07Z ana delivery retry %u --channel public", n);
	due_expect(d, "14:07Z", arena_printf(d->p->arena, "public %u asked", n));
	due_play(d, "14:07Z fireground delivery sent %u --channel public"
		" --remote xyz", n);
	play(d->p, "14:16Z ana broadcast 'good' --audience customers", NULL);
	n = d->p->inc->n;
	due_expect(d, "14:16:10Z", arena_printf(d->p->arena, "public %u", n));
	assert_string_equal(d->plan.v[0].remote, "xyz");
	/* A courier that died with it: never twice by itself. */
	due_play(d, "14:16:10Z fireground delivery claim %u --channel"
		" public", n);
	due_expect(d, "14:16:11Z", "");
	d->mono += PLAN_LAPSE;
	due_expect(d, "14:17Z", arena_printf(d->p->arena,
		"unsure public %u repeat", n));
}

static void
test_what_stays(void **state)
{
	struct desk *d = *state;

	due_settle(d);
	play(d->p, "14:05Z ana broadcast 'one'",
		"14:06Z ana broadcast --said all", NULL);
	due_expect(d, "14:07Z", "");
	play(d->p, "14:08Z ana broadcast 'two'", "14:08:05Z ana undo", NULL);
	due_expect(d, "14:09Z", "");
	due_channels[0].locked = "not unlocked";
	play(d->p, "14:10Z ana broadcast 'three' --audience responders",
		NULL);
	due_expect(d, "14:11Z", "");
	due_channels[0].locked = NULL;
	due_look(d, "14:11Z");
	assert_int_equal(d->plan.n, 1);
}

/* A restricted incident tells by itself nothing, by hand what it is told. */
static void
test_restricted(void **state)
{
	struct desk *d = *state;

	play_free(d->p);
	d->p = play_new();
	play(d->p, "14:00Z ana declare 'secret' --restricted --take",
		"14:01Z ana advance --to mitigate", NULL);
	due_expect(d, "14:02Z", "");
	play(d->p, "14:03Z ana broadcast 'x' --audience company", NULL);
	due_look(d, "14:04Z");
	assert_int_equal(d->plan.n, 2);
}

static void
test_pages(void **state)
{
	struct desk *d = *state;
	uint32_t n;

	due_settle(d);
	play(d->p, "14:05Z ana page raj", NULL);
	n = d->p->inc->n;
	due_expect(d, "14:05:09Z", "");
	assert_int_equal(d->plan.look, 1000);
	due_expect(d, "14:05:10Z", arena_printf(d->p->arena, "pager %u", n));
	assert_int_equal(d->plan.v[0].kind, NEWS_PAGE);
	assert_string_equal(d->plan.v[0].address, "svc-1");
	due_expect(d, "14:20:01Z", "");
	due_play(d, "14:05:11Z fireground delivery failed %u later"
		" --channel pager", n);
	due_expect(d, "14:20:01Z", arena_printf(d->p->arena, "expire pager %u",
		n));
	due_play(d, "14:05:11Z fireground delivery sent %u --channel pager"
		" --remote key", n);
	due_expect(d, "14:06Z", "");
	play(d->p, "14:07Z ana release raj", NULL);
	due_expect(d, "14:07Z", arena_printf(d->p->arena, "pager %u stop", n));
	assert_string_equal(d->plan.v[0].remote, "key");
	due_play(d, "14:07:11Z fireground delivery sent %u --channel pager"
		" --stop", n);
	due_expect(d, "14:08Z", "");
	/* Nobody is paged through what is not there. */
	play(d->p, "14:09Z ana page li", "14:09Z ana page mei", NULL);
	due_expect(d, "14:10Z", "");
}

static void
test_pages_end(void **state)
{
	struct desk *d = *state;
	uint32_t n;

	due_settle(d);
	play(d->p, "14:05Z ana page raj", NULL);
	n = d->p->inc->n;
	play(d->p, "14:05:05Z raj ack", NULL);
	due_expect(d, "14:05:30Z", "");
	due_play(d, "14:06Z fireground delivery sent %u --channel pager",
		n);
	play(d->p, "14:07Z raj join", "14:08Z ana release raj", NULL);
	due_expect(d, "14:08:30Z", "");
	play(d->p, "14:09Z ana page raj", NULL);
	n = d->p->inc->n;
	due_play(d, "14:09:11Z fireground delivery sent %u --channel pager",
		n);
	play(d->p, "14:09:12Z raj ack", "14:10Z ana close --false-alarm",
		NULL);
	due_look(d, "14:10:10Z");
	assert_int_equal(d->plan.n, 4);
	assert_true(d->plan.v[2].stop);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		DUE_TEST(test_confirm),
		DUE_TEST(test_what_stays),
		DUE_TEST(test_restricted),
		DUE_TEST(test_pages),
		DUE_TEST(test_pages_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
