/*
 * The clock of a run: the system's, or one that a practice run sets.
 */
#ifndef FG_RUN_CLOCK_H
#define FG_RUN_CLOCK_H

#include "base/err.h"
#include "base/when.h"

#include <stdint.h>

/** The system's clock, handed in by main: ms since 1970, UTC. */
typedef when_ms clock_fn(void);

struct clock {
	clock_fn *real;
	bool set;        /* start and rate count, else it is @real */
	when_ms start;   /* what it showed when it was set */
	when_ms begun;   /* what @real showed then */
	int64_t rate;    /* ms it goes on in one real ms; 0: it stands still */
};

/** The system's clock. */
void clock_init(struct clock *c, clock_fn *real);

/**
 * Sets it to "TIME" (stands still there) or "TIMExRATE" (goes on from there
 * RATE times as fast, 1 to 100000); TIME as in the log.  ERR_USAGE.
 */
bool clock_set(struct clock *c, const char *text, struct err *err);

/** What it shows now. */
when_ms clock_now(const struct clock *c);

#endif
