#include "base/str.h"
#include "ui/box.h"
#include "ui/pen.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
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
	assert_int_equal(pen_textf(&p, STYLE_BOLD, "raj"), 3);
	assert_int_equal(pen_textf(&p, STYLE_DIM, " %s", "database"), 9);
	pen_go(&p, 1, 2);
	pen_glyph(&p, STYLE_TEXT, GLYPH_H);
	pen_textf(&p, STYLE_TEXT, "next");
	pen_go(&p, 2, 0);
	assert_int_equal(pen_textf(&p, STYLE_TEXT, "below"), 0);
	assert_shows(c, "\n  raj database\n    ─next\n");
	assert_styles(c, "\n  BBBddddddddd\n    .....\n");
	canvas_free(c);
}

static void
test_text_from_people_is_made_harmless(void **state)
{
	struct canvas *c = canvas_new(1, 30);
	struct pen p = pen_in(c, canvas_rect(c));

	(void)state;
	pen_textf(&p, STYLE_TEXT, "%s", "a\x1b[2Jb\nc\xff");
	pen_right(&p, STYLE_TEXT, "\x07");
	assert_shows(c, "a^[[2Jb c\\xff               ^G\n");
	canvas_free(c);
}

static void
test_what_stands_right_pushes_text_away(void **state)
{
	struct canvas *c = canvas_new(3, 20);
	struct pen p = pen_in(c, canvas_rect(c));

	(void)state;
	assert_int_equal(pen_right(&p, STYLE_BAD, "21m"), 3);
	assert_int_equal(pen_right(&p, STYLE_DIM, "14:10Z  "), 8);
	pen_textf(&p, STYLE_TEXT, "a long name");
	pen_go(&p, 1, 0);
	pen_textf(&p, STYLE_TEXT, "this row is taken");
	assert_int_equal(pen_right(&p, STYLE_DIM, "abc"), 0);
	assert_int_equal(pen_right(&p, STYLE_DIM, "ab"), 2);
	pen_go(&p, 2, 0);
	pen_right(&p, STYLE_DIM, "end");
	pen_line(&p, STYLE_TEXT, 99, GLYPH_H);
	assert_shows(c, "a long n 14:10Z  21m\n"
		"this row is taken ab\n"
		"──────────────── end\n");
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
		.focus = true};
	struct canvas *c = canvas_new(2, 16);

	(void)state;
	box_draw(c, canvas_rect(c), &box);
	assert_shows(c, "╭─ A ── 2 late ╮\n╰──────────────╯\n");
	assert_styles(c, "FFAAAFFddddddddF\nFFFFFFFFFFFFFFFF\n");
	canvas_free(c);
}

static void
test_a_state_of_several_parts_keeps_the_first_ones(void **state)
{
	const struct box box = {
		.title = "CAN", .right = "+7 more, 1 late \u00b7 3 SMEs",
	};
	static const struct {
		int w;
		const char *shows;
	} widths[] = {
		{36, "\u256d\u2500 CAN \u2500\u2500 +7 more, 1 late"
			" \u00b7 3 SMEs \u256e\n"},
		{32, "\u256d\u2500 CAN \u2500\u2500\u2500\u2500\u2500\u2500"
			"\u2500 +7 more, 1 late \u256e\n"},
		{22, "\u256d\u2500 CAN \u2500\u2500\u2500\u2500\u2500"
			" +7 more \u256e\n"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(widths) / sizeof(widths[0]); i++) {
		struct canvas *c = canvas_new(2, widths[i].w);
		struct str out = {0};

		box_draw(c, (struct rect){0, 0, 2, widths[i].w}, &box);
		canvas_dump(c, &out);
		str_cut(&out, strcspn(str_get(&out), "\n") + 1);
		assert_string_equal(str_get(&out), widths[i].shows);
		str_release(&out);
		canvas_free(c);
	}
}

static void
test_a_rule_is_a_box_of_one_edge(void **state)
{
	const struct box box = {.title = "timeline", .right = "+5 more"};
	struct canvas *c = canvas_new(2, 24);
	struct rect in = box_rule(c, canvas_rect(c), &box);

	(void)state;
	assert_int_equal(in.y, 1);
	assert_int_equal(in.h, 1);
	assert_int_equal(in.w, 24);
	assert_shows(c, "\u2500\u2500 timeline \u2500\u2500 +5 more \u2500\n\n");
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

/* The colour alone would not say it. */
static void
test_a_box_that_drops_what_is_late_keeps_a_mark(void **state)
{
	static const struct { int w; const char *text; } rows[] = {
		{27, "╭─ CAN ── +7 more, 3 late ╮\n"},
		{25, "╭─ CAN ────── ! +7 more ╮\n"},
		{14, "╭─ CAN ─── ! ╮\n"},
	};
	const struct box box = {.title = "CAN", .right = "+7 more, 3 late",
		.late = true};
	struct canvas *c = canvas_new(1, 30);

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		canvas_clear(c);
		box_draw(c, (struct rect){0, 0, 2, rows[i].w}, &box);
		assert_shows(c, rows[i].text);
	}
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

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_a_pen_moves_right_as_it_writes),
		cmocka_unit_test(test_text_from_people_is_made_harmless),
		cmocka_unit_test(test_what_stands_right_pushes_text_away),
		cmocka_unit_test(
			test_a_state_of_several_parts_keeps_the_first_ones),
		cmocka_unit_test(test_a_rule_is_a_box_of_one_edge),
		cmocka_unit_test(test_a_box_has_titles_in_its_edge),
		cmocka_unit_test(
			test_the_pane_in_use_shows_in_frame_and_title),
		cmocka_unit_test(
			test_a_small_box_drops_the_state_then_cuts_the_title),
		cmocka_unit_test(
			test_a_box_that_drops_what_is_late_keeps_a_mark),
		cmocka_unit_test(
			test_a_box_of_any_size_stays_in_its_rectangle),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
