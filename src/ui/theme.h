/*
 * How each style looks, for terminals of 256, 16, 8 and no colours.
 *
 * Those of themes/ are built in, since a broken one falls back to the default.
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
	DEPTH_TRUE,
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

enum {
	LOOK_RGB = 1 << 24, /* a colour of DEPTH_TRUE is this + 0xrrggbb */
};

struct look {
	int32_t fg, bg; /* number of a colour, -1: the terminal's default */
	uint16_t attr;  /* LOOK_* */
};

/** One style in a theme; colours are numbers of xterm's 256 and of 16. */
struct theme_row {
	int16_t fg, bg;     /* of 256; -1: the terminal's default */
	int16_t fg16, bg16; /* of 16 */
	int32_t fg24, bg24; /* 0xrrggbb; -1: what 256 have */
	uint16_t attr;      /* with colours */
	uint16_t mono;      /* without */
};

struct theme {
	const char *name;
	const char *help;
	bool mono;  /* never uses colours */
	bool ascii; /* no character beyond ASCII */
	bool light; /* made for a light ground */
	const struct theme_row *rows; /* STYLE_COUNT */
};

/** The theme that is built in as @name (NULL, "default": the first), or NULL. */
const struct theme *theme_find(const char *name);

/** The @i-th theme that is built in, or NULL after the last. */
const struct theme *theme_at(int i);

/** What xterm shows for colour @n of its 256: 0xrrggbb. */
int32_t theme_rgb(int n);

/** What a terminal of @colours colours can show (0 or less: none). */
enum depth theme_depth(int colours);

/** How a cell of @style under @shade looks. */
struct look theme_look(const struct theme *theme, enum depth depth,
	enum style style, enum shade shade);

#endif
