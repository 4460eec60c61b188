/*
 * What must be told apart looks apart, and what is read can be read.
 *
 * Thresholds.  CIEDE2000 of 10: far above what is just seen (about 1 side by
 * side, 2 to 3 apart), so that strokes as thin as letters, some lines from each
 * other, are not mistaken; half of it for grounds, which are large.  Contrast
 * of 4.5 for text and 3 for what is context: WCAG 2.2, 1.4.3 (AA) and 1.4.11; 7
 * for the theme of high contrast: 1.4.6 (AAA).  The selected row has 4 at least,
 * since a ground that is seen takes some.  Lines of frames carry no meaning, and
 * need only be seen.
 *
 * 16 colours are whatever the terminal makes of them: here xterm's.
 */
#include "ui/theme.h"
#include "unit/ui/vision.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#define APART 10
#define GROUND_APART 5
#define TEXT 4.5
#define CONTEXT 3.0
#define SELECTED 4.0
#define HIGH 7.0
#define LINE 1.5

enum {
	DARK = 0x000000, GREYISH = 0x1c1c1c, LIGHT = 0xffffff, /* grounds */
	INK_LIGHT = 0xd0d0d0, INK_DARK = 0x202020, /* plain text on them */
};

struct pair {
	enum style a, b;
	bool mono; /* without colours, too; else words differ */
};

#define P(a, b) {STYLE_ ## a, STYLE_ ## b, false}
#define M(a, b) {STYLE_ ## a, STYLE_ ## b, true}

static const struct pair pairs[] = {
	/* States. */
	M(GOOD, BAD), M(GOOD, WARN), P(WARN, BAD), M(GOOD, BAD_BOLD),
	P(WARN, BAD_BOLD), M(TEXT, BAD), M(TEXT, WARN), P(TEXT, GOOD),
	M(DIM, BAD), M(DIM, WARN), M(DIM, GOOD), M(TEXT, DIM),
	/* What is now, what can be opened, who. */
	M(ACCENT, TEXT), M(ACCENT, DIM), M(ACCENT, BAD), M(ACCENT, GOOD),
	M(ACCENT, WARN), M(ACCENT, INFO), M(INFO, TEXT), M(INFO, DIM),
	P(INFO, BAD), M(INFO, GOOD), P(INFO, WARN), M(NAME, TEXT),
	M(NAME, DIM), M(NAME, BAD), P(NAME, ACCENT),
	M(ACCENT_BLOCK, TEXT), M(FRAME, FRAME_FOCUS), M(FRAME, FRAME_REPLAY),
	P(FRAME_FOCUS, FRAME_REPLAY),
	/* Reports and bands. */
	P(CAN_C, CAN_A), P(CAN_A, CAN_N), P(CAN_C, CAN_N), M(CAN_N, TEXT),
	P(BAND_CUSTOMERS, BAND_OPERATIONS), M(BAND_CUSTOMERS, DIM),
	M(BAND_OPERATIONS, DIM),
	/* Grounds. */
	P(SEV1, SEV2), M(SEV1, SEV3), M(SEV1, SEV4), M(SEV2, SEV3),
	M(SEV2, SEV4), P(SEV3, SEV4), P(BANNER, ALARM), P(BANNER, REPLAY),
	P(ALARM, REPLAY), M(MATCH, TEXT), M(SELECTED, TEXT), M(BAR, TEXT),
	M(KEY, BAR), M(FIELD, TEXT), M(FIELD, FIELD_FOCUS),
	M(ERROR, STATUS), P(ERROR, TEXT),
};

enum { PAIRS = sizeof(pairs) / sizeof(pairs[0]) };

/* A look as two colours; what the terminal has of its own stands in @own. */
struct shown {
	int32_t ink, ground;
	unsigned attr;
};

static int32_t
colour(int32_t n, int32_t own)
{
	if (n < 0)
		return own;
	return n & LOOK_RGB ? n & ~LOOK_RGB : theme_rgb(n);
}

