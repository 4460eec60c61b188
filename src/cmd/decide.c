#include "cmd/cmd.h"

#include "base/mem.h"
#include "base/text.h"

#include <string.h>

void
outcome_release(struct outcome *out)
{
	str_release(&out->text);
	memset(out, 0, sizeof(*out));
}

struct event *
outcome_add(const struct cmd_env *env, struct outcome *out,
	enum event_kind kind)
{
	struct event *e = event_draft(env->arena, kind);

	/* Messages are composed from the drafts before it. */
	e->at = env->now;
	e->happened = env->happened;
	e->by = env->who;
	e->via = env->via;
	out->kind = OUT_EVENTS;
	if (out->n_drafts < OUTCOME_DRAFTS)
		out->drafts[out->n_drafts++] = e;
	return e;
}

/* Whether @option asks for a time to come. */
static bool
is_to_come(const struct cmd_row *row, const char *option)
{
	for (int i = 0; i < CMD_ARGS && row->args[i].name; i++)
		if (!strcmp(row->args[i].name, option))
			return row->args[i].type == ARG_NEXT;
	return false;
}

bool
cmd_time(const struct cmd_env *env, const struct cmd_args *args,
	const char *option, when_ms *out, struct err *err)
{
	const char *s = cmd_option(args, option);
	bool next = is_to_come(args->row, option);
	when_ms ref = env->ref, t;
	char echo[WHEN_MAX * 2];

	*out = WHEN_NONE;
	if (!s)
		return true;
	if (strcmp(option, "--happened")) {
		if (!cmd_time(env, args, "--happened", &t, err))
			return false;
		ref = t == WHEN_NONE ? ref : t;
	}
	if (!when_parse(s, ref, next ? WHEN_NEXT : WHEN_PAST, env->zone_min,
	    &t, err))
		return err_prefix(err, "%s: ", option);
	if (next ? t < ref : t > env->now)
		return err_set(err, ERR_USAGE, "%s: %s is %s", option,
			when_echo(t, env->now, echo), next ?
			"past already" : "still to come");
	*out = t;
	return true;
}

void
cmd_premise_take(struct cmd_premise *p, const struct incident *inc)
{
	memset(p, 0, sizeof(*p));
	if (!inc)
		return;
	p->taken = true;
	p->incident = inc->number;
	p->stage_n = inc->stage_n;
	p->command_n = inc->command.n;
}

/* "... 40s ago" of the entry that changed what a claim stood on. */
static bool
changed(const struct cmd_env *env, uint32_t n, const char *what,
	struct err *err)
{
	const struct entry *e = incident_entry(env->inc, n);
	const char *by = e ? text_safe(env->arena, e->ev.by, false) : "";
	char ago[WHEN_MAX];

	if (!e)
		return err_set(err, ERR_REFUSED, "%s changed meanwhile; look"
			" again", what);
	return err_set(err, ERR_REFUSED, "%s was changed by %s %s ago: look"
		" again before you repeat it", what, by,
		when_span(env->now - e->ev.at, ago));
}

static bool
premise_holds(const struct cmd_env *env, const struct cmd_row *row,
	const struct cmd_premise *p, struct err *err)
{
	const struct incident *inc = env->inc;

	if (!p || !p->taken || !inc || p->incident != inc->number)
		return true;
	if (row->premise == PREMISE_STAGE && p->stage_n != inc->stage_n) {
		changed(env, inc->stage_n, "the stage", err);
		return err_prefix(err, "now in %s: ",
			stage_rows[inc->stage].name);
	}
	if (row->premise == PREMISE_COMMAND &&
	    p->command_n != inc->command.n) {
		changed(env, inc->command.n, "command", err);
		return err_prefix(err, "%s commands now: ",
			*inc->command.holder ? text_safe(env->arena,
			inc->command.holder, false) : "nobody");
	}
	return true;
}

