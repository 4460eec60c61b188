#include "model/event.h"

#include "base/mem.h"
#include "base/str.h"
#include "model/event_json.h"

#include <stdlib.h>
#include <string.h>

/* Bytes that the head may need: names in base64 and all keys. */
#define HEAD_ROOM 1024
/* A line of a CAN report, and the largest integer a double holds. */
#define LINE_MAX_BYTES 1000
#define INT_LIMIT (INT64_C(1) << 53)

static const struct texts no_texts = {NULL, 0};
static const struct ints no_ints = {NULL, 0};
static const struct can no_can = {NULL, 0};

when_ms
event_when(const struct event *e)
{
	return e->happened == WHEN_NONE ? e->at : e->happened;
}

struct event *
event_draft(struct arena *a, enum event_kind kind)
{
	struct event *e = arena_alloc(a, sizeof(*e));

	e->kind = kind;
	e->version = EVENT_VERSION;
	e->at = WHEN_NONE;
	e->happened = WHEN_NONE;
	e->by = "";
	e->via = "";
	event_room(a, e);
	return e;
}

void
event_room(struct arena *a, struct event *e)
{
	const enum event_field *row = kind_rows[e->kind].f;
	size_t n = 0;

	while (n < KIND_FIELDS && row[n])
		n++;
	e->v = arena_alloc(a, n * sizeof(*e->v));
	e->set = 0;
}

/* The place of @f in the kind's row, or -1. */
static int
event_slot(const struct event *e, enum event_field f)
{
	const enum event_field *row = kind_rows[e->kind].f;

	for (int i = 0; i < KIND_FIELDS && row[i]; i++)
		if (row[i] == f)
			return i;
	return -1;
}

const union value *
event_value(const struct event *e, enum event_field f)
{
	int i = event_slot(e, f);

	return i >= 0 && e->set >> i & 1 ? &e->v[i] : NULL;
}

/* Whether @v is a value of @type, and not what stands for absence. */
static bool
value_there(enum field_type type, union value v)
{
	switch (type) {
	case FT_INT:
		return true;
	case FT_BOOL:
		return v.i != 0;
	case FT_TIME:
		return v.i != WHEN_NONE;
	case FT_TEXT:
	case FT_NAME:
		return v.s;
	case FT_LIST:
		return v.list;
	case FT_INTS:
		return v.ints;
	case FT_CAN:
		return v.can;
	case FT_NUMBERS:
		return v.numbers;
	}
	return false;
}

void
event_put(struct event *e, enum event_field f, union value v)
{
	int i = event_slot(e, f);

	if (i < 0)
		abort();
	if (!value_there(field_rows[f].type, v)) {
		e->set &= ~(UINT32_C(1) << i);
		memset(&e->v[i], 0, sizeof(e->v[i]));
		return;
	}
	if (field_rows[f].type == FT_BOOL)
		v.i = 1;
	e->set |= UINT32_C(1) << i;
	e->v[i] = v;
}

void
event_put_int(struct event *e, enum event_field f, int64_t v)
{
	event_put(e, f, (union value){.i = v});
}

void
event_put_text(struct event *e, enum event_field f, const char *s)
{
	event_put(e, f, (union value){.s = s});
}

bool
event_has(const struct event *e, enum event_field f)
{
	return event_value(e, f);
}

int64_t
event_int(const struct event *e, enum event_field f)
{
	const union value *v = event_value(e, f);

	return v ? v->i : 0;
}

when_ms
event_time(const struct event *e, enum event_field f)
{
	const union value *v = event_value(e, f);

	return v ? v->i : WHEN_NONE;
}

const char *
event_text(const struct event *e, enum event_field f)
{
	const union value *v = event_value(e, f);

	return v ? v->s : "";
}

const struct texts *
event_list(const struct event *e, enum event_field f)
{
	const union value *v = event_value(e, f);

	return v ? v->list : &no_texts;
}

const struct ints *
event_ints(const struct event *e, enum event_field f)
{
	const union value *v = event_value(e, f);

	return v ? v->ints : &no_ints;
}

