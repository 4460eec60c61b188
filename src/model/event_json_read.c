#include "base/mem.h"
#include "model/event.h"
#include "model/event_json.h"
#include "model/numbers.h"

#include <cJSON.h>
#include <string.h>

/* How deep a field of a newer program may nest. */
#define DEPTH_MAX 16

static bool
read_list(struct arena *a, const cJSON *item, struct texts *out)
{
	const cJSON *text;
	int i = 0;

	if (!cJSON_IsArray(item))
		return false;
	out->n = cJSON_GetArraySize(item);
	out->v = arena_alloc(a, (size_t)out->n * sizeof(*out->v));
	cJSON_ArrayForEach(text, item)
		if (!json_text(a, text, &out->v[i++]))
			return false;
	return true;
}

static bool
read_ints(struct arena *a, const cJSON *item, struct ints *out)
{
	const cJSON *number;
	int i = 0;

	if (!cJSON_IsArray(item))
		return false;
	out->n = cJSON_GetArraySize(item);
	out->v = arena_alloc(a, (size_t)out->n * sizeof(*out->v));
	cJSON_ArrayForEach(number, item) {
		int64_t v;

		if (!json_int(number, &v) || v < INT32_MIN || v > INT32_MAX)
			return false;
		out->v[i++] = (int32_t)v;
	}
	return true;
}

/* ---- a CAN report -------------------------------------------------- */

static bool
read_action(struct arena *a, const cJSON *item, struct can_action *out)
{
	const cJSON *text = json_member(item, "text");
	int tag = json_word(json_member(item, "for"), can_for_words);

	if (!cJSON_IsObject(item) || tag < 0)
		return false;
	out->tag = (enum can_for)tag;
	out->text = "";
	return !text || json_text(a, text, &out->text);
}

static bool
read_actions(struct arena *a, const cJSON *item, struct can_triple *out)
{
	const cJSON *action;
	int i = 0;

	if (!cJSON_IsArray(item))
		return false;
	out->n_actions = cJSON_GetArraySize(item);
	out->actions = arena_alloc(a,
		(size_t)out->n_actions * sizeof(*out->actions));
	cJSON_ArrayForEach(action, item)
		if (!read_action(a, action, &out->actions[i++]))
			return false;
	return true;
}

static bool
read_triple(struct arena *a, const cJSON *item, struct can_triple *out)
{
	const cJSON *condition = json_member(item, "condition");
	const cJSON *actions = json_member(item, "actions");
	const cJSON *needs = json_member(item, "needs");
	int tag = json_word(json_member(item, "on"), can_on_words);
	struct texts list = {NULL, 0};

	if (!cJSON_IsObject(item) || tag < 0)
		return false;
	out->tag = (enum can_on)tag;
	out->condition = "";
	if ((condition && !json_text(a, condition, &out->condition)) ||
	    (actions && !read_actions(a, actions, out)) ||
	    (needs && !read_list(a, needs, &list)))
		return false;
	out->needs = list.v;
	out->n_needs = list.n;
	return true;
}

static bool
read_can(struct arena *a, const cJSON *item, struct can *out)
{
	const cJSON *triple;
	int i = 0;

	if (!cJSON_IsArray(item))
		return false;
	out->n = cJSON_GetArraySize(item);
	out->t = arena_alloc(a, (size_t)out->n * sizeof(*out->t));
	cJSON_ArrayForEach(triple, item)
		if (!read_triple(a, triple, &out->t[i++]))
			return false;
	return true;
}

/* ---- numbers ------------------------------------------------------- */

/* Values that a row does not have are those of a newer program. */
static bool
read_number(const cJSON *item, int wide, int64_t *out)
{
	const cJSON *number;
	int i = 0;

	if (!cJSON_IsArray(item))
		return false;
	cJSON_ArrayForEach(number, item) {
		int64_t v;

		if (!json_int(number, &v))
			return false;
		if (i < wide)
			out[i++] = v;
	}
	return true;
}

static bool
read_numbers(const cJSON *item, struct numbers *out)
{
	if (!cJSON_IsObject(item))
		return false;
	numbers_init(out);
	for (int i = 0; i < NUM_COUNT; i++) {
		const cJSON *row = json_member(item, numbers_rows[i].name);

		if (row && !read_number(row, numbers_rows[i].wide, out->v[i]))
			return false;
	}
	return true;
}

/* ---- fields -------------------------------------------------------- */

/* Values that are more than a number or a text; those have structs. */
static bool
read_struct(struct arena *a, const cJSON *item, enum field_type type,
	union value *v)
{
	struct texts *list;
	struct ints *ints;
	struct can *can;
	struct numbers *numbers;

	switch (type) {
	case FT_LIST:
		v->list = list = arena_alloc(a, sizeof(*list));
		return read_list(a, item, list);
	case FT_INTS:
		v->ints = ints = arena_alloc(a, sizeof(*ints));
		return read_ints(a, item, ints);
	case FT_CAN:
		v->can = can = arena_alloc(a, sizeof(*can));
		return read_can(a, item, can);
	case FT_NUMBERS:
		v->numbers = numbers = arena_alloc(a, sizeof(*numbers));
		return read_numbers(item, numbers);
	default:
		return false;
	}
}

static bool
read_value(struct arena *a, const cJSON *item, enum field_type type,
	union value *v)
{
	switch (type) {
	case FT_TEXT:
	case FT_NAME:
		return json_text(a, item, &v->s);
	case FT_INT:
		return json_int(item, &v->i);
	case FT_BOOL:
		v->i = cJSON_IsTrue(item);
		return cJSON_IsBool(item);
	case FT_TIME:
		return json_time(item, &v->i);
	default:
		return read_struct(a, item, type, v);
	}
}

/*
 * The place of the field called @name in @row, -1 when the kind has none.
 * The search begins at @from, since fields come in the order of the row.
 */
static int
slot_find(const enum event_field *row, int from, const char *name)
{
	for (int i = from; i < KIND_FIELDS && row[i]; i++)
		if (!strcmp(field_rows[row[i]].name, name))
			return i;
	for (int i = 0; i < from; i++)
		if (!strcmp(field_rows[row[i]].name, name))
			return i;
	return -1;
}

/* A field given twice has its last value; an unknown one is passed over. */
static bool
read_fields(struct arena *a, const cJSON *tree, struct event *e)
{
	const enum event_field *row = kind_rows[e->kind].f;
	const cJSON *item;
	int from = 0;

	cJSON_ArrayForEach(item, tree) {
		int i = slot_find(row, from, item->string);
		union value v = {0};

		if (i < 0) {
			if (!json_flat(item, DEPTH_MAX - 1))
				return false;
			continue;
		}
		if (!read_value(a, item, field_rows[row[i]].type, &v))
			return false;
		event_put(e, row[i], v);
		from = i;
	}
	return true;
}

bool
event_read_data(struct arena *a, const char *data, struct event *e)
{
	struct cJSON *tree;
	bool ok;

	e->set = 0;
	memset(e->v, 0, sizeof(e->v));
	if (!*data)
		return true;
	tree = json_open(data);
	ok = tree && read_fields(a, tree, e);
	json_close(tree);
	if (!ok) {
		e->set = 0;
		memset(e->v, 0, sizeof(e->v));
	}
	return ok;
}

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
	const char *kind = "";

	memset(out, 0, sizeof(*out));
	out->version = EVENT_VERSION;
	out->at = WHEN_NONE;
	out->happened = WHEN_NONE;
	out->by = "";
	out->via = "";
	if (!event_read_head(a, head, out, &kind)) {
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
