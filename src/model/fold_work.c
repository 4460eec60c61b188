/* The work: objectives, mitigations, repair, review, lessons and items. */
#include "model/fold.h"

#include "base/str.h"

static struct objective *
objective_of(struct incident *inc, struct entry *e)
{
	int64_t id = event_int(&e->ev, F_OBJECTIVE);
	struct objective *o = id < 1 || id > inc->last_objective ? NULL :
		(struct objective *)incident_objective(inc, (int32_t)id);

	e->untrue = !o || !objective_open(o);
	return e->untrue ? NULL : o;
}

static when_ms
time_box(const struct incident *inc, when_ms from)
{
	when_ms box = numbers_get(&inc->numbers, NUM_TIMEBOX, inc->severity);

	return box ? from + box : WHEN_NONE;
}

void
fold_assigned(struct incident *inc, struct entry *e)
{
	struct objective *o = FOLD_ADD(inc, objectives);

	o->id = ++inc->last_objective;
	o->who = event_text(&e->ev, F_WHO);
	o->text = e->text;
	o->state = OBJ_ASSIGNED;
	o->n = e->ev.n;
	o->since = o->changed = event_when(&e->ev);
	o->due = event_time(&e->ev, F_UNTIL);
	if (o->due == WHEN_NONE)
		o->due = time_box(inc, o->since);
	o->why = o->answer = "";
}

static void
objective_to(struct incident *inc, struct entry *e, enum objective_state to)
{
	struct objective *o = objective_of(inc, e);

	if (!o)
		return;
	o->state = to;
	o->changed = event_when(&e->ev);
	o->why = e->text;
}

void
fold_understood(struct incident *inc, struct entry *e)
{
	struct objective *o = objective_of(inc, e);

	if (!o)
		return;
	e->untrue = o->state != OBJ_ASSIGNED;
	if (!e->untrue)
		objective_to(inc, e, OBJ_UNDERSTOOD);
}

void
fold_completed(struct incident *inc, struct entry *e)
{
	objective_to(inc, e, OBJ_DONE);
}

void
fold_blocked(struct incident *inc, struct entry *e)
{
	objective_to(inc, e, OBJ_BLOCKED);
}

void
fold_answered(struct incident *inc, struct entry *e)
{
	struct objective *o = objective_of(inc, e);
	const char *answer = event_text(&e->ev, F_ANSWER);
	when_ms until = event_time(&e->ev, F_UNTIL);
	when_ms when = event_when(&e->ev);

	if (!o)
		return;
	o->answer = answer;
	o->changed = when;
	if (str_same(answer, "abandon")) {
		o->state = OBJ_ABANDONED;
		o->why = e->text;
		return;
	}
	o->why = "";
	if (str_same(answer, "replan")) {
		o->state = OBJ_ASSIGNED;
		o->text = str_or(e->text, o->text);
	} else if (o->state == OBJ_BLOCKED) {
		o->state = OBJ_UNDERSTOOD;
	}
	o->due = until == WHEN_NONE ? time_box(inc, when) : until;
}

static void
add_line(struct line *l, const struct entry *e)
{
	l->n = e->ev.n;
	l->text = e->text;
	l->by = e->ev.by;
	l->when = event_when(&e->ev);
}

void
fold_decision(struct incident *inc, struct entry *e)
{
	add_line(FOLD_ADD(inc, decisions), e);
}

void
fold_diagnosis(struct incident *inc, struct entry *e)
{
	add_line(FOLD_ADD(inc, diagnoses), e);
}

void
fold_lesson(struct incident *inc, struct entry *e)
{
	add_line(FOLD_ADD(inc, lessons), e);
}

void
fold_proposed(struct incident *inc, struct entry *e)
{
	struct mitigation *m = FOLD_ADD(inc, mitigations);

	m->id = ++inc->last_mitigation;
	m->text = e->text;
	m->by = e->ev.by;
	m->state = MIT_PROPOSED;
	m->changed = event_when(&e->ev);
	m->seen_by = m->why = "";
}

static struct mitigation *
mitigation_to(struct incident *inc, struct entry *e,
	enum mitigation_state to)
{
	int64_t id = event_int(&e->ev, F_MITIGATION);
	struct mitigation *m = id < 1 || id > inc->last_mitigation ? NULL :
		(struct mitigation *)incident_mitigation(inc, (int32_t)id);

	e->untrue = !m || !mitigation_can(m, to);
	if (e->untrue)
		return NULL;
	m->state = to;
	m->changed = event_when(&e->ev);
	return m;
}

void
fold_approved(struct incident *inc, struct entry *e)
{
	mitigation_to(inc, e, MIT_APPROVED);
}

void
fold_executed(struct incident *inc, struct entry *e)
{
	mitigation_to(inc, e, MIT_EXECUTED);
}

void
fold_worked(struct incident *inc, struct entry *e)
{
	struct mitigation *m = mitigation_to(inc, e, MIT_WORKED);

	if (!m)
		return;
	m->seen_by = str_or(event_text(&e->ev, F_FROM), e->ev.by);
	m->why = e->text;
}

void
fold_failed(struct incident *inc, struct entry *e)
{
	struct mitigation *m = mitigation_to(inc, e, MIT_FAILED);

	if (m)
		m->why = e->text;
}

void
fold_repair(struct incident *inc, struct entry *e)
{
	inc->repaired = event_int(&e->ev, F_NEEDED) ? REPAIR_DONE :
		REPAIR_NOT_NEEDED;
	inc->repair_text = e->text;
}

static void
settle_need(struct incident *inc, const struct entry *e)
{
	struct need *need = fold_need(inc, event_int(&e->ev, F_NEED));

	if (!need || !need_open(need))
		return;
	need->state = NEED_DROPPED;
	need->by = e->ev.by;
	need->answered = event_when(&e->ev);
	need->answer = "made an action item";
}

void
fold_item_opened(struct incident *inc, struct entry *e)
{
	struct item *item = FOLD_ADD(inc, items);
	int64_t p = event_int(&e->ev, F_PRIORITY);

	item->id = ++inc->last_item;
	item->text = e->text;
	item->owner = event_text(&e->ev, F_OWNER);
	item->priority = p < 1 || p > NUMBERS_WIDE ? 2 : (int)p;
	item->since = event_when(&e->ev);
	item->due = event_time(&e->ev, F_UNTIL);
	if (item->due == WHEN_NONE)
		item->due = item->since + numbers_get(&inc->numbers, NUM_ITEM,
			item->priority);
	item->done = WHEN_NONE;
	item->why = "";
	settle_need(inc, e);
}

static void
end_item(struct incident *inc, struct entry *e, bool dropped)
{
	int64_t id = event_int(&e->ev, F_ITEM);
	struct item *item = id < 1 || id > inc->last_item ? NULL :
		(struct item *)incident_item(inc, (int32_t)id);

	e->untrue = !item || item->done != WHEN_NONE;
	if (e->untrue)
		return;
	item->done = event_when(&e->ev);
	item->dropped = dropped;
	item->why = e->text;
}

void
fold_item_done(struct incident *inc, struct entry *e)
{
	end_item(inc, e, false);
}

void
fold_item_dropped(struct incident *inc, struct entry *e)
{
	end_item(inc, e, true);
}

void
fold_review(struct incident *inc, struct entry *e)
{
	inc->review.held = event_when(&e->ev);
	inc->review.text = e->text;
}
