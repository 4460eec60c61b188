/* What goes to the clipboard of the terminal. */
#include "base/text.h"
#include "model/words.h"
#include "view/form_part.h"
#include "view/rows.h"
#include "view/screen.h"
#include "view/vm_part.h"

#include <string.h>

/* The entry that is read, or the one under the cursor. */
static const struct entry *
entry_here(const struct form_in *in)
{
	const struct screen *s = in->vm ? in->vm->screen : NULL;
	uint32_t n = s && s->over == OVER_ENTRY ? s->over_entry :
		vm_row_number(in->row, "entry");

	return in->inc ? incident_entry(in->inc, n) : NULL;
}

static void
offer(struct form *f, const char *what, const char *label, const char *text)
{
	form_offer(f, "What", what, NULL);
	form_put(f, label, text);
}

/*
 * The link stands by itself on a line, for those whose terminal takes nothing
 * from a program.
 */
static bool
fill_copy(struct form *f, const struct form_in *in, struct str *why)
{
	const char *bridge = in->inc ? str_or(in->inc->bridge, "") : "";
	const char *row = in->vm ? vm_row_text(in->vm) : "";
	const struct entry *e = entry_here(in);

	if (*bridge)
		offer(f, "bridge link", "Link", bridge);
	if (*row)
		offer(f, "this row", "Row", row);
	if (e)
		offer(f, "whole entry", "Entry",
			words_entry_full(in->inc, e, in->a));
	if (!*bridge && !*row && !e)
		return form_not(why, in->inc ? "there is nothing to copy yet:"
			" `:bridge URL` sets where people meet" :
			"no incident is open, and there is nothing to copy:"
			" D declares one");
	if (e && in->vm->screen->over == OVER_ENTRY)
		form_pick(f, "What", "whole entry");
	if (*bridge)
		form_quote(f, "> ", bridge);
	else if (in->inc)
		form_say(f, "No bridge yet: `:bridge URL` sets where people"
			" meet.");
	form_say(f, "Enter copies to the clipboard of this terminal, if it"
		" allows that. In tmux that needs `set -s set-clipboard on`,"
		" and reaches every attached client.");
	return true;
}

const struct form_row forms_copy[] = {
	{.name = "copy", .title = "Copy", .verb = "clipboard",
		.no_incident = true, .nameless = true, .fill = fill_copy, .f = {
		{.label = "What", .kind = FIELD_CHOICE, .word = "#"},
		{.label = "Link", .kind = FIELD_LINE, .word = "",
		 .when = "bridge link", .required = true},
		{.label = "Row", .kind = FIELD_TEXT, .word = "",
		 .when = "this row", .required = true},
		{.label = "Entry", .kind = FIELD_TEXT, .word = "",
		 .when = "whole entry", .required = true},
	}},
	{.name = NULL},
};
