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
		T(clocks_that_differ_are_marked),
		T(what_is_searched_for_stands_out),
	};

	return cmocka_run_group_tests(tests, setup, NULL);
}
