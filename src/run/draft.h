/*
 * Drafts made ready for the store: places, ids, salts, texts, the chain.
 */
#ifndef FG_RUN_DRAFT_H
#define FG_RUN_DRAFT_H

#include "cmd/cmd.h"
#include "store/store.h"

#include <stdbool.h>

struct arena;
struct world;

/** What one intent keeps when it has to be decided again. */
struct draft_ids {
	bool made;
	struct id id[OUTCOME_DRAFTS];
};

/** The events of one append to one incident. */
struct draft_set {
	const struct incident *inc; /* as it is; NULL: the incident is new */
	uint32_t number;            /* its number */
	struct event **events;      /* places are set here */
	int n;
	uint32_t erase;             /* outcome.erase */
	struct draft_ids *ids;      /* made when first needed */
	struct arena *arena;        /* for all that is made */
};

/**
 * Makes @out for store_append(), with the summary of the state after it.
 * Ids that an event has already are kept.
 */
void draft_append(const struct world *w, const struct draft_set *set,
	struct store_append *out);

/** The summary of @inc as the store keeps it; the text is from @a. */
void draft_summary(const struct incident *inc, struct arena *a,
	struct store_summary *out);

#endif
