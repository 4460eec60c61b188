/*
 * What a courier does next: pure, from the folded log, the channels, the time
 * and what this courier has seen itself.
 *
 * plan_incident() says what of one incident may go now, plan_before() which
 * of several goes first through a channel, plan_claimed() and plan_outcome()
 * what follows from what happened.  Two clocks are used: @now (the wall's, as
 * in the log) for what the log says, and @mono for the age of what this
 * courier saw itself, since writers' clocks differ.
 */
#ifndef FG_RELAY_PLAN_H
#define FG_RELAY_PLAN_H

#include "model/delivery.h"
#include "relay/channel.h"

#include <stdbool.h>
#include <stdint.h>

struct arena;
struct incident;
struct roster;

#define PLAN_ENTRIES 64   /* that one delivery may carry */
#define PLAN_NEVER INT64_C(-1)

/* Milliseconds. */
#define PLAN_LAPSE 90000    /* a claim without outcome: then another one
			     * takes it over */
#define PLAN_TRY 20000      /* one request, at most */
#define PLAN_SECOND 30000   /* until what may have arrived goes again */

/** One channel, as this courier has found it. */
struct plan_channel {
	int fails;          /* in a row */
	bool open;          /* probed only: it failed PLAN_FAILS times */
	bool shut;          /* nothing goes until a person says so */
	int64_t next;       /* mono: not before it */
	when_ms success;    /* the last one of ours; WHEN_NONE */
};

struct plan_claim {
	uint32_t incident, n;
	int64_t seen;       /* mono: first */
};

/** All that a courier keeps in mind; zeroed by plan_memory_new(). */
struct plan_memory {
	struct plan_channel *channel; /* in the order of the channels */
	int n_channels;
	struct plan_claim *claims;
	int n_claims, cap_claims;
	int64_t lapse;      /* PLAN_LAPSE unless set */
};

/** For @n_channels, of which nothing is known yet; NULL may be freed. */
struct plan_memory *plan_memory_new(int n_channels);
void plan_memory_free(struct plan_memory *m);

enum plan_what {
	PLAN_SEND,
	PLAN_EXPIRE,     /* too old: the log says so */
	PLAN_UNSURE,     /* words for customers that may be there already */
	PLAN_CONFIRM,    /* a person agrees first */
};

/** Something to be done for entries of one incident, through one channel. */
struct plan_item {
	enum plan_what what;
	uint32_t incident;
	int channel;             /* index */
	int32_t entries[PLAN_ENTRIES];
	int n;
	enum news_kind kind;
	bool stop;               /* that the page is called off */
	bool asked;              /* a person asked for another try */
	bool repeat;             /* it may be there already */
	uint32_t claim;          /* the claim that it takes the place of */
	int tries;               /* claims before */
	const char *who, *address; /* of a page; "" */
	const char *remote;      /* what the other side calls what came
	                          * before in this incident, or the page; "" */
	int severity;
	when_ms when;            /* of its last entry */
};

struct plan_in {
	const struct incident *inc;
	const struct channels *channels;
	const struct roster *roster;
	when_ms now;
	int64_t mono;
	struct plan_memory *memory;
	struct arena *a;         /* items and their texts */
};

struct plan {
	struct plan_item *v;
	int n;
	int64_t look;   /* ms until there may be more; PLAN_NEVER: until the
	                 * log changes */
	int waiting;    /* deliveries that are not for now */
};

/**
 * What of one incident may go now, apart from what the channels' own state
 * says: of messages at most one delivery a channel, so that their order
 * holds; pages and what calls them off each by themselves.  Channels that
 * lack a secret are not ours to serve.
 */
void plan_incident(const struct plan_in *in, struct plan *out);

/** Whether @a goes before @b through a channel; an open one @probes. */
bool plan_before(const struct plan_item *a, const struct plan_item *b,
	bool probes);

/** ms until @item may go through its channel; PLAN_NEVER: not by itself. */
int64_t plan_wait(const struct plan_memory *m, const struct plan_item *item,
	int64_t mono);

/**
 * How long until try @n + 1, in ms: uniform in 0 .. min(5 min, 1 s * 2^n),
 * of @kind page at most 30 s, by @random; at least what the other side asked
 * for (@asked), of which an hour counts.
 */
int64_t plan_back_off(int n, enum news_kind kind, int64_t asked,
	uint64_t random);

/**
 * The news that @item is, sent at @now through @c; memory from @a, texts
 * belong to @inc and @item.
 */
void plan_news(const struct plan_item *item, const struct incident *inc,
	const struct channel *c, when_ms now, struct arena *a,
	struct news *out);

/** What comes after a try. */
enum plan_then {
	PLAN_WRITE_SENT,
	PLAN_WRITE_FAILED,   /* as @state */
	PLAN_TRY_AGAIN,      /* with the same claim, after @wait */
};

struct plan_end {
	enum plan_then then;
	enum delivery_state state;
	int64_t wait;        /* ms; 0: at once */
	bool repeat;         /* it may have arrived */
};

struct plan_try {
	const struct channel *channel;
	const struct plan_item *item;
	const struct verdict *verdict;
	int64_t held;        /* ms since it was claimed */
	int64_t mono;
	when_ms now;
	uint64_t random;
	bool last;           /* no other try with this claim */
};

/** What follows from a try, and what it teaches about the channel. */
void plan_outcome(struct plan_memory *m, const struct plan_try *t,
	struct plan_end *out);

/** How long a claim is held before its outcome is written, in ms. */
int64_t plan_hold(const struct plan_memory *m);

/** How long one request may take, in ms. */
int64_t plan_patience(const struct plan_memory *m);

/** A try begins now: the channel rests for its gap. */
void plan_begin(struct plan_memory *m, const struct channel *c, int channel,
	int64_t mono);

#endif
