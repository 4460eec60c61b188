/* The whole entry: every field that it has, a line each. */
#include "model/words.h"

#include "base/mem.h"
#include "base/str.h"
#include "model/words_part.h"

#include <string.h>

/* Adds text; what follows a newline is indented below its name. */
static void
full_text(struct str *out, const char *text)
{
	for (; *text; text++) {
		str_addc(out, *text);
		if (*text == '\n' && text[1])
			str_add(out, "  ");
	}
}

static void
full_line(struct str *out, const char *name, const char *text)
{
	if (!text || !*text)
		return;
	str_addf(out, "%s: ", name);
	full_text(out, text);
	str_addc(out, '\n');
}

static void
full_time(struct str *out, const char *name, when_ms t)
{
	char stamp[WHEN_MAX];

	if (t != WHEN_NONE)
		full_line(out, name, words_stamp(t, stamp));
}

static void
full_can(struct str *out, const struct can *can)
{
	for (int i = 0; can && i < can->n; i++) {
		const struct can_triple *t = &can->t[i];

		str_addf(out, "%d. condition (%s): ", i + 1,
			t->tag == ON_CUSTOMERS ? "customers" : "operations");
		full_text(out, str_or(t->condition, "none given"));
		str_addc(out, '\n');
		for (int k = 0; k < t->n_actions; k++) {
			str_addf(out, "   action (%s): ",
				t->actions[k].tag == FOR_MITIGATE ?
				"mitigate" : "repair");
			full_text(out, str_or(t->actions[k].text, ""));
			str_addc(out, '\n');
		}
		for (int k = 0; k < t->n_needs; k++) {
			str_add(out, "   need: ");
			full_text(out, str_or(t->needs[k], ""));
			str_addc(out, '\n');
		}
	}
}

static void
full_numbers(struct str *out, const struct numbers *n)
{
	char span[WHEN_MAX];

	for (int i = 0; n && i < NUM_COUNT; i++) {
		const struct numbers_row *row = &numbers_rows[i];

		str_addf(out, "number %s:", row->name);
		for (int k = 0; k < row->wide; k++) {
			int64_t v = n->v[i][k];

			if (row->unit != UNIT_SPAN)
				str_addf(out, " %lld", (long long)v);
			else
				str_addf(out, " %s",
					v ? when_span(v, span) : "-");
		}
		str_addc(out, '\n');
	}
}

static void
full_list(struct str *out, const char *name, const struct texts *list)
{
	for (int i = 0; list && i < list->n; i++)
		full_line(out, name, list->v[i]);
}

static void
full_ints(struct str *out, const char *name, const struct ints *ints)
{
	if (!ints || !ints->n)
		return;
	str_addf(out, "%s:", name);
	for (int i = 0; i < ints->n; i++)
		str_addf(out, " %ld", (long)ints->v[i]);
	str_addc(out, '\n');
}

static void
full_field(struct str *out, enum field_type type, const char *name,
	union value v)
{
	switch (type) {
	case FT_TEXT:
	case FT_NAME:
		full_line(out, name, v.s);
		break;
	case FT_INT:
		str_addf(out, "%s: %lld\n", name, (long long)v.i);
		break;
	case FT_BOOL:
		full_line(out, name, v.i ? "yes" : "no");
		break;
	case FT_TIME:
		full_time(out, name, v.i);
		break;
	case FT_LIST:
		full_list(out, name, v.list);
		break;
	case FT_INTS:
		full_ints(out, name, v.ints);
		break;
	case FT_CAN:
		full_can(out, v.can);
		break;
	case FT_NUMBERS:
		full_numbers(out, v.numbers);
		break;
	}
}

/* Free text of an erased entry is never shown, wherever it is still kept. */
static void
full_data(struct str *out, const struct entry *e)
{
	const struct kind_row *kind = &kind_rows[e->ev.kind];

	for (int i = 0; i < KIND_FIELDS && kind->f[i] != F_NONE; i++) {
		const struct field_row *row = &field_rows[kind->f[i]];
		union value v;

		if (!(e->ev.set & (UINT32_C(1) << i)))
			continue;
		v = e->ev.v[i];
		if (e->erased_by && row->free)
			continue;
		if (kind->f[i] == kind->main && e->corrected_by) {
			full_line(out, "was", v.s);
			v.s = e->text;
		}
		full_field(out, row->type, row->name, v);
	}
}

