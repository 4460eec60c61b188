#include "store/local.h"

#include "base/mem.h"

#include <stdlib.h>
#include <string.h>

/*
 * Entries handed over in one turn: so many take some 20 ms, and the screen
 * is drawn in between.
 */
#define BATCH 20000

struct local_follow {
	struct store_follow base;
	struct local_follow *next;
	struct store_sink sink;
	uint32_t incident;
	uint32_t after;    /* the last place handed over */
	struct hash hash;  /* of that place */
	bool has_hash;
	enum store_state state;
	bool told;         /* the sink knows the state */
	bool news;         /* and not yet that more was handed over */
	struct err why;    /* as it was told, when not LIVE */
	bool stale;        /* to be caught up with */
	bool dead;         /* stopped from inside a callback */
	/* of one batch: */
	bool found;        /* place @after is there with that hash */
	bool hole;         /* a place is missing in the log */
	int got;
};

static struct local *
local_of(const struct local_follow *f)
{
	return (struct local *)f->base.store;
}

struct store_follow *
local_follow_new(struct store *s, const struct store_from *from,
	const struct store_sink *sink)
{
	struct local *l = (struct local *)s;
	struct local_follow *f = mem_new(sizeof(*f));
	struct local_follow **end = &l->follows;

	f->base.store = s;
	f->sink = *sink;
	f->incident = from->incident;
	f->after = from->after;
	if (from->after && from->hash) {
		f->hash = *from->hash;
		f->has_hash = true;
	}
	f->stale = true;
	while (*end)
		end = &(*end)->next;
	*end = f;
	l->log->listen(l);
	local_wake(l);
	return &f->base;
}

/* Frees the followers that were stopped, or all. */
static void
follows_sweep(struct local *l, bool all)
{
	struct local_follow **at = &l->follows;

	while (*at) {
		struct local_follow *f = *at;

		if (all || f->dead) {
			*at = f->next;
			free(f);
		} else {
			at = &f->next;
		}
	}
}

void
local_follow_stop(struct store_follow *base)
{
	struct local_follow *f = (struct local_follow *)base;
	struct local *l = local_of(f);

	f->dead = true;
	if (!l->running)
		follows_sweep(l, false);
}

void
local_follows_free(struct local *l)
{
	follows_sweep(l, true);
}

void
local_follows_mark(struct local *l, bool all)
{
	for (struct local_follow *f = l->follows; f; f = f->next) {
		if (!all && f->state != STORE_AWAY)
			continue;
		f->stale = true;
		local_wake(l);
	}
}

/* Each batch begins with the last entry that we have, to see it still there. */
static bool
follow_row(void *ctx, const struct store_record *r)
{
	struct local_follow *f = ctx;

	if (f->has_hash && !f->found) {
		f->found = r->n == f->after && hash_same(&r->hash, &f->hash);
		return f->found;
	}
	if (r->n != f->after + 1) {
		f->hole = true;
		return false;
	}
	f->after = r->n;
	f->hash = r->hash;
	f->has_hash = f->found = true;
	f->news = true;
	f->got++;
	f->sink.record(f->sink.ctx, r);
	return !f->dead;
}

static void
follow_tell(struct local_follow *f, enum store_state state,
	const struct err *why)
{
	bool news = !f->told || f->state != state ||
		(state == STORE_LIVE && f->news) ||
		(why && strcmp(why->text, f->why.text) != 0);

	f->state = state;
	f->told = true;
	f->news = false;
	if (why)
		f->why = *why;
	if (news && f->sink.state)
		f->sink.state(f->sink.ctx, state, why);
}

static void
follow_run(struct local *l, struct local_follow *f)
{
	bool check = f->has_hash;
	struct local_read read = {
		.incident = f->incident,
		.from = check ? f->after : f->after + 1,
		.limit = BATCH,
		.lean = true,
		.row = follow_row,
		.ctx = f,
	};
	enum local_try try;
	struct err why;

	f->stale = f->found = f->hole = false;
	f->got = 0;
	try = l->log->read(l, &read, &why);
	if (f->dead)
		return;
	if (try == LOCAL_BUSY) {
		f->stale = true;
		local_retry(l);
		return;
	}
	if (try == LOCAL_FAILED) {
		follow_tell(f, STORE_AWAY, &why);
		return;
	}
	l->base.last_good = loop_now(l->base.loop);
	if (check && !f->found) {
		err_set(&why, ERR_STORE, "the store went back: entry %u, as it "
			"was read from %s, is no longer there",
			(unsigned)f->after, l->base.name);
		follow_tell(f, STORE_WENT_BACK, &why);
	} else if (f->hole) {
		err_set(&why, ERR_STORE, "%s is damaged: entry %u of incident "
			"%u is missing", l->base.name, (unsigned)f->after + 1,
			(unsigned)f->incident);
		follow_tell(f, STORE_AWAY, &why);
	} else if (f->got + check >= BATCH) {
		f->stale = true;
		local_wake(l);
	} else {
		follow_tell(f, STORE_LIVE, NULL);
	}
}

void
local_follows_run(struct local *l)
{
	for (struct local_follow *f = l->follows; f; f = f->next)
		if (f->stale && !f->dead)
			follow_run(l, f);
	follows_sweep(l, false);
}
