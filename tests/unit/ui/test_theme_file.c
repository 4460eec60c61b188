#include "lib/folder.h"
#include "ui/theme_file.h"

#include <glob.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

static struct theme *
load(const char *text, struct err *err)
{
	struct folder f;
	struct theme *theme;
	char *path;

	folder_make(&f);
	folder_write(&f, "mine.theme", text);
	path = folder_path(&f, "mine.theme");
	theme = theme_load(path, err);
	free(path);
	folder_remove(&f);
	return theme;
}

static void
assert_refused(const char *text, const char *words)
{
	struct err err = {0};

	assert_null(load(text, &err));
	assert_int_equal(err.code, ERR_USAGE);
	assert_non_null(strstr(err.text, words));
}

static void
test_a_file_says_how_its_styles_look(void **state)
{
	struct err err = {0};
	struct theme *theme = load("style bad { fg = 99 bg = 7 fg16 = 5\n"
		" bg16 = 3 attr = {bold, italic} mono = reverse }\n"
		"style good { attr = none }\n", &err);
	const struct theme_row *row;

	(void)state;
	assert_string_equal(err.text, "");
	assert_non_null(theme);
	assert_string_equal(theme->name, "mine");
	row = &theme->rows[STYLE_BAD];
	assert_int_equal(row->fg, 99);
	assert_int_equal(row->bg, 7);
	assert_int_equal(row->fg16, 5);
	assert_int_equal(row->bg16, 3);
	assert_int_equal(row->attr, LOOK_BOLD | LOOK_ITALIC);
	assert_int_equal(row->mono, LOOK_REVERSE);
	assert_int_equal(theme->rows[STYLE_GOOD].attr, 0);
	theme_free(theme);
}

static void
test_what_a_file_does_not_say_is_its_base(void **state)
{
	const struct theme *light = theme_find("light");
	struct theme *theme = load("base = light\n"
		"style bad { fg = -1 }\n", NULL);

	(void)state;
	assert_non_null(theme);
	for (int i = 0; i < STYLE_COUNT; i++)
		if (i != STYLE_BAD)
			assert_memory_equal(&theme->rows[i], &light->rows[i],
				sizeof(*light->rows));
	assert_int_equal(theme->rows[STYLE_BAD].fg, -1);
	assert_int_equal(theme->rows[STYLE_BAD].fg16,
		light->rows[STYLE_BAD].fg16);
	assert_false(theme->mono);
	theme_free(theme);
	theme = load("base = mono", NULL);
	assert_non_null(theme);
	assert_true(theme->mono);
	theme_free(theme);
}

static void
test_a_broken_file_is_refused_with_its_line(void **state)
{
	(void)state;
	assert_refused("base = dark\nstyle bad { fg = 256 }",
		"mine.theme:2: ");
	assert_refused("style bad { fg16 = 16 }", "mine.theme:1: ");
	assert_refused("style bad { fg = red }", "mine.theme:1: ");
	assert_refused("style bad { attr = {blink} }", "mine.theme:1: ");
	assert_refused("\n\nstyle awful { fg = 1 }",
		"mine.theme:3: there is no style \"awful\"");
	assert_refused("base = solarized", "mine.theme:1: ");
	assert_refused("base = solarized", "dark, light, contrast");
	assert_refused("\nstyle bad { fg24 = \"red\" }", "mine.theme:2: ");
	assert_refused("style bad { fg24 = \"#12345g\" }", "#rrggbb");
	assert_refused("glyphs = emoji", "unicode|ascii");
	assert_refused("style bad {", "mine.theme:");
	assert_refused("colour = 3", "mine.theme:1: ");
}

static void
test_a_file_that_is_not_there_is_named(void **state)
{
	struct err err = {0};

	(void)state;
	assert_null(theme_load("/nonexistent/x.theme", &err));
	assert_non_null(strstr(err.text, "/nonexistent/x.theme"));
}

/* The row of @a that is not that of @b, by its style's name; NULL: none. */
static const char *
other_row(const struct theme *a, const struct theme *b)
{
#define NAME(style, name, letter, help) name,
	static const char *const names[] = {STYLE_MAP(NAME)};
#undef NAME

	for (int i = 0; i < STYLE_COUNT; i++) {
		const struct theme_row *r = &a->rows[i], *s = &b->rows[i];

		if (r->fg != s->fg || r->bg != s->bg || r->fg16 != s->fg16 ||
		    r->bg16 != s->bg16 || r->fg24 != s->fg24 ||
		    r->bg24 != s->bg24 || r->attr != s->attr ||
		    r->mono != s->mono)
			return names[i];
	}
	return NULL;
}

/*
 * What is built in was made of the files by a script, which reads less than
 * the program does; the tests run from the top of the project.
 */
static void
test_every_file_is_built_in_as_the_program_reads_it(void **state)
{
	const struct theme *built;
	glob_t files;
	size_t n = 0;

	(void)state;
	assert_int_equal(glob("themes/*.theme", 0, NULL, &files), 0);
	for (size_t i = 0; i < files.gl_pathc; i++) {
		struct err err = {0};
		struct theme *theme = theme_load(files.gl_pathv[i], &err);

		assert_string_equal(err.text, "");
		assert_non_null(theme);
		built = theme_find(theme->name);
		if (!built)
			fail_msg("%s is not built in", files.gl_pathv[i]);
		if (other_row(theme, built))
			fail_msg("%s: style %s", theme->name,
				other_row(theme, built));
		assert_string_equal(theme->help, built->help);
		assert_int_equal(theme->mono, built->mono);
		assert_int_equal(theme->ascii, built->ascii);
		assert_int_equal(theme->light, built->light);
		theme_free(theme);
		n++;
	}
	globfree(&files);
	assert_null(theme_at((int)n));
}

static void
test_a_file_says_what_it_is_for(void **state)
{
	struct theme *theme = load("base = light\nhelp = \"for my desk\"\n"
		"glyphs = ascii\nmono = true\nground = dark\n", NULL);

	(void)state;
	assert_non_null(theme);
	assert_string_equal(theme->help, "for my desk");
	assert_true(theme->ascii);
	assert_true(theme->mono);
	assert_false(theme->light);
	theme_free(theme);
}

static void
test_a_colour_of_256_takes_the_place_of_a_true_one(void **state)
{
	struct theme *theme = load("style bad { fg = 1 fg24 = \"#00FF7f\" }\n"
		"style good { bg24 = \"#000001\" }\n", NULL);

	(void)state;
	assert_non_null(theme);
	assert_int_equal(theme->rows[STYLE_BAD].fg24, 0x00ff7f);
	assert_int_equal(theme->rows[STYLE_BAD].bg24,
		theme_find("dark")->rows[STYLE_BAD].bg24);
	assert_int_equal(theme->rows[STYLE_GOOD].bg24, 1);
	theme_free(theme);
	theme = load("style bad { fg = 1 }\n", NULL);
	assert_non_null(theme);
	assert_int_equal(theme->rows[STYLE_BAD].fg24, -1);
	theme_free(theme);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_a_file_says_how_its_styles_look),
		cmocka_unit_test(test_what_a_file_does_not_say_is_its_base),
		cmocka_unit_test(test_a_broken_file_is_refused_with_its_line),
		cmocka_unit_test(test_a_file_that_is_not_there_is_named),
		cmocka_unit_test(
			test_every_file_is_built_in_as_the_program_reads_it),
		cmocka_unit_test(test_a_file_says_what_it_is_for),
		cmocka_unit_test(
			test_a_colour_of_256_takes_the_place_of_a_true_one),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
