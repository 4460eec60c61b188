/*
 * The terminal: keys come in, frames go out, and it is left as it was found.
 *
 * A terminal can stall (a dead SSH link), so nothing here ever waits for it:
 * bytes that it does not take are kept, and no frame is drawn until they are
 * gone.  It is never asked anything, since a late answer is keystrokes.
 *
 * It does not know the loop: whoever owns both watches term_fd(), the timer
 * and the signals, and hands in what happens (term_input(), term_timeout(),
 * term_signal()).  The functions of term_options are called from those three
 * alone, but for on_want.  One process has one terminal.
 */
#ifndef FG_UI_TERM_H
#define FG_UI_TERM_H

#include "base/err.h"
#include "ui/themes.h"

#include <stdbool.h>
#include <stddef.h>

struct canvas;
struct key;
struct str;
struct term;

/** Which colours are used, of those that the terminal has. */
enum colours {
	COLOURS_AUTO, /* all */
	COLOURS_NONE, COLOURS_8, COLOURS_16, COLOURS_256,
	COLOURS_TRUE, /* true ones although COLORTERM does not say so */
};

/** The colours called @name: auto, none, 8, 16, 256, true; else auto. */
enum colours colours_find(const char *name);

struct term_options {
	const char *tty;   /* device; NULL: the one of standard input */
	const char *type;  /* terminfo name; NULL: $TERM */
	const char *theme; /* name; NULL: the default theme */

	/* Folders of NAME.theme files: a person's, the host's; or NULL. */
	const char *theme_dirs[THEME_DIRS];
	enum colours colours; /* NO_COLOR in the environment means none */

	/* Folder of entries with true colours (themes/direct.sh); or NULL. */
	const char *terminfo;
	bool ascii;        /* no character beyond ASCII on the screen */
	void *ctx;         /* given to the next three functions */

	/* A key or a paste; @key is borrowed for the call. */
	void (*on_key)(void *ctx, const struct key *key);

	/*
	 * The screen wants a frame: its size changed, it came back after a
	 * suspension, or it takes bytes again after a frame was not drawn.
	 */
	void (*on_frame)(void *ctx);

	/*
	 * The program shall end: SIGINT, SIGTERM, or SIGHUP, which also
	 * stands for a terminal that has gone; then nothing can be drawn.
	 */
	void (*on_end)(void *ctx, int signo);

	/*
	 * From now on poll term_fd() for @events (0: not at all), and call
	 * term_timeout() after @ms without any (-1: no timer; a timer that
	 * runs is replaced).  May be called from within any function here.
	 */
	void (*on_want)(void *want_ctx, short events, int ms);
	void *want_ctx;
};

/**
 * The signals to hand in, in any order, 0 after the last.  Their handlers are
 * to be set before term_open(), since curses would set its own.
 */
int term_signal_at(int i);

/**
 * Takes over the terminal.  What @options points at is borrowed and must
 * outlive the term.  NULL with @err set (ERR_USAGE) when standard input and
 * output are no terminal, or TERM is not known or too dumb.
 */
struct term *term_open(const struct term_options *options, struct err *err);

/**
 * Restores the terminal and frees @t; NULL is fine.  Not to be called from
 * within a callback.  A terminal that stalls gets up to a second.
 */
void term_close(struct term *t);

/** Our own descriptor of the terminal. */
int term_fd(const struct term *t);

/** The descriptor is ready: @revents as of poll(2). */
void term_input(struct term *t, short revents);

/** The time of on_want has passed. */
void term_timeout(struct term *t);

/**
 * @signo arrived, one of term_signal_at().  SIGTSTP gives the terminal back,
 * stops the process and goes on here when it is continued; what was typed
 * before is forgotten, and the next frame paints all.
 */
void term_signal(struct term *t, int signo);

/** Size in cells; at least 1x1. */
void term_size(const struct term *t, int *rows, int *cols);

/**
 * Whether a frame would be drawn now: false while earlier bytes wait or the
 * shell has the screen.  on_frame is called when that ends.
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

/** From now on clicks and turns of the wheel are reported, or not. */
void term_mouse(struct term *t, bool on);

/**
 * Sends @n bytes to the clipboard of the terminal, which may refuse them and
 * never says so.  False when this terminal has none that could be reached.
 */
bool term_copy(struct term *t, const char *text, size_t n);

/**
 * Names the terminal's window @text, harmless and of one line; nothing is
 * written when it has that name.  When the terminal is given back the window
 * has the name from before, where the terminal kept it.
 */
void term_title(struct term *t, const char *text);

/** Whether the window is named at all; not: it has its own name again. */
void term_titles(struct term *t, bool on);

/**
 * Notifies the desktop (OSC 9) of @text, harmless and of one line.  In tmux it
 * goes through where allow-passthrough is on, and nothing is seen of it where
 * it is off.
 */
void term_notify(struct term *t, const char *text);

/** Rings the bell. */
void term_bell(struct term *t);

/**
 * Takes the theme @name (NULL: the default), from a file or compiled in.
 * False with @err when there is none, or its file is wrong; the theme stays.
 */
bool term_theme(struct term *t, const char *name, struct err *err);

/** Whether it shows ASCII alone, by its theme or since it knows no more. */
bool term_is_ascii(const struct term *t);

/** The name of the theme in use; good until another is taken. */
const char *term_theme_name(const struct term *t);

/** The folders that themes are read from, as term_open() got them. */
void term_theme_dirs(const struct term *t, const char *out[THEME_DIRS]);

/**
 * Adds a sentence on the colours that a screen would have with @options, and
 * why not more, to @out.
 */
void term_colours_report(const struct term_options *options,
	struct str *out);

/**
 * What went wrong on opening and did not matter: the theme was refused and
 * the default one taken.  NULL when nothing was.
 */
const char *term_complaint(const struct term *t);

#endif
