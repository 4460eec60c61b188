/*
 * Waiting for one answer of the store, for a command that does one thing.
 */
#ifndef FG_RUN_WAIT_H
#define FG_RUN_WAIT_H

#include "base/err.h"

#include <stdbool.h>

struct loop;
struct world;

struct wait {
	bool done;
	bool failed;
	struct err err;
};

/** The callback to give to the store, with a struct wait as its context. */
void wait_answer(void *ctx, const struct err *why);

/** Turns the loop until the answer is there; false with @err. */
bool wait_done(struct loop *loop, struct wait *w, struct err *err);

/** Reads the board and waits until all of it is there; false with @err. */
bool wait_board(struct world *w, struct err *err);

#endif
