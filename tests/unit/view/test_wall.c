/* The wall, as cells. */
#include "unit/view/wall_shot.h"

#include "base/mem.h"
#include "base/str.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#define HOUR 36000000

/* ---- one incident --------------------------------------------------------- */

static void
test_facts_stand_in_the_order_of_their_weight(void **state)
{
	struct scene p = scene_sample();
	struct wall_shot s;

	(void)state;
	wall_init(&s, &p);
	assert_order(wall_text(&s, 24, 80), "SEV1", "INC-17",
		"READ-ONLY", "14:31:19 UTC", "38% of checkouts",
		"CUSTOMERS HIT FOR", "50 MIN", "IN COMMAND", "ANA", "STAGE",
		"DISPATCH", "CUSTOMERS TOLD", "LATE BY 6 MIN",
		"Who is on it", "Latest", "log ", "meet.example.com", NULL);
	wall_end(&s);
	scene_end(&p);
}

static void
test_a_narrow_wall_names_its_incident_and_cuts_no_link(void **state)
{
	struct scene p = scene_sample();
	struct wall_shot s;

	(void)state;
	wall_init(&s, &p);
	s.in.vm.practice = true;
	assert_order(wall_text(&s, 10, 40), "SEV1", "INC-17", "DRILL",
		"14:31:19", "log ", NULL);
	assert_hides(wall_text(&s, 10, 40), "https");
	assert_shows(wall_text(&s, 15, 60), "https://meet.example.com/inc-17");
	wall_end(&s);
	scene_end(&p);
}

static void
test_the_sample_at_four_sizes(void **state)
{
	static const struct { int h, w; } sizes[] = {
		{24, 80}, {30, 100}, {45, 160}, {60, 240},
	};
	struct scene p = scene_sample();
	struct wall_shot s;

	(void)state;
	wall_init(&s, &p);
	for (int i = 0; i < 4; i++)
		wall_golden(&s, arena_printf(s.a, "wall-%dx%d", sizes[i].w,
			sizes[i].h), sizes[i].h, sizes[i].w);
	wall_end(&s);
	scene_end(&p);
}

/* ASCII alone: no half block, no frame, and the same words. */
static void
test_without_blocks_letters_are_made_of_hashes(void **state)
{
	struct scene p = scene_sample();
	struct wall_shot s;
	const char *text;

	(void)state;
	wall_init(&s, &p);
	s.in.ascii = true;
	text = wall_text(&s, 45, 160);
	assert_order(text, "CUSTOMERS HIT FOR", "####", NULL);
	for (const char *c = text; *c; c++)
		assert_true((unsigned char)*c < 0x80);
	assert_hides(text, "JOIN THE BRIDGE");
	assert_shows(text, "https://meet.example.com/inc-17");
	wall_end(&s);
	scene_end(&p);
}

static void
test_letters_that_the_font_lacks_are_shown_as_they_are(void **state)
{
	struct scene p = scene_declared("\u00dcberweisungen h\u00e4ngen");
	struct wall_shot s;
	const char *text;

	(void)state;
	scene(&p, "13:50 ana", KIND_TAKEN, F_NONE);
	wall_init(&s, &p);
	text = wall_text(&s, 60, 240);
	assert_shows(text, "\u00dcberweisungen h\u00e4ngen");
	wall_end(&s);
	scene_end(&p);
}

static void
test_every_size_has_a_picture(void **state)
{
	struct scene p = scene_sample();
	struct wall_shot s;

	(void)state;
	wall_init(&s, &p);
	wall_row(&s, 16, 3, "Search is slow");
	for (int h = 1; h < 70; h += 1 + h / 9)
		for (int w = 1; w < 260; w += 1 + w / 9) {
			s.in.vm.last_good = s.in.vm.mono - (h & 1) * HOUR;
			s.in.vm.inc = w & 1 ? p.inc : NULL;
			assert_true(strlen(wall_text(&s, h, w)) >= (size_t)h);
			arena_reset(s.a);
		}
	wall_end(&s);
	scene_end(&p);
}

/* ---- what stands on no wall -------------------------------------------------- */

static void
test_internal_words_and_numbers_to_call_are_left_out(void **state)
{
	struct scene p = scene_sample();
	struct wall_shot s;
	const char *text;

	(void)state;
	scene(&p, "14:30 raj", KIND_NOTE, F_NOTE, "the root password is x",
		F_INTERNAL, 1, F_NONE);
	scene(&p, "14:30 raj", KIND_CORRECTED, F_ENTRY, (int)p.inc->n, F_TEXT,
		"the root password is y", F_NONE);
	scene(&p, "14:30 raj", KIND_NOTE, F_NOTE,
		"call +44 20 7946 0018 or ops@example.com", F_NONE);
	incident_settle(p.inc);
	wall_init(&s, &p);
	text = wall_text(&s, 60, 240);
	assert_hides(text, "password");
	assert_hides(text, "7946");
	assert_hides(text, "ops@");
	assert_shows(text, "call [phone] or [mail]");
	wall_end(&s);
	scene_end(&p);
}

