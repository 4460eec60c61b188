/*
 * The requests that one try of a delivery is made of, in turn.
 *
 * As a rule one.  A mail has one recipient each; news that may have arrived
 * are asked for before they are sent again, where the other side can be asked.
 * What was delivered is not sent again by a later try with the same claim, and
 * a recipient that is refused does not keep the others from being told.
 */
#ifndef FG_RELAY_PARTS_H
#define FG_RELAY_PARTS_H

#include "relay/channel.h"

/** Zeroed before the first try with a claim, and kept over the others. */
struct parts {
	int n;               /* of the delivery */
	unsigned done;       /* bit by part: it needs no other try */
	int taken;           /* delivered */
	int at;              /* the one on its way */
	bool ask;            /* first, whether it is there */
	const char *refused; /* why the last one that was; NULL */
};

/** A try of @n through @c begins; it may be a @repeat. */
void parts_begin(struct parts *p, const struct channel *c,
	const struct news *n, bool repeat);

/** The next request, built in @a.  False with @err: it cannot be built. */
bool parts_next(struct parts *p, const struct channel *c, struct news *n,
	struct arena *a, struct request *out, struct err *err);

/**
 * Reads what came of it; texts of @out are from @keep, which outlives the
 * try.  True: @out is what came of the whole; false: parts_next() again.
 */
bool parts_read(struct parts *p, const struct channel *c,
	const struct news *n, const struct reply *r, struct arena *keep,
	struct verdict *out);

#endif
