/* Command: taken, offered, accepted, declined, assumed; and the roles. */
#include "cmd/act.h"

#include "base/text.h"
#include "model/clocks.h"

static const char *
holder(const struct cmd_env *env)
{
	return text_safe(env->arena, env->inc->command.holder, false);
}

static bool
act_take(const struct cmd_env *env, const struct cmd_args *args,
	struct outcome *out, struct err *err)
{
	struct event *e;

	if (!act_live(env, err))
		return false;
	if (incident_commands(env->inc, env->who))
		return err_set(err, ERR_REFUSED, "you are in command already");
	if (*env->inc->command.holder)
		return err_set(err, ERR_REFUSED, "%s is in command: ask for an"
			" offer, or `assume` if they are gone", holder(env));
	e = outcome_add(env, out, KIND_TAKEN);
	act_put_message(env, out, e, args);
	return true;
}

static bool
act_offer(const struct cmd_env *env, const struct cmd_args *args,
	struct outcome *out, struct err *err)
{
	const char *to = cmd_pos(args, 0);
	char lapse[WHEN_MAX];
	struct event *e;

	if (!act_live(env, err))
		return false;
	if (incident_commands(env->inc, to))
		return err_set(err, ERR_REFUSED, "you are in command already");
	e = outcome_add(env, out, KIND_OFFERED);
	event_put_text(e, F_FROM, env->inc->command.holder);
	event_put_text(e, F_TO, to);
	act_say(out, "you command until %s accepts; the offer lapses in %s",
		to, when_span(numbers_get(&env->inc->numbers, NUM_OFFER, 1),
		lapse));
	return true;
}

static bool
standing(const struct cmd_env *env, struct err *err)
{
	const struct offer *o = &env->inc->command.offer;

	if (!o->n)
		return err_set(err, ERR_REFUSED, "command is not offered to"
			" anybody%s", *env->inc->command.holder ? "" :
			": nobody holds it, `take` it");
	if (!clock_offer_stands(env->inc, env->now))
		return err_set(err, ERR_REFUSED, "the offer has lapsed: ask %s"
			" to offer again", holder(env));
	if (!str_same(o->to, env->who))
		return err_set(err, ERR_REFUSED, "command is offered to %s,"
			" not to you", text_safe(env->arena, o->to, false));
	return true;
}

static bool
act_accept(const struct cmd_env *env, const struct cmd_args *args,
	struct outcome *out, struct err *err)
{
	struct event *e;

	if (!act_live(env, err) || !standing(env, err))
		return false;
	e = outcome_add(env, out, KIND_ACCEPTED);
	event_put_int(e, F_OFFER, env->inc->command.offer.n);
	event_put_text(e, F_FROM, env->inc->command.holder);
	act_put_message(env, out, e, args);
	act_say(out, "say on the bridge: \"This is %s, I have command.\"",
		env->who);
	return true;
}

static bool
act_decline(const struct cmd_env *env, const struct cmd_args *args,
	struct outcome *out, struct err *err)
{
	struct event *e;

	if (!standing(env, err))
		return false;
	e = outcome_add(env, out, KIND_DECLINED);
	event_put_int(e, F_OFFER, env->inc->command.offer.n);
	act_put_reason(e, args);
	act_put_pos(e, F_REASON, args, 0);
	return true;
}

static bool
act_assume(const struct cmd_env *env, const struct cmd_args *args,
	struct outcome *out, struct err *err)
{
	const struct command *c = &env->inc->command;
	char ago[WHEN_MAX];
	struct event *e;

	if (!act_live(env, err))
		return false;
	if (!*c->holder)
		return err_set(err, ERR_REFUSED, "nobody is in command: `take`"
			" it");
	if (incident_commands(env->inc, env->who))
		return err_set(err, ERR_REFUSED, "you are in command already");
	e = outcome_add(env, out, KIND_ASSUMED);
	event_put_text(e, F_FROM, c->holder);
	act_put_reason(e, args);
	act_put_message(env, out, e, args);
	act_say(out, "%s last acted %s ago; their screen says that you"
		" assumed", holder(env), when_span(c->last_act == WHEN_NONE ?
		0 : env->now - c->last_act, ago));
	return true;
}

/* Whether @role is that of the person who acts, who may give it back. */
static bool
has_role(const struct cmd_env *env, const char *role)
{
	const struct incident *inc = env->inc;
	const char *who = str_same(role, "customers") ?
		inc->customers.owner : str_same(role, "scribe") ?
		inc->scribe : str_same(role, "review") ?
		inc->review.owner : "";

	return str_same(who, env->who);
}

/*
 * Anyone takes a role for themselves; the commander names the deputy, the
 * commander or the deputy the others; after All Clear the review is anyone's.
 */
static bool
may_give(const struct cmd_env *env, const char *role, const char *who,
	struct err *err)
{
	if (str_same(role, "deputy"))
		return rules_may(env->inc, env->who, RIGHT_COMMAND, env->now,
			err);
	if (str_same(who, env->who) || (!*who && has_role(env, role)))
		return true;
	if (str_same(role, "review") && env->inc->all_clear)
		return rules_may(env->inc, env->who, RIGHT_CLOSING, env->now,
			err);
	return rules_may(env->inc, env->who, RIGHT_EARLY_STAFF, env->now,
		err);
}

static bool
act_role(const struct cmd_env *env, const struct cmd_args *args,
	struct outcome *out, struct err *err)
{
	const char *role = cmd_pos(args, 0);
	const char *who = cmd_pos(args, 1);
	struct event *e;

	if (!may_give(env, role, who ? who : "", err))
		return false;
	if (who && str_same(role, "deputy") &&
	    incident_commands(env->inc, who))
		return err_set(err, ERR_REFUSED, "the deputy is somebody else"
			" than the commander");
	e = outcome_add(env, out, KIND_ROLE);
	event_put_text(e, F_ROLE, role);
	if (who)
		event_put_text(e, F_WHO, who);
	return true;
}

const struct cmd_row act_command_rows[] = {
	{"take", USE_WRITE, RIGHT_ANYONE, PREMISE_COMMAND, act_take,
		"take command, when nobody holds it", {ARG_SAY}, NULL},
	{"offer", USE_WRITE, RIGHT_COMMAND, PREMISE_COMMAND, act_offer,
		"offer command to somebody", {
		ARG_MUST("WHO", ARG_NAME, "who is to take over"),
		}, NULL},
	{"accept", USE_WRITE, RIGHT_ANYONE, PREMISE_COMMAND, act_accept,
		"accept command that was offered to you", {ARG_SAY}, NULL},
	{"decline", USE_WRITE, RIGHT_ANYONE, PREMISE_COMMAND, act_decline,
		"decline command that was offered to you", {
		ARG("WHY", ARG_TEXT, "why"),
		}, NULL},
	{"assume", USE_WRITE, RIGHT_ANYONE, PREMISE_COMMAND, act_assume,
		"assume command from a commander who is gone", {ARG_SAY}, NULL},
	{"role", USE_WRITE, RIGHT_ANYONE, PREMISE_NONE, act_role,
		"give a role to somebody, or back", {
		ARG_MUST_OF("ROLE", "deputy|customers|scribe|review",
			"which role"),
		ARG("WHO", ARG_NAME, "who has it from now; nobody if left out"),
		}, NULL},
	{.name = NULL},
};
