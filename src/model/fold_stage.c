/* Stages, calls and bands: where an incident is, and since when. */
#include "model/fold.h"

#include "base/str.h"

#include <stdlib.h>
#include <string.h>

void
fold_band_open(struct incident *inc, enum band b, when_ms t)
{
	struct intervals *iv = &inc->band[b];

	if (iv->n && iv->v[iv->n - 1].end == WHEN_NONE)
		return;
	/* The same time never counts twice, whatever was back-dated. */
	if (iv->n && t < iv->v[iv->n - 1].end)
		t = iv->v[iv->n - 1].end;
	iv->v = mem_grow(iv->v, (size_t)iv->n + 1, sizeof(*iv->v));
	iv->v[iv->n].start = t;
	iv->v[iv->n++].end = WHEN_NONE;
}

/* Ends the interval of a band that runs, if one does. */
static void
close_band(struct incident *inc, enum band b, when_ms t)
{
	struct intervals *iv = &inc->band[b];
	struct interval *last;

	if (!iv->n || iv->v[iv->n - 1].end != WHEN_NONE)
		return;
	last = &iv->v[iv->n - 1];
	last->end = t < last->start ? last->start : t;
}

void
fold_band_impact(struct incident *inc)
{
	struct intervals *iv = &inc->band[BAND_CUSTOMER];
	struct interval *first;

	if (inc->impact == IMPACT_NEVER) {
		iv->n = 0;
		return;
	}
	if (!iv->n) {
		fold_band_open(inc, BAND_CUSTOMER, inc->since);
		if (inc->under_control || inc->closed)
			close_band(inc, BAND_CUSTOMER, inc->under_control ?
				inc->under_control_at : inc->closed_at);
	}
	first = &iv->v[0];
	first->start = inc->impact == IMPACT_BEGAN ? inc->began : inc->since;
	if (inc->under_control && iv->n == 1)
		first->end = inc->under_control_at;
	if (first->end != WHEN_NONE && first->end < first->start)
		first->end = first->start;
}

static void
band_at(struct incident *inc, enum band b, bool runs, when_ms t)
{
	if (runs)
		fold_band_open(inc, b, t);
	else
		close_band(inc, b, t);
}

/* The stay in the present stage ends with @e, unless it has ended. */
static void
leave_visit(struct incident *inc, const struct entry *e)
{
	when_ms when = event_when(&e->ev);
	struct visit *v;

	if (!inc->n_visits)
		return;
	v = &inc->visits[inc->n_visits - 1];
	if (v->end != WHEN_NONE)
		return;
	v->end = when < v->start ? v->start : when;
	v->unmet = event_has(&e->ev, F_UNMET);
}

void
fold_enter(struct incident *inc, struct entry *e, enum stage to,
	enum call call)
{
	when_ms when = event_when(&e->ev);
	struct visit *v;

	leave_visit(inc, e);
	v = FOLD_ADD(inc, visits);
	v->stage = to;
	v->n = e->ev.n;
	v->start = when;
	v->end = WHEN_NONE;
	inc->stage = to;
	inc->stage_since = when;
	inc->stage_n = e->ev.n;
	band_at(inc, BAND_OPERATIONS, to <= STAGE_REPAIR, when);
	band_at(inc, BAND_LEARNING, to == STAGE_REVIEW, when);
	band_at(inc, BAND_PREVENTION, to == STAGE_ACTION_ITEMS, when);
	if (to <= STAGE_REPAIR || call)
		fold_unheard(inc, e, to, call);
	fold_shift(inc, when);
}

/* Going back into the customer band opens it again, at the stated moment. */
static void
reenter_impact(struct incident *inc, const struct entry *e)
{
	when_ms began = event_time(&e->ev, F_BEGAN);

	if (inc->under_control) {
		inc->under_control = false;
		inc->repaired = REPAIR_OPEN;
		inc->repair_text = "";
	}
	if (began == WHEN_NONE)
		began = event_when(&e->ev);
	if (inc->impact != IMPACT_NEVER)
		fold_band_open(inc, BAND_CUSTOMER, began);
}

