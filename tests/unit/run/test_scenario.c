#include "run/scenario.h"

#include "base/mem.h"
#include "base/str.h"
#include "run/chain_put.h"
#include "unit/run/scene.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

struct play {
	struct scene s;
	struct arena *a;
	struct chains all;
	struct err err;
};

static void
play_begin(struct play *p)
{
	memset(p, 0, sizeof(*p));
	scene_enter(&p->s, NULL);
	p->a = arena_new(0);
}

static void
play_end(struct play *p)
{
	chains_release(&p->all);
	arena_free(p->a);
	scene_leave(&p->s);
}

/* Reads and plays; false with p->err. */
static bool
plays(struct play *p, const char *text)
{
	struct scenario s = {.name = "f", .arena = p->a};

	chains_release(&p->all);
	scene_board(&p->s);
	return scenario_read(&s, arena_dup(p->a, text), 0, &p->err) &&
		scenario_play(&p->s.w, &s, 0, &p->all, &p->err);
}

static void
refuses(struct play *p, const char *text, const char *want)
{
	if (plays(p, text))
		fail_msg("taken: %s", text);
	if (!str_starts(p->err.text, want))
		fail_msg("%s, not %s", p->err.text, want);
}

#define DECLARE "2026-11-20T23:50Z ana declare x --take\n"

static void
test_lines_happened_at_their_times_and_are_recorded_now(void **state)
{
	struct play p;
	const struct chain *c;

	(void)state;
	play_begin(&p);
	if (!plays(&p, "# a comment\n\n" DECLARE
		"23:55Z mei note one\n"
		"00:10Z mei note the next day\n"
		"+1m mei note later --happened 00:05Z\r\n"))
		fail_msg("%s", p.err.text);
	assert_int_equal(p.all.n, 1);
	c = &p.all.v[0];
	assert_int_equal(c->n, 6);
	assert_non_null(strstr(c->links[0].head,
		"\"at\":\"2026-11-22T14:00:00.000Z\","
		"\"happened\":\"2026-11-20T23:50:00.000Z\",\"by\":\"ana\""));
	assert_non_null(strstr(c->links[3].head,
		"\"happened\":\"2026-11-20T23:55:00.000Z\",\"by\":\"mei\""));
	assert_non_null(strstr(c->links[4].head,
		"\"happened\":\"2026-11-21T00:10:00.000Z\""));
	assert_non_null(strstr(c->links[5].head,
		"\"happened\":\"2026-11-21T00:05:00.000Z\""));
	play_end(&p);
}

static void
test_times_in_a_line_are_read_from_its_own_time(void **state)
{
	struct play p;

	(void)state;
	play_begin(&p);
	if (!plays(&p, "2026-11-20T14:00Z ana declare x --impact-began 13:42Z"
		" --take\n14:05Z mei customers hello --next 14:20Z\n"))
		fail_msg("%s", p.err.text);
	assert_non_null(strstr(p.all.v[0].links[0].data,
		"\"began\":\"2026-11-20T13:42:00.000Z\""));
	assert_non_null(strstr(p.all.v[0].links[3].data,
		"\"next\":\"2026-11-20T14:20:00.000Z\""));
	play_end(&p);
}

static void
test_rules_hold_at_the_time_of_the_line(void **state)
{
	struct play p;

	(void)state;
	play_begin(&p);
	/* An offer stands for five minutes, whenever it is imported. */
	if (!plays(&p, DECLARE "23:51Z ana offer raj\n23:53Z raj accept\n"))
		fail_msg("%s", p.err.text);
	refuses(&p, DECLARE "23:51Z ana offer raj\n23:59Z raj accept\n",
		"f:3: ");
	play_end(&p);
}

static void
test_a_line_that_is_none_is_named(void **state)
{
	struct play p;

	(void)state;
	play_begin(&p);
	refuses(&p, "", "f: there is no line");
	refuses(&p, "# only\n", "f: there is no line");
	refuses(&p, "23:50Z ana declare x\n", "f:1: the first line needs");
	refuses(&p, DECLARE "\nx\n", "f:3: a line is TIME NAME COMMAND");
	refuses(&p, DECLARE "25:00Z ana note x\n", "f:2: ");
	refuses(&p, DECLARE "2026-11-20T23:00Z ana note x\n",
		"f:2: '2026-11-20T23:00Z' is before the line above");
	refuses(&p, DECLARE "+1m ana note \"x\n", "f:2: ");
	refuses(&p, DECLARE "+1m ana frobnicate\n",
		"f:2: 'frobnicate' is no command");
	refuses(&p, DECLARE "+1m ana status\n", "f:2: status writes no");
	refuses(&p, DECLARE "+1m ana import x\n", "f:2: import writes no");
	refuses(&p, DECLARE "+1m ana note x --as mei\n", "f:2: --as has no");
	refuses(&p, DECLARE "+1m mei scope x\n", "f:2: ");
	refuses(&p, DECLARE "+1m ana can\n", "f:2: can asks for more");
	refuses(&p, "2026-11-20T23:50Z ana note x\n", "f:1: which incident");
	refuses(&p, "2026-11-20T23:50Z ana note INC-9 x\n", "f:1: ");
	play_end(&p);
}

static void
test_lines_can_go_to_incidents_that_are_there(void **state)
{
	struct play p;

	(void)state;
	play_begin(&p);
	scene_must(&p.s, 0, "ana declare there --take");
	if (!plays(&p, "2026-11-22T14:01Z mei note INC-1 one\n"
		"+1m mei declare new\n+1m mei note two\n"
		"+1m mei note INC-1 three\n+1m mei merge --into INC-1\n"))
		fail_msg("%s", p.err.text);
	assert_int_equal(p.all.n, 2);
	assert_int_equal(p.all.v[0].n, 6);
	assert_int_equal(p.all.v[1].incident, 2);
	assert_int_equal(p.all.v[1].n, 3);
	play_end(&p);
}

static void
test_nothing_is_written_by_playing(void **state)
{
	struct play p;

	(void)state;
	play_begin(&p);
	assert_true(plays(&p, DECLARE));
	chains_release(&p.all);
	assert_true(chains_read(p.s.w.loop, p.s.w.store, p.a, &p.all,
		&p.err));
	assert_int_equal(p.all.n, 0);
	play_end(&p);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			test_lines_happened_at_their_times_and_are_recorded_now),
		cmocka_unit_test(test_times_in_a_line_are_read_from_its_own_time),
		cmocka_unit_test(test_rules_hold_at_the_time_of_the_line),
		cmocka_unit_test(test_a_line_that_is_none_is_named),
		cmocka_unit_test(test_lines_can_go_to_incidents_that_are_there),
		cmocka_unit_test(test_nothing_is_written_by_playing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
