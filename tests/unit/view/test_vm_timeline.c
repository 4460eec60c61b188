/* Rows of the timeline: times, days, marks. */
#include "base/mem.h"
#include "base/str.h"
#include "unit/view/scene.h"
#include "view/rows.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

/* The timeline alone, on @w columns. */
static const char *
timeline(struct shot *s, int w)
{
	screen_focus(&s->screen, PANE_TIMELINE);
	s->screen.zoom = true;
	return shot_text(s, 24, w);
}

static void
test_a_back_dated_row_shows_both_times(void **state)
{
	struct scene p = scene_declared("Login page is blank");
	struct shot s;

	(void)state;
	p.recorded = "14:20";
	scene(&p, "13:50 ana", KIND_NOTE, F_NOTE, "seen before", F_NONE);
	p.recorded = "2026-11-23 09:00";
	scene(&p, "13:51 ana", KIND_NOTE, F_NOTE, "found later", F_NONE);
	shot_init(&s, &p, "ana");
	assert_shows(timeline(&s, 80), "13:50 note  ana: seen before");
	assert_shows(timeline(&s, 80), "rec 14:20Z \u2502");
	assert_shows(timeline(&s, 80), "rec 2026-11-23 09:00Z \u2502");
	shot_end(&s);
	scene_end(&p);
}

static void
test_a_new_day_gets_a_dated_line(void **state)
{
	struct scene p = scene_declared("Login page is blank");
	struct shot s;

	(void)state;
	scene(&p, "2026-11-22 23:59 ana", KIND_NOTE, F_NOTE, "late", F_NONE);
	scene(&p, "2026-11-23 00:01 ana", KIND_NOTE, F_NOTE, "early", F_NONE);
	shot_init(&s, &p, "ana");
	s.in.now = scene_time("2026-11-23 00:02");
	assert_shows(timeline(&s, 60), " 2026-11-22 \u2500");
	assert_shows(timeline(&s, 60), " 2026-11-23 \u2500");
	assert_shows(timeline(&s, 60), "Timeline UTC");
	s.in.now = scene_time("2026-11-22 23:59:30");
	assert_hides(timeline(&s, 60), " 2026-11-22 \u2500");
	shot_end(&s);
	scene_end(&p);
}

static void
test_a_local_column_names_its_zone(void **state)
{
	struct scene p = scene_declared("Login page is blank");
	struct shot s;

	(void)state;
	shot_init(&s, &p, "ana");
	s.in.zone = "IST";
	s.in.zone_min = 330;
	assert_shows(timeline(&s, 80), "UTC   IST");
	assert_shows(timeline(&s, 80), "13:44 19:14 stage DETECT");
	shot_end(&s);
	scene_end(&p);
}

static void
test_withdrawn_and_corrected_entries_are_marked(void **state)
{
	struct scene p = scene_declared("Login page is blank");
	struct shot s;
	const char *row;

	(void)state;
	scene(&p, "13:50 ana", KIND_NOTE, F_NOTE, "wrong", F_NONE);
	scene(&p, "13:51 ana", KIND_NOTE, F_NOTE, "misspelt", F_NONE);
	scene(&p, "13:52 ana", KIND_WITHDRAWN, F_ENTRY, 2, F_NONE);
	scene(&p, "13:52 ana", KIND_CORRECTED, F_ENTRY, 3, F_TEXT, "spelt",
		F_NONE);
	shot_init(&s, &p, "ana");
	assert_shows(timeline(&s, 80), "13:50\u2717note  ana: wrong");
	assert_shows(timeline(&s, 80), "withdrawn \u2502");
	assert_shows(timeline(&s, 80), "13:51+note  ana: spelt");
	timeline(&s, 80);
	row = shot_row(&s, shot_styles(&s, 24, 80), 7);
	assert_int_equal(strspn(row + 2, "d "), strlen(row + 2) - 1);
	shot_end(&s);
	scene_end(&p);
}

static void
test_a_claim_without_effect_says_so(void **state)
{
	struct scene p = scene_declared("Login page is blank");
	struct shot s;

	(void)state;
	scene(&p, "13:50 ana", KIND_TAKEN, F_NONE);
	scene(&p, "13:50 raj", KIND_TAKEN, F_NONE);
	shot_init(&s, &p, "ana");
	assert_shows(timeline(&s, 80), "13:50\u2717cmd   raj takes command");
	assert_shows(timeline(&s, 80), "no effect \u2502");
	shot_end(&s);
	scene_end(&p);
}

