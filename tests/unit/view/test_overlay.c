/* What lies over the panes: where, how much of it, and at which size. */
#include "unit/view/desk.h"

#include "base/mem.h"
#include "base/text.h"
#include "view/overlay.h"
#include "view/rows.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

static struct vm *
build(struct desk *d, int h, int w)
{
	struct vm_in in = {
		.inc = d->s.mode == MODE_INCIDENT ? d->inc : NULL,
		.screen = &d->s, .roster = &d->roster, .now = d->now,
		.mono = d->mono, .last_good = d->mono, .store = "memory",
		.h = h, .w = w, .a = d->frame,
	};

	arena_reset(d->frame);
	return vm_build(&in);
}

/* Inside the screen, lines inside the box, the cursor where one types. */
static void
check_box(const struct vm *vm, int h, int w, bool typed)
{
	const struct vm_overlay *o = vm->over;
	int edge;

	assert_non_null(o);
	edge = o->bare ? 0 : 1;
	assert_true(o->r.y >= 0 && o->r.x >= 0 && o->r.h > 0 && o->r.w > 0);
	assert_true(o->r.y + o->r.h <= h && o->r.x + o->r.w <= w);
	assert_true(o->n <= o->r.h - 2 * edge);
	for (int i = 0; i < o->n; i++) {
		const struct vm_line *l = &o->lines[i];

		for (int k = 0; k < l->n; k++) {
			assert_int_equal(text_width(l->spans[k].text),
				l->spans[k].w);
			assert_true(l->spans[k].x + l->spans[k].w <=
				o->r.w - 4 * edge);
		}
	}
	if (!typed)
		return;
	assert_true(vm->cursor_y >= o->r.y &&
		vm->cursor_y < o->r.y + o->r.h);
	assert_true(vm->cursor_x >= o->r.x &&
		vm->cursor_x < o->r.x + o->r.w);
}

static void
test_every_overlay_fits_every_size(void **state)
{
	static const char *const keys[] = {
		"?", "B", "t", "D", "c", "n", "b", "v", "p", "h",
	};
	struct desk *d = desk_busy();

	(void)state;
	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
		d->h = 24;
		d->w = 80;
		desk_keys(d, keys[i]);
		for (int h = 1; h <= 50; h += h < 12 ? 1 : 7)
			for (int w = 1; w <= 170; w += w < 12 ? 1 : 13)
				check_box(build(d, h, w), h, w,
					d->s.over == OVER_FORM);
		desk_keys(d, "Esc");
	}
	desk_free(d);
}

static void
test_a_form_leaves_header_customers_line_and_worst_row(void **state)
{
	struct desk *d = desk_busy();
	const char *text;

	(void)state;
	desk_run(d, "raj", "objective cannot 1 limited");
	desk_keys(d, "c");
	for (int i = 0; i < 40; i++)
		desk_keys(d, "x A-Enter");
	text = desk_frame(d);
	assert_non_null(strstr(text, "INC-17 EU checkout"));
	assert_non_null(strstr(text, "IC ana"));
	assert_non_null(strstr(text, "customers: "));
	assert_non_null(strstr(text, "raj cannot complete"));
	assert_non_null(strstr(text, "CAN report"));
	assert_true(strstr(text, "raj cannot complete") <
		strstr(text, "CAN report"));
	desk_free(d);
}

static void
test_what_is_typed_stays_in_view_in_a_long_text(void **state)
{
	struct desk *d = desk_busy();
	char line[32];

	(void)state;
	desk_keys(d, "n");
	for (int i = 0; i < 60; i++) {
		snprintf(line, sizeof(line), "line %d", i);
		desk_type(d, line);
		desk_keys(d, "A-Enter");
	}
	desk_type(d, "the end");
	assert_non_null(strstr(desk_frame(d), "the end"));
	assert_null(strstr(desk_frame(d), "line 3 "));
	for (int i = 0; i < 60; i++)
		desk_keys(d, "Up");
	assert_non_null(strstr(desk_frame(d), "line 3 "));
	desk_free(d);
}

static void
test_the_cursor_stands_behind_wide_and_combining_characters(void **state)
{
	struct desk *d = desk_busy();
	struct vm *vm;
	int x;

	(void)state;
	desk_keys(d, "n");
	desk_type(d, "ab");
	vm = build(d, 24, 80);
	x = vm->cursor_x;
	desk_keys(d, "C-x C-x n");
	desk_paste(d, "\u6f22");
	assert_int_equal(build(d, 24, 80)->cursor_x, x);
	desk_keys(d, "C-x C-x n");
	desk_paste(d, "ae\u0301");
	assert_int_equal(build(d, 24, 80)->cursor_x, x);
	desk_keys(d, "Left");
	assert_int_equal(build(d, 24, 80)->cursor_x, x - 1);
	desk_free(d);
}

static void
test_control_characters_that_were_pasted_are_shown_harmlessly(void **state)
{
	struct desk *d = desk_busy();

	(void)state;
	desk_keys(d, "n");
	desk_paste(d, "a\x1b[31mred\a");
	assert_null(strchr(desk_frame(d), '\x1b'));
	assert_non_null(strstr(desk_frame(d), "^["));
	desk_keys(d, "Enter");
	assert_string_equal(desk_last(d)->text, "a\x1b[31mred\a");
	desk_free(d);
}

