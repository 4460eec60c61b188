/* After-care: the review, lessons and action items. */
#include "cmd/act.h"

#include <string.h>

static bool
act_review_held(const struct cmd_env *env, const struct cmd_args *args,
	struct outcome *out, struct err *err)
{
	struct event *e;

	if (incident_live(env->inc))
		return err_set(err, ERR_REFUSED, "the incident is live: a"
			" review comes after All Clear");
	e = outcome_add(env, out, KIND_REVIEW);
	act_put_pos(e, F_NOTE, args, 0);
	return true;
}

static bool
act_review_owner(const struct cmd_env *env, const struct cmd_args *args,
	struct outcome *out, struct err *err)
{
	const char *who = cmd_pos(args, 0) ? cmd_pos(args, 0) : env->who;
	struct event *e;

	if (!act_not_merged(env, err))
		return false;
	if (!str_same(who, env->who) && !rules_may(env->inc, env->who,
	    RIGHT_CLOSING, env->now, err))
		return false;
	e = outcome_add(env, out, KIND_ROLE);
	event_put_text(e, F_ROLE, "review");
	event_put_text(e, F_WHO, who);
	return true;
}

static bool
act_lesson(const struct cmd_env *env, const struct cmd_args *args,
	struct outcome *out, struct err *err)
{
	(void)err;
	event_put_text(outcome_add(env, out, KIND_LESSON), F_NOTE,
		cmd_pos(args, 0));
	return true;
}

static bool
act_open(const struct cmd_env *env, const struct cmd_args *args,
	struct outcome *out, struct err *err)
{
	const char *p = cmd_option(args, "--priority");
	const char *need = cmd_option(args, "--need");
	int priority = p ? p[strlen(p) - 1] - '0' : 2;
	when_ms due = numbers_get(&env->inc->numbers, NUM_ITEM, priority);
	struct event *e = outcome_add(env, out, KIND_ITEM_OPENED);
	struct cmd_args number = {.pos = {need}};
	const struct need *open;

	event_put_text(e, F_NOTE, cmd_pos(args, 0));
	event_put_int(e, F_PRIORITY, priority);
	act_put_option(e, F_OWNER, args, "--owner");
	if (cmd_option(args, "--until")) {
		if (!act_put_time(env, e, F_UNTIL, args, "--until", err))
			return false;
	} else {
		event_put_int(e, F_UNTIL, act_when(env) + due);
	}
	if (!need)
		return true;
	open = incident_need(env->inc, (int32_t)cmd_int(&number, 0));
	if (!open || !need_open(open))
		return err_set(err, ERR_REFUSED, "there is no open need %s",
			need);
	event_put_int(e, F_NEED, cmd_int(&number, 0));
	return true;
}

static bool
act_end_item(const struct cmd_env *env, const struct cmd_args *args,
	struct outcome *out, struct err *err)
{
	const struct item *item = incident_item(env->inc,
		(int32_t)cmd_int(args, 0));
	bool drop = str_same(args->row->name, "action drop");
	struct event *e;

	if (!item)
		return err_set(err, ERR_REFUSED, "there is no action item %d:"
			" `report` lists them", (int)cmd_int(args, 0));
	if (item->done != WHEN_NONE)
		return err_set(err, ERR_REFUSED, "action item %d has ended",
			(int)item->id);
	if (!str_same(item->owner, env->who) && drop && !rules_may(env->inc,
	    env->who, RIGHT_CLOSING, env->now, err))
		return false;
	if (drop && !cmd_option(args, "--reason"))
		return err_set(err, ERR_USAGE, "action drop needs --reason");
	e = outcome_add(env, out, drop ? KIND_ITEM_DROPPED : KIND_ITEM_DONE);
	event_put_int(e, F_ITEM, item->id);
	if (drop)
		act_put_reason(e, args);
	else
		act_put_pos(e, F_NOTE, args, 1);
	return true;
}

#define ITEM ARG_MUST("N", ARG_INT, "the action item's number")

const struct cmd_row act_after_rows[] = {
	{"review held", USE_WRITE, RIGHT_CLOSING, PREMISE_NONE,
		act_review_held, "the review was held", {
		ARG("TEXT", ARG_TEXT, "its result, or where it is written")},
		NULL},
	{"review owner", USE_WRITE | USE_CLOSED, RIGHT_ANYONE, PREMISE_NONE,
		act_review_owner, "take or give the review", {
		ARG("WHO", ARG_NAME, "who owns it; you if left out")}, NULL},
	{"lesson", USE_WRITE, RIGHT_ANYONE, PREMISE_NONE, act_lesson,
		"write down a lesson", {
		ARG_MUST("TEXT", ARG_TEXT, "what was learnt")}, NULL},
	{"action open", USE_WRITE, RIGHT_ANYONE, PREMISE_NONE, act_open,
		"open an action item", {
		ARG_MUST("TEXT", ARG_TEXT, "what is to be done"),
		ARG("--priority", ARG_PRIORITY, "P1 to P4; P2 unless given"),
		ARG("--owner", ARG_NAME, "who does it"),
		ARG("--until", ARG_NEXT, "due date instead of the priority's"),
		ARG("--need", ARG_INT, "the open need that it takes over")},
		NULL},
	{"action done", USE_WRITE, RIGHT_ANYONE, PREMISE_NONE, act_end_item,
		"an action item is done", {ITEM,
		ARG("TEXT", ARG_TEXT, "the evidence")}, NULL},
	{"action drop", USE_WRITE, RIGHT_ANYONE, PREMISE_NONE, act_end_item,
		"an action item is dropped, with --reason", {ITEM}, NULL},
	{.name = NULL},
};
