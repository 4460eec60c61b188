/* People: paged, called by phone, released; and their needs. */
#include "base/text.h"
#include "model/roster.h"
#include "view/form_part.h"

#include <string.h>

static const char *
phone_of(const struct form_in *in, const char *who)
{
	const struct person *p = roster_find(in->roster, who);
	const struct sme *s = incident_sme(in->inc, who);

	if (s && s->phone && *s->phone)
		return s->phone;
	return p && *p->phone ? p->phone : "no phone in the roster";
}

static void
say_person(struct form *f, const struct form_in *in, const char *who)
{
	const struct sme *s = incident_sme(in->inc, who);

	form_say(f, "%s: %s", who, phone_of(in, who));
	if (!s)
		return;
	if (s->state == SME_PAGED)
		form_say(f, "Paged %s, %d time%s, not acknowledged.",
			form_ago(in, s->paged), s->pages,
			s->pages == 1 ? "" : "s");
	else if (s->state == SME_ACKED)
		form_say(f, "Acknowledged %s, not here yet.",
			form_ago(in, s->acked));
	else if (s->state == SME_JOINED)
		form_say(f, "Here; last CAN report %s.",
			form_ago(in, s->last_can));
}

/* ---- paging --------------------------------------------------------- */

/* Somebody who is here is not paged but called. */
static const char *
turn_page(const struct form_in *in)
{
	const char *who = form_about(in).who;
	const struct sme *s = *who ? incident_sme(in->inc, who) : NULL;

	return s && s->state == SME_JOINED && !str_same(who, in->who) ?
		"phone" : NULL;
}

static bool
fill_page(struct form *f, const struct form_in *in, struct str *why)
{
	struct form_about about = form_about(in);
	const struct need *need = about.need ?
		incident_need(in->inc, about.need) : NULL;

	if (!form_may(in, RIGHT_EARLY_STAFF, why) || !form_live(in, why))
		return false;
	if (*about.who && !str_same(about.who, in->who)) {
		form_put(f, "Who", about.who);
		form_subject(f, about.who);
		say_person(f, in, about.who);
	}
	if (need && need_open(need)) {
		f->about = need->id;
		form_putf(f, "need", "%d", (int)need->id);
		form_say(f, "For need %d of %s: %s", (int)need->id, need->who,
			need->text);
	}
	return true;
}

static bool
fill_phone(struct form *f, const struct form_in *in, struct str *why)
{
	const char *who = form_about(in).who;

	if (!*who)
		return form_not(why, "whom? Put the cursor on somebody");
	form_title(f, "Call %s", who);
	say_person(f, in, who);
	if (incident_report(in->inc, who))
		form_offer(f, "They say", "no change", "can --same");
	form_offer(f, "They say", "a note of it", "note");
	form_say(f, "c files what they report, in their name.");
	form_put(f, "from", who);
	form_putf(f, "Note", "called %s: ", who);
	return true;
}

/* ---- needs ---------------------------------------------------------- */

/* The field of the roster that a need's text names, to dispatch for it. */
static const char *
named_field(const struct form_in *in, const char *text)
{
	for (int i = 0; in->roster && i < in->roster->n; i++) {
		const char *field = in->roster->people[i].field;

		if (*field && str_find(text, field))
			return field;
	}
	return "";
}

static const struct need *
need_here(const struct form_in *in)
{
	struct form_about about = form_about(in);
	const struct need *found = NULL;

	if (about.need)
		return incident_need(in->inc, about.need);
	for (int i = 0; i < in->inc->n_needs && !found; i++)
		if (need_open(&in->inc->needs[i]))
			found = &in->inc->needs[i];
	return found;
}

static void
offer_answers(struct form *f, const struct form_in *in,
	const struct need *need)
{
	const char *field = named_field(in, need->text);

	form_offer(f, "Answer", "met", NULL);
	if (!form_staff(in))
		return;
	form_offer(f, "Answer", "refused", NULL);
	if (in->inc->all_clear)
		form_offer(f, "Answer", "drop", NULL);
	else
		form_offer(f, "Answer", "dispatch", NULL);
	if (*field && !in->inc->all_clear && need->state == NEED_OPEN) {
		form_put(f, "Who", field);
		form_pick(f, "Answer", "dispatch");
	}
}

static bool
fill_need(struct form *f, const struct form_in *in, struct str *why)
{
	const struct need *need = need_here(in);

	if (!need)
		return form_not(why, "no need is open");
	if (!need_open(need))
		return form_not(why, "need %d was answered by %s",
			(int)need->id, need->by);
	if (!str_same(need->who, in->who) && !form_staff(in))
		return form_may(in, RIGHT_STAFF, why);
	f->about = need->id;
	form_title(f, "Need %d of %s", (int)need->id, need->who);
	form_quote(f, "> ", need->text);
	form_say(f, "Named %s%s%s.", form_ago(in, need->since),
		need->state == NEED_DISPATCHED ? "; paged for it: " : "",
		need->state == NEED_DISPATCHED ? need->sent : "");
	form_putf(f, "N", "%d", (int)need->id);
	offer_answers(f, in, need);
	return true;
}

static bool
fill_release(struct form *f, const struct form_in *in, struct str *why)
{
	if (!form_may(in, RIGHT_STAFF, why))
		return false;
	form_say(f, "Objectives and open needs pass to whoever is named.");
	form_put(f, "Who", form_about(in).who);
	form_subject(f, form_about(in).who);
	return true;
}

const struct form_row forms_people[] = {
	{.name = "page", .title = "Page somebody", .verb = "page",
		.fill = fill_page, .turn = turn_page, .f = {
		{.label = "Who", .kind = FIELD_WHOM, .word = "",
		 .required = true,
		 .hint = "a person, or a field: the one on call"},
		{.label = "need", .kind = FIELD_HIDDEN, .word = "--need"},
		{.label = "Reason", .kind = FIELD_LINE, .word = "--reason",
		 .hint = "what to tell them"},
	}},
	{.name = "phone", .title = "Call", .verb = "", .fill = fill_phone,
		.f = {
		{.label = "They say", .kind = FIELD_CHOICE, .word = "@"},
		{.label = "from", .kind = FIELD_HIDDEN, .word = "--from",
		 .when = "no change"},
		{.label = "Note", .kind = FIELD_TEXT, .word = "",
		 .when = "a note of it", .required = true},
	}},
	{.name = "need", .title = "Answer a need", .verb = "need",
		.fill = fill_need, .f = {
		{.label = "Answer", .kind = FIELD_CHOICE, .word = "@"},
		{.label = "N", .kind = FIELD_HIDDEN, .word = ""},
		{.label = "Who", .kind = FIELD_WHOM, .word = "",
		 .when = "dispatch", .required = true,
		 .hint = "a person, or a field: the one on call"},
		{.label = "How or why", .kind = FIELD_LINE, .word = "",
		 .when = "met|refused|drop", .hint = "if you like"},
	}},
	{.name = "release", .title = "Release somebody", .verb = "release",
		.fill = fill_release, .f = {
		{.label = "Who", .kind = FIELD_NAME, .word = "",
		 .required = true, .hint = "who may go; Tab completes"},
		{.label = "Hand to", .kind = FIELD_NAME, .word = "--to",
		 .hint = "who gets their objectives and needs"},
	}},
	{.name = NULL},
};
