/*
 * Cells as bytes, for what is written beside curses: over its cells, after the
 * frame, between DECSC and DECRC.
 */
#ifndef FG_UI_TERM_CELL_H
#define FG_UI_TERM_CELL_H

#include "ui/theme.h"

struct cell;
struct term_out;

struct term_paint {
	const struct theme *theme;
	enum depth depth;
};

/** Adds what paints @cell where the cursor is, its colours first. */
void term_cell_add(const struct term_paint *paint, const struct cell *cell,
	struct term_out *out);

#endif
