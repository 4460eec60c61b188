/* How an incident ends, and how it goes on. */
#include "base/text.h"
#include "model/summary.h"
#include "view/form_part.h"

#include <string.h>

void
form_duplicates(struct form *f, const char *label, const struct form_in *in)
{
	int n = 0;

	for (int i = 0; i < in->n_board && n < 4; i++) {
		const struct summary *s = &in->board[i];
		const char *name;

		if (s->closed || s->all_clear ||
		    s->number == in->inc->number)
			continue;
		n++;
		name = arena_printf(in->a, "INC-%u", (unsigned)s->number);
		form_offer(f, label,
			arena_printf(in->a, "duplicate of %s", name),
			arena_printf(in->a, "merge --into %s", name));
	}
}

static bool
fill_close(struct form *f, const struct form_in *in, struct str *why)
{
	const struct incident *inc = in->inc;

	if (!form_may(in, RIGHT_END, why))
		return false;
	if (incident_live(inc)) {
		form_title(f, "End it: there is nothing to do");
		form_say(f, "Every clock and duty ends, paging stops, all who"
			" were paged are told to stand down.");
		form_offer(f, "As", "false alarm", "close --false-alarm");
		form_duplicates(f, "As", in);
		return true;
	}
	form_title(f, "Close the incident");
	form_offer(f, "As", "closed", "close");
	f->asks = form_checklist(f, in) ? 1 : 0;
	form_say(f, "After this it takes no entries; < reopens it.");
	return true;
}

static bool
fill_reopen(struct form *f, const struct form_in *in, struct str *why)
{
	const struct incident *inc = in->inc;
	struct err err;

	if (inc->merged_into)
		return form_not(why, "INC-%u was merged into INC-%u: open"
			" that one", (unsigned)inc->number,
			(unsigned)inc->merged_into);
	if (incident_live(inc))
		return form_not(why, "the incident is live: < goes back");
	if (!rules_may_ended(inc, in->who, &err))
		return form_not(why, "%s", err.text);
	form_say(f, "A stage before Review makes the incident live and asks"
		" for a commander.");
	for (int s = STAGE_DETECT; s <= STAGE_ACTION_ITEMS; s++)
		form_offer(f, "To", stage_rows[s].name, stage_rows[s].word);
	form_pick(f, "To", stage_rows[STAGE_MITIGATE].name);
	return true;
}

static bool
fill_merge(struct form *f, const struct form_in *in, struct str *why)
{
	int n = 0;

	if (!form_may(in, RIGHT_END, why))
		return false;
	for (int i = 0; i < in->n_board; i++) {
		const struct summary *s = &in->board[i];
		char name[16];

		if (s->closed || s->all_clear ||
		    s->number == in->inc->number)
			continue;
		n++;
		incident_name(s->number, name);
		form_offer(f, "Into", name, name);
		form_say(f, "%s SEV%d %s: %s", name, s->severity,
			stage_rows[s->stage].name,
			s->restricted ? "restricted" : s->title);
	}
	if (!n)
		return form_not(why, "no other incident is live to merge"
			" into");
	form_say(f, "This one ends and stays readable; the other takes over"
		" its SMEs and unanswered needs.");
	return true;
}

const struct form_row forms_end[] = {
	{.name = "close", .title = "Close", .verb = "",
		.fill = fill_close, .f = {
		{.label = "As", .kind = FIELD_CHOICE, .word = "@"},
		{.label = "Reason", .kind = FIELD_LINE, .word = "--reason",
		 .hint = "if you have one"},
	}},
	{.name = "reopen", .title = "Reopen", .verb = "reopen",
		.fill = fill_reopen, .f = {
		{.label = "To", .kind = FIELD_CHOICE, .word = "--to"},
		{.label = "Reason", .kind = FIELD_LINE, .word = "--reason",
		 .hint = "what has changed"},
		{.label = "Impact began", .kind = FIELD_PAST,
		 .word = "--impact-began", .hint = "again; empty: now"},
	}},
	{.name = "merge", .title = "Merge this one into another",
		.verb = "merge", .fill = fill_merge, .f = {
		{.label = "Into", .kind = FIELD_CHOICE, .word = "--into"},
		{.label = "Reason", .kind = FIELD_LINE, .word = "--reason",
		 .hint = "if you have one"},
	}},
	{.name = NULL},
};