static void
test_another_login_than_the_persons_is_shown(void **state)
{
	struct scene p = scene_declared("Login page is blank");
	struct shot s;

	(void)state;
	p.via = "root@bastion1";
	scene(&p, "13:50 ana", KIND_NOTE, F_NOTE, "typed for her", F_NONE);
	p.via = "anaconda@bastion1";
	scene(&p, "13:51 ana", KIND_NOTE, F_NOTE, "no snake", F_NONE);
	shot_init(&s, &p, "ana");
	assert_shows(timeline(&s, 80), "via root@bastion1 \u2502");
	assert_shows(timeline(&s, 80), "via anaconda@bastion1 \u2502");
	assert_hides(timeline(&s, 80), "via tomas@host");
	shot_end(&s);
	scene_end(&p);
}

static void
test_what_stands_at_the_right_leaves_room_for_words(void **state)
{
	struct scene p = scene_declared("Login page is blank");
	struct shot s;

	(void)state;
	p.recorded = "14:20";
	p.via = "root@bastion1";
	scene(&p, "13:50 ana", KIND_NOTE, F_NOTE, "typed for her", F_NONE);
	scene(&p, "13:55 raj", KIND_WITHDRAWN, F_ENTRY, 2, F_NONE);
	shot_init(&s, &p, "ana");
	assert_shows(timeline(&s, 80),
		"withdrawn \u00b7 rec 14:20Z \u00b7 via root@bastion1 \u2502");
	assert_shows(shot_text(&s, 13, 60), "ana: typed for her");
	assert_shows(shot_text(&s, 13, 60), "withdrawn \u00b7 rec 14:20Z \u2502");
	assert_hides(shot_text(&s, 13, 60), "via root@bastion1");
	assert_shows(shot_text(&s, 13, 48), "ana: typed for her");
	assert_shows(shot_text(&s, 13, 48), "withdrawn \u2502");
	shot_end(&s);
	scene_end(&p);
}

static void
test_clocks_that_differ_are_marked(void **state)
{
	struct scene p = scene_declared("Login page is blank");
	struct shot s;

	(void)state;
	scene(&p, "13:43 ana", KIND_NOTE, F_NOTE, "from the past", F_NONE);
	shot_init(&s, &p, "ana");
	assert_shows(timeline(&s, 80), "13:43!note  ana: from the past");
	assert_shows(timeline(&s, 80), "clock differs \u2502");
	shot_end(&s);
	scene_end(&p);
}

static void
test_what_is_searched_for_stands_out(void **state)
{
	struct scene p = scene_declared("Login page is blank");
	struct shot s;

	(void)state;
	scene(&p, "13:50 ana", KIND_NOTE, F_NOTE, "the Replica replica",
		F_NONE);
	shot_init(&s, &p, "ana");
	line_edit_set(&s.screen.find, "replica");
	s.screen.find_on = true;
	timeline(&s, 80);
	assert_shows(shot_styles(&s, 24, 80), " MMMMMMM MMMMMMM");
	shot_end(&s);
	scene_end(&p);
}

/* ---- long entries ----------------------------------------------------- */

static const char sixty[] = "aaaaaaaa bbbbbbbb cccccccc dddddddd eeeeeeee"
	" ffffffff gggggg";

/* A note of @n times sixty characters. */
static void
add_long(struct scene *p, int n)
{
	const char *text = sixty;

	for (int i = 1; i < n; i++)
		text = arena_printf(p->a, "%s %s", text, sixty);
	scene(p, "13:50 ana", KIND_NOTE, F_NOTE, text, F_NONE);
}

static void
test_long_entries_wrap_at_words_as_far_as_there_is_room(void **state)
{
	struct scene p = scene_declared("Login page is blank");
	struct shot s;

	(void)state;
	add_long(&p, 1);
	shot_init(&s, &p, "ana");
	screen_focus(&s.screen, PANE_TIMELINE);
	s.screen.zoom = true;
	/* One line where the pane is low, two or three where it is not. */
	assert_shows(shot_text(&s, 14, 60), "ana: aaaaaaaa bbbbbbbb cccccccc"
		" ddddddd\u2026 +26");
	assert_hides(shot_text(&s, 14, 60), "gggggg");
	assert_shows(shot_text(&s, 24, 60), "13:50 note  ana: aaaaaaaa"
		" bbbbbbbb cccccccc dddddddd");
	assert_shows(shot_text(&s, 24, 60),
		"\u2502             eeeeeeee ffffffff gggggg ");
	shot_end(&s);
	scene_end(&p);
}

