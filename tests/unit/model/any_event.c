#include "unit/model/any_event.h"

#include "base/mem.h"
#include "base/str.h"
#include "model/numbers.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>
#include <cmocka.h>

static uint64_t
dice_next(struct dice *d)
{
	d->s ^= d->s << 13;
	d->s ^= d->s >> 7;
	d->s ^= d->s << 17;
	return d->s;
}

int
dice_roll(struct dice *d, int n)
{
	return (int)((dice_next(d) >> 11) % (uint64_t)n);
}

const char *
any_text(struct arena *a, struct dice *d)
{
	static const char *const pieces[] = {
		"a", "checkout", " ", "\"", "\\", "\n", "\t", "\r", "\x01",
		"\x1f", "\x7f", "/", "{", "]", "\xc3\xa9", "\xe2\x82\xac",
		"\xf0\x9f\x94\xa5", "\\u0041", "e\xcc\x81",
	};
	static const char *const broken[] = {
		"\xff", "\xc3", "\xed\xa0\x80", "\xc0\xaf", "\x80",
	};
	int n = dice_roll(d, 40);
	bool bytes = dice_roll(d, 5) == 0;
	struct str str = {0};
	const char *text;

	for (int i = 0; i < n; i++)
		str_add(&str, bytes && dice_roll(d, 4) == 0 ?
			broken[dice_roll(d, 5)] : pieces[dice_roll(d, 19)]);
	text = arena_dup(a, str_get(&str));
	str_release(&str);
	return text;
}

static int64_t
any_int(struct dice *d)
{
	static const int64_t edges[] = {
		0, 1, -1, INT32_MAX, INT32_MIN, UINT32_MAX,
		INT64_C(9007199254740992), -INT64_C(9007199254740992),
	};

	return dice_roll(d, 2) ? edges[dice_roll(d, 8)] : dice_roll(d, 100);
}

static when_ms
any_time(struct dice *d)
{
	return (when_ms)(dice_next(d) % UINT64_C(253402300800000));
}

static const char **
any_texts(struct arena *a, struct dice *d, int n)
{
	const char **v = arena_alloc(a, (size_t)n * sizeof(*v) + 1);

	for (int i = 0; i < n; i++)
		v[i] = any_text(a, d);
	return v;
}

static const struct ints *
any_ints(struct arena *a, struct dice *d)
{
	struct ints *ints = arena_alloc(a, sizeof(*ints));

	ints->n = dice_roll(d, 9);
	ints->v = arena_alloc(a, 9 * sizeof(*ints->v));
	for (int i = 0; i < ints->n; i++)
		ints->v[i] = (int32_t)dice_next(d);
	return ints;
}

static const struct can *
any_can(struct arena *a, struct dice *d)
{
	struct can *can = arena_alloc(a, sizeof(*can));

	can->n = dice_roll(d, 6);
	can->t = arena_alloc(a, 6 * sizeof(*can->t));
	for (int i = 0; i < can->n; i++) {
		struct can_triple *t = &can->t[i];

		t->tag = dice_roll(d, 2) ? ON_CUSTOMERS : ON_OPERATIONS;
		t->condition = any_text(a, d);
		t->n_actions = dice_roll(d, 4);
		t->actions = arena_alloc(a, 4 * sizeof(*t->actions));
		for (int k = 0; k < t->n_actions; k++) {
			t->actions[k].tag = dice_roll(d, 2) ? FOR_MITIGATE :
				FOR_REPAIR;
			t->actions[k].text = any_text(a, d);
		}
		t->n_needs = dice_roll(d, 6);
		t->needs = any_texts(a, d, t->n_needs);
	}
	return can;
}

static const struct numbers *
any_numbers(struct arena *a, struct dice *d)
{
	struct numbers *numbers = arena_alloc(a, sizeof(*numbers));

	numbers_init(numbers);
	for (int i = 0; i < NUM_COUNT; i++)
		for (int k = 0; k < numbers_rows[i].wide; k++)
			numbers->v[i][k] = any_int(d);
	return numbers;
}

