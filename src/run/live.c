#include "run/live.h"

#include "base/mem.h"
#include "run/waits.h"

#include <stdlib.h>
#include <string.h>

struct live {
	struct store *store;
	struct incident *inc;
	struct store_follow *follow;
	live_changed_fn *changed;
	void *ctx;
	struct waits waiting; /* for the reading that is under way */
	struct waits later;   /* asked for since: for the next one */
	bool reading;
	bool ready;
	bool gap;             /* a record came that is not the next one */
	enum store_state state;
	struct err why;
	int held;
};

/* What is known already comes again: from the follower after a reading. */
static void
live_record(void *ctx, const struct store_record *r)
{
	struct live *l = ctx;

	if (r->n <= l->inc->n)
		return;
	if (r->n != l->inc->n + 1) {
		l->gap = true;
		return;
	}
	incident_apply(l->inc, r->head, r->data, &r->hash);
}

static void
live_state_said(void *ctx, enum store_state state, const struct err *why)
{
	struct live *l = ctx;

	incident_settle(l->inc);
	l->state = state;
	if (state == STORE_LIVE)
		l->ready = true;
	if (why)
		l->why = *why;
	if (l->changed)
		l->changed(l->ctx);
}

struct live *
live_new(struct store *s, uint32_t number)
{
	struct live *l = mem_new(sizeof(*l));

	l->store = s;
	l->inc = incident_new(number);
	l->held = 1;
	return l;
}

struct live *
live_follow(struct store *s, uint32_t number, live_changed_fn *fn, void *ctx)
{
	struct live *l = live_new(s, number);
	struct store_from from = {.incident = number};
	struct store_sink sink = {live_record, live_state_said, l};

	l->changed = fn;
	l->ctx = ctx;
	l->follow = store_follow(s, &from, &sink);
	return l;
}

struct live *
live_keep(struct live *l)
{
	l->held++;
	return l;
}

static void
live_free(struct live *l)
{
	waits_release(&l->waiting);
	waits_release(&l->later);
	store_unfollow(l->follow);
	incident_free(l->inc);
	free(l);
}

void
live_close(struct live *l)
{
	/* A reading that the store still answers holds it too. */
	if (l && --l->held == 0)
		live_free(l);
}

static void live_read_on(struct live *l);

static void
live_read_done(void *ctx, const struct err *why)
{
	struct live *l = ctx;
	struct err gap;

	if (!why && l->gap) {
		err_set(&gap, ERR_STORE, "entry %u of INC-%u cannot be found"
			" in the store", (unsigned)l->inc->n + 1,
			(unsigned)l->inc->number);
		why = &gap;
	}
	l->reading = false;
	incident_settle(l->inc);
	if (!why)
		l->ready = true;
	waits_answer(&l->waiting, why);
	if (l->later.first && !l->reading)
		live_read_on(l);
	live_close(l);
}

static void
live_read_on(struct live *l)
{
	struct store_range range = {
		.incident = l->inc->number, .from = l->inc->n + 1,
		.lean = true, .record = live_record, .done = live_read_done,
		.ctx = live_keep(l),
	};

	l->waiting = l->later;
	l->later.first = NULL;
	l->reading = true;
	l->gap = false;
	store_read(l->store, &range);
}

void
live_catch_up(struct live *l, live_done_fn *fn, void *ctx)
{
	waits_add(&l->later, fn, ctx);
	if (!l->reading)
		live_read_on(l);
}

void
live_forget(struct live *l, const void *ctx)
{
	waits_forget(&l->waiting, ctx);
	waits_forget(&l->later, ctx);
}

const struct incident *
live_incident(const struct live *l)
{
	return l->inc;
}

bool
live_ready(const struct live *l)
{
	return l->ready;
}

enum store_state
live_state(const struct live *l, const char **why)
{
	if (why)
		*why = l->state == STORE_LIVE ? NULL : l->why.text;
	return l->state;
}
