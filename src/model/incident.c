#include "model/incident.h"

#include "base/mem.h"
#include "base/str.h"
#include "model/fold.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SKEW (2 * WHEN_SECOND)

struct incident *
incident_new(uint32_t number)
{
	struct incident *inc = mem_new(sizeof(*inc));

	inc->arena = arena_new(0);
	inc->number = number;
	/* What comes first is mostly all of it: folded once, at its end. */
	inc->stale = true;
	fold_reset(inc);
	return inc;
}

void
incident_free(struct incident *inc)
{
	if (!inc)
		return;
	for (int b = 0; b < BAND_COUNT; b++)
		free(inc->band[b].v);
	free(inc->visits);
	free(inc->signals);
	free(inc->smes);
	free(inc->needs);
	free(inc->reports);
	free(inc->objectives);
	free(inc->mitigations);
	free(inc->messages);
	free(inc->deliveries);
	free(inc->items);
	free(inc->lessons);
	free(inc->decisions);
	free(inc->diagnoses);
	free(inc->snoozes);
	free(inc->customers.unheard);
	free(inc->entries);
	arena_free(inc->arena);
	free(inc);
}

static struct entry *
add_entry(struct incident *inc)
{
	struct entry *e;

	if (inc->n == inc->cap) {
		inc->cap = inc->cap ? inc->cap * 2 : 64;
		inc->entries = mem_grow(inc->entries, inc->cap,
			sizeof(*inc->entries));
	}
	e = &inc->entries[inc->n++];
	memset(e, 0, sizeof(*e));
	return e;
}

/* The text of its kind's main field, before any correction. */
static const char *
own_text(const struct entry *e)
{
	enum event_field f = kind_rows[e->ev.kind].main;

	return f ? event_text(&e->ev, f) : "";
}

/* Acts that are the commander's, when somebody else does them. */
static bool
is_staff_act(enum event_kind kind)
{
	switch (kind) {
	case KIND_PAGED:
	case KIND_RELEASED:
	case KIND_BROADCAST:
	case KIND_ASSIGNED:
	case KIND_ANSWERED:
	case KIND_NEED_DISPATCHED:
	case KIND_NEED_MET:
	case KIND_NEED_REFUSED:
	case KIND_BRIDGE:
	case KIND_PROTOCOL:
	case KIND_REPAIR:
		return true;
	default:
		return false;
	}
}

/* A deputy's own need is theirs to call met. */
static bool
is_own(const struct incident *inc, const struct event *ev)
{
	const struct need *need = ev->kind == KIND_NEED_MET ?
		incident_need(inc, (int32_t)event_int(ev, F_NEED)) : NULL;

	return need && str_same(need->who, ev->by);
}

static void
fold_one(struct incident *inc, struct entry *e)
{
	const struct command *c = &inc->command;
	fold_fn *fn = fold_table[e->ev.kind];
	when_ms when = event_when(&e->ev);

	e->untrue = false;
	e->deputy_of = NULL;
	if (*c->holder && is_staff_act(e->ev.kind) && !is_own(inc, &e->ev) &&
	    !str_same(e->ev.by, c->holder) && str_same(e->ev.by, c->deputy))
		e->deputy_of = c->holder;
	if (!inc->declared && e->ev.kind != KIND_DECLARED)
		fn = NULL;
	if (fn)
		fn(inc, e);
	if (!e->untrue && inc->declared)
		fold_message(inc, e);
	if (*c->holder && str_same(e->ev.by, c->holder) &&
	    (c->last_act == WHEN_NONE || when > c->last_act))
		inc->command.last_act = when;
	e->stage = inc->stage;
}

/* What counts of an entry even when it was withdrawn. */
static void
count_entry(struct incident *inc, const struct entry *e)
{
	if (e->ev.version > inc->version)
		inc->version = e->ev.version;
	inc->damaged += e->ev.kind == KIND_DAMAGED;
	inc->unknown += e->ev.kind == KIND_UNKNOWN;
}

/* Clocks of two hosts differ; going back by more than a little is shown. */
static bool
is_skewed(const struct entry *before, const struct event *ev)
{
	when_ms was = before->ev.at;

	return was != WHEN_NONE && ev->at != WHEN_NONE &&
		ev->at < was - SKEW;
}

static bool
rewrites(enum event_kind kind)
{
	return kind == KIND_CORRECTED || kind == KIND_WITHDRAWN ||
		kind == KIND_ERASED;
}

/* The event of the entry that was added last is there: folds it. */
static void
take_event(struct incident *inc)
{
	struct entry *e = &inc->entries[inc->n - 1];

	e->ev.incident = inc->number;
	e->ev.n = inc->n;
	e->text = own_text(e);
	e->skewed = inc->n > 1 && is_skewed(e - 1, &e->ev);
	fold_moment(inc, e);
	if (rewrites(e->ev.kind)) {
		inc->stale = true;
		inc->rewritten = inc->n;
	}
	if (inc->stale)
		return;
	count_entry(inc, e);
	fold_one(inc, e);
}

struct entry *
fold_event(struct incident *inc, const struct event *ev)
{
	add_entry(inc)->ev = *ev;
	take_event(inc);
	return &inc->entries[inc->n - 1];
}

