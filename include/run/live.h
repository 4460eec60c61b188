/*
 * One incident, kept folded as its entries come in.
 *
 * It is read once, or followed for ever.  Whoever appends may let it catch up
 * at once; what the follower brings then is known already and passed over.
 */
#ifndef FG_RUN_LIVE_H
#define FG_RUN_LIVE_H

#include "base/err.h"
#include "model/incident.h"
#include "store/store.h"

#include <stdbool.h>
#include <stdint.h>

struct live;

/** The state changed: entries came, or the store went away or came back. */
typedef void live_changed_fn(void *ctx);

/** End of one reading; @why is NULL when all that is there was folded. */
typedef void live_done_fn(void *ctx, const struct err *why);

/** An incident that is followed; @fn is called from the loop. */
struct live *live_follow(struct store *s, uint32_t number,
	live_changed_fn *fn, void *ctx);

/** An incident that is read when live_catch_up() is called, and only then. */
struct live *live_new(struct store *s, uint32_t number);

/** Holds @l once more; each needs its live_close().  Returns @l. */
struct live *live_keep(struct live *l);

/**
 * Lets go of it; the last one frees it, with questions still open unanswered.
 * NULL is fine.
 */
void live_close(struct live *l);

/** Reads and folds what it has not got yet, then calls @fn from the loop. */
void live_catch_up(struct live *l, live_done_fn *fn, void *ctx);

/** Whoever asked with @ctx is not told any more. */
void live_forget(struct live *l, const void *ctx);

/** The settled state; borrowed until the next turn of the loop. */
const struct incident *live_incident(const struct live *l);

/** Whether all that was there has been read once. */
bool live_ready(const struct live *l);

/** How the store is; *@why (may be NULL) a sentence when not STORE_LIVE. */
enum store_state live_state(const struct live *l, const char **why);

#endif
