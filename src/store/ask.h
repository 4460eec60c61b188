/*
 * Questions put to a local store, kept until the loop comes to them.
 */
#ifndef FG_STORE_ASK_H
#define FG_STORE_ASK_H

#include "store/store.h"

enum ask_kind {
	ASK_APPEND,
	ASK_SET_SUMMARY,
	ASK_SUMMARIES,
	ASK_READ,
	ASK_INCIDENTS,
	ASK_REFUSED, /* an append that is answered with @why, unasked */
};

struct ask {
	struct ask *next;
	enum ask_kind kind;
	int64_t since; /* loop_now() when it was put */
	union {
		struct store_append append; /* its texts follow the ask */
		struct store_summary summary;
		struct store_page page;
		struct store_range range;
		struct store_list list;
		struct {
			enum store_result result;
			uint32_t n;
			const char *why;
		} refused;
	} u;
	store_append_fn *append_fn;
	store_done_fn *done;
	void *ctx;
};

/** Whether @a is a thing that a store may be asked to append. */
bool ask_check(const struct store_append *a, struct err *err);

/** A copy of @a with all its texts in one piece; freed with free(). */
struct ask *ask_append_new(const struct store_append *a);

/** The same for a summary; its text too is copied. */
struct ask *ask_summary_new(const struct store_summary *row);

/** An append that is to be answered with @result and @why. */
struct ask *ask_refused_new(const struct store_append *a,
	enum store_result result, const char *why);

/** A question without texts of its own. */
struct ask *ask_new(enum ask_kind kind);

/** Whether it writes: those keep their order among themselves. */
bool ask_writes(const struct ask *a);

#endif
