/* A screen that several people share. */
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

#define IDLE 300 /* seconds */

static struct desk *
desk_shared(const char *who)
{
	struct desk *d = desk_busy();

	snprintf(d->s.who, sizeof(d->s.who), "%s", who);
	d->s.shared = true;
	d->s.idle_ms = IDLE * 1000;
	d->s.key_at = d->mono;
	return d;
}

/* The clock of the screen ticks. */
static bool
tick(struct desk *d, int seconds)
{
	desk_wait(d, seconds);
	return screen_idle(&d->s, d->mono, d->now);
}

/* ---- nobody comes ---------------------------------------------------------- */

static void
test_after_its_time_without_a_key_nobody_is_at_the_keys(void **state)
{
	struct desk *d = desk_shared("raj");

	(void)state;
	assert_false(tick(d, IDLE - 2));
	desk_keys(d, "j");
	assert_false(tick(d, IDLE - 1));
	assert_string_equal(d->s.who, "raj");
	assert_true(tick(d, 1));
	assert_string_equal(d->s.who, "");
	assert_shows(desk_frame(d), "you nobody, i says who");
	assert_shows(desk_frame(d), "nobody at the keys: raj left 5m ago; i"
		" says who");
	/* It stays until there is a key, and happens once. */
	assert_false(tick(d, 3600));
	assert_shows(desk_frame(d), "raj left");
	desk_keys(d, "j");
	assert_hides(desk_frame(d), "raj left");
	desk_free(d);
}

static void
test_a_screen_of_one_person_never_forgets_them(void **state)
{
	struct desk *d = desk_shared("raj");

	(void)state;
	d->s.shared = false;
	assert_false(tick(d, 24 * 3600));
	assert_string_equal(d->s.who, "raj");
	d->s.shared = true;
	d->s.idle_ms = 0;
	assert_false(tick(d, 24 * 3600));
	assert_string_equal(d->s.who, "raj");
	desk_free(d);
}

static void
test_what_is_half_typed_is_put_aside_under_its_authors_name(void **state)
{
	struct desk *d = desk_shared("raj");

	(void)state;
	desk_keys(d, "c");
	desk_type(d, " at 40%");
	assert_true(tick(d, IDLE));
	assert_int_equal(d->s.over, OVER_NONE);
	assert_shows(desk_frame(d), "raj left 5m ago, text parked;");
	assert_hides(desk_frame(d), "CAN report  put aside");
	desk_keys(d, "i r Enter");
	assert_string_equal(d->s.saying, "raj is at the keys; parked: CAN"
		" report, c goes on");
	desk_keys(d, "c");
	assert_string_equal(str_get(&d->s.form.text[2]), "db stuck at 40%");
	desk_free(d);
}

static void
test_an_open_line_is_closed_and_can_be_had_again(void **state)
{
	struct desk *d = desk_shared("raj");

	(void)state;
	desk_keys(d, ": n o t e Space x");
	assert_true(tick(d, IDLE));
	assert_false(d->s.prompt);
	desk_keys(d, "i a Enter : Up");
	assert_string_equal(str_get(&d->s.line.text), "note x");
	desk_free(d);
}

static void
test_the_key_that_comes_too_late_does_nothing(void **state)
{
	struct desk *d = desk_shared("raj");

	(void)state;
	desk_keys(d, "n h a l f");
	desk_wait(d, IDLE);
	desk_keys(d, "Enter");
	assert_string_equal(d->s.who, "");
	assert_int_equal(d->s.over, OVER_NONE);
	assert_int_equal(d->s.parking.n, 1);
	desk_free(d);
}

/* ---- who acts? -------------------------------------------------------------- */

static void
test_the_next_act_asks_who_and_goes_on_as_pressed(void **state)
{
	struct desk *d = desk_shared("");

	(void)state;
	desk_keys(d, "n");
	assert_string_equal(d->s.form.row->name, "who");
	assert_shows(desk_frame(d), "Who acts?");
	assert_shows(desk_frame(d), "Then: Write it down");
	assert_string_equal(d->s.form.pick, "ana");
	desk_keys(d, "Enter");
	assert_string_equal(d->s.who, "ana");
	assert_string_equal(d->s.form.row->name, "note");
	desk_keys(d, "x Enter");
	assert_string_equal(desk_last(d)->ev.by, "ana");
	desk_free(d);
}

static void
test_esc_at_the_question_means_that_nothing_happened(void **state)
{
	struct desk *d = desk_shared("");
	uint32_t n = d->inc->n;

	(void)state;
	desk_keys(d, "n Esc");
	assert_int_equal(d->s.over, OVER_NONE);
	assert_string_equal(d->s.who, "");
	/* Nor does it happen when somebody says who they are later. */
	desk_keys(d, "i l Enter");
	assert_string_equal(d->s.who, "li");
	assert_int_equal(d->s.over, OVER_NONE);
	assert_int_equal(d->inc->n, n);
	desk_free(d);
}

