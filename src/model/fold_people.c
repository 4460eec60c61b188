/* SMEs, their CAN reports and what they need. */
#include "model/fold.h"

#include "base/str.h"

#include <string.h>

struct sme *
fold_sme(struct incident *inc, const char *name)
{
	return (struct sme *)incident_sme(inc, name);
}

struct sme *
fold_sme_new(struct incident *inc, const char *name)
{
	struct sme *s = FOLD_ADD(inc, smes);

	s->name = name;
	s->field = s->phone = "";
	s->state = SME_PAGED;
	s->paged = s->acked = s->eta = s->joined = WHEN_NONE;
	s->released = s->ack_due = s->last_can = WHEN_NONE;
	s->promised = s->can_due = WHEN_NONE;
	return s;
}

struct need *
fold_need(struct incident *inc, int64_t id)
{
	return id > 0 && id <= inc->n_needs ? &inc->needs[id - 1] : NULL;
}

struct need *
fold_need_new(struct incident *inc, const struct entry *e, const char *who,
	const char *text)
{
	struct need *need = FOLD_ADD(inc, needs);

	need->id = inc->n_needs;
	need->who = who;
	need->text = text;
	need->state = NEED_OPEN;
	need->n = e->ev.n;
	need->since = event_when(&e->ev);
	need->answered = WHEN_NONE;
	need->by = need->answer = need->sent = "";
	return need;
}

void
fold_join(struct incident *inc, struct sme *sme, when_ms t)
{
	if (sme->state == SME_JOINED)
		return;
	sme->state = SME_JOINED;
	sme->joined = t;
	sme->released = sme->ack_due = WHEN_NONE;
	fold_can_from(inc, sme, t);
}

static bool
known_need(const struct incident *inc, const char *who, const char *text)
{
	for (int i = 0; i < inc->n_needs; i++) {
		const struct need *n = &inc->needs[i];

		if (need_open(n) && str_same(n->who, who) &&
		    !strcmp(n->text, text))
			return true;
	}
	return false;
}

static void
add_needs(struct incident *inc, const struct entry *e, const char *who)
{
	const struct can *can = event_can(&e->ev, F_REPORT);

	for (int i = 0; can && i < can->n; i++)
		for (int j = 0; j < can->t[i].n_needs; j++)
			if (!known_need(inc, who, can->t[i].needs[j]))
				fold_need_new(inc, e, who,
					can->t[i].needs[j]);
}

static struct report *
report_of(struct incident *inc, const char *who)
{
	struct report *r = (struct report *)incident_report(inc, who);

	if (r)
		return r;
	r = FOLD_ADD(inc, reports);
	r->who = who;
	r->when = r->next = WHEN_NONE;
	return r;
}

/* Whoever reports is here, unless command was ours or we were released. */
static struct sme *
reporter(struct incident *inc, const char *who, when_ms when)
{
	struct sme *s = fold_sme(inc, who);

	if (incident_commands(inc, who) || !incident_live(inc))
		return s;
	if (!s)
		s = fold_sme_new(inc, who);
	if (s->state == SME_PAGED || s->state == SME_ACKED)
		fold_join(inc, s, when);
	return s;
}

void
fold_can(struct incident *inc, struct entry *e)
{
	const char *who = fold_or(event_text(&e->ev, F_FROM), e->ev.by);
	bool same = event_int(&e->ev, F_SAME) != 0;
	when_ms when = event_when(&e->ev);
	struct sme *sme = reporter(inc, who, when);
	struct report *r = report_of(inc, who);

	if (!same)
		add_needs(inc, e, who);
	if (r->when != WHEN_NONE && when < r->when)
		return;
	r->when = when;
	r->last_n = e->ev.n;
	r->next = event_time(&e->ev, F_NEXT);
	if (!same) {
		r->n = e->ev.n;
		r->can = event_can(&e->ev, F_REPORT);
		r->no_needs = event_int(&e->ev, F_NO_NEEDS) != 0;
		r->internal = event_int(&e->ev, F_INTERNAL) != 0;
	}
	if (!sme)
		return;
	sme->last_can = when;
	sme->can_n = r->n;
	sme->promised = r->next;
	fold_can_from(inc, sme, when);
}