void
fold_stage(struct incident *inc, struct entry *e)
{
	enum stage from = stage_find(event_text(&e->ev, F_FROM));
	enum stage to = stage_find(event_text(&e->ev, F_TO));

	e->untrue = !to || to == from || from != inc->stage || inc->closed ||
		(inc->all_clear && to < STAGE_REVIEW) ||
		(!inc->all_clear && to >= STAGE_REVIEW) ||
		(!inc->under_control && to == STAGE_REPAIR);
	if (e->untrue)
		return;
	if (to <= STAGE_MITIGATE)
		reenter_impact(inc, e);
	fold_enter(inc, e, to, CALL_NONE);
}

/* Command ends with All Clear, and when the incident does. */
static void
end_command(struct incident *inc, const struct entry *e)
{
	struct command *c = &inc->command;

	if (*c->holder)
		c->former = c->holder;
	c->holder = c->deputy = "";
	c->assumed = false;
	c->offer.n = 0;
	c->n = e->ev.n;
	fold_stop(inc, event_when(&e->ev));
}

static void
review_due(struct incident *inc)
{
	when_ms within = numbers_get(&inc->numbers, NUM_REVIEW, inc->highest);

	inc->review.due = within ? inc->all_clear_at + within : WHEN_NONE;
}

/* Command and every operational clock end; the review owner takes over. */
static void
all_clear(struct incident *inc, struct entry *e)
{
	inc->all_clear = true;
	inc->all_clear_at = event_when(&e->ev);
	end_command(inc, e);
	inc->review.owner = str_or(event_text(&e->ev, F_OWNER),
		inc->command.former);
	review_due(inc);
}

void
fold_called(struct incident *inc, struct entry *e)
{
	enum call call = call_find(event_text(&e->ev, F_CALL));
	enum stage from = stage_find(event_text(&e->ev, F_FROM));
	when_ms when = event_when(&e->ev);

	e->untrue = !call || from != inc->stage || !incident_live(inc) ||
		(call == CALL_UNDER_CONTROL && inc->under_control);
	if (e->untrue)
		return;
	if (!inc->under_control) {
		inc->under_control = true;
		inc->under_control_at = when;
		close_band(inc, BAND_CUSTOMER, when);
	}
	if (call == CALL_ALL_CLEAR)
		all_clear(inc, e);
	fold_enter(inc, e, call_enters(call), call);
}

static void
end_incident(struct incident *inc, struct entry *e)
{
	when_ms when = event_when(&e->ev);

	inc->closed = true;
	inc->closed_at = when;
	inc->closed_by = e->ev.by;
	inc->closed_why = e->ev.kind == KIND_CLOSED ? e->text :
		event_text(&e->ev, F_REASON);
	leave_visit(inc, e);
	for (int b = 0; b < BAND_COUNT; b++)
		close_band(inc, (enum band)b, when);
	inc->review.due = WHEN_NONE;
	end_command(inc, e);
	fold_customers_due(inc);
}

void
fold_closed(struct incident *inc, struct entry *e)
{
	struct customers *c = &inc->customers;

	bool alarm = event_int(&e->ev, F_FALSE_ALARM) != 0;

	e->untrue = inc->closed || alarm != incident_live(inc);
	if (e->untrue)
		return;
	inc->false_alarm = alarm;
	end_incident(inc, e);
	if (!alarm)
		return;
	c->n_unheard = 0;
	c->promised = WHEN_NONE;
	if (c->words)
		fold_unheard(inc, e, STAGE_NONE, CALL_NONE);
	fold_customers_due(inc);
}

