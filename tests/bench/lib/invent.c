#include "bench/lib/invent.h"

#include "base/mem.h"

int
invent_roll(struct invent *v, int n)
{
	/* xorshift64: the same on every machine. */
	v->seed ^= v->seed << 13;
	v->seed ^= v->seed >> 7;
	v->seed ^= v->seed << 17;
	return (int)((v->seed >> 11) % (uint64_t)n);
}

static struct event *
noted(struct invent *v, enum event_kind kind, const char *who)
{
	struct event *e = invent_by(v, kind, who);

	event_put_text(e, F_NOTE, invent_text(v));
	return e;
}

static struct event *
note(struct invent *v)
{
	struct event *e = noted(v, KIND_NOTE, invent_who(v));

	if (invent_roll(v, 20) == 0)
		e->happened = v->now - invent_roll(v, 20) * WHEN_MINUTE;
	return e;
}

static struct event *
same(struct invent *v)
{
	struct event *e = invent_by(v, KIND_CAN, invent_who(v));

	event_put_int(e, F_SAME, 1);
	return e;
}

/* One triple: what is seen, what is done, sometimes what is missing. */
static void
triple(struct invent *v, struct can_triple *t, bool need)
{
	t->tag = invent_roll(v, 3) ? ON_CUSTOMERS : ON_OPERATIONS;
	t->condition = invent_text(v);
	t->n_actions = 1 + invent_roll(v, 2);
	t->actions = arena_alloc(v->a, (size_t)t->n_actions *
		sizeof(*t->actions));
	for (int i = 0; i < t->n_actions; i++) {
		t->actions[i].tag = FOR_MITIGATE;
		t->actions[i].text = invent_text(v);
	}
	if (!need)
		return;
	t->n_needs = 1;
	t->needs = arena_alloc(v->a, sizeof(*t->needs));
	t->needs[0] = invent_text(v);
}

static struct ints *
one_number(struct invent *v, int32_t number)
{
	struct ints *list = arena_alloc(v->a, sizeof(*list));

	list->v = arena_alloc(v->a, sizeof(*list->v));
	list->v[0] = number;
	list->n = 1;
	return list;
}

static struct event *
report(struct invent *v)
{
	struct event *e = invent_by(v, KIND_CAN, invent_who(v));
	struct can *can = arena_alloc(v->a, sizeof(*can));
	bool need = invent_roll(v, 3) == 0;

	can->n = 1 + invent_roll(v, 3);
	can->t = arena_alloc(v->a, (size_t)can->n * sizeof(*can->t));
	for (int i = 0; i < can->n; i++)
		triple(v, &can->t[i], need && i == 0);
	if (!need)
		event_put_int(e, F_NO_NEEDS, 1);
	if (invent_roll(v, 4) == 0)
		event_put_int(e, F_NEXT, v->now + 20 * WHEN_MINUTE);
	event_put(e, F_REPORT, (union value){.can = can});
	if (need)
		event_put(e, F_NUMBERED, (union value){.ints =
			one_number(v, v->inc->last_need + 1)});
	return e;
}

/* The oldest open need is answered; without one, the commander decides. */
static struct event *
need(struct invent *v)
{
	static const enum event_kind kinds[] = {
		KIND_NEED_MET, KIND_NEED_MET, KIND_NEED_REFUSED,
		KIND_NEED_DISPATCHED,
	};
	const struct need *open = v->inc->needs;
	const struct need *end = open + v->inc->n_needs;
	enum event_kind kind = kinds[invent_roll(v, 4)];
	struct event *e;

	while (open < end && !need_open(open))
		open++;
	if (open == end)
		return noted(v, KIND_DECISION, "ana");
	if (kind == KIND_NEED_DISPATCHED && open->state == NEED_DISPATCHED)
		kind = KIND_NEED_MET;
	e = invent_by(v, kind, "ana");
	event_put_int(e, F_NEED, open->id);
	if (kind == KIND_NEED_DISPATCHED)
		event_put_text(e, F_WHO, invent_who(v));
	else
		event_put_text(e, kind == KIND_NEED_MET ? F_NOTE : F_REASON,
			invent_text(v));
	return e;
}

static struct event *
assign(struct invent *v)
{
	struct event *e = noted(v, KIND_ASSIGNED, "ana");

	event_put_text(e, F_WHO, invent_who(v));
	event_put_int(e, F_UNTIL, v->now + 10 * WHEN_MINUTE);
	return e;
}

