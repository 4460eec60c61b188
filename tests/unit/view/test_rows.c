/* The selection: by id, moved by keys, never by news. */
#include "view/rows.h"

#include "base/mem.h"
#include "base/str.h"
#include "model/summary.h"
#include "unit/view/scene.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

static void
move(struct shot *s, enum screen_step how)
{
	screen_move(&s->screen, &s->in, how);
	shot_vm(s, s->in.h, s->in.w);
}

/* The id of the line that is drawn as selected, "" when none is in view. */
static const char *
drawn(struct shot *s)
{
	struct vm *vm = shot_vm(s, s->in.h, s->in.w);
	const char *id = "";

	for (int i = 0; i < vm->n_panes; i++)
		for (int k = 0; k < vm->panes[i].n; k++)
			if (vm->panes[i].lines[k].selected)
				id = vm->panes[i].lines[k].id;
	return id;
}

static void
test_the_first_row_is_selected_at_first(void **state)
{
	struct scene p = scene_sample();
	struct shot s;

	(void)state;
	shot_init(&s, &p, "ana");
	shot_vm(&s, 45, 160);
	assert_string_equal(screen_row(&s.screen), "blocked:3");
	assert_string_equal(drawn(&s), "blocked:3");
	shot_end(&s);
	scene_end(&p);
}

static void
test_every_row_of_every_pane_is_reached_and_seen(void **state)
{
	static const enum pane_id ids[] = {
		PANE_ATTENTION, PANE_PEOPLE, PANE_CAN, PANE_OBJECTIVES,
		PANE_COMMAND,
	};
	struct scene p = scene_sample();
	struct shot s;

	(void)state;
	shot_init(&s, &p, "ana");
	for (size_t i = 0; i < sizeof(ids) / sizeof(ids[0]); i++) {
		const char **rows;
		int n;

		shot_vm(&s, 24, 80);
		screen_focus(&s.screen, ids[i]);
		shot_vm(&s, 24, 80);
		n = vm_rows(&s.in, ids[i], &rows);
		assert_true(n > 2);
		for (int k = 0; k < n; k++) {
			assert_string_equal(drawn(&s), rows[k]);
			assert_string_equal(screen_row(&s.screen), rows[k]);
			move(&s, STEP_DOWN);
		}
		move(&s, STEP_HOME);
		assert_string_equal(drawn(&s), rows[0]);
		move(&s, STEP_END);
		assert_string_equal(drawn(&s), rows[n - 1]);
		move(&s, STEP_PAGE_UP);
		move(&s, STEP_PAGE_UP);
		move(&s, STEP_PAGE_UP);
		move(&s, STEP_PAGE_UP);
		assert_string_equal(drawn(&s), rows[0]);
	}
	shot_end(&s);
	scene_end(&p);
}

static void
test_news_never_moves_the_selection(void **state)
{
	struct scene p = scene_sample();
	struct shot s;

	(void)state;
	shot_init(&s, &p, "ana");
	shot_vm(&s, 45, 160);
	move(&s, STEP_DOWN);
	move(&s, STEP_DOWN);
	move(&s, STEP_DOWN);
	assert_string_equal(drawn(&s), "not-acked:li");
	scene(&p, "14:31 tomas", KIND_OFFERED, F_FROM, "ana", F_TO, "raj",
		F_NONE);
	scene(&p, "14:31 raj", KIND_BLOCKED, F_OBJECTIVE, 1, F_NOTE, "stuck",
		F_NONE);
	assert_string_equal(drawn(&s), "not-acked:li");
	assert_string_equal(screen_row(&s.screen), "not-acked:li");
	shot_end(&s);
	scene_end(&p);
}

static void
test_a_row_that_is_gone_leaves_the_selection_at_its_place(void **state)
{
	struct scene p = scene_sample();
	const char **rows;
	struct shot s;

	(void)state;
	shot_init(&s, &p, "ana");
	shot_vm(&s, 45, 160);
	for (int i = 0; i < 3; i++)
		move(&s, STEP_DOWN);
	scene(&p, "14:31 li", KIND_ACKNOWLEDGED, F_WHO, "li", F_NONE);
	vm_rows(&s.in, PANE_ATTENTION, &rows);
	assert_string_equal(drawn(&s), rows[3]);
	shot_end(&s);
	scene_end(&p);
}

