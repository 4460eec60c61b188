#include "unit/model/any_log.h"

#include "base/mem.h"
#include "base/str.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FROM_MS INT64_C(1795356000000) /* 2026-11-22T14:00Z */

struct maker {
	struct any_log *log;
	struct dice *d;
	struct incident *inc; /* so far */
	when_ms now;
};

static const char *
pick(struct dice *d, const char *const *words, int n)
{
	return words[dice_roll(d, n)];
}

#define PICK(d, ...) pick(d, (const char *const[]){__VA_ARGS__}, \
	(int)(sizeof((const char *const[]){__VA_ARGS__}) / sizeof(char *)))

static const char *
somebody(struct maker *m)
{
	if (m->inc && *m->inc->command.holder && dice_roll(m->d, 3) == 0)
		return m->inc->command.holder;
	return PICK(m->d, "ana", "raj", "li", "mei", "tomas", "Ana");
}

/* What a name field of @kind mostly holds. */
static const char *
any_word(struct maker *m, enum event_kind kind, enum event_field f)
{
	const struct incident *inc = m->inc;
	bool stage = kind == KIND_STAGE || kind == KIND_CALLED;

	switch (f) {
	case F_SOURCE:
		return PICK(m->d, "alert", "slo", "staff", "customer");
	case F_IMPACT:
		return PICK(m->d, "known", "none", "unknown");
	case F_CUSTOMERS:
		return PICK(m->d, "yes", "no", "unknown");
	case F_ROLE:
		return PICK(m->d, "deputy", "customers", "scribe", "review",
			"commander");
	case F_CALL:
		return PICK(m->d, "under-control", "all-clear");
	case F_ANSWER:
		return PICK(m->d, "replan", "more-time", "more-help",
			"abandon");
	case F_NUMBER:
		return numbers_rows[dice_roll(m->d, NUM_COUNT)].name;
	case F_AUDIENCE:
		return PICK(m->d, "company", "security");
	case F_FROM:
		if (stage)
			return stage_rows[inc->stage].word;
		return kind == KIND_OFFERED || kind == KIND_ASSUMED ?
			inc->command.holder : somebody(m);
	case F_TO:
		if (stage || kind == KIND_REOPENED)
			return stage_rows[1 + dice_roll(m->d, 8)].word;
		return somebody(m);
	default:
		return somebody(m);
	}
}

static int64_t
any_number(struct maker *m, enum event_field f)
{
	const struct incident *inc = m->inc;
	int last = 0;

	switch (f) {
	case F_OFFER:
		return inc->command.offer.n;
	case F_ENTRY:
		return 1 + dice_roll(m->d, (int)inc->n + 1);
	case F_NEED:
		last = inc->last_need;
		break;
	case F_OBJECTIVE:
		last = inc->last_objective;
		break;
	case F_MITIGATION:
		last = inc->last_mitigation;
		break;
	case F_ITEM:
		last = inc->last_item;
		break;
	case F_VALUE:
		return dice_roll(m->d, 90) * WHEN_MINUTE;
	default:
		return dice_roll(m->d, 6);
	}
	return 1 + dice_roll(m->d, last + 1);
}

static const struct can *
any_report(struct maker *m)
{
	struct arena *a = m->log->a;
	struct can *can = arena_alloc(a, sizeof(*can));

	can->n = 1 + dice_roll(m->d, 2);
	can->t = arena_alloc(a, 2 * sizeof(*can->t));
	for (int i = 0; i < can->n; i++) {
		can->t[i].condition = PICK(m->d, "slow", "down");
		can->t[i].n_needs = dice_roll(m->d, 3);
		can->t[i].needs = arena_alloc(a, 2 * sizeof(char *));
		for (int k = 0; k < can->t[i].n_needs; k++)
			can->t[i].needs[k] = PICK(m->d, "a dba", "logs",
				"disks");
	}
	return can;
}

static const struct ints *
any_entries(struct maker *m)
{
	struct ints *list = arena_alloc(m->log->a, sizeof(*list));

	list->n = dice_roll(m->d, 4);
	list->v = arena_alloc(m->log->a, 4 * sizeof(*list->v));
	for (int i = 0; i < list->n; i++)
		list->v[i] = m->inc->n_messages ? (int32_t)m->inc->messages[
			dice_roll(m->d, m->inc->n_messages)].n :
			dice_roll(m->d, 9) - 1;
	return list;
}

static const struct texts *
any_lines(struct maker *m, enum event_field f)
{
	struct texts *list = arena_alloc(m->log->a, sizeof(*list));

	list->n = dice_roll(m->d, 3);
	list->v = arena_alloc(m->log->a, 3 * sizeof(*list->v));
	for (int i = 0; i < list->n; i++)
		list->v[i] = f == F_SIGNALS ?
			"alert 2026-11-22T13:50:00.000Z p99" :
			PICK(m->d, "raj database", "li", "mei a purge");
	return list;
}

