/*
 * A bit a kind, but for signals, which the timeline tells apart by their
 * source: those of customers count with what customers were told, those of
 * staff have a bit of their own.
 */
#include "model/entry_filter.h"

#include "base/mem.h"
#include "base/str.h"
#include "model/incident.h"
#include "model/words.h"
#include "model/words_part.h"

#include <string.h>

#define STAFF_BIT 63
#define DOT " \u00b7 "

_Static_assert(KIND_COUNT <= STAFF_BIT, "one bit a kind");

static const char staff_tag[] = "staff";

/* ---- kinds ------------------------------------------------------------ */

static uint64_t
bit(int i)
{
	return UINT64_C(1) << i;
}

static uint64_t
bit_of(const struct entry *e)
{
	const char *tag;

	if (e->ev.kind != KIND_SIGNAL)
		return bit(e->ev.kind);
	tag = words_tag(e);
	if (str_same(tag, staff_tag))
		return bit(STAFF_BIT);
	return bit(str_same(tag, kind_rows[KIND_TOLD].tag) ? KIND_TOLD :
		KIND_SIGNAL);
}

/* The kind that is the first with its tag stands for all of them. */
static bool
is_first(int kind)
{
	for (int i = 0; i < kind; i++)
		if (!strcmp(kind_rows[i].tag, kind_rows[kind].tag))
			return false;
	return true;
}

static const char *
tag_of(int i, int *kind)
{
	for (int k = 0; k < KIND_COUNT; k++)
		if (is_first(k) && i-- == 0) {
			*kind = k;
			return kind_rows[k].tag;
		}
	*kind = STAFF_BIT;
	return i == 0 ? staff_tag : NULL;
}

const char *
entry_filter_tag(int i)
{
	int kind;

	return tag_of(i, &kind);
}

static uint64_t
bits_of_tag(const char *tag)
{
	uint64_t bits = str_same(tag, staff_tag) ? bit(STAFF_BIT) : 0;

	for (int k = 0; k < KIND_COUNT; k++)
		if (str_same(kind_rows[k].tag, tag))
			bits |= bit(k);
	return bits;
}

uint64_t
entry_filter_bits(const char *word)
{
	uint64_t bits = bits_of_tag(word);
	size_t n = strlen(word);

	for (int k = KIND_DECLARED; k < KIND_COUNT; k++) {
		const char *name = kind_rows[k].name;
		const char *before = str_find(name, word);

		if (before == name && (name[n] == '.' || !name[n]))
			bits |= bit(k);
	}
	return bits;
}

void
entry_filter_count(const struct incident *inc, uint32_t count[FILTER_TAGS])
{
	uint32_t of_bit[64] = {0};
	int kind;

	memset(count, 0, FILTER_TAGS * sizeof(*count));
	for (uint32_t i = 0; i < inc->n; i++) {
		uint64_t b = bit_of(&inc->entries[i]);
		int k = 0;

		while (b >>= 1)
			k++;
		of_bit[k]++;
	}
	for (int i = 0; i < FILTER_TAGS && tag_of(i, &kind); i++) {
		uint64_t bits = bits_of_tag(entry_filter_tag(i));

		for (int k = 0; k < 64; k++)
			count[i] += bits & bit(k) ? of_bit[k] : 0;
	}
}

/* ---- asking ----------------------------------------------------------- */

bool
entry_filter_on(const struct entry_filter *f)
{
	return f->kinds || f->stages || f->n_who;
}

bool
entry_filter_same(const struct entry_filter *a, const struct entry_filter *b)
{
	if (a->kinds != b->kinds || a->stages != b->stages ||
	    a->n_who != b->n_who)
		return false;
	for (int i = 0; i < a->n_who; i++)
		if (!str_same(a->who[i], b->who[i]))
			return false;
	return true;
}

static bool
is_one_of(const struct entry_filter *f, const char *name)
{
	for (int i = 0; name && *name && i < f->n_who; i++)
		if (str_same(f->who[i], name))
			return true;
	return false;
}

/* People that the entry's fields name; those of a stage are no people. */
static bool
names_one(const struct entry_filter *f, const struct event *ev)
{
	static const enum event_field people[] = {
		F_WHO, F_OWNER, F_FROM, F_TO,
	};
	const struct texts *smes = event_list(ev, F_SMES);

	if (ev->kind == KIND_STAGE || ev->kind == KIND_REOPENED)
		return false;
	for (size_t i = 0; i < sizeof(people) / sizeof(people[0]); i++)
		if (!(ev->kind == KIND_CALLED && people[i] != F_OWNER) &&
		    is_one_of(f, event_text(ev, people[i])))
			return true;
	for (int i = 0; i < smes->n; i++)
		if (is_one_of(f, smes->v[i]))
			return true;
	return false;
}

static bool
is_about(const struct entry_filter *f, const struct incident *inc,
	const struct event *ev)
{
	const struct need *need;
	const struct objective *o;

	if (names_one(f, ev))
		return true;
	need = event_has(ev, F_NEED) ? incident_need(inc,
		(int32_t)event_int(ev, F_NEED)) : NULL;
	o = event_has(ev, F_OBJECTIVE) ? incident_objective(inc,
		(int32_t)event_int(ev, F_OBJECTIVE)) : NULL;
	return (need && is_one_of(f, need->who)) ||
		(o && is_one_of(f, o->who));
}

bool
entry_filter_match(const struct entry_filter *f, const struct incident *inc,
	const struct entry *e)
{
	if (f->kinds && !(f->kinds & bit_of(e)))
		return false;
	if (f->stages && !(f->stages & 1u << e->stage))
		return false;
	return !f->n_who || is_one_of(f, e->ev.by) ||
		is_one_of(f, e->deputy_of) || is_about(f, inc, &e->ev);
}

/* ---- in words --------------------------------------------------------- */

static void
join(struct str *out, const char *comma, const char *word)
{
	str_addf(out, "%s%s", out->len ? comma : "", word);
}

static void
list_kinds(const struct entry_filter *f, const char *comma, struct str *out)
{
	uint64_t left = f->kinds;
	const char *tag;

	for (int i = 0; (tag = entry_filter_tag(i)); i++) {
		uint64_t bits = bits_of_tag(tag);

		if ((f->kinds & bits) != bits)
			continue;
		join(out, comma, tag);
		left &= ~bits;
	}
	for (int k = 0; k < KIND_COUNT; k++)
		if (left & bit(k))
			join(out, comma, kind_rows[k].name);
}

static void
list_one(const struct entry_filter *f, enum filter_by by, const char *comma,
	bool people, struct str *out)
{
	if (by == FILTER_KIND)
		list_kinds(f, comma, out);
	for (int i = 0; by == FILTER_WHO && i < f->n_who; i++)
		join(out, comma, f->who[i]);
	for (int i = STAGE_DETECT; by == FILTER_STAGE && i < STAGE_COUNT; i++)
		if (f->stages & 1u << i)
			join(out, comma, people ? stage_rows[i].name :
				stage_rows[i].word);
}

const char *
entry_filter_list(const struct entry_filter *f, enum filter_by by,
	struct arena *a)
{
	struct str out = {0};

	list_one(f, by, ",", false, &out);
	return words_take(a, &out);
}

const char *
entry_filter_words(const struct entry_filter *f, struct arena *a)
{
	struct str out = {0}, part = {0};

	for (int by = FILTER_KIND; by <= FILTER_STAGE; by++) {
		str_cut(&part, 0);
		list_one(f, (enum filter_by)by, ", ", true, &part);
		if (part.len)
			join(&out, DOT, str_get(&part));
	}
	str_release(&part);
	return words_take(a, &out);
}
