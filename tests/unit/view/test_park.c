/* Texts that are put aside when a form is left, and who gets them back. */
#include "unit/view/desk.h"

#include "unit/view/scene.h"

#include "base/mem.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

static void
be(struct desk *d, const char *who)
{
	snprintf(d->s.who, sizeof(d->s.who), "%s", who);
}

static const char *
text_at(const struct desk *d, int i)
{
	return str_get(&d->s.form.text[i]);
}

/* ---- putting aside ------------------------------------------------------ */

static void
test_esc_keeps_the_text_and_the_same_form_goes_on_with_it(void **state)
{
	struct desk *d = desk_busy();

	(void)state;
	be(d, "raj");
	desk_keys(d, "c");
	desk_type(d, ", still");
	desk_keys(d, "Tab Tab");
	desk_type(d, "\u00e9");
	desk_keys(d, "Esc");
	assert_int_equal(d->s.over, OVER_NONE);
	assert_string_equal(d->s.saying, "parked: CAN report, c goes on");
	desk_wait(d, 180);
	desk_keys(d, "c");
	assert_string_equal(text_at(d, 2), "db stuck, still");
	assert_int_equal(d->s.form.field, 4);
	assert_shows(desk_frame(d), "Parked at 14:01Z, 3m ago. C-x throws"
		" the text away.");
	desk_keys(d, "Enter");
	assert_int_equal(d->s.over, OVER_NONE);
	assert_int_equal(d->s.parking.n, 0);
	assert_string_equal(incident_report(d->inc, "raj")->can->t[0]
		.condition, "db stuck, still");
	desk_free(d);
}

static void
test_a_form_that_nobody_typed_into_just_closes(void **state)
{
	static const char *const keys[] = {
		"c", ".", "n", "b", "p", "o", "v", "h", "t", "d", "D", "!",
		">", "i",
	};
	struct desk *d = desk_busy();

	(void)state;
	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
		desk_keys(d, keys[i]);
		assert_int_equal(d->s.over, OVER_FORM);
		desk_keys(d, "Tab Tab Tab Esc");
		if (d->s.parking.n || d->s.said != SAID_NOTHING)
			fail_msg("%s: %s", keys[i], d->s.saying);
	}
	/* What was typed and taken away again is nothing, too. */
	desk_keys(d, "n x Backspace Esc");
	assert_int_equal(d->s.parking.n, 0);
	desk_free(d);
}

static void
test_two_presses_throw_a_text_away_and_one_only_says_so(void **state)
{
	struct desk *d = desk_busy();

	(void)state;
	desk_keys(d, "n h a l f C-x");
	assert_int_equal(d->s.over, OVER_FORM);
	assert_shows(desk_frame(d), "C-x once more throws away");
	desk_keys(d, "x C-x");
	assert_int_equal(d->s.over, OVER_FORM);
	desk_keys(d, "C-x");
	assert_int_equal(d->s.over, OVER_NONE);
	assert_string_equal(d->s.saying, "thrown away: Write it down");
	desk_keys(d, "n");
	assert_string_equal(text_at(d, 1), "");
	/* Nothing typed, nothing to ask about. */
	desk_keys(d, "C-x");
	assert_int_equal(d->s.over, OVER_NONE);
	assert_int_equal(d->s.parking.n, 0);
	desk_free(d);
}

static void
test_what_covers_a_form_does_not_lose_its_text(void **state)
{
	struct desk *d = desk_busy();

	(void)state;
	desk_keys(d, "n h a l f");
	screen_show(&d->s, "status", "all is well");
	assert_int_equal(d->s.over, OVER_TEXT);
	assert_int_equal(d->s.parking.n, 1);
	desk_keys(d, "q n");
	assert_string_equal(text_at(d, 1), "half");
	desk_free(d);
}

/* ---- whose, and about what ---------------------------------------------- */

static void
test_the_commander_gets_the_keys_and_raj_his_text_back(void **state)
{
	struct desk *d = desk_busy();

	(void)state;
	be(d, "raj");
	desk_keys(d, "c");
	desk_type(d, " at 40%");
	desk_keys(d, "Esc i");
	assert_string_equal(d->s.form.pick, "ana");
	desk_keys(d, "Enter");
	assert_string_equal(d->s.saying, "ana is at the keys");
	/* Nothing of raj's is ana's. */
	assert_hides(desk_frame(d), " parked ");
	desk_keys(d, "c r Enter");
	assert_string_equal(text_at(d, 2), "db stuck");
	desk_keys(d, "Esc i r Enter");
	assert_string_equal(d->s.saying, "raj is at the keys; parked: CAN"
		" report, c goes on");
	assert_shows(desk_frame(d), "CAN report  parked ");
	desk_keys(d, "c");
	assert_string_equal(text_at(d, 2), "db stuck at 40%");
	desk_free(d);
}

