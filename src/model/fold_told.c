/* Telling people: messages for the company, words to customers, snoozes. */
#include "model/fold.h"

#include "base/str.h"

/* An erased message stays as long as the fold lasts: it may have been told. */
void
fold_message(struct incident *inc, const struct entry *e)
{
	const char *text = event_text(&e->ev, F_MESSAGE);
	struct message *m;

	if (!*text && !(e->erased_by && event_has(&e->ev, F_MESSAGE)))
		return;
	m = FOLD_ADD(inc, messages);
	m->n = e->ev.n;
	m->when = event_when(&e->ev);
	m->at = e->imported ? m->when : e->ev.at;
	m->text = e->ev.kind == KIND_BROADCAST ? e->text : text;
	m->audience = str_or(event_text(&e->ev, F_AUDIENCE), "company");
	m->told = WHEN_NONE;
	m->through = "";
}

void
fold_prune(struct incident *inc)
{
	int kept = 0;

	for (int i = 0; i < inc->n_messages; i++) {
		const struct message *m = &inc->messages[i];

		if (m->told != WHEN_NONE ||
		    !incident_entry(inc, m->n)->erased_by)
			inc->messages[kept++] = *m;
	}
	inc->n_messages = kept;
}

/* The message of place @n, unless it was erased before the entry @e. */
static struct message *
message_of(struct incident *inc, const struct entry *e, int32_t n)
{
	const struct entry *said = n < 1 ? NULL :
		incident_entry(inc, (uint32_t)n);

	if (!said || (said->erased_by && said->erased_by < e->ev.n))
		return NULL;
	return (struct message *)incident_message(inc, (uint32_t)n);
}

void
fold_delivery_released(struct incident *inc, struct entry *e)
{
	const struct ints *list = event_ints(&e->ev, F_ENTRIES);

	for (int i = 0; i < list->n; i++) {
		struct message *m = message_of(inc, e, list->v[i]);

		if (m)
			m->released = true;
		else
			fold_let_go(inc, list->v[i]);
	}
}

void
fold_delivery_sent(struct incident *inc, struct entry *e)
{
	const struct ints *list = event_ints(&e->ev, F_ENTRIES);
	struct command *c = &inc->command;
	when_ms when = event_when(&e->ev);
	bool any = false;

	fold_accepted_by(inc, e);
	for (int i = 0; i < list->n; i++) {
		struct message *m = message_of(inc, e, list->v[i]);

		if (m)
			m->by_hand |= str_same(event_text(&e->ev, F_CHANNEL),
				CHANNEL_HAND);
		if (!m || m->told != WHEN_NONE)
			continue;
		m->told = when < m->when ? m->when : when;
		m->through = str_or(event_text(&e->ev, F_THROUGH),
			event_text(&e->ev, F_CHANNEL));
		any |= inc->restricted || str_same(m->audience, "company");
	}
	if (!any || (c->broadcast != WHEN_NONE && when < c->broadcast))
		return;
	c->broadcast = when;
	if (incident_live(inc) && *c->holder && when >= c->since)
		fold_broadcast_from(inc, when);
}

/* Words heard at @when cover every stage entered before. */
static void
hear(struct customers *c, when_ms when)
{
	int kept = 0;

	for (int i = 0; i < c->n_unheard; i++)
		if (c->unheard[i].since > when)
			c->unheard[kept++] = c->unheard[i];
	c->n_unheard = kept;
}

void
fold_told(struct incident *inc, struct entry *e)
{
	struct customers *c = &inc->customers;
	when_ms when = event_when(&e->ev);

	c->words++;
	hear(c, when);
	/* One that was recorded late may have come first. */
	if (c->missed != WHEN_NONE && when > c->missed && when < c->made_good)
		c->made_good = when;
	if (c->told == WHEN_NONE || when >= c->told) {
		if (c->promised != WHEN_NONE && when > c->promised) {
			c->missed = c->promised;
			c->made_good = when;
		}
		c->told = when;
		c->by = str_or(event_text(&e->ev, F_FROM), e->ev.by);
		c->through = event_text(&e->ev, F_THROUGH);
		c->text = e->text;
		c->promised = incident_live(inc) ?
			event_time(&e->ev, F_NEXT) : WHEN_NONE;
	}
	fold_customers_due(inc);
}

void
fold_waived(struct incident *inc, struct entry *e)
{
	struct customers *c = &inc->customers;
	const char *row = event_text(&e->ev, F_ROW);
	int kept = 0;

	for (int i = 0; i < c->n_unheard; i++) {
		const struct unheard *u = &c->unheard[i];
		bool firm = u->call || u->stage == STAGE_DETECT;

		if ((firm && c->affected != AFFECTED_NO) ||
		    !str_same(row, stage_rows[u->stage].word))
			c->unheard[kept++] = *u;
	}
	e->untrue = kept == c->n_unheard;
	c->n_unheard = kept;
	fold_customers_due(inc);
}

void
fold_snoozed(struct incident *inc, struct entry *e)
{
	struct snooze *s = FOLD_ADD(inc, snoozes);

	s->row = event_text(&e->ev, F_ROW);
	s->until = event_time(&e->ev, F_UNTIL);
	s->by = e->ev.by;
}
