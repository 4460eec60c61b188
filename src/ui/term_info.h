/*
 * What the terminal database says of a terminal.
 */
#ifndef FG_UI_TERM_INFO_H
#define FG_UI_TERM_INFO_H

#include "base/err.h"

#include <stdbool.h>

struct term_keys;
struct term_out;

/**
 * Whether the terminal @type (NULL: $TERM, which is then put there) is known
 * and can place its cursor; else a sentence that names it.
 */
bool term_info_check(const char **type, struct err *err);

/*
 * The others speak of the terminal that curses has opened.
 */

/** Whether it can scroll some of its rows alone, as ECMA-48 terminals do. */
bool term_info_scrolls(void);

/** The number of its colours; 0 or less: none. */
int term_info_colours(void);

/** The same of the terminal @type, while curses has opened none. */
int term_info_colours_of(const char *type);

/**
 * Adds the capability @name without the pauses that it asks for, which only
 * terminals made of glass and tubes needed.
 */
void term_info_add(struct term_out *out, const char *name);

/** Teaches what its keys send. */
void term_info_learn(struct term_keys *keys);

/**
 * Whether it is known to show lines and corners alone or less: the Linux
 * console and the terminals of the last century.
 */
bool term_info_is_plain(const char *type);

#endif
