/* What is on its way: messages and pages, each through each channel. */
#include "model/fold.h"

#include "base/str.h"

#include <string.h>

static const char *const words[] = {
	[DELIVERY_CLAIMED] = "", [DELIVERY_SENT] = "",
	[DELIVERY_LATER] = "later", [DELIVERY_UNSURE] = "unsure",
	[DELIVERY_MESSAGE] = "message", [DELIVERY_CHANNEL] = "channel",
	[DELIVERY_EXPIRED] = "expired", [DELIVERY_CONFIRM] = "confirm",
};

const char *
delivery_word(enum delivery_state s)
{
	return words[s];
}

bool
delivery_find(const char *word, enum delivery_state *out)
{
	for (size_t i = DELIVERY_LATER; i < sizeof(words) / sizeof(*words); i++)
		if (str_same(words[i], word)) {
			*out = (enum delivery_state)i;
			return true;
		}
	return false;
}

bool
delivery_settled(const struct delivery *d)
{
	return d->state != DELIVERY_CLAIMED && d->state != DELIVERY_LATER;
}

const struct delivery *
incident_delivery(const struct incident *inc, uint32_t n, bool stop,
	const char *channel)
{
	for (int i = inc->n_deliveries - 1; i >= 0; i--) {
		const struct delivery *d = &inc->deliveries[i];

		if (d->n == n && d->stop == stop &&
		    str_same(d->channel, channel))
			return d;
	}
	return NULL;
}

static struct delivery *
row(struct incident *inc, uint32_t n, bool stop, const char *channel)
{
	struct delivery *d = (struct delivery *)incident_delivery(inc, n, stop,
		channel);

	if (d)
		return d;
	d = FOLD_ADD(inc, deliveries);
	d->n = n;
	d->stop = stop;
	d->channel = channel;
	d->until = WHEN_NONE;
	d->why = d->remote = "";
	return d;
}

/* An entry is named by its place, and the place is before the one naming it. */
static bool
is_place(const struct entry *e, int32_t n)
{
	return n > 0 && (uint32_t)n < e->ev.n;
}

typedef void each_fn(struct delivery *d, const struct entry *e);

static void
each(struct incident *inc, const struct entry *e, each_fn *fn)
{
	const struct ints *list = event_ints(&e->ev, F_ENTRIES);
	const char *channel = event_text(&e->ev, F_CHANNEL);
	bool stop = event_int(&e->ev, F_STOP) != 0;

	for (int i = 0; *channel && i < list->n; i++) {
		struct delivery *d;

		if (!is_place(e, list->v[i]))
			continue;
		d = row(inc, (uint32_t)list->v[i], stop, channel);
		fn(d, e);
		d->last_n = e->ev.n;
		d->when = event_when(&e->ev);
	}
}

static void
accept(struct delivery *d, const struct entry *e)
{
	d->state = DELIVERY_SENT;
	d->why = "";
	d->remote = event_text(&e->ev, F_REMOTE);
	d->repeat |= event_int(&e->ev, F_REPEAT) != 0;
}

/* What was said by hand is settled on every channel that still has it. */
static void
settle_all(struct incident *inc, const struct entry *e)
{
	const struct ints *list = event_ints(&e->ev, F_ENTRIES);

	for (int i = 0; i < inc->n_deliveries; i++) {
		struct delivery *d = &inc->deliveries[i];

		for (int k = 0; k < list->n && !d->stop; k++)
			if (list->v[k] > 0 && d->n == (uint32_t)list->v[k] &&
			    d->state != DELIVERY_SENT) {
				accept(d, e);
				d->last_n = e->ev.n;
				d->when = event_when(&e->ev);
			}
	}
}

void
fold_accepted_by(struct incident *inc, const struct entry *e)
{
	if (str_same(event_text(&e->ev, F_CHANNEL), CHANNEL_HAND))
		settle_all(inc, e);
	each(inc, e, accept);
}

/*
 * One claim wins: it names the one before it, and holds only while that is
 * still the last one of all that it claims.
 */
static bool
claim_holds(const struct incident *inc, const struct entry *e)
{
	const struct ints *list = event_ints(&e->ev, F_ENTRIES);
	const char *channel = event_text(&e->ev, F_CHANNEL);
	bool stop = event_int(&e->ev, F_STOP) != 0;
	uint32_t last = 0;

	for (int i = 0; i < list->n; i++) {
		const struct delivery *d = incident_delivery(inc,
			(uint32_t)list->v[i], stop, channel);

		if (!is_place(e, list->v[i]) || (d && delivery_settled(d)))
			return false;
		if (d && d->claim_n > last)
			last = d->claim_n;
	}
	return list->n && *channel &&
		last == (uint32_t)event_int(&e->ev, F_CLAIM);
}

/* A claim over one without an outcome: whoever had it may have sent it. */
static void
claim(struct delivery *d, const struct entry *e)
{
	d->repeat |= d->claims && d->state == DELIVERY_CLAIMED;
	d->state = DELIVERY_CLAIMED;
	d->claim_n = e->ev.n;
	d->claims++;
}

void
fold_delivery_claimed(struct incident *inc, struct entry *e)
{
	e->untrue = !claim_holds(inc, e);
	if (!e->untrue)
		each(inc, e, claim);
}

/* A courier whose claim was taken over has nothing to say about it. */
static void
fail(struct delivery *d, const struct entry *e)
{
	enum delivery_state state = DELIVERY_LATER;
	int64_t claim = event_int(&e->ev, F_CLAIM);

	if (d->state == DELIVERY_SENT || (claim && claim != d->claim_n))
		return;
	delivery_find(event_text(&e->ev, F_OUTCOME), &state);
	d->state = state;
	d->why = e->text;
	d->until = event_time(&e->ev, F_UNTIL);
	d->repeat |= state == DELIVERY_UNSURE ||
		event_int(&e->ev, F_REPEAT) != 0;
}

void
fold_delivery_failed(struct incident *inc, struct entry *e)
{
	each(inc, e, fail);
}

static void
again(struct delivery *d, when_ms when, uint32_t n)
{
	if (d->state == DELIVERY_SENT || d->state == DELIVERY_CLAIMED)
		return;
	d->state = DELIVERY_LATER;
	d->until = WHEN_NONE;
	d->last_n = n;
	d->when = when;
}

void
fold_delivery_retried(struct incident *inc, struct entry *e)
{
	const struct ints *list = event_ints(&e->ev, F_ENTRIES);
	const char *channel = event_text(&e->ev, F_CHANNEL);

	for (int i = 0; i < inc->n_deliveries; i++) {
		struct delivery *d = &inc->deliveries[i];

		for (int k = 0; k < list->n; k++)
			if (list->v[k] > 0 && d->n == (uint32_t)list->v[k] &&
			    (!*channel || str_same(d->channel, channel)))
				again(d, event_when(&e->ev), e->ev.n);
	}
}
