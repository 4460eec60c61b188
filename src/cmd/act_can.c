/* CAN reports: conditions, actions, needs, in the order they were given. */
#include "cmd/act.h"

#include "base/mem.h"
#include "base/text.h"

#include <string.h>

#define MOST 64 /* triples, actions or needs of one report */

struct build {
	const struct cmd_env *env;
	struct can *can;
	bool late; /* after Under Control: operations and repair are preset */
};

static struct can_triple *
open_triple(struct build *b)
{
	struct can_triple *t = &b->can->t[b->can->n++];
	struct arena *a = b->env->arena;

	t->tag = b->late ? ON_OPERATIONS : ON_CUSTOMERS;
	t->condition = "";
	t->actions = arena_alloc(a, MOST * sizeof(*t->actions));
	t->needs = arena_alloc(a, MOST * sizeof(*t->needs));
	return t;
}

/* The text after a tag such as "customers:"; NULL when it has another. */
static const char *
after_tag(const char *text, const char *tag)
{
	size_t n = strlen(tag);

	if (strncasecmp(text, tag, n) || text[n] != ':')
		return NULL;
	return text + n + 1 + strspn(text + n + 1, " ");
}

static void
add_condition(struct build *b, const char *text)
{
	struct can_triple *t = open_triple(b);
	const char *rest;

	t->condition = text;
	if ((rest = after_tag(text, "customers"))) {
		t->tag = ON_CUSTOMERS;
		t->condition = rest;
	} else if ((rest = after_tag(text, "operations"))) {
		t->tag = ON_OPERATIONS;
		t->condition = rest;
	}
}

static void
add_action(struct build *b, struct can_triple *t, const char *text)
{
	struct can_action *action = &t->actions[t->n_actions++];
	const char *rest;

	action->tag = b->late ? FOR_REPAIR : FOR_MITIGATE;
	action->text = text;
	if ((rest = after_tag(text, "mitigate"))) {
		action->tag = FOR_MITIGATE;
		action->text = rest;
	} else if ((rest = after_tag(text, "repair"))) {
		action->tag = FOR_REPAIR;
		action->text = rest;
	}
}

static bool
add_part(struct build *b, const struct cmd_given *g, struct err *err)
{
	struct can_triple *t;
	bool action = !strcmp(g->name, "--action");

	if (!strcmp(g->name, "--condition")) {
		if (b->can->n == MOST)
			return err_set(err, ERR_USAGE, "a CAN report holds at"
				" most %d conditions", MOST);
		add_condition(b, g->value);
		return true;
	}
	if (!action && strcmp(g->name, "--need"))
		return true;
	if (!g->value[strspn(g->value, " ")])
		return err_set(err, ERR_USAGE, "can: %s says nothing",
			g->name);
	t = b->can->n ? &b->can->t[b->can->n - 1] : open_triple(b);
	if ((action ? t->n_actions : t->n_needs) == MOST)
		return err_set(err, ERR_USAGE, "a condition holds at most %d"
			" %s", MOST, action ? "actions" : "needs");
	if (action)
		add_action(b, t, g->value);
	else
		t->needs[t->n_needs++] = g->value;
	return true;
}

/*
 * The numbers of the needs: what the reporter still waits for keeps its own,
 * others get the next ones.
 */
static const struct ints *
number_needs(const struct build *b, const char *who)
{
	const struct incident *inc = b->env->inc;
	struct ints *list = arena_alloc(b->env->arena, sizeof(*list));
	int32_t next = inc->last_need + 1;
	const char **named;
	int n = 0;

	for (int i = 0; i < b->can->n; i++)
		n += b->can->t[i].n_needs;
	list->v = arena_alloc(b->env->arena, (size_t)n * sizeof(*list->v));
	named = arena_alloc(b->env->arena, (size_t)n * sizeof(*named));
	for (int i = 0; i < b->can->n; i++)
		for (int k = 0; k < b->can->t[i].n_needs; k++) {
			const char *text = b->can->t[i].needs[k];
			const struct need *open = incident_need_of(inc, who,
				text);
			int same = 0;

			while (same < list->n && strcmp(named[same], text))
				same++;
			named[list->n] = text;
			list->v[list->n] = open ? open->id :
				same < list->n ? list->v[same] : next++;
			list->n++;
		}
	return list;
}

