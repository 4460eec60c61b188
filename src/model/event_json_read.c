#include "base/mem.h"
#include "model/event.h"
#include "model/event_json.h"
#include "model/json.h"
#include "model/numbers.h"

#include <string.h>

/* Beyond this other readers of the log, which use doubles, skip integers. */
#define INT_LIMIT (INT64_C(1) << 53)

static void
read_list(struct json *j, struct texts *out)
{
	const char **v = NULL;
	int n = 0;

	json_open(j, '[');
	while (json_array(j)) {
		v = json_room(j, v, n, sizeof(*v));
		v[n++] = json_text(j);
	}
	*out = (struct texts){v, n};
}

static void
read_ints(struct json *j, struct ints *out)
{
	int32_t *v = NULL;
	int n = 0;

	json_open(j, '[');
	while (json_array(j)) {
		v = json_room(j, v, n, sizeof(*v));
		v[n++] = (int32_t)json_int(j, INT32_MIN, INT32_MAX);
	}
	*out = (struct ints){v, n};
}

/* ---- a CAN report -------------------------------------------------- */

/* The place of the string that comes in @words; -1 for another. */
static int
read_tag(struct json *j, const char *const words[2])
{
	const char *s = json_text(j);

	for (int i = 0; i < 2; i++)
		if (!strcmp(s, words[i]))
			return i;
	return -1;
}

static bool
read_action(struct json *j, struct can_action *out)
{
	struct json_key key;
	int tag = -1;

	out->text = "";
	json_open(j, '{');
	while (json_object(j, &key)) {
		if (json_is(&key, "for"))
			tag = read_tag(j, can_for_words);
		else if (json_is(&key, "text"))
			out->text = json_text(j);
		else
			json_skip(j);
	}
	out->tag = tag < 0 ? FOR_MITIGATE : (enum can_for)tag;
	return tag >= 0;
}

static bool
read_actions(struct json *j, struct can_triple *out)
{
	struct can_action *v = NULL;
	bool ok = true;
	int n = 0;

	json_open(j, '[');
	while (json_array(j)) {
		v = json_room(j, v, n, sizeof(*v));
		ok &= read_action(j, &v[n++]);
	}
	out->actions = v;
	out->n_actions = n;
	return ok;
}

static bool
read_triple(struct json *j, struct can_triple *out)
{
	struct texts needs = {NULL, 0};
	struct json_key key;
	bool ok = true;
	int tag = -1;

	out->condition = "";
	json_open(j, '{');
	while (json_object(j, &key)) {
		if (json_is(&key, "on"))
			tag = read_tag(j, can_on_words);
		else if (json_is(&key, "condition"))
			out->condition = json_text(j);
		else if (json_is(&key, "actions"))
			ok &= read_actions(j, out);
		else if (json_is(&key, "needs"))
			read_list(j, &needs);
		else
			json_skip(j);
	}
	out->tag = tag < 0 ? ON_CUSTOMERS : (enum can_on)tag;
	out->needs = needs.v;
	out->n_needs = needs.n;
	return ok && tag >= 0;
}

static bool
read_can(struct json *j, struct can *out)
{
	struct can_triple *v = NULL;
	bool ok = true;
	int n = 0;

	json_open(j, '[');
	while (json_array(j)) {
		v = json_room(j, v, n, sizeof(*v));
		ok &= read_triple(j, &v[n++]);
	}
	*out = (struct can){v, n};
	return ok;
}

/* ---- numbers ------------------------------------------------------- */

static int
number_find(const struct json_key *key)
{
	int i = 0;

	while (i < NUM_COUNT && !json_is(key, numbers_rows[i].name))
		i++;
	return i;
}

/* Rows and values that the table does not have are of a newer program. */
static void
read_numbers(struct json *j, struct numbers *out)
{
	struct json_key key;

	numbers_init(out);
	json_open(j, '{');
	while (json_object(j, &key)) {
		int which = number_find(&key);
		int i = 0;

		if (which == NUM_COUNT) {
			json_skip(j);
			continue;
		}
		json_open(j, '[');
		while (json_array(j)) {
			int64_t v = json_int(j, -INT_LIMIT, INT_LIMIT);

			if (i < numbers_rows[which].wide)
				out->v[which][i++] = v;
		}
	}
}

