/* What a screen says about itself and in each state of an incident. */
#include "unit/view/scene.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

/* ---- is it true? ----------------------------------------------------- */

static void
test_a_store_that_is_silent_for_ten_seconds_is_no_signal(void **state)
{
	struct scene p = scene_sample();
	struct shot s;

	(void)state;
	shot_init(&s, &p, "ana");
	s.in.last_good = s.in.mono - 10000;
	assert_shows(shot_row(&s, shot_text(&s, 24, 80), 0), "live");
	s.in.last_good = s.in.mono - 25000;
	s.in.store_error = "cannot read the store: disk on fire";
	assert_shows(shot_row(&s, shot_text(&s, 24, 80), 0), "NO SIGNAL 25s");
	assert_hides(shot_row(&s, shot_text(&s, 24, 80), 0), "live");
	assert_shows(shot_row(&s, shot_text(&s, 24, 80), 23), "disk on fire");
	assert_shows(shot_row(&s, shot_styles(&s, 24, 80), 0), "*****");
	shot_end(&s);
	scene_end(&p);
}

static void
test_stale_data_is_dimmed_but_for_the_first_row_and_the_foot(void **state)
{
	struct scene p = scene_sample();
	const char *shades;
	struct shot s;

	(void)state;
	shot_init(&s, &p, "ana");
	s.in.last_good = 0;
	shades = shot_shades(&s, 24, 80);
	assert_string_equal(shot_row(&s, shades, 0), "");
	assert_int_equal(shot_row(&s, shades, 1)[79], '~');
	assert_int_equal(shot_row(&s, shades, 21)[0], '~');
	assert_string_equal(shot_row(&s, shades, 22), "");
	assert_string_equal(shot_row(&s, shades, 23), "");
	shot_end(&s);
	scene_end(&p);
}

static void
test_no_signal_is_seen_at_every_width_from_20(void **state)
{
	struct scene p = scene_sample();
	struct shot s;

	(void)state;
	shot_init(&s, &p, "ana");
	s.in.last_good = 0;
	for (int w = 20; w < 170; w++)
		assert_shows(shot_row(&s, shot_text(&s, 10, w), 0),
			"NO SIGNAL 1m");
	shot_end(&s);
	scene_end(&p);
}

static void
test_a_store_that_went_back_is_shouted(void **state)
{
	struct scene p = scene_sample();
	struct shot s;

	(void)state;
	shot_init(&s, &p, "ana");
	s.in.went_back = true;
	assert_shows(shot_row(&s, shot_text(&s, 24, 80), 1),
		"STORE WENT BACK");
	shot_end(&s);
	scene_end(&p);
}

static void
test_read_only_and_drill_stand_in_the_first_and_the_last_line(void **state)
{
	struct scene p = scene_sample();
	const char *text;
	struct shot s;

	(void)state;
	shot_init(&s, &p, "ana");
	s.screen.read_only = true;
	s.in.practice = true;
	text = shot_text(&s, 24, 80);
	assert_shows(shot_row(&s, text, 0), "DRILL");
	assert_shows(shot_row(&s, text, 0), "READ-ONLY");
	assert_shows(shot_row(&s, text, 23), "DRILL");
	assert_shows(shot_row(&s, text, 23), "READ-ONLY");
	shot_end(&s);
	scene_end(&p);
}

/* ---- command --------------------------------------------------------- */

static void
test_a_former_holder_is_told_across_the_screen(void **state)
{
	struct scene p = scene_sample();
	const char *row;
	struct shot s;

	(void)state;
	scene(&p, "14:31 raj", KIND_ASSUMED, F_FROM, "ana", F_NONE);
	shot_init(&s, &p, "ana");
	row = shot_row(&s, shot_text(&s, 24, 80), 1);
	assert_shows(row, "YOU ARE NOT IN COMMAND. raj assumed 14:31Z");
	row = shot_row(&s, shot_styles(&s, 24, 80), 1);
	assert_int_equal(strspn(row, "*"), 80);
	assert_shows(shot_text(&s, 10, 40), "YOU ARE NOT IN COMMAND");
	snprintf(s.screen.who, sizeof(s.screen.who), "li");
	assert_hides(shot_text(&s, 24, 80), "YOU ARE NOT IN COMMAND");
	assert_shows(shot_row(&s, shot_text(&s, 24, 80), 1),
		"IC raj assumed");
	shot_end(&s);
	scene_end(&p);
}

