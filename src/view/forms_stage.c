/* Stages: the next one, an earlier one, and the two calls. */
#include "base/text.h"
#include "view/form_part.h"

#include <string.h>

static void
offer_stage(struct form *f, enum stage s)
{
	form_offer(f, "To", stage_rows[s].name, stage_rows[s].word);
}

/* One Enter more when criteria are unmet, for "go anyway". */
static void
ask_unmet(struct form *f, const struct form_in *in)
{
	f->asks = form_checklist(f, in) ? 1 : 0;
}

/*
 * Before there is a commander the way on is to assemble; after Action items
 * it is to close.
 */
static const char *
turn_advance(const struct form_in *in)
{
	const struct incident *inc = in->inc;

	if (incident_live(inc) && !*inc->command.holder &&
	    inc->stage == STAGE_DETECT)
		return "assemble";
	return inc->stage == STAGE_ACTION_ITEMS && !inc->closed ? "close" :
		NULL;
}

/* The last stage that `advance` can go to; the calls enter the others. */
static enum stage
furthest(const struct incident *inc)
{
	if (inc->all_clear)
		return STAGE_ACTION_ITEMS;
	return inc->under_control ? STAGE_REPAIR : STAGE_MITIGATE;
}

/* The next stage, or on the row that says so the one the facts are at. */
static enum stage
meant(const struct form_in *in)
{
	enum stage ahead = !strcmp(in->row, "ahead") ?
		rules_ahead_stage(in->inc) : STAGE_NONE;

	return ahead ? ahead : (enum stage)(in->inc->stage + 1);
}

static bool
fill_advance(struct form *f, const struct form_in *in, struct str *why)
{
	const struct incident *inc = in->inc;
	enum stage last = furthest(inc), to = meant(in);

	if (!form_may(in, RIGHT_CLOSING, why))
		return false;
	if (inc->stage >= last && last != STAGE_ACTION_ITEMS)
		return form_not(why, "%s ends with the call %s: press !",
			stage_rows[inc->stage].name, call_name(
			inc->under_control ? CALL_ALL_CLEAR :
			CALL_UNDER_CONTROL));
	for (int s = (int)inc->stage + 1; s <= (int)last; s++)
		offer_stage(f, (enum stage)s);
	if (to > last)
		to = last;
	form_pick(f, "To", stage_rows[to].name);
	form_title(f, "%s: next stage %s", stage_rows[inc->stage].name,
		stage_rows[to].name);
	ask_unmet(f, in);
	form_say(f, "%s: %s", stage_rows[to].name, stage_rows[to].what);
	return true;
}

static const char *
turn_back(const struct form_in *in)
{
	const struct incident *inc = in->inc;

	if (inc->closed || (inc->all_clear && inc->stage <= STAGE_REVIEW))
		return "reopen";
	return NULL;
}

static bool
fill_back(struct form *f, const struct form_in *in, struct str *why)
{
	const struct incident *inc = in->inc;
	int first = inc->all_clear ? STAGE_REVIEW : STAGE_DETECT;

	if (!form_may(in, RIGHT_CLOSING, why))
		return false;
	if ((int)inc->stage <= first)
		return form_not(why, "%s is the first stage: there is none"
			" before it", stage_rows[inc->stage].name);
	for (int s = (int)inc->stage - 1; s >= first; s--)
		offer_stage(f, (enum stage)s);
	form_title(f, "%s: back to an earlier stage",
		stage_rows[inc->stage].name);
	form_say(f, "The bands that are entered again get a new interval,"
		" from now or from the time given.");
	return true;
}

/* ---- the calls ------------------------------------------------------ */

static int
open_rows(const struct incident *inc)
{
	int n = 0;

	for (int i = 0; i < inc->n_needs; i++)
		n += need_open(&inc->needs[i]);
	for (int i = 0; i < inc->n_objectives; i++)
		n += objective_open(&inc->objectives[i]);
	return n;
}

/* What All Clear leaves behind. */
static void
list_open(struct form *f, const struct incident *inc)
{
	if (open_rows(inc))
		form_say(f, "! still open: %d of needs and objectives;"
			" after All Clear they are met, dropped or made action"
			" items",
			open_rows(inc));
	for (int i = 0; i < inc->n_needs; i++)
		if (need_open(&inc->needs[i]))
			form_say(f, "need %d of %s: %s", (int)inc->needs[i].id,
				inc->needs[i].who, inc->needs[i].text);
	for (int i = 0; i < inc->n_objectives; i++)
		if (objective_open(&inc->objectives[i]))
			form_say(f, "objective %d of %s: %s",
				(int)inc->objectives[i].id,
				inc->objectives[i].who,
				inc->objectives[i].text);
}