void
fold_merged(struct incident *inc, struct entry *e)
{
	int64_t into = event_int(&e->ev, F_INCIDENT);

	e->untrue = inc->closed || into < 1 || into == inc->number;
	if (e->untrue)
		return;
	end_incident(inc, e);
	inc->merged_into = (uint32_t)into;
	inc->customers.n_unheard = 0;
	inc->customers.promised = WHEN_NONE;
	fold_customers_due(inc);
}

void
fold_reopened(struct incident *inc, struct entry *e)
{
	enum stage to = stage_find(event_text(&e->ev, F_TO));

	/* What was never cleared has no Review to go back to. */
	e->untrue = !to || incident_live(inc) || inc->merged_into ||
		(to >= STAGE_REVIEW && (!inc->closed || !inc->all_clear)) ||
		(to == STAGE_REPAIR && !inc->under_control);
	if (e->untrue)
		return;
	if (inc->false_alarm)
		inc->customers.n_unheard = 0;
	inc->closed = inc->false_alarm = false;
	inc->closed_at = WHEN_NONE;
	if (to < STAGE_REVIEW) {
		inc->all_clear = false;
		inc->all_clear_at = WHEN_NONE;
		inc->review = (struct review){
			.owner = inc->review.owner, .text = "",
			.due = WHEN_NONE, .held = WHEN_NONE,
		};
	} else {
		review_due(inc);
	}
	if (to <= STAGE_MITIGATE)
		reenter_impact(inc, e);
	fold_enter(inc, e, to, CALL_NONE);
}

/* "source time text" of a duplicate's signal; false when it is not that. */
static bool
split_signal(struct incident *inc, const char *s, struct signal *out)
{
	const char *a = strchr(s, ' ');
	const char *b = a ? strchr(a + 1, ' ') : NULL;

	if (!b || !when_parse_iso(arena_dupn(inc->arena, a + 1,
	    (size_t)(b - a - 1)), &out->when))
		return false;
	out->source = arena_dupn(inc->arena, s, (size_t)(a - s));
	out->text = b + 1;
	return true;
}

static void
receive_signals(struct incident *inc, struct entry *e)
{
	const struct texts *list = event_list(&e->ev, F_SIGNALS);

	for (int i = 0; i < list->n; i++) {
		struct signal s = {.n = e->ev.n};

		if (split_signal(inc, list->v[i], &s))
			*FOLD_ADD(inc, signals) = s;
	}
}

/* Members are "name field" and "name text": the first word is a person. */
static void
receive_people(struct incident *inc, struct entry *e)
{
	const struct texts *smes = event_list(&e->ev, F_SMES);
	const struct texts *needs = event_list(&e->ev, F_NEEDS);

	for (int i = 0; i < smes->n; i++) {
		size_t len = strcspn(smes->v[i], " ");
		const char *rest = smes->v[i] + len;
		char *name = arena_dupn(inc->arena, smes->v[i], len);
		struct sme *sme = fold_sme(inc, name);

		if (!sme) {
			sme = fold_sme_new(inc, name);
			sme->field = *rest ? rest + 1 : "";
		}
		if (sme->state != SME_JOINED)
			fold_join(inc, sme, event_when(&e->ev));
	}
	for (int i = 0; i < needs->n; i++) {
		struct need *need;
		size_t len = strcspn(needs->v[i], " ");
		const char *rest = needs->v[i] + len;

		need = fold_need_new(inc, e, inc->last_need + 1);
		need->who = arena_dupn(inc->arena, needs->v[i], len);
		need->text = *rest ? rest + 1 : "";
	}
}

void
fold_received(struct incident *inc, struct entry *e)
{
	when_ms began = event_time(&e->ev, F_BEGAN);

	e->untrue = !incident_live(inc);
	if (e->untrue)
		return;
	receive_signals(inc, e);
	receive_people(inc, e);
	if (began == WHEN_NONE)
		return;
	if (inc->impact == IMPACT_BEGAN && inc->began <= began)
		return;
	inc->impact = IMPACT_BEGAN;
	inc->began = began;
	fold_band_impact(inc);
}
