#include "ui/theme.h"

#include <stdlib.h>

enum {
	WHITE16 = 7,      /* a light grey, of 16 and of 8 */
	GREY16 = 8,       /* bright black, of 16 */
	BRIGHT = 8,       /* the step from a colour of 8 to its bright one */
	CUBE_FIRST = 16,  /* six steps of red, green and blue, of 256 */
	GREY_FIRST = 232, /* the ramp of greys, of 256 */
	GREY_SPREAD = 24, /* between the channels of what passes for grey */
};

int32_t
theme_rgb(int n)
{
	/* What xterm has unless told otherwise; most terminals differ. */
	static const int32_t first[CUBE_FIRST] = {
		0x000000, 0xcd0000, 0x00cd00, 0xcdcd00,
		0x0000ee, 0xcd00cd, 0x00cdcd, 0xe5e5e5,
		0x7f7f7f, 0xff0000, 0x00ff00, 0xffff00,
		0x5c5cff, 0xff00ff, 0x00ffff, 0xffffff,
	};
	static const int32_t steps[] = {0, 95, 135, 175, 215, 255};

	if (n < CUBE_FIRST)
		return first[n];
	if (n >= GREY_FIRST)
		return (8 + 10 * (n - GREY_FIRST)) * 0x010101;
	n -= CUBE_FIRST;
	return steps[n / 36] << 16 | steps[n / 6 % 6] << 8 | steps[n % 6];
}

enum depth
theme_depth(int colours)
{
	if (colours >= LOOK_RGB)
		return DEPTH_TRUE;
	if (colours >= 256)
		return DEPTH_256;
	if (colours >= 16)
		return DEPTH_16;
	return colours >= 8 ? DEPTH_8 : DEPTH_MONO;
}

/*
 * Eight colours have no grey, which would be black on black: text gets dim,
 * a ground gets reversed, and with it all that stands on it, since a colour
 * would become a ground.  Other bright colours become bold.
 */
static struct look
look_of_8(struct look look)
{
	if (look.bg == GREY16)
		return (struct look){-1, -1, look.attr | LOOK_REVERSE};
	if (look.bg > BRIGHT)
		look.bg -= BRIGHT;
	if (look.fg == GREY16) {
		look.fg = -1;
		look.attr |= LOOK_DIM;
	} else if (look.fg > BRIGHT) {
		look.fg -= BRIGHT;
		look.attr |= LOOK_BOLD;
	}
	return look;
}

/* A colour as red, green and blue: said so, or that of the 256. */
static int32_t
true_colour(int32_t rgb, int16_t n)
{
	if (rgb < 0 && n < 0)
		return -1;
	return LOOK_RGB | (rgb >= 0 ? rgb : theme_rgb(n));
}

static struct look
look_of(const struct theme *theme, enum depth depth, enum style style)
{
	const struct theme_row *row = &theme->rows[style];

	switch (depth) {
	case DEPTH_TRUE:
		return (struct look){true_colour(row->fg24, row->fg),
			true_colour(row->bg24, row->bg), row->attr};
	case DEPTH_256:
		return (struct look){row->fg, row->bg, row->attr};
	case DEPTH_16:
		return (struct look){row->fg16, row->bg16, row->attr};
	case DEPTH_8:
		return look_of_8((struct look){row->fg16, row->bg16,
			row->attr});
	default:
		return (struct look){-1, -1, row->mono};
	}
}

static bool
is_true_grey(int32_t rgb)
{
	int r = rgb >> 16 & 255, g = rgb >> 8 & 255, b = rgb & 255;

	return abs(r - g) < GREY_SPREAD && abs(g - b) < GREY_SPREAD &&
		abs(b - r) < GREY_SPREAD;
}

/* Whether a colour says nothing, so that the selection may replace it. */
static bool
is_grey(enum depth depth, int32_t fg)
{
	if (depth == DEPTH_TRUE)
		return fg < 0 || is_true_grey(fg);
	if (depth == DEPTH_256)
		return fg < 0 || fg >= GREY_FIRST;
	return fg < 0 || fg == WHITE16 || fg == GREY16;
}

/*
 * The selection lends its ground and keeps the colours of what lies on it,
 * but grey on its grey could not be read, and where it is no more than
 * reversed a colour would become a ground.  What has a ground keeps all.
 */
static struct look
look_select(struct look look, struct look over, enum depth depth)
{
	if (look.bg >= 0 || look.attr & LOOK_REVERSE)
		return look;
	look.bg = over.bg;
	if (is_grey(depth, look.fg) || over.attr & LOOK_REVERSE)
		look.fg = over.fg;
	look.attr &= (uint16_t)~LOOK_DIM;
	look.attr |= over.attr & LOOK_REVERSE;
	return look;
}

/* The past has one colour; what had a ground keeps a dark one. */
static struct look
look_fade(struct look look, struct look dim)
{
	if (look.bg >= 0 || look.attr & LOOK_REVERSE)
		dim.attr |= LOOK_REVERSE;
	return dim;
}

struct look
theme_look(const struct theme *theme, enum depth depth, enum style style,
	enum shade shade)
{
	enum depth shown = theme->mono ? DEPTH_MONO : depth;
	struct look look = look_of(theme, shown, style);

	if (shade == SHADE_SELECTED)
		return look_select(look, look_of(theme, shown,
			STYLE_SELECTED), shown);
	if (shade == SHADE_STALE)
		return look_fade(look, look_of(theme, shown, STYLE_DIM));
	return look;
}
