#include "ui/theme.h"

enum {
	WHITE16 = 7,      /* a light grey, of 16 and of 8 */
	GREY16 = 8,       /* bright black, of 16 */
	BRIGHT = 8,       /* the step from a colour of 8 to its bright one */
	GREY_FIRST = 232, /* the ramp of greys, of 256 */
};

enum depth
theme_depth(int colours)
{
	if (colours >= 256)
		return DEPTH_256;
	if (colours >= 16)
		return DEPTH_16;
	return colours >= 8 ? DEPTH_8 : DEPTH_MONO;
}

/*
 * Eight colours have no grey, which would be black on black: text gets dim,
 * a ground gets reversed.  Other bright colours become bold.
 */
static struct look
look_of_8(struct look look)
{
	if (look.bg == GREY16) {
		look.bg = -1;
		look.attr |= LOOK_REVERSE;
	} else if (look.bg > BRIGHT) {
		look.bg -= BRIGHT;
	}
	if (look.fg == GREY16) {
		look.fg = -1;
		look.attr |= LOOK_DIM;
	} else if (look.fg > BRIGHT) {
		look.fg -= BRIGHT;
		look.attr |= LOOK_BOLD;
	}
	return look;
}

static struct look
look_of(const struct theme *theme, enum depth depth, enum style style)
{
	const struct theme_row *row = &theme->rows[style];

	switch (depth) {
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

/* Whether a colour says nothing, so that the selection may replace it. */
static bool
is_grey(enum depth depth, int16_t fg)
{
	if (depth == DEPTH_256)
		return fg < 0 || fg >= GREY_FIRST;
	return fg < 0 || fg == WHITE16 || fg == GREY16;
}

/*
 * The selection lends its ground and keeps the colours of what lies on it,
 * but grey on its grey could not be read.  What has a ground keeps all.
 */
static struct look
look_select(struct look look, struct look over, enum depth depth)
{
	if (look.bg >= 0 || look.attr & LOOK_REVERSE)
		return look;
	look.bg = over.bg;
	if (is_grey(depth, look.fg))
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
