/* How whole screens look: golden/NAME.txt. */
#include "unit/view/golden.h"
#include "unit/view/samples.h"

#include "base/mem.h"
#include "view/rows.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

/* What is seen by @who of the incident of most tests. */
static void
check_sample(const char *name, const char *who, int h, int w)
{
	struct scene p = scene_sample();
	struct shot s;

	shot_init(&s, &p, who);
	golden_check(&s, name, h, w);
	shot_end(&s);
	scene_end(&p);
}

static void
test_commander_sees_all_panes_at_160x45(void **state)
{
	(void)state;
	check_sample("commander-160x45", "ana", 45, 160);
}

static void
test_commander_sees_two_columns_at_100x30(void **state)
{
	(void)state;
	check_sample("commander-100x30", "ana", 30, 100);
}

static void
test_commander_at_80x24(void **state)
{
	(void)state;
	check_sample("commander-80x24", "ana", 24, 80);
}

static void
test_sme_sees_what_waits_for_them_at_80x24(void **state)
{
	struct scene p = scene_sample();
	struct shot s;

	(void)state;
	shot_init(&s, &p, "raj");
	screen_focus(&s.screen, PANE_TIMELINE);
	golden_check(&s, "sme-80x24", 24, 80);
	shot_end(&s);
	scene_end(&p);
}

static void
test_low_screens_keep_what_matters_most(void **state)
{
	(void)state;
	check_sample("commander-60x15", "ana", 15, 60);
	check_sample("commander-40x10", "ana", 10, 40);
}

static void
test_one_cell_says_the_severity(void **state)
{
	(void)state;
	check_sample("commander-1x1", "ana", 1, 1);
}

/* ---- the board ------------------------------------------------------- */

static void
test_empty_board_says_how_to_begin(void **state)
{
	struct shot s;

	(void)state;
	shot_init(&s, NULL, "");
	golden_check(&s, "board-empty-80x24", 24, 80);
	shot_end(&s);
}

static void
test_board_shows_live_then_aftercare_then_closed(void **state)
{
	struct summary board[8];
	struct shot s;

	(void)state;
	shot_init(&s, NULL, "ana");
	s.in.board = board;
	s.in.n_board = s.in.board_total = sample_board(board);
	golden_check(&s, "board-160x45", 45, 160);
	golden_check(&s, "board-80x24", 24, 80);
	golden_check(&s, "board-40x10", 10, 40);
	shot_end(&s);
}

/* ---- other moments --------------------------------------------------- */

static void
test_new_incident_says_what_is_missing(void **state)
{
	struct scene p = scene_declared("Login page is blank");
	struct shot s;

	(void)state;
	shot_init(&s, &p, "tomas");
	s.in.now = scene_time("13:44:04");
	golden_check(&s, "declared-80x24", 24, 80);
	golden_check(&s, "declared-160x45", 45, 160);
	shot_end(&s);
	scene_end(&p);
}

static void
test_aftercare_shows_review_and_action_items(void **state)
{
	struct scene p = scene_aftercare();
	struct shot s;

	(void)state;
	shot_init(&s, &p, "ana");
	s.in.now = scene_time("15:45");
	golden_check(&s, "aftercare-160x45", 45, 160);
	golden_check(&s, "aftercare-80x24", 24, 80);
	shot_end(&s);
	scene_end(&p);
}

static int
setup(void **state)
{
	(void)state;
	return hash_init() && setlocale(LC_CTYPE, "C.UTF-8") ? 0 : -1;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_commander_sees_all_panes_at_160x45),
		cmocka_unit_test(test_commander_sees_two_columns_at_100x30),
		cmocka_unit_test(test_commander_at_80x24),
		cmocka_unit_test(test_sme_sees_what_waits_for_them_at_80x24),
		cmocka_unit_test(
			test_low_screens_keep_what_matters_most),
		cmocka_unit_test(test_one_cell_says_the_severity),
		cmocka_unit_test(test_empty_board_says_how_to_begin),
		cmocka_unit_test(
			test_board_shows_live_then_aftercare_then_closed),
		cmocka_unit_test(test_new_incident_says_what_is_missing),
		cmocka_unit_test(test_aftercare_shows_review_and_action_items),
	};

	return cmocka_run_group_tests(tests, setup, NULL);
}
