/*
 * A grid of cells: what a frame is before a terminal sees it.
 *
 * Rows and columns count from 0.  Whatever lies outside the grid or the
 * rectangle is cut off without an error, so panes need not check sizes.
 * Text is made harmless on its way in: no cell ever holds a control
 * character.  To write text, use pen.h; for frames of panes, box.h.
 */
#ifndef FG_UI_CANVAS_H
#define FG_UI_CANVAS_H

#include "view/style.h"

#include <stdbool.h>
#include <stdint.h>

struct str;
struct theme;

enum {
	CELL_MARKS = 4, /* combining marks a cell holds */
};

/** What lies over the style of a cell, so that its colour shines through. */
enum shade {
	SHADE_NONE,
	SHADE_SELECTED, /* the selected row */
	SHADE_STALE,    /* the last known state, while there is no signal */
	SHADE_COUNT
};

struct cell {
	uint32_t cp;                /* ' ' when empty */
	uint32_t marks[CELL_MARKS]; /* 0 ends them */
	uint8_t width;              /* 1 or 2; 0: right half of a wide one */
	uint8_t style;              /* enum style */
	uint8_t shade;              /* enum shade */
	uint8_t link;               /* place in canvas.links + 1; 0: none */
};

struct rect {
	int y, x; /* upper left corner */
	int h, w; /* empty when one is 0 or less */
};

struct canvas {
	int h, w;           /* in cells */
	bool ascii;         /* no character beyond ASCII */
	struct cell *cells; /* h * w, row by row */
	struct arena *text; /* of this frame */
	char **links;       /* of this frame, taken from text */
	int link_count;
};

/** An empty canvas; sizes below 1 become 1; freed by canvas_free(). */
struct canvas *canvas_new(int h, int w);
void canvas_free(struct canvas *c);

/** Sets the size and empties it. */
void canvas_resize(struct canvas *c, int h, int w);

/** Empties it: blanks in STYLE_TEXT, no links; keeps size and ascii. */
void canvas_clear(struct canvas *c);

/** The whole canvas. */
struct rect canvas_rect(const struct canvas *c);

/** The cell at @y, @x, or NULL outside. */
struct cell *canvas_cell(const struct canvas *c, int y, int x);

/** Whether all terminals agree on the columns of the cell's text. */
bool cell_sure(const struct cell *cell);

/** Whether two cells look the same (links aside). */
bool cell_same(const struct cell *a, const struct cell *b);

/**
 * Puts text with at most one line, harmless already (text_safe), at row @at.y
 * and column @at.x, at most to the end of @at (its h is not looked at).  A
 * wide character that does not fit leaves a blank.  Returns columns used.
 */
int canvas_put(struct canvas *c, struct rect at, enum style style,
	const char *safe);

/**
 * Puts the one sign of one column that @safe is in every column of row @at.y
 * of @at.  Returns columns used.
 */
int canvas_repeat(struct canvas *c, struct rect at, enum style style,
	const char *safe);

/** Fills @r with blanks of @style. */
void canvas_fill(struct canvas *c, struct rect r, enum style style);

/**
 * Lays @shade over the cells of @r; they keep text and style.  Cells that are
 * selected stay so when others become stale.
 */
void canvas_shade(struct canvas *c, struct rect r, enum shade shade);

/**
 * Makes the cells of @r a link to @url where the terminal knows links; a URL
 * that is not of http, https or tel, or holds anything but printable ASCII,
 * is none.
 */
void canvas_link(struct canvas *c, struct rect r, const char *url);

/** At most @n rows (columns) of @r, from its row (column) @from on. */
struct rect rect_rows(struct rect r, int from, int n);
struct rect rect_cols(struct rect r, int from, int n);

/** @r without @dy rows and @dx columns at each edge. */
struct rect rect_inset(struct rect r, int dy, int dx);

/** Adds the text of the canvas, trailing blanks trimmed, a line a row. */
void canvas_dump(const struct canvas *c, struct str *out);

/** The same in the 256 colours of a theme, with SGR sequences. */
void canvas_dump_colours(const struct canvas *c, const struct theme *theme,
	struct str *out);

/**
 * Adds a letter for the style of each cell, a line a row, trailing blanks of
 * STYLE_TEXT trimmed; the same for shades: '>' selected, '~' stale.
 */
void canvas_dump_styles(const struct canvas *c, struct str *out);
void canvas_dump_shades(const struct canvas *c, struct str *out);

#endif
