/* Stages and calls, and how an incident ends. */
#include "cmd/act.h"

#include "base/hash.h"
#include "base/mem.h"
#include "base/text.h"

#include <string.h>

static bool
act_assemble(const struct cmd_env *env, const struct cmd_args *args,
	struct outcome *out, struct err *err)
{
	const struct incident *inc = env->inc;
	struct act_whom whom;
	struct event *e;

	if (*inc->command.holder)
		return err_set(err, ERR_REFUSED, "%s is in command: `advance`"
			" moves the stage, `page` calls people",
			text_safe(env->arena, inc->command.holder, false));
	if (inc->stage > STAGE_ASSEMBLE)
		return err_set(err, ERR_REFUSED, "the incident is in %s"
			" already: `take` command, or `page commander`",
			stage_rows[inc->stage].name);
	if (inc->stage == STAGE_DETECT) {
		e = act_enter(env, out, inc->stage, STAGE_ASSEMBLE);
		act_put_list(e, F_UNMET, act_unmet(env));
		act_put_message(env, out, e, args);
	}
	if (!act_whom(env, FIELD_COMMANDER, &whom, err))
		return false;
	if (str_same(whom.name, FIELD_COMMANDER)) {
		act_say(out, "the roster has no commander on call: `take`"
			" command yourself, or `page NAME`");
		return out->n_drafts || err_set(err, ERR_REFUSED, "Assemble"
			" was entered before, and the roster has no commander"
			" on call: `take` command, or `page NAME`");
	}
	e = act_page(env, out, &whom);
	event_put_text(e, F_ROLE, "commander");
	return true;
}

/* Which stage `advance` goes to; STAGE_NONE with the reason why none. */
static enum stage
target(const struct cmd_env *env, const struct cmd_args *args,
	struct err *err)
{
	const struct incident *inc = env->inc;
	const char *word = cmd_option(args, "--to");
	enum stage to = word ? stage_find(word) :
		(enum stage)(inc->stage + 1);
	enum call call;

	if (to == inc->stage)
		return err_set(err, ERR_REFUSED, "the incident is in %s"
			" already", stage_rows[to].name), STAGE_NONE;
	if (to >= STAGE_COUNT)
		return err_set(err, ERR_REFUSED, "Action items is the last"
			" stage: `close` ends the incident"), STAGE_NONE;
	if (inc->all_clear && to < STAGE_REVIEW)
		return err_set(err, ERR_REFUSED, "All Clear was called:"
			" `reopen --to %s` makes the incident live again",
			stage_rows[to].word), STAGE_NONE;
	call = to >= STAGE_REVIEW && !inc->all_clear ? CALL_ALL_CLEAR :
		to == STAGE_REPAIR && !inc->under_control ?
		CALL_UNDER_CONTROL : CALL_NONE;
	if (call)
		return err_set(err, ERR_REFUSED, "%s is entered by the call"
			" %s: `call %s` (key !)", stage_rows[to].name,
			call_name(call), call_word(call)), STAGE_NONE;
	return to;
}

/* A gate warns and never blocks. */
static void
warn_unmet(const struct cmd_env *env, const struct cmd_args *args,
	const struct texts *unmet, struct outcome *out)
{
	if (unmet)
		act_say(out, "%d exit %s of %s %s open; %s", unmet->n,
			unmet->n == 1 ? "criterion" : "criteria",
			stage_rows[env->inc->stage].name,
			unmet->n == 1 ? "was" : "were",
			cmd_option(args, "--reason") ?
			"the reason stands in the review" :
			"no reason given");
}

static bool
act_advance(const struct cmd_env *env, const struct cmd_args *args,
	struct outcome *out, struct err *err)
{
	enum stage from = env->inc->stage;
	enum stage to = target(env, args, err);
	const struct texts *unmet = act_unmet(env);
	struct event *e;

	if (!to)
		return false;
	if (cmd_option(args, "--impact-began") && (to > STAGE_MITIGATE ||
	    !env->inc->under_control))
		return err_set(err, ERR_REFUSED, "the customer impact does not"
			" begin again with this move: `impact --began TIME`"
			" says when it began");
	e = act_enter(env, out, from, to);
	if (!act_put_time(env, e, F_BEGAN, args, "--impact-began", err))
		return false;
	act_put_reason(e, args);
	if (to > from) {
		act_put_list(e, F_UNMET, unmet);
		warn_unmet(env, args, unmet, out);
	}
	if (to != STAGE_ACTION_ITEMS)
		act_put_message(env, out, e, args);
	return true;
}