static void
test_a_restricted_incident_is_counted_and_no_more(void **state)
{
	struct scene p = scene_sample();
	struct wall_shot s;
	const char *text;

	(void)state;
	wall_init(&s, NULL);
	wall_row(&s, 18, 2, "Payroll leaked")->restricted = true;
	text = wall_text(&s, 24, 60);
	assert_order(text, "1 restricted incident", "INC-18 SEV2", NULL);
	assert_hides(text, "Payroll");
	assert_hides(text, "No live incident");
	assert_int_equal(wall_choose(&s.in), 0);

	/* Beside one that may be shown; and when it was named. */
	s.in.vm.inc = p.inc;
	text = wall_text(&s, 45, 160);
	assert_shows(text, "1 restricted live");
	assert_hides(text, "Payroll");
	p.inc->restricted = true;
	s.in.only = 17;
	text = wall_text(&s, 24, 60);
	assert_shows(text, "INC-17 is restricted");
	assert_hides(text, "checkout");
	wall_end(&s);
	scene_end(&p);
}

/* ---- several ------------------------------------------------------------------ */

static void
test_others_stand_in_tiles_or_a_line(void **state)
{
	struct scene p = scene_sample();
	struct wall_shot s;
	const char *text;

	(void)state;
	wall_init(&s, &p);
	wall_row(&s, 16, 3, "Search is slow, call 020 7946 0018")->commander =
		"";
	wall_golden(&s, "wall-two-160x45", 45, 160);
	text = wall_text(&s, 24, 80);
	assert_order(text, "SEV3", "INC-16 Search", "no commander", NULL);
	assert_hides(text, "7946");
	for (uint32_t i = 1; i <= 4; i++)
		wall_row(&s, i, 4, "Small");
	s.rows[5].customers_due = scene_time("14:30");
	text = wall_text(&s, 45, 160);
	assert_order(text, "SEV3 INC-16", "SEV4 INC-1", "+2 more", NULL);
	assert_order(text, "INC-4 customers 1m LATE", NULL);
	assert_shows(wall_text(&s, 24, 200),
		"+4 more: INC-4 customers 1m LATE");
	wall_golden(&s, "wall-many-240x60", 60, 240);
	/* The clock of who wrote it is ahead. */
	s.rows[1].stage_since = s.in.vm.now + WHEN_HOUR;
	assert_hides(wall_text(&s, 45, 160), " -1 h");
	wall_end(&s);
	scene_end(&p);
}

static void
test_those_without_room_take_turns_and_the_worst_more(void **state)
{
	struct wall_shot s;
	int seen[4] = {0};

	(void)state;
	wall_init(&s, NULL);
	assert_int_equal(wall_choose(&s.in), 0);
	for (uint32_t i = 1; i <= 3; i++)
		wall_row(&s, i, (int)i, "x");
	wall_row(&s, 9, 1, "x")->all_clear = true;
	s.in.vm.h = 24;
	s.in.vm.w = 80;
	for (int i = 0; i < 40; i++) {
		seen[wall_choose(&s.in)]++;
		s.in.vm.now += s.in.turn;
	}
	assert_int_equal(seen[1], 20);
	assert_int_equal(seen[2], 10);
	assert_int_equal(seen[3], 10);
	/* With room for all, without turns, or with a name: one alone. */
	s.in.vm.h = 60;
	s.in.vm.w = 240;
	for (int i = 0; i < 8; i++) {
		assert_int_equal(wall_choose(&s.in), 1);
		s.in.vm.now += s.in.turn;
	}
	s.in.vm.h = 24;
	s.in.only = 9;
	assert_int_equal(wall_choose(&s.in), 9);
	s.in.only = 0;
	s.in.turn = 0;
	assert_int_equal(wall_choose(&s.in), 1);
	wall_end(&s);
}

/* ---- none ----------------------------------------------------------------------- */

static void
test_no_live_incident_says_as_of_when(void **state)
{
	struct wall_shot s;

	(void)state;
	wall_init(&s, NULL);
	assert_order(wall_text(&s, 24, 60), "No live incident",
		"as of 14:31:18 UTC", NULL);
	wall_end(&s);
}