static void
test_lines_that_write_ask_as_well_and_then_are_written(void **state)
{
	struct desk *d = desk_shared("");

	(void)state;
	desk_keys(d, ":");
	desk_type(d, "note all is well");
	desk_keys(d, "Enter");
	assert_string_equal(d->s.form.row->name, "who");
	assert_shows(desk_frame(d), "Then: note all is well");
	desk_keys(d, "m Enter");
	assert_int_equal(d->s.over, OVER_NONE);
	assert_string_equal(desk_last(d)->text, "all is well");
	assert_string_equal(desk_last(d)->ev.by, "mei");
	/* And so does one's own last act that is taken back at once. */
	d->s.who[0] = '\0';
	desk_keys(d, "u m Enter");
	assert_int_equal(desk_last(d)->ev.kind, KIND_WITHDRAWN);
	desk_free(d);
}

/* A line is as long as somebody makes it. */
static void
test_a_long_line_is_written_whole_after_the_question(void **state)
{
	struct desk *d = desk_shared("");
	char text[1501];

	(void)state;
	memset(text, 'x', sizeof(text) - 1);
	text[sizeof(text) - 1] = '\0';
	desk_keys(d, ":");
	desk_type(d, "note ");
	desk_type(d, text);
	desk_keys(d, "Enter m Enter");
	assert_string_equal(desk_last(d)->text, text);
	desk_free(d);
}

static void
test_lines_that_only_look_ask_nobody(void **state)
{
	struct desk *d = desk_shared("");

	(void)state;
	desk_keys(d, "B");
	assert_int_equal(d->s.over, OVER_BRIEF);
	desk_keys(d, "Esc ?");
	assert_int_equal(d->s.over, OVER_HELP);
	desk_keys(d, "Esc g");
	assert_string_equal(d->s.form.row->name, "goto");
	desk_free(d);
}

static void
test_a_claim_keeps_the_premise_of_the_key(void **state)
{
	struct desk *d = desk_shared("");
	uint32_t n;

	(void)state;
	desk_keys(d, ">");
	desk_run(d, "ana", "advance --to verify --reason back");
	n = d->inc->n;
	desk_wait(d, 20);
	desk_keys(d, "Enter");
	assert_string_equal(d->s.form.row->name, "advance");
	desk_keys(d, "Enter Enter");
	assert_int_equal(d->s.over, OVER_FORM);
	assert_non_null(strstr(d->s.form.error, "now in Verify"));
	assert_int_equal(d->inc->n, n);
	/* So does one without a form. */
	desk_keys(d, "Esc");
	d->s.who[0] = '\0';
	desk_keys(d, ":");
	desk_type(d, "advance --reason go");
	desk_keys(d, "Enter");
	desk_run(d, "ana", "call under-control");
	n = d->inc->n;
	desk_keys(d, "a n a Enter");
	assert_int_equal(d->inc->n, n);
	assert_int_equal(d->s.said, SAID_ERROR);
	assert_non_null(strstr(d->s.saying, "now in Repair"));
	desk_free(d);
}

static void
test_the_row_under_the_cursor_is_the_one_of_the_key(void **state)
{
	struct desk *d = desk_shared("");

	(void)state;
	desk_run(d, "raj", "can --condition x --need \"a\" --need \"b\"");
	desk_select(d, PANE_CAN, "need:4");
	desk_keys(d, "d Enter");
	assert_string_equal(d->s.form.title, "Need 4 of raj");
	desk_free(d);
}

static void
test_without_shared_a_nameless_screen_says_what_to_press(void **state)
{
	struct desk *d = desk_shared("");

	(void)state;
	d->s.shared = false;
	desk_keys(d, "n");
	assert_int_equal(d->s.over, OVER_NONE);
	assert_non_null(strstr(d->s.saying, "Press i"));
	desk_free(d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_after_its_time_without_a_key_nobody_is_at_the_keys),
		cmocka_unit_test(test_a_screen_of_one_person_never_forgets_them),
		cmocka_unit_test(test_what_is_half_typed_is_put_aside_under_its_authors_name),
		cmocka_unit_test(test_an_open_line_is_closed_and_can_be_had_again),
		cmocka_unit_test(test_the_key_that_comes_too_late_does_nothing),
		cmocka_unit_test(test_the_next_act_asks_who_and_goes_on_as_pressed),
		cmocka_unit_test(
			test_esc_at_the_question_means_that_nothing_happened),
		cmocka_unit_test(
			test_lines_that_write_ask_as_well_and_then_are_written),
		cmocka_unit_test(
			test_a_long_line_is_written_whole_after_the_question),
		cmocka_unit_test(test_lines_that_only_look_ask_nobody),
		cmocka_unit_test(test_a_claim_keeps_the_premise_of_the_key),
		cmocka_unit_test(
			test_the_row_under_the_cursor_is_the_one_of_the_key),
		cmocka_unit_test(test_without_shared_a_nameless_screen_says_what_to_press),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
