/*
 * Pages, and what calls them off, by the channel of the person paged.
 */
#include "relay/plan_part.h"

#include "base/mem.h"
#include "base/str.h"
#include "model/incident.h"
#include "model/roster.h"

#include <string.h>

/* "CHANNEL [ADDRESS]" of @who; the channel's index, or -1. */
static int
way_to(const struct planning *p, const char *who, const char **address)
{
	const struct person *person = roster_find(p->in->roster, who);
	size_t n = person ? strcspn(person->page, " \t") : 0;
	const struct channel *c = !n ? NULL : channels_find(p->in->channels,
		arena_dupn(p->in->a, person->page, n));

	*address = "";
	if (!c || !plan_serves(c))
		return -1;
	*address = person->page + n + strspn(person->page + n, " \t");
	return (int)(c - p->in->channels->v);
}

static when_ms
take_back(const struct incident *inc)
{
	return numbers_get(&inc->numbers, NUM_TAKE_BACK, 1);
}

static void
plan_page(struct planning *p, const struct sme *s)
{
	const struct incident *inc = p->in->inc;
	const struct entry *e = incident_entry(inc, s->paged_n);
	when_ms left = s->let_go ? 0 : e->ev.at + take_back(inc) - p->in->now;
	const struct delivery *d;
	struct plan_item *item;
	const char *address;
	int c = way_to(p, s->name, &address);
	bool old = p->in->now - e->ev.at > PLAN_PAGE_AGE;
	int64_t wait;

	if (c < 0 || e->imported)
		return;
	d = incident_delivery(inc, s->paged_n, false,
		p->in->channels->v[c].name);
	if ((d && delivery_settled(d)) || (old && !d))
		return;
	wait = plan_held(p, d);
	if (wait < left)
		wait = left;
	if (wait && !(old && d->state == DELIVERY_LATER)) {
		plan_look(p, wait);
		return;
	}
	item = plan_add(p, c, s->paged_n);
	plan_take(item, inc, d);
	item->what = old ? PLAN_EXPIRE : PLAN_SEND;
	item->who = s->name;
	item->address = address;
}

/* Whether somebody who was paged has to hear that they are not needed. */
static bool
is_called_off(const struct incident *inc, const struct entry *e)
{
	const struct sme *s = incident_sme(inc, event_text(&e->ev, F_WHO));

	if (e->withdrawn_by || !s || inc->false_alarm)
		return true;
	if (s->paged_n != e->ev.n || s->acked != WHEN_NONE ||
	    s->joined != WHEN_NONE)
		return false;
	return !incident_live(inc) || !sme_awaited(inc, s);
}

static void
plan_stop(struct planning *p, const struct delivery *d,
	const struct entry *e)
{
	const struct incident *inc = p->in->inc;
	const struct delivery *stop = incident_delivery(inc, d->n, true,
		d->channel);
	const struct channel *c = channels_find(p->in->channels, d->channel);
	struct plan_item *item;
	const char *address;
	int64_t wait;

	if (!c || !plan_serves(c) || (stop && delivery_settled(stop)) ||
	    p->in->now - e->ev.at > PLAN_NEWS_AGE || e->imported)
		return;
	wait = plan_held(p, stop);
	if (wait) {
		plan_look(p, wait);
		return;
	}
	item = plan_add(p, (int)(c - p->in->channels->v), d->n);
	plan_take(item, inc, stop);
	item->stop = true;
	item->kind = NEWS_STOP;
	item->who = event_text(&e->ev, F_WHO);
	if (way_to(p, item->who, &address) == item->channel)
		item->address = address;
	item->remote = d->remote;
}

void
plan_pages(struct planning *p)
{
	const struct incident *inc = p->in->inc;

	for (int i = 0; i < inc->n_smes; i++)
		if (sme_awaited(inc, &inc->smes[i]) && incident_live(inc))
			plan_page(p, &inc->smes[i]);
	for (int i = 0; i < inc->n_deliveries; i++) {
		const struct delivery *d = &inc->deliveries[i];
		const struct entry *e = incident_entry(inc, d->n);

		if (!d->stop && e->ev.kind == KIND_PAGED &&
		    (d->state == DELIVERY_SENT ||
		     d->state == DELIVERY_UNSURE) && is_called_off(inc, e))
			plan_stop(p, d, e);
	}
}
