/*
 * What every store is made of: the facts store.c answers from, and the
 * functions behind it.  A store's own struct begins with struct store.
 */
#ifndef FG_STORE_STORE_OPS_H
#define FG_STORE_STORE_OPS_H

#include "store/store.h"

struct store_ops {
	void (*close)(struct store *s);
	/** @fn comes from the loop; the store checks @a (ask_check()). */
	void (*append)(struct store *s, const struct store_append *a,
		store_append_fn *fn, void *ctx);
	struct store_follow *(*follow)(struct store *s,
		const struct store_from *from, const struct store_sink *sink);
	void (*unfollow)(struct store_follow *f);
	void (*watch)(struct store *s, store_changed_fn *fn, void *ctx);
	void (*tick)(struct store *s);
	void (*summaries)(struct store *s, const struct store_page *page);
	void (*read)(struct store *s, const struct store_range *range);
	void (*incidents)(struct store *s, const struct store_list *list);
	void (*set_summary)(struct store *s, const struct store_summary *row,
		store_done_fn *done, void *ctx);
	void (*here)(struct store *s, const struct store_presence *p);
	int (*present)(struct store *s, struct store_presence *out, int max);
};

struct store {
	const struct store_ops *ops;
	struct loop *loop;
	char *name; /* owned by the store's own close */
	bool practice;
	bool read_only;
	int64_t last_good; /* loop_now() */
};

/** Every store_follow begins with its store. */
struct store_follow {
	struct store *store;
};

#endif
