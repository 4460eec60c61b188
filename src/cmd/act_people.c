/* Pages, acknowledgements, who is here, and answers to needs. */
#include "cmd/act.h"

#include "base/mem.h"
#include "base/text.h"
#include "model/clocks.h"

#include <stdlib.h>

/* Whoever is here is not called, unless nothing is heard from them. */
static bool
page(const struct cmd_env *env, const char *word, struct outcome *out,
	struct event **e, struct err *err)
{
	struct act_whom whom;
	const struct sme *s;

	if (!act_live(env, err) || !act_whom(env, word, &whom, err))
		return false;
	s = incident_sme(env->inc, whom.name);
	if (s && s->state == SME_JOINED &&
	    !clock_missed(env->inc, s, env->now))
		return err_set(err, ERR_REFUSED, "%s is here already",
			whom.name);
	*e = act_page(env, out, &whom);
	if (str_same(whom.field, FIELD_COMMANDER))
		event_put_text(*e, F_ROLE, "commander");
	return true;
}

static const struct need *
need_of(const struct cmd_env *env, int64_t id, struct err *err)
{
	const struct need *need = incident_need(env->inc, (int32_t)id);

	if (!need)
		err_set(err, ERR_REFUSED, "there is no need %d: %s", (int)id,
			env->inc->n_needs ? "`brief` lists them" :
			"no CAN report named any");
	else if (!need_open(need))
		return err_set(err, ERR_REFUSED, "need %d was answered by %s",
			(int)id, text_safe(env->arena, need->by, false)),
			NULL;
	return need;
}

static bool
act_page_verb(const struct cmd_env *env, const struct cmd_args *args,
	struct outcome *out, struct err *err)
{
	const char *need = cmd_option(args, "--need");
	struct event *e;

	if (!page(env, cmd_pos(args, 0), out, &e, err))
		return false;
	if (need && !need_of(env, strtol(need, NULL, 10), err))
		return false;
	if (need)
		event_put_int(e, F_NEED, strtol(need, NULL, 10));
	act_put_option(e, F_FIELD, args, "--field");
	act_put_option(e, F_PHONE, args, "--phone");
	act_put_reason(e, args);
	return true;
}

static bool
act_ack(const struct cmd_env *env, const struct cmd_args *args,
	struct outcome *out, struct err *err)
{
	const char *who = act_from(env, args);
	const struct sme *s = incident_sme(env->inc, who);
	struct event *e;

	if (!s || s->state == SME_RELEASED)
		return err_set(err, ERR_REFUSED, "no page waits for %s; `join`"
			" says that you are here", who);
	if (s->state == SME_JOINED)
		return err_set(err, ERR_REFUSED, "%s is here already", who);
	e = outcome_add(env, out, KIND_ACKNOWLEDGED);
	event_put_text(e, F_WHO, s->name);
	return act_put_time(env, e, F_ETA, args, "--eta", err);
}

static bool
act_join(const struct cmd_env *env, const struct cmd_args *args,
	struct outcome *out, struct err *err)
{
	const char *who = act_from(env, args);
	const struct sme *s = incident_sme(env->inc, who);
	const struct person *p = roster_find(env->roster, who);
	struct event *e;

	if (!act_live(env, err))
		return false;
	if (s && s->state == SME_JOINED)
		return err_set(err, ERR_REFUSED, "%s is here already", who);
	e = outcome_add(env, out, KIND_JOINED);
	event_put_text(e, F_WHO, s ? s->name : who);
	if (cmd_option(args, "--field"))
		act_put_option(e, F_FIELD, args, "--field");
	else if ((!s || !*s->field) && p && *p->field)
		event_put_text(e, F_FIELD, p->field);
	return true;
}

static bool
act_release(const struct cmd_env *env, const struct cmd_args *args,
	struct outcome *out, struct err *err)
{
	const struct sme *s = incident_sme(env->inc, cmd_pos(args, 0));
	const char *to = cmd_option(args, "--to");
	struct event *e;

	if (!s || s->state == SME_RELEASED)
		return err_set(err, ERR_REFUSED, "%s is not on this incident",
			cmd_pos(args, 0));
	if (to && str_same(to, s->name))
		return err_set(err, ERR_USAGE, "--to names somebody else");
	e = outcome_add(env, out, KIND_RELEASED);
	event_put_text(e, F_WHO, s->name);
	if (to)
		event_put_text(e, F_TO, to);
	act_put_reason(e, args);
	return true;
}

