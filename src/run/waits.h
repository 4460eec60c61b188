/*
 * Those who wait for an answer that is on its way, in the order they came.
 */
#ifndef FG_RUN_WAITS_H
#define FG_RUN_WAITS_H

struct err;

/** The answer is there; @why is NULL when all went well. */
typedef void waits_fn(void *ctx, const struct err *why);

/** Zeroed it is empty; assigning it moves it. */
struct waits {
	struct waits_row *first;
};

/** Lets one more wait; @fn may be NULL. */
void waits_add(struct waits *w, waits_fn *fn, void *ctx);

/** Answers all that wait now; who comes while it does so waits on. */
void waits_answer(struct waits *w, const struct err *why);

/** Forgets those that were added with @ctx, unanswered. */
void waits_forget(struct waits *w, const void *ctx);

/** Forgets all of them, unanswered. */
void waits_release(struct waits *w);

#endif
