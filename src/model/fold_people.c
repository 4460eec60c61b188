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
	return id > 0 && id <= inc->last_need ?
		(struct need *)incident_need(inc, (int32_t)id) : NULL;
}

struct need *
fold_need_new(struct incident *inc, const struct entry *e, int32_t id)
{
	struct need *need = FOLD_ADD(inc, needs);

	while (need > inc->needs && need[-1].id > id) {
		need[0] = need[-1];
		need--;
	}
	memset(need, 0, sizeof(*need));
	need->id = id;
	if (id > inc->last_need)
		inc->last_need = id;
	need->who = need->text = "";
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

/*
 * The number of the @i-th need of a report, as its author gave it: that of one
 * they had named before, or the next.  0 where none was given that can be.
 */
static int32_t
number_of(const struct incident *inc, const struct entry *e, int i)
{
	const struct ints *given = event_ints(&e->ev, F_NUMBERED);

	return i < given->n && given->v[i] > 0 &&
		given->v[i] <= inc->last_need + 1 ? given->v[i] : 0;
}

static void
add_need(struct incident *inc, const struct entry *e, const char *text,
	int32_t id)
{
	const char *who = str_or(event_text(&e->ev, F_FROM), e->ev.by);
	struct need *need;

	if (id ? incident_need(inc, id) : incident_need_of(inc, who, text))
		return;
	need = fold_need_new(inc, e, id ? id : inc->last_need + 1);
	need->who = who;
	need->text = text;
}

static void
add_needs(struct incident *inc, const struct entry *e)
{
	const struct can *can = event_can(&e->ev, F_REPORT);
	int n = 0;

	for (int i = 0; i < can->n; i++)
		for (int j = 0; j < can->t[i].n_needs; j++, n++)
			add_need(inc, e, can->t[i].needs[j],
				number_of(inc, e, n));
}

static void
skip_needs(struct incident *inc, const struct entry *e)
{
	const struct can *can = event_can(&e->ev, F_REPORT);
	int n = 0;

	for (int i = 0; i < can->n; i++)
		for (int j = 0; j < can->t[i].n_needs; j++, n++) {
			int32_t id = number_of(inc, e, n);

			inc->last_need += !id || id > inc->last_need;
		}
}

void
fold_number(struct incident *inc, const struct entry *e)
{
	switch (e->ev.kind) {
	case KIND_CAN:
		if (!event_int(&e->ev, F_SAME))
			skip_needs(inc, e);
		break;
	case KIND_RECEIVED:
		inc->last_need += event_list(&e->ev, F_NEEDS)->n;
		break;
	case KIND_ASSIGNED:
		inc->last_objective++;
		break;
	case KIND_PROPOSED:
		inc->last_mitigation++;
		break;
	case KIND_ITEM_OPENED:
		inc->last_item++;
		break;
	default:
		break;
	}
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
	const char *who = str_or(event_text(&e->ev, F_FROM), e->ev.by);
	bool same = event_int(&e->ev, F_SAME) != 0;
	when_ms when = event_when(&e->ev);
	struct sme *sme = reporter(inc, who, when);
	struct report *r = report_of(inc, who);

	if (!same)
		add_needs(inc, e);
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

	e->untrue = !need || !need_open(need);
	if (e->untrue)
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

	e->untrue = !incident_live(inc) || !*who;
	if (e->untrue)
		return;
	if (!s)
		s = fold_sme_new(inc, who);
	if (s->state == SME_RELEASED)
		s->pages = 0;
	s->field = str_or(event_text(&e->ev, F_FIELD), s->field);
	s->phone = str_or(event_text(&e->ev, F_PHONE), s->phone);
	if (str_same(event_text(&e->ev, F_ROLE), "commander"))
		s->commander = true;
	s->pages++;
	s->paged_n = e->ev.n;
	s->paged = event_when(&e->ev);
	s->let_go = false;
	if (s->state != SME_JOINED) {
		s->state = SME_PAGED;
		s->acked = s->eta = s->released = WHEN_NONE;
		s->ack_due = ack ? s->paged + ack : WHEN_NONE;
	}
	if (!incident_need(inc, s->need) ||
	    !need_open(incident_need(inc, s->need)))
		s->need = 0;
	if (need && need_open(need)) {
		s->need = need->id;
		need->state = NEED_DISPATCHED;
		need->sent = s->name;
	}
}

void
fold_let_go(struct incident *inc, int32_t n)
{
	for (int i = 0; i < inc->n_smes; i++)
		if (inc->smes[i].paged_n && inc->smes[i].paged_n == (uint32_t)n)
			inc->smes[i].let_go = true;
}

void
fold_acknowledged(struct incident *inc, struct entry *e)
{
	const char *who = str_or(event_text(&e->ev, F_WHO), e->ev.by);
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
	const char *who = str_or(event_text(&e->ev, F_WHO), e->ev.by);
	struct sme *s = fold_sme(inc, who);

	e->untrue = !incident_live(inc);
	if (e->untrue)
		return;
	if (!s)
		s = fold_sme_new(inc, who);
	s->field = str_or(event_text(&e->ev, F_FIELD), s->field);
	fold_join(inc, s, event_when(&e->ev));
}

/* Whoever was sent for a need and goes before coming leaves it open. */
static void
reopen_need(struct incident *inc, const struct sme *s)
{
	struct need *need = fold_need(inc, s->need);

	if (s->state == SME_JOINED || !need ||
	    need->state != NEED_DISPATCHED || !str_same(need->sent, s->name))
		return;
	need->state = NEED_OPEN;
	need->sent = "";
}

void
fold_released(struct incident *inc, struct entry *e)
{
	const char *who = str_or(event_text(&e->ev, F_WHO), e->ev.by);
	const char *to = event_text(&e->ev, F_TO);
	struct sme *s = fold_sme(inc, who);

	e->untrue = !s || s->state == SME_RELEASED;
	if (e->untrue)
		return;
	reopen_need(inc, s);
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
