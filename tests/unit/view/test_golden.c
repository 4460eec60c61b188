/* How whole screens look: golden/NAME.txt. */
#include "unit/view/golden.h"

#include "base/mem.h"
#include "model/summary.h"
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

/* Summaries of incidents in all states, by rank. */
static int
fill_board(struct summary *v)
{
	const struct summary start = {
		.severity = 2, .stage = STAGE_DISPATCH, .title = "", .n = 1,
		.commander = "ana", .service = "", .source = "alert",
		.since = scene_time("13:44"),
		.stage_since = scene_time("14:00"),
		.impact = IMPACT_UNKNOWN, .customer_run = scene_time("13:44"),
		.ops_run = scene_time("13:44"), .began = WHEN_NONE,
		.told = WHEN_NONE, .promised = WHEN_NONE,
		.customers_due = WHEN_NONE, .can_due = WHEN_NONE,
		.broadcast_due = WHEN_NONE, .review_due = WHEN_NONE,
		.review_held = WHEN_NONE, .item_due = WHEN_NONE,
		.closed_at = WHEN_NONE,
	};

	for (int i = 0; i < 7; i++)
		v[i] = start;
	v[0].number = 18;
	v[0].title = "Login page is blank";
	v[0].commander = "";
	v[0].severity = 3;
	v[0].stage = STAGE_DETECT;
	v[1].number = 17;
	v[1].severity = 1;
	v[1].title = "EU checkout returns 5xx";
	v[1].customers_due = scene_time("14:25");
	v[2].number = 16;
	v[2].title = "the name of a person";
	v[2].restricted = true;
	v[3].number = 12;
	v[3].title = "Search is slow";
	v[3].all_clear = v[3].under_control = true;
	v[3].stage = STAGE_REVIEW;
	v[3].review_due = scene_time("2026-11-25 10:00");
	v[3].customer_run = WHEN_NONE;
	v[3].customer_base = 27 * WHEN_MINUTE;
	v[4] = v[3];
	v[4].number = 9;
	v[4].title = "\u6771\u4eac\u306e\u652f\u6255\u3044\u304c\u5931\u6557";
	v[4].stage = STAGE_ACTION_ITEMS;
	v[4].review_due = WHEN_NONE;
	v[4].item_due = scene_time("2026-11-20 10:00");
	v[5] = v[3];
	v[5].number = 11;
	v[5].title = "A test page went out";
	v[5].closed = v[5].false_alarm = true;
	v[5].closed_at = scene_time("2026-11-19 09:00");
	v[6] = v[5];
	v[6].number = 10;
	v[6].false_alarm = false;
	v[6].title = "Mail is late";
	return 7;
}

static void
test_board_shows_live_then_aftercare_then_closed(void **state)
{
	struct summary board[8];
	struct shot s;

	(void)state;
	shot_init(&s, NULL, "ana");
	s.in.board = board;
	s.in.n_board = s.in.board_total = fill_board(board);
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
	struct scene p = scene_sample();
	struct shot s;

	(void)state;
	scene(&p, "14:40 ana", KIND_DIAGNOSIS, F_NOTE,
		"the 13:40 deploy doubled writes", F_NONE);
	scene(&p, "14:41 ana", KIND_PROPOSED, F_NOTE, "fail over to db-eu-2",
		F_NONE);
	scene(&p, "14:50 raj", KIND_WORKED, F_MITIGATION, 1, F_FROM, "raj",
		F_NONE);
	scene(&p, "14:52 ana", KIND_CALLED, F_CALL, "under-control", F_FROM,
		"dispatch", F_TO, "repair", F_NONE);
	scene(&p, "15:30 ana", KIND_REPAIR, F_NEEDED, 1, F_NOTE,
		"deploy taken out", F_NONE);
	scene(&p, "15:31 ana", KIND_CALLED, F_CALL, "all-clear", F_FROM,
		"repair", F_TO, "review", F_OWNER, "ana", F_NONE);
	scene(&p, "15:40 ana", KIND_LESSON, F_NOTE, "test writes", F_NONE);
	scene(&p, "15:41 ana", KIND_ITEM_OPENED, F_NOTE,
		"alert on doubled writes", F_PRIORITY, 1, F_OWNER, "tomas",
		F_UNTIL, "2026-11-29 12:00", F_NONE);
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