static void
test_what_is_cut_is_counted_and_the_aside_stays(void **state)
{
	struct scene p = scene_declared("Login page is blank");
	struct shot s;

	(void)state;
	p.via = "root@bastion1";
	add_long(&p, 5);
	shot_init(&s, &p, "ana");
	screen_focus(&s.screen, PANE_TIMELINE);
	s.screen.zoom = true;
	assert_shows(shot_text(&s, 45, 70), "\u2026 +183 chars");
	assert_shows(shot_text(&s, 45, 70), "via root@bastion1 \u2502");
	/* Too narrow for both: a line of its own. */
	assert_shows(shot_text(&s, 45, 50), " via root@bastion1 \u2502");
	assert_hides(shot_text(&s, 45, 50), "gggggg via");
	shot_end(&s);
	scene_end(&p);
}

/* ---- the end ----------------------------------------------------------- */

static const struct vm_pane *
pane_of(const struct vm *vm)
{
	for (int i = 0; i < vm->n_panes; i++)
		if (vm->panes[i].id == PANE_TIMELINE)
			return &vm->panes[i];
	return NULL;
}

/* Entries come one by one, some long: how often the view moves. */
static int
moves(int h, int n)
{
	struct scene p = scene_declared("Login page is blank");
	uint32_t first = 0;
	struct shot s;
	int moved = 0;

	shot_init(&s, &p, "ana");
	screen_focus(&s.screen, PANE_TIMELINE);
	s.screen.zoom = true;
	for (int i = 0; i < n; i++) {
		const struct vm_pane *t;
		struct shot fresh;

		add_long(&p, i % 7 ? 1 : 3);
		t = pane_of(shot_vm(&s, h, 120));
		assert_int_equal(t->last, p.inc->n);
		assert_string_equal(t->below, "");
		moved += i > h && t->first != first;
		first = t->first;
		/* Whoever comes later sees the same. */
		shot_init(&fresh, &p, "ana");
		screen_focus(&fresh.screen, PANE_TIMELINE);
		fresh.screen.zoom = true;
		assert_int_equal(pane_of(shot_vm(&fresh, h, 120))->first,
			first);
		shot_end(&fresh);
	}
	shot_end(&s);
	scene_end(&p);
	return moved;
}

static void
test_the_end_moves_by_a_third_at_once_where_there_is_room(void **state)
{
	(void)state;
	/* 37 rows, of which some twelve are free after each move. */
	assert_in_range(moves(45, 245), 10, 40);
	/* A low one moves with every entry, and wastes no row. */
	assert_in_range(moves(16, 116), 99, 100);
}

static void
test_what_came_since_is_counted_and_nothing_moves(void **state)
{
	struct scene p = scene_declared("Login page is blank");
	const struct vm_pane *t;
	uint32_t first;
	struct shot s;
	struct err err;

	(void)state;
	for (int i = 0; i < 60; i++)
		add_long(&p, 1);
	shot_init(&s, &p, "ana");
	timeline(&s, 80);
	screen_move(&s.screen, &s.in, STEP_HOME);
	t = pane_of(shot_vm(&s, 24, 80));
	assert_true(str_starts(t->below, "+"));
	assert_false(t->below_loud);
	first = t->first;
	for (int i = 0; i < 3; i++)
		scene(&p, "13:51 raj", KIND_DECISION, F_NOTE, "go", F_NONE);
	add_long(&p, 1);
	t = pane_of(shot_vm(&s, 24, 80));
	assert_int_equal(t->first, first);
	assert_string_equal(t->below, "\u2193 4 new below, End follows");
	assert_true(t->below_loud);
	/* Under a filter, what it leaves out is counted apart. */
	assert_true(entry_filter_read(&s.screen.filter, p.inc, "note", &err));
	t = pane_of(shot_vm(&s, 24, 80));
	assert_string_equal(t->below, "\u2193 1 new below (3 more not"
		" shown), End follows");
	assert_string_equal(t->loud, "filter: note \u00b7 61 of 65");
	s.screen.filter = (struct entry_filter){0};
	screen_move(&s.screen, &s.in, STEP_END);
	assert_string_equal(pane_of(shot_vm(&s, 24, 80))->below, "");
	shot_end(&s);
	scene_end(&p);
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
		T(a_back_dated_row_shows_both_times),
		T(a_new_day_gets_a_dated_line),
		T(a_local_column_names_its_zone),
		T(withdrawn_and_corrected_entries_are_marked),
		T(a_claim_without_effect_says_so),
		T(another_login_than_the_persons_is_shown),
		T(what_stands_at_the_right_leaves_room_for_words),
		T(clocks_that_differ_are_marked),
		T(what_is_searched_for_stands_out),
		T(long_entries_wrap_at_words_as_far_as_there_is_room),
		T(what_is_cut_is_counted_and_the_aside_stays),
		T(the_end_moves_by_a_third_at_once_where_there_is_room),
		T(what_came_since_is_counted_and_nothing_moves),
	};

	return cmocka_run_group_tests(tests, setup, NULL);
}
