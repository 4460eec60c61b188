/* Choosing a person: who is at the keys, and whose CAN report it is. */
#include "unit/view/desk.h"

#include "unit/view/scene.h"

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
field_text(const struct desk *d, int i)
{
	return str_get(&d->s.form.text[i]);
}

/* ---- who is at the keys ------------------------------------------------ */

static void
test_the_commander_is_the_first_of_those_who_could_take_the_keys(void **state)
{
	struct desk *d = desk_incident("ana");
	const char *frame, *at;

	(void)state;
	desk_run(d, "ana", "role deputy tomas");
	desk_run(d, "li", "join");
	be(d, "li");
	desk_keys(d, "i");
	frame = desk_frame(d);
	at = strstr(frame, "ana ");
	assert_non_null(at = strstr(frame, "\u2192 ana"));
	assert_non_null(at = strstr(at, "tomas"));
	assert_non_null(at = strstr(at, "mei"));
	assert_non_null(at = strstr(at, "raj    database"));
	assert_non_null(at = strstr(at, "ines"));
	assert_non_null(strstr(at, "li "));
	assert_shows(frame, "joined \u00b7 at the keys now");
	desk_keys(d, "Enter");
	assert_string_equal(d->s.who, "ana");
	desk_free(d);
}

static void
test_first_letters_and_enter_change_who_is_at_the_keys(void **state)
{
	struct desk *d = desk_incident("ana");

	(void)state;
	d->keys = 0;
	desk_keys(d, "i r Enter");
	assert_string_equal(d->s.who, "raj");
	assert_string_equal(d->s.saying, "raj is at the keys");
	assert_int_equal(d->keys, 3);
	desk_free(d);
}

static void
test_arrows_and_tab_walk_the_list_in_a_circle(void **state)
{
	struct desk *d = desk_incident("ana");

	(void)state;
	be(d, "raj");
	desk_keys(d, "i");
	assert_string_equal(d->s.form.pick, "ana");
	desk_keys(d, "Down");
	assert_string_equal(d->s.form.pick, "mei");
	desk_keys(d, "Tab S-Tab Up Up");
	assert_string_equal(d->s.form.pick, "raj");
	desk_keys(d, "Down Down Enter");
	assert_string_equal(d->s.who, "mei");
	desk_free(d);
}

static void
test_a_new_name_is_taken_and_named_as_new(void **state)
{
	struct desk *d = desk_incident("ana");

	(void)state;
	desk_keys(d, "i");
	desk_type(d, "zoe");
	assert_shows(desk_frame(d), "zoe  new: not on the roster");
	desk_keys(d, "Enter");
	assert_string_equal(d->s.who, "zoe");
	/* Also one that somebody else's begins with. */
	desk_keys(d, "i r a Up Enter");
	assert_string_equal(d->s.who, "ra");
	desk_free(d);
}

static void
test_news_never_changes_who_is_chosen(void **state)
{
	struct desk *d = desk_incident("ana");

	(void)state;
	be(d, "li");
	desk_keys(d, "i");
	assert_string_equal(d->s.form.pick, "ana");
	desk_run(d, "raj", "assume");
	assert_shows(desk_frame(d), "\u2192 ana");
	desk_keys(d, "Enter");
	assert_string_equal(d->s.who, "ana");
	desk_free(d);
}

static void
test_esc_and_names_of_two_words_leave_who_was_there(void **state)
{
	struct desk *d = desk_incident("ana");

	(void)state;
	desk_keys(d, "i r Esc");
	assert_string_equal(d->s.who, "ana");
	desk_keys(d, "i");
	desk_type(d, "raj k");
	desk_keys(d, "Enter");
	assert_string_equal(d->s.who, "ana");
	assert_non_null(strstr(d->s.form.error, "one word"));
	assert_string_equal(field_text(d, 0), "raj k");
	desk_free(d);
}

static void
test_a_list_that_does_not_fit_is_counted(void **state)
{
	struct desk *d = desk_incident("ana");

	(void)state;
	d->h = 10;
	d->w = 40;
	desk_keys(d, "i");
	assert_shows(desk_frame(d), "\u2192 mei");
	assert_shows(desk_frame(d), "+4 more");
	desk_keys(d, "Up Up");
	assert_shows(desk_frame(d), "\u2192 ines");
	desk_free(d);
}

static void
test_the_name_stays_visible_at_every_size(void **state)
{
	static const int sizes[][2] = {
		{10, 40}, {24, 80}, {30, 100}, {45, 160}, {60, 240},
	};
	struct desk *d = desk_busy();

	(void)state;
	be(d, "raj");
	for (size_t i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++) {
		d->h = sizes[i][0];
		d->w = sizes[i][1];
		assert_shows(desk_frame(d), "you raj");
		d->s.who[0] = '\0';
		assert_shows(desk_frame(d), "you nobody");
		be(d, "raj");
	}
	desk_free(d);
}

/* ---- whose report ------------------------------------------------------ */

