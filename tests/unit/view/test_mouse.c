/* What a click and the wheel do. */
#include "unit/view/desk.h"

#include "base/key.h"
#include "base/mem.h"
#include "base/text.h"
#include "view/rows.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

/* Does that with the mouse at a cell. */
static enum screen_did
use_mouse(struct desk *d, enum key_mouse mouse, int y, int x)
{
	return desk_press(d, &(struct key){.code = KC_MOUSE, .mouse = mouse,
		.y = y, .x = x});
}

/* Clicks where @text stands first; fails when it is not to be seen. */
static enum screen_did
click(struct desk *d, const char *text)
{
	const char *frame = desk_frame(d), *at = strstr(frame, text);
	const char *row = frame;
	int y = 0;

	if (!at)
		fail_msg("'%s' is not to be seen:\n%s", text, frame);
	for (const char *s = frame; s < at; s++) {
		if (*s != '\n')
			continue;
		y++;
		row = s + 1;
	}
	return use_mouse(d, MOUSE_CLICK, y, text_width(arena_dupn(d->frame,
		row, (size_t)(at - row))));
}

static void
test_a_click_focuses_a_pane_and_selects_a_row(void **state)
{
	struct desk *d = desk_busy();

	(void)state;
	d->h = 45;
	d->w = 160;
	desk_keys(d, "1");
	click(d, "raj: db stuck");
	assert_int_equal(d->s.focus, PANE_TIMELINE);
	assert_int_equal(vm_row_number(screen_row(&d->s), "entry"), 5);
	click(d, "raj ");
	assert_int_equal(d->s.over, OVER_NONE);
	click(d, "Command ");
	assert_int_equal(d->s.focus, PANE_COMMAND);
	desk_free(d);
}

static void
test_a_second_click_soon_acts_and_a_late_one_does_not(void **state)
{
	struct desk *d = desk_busy();

	(void)state;
	d->h = 45;
	d->w = 160;
	click(d, "network limits");
	assert_int_equal(d->s.over, OVER_NONE);
	desk_wait(d, 5);
	click(d, "network limits");
	assert_int_equal(d->s.over, OVER_NONE);
	d->mono += 300;
	click(d, "network limits");
	assert_int_equal(d->s.over, OVER_FORM);
	assert_string_equal(d->s.form.row->name, "need");
	desk_free(d);
}

/* Two clicks with a key between are none that belong together. */
static void
test_a_key_between_two_clicks_parts_them(void **state)
{
	struct desk *d = desk_busy();

	(void)state;
	d->h = 45;
	d->w = 160;
	click(d, "network limits");
	desk_quick(d, "Esc");
	click(d, "network limits");
	assert_int_equal(d->s.over, OVER_NONE);
	desk_free(d);
}

static void
test_a_key_of_the_key_bar_is_that_key(void **state)
{
	struct desk *d = desk_busy();
	uint32_t n = d->inc->n;

	(void)state;
	d->h = 45;
	d->w = 160;
	click(d, "n note");
	assert_int_equal(d->s.over, OVER_FORM);
	assert_string_equal(d->s.form.row->name, "note");
	click(d, "Esc leave  ");
	assert_int_equal(d->s.over, OVER_NONE);
	d->s.read_only = true;
	assert_int_equal(click(d, "? help"), DID_LINE);
	assert_int_equal(d->s.over, OVER_HELP);
	assert_int_equal(d->inc->n, n);
	desk_free(d);
}

/* Whoever chooses the window by a click on the key bar means the window. */
static void
test_the_click_that_chooses_the_window_presses_nothing(void **state)
{
	struct desk *d = desk_busy();

	(void)state;
	d->h = 45;
	d->w = 160;
	desk_press(d, &(struct key){.code = KC_BLUR});
	assert_true(d->s.blurred);
	desk_press(d, &(struct key){.code = KC_FOCUS});
	assert_false(d->s.blurred);
	assert_int_equal(d->s.said, SAID_NOTHING);
	click(d, "n note");
	assert_int_equal(d->s.over, OVER_NONE);
	d->mono += 500;
	click(d, "n note");
	assert_int_equal(d->s.over, OVER_FORM);
	desk_free(d);
}

static void
test_a_number_in_a_frame_shows_that_pane(void **state)
{
	struct desk *d = desk_busy();

	(void)state;
	d->h = 24;
	d->w = 80;
	desk_keys(d, "1");
	click(d, "2 CAN");
	assert_int_equal(d->s.focus, PANE_CAN);
	assert_non_null(strstr(desk_frame(d), "CAN reports"));
	click(d, "SMEs");
	assert_int_equal(d->s.focus, PANE_PEOPLE);
	/* What the pane says of itself before them is no name. */
	d->h = 30;
	d->w = 100;
	desk_keys(d, "1");
	assert_non_null(strstr(desk_frame(d), " / 7 told"));
	click(d, " / 7 told");
	assert_int_equal(d->s.focus, PANE_CAN);
	click(d, "7 told");
	assert_int_equal(d->s.focus, PANE_TOLD);
	desk_free(d);
}

