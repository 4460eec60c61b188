#include "run/chain.h"

#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"
#include "model/event.h"
#include "run/wait.h"

#include <stdlib.h>
#include <string.h>

/* ---- reading ------------------------------------------------------- */

void
chain_add(struct chain *c, const struct store_record *r)
{
	struct chain_link *link;

	if (c->n == c->cap) {
		c->cap = c->cap ? 2 * c->cap : 64;
		c->links = mem_grow(c->links, c->cap, sizeof(*c->links));
	}
	link = &c->links[c->n++];
	*link = (struct chain_link){
		.id = r->id, .salt = r->salt, .hash = r->hash,
		.head = arena_dupn(c->arena, r->head, r->head_len),
		.data = arena_dupn(c->arena, r->data, r->data_len),
	};
}

struct reading {
	struct wait wait;
	struct chain *chain;
	bool gap;
};

static void
record_came(void *ctx, const struct store_record *r)
{
	struct reading *reading = ctx;

	reading->gap |= r->n != reading->chain->n + 1;
	if (!reading->gap)
		chain_add(reading->chain, r);
}

static void
reading_done(void *ctx, const struct err *why)
{
	struct reading *reading = ctx;

	wait_answer(&reading->wait, why);
}

bool
chain_read(struct loop *loop, struct store *s, struct chain *out,
	struct err *err)
{
	struct reading reading = {.chain = out};
	struct store_range range = {
		.incident = out->incident, .from = out->n + 1,
		.record = record_came, .done = reading_done, .ctx = &reading,
	};

	store_read(s, &range);
	if (!wait_done(loop, &reading.wait, err))
		return false;
	if (reading.gap)
		return err_set(err, ERR_STORE, "INC-%u: entry %u is missing"
			" in the store", (unsigned)out->incident,
			(unsigned)out->n + 1);
	return true;
}

struct listing {
	struct wait wait;
	struct chains *all;
	struct arena *a;
};

struct chain *
chains_get(struct chains *all, struct arena *a, uint32_t incident)
{
	for (int i = 0; i < all->n; i++)
		if (all->v[i].incident == incident)
			return &all->v[i];
	all->v = mem_grow(all->v, (size_t)all->n + 1, sizeof(*all->v));
	all->v[all->n] = (struct chain){.incident = incident, .arena = a};
	return &all->v[all->n++];
}

static void
incident_came(void *ctx, uint32_t incident, uint32_t last)
{
	struct listing *listing = ctx;

	(void)last;
	chains_get(listing->all, listing->a, incident);
}

static void
listing_done(void *ctx, const struct err *why)
{
	struct listing *listing = ctx;

	wait_answer(&listing->wait, why);
}

bool
chains_read(struct loop *loop, struct store *s, struct arena *a,
	struct chains *out, struct err *err)
{
	struct listing listing = {.all = out, .a = a};
	struct store_list list = {
		.row = incident_came, .done = listing_done, .ctx = &listing,
	};

	store_incidents(s, &list);
	if (!wait_done(loop, &listing.wait, err))
		return false;
	for (int i = 0; i < out->n; i++)
		if (!chain_read(loop, s, &out->v[i], err))
			return false;
	return true;
}

void
chain_release(struct chain *c)
{
	free(c->links);
	c->links = NULL;
	c->n = c->cap = 0;
}

void
chains_release(struct chains *all)
{
	for (int i = 0; i < all->n; i++)
		chain_release(&all->v[i]);
	free(all->v);
	all->v = NULL;
	all->n = 0;
}

/* ---- checking ------------------------------------------------------ */

static bool
damaged(const struct chain *c, uint32_t n, const char *how, struct err *err)
{
	return err_set(err, ERR_REFUSED, "INC-%u: entry %u is damaged: %s",
		(unsigned)c->incident, (unsigned)n, how);
}

/* The entry behind @n that erased it, read into @ev; 0 when there is none. */
static uint32_t
find_erasure(const struct chain *c, uint32_t n, struct arena *a,
	struct event *ev)
{
	for (uint32_t i = n; i < c->n; i++) {
		if (!strstr(c->links[i].head, "entry.erased"))
			continue;
		event_read(a, c->links[i].head, c->links[i].data, ev);
		if (ev->kind == KIND_ERASED && event_int(ev, F_ENTRY) == n)
			return i + 1;
	}
	return 0;
}

static void
say_erased(const struct event *ev, uint32_t n, chain_said_fn *said, void *ctx)
{
	struct arena *a = arena_new(1024);
	char day[WHEN_MAX], at[WHEN_MAX];

	said(ctx, n, arena_printf(a, "entry %u was erased by %s on %s at %s:"
		" %s", (unsigned)n, ev->by, when_date(ev->at, day),
		when_clock(ev->at, at), event_text(ev, F_REASON)));
	arena_free(a);
}

/* Whether the head of @link says that it is what stands at place @n. */
static bool
check_head(const struct chain *c, uint32_t n, struct arena *a,
	struct err *err)
{
	const struct chain_link *link = &c->links[n - 1];
	struct event ev;

	event_read(a, link->head, link->data, &ev);
	if (ev.incident != c->incident || ev.n != n)
		return damaged(c, n, "its head names another place", err);
	if (memcmp(&ev.id, &link->id, sizeof(ev.id)))
		return damaged(c, n, "its head names another id", err);
	return true;
}

uint32_t
chain_check(const struct chain *c, chain_said_fn *said, void *ctx,
	struct err *err)
{
	struct arena *a = arena_new(0);
	struct hash prev = {{0}}, own;
	struct event erasure;
	uint32_t n;
	bool ok = true;

	for (n = 1; ok && n <= c->n; n++, arena_reset(a)) {
		const struct chain_link *l = &c->links[n - 1];

		own = l->hash;
		if (*l->data)
			own = hash_link(&prev, &l->salt, l->data,
				strlen(l->data), l->head, strlen(l->head));
		else if (!find_erasure(c, n, a, &erasure))
			ok = damaged(c, n, "its text is gone and no entry"
				" says who erased it", err);
		else if (said)
			say_erased(&erasure, n, said, ctx);
		if (ok && !hash_same(&own, &l->hash))
			ok = damaged(c, n, "its hash is not that of its text"
				" and the entries before it", err);
		ok = ok && check_head(c, n, a, err);
		prev = l->hash;
	}
	arena_free(a);
	return ok ? 0 : n - 1;
}
