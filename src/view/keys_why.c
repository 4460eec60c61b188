/* Why a key cannot be used now, in the words that pressing it would give. */
#include "view/keys.h"

#include "base/mem.h"
#include "base/str.h"
#include "model/incident.h"
#include "view/form.h"
#include "view/input.h"
#include "view/keys_now.h"
#include "view/rows.h"
#include "view/screen.h"

#include <string.h>

#define NOTHING_HERE "nothing is selected here: ? lists the keys"

/* What a row lacks whose line is no form. */
static const struct {
	key_now_fn *now;
	const char *why;
} lacks[] = {
	{now_entries, KEY_NO_INCIDENT}, {now_past, KEY_PRESENT},
	{now_some, "there is no incident yet: D declares one"},
	{now_leaving, "no message of yours waits to leave"},
	{now_hits, "nothing is found: type something else"},
	{now_offered, "command is not offered to you"},
	{now_reading, "no entry is open: Enter on one in the timeline opens"
		" it"},
	{now_tour_goes_on, "this is the last step"},
	{now_tour_goes_back, "this is the first step"},
	{now_tour_ends, "the tour goes on: that is for its end"},
};

/* The form that a line opens: "can" of "form can"; NULL: none. */
static const char *
form_of(const struct key_row *r)
{
	return str_starts(r->line, "form ") ? r->line + 5 : NULL;
}

static const char *
why_no_form(const struct vm_in *in, const char *name)
{
	struct form_in with;
	struct str why = {0};
	const char *out = NULL;

	screen_form_in(in->screen, in, &with);
	if (*in->screen->who && form_line(name, &with))
		return NULL;
	if (!form_opens(name, &with, &why))
		out = arena_dup(in->a, str_get(&why));
	str_release(&why);
	return out;
}

/* Why nothing is written from here; NULL: it is. */
static const char *
why_no_write(const struct vm_in *in)
{
	struct err err;

	return screen_may_write(in->screen, &err) ? NULL :
		arena_dup(in->a, err.text);
}

/* Enter does what the row's own key does. */
static const char *
why_no_act(const struct vm_in *in)
{
	const char *row = screen_row(in->screen);
	const char *line = vm_row_line(in, row), *why;

	if (!line)
		return *row || (in->screen->focus == PANE_TIMELINE &&
			in->inc && in->inc->n) ? NULL : NOTHING_HERE;
	if (vm_row_attention(in, row) && why_no_write(in))
		return why_no_write(in);
	if (!str_starts(line, "form "))
		return NULL;
	why = why_no_form(in, line + strlen("form "));
	return why ? why : why_no_write(in);
}

/* What a row needs that is not there now. */
static const char *
why_not_now(const struct key_row *r)
{
	for (size_t i = 0; i < sizeof(lacks) / sizeof(lacks[0]); i++)
		if (lacks[i].now == r->now)
			return lacks[i].why;
	return "not now";
}

const char *
key_why(const struct vm_in *in, const struct key_row *r)
{
	if (r->use & KEY_WRITES && why_no_write(in))
		return why_no_write(in);
	/* In the briefing a key answers an offer, and is for nothing else. */
	if (r->where == KEY_BRIEF && !r->now(in))
		return why_not_now(r);
	if (form_of(r))
		return why_no_form(in, form_of(r));
	if (!strcmp(r->line, "act"))
		return why_no_act(in);
	if (!r->now || r->now(in))
		return NULL;
	return why_not_now(r);
}
