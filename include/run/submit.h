/*
 * The one place that writes: a command becomes entries of the log, or a
 * sentence that says why not.
 *
 * Decide on the state up to entry n, append at n + 1.  When somebody else was
 * faster, fold what came and decide again: a record then goes to the next
 * place, a claim is refused if its premise no longer holds.  One at a time, in
 * the order asked; --read-only is refused here, for every command.
 */
#ifndef FG_RUN_SUBMIT_H
#define FG_RUN_SUBMIT_H

#include "base/err.h"
#include "base/when.h"
#include "cmd/cmd.h"

#include <stdbool.h>
#include <stdint.h>

struct live;
struct submit;
struct world;

enum submit_result {
	SUBMIT_DONE,    /* in the log for good; or there was nothing to write */
	SUBMIT_REFUSED, /* by a rule, or the words are wrong */
	SUBMIT_FAILED,  /* the store could not: nothing was written */
	SUBMIT_UNKNOWN, /* the reply was lost and the place cannot be read */
};

struct submit_answer {
	enum submit_result result;
	const struct err *err;         /* NULL when done */
	uint32_t incident;             /* where it was written, or was to be */
	uint32_t first;                /* place of the first entry; 0: none */
	int count;                     /* entries written */
	const struct incident *inc;    /* as it is now, with them; or NULL */
	const struct outcome *outcome; /* what was decided; NULL when refused */
	const struct cmd_args *args;   /* as they were understood, or NULL */
	when_ms now;                   /* the instant it was decided at */
};

/** Called from the loop; everything in @a is borrowed for the call. */
typedef void submit_fn(void *ctx, const struct submit_answer *a);

struct submit_ask {
	char *const *words;     /* the command's words; copied */
	int n_words;
	struct live *live;      /* the incident it is about, or ... */
	uint32_t incident;      /* ... its number, read here; 0: a new one */
	const struct cmd_premise *premise; /* copied; NULL: the first state
	                                    * that it is decided on */
	const char *who;        /* copied; NULL: who acts in the world */
	bool let_go;            /* what it tells leaves without ten seconds */
	bool scenario;          /* @when is the time of the line */
	when_ms when;
	submit_fn *fn;
	void *ctx;
};

/** A queue of submissions to the store of @w, which is borrowed. */
struct submit *submit_new(struct world *w);

/** Frees it; what was not answered yet stays unanswered. */
void submit_free(struct submit *s);

/** Asks; @ask->fn is called once, from the loop. */
void submit_send(struct submit *s, const struct submit_ask *ask);

/** How many are not answered yet; *@since: loop_now() of the oldest. */
int submit_waiting(const struct submit *s, int64_t *since);

#endif
