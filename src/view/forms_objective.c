/* Objectives: given, reported on, answered; and decisions. */
#include "base/text.h"
#include "view/form_part.h"

#include <string.h>

/* The objective that is meant: the row's, or the first open one of @mine. */
static const struct objective *
objective_here(const struct form_in *in, bool mine)
{
	struct form_about about = form_about(in);

	if (about.objective)
		return incident_objective(in->inc, about.objective);
	for (int i = 0; i < in->inc->n_objectives; i++) {
		const struct objective *o = &in->inc->objectives[i];

		if (objective_open(o) && (!mine || str_same(o->who, in->who)))
			return o;
	}
	return NULL;
}

static when_ms
box_end(const struct form_in *in)
{
	when_ms box = numbers_get(&in->inc->numbers, NUM_TIMEBOX,
		in->inc->severity);

	return box ? in->now + box : WHEN_NONE;
}

/* ---- giving one ----------------------------------------------------- */

/*
 * On a row of Attention that `d` answers, `o` gives another objective: the
 * cursor stands there most of the time, since it is among the worst.
 */
static const char *
turn_objective(const struct form_in *in)
{
	const struct objective *o = objective_here(in, true);
	bool here = form_about(in).objective != 0;

	if (!o)
		return NULL;
	if (!form_staff(in))
		return "result";
	return here && (o->state != OBJ_BLOCKED ||
		str_starts(in->row, "obj:")) ? "result" : NULL;
}

static bool
fill_objective(struct form *f, const struct form_in *in, struct str *why)
{
	const char *who = form_about(in).who;

	if (!form_may(in, RIGHT_STAFF, why) || !form_live(in, why))
		return false;
	if (!str_same(who, in->who))
		form_put(f, "Owner", who);
	form_put_time(f, "Until", box_end(in), in);
	return true;
}

/* ---- how it goes ---------------------------------------------------- */

static void
offer_results(struct form *f, const struct form_in *in,
	const struct objective *o)
{
	bool mine = str_same(o->who, in->who);
	bool answer = form_staff(in) && (!mine || o->state == OBJ_BLOCKED);

	if (o->state == OBJ_BLOCKED && answer) {
		form_offer(f, "It is", "replan", "objective answer");
		form_offer(f, "It is", "more-time", "objective answer");
	}
	if (o->state == OBJ_ASSIGNED)
		form_offer(f, "It is", "understood", "objective understood");
	form_offer(f, "It is", "done", "objective done");
	if (o->state != OBJ_BLOCKED) {
		form_offer(f, "It is", "cannot", "objective cannot");
		if (answer) {
			form_offer(f, "It is", "more-time",
				"objective answer");
			form_offer(f, "It is", "replan", "objective answer");
		}
	}
	if (!answer)
		return;
	form_offer(f, "It is", "help", "objective answer");
	form_offer(f, "It is", "abandon", "objective answer");
}

static void
say_objective(struct form *f, const struct form_in *in,
	const struct objective *o)
{
	char echo[WHEN_MAX * 2];

	form_quote(f, "> ", o->text);
	form_say(f, "Given %s%s%s.", form_ago(in, o->since),
		o->due == WHEN_NONE ? "" : "; time box ends ",
		o->due == WHEN_NONE ? "" : when_echo(o->due, in->now, echo));
	if (o->state == OBJ_BLOCKED)
		form_say(f, "! %s cannot complete it: %s", o->who, o->why);
}

static bool
fill_result(struct form *f, const struct form_in *in, struct str *why)
{
	const struct objective *o = objective_here(in, !form_staff(in));

	if (!o)
		return form_not(why, "no objective is open");
	if (!objective_open(o))
		return form_not(why, "objective %d has ended", (int)o->id);
	if (!str_same(o->who, in->who) && !form_staff(in))
		return form_not(why, "objective %d is for %s to report on",
			(int)o->id, o->who);
	f->about = o->id;
	form_title(f, "Objective %d of %s", (int)o->id, o->who);
	say_objective(f, in, o);
	offer_results(f, in, o);
	form_putf(f, "N", "%d", (int)o->id);
	form_put(f, "replan", "replan");
	form_put(f, "more-time", "more-time");
	form_put(f, "more-help", "more-help");
	form_put(f, "abandon", "abandon");
	if (!str_same(o->who, in->who))
		form_put(f, "from", o->who);
	form_put_time(f, "Until", box_end(in), in);
	return true;
}

