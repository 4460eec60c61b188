#include "run/chain_put.h"

#include "base/mem.h"
#include "loop/loop.h"
#include "model/incident.h"
#include "run/draft.h"

#include <stdlib.h>
#include <string.h>

/* One chain on its way. */
struct put {
	struct loop *loop;
	struct store *store;
	const struct chain *chain;
	struct chain_put *done;
	struct incident *inc;   /* folded up to done->after */
	struct arena *arena;    /* of the batch */
	bool *erased;           /* [n]: the store has it without its text */
};

struct reply {
	bool done;
	enum store_result result;
	struct err err;
};

static bool
compare(const struct chain *there, const struct chain *c,
	const char *store, struct err *err)
{
	uint32_t n = there->n < c->n ? there->n : c->n;

	for (uint32_t i = 0; i < n; i++)
		if (!hash_same(&there->links[i].hash, &c->links[i].hash))
			return err_set(err, ERR_REFUSED, "INC-%u is another"
				" incident in %s: entry %u differs. Nothing was"
				" written; use a store of its own: --store"
				" sqlite:PATH", (unsigned)c->incident, store,
				(unsigned)i + 1);
	return true;
}

static void
appended(void *ctx, enum store_result result, uint32_t n,
	const struct err *why)
{
	struct reply *r = ctx;

	(void)n;
	r->done = true;
	r->result = result;
	if (why)
		r->err = *why;
}

/* The place that entry @n erases and the store still has; or 0. */
static uint32_t
erases(const struct put *p, uint32_t n)
{
	const struct chain_link *l = &p->chain->links[n - 1];
	struct event ev;
	int64_t target;

	if (!strstr(l->head, "entry.erased"))
		return 0;
	event_read(p->arena, l->head, l->data, &ev);
	target = ev.kind == KIND_ERASED ? event_int(&ev, F_ENTRY) : 0;
	if (target < 1 || target >= n || p->erased[target - 1])
		return 0;
	p->erased[target - 1] = true;
	return (uint32_t)target;
}

/*
 * The next entries that fit one append; one that empties another ends it,
 * since an append empties at most one.
 */
static int
fill(struct put *p, struct store_draft *drafts, uint32_t *erase)
{
	uint32_t n = p->done->after;
	int count = 0;

	*erase = 0;
	while (count < STORE_APPEND_MAX && n < p->chain->n && !*erase) {
		const struct chain_link *l = &p->chain->links[n++];

		drafts[count++] = (struct store_draft){
			.id = l->id, .salt = l->salt, .head = l->head,
			.data = l->data, .hash = *l->data ? NULL : &l->hash,
		};
		p->erased[n - 1] = !*l->data;
		*erase = erases(p, n);
		incident_apply(p->inc, l->head, l->data, &l->hash);
	}
	incident_settle(p->inc);
	return count;
}

static bool
put_batch(struct put *p, struct err *err)
{
	struct store_draft drafts[STORE_APPEND_MAX];
	struct store_summary row;
	struct store_append a = {
		.incident = p->chain->incident, .n = p->done->after + 1,
		.drafts = drafts,
	};
	struct reply r = {.done = false};

	a.count = fill(p, drafts, &a.erase);
	draft_summary(p->inc, p->arena, &row);
	a.rank = row.rank;
	a.summary = row.text;
	store_append(p->store, &a, appended, &r);
	loop_until(p->loop, &r.done, -1);
	arena_reset(p->arena);
	p->done->after += (uint32_t)a.count;
	if (r.result == STORE_DONE)
		return true;
	p->done->after -= (uint32_t)a.count;
	p->done->collision = r.result == STORE_TAKEN;
	return err_set(err, ERR_STORE, "INC-%u, from entry %u on: %s",
		(unsigned)a.incident, (unsigned)a.n, r.err.text);
}

static bool
put_chain(struct put *p, const struct chain *there, struct err *err)
{
	bool ok = true;

	p->inc = incident_new(p->chain->incident);
	p->arena = arena_new(0);
	p->erased = mem_new(p->chain->n * sizeof(*p->erased) + 1);
	for (uint32_t i = 0; i < there->n && i < p->chain->n; i++) {
		const struct chain_link *l = &there->links[i];

		p->erased[i] = !*l->data;
		incident_apply(p->inc, l->head, l->data, &l->hash);
	}
	while (ok && p->done->after < p->chain->n)
		ok = put_batch(p, err);
	free(p->erased);
	arena_free(p->arena);
	incident_free(p->inc);
	return ok;
}

bool
chains_put(struct loop *loop, struct store *s, const struct chains *all,
	struct chain_put *done, struct err *err)
{
	struct arena *a = arena_new(0);
	struct chains there = {.n = 0};
	bool ok = true;

	for (int i = 0; ok && i < all->n; i++) {
		struct chain *t = chains_get(&there, a, all->v[i].incident);

		ok = chain_read(loop, s, t, err);
		done[i] = (struct chain_put){.incident = t->incident,
			.before = t->n, .after = t->n};
		if (!ok)
			break;
		ok = compare(t, &all->v[i], store_name(s), err);
		done[i].collision = !ok;
	}
	for (int i = 0; ok && i < all->n; i++) {
		struct put p = {.loop = loop, .store = s,
			.chain = &all->v[i], .done = &done[i]};

		ok = put_chain(&p, &there.v[i], err);
	}
	chains_release(&there);
	arena_free(a);
	return ok;
}
