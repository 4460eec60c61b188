/* Declaring an incident, and the facts that frame it. */
#include "cmd/act.h"

#include "base/mem.h"

#include <stdlib.h>
#include <string.h>

#define SOURCES "slo|alert|staff|customer"

/* The bridge template with the number in place of %n. */
static const char *
bridge_for(const struct cmd_env *env, const char *bridge)
{
	const char *at = strstr(bridge, "%n");

	if (!at)
		return bridge;
	return arena_printf(env->arena, "%.*s%u%s", (int)(at - bridge),
		bridge, (unsigned)env->next_number, at + 2);
}

static int
level(const char *word, int other)
{
	return word ? word[strlen(word) - 1] - '0' : other;
}

static bool
put_impact(const struct cmd_env *env, struct event *e,
	const struct cmd_args *args, const char *option, struct err *err)
{
	when_ms began;

	if (!cmd_time(env, args, option, &began, err))
		return false;
	if (cmd_option(args, "--no-impact")) {
		event_put_text(e, F_IMPACT, "none");
	} else if (began != WHEN_NONE) {
		event_put_text(e, F_IMPACT, "known");
		event_put_int(e, F_BEGAN, began);
	} else if (e->kind == KIND_DECLARED) {
		event_put_text(e, F_IMPACT, "unknown");
	}
	return true;
}

static void
put_frame(const struct cmd_env *env, struct event *e,
	const struct cmd_args *args)
{
	const struct person *owner = roster_on_call(env->roster,
		FIELD_CUSTOMERS, NULL);
	const char *bridge = cmd_option(args, "--bridge");

	if (!bridge)
		bridge = bridge_for(env, env->bridge);
	if (*bridge)
		event_put_text(e, F_BRIDGE, bridge);
	if (*env->protocol)
		event_put_text(e, F_PROTOCOL, env->protocol);
	if (cmd_option(args, "--restricted"))
		event_put_int(e, F_RESTRICTED, 1);
	else if (owner)
		event_put_text(e, F_OWNER, owner->name);
	event_put(e, F_NUMBERS, (union value){.numbers = env->numbers});
}

static void
take_at_once(const struct cmd_env *env, const struct cmd_args *args,
	struct outcome *out)
{
	struct event *e;

	outcome_add(env, out, KIND_TAKEN);
	e = act_enter(env, out, STAGE_DETECT, STAGE_VERIFY);
	act_put_message(env, out, e, args);
}

static bool
act_declare(const struct cmd_env *env, const struct cmd_args *args,
	struct outcome *out, struct err *err)
{
	struct event *e = outcome_add(env, out, KIND_DECLARED);
	const char *source = cmd_option(args, "--source");
	const char *customers = cmd_option(args, "--customers");

	event_put_text(e, F_TITLE, cmd_pos(args, 0));
	event_put_int(e, F_SEVERITY, level(cmd_option(args, "--severity"), 2));
	event_put_text(e, F_SOURCE, source ? source : "staff");
	if (!put_impact(env, e, args, "--impact-began", err))
		return false;
	event_put_text(e, F_CUSTOMERS, customers ? customers : "unknown");
	act_put_option(e, F_SERVICE, args, "--service");
	put_frame(env, e, args);
	if (cmd_option(args, "--take"))
		take_at_once(env, args, out);
	else
		act_put_message(env, out, e, args);
	return true;
}

static bool
act_severity(const struct cmd_env *env, const struct cmd_args *args,
	struct outcome *out, struct err *err)
{
	struct event *e = outcome_add(env, out, KIND_SEVERITY);
	int sev = level(cmd_pos(args, 0), 2);

	(void)err;
	event_put_int(e, F_SEVERITY, sev);
	if (cmd_pos(args, 1) && *cmd_pos(args, 1))
		event_put_text(e, F_REASON, cmd_pos(args, 1));
	else
		act_put_reason(e, args);
	if (sev != env->inc->severity)
		act_put_message(env, out, e, args);
	else
		act_say(out, "SEV%d is confirmed", sev);
	return true;
}

static bool
act_impact(const struct cmd_env *env, const struct cmd_args *args,
	struct outcome *out, struct err *err)
{
	struct event *e = outcome_add(env, out, KIND_IMPACT);
	const char *customers = cmd_option(args, "--customers");
	bool no = customers && str_same(customers, "no");

	if (!put_impact(env, e, args, "--began", err))
		return false;
	if (cmd_option(args, "--unknown"))
		event_put_text(e, F_IMPACT, "unknown");
	if (no && !rules_may(env->inc, env->who, RIGHT_COMMAND, env->now, err))
		return false;
	if (no && !cmd_option(args, "--reason"))
		return err_set(err, ERR_USAGE, "impact --customers no ends the"
			" customer clock: say why with --reason");
	if (customers)
		event_put_text(e, F_CUSTOMERS, customers);
	act_put_reason(e, args);
	if (!event_has(e, F_IMPACT) && !event_has(e, F_CUSTOMERS))
		return err_set(err, ERR_USAGE, "impact needs --began TIME,"
			" --no-impact, --unknown or --customers"
			" yes|no|unknown");
	return true;
}

static bool
act_signal(const struct cmd_env *env, const struct cmd_args *args,
	struct outcome *out, struct err *err)
{
	struct event *e = outcome_add(env, out, KIND_SIGNAL);

