#include "base/mem.h"
#include "base/str.h"
#include "ui/canvas.h"
#include "ui/glyph.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
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

static int
put(struct canvas *c, int y, int x, const char *text)
{
	return canvas_put(c, (struct rect){y, x, 1, c->w - x}, STYLE_TEXT,
		text);
}

static void
test_text_is_cut_at_its_rectangle(void **state)
{
	struct canvas *c = canvas_new(2, 10);

	(void)state;
	assert_int_equal(canvas_put(c, (struct rect){0, 2, 1, 4}, STYLE_BAD,
		"abcdefgh"), 4);
	assert_int_equal(canvas_put(c, (struct rect){1, 8, 1, 9}, STYLE_TEXT,
		"abcd"), 4);
	assert_shows(c, "  abcd\n        ab\n");
	assert_styles(c, "  rrrr\n        ..\n");
	canvas_free(c);
}

/* One row is written at once, the other one sign by sign. */
static void
assert_repeats(bool ascii, int x, int w, const char *sign)
{
	struct canvas *c = canvas_new(2, 10);
	const size_t row = 10 * sizeof(*c->cells);
	struct rect at = {0, x, 1, w};

	c->ascii = ascii;
	put(c, 0, 3, "a\u706b\u706bb");
	put(c, 1, 3, "a\u706b\u706bb");
	canvas_shade(c, (struct rect){0, 2, 2, 3}, SHADE_SELECTED);
	assert_int_equal(canvas_repeat(c, at, STYLE_FRAME, sign), w);
	for (int i = 0; i < w; i++)
		canvas_put(c, (struct rect){1, x + i, 1, 1}, STYLE_FRAME,
			sign);
	assert_memory_equal(c->cells, c->cells + 10, row);
	canvas_free(c);
}

static void
test_a_sign_in_a_row_is_as_one_after_the_other(void **state)
{
	(void)state;
	for (int x = -2; x < 10; x++)
		for (int w = 1; w < 13; w++) {
			assert_repeats(false, x, w, "\u2500");
			assert_repeats(true, x, w, "\u2500");
			assert_repeats(false, x, w, "-");
		}
}

static void
test_nothing_is_written_outside_of_the_canvas(void **state)
{
	struct canvas *c = canvas_new(2, 4);

	(void)state;
	put(c, -1, 0, "above");
	put(c, 2, 0, "below");
	put(c, 0, 4, "right");
	assert_int_equal(canvas_put(c, (struct rect){1, -2, 1, 4}, STYLE_TEXT,
		"abcd"), 4);
	canvas_fill(c, (struct rect){-5, -5, 6, 6}, STYLE_BAD);
	canvas_shade(c, (struct rect){1, 3, 100, 100}, SHADE_STALE);
	assert_shows(c, "\ncd\n");
	assert_styles(c, "r\n..\n");
	assert_null(canvas_cell(c, 2, 0));
	assert_null(canvas_cell(c, 0, -1));
	canvas_free(c);
}

static void
test_a_wide_character_takes_two_cells(void **state)
{
	struct canvas *c = canvas_new(1, 8);

	(void)state;
	assert_int_equal(put(c, 0, 0, "a\xe4\xb8\xad" "b"), 4);
	assert_int_equal(canvas_cell(c, 0, 1)->width, 2);
	assert_int_equal(canvas_cell(c, 0, 2)->width, 0);
	assert_int_equal(canvas_cell(c, 0, 3)->cp, 'b');
	assert_shows(c, "a\xe4\xb8\xad" "b\n");
	canvas_free(c);
}

static void
test_half_of_a_wide_character_becomes_a_blank(void **state)
{
	struct canvas *c = canvas_new(3, 6);

	(void)state;
	put(c, 0, 0, "\xe4\xb8\xad\xe4\xb8\xad");
	put(c, 0, 1, "x");
	put(c, 1, 0, "\xe4\xb8\xad\xe4\xb8\xad");
	put(c, 1, 2, "x");
	put(c, 2, 1, "\xe4\xb8\xad");
	put(c, 2, 0, "\xe4\xb8\xad");
	assert_shows(c, " x\xe4\xb8\xad\n\xe4\xb8\xadx\n\xe4\xb8\xad\n");
	assert_int_equal(canvas_cell(c, 1, 3)->width, 1);
	assert_int_equal(canvas_cell(c, 2, 2)->width, 1);
	assert_int_equal(canvas_cell(c, 2, 2)->cp, ' ');
	canvas_free(c);
}

