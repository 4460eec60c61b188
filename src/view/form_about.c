/* What the row under the cursor is about, and who looks at it. */
#include "base/text.h"
#include "model/attention.h"
#include "model/clocks.h"
#include "view/form_part.h"
#include "view/rows.h"

#include <string.h>

/* An Attention row carries a person or a number; its sort says of what. */
static void
about_attention(const struct attention *row, struct form_about *out)
{
	switch (row->sort) {
	case ATT_BLOCKED:
	case ATT_READ_BACK:
	case ATT_OVERDUE:
	case ATT_OBJECTIVE:
		out->objective = row->about;
		break;
	case ATT_NEED:
	case ATT_WAITING:
		out->need = row->about;
		break;
	case ATT_ITEM:
		out->item = row->about;
		break;
	case ATT_TOLD_NOBODY:
		out->entry = (uint32_t)row->about;
		break;
	case ATT_CAN_LATE:
	case ATT_ACKED_SILENT:
		out->late = true;
		break;
	default:
		break;
	}
	out->who = row->who;
}

static void
about_row(const struct form_in *in, struct form_about *out)
{
	const char *colon = strchr(in->row, ':');

	out->need = (int32_t)vm_row_number(in->row, "need");
	out->objective = (int32_t)vm_row_number(in->row, "obj");
	out->mitigation = (int32_t)vm_row_number(in->row, "mit");
	out->item = (int32_t)vm_row_number(in->row, "item");
	out->entry = vm_row_number(in->row, "entry");
	if (colon && (str_starts(in->row, "sme:") ||
	    str_starts(in->row, "can:")))
		out->who = arena_dup(in->a, colon + 1);
}

struct form_about
form_about(const struct form_in *in)
{
	struct form_about out = {.who = ""};
	struct attention_list list;

	if (!*in->row || !in->inc)
		return out;
	list = in->vm ? vm_attention_list(in->vm) :
		attention_of(in->inc, in->who, in->now, in->a);
	for (int i = 0; i < list.n; i++)
		if (!strcmp(list.v[i].id, in->row)) {
			about_attention(&list.v[i], &out);
			return out;
		}
	about_row(in, &out);
	return out;
}

const struct message *
form_unsaid(const struct form_in *in, int *many)
{
	const struct incident *inc = in->inc;
	uint32_t here = form_about(in).entry;
	const struct message *found = NULL;

	*many = 0;
	for (int i = 0; i < inc->n_messages; i++) {
		const struct message *m = &inc->messages[i];

		if (m->told != WHEN_NONE || !clock_left(inc, m, in->now))
			continue;
		++*many;
		if (!found || m->n == here)
			found = m;
	}
	return found;
}

bool
form_staff(const struct form_in *in)
{
	const struct incident *inc = in->inc;

	if (inc->all_clear)
		return str_same(inc->review.owner, in->who);
	return !*inc->command.holder || incident_commands(inc, in->who) ||
		incident_deputizes(inc, in->who);
}

int
form_checklist(struct form *f, const struct form_in *in)
{
	struct criterion c[CRITERIA_MAX];
	int n = rules_criteria(in->inc, in->inc->stage, c);
	int unmet = 0;

	for (int i = 0; i < n; i++) {
		unmet += !c[i].met;
		if (c[i].met)
			form_say(f, "\u2713 %s", c[i].text);
		else
			form_say(f, "\u25cb %s  (:%s)", c[i].text,
				c[i].verb);
	}
	return unmet;
}

const char *
form_ago(const struct form_in *in, when_ms t)
{
	char span[WHEN_MAX];

	if (t == WHEN_NONE)
		return "never";
	return arena_printf(in->a, "%s ago", when_span(in->now - t, span));
}
