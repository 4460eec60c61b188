#include "relay/plan_part.h"

#include "base/mem.h"
#include "base/str.h"
#include "model/incident.h"

#include <stdlib.h>
#include <string.h>

struct plan_memory *
plan_memory_new(int n_channels)
{
	struct plan_memory *m = mem_new(sizeof(*m));

	m->n_channels = n_channels;
	m->lapse = PLAN_LAPSE;
	m->channel = mem_new(((size_t)n_channels + 1) * sizeof(*m->channel));
	for (int i = 0; i < n_channels; i++)
		m->channel[i].success = WHEN_NONE;
	return m;
}

void
plan_memory_free(struct plan_memory *m)
{
	if (!m)
		return;
	free(m->channel);
	free(m->claims);
	free(m);
}

/* When this courier saw the claim first: now, if it is new to it. */
static int64_t
seen(struct planning *p, uint32_t claim)
{
	struct plan_memory *m = p->in->memory;
	uint32_t incident = p->in->inc->number;

	for (int i = m->n_claims - 1; i >= 0; i--)
		if (m->claims[i].n == claim &&
		    m->claims[i].incident == incident)
			return m->claims[i].seen;
	if (m->n_claims == m->cap_claims) {
		m->cap_claims = m->cap_claims ? 2 * m->cap_claims : 16;
		m->claims = mem_grow(m->claims, (size_t)m->cap_claims,
			sizeof(*m->claims));
	}
	m->claims[m->n_claims++] = (struct plan_claim){incident, claim,
		p->in->mono};
	return p->in->mono;
}

/* Claims that have an outcome need not be kept in mind. */
static void
forget_claims(struct planning *p)
{
	struct plan_memory *m = p->in->memory;
	const struct incident *inc = p->in->inc;
	int kept = 0;

	for (int i = 0; i < m->n_claims; i++) {
		bool held = m->claims[i].incident != inc->number;

		for (int k = inc->n_deliveries - 1; k >= 0 && !held; k--)
			held = inc->deliveries[k].claim_n == m->claims[i].n &&
				inc->deliveries[k].state == DELIVERY_CLAIMED;
		if (held)
			m->claims[kept++] = m->claims[i];
	}
	m->n_claims = kept;
}

struct plan_item *
plan_add(struct planning *p, int channel, uint32_t n)
{
	struct plan *out = p->out;
	struct plan_item *item;

	if (out->n == p->cap) {
		struct plan_item *old = out->v;

		p->cap = p->cap ? 2 * p->cap : 4;
		out->v = arena_alloc(p->in->a,
			(size_t)p->cap * sizeof(*out->v));
		if (out->n)
			memcpy(out->v, old, (size_t)out->n * sizeof(*old));
	}
	item = &out->v[out->n++];
	item->incident = p->in->inc->number;
	item->channel = channel;
	item->entries[item->n++] = (int32_t)n;
	item->kind = news_kind_of(p->in->inc, n);
	item->who = item->address = item->remote = "";
	item->severity = p->in->inc->severity;
	item->when = incident_entry(p->in->inc, n)->ev.at;
	return item;
}

void
plan_look(struct planning *p, int64_t ms)
{
	p->out->waiting++;
	if (ms != PLAN_NEVER && (p->out->look == PLAN_NEVER ||
	    ms < p->out->look))
		p->out->look = ms < 1 ? 1 : ms;
}

/* Another host's clock may be wrong by hours: an hour is the most. */
static int64_t
until(const struct planning *p, const struct delivery *d)
{
	int64_t left = d->until == WHEN_NONE ? 0 : d->until - p->in->now;

	return left < 0 ? 0 : left > WHEN_HOUR ? WHEN_HOUR : left;
}

int64_t
plan_held(struct planning *p, const struct delivery *d)
{
	int64_t left;

	if (!d || delivery_settled(d))
		return 0;
	if (d->state == DELIVERY_LATER)
		return until(p, d);
	left = seen(p, d->claim_n) + p->in->memory->lapse - p->in->mono;
	return left > 0 ? left : 0;
}

void
plan_take(struct plan_item *item, const struct incident *inc,
	const struct delivery *d)
{
	const struct entry *last = d ? incident_entry(inc, d->last_n) : NULL;

	if (!d)
		return;
	item->repeat |= d->repeat || d->state == DELIVERY_CLAIMED;
	item->asked |= last && last->ev.kind == KIND_DELIVERY_RETRIED;
	if (d->claims > item->tries)
		item->tries = d->claims;
	if (d->claim_n > item->claim)
		item->claim = d->claim_n;
}

bool
plan_serves(const struct channel *c)
{
	return !c->locked && !channel_lacks(c);
}

void
plan_incident(const struct plan_in *in, struct plan *out)
{
	struct planning p = {.in = in, .out = out};

	*out = (struct plan){.look = PLAN_NEVER};
	if (!in->inc->declared)
		return;
	forget_claims(&p);
	plan_messages(&p);
	plan_pages(&p);
}