static void
test_a_text_belongs_to_the_thing_that_it_is_about(void **state)
{
	struct desk *d = desk_busy();

	(void)state;
	desk_run(d, "raj", "can --condition \"db stuck\" --need \"a\""
		" --need \"b\"");
	desk_select(d, PANE_CAN, "need:3");
	desk_keys(d, "d Tab s o o n Esc");
	assert_string_equal(d->s.saying, "parked: Need 3 of raj, d goes on");
	desk_select(d, PANE_CAN, "need:4");
	desk_keys(d, "d");
	assert_string_equal(d->s.form.title, "Need 4 of raj");
	assert_int_equal(d->s.form.parked, 0);
	desk_keys(d, "Esc");
	desk_select(d, PANE_CAN, "need:3");
	desk_keys(d, "d");
	assert_string_equal(text_at(d, 3), "soon");
	desk_free(d);
}

static void
test_a_page_for_one_is_not_a_page_for_another(void **state)
{
	struct desk *d = desk_busy();

	(void)state;
	desk_select(d, PANE_PEOPLE, "sme:li");
	desk_keys(d, "p Tab o u t Esc");
	desk_select(d, PANE_TIMELINE, "");
	desk_keys(d, "p");
	assert_string_equal(text_at(d, 0), "");
	assert_string_equal(text_at(d, 2), "");
	desk_keys(d, "Esc");
	desk_select(d, PANE_PEOPLE, "sme:li");
	desk_keys(d, "p");
	assert_string_equal(text_at(d, 0), "li");
	assert_string_equal(text_at(d, 2), "out");
	desk_free(d);
}

static void
test_a_report_goes_on_once_it_is_said_whose_it_is(void **state)
{
	struct desk *d = desk_busy();

	(void)state;
	desk_run(d, "li", "join");
	desk_keys(d, "c r Enter ! Esc");
	assert_string_equal(d->s.saying, "parked: CAN report of raj, c goes"
		" on");
	desk_keys(d, "c l Enter");
	assert_string_equal(text_at(d, 2), "");
	desk_keys(d, "Esc c r Enter");
	assert_string_equal(text_at(d, 2), "db stuck!");
	assert_true(d->s.form.parked != 0);
	desk_free(d);
}

/* ---- the row ----------------------------------------------------------------- */

static void
test_enter_on_its_row_goes_on(void **state)
{
	struct desk *d = desk_busy();

	(void)state;
	d->h = 60;
	desk_keys(d, "o");
	desk_type(d, "raj");
	desk_keys(d, "Esc n h a l f Esc");
	assert_shows(desk_frame(d), "Write it down  parked 0s ago");
	desk_select(d, PANE_ATTENTION, arena_printf(d->frame, "parked:%d",
		d->s.parking.v[1].id));
	desk_keys(d, "Enter");
	assert_string_equal(d->s.form.row->name, "note");
	assert_string_equal(text_at(d, 1), "half");
	desk_keys(d, "Enter");
	assert_string_equal(desk_last(d)->text, "half");
	assert_int_equal(d->s.parking.n, 1);
	desk_free(d);
}

static void
test_a_move_that_somebody_else_made_is_not_made_from_the_parking(void **state)
{
	struct desk *d = desk_incident("ana");
	uint32_t n;

	(void)state;
	desk_keys(d, "> Tab w h y Esc");
	assert_string_equal(d->s.saying, "parked: Detect: next stage"
		" Assemble, > goes on");
	desk_run(d, "ana", "advance");
	desk_wait(d, 20); /* until then Enter lets the message go */
	n = d->inc->n;
	desk_keys(d, ">");
	assert_string_equal(d->s.form.title,
		"Assemble: next stage Verify");
	assert_int_equal(d->s.form.parked, 0);
	desk_keys(d, "Esc");
	desk_select(d, PANE_ATTENTION, "parked:1");
	desk_keys(d, "Enter");
	assert_string_equal(d->s.form.title, "Detect: next stage Assemble");
	desk_keys(d, "Enter Enter");
	assert_int_equal(d->s.over, OVER_FORM);
	assert_non_null(strstr(d->s.form.error, "now in Assemble"));
	assert_int_equal(d->inc->n, n);
	desk_keys(d, "C-x C-x");
	assert_int_equal(d->s.parking.n, 0);
	desk_free(d);
}

static void
test_choices_are_found_again_by_what_they_say(void **state)
{
	struct desk *d = desk_incident("ana");

	(void)state;
	desk_keys(d, "v A-2");
	desk_type(d, "Europe");
	desk_keys(d, "Esc v");
	assert_shows(desk_frame(d), "[scope]");
	assert_shows(desk_frame(d), "Europe");
	desk_free(d);
}