/* Whoever cannot make a call may still end what they have declared. */
static const char *
turn_call(const struct form_in *in)
{
	const struct incident *inc = in->inc;

	return incident_live(inc) && !*inc->command.holder &&
		str_same(inc->declarer, in->who) ? "close" : NULL;
}

static bool
fill_call(struct form *f, const struct form_in *in, struct str *why)
{
	const struct incident *inc = in->inc;
	enum call next = rules_next_call(inc);

	if (inc->all_clear && !inc->closed)
		return form_not(why, "All Clear was called: > goes on to the"
			" review and the action items");
	if (!form_may(in, RIGHT_COMMAND, why))
		return false;
	if (next == CALL_UNDER_CONTROL)
		form_offer(f, "Call", "Under Control", "call");
	form_offer(f, "Call", "All Clear", "call");
	form_offer(f, "Call", "false alarm", "close --false-alarm");
	form_duplicates(f, "Call", in);
	form_title(f, "%s: the call %s", stage_rows[inc->stage].name,
		call_name(next));
	ask_unmet(f, in);
	if (next == CALL_ALL_CLEAR)
		list_open(f, inc);
	form_say(f, "Under Control ends the customer impact, All Clear ends"
		" command and every clock.");
	form_put(f, "under", call_word(CALL_UNDER_CONTROL));
	form_put(f, "clear", call_word(CALL_ALL_CLEAR));
	form_put(f, "Review owner", inc->command.holder);
	return true;
}

/* ---- what the company will read ---------------------------------------- */

static const char *
chosen(const struct form *f, const struct form_in *in, const char *label)
{
	struct form_option o = form_chosen(f, form_field(f, label));

	return arena_dupn(in->a, o.words, (size_t)o.words_len);
}

static struct event *
draft_stage(const struct form *f, const struct form_in *in)
{
	struct event *e = event_draft(in->a, KIND_STAGE);

	event_put_text(e, F_FROM, stage_rows[in->inc->stage].word);
	event_put_text(e, F_TO, chosen(f, in, "To"));
	return e;
}

static struct event *
draft_call(const struct form *f, const struct form_in *in)
{
	bool under = form_is(f, "Call", "Under Control");
	enum call call = under ? CALL_UNDER_CONTROL : CALL_ALL_CLEAR;
	struct event *e;

	if (!under && !form_is(f, "Call", "All Clear"))
		return NULL;
	e = event_draft(in->a, KIND_CALLED);
	event_put_text(e, F_CALL, call_word(call));
	event_put_text(e, F_FROM, stage_rows[in->inc->stage].word);
	event_put_text(e, F_TO, stage_rows[call_enters(call)].word);
	return e;
}

const struct form_row forms_stage[] = {
	{.name = "advance", .title = "Next stage", .verb = "advance",
		.fill = fill_advance, .turn = turn_advance,
		.draft = draft_stage, .f = {
		{.label = "To", .kind = FIELD_CHOICE, .word = "--to"},
		{.label = "Reason", .kind = FIELD_LINE, .word = "--reason",
		 .hint = "if you have one"},
		{.label = "Message", .kind = FIELD_TEXT, .word = "--say",
		 .hint = "the composed one; Tab here to read and edit it"},
	}},
	{.name = "back", .title = "Back", .verb = "advance",
		.fill = fill_back, .turn = turn_back, .draft = draft_stage,
		.f = {
		{.label = "To", .kind = FIELD_CHOICE, .word = "--to"},
		{.label = "Reason", .kind = FIELD_LINE, .word = "--reason",
		 .hint = "what has changed"},
		{.label = "Impact began", .kind = FIELD_PAST,
		 .word = "--impact-began", .hint = "again; empty: now"},
		{.label = "Message", .kind = FIELD_TEXT, .word = "--say",
		 .hint = "the composed one; Tab here to read and edit it"},
	}},
	{.name = "call", .title = "Call", .verb = "", .fill = fill_call,
		.turn = turn_call, .draft = draft_call, .f = {
		{.label = "Call", .kind = FIELD_CHOICE, .word = "@"},
		{.label = "under", .kind = FIELD_HIDDEN, .word = "",
		 .when = "Under Control"},
		{.label = "clear", .kind = FIELD_HIDDEN, .word = "",
		 .when = "All Clear"},
		{.label = "Review owner", .kind = FIELD_NAME,
		 .word = "--owner", .when = "All Clear"},
		{.label = "Reason", .kind = FIELD_LINE, .word = "--reason",
		 .hint = "if you have one"},
		{.label = "Message", .kind = FIELD_TEXT, .word = "--say",
		 .hint = "the composed one; Tab here to read and edit it"},
	}},
	{.name = NULL},
};