static struct shown
show(const struct theme *theme, int32_t ground, struct look look)
{
	struct shown s = {
		colour(look.fg, theme->light ? INK_DARK : INK_LIGHT),
		colour(look.bg, ground), look.attr,
	};
	int32_t ink = s.ink;

	if (look.attr & LOOK_REVERSE) {
		s.ink = s.ground;
		s.ground = ink;
	}
	return s;
}

static int32_t
ground_of(const struct theme *theme)
{
	return theme->light ? LIGHT : DARK;
}

static struct shown
show_style(const struct theme *theme, enum depth depth, enum style style)
{
	return show(theme, ground_of(theme), theme_look(theme, depth, style,
		SHADE_NONE));
}

/* How far apart, in parts of what is enough. */
static double
difference(struct shown a, struct shown b, enum eye eye)
{
	double ink = vision_difference(a.ink, b.ink, eye) / APART;
	double ground = vision_difference(a.ground, b.ground, eye) /
		GROUND_APART;

	return ink > ground ? ink : ground;
}

static const char *
name_of(enum style style)
{
#define NAME(style, name, letter, help) [style] = name,
	static const char *const names[] = {STYLE_MAP(NAME)};
#undef NAME

	return names[style];
}

/* A pair looks apart by its colours, or (@attr) by its attributes. */
static int
check_pair(const struct theme *theme, enum depth depth,
	const struct pair *pair, enum eye eye, bool attr)
{
	struct shown a = show_style(theme, depth, pair->a);
	struct shown b = show_style(theme, depth, pair->b);
	double d = difference(a, b, eye);

	if (d >= 1 || (attr && a.attr != b.attr))
		return 0;
	print_error("%s, depth %d, eye %d: %s and %s have %.2f\n",
		theme->name, depth, eye, name_of(pair->a), name_of(pair->b),
		d);
	return 1;
}

static int
check_pairs(const struct theme *theme, enum depth depth, enum eye eye,
	bool attr)
{
	int bad = 0;

	for (int i = 0; i < PAIRS; i++)
		if (depth != DEPTH_MONO || pairs[i].mono)
			bad += check_pair(theme, depth, &pairs[i], eye, attr);
	return bad;
}

static void
test_every_theme_tells_apart_by_colour_or_attribute(void **state)
{
	const struct theme *theme;
	int bad = 0;

	(void)state;
	for (int i = 0; (theme = theme_at(i)); i++)
		for (int d = 0; d < (theme->mono ? 1 : DEPTH_COUNT); d++)
			bad += check_pairs(theme, (enum depth)d, EYE_USUAL,
				true);
	assert_int_equal(bad, 0);
}

/* Themes for eyes, and the eyes. */
static const struct {
	const char *theme;
	enum eye eyes[3];
} made[] = {
	{"deuteranopia", {EYE_USUAL, EYE_DEUTAN, EYE_PROTAN}},
	{"tritanopia", {EYE_USUAL, EYE_TRITAN, EYE_TRITAN_PLANES}},
};

static void
test_themes_for_such_eyes_tell_apart_by_colour_alone(void **state)
{
	int bad = 0;

	(void)state;
	for (size_t i = 0; i < sizeof(made) / sizeof(made[0]); i++)
		for (int k = 0; k < 3; k++) {
			const struct theme *theme = theme_find(made[i].theme);

			assert_non_null(theme);
			bad += check_pairs(theme, DEPTH_256, made[i].eyes[k],
				false);
			bad += check_pairs(theme, DEPTH_TRUE, made[i].eyes[k],
				false);
			bad += check_pairs(theme, DEPTH_16, made[i].eyes[k],
				true);
			bad += check_pairs(theme, DEPTH_8, made[i].eyes[k],
				true);
		}
	assert_int_equal(bad, 0);
}

