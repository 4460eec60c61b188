/*
 * What the parts of the wall share.
 */
#ifndef FG_VIEW_WALL_PART_H
#define FG_VIEW_WALL_PART_H

#include "view/vm_part.h"
#include "view/wall.h"

/** One wall in the making. */
struct wall_make {
	struct vm_make m; /* its screen is NULL */
	const struct wall_in *in;
};

/** A fact that is read from afar: a label, a few words in large. */
struct wall_fact {
	const char *label; /* "CUSTOMERS HIT FOR" */
	const char *big;   /* "50 min" */
	const char *small; /* "since 13:41Z"; "" */
	enum style style;  /* of @big */
};

#define WALL_FACTS 4

/**
 * How long customers are hit, who commands, which stage, and whether
 * customers were told, in this order.
 */
void wall_facts(struct wall_make *w, struct wall_fact out[WALL_FACTS]);

/** "50 min", "2 h 05 min", "3 days 4 h": always with units. */
const char *wall_span(struct arena *a, when_ms d);

/** "14:31Z" today, "yesterday 23:14Z", else with the date. */
const char *wall_when(const struct wall_make *w, when_ms t);

/** What somebody wrote: one harmless line. */
const char *wall_said(const struct wall_make *w, const char *text);

#endif
