/*
 * All entries of one incident as the bytes that the log holds: what is
 * exported, imported, copied and verified.
 */
#ifndef FG_RUN_CHAIN_H
#define FG_RUN_CHAIN_H

#include "base/err.h"
#include "base/hash.h"
#include "store/store.h"

#include <stdbool.h>
#include <stdint.h>

struct arena;
struct loop;
struct str;

struct chain_link {
	struct id id, salt;
	struct hash hash;
	const char *head;
	const char *data;  /* "" when erased */
};

struct chain {
	uint32_t incident;
	uint32_t n;              /* links[i] is place i + 1 */
	uint32_t cap;
	struct chain_link *links; /* on the heap, texts in the arena */
	struct arena *arena;     /* borrowed */
};

struct chains {
	struct chain *v;
	int n;
};

/** Adds the record at the next place; its texts are copied. */
void chain_add(struct chain *c, const struct store_record *r);

/** Reads one incident, or all, waiting for it. */
bool chain_read(struct loop *loop, struct store *s, struct chain *out,
	struct err *err);
bool chains_read(struct loop *loop, struct store *s, struct arena *a,
	struct chains *out, struct err *err);

/** The chain of @incident, made when it is not there. */
struct chain *chains_get(struct chains *all, struct arena *a,
	uint32_t incident);

void chain_release(struct chain *c);
void chains_release(struct chains *all);

/** What is to be said about one place. */
typedef void chain_said_fn(void *ctx, uint32_t n, const char *sentence);

/**
 * Recomputes the chain; returns the first place that is damaged, 0 when there
 * is none, with a sentence in @err.  @said (may be NULL) hears of erased ones.
 */
uint32_t chain_check(const struct chain *c, chain_said_fn *said, void *ctx,
	struct err *err);

/**
 * Reads the lines of an export called @name, which are changed, and checks
 * their hashes; ERR_USAGE or ERR_STORE "NAME:LINE: what".
 */
bool chains_parse(const char *name, char *text, struct arena *a,
	struct chains *out, struct err *err);

/** One link as an export line, with its newline. */
void chain_line(const struct store_record *r, struct str *out);

/**
 * Reads an export line, which is changed; @out borrows from it.  ERR_USAGE
 * says what is not as it should be.
 */
bool chain_line_read(char *line, struct store_record *out, struct err *err);

#endif