/* The oldest open objective goes one step on; without one, another begins. */
static struct event *
objective(struct invent *v)
{
	const struct objective *o = v->inc->objectives;
	const struct objective *end = o + v->inc->n_objectives;
	struct event *e;

	while (o < end && !objective_open(o))
		o++;
	if (o == end || (end - o < 4 && invent_roll(v, 2)))
		return assign(v);
	if (o->state == OBJ_BLOCKED) {
		e = noted(v, KIND_ANSWERED, "ana");
		event_put_text(e, F_ANSWER, "more-time");
		event_put_int(e, F_UNTIL, v->now + 10 * WHEN_MINUTE);
	} else if (o->state == OBJ_ASSIGNED) {
		e = invent_by(v, KIND_UNDERSTOOD, o->who);
	} else {
		e = noted(v, invent_roll(v, 4) ? KIND_COMPLETED : KIND_BLOCKED,
			o->who);
	}
	event_put_int(e, F_OBJECTIVE, o->id);
	return e;
}

/* The last mitigation goes one step on and fails in the end. */
static struct event *
mitigation(struct invent *v)
{
	const struct incident *inc = v->inc;
	const struct mitigation *m = !inc->n_mitigations ? NULL :
		&inc->mitigations[inc->n_mitigations - 1];
	struct event *e;

	if (!m || m->state == MIT_FAILED)
		return noted(v, KIND_PROPOSED, invent_who(v));
	if (m->state == MIT_PROPOSED)
		e = invent_by(v, KIND_APPROVED, "ana");
	else if (m->state == MIT_APPROVED)
		e = invent_by(v, KIND_EXECUTED, m->by);
	else
		e = noted(v, KIND_FAILED, m->by);
	event_put_int(e, F_MITIGATION, m->id);
	return e;
}

/* A message to the company, and the entry that says it was said. */
static struct event *
broadcast(struct invent *v)
{
	const struct incident *inc = v->inc;
	const struct message *m = !inc->n_messages ? NULL :
		&inc->messages[inc->n_messages - 1];
	struct event *e;

	if (!m || m->told != WHEN_NONE) {
		e = invent_by(v, KIND_BROADCAST, "ana");
		event_put_text(e, F_MESSAGE, arena_printf(v->a, "INC-1 SEV1: "
			"%s. %s. Next word in 20 minutes.", invent_text(v),
			invent_text(v)));
		return e;
	}
	e = invent_by(v, KIND_DELIVERY_SENT, "ana");
	event_put(e, F_ENTRIES, (union value){.ints =
		one_number(v, (int32_t)m->n)});
	event_put_text(e, F_CHANNEL, "hand");
	event_put_text(e, F_THROUGH, "bridge");
	return e;
}

static struct event *
told(struct invent *v)
{
	struct event *e = noted(v, KIND_TOLD, "mei");

	event_put_text(e, F_FROM, "mei");
	event_put_text(e, F_THROUGH, "status page");
	event_put_int(e, F_NEXT, v->now + 20 * WHEN_MINUTE);
	return e;
}

/*
 * Something was wrong: the text of an earlier entry is put right, or a note
 * taken back.  Each makes every reader fold the incident again.
 */
static struct event *
mistake(struct invent *v)
{
	uint32_t n = v->inc->n - (uint32_t)invent_roll(v, 8);
	const struct entry *wrong = incident_entry(v->inc, n);
	struct event *e;

	if (wrong->ev.kind != KIND_NOTE || wrong->withdrawn_by)
		return note(v);
	e = invent_by(v, invent_roll(v, 3) ? KIND_CORRECTED : KIND_WITHDRAWN,
		wrong->ev.by);
	event_put_int(e, F_ENTRY, n);
	if (e->kind == KIND_CORRECTED)
		event_put_text(e, F_TEXT, invent_text(v));
	else
		event_put_text(e, F_REASON, "wrong window");
	return e;
}

static struct event *
last(struct invent *v)
{
	struct event *e = invent_by(v, KIND_NOTE, "raj");

	event_put_text(e, F_NOTE, INVENT_LAST " is the last word so far");
	return e;
}

struct event *
invent_next(struct invent *v)
{
	/* In parts of a hundred. */
	static const struct {
		int part;
		struct event *(*make)(struct invent *v);
	} mix[] = {
		{38, note}, {12, same}, {16, report}, {9, need},
		{9, objective}, {5, mitigation}, {6, broadcast}, {4, told},
		{1, mistake},
	};
	struct event *e = invent_begin(v);
	int roll;

	v->now += v->step / 2 + invent_roll(v, (int)v->step);
	if (e)
		return e;
	if (v->inc->n + 1 == v->total)
		return last(v);
	roll = invent_roll(v, 100);
	for (unsigned i = 0; i < sizeof(mix) / sizeof(mix[0]); i++) {
		if (roll < mix[i].part)
			return mix[i].make(v);
		roll -= mix[i].part;
	}
	return note(v);
}
