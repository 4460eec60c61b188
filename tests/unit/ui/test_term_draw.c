#include "unit/ui/term_rig.h"

#include "lib/folder.h"
#include "ui/canvas.h"

#include <locale.h>
#include <poll.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

/* Every cell costs as much as it can, and differs from frame to frame. */
static void
rig_fill(struct rig *rig, unsigned seed)
{
	struct canvas *c = term_canvas(rig->term);

	for (int y = 0; y < c->h; y++) {
		for (int x = 0; x < c->w; x++) {
			struct rect at = {y, x, 1, 1};

			canvas_put(c, at, (x + y + seed) % 2 ? STYLE_SEV1 :
				STYLE_BANNER,
				"\xe2\x97\x8f\xe2\x83\x90\xe2\x83\x91"
				"\xe2\x83\x92\xe2\x83\x93");
		}
	}
}

static void
test_only_what_changed_is_sent(void **state)
{
	struct rig *rig = rig_new(45, 160);

	(void)state;
	rig_open(rig);
	rig_show(rig, "T+00:50");
	rig_drain(rig);
	rig_show(rig, "T+00:50");
	assert_int_equal(rig_drain(rig), 0);
	rig_show(rig, "T+00:51");
	assert_in_range(rig_drain(rig), 1, 16);
	term_redraw(rig->term);
	rig_show(rig, "T+00:51");
	str_cut(&rig->got, 0);
	rig_drain(rig);
	assert_true(rig_got(rig, "T+00:51"));
	rig_free(rig);
}

static void
test_a_long_frame_is_shown_at_once(void **state)
{
	struct rig *rig = rig_new(24, 80);
	struct str text = {0};

	(void)state;
	rig_open(rig);
	rig_show(rig, "short");
	rig_drain(rig);
	assert_false(rig_got(rig, "\033[?2026h"));
	for (int i = 0; i < 900; i++)
		str_addc(&text, (char)('a' + i % 26));
	rig_show(rig, text.s);
	str_cut(&rig->got, 0);
	rig_drain(rig);
	assert_true(str_starts(str_get(&rig->got), "\033[?2026h"));
	assert_string_equal(rig->got.s + rig->got.len - 8, "\033[?2026l");
	str_release(&text);
	rig_free(rig);
}

static void
test_a_terminal_that_stalls_costs_frames_and_no_turn(void **state)
{
	struct rig *rig = rig_new(45, 160);
	unsigned drawn = 0;

	(void)state;
	rig_open(rig);
	do {
		rig_fill(rig, drawn);
		drawn++;
		assert_in_range(drawn, 1, 100);
	} while (term_draw(rig->term, -1, -1));
	assert_true(rig->events & POLLOUT);
	assert_int_equal(rig->frames, 0);

	/* Keys still come while it stalls. */
	rig_type(rig, "q");
	assert_string_equal(str_get(&rig->keys), "q ");
	assert_false(term_ready(rig->term));

	rig_drain(rig);
	assert_int_equal(rig->frames, 1);
	assert_false(rig->events & POLLOUT);
	assert_true(term_ready(rig->term));
	rig_free(rig);
}

static void
test_a_frame_of_any_size_can_be_drawn(void **state)
{
	static const int sizes[][2] = {
		{200, 500}, {1, 1}, {1, 500}, {200, 1}, {2, 3}, {24, 80},
	};
	struct rig *rig = rig_new(24, 80);

	(void)state;
	rig_open(rig);
	rig_show(rig, "first");
	rig_drain(rig);
	for (size_t i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++) {
		int rows, cols;

		rig->frames = 0;
		rig_size(rig, sizes[i][0], sizes[i][1]);
		term_signal(rig->term, SIGWINCH);
		assert_int_equal(rig->frames, 1);
		term_size(rig->term, &rows, &cols);
		assert_int_equal(rows, sizes[i][0]);
		assert_int_equal(cols, sizes[i][1]);

		/* More than the pipe of curses holds, in one frame. */
		for (unsigned n = 0; n < 2; n++) {
			rig_fill(rig, n);
			assert_true(term_draw(rig->term, 0, 0));
			rig_drain(rig);
		}
	}
	rig_free(rig);
}

