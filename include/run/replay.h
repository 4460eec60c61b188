/*
 * A log to be played: of an incident in the store, or of a file.
 */
#ifndef FG_RUN_REPLAY_H
#define FG_RUN_REPLAY_H

#include "run/world.h"

struct live;

/** What is to be played; texts are borrowed. */
struct replay_ask {
	const char *file;  /* an export or a scenario; NULL: the store's */
	uint32_t incident; /* 0: the only one, else the candidates are said */
	const char *line;  /* what was typed, for the candidates */
};

/**
 * Opens @w for reading alone, as the login of nobody, and reads the incident;
 * a file is read into a store in memory.  The lines of a scenario count as
 * recorded when they happened, with ids that are always the same.  NULL with
 * @err; else live_close() before world_close().
 */
struct live *replay_open(struct world *w, const struct world_options *opt,
	const struct replay_ask *ask, struct err *err);

#endif
