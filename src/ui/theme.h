/*
 * How each style looks, for terminals of 256, 16, 8 and no colours.
 *
 * The default theme is compiled in, since a broken theme falls back to it.
 * Plain text has the terminal's own colours, so light ones work too.  What
 * must be seen also has attributes: no meaning hangs on colour alone.
 */
#ifndef FG_UI_THEME_H
#define FG_UI_THEME_H

#include "ui/canvas.h"

#include <stdbool.h>
#include <stdint.h>

/** How many colours a terminal has. */
enum depth {
	DEPTH_MONO,
	DEPTH_8,
	DEPTH_16,
	DEPTH_256,
	DEPTH_COUNT
};

/** Bits of look.attr. */
enum {
	LOOK_BOLD = 1,
	LOOK_DIM = 2,
	LOOK_UNDERLINE = 4,
	LOOK_REVERSE = 8,
	LOOK_ITALIC = 16,
};

struct look {
	int16_t fg, bg; /* colour number of the terminal, -1: its default */
	uint16_t attr;  /* LOOK_* */
};

/** One style in a theme; colours are numbers of xterm's 256 and of 16. */
struct theme_row {
	int16_t fg, bg;     /* of 256; -1: the terminal's default */
	int16_t fg16, bg16; /* of 16 */
	uint16_t attr;      /* with colours */
	uint16_t mono;      /* without */
};

struct theme {
	const char *name;
	const char *help;
	bool mono; /* never uses colours */
	const struct theme_row *rows; /* STYLE_COUNT */
};

/** The theme compiled in as @name (NULL, "default": the first), or NULL. */
const struct theme *theme_find(const char *name);

/** The @i-th theme that is compiled in, or NULL after the last. */
const struct theme *theme_at(int i);

/** What a terminal of @colours colours can show (0 or less: none). */
enum depth theme_depth(int colours);

/** How a cell of @style under @shade looks. */
struct look theme_look(const struct theme *theme, enum depth depth,
	enum style style, enum shade shade);

#endif
