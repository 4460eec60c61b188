/*
 * Messages of an incident, in order: what leaves as one through a channel.
 *
 * Moves that were made within their ten seconds of each other leave together
 * when the last one may; one that a person let go ends such a group.  Nothing
 * overtakes: while the first group waits, so do the others.  When it is much
 * older than the newest message, all go as one: old news sent late is worse
 * than none.
 */
#include "relay/plan_part.h"

#include "base/mem.h"
#include "base/str.h"
#include "model/clocks.h"

#include <string.h>

#define COLLAPSE (10 * WHEN_MINUTE)

/* Deliveries of all messages on all channels, found in one go. */
struct table {
	const struct incident *inc;
	int channels;
	const struct delivery **v; /* [message * channels + channel] */
};

/* Messages of one channel that wait, as indices. */
struct queue {
	int channel;
	int *v;
	int n;
	const char *remote; /* of the last one that was sent; "" */
};

static const struct delivery *
cell(const struct table *t, int message, int channel)
{
	return t->v[message * t->channels + channel];
}

static int
channel_index(const struct channels *list, const char *name)
{
	const struct channel *c = channels_find(list, name);

	return c ? (int)(c - list->v) : -1;
}

static void
fill(struct planning *p, struct table *t)
{
	const struct incident *inc = p->in->inc;

	t->inc = inc;
	t->channels = p->in->channels->n;
	t->v = arena_alloc(p->in->a, ((size_t)inc->n_messages *
		(size_t)t->channels + 1) * sizeof(*t->v));
	for (int i = 0; i < inc->n_deliveries; i++) {
		const struct delivery *d = &inc->deliveries[i];
		const struct message *m = incident_message(inc, d->n);
		int c = channel_index(p->in->channels, d->channel);

		if (m && c >= 0 && !d->stop)
			t->v[(m - inc->messages) * t->channels + c] = d;
	}
}

/*
 * What may leave at all.  An import tells what was; what a restricted
 * incident says by itself stays in it; what was said by hand is said.
 */
static bool
may_leave(const struct incident *inc, const struct message *m)
{
	const struct entry *e = incident_entry(inc, m->n);

	return !e->imported && !m->by_hand && !e->erased_by &&
		(!inc->restricted || e->ev.kind == KIND_BROADCAST);
}

static bool
too_old(const struct planning *p, const struct message *m)
{
	return p->in->now - m->at > PLAN_NEWS_AGE &&
		!str_same(m->audience, "customers");
}

/* The entries of @q that are too old and were begun: the log says so. */
static void
expire(struct planning *p, const struct table *t, struct queue *q)
{
	struct plan_item *item = NULL;
	int kept = 0;

	for (int i = 0; i < q->n; i++) {
		const struct message *m = &t->inc->messages[q->v[i]];
		const struct delivery *d = cell(t, q->v[i], q->channel);

		if (!too_old(p, m) || (d && d->state == DELIVERY_CLAIMED &&
		    plan_held(p, d))) {
			q->v[kept++] = q->v[i];
			continue;
		}
		if (!d || (item && item->n == PLAN_ENTRIES))
			continue;
		if (item) {
			item->entries[item->n++] = (int32_t)m->n;
		} else {
			item = plan_add(p, q->channel, m->n);
			item->what = PLAN_EXPIRE;
		}
		plan_take(item, t->inc, d);
	}
	q->n = kept;
}

/* What waits for the channel, the oldest first. */
static void
line_up(struct planning *p, const struct table *t, struct queue *q)
{
	const struct channel *c = &p->in->channels->v[q->channel];

	q->remote = "";
	q->v = arena_alloc(p->in->a,
		((size_t)t->inc->n_messages + 1) * sizeof(*q->v));
	for (int i = 0; i < t->inc->n_messages; i++) {
		const struct message *m = &t->inc->messages[i];
		const struct delivery *d = cell(t, i, q->channel);

		if (d && d->state == DELIVERY_SENT && *d->remote)
			q->remote = d->remote;
		if ((!d || !delivery_settled(d)) && may_leave(t->inc, m) &&
		    channel_takes(c, news_kind_of(t->inc, m->n), m->audience))
			q->v[q->n++] = i;
	}
}

/* How many of @q leave as one with its first. */
static int
group(const struct planning *p, const struct table *t, const struct queue *q)
{
	const struct incident *inc = t->inc;
	when_ms wait = numbers_get(&inc->numbers, NUM_TAKE_BACK, 1);
	const struct message *first = &inc->messages[q->v[0]], *m = first;
	int n = 1, left = 1;

	while (n < q->n && n < PLAN_ENTRIES && !m->released &&
	    inc->messages[q->v[n]].at - m->at < wait)
		m = &inc->messages[q->v[n++]];
	while (left < q->n && left < PLAN_ENTRIES &&
	    clock_left(inc, &inc->messages[q->v[left]], p->in->now))
		left++;
	m = &inc->messages[q->v[left - 1]];
	return left > n && m->at - first->at > COLLAPSE ? left : n;
}

/* How long the first @n of @q have to wait, in ms; 0: they may go. */
static int64_t
hold(struct planning *p, const struct table *t, const struct queue *q, int n)
{
	const struct incident *inc = t->inc;
	when_ms wait = numbers_get(&inc->numbers, NUM_TAKE_BACK, 1);
	int64_t most = 0;

	for (int i = 0; i < n; i++) {
		const struct message *m = &inc->messages[q->v[i]];
		int64_t left = plan_held(p, cell(t, q->v[i], q->channel));

		if (!clock_left(inc, m, p->in->now) &&
		    m->at + wait - p->in->now > left)
			left = m->at + wait - p->in->now;
		if (left > most)
			most = left;
	}
	return most;
}

/* The public is told nothing twice, and nothing first, by a machine alone. */
static enum plan_what
ask_first(const struct planning *p, const struct plan_item *item)
{
	const struct channel *c = &p->in->channels->v[item->channel];

	if (item->kind != NEWS_CUSTOMERS || item->asked)
		return PLAN_SEND;
	if (item->repeat && !c->adapter->idempotent)
		return PLAN_UNSURE;
	return c->confirm && !*item->remote ? PLAN_CONFIRM : PLAN_SEND;
}

static void
plan_channel_messages(struct planning *p, const struct table *t, int channel)
{
	struct queue q = {.channel = channel};
	struct plan_item *item;
	int64_t wait;
	int n;

	line_up(p, t, &q);
	expire(p, t, &q);
	if (!q.n)
		return;
	n = group(p, t, &q);
	wait = hold(p, t, &q, n);
	if (wait) {
		plan_look(p, wait);
		return;
	}
	item = plan_add(p, channel, t->inc->messages[q.v[0]].n);
	plan_take(item, t->inc, cell(t, q.v[0], channel));
	for (int i = 1; i < n; i++) {
		item->entries[item->n++] =
			(int32_t)t->inc->messages[q.v[i]].n;
		plan_take(item, t->inc, cell(t, q.v[i], channel));
	}
	item->kind = news_kind_of(t->inc, t->inc->messages[q.v[n - 1]].n);
	item->when = t->inc->messages[q.v[n - 1]].at;
	item->remote = q.remote;
	item->what = ask_first(p, item);
}

void
plan_messages(struct planning *p)
{
	struct table t;

	if (!p->in->inc->n_messages)
		return;
	fill(p, &t);
	for (int i = 0; i < p->in->channels->n; i++)
		if (plan_serves(&p->in->channels->v[i]))
			plan_channel_messages(p, &t, i);
}
