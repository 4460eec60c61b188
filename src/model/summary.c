#include "model/summary.h"

#include "model/clocks.h"

#include <string.h>

/* An instant takes 48 bits: ms until the year 10889. */
#define RANK_BITS 48
#define RANK_MAX ((INT64_C(1) << RANK_BITS) - 1)

enum rank_class { RANK_LIVE, RANK_AFTERCARE, RANK_CLOSED };

/* The sooner of two instants, of which either may be not set. */
static when_ms
sooner(when_ms a, when_ms b)
{
	if (a == WHEN_NONE || (b != WHEN_NONE && b < a))
		return b;
	return a;
}

static when_ms
next_item(const struct incident *inc)
{
	when_ms due = WHEN_NONE;

	for (int i = 0; i < inc->n_items; i++)
		if (item_open(&inc->items[i]))
			due = sooner(due, inc->items[i].due);
	return due;
}

/* Puts @due among the soonest, in order. */
static void
keep_due(when_ms dues[SUMMARY_DUES], when_ms due)
{
	for (int i = 0; due != WHEN_NONE && i < SUMMARY_DUES; i++) {
		when_ms here = dues[i];

		if (here != WHEN_NONE && here <= due)
			continue;
		dues[i] = due;
		due = here;
	}
}

static void
count_items(const struct incident *inc, struct summary *out)
{
	for (int i = 0; i < SUMMARY_DUES; i++)
		out->item_dues[i] = WHEN_NONE;
	for (int i = 0; i < inc->n_items; i++) {
		if (!item_open(&inc->items[i]))
			continue;
		out->items++;
		keep_due(out->item_dues, inc->items[i].due);
	}
	out->item_due = out->item_dues[0];
}

int
summary_overdue(const struct summary *s, when_ms now)
{
	int n = 0;

	while (n < SUMMARY_DUES && s->item_dues[n] != WHEN_NONE &&
	    s->item_dues[n] < now)
		n++;
	return n;
}

static when_ms
next_review(const struct incident *inc)
{
	return inc->review.held == WHEN_NONE ? inc->review.due : WHEN_NONE;
}

static int64_t
rank_time(when_ms t)
{
	if (t == WHEN_NONE || t > RANK_MAX)
		return RANK_MAX;
	return t < 0 ? 0 : t;
}

/*
 * Nobody in command first, then severity, then what is out of control, then
 * what customers feel, then the oldest.
 */
static int64_t
rank_live(const struct incident *inc)
{
	int64_t rank = inc->command.holder && inc->command.holder[0];

	rank = rank << 3 | (inc->severity & 7);
	rank = rank << 1 | inc->under_control;
	rank = rank << 1 | (inc->customers.affected == AFFECTED_NO);
	return rank << RANK_BITS | rank_time(inc->since);
}

static int64_t
rank_of(const struct incident *inc)
{
	enum rank_class class = RANK_LIVE;
	int64_t rank;

	if (inc->closed) {
		class = RANK_CLOSED;
		rank = RANK_MAX - rank_time(inc->closed_at);
	} else if (inc->all_clear) {
		class = RANK_AFTERCARE;
		rank = rank_time(sooner(next_review(inc),
			next_item(inc)));
	} else {
		rank = rank_live(inc);
	}
	return (int64_t)class << 60 | rank;
}

/* Sum of what ended in a band, and when the running part began. */
static void
split_band(const struct incident *inc, enum band b, when_ms *base,
	when_ms *run)
{
	const struct intervals *iv = &inc->band[b];

	*base = 0;
	*run = WHEN_NONE;
	for (int i = 0; i < iv->n; i++) {
		if (iv->v[i].end == WHEN_NONE)
			*run = iv->v[i].start;
		else if (iv->v[i].end > iv->v[i].start)
			*base += iv->v[i].end - iv->v[i].start;
	}
}

static void
count_rows(const struct incident *inc, struct summary *out)
{
	for (int i = 0; i < inc->n_needs; i++)
		out->needs += need_open(&inc->needs[i]);
	for (int i = 0; i < inc->n_messages; i++)
		out->messages += inc->messages[i].told == WHEN_NONE;
	for (int i = 0; i < inc->n_smes; i++)
		out->can_due = sooner(out->can_due, inc->smes[i].can_due);
	out->smes = incident_joined(inc);
	count_items(inc, out);
}

bool
summary_live(const struct summary *s)
{
	return !s->closed && !s->all_clear;
}

void
summary_of(const struct incident *inc, struct summary *out)
{
	const struct entry *last = incident_entry(inc, inc->n);

	*out = (struct summary){
		.number = inc->number, .n = inc->n, .v = SUMMARY_VERSION,
		.rank = rank_of(inc), .title = inc->title,
		.commander = inc->command.holder, .service = inc->service,
		.source = inc->source, .severity = inc->severity,
		.highest = inc->highest, .stage = inc->stage,
		.restricted = inc->restricted, .closed = inc->closed,
		.false_alarm = inc->false_alarm, .all_clear = inc->all_clear,
		.under_control = inc->under_control,
		.merged_into = inc->merged_into,
		.affected = inc->customers.affected, .since = inc->since,
		.stage_since = inc->stage_since,
		.command_since = inc->command.since,
		.updated = last ? event_when(&last->ev) : WHEN_NONE,
		.began = inc->impact == IMPACT_BEGAN ? inc->began : WHEN_NONE,
		.impact = inc->impact, .told = inc->customers.told,
		.promised = inc->customers.promised,
		.customers_due = clock_customers_due(inc),
		.can_due = WHEN_NONE,
		.broadcast_due = inc->command.broadcast_due,
		.review_due = next_review(inc),
		.review_held = inc->review.held,
		.closed_at = inc->closed_at,
		.all_clear_at = inc->all_clear_at, .hash = inc->hash,
	};
	split_band(inc, BAND_CUSTOMER, &out->customer_base,
		&out->customer_run);
	split_band(inc, BAND_OPERATIONS, &out->ops_base, &out->ops_run);
	count_rows(inc, out);
}
