/*
 * What is said to a terminal outside of frames: taking the screen over and
 * giving it back.
 */
#ifndef FG_UI_TERM_WORDS_H
#define FG_UI_TERM_WORDS_H

#include "ui/term_out.h"

#include <stdbool.h>

struct term_words {
	struct term_out enter;     /* alternate screen, no cursor, paste on */
	struct term_out keep;      /* the window's title is kept, once */
	struct term_out leave;     /* all of that undone; ends in NUL */
	struct term_out cursor[2]; /* what hides and shows the cursor */
	struct term_out mouse[2];  /* what stops and starts its reports */
};

/**
 * Fills a zeroed @w for the terminal that curses has opened; @modern: it may
 * know links, focus and mice.
 */
void term_words_make(struct term_words *w, bool modern);

/** Lets all rows scroll; the cursor goes home. */
void term_words_scroll_all(struct term_out *out);

void term_words_release(struct term_words *w);

#endif