static void
test_the_help_names_every_key_of_this_view_and_scrolls(void **state)
{
	struct desk *d = desk_busy();
	int seen = 0;

	(void)state;
	desk_keys(d, "?");
	assert_non_null(strstr(desk_frame(d), "Waits for you, ana"));
	for (int i = 0; i < 20; i++) {
		seen |= strstr(desk_frame(d), "In a form") ? 1 : 0;
		seen |= strstr(desk_frame(d), "At the prompt") ? 2 : 0;
		seen |= strstr(desk_frame(d), "While searching") ? 4 : 0;
		desk_keys(d, "PgDn");
	}
	assert_int_equal(seen, 7);
	assert_int_equal(d->s.over, OVER_HELP);
	desk_keys(d, "Home");
	assert_int_equal(d->s.over_scroll, 0);
	desk_keys(d, "k k End j j j");
	desk_keys(d, "k");
	assert_true(d->s.over_scroll > 0);
	desk_keys(d, "? ?");
	assert_int_equal(d->s.over, OVER_HELP);
	desk_keys(d, "q");
	assert_int_equal(d->s.over, OVER_NONE);
	desk_free(d);
}

static void
test_the_briefing_offers_no_answer_that_nobody_asked_for(void **state)
{
	struct desk *d = desk_incident("ana");
	const char *frame;

	(void)state;
	desk_keys(d, "B");
	frame = desk_frame(d);
	assert_null(strstr(frame, "decline"));
	assert_null(strstr(frame, "accept command"));
	desk_run(d, "ana", "offer raj");
	snprintf(d->s.who, sizeof(d->s.who), "raj");
	frame = desk_frame(d);
	assert_non_null(strstr(frame, "h decline"));
	assert_non_null(strstr(frame, "Enter accept command"));
	desk_free(d);
}

static void
test_the_briefing_is_one_screen_of_80_columns(void **state)
{
	struct desk *d = desk_busy();

	(void)state;
	desk_keys(d, "B");
	assert_non_null(strstr(desk_frame(d), "Objectives promote the"
		" replica"));
	assert_non_null(strstr(desk_frame(d), "Protocol   one voice"));
	assert_true(build(d, 24, 80)->over->bare);
	assert_true(build(d, 24, 80)->over->ruled);
	assert_int_equal(build(d, 24, 80)->over->r.w, 80);
	for (int i = 0; i < build(d, 24, 80)->over->n; i++)
		assert_in_range(build(d, 24, 80)->over->lines[i].end, 0, 78);
	assert_false(build(d, 24, 100)->over->bare);
	assert_null(strstr(desk_frame(d), "accepts"));
	desk_free(d);
}

static void
test_a_whole_entry_shows_all_its_fields(void **state)
{
	struct desk *d = desk_busy();

	(void)state;
	desk_select(d, PANE_TIMELINE, "entry:1");
	d->h = 60;
	desk_keys(d, "Enter");
	assert_non_null(strstr(desk_frame(d), "title      EU checkout"));
	assert_non_null(strstr(desk_frame(d), "severity   2"));
	desk_free(d);
}

static void
test_a_form_moved_beyond_its_end_comes_back_at_once(void **state)
{
	struct desk *d = desk_busy();
	int end;

	(void)state;
	d->h = 12;
	d->w = 60;
	desk_keys(d, "c PgDn PgDn PgDn PgDn PgDn PgDn PgDn PgDn PgDn");
	end = build(d, d->h, d->w)->over->top;
	assert_true(end > 0);
	desk_keys(d, "PgUp");
	assert_true(build(d, d->h, d->w)->over->top < end);
	desk_free(d);
}

static void
test_what_a_command_printed_is_wrapped_and_scrolls(void **state)
{
	struct desk *d = desk_busy();
	struct str text = {0};

	(void)state;
	for (int i = 0; i < 50; i++)
		str_addf(&text, "line %d\n", i);
	screen_show(&d->s, "log", str_get(&text));
	assert_non_null(strstr(desk_frame(d), "line 0"));
	desk_keys(d, "End");
	assert_non_null(strstr(desk_frame(d), "line 49"));
	assert_null(strstr(desk_frame(d), "line 0 "));
	desk_keys(d, "Enter");
	assert_int_equal(d->s.over, OVER_NONE);
	str_release(&text);
	desk_free(d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_overlay_fits_every_size),
		cmocka_unit_test(
			test_a_form_leaves_header_customers_line_and_worst_row),
		cmocka_unit_test(
			test_what_is_typed_stays_in_view_in_a_long_text),
		cmocka_unit_test(
			test_the_cursor_stands_behind_wide_and_combining_characters),
		cmocka_unit_test(
			test_control_characters_that_were_pasted_are_shown_harmlessly),
		cmocka_unit_test(
			test_the_help_names_every_key_of_this_view_and_scrolls),
		cmocka_unit_test(
			test_the_briefing_is_one_screen_of_80_columns),
		cmocka_unit_test(
			test_the_briefing_offers_no_answer_that_nobody_asked_for),
		cmocka_unit_test(test_a_whole_entry_shows_all_its_fields),
		cmocka_unit_test(
			test_a_form_moved_beyond_its_end_comes_back_at_once),
		cmocka_unit_test(
			test_what_a_command_printed_is_wrapped_and_scrolls),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
