/*
 * What channels and sources of alerts share.
 */
#ifndef FG_RELAY_CHANNEL_PART_H
#define FG_RELAY_CHANNEL_PART_H

#include "relay/channel.h"

/** A section of the config, and which texts (bits) it has options for. */
struct channel_section {
	const struct conf *conf;
	const char *name;
	unsigned has;
};

/**
 * The texts of @c, whose name and adapter are set, from its part of @s; false
 * with *@option, what is wrong.
 */
bool channel_texts_load(struct channel *c, const struct channel_section *s,
	struct arena *a, const char **option, struct err *err);

#endif