static void
test_the_cursor_shows_in_fields_alone(void **state)
{
	struct rig *rig = rig_new(24, 80);

	(void)state;
	rig_open(rig);
	rig_show(rig, "x");
	rig_drain(rig);
	assert_false(rig_got(rig, "\033[?25h"));
	term_canvas(rig->term);
	assert_true(term_draw(rig->term, 3, 9));
	str_cut(&rig->got, 0);
	rig_drain(rig);
	assert_true(rig_got(rig, "\033[4;10H"));
	assert_true(rig_got(rig, "\033[?25h"));
	rig_show(rig, "x");
	str_cut(&rig->got, 0);
	rig_drain(rig);
	assert_true(rig_got(rig, "\033[?25l"));
	rig_free(rig);
}

static void
test_without_colour_none_is_sent(void **state)
{
	struct rig *rig = rig_new(24, 80);
	struct term_options options = rig_options(rig);
	struct canvas *c;

	(void)state;
	for (int i = 0; i < 3; i++) {
		options.colours = i == 0 ? COLOURS_NONE : COLOURS_AUTO;
		options.theme = i == 1 ? "mono" : NULL;
		if (i == 2)
			setenv("NO_COLOR", "1", 1);
		rig->term = term_open(&options, NULL);
		assert_non_null(rig->term);
		c = term_canvas(rig->term);
		canvas_put(c, canvas_rect(c), STYLE_SEV1, "SEV1");
		assert_true(term_draw(rig->term, -1, -1));
		str_cut(&rig->got, 0);
		rig_drain(rig);
		assert_true(rig_got(rig, "SEV1"));
		assert_false(rig_got(rig, "8;5;"));
		term_close(rig->term);
		rig->term = NULL;
		rig_read(rig);
	}
	unsetenv("NO_COLOR");
	rig_free(rig);
}

static void
test_an_ascii_terminal_gets_ascii_alone(void **state)
{
	struct rig *rig = rig_new(24, 80);
	struct term_options options = rig_options(rig);

	(void)state;
	options.type = "linux";
	rig->term = term_open(&options, NULL);
	assert_non_null(rig->term);
	rig_show(rig, "\xe2\x9c\x93 caf\xc3\xa9 \xe2\x86\x92 \xe4\xb8\xad");
	rig_drain(rig);
	assert_true(rig_got(rig, "v cafe > ??"));
	for (size_t i = 0; i < rig->got.len; i++)
		assert_in_range((unsigned char)rig->got.s[i], 1, 0x7f);
	rig_free(rig);
}

/* A theme turns it on and off on any terminal; either way all is painted. */
static void
test_a_theme_may_ask_for_ascii(void **state)
{
	struct rig *rig = rig_new(24, 80);

	(void)state;
	rig_open(rig);
	assert_false(term_is_ascii(rig->term));
	assert_true(term_theme(rig->term, "ascii", NULL));
	assert_true(term_is_ascii(rig->term));
	rig_show(rig, "\u2713 \u2500 \u0141\u00f3d\u017a");
	rig_drain(rig);
	assert_true(rig_got(rig, "v - Lodz"));
	assert_true(term_theme(rig->term, "dark", NULL));
	assert_false(term_is_ascii(rig->term));
	rig_show(rig, "\u2713");
	rig_drain(rig);
	assert_true(rig_got(rig, "\u2713"));
	rig_free(rig);
}

static void
test_what_is_no_letter_is_not_underlined(void **state)
{
	struct rig *rig = rig_new(24, 80);
	struct canvas *c;

	(void)state;
	rig_open(rig);
	assert_true(term_theme(rig->term, "mono", NULL));
	c = term_canvas(rig->term);
	canvas_put(c, canvas_rect(c), STYLE_BAD, "! late");
	canvas_put(c, (struct rect){1, 0, 1, 9}, STYLE_FIELD, "a b");
	canvas_put(c, (struct rect){2, 0, 1, 9}, STYLE_BAD, "x\u2588\u2580");
	assert_true(term_draw(rig->term, -1, -1));
	rig_drain(rig);
	assert_false(rig_got(rig, "! late"));
	assert_true(rig_got(rig, "late"));
	assert_true(rig_got(rig, "a b"));
	assert_false(rig_got(rig, "x\u2588"));
	assert_true(rig_got(rig, "\u2588\u2580"));
	rig_free(rig);
}

static void
rig_link(struct rig *rig, const char *url)
{
	struct canvas *c = term_canvas(rig->term);

	canvas_put(c, canvas_rect(c), STYLE_INFO, "bridge");
	if (url)
		canvas_link(c, (struct rect){0, 0, 1, 6}, url);
	assert_true(term_draw(rig->term, -1, -1));
	str_cut(&rig->got, 0);
	rig_drain(rig);
}

