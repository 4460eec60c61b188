/* Notes, lessons, the review and action items. */
#include "base/text.h"
#include "view/form_part.h"

#include <string.h>

static bool
fill_note(struct form *f, const struct form_in *in, struct str *why)
{
	if (in->inc->closed)
		return form_may(in, RIGHT_ANYONE, why);
	form_offer(f, "What", "note", "note");
	form_offer(f, "What", "lesson", "lesson");
	form_offer(f, "What", "action item", "action open");
	if (in->inc->all_clear && rules_may(in->inc, in->who, RIGHT_CLOSING,
	    in->now, NULL))
		form_offer(f, "What", "review held", "review held");
	form_pick(f, "Priority", "P2");
	form_use(f, "Text");
	return true;
}

/* ---- action items --------------------------------------------------- */

static const struct item *
item_here(const struct form_in *in)
{
	int32_t here = form_about(in).item;

	if (here)
		return incident_item(in->inc, here);
	for (int i = 0; i < in->inc->n_items; i++) {
		const struct item *it = &in->inc->items[i];

		if (item_open(it) && (form_staff(in) ||
		    str_same(it->owner, in->who)))
			return it;
	}
	return NULL;
}

static bool
fill_item(struct form *f, const struct form_in *in, struct str *why)
{
	const struct item *it = item_here(in);
	char echo[WHEN_MAX * 2];

	if (!it)
		return form_not(why, "no action item is open: n writes one down");
	if (it->done != WHEN_NONE || it->dropped)
		return form_not(why, "action item %d has ended", (int)it->id);
	f->about = it->id;
	form_title(f, "Action item %d, P%d", (int)it->id, it->priority);
	form_quote(f, "> ", it->text);
	form_say(f, "%s%s; due %s", *it->owner ? "Owner: " : "No owner",
		it->owner, when_echo(it->due, in->now, echo));
	form_putf(f, "N", "%d", (int)it->id);
	return true;
}

const struct form_row forms_log[] = {
	{.name = "note", .title = "Write it down", .verb = "",
		.fill = fill_note, .f = {
		{.label = "What", .kind = FIELD_CHOICE, .word = "@"},
		{.label = "Text", .kind = FIELD_TEXT, .word = "",
		 .required = true, .hint = "what happened, what was learnt"},
		{.label = "Internal", .kind = FIELD_CHOICE, .word = "!",
		 .choices = "no=|yes=--internal", .when = "note"},
		{.label = "Priority", .kind = FIELD_CHOICE,
		 .word = "--priority", .choices = "P1|P2|P3|P4",
		 .when = "action item"},
		{.label = "Owner", .kind = FIELD_NAME, .word = "--owner",
		 .when = "action item", .hint = "who does it"},
		{.label = "Due", .kind = FIELD_NEXT, .word = "--until",
		 .when = "action item", .hint = "empty: by its priority"},
	}},
	{.name = "item", .title = "Action item", .verb = "action",
		.fill = fill_item, .f = {
		{.label = "It is", .kind = FIELD_CHOICE, .word = "@",
		 .choices = "done|dropped=drop"},
		{.label = "N", .kind = FIELD_HIDDEN, .word = ""},
		{.label = "Evidence", .kind = FIELD_LINE, .word = "",
		 .when = "done", .hint = "where it can be seen"},
		{.label = "Reason", .kind = FIELD_LINE, .word = "--reason",
		 .when = "dropped", .required = true,
		 .hint = "why it is not done"},
	}},
	{.name = NULL},
};