static void
test_what_waits_after_incidents_is_counted(void **state)
{
	struct wall_shot s;
	struct summary *row;

	(void)state;
	wall_init(&s, NULL);
	row = wall_row(&s, 12, 2, "Mail delayed");
	row->all_clear = true;
	row->all_clear_at = scene_time("2026-11-21 23:14");
	row->item_dues[0] = row->item_due = scene_time("13:00");
	row->item_dues[1] = scene_time("14:00");
	row->item_dues[2] = scene_time("15:00");
	row->items = 3;
	row = wall_row(&s, 11, 1, "Login fails");
	row->all_clear = true;
	row->all_clear_at = scene_time("2026-11-19 10:00");
	row->review_due = scene_time("12:31");
	assert_order(wall_text(&s, 24, 120),
		"after-care: 2 incidents, 1 review overdue, 2 action items"
		" overdue", "last All Clear: INC-12 Mail delayed, yesterday"
		" 23:14Z", "INC-12", "action item 1h31m LATE", "INC-11",
		"review 2h00m LATE", NULL);
	wall_golden(&s, "wall-none-160x45", 45, 160);
	wall_end(&s);
}

static void
test_a_wall_without_a_store_says_why_it_waits(void **state)
{
	struct wall_shot s;
	const char *text;

	(void)state;
	wall_init(&s, NULL);
	s.in.read_at = WHEN_NONE;
	s.in.vm.store_error = "there is no store at /srv/x.db";
	text = wall_text(&s, 24, 60);
	assert_order(text, "Waiting for the store",
		"there is no store at /srv/x.db", "tried again", NULL);
	assert_hides(text, "No live");
	s.in.vm.last_good = s.in.vm.mono - 61000;
	assert_shows(wall_text(&s, 24, 60), "for 1 min, since this wall");
	wall_end(&s);
}

/* ---- no signal -------------------------------------------------------------------- */

static void
test_an_old_picture_is_no_signal(void **state)
{
	struct scene p = scene_sample();
	struct wall_shot s;

	(void)state;
	wall_init(&s, &p);
	s.in.vm.last_good = s.in.vm.mono - 10000;
	assert_hides(wall_text(&s, 24, 80), "NO SIGNAL");
	assert_null(strchr(wall_shades(&s, 24, 80), '~'));
	s.in.vm.last_good--;
	assert_shows(wall_text(&s, 24, 80), "NO SIGNAL for 10 s");
	assert_non_null(strchr(wall_shades(&s, 24, 80), '~'));
	s.in.vm.store_error = "the disk is gone";
	assert_order(wall_text(&s, 10, 40), "NO SIGNAL",
		"for 10 s; the picture is", "the disk is gone", NULL);
	wall_end(&s);
	scene_end(&p);
}

static void
test_a_picture_of_another_day_says_so(void **state)
{
	struct scene p = scene_sample();
	struct wall_shot s;

	(void)state;
	wall_init(&s, &p);
	s.in.vm.last_good = s.in.vm.mono - 15 * WHEN_HOUR;
	s.in.read_at = s.in.vm.now - 15 * WHEN_HOUR;
	assert_shows(wall_text(&s, 24, 80), "as of yesterday 23:31Z");
	wall_golden(&s, "wall-no-signal-160x45", 45, 160);
	/* Nothing is green that nobody can know. */
	s.in.vm.inc = NULL;
	s.in.vm.n_board = 0;
	assert_null(strchr(wall_styles(&s, 24, 80), 'g'));
	wall_end(&s);
	scene_end(&p);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_facts_stand_in_the_order_of_their_weight),
		cmocka_unit_test(test_the_sample_at_four_sizes),
		cmocka_unit_test(test_a_narrow_wall_names_its_incident_and_cuts_no_link),
		cmocka_unit_test(test_without_blocks_letters_are_made_of_hashes),
		cmocka_unit_test(
			test_letters_that_the_font_lacks_are_shown_as_they_are),
		cmocka_unit_test(test_every_size_has_a_picture),
		cmocka_unit_test(
			test_internal_words_and_numbers_to_call_are_left_out),
		cmocka_unit_test(
			test_a_restricted_incident_is_counted_and_no_more),
		cmocka_unit_test(test_others_stand_in_tiles_or_a_line),
		cmocka_unit_test(
			test_those_without_room_take_turns_and_the_worst_more),
		cmocka_unit_test(test_no_live_incident_says_as_of_when),
		cmocka_unit_test(test_what_waits_after_incidents_is_counted),
		cmocka_unit_test(test_a_wall_without_a_store_says_why_it_waits),
		cmocka_unit_test(test_an_old_picture_is_no_signal),
		cmocka_unit_test(test_a_picture_of_another_day_says_so),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
