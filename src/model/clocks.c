#include "model/clocks.h"

#include "base/str.h"

/* How long from @start to @end, or to @now while it runs. */
static when_ms
length(when_ms start, when_ms end, when_ms now)
{
	return when_later(0, (end == WHEN_NONE ? now : end) - start);
}

when_ms
clock_band(const struct incident *inc, enum band b, when_ms now)
{
	const struct intervals *iv = &inc->band[b];
	when_ms sum = 0;

	for (int i = 0; i < iv->n; i++)
		sum += length(iv->v[i].start, iv->v[i].end, now);
	return sum;
}

bool
clock_runs(const struct incident *inc, enum band b)
{
	const struct intervals *iv = &inc->band[b];

	return iv->n && iv->v[iv->n - 1].end == WHEN_NONE;
}

when_ms
clock_stage(const struct incident *inc, enum stage s, when_ms now)
{
	when_ms sum = 0;

	for (int i = 0; i < inc->n_visits; i++) {
		const struct visit *v = &inc->visits[i];

		if (v->stage == s)
			sum += length(v->start, v->end, now);
	}
	return sum;
}

/* An interval by severity, longer once the fire is under control. */
static when_ms
cadence(const struct incident *inc, enum number which)
{
	when_ms every = numbers_get(&inc->numbers, which, inc->severity);

	if (!incident_live(inc))
		return 0;
	if (inc->under_control)
		every *= numbers_get(&inc->numbers, NUM_SLOWER, 1);
	return every;
}

when_ms
clock_can_every(const struct incident *inc)
{
	return cadence(inc, NUM_CAN);
}

when_ms
clock_broadcast_every(const struct incident *inc)
{
	return cadence(inc, NUM_BROADCAST);
}

when_ms
clock_promise(const struct incident *inc)
{
	enum number which = NUM_PROMISE_BEFORE;

	if (!incident_live(inc))
		return 0;
	if (inc->under_control)
		which = NUM_PROMISE_AFTER;
	else if (inc->stage >= STAGE_MITIGATE)
		which = NUM_PROMISE_MITIGATE;
	return numbers_get(&inc->numbers, which, inc->severity);
}

int
clock_missed(const struct incident *inc, const struct sme *sme, when_ms now)
{
	when_ms every = clock_can_every(inc);

	if (sme->state != SME_JOINED || sme->can_due == WHEN_NONE ||
	    incident_commands(inc, sme->name) || now <= sme->can_due)
		return 0;
	return every && now > sme->can_due + every ? 2 : 1;
}

bool
clock_offer_stands(const struct incident *inc, when_ms now)
{
	const struct offer *o = &inc->command.offer;

	return o->n && incident_commands(inc, o->from) &&
		now < o->at + numbers_get(&inc->numbers, NUM_OFFER, 1);
}

/*
 * Anything that came from the commander after the broadcast fell due is a
 * sign of life, and is worth one more interval; else a commander who wrote
 * one note and then fell off the network would never be called silent.
 */
bool
clock_silent(const struct incident *inc, when_ms now, when_ms *since)
{
	const struct command *c = &inc->command;
	when_ms quiet = c->broadcast_due;

	if (!incident_live(inc) || !*c->holder || quiet == WHEN_NONE)
		return false;
	if (c->last_act != WHEN_NONE && c->last_act > quiet)
		quiet = c->last_act + clock_broadcast_every(inc);
	*since = when_later(c->last_act, c->since);
	return now > quiet + numbers_get(&inc->numbers, NUM_SILENT, 1);
}

bool
clock_left(const struct incident *inc, const struct message *m, when_ms now)
{
	return m->released ||
		now >= m->at + numbers_get(&inc->numbers, NUM_TAKE_BACK, 1);
}

bool
clock_first_known(const struct incident *inc, when_ms *lead)
{
	when_ms ours = WHEN_NONE, theirs = WHEN_NONE;

	for (int i = 0; i < inc->n_signals; i++) {
		const struct signal *s = &inc->signals[i];
		when_ms *first = str_same(s->source, "customer") ?
			&theirs : &ours;

		if (*first == WHEN_NONE || s->when < *first)
			*first = s->when;
	}
	if (ours == WHEN_NONE || theirs == WHEN_NONE)
		return false;
	*lead = ours - theirs;
	return true;
}

bool
clock_gap(const struct incident *inc, when_ms *gap)
{
	if (inc->impact != IMPACT_BEGAN || !inc->declared)
		return false;
	*gap = inc->since - inc->began;
	return true;
}

when_ms
clock_customers_due(const struct incident *inc)
{
	/* A false alarm owes those who had a word one more; a closed or
	 * merged incident owes nothing. */
	if (inc->closed && !inc->false_alarm)
		return WHEN_NONE;
	return inc->customers.due;
}
