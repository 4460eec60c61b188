/*
 * Text on whose width terminals disagree: each piece is written where it
 * belongs after the frame, and so is what stands behind it, so that no
 * terminal moves the rest of the row.
 */
#ifndef FG_UI_TERM_UNSURE_H
#define FG_UI_TERM_UNSURE_H

#include "ui/term_cell.h"
#include "ui/term_curses.h"

/** Adds it for the rows of @frame that have changed. */
void term_unsure_add(const struct term_frame *frame,
	const struct term_paint *paint, struct term_out *out);

#endif
