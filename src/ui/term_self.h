/*
 * The inside of the terminal, shared by term.c (opening and closing it),
 * term_draw.c (frames) and term_input.c (keys and signals).
 */
#ifndef FG_UI_TERM_SELF_H
#define FG_UI_TERM_SELF_H

#include "base/str.h"
#include "ui/canvas.h"
#include "ui/term.h"
#include "ui/term_curses.h"
#include "ui/term_keys.h"
#include "ui/term_out.h"
#include "ui/term_tty.h"
#include "ui/term_words.h"
#include "ui/theme.h"

struct term {
	struct term_options options;
	struct term_tty tty;
	struct term_curses *curses;
	struct term_keys *keys;
	struct term_words words;
	struct term_out out;   /* on its way */
	struct term_out frame; /* the frame that is made */
	struct canvas *next;
	struct canvas *shown;
	const struct theme *theme;
	struct theme *theme_own; /* the same, when it came from a file */
	struct err complaint;
	enum depth depth;
	bool plain;   /* it shows ASCII alone, whatever the theme */
	bool links;   /* the terminal may know links, and all that came since */
	bool mouse;   /* its reports are wanted */
	bool titles;  /* its window is named */
	struct str title; /* as it is named now; "" as before */
	bool full;    /* the next frame paints all */
	bool visible; /* the cursor is */
	bool armed;   /* it was taken over, and a crash would give it back */
	bool kept;    /* the title that the window had */
	bool away;    /* the shell has it, until SIGCONT */
	bool gone;    /* it has hung up */
	bool refused; /* a frame was not drawn and is owed */
	short events; /* what was wanted last */
	int wait;
};

/** Takes the screen over; gives it back. */
void term_take(struct term *t);
void term_give_back(struct term *t);

/** Looks at the size; another one makes the next frame paint all. */
void term_resize(struct term *t);

/** Takes @theme; @own is the same when it is to be freed, else NULL. */
void term_theme_take(struct term *t, const struct theme *theme,
	struct theme *own);

/** Writes what the terminal takes, and says what is wanted next. */
void term_flush(struct term *t);

/** Says what is wanted, when that has changed or time starts anew. */
void term_want(struct term *t);

#endif