/* ---- deciding ------------------------------------------------------- */

static bool
own_need(const struct form_in *in)
{
	for (int i = 0; i < in->inc->n_needs; i++)
		if (need_open(&in->inc->needs[i]) &&
		    str_same(in->inc->needs[i].who, in->who))
			return true;
	return false;
}

static bool
any_need(const struct form_in *in)
{
	for (int i = 0; i < in->inc->n_needs; i++)
		if (need_open(&in->inc->needs[i]))
			return true;
	return false;
}

static bool
any_item(const struct form_in *in)
{
	for (int i = 0; i < in->inc->n_items; i++)
		if (in->inc->items[i].done == WHEN_NONE &&
		    !in->inc->items[i].dropped)
			return true;
	return false;
}

/* What waits for an answer here; else a decision is written down. */
static const char *
turn_decide(const struct form_in *in)
{
	struct form_about about = form_about(in);

	if (about.need)
		return "need";
	if (about.objective)
		return "result";
	if (about.item)
		return "item";
	if (in->inc->all_clear)
		return any_need(in) ? "need" : objective_here(in, false) ?
			"result" : any_item(in) ? "item" : NULL;
	return !form_staff(in) && own_need(in) ? "need" : NULL;
}

static bool
fill_decide(struct form *f, const struct form_in *in, struct str *why)
{
	(void)f;
	return form_may(in, RIGHT_COMMAND, why);
}

const struct form_row forms_objective[] = {
	{.name = "objective", .title = "Give an objective",
		.verb = "objective assign", .fill = fill_objective,
		.turn = turn_objective, .f = {
		{.label = "Owner", .kind = FIELD_NAME, .word = "",
		 .required = true, .hint = "who; Tab completes"},
		{.label = "Objective", .kind = FIELD_LINE, .word = "",
		 .required = true, .hint = "what is to be reached"},
		{.label = "Until", .kind = FIELD_NEXT, .word = "--until",
		 .hint = "end of the time box: +15m, 14:25Z"},
	}},
	{.name = "result", .title = "Objective", .verb = "",
		.fill = fill_result, .f = {
		{.label = "It is", .kind = FIELD_CHOICE, .word = "@"},
		{.label = "N", .kind = FIELD_HIDDEN, .word = ""},
		{.label = "replan", .kind = FIELD_HIDDEN, .word = "",
		 .when = "replan"},
		{.label = "more-time", .kind = FIELD_HIDDEN, .word = "",
		 .when = "more-time"},
		{.label = "more-help", .kind = FIELD_HIDDEN, .word = "",
		 .when = "help"},
		{.label = "abandon", .kind = FIELD_HIDDEN, .word = "",
		 .when = "abandon"},
		{.label = "Words", .kind = FIELD_LINE, .word = "",
		 .hint = "what was seen, why, or the new plan"},
		{.label = "Until", .kind = FIELD_NEXT, .word = "--until",
		 .when = "replan|more-time|help",
		 .hint = "the new end of the time box: +15m"},
		{.label = "from", .kind = FIELD_HIDDEN, .word = "--from",
		 .when = "understood|done|cannot"},
	}},
	{.name = "decide", .title = "A decision", .verb = "decide",
		.fill = fill_decide, .turn = turn_decide, .f = {
		{.label = "Decision", .kind = FIELD_TEXT, .word = "",
		 .required = true, .hint = "what was decided, and why"},
	}},
	{.name = NULL},
};