static void
test_a_silent_commander_is_seen_on_the_clocks_line(void **state)
{
	struct scene p = scene_sample();
	struct shot s;

	(void)state;
	shot_init(&s, &p, "raj");
	s.in.now = scene_time("15:30");
	assert_shows(shot_row(&s, shot_text(&s, 24, 80), 1),
		"COMMANDER SILENT");
	shot_end(&s);
	scene_end(&p);
}

static void
test_nobody_in_command_is_said_with_its_age(void **state)
{
	struct scene p = scene_declared("Login page is blank");
	struct shot s;

	(void)state;
	shot_init(&s, &p, "");
	s.in.now = scene_time("13:51:30");
	assert_shows(shot_row(&s, shot_text(&s, 24, 80), 1), "IC nobody 7m");
	assert_shows(shot_text(&s, 24, 80), "For everyone");
	shot_end(&s);
	scene_end(&p);
}

static void
test_a_nameless_reader_sees_what_the_commander_sees(void **state)
{
	struct scene p = scene_sample();
	struct shot s;

	(void)state;
	shot_init(&s, &p, "");
	assert_shows(shot_text(&s, 24, 80), "For ana");
	shot_end(&s);
	scene_end(&p);
}

static void
test_an_offer_of_command_is_shown_until_it_lapses(void **state)
{
	struct scene p = scene_sample();
	struct shot s;

	(void)state;
	scene(&p, "14:30 ana", KIND_OFFERED, F_FROM, "ana", F_TO, "tomas",
		F_NONE);
	shot_init(&s, &p, "li");
	assert_shows(shot_text(&s, 45, 160), "offered to tomas 1m");
	assert_shows(shot_text(&s, 45, 160), "lapses in 3m");
	s.in.now = scene_time("14:36");
	assert_hides(shot_text(&s, 45, 160), "offered to tomas");
	shot_end(&s);
	scene_end(&p);
}

/* ---- clocks ---------------------------------------------------------- */

static void
test_a_clock_whose_start_is_not_known_counts_with_at_least(void **state)
{
	struct scene p = scene_declared("Login page is blank");
	struct shot s;

	(void)state;
	scene(&p, "13:45 tomas", KIND_IMPACT, F_IMPACT, "unknown", F_NONE);
	shot_init(&s, &p, "ana");
	assert_shows(shot_row(&s, shot_text(&s, 24, 80), 1),
		"customers hit >=T+00:47");
	shot_end(&s);
	scene_end(&p);
}

static void
test_each_clock_stops_at_its_own_call(void **state)
{
	struct scene p = scene_sample();
	const char *text;
	struct shot s;

	(void)state;
	scene(&p, "14:31 ana", KIND_CALLED, F_CALL, "under-control", F_FROM,
		"dispatch", F_TO, "repair", F_NONE);
	shot_init(&s, &p, "ana");
	s.in.now = scene_time("15:31");
	text = shot_text(&s, 45, 160);
	assert_shows(shot_row(&s, text, 1), "customers hit T+00:50 \u2713");
	assert_shows(shot_row(&s, text, 1), "ops T+01:47");
	assert_hides(shot_row(&s, text, 1), "T+01:47 \u2713");
	assert_shows(shot_row(&s, text, 4), "Under Control 14:31Z \u2524");
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
		T(a_store_that_is_silent_for_ten_seconds_is_no_signal),
		T(stale_data_is_dimmed_but_for_the_first_row_and_the_foot),
		T(no_signal_is_seen_at_every_width_from_20),
		T(a_store_that_went_back_is_shouted),
		T(read_only_and_drill_stand_in_the_first_and_the_last_line),
		T(a_former_holder_is_told_across_the_screen),
		T(a_silent_commander_is_seen_on_the_clocks_line),
		T(nobody_in_command_is_said_with_its_age),
		T(a_nameless_reader_sees_what_the_commander_sees),
		T(an_offer_of_command_is_shown_until_it_lapses),
		T(a_clock_whose_start_is_not_known_counts_with_at_least),
		T(each_clock_stops_at_its_own_call),
	};

	return cmocka_run_group_tests(tests, setup, NULL);
}
