#include "ui/theme.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

/* Styles that need no eye: their words say all. */
static bool
is_calm(enum style style)
{
	return style == STYLE_TEXT || style == STYLE_GOOD ||
		style == STYLE_STATUS || style == STYLE_FORM;
}

static void
test_every_style_has_a_row_in_every_theme(void **state)
{
	const struct theme *theme;

	(void)state;
	for (int i = 0; (theme = theme_at(i)); i++) {
		for (int s = 0; s < STYLE_COUNT; s++) {
			const struct theme_row *row = &theme->rows[s];

			/* A row that was forgotten is all zero. */
			assert_true(row->fg || row->bg || row->fg16 ||
				row->bg16);
			assert_in_range(row->fg + 1, 0, 256);
			assert_in_range(row->bg + 1, 0, 256);
			assert_in_range(row->fg16 + 1, 0, 16);
			assert_in_range(row->bg16 + 1, 0, 16);
		}
	}
}

static void
test_without_colour_what_must_be_seen_has_attributes(void **state)
{
	const struct theme *theme;

	(void)state;
	for (int i = 0; (theme = theme_at(i)); i++) {
		for (int s = 0; s < STYLE_COUNT; s++) {
			struct look look = theme_look(theme, DEPTH_MONO,
				(enum style)s, SHADE_NONE);

			assert_int_equal(look.fg, -1);
			assert_int_equal(look.bg, -1);
			assert_int_equal(look.attr == 0,
				is_calm((enum style)s));
		}
	}
}

static void
test_plain_text_has_the_colours_of_the_terminal(void **state)
{
	const struct theme *theme;

	(void)state;
	for (int i = 0; (theme = theme_at(i)); i++) {
		for (int d = 0; d < DEPTH_COUNT; d++) {
			struct look look = theme_look(theme, (enum depth)d,
				STYLE_TEXT, SHADE_NONE);

			assert_int_equal(look.fg, -1);
			assert_int_equal(look.bg, -1);
			assert_int_equal(look.attr, 0);
		}
	}
}

static void
test_colours_stay_within_what_the_terminal_has(void **state)
{
	static const int most[DEPTH_COUNT] = {
		[DEPTH_MONO] = -1, [DEPTH_8] = 7, [DEPTH_16] = 15,
		[DEPTH_256] = 255, [DEPTH_TRUE] = LOOK_RGB | 0xffffff,
	};
	const struct theme *theme;

	(void)state;
	for (int i = 0; (theme = theme_at(i)); i++)
		for (int d = 0; d < DEPTH_COUNT; d++)
			for (int s = 0; s < STYLE_COUNT * SHADE_COUNT; s++) {
				struct look look = theme_look(theme,
					(enum depth)d,
					(enum style)(s / SHADE_COUNT),
					(enum shade)(s % SHADE_COUNT));

				assert_true(look.fg <= most[d]);
				assert_true(look.bg <= most[d]);
				assert_true(look.fg != look.bg ||
					look.fg == -1);
			}
}

static void
test_grey_is_dim_where_there_are_eight_colours(void **state)
{
	const struct theme *theme = theme_find("dark");
	struct look look = theme_look(theme, DEPTH_8, STYLE_DIM, SHADE_NONE);

	(void)state;
	assert_int_equal(look.fg, -1);
	assert_int_equal(look.attr, LOOK_DIM);
	look = theme_look(theme, DEPTH_8, STYLE_BAR, SHADE_NONE);
	assert_int_equal(look.bg, -1);
	assert_true(look.attr & LOOK_REVERSE);
	look = theme_look(theme, DEPTH_8, STYLE_KEY, SHADE_NONE);
	assert_int_equal(look.fg, -1);
	assert_int_equal(look.attr, LOOK_BOLD | LOOK_REVERSE);
	look = theme_look(theme, DEPTH_8, STYLE_BAD, SHADE_SELECTED);
	assert_int_equal(look.fg, -1);
	assert_true(look.attr & LOOK_REVERSE);
	look = theme_look(theme, DEPTH_8, STYLE_BAD, SHADE_NONE);
	assert_int_equal(look.fg, 1);
	assert_true(look.attr & LOOK_BOLD);
}

static void
test_a_selection_keeps_colours_and_lends_its_ground(void **state)
{
	const struct theme *theme = theme_find(NULL);
	struct look sel = theme_look(theme, DEPTH_256, STYLE_SELECTED,
		SHADE_NONE);
	struct look bad = theme_look(theme, DEPTH_256, STYLE_BAD,
		SHADE_SELECTED);
	struct look dim = theme_look(theme, DEPTH_256, STYLE_DIM,
		SHADE_SELECTED);
	struct look block = theme_look(theme, DEPTH_256, STYLE_SEV1,
		SHADE_SELECTED);

	(void)state;
	assert_int_equal(bad.fg, theme->rows[STYLE_BAD].fg);
	assert_int_equal(bad.bg, sel.bg);
	assert_int_equal(dim.fg, sel.fg);
	assert_int_equal(block.bg, theme->rows[STYLE_SEV1].bg);
}

static void
test_the_selection_shows_at_every_depth(void **state)
{
	const struct theme *theme;

	(void)state;
	for (int i = 0; (theme = theme_at(i)); i++)
		for (int d = 0; d < DEPTH_COUNT; d++) {
			struct look look = theme_look(theme, (enum depth)d,
				STYLE_TEXT, SHADE_SELECTED);

			assert_true(look.bg >= 0 ||
				look.attr & LOOK_REVERSE);
		}
}

