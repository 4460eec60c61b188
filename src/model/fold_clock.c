/*
 * Clocks in the fold: due instants are made when something happens, so that
 * every reader sees the same ones.
 */
#include "model/fold.h"

#include "base/str.h"
#include "model/clocks.h"

/*
 * A due instant after the interval changed to @iv at @t.  Longer counts from
 * @base; shorter from the change, and never makes the clock later.
 */
static when_ms
shifted(when_ms due, when_ms base, when_ms iv, when_ms t)
{
	when_ms fresh = base + iv;

	if (!iv)
		return WHEN_NONE;
	if (due == WHEN_NONE)
		return when_later(t, base) + iv;
	if (fresh >= due)
		return fresh;
	return t + iv < due ? t + iv : due;
}

static void
shift_smes(struct incident *inc, when_ms t)
{
	when_ms ack = numbers_get(&inc->numbers, NUM_ACK, inc->severity);
	when_ms can = clock_can_every(inc);

	for (int i = 0; i < inc->n_smes; i++) {
		struct sme *s = &inc->smes[i];

		if (s->state == SME_PAGED)
			s->ack_due = sme_awaited(inc, s) ? shifted(s->ack_due,
				s->paged, ack, t) : WHEN_NONE;
		if (s->state != SME_JOINED)
			continue;
		if (incident_commands(inc, s->name))
			s->can_due = WHEN_NONE;
		else if (s->promised == WHEN_NONE)
			s->can_due = shifted(s->can_due,
				when_later(s->joined, s->last_can), can, t);
		else if (s->can_due == WHEN_NONE)
			s->can_due = s->promised > t || !can ? s->promised :
				t + can;
	}
}

static void
shift_customers(struct incident *inc, when_ms t)
{
	struct customers *c = &inc->customers;
	when_ms iv = numbers_get(&inc->numbers, NUM_WORD, inc->severity);

	for (int i = 0; i < c->n_unheard; i++) {
		struct unheard *u = &c->unheard[i];

		u->due = shifted(u->due, u->since, iv, t);
	}
	fold_customers_due(inc);
}

void
fold_shift(struct incident *inc, when_ms t)
{
	struct command *c = &inc->command;

	if (inc->closed)
		return;
	shift_customers(inc, t);
	if (inc->all_clear) {
		inc->review.due = shifted(inc->review.due, inc->all_clear_at,
			numbers_get(&inc->numbers, NUM_REVIEW, inc->highest),
			t);
		return;
	}
	shift_smes(inc, t);
	if (*c->holder)
		c->broadcast_due = shifted(c->broadcast_due,
			when_later(c->since, c->broadcast),
			clock_broadcast_every(inc), t);
}

void
fold_broadcast_from(struct incident *inc, when_ms t)
{
	when_ms iv = clock_broadcast_every(inc);

	inc->command.broadcast_due = iv && *inc->command.holder ?
		t + iv : WHEN_NONE;
}

void
fold_can_from(struct incident *inc, struct sme *sme, when_ms t)
{
	when_ms iv = clock_can_every(inc);

	if (sme->state != SME_JOINED || !incident_live(inc) ||
	    incident_commands(inc, sme->name))
		sme->can_due = WHEN_NONE;
	else if (sme->promised != WHEN_NONE)
		sme->can_due = sme->promised;
	else
		sme->can_due = iv ? t + iv : WHEN_NONE;
}

void
fold_unheard(struct incident *inc, const struct entry *e, enum stage stage,
	enum call call)
{
	struct customers *c = &inc->customers;
	when_ms iv = numbers_get(&inc->numbers, NUM_WORD, inc->severity);
	struct unheard *u;

	c->unheard = mem_grow(c->unheard, (size_t)c->n_unheard + 1,
		sizeof(*c->unheard));
	u = &c->unheard[c->n_unheard++];
	u->stage = stage;
	u->call = call;
	u->n = e->ev.n;
	u->since = event_when(&e->ev);
	u->due = iv ? u->since + iv : WHEN_NONE;
	fold_customers_due(inc);
}

void
fold_customers_due(struct incident *inc)
{
	struct customers *c = &inc->customers;

	c->due = WHEN_NONE;
	if (inc->closed && !inc->false_alarm)
		return;
	if (c->affected == AFFECTED_NO || (inc->restricted && !c->words) ||
	    !numbers_get(&inc->numbers, NUM_WORD, inc->severity))
		return;
	c->due = c->promised;
	for (int i = 0; i < c->n_unheard; i++) {
		when_ms due = c->unheard[i].due;

		if (due != WHEN_NONE && (c->due == WHEN_NONE || due < c->due))
			c->due = due;
	}
}

void
fold_stop(struct incident *inc, when_ms t)
{
	for (int i = 0; i < inc->n_smes; i++) {
		struct sme *s = &inc->smes[i];

		if (s->state != SME_RELEASED)
			s->released = t;
		s->state = SME_RELEASED;
		s->ack_due = s->can_due = s->promised = WHEN_NONE;
	}
	inc->command.broadcast_due = WHEN_NONE;
}
