/*
 * A store whose log can be asked at once, without waiting for a network:
 * memory and sqlite.  The log answers each question when it is put; this
 * layer puts the questions from the loop, keeps them in order, asks again
 * when the log was busy, and keeps the followers up to date.
 */
#ifndef FG_STORE_LOCAL_H
#define FG_STORE_LOCAL_H

#include "store/store_ops.h"

#include "loop/loop.h"

struct ask;
struct local;
struct local_follow;

/** How a question went. */
enum local_try {
	LOCAL_OK,
	LOCAL_BUSY,   /* somebody else has the lock: ask again later */
	LOCAL_FAILED, /* err says why */
};

/** The end of an append that was neither busy nor failed. */
struct local_answer {
	enum store_result result;
	uint32_t n;
	struct err why;
};

/** Places to read, from @from on; the row function stops it with false. */
struct local_read {
	uint32_t incident;
	uint32_t from;
	uint32_t to;   /* 0: to the end */
	int64_t limit; /* rows, -1: all */
	bool lean;     /* without id and salt */
	bool (*row)(void *ctx, const struct store_record *r);
	void *ctx;
};

/** The log under a local store; functions that read never wait. */
struct local_ops {
	void (*close)(struct local *l);
	/** LOCAL_OK or LOCAL_BUSY; a failure is an answer too. */
	enum local_try (*append)(struct local *l, const struct store_append *a,
		struct local_answer *out);
	enum local_try (*read)(struct local *l, const struct local_read *r,
		struct err *err);
	enum local_try (*summaries)(struct local *l,
		const struct store_page *page, struct err *err);
	enum local_try (*incidents)(struct local *l,
		const struct store_list *list, struct err *err);
	enum local_try (*set_summary)(struct local *l,
		const struct store_summary *row, struct err *err);
	/** Whether others wrote since it was last asked. */
	enum local_try (*check)(struct local *l, bool *changed,
		struct err *err);
	/** Somebody follows or watches from now on: begin to listen. */
	void (*listen)(struct local *l);
	void (*here)(struct local *l, const struct store_presence *p);
	int (*present)(struct local *l, struct store_presence *out, int max);
};

struct local {
	struct store base;
	const struct local_ops *log;
	struct ask *asks, *asks_last;
	struct local_follow *follows;
	struct loop_timer *wake;  /* in the next turn */
	struct loop_timer *retry; /* after a busy answer */
	store_changed_fn *watch;
	void *watch_ctx;
	bool changed; /* tell the watch */
	bool running; /* callbacks are being called */
};

/** Makes @l a local store over @log; name, practice, read_only are the log's. */
void local_init(struct local *l, struct loop *loop, const struct local_ops *log);

/** Somebody wrote: brings followers and the watch up to date, in a turn. */
void local_changed(struct local *l);

/** Runs what waits in the next turn; the other one a little later. */
void local_wake(struct local *l);
void local_retry(struct local *l);

/*
 * The answers to an append that cannot be, the same in every log; all return
 * false.  @last is the last place that is filled.
 */
bool local_there(struct local_answer *out, uint32_t place);
bool local_twice(struct local_answer *out);
bool local_misplaced(struct local_answer *out, const struct store_append *a,
	uint32_t last);
bool local_no_entry(struct local_answer *out, uint32_t place);

/* local_follow.c */
struct store_follow *local_follow_new(struct store *s,
	const struct store_from *from, const struct store_sink *sink);
void local_follow_stop(struct store_follow *f);
void local_follows_free(struct local *l);

/** Marks all followers, or those alone that could not be read last time. */
void local_follows_mark(struct local *l, bool all);

/** Catches up with each marked follower. */
void local_follows_run(struct local *l);

#endif
