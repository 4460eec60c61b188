/*
 * A wall hangs for a year: incidents are large in turn, days go by, and
 * nothing of it stays in memory.
 */
#include "base/mem.h"
#include "loop/loop.h"
#include "run/board.h"
#include "run/live.h"
#include "ui/canvas.h"
#include "ui/frame.h"
#include "unit/run/scene.h"
#include "view/wall.h"

#include <locale.h>
#include <malloc.h>
#include <setjmp.h>
#include <stdarg.h>
#include <string.h>
#include <cmocka.h>

#define DAYS 365
#define INCIDENTS 5
#define CYCLE (2 * 3 * 7 * INCIDENTS) /* days: then all comes again */

struct year {
	struct scene s;
	struct arena *frame;
	struct canvas *canvas;
	struct live *live;
	bool changed;
};

static void
on_change(void *ctx)
{
	((struct year *)ctx)->changed = true;
}

/* A frame of @day, of a store that cannot be read on every tenth. */
static void
draw(struct year *y, int day)
{
	struct wall_in in = {.turn = WHEN_MINUTE};
	static const struct { int h, w; } sizes[] = {
		{24, 80}, {45, 160}, {60, 240},
	};

	arena_reset(y->frame);
	in.vm.a = y->frame;
	in.vm.now = SCENE_NOW + day * WHEN_DAY + day * WHEN_MINUTE;
	in.vm.mono = 1000000;
	in.vm.last_good = in.vm.mono - (day % 10 ? 0 : WHEN_HOUR);
	in.read_at = in.vm.now - (in.vm.mono - in.vm.last_good);
	in.vm.h = sizes[day % 3].h;
	in.vm.w = sizes[day % 3].w;
	in.vm.board = board_rows(y->s.w.board, &in.vm.n_board);
	if (day % 7)
		in.vm.inc = live_incident(y->live);
	canvas_resize(y->canvas, in.vm.h, in.vm.w);
	frame_draw(y->canvas, wall_build(&in));
}

/* One day: another incident is large, the board was read once more. */
static void
pass_day(struct year *y, int day)
{
	y->changed = false;
	live_close(y->live);
	y->live = live_follow(y->s.w.store, 1 + (uint32_t)day % INCIDENTS,
		on_change, y);
	scene_until(&y->s, &y->changed);
	assert_true(live_ready(y->live));
	assert_true(live_incident(y->live)->declared);
	draw(y, day);
}

/* The most that was in use on the days of a cycle, at the end of one. */
static size_t
pass_cycle(struct year *y, int cycle)
{
	size_t most = 0;

	for (int day = 0; day < CYCLE; day++) {
		pass_day(y, cycle * CYCLE + day);
		if (mallinfo2().uordblks > most)
			most = mallinfo2().uordblks;
	}
	return most;
}

static void
test_a_year_takes_no_memory(void **state)
{
	struct year y = {.canvas = canvas_new(60, 240)};
	size_t first, last = 0;

	(void)state;
	scene_enter(&y.s, NULL);
	y.frame = arena_new(0);
	for (int i = 0; i < INCIDENTS; i++) {
		scene_must(&y.s, 0, "ana declare 'EU checkout fails' --take"
			" --impact-began -5m --bridge https://meet.example/x");
		scene_must(&y.s, (uint32_t)i + 1,
			"raj can --condition 'primary is stuck' --action"
			" 'failing over' --need 'call +44 20 7946 0018'");
	}
	y.changed = false;
	board_watch(y.s.w.board, on_change, &y);
	scene_until(&y.s, &y.changed);
	/* What is kept for the next frame has found its size by then. */
	pass_cycle(&y, 0);
	pass_cycle(&y, 1);
	first = pass_cycle(&y, 2);
	for (int cycle = 3; (cycle - 2) * CYCLE < DAYS; cycle++)
		last = pass_cycle(&y, cycle);
	/* Where memory is not counted, as under sanitizers, both are 0. */
	assert_true(last <= first);
	live_close(y.live);
	arena_free(y.frame);
	canvas_free(y.canvas);
	scene_leave(&y.s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_a_year_takes_no_memory),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