static void
test_the_commander_is_asked_whose_report_the_latest_first(void **state)
{
	struct desk *d = desk_busy();

	(void)state;
	desk_run(d, "li", "join");
	desk_wait(d, 60);
	desk_run(d, "ines", "join");
	desk_wait(d, 20 * 60);
	desk_run(d, "raj", "can --same");
	desk_keys(d, "c");
	assert_string_equal(d->s.form.pick, "li");
	assert_shows(desk_frame(d), "\u2192 li     network \u00b7 joined"
		" \u00b7 6m late");
	desk_keys(d, "r Enter");
	assert_string_equal(d->s.form.title, "CAN report of raj");
	assert_string_equal(field_text(d, 2), "db stuck");
	assert_string_equal(field_text(d, 4), "network limits");
	desk_type(d, " again");
	desk_keys(d, "Enter");
	assert_string_equal(desk_last(d)->ev.by, "ana");
	assert_string_equal(event_text(&desk_last(d)->ev, F_FROM), "raj");
	assert_string_equal(incident_report(d->inc, "raj")->can->t[0]
		.condition, "db stuck again");
	desk_free(d);
}

static void
test_another_reporter_brings_their_report_but_takes_no_text(void **state)
{
	struct desk *d = desk_busy();

	(void)state;
	desk_run(d, "li", "can --condition \"loss in 1a\" --no-needs");
	desk_keys(d, "c r Enter S-Tab S-Tab l Tab");
	assert_string_equal(d->s.form.title, "CAN report of li");
	assert_string_equal(field_text(d, 2), "loss in 1a");
	assert_string_equal(field_text(d, 4), "");
	desk_type(d, " and 1b");
	desk_keys(d, "S-Tab S-Tab r a Tab");
	assert_string_equal(field_text(d, 0), "raj");
	assert_string_equal(field_text(d, 2), "loss in 1a and 1b");
	assert_shows(desk_frame(d), "What you have typed stays");
	desk_free(d);
}

static void
test_whoever_reports_is_not_asked(void **state)
{
	struct desk *d = desk_busy();

	(void)state;
	be(d, "raj");
	desk_keys(d, "c");
	assert_string_equal(field_text(d, 0), "raj");
	assert_int_equal(d->s.form.field, 2);
	desk_keys(d, "Esc");
	be(d, "ines");
	desk_keys(d, "c");
	assert_string_equal(field_text(d, 0), "ines");
	desk_keys(d, "Esc");
	/* Customer Success writes what others said. */
	be(d, "mei");
	desk_keys(d, "c");
	assert_string_equal(field_text(d, 0), "");
	assert_int_equal(d->s.form.field, 0);
	desk_free(d);
}

/* ---- no change ------------------------------------------------------------ */

static void
test_no_change_is_for_the_row_when_one_owes_none(void **state)
{
	struct desk *d = desk_busy();

	(void)state;
	desk_run(d, "li", "can --condition \"loss in 1a\" --no-needs");
	be(d, "mei");
	desk_select(d, PANE_PEOPLE, "sme:li");
	desk_keys(d, ".");
	assert_string_equal(d->s.form.title, "No change: the report of li"
		" stands");
	desk_keys(d, "Enter");
	assert_string_equal(event_text(&desk_last(d)->ev, F_FROM), "li");
	assert_string_equal(desk_last(d)->ev.by, "mei");
	/* An SME's own, whatever the cursor is on. */
	be(d, "raj");
	desk_keys(d, ".");
	assert_string_equal(d->s.form.title, "No change: the report of raj"
		" stands");
	desk_free(d);
}

static void
test_no_change_asks_for_whom_when_it_could_be_anybody(void **state)
{
	struct desk *d = desk_busy();

	(void)state;
	desk_run(d, "li", "can --condition \"loss in 1a\" --no-needs");
	desk_select(d, PANE_TIMELINE, "");
	desk_keys(d, ".");
	assert_string_equal(d->s.form.title, "No change: whose report"
		" stands?");
	assert_hides(desk_frame(d), "ines");
	desk_keys(d, "l Enter");
	assert_shows(desk_frame(d), "loss in 1a");
	desk_keys(d, "Enter");
	assert_string_equal(event_text(&desk_last(d)->ev, F_FROM), "li");
	desk_free(d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_the_commander_is_the_first_of_those_who_could_take_the_keys),
		cmocka_unit_test(
			test_first_letters_and_enter_change_who_is_at_the_keys),
		cmocka_unit_test(test_arrows_and_tab_walk_the_list_in_a_circle),
		cmocka_unit_test(test_a_new_name_is_taken_and_named_as_new),
		cmocka_unit_test(test_news_never_changes_who_is_chosen),
		cmocka_unit_test(
			test_esc_and_names_of_two_words_leave_who_was_there),
		cmocka_unit_test(test_a_list_that_does_not_fit_is_counted),
		cmocka_unit_test(test_the_name_stays_visible_at_every_size),
		cmocka_unit_test(test_the_commander_is_asked_whose_report_the_latest_first),
		cmocka_unit_test(test_another_reporter_brings_their_report_but_takes_no_text),
		cmocka_unit_test(test_whoever_reports_is_not_asked),
		cmocka_unit_test(test_no_change_is_for_the_row_when_one_owes_none),
		cmocka_unit_test(
			test_no_change_asks_for_whom_when_it_could_be_anybody),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
