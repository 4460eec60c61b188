/* Completing names, and saying what a time means. */
#include "base/text.h"
#include "model/entry_filter.h"
#include "model/entry_place.h"
#include "model/roster.h"
#include "view/form_part.h"

#include <stdlib.h>
#include <string.h>

struct names {
	const struct form_in *in;
	const char *begin;
	const char **v;
	int n, cap;
};

static bool
same_start(const char *name, const char *begin)
{
	return !strncasecmp(name, begin, strlen(begin));
}

static void
add_name(struct names *list, const char *name)
{
	if (!*name || !same_start(name, list->begin))
		return;
	for (int i = 0; i < list->n; i++)
		if (str_same(list->v[i], name))
			return;
	if (list->n < list->cap)
		list->v[list->n++] = name;
}

static int
compare_names(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Names (or fields) that begin with @text; how many. */
static int
names(const struct form_in *in, const char *text, bool fields,
	const char ***out)
{
	const struct incident *inc = in->inc;
	const struct roster *roster = in->roster;
	struct names list = {.in = in, .begin = text};

	list.cap = (inc ? inc->n_smes + 4 : 0) + (roster ? 2 * roster->n : 0);
	list.v = arena_alloc(in->a, (size_t)(list.cap + 1) *
		sizeof(*list.v));
	for (int i = 0; inc && i < inc->n_smes; i++)
		add_name(&list, inc->smes[i].name);
	if (inc && inc->declared) {
		add_name(&list, inc->command.holder);
		add_name(&list, inc->command.deputy);
		add_name(&list, inc->customers.owner);
		add_name(&list, inc->declarer);
	}
	for (int i = 0; roster && i < roster->n; i++) {
		add_name(&list, roster->people[i].name);
		if (fields)
			add_name(&list, roster->people[i].field);
	}
	qsort(list.v, (size_t)list.n, sizeof(*list.v), compare_names);
	*out = list.v;
	return list.n;
}

/* Bytes that all @n names have in common. */
static size_t
common(const char *const *v, int n)
{
	size_t len = n ? strlen(v[0]) : 0;

	for (int i = 1; i < n; i++) {
		size_t k = 0;

		while (k < len && v[i][k] == v[0][k])
			k++;
		len = k;
	}
	return len;
}

/* Tags of entries that begin with @text. */
static int
kinds(const struct form_in *in, const char *text, const char ***out)
{
	struct names list = {.in = in, .begin = text, .cap = FILTER_TAGS};
	const char *tag;

	list.v = arena_alloc(in->a, FILTER_TAGS * sizeof(*list.v));
	for (int i = 0; (tag = entry_filter_tag(i)); i++)
		if (*tag != '?')
			add_name(&list, tag);
	*out = list.v;
	return list.n;
}

int
form_fitting(const struct form *f, int i, const struct form_in *in,
	const char ***out, size_t *from)
{
	const char *text = str_get(&f->text[i]);
	const char *comma = strrchr(text, ',');

	*from = 0;
	if (f->row->f[i].kind != FIELD_KINDS)
		return names(in, text, f->row->f[i].kind == FIELD_WHOM, out);
	*from = comma ? (size_t)(comma + 1 - text) : 0;
	return kinds(in, text + *from, out);
}

bool
form_complete(struct form *f, int i, const struct form_in *in)
{
	const char *text = str_get(&f->text[i]);
	const char **v;
	int n;
	size_t len, from;

	if (!*text || f->at[i] != f->text[i].len)
		return false;
	n = form_fitting(f, i, in, &v, &from);
	len = common(v, n);
	if (!n || from + len <= f->text[i].len)
		return false;
	str_cut(&f->text[i], from);
	str_addn(&f->text[i], v[0], len);
	f->at[i] = f->text[i].len;
	return true;
}

/* "14:10Z, 21 min ago: entry 63"; an entry or a stage has a time too. */
static const char *
echo_place(const char *text, const struct form_in *in, bool *bad)
{
	struct entry_place to;
	const struct entry *e;
	char out[WHEN_MAX * 2];
	struct err err;
	when_ms t;

	if (!in->inc)
		return "";
	*bad = !entry_place(in->inc, text, in->now, in->zone_min, &to, &err);
	if (*bad)
		return arena_dup(in->a, err.text);
	e = incident_entry(in->inc, to.n);
	t = to.when == WHEN_NONE && e ? event_when(&e->ev) : to.when;
	if (!e)
		return arena_printf(in->a, "%s: the end, nothing came then or"
			" later", when_echo(t, in->now, out));
	return arena_printf(in->a, "%s: entry %lu", when_echo(t, in->now,
		out), (unsigned long)to.n);
}

const char *
form_echo(const struct form *f, int i, const struct form_in *in, bool *bad)
{
	enum when_mean mean = f->row->f[i].kind == FIELD_NEXT ? WHEN_NEXT :
		WHEN_PAST;
	const char *text = str_get(&f->text[i]);
	char out[WHEN_MAX * 2];
	struct err err;
	when_ms t;

	*bad = false;
	text += strspn(text, " ");
	if (!*text)
		return "";
	if (f->row->f[i].kind == FIELD_PLACE)
		return echo_place(text, in, bad);
	if (!when_parse(text, in->now, mean, in->zone_min, &t, &err)) {
		*bad = true;
		return arena_dup(in->a, err.text);
	}
	return arena_dup(in->a, when_echo(t, in->now, out));
}