/* ---- leaving -------------------------------------------------------------------- */

static void
test_q_names_what_is_put_aside_before_it_leaves(void **state)
{
	struct desk *d = desk_busy();

	(void)state;
	desk_keys(d, "n h a l f Esc q");
	assert_int_equal(d->s.mode, MODE_BOARD);
	assert_shows(desk_frame(d), "1 parked");
	desk_keys(d, "q");
	assert_false(d->s.wants_quit);
	assert_non_null(strstr(d->s.saying, "1 text is parked (ana: Write"
		" it down)"));
	desk_keys(d, "j q");
	assert_false(d->s.wants_quit);
	desk_keys(d, "q");
	assert_true(d->s.wants_quit);
	desk_free(d);
}

/* ---- as text ------------------------------------------------------------------- */

/* What a crash leaves: all texts as lines, taken up by another screen. */
static void
carry_over(struct desk *from, struct desk *to)
{
	struct str lines = {0};

	screen_write_parked(&from->s, &lines);
	parking_read(&to->s.parking, str_get(&lines));
	str_release(&lines);
}

static void
test_texts_survive_the_program_the_open_one_too(void **state)
{
	struct desk *d = desk_busy(), *next = desk_busy();

	(void)state;
	desk_keys(d, "v A-2");
	desk_type(d, "half of \"Europe\" \\ it's #1");
	desk_keys(d, "Esc");
	be(d, "raj");
	desk_keys(d, "c Tab");
	desk_type(d, "one");
	desk_keys(d, "A-Enter");
	desk_type(d, "two");
	carry_over(d, next);
	assert_int_equal(next->s.parking.n, 2);
	desk_keys(next, "v");
	assert_shows(desk_frame(next), "[scope]");
	assert_shows(desk_frame(next), "half of \"Europe\" \\ it's #1");
	desk_keys(next, "Esc");
	be(next, "raj");
	desk_keys(next, "c");
	assert_string_equal(text_at(next, 2), "db stuck");
	assert_string_equal(text_at(next, 3), "repair: fail overone\ntwo");
	assert_int_equal(next->s.form.field, 3);
	desk_keys(next, "Enter");
	assert_int_equal(next->s.over, OVER_NONE);
	assert_string_equal(desk_last(next)->ev.by, "raj");
	desk_free(d);
	desk_free(next);
}

static void
test_what_is_not_whole_is_passed_over(void **state)
{
	static const char lines[] =
		"nonsense\n"
		"text Text x\n"
		"form frobnicate ana 17 1 2 3 0\ntext Text no\nend\n"
		"form note ana 17\ntext Text no\nend\n"
		"form note ana 17 1000 2 3 0\ntitle 'Write it down'\n"
		"options What note|lesson\ntext Gone x\ntext Text yes\n"
		"choice What lesson\nend\n"
		"form note ana 17 1000 2 3 0\ntext \"open quote\nend\n"
		"form note ana 17 1000 2 3 0\ntext Text cut";
	struct parking p = {.n = 0};

	(void)state;
	assert_int_equal(parking_read(&p, lines), 2);
	assert_string_equal(str_get(&p.v[0].form.text[1]), "yes");
	assert_int_equal(p.v[0].form.choice[0], 1);
	assert_string_equal(parked_name(&p.v[0]), "Write it down");
	assert_string_equal(str_get(&p.v[1].form.text[1]), "");
	parking_release(&p);
	assert_int_equal(parking_read(&p, ""), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_esc_keeps_the_text_and_the_same_form_goes_on_with_it),
		cmocka_unit_test(test_a_form_that_nobody_typed_into_just_closes),
		cmocka_unit_test(test_two_presses_throw_a_text_away_and_one_only_says_so),
		cmocka_unit_test(test_what_covers_a_form_does_not_lose_its_text),
		cmocka_unit_test(
			test_the_commander_gets_the_keys_and_raj_his_text_back),
		cmocka_unit_test(
			test_a_text_belongs_to_the_thing_that_it_is_about),
		cmocka_unit_test(test_a_page_for_one_is_not_a_page_for_another),
		cmocka_unit_test(
			test_a_report_goes_on_once_it_is_said_whose_it_is),
		cmocka_unit_test(test_enter_on_its_row_goes_on),
		cmocka_unit_test(test_a_move_that_somebody_else_made_is_not_made_from_the_parking),
		cmocka_unit_test(test_choices_are_found_again_by_what_they_say),
		cmocka_unit_test(
			test_texts_survive_the_program_the_open_one_too),
		cmocka_unit_test(test_what_is_not_whole_is_passed_over),
		cmocka_unit_test(test_q_names_what_is_put_aside_before_it_leaves),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
