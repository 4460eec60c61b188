/*
 * Links in the terminal (OSC 8), which curses cannot carry: they are written
 * over their cells after the frame.
 */
#ifndef FG_UI_TERM_LINK_H
#define FG_UI_TERM_LINK_H

#include "ui/term_cell.h"
#include "ui/term_curses.h"

/**
 * Adds the links of @frame that are new, changed, or lie on cells that the
 * frame painted; and takes away those that are gone.
 */
void term_link_add(const struct term_frame *frame,
	const struct term_paint *paint, struct term_out *out);

#endif
