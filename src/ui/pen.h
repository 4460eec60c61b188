/*
 * Writing on a canvas: a pen stands in a rectangle and moves right as it
 * writes.  Places are relative to the rectangle; nothing is written outside.
 *
 *	struct pen p = pen_in(c, inner);
 *
 *	pen_right(&p, STYLE_DIM, "14:10Z");
 *	pen_text(&p, STYLE_BOLD, row->name);
 *	pen_textf(&p, STYLE_DIM, " %s", row->field);
 *	pen_down(&p);
 *
 * Text from people or the network is made harmless here.
 */
#ifndef FG_UI_PEN_H
#define FG_UI_PEN_H

#include "ui/canvas.h"
#include "ui/glyph.h"

#include <stdbool.h>

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

/** Moves to column @x of the same row. */
void pen_tab(struct pen *p, int x);

/** Moves to the first column of the next row; false below the rectangle. */
bool pen_down(struct pen *p);

/** Columns from here to the end of the row, at least 0. */
int pen_room(const struct pen *p);

/** Rows from this one to the end of the rectangle, at least 0. */
int pen_rows(const struct pen *p);

/**
 * Writes @text (NULL writes nothing), cut at the end of the row without a
 * mark.  Returns columns used.
 */
int pen_text(struct pen *p, enum style style, const char *text);
int pen_textf(struct pen *p, enum style style, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));

/** The same, but an ellipsis ends what was cut. */
int pen_fit(struct pen *p, enum style style, const char *text);

/**
 * One column of a table: @text cut to @cols - 1 columns with an ellipsis,
 * then the pen stands exactly @cols further.
 */
void pen_column(struct pen *p, enum style style, int cols, const char *text);

/**
 * Writes @text at the right end of the row, directly before what pen_right()
 * already put there; text that is written later on this row ends one column
 * before it.  The pen does not move.  Nothing when there is no room for it
 * and a blank behind the pen.
 * Returns columns used.
 */
int pen_right(struct pen *p, enum style style, const char *text);

/**
 * Writes @text wrapped at words, all lines beginning at the pen's column, at
 * most @rows rows (an ellipsis ends what was cut).  Newlines break lines.  The
 * pen stands behind the last character.  Returns rows used.
 */
int pen_wrap(struct pen *p, enum style style, int rows, const char *text);

/** Rows that pen_wrap() would use for @text in @cols columns, at least 1. */
int pen_wrap_rows(struct canvas *c, int cols, const char *text);

/** Writes one glyph. */
void pen_glyph(struct pen *p, enum style style, enum glyph glyph);

/** Writes @glyph @cols times, at most to the end of the row. */
void pen_line(struct pen *p, enum style style, int cols, enum glyph glyph);

/** Lays the shade of the selection over the pen's whole row. */
void pen_select(struct pen *p);

#endif