static void
test_a_link_is_written_once_and_taken_away(void **state)
{
	struct rig *rig = rig_new(24, 80);

	(void)state;
	rig_open(rig);
	rig_link(rig, "https://a/");
	assert_true(rig_got(rig, "\033]8;id=fg1;https://a/\033\\"));
	rig_link(rig, "https://a/");
	assert_int_equal(rig->got.len, 0);
	rig_link(rig, "https://b/");
	assert_true(rig_got(rig, "\033]8;id=fg1;https://b/\033\\"));
	rig_link(rig, NULL);
	assert_true(rig_got(rig, "\033]8;;\033\\"));
	assert_false(rig_got(rig, "https://"));
	rig_free(rig);
}

static void
test_a_theme_that_does_not_exist_changes_nothing(void **state)
{
	struct rig *rig = rig_new(24, 80);
	struct err err = {0};

	(void)state;
	rig_open(rig);
	assert_null(term_complaint(rig->term));
	rig_show(rig, "x");
	rig_drain(rig);
	assert_false(term_theme(rig->term, "no-such-theme", &err));
	assert_non_null(strstr(err.text, "no theme \"no-such-theme\""));
	assert_false(term_theme(rig->term, "../dark", &err));
	rig_show(rig, "x");
	assert_int_equal(rig_drain(rig), 0);
	assert_true(term_theme(rig->term, "light", &err));
	rig_show(rig, "x");
	assert_in_range(rig_drain(rig), 1, 1000);
	rig_free(rig);
}

static void
test_a_theme_comes_from_the_first_folder_that_has_it(void **state)
{
	struct rig *rig = rig_new(24, 80);
	struct term_options options = rig_options(rig);
	struct folder f;
	struct canvas *c;

	(void)state;
	folder_make(&f);
	options.theme_dirs[1] = f.path;
	folder_write(&f, "mine.theme", "style bad { fg = 99 }");
	options.theme = "mine";
	rig->term = term_open(&options, NULL);
	assert_non_null(rig->term);
	assert_null(term_complaint(rig->term));
	c = term_canvas(rig->term);
	canvas_put(c, canvas_rect(c), STYLE_BAD, "late");
	assert_true(term_draw(rig->term, -1, -1));
	rig_drain(rig);
	assert_true(rig_got(rig, "38;5;99m"));
	rig_free(rig);
	folder_remove(&f);
}

static void
test_a_broken_theme_gives_way_to_the_default(void **state)
{
	struct rig *rig = rig_new(24, 80);
	struct term_options options = rig_options(rig);
	struct folder f;

	(void)state;
	folder_make(&f);
	options.theme_dirs[0] = f.path;
	folder_write(&f, "mine.theme", "style bad {\n fg = red\n}");
	options.theme = "mine";
	rig->term = term_open(&options, NULL);
	assert_non_null(rig->term);
	assert_non_null(strstr(term_complaint(rig->term), "mine.theme:2:"));
	rig_show(rig, "still here");
	rig_drain(rig);
	assert_true(rig_got(rig, "still here"));
	rig_free(rig);
	folder_remove(&f);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_only_what_changed_is_sent),
		cmocka_unit_test(test_a_long_frame_is_shown_at_once),
		cmocka_unit_test(
			test_a_terminal_that_stalls_costs_frames_and_no_turn),
		cmocka_unit_test(test_a_frame_of_any_size_can_be_drawn),
		cmocka_unit_test(test_the_cursor_shows_in_fields_alone),
		cmocka_unit_test(test_without_colour_none_is_sent),
		cmocka_unit_test(test_an_ascii_terminal_gets_ascii_alone),
		cmocka_unit_test(test_a_link_is_written_once_and_taken_away),
		cmocka_unit_test(
			test_a_theme_that_does_not_exist_changes_nothing),
		cmocka_unit_test(
			test_a_theme_comes_from_the_first_folder_that_has_it),
		cmocka_unit_test(test_a_theme_may_ask_for_ascii),
		cmocka_unit_test(test_what_is_no_letter_is_not_underlined),
		cmocka_unit_test(test_a_broken_theme_gives_way_to_the_default),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	unsetenv("NO_COLOR");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