static void
test_a_wide_character_that_does_not_fit_leaves_a_blank(void **state)
{
	struct canvas *c = canvas_new(2, 4);

	(void)state;
	put(c, 0, 0, "....");
	assert_int_equal(canvas_put(c, (struct rect){0, 0, 1, 3}, STYLE_TEXT,
		"ab\xe4\xb8\xad"), 2);
	put(c, 1, 3, "\xe4\xb8\xad");
	assert_shows(c, "ab .\n\n");
	assert_int_equal(canvas_cell(c, 1, 3)->width, 1);
	canvas_free(c);
}

static void
test_marks_stay_with_their_character(void **state)
{
	struct canvas *c = canvas_new(2, 6);

	(void)state;
	assert_int_equal(put(c, 0, 0, "e\xcc\x81x"), 2);
	assert_int_equal(canvas_cell(c, 0, 0)->marks[0], 0x301);
	assert_shows(c, "e\xcc\x81x\n\n");

	/* The fifth mark has no place, and the next character none of them. */
	put(c, 1, 0, "a\xcc\x81\xcc\x81\xcc\x81\xcc\x81\xcc\x82" "b");
	assert_int_equal(canvas_cell(c, 1, 0)->marks[3], 0x301);
	assert_int_equal(canvas_cell(c, 1, 1)->cp, 'b');
	assert_int_equal(canvas_cell(c, 1, 1)->marks[0], 0);
	put(c, 1, 0, "c");
	assert_int_equal(canvas_cell(c, 1, 0)->marks[0], 0);
	canvas_free(c);
}

static void
test_no_cell_holds_what_has_no_width(void **state)
{
	struct canvas *c = canvas_new(1, 8);

	(void)state;
	put(c, 0, 0, "a\x1b[\x07\xff");
	assert_int_equal(canvas_cell(c, 0, 1)->cp, 0xfffd);
	assert_int_equal(canvas_cell(c, 0, 2)->cp, '[');
	assert_int_equal(canvas_cell(c, 0, 3)->cp, 0xfffd);
	assert_int_equal(canvas_cell(c, 0, 4)->cp, 0xfffd);
	canvas_free(c);
}

static void
test_ascii_keeps_the_columns_of_every_character(void **state)
{
	struct canvas *c = canvas_new(2, 20);

	(void)state;
	c->ascii = true;
	assert_int_equal(put(c, 0, 0,
		"\xe2\x9c\x93 a\xe2\x86\x92\xe4\xb8\xad\xc3\xa9\xe2\x80\xa6"),
		8);
	put(c, 1, 0, "e\xcc\x81z");
	assert_shows(c, "v a>??e~\nez\n");
	canvas_free(c);
}

static void
test_every_glyph_has_one_column_in_both_forms(void **state)
{
	struct canvas *c = canvas_new(1, 4);

	(void)state;
	for (int i = 0; i < GLYPH_COUNT; i++) {
		uint32_t ascii;

		canvas_clear(c);
		assert_int_equal(put(c, 0, 0, glyph_text((enum glyph)i)), 1);
		ascii = glyph_ascii(canvas_cell(c, 0, 0)->cp);
		assert_in_range(ascii, ' ' + 1, '~');
		assert_int_not_equal(ascii, '?');
	}
	canvas_free(c);
}

