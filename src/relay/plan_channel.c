/*
 * What a courier knows about its channels: the gap between two sends, the
 * back-off after failures, and the circuit that opens when all fails.
 */
#include "relay/plan.h"

#define FAILS 5            /* in a row, then the circuit opens */
#define ASKED_MOST 3600000
#define MOST 300000
#define MOST_PAGE 30000
#define STEP 1000

static bool
is_page(enum news_kind kind)
{
	return kind == NEWS_PAGE || kind == NEWS_STOP;
}

/* A page first; then by severity; then what was asked for; then by age. */
bool
plan_before(const struct plan_item *a, const struct plan_item *b, bool probes)
{
	if ((a->kind == NEWS_PAGE) != (b->kind == NEWS_PAGE))
		return a->kind == NEWS_PAGE;
	if (a->asked != b->asked)
		return a->asked;
	if (a->severity != b->severity)
		return a->severity < b->severity;
	return probes ? a->when > b->when : a->when < b->when;
}

int64_t
plan_wait(const struct plan_memory *m, const struct plan_item *item,
	int64_t mono)
{
	const struct plan_channel *c = &m->channel[item->channel];

	if (item->what != PLAN_SEND)
		return 0;
	if (c->shut && !item->asked)
		return PLAN_NEVER;
	if (c->open && item->asked)
		return 0;
	return c->next > mono ? c->next - mono : 0;
}

int64_t
plan_back_off(int n, enum news_kind kind, int64_t asked, uint64_t random)
{
	int64_t most = is_page(kind) ? MOST_PAGE : MOST;
	int64_t span = n < 0 ? STEP : n < 20 ? (int64_t)STEP << n : most;
	int64_t wait = (int64_t)(random % (uint64_t)((span < most ? span :
		most) + 1));

	if (asked > ASKED_MOST)
		asked = ASKED_MOST;
	return asked > wait ? asked : wait;
}

void
plan_begin(struct plan_memory *m, const struct channel *c, int channel,
	int64_t mono)
{
	struct plan_channel *mine = &m->channel[channel];

	if (mine->next < mono + c->adapter->gap_ms)
		mine->next = mono + c->adapter->gap_ms;
}

int64_t
plan_hold(const struct plan_memory *m)
{
	return m->lapse / 3 * 2;
}

int64_t
plan_patience(const struct plan_memory *m)
{
	return m->lapse / 3 < PLAN_TRY ? m->lapse / 3 : PLAN_TRY;
}

/* It was no delivery: the channel rests, and is only probed in the end. */
static int64_t
rest(struct plan_channel *c, const struct plan_try *t)
{
	int n = c->fails > t->item->tries ? c->fails : t->item->tries;
	int64_t wait = plan_back_off(n, t->item->kind, t->verdict->wait_ms,
		t->random);

	if (++c->fails >= FAILS)
		c->open = true;
	if (c->next < t->mono + wait)
		c->next = t->mono + wait;
	return wait;
}

static void
later(const struct plan_memory *m, const struct plan_try *t,
	struct plan_end *out)
{
	struct plan_channel *c = &m->channel[t->item->channel];
	int64_t wait = rest(c, t);

	out->wait = wait;
	if (!t->last && !c->open && t->held + wait +
	    plan_patience(m) <= plan_hold(m)) {
		out->then = PLAN_TRY_AGAIN;
		return;
	}
	out->then = PLAN_WRITE_FAILED;
	out->state = DELIVERY_LATER;
}

/*
 * It may have arrived.  What may come twice comes twice; a page or a message
 * goes once more, marked, since none would be worse than two; then a person
 * decides, and for words to customers at once.
 */
static void
maybe(const struct plan_memory *m, const struct plan_try *t,
	struct plan_end *out)
{
	struct plan_channel *c = &m->channel[t->item->channel];

	out->repeat = true;
	if (t->channel->adapter->idempotent) {
		later(m, t, out);
		return;
	}
	out->wait = rest(c, t);
	out->then = PLAN_WRITE_FAILED;
	out->state = t->item->repeat || t->item->kind == NEWS_CUSTOMERS ?
		DELIVERY_UNSURE : DELIVERY_LATER;
	if (out->wait < PLAN_SECOND)
		out->wait = PLAN_SECOND;
}

static void
works(struct plan_channel *c)
{
	c->fails = 0;
	c->open = c->shut = false;
}

void
plan_outcome(struct plan_memory *m, const struct plan_try *t,
	struct plan_end *out)
{
	struct plan_channel *c = &m->channel[t->item->channel];

	*out = (struct plan_end){.then = PLAN_WRITE_FAILED};
	switch (t->verdict->class) {
	case SENT_DELIVERED:
		works(c);
		c->success = t->now;
		out->then = PLAN_WRITE_SENT;
		break;
	case SENT_LATER:
		later(m, t, out);
		break;
	case SENT_MAYBE:
		maybe(m, t, out);
		break;
	case SENT_MESSAGE:
		works(c);
		out->state = DELIVERY_MESSAGE;
		break;
	case SENT_CHANNEL:
		c->shut = true;
		out->state = DELIVERY_CHANNEL;
		break;
	}
}
