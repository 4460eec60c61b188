#include "base/str.h"
#include "ui/box.h"
#include "ui/pen.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

static void
assert_shows(const struct canvas *c, const char *expected)
{
	struct str out = {0};

	canvas_dump(c, &out);
	assert_string_equal(str_get(&out), expected);
	str_release(&out);
}

static void
assert_styles(const struct canvas *c, const char *expected)
{
	struct str out = {0};

	canvas_dump_styles(c, &out);
	assert_string_equal(str_get(&out), expected);
	str_release(&out);
}

static void
test_a_pen_moves_right_as_it_writes(void **state)
{
	struct canvas *c = canvas_new(3, 24);
	struct pen p = pen_in(c, (struct rect){1, 2, 2, 20});

	(void)state;
	assert_int_equal(pen_text(&p, STYLE_BOLD, "raj"), 3);
	assert_int_equal(pen_textf(&p, STYLE_DIM, " %s", "database"), 9);
	assert_true(pen_down(&p));
	pen_tab(&p, 2);
	pen_text(&p, STYLE_TEXT, "next");
	assert_false(pen_down(&p));
	assert_int_equal(pen_text(&p, STYLE_TEXT, "below"), 0);
	assert_shows(c, "\n  raj database\n    next\n");
	assert_styles(c, "\n  BBBddddddddd\n    ....\n");
	canvas_free(c);
}

static void
test_text_from_people_is_made_harmless(void **state)
{
	struct canvas *c = canvas_new(1, 30);
	struct pen p = pen_in(c, canvas_rect(c));

	(void)state;
	pen_text(&p, STYLE_TEXT, "a\x1b[2Jb\nc\xff");
	assert_shows(c, "a^[[2Jb c\\xff\n");
	pen_text(&p, STYLE_TEXT, NULL);
	canvas_free(c);
}

static void
test_what_stands_right_pushes_text_away(void **state)
{
	struct canvas *c = canvas_new(2, 20);
	struct pen p = pen_in(c, canvas_rect(c));

	(void)state;
	assert_int_equal(pen_right(&p, STYLE_BAD, "21m"), 3);
	assert_int_equal(pen_right(&p, STYLE_DIM, "14:10Z  "), 8);
	pen_fit(&p, STYLE_TEXT, "a long name");
	pen_down(&p);
	pen_text(&p, STYLE_TEXT, "this row is taken");
	assert_int_equal(pen_right(&p, STYLE_DIM, "abc"), 0);
	assert_int_equal(pen_right(&p, STYLE_DIM, "ab"), 2);
	assert_shows(c, "a long \xe2\x80\xa6 14:10Z  21m\n"
		"this row is taken ab\n");
	canvas_free(c);
}

static void
test_columns_of_a_table_line_up(void **state)
{
	struct canvas *c = canvas_new(2, 20);
	struct pen p = pen_in(c, canvas_rect(c));

	(void)state;
	pen_column(&p, STYLE_BOLD, 6, "raj");
	pen_column(&p, STYLE_TEXT, 8, "database");
	pen_text(&p, STYLE_DIM, "2m");
	pen_down(&p);
	pen_column(&p, STYLE_BOLD, 6, "\xe4\xb8\xad\xe4\xb8\xad\xe4\xb8\xad");
	pen_column(&p, STYLE_TEXT, 8, "cdn");
	pen_text(&p, STYLE_DIM, "4m");
	assert_shows(c, "raj   databa\xe2\x80\xa6 2m\n"
		"\xe4\xb8\xad\xe4\xb8\xad\xe2\x80\xa6 cdn     4m\n");
	canvas_free(c);
}

static void
test_wrapped_text_hangs_at_the_column_of_the_pen(void **state)
{
	struct canvas *c = canvas_new(4, 16);
	struct pen p = pen_in(c, canvas_rect(c));

	(void)state;
	pen_text(&p, STYLE_CAN_C, "C ");
	assert_int_equal(pen_wrap(&p, STYLE_TEXT, 9,
		"db-eu-1 is stuck at 100%\nand more"), 3);
	pen_text(&p, STYLE_DIM, " x");
	assert_shows(c, "C db-eu-1 is\n  stuck at 100%\n  and more x\n\n");
	assert_int_equal(pen_wrap_rows(c, 14,
		"db-eu-1 is stuck at 100%\nand more"), 3);
	assert_int_equal(pen_wrap_rows(c, 14, ""), 1);
	assert_int_equal(pen_wrap_rows(c, 0, "ab"), 2);
	canvas_free(c);
}

static void
test_an_ellipsis_ends_wrapped_text_that_was_cut(void **state)
{
	struct canvas *c = canvas_new(4, 10);
	struct pen p = pen_in(c, (struct rect){0, 0, 3, 10});

	(void)state;
	assert_int_equal(pen_wrap(&p, STYLE_TEXT, 1, "one two three"), 1);
	pen_down(&p);
	assert_int_equal(pen_wrap(&p, STYLE_TEXT, 9,
		"0123456789 abcdefghij klm"), 2);
	pen_down(&p);
	assert_int_equal(pen_wrap(&p, STYLE_TEXT, 9, "gone"), 0);
	assert_shows(c, "one two\xe2\x80\xa6\n0123456789\n"
		"abcdefghi\xe2\x80\xa6\n\n");
	canvas_free(c);
}