static void
test_shades_lie_over_styles(void **state)
{
	struct canvas *c = canvas_new(2, 4);
	struct str out = {0};

	(void)state;
	canvas_shade(c, (struct rect){0, 0, 1, 3}, SHADE_SELECTED);
	canvas_shade(c, (struct rect){1, 1, 1, 1}, SHADE_STALE);
	put(c, 0, 1, "x");
	canvas_dump_shades(c, &out);
	assert_string_equal(str_get(&out), ">>>\n ~\n");
	canvas_fill(c, canvas_rect(c), STYLE_TEXT);
	str_cut(&out, 0);
	canvas_dump_shades(c, &out);
	assert_string_equal(str_get(&out), "\n\n");
	str_release(&out);
	canvas_free(c);
}

static void
test_links_hold_printable_ascii_alone(void **state)
{
	struct canvas *c = canvas_new(1, 4);
	struct rect r = {0, 0, 1, 1};

	(void)state;
	canvas_link(c, r, "https://meet.example.com/inc-17");
	assert_int_equal(canvas_cell(c, 0, 0)->link, 1);
	assert_string_equal(c->links[0], "https://meet.example.com/inc-17");
	canvas_link(c, r, "https://x/\x1b]8;;");
	assert_int_equal(canvas_cell(c, 0, 0)->link, 0);
	canvas_link(c, r, "https://x/a b");
	assert_int_equal(canvas_cell(c, 0, 0)->link, 0);
	canvas_link(c, r, "file:///etc/passwd");
	assert_int_equal(canvas_cell(c, 0, 0)->link, 0);
	canvas_link(c, r, "tel:+442079460102");
	assert_int_equal(canvas_cell(c, 0, 0)->link, 2);
	canvas_link(c, r, "");
	assert_int_equal(canvas_cell(c, 0, 0)->link, 0);
	canvas_link(c, r, "https://meet.example.com/inc-17");
	assert_int_equal(c->link_count, 2);
	canvas_free(c);
}

static void
test_sizes_below_one_are_one(void **state)
{
	struct canvas *c = canvas_new(0, -3);

	(void)state;
	assert_int_equal(c->h, 1);
	assert_int_equal(c->w, 1);
	canvas_resize(c, 500, 200);
	assert_non_null(canvas_cell(c, 499, 199));
	canvas_free(c);
}

static void
test_parts_of_a_rectangle_stay_inside(void **state)
{
	const struct rect r = {2, 3, 10, 20};
	struct rect part = rect_rows(r, 8, 5);

	(void)state;
	assert_int_equal(part.y, 10);
	assert_int_equal(part.h, 2);
	part = rect_rows(r, 11, 5);
	assert_int_equal(part.h, 0);
	part = rect_cols(r, 5, 6);
	assert_int_equal(part.x, 8);
	assert_int_equal(part.w, 6);
	part = rect_inset(r, 1, 2);
	assert_int_equal(part.y, 3);
	assert_int_equal(part.x, 5);
	assert_int_equal(part.h, 8);
	assert_int_equal(part.w, 16);
	part = rect_inset((struct rect){0, 0, 1, 3}, 1, 2);
	assert_int_equal(part.h, 0);
	assert_int_equal(part.w, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_text_is_cut_at_its_rectangle),
		cmocka_unit_test(
			test_nothing_is_written_outside_of_the_canvas),
		cmocka_unit_test(
			test_a_sign_in_a_row_is_as_one_after_the_other),
		cmocka_unit_test(test_a_wide_character_takes_two_cells),
		cmocka_unit_test(
			test_half_of_a_wide_character_becomes_a_blank),
		cmocka_unit_test(
			test_a_wide_character_that_does_not_fit_leaves_a_blank),
		cmocka_unit_test(test_marks_stay_with_their_character),
		cmocka_unit_test(test_no_cell_holds_what_has_no_width),
		cmocka_unit_test(
			test_ascii_keeps_the_columns_of_every_character),
		cmocka_unit_test(
			test_every_glyph_has_one_column_in_both_forms),
		cmocka_unit_test(test_shades_lie_over_styles),
		cmocka_unit_test(test_links_hold_printable_ascii_alone),
		cmocka_unit_test(test_sizes_below_one_are_one),
		cmocka_unit_test(test_parts_of_a_rectangle_stay_inside),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
