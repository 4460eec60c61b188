/* The status line: what is typed, what leaves, other incidents. */
#include "base/mem.h"
#include "model/summary.h"
#include "unit/view/scene.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

/* ---- what leaves ----------------------------------------------------- */

static void
test_what_leaves_is_counted_down_beside_its_name(void **state)
{
	struct scene p = scene_sample();
	struct shot s;

	(void)state;
	scene(&p, "14:31:16 ana", KIND_STAGE, F_FROM, "dispatch", F_TO,
		"mitigate", F_MESSAGE, "mitigating", F_NONE);
	shot_init(&s, &p, "ana");
	assert_shows(shot_row(&s, shot_text(&s, 24, 80), 23),
		"Stage Mitigate goes out in 7 s  u takes it back");
	/* What is typed into goes before: u is text there, Enter sends that. */
	s.screen.over = OVER_TEXT;
	assert_shows(shot_row(&s, shot_text(&s, 24, 80), 23),
		"Stage Mitigate goes out in 7 s  by ana");
	s.screen.over = OVER_NONE;
	snprintf(s.screen.who, sizeof(s.screen.who), "raj");
	assert_shows(shot_row(&s, shot_text(&s, 24, 80), 23),
		"Stage Mitigate goes out in 7 s  by ana");
	assert_shows(shot_row(&s, shot_text(&s, 10, 40), 9),
		"Stage Mitigate goes out in 7 s");
	s.in.now = scene_time("14:31:26");
	assert_hides(shot_row(&s, shot_text(&s, 24, 80), 23), "goes out");
	shot_end(&s);
	scene_end(&p);
}

static void
test_ones_own_message_is_named_before_others(void **state)
{
	struct scene p = scene_sample();
	struct shot s;

	(void)state;
	scene(&p, "14:31:14 ana", KIND_BROADCAST, F_MESSAGE, "on it", F_NONE);
	scene(&p, "14:31:16 ana", KIND_STAGE, F_FROM, "dispatch", F_TO,
		"mitigate", F_MESSAGE, "mitigating", F_NONE);
	scene(&p, "14:31:17 tomas", KIND_BROADCAST, F_MESSAGE, "for ana",
		F_NONE);
	shot_init(&s, &p, "tomas");
	assert_shows(shot_row(&s, shot_text(&s, 24, 80), 23),
		"Update and 2 more go out in 8 s  u takes it back");
	snprintf(s.screen.who, sizeof(s.screen.who), "raj");
	assert_shows(shot_row(&s, shot_text(&s, 24, 80), 23),
		"Update and 2 more go out in 5 s  by ana");
	/* A duplicate tells nobody anything any more. */
	scene(&p, "14:31:18 ana", KIND_MERGED, F_INCIDENT, 4, F_NONE);
	assert_hides(shot_row(&s, shot_text(&s, 24, 80), 23), "go out");
	shot_end(&s);
	scene_end(&p);
}

static void
test_a_refusal_comes_before_what_leaves(void **state)
{
	struct scene p = scene_sample();
	struct shot s;

	(void)state;
	shot_init(&s, &p, "ana");
	screen_say(&s.screen, SAID_ERROR, s.in.mono, "refused: %s", "no");
	assert_shows(shot_row(&s, shot_text(&s, 24, 80), 23), " refused: no");
	screen_say(&s.screen, SAID_SENDING, s.in.mono, "sending");
	assert_hides(shot_row(&s, shot_text(&s, 24, 80), 23), "sending");
	s.in.mono += 150;
	assert_shows(shot_row(&s, shot_text(&s, 24, 80), 23), "sending");
	shot_end(&s);
	scene_end(&p);
}

/* All words of @text in the last rows, in order, breaks aside. */
static void
assert_foot_says(struct shot *s, int h, int w, const char *text)
{
	const char *dump = shot_text(s, h, w);
	struct vm *vm = shot_vm(s, h, w);
	const char *foot = shot_row(s, dump, h - vm->n_foot);

	for (int y = h - vm->n_foot + 1; y < h; y++)
		foot = arena_printf(s->in.a, "%s %s", foot,
			shot_row(s, dump, y));
	while (*text) {
		size_t n = strcspn(text, " ");
		const char *at = strstr(foot, arena_dupn(s->in.a, text, n));

		if (!at)
			fail_msg("no \"%.*s\" in\n%s", (int)n, text, dump);
		foot = at + n;
		text += n + strspn(text + n, " ");
	}
}