const struct can *
event_can(const struct event *e, enum event_field f)
{
	const union value *v = event_value(e, f);

	return v ? v->can : &no_can;
}

/* ---- limits -------------------------------------------------------- */

static bool
check_bytes(const char *what, const char *s, int limit, struct err *err)
{
	size_t len = strlen(s);

	if (!limit || len <= (size_t)limit)
		return true;
	return err_set(err, ERR_USAGE, "%s: %zu bytes, at most %d fit", what,
		len, limit);
}

static bool
check_count(const char *what, int n, int limit, struct err *err)
{
	if (!limit || n <= limit)
		return true;
	return err_set(err, ERR_USAGE, "%s: %d of them, at most %d fit", what,
		n, limit);
}

static bool
check_name(const char *what, const char *s, int limit, struct err *err)
{
	if (!*s)
		return err_set(err, ERR_USAGE, "%s: a word is missing", what);
	for (const char *p = s; *p; p++)
		if ((unsigned char)*p <= ' ' || *p == 0x7f)
			return err_set(err, ERR_USAGE,
				"%s: one word without blanks", what);
	return check_bytes(what, s, limit, err);
}

static bool
check_int(const char *what, int64_t v, struct err *err)
{
	if (v >= -INT_LIMIT && v <= INT_LIMIT)
		return true;
	return err_set(err, ERR_USAGE, "%s: %lld is beyond %lld", what,
		(long long)v, (long long)INT_LIMIT);
}

static bool
check_time(const char *what, when_ms t, struct err *err)
{
	char iso[WHEN_MAX];
	when_ms back;

	if (when_parse_iso(when_iso(t, iso), &back))
		return true;
	return err_set(err, ERR_USAGE, "%s: a time from 1970 to 9999", what);
}

static bool
check_can(const char *what, const struct can *can, int limit, struct err *err)
{
	if (!check_count(what, can->n, limit, err))
		return false;
	for (int i = 0; i < can->n; i++) {
		const struct can_triple *t = &can->t[i];

		if (!check_bytes("condition", t->condition, LINE_MAX_BYTES,
		    err) ||
		    !check_count("actions", t->n_actions, limit, err) ||
		    !check_count("needs", t->n_needs, limit, err))
			return false;
		for (int k = 0; k < t->n_actions; k++)
			if (!check_bytes("action", t->actions[k].text,
			    LINE_MAX_BYTES, err))
				return false;
		for (int k = 0; k < t->n_needs; k++)
			if (!check_bytes("need", t->needs[k], LINE_MAX_BYTES,
			    err))
				return false;
	}
	return true;
}

static bool
check_value(const struct field_row *row, union value v, struct err *err)
{
	switch (row->type) {
	case FT_TEXT:
		return check_bytes(row->name, v.s, row->limit, err);
	case FT_NAME:
		return check_name(row->name, v.s, row->limit, err);
	case FT_INT:
		return check_int(row->name, v.i, err);
	case FT_TIME:
		return check_time(row->name, v.i, err);
	case FT_LIST:
		return check_count(row->name, v.list->n, row->limit, err);
	case FT_INTS:
		return check_count(row->name, v.ints->n, row->limit, err);
	case FT_CAN:
		return check_can(row->name, v.can, row->limit, err);
	case FT_BOOL:
	case FT_NUMBERS:
		return true;
	}
	return true;
}

/* Members of lists have no limit of their own; the whole event has. */
static bool
check_size(const struct event *e, struct err *err)
{
	struct str data = {0};
	size_t len;

	event_data(e, &data);
	len = data.len;
	str_release(&data);
	if (len <= EVENT_MAX - HEAD_ROOM)
		return true;
	return err_set(err, ERR_USAGE, "%s: %zu bytes in all, at most %d fit",
		kind_rows[e->kind].name, len, EVENT_MAX - HEAD_ROOM);
}

bool
event_check(const struct event *e, struct err *err)
{
	const enum event_field *row = kind_rows[e->kind].f;

	for (int i = 0; i < KIND_FIELDS && row[i]; i++)
		if (e->set >> i & 1 &&
		    !check_value(&field_rows[row[i]], e->v[i], err))
			return false;
	return check_size(e, err);
}
