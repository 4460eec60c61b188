/*
 * curses, which turns the cells that changed into few bytes.
 *
 * It writes into a pipe of ours and never holds the terminal: a terminal that
 * stalls would stop it, and with it the loop.  What it wrote is taken out
 * after each step, and no step may write more than the pipe holds.
 */
#ifndef FG_UI_TERM_CURSES_H
#define FG_UI_TERM_CURSES_H

#include "base/err.h"
#include "ui/canvas.h"
#include "ui/theme.h"

#include <stdbool.h>

struct term_curses;
struct term_out;

/** curses for the terminal @type; freed by term_curses_free(). */
struct term_curses *term_curses_new(const char *type, struct err *err);
void term_curses_free(struct term_curses *t);

/** How styles look from the next full frame on. */
void term_curses_theme(struct term_curses *t, const struct theme *theme,
	enum depth depth);

struct term_frame {
	const struct canvas *canvas;
	const struct canvas *shown; /* of the same size; not looked at if full */
	bool full;                  /* clear the screen and paint all of it */
	int y, x;                   /* cursor; hidden when one is negative */
};

/** Whether row @y is another than the one that is shown, links and all. */
bool term_frame_row_changed(const struct term_frame *frame, int y);

/** Adds the bytes that turn what is shown into the canvas to @out. */
void term_curses_draw(struct term_curses *t, const struct term_frame *frame,
	struct term_out *out);

#endif
