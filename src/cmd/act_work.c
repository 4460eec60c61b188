/* Objectives, decisions, diagnosis, mitigations, repair. */
#include "cmd/act.h"

#include "base/text.h"

static const struct objective *
objective_of(const struct cmd_env *env, const struct cmd_args *args,
	struct err *err)
{
	const struct objective *o = incident_objective(env->inc,
		(int32_t)cmd_int(args, 0));

	if (!o)
		err_set(err, ERR_REFUSED, "there is no objective %d: `brief`"
			" lists them", (int)cmd_int(args, 0));
	else if (!objective_open(o))
		return err_set(err, ERR_REFUSED, "objective %d has ended",
			(int)o->id), NULL;
	return o;
}

/* The owner reports on an objective, or staff for them. */
static bool
may_report(const struct cmd_env *env, const struct cmd_args *args,
	const struct objective *o, struct err *err)
{
	struct err why;

	if (str_same(o->who, act_from(env, args)) ||
	    rules_may(env->inc, env->who, RIGHT_STAFF, env->now, &why))
		return true;
	return err_set(err, ERR_REFUSED, "objective %d is %s's: --from %s"
		" records what they said", (int)o->id,
		text_safe(env->arena, o->who, false),
		text_safe(env->arena, o->who, false));
}

static bool
act_assign(const struct cmd_env *env, const struct cmd_args *args,
	struct outcome *out, struct err *err)
{
	struct event *e;

	if (!act_live(env, err))
		return false;
	e = outcome_add(env, out, KIND_ASSIGNED);
	event_put_text(e, F_WHO, cmd_pos(args, 0));
	event_put_text(e, F_NOTE, cmd_pos(args, 1));
	act_say(out, "ask %s to read it back", cmd_pos(args, 0));
	return act_put_time(env, e, F_UNTIL, args, "--until", err);
}

static bool
report_objective(const struct cmd_env *env, const struct cmd_args *args,
	struct outcome *out, struct err *err)
{
	const struct objective *o = objective_of(env, args, err);
	const char *verb = args->row->name;
	enum event_kind kind = str_same(verb, "objective done") ?
		KIND_COMPLETED : str_same(verb, "objective cannot") ?
		KIND_BLOCKED : KIND_UNDERSTOOD;
	struct event *e;

	if (!o || !may_report(env, args, o, err))
		return false;
	if (kind == KIND_UNDERSTOOD && o->state != OBJ_ASSIGNED)
		return err_set(err, ERR_REFUSED, "objective %d was read back"
			" before", (int)o->id);
	e = outcome_add(env, out, kind);
	event_put_int(e, F_OBJECTIVE, o->id);
	act_put_pos(e, F_NOTE, args, 1);
	return true;
}

static bool
act_answer(const struct cmd_env *env, const struct cmd_args *args,
	struct outcome *out, struct err *err)
{
	const struct objective *o = objective_of(env, args, err);
	struct event *e;

	if (!o)
		return false;
	e = outcome_add(env, out, KIND_ANSWERED);
	event_put_int(e, F_OBJECTIVE, o->id);
	event_put_text(e, F_ANSWER, cmd_pos(args, 1));
	act_put_pos(e, F_NOTE, args, 2);
	if (str_same(cmd_pos(args, 1), "more-help"))
		act_say(out, "`page WHO` calls more help");
	return act_put_time(env, e, F_UNTIL, args, "--until", err);
}

static bool
act_line(const struct cmd_env *env, const struct cmd_args *args,
	struct outcome *out, struct err *err)
{
	enum event_kind kind = str_same(args->row->name, "decide") ?
		KIND_DECISION : str_same(args->row->name, "diagnosis") ?
		KIND_DIAGNOSIS : KIND_PROPOSED;

	(void)err;
	event_put_text(outcome_add(env, out, kind), F_NOTE, cmd_pos(args, 0));
	return true;
}

/* The mitigation named first, or the latest one that can be meant. */
static const struct mitigation *
mitigation_of(const struct cmd_env *env, const struct cmd_args *args,
	enum mitigation_state to, struct err *err)
{
	const struct incident *inc = env->inc;
	const char *given = cmd_pos(args, 0);

	if (given) {
		int32_t id = (int32_t)cmd_int(args, 0);

		if (!incident_mitigation(inc, id))
			err_set(err, ERR_REFUSED, "there is no mitigation %d",
				(int)id);
		else if (!mitigation_can(incident_mitigation(inc, id), to))
			return err_set(err, ERR_REFUSED, "mitigation %d has"
				" got beyond that: propose another one",
				(int)id), NULL;
		return incident_mitigation(inc, id);
	}
	for (int i = inc->n_mitigations - 1; i >= 0; i--) {
		const struct mitigation *m = &inc->mitigations[i];

		if (m->state != MIT_WORKED && m->state != MIT_FAILED &&
		    mitigation_can(m, to))
			return m;
	}
	return err_set(err, ERR_REFUSED, "no mitigation waits for that:"
		" `mitigation propose TEXT`"), NULL;
}