static union value
any_value(struct arena *a, struct dice *d, enum field_type type)
{
	union value v = {0};
	struct texts *list;

	switch (type) {
	case FT_TEXT:
	case FT_NAME:
		v.s = any_text(a, d);
		break;
	case FT_INT:
		v.i = any_int(d);
		break;
	case FT_BOOL:
		v.i = dice_roll(d, 2);
		break;
	case FT_TIME:
		v.i = any_time(d);
		break;
	case FT_LIST:
		list = arena_alloc(a, sizeof(*list));
		list->n = dice_roll(d, 9);
		list->v = any_texts(a, d, list->n);
		v.list = list;
		break;
	case FT_INTS:
		v.ints = any_ints(a, d);
		break;
	case FT_CAN:
		v.can = any_can(a, d);
		break;
	case FT_NUMBERS:
		v.numbers = any_numbers(a, d);
		break;
	}
	return v;
}

struct event *
any_event(struct arena *a, struct dice *d, enum event_kind kind)
{
	struct event *e = event_draft(a, kind);
	const enum event_field *f = kind_rows[kind].f;

	e->incident = (uint32_t)dice_next(d);
	e->n = (uint32_t)dice_next(d);
	for (size_t i = 0; i < sizeof(e->id.b); i++)
		e->id.b[i] = (uint8_t)dice_next(d);
	e->at = any_time(d);
	if (dice_roll(d, 3) == 0)
		e->happened = any_time(d);
	e->by = any_text(a, d);
	e->via = any_text(a, d);
	e->version = 1 + dice_roll(d, 3);
	for (int i = 0; i < KIND_FIELDS && f[i]; i++)
		if (dice_roll(d, 3))
			event_put(e, f[i], any_value(a, d,
				field_rows[f[i]].type));
	return e;
}

/* ---- comparing ----------------------------------------------------- */

static void
texts_assert_same(const char **a, int na, const char **b, int nb)
{
	assert_int_equal(na, nb);
	for (int i = 0; i < na; i++)
		assert_string_equal(a[i], b[i]);
}

static void
can_assert_same(const struct can *a, const struct can *b)
{
	assert_int_equal(a->n, b->n);
	for (int i = 0; i < a->n; i++) {
		const struct can_triple *s = &a->t[i];
		const struct can_triple *t = &b->t[i];

		assert_int_equal(s->tag, t->tag);
		assert_string_equal(s->condition, t->condition);
		assert_int_equal(s->n_actions, t->n_actions);
		for (int k = 0; k < s->n_actions; k++) {
			assert_int_equal(s->actions[k].tag, t->actions[k].tag);
			assert_string_equal(s->actions[k].text,
				t->actions[k].text);
		}
		texts_assert_same(s->needs, s->n_needs, t->needs, t->n_needs);
	}
}

static void
values_assert_same(enum field_type type, union value a, union value b)
{
	switch (type) {
	case FT_TEXT:
	case FT_NAME:
		assert_string_equal(a.s, b.s);
		break;
	case FT_INT:
	case FT_BOOL:
	case FT_TIME:
		assert_true(a.i == b.i);
		break;
	case FT_LIST:
		texts_assert_same(a.list->v, a.list->n, b.list->v, b.list->n);
		break;
	case FT_INTS:
		assert_int_equal(a.ints->n, b.ints->n);
		for (int i = 0; i < a.ints->n; i++)
			assert_int_equal(a.ints->v[i], b.ints->v[i]);
		break;
	case FT_CAN:
		can_assert_same(a.can, b.can);
		break;
	case FT_NUMBERS:
		assert_memory_equal(a.numbers, b.numbers,
			sizeof(*a.numbers));
		break;
	}
}

void
events_assert_same(const struct event *a, const struct event *b)
{
	assert_int_equal(a->kind, b->kind);
	assert_int_equal(a->version, b->version);
	assert_int_equal(a->incident, b->incident);
	assert_int_equal(a->n, b->n);
	assert_memory_equal(&a->id, &b->id, sizeof(a->id));
	assert_true(a->at == b->at);
	assert_true(a->happened == b->happened);
	assert_string_equal(a->by, b->by);
	assert_string_equal(a->via, b->via);
	assert_int_equal(a->set, b->set);
	for (int i = 0; i < KIND_FIELDS; i++)
		if (a->set >> i & 1)
			values_assert_same(
				field_rows[kind_rows[a->kind].f[i]].type,
				a->v[i], b->v[i]);
}