/* "in 47 by ana, 14:31:19Z: wrong stage" */
static void
full_fate(struct str *out, const char *name, const struct entry *by,
	const char *text)
{
	char stamp[WHEN_MAX];

	str_addf(out, "%s: in %lu by %s, %s%s", name, (unsigned long)by->ev.n,
		str_or(by->ev.by, "somebody"),
		words_stamp(event_when(&by->ev), stamp),
		by->withdrawn_by ? " (withdrawn)" : "");
	if (*text && !by->erased_by) {
		str_add(out, ": ");
		full_text(out, text);
	}
	str_addc(out, '\n');
}

/* What a later entry did to an earlier one; NULL: nothing. */
static const char *
fate_of(const struct entry *e, const struct entry *later)
{
	if (event_int(&later->ev, F_ENTRY) != e->ev.n)
		return NULL;
	switch (later->ev.kind) {
	case KIND_CORRECTED:
		return "corrected";
	case KIND_WITHDRAWN:
		return "withdrawn";
	case KIND_ERASED:
		return "erased";
	default:
		return NULL;
	}
}

/* All that was done to it, each with its text, in the order of the log. */
static void
full_fates(struct str *out, const struct incident *inc, const struct entry *e)
{
	for (uint32_t n = e->ev.n + 1; n <= inc->rewritten; n++) {
		const struct entry *later = incident_entry(inc, n);
		const char *name = later ? fate_of(e, later) : NULL;

		/* Of what was erased no text is left, corrected or not. */
		if (name)
			full_fate(out, name, later,
				later->ev.kind != KIND_CORRECTED ?
				str_or(later->text, "") : e->erased_by ? "" :
				event_text(&later->ev, F_TEXT));
	}
}

/* The entry that this one is about: "12, note: mei: two customers asked". */
static void
full_target(struct str *out, const struct incident *inc,
	const struct entry *e, struct arena *a)
{
	int64_t n = event_int(&e->ev, F_ENTRY);
	const struct entry *of = n > 0 && n < e->ev.n ?
		incident_entry(inc, (uint32_t)n) : NULL;

	if (of && fate_of(of, e))
		full_line(out, "of", arena_printf(a, "%lld, %s: %s",
			(long long)n, words_tag(of),
			words_entry(inc, of, a)));
}

/* As much of the hash as broadcasts carry; a draft has none. */
static void
full_hash(struct str *out, const struct entry *e)
{
	struct hash h = {{0}}, none = {{0}};
	char text[20];

	memcpy(h.b, e->hash, sizeof(e->hash));
	if (!hash_same(&h, &none))
		full_line(out, "hash", hash_short(&h, text));
}

static void
full_head(struct str *out, const struct entry *e)
{
	const struct event *ev = &e->ev;
	char hex[ID_HEX];

	str_addf(out, "entry: %lu\n", (unsigned long)ev->n);
	full_line(out, "kind", ev->kind == KIND_DAMAGED ? "damaged" :
		ev->kind == KIND_UNKNOWN ? "unknown" : kind_rows[ev->kind].name);
	full_time(out, "when", event_when(ev));
	if (event_when(ev) != ev->at)
		full_time(out, "recorded", ev->at);
	if (e->deputy_of) {
		str_addf(out, "by: %s for %s\n", str_or(ev->by, "somebody"),
			e->deputy_of);
	} else {
		full_line(out, "by", ev->by);
	}
	full_line(out, "via", ev->via);
	full_line(out, "id", id_hex(&ev->id, hex));
	full_hash(out, e);
	if (e->stage != STAGE_NONE)
		full_line(out, "stage", stage_rows[e->stage].name);
}

const char *
words_entry_full(const struct incident *inc, const struct entry *e,
	struct arena *a)
{
	struct str out = {0};

	full_head(&out, e);
	if (!e->erased_by)
		full_line(&out, "raw", e->ev.raw);
	full_data(&out, e);
	full_target(&out, inc, e, a);
	full_fates(&out, inc, e);
	if (e->untrue)
		str_add(&out, "effect: none, what it claims did not hold\n");
	if (e->skewed)
		str_add(&out, "clock: behind the entry before it\n");
	return words_take(a, &out);
}
