/*
 * A log that is played: read into a store in memory, where nothing else is.
 */
#ifndef FG_RUN_PLAYED_H
#define FG_RUN_PLAYED_H

#include "base/err.h"

#include <stdbool.h>

struct chains;
struct scenario;
struct world;

/** Opens an empty store in memory for @w, and its board. */
bool played_open(struct world *w, bool practice, struct err *err);

/**
 * Plays the scenario @text, which is taken to pieces, into @out.  The same
 * lines are the same log, on every host and at any time: they count as
 * recorded when they happened, with ids that are always the same.
 */
bool played_scenario(struct world *w, struct scenario *s, char *text,
	int zone_min, struct chains *out, struct err *err);

/** Puts what was read into the store of @w. */
bool played_put(struct world *w, struct chains *all, struct err *err);

#endif