static bool
act_call(const struct cmd_env *env, const struct cmd_args *args,
	struct outcome *out, struct err *err)
{
	const struct incident *inc = env->inc;
	enum call call = call_find(cmd_pos(args, 0));
	const char *owner = cmd_option(args, "--owner");
	const struct texts *unmet = act_unmet(env);
	struct event *e;

	if (!act_live(env, err))
		return false;
	if (call == CALL_UNDER_CONTROL && inc->under_control)
		return err_set(err, ERR_REFUSED, "Under Control was called"
			" before: `call all-clear` is the next one");
	e = outcome_add(env, out, KIND_CALLED);
	event_put_text(e, F_CALL, call_word(call));
	event_put_text(e, F_FROM, stage_rows[inc->stage].word);
	event_put_text(e, F_TO, stage_rows[call_enters(call)].word);
	if (call == CALL_ALL_CLEAR)
		event_put_text(e, F_OWNER, owner ? owner :
			inc->command.holder);
	act_put_reason(e, args);
	act_put_list(e, F_UNMET, unmet);
	act_put_message(env, out, e, args);
	warn_unmet(env, args, unmet, out);
	return true;
}

static bool
act_close(const struct cmd_env *env, const struct cmd_args *args,
	struct outcome *out, struct err *err)
{
	bool alarm = cmd_option(args, "--false-alarm") != NULL;
	const struct texts *unmet = alarm ? NULL : act_unmet(env);
	struct event *e;

	if (!alarm && incident_live(env->inc))
		return err_set(err, ERR_REFUSED, "the incident is live: `call"
			" all-clear` first, or `close --false-alarm`");
	if (alarm && !incident_live(env->inc))
		return err_set(err, ERR_REFUSED, "a false alarm ends before"
			" All Clear: `close` it now");
	e = outcome_add(env, out, KIND_CLOSED);
	if (alarm)
		event_put_int(e, F_FALSE_ALARM, 1);
	act_put_reason(e, args);
	act_put_list(e, F_UNMET, unmet);
	warn_unmet(env, args, unmet, out);
	if (alarm || cmd_option(args, "--say"))
		act_put_message(env, out, e, args);
	return true;
}

static bool
may_reopen(const struct cmd_env *env, enum stage to, struct err *err)
{
	const struct incident *inc = env->inc;

	if (!act_not_merged(env, err))
		return false;
	if (incident_live(inc) || (!inc->closed && to >= STAGE_REVIEW))
		return err_set(err, ERR_REFUSED, "the incident is %s:"
			" `advance --to STAGE` goes back", inc->all_clear ?
			"not closed" : "live");
	if (to >= STAGE_REVIEW && !inc->all_clear)
		return err_set(err, ERR_REFUSED, "All Clear was never called:"
			" reopen it at a stage before Review");
	if (to == STAGE_REPAIR && !inc->under_control)
		return err_set(err, ERR_REFUSED, "Repair is entered by the"
			" call Under Control: reopen it at a stage before"
			" that");
	return rules_may_ended(env->inc, env->who, err);
}

static bool
act_reopen(const struct cmd_env *env, const struct cmd_args *args,
	struct outcome *out, struct err *err)
{
	enum stage to = stage_find(cmd_option(args, "--to"));
	struct event *e;

	if (!may_reopen(env, to, err))
		return false;
	e = outcome_add(env, out, KIND_REOPENED);
	event_put_text(e, F_TO, stage_rows[to].word);
	act_put_reason(e, args);
	if (!act_put_time(env, e, F_BEGAN, args, "--impact-began", err))
		return false;
	if (to > STAGE_MITIGATE && event_has(e, F_BEGAN))
		return err_set(err, ERR_USAGE, "--impact-began: at %s the"
			" customer impact has ended", stage_rows[to].name);
	if (to < STAGE_REVIEW) {
		act_put_message(env, out, e, args);
		act_say(out, "the incident is live and has no commander:"
			" `take`");
	}
	return true;
}

static struct texts *
list_new(const struct cmd_env *env, int max)
{
	struct texts *t = arena_alloc(env->arena, sizeof(*t));

	t->v = arena_alloc(env->arena, (size_t)(max + 1) * sizeof(*t->v));
	return t;
}