/* ---- fields -------------------------------------------------------- */

/* Takes a value; false when it has the right type but makes no sense. */
static bool
read_value(struct json *j, enum field_type type, union value *v)
{
	struct texts *list;
	struct ints *ints;
	struct can *can;
	struct numbers *numbers;

	switch (type) {
	case FT_TEXT:
	case FT_NAME:
		v->s = json_text(j);
		break;
	case FT_INT:
		v->i = json_int(j, -INT_LIMIT, INT_LIMIT);
		break;
	case FT_BOOL:
		v->i = json_bool(j);
		break;
	case FT_TIME:
		v->i = json_time(j);
		break;
	case FT_LIST:
		v->list = list = arena_alloc(j->a, sizeof(*list));
		read_list(j, list);
		break;
	case FT_INTS:
		v->ints = ints = arena_alloc(j->a, sizeof(*ints));
		read_ints(j, ints);
		break;
	case FT_CAN:
		v->can = can = arena_alloc(j->a, sizeof(*can));
		return read_can(j, can);
	case FT_NUMBERS:
		v->numbers = numbers = arena_alloc(j->a, sizeof(*numbers));
		read_numbers(j, numbers);
		break;
	}
	return true;
}

/*
 * The place of the field called @key in @row, -1 when the kind has none.
 * The search begins at @from, since fields come in the order of the row.
 */
static int
slot_find(const enum event_field *row, int from, const struct json_key *key)
{
	for (int i = from; i < KIND_FIELDS && row[i]; i++)
		if (json_is(key, field_rows[row[i]].name))
			return i;
	for (int i = 0; i < from; i++)
		if (json_is(key, field_rows[row[i]].name))
			return i;
	return -1;
}

/* Sets field @i of the row; what is false is absent, as event_put() has it. */
static void
set_field(struct event *e, int i, enum field_type type, union value v)
{
	if (type == FT_BOOL && !v.i)
		e->set &= ~(UINT32_C(1) << i);
	else
		e->set |= UINT32_C(1) << i;
	e->v[i] = v;
}

/* A field given twice has its last value; an unknown one is passed over. */
static bool
read_fields(struct json *j, struct event *e)
{
	const enum event_field *row = kind_rows[e->kind].f;
	struct json_key key;
	bool ok = true;
	int from = 0;

	json_open(j, '{');
	while (json_object(j, &key)) {
		int i = slot_find(row, from, &key);
		union value v = {0};
		enum field_type type;

		if (i < 0) {
			json_skip(j);
			continue;
		}
		type = field_rows[row[i]].type;
		ok &= read_value(j, type, &v);
		set_field(e, i, type, v);
		from = i + 1;
	}
	return json_end(j) && ok;
}

bool
event_read_data(struct arena *a, const char *data, struct event *e)
{
	struct json j;

	event_room(a, e);
	json_begin(&j, a, data);
	if (!*data || read_fields(&j, e))
		return true;
	e->set = 0;
	return false;
}

/* ---- the whole ----------------------------------------------------- */

/* What is shown of an event that cannot be read. */
static const char *
raw_of(struct arena *a, const char *first, const char *data)
{
	return arena_printf(a, "%s%s%s", first, *first && *data ? " " : "",
		data);
}

void
event_read(struct arena *a, const char *head, const char *data,
	struct event *out)
{
	char kind[EVENT_KIND_SIZE] = "";

	if (!event_head_read(a, head, out, kind)) {
		out->raw = raw_of(a, head, data);
		return;
	}
	out->kind = event_kind_find(kind);
	if (out->kind == KIND_UNKNOWN) {
		out->raw = raw_of(a, kind, data);
	} else if (!event_read_data(a, data, out)) {
		out->kind = KIND_DAMAGED;
		out->raw = raw_of(a, kind, data);
	}
}
