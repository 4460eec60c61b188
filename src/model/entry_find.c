/*
 * What was written is looked at before the entry's line, which has to be put
 * into words first: of 50,000 entries that makes most of the difference.
 */
#include "model/entry_find.h"

#include "base/mem.h"
#include "base/str.h"
#include "model/words.h"

#include <string.h>

static bool
has(const char *hay, const char *text)
{
	return hay && *hay && str_find(hay, text);
}

static bool
list_has(const struct texts *list, const char *text)
{
	for (int i = 0; list && i < list->n; i++)
		if (has(list->v[i], text))
			return true;
	return false;
}

static bool
triple_has(const struct can_triple *t, const char *text)
{
	if (has(t->condition, text))
		return true;
	for (int i = 0; i < t->n_actions; i++)
		if (has(t->actions[i].text, text))
			return true;
	for (int i = 0; i < t->n_needs; i++)
		if (has(t->needs[i], text))
			return true;
	return false;
}

static bool
can_has(const struct can *can, const char *text)
{
	for (int i = 0; can && i < can->n; i++)
		if (triple_has(&can->t[i], text))
			return true;
	return false;
}

static bool
field_has(enum field_type type, union value v, const char *text)
{
	switch (type) {
	case FT_TEXT:
	case FT_NAME:
		return has(v.s, text);
	case FT_LIST:
		return list_has(v.list, text);
	case FT_CAN:
		return can_has(v.can, text);
	default:
		return false;
	}
}

static bool
data_has(const struct event *ev, const char *text)
{
	const struct kind_row *kind = &kind_rows[ev->kind];

	for (int i = 0; i < KIND_FIELDS && kind->f[i] != F_NONE; i++)
		if (ev->set & (UINT32_C(1) << i) &&
		    field_has(field_rows[kind->f[i]].type, ev->v[i], text))
			return true;
	return false;
}

/* "#215", "215": digits alone are also looked for as text. */
static bool
is_number(uint32_t n, const char *text)
{
	uint32_t number = 0;

	text += *text == '#';
	if (!*text)
		return false;
	for (; *text >= '0' && *text <= '9' && number < 100000000; text++)
		number = number * 10 + (uint32_t)(*text - '0');
	return !*text && number == n;
}

bool
entry_holds(const struct incident *inc, const struct entry *e,
	const char *text, struct arena *a)
{
	if (is_number(e->ev.n, text))
		return true;
	if (e->erased_by)
		return has(words_entry(inc, e, a), text);
	return has(e->text, text) || has(e->ev.by, text) ||
		has(e->deputy_of, text) || data_has(&e->ev, text) ||
		has(e->ev.via, text) || has(e->ev.raw, text) ||
		str_same(words_tag(e), text) ||
		has(words_entry(inc, e, a), text);
}
