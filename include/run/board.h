/*
 * The board: the summaries of all incidents, live and worst first.
 *
 * A summary that was not made after its incident's last entry, or by another
 * version, is made again here by folding that incident; all others cost no
 * reading of events.
 */
#ifndef FG_RUN_BOARD_H
#define FG_RUN_BOARD_H

#include "base/err.h"
#include "model/summary.h"

#include <stdbool.h>
#include <stdint.h>

struct board;
struct store;

typedef void board_changed_fn(void *ctx);
typedef void board_done_fn(void *ctx, const struct err *why);

/** An empty board, read by board_read() alone. */
struct board *board_new(struct store *s);
void board_free(struct board *b);

/** Reads it again after every change, and calls @fn when that is done. */
void board_watch(struct board *b, board_changed_fn *fn, void *ctx);

/** Reads all summaries, then calls @fn (may be NULL) from the loop. */
void board_read(struct board *b, board_done_fn *fn, void *ctx);

/** The rows of the last complete reading, in the order of the board. */
const struct summary *board_rows(const struct board *b, int *n);

/** Whether it was read at all; *@why: why the last reading failed, or NULL. */
bool board_ready(const struct board *b, const char **why);

/** The highest number of an incident, 0 when there is none. */
uint32_t board_last(const struct board *b);

#endif
