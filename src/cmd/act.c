#include "cmd/act.h"

#include "base/mem.h"
#include "base/text.h"
#include "model/words.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

void
act_put_pos(struct event *e, enum event_field f, const struct cmd_args *args,
	int i)
{
	const char *s = cmd_pos(args, i);

	if (s && *s)
		event_put_text(e, f, s);
}

void
act_put_option(struct event *e, enum event_field f,
	const struct cmd_args *args, const char *name)
{
	const char *s = cmd_option(args, name);

	if (s && *s)
		event_put_text(e, f, s);
}

bool
act_put_time(const struct cmd_env *env, struct event *e, enum event_field f,
	const struct cmd_args *args, const char *name, struct err *err)
{
	when_ms t;

	if (!cmd_time(env, args, name, &t, err))
		return false;
	if (t != WHEN_NONE)
		event_put_int(e, f, t);
	return true;
}

void
act_put_reason(struct event *e, const struct cmd_args *args)
{
	act_put_option(e, F_REASON, args, "--reason");
}

void
act_put_message(const struct cmd_env *env, struct outcome *out,
	struct event *e, const struct cmd_args *args)
{
	const char *say = cmd_option(args, "--say");
	struct incident *none = NULL, *before;
	const struct incident *base = env->inc;
	int n = out->n_drafts;

	if (out->incident == 0)
		base = none = incident_new(env->next_number);
	n -= n && out->drafts[n - 1] == e;
	before = incident_with(base, out->drafts, n);
	if (before->restricted || event_int(out->drafts[0], F_RESTRICTED)) {
		if (say && *say)
			act_say(out, "the incident is restricted: nothing was"
				" announced; `broadcast --audience WHO` tells"
				" somebody");
	} else {
		if (!say)
			say = words_message(before, e, env->now, env->arena);
		if (*say)
			event_put_text(e, F_MESSAGE,
				arena_dup(env->arena, say));
	}
	incident_free(before);
	incident_free(none);
}

const struct texts *
act_unmet(const struct cmd_env *env)
{
	struct criterion c[CRITERIA_MAX];
	int n = rules_criteria(env->inc, env->inc->stage, c);
	struct texts *list = arena_alloc(env->arena, sizeof(*list));

	list->v = arena_alloc(env->arena, CRITERIA_MAX * sizeof(*list->v));
	for (int i = 0; i < n; i++)
		if (!c[i].met)
			list->v[list->n++] = c[i].id;
	return list->n ? list : NULL;
}

void
act_put_list(struct event *e, enum event_field f, const struct texts *list)
{
	if (list && list->n)
		event_put(e, f, (union value){.list = list});
}

bool
act_name_ok(const char *name, struct err *err)
{
	if (*name && strlen(name) <= NAME_MAX_BYTES &&
	    !name[strcspn(name, " \t\r\n")])
		return true;
	return err_set(err, ERR_USAGE, "'%.80s' is no name: one word of at"
		" most %d bytes", name, NAME_MAX_BYTES);
}

when_ms
act_when(const struct cmd_env *env)
{
	return env->happened == WHEN_NONE ? env->now : env->happened;
}

bool
act_live(const struct cmd_env *env, struct err *err)
{
	return incident_live(env->inc) || err_set(err, ERR_REFUSED,
		"All Clear was called: `reopen --to STAGE` makes the incident"
		" live again");
}

bool
act_not_merged(const struct cmd_env *env, struct err *err)
{
	return !env->inc->merged_into || err_set(err, ERR_REFUSED,
		"INC-%u was merged into INC-%u: write there",
		env->inc->number, env->inc->merged_into);
}

const char *
act_from(const struct cmd_env *env, const struct cmd_args *args)
{
	const char *from = cmd_option(args, "--from");

	return from ? from : env->who;
}

void
act_say(struct outcome *out, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	str_linev(&out->text, fmt, ap);
	va_end(ap);
}

struct event *
act_enter(const struct cmd_env *env, struct outcome *out, enum stage from,
	enum stage to)
{
	struct event *e = outcome_add(env, out, KIND_STAGE);

	event_put_text(e, F_FROM, stage_rows[from].word);
	event_put_text(e, F_TO, stage_rows[to].word);
	return e;
}

/* Whether @name commands another live incident. */
static bool
busy(const struct cmd_env *env, const char *name)
{
	for (int i = 0; i < env->n_board; i++) {
		const struct summary *s = &env->board[i];

		if (summary_live(s) && *s->commander &&
		    (!env->inc || s->number != env->inc->number) &&
		    str_same(s->commander, name))
			return true;
	}
	return false;
}

/* A person of the field who was not paged yet, else its first one. */
static const struct person *
next_of(const struct cmd_env *env, const char *field, struct act_whom *out)
{
	const struct person *p = roster_on_call(env->roster, field, NULL);
	const struct person *first = NULL;

	for (; p; p = roster_on_call(env->roster, field, p->name)) {
		const struct sme *s = env->inc ?
			incident_sme(env->inc, p->name) : NULL;

		if (str_same(field, FIELD_COMMANDER) && busy(env, p->name)) {
			out->passed = p->name;
			continue;
		}
		if (env->inc && incident_commands(env->inc, p->name))
			continue;
		if (!first)
			first = p;
		if (!s || s->state == SME_RELEASED)
			return p;
	}
	return first;
}

bool
act_whom(const struct cmd_env *env, const char *word, struct act_whom *out,
	struct err *err)
{
	const struct person *p = roster_find(env->roster, word);

	*out = (struct act_whom){.name = "", .field = "", .phone = "",
		.passed = ""};
	if (!p)
		p = next_of(env, word, out);
	if (p) {
		out->name = p->name;
		out->field = p->field;
		out->phone = p->phone;
		return true;
	}
	if (*out->passed)
		return err_set(err, ERR_REFUSED, "nobody else is on call for"
			" %s: %s commands another incident", word,
			out->passed);
	out->name = word;
	return act_name_ok(word, err);
}

struct event *
act_page(const struct cmd_env *env, struct outcome *out,
	const struct act_whom *whom)
{
	struct event *e = outcome_add(env, out, KIND_PAGED);

	event_put_text(e, F_WHO, whom->name);
	if (*whom->field)
		event_put_text(e, F_FIELD, whom->field);
	if (*whom->phone)
		event_put_text(e, F_PHONE, whom->phone);
	if (*whom->passed)
		act_say(out, "%s was passed over: in command of another live"
			" incident", whom->passed);
	act_say(out, "call them: %s%s%s%s%s", whom->name,
		*whom->field ? " (" : "", whom->field,
		*whom->field ? ") " : " ",
		*whom->phone ? whom->phone : "- no phone in the roster");
	return e;
}
