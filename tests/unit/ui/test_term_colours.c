/* How many colours a terminal is given, and by which entry of terminfo. */
#include "unit/ui/term_rig.h"

#include "lib/child.h"
#include "lib/folder.h"
#include "ui/canvas.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

struct scene {
	struct folder f; /* of the entries, for all tests */
	struct rig *rig;
	struct term_options options;
};

/* The tests run from the top of the project. */
static int
compile(void *folder)
{
	execl("/bin/sh", "sh", "themes/direct.sh", (char *)folder,
		(char *)NULL);
	return 127;
}

static int
begin_all(void **state)
{
	static struct scene s;

	setlocale(LC_CTYPE, "C.UTF-8");
	folder_make(&s.f);
	*state = &s;
	return child_end(child_start(compile, s.f.path));
}

static int
end_all(void **state)
{
	struct scene *s = *state;

	folder_remove(&s->f);
	return 0;
}

static int
begin(void **state)
{
	struct scene *s = *state;

	s->rig = rig_new(24, 80);
	s->options = rig_options(s->rig);
	s->options.type = "xterm-256color";
	s->options.terminfo = s->f.path;
	unsetenv("COLORTERM");
	unsetenv("NO_COLOR");
	return 0;
}

static int
end(void **state)
{
	struct scene *s = *state;

	rig_free(s->rig);
	unsetenv("COLORTERM");
	unsetenv("NO_COLOR");
	return 0;
}

/* What the terminal receives for a badge of SEV1: white on red. */
static void
draw(struct scene *s)
{
	struct canvas *c;

	s->rig->term = term_open(&s->options, NULL);
	assert_non_null(s->rig->term);
	c = term_canvas(s->rig->term);
	canvas_put(c, canvas_rect(c), STYLE_SEV1, "SEV1");
	canvas_put(c, (struct rect){1, 0, 1, 9}, STYLE_INFO, "bridge");
	canvas_link(c, (struct rect){1, 0, 1, 6}, "https://a/");
	assert_true(term_draw(s->rig->term, -1, -1));
	str_cut(&s->rig->got, 0);
	rig_drain(s->rig);
	assert_true(rig_got(s->rig, "SEV1"));
}

static const char *
report(struct scene *s)
{
	static char text[400];
	struct str out = {0};

	term_colours_report(&s->options, &out);
	snprintf(text, sizeof(text), "%s", str_get(&out));
	str_release(&out);
	return text;
}

static void
test_true_colours_go_out_where_the_terminal_says_so(void **state)
{
	struct scene *s = *state;

	setenv("COLORTERM", "truecolor", 1);
	draw(s);
	assert_true(rig_got(s->rig, "48;2;215;0;0m"));
	assert_false(rig_got(s->rig, "8;5;"));
	/* The link is written beside curses, in the same colour. */
	assert_true(rig_got(s->rig, ";38;2;109;179;255m"));
	/* What others have compiled is still looked for. */
	assert_string_equal(strrchr(getenv("TERMINFO_DIRS"), ':'), ":");
}

static void
test_the_report_names_the_entry(void **state)
{
	struct scene *s = *state;

	setenv("COLORTERM", "24bit", 1);
	assert_string_equal(report(s), "all, by fireground-xterm-256color");
}

static void
test_else_there_are_256(void **state)
{
	struct scene *s = *state;

	draw(s);
	assert_true(rig_got(s->rig, "48;5;160m"));
	assert_false(rig_got(s->rig, "8;2;"));
}

static void
test_the_setting_asks_for_all_or_for_less(void **state)
{
	static const struct { enum colours colours; const char *sgr; } rows[] = {
		{COLOURS_TRUE, "48;2;215;0;0m"}, {COLOURS_256, "48;5;160m"},
		{COLOURS_16, "41m"}, {COLOURS_8, "41m"},
	};
	struct scene *s = *state;

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		s->options.colours = rows[i].colours;
		draw(s);
		if (!rig_got(s->rig, rows[i].sgr))
			fail_msg("no %s", rows[i].sgr);
		term_close(s->rig->term);
		s->rig->term = NULL;
		rig_read(s->rig);
	}
	s->options.colours = COLOURS_16;
	assert_string_equal(report(s), "16 at most, as the config says");
}

static void
test_without_an_entry_there_are_256_and_the_report_says_why(void **state)
{
	struct scene *s = *state;

	setenv("COLORTERM", "truecolor", 1);
	s->options.terminfo = "/nonexistent";
	draw(s);
	assert_true(rig_got(s->rig, "48;5;160m"));
	term_close(s->rig->term);
	s->rig->term = NULL;
	assert_string_equal(report(s), "256; COLORTERM says all, but there is"
		" no entry fireground-xterm-256color in /nonexistent");
}

/* Whatever the theme, the terminal and the setting say. */
static void
test_no_color_means_none(void **state)
{
	struct scene *s = *state;

	setenv("COLORTERM", "truecolor", 1);
	setenv("NO_COLOR", "1", 1);
	s->options.colours = COLOURS_TRUE;
	draw(s);
	assert_false(rig_got(s->rig, "8;2;"));
	assert_false(rig_got(s->rig, "8;5;"));
	assert_true(rig_got(s->rig, "7m"));
	term_close(s->rig->term);
	s->rig->term = NULL;
	assert_string_equal(report(s), "none, since NO_COLOR is set");
	setenv("NO_COLOR", "", 1);
	assert_string_equal(report(s), "all, by fireground-xterm-256color");
}

static void
test_names_of_settings_are_known(void **state)
{
	(void)state;
	assert_int_equal(colours_find("auto"), COLOURS_AUTO);
	assert_int_equal(colours_find("none"), COLOURS_NONE);
	assert_int_equal(colours_find("8"), COLOURS_8);
	assert_int_equal(colours_find("16"), COLOURS_16);
	assert_int_equal(colours_find("256"), COLOURS_256);
	assert_int_equal(colours_find("true"), COLOURS_TRUE);
}

#define T(fn) cmocka_unit_test_setup_teardown(fn, begin, end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(test_true_colours_go_out_where_the_terminal_says_so),
		T(test_the_report_names_the_entry),
		T(test_else_there_are_256),
		T(test_the_setting_asks_for_all_or_for_less),
		T(test_without_an_entry_there_are_256_and_the_report_says_why),
		T(test_no_color_means_none),
		T(test_names_of_settings_are_known),
	};

	unsetenv("TERMINFO_DIRS");
	return cmocka_run_group_tests(tests, begin_all, end_all);
}