static bool
may(const struct cmd_env *env, const struct cmd_args *args, struct err *err)
{
	const struct cmd_row *row = args->row;

	if (!(row->use & USE_WRITE))
		return true;
	if (!*env->who)
		return err_set(err, ERR_USAGE, "who acts? name yourself with"
			" --as NAME, or `me = \"NAME\"` in the config");
	if (row->use & USE_NO_INC)
		return true;
	if (!env->inc || !env->inc->declared)
		return err_set(err, ERR_USAGE, "%s: there is no such"
			" incident; `fireground status` lists them",
			row->name);
	if (env->inc->version > EVENT_VERSION)
		return err_set(err, ERR_REFUSED, "this incident holds entries"
			" of grammar %d, this program knows %d: update"
			" fireground, nothing is written",
			env->inc->version, EVENT_VERSION);
	if (env->inc->closed && (row->use & USE_CLOSED))
		return true;
	return rules_may(env->inc, env->who, row->right, env->now, err);
}

static bool
check_drafts(const struct outcome *out, struct err *err)
{
	for (int i = 0; i < out->n_drafts; i++)
		if (!event_check(out->drafts[i], err))
			return false;
	return !out->other || event_check(out->other, err);
}

bool
cmd_decide(const struct cmd_env *env, const struct cmd_args *args,
	const struct cmd_premise *premise, struct outcome *out,
	struct err *err)
{
	const struct cmd_row *row = args->row;
	struct cmd_env own = *env;

	memset(out, 0, sizeof(*out));
	if ((row->use & USE_SCREEN) && !env->screen)
		return err_set(err, ERR_USAGE, "%s is for the dashboard",
			row->name);
	if (row->use & USE_TERM)
		return err_set(err, ERR_USAGE, "%s opens a screen of its own:"
			" `fireground %s` in another terminal", row->name,
			row->name);
	if (!may(env, args, err) || !premise_holds(env, row, premise, err))
		return false;
	if (row->use & USE_RUN) {
		out->kind = OUT_RUN;
		out->run = row->name;
		return true;
	}
	out->incident = row->use & USE_NEW ? 0 :
		env->inc ? env->inc->number : 0;
	if (cmd_time(env, args, "--happened", &own.happened, err) &&
	    row->fn(&own, args, out, err) && check_drafts(out, err))
		return true;
	outcome_release(out);
	return false;
}

/* The candidates, each as the line to type. */
static void
list_candidates(const struct summary *board, int n, bool live,
	const char *line, struct str *out)
{
	size_t verb = strcspn(line, " ");

	for (int i = 0; i < n; i++)
		if (live ? !board[i].all_clear && !board[i].closed :
		    board[i].all_clear && !board[i].closed)
			str_addf(out, "\n  fireground %.*s INC-%u%s",
				(int)verb, line, board[i].number,
				line + verb);
}

static uint32_t
only(const struct summary *board, int n, bool (*is)(const struct summary *))
{
	uint32_t found = 0;

	for (int i = 0; i < n; i++) {
		if (!is(&board[i]))
			continue;
		if (found)
			return 0;
		found = board[i].number;
	}
	return found;
}

static bool
is_uncontrolled(const struct summary *s)
{
	return summary_live(s) && !s->under_control;
}

static bool
is_aftercare(const struct summary *s)
{
	return !s->closed && s->all_clear;
}

uint32_t
cmd_only_live(const struct summary *board, int n_board)
{
	return only(board, n_board, summary_live);
}

uint32_t
cmd_choose(const struct cmd_args *args, uint32_t chosen,
	const struct summary *board, int n_board, const char *line,
	struct err *err)
{
	struct str list = {0};
	uint32_t found = args->incident ? args->incident : chosen;
	bool live = false;

	if (!found)
		found = cmd_only_live(board, n_board);
	if (!found)
		found = only(board, n_board, is_uncontrolled);
	for (int i = 0; i < n_board; i++)
		live |= summary_live(&board[i]);
	if (!found && !live)
		found = only(board, n_board, is_aftercare);
	if (found)
		return found;
	list_candidates(board, n_board, live, line, &list);
	if (!list.len)
		err_set(err, ERR_USAGE, "there is no open incident: begin one"
			" with `fireground declare TITLE`, or name one:"
			" %s INC-n", args->row->name);
	else
		err_set(err, ERR_USAGE, "which incident? Nothing was written."
			" One of:%s", str_get(&list));
	str_release(&list);
	return 0;
}