static int
parts(const struct cmd_args *args, const char *name)
{
	int n = 0;

	for (int i = 0; i < args->n_given; i++)
		n += !strcmp(args->given[i].name, name);
	return n;
}

static bool
can_same(const struct cmd_env *env, const struct cmd_args *args,
	struct outcome *out, struct err *err)
{
	const char *who = act_from(env, args);
	struct event *e;

	if (!incident_report(env->inc, who))
		return err_set(err, ERR_REFUSED, "%s has not reported yet:"
			" give --condition, --action and --need", who);
	e = outcome_add(env, out, KIND_CAN);
	if (!str_same(who, env->who))
		event_put_text(e, F_FROM, who);
	event_put_int(e, F_SAME, 1);
	return act_put_time(env, e, F_NEXT, args, "--next", err);
}

static bool
check_parts(const struct cmd_args *args, struct err *err)
{
	bool same = cmd_option(args, "--same") != NULL;
	int needs = parts(args, "--need");
	int all = needs + parts(args, "--condition") + parts(args, "--action");

	if (same && (all || cmd_option(args, "--no-needs")))
		return err_set(err, ERR_USAGE, "can --same says that nothing"
			" changed: leave the rest out");
	if (needs && cmd_option(args, "--no-needs"))
		return err_set(err, ERR_USAGE, "can: --need and --no-needs"
			" exclude each other");
	return true;
}

static bool
act_can(const struct cmd_env *env, const struct cmd_args *args,
	struct outcome *out, struct err *err)
{
	struct build b = {.env = env, .late = env->inc->under_control};
	const char *who = act_from(env, args);
	struct event *e;

	if (!check_parts(args, err))
		return false;
	if (cmd_option(args, "--same"))
		return can_same(env, args, out, err);
	b.can = arena_alloc(env->arena, sizeof(*b.can));
	b.can->t = arena_alloc(env->arena, MOST * sizeof(*b.can->t));
	for (int i = 0; i < args->n_given; i++)
		if (!add_part(&b, &args->given[i], err))
			return false;
	if (!b.can->n && !cmd_option(args, "--no-needs")) {
		out->kind = OUT_RUN;
		out->run = "can-editor";
		return true;
	}
	e = outcome_add(env, out, KIND_CAN);
	if (!str_same(who, env->who))
		event_put_text(e, F_FROM, who);
	if (cmd_option(args, "--no-needs"))
		event_put_int(e, F_NO_NEEDS, 1);
	if (cmd_option(args, "--internal"))
		event_put_int(e, F_INTERNAL, 1);
	if (b.can->n)
		event_put(e, F_REPORT, (union value){.can = b.can});
	if (parts(args, "--need"))
		event_put(e, F_NUMBERED,
			(union value){.ints = number_needs(&b, who)});
	return act_put_time(env, e, F_NEXT, args, "--next", err);
}

const struct cmd_row act_can_rows[] = {
	{"can", USE_WRITE, RIGHT_ANYONE, PREMISE_NONE, act_can,
		"file a CAN report: conditions, actions, needs", {
		ARG("--from", ARG_NAME, "whose report, when spoken on the"
			" bridge"),
		ARG_MANY("--condition", ARG_TEXT,
			"opens a triple; [customers:|operations:] in front"),
		ARG_MANY("--action", ARG_TEXT,
			"what is done about it; [mitigate:|repair:] in front"),
		ARG_MANY("--need", ARG_TEXT, "what is missing to do it"),
		ARG("--no-needs", ARG_FLAG, "nothing is needed"),
		ARG("--next", ARG_NEXT, "when the next report comes"),
		ARG("--same", ARG_FLAG, "nothing has changed"),
		ARG("--internal", ARG_FLAG, "not for walls and customers"),
		}, "Without any of them a form opens in $VISUAL or $EDITOR."},
	{.name = NULL},
};