/* The measure is one: the default theme is not made for such eyes. */
static void
test_the_default_theme_would_fail_such_eyes(void **state)
{
	const struct theme *dark = theme_find(NULL);
	struct shown good = show_style(dark, DEPTH_256, STYLE_GOOD);
	struct shown warn = show_style(dark, DEPTH_256, STYLE_WARN);
	struct shown name = show_style(dark, DEPTH_256, STYLE_NAME);

	(void)state;
	assert_true(difference(good, warn, EYE_USUAL) > 1);
	assert_true(difference(good, name, EYE_TRITAN_PLANES) < 1);
}

static double
least(const struct theme *theme, enum style style, enum shade shade)
{
	bool high = strcmp(theme->name, "contrast") == 0;

	if (style == STYLE_FRAME)
		return high ? CONTEXT : LINE;
	if (high)
		return HIGH;
	if (style == STYLE_DIM)
		return CONTEXT;
	return shade == SHADE_SELECTED ? SELECTED : TEXT;
}

static int
check_contrast(const struct theme *theme, enum depth depth, int32_t ground,
	enum shade shade)
{
	int bad = 0;

	for (int i = 0; i < STYLE_COUNT; i++) {
		struct shown s = show(theme, ground, theme_look(theme, depth,
			(enum style)i, shade));
		double c = vision_contrast(s.ink, s.ground);

		if (c >= least(theme, (enum style)i, shade))
			continue;
		print_error("%s, depth %d, ground %06x, shade %d: %s has "
			"%.1f\n", theme->name, depth, (unsigned)ground, shade,
			name_of((enum style)i), c);
		bad++;
	}
	return bad;
}

static void
test_what_is_read_can_be_read(void **state)
{
	static const enum depth depths[] = {DEPTH_256, DEPTH_TRUE};
	const struct theme *theme;
	int bad = 0;

	(void)state;
	for (int i = 0; (theme = theme_at(i)); i++)
		for (int k = 0; !theme->mono && k < 2; k++) {
			bad += check_contrast(theme, depths[k],
				ground_of(theme), SHADE_NONE);
			bad += check_contrast(theme, depths[k],
				ground_of(theme), SHADE_SELECTED);
			if (!theme->light)
				bad += check_contrast(theme, depths[k],
					GREYISH, SHADE_NONE);
		}
	assert_int_equal(bad, 0);
}

/* Pairs 1, 7, 13, 19, 25 and 31 of the data that the formula's paper gives. */
static void
test_the_formula_gives_what_its_paper_gives(void **state)
{
	static const struct {
		struct lab a, b;
		double d;
	} rows[] = {
		{{50, 2.6772, -79.7751}, {50, 0, -82.7485}, 2.0425},
		{{50, 0, 0}, {50, -1, 2}, 2.3669},
		{{50, -0.0010, 2.4900}, {50, 0.0011, -2.4900}, 4.7461},
		{{50, 2.5, 0}, {58, 24, 15}, 19.4535},
		{{60.2574, -34.0099, 36.2677}, {60.4626, -34.1751, 39.4387},
			1.2644},
		{{90.8027, -2.0831, 1.4410}, {91.1528, -1.6435, 0.0447},
			1.4441},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		double d = vision_lab_difference(rows[i].a, rows[i].b);

		if (d < rows[i].d - 0.0001 || d > rows[i].d + 0.0001)
			fail_msg("row %zu: %.4f, not %.4f", i, d, rows[i].d);
	}
	assert_true(vision_contrast(0, 0xffffff) > 20.99);
	assert_true(vision_contrast(0x777777, 0xffffff) < 4.5);
	assert_true(vision_contrast(0x767676, 0xffffff) > 4.5);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_the_formula_gives_what_its_paper_gives),
		cmocka_unit_test(
			test_every_theme_tells_apart_by_colour_or_attribute),
		cmocka_unit_test(
			test_themes_for_such_eyes_tell_apart_by_colour_alone),
		cmocka_unit_test(test_the_default_theme_would_fail_such_eyes),
		cmocka_unit_test(test_what_is_read_can_be_read),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