static void
test_stale_text_has_one_colour(void **state)
{
	const struct theme *theme = theme_find("dark");
	struct look bad = theme_look(theme, DEPTH_256, STYLE_BAD_BOLD,
		SHADE_STALE);
	struct look block = theme_look(theme, DEPTH_256, STYLE_SEV1,
		SHADE_STALE);

	(void)state;
	assert_int_equal(bad.fg, theme->rows[STYLE_DIM].fg);
	assert_int_equal(bad.attr, 0);
	assert_int_equal(block.fg, theme->rows[STYLE_DIM].fg);
	assert_int_equal(block.attr, LOOK_REVERSE);
}

static void
test_the_number_of_colours_picks_the_depth(void **state)
{
	(void)state;
	assert_int_equal(theme_depth(-1), DEPTH_MONO);
	assert_int_equal(theme_depth(0), DEPTH_MONO);
	assert_int_equal(theme_depth(2), DEPTH_MONO);
	assert_int_equal(theme_depth(8), DEPTH_8);
	assert_int_equal(theme_depth(16), DEPTH_16);
	assert_int_equal(theme_depth(88), DEPTH_16);
	assert_int_equal(theme_depth(256), DEPTH_256);
	assert_int_equal(theme_depth(32767), DEPTH_256);
	assert_int_equal(theme_depth(1 << 24), DEPTH_TRUE);
}

static void
test_themes_are_found_by_name(void **state)
{
	(void)state;
	assert_string_equal(theme_find(NULL)->name, "dark");
	assert_ptr_equal(theme_find("light"), theme_at(1));
	assert_true(theme_find("mono")->mono);
	assert_null(theme_find("no-such-theme"));
	assert_null(theme_at(-1));
	assert_null(theme_at(99));
}

static void
test_true_colours_are_those_of_256_unless_said(void **state)
{
	static struct theme_row rows[STYLE_COUNT];
	struct theme theme = *theme_find("dark");
	struct look look;

	(void)state;
	memcpy(rows, theme.rows, sizeof(rows));
	theme.rows = rows;
	rows[STYLE_BAD].fg24 = 0x123456;
	rows[STYLE_GOOD] = (struct theme_row){.fg = 114, .bg = 236,
		.fg24 = -1, .bg24 = -1};
	look = theme_look(&theme, DEPTH_TRUE, STYLE_BAD, SHADE_NONE);
	assert_int_equal(look.fg, LOOK_RGB | 0x123456);
	assert_int_equal(look.bg, -1);
	look = theme_look(&theme, DEPTH_TRUE, STYLE_GOOD, SHADE_NONE);
	assert_int_equal(look.fg, LOOK_RGB | 0x87d787);
	assert_int_equal(look.bg, LOOK_RGB | 0x303030);
	assert_int_equal(theme_look(&theme, DEPTH_256, STYLE_BAD,
		SHADE_NONE).fg, rows[STYLE_BAD].fg);
	look = theme_look(&theme, DEPTH_TRUE, STYLE_DIM, SHADE_SELECTED);
	assert_int_equal(look.fg, theme_look(&theme, DEPTH_TRUE,
		STYLE_SELECTED, SHADE_NONE).fg);
}

static void
test_the_256_colours_are_xterms(void **state)
{
	(void)state;
	assert_int_equal(theme_rgb(1), 0xcd0000);
	assert_int_equal(theme_rgb(16), 0x000000);
	assert_int_equal(theme_rgb(203), 0xff5f5f);
	assert_int_equal(theme_rgb(231), 0xffffff);
	assert_int_equal(theme_rgb(232), 0x080808);
	assert_int_equal(theme_rgb(255), 0xeeeeee);
}

static void
test_names_and_letters_of_styles_are_unique(void **state)
{
#define NAME(style, name, letter, help) name,
	static const char *const names[] = {STYLE_MAP(NAME)};
#undef NAME

	(void)state;
	for (int i = 0; i < STYLE_COUNT; i++) {
		enum style a = (enum style)i;

		assert_int_equal(style_find(names[i]), a);
		for (int j = 0; j < i; j++)
			assert_int_not_equal(style_letter(a),
				style_letter((enum style)j));
	}
	assert_int_equal(style_find("nothing"), STYLE_COUNT);
}

static void
test_severities_have_badges(void **state)
{
	(void)state;
	assert_int_equal(style_severity(1), STYLE_SEV1);
	assert_int_equal(style_severity(3), STYLE_SEV3);
	assert_int_equal(style_severity(4), STYLE_SEV4);
	assert_int_equal(style_severity(0), STYLE_SEV4);
	assert_int_equal(style_severity(99), STYLE_SEV4);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_style_has_a_row_in_every_theme),
		cmocka_unit_test(
			test_without_colour_what_must_be_seen_has_attributes),
		cmocka_unit_test(
			test_plain_text_has_the_colours_of_the_terminal),
		cmocka_unit_test(
			test_colours_stay_within_what_the_terminal_has),
		cmocka_unit_test(
			test_grey_is_dim_where_there_are_eight_colours),
		cmocka_unit_test(
			test_a_selection_keeps_colours_and_lends_its_ground),
		cmocka_unit_test(test_the_selection_shows_at_every_depth),
		cmocka_unit_test(test_stale_text_has_one_colour),
		cmocka_unit_test(test_the_number_of_colours_picks_the_depth),
		cmocka_unit_test(test_themes_are_found_by_name),
		cmocka_unit_test(
			test_true_colours_are_those_of_256_unless_said),
		cmocka_unit_test(test_the_256_colours_are_xterms),
		cmocka_unit_test(test_names_and_letters_of_styles_are_unique),
		cmocka_unit_test(test_severities_have_badges),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
