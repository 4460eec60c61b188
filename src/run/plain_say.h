/*
 * An incident in sentences, for screen readers and logs: what has changed
 * since it was last said.
 *
 * Nothing is said again because time goes by: clocks do not tick.  Only what
 * is late and stays so is repeated, after 5 minutes, 10, 20 and so on, at
 * most one line a minute.
 */
#ifndef FG_RUN_PLAIN_SAY_H
#define FG_RUN_PLAIN_SAY_H

#include "base/str.h"
#include "base/when.h"

#include <stdbool.h>
#include <stdint.h>

struct incident;
struct plain_row;
struct summary;

/** What was said already; zeroed at first. */
struct plain_said {
	uint32_t seen;          /* entries */
	struct plain_row *rows; /* of Attention, as they were last said */
	int n_rows;
	when_ms reminded;       /* when something late was last repeated */
	bool lost;              /* that there is no signal was said */
	uint32_t *live;         /* numbers of incidents that were named */
	int n_live;
};

/** Forgets all of it, as for another incident. */
void plain_said_release(struct plain_said *said);

/** The state in sentences, for @who; all of it counts as said then. */
void plain_begin(struct plain_said *said, const struct incident *inc,
	const char *who, when_ms now, struct str *out);

/**
 * What is new: entries, what needs @who now ("NOW: ..."), what does not any
 * more ("DONE: ..."), what is still late ("STILL: ...").
 */
void plain_news(struct plain_said *said, const struct incident *inc,
	const char *who, when_ms now, struct str *out);

/** How the store is. */
struct plain_signal {
	int64_t age;     /* ms since the last good read */
	int64_t stale;   /* ms from which on that is no signal */
	const char *why; /* or NULL */
	bool back;       /* the store went back */
};

/** That the signal is lost, or back; nothing while that is known. */
void plain_signal(struct plain_said *said, const struct plain_signal *s,
	struct str *out);

/** Live incidents of the board that were not named yet, but for @open. */
void plain_board(struct plain_said *said, const struct summary *rows, int n,
	uint32_t open, struct str *out);

#endif
