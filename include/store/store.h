/*
 * The shared append-only log behind one small table of functions.
 *
 * An event is two texts, head and data, which no store ever re-encodes.  Its
 * place is (incident, n), created only if absent and only if the one before
 * it is there: that is the whole concurrency control.  A store knows no event
 * kinds; a summary is a text of the writer's, opaque but for its rank.
 *
 * Promises, tested by one suite over all stores: one order for every reader;
 * a place is filled once; a retried append adds nothing; a reader misses
 * nothing and sees nothing twice; callbacks come only from loop_turn().
 */
#ifndef FG_STORE_STORE_H
#define FG_STORE_STORE_H

#include "base/err.h"
#include "base/hash.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct loop;
struct store;        /* one open store */
struct store_follow; /* one reader of one incident */

#define STORE_EVENT_MAX 65536 /* bytes of head + data of one event */
#define STORE_APPEND_MAX 64   /* events of one append */

/** One event as the store has it; all borrowed, dies with the call. */
struct store_record {
	uint32_t incident;
	uint32_t n;        /* place, from 1, dense */
	struct id id;
	struct id salt;    /* zero when erased */
	const char *head;  /* JSON, NUL-terminated */
	size_t head_len;
	const char *data;  /* JSON; "" when erased */
	size_t data_len;
	struct hash hash;
};

/** One event to append; texts are borrowed until the call returns. */
struct store_draft {
	struct id id;
	struct id salt;
	const char *head;
	const char *data;       /* "" only for an erased event of an import */
	const struct hash *hash; /* given for an erased event, else NULL */
};

/** What the store keeps beside the events of one incident. */
struct store_summary {
	uint32_t incident;
	uint32_t n;       /* the entry after which it was made */
	uint32_t last;    /* the last entry in the log: differs, then fold */
	int64_t rank;     /* sorts the board: lower first */
	const char *text; /* borrowed; opaque */
};

struct store_append {
	uint32_t incident;
	uint32_t n;            /* place of the first draft */
	int count;             /* 1 .. STORE_APPEND_MAX */
	const struct store_draft *drafts;
	int64_t rank;          /* with @summary */
	const char *summary;   /* NULL: keep the one that is there */
	/*
	 * Place to empty in the same act, 0: none.  It loses data and salt;
	 * one that was emptied before stays as it is.
	 */
	uint32_t erase;
};

enum store_result {
	STORE_DONE,     /* all drafts are in the log for good */
	STORE_TAKEN,    /* another writer has the place: catch up, decide again */
	STORE_THERE,    /* this id is in the incident already, at place @n */
	STORE_GAP,      /* the place before the first is not filled */
	STORE_READONLY, /* opened for reading, or no permission */
	STORE_FAILED,   /* not written: disk full, not ours, ... (see why) */
	STORE_UNKNOWN,  /* the reply was lost: read the place before retrying */
};

/**
 * End of one append; @n is the place of the first draft, or with STORE_THERE
 * of the first draft whose id the incident has.  @why is a sentence for
 * everything but STORE_DONE, for which it is NULL.
 */
typedef void store_append_fn(void *ctx, enum store_result result, uint32_t n,
	const struct err *why);

/** How a store is opened; NULL or zeroed: for writing, created if absent. */
struct store_options {
	bool read_only;  /* no byte is written, not even the file created */
	bool practice;   /* mark a store that is created as practice */
	bool must_exist; /* do not create it */
};

/**
 * Opens the log at @url: "sqlite:PATH", "memory:" (its own empty log, gone
 * when it is closed) or a bare path (sqlite).  Creates the file and its
 * folder unless told not to, as open to others as the umask lets them be:
 * with 022 another Unix user can watch, with 002 or 007 the group can write.
 *
 * NULL with @err: ERR_USAGE for an unknown scheme, ERR_STORE when it cannot
 * be opened (not SQLite, not ours, newer, network file system, may not be
 * written, ...).  @loop is borrowed and must outlive the store.  Opening is
 * the one call that may wait, up to 2 s, for another program's lock.
 */
struct store *store_open(struct loop *loop, const char *url,
	const struct store_options *opt, struct err *err);

/**
 * Closes and frees @s with its followers; what was asked and not yet answered
 * is dropped unanswered.  Not to be called from a callback of the same store.
 * NULL is fine.
 */
void store_close(struct store *s);

/**
 * Appends; everything is copied.  @fn is called once from the loop.  Appends
 * of one store are done in the order they were asked for.  Whether @fn or
 * the records come first is not promised.  A busy store is tried again for
 * 5 s, then it is STORE_FAILED with a sentence, nothing written.
 */