static void
test_fields_and_choices_of_a_form_take_clicks(void **state)
{
	struct desk *d = desk_busy();
	const struct form *f = &d->s.form;
	int internal = 0;

	(void)state;
	d->h = 24;
	d->w = 80;
	desk_keys(d, "n");
	desk_type(d, "kept");
	while (strcmp(f->row->f[internal].label, "Internal") != 0)
		internal++;
	click(d, "Internal");
	assert_int_equal(f->field, internal);
	assert_int_equal(f->choice[internal], 0);
	click(d, " yes ");
	assert_int_equal(f->choice[internal], 1);
	click(d, "kept");
	assert_int_not_equal(f->field, internal);
	desk_type(d, " text");
	assert_non_null(strstr(desk_frame(d), "kept text"));
	/* Outside of the form nothing is meant. */
	use_mouse(d, MOUSE_CLICK, 0, 0);
	assert_int_equal(d->s.over, OVER_FORM);
	desk_free(d);
}

static void
test_the_wheel_scrolls_what_is_under_it(void **state)
{
	struct desk *d = desk_busy();
	const struct pane_state *st = &d->s.pane[PANE_TIMELINE];
	uint32_t first;

	(void)state;
	for (int i = 0; i < 60; i++) {
		char line[32];

		snprintf(line, sizeof(line), "note number %d", i);
		desk_run(d, "raj", line);
	}
	d->h = 45;
	d->w = 160;
	desk_keys(d, "1");
	assert_int_equal(st->top, 0);
	first = (uint32_t)st->index;
	use_mouse(d, MOUSE_UP, 20, 150);
	assert_int_equal(st->top, first - 3);
	assert_int_equal(d->s.focus, PANE_ATTENTION);
	use_mouse(d, MOUSE_UP, 20, 150);
	assert_int_equal(st->top, first - 6);
	use_mouse(d, MOUSE_DOWN, 20, 150);
	assert_int_equal(st->top, first - 3);
	use_mouse(d, MOUSE_DOWN, 20, 150);
	use_mouse(d, MOUSE_DOWN, 20, 150);
	assert_int_equal(st->top, 0);
	for (int i = 0; i < 60; i++)
		use_mouse(d, MOUSE_UP, 20, 150);
	assert_int_equal(st->top, 1);
	desk_free(d);
}

static void
test_the_wheel_moves_rows_and_what_is_read(void **state)
{
	struct desk *d = desk_busy();
	const struct pane_state *st = &d->s.pane[PANE_PEOPLE];

	(void)state;
	for (int i = 0; i < 40; i++) {
		char line[64];

		snprintf(line, sizeof(line), "page person%d", i);
		desk_run(d, "ana", line);
	}
	d->h = 45;
	d->w = 160;
	desk_keys(d, "1");
	use_mouse(d, MOUSE_DOWN, 40, 2);
	assert_true(st->line > 0);
	assert_int_equal(d->s.focus, PANE_ATTENTION);
	for (int i = 0; i < 60; i++)
		use_mouse(d, MOUSE_UP, 40, 2);
	assert_int_equal(st->line, 0);
	d->h = 24;
	desk_keys(d, "?");
	use_mouse(d, MOUSE_DOWN, 12, 40);
	assert_int_equal(d->s.over_scroll, 3);
	use_mouse(d, MOUSE_UP, 12, 40);
	use_mouse(d, MOUSE_UP, 12, 40);
	assert_int_equal(d->s.over_scroll, 0);
	desk_free(d);
}

/* Every cell, at every size: no crash, and no single click writes or quits. */
static void
test_no_stray_click_acts(void **state)
{
	static const int sizes[][2] = {
		{1, 1}, {3, 10}, {10, 40}, {24, 80}, {45, 160},
	};
	struct desk *d = desk_busy();
	uint32_t n = d->inc->n;

	(void)state;
	for (size_t i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++) {
		d->h = sizes[i][0];
		d->w = sizes[i][1];
		for (int y = 0; y < d->h - 2; y += 1 + d->h / 15) {
			for (int x = 0; x < d->w; x += 1 + d->w / 20) {
				d->mono += 1000;
				use_mouse(d, MOUSE_CLICK, y, x);
				assert_int_equal(d->s.over, OVER_NONE);
				use_mouse(d, MOUSE_UP, y, x);
				use_mouse(d, MOUSE_DOWN, y, x);
			}
		}
	}
	assert_int_equal(d->inc->n, n);
	assert_false(d->s.wants_quit);
	desk_free(d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			test_a_click_focuses_a_pane_and_selects_a_row),
		cmocka_unit_test(
			test_a_second_click_soon_acts_and_a_late_one_does_not),
		cmocka_unit_test(test_a_key_between_two_clicks_parts_them),
		cmocka_unit_test(test_a_key_of_the_key_bar_is_that_key),
		cmocka_unit_test(
			test_the_click_that_chooses_the_window_presses_nothing),
		cmocka_unit_test(test_a_number_in_a_frame_shows_that_pane),
		cmocka_unit_test(test_fields_and_choices_of_a_form_take_clicks),
		cmocka_unit_test(test_the_wheel_scrolls_what_is_under_it),
		cmocka_unit_test(test_the_wheel_moves_rows_and_what_is_read),
		cmocka_unit_test(test_no_stray_click_acts),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
