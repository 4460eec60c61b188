/*
 * The lines of the prompt that outlive the program: a file in XDG state that
 * only its user can read, one line each, the oldest first.
 *
 * Several programs add to it at once: each line is one write at the end.
 * What is added is chosen by the caller; see cmd_kept().
 */
#ifndef FG_RUN_HISTORY_H
#define FG_RUN_HISTORY_H

#include <stdbool.h>

/** Gets each line, the oldest first; borrowed for the call. */
typedef void history_fn(void *ctx, const char *line);

#define HISTORY_LINES 200 /* that are kept */

/** Reads what there is; a file that grew too long is cut to its newest. */
void history_read(history_fn *fn, void *ctx);

/** Adds @line unless it is the last one there; false when it cannot be. */
bool history_add(const char *line);

#endif