static bool
act_mitigation(const struct cmd_env *env, const struct cmd_args *args,
	struct outcome *out, struct err *err)
{
	const char *verb = args->row->name;
	enum event_kind kind = str_same(verb, "mitigation approve") ?
		KIND_APPROVED : str_same(verb, "mitigation execute") ?
		KIND_EXECUTED : str_same(verb, "mitigation worked") ?
		KIND_WORKED : KIND_FAILED;
	enum mitigation_state to = kind == KIND_APPROVED ? MIT_APPROVED :
		kind == KIND_EXECUTED ? MIT_EXECUTED : kind == KIND_WORKED ?
		MIT_WORKED : MIT_FAILED;
	const struct mitigation *m = mitigation_of(env, args, to, err);
	struct event *e;

	if (!m)
		return false;
	e = outcome_add(env, out, kind);
	event_put_int(e, F_MITIGATION, m->id);
	if (kind == KIND_WORKED)
		event_put_text(e, F_FROM, act_from(env, args));
	act_put_pos(e, F_NOTE, args, 1);
	if (kind == KIND_EXECUTED && m->state == MIT_PROPOSED)
		act_say(out, "it was not approved first");
	return true;
}

static bool
act_repair(const struct cmd_env *env, const struct cmd_args *args,
	struct outcome *out, struct err *err)
{
	struct event *e = outcome_add(env, out, KIND_REPAIR);

	(void)err;
	event_put_int(e, F_NEEDED,
		str_same(args->row->name, "repair done"));
	act_put_pos(e, F_NOTE, args, 0);
	return true;
}

#define FROM ARG("--from", ARG_NAME, "who said it, when spoken on the bridge")
#define OBJ ARG_MUST("N", ARG_INT, "the objective's number")
#define MIT ARG("N", ARG_INT, "the mitigation's number; the latest if left out")
#define TEXT(h) ARG("TEXT", ARG_TEXT, h)
#define MUST_TEXT(h) ARG_MUST("TEXT", ARG_TEXT, h)

const struct cmd_row act_work_rows[] = {
	{"objective assign", USE_WRITE, RIGHT_STAFF, PREMISE_NONE, act_assign,
		"give somebody a tactical objective", {
		ARG_MUST("WHO", ARG_NAME, "its owner"),
		MUST_TEXT("what is to be reached"),
		ARG("--until", ARG_NEXT, "end of the time box")}, NULL},
	{"objective understood", USE_WRITE, RIGHT_ANYONE, PREMISE_NONE,
		report_objective, "the owner read it back", {OBJ,
		TEXT("in their words"), FROM}, NULL},
	{"objective done", USE_WRITE, RIGHT_ANYONE, PREMISE_NONE,
		report_objective, "an objective is reached", {OBJ,
		TEXT("what was seen"), FROM}, NULL},
	{"objective cannot", USE_WRITE, RIGHT_ANYONE, PREMISE_NONE,
		report_objective, "an objective cannot be completed", {OBJ,
		MUST_TEXT("why"), FROM}, NULL},
	{"objective answer", USE_WRITE, RIGHT_STAFF, PREMISE_NONE, act_answer,
		"decide on an objective that is stuck", {OBJ,
		ARG_MUST_OF("ANSWER", "replan|more-time|more-help|abandon",
			"the decision"),
		TEXT("the new plan, or why"),
		ARG("--until", ARG_NEXT, "the new end of the time box")},
		NULL},
	{"decide", USE_WRITE, RIGHT_COMMAND, PREMISE_NONE, act_line,
		"record a decision", {MUST_TEXT("what was decided")}, NULL},
	{"diagnosis", USE_WRITE, RIGHT_ANYONE, PREMISE_NONE, act_line,
		"say what is wrong", {MUST_TEXT("the diagnosis")}, NULL},
	{"mitigation propose", USE_WRITE, RIGHT_ANYONE, PREMISE_NONE,
		act_line, "propose a mitigation",
		{MUST_TEXT("what to do")}, NULL},
	{"mitigation approve", USE_WRITE, RIGHT_COMMAND, PREMISE_NONE,
		act_mitigation, "approve a mitigation",
		{MIT, TEXT("a remark")}, NULL},
	{"mitigation execute", USE_WRITE, RIGHT_ANYONE, PREMISE_NONE,
		act_mitigation, "a mitigation was carried out",
		{MIT, TEXT("a remark")}, NULL},
	{"mitigation worked", USE_WRITE, RIGHT_ANYONE, PREMISE_NONE,
		act_mitigation, "a mitigation worked", {MIT,
		TEXT("what was seen"),
		ARG("--from", ARG_NAME, "who saw it")}, NULL},
	{"mitigation failed", USE_WRITE, RIGHT_ANYONE, PREMISE_NONE,
		act_mitigation, "a mitigation did not work",
		{MIT, TEXT("what was seen")}, NULL},
	{"repair done", USE_WRITE, RIGHT_STAFF, PREMISE_NONE, act_repair,
		"the long-term fix is in", {MUST_TEXT("what was done")},
		NULL},
	{"repair not-needed", USE_WRITE, RIGHT_STAFF, PREMISE_NONE,
		act_repair, "no long-term fix is needed",
		{MUST_TEXT("why not")}, NULL},
	{.name = NULL},
};
