/*
 * Colours as red, green and blue.
 *
 * curses sends them only by a terminfo entry that says how, and most hosts
 * have none: ours, fireground-TERM, are compiled when the program is
 * installed (themes/direct.sh).  They are looked for when COLORTERM says that
 * the terminal knows such colours, which terminfo cannot say.
 */
#ifndef FG_UI_TERM_DIRECT_H
#define FG_UI_TERM_DIRECT_H

#include "ui/term.h"
#include "ui/theme.h"

enum {
	TERM_TYPE = 128, /* bytes of a name of terminfo */
};

/** The colours of @options, or none by NO_COLOR (https://no-color.org). */
enum colours colours_wanted(const struct term_options *options);

/** Whether true colours are asked for, or the terminal says it has them. */
bool term_direct_wanted(enum colours colours);

/**
 * The name of our entry for the terminal @type; false when the folder @dir
 * (may be NULL) has none.
 */
bool term_direct_entry(const char *dir, const char *type,
	char out[TERM_TYPE]);

/**
 * Adds @dir to where curses looks for entries, in the environment, so that it
 * holds for the rest of the process and what it starts: curses keeps copies of
 * what it was told, and loses one with each change.
 */
void term_direct_look(const char *dir);

/** The depth of what is asked for, of a terminal that has @depth. */
enum depth term_direct_depth(enum colours colours, enum depth depth);

#endif