	(void)err;
	event_put_text(e, F_SOURCE, cmd_pos(args, 0));
	event_put_text(e, F_TEXT, cmd_pos(args, 1));
	return true;
}

static bool
act_scope(const struct cmd_env *env, const struct cmd_args *args,
	struct outcome *out, struct err *err)
{
	(void)err;
	event_put_text(outcome_add(env, out, KIND_SCOPE), F_NOTE,
		cmd_pos(args, 0));
	return true;
}

static bool
act_bridge(const struct cmd_env *env, const struct cmd_args *args,
	struct outcome *out, struct err *err)
{
	(void)err;
	event_put_text(outcome_add(env, out, KIND_BRIDGE), F_BRIDGE,
		cmd_pos(args, 0));
	return true;
}

static bool
act_protocol(const struct cmd_env *env, const struct cmd_args *args,
	struct outcome *out, struct err *err)
{
	(void)err;
	event_put_text(outcome_add(env, out, KIND_PROTOCOL), F_PROTOCOL,
		cmd_pos(args, 0));
	return true;
}

static bool
act_numbers(const struct cmd_env *env, const struct cmd_args *args,
	struct outcome *out, struct err *err)
{
	enum number which = numbers_find(cmd_pos(args, 0));
	struct numbers n = env->inc->numbers;
	int column = (int)cmd_int(args, 1);
	struct event *e;

	if (which == NUM_COUNT)
		return err_set(err, ERR_USAGE, "there is no number '%.40s';"
			" docs/events.md and fireground(1) list them",
			cmd_pos(args, 0));
	if (!numbers_set(&n, which, column, cmd_pos(args, 2), err))
		return false;
	e = outcome_add(env, out, KIND_NUMBERS);
	event_put_text(e, F_NUMBER, numbers_rows[which].name);
	event_put_int(e, F_COLUMN, column);
	event_put_int(e, F_VALUE, n.v[which][column - 1]);
	act_put_reason(e, args);
	return true;
}

const struct cmd_row act_declare_rows[] = {
	{"declare", USE_WRITE | USE_NO_INC | USE_NEW | USE_JSON, RIGHT_NOBODY,
		PREMISE_NONE, act_declare, "begin an incident", {
		ARG_MUST("TITLE", ARG_TEXT, "what is wrong, in one line"),
		ARG("--severity", ARG_SEVERITY, "1 to 4; 2 unless given"),
		ARG_OF("--source", SOURCES, "who noticed; staff unless given"),
		ARG("--impact-began", ARG_PAST, "when the impact began"),
		ARG("--no-impact", ARG_FLAG, "there is no impact yet"),
		ARG_OF("--customers", "yes|no|unknown",
			"whether customers are affected"),
		ARG("--service", ARG_TEXT, "what is affected"),
		ARG("--bridge", ARG_WORD, "where everybody meets"),
		ARG("--take", ARG_FLAG, "take command and go to Verify"),
		ARG("--restricted", ARG_FLAG, "nothing leaves by itself"),
		ARG_SAY,
		}, NULL},
	{"severity", USE_WRITE, RIGHT_EARLY, PREMISE_NONE, act_severity,
		"set or confirm the severity", {
		ARG_MUST("SEVERITY", ARG_SEVERITY, "1 to 4"),
		ARG("WHY", ARG_TEXT, "why"),
		ARG_SAY,
		}, NULL},
	{"impact", USE_WRITE, RIGHT_EARLY, PREMISE_NONE, act_impact,
		"say when the impact began and whether customers are hit", {
		ARG("--began", ARG_PAST, "when the impact began"),
		ARG("--no-impact", ARG_FLAG, "there never was any"),
		ARG("--unknown", ARG_FLAG, "not known yet after all"),
		ARG_OF("--customers", "yes|no|unknown",
			"whether customers are affected"),
		}, NULL},
	{"signal", USE_WRITE, RIGHT_ANYONE, PREMISE_NONE, act_signal,
		"record a sign of the incident: who knew first", {
		ARG_MUST_OF("SOURCE", SOURCES, "where it came from"),
		ARG_MUST("TEXT", ARG_TEXT, "what it said"),
		}, NULL},
	{"scope", USE_WRITE, RIGHT_COMMAND, PREMISE_NONE, act_scope,
		"state the scope in one sentence", {
		ARG_MUST("TEXT", ARG_TEXT, "what is broken, for whom"),
		}, NULL},
	{"bridge", USE_WRITE, RIGHT_EARLY_STAFF, PREMISE_NONE, act_bridge,
		"set the bridge link", {
		ARG_MUST("URL", ARG_WORD, "where everybody meets"),
		}, NULL},
	{"protocol", USE_WRITE, RIGHT_EARLY_STAFF, PREMISE_NONE, act_protocol,
		"set the communication protocol of this incident", {
		ARG_MUST("TEXT", ARG_TEXT, "what to ask, share, how to act"),
		}, NULL},
	{"numbers", USE_WRITE, RIGHT_EARLY, PREMISE_NONE, act_numbers,
		"change a number of the process for this incident", {
		ARG_MUST("NUMBER", ARG_WORD, "its name: can, ack, ..."),
		ARG_MUST("COLUMN", ARG_INT, "severity or priority, 1 to 4"),
		ARG_MUST("VALUE", ARG_WORD, "a duration (10m), a count, or -"),
		}, NULL},
	{.name = NULL},
};
