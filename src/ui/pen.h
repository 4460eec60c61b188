/*
 * Writing on a canvas: a pen stands in a rectangle and moves right as it
 * writes.  Places are relative to the rectangle; nothing is written outside.
 *
 *	struct pen p = pen_in(c, edge);
 *
 *	pen_right(&p, STYLE_DIM, "14:10Z");
 *	pen_textf(&p, STYLE_TITLE, " %s ", title);
 *	pen_line(&p, STYLE_FRAME, 8, GLYPH_H);
 *
 * Text from people or the network is made harmless here.
 */
#ifndef FG_UI_PEN_H
#define FG_UI_PEN_H

#include "ui/canvas.h"
#include "ui/glyph.h"

struct pen {
	struct canvas *c;
	struct rect r;
	int y, x;  /* the next place, relative to r */
	int right; /* columns at the end of this row that are taken */
};

/** A pen at the first place of @r. */
struct pen pen_in(struct canvas *c, struct rect r);

/** Moves to row @y, column @x; the end of the row is free again. */
void pen_go(struct pen *p, int y, int x);

/**
 * Writes text, cut at the end of the row without a mark.  Returns columns
 * used.
 */
int pen_textf(struct pen *p, enum style style, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));

/**
 * Writes @text at the right end of the row, directly before what pen_right()
 * already put there; text that is written later on this row ends one column
 * before it.  The pen does not move.  Nothing when there is no room for it
 * and a blank behind the pen.
 * Returns columns used.
 */
int pen_right(struct pen *p, enum style style, const char *text);

/** Writes one glyph. */
void pen_glyph(struct pen *p, enum style style, enum glyph glyph);

/** Writes @glyph @cols times, at most to the end of the row. */
void pen_line(struct pen *p, enum style style, int cols, enum glyph glyph);

#endif