static void
test_a_long_message_takes_the_row_of_the_key_bar(void **state)
{
	static const char long_one[] = "refused: the stage was left by raj 0.4"
		" s ago, who has entered Mitigate meanwhile; look at what is"
		" there now and press > once more if it still is what you want";
	struct scene p = scene_sample();
	struct shot s;

	(void)state;
	scene(&p, "14:31:16 ana", KIND_STAGE, F_FROM, "dispatch", F_TO,
		"mitigate", F_MESSAGE, "mitigating", F_NONE);
	shot_init(&s, &p, "ana");
	s.in.practice = true;
	assert_int_equal(shot_vm(&s, 24, 80)->n_foot, 2);
	assert_shows(shot_row(&s, shot_text(&s, 24, 80), 22), "? help");
	screen_say(&s.screen, SAID_ERROR, s.in.mono, "%s", long_one);
	for (int w = 80; w < 200; w += 9) {
		assert_foot_says(&s, 24, w, long_one);
		assert_foot_says(&s, 24, w, "Stage Mitigate goes out in 7 s");
		assert_shows(shot_row(&s, shot_text(&s, 24, w), 23), "DRILL");
	}
	assert_foot_says(&s, 24, 80, "u takes it back");
	/* The panes stay where they are. */
	assert_int_equal(shot_pane(&s, 24, 80, PANE_ATTENTION)->r.h +
		shot_pane(&s, 24, 80, PANE_TIMELINE)->r.h, 18);
	shot_end(&s);
	scene_end(&p);
}

static void
test_what_leaves_alone_leaves_the_key_bar_its_row(void **state)
{
	struct scene p = scene_sample();
	struct shot s;

	(void)state;
	scene(&p, "14:31:14 ana", KIND_BROADCAST, F_MESSAGE, "on it", F_NONE);
	scene(&p, "14:31:16 ana", KIND_STAGE, F_FROM, "dispatch", F_TO,
		"mitigate", F_MESSAGE, "mitigating", F_NONE);
	shot_init(&s, &p, "ana");
	s.in.practice = true;
	for (int w = 55; w < 160; w += 5) {
		assert_int_equal(shot_vm(&s, 24, w)->n_foot, 2);
		assert_shows(shot_row(&s, shot_text(&s, 24, w), 23), "out in");
	}
	assert_shows(shot_row(&s, shot_text(&s, 24, 80), 23),
		"in 5 s  u takes it back \u00b7 Enter sends now");
	assert_shows(shot_row(&s, shot_text(&s, 24, 70), 23),
		"in 5 s  u takes it back");
	assert_hides(shot_text(&s, 24, 70), "Enter sends now");
	shot_end(&s);
	scene_end(&p);
}

static void
test_what_no_rows_are_left_for_ends_in_an_ellipsis(void **state)
{
	struct scene p = scene_sample();
	struct vm *vm;
	struct shot s;

	(void)state;
	shot_init(&s, &p, "ana");
	screen_say(&s.screen, SAID_ERROR, s.in.mono, "%0900d", 7);
	vm = shot_vm(&s, 24, 80);
	assert_int_equal(vm->n_foot, 8);
	assert_shows(shot_row(&s, shot_text(&s, 24, 80), 23), "\u2026");
	assert_int_equal(shot_vm(&s, 10, 40)->n_foot, 3);
	assert_int_equal(shot_vm(&s, 1, 40)->n_foot, 1);
	shot_end(&s);
	scene_end(&p);
}

static void
test_the_prompt_is_on_every_screen_with_its_cursor(void **state)
{
	struct scene p = scene_sample();
	struct shot s;

	(void)state;
	shot_init(&s, &p, "ana");
	screen_prompt(&s.screen, "note \u6771\u4eac and a long sentence");
	for (int h = 1; h < 40; h += 3) {
		for (int w = 1; w < 90; w += 4) {
			const char *text = shot_text(&s, h, w);
			struct vm *vm = shot_vm(&s, h, w);

			assert_int_equal(vm->cursor_y, h - 1);
			assert_in_range(vm->cursor_x, 0, w - 1);
			assert_int_equal(shot_row(&s, text, h - 1)[0], ':');
		}
	}
	assert_int_equal(shot_vm(&s, 24, 80)->cursor_x, 30);
	shot_end(&s);
	scene_end(&p);
}

