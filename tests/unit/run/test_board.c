#include "run/board.h"

#include "loop/loop.h"
#include "store/store.h"
#include "unit/run/scene.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void
test_the_board_reads_what_was_written_without_folding(void **state)
{
	struct scene s;
	const struct summary *rows;
	int n;

	(void)state;
	scene_enter(&s, NULL);
	scene_must(&s, 0, "ana declare one --take --severity 1");
	scene_must(&s, 0, "mei declare two");
	scene_board(&s);
	rows = board_rows(s.w.board, &n);
	assert_int_equal(n, 2);
	assert_int_equal(board_last(s.w.board), 2);
	/* Nobody commands the second: worst first. */
	assert_int_equal(rows[0].number, 2);
	assert_int_equal(rows[1].number, 1);
	assert_string_equal(rows[1].title, "one");
	assert_string_equal(rows[1].commander, "ana");
	assert_int_equal(rows[1].n, 3);
	scene_leave(&s);
}

static void
said_done(void *ctx, const struct err *why)
{
	assert_null(why);
	*(bool *)ctx = true;
}

static void
test_a_stale_summary_is_made_again_from_the_events(void **state)
{
	const struct store_summary stale = {
		.incident = 1, .n = 3, .rank = 5, .text = "of another kind",
	};
	struct scene s;
	const struct summary *rows;
	bool done = false;
	int n;

	(void)state;
	scene_enter(&s, NULL);
	scene_must(&s, 0, "ana declare one --take");
	store_set_summary(s.w.store, &stale, said_done, &done);
	scene_until(&s, &done);
	scene_board(&s);
	rows = board_rows(s.w.board, &n);
	assert_int_equal(n, 1);
	assert_string_equal(rows[0].title, "one");
	assert_string_equal(rows[0].commander, "ana");
	assert_int_equal(rows[0].n, 3);
	scene_leave(&s);
}

static void
board_changed(void *ctx)
{
	*(int *)ctx += 1;
}

static void
test_a_watched_board_follows_what_is_written(void **state)
{
	struct scene s;
	int changes = 0, n;

	(void)state;
	scene_enter(&s, NULL);
	board_watch(s.w.board, board_changed, &changes);
	scene_must(&s, 0, "ana declare one");
	for (int i = 0; i < 1000; i++) {
		board_rows(s.w.board, &n);
		if (n == 1)
			break;
		loop_turn(s.w.loop, 10);
	}
	assert_int_equal(n, 1);
	assert_true(changes > 0);
	scene_leave(&s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_the_board_reads_what_was_written_without_folding),
		cmocka_unit_test(test_a_stale_summary_is_made_again_from_the_events),
		cmocka_unit_test(test_a_watched_board_follows_what_is_written),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
