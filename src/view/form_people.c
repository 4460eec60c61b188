/*
 * Choosing a person: from a list that what is typed narrows down.
 *
 * The list's cursor is kept by name, so that news, which can put somebody
 * else first, never changes who is chosen.
 */
#include "base/text.h"
#include "model/roster.h"
#include "view/form_part.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

/* ---- who they are ----------------------------------------------------- */

static const char *
state_of(const struct sme *s)
{
	static const char *const words[] = {
		[SME_PAGED] = "paged", [SME_ACKED] = "acknowledged",
		[SME_JOINED] = "joined", [SME_RELEASED] = "released",
	};

	return s ? words[s->state] : "";
}

static const char *
part_of(const struct incident *inc, const char *name)
{
	if (!inc || !inc->declared)
		return "";
	if (incident_commands(inc, name))
		return "commander";
	if (incident_deputizes(inc, name))
		return "deputy";
	if (str_same(inc->customers.owner, name))
		return "customers";
	return str_same(str_or(inc->scribe, ""), name) ? "scribe" : "";
}

static const char *
join(struct arena *a, const char *before, const char *word)
{
	return !*word || str_same(before, word) ? before : !*before ? word :
		arena_printf(a, "%s \u00b7 %s", before, word);
}

static const char *
what_is(const struct form_in *in, const char *name)
{
	const struct person *p = roster_find(in->roster, name);
	const struct sme *s = in->inc ? incident_sme(in->inc, name) : NULL;
	const char *what = part_of(in->inc, name);

	what = join(in->a, what, s && *s->field ? s->field :
		p ? p->field : "");
	what = join(in->a, what, state_of(s));
	return join(in->a, what, str_same(in->who, name) ?
		"at the keys now" : "");
}

/* ---- the list ---------------------------------------------------------- */

static bool
is_there(const struct form_people *list, const char *name)
{
	for (int i = 0; i < list->n; i++)
		if (str_same(list->v[i].name, name))
			return true;
	return false;
}

void
form_people_add(struct form_people *list, const char *name)
{
	if (!*str_or(name, "") || list->n >= list->cap ||
	    strncasecmp(name, list->begin, strlen(list->begin)) != 0 ||
	    is_there(list, name))
		return;
	list->v[list->n++] = (struct form_person){
		.name = name, .what = what_is(list->in, name),
	};
}

void
form_people_all(struct form_people *list)
{
	const struct incident *inc = list->in->inc;
	const struct roster *roster = list->in->roster;

	if (inc && inc->declared) {
		form_people_add(list, inc->command.holder);
		form_people_add(list, inc->command.deputy);
		for (int i = 0; i < inc->n_smes; i++)
			if (inc->smes[i].state == SME_JOINED)
				form_people_add(list, inc->smes[i].name);
		form_people_add(list, inc->customers.owner);
		form_people_add(list, inc->scribe);
		for (int i = 0; i < inc->n_smes; i++)
			form_people_add(list, inc->smes[i].name);
		form_people_add(list, inc->declarer);
	}
	for (int i = 0; roster && i < roster->n; i++)
		form_people_add(list, roster->people[i].name);
}

/* A name that nobody here has can be chosen, too, behind the others. */
static void
add_typed(struct form_people *list)
{
	if (!*list->begin || is_there(list, list->begin))
		return;
	list->v[list->n++] = (struct form_person){
		.name = list->begin, .is_new = true,
		.what = "new: not on the roster, nor in the incident",
	};
}

/* What was typed without blanks around it; all that fits when picked. */
static const char *
typed(const struct form *f, int i, struct arena *a)
{
	const char *s = str_get(&f->text[i]);
	size_t n;

	if (f->picked)
		return "";
	s += strspn(s, " ");
	for (n = strlen(s); n && s[n - 1] == ' '; n--)
		continue;
	return arena_dupn(a, s, n);
}

void
form_people(const struct form *f, int i, const struct form_in *in,
	struct form_people *out)
{
	const struct incident *inc = in->inc;

	*out = (struct form_people){
		.in = in, .begin = typed(f, i, in->a),
		.cap = (inc ? inc->n_smes + 5 : 0) + 1 +
			(in->roster ? in->roster->n : 0),
	};
	/* One more for the name that is typed. */
	out->v = arena_alloc(in->a, ((size_t)out->cap + 1) *
		sizeof(*out->v));
	f->row->f[i].people(out);
	add_typed(out);
	out->at = out->n ? 0 : -1;
	for (int k = 0; k < out->n; k++)
		if (str_same(out->v[k].name, f->pick))
			out->at = k;
}

/* ---- its cursor ---------------------------------------------------------- */

void
form_people_start(struct form *f, int i, const struct form_in *in)
{
	struct form_people list;

	f->pick[0] = '\0';
	if (f->picked)
		snprintf(f->pick, sizeof(f->pick), "%s",
			str_get(&f->text[i]));
	form_people(f, i, in, &list);
	if (list.at >= 0)
		snprintf(f->pick, sizeof(f->pick), "%s",
			list.v[list.at].name);
}

void
form_people_walk(struct form *f, int i, int step, const struct form_in *in)
{
	struct form_people list;

	form_people(f, i, in, &list);
	if (list.at < 0)
		return;
	list.at = (list.at + list.n + step) % list.n;
	snprintf(f->pick, sizeof(f->pick), "%s", list.v[list.at].name);
}

bool
form_people_settle(struct form *f, int i, const struct form_in *in)
{
	struct form_people list;
	const char *name;
	bool other;

	form_people(f, i, in, &list);
	if (list.at < 0)
		return false;
	name = list.v[list.at].name;
	other = strcmp(str_get(&f->text[i]), name) != 0;
	form_put(f, f->row->f[i].label, name);
	f->picked = true;
	form_people_start(f, i, in);
	return other;
}