/* The text of an erasure: what is kept of the entry that it points at. */
static const char *
any_kept(struct maker *m, const struct event *e)
{
	const struct entry *t = incident_entry(m->inc,
		(uint32_t)event_int(e, F_ENTRY));
	struct str kept = {0};
	const char *out;

	if (t)
		event_data_kept(&t->ev, &kept);
	out = arena_dup(m->log->a, str_get(&kept));
	str_release(&kept);
	return out;
}

static union value
any_likely(struct maker *m, const struct event *e, enum event_field f)
{
	static const struct numbers none;
	union value v = {0};

	switch (field_rows[f].type) {
	case FT_TEXT:
		v.s = f == F_KEPT ? any_kept(m, e) : f == F_ROW ?
			stage_rows[1 + dice_roll(m->d, 7)].word :
			PICK(m->d, "a text", "another", "");
		break;
	case FT_NAME:
		v.s = any_word(m, e->kind, f);
		break;
	case FT_INT:
		v.i = any_number(m, f);
		break;
	case FT_BOOL:
		v.i = dice_roll(m->d, 4) == 0;
		break;
	case FT_TIME:
		v.i = m->now + (dice_roll(m->d, 90) - 45) * WHEN_MINUTE;
		break;
	case FT_LIST:
		v.list = any_lines(m, f);
		break;
	case FT_INTS:
		v.ints = any_entries(m);
		break;
	case FT_CAN:
		v.can = any_report(m);
		break;
	case FT_NUMBERS:
		v.numbers = dice_roll(m->d, 3) ? NULL : &none;
		break;
	}
	return v;
}

static struct event *
any_entry(struct maker *m, enum event_kind kind)
{
	const enum event_field *f = kind_rows[kind].f;
	struct event *e = event_draft(m->log->a, kind);

	e->by = somebody(m);
	e->via = "test@host";
	e->at = m->now - (dice_roll(m->d, 20) ? 0 : 5 * WHEN_SECOND);
	if (dice_roll(m->d, 4) == 0)
		e->happened = m->now - dice_roll(m->d, 60) * WHEN_MINUTE;
	for (int i = 0; i < KIND_FIELDS && f[i]; i++)
		if (dice_roll(m->d, 8))
			event_put(e, f[i], any_likely(m, e, f[i]));
	return e;
}

void
any_log_put(struct any_log *log, int n, struct event *e)
{
	struct str head = {0}, data = {0};

	e->incident = 17;
	e->n = (uint32_t)n;
	event_head(e, &head);
	event_data(e, &data);
	log->v[n - 1].head = arena_dup(log->a, str_get(&head));
	log->v[n - 1].data = arena_dup(log->a, str_get(&data));
	str_release(&head);
	str_release(&data);
}

/* Moves and messages come often enough to lead somewhere. */
static enum event_kind
any_kind(struct maker *m)
{
	static const enum event_kind often[] = {
		KIND_TAKEN, KIND_STAGE, KIND_CALLED, KIND_CAN, KIND_PAGED,
		KIND_JOINED, KIND_DELIVERY_SENT, KIND_TOLD, KIND_BROADCAST,
		KIND_ASSIGNED, KIND_NEED_MET, KIND_REOPENED, KIND_STAGE,
	};

	if (dice_roll(m->d, 3) == 0)
		return often[dice_roll(m->d, 13)];
	return (enum event_kind)(KIND_DECLARED +
		dice_roll(m->d, KIND_COUNT - KIND_DECLARED));
}

static void
add_entry(struct maker *m, int n, bool hostile)
{
	struct any_log *log = m->log;

	m->now += dice_roll(m->d, 180) * WHEN_SECOND;
	if (hostile && dice_roll(m->d, 3) == 0)
		any_log_put(log, n, any_event(log->a, m->d, any_kind(m)));
	else
		any_log_put(log, n, any_entry(m, n == 1 ? KIND_DECLARED :
			any_kind(m)));
	if (hostile && dice_roll(m->d, 20) == 0)
		log->v[n - 1].data = PICK(m->d, "", "{", "[]", "{\"n\":1}");
	if (hostile && dice_roll(m->d, 30) == 0)
		log->v[n - 1].head = PICK(m->d, "", "{}", "null");
	any_log_fold(log, m->inc, n - 1, n, 1);
}

struct any_log *
any_log_new(struct dice *d, int n, bool hostile)
{
	struct any_log *log = mem_new(sizeof(*log));
	struct maker m = {.log = log, .d = d, .now = FROM_MS};

	log->a = arena_new(0);
	log->v = mem_grow(NULL, (size_t)n, sizeof(*log->v));
	m.inc = incident_new(17);
	for (; log->n < n; log->n++)
		add_entry(&m, log->n + 1, hostile);
	incident_free(m.inc);
	return log;
}

void
any_log_free(struct any_log *log)
{
	arena_free(log->a);
	free(log->v);
	free(log);
}

void
any_log_fold(const struct any_log *log, struct incident *inc, int from,
	int to, int step)
{
	static const struct hash none;

	for (int i = from; i < to; i++) {
		incident_apply(inc, log->v[i].head, log->v[i].data, &none);
		if ((i + 1) % step == 0)
			incident_settle(inc);
	}
	incident_settle(inc);
}