static void
test_a_cursor_that_nobody_moved_belongs_to_the_first_row(void **state)
{
	struct scene p = scene_sample();
	const char **rows;
	struct shot s;

	(void)state;
	shot_init(&s, &p, "ana");
	shot_vm(&s, 45, 160);
	/* While keys can act on it news does not move it. */
	scene(&p, "14:31 ana", KIND_OFFERED, F_FROM, "ana", F_TO, "ana",
		F_NONE);
	assert_string_equal(drawn(&s), "blocked:3");
	/* Elsewhere it is where a person would look first. */
	screen_focus(&s.screen, PANE_TIMELINE);
	shot_vm(&s, 45, 160);
	scene(&p, "14:31 aaron", KIND_CAN, F_NO_NEEDS, 1, F_NONE);
	screen_focus(&s.screen, PANE_CAN);
	vm_rows(&s.in, PANE_CAN, &rows);
	assert_string_equal(drawn(&s), rows[0]);
	screen_focus(&s.screen, PANE_ATTENTION);
	vm_rows(&s.in, PANE_ATTENTION, &rows);
	assert_string_equal(drawn(&s), rows[0]);
	assert_string_not_equal(rows[0], "blocked:3");
	shot_end(&s);
	scene_end(&p);
}

static void
test_another_incident_begins_with_its_first_rows(void **state)
{
	struct scene p = scene_sample();
	struct shot s;

	(void)state;
	shot_init(&s, &p, "ana");
	shot_vm(&s, 45, 160);
	move(&s, STEP_DOWN);
	screen_focus(&s.screen, PANE_TIMELINE);
	move(&s, STEP_HOME);
	assert_int_equal(s.screen.pane[PANE_TIMELINE].top, 1);
	screen_forget(&s.screen);
	assert_int_equal(s.screen.pane[PANE_TIMELINE].top, 0);
	screen_focus(&s.screen, PANE_ATTENTION);
	assert_string_equal(drawn(&s), "blocked:3");
	shot_end(&s);
	scene_end(&p);
}

static void
test_only_the_pane_with_the_keys_shows_a_selection(void **state)
{
	struct scene p = scene_sample();
	struct shot s;

	(void)state;
	shot_init(&s, &p, "ana");
	shot_vm(&s, 45, 160);
	move(&s, STEP_NEXT_PANE);
	assert_int_equal(s.screen.focus, PANE_CAN);
	assert_string_equal(drawn(&s), "can:tomas");
	assert_string_equal(screen_row(&s.screen), "can:tomas");
	move(&s, STEP_PREV_PANE);
	assert_string_equal(drawn(&s), "blocked:3");
	shot_end(&s);
	scene_end(&p);
}

static void
test_what_is_not_in_view_is_counted_with_what_is_late(void **state)
{
	struct scene p = scene_sample();
	const struct vm_pane *you;
	struct shot s;

	(void)state;
	shot_init(&s, &p, "ana");
	you = shot_pane(&s, 15, 60, PANE_ATTENTION);
	assert_string_equal(you->below, "+6 more, 2 late, 2 cut");
	assert_true(you->below_late);
	move(&s, STEP_END);
	you = shot_pane(&s, 15, 60, PANE_ATTENTION);
	assert_string_equal(you->below, "6 above, 4 late");
	shot_end(&s);
	scene_end(&p);
}

/* ---- the timeline ---------------------------------------------------- */

static void
add_notes(struct scene *p, int n)
{
	for (int i = 0; i < n; i++)
		scene(p, "14:31 tomas", KIND_NOTE, F_NOTE,
			arena_printf(p->a, "note %d", i), F_NONE);
}

