#include "base/json_write.h"
#include "base/str.h"
#include "model/event.h"
#include "model/event_json.h"
#include "model/numbers.h"

#include <inttypes.h>

const char *const can_on_words[2] = {
	[ON_CUSTOMERS] = "customers", [ON_OPERATIONS] = "operations",
};

const char *const can_for_words[2] = {
	[FOR_MITIGATE] = "mitigate", [FOR_REPAIR] = "repair",
};

/* ---- values -------------------------------------------------------- */

/* With @kept the texts are emptied, but not their number. */
static void
write_list(struct str *out, const char *const *v, int n, bool kept)
{
	str_addc(out, '[');
	for (int i = 0; i < n; i++) {
		json_write_next(out);
		json_write_text(out, kept ? "" : v[i]);
	}
	str_addc(out, ']');
}

static void
write_ints(struct str *out, const struct ints *ints)
{
	str_addc(out, '[');
	for (int i = 0; i < ints->n; i++) {
		json_write_next(out);
		json_write_int(out, ints->v[i]);
	}
	str_addc(out, ']');
}

static void
write_actions(struct str *out, const struct can_triple *t, bool kept)
{
	str_addc(out, '[');
	for (int i = 0; i < t->n_actions; i++) {
		const struct can_action *action = &t->actions[i];

		json_write_next(out);
		str_addf(out, "{\"for\":\"%s\"", can_for_words[action->tag]);
		if (!kept && action->text[0]) {
			json_put_text(out, "text", action->text);
		}
		str_addc(out, '}');
	}
	str_addc(out, ']');
}

/* Needs keep their number and order: later entries count them. */
static void
write_can(struct str *out, const struct can *can, bool kept)
{
	str_addc(out, '[');
	for (int i = 0; i < can->n; i++) {
		const struct can_triple *t = &can->t[i];

		json_write_next(out);
		str_addf(out, "{\"on\":\"%s\"", can_on_words[t->tag]);
		if (!kept && t->condition[0]) {
			json_put_text(out, "condition", t->condition);
		}
		if (t->n_actions) {
			json_write_key(out, "actions");
			write_actions(out, t, kept);
		}
		if (t->n_needs) {
			json_write_key(out, "needs");
			write_list(out, t->needs, t->n_needs, kept);
		}
		str_addc(out, '}');
	}
	str_addc(out, ']');
}

static void
write_numbers(struct str *out, const struct numbers *numbers)
{
	str_addc(out, '{');
	for (int i = 0; i < NUM_COUNT; i++) {
		json_write_key(out, numbers_rows[i].name);
		str_addc(out, '[');
		for (int k = 0; k < numbers_rows[i].wide; k++) {
			json_write_next(out);
			json_write_int(out, numbers->v[i][k]);
		}
		str_addc(out, ']');
	}
	str_addc(out, '}');
}

static void
write_value(struct str *out, enum field_type type, union value v, bool kept)
{
	switch (type) {
	case FT_TEXT:
	case FT_NAME:
		json_write_text(out, v.s);
		break;
	case FT_INT:
		json_write_int(out, v.i);
		break;
	case FT_BOOL:
		str_add(out, "true");
		break;
	case FT_TIME:
		json_write_time(out, v.i);
		break;
	case FT_LIST:
		write_list(out, v.list->v, v.list->n, kept);
		break;
	case FT_INTS:
		write_ints(out, v.ints);
		break;
	case FT_CAN:
		write_can(out, v.can, kept);
		break;
	case FT_NUMBERS:
		write_numbers(out, v.numbers);
		break;
	}
}

/* ---- events -------------------------------------------------------- */

static void
write_data(const struct event *e, struct str *out, bool kept)
{
	const enum event_field *row = kind_rows[e->kind].f;

	str_addc(out, '{');
	for (int i = 0; i < KIND_FIELDS && row[i]; i++) {
		const struct field_row *field = &field_rows[row[i]];
		bool empty = kept && field->free;

		if (!(e->set >> i & 1) || (empty &&
		    field->type == FT_TEXT && row[i] != F_MESSAGE))
			continue;
		json_write_key(out, field->name);
		if (empty && field->type == FT_TEXT)
			json_write_text(out, "");
		else
			write_value(out, field->type, e->v[i], empty);
	}
	str_addc(out, '}');
}

void
event_data(const struct event *e, struct str *out)
{
	write_data(e, out, false);
}

void
event_data_kept(const struct event *e, struct str *out)
{
	write_data(e, out, true);
}

void
event_head(const struct event *e, struct str *out)
{
	char hex[ID_HEX];

	str_addf(out, "{\"v\":%d,\"incident\":%" PRIu32 ",\"n\":%" PRIu32
		",\"id\":\"%s\"", e->version, e->incident, e->n,
		id_hex(&e->id, hex));
	json_put_time(out, "at", e->at);
	if (e->happened != WHEN_NONE)
		json_put_time(out, "happened", e->happened);
	json_put_text(out, "by", e->by);
	json_put_text(out, "via", e->via);
	json_put_text(out, "kind", kind_rows[e->kind].name);
	str_addc(out, '}');
}
