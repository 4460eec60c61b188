/* Whose CAN report it is: who is asked first, and who can be chosen. */
#include "base/text.h"
#include "view/form_part.h"

#include <stdlib.h>
#include <string.h>

/* Whether reports come from this person: whoever was called, and leads not. */
static bool
reports(const struct incident *inc, const char *who)
{
	const struct sme *s = incident_sme(inc, who);

	return s && s->state != SME_RELEASED && !incident_commands(inc, who);
}

/* Whoever leads, speaks or writes for all reports mostly what others said. */
static bool
serves(const struct incident *inc, const char *who)
{
	return incident_commands(inc, who) || incident_deputizes(inc, who) ||
		str_same(inc->customers.owner, who) ||
		str_same(inc->scribe, who);
}

static bool
is_anybody(const struct incident *inc)
{
	for (int i = 0; i < inc->n_smes; i++)
		if (reports(inc, inc->smes[i].name))
			return true;
	return false;
}

const char *
form_can_whose(const struct form_in *in)
{
	const char *who = form_about(in).who;

	if (*who && !incident_commands(in->inc, who) &&
	    (form_staff(in) || !reports(in->inc, in->who)))
		return who;
	return reports(in->inc, in->who) || !serves(in->inc, in->who) ||
		!is_anybody(in->inc) ? in->who : "";
}

static int
by_due(const void *a, const void *b)
{
	const struct sme *x = *(const struct sme *const *)a;
	const struct sme *y = *(const struct sme *const *)b;

	return x->can_due < y->can_due ? -1 : x->can_due > y->can_due;
}

/* The latest first: they are those that somebody has just called. */
static void
add_late(struct form_people *list)
{
	const struct form_in *in = list->in;
	const struct sme **v = arena_alloc(in->a,
		((size_t)in->inc->n_smes + 1) * sizeof(*v));
	int n = 0;

	for (int i = 0; i < in->inc->n_smes; i++)
		if (in->inc->smes[i].can_due != WHEN_NONE &&
		    in->inc->smes[i].can_due < in->now &&
		    reports(in->inc, in->inc->smes[i].name))
			v[n++] = &in->inc->smes[i];
	qsort(v, (size_t)n, sizeof(*v), by_due);
	for (int i = 0; i < n; i++) {
		int before = list->n;
		char span[WHEN_MAX];

		form_people_add(list, v[i]->name);
		if (list->n > before)
			list->v[before].what = arena_printf(in->a,
				"%s \u00b7 %s late", list->v[before].what,
				when_span(in->now - v[i]->can_due, span));
	}
}

void
form_can_people(struct form_people *list)
{
	const struct incident *inc = list->in->inc;

	add_late(list);
	for (int i = 0; i < inc->n_smes; i++)
		if (reports(inc, inc->smes[i].name))
			form_people_add(list, inc->smes[i].name);
	if (!incident_commands(inc, list->in->who))
		form_people_add(list, list->in->who);
	form_people_all(list);
}

void
form_same_people(struct form_people *list)
{
	const struct incident *inc = list->in->inc;
	int kept = 0;

	add_late(list);
	for (int i = 0; i < inc->n_reports; i++)
		form_people_add(list, inc->reports[i].who);
	for (int i = 0; i < list->n; i++)
		if (incident_report(inc, list->v[i].name))
			list->v[kept++] = list->v[i];
	list->n = kept;
}
