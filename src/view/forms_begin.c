/* How an incident begins: declared, or another one joined; assembled. */
#include "base/text.h"
#include "model/roster.h"
#include "model/summary.h"
#include "view/form_part.h"

#include <string.h>

#define RECENT WHEN_DAY /* ended ones are shown for so long */
#define NEAR 6          /* others that are shown at most */

/* "INC-16 SEV3 Verify 12m: title", or what a restricted one shows. */
static const char *
one_line(const struct form_in *in, const struct summary *s)
{
	const char *title = s->restricted ? "restricted" : s->title;
	char span[WHEN_MAX];

	return arena_printf(in->a, "INC-%u SEV%d %s %s: %s",
		(unsigned)s->number, s->severity,
		s->closed ? "closed" : stage_rows[s->stage].name,
		when_span(in->now - s->since, span), title);
}

static void
offer_live(struct form *f, const struct form_in *in)
{
	int n = 1;

	form_offer(f, "What", "declare", "declare");
	for (int i = 0; i < in->n_board && n <= NEAR; i++) {
		const struct summary *s = &in->board[i];
		const char *join;

		if (!summary_live(s))
			continue;
		n++;
		join = arena_printf(in->a, "join INC-%u", (unsigned)s->number);
		form_offer(f, "What", join, join);
		form_say(f, "A-%d joins %s", n, one_line(in, s));
	}
}

static void
list_recent(struct form *f, const struct form_in *in)
{
	int n = 0;

	for (int i = 0; i < in->n_board && n < NEAR; i++) {
		const struct summary *s = &in->board[i];

		if (summary_live(s) || in->now - s->since > RECENT)
			continue;
		n++;
		form_say(f, "ended %s", one_line(in, s));
	}
}

static bool
fill_declare(struct form *f, const struct form_in *in, struct str *why)
{
	(void)why;
	offer_live(f, in);
	list_recent(f, in);
	form_pick(f, "Severity", "2");
	form_use(f, "Title");
	return true;
}

/* Whoever is at the keys needs no key for that, and so comes last. */
static void
people_who(struct form_people *list)
{
	const char *me = list->in->who;
	struct form_person last;

	form_people_all(list);
	for (int i = 0; *me && i < list->n; i++) {
		if (!str_same(list->v[i].name, me))
			continue;
		last = list->v[i];
		memmove(list->v + i, list->v + i + 1,
			(size_t)(list->n - i - 1) * sizeof(last));
		list->v[list->n - 1] = last;
		break;
	}
	form_people_add(list, me);
}

static bool
fill_who(struct form *f, const struct form_in *in, struct str *why)
{
	(void)why;
	if (*in->who)
		form_say(f, "%s is at the keys now; entries name who acts"
			" and the login beside.", in->who);
	else
		form_say(f, "Entries name who acts and the login beside.");
	return true;
}

/* Whom `assemble` would page, as far as the roster says. */
static bool
fill_assemble(struct form *f, const struct form_in *in, struct str *why)
{
	const struct person *p = roster_on_call(in->roster, FIELD_COMMANDER,
		NULL);

	if (!form_may(in, RIGHT_EARLY, why))
		return false;
	form_checklist(f, in);
	if (p)
		form_say(f, "Enters Assemble and pages the commander on call:"
			" %s %s", p->name, p->phone);
	else
		form_say(f, "Enters Assemble. The roster has no commander on"
			" call: h takes command, p pages somebody.");
	return true;
}

const struct form_row forms_begin[] = {
	{.name = "declare", .title = "Declare an incident", .verb = "",
		.fill = fill_declare, .no_incident = true, .f = {
		{.label = "What", .kind = FIELD_CHOICE, .word = "@"},
		{.label = "Title", .kind = FIELD_LINE, .word = "",
		 .when = "declare", .required = true,
		 .hint = "what is wrong, in one line"},
		{.label = "Severity", .kind = FIELD_CHOICE,
		 .word = "--severity", .choices = "1|2|3|4",
		 .when = "declare"},
		{.label = "Source", .kind = FIELD_CHOICE, .word = "--source",
		 .choices = "staff|alert|slo|customer", .when = "declare"},
		{.label = "Impact began", .kind = FIELD_PAST,
		 .word = "--impact-began", .when = "declare",
		 .hint = "empty: not known yet; or -10m, 13:41Z"},
		{.label = "Customers hit", .kind = FIELD_CHOICE,
		 .word = "--customers", .choices = "unknown|yes|no",
		 .when = "declare"},
		{.label = "Service", .kind = FIELD_LINE, .word = "--service",
		 .when = "declare", .hint = "what is affected"},
		{.label = "Take command", .kind = FIELD_CHOICE, .word = "!",
		 .choices = "no=|yes=--take", .when = "declare"},
	}},
	{.name = "who", .title = "Who is at the keys?", .verb = "who",
		.fill = fill_who, .no_incident = true, .nameless = true,
		.f = {
		{.label = "Name", .kind = FIELD_PERSON, .word = "",
		 .required = true, .people = people_who,
		 .hint = "first letters, or arrows; a new name will do"},
	}},
	{.name = "assemble", .title = "Assemble", .verb = "assemble",
		.fill = fill_assemble, .f = {{.label = NULL}}},
	{.name = NULL},
};
