/*
 * The terminal: keys come in, frames go out, and it is left as it was found.
 *
 * A terminal can stall (a dead SSH link), so nothing here ever waits for it:
 * bytes that it does not take are kept, and no frame is drawn until they are
 * gone.  It is never asked anything, since a late answer is keystrokes.
 * Callbacks run from loop_turn() alone.  One process has one terminal.
 */
#ifndef FG_UI_TERM_H
#define FG_UI_TERM_H

#include "base/err.h"

#include <stdbool.h>

struct canvas;
struct key;
struct loop;
struct term;

struct term_options {
	const char *tty;   /* device; NULL: the one of standard input */
	const char *type;  /* terminfo name; NULL: $TERM */
	const char *theme; /* name; NULL: the default theme */
	bool mono;         /* no colours, as with NO_COLOR */
	bool ascii;        /* no character beyond ASCII on the screen */
	void *ctx;         /* given to the functions below */

	/* A key or a paste; @key is borrowed for the call. */
	void (*on_key)(void *ctx, const struct key *key);

	/*
	 * The screen wants a frame: its size changed, it came back after a
	 * suspension, or it takes bytes again after term_draw() said no.
	 */
	void (*on_frame)(void *ctx);

	/*
	 * The program shall end: SIGINT, SIGTERM, or SIGHUP, which also
	 * stands for a terminal that has gone; then nothing can be drawn.
	 */
	void (*on_end)(void *ctx, int signo);
};

/**
 * Takes over the terminal.  @loop and what @options points at are borrowed
 * and must outlive the term.  NULL with @err set (ERR_USAGE) when standard
 * input and output are no terminal, or TERM is not known or too dumb.
 */
struct term *term_open(struct loop *loop, const struct term_options *options,
	struct err *err);

/** Restores the terminal and frees @t; NULL is fine. */
void term_close(struct term *t);

/** Size in cells; at least 1x1. */
void term_size(const struct term *t, int *rows, int *cols);

/**
 * Whether a frame would be drawn now: false while earlier bytes wait or the
 * screen was left.  on_frame is called when that ends.
 */
bool term_ready(struct term *t);

/** The canvas of the next frame, empty and as large as the screen. */
struct canvas *term_canvas(struct term *t);

/**
 * Shows the canvas, with the cursor at row @y, column @x, or hidden when one
 * is negative.  False when it was not drawn since the terminal is busy.
 */
bool term_draw(struct term *t, int y, int x);

/** The next frame paints every cell (Ctrl-L). */
void term_redraw(struct term *t);

/**
 * Gives the terminal back for a while ($EDITOR), and takes it again.  No key
 * is read in between.  term_leave() waits up to a second for waiting bytes.
 */
void term_leave(struct term *t);
void term_enter(struct term *t);

/** Rings the bell. */
void term_bell(struct term *t);

/**
 * Sends the operating system command @text ("52;c;..."), without its
 * introducer and terminator; control characters make it be dropped.
 */
void term_osc(struct term *t, const char *text);

/** Takes the theme @name; false when there is none of that name. */
bool term_theme(struct term *t, const char *name);

#endif