static bool
act_need_dispatch(const struct cmd_env *env, const struct cmd_args *args,
	struct outcome *out, struct err *err)
{
	const struct need *need = need_of(env, cmd_int(args, 0), err);
	const char *word = cmd_pos(args, 1);
	const struct sme *s;
	struct event *e;

	if (!need)
		return false;
	s = incident_sme(env->inc, word);
	if (s && s->state == SME_JOINED) {
		e = outcome_add(env, out, KIND_NEED_DISPATCHED);
		event_put_text(e, F_WHO, s->name);
	} else if (!page(env, word, out, &e, err)) {
		return false;
	}
	event_put_int(e, F_NEED, need->id);
	return true;
}

static bool
act_need_met(const struct cmd_env *env, const struct cmd_args *args,
	struct outcome *out, struct err *err)
{
	const struct need *need = need_of(env, cmd_int(args, 0), err);
	struct event *e;

	if (!need)
		return false;
	if (!str_same(need->who, act_from(env, args)) &&
	    !rules_may(env->inc, env->who, RIGHT_STAFF, env->now, err))
		return false;
	e = outcome_add(env, out, KIND_NEED_MET);
	event_put_int(e, F_NEED, need->id);
	act_put_pos(e, F_NOTE, args, 1);
	return true;
}

static bool
end_need(const struct cmd_env *env, const struct cmd_args *args,
	struct outcome *out, struct err *err)
{
	const struct need *need = need_of(env, cmd_int(args, 0), err);
	bool drop = str_same(args->row->name, "need drop");
	struct event *e;

	if (!need)
		return false;
	e = outcome_add(env, out, drop ? KIND_NEED_DROPPED :
		KIND_NEED_REFUSED);
	event_put_int(e, F_NEED, need->id);
	act_put_reason(e, args);
	act_put_pos(e, F_REASON, args, 1);
	return true;
}

#define FROM ARG("--from", ARG_NAME, "whose it is, when spoken on the bridge")
#define NEED ARG_MUST("N", ARG_INT, "the need's number")

const struct cmd_row act_people_rows[] = {
	{"page", USE_WRITE, RIGHT_EARLY_STAFF, PREMISE_NONE, act_page_verb,
		"call a person, or the on-call SME of a field", {
		ARG_MUST("WHO", ARG_NAME, "a person or a field"),
		ARG("--need", ARG_INT, "the need that it is for"),
		ARG("--field", ARG_NAME, "the person's field"),
		ARG("--phone", ARG_TEXT, "the phone to show"),
		}, "Until pages go over the network, a page is recorded and"
		" shown as \"call them\", with the phone from the roster."},
	{"ack", USE_WRITE, RIGHT_ANYONE, PREMISE_NONE, act_ack,
		"acknowledge a page", {
		ARG("--eta", ARG_NEXT, "when you will be here"), FROM}, NULL},
	{"join", USE_WRITE, RIGHT_ANYONE, PREMISE_NONE, act_join,
		"say that you are here; the CAN clock starts", {
		ARG("--field", ARG_NAME, "what you know about"), FROM}, NULL},
	{"release", USE_WRITE, RIGHT_STAFF, PREMISE_NONE, act_release,
		"let an SME go", {
		ARG_MUST("WHO", ARG_NAME, "who may go"),
		ARG("--to", ARG_NAME, "who gets their objectives and needs"),
		}, NULL},
	{"need dispatch", USE_WRITE, RIGHT_STAFF, PREMISE_NONE,
		act_need_dispatch, "page somebody for a need", {NEED,
		ARG_MUST("WHO", ARG_NAME, "a person or a field")}, NULL},
	{"need met", USE_WRITE, RIGHT_ANYONE, PREMISE_NONE, act_need_met,
		"a need is met", {NEED,
		ARG("TEXT", ARG_TEXT, "how"), FROM}, NULL},
	{"need refused", USE_WRITE, RIGHT_STAFF, PREMISE_NONE, end_need,
		"a need is refused", {NEED,
		ARG("WHY", ARG_TEXT, "why")}, NULL},
	{"need drop", USE_WRITE, RIGHT_CLOSING, PREMISE_NONE, end_need,
		"a need is no longer one", {NEED,
		ARG("WHY", ARG_TEXT, "why")}, NULL},
	{.name = NULL},
};