static void
give_lists(const struct cmd_env *env, struct event *e)
{
	const struct incident *inc = env->inc;
	struct texts *signals = list_new(env, inc->n_signals);
	struct texts *smes = list_new(env, inc->n_smes);
	struct texts *needs = list_new(env, inc->n_needs);
	int max = field_rows[F_NEEDS].limit;
	char iso[WHEN_MAX];

	for (int i = 0; i < inc->n_signals && signals->n < max; i++)
		signals->v[signals->n++] = arena_printf(env->arena,
			"%s %s %s", inc->signals[i].source,
			when_iso(inc->signals[i].when, iso),
			inc->signals[i].text);
	for (int i = 0; i < inc->n_smes && smes->n < max; i++)
		if (inc->smes[i].state == SME_JOINED)
			smes->v[smes->n++] = arena_printf(env->arena, "%s %s",
				inc->smes[i].name, inc->smes[i].field);
	for (int i = 0; i < inc->n_needs && needs->n < max; i++)
		if (need_open(&inc->needs[i]))
			needs->v[needs->n++] = arena_printf(env->arena,
				"%s %s", inc->needs[i].who,
				inc->needs[i].text);
	act_put_list(e, F_SIGNALS, signals);
	act_put_list(e, F_SMES, smes);
	act_put_list(e, F_NEEDS, needs);
}

/* The same duplicate gives the same id, so a retry adds nothing. */
static struct id
received_id(const struct cmd_env *env)
{
	const char *key = arena_printf(env->arena, "received %u %u %s",
		env->inc->number, env->other->number, env->inc->title);
	struct hash h = hash_of(key, strlen(key), NULL, 0, NULL, 0);
	struct id id;

	memcpy(id.b, h.b, sizeof(id.b));
	return id;
}

static bool
act_merge(const struct cmd_env *env, const struct cmd_args *args,
	struct outcome *out, struct err *err)
{
	const struct incident *inc = env->inc, *other = env->other;
	struct event *e;

	if (!other || !other->declared)
		return err_set(err, ERR_USAGE, "merge --into: there is no such"
			" incident");
	if (other->number == inc->number)
		return err_set(err, ERR_USAGE, "merge needs two incidents");
	if (!incident_live(other))
		return err_set(err, ERR_REFUSED, "INC-%u is not live: merge"
			" into a live incident", other->number);
	out->other = e = outcome_add(env, out, KIND_RECEIVED);
	out->n_drafts = 0;
	event_put_int(e, F_INCIDENT, inc->number);
	event_put_text(e, F_TITLE, inc->title);
	event_put_text(e, F_FROM, inc->declarer);
	if (inc->impact == IMPACT_BEGAN)
		event_put_int(e, F_BEGAN, inc->began);
	give_lists(env, e);
	e->id = received_id(env);
	out->other_incident = other->number;
	e = outcome_add(env, out, KIND_MERGED);
	event_put_int(e, F_INCIDENT, other->number);
	act_put_reason(e, args);
	act_say(out, "INC-%u goes on as INC-%u", inc->number, other->number);
	return true;
}

#define AGAIN ARG("--impact-began", ARG_PAST, \
	"going back: when the impact began again")

const struct cmd_row act_stage_rows[] = {
	{"assemble", USE_WRITE, RIGHT_EARLY, PREMISE_STAGE, act_assemble,
		"enter Assemble and page the commander on call", {ARG_SAY}, NULL},
	{"advance", USE_WRITE, RIGHT_CLOSING, PREMISE_STAGE, act_advance,
		"go to the next stage, or to another", {
		ARG("--to", ARG_STAGE, "the stage; the next one if left out"),
		AGAIN, ARG_SAY}, NULL},
	{"call", USE_WRITE, RIGHT_COMMAND, PREMISE_STAGE, act_call,
		"call Under Control or All Clear", {
		ARG_MUST_OF("CALL", "under-control|all-clear", "which call"),
		ARG("--owner", ARG_NAME, "All Clear: who owns the review"),
		ARG_SAY}, NULL},
	{"close", USE_WRITE, RIGHT_END, PREMISE_NONE, act_close,
		"close the incident", {
		ARG("--false-alarm", ARG_FLAG, "it was none: everything ends"),
		ARG_SAY}, NULL},
	{"reopen", USE_WRITE | USE_CLOSED, RIGHT_ANYONE, PREMISE_STAGE,
		act_reopen, "go on with an incident that had ended", {
		{.name = "--to", .type = ARG_STAGE, .required = true,
		 .help = "at which stage"}, AGAIN, ARG_SAY}, NULL},
	{"merge", USE_WRITE | USE_OTHER, RIGHT_END, PREMISE_NONE, act_merge,
		"end this incident as a duplicate of another", {
		{.name = "--into", .type = ARG_INCIDENT, .required = true,
		 .help = "the incident that goes on"}}, NULL},
	{.name = NULL},
};
