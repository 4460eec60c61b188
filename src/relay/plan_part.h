/*
 * What the parts of the plan of an incident share.
 */
#ifndef FG_RELAY_PLAN_PART_H
#define FG_RELAY_PLAN_PART_H

#include "relay/plan.h"

/** Deliveries of an old incident that nobody began are no news any more. */
#define PLAN_PAGE_AGE (15 * WHEN_MINUTE)
#define PLAN_NEWS_AGE (2 * WHEN_HOUR)

struct planning {
	const struct plan_in *in;
	struct plan *out;
	int cap;
};

/** A new item of @channel for entry @n; more entries may be added. */
struct plan_item *plan_add(struct planning *p, int channel, uint32_t n);

/** There may be more in @ms. */
void plan_look(struct planning *p, int64_t ms);

/**
 * How long until what @d says lets it go again, in ms: somebody else's claim,
 * or a time to wait.  0: now.
 */
int64_t plan_held(struct planning *p, const struct delivery *d);

/** Takes over what @d (may be NULL) says of what was done before. */
void plan_take(struct plan_item *item, const struct incident *inc,
	const struct delivery *d);

/** Whether a channel is ours to serve. */
bool plan_serves(const struct channel *c);

void plan_messages(struct planning *p);
void plan_pages(struct planning *p);

#endif
