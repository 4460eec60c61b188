/* Going to a place in the timeline, and filtering it. */
#include "view/form_part.h"

#include "model/entry_filter.h"

#include <string.h>

/* "Here: can 12, page 9": what there is to be seen. */
static void
say_kinds(struct form *f, const struct form_in *in)
{
	uint32_t count[FILTER_TAGS];
	struct str text = {0};
	const char *tag;

	entry_filter_count(in->inc, count);
	for (int i = 0; (tag = entry_filter_tag(i)); i++)
		if (count[i])
			str_addf(&text, "%s%s %lu", text.len ? ", " : "",
				tag, (unsigned long)count[i]);
	form_say(f, "Here: %s", str_get(&text));
	str_release(&text);
}

/* The stages that it has been in, each once. */
static void
offer_stages(struct form *f, const struct form_in *in)
{
	const struct incident *inc = in->inc;
	unsigned been = 0;

	for (int i = 0; inc && i < inc->n_visits; i++)
		been |= 1u << inc->visits[i].stage;
	form_offer(f, "Stage", "any", "");
	for (int i = STAGE_DETECT; i < STAGE_COUNT; i++)
		if (been & 1u << i)
			form_offer(f, "Stage", stage_rows[i].name,
				stage_rows[i].word);
}

/* All is the first choice, so that f and Enter show all again. */
static void
put_filter(struct form *f, const struct form_in *in,
	const struct entry_filter *now)
{
	const char *stages = entry_filter_list(now, FILTER_STAGE, in->a);
	enum stage stage = stage_find(stages);

	form_offer(f, "Show", "all", "none");
	form_put(f, "Kinds", entry_filter_list(now, FILTER_KIND, in->a));
	form_put(f, "Who", entry_filter_list(now, FILTER_WHO, in->a));
	if (!*stages)
		return;
	if (!stage)
		form_offer(f, "Stage", stages, stages);
	form_pick(f, "Stage", stage ? stage_rows[stage].name : stages);
}

static bool
fill_filter(struct form *f, const struct form_in *in, struct str *why)
{
	const struct entry_filter *now = in->filter;

	(void)why;
	if (in->inc)
		say_kinds(f, in);
	offer_stages(f, in);
	if (now && entry_filter_on(now))
		put_filter(f, in, now);
	form_offer(f, "Show", "only", "");
	if (form_options(f, form_field(f, "Show")) == 1)
		form_use(f, "Kinds");
	return true;
}

const struct form_row forms_find[] = {
	{.name = "goto", .title = "Go to", .verb = "goto",
		.no_incident = true, .nameless = true, .f = {
		{.label = "Where", .kind = FIELD_PLACE, .word = "",
		 .required = true, .hint = "14:10Z, -10m, T+25m, #215, first,"
			" last, mitigate"},
	}},
	{.name = "filter", .title = "Filter the timeline", .verb = "filter",
		.no_incident = true, .nameless = true, .fill = fill_filter,
		.f = {
		{.label = "Show", .kind = FIELD_CHOICE, .word = "@"},
		{.label = "Kinds", .kind = FIELD_KINDS, .word = "--kind",
		 .when = "only", .hint = "can,page; empty: all"},
		{.label = "Who", .kind = FIELD_NAME, .word = "--who",
		 .when = "only", .hint = "by or about; empty: all"},
		{.label = "Stage", .kind = FIELD_CHOICE, .word = "--stage",
		 .when = "only"},
	}},
	{.name = NULL},
};
