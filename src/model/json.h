/*
 * Reading JSON from left to right, without a tree.
 *
 * An incident's events are decoded each time a screen opens it, so values go
 * straight to where they are kept.  Each function takes one thing and moves
 * on.  The first that finds something else marks the reader bad; from then
 * on all of them do nothing, so that only the end has to be asked.
 */
#ifndef FG_MODEL_JSON_H
#define FG_MODEL_JSON_H

#include "base/when.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

struct json {
	const char *p;    /* what comes next */
	struct arena *a;  /* where texts go */
	int depth;        /* containers that are open */
	bool fresh;       /* the innermost one has had no member yet */
	bool bad;
};

/** A key as it is written: the bytes between its quotes. */
struct json_key {
	const char *s;
	size_t len;
};

/** Begins to read @text, which must outlive the reader. */
void json_begin(struct json *j, struct arena *a, const char *text);

/** Whether all was read, nothing was bad and nothing follows. */
bool json_end(struct json *j);

/**
 * Whether an array or object comes; takes its beginning.  Then json_array()
 * or json_object() is called for each member until it returns false.
 */
bool json_open(struct json *j, char bracket);

/** Goes to the next member of an array. */
bool json_array(struct json *j);

/** Goes to the next member of an object and takes its key. */
bool json_object(struct json *j, struct json_key *key);

/**
 * @members, of which there are @n of @size bytes, with room for one more;
 * moved when they are a power of two.
 */
void *json_room(struct json *j, void *members, int n, size_t size);

/** Whether @key is @name, written without escapes. */
bool json_is(const struct json_key *key, const char *name);

/**
 * The place of @key in @n @names, -1 when it is none of them.  The search
 * begins at @from, since members mostly come in one order.
 */
int json_find(const struct json_key *key, const char *const *names, int n,
	int from);

/**
 * A text: a string, or {"base64":"..."} for bytes that are not UTF-8.  One
 * with NUL in it is bad.  "" when the reader is bad; never NULL.
 */
const char *json_text(struct json *j);

/**
 * A string without escapes and below @size bytes, copied to @out: for what
 * is read further at once.  "" and false when the reader is bad.
 */
bool json_plain(struct json *j, char *out, size_t size);

/** An integer from @min to @max, without fraction or exponent; else bad. */
int64_t json_int(struct json *j, int64_t min, int64_t max);

bool json_bool(struct json *j);

/** A time as when_iso() writes it; WHEN_NONE when the reader is bad. */
when_ms json_time(struct json *j);

/** Passes over a value of any type. */
void json_skip(struct json *j);

#endif
