/*
 * What builds share: clean and clipped text in many dialects, JSON bodies.
 *
 * Nothing of what people wrote reaches a request but through write_text() or
 * write_line(): it is made valid and harmless, cut at a character, and escaped
 * for whoever reads it.  Lengths are UTF-16 code units, as the strictest of
 * the other sides count them: an emoji is two.
 */
#ifndef FG_RELAY_WRITE_H
#define FG_RELAY_WRITE_H

#include "base/mem.h"
#include "base/str.h"
#include "relay/channel.h"

#include <stddef.h>

/** A code point that ends a mention before it begins: U+200B. */
#define NO_MENTION "\xe2\x80\x8b"

/** What a dialect replaces: @from by @to; a table ends with NULL. */
struct write_rule {
	const char *from, *to;
};

/** Of chats that read Markdown, and mentions behind @ and <. */
extern const struct write_rule write_markdown[];

/**
 * @s as text of at most @most units, after its replacements: valid UTF-8
 * without control characters but newline, without what turns the direction of
 * text around, without blanks at its ends; an ellipsis where it was cut, never
 * within a character or a replacement.  @rules may be NULL.
 */
const char *write_text(struct arena *a, const char *s, int most,
	const struct write_rule *rules);

/** The same on one line. */
const char *write_line(struct arena *a, const char *s, int most,
	const struct write_rule *rules);

/**
 * The next part of clean text @s (as from write_text()) that has at most
 * @most units when replaced, up to the end of a line where there is one: its
 * bytes; *@skip is what to go on behind.
 */
size_t write_part(const char *s, int most, const struct write_rule *rules,
	size_t *skip);

/** The first @n bytes of clean text @s, replaced. */
const char *write_replaced(struct arena *a, const char *s, size_t n,
	const struct write_rule *rules);

/** How many units @s has. */
int write_units(const char *s);

/** A request with @method to @url; what the channel says of TLS with it. */
void write_request(const struct channel *c, const char *method,
	const char *url, struct request *out);

/** Makes @json, which is released, the body of @out, as @type. */
void write_body(struct arena *a, struct str *json, const char *type,
	struct request *out);

/** A POST of @json, which is released, to the channel's url. */
void write_post(const struct channel *c, struct arena *a, struct str *json,
	struct request *out);

/** Adds a header to @out; there is room for eight. */
void write_header(struct arena *a, struct request *out, const char *name,
	const char *value);

/** "Authorization: WORD SECRET". */
void write_secret(struct arena *a, struct request *out, const char *word,
	const char *secret);

/** "INC-42-7, log 9f3a c07e 11b2 77aa": what lets people recognise it. */
const char *write_foot(struct arena *a, const struct news *n);

/**
 * "INC-42-7-9f3ac07e": what the other side folds repeats of the news @id by.
 * Of letters, digits and - alone; with digits of the entry's hash, since
 * another store begins with INC-1, too.
 */
const char *write_key(struct arena *a, const struct news *n, const char *id);

/** What is said first, on one line: never empty. */
const char *write_head(struct arena *a, const struct news *n, int most,
	const struct write_rule *rules);

/**
 * The bridge for those who are to meet there, when it is a link and not told
 * in the text; else "".
 */
const char *write_bridge(const struct news *n);

#endif
