/*
 * The functions of the adapters' rows.
 */
#ifndef FG_RELAY_ADAPTERS_H
#define FG_RELAY_ADAPTERS_H

#include "relay/channel.h"

#define BUILD(name) bool name(const struct channel *c, const struct news *n, \
	struct arena *a, struct request *out, struct err *err)
#define CLASSIFY(name) void name(const struct channel *c, \
	const struct reply *r, struct arena *a, struct verdict *out)

BUILD(slack_build);
CLASSIFY(slack_classify);

#endif
