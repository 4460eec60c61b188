/*
 * One delivery on its way: claimed, sent, its outcome written.
 */
#ifndef FG_RUN_CARRY_H
#define FG_RUN_CARRY_H

#include "relay/plan.h"
#include "run/courier.h"

#include <stdbool.h>
#include <stdint.h>

struct http;
struct live;
struct submit;
struct world;

/** What all deliveries of a courier use; borrowed. */
struct carry_with {
	struct world *w;
	struct submit *submit;
	struct http *http;
	const struct channels *channels;
	struct plan_memory *memory;
	courier_fn *said;
	void *said_ctx;
	void (*done)(void *ctx); /* one has ended */
	void *ctx;
	bool ending;             /* no further try with a claim */
	bool hurry;              /* no try at all */
};

struct carry;

/** Begins; it ends with with->done(), and is freed before that. */
struct carry *carry_start(const struct carry_with *with,
	const struct plan_item *item, struct live *live, struct carry **slot);

/** Ends its tries: what was not answered yet is unsure, or tried later. */
void carry_hurry(struct carry *c);

/** Gives it up, whatever came of it; NULL is fine. */
void carry_free(struct carry *c);

#endif