/* ---- other incidents ------------------------------------------------- */

static struct summary
other(uint32_t number, const char *commander)
{
	return (struct summary){
		.number = number, .severity = 3, .stage = STAGE_VERIFY,
		.commander = commander, .title = "secret title",
		.service = "", .source = "", .since = scene_time("14:00"),
		.stage_since = scene_time("14:00"), .told = WHEN_NONE,
		.promised = WHEN_NONE, .customers_due = WHEN_NONE,
		.can_due = scene_time("14:29"), .broadcast_due = WHEN_NONE,
		.review_due = WHEN_NONE, .review_held = WHEN_NONE,
		.item_due = WHEN_NONE, .closed_at = WHEN_NONE,
		.customer_run = WHEN_NONE, .ops_run = WHEN_NONE,
		.began = WHEN_NONE,
	};
}

static void
test_another_live_incident_stands_on_the_status_line(void **state)
{
	struct scene p = scene_sample();
	struct summary board[2] = {other(17, "ana"), other(16, "li")};
	struct shot s;

	(void)state;
	shot_init(&s, &p, "ana");
	s.in.board = board;
	s.in.n_board = s.in.board_total = 2;
	assert_shows(shot_row(&s, shot_text(&s, 24, 80), 23),
		"also live: INC-16 SEV3 Verify, CAN 2m LATE");
	assert_hides(shot_text(&s, 24, 80), "INC-16 SEV3 has no commander");
	board[1].restricted = true;
	assert_hides(shot_text(&s, 24, 80), "Verify,");
	shot_end(&s);
	scene_end(&p);
}

static void
test_another_incident_without_commander_concerns_everyone(void **state)
{
	struct scene p = scene_sample();
	struct summary board[2] = {other(18, ""), other(17, "ana")};
	struct shot s;

	(void)state;
	shot_init(&s, &p, "raj");
	s.in.board = board;
	s.in.n_board = s.in.board_total = 2;
	assert_shows(shot_row(&s, shot_text(&s, 24, 80), 5),
		"INC-18 SEV3 has no commander  secret title");
	assert_string_equal(screen_row(&s.screen), "inc:18");
	board[0].restricted = true;
	assert_hides(shot_text(&s, 24, 80), "secret title");
	shot_end(&s);
	scene_end(&p);
}

static void
test_restricted_incidents_show_number_and_severity_on_the_board(void **state)
{
	struct summary board[1] = {other(16, "li")};
	struct shot s;

	(void)state;
	board[0].restricted = true;
	shot_init(&s, NULL, "ana");
	s.in.board = board;
	s.in.n_board = s.in.board_total = 1;
	assert_shows(shot_text(&s, 45, 160), "INC-16    SEV3  restricted");
	assert_hides(shot_text(&s, 45, 160), "secret");
	assert_hides(shot_text(&s, 45, 160), " li ");
	shot_end(&s);
}

static int
setup(void **state)
{
	(void)state;
	return hash_init() && setlocale(LC_CTYPE, "C.UTF-8") ? 0 : -1;
}

#define T(name) cmocka_unit_test(test_##name)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(what_leaves_is_counted_down_beside_its_name),
		T(ones_own_message_is_named_before_others),
		T(a_refusal_comes_before_what_leaves),
		T(a_long_message_takes_the_row_of_the_key_bar),
		T(what_leaves_alone_leaves_the_key_bar_its_row),
		T(what_no_rows_are_left_for_ends_in_an_ellipsis),
		T(the_prompt_is_on_every_screen_with_its_cursor),
		T(another_live_incident_stands_on_the_status_line),
		T(another_incident_without_commander_concerns_everyone),
		T(restricted_incidents_show_number_and_severity_on_the_board),
	};

	return cmocka_run_group_tests(tests, setup, NULL);
}