void
incident_apply(struct incident *inc, const char *head, const char *data,
	const struct hash *hash)
{
	struct entry *e = add_entry(inc);

	event_read(inc->arena, head, data, &e->ev);
	memcpy(e->hash, hash, sizeof(e->hash));
	take_event(inc);
	inc->hash = *hash;
}

/* The entry that @e points at, if it is an earlier one. */
static struct entry *
target(struct incident *inc, const struct entry *e)
{
	int64_t n = event_int(&e->ev, F_ENTRY);

	return n > 0 && n < e->ev.n ? &inc->entries[n - 1] : NULL;
}

static void
clear_marks(struct incident *inc)
{
	for (uint32_t i = 0; i < inc->n; i++) {
		struct entry *e = &inc->entries[i];

		e->withdrawn_by = e->corrected_by = 0;
		/* A copy of the past knows what was erased after it. */
		if (e->erased_by <= inc->n)
			e->erased_by = 0;
		e->text = own_text(e);
	}
}

static void
mark_withdrawals(struct incident *inc)
{
	for (uint32_t i = 0; i < inc->n; i++) {
		struct entry *e = &inc->entries[i];
		struct entry *t = e->ev.kind == KIND_WITHDRAWN ?
			target(inc, e) : NULL;

		if (t && t->ev.kind != KIND_WITHDRAWN &&
		    t->ev.kind != KIND_ERASED && t->ev.kind != KIND_DECLARED)
			t->withdrawn_by = e->ev.n;
	}
}

/* What an erasure leaves of an entry is no text of anybody. */
static void
erase_entry(struct incident *inc, struct entry *t, const struct entry *by)
{
	const char *raw = t->ev.raw;

	event_read_data(inc->arena, event_text(&by->ev, F_KEPT), &t->ev);
	if (raw)
		t->ev.raw = arena_dupn(inc->arena, raw, strcspn(raw, " "));
	t->text = own_text(t);
	t->erased_by = by->ev.n;
}

static void
mark_erasures(struct incident *inc)
{
	for (uint32_t i = 0; i < inc->n; i++) {
		struct entry *e = &inc->entries[i];
		struct entry *t = e->ev.kind == KIND_ERASED ?
			target(inc, e) : NULL;

		if (t && !t->erased_by && t->ev.kind != KIND_ERASED)
			erase_entry(inc, t, e);
	}
}

/* What a text was corrected to stays when the text itself is erased. */
static void
mark_corrections(struct incident *inc)
{
	for (uint32_t i = 0; i < inc->n; i++) {
		struct entry *e = &inc->entries[i];
		struct entry *t = e->ev.kind == KIND_CORRECTED &&
			!e->withdrawn_by ? target(inc, e) : NULL;

		if (!t || !kind_rows[t->ev.kind].main ||
		    (t->erased_by && t->erased_by < e->ev.n))
			continue;
		t->text = event_text(&e->ev, F_TEXT);
		t->corrected_by = e->ev.n;
	}
}

void
incident_settle(struct incident *inc)
{
	if (!inc->stale)
		return;
	inc->stale = false;
	fold_reset(inc);
	clear_marks(inc);
	mark_erasures(inc); /* first: they change what the others read */
	mark_withdrawals(inc);
	mark_corrections(inc);
	for (uint32_t i = 0; i < inc->n; i++) {
		struct entry *e = &inc->entries[i];

		count_entry(inc, e);
		if (!e->withdrawn_by) {
			fold_one(inc, e);
			continue;
		}
		e->untrue = false;
		e->deputy_of = NULL;
		e->stage = inc->stage;
		fold_number(inc, e);
	}
	fold_prune(inc);
}

const struct entry *
incident_entry(const struct incident *inc, uint32_t n)
{
	return n && n <= inc->n ? &inc->entries[n - 1] : NULL;
}

bool
incident_live(const struct incident *inc)
{
	return inc->declared && !inc->closed && !inc->all_clear;
}

char *
incident_name(uint32_t number, char *out)
{
	snprintf(out, 16, "INC-%u", (unsigned)number);
	return out;
}

bool
incident_commands(const struct incident *inc, const char *who)
{
	return who && *inc->command.holder &&
		str_same(inc->command.holder, who);
}

bool
incident_deputizes(const struct incident *inc, const char *who)
{
	return who && *inc->command.deputy &&
		str_same(inc->command.deputy, who);
}

bool
mitigation_can(const struct mitigation *m, enum mitigation_state state)
{
	switch (state) {
	case MIT_APPROVED:
		return m->state == MIT_PROPOSED;
	case MIT_EXECUTED:
		return m->state != MIT_EXECUTED && m->state != MIT_WORKED;
	case MIT_WORKED:
	case MIT_FAILED:
		return m->state != state;
	case MIT_PROPOSED:
		break;
	}
	return false;
}

bool
need_open(const struct need *need)
{
	return need->state == NEED_OPEN || need->state == NEED_DISPATCHED;
}

bool
item_open(const struct item *item)
{
	return item->done == WHEN_NONE && !item->dropped;
}

bool
objective_open(const struct objective *o)
{
	return o->state != OBJ_DONE && o->state != OBJ_ABANDONED;
}
