/*
 * What a courier writes: the words of its commands.
 */
#ifndef FG_RUN_CARRY_LINE_H
#define FG_RUN_CARRY_LINE_H

#include "relay/plan.h"

#include <stdint.h>

struct arena;

struct carry_line {
	const char *v[12];
	int n;
};

/** How a delivery ended; texts are "" when there is none. */
struct carry_end {
	const struct channel *channel;
	const struct plan_item *item;
	uint32_t claim;
	const struct plan_end *end;
	const char *why, *remote;
};

/** "delivery claim ...": it is ours from now on. */
void carry_line_claim(struct carry_line *l, const struct channel *c,
	const struct plan_item *item, struct arena *a);

/** "delivery sent ..." or "delivery failed ...". */
void carry_line_end(struct carry_line *l, const struct carry_end *e,
	struct arena *a);

#endif