static void
test_the_timeline_follows_the_end_until_it_is_moved(void **state)
{
	struct scene p = scene_sample();
	const struct vm_pane *t;
	struct shot s;
	uint32_t n = p.inc->n;

	(void)state;
	shot_init(&s, &p, "ana");
	screen_focus(&s.screen, PANE_TIMELINE);
	t = shot_pane(&s, 24, 80, PANE_TIMELINE);
	assert_int_equal(t->last, n);
	add_notes(&p, 5);
	t = shot_pane(&s, 24, 80, PANE_TIMELINE);
	assert_int_equal(t->last, n + 5);

	move(&s, STEP_UP);
	assert_int_equal(vm_row_number(drawn(&s), "entry"), n + 5);
	t = shot_pane(&s, 24, 80, PANE_TIMELINE);
	n = t->first;
	add_notes(&p, 5);
	t = shot_pane(&s, 24, 80, PANE_TIMELINE);
	assert_int_equal(t->first, n);
	assert_true(t->last < p.inc->n);
	assert_string_equal(t->below, arena_printf(s.in.a,
		"\u2193 %d new below, End follows",
		(int)(p.inc->n - t->last)));
	assert_true(t->below_loud);

	move(&s, STEP_END);
	t = shot_pane(&s, 24, 80, PANE_TIMELINE);
	assert_int_equal(t->last, p.inc->n);
	assert_string_equal(drawn(&s), "");
	shot_end(&s);
	scene_end(&p);
}

static void
test_every_entry_of_the_timeline_is_reached_and_seen(void **state)
{
	struct scene p = scene_sample();
	struct shot s;

	(void)state;
	shot_init(&s, &p, "ana");
	screen_focus(&s.screen, PANE_TIMELINE);
	shot_vm(&s, 24, 80);
	for (uint32_t n = p.inc->n; n > 0; n--) {
		move(&s, STEP_UP);
		assert_int_equal(vm_row_number(drawn(&s), "entry"), n);
	}
	for (uint32_t n = 2; n <= p.inc->n; n++) {
		move(&s, STEP_DOWN);
		assert_int_equal(vm_row_number(drawn(&s), "entry"), n);
	}
	move(&s, STEP_DOWN);
	assert_string_equal(drawn(&s), "");
	move(&s, STEP_HOME);
	assert_string_equal(drawn(&s), "entry:1");
	shot_end(&s);
	scene_end(&p);
}

static void
test_row_numbers_are_read_or_nothing(void **state)
{
	(void)state;
	assert_int_equal(vm_row_number("entry:215", "entry"), 215);
	assert_int_equal(vm_row_number("entry:215", "inc"), 0);
	assert_int_equal(vm_row_number("entry:2x", "entry"), 0);
	assert_int_equal(vm_row_number("entry:99999999999", "entry"), 0);
	assert_int_equal(vm_row_number("", "entry"), 0);
}

/* ---- the board ------------------------------------------------------- */

static void
test_the_board_scrolls_through_all_incidents(void **state)
{
	struct summary *board;
	struct shot s;
	int n = 300;

	(void)state;
	shot_init(&s, NULL, "ana");
	board = arena_alloc(s.in.a, (size_t)n * sizeof(*board));
	for (int i = 0; i < n; i++) {
		board[i].number = (uint32_t)(n - i);
		board[i].severity = 2;
		board[i].commander = "ana";
		board[i].all_clear = i >= 20;
		board[i].closed = i >= 40;
	}
	s.in.board = board;
	s.in.n_board = s.in.board_total = n;
	shot_vm(&s, 24, 80);
	for (int i = 0; i < n; i++) {
		assert_int_equal(vm_row_number(drawn(&s), "inc"), n - i);
		move(&s, STEP_DOWN);
	}
	move(&s, STEP_HOME);
	assert_int_equal(vm_row_number(drawn(&s), "inc"), n);
	move(&s, STEP_PAGE_DOWN);
	assert_true(vm_row_number(drawn(&s), "inc") < 290);
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
		T(the_first_row_is_selected_at_first),
		T(every_row_of_every_pane_is_reached_and_seen),
		T(news_never_moves_the_selection),
		T(a_row_that_is_gone_leaves_the_selection_at_its_place),
		T(a_cursor_that_nobody_moved_belongs_to_the_first_row),
		T(another_incident_begins_with_its_first_rows),
		T(only_the_pane_with_the_keys_shows_a_selection),
		T(what_is_not_in_view_is_counted_with_what_is_late),
		T(the_timeline_follows_the_end_until_it_is_moved),
		T(every_entry_of_the_timeline_is_reached_and_seen),
		T(row_numbers_are_read_or_nothing),
		T(the_board_scrolls_through_all_incidents),
	};

	return cmocka_run_group_tests(tests, setup, NULL);
}