static void
test_a_row_is_selected_over_its_whole_width(void **state)
{
	struct canvas *c = canvas_new(2, 6);
	struct pen p = pen_in(c, (struct rect){0, 1, 2, 4});
	struct str out = {0};

	(void)state;
	pen_down(&p);
	pen_text(&p, STYLE_BAD, "!");
	pen_select(&p);
	canvas_dump_shades(c, &out);
	assert_string_equal(str_get(&out), "\n >>>>\n");
	assert_styles(c, "\n r\n");
	str_release(&out);
	canvas_free(c);
}

static void
test_a_box_has_titles_in_its_edge(void **state)
{
	const struct box box = {.title = "For you", .right = "6"};
	struct canvas *c = canvas_new(4, 24);
	struct rect in = box_draw(c, canvas_rect(c), &box);

	(void)state;
	assert_shows(c,
		"╭─ For you ───────── 6 ╮\n"
		"│                      │\n"
		"│                      │\n"
		"╰──────────────────────╯\n");
	assert_styles(c,
		"ffTTTTTTTTTfffffffffdddf\n"
		"f                      f\n"
		"f                      f\n"
		"ffffffffffffffffffffffff\n");
	assert_int_equal(in.y, 1);
	assert_int_equal(in.x, 1);
	assert_int_equal(in.h, 2);
	assert_int_equal(in.w, 22);
	canvas_free(c);
}

static void
test_the_pane_in_use_shows_in_frame_and_title(void **state)
{
	const struct box box = {.title = "A", .right = "2 late",
		.focus = true, .right_style = STYLE_BAD};
	struct canvas *c = canvas_new(2, 16);

	(void)state;
	box_draw(c, canvas_rect(c), &box);
	assert_shows(c, "╭─ A ── 2 late ╮\n╰──────────────╯\n");
	assert_styles(c, "FFAAAFFrrrrrrrrF\nFFFFFFFFFFFFFFFF\n");
	canvas_free(c);
}

static void
test_a_small_box_drops_the_state_then_cuts_the_title(void **state)
{
	const struct box box = {.title = "CAN reports", .right = "3 open"};
	struct canvas *c = canvas_new(2, 24);

	(void)state;
	box_draw(c, (struct rect){0, 0, 2, 21}, &box);
	assert_shows(c, "╭─ CAN reports ─────╮\n╰───────────────────╯\n");
	canvas_clear(c);
	box_draw(c, (struct rect){0, 0, 2, 10}, &box);
	assert_shows(c, "╭─ CAN … ╮\n╰────────╯\n");
	canvas_free(c);
}

static void
test_a_box_of_any_size_stays_in_its_rectangle(void **state)
{
	const struct box box = {.title = "Timeline", .right = "follow",
		.focus = true};
	struct canvas *c = canvas_new(8, 24);

	(void)state;
	for (int h = -1; h < 6; h++) {
		for (int w = -1; w < 22; w++) {
			struct rect r = {1, 1, h, w};
			struct rect in;

			canvas_clear(c);
			in = box_draw(c, r, &box);
			assert_true(in.h <= (h > 0 ? h : 0) || in.h == h);
			for (int y = 0; y < c->h; y++)
				for (int x = 0; x < c->w; x++)
					if (y < 1 || x < 1 || y > h || x > w)
						assert_int_equal(canvas_cell(c,
							y, x)->cp, ' ');
		}
	}
	canvas_free(c);
}

static void
test_a_rule_spans_its_rectangle(void **state)
{
	struct canvas *c = canvas_new(2, 6);

	(void)state;
	box_rule(c, (struct rect){0, 1, 2, 4}, 1, STYLE_DIM);
	box_rule(c, (struct rect){0, 1, 2, 4}, 2, STYLE_DIM);
	assert_shows(c, "\n ────\n");
	canvas_free(c);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_a_pen_moves_right_as_it_writes),
		cmocka_unit_test(test_text_from_people_is_made_harmless),
		cmocka_unit_test(test_what_stands_right_pushes_text_away),
		cmocka_unit_test(test_columns_of_a_table_line_up),
		cmocka_unit_test(
			test_wrapped_text_hangs_at_the_column_of_the_pen),
		cmocka_unit_test(
			test_an_ellipsis_ends_wrapped_text_that_was_cut),
		cmocka_unit_test(test_a_row_is_selected_over_its_whole_width),
		cmocka_unit_test(test_a_box_has_titles_in_its_edge),
		cmocka_unit_test(
			test_the_pane_in_use_shows_in_frame_and_title),
		cmocka_unit_test(
			test_a_small_box_drops_the_state_then_cuts_the_title),
		cmocka_unit_test(
			test_a_box_of_any_size_stays_in_its_rectangle),
		cmocka_unit_test(test_a_rule_spans_its_rectangle),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
