/*
 * A courier carries what the log says is due to the channels, and writes down
 * what came of it.
 *
 * Any number of them may run on one store: each delivery is claimed by an
 * entry, so that exactly one carries it; what a courier that died had claimed
 * is taken over (relay/plan.h says how all of that is decided).  An idle one
 * costs nothing: it wakes when the store changes, or when something is due.
 */
#ifndef FG_RUN_COURIER_H
#define FG_RUN_COURIER_H

#include "base/err.h"
#include "relay/plan.h"

#include <stdbool.h>
#include <stdint.h>

struct arena;
struct courier;
struct incident;
struct live;
struct world;

/** Who a courier's entries are by. */
#define COURIER_NAME "fireground"

/** The kind of screen of a courier without one. */
#define COURIER_SCREEN "courier"

/** What has just been written about one delivery. */
struct courier_news {
	const struct incident *inc;
	const struct channel *channel;
	const struct plan_item *item;
	enum delivery_state state; /* DELIVERY_SENT, or how it failed */
	int64_t wait;              /* ms until the next try */
	const char *why;           /* "" when sent */
};

/** Called from the loop; all is borrowed for the call. */
typedef void courier_fn(void *ctx, const struct courier_news *n);

/**
 * A courier of the channels that the config of @w has, as far as they are
 * open: courier_unlock() runs the programs that print secrets.  NULL where
 * nothing leaves: there is no channel, the store is for practice, or it is
 * only read.
 */
struct courier *courier_open(struct world *w, courier_fn *fn, void *ctx);

/** Opens the @i-th channel; false with ERR_REFUSED, and it stays locked. */
bool courier_unlock(struct courier *c, int i, struct err *err);

/** Gives up what is on its way; before the world.  NULL is fine. */
void courier_free(struct courier *c);

/** Looks at all incidents that changed; called when the board has. */
void courier_board(struct courier *c);

/** Follows this incident, for a courier that is told of no board. */
void courier_serve(struct courier *c, uint32_t incident);

/** What it knows of that one; NULL until it was read. */
const struct incident *courier_incident(const struct courier *c);

/** Begins nothing new; what is on its way is finished. */
void courier_stop(struct courier *c);

/** The same, but what was not answered yet is given up, and the log says so. */
void courier_hurry(struct courier *c);

/**
 * What came of a delivery, for a person: "sent", "not yet: WHY; again in 30s".
 * From @a.
 */
const char *courier_says(enum delivery_state state, int64_t wait,
	const char *why, struct arena *a);

/** Whether it has nothing on its way, and nothing that it could begin. */
bool courier_idle(const struct courier *c);

/** How many deliveries are on their way now. */
int courier_busy(const struct courier *c);

#endif