/* Paging for a need ends when the need does. */
static void
stop_paging(struct incident *inc, int32_t need)
{
	for (int i = 0; i < inc->n_smes; i++)
		if (inc->smes[i].need == need &&
		    inc->smes[i].state == SME_PAGED)
			inc->smes[i].ack_due = WHEN_NONE;
}

static void
answer_need(struct incident *inc, struct entry *e, enum need_state state)
{
	struct need *need = fold_need(inc, event_int(&e->ev, F_NEED));

	e->untrue = !need;
	if (!need)
		return;
	need->state = state;
	need->by = e->ev.by;
	if (state == NEED_DISPATCHED) {
		need->sent = event_text(&e->ev, F_WHO);
		return;
	}
	need->answered = event_when(&e->ev);
	need->answer = e->text;
	stop_paging(inc, need->id);
}

void
fold_need_dispatched(struct incident *inc, struct entry *e)
{
	answer_need(inc, e, NEED_DISPATCHED);
}

void
fold_need_met(struct incident *inc, struct entry *e)
{
	answer_need(inc, e, NEED_MET);
}

void
fold_need_refused(struct incident *inc, struct entry *e)
{
	answer_need(inc, e, NEED_REFUSED);
}

void
fold_need_dropped(struct incident *inc, struct entry *e)
{
	answer_need(inc, e, NEED_DROPPED);
}

void
fold_paged(struct incident *inc, struct entry *e)
{
	const char *who = event_text(&e->ev, F_WHO);
	when_ms ack = numbers_get(&inc->numbers, NUM_ACK, inc->severity);
	struct need *need = fold_need(inc, event_int(&e->ev, F_NEED));
	struct sme *s = fold_sme(inc, who);

	if (!s)
		s = fold_sme_new(inc, who);
	if (s->state == SME_RELEASED)
		s->pages = 0;
	s->field = fold_or(event_text(&e->ev, F_FIELD), s->field);
	s->phone = fold_or(event_text(&e->ev, F_PHONE), s->phone);
	if (str_same(event_text(&e->ev, F_ROLE), "commander"))
		s->commander = true;
	s->pages++;
	s->paged_n = e->ev.n;
	s->paged = event_when(&e->ev);
	if (s->state != SME_JOINED) {
		s->state = SME_PAGED;
		s->acked = s->eta = s->released = WHEN_NONE;
		s->ack_due = ack ? s->paged + ack : WHEN_NONE;
	}
	if (need) {
		s->need = need->id;
		if (need->state == NEED_OPEN)
			need->state = NEED_DISPATCHED;
		need->sent = s->name;
	}
}

void
fold_acknowledged(struct incident *inc, struct entry *e)
{
	const char *who = fold_or(event_text(&e->ev, F_WHO), e->ev.by);
	struct sme *s = fold_sme(inc, who);

	e->untrue = !s || s->state == SME_RELEASED;
	if (e->untrue)
		return;
	s->acked = event_when(&e->ev);
	s->eta = event_time(&e->ev, F_ETA);
	s->ack_due = WHEN_NONE;
	if (s->state == SME_PAGED)
		s->state = SME_ACKED;
}

void
fold_joined(struct incident *inc, struct entry *e)
{
	const char *who = fold_or(event_text(&e->ev, F_WHO), e->ev.by);
	struct sme *s = fold_sme(inc, who);

	e->untrue = !incident_live(inc);
	if (e->untrue)
		return;
	if (!s)
		s = fold_sme_new(inc, who);
	s->field = fold_or(event_text(&e->ev, F_FIELD), s->field);
	fold_join(inc, s, event_when(&e->ev));
}

void
fold_released(struct incident *inc, struct entry *e)
{
	const char *who = fold_or(event_text(&e->ev, F_WHO), e->ev.by);
	const char *to = event_text(&e->ev, F_TO);
	struct sme *s = fold_sme(inc, who);

	e->untrue = !s;
	if (!s)
		return;
	s->state = SME_RELEASED;
	s->released = event_when(&e->ev);
	s->ack_due = s->can_due = s->promised = WHEN_NONE;
	for (int i = 0; *to && i < inc->n_objectives; i++)
		if (objective_open(&inc->objectives[i]) &&
		    str_same(inc->objectives[i].who, who))
			inc->objectives[i].who = to;
	for (int i = 0; *to && i < inc->n_needs; i++)
		if (need_open(&inc->needs[i]) &&
		    str_same(inc->needs[i].who, who))
			inc->needs[i].who = to;
}
