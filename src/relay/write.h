/*
 * What builds share: clipping, escaping, JSON bodies.
 */
#ifndef FG_RELAY_WRITE_H
#define FG_RELAY_WRITE_H

#include "base/mem.h"
#include "base/str.h"
#include "relay/channel.h"

#include <stddef.h>

/** A code point that ends a mention before it begins: U+200B. */
#define NO_MENTION "\xe2\x80\x8b"

/**
 * @s with at most @most code points, the last an ellipsis when it was cut;
 * valid UTF-8 without control characters but newline.
 */
const char *write_clip(struct arena *a, const char *s, int most);

/** One replacement of a dialect: @from, one byte, becomes @to. */
struct write_escape {
	char from;
	const char *to;
};

/** @s with the bytes of @table (ends at from '\0') replaced, one pass. */
const char *write_escape(struct arena *a, const char *s,
	const struct write_escape *table);

/** A POST of @json to the channel's url; the body is taken over by @a. */
void write_post(const struct channel *c, struct arena *a, struct str *json,
	struct request *out);

/** Adds a header to @out; there is room for eight. */
void write_header(struct arena *a, struct request *out, const char *name,
	const char *value);

/** "INC-42 #7, may be a repeat": what lets people recognise it; from @a. */
const char *write_foot(struct arena *a, const struct news *n);

#endif