void store_append(struct store *s, const struct store_append *a,
	store_append_fn *fn, void *ctx);

/** What a follower is told. */
enum store_state {
	STORE_LIVE,      /* all that is there has been handed over */
	STORE_AWAY,      /* cannot be read now; tried again for ever */
	STORE_WENT_BACK, /* the last (n, hash) handed over is no longer there */
};

struct store_sink {
	/** One place more; its id and salt are zero, they are for copying. */
	void (*record)(void *ctx, const struct store_record *r);
	/**
	 * After each batch, and when the state changes; @why when not LIVE.
	 * The first LIVE comes when all that was there has been handed over,
	 * also when that was nothing.
	 */
	void (*state)(void *ctx, enum store_state state, const struct err *why);
	void *ctx;
};

/** Where a follower goes on from. */
struct store_from {
	uint32_t incident;
	uint32_t after;          /* the last place it has, 0: none */
	const struct hash *hash; /* of that place, NULL: not checked */
};

/**
 * Follows one incident from the place after @from->after on, for ever; @sink
 * and @from are copied.  The hash lets the store see that it went back.  An
 * erasure arrives as the entry that says so; the emptied entry itself is not
 * handed over again.  store_unfollow() may be called from the sink; NULL is
 * fine.
 */
struct store_follow *store_follow(struct store *s,
	const struct store_from *from, const struct store_sink *sink);
void store_unfollow(struct store_follow *f);

/** Something changed, in whatever incident; or perhaps nothing did. */
typedef void store_changed_fn(void *ctx);

/**
 * Calls @fn (from the loop) after any change of any incident, ours included.
 * One a store, NULL takes it back.
 */
void store_watch(struct store *s, store_changed_fn *fn, void *ctx);

/**
 * The safety net: looks whether others wrote (about 5 us) and tries again
 * what could not be read.  Whoever follows or watches calls it once a second
 * from a timer it has anyway, so that an idle screen wakes up once a second
 * and not twice; the store keeps no timer for it.  Others' writes normally
 * arrive at once, by the bell, without it.
 */
void store_tick(struct store *s);

/** End of one question; @why is NULL when all rows were handed over. */
typedef void store_done_fn(void *ctx, const struct err *why);

/** One page of summaries, by rank, then number, the newest first. */
struct store_page {
	int offset;
	int limit; /* -1: all */
	void (*row)(void *ctx, const struct store_summary *row);
	store_done_fn *done;
	void *ctx;
};

/** Hands over the rows of one page, then @done. */
void store_summaries(struct store *s, const struct store_page *page);

/** The places @from .. @to of one incident, read once. */
struct store_range {
	uint32_t incident;
	uint32_t from; /* 0 is 1 */
	uint32_t to;   /* 0: to the end */
	bool lean;     /* without id and salt, which are zero: faster */
	void (*record)(void *ctx, const struct store_record *r);
	store_done_fn *done;
	void *ctx;
};

/** Hands over those places that are filled, in order, then @done. */
void store_read(struct store *s, const struct store_range *range);

/** The numbers of all incidents, ascending, with the last place of each. */
struct store_list {
	void (*row)(void *ctx, uint32_t incident, uint32_t last);
	store_done_fn *done;
	void *ctx;
};

/** The next new incident is the last number + 1. */
void store_incidents(struct store *s, const struct store_list *list);

/**
 * Replaces one cached summary (verify makes all of them again), unless
 * another entry came since: then the summary made with that one stays.
 * @row is copied, its @last is not looked at.
 */
void store_set_summary(struct store *s, const struct store_summary *row,
	store_done_fn *done, void *ctx);

/** Who has which incident open, on which kind of screen. */
struct store_presence {
	char who[72];
	char screen[24];   /* "dashboard", "wall", ... */
	uint32_t incident; /* 0: the board */
	bool mine;         /* said by this store; not looked at by store_here() */
};

/**
 * Says that we are here; replaces what we said before, NULL takes it back.
 * Gone with the process.  Who may not write beside the store is not counted.
 */
void store_here(struct store *s, const struct store_presence *p);

/** Everybody who is here, us included; returns how many (at most @max). */
int store_present(struct store *s, struct store_presence *out, int max);

/** Facts about an open store. */
const char *store_name(const struct store *s);  /* "sqlite:/path/fg.db" */
bool store_practice(const struct store *s);     /* as it was created */
bool store_read_only(const struct store *s);
/** loop_now() of the last good read; the age of it decides NO SIGNAL. */
int64_t store_last_good(const struct store *s);

#endif
