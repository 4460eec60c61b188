/* Telling the company and the customers. */
#include "cmd/act.h"

#include "base/mem.h"
#include "model/attention.h"
#include "model/clocks.h"
#include "model/words.h"

#include <stdlib.h>
#include <string.h>

static struct ints *
ints_new(const struct cmd_env *env)
{
	struct ints *list = arena_alloc(env->arena, sizeof(*list));

	list->v = arena_alloc(env->arena,
		(size_t)field_rows[F_ENTRIES].limit * sizeof(*list->v));
	return list;
}

static void
add_message(struct ints *list, const struct message *m)
{
	if (list->n < field_rows[F_ENTRIES].limit)
		list->v[list->n++] = (int32_t)m->n;
}

/*
 * Messages that nobody was told; with @waiting only those that their ten
 * seconds still hold back.
 */
static struct ints *
untold(const struct cmd_env *env, bool waiting)
{
	const struct incident *inc = env->inc;
	struct ints *list = ints_new(env);

	for (int i = 0; i < inc->n_messages; i++) {
		const struct message *m = &inc->messages[i];

		if (m->told == WHEN_NONE &&
		    (!waiting || !clock_left(inc, m, env->now)))
			add_message(list, m);
	}
	return list;
}

/*
 * The message of entry @n and those of the moves before it that leave as one
 * with it, each made before the one before it had left.
 */
static struct ints *
untold_until(const struct cmd_env *env, uint32_t n)
{
	const struct incident *inc = env->inc;
	when_ms wait = numbers_get(&inc->numbers, NUM_TAKE_BACK, 1);
	const struct message *last = incident_message(inc, n);
	struct ints *list = ints_new(env);
	when_ms next = last ? last->at : 0;

	for (long i = last ? last - inc->messages : -1; i >= 0; i--) {
		const struct message *m = &inc->messages[i];

		if (m->told != WHEN_NONE || next - m->at >= wait)
			break;
		add_message(list, m);
		next = m->at;
	}
	return list;
}

/* `broadcast --said N`: it was told by hand, and earlier ones with it. */
static bool
said(const struct cmd_env *env, const struct cmd_args *args,
	struct outcome *out, struct err *err)
{
	const char *which = cmd_option(args, "--said");
	const char *through = cmd_option(args, "--through");
	bool all = str_same(which, "all");
	long n = all ? 0 : strtol(which, NULL, 10);
	struct ints *list;
	struct event *e;

	if (!act_not_merged(env, err))
		return false;
	if (!all && n < 1)
		return err_set(err, ERR_USAGE, "broadcast --said takes the"
			" entry's number, or all");
	list = all ? untold(env, false) : untold_until(env, (uint32_t)n);
	if (!list->n)
		return err_set(err, ERR_REFUSED, all ? "nothing waits to be"
			" said by hand" : "entry %ld carries no message that"
			" waits to be said", n);
	e = outcome_add(env, out, KIND_DELIVERY_SENT);
	event_put(e, F_ENTRIES, (union value){.ints = list});
	event_put_text(e, F_CHANNEL, CHANNEL_HAND);
	event_put_text(e, F_THROUGH, through ? through : "the bridge");
	return true;
}

static bool
act_broadcast(const struct cmd_env *env, const struct cmd_args *args,
	struct outcome *out, struct err *err)
{
	const char *text = cmd_pos(args, 0);
	const char *audience = cmd_option(args, "--audience");
	struct event *e;

	if (cmd_option(args, "--said"))
		return said(env, args, out, err);
	if (!rules_may(env->inc, env->who, RIGHT_STAFF, env->now, err))
		return false;
	if (env->inc->restricted && !audience)
		return err_set(err, ERR_REFUSED, "the incident is restricted:"
			" say who may read this with --audience");
	e = outcome_add(env, out, KIND_BROADCAST);
	event_put_text(e, F_MESSAGE, text && *text ? text :
		words_broadcast(env->inc, env->now, env->arena));
	event_put_text(e, F_AUDIENCE, audience ? audience : "company");
	return true;
}

/* One's own messages, or for commander and deputy all of them. */
static bool
act_let_go(const struct cmd_env *env, const struct cmd_args *args,
	struct outcome *out, struct err *err)
{
	struct ints *list = untold(env, true);
	struct err why;
	bool staff = rules_may(env->inc, env->who, RIGHT_STAFF, env->now, &why);
	int n = 0;

	(void)args;
	if (!act_not_merged(env, err))
		return false;
	for (int i = 0; i < list->n; i++) {
		const struct entry *e = incident_entry(env->inc,
			(uint32_t)list->v[i]);

		if (staff || str_same(e->ev.by, env->who))
			list->v[n++] = list->v[i];
	}
	list->n = n;
	if (!list->n)
		return err_set(err, ERR_REFUSED, "nothing of yours waits to"
			" leave");
	event_put(outcome_add(env, out, KIND_DELIVERY_RELEASED), F_ENTRIES,
		(union value){.ints = list});
	return true;
}

static const char *
unheard_word(const struct unheard *u)
{
	if (u->call)
		return call_word(u->call);
	return u->stage ? stage_rows[u->stage].word : "the-end";
}

static const struct texts *
covers(const struct cmd_env *env)
{
	const struct customers *c = &env->inc->customers;
	struct texts *list = arena_alloc(env->arena, sizeof(*list));
	int max = field_rows[F_COVERS].limit;

	list->v = arena_alloc(env->arena,
		(size_t)(c->n_unheard + 1) * sizeof(*list->v));
	for (int i = 0; i < c->n_unheard && list->n < max; i++)
		if (c->unheard[i].since <= act_when(env))
			list->v[list->n++] = unheard_word(&c->unheard[i]);
	return list;
}

static bool
act_customers(const struct cmd_env *env, const struct cmd_args *args,
	struct outcome *out, struct err *err)
{
	const struct incident *inc = env->inc;
	const char *text = cmd_pos(args, 0);
	when_ms promise = clock_promise(inc), next;
	struct event *e;
	char echo[WHEN_MAX * 2];

	if (!act_not_merged(env, err))
		return false;
	if (inc->closed && inc->customers.due == WHEN_NONE)
		return err_set(err, ERR_REFUSED, "the incident is closed and"
			" no word is owed: `reopen` it first");
	e = outcome_add(env, out, KIND_TOLD);
	event_put_text(e, F_NOTE, text && *text ? text :
		words_customers(inc, env->now, env->arena));
	if (!str_same(act_from(env, args), env->who))
		event_put_text(e, F_FROM, act_from(env, args));
	act_put_option(e, F_THROUGH, args, "--through");
	if (!cmd_time(env, args, "--next", &next, err))
		return false;
	if (next == WHEN_NONE && promise && incident_live(inc) &&
	    !env->scenario && act_when(env) + promise > env->now)
		next = act_when(env) + promise;
	if (next != WHEN_NONE && incident_live(inc)) {
		event_put_int(e, F_NEXT, next);
		act_say(out, "next word promised for %s",
			when_echo(next, env->now, echo));
	}
	act_put_list(e, F_COVERS, covers(env));
	return true;
}

static bool
act_waive(const struct cmd_env *env, const struct cmd_args *args,
	struct outcome *out, struct err *err)
{
	const struct customers *c = &env->inc->customers;
	enum stage stage = stage_find(cmd_pos(args, 0));
	struct event *e;

	if (!cmd_option(args, "--reason"))
		return err_set(err, ERR_USAGE, "waive needs --reason");
	for (int i = 0; i < c->n_unheard; i++) {
		const struct unheard *u = &c->unheard[i];

		if (u->stage != stage)
			continue;
		if ((u->call || stage == STAGE_DETECT) &&
		    c->affected != AFFECTED_NO)
			return err_set(err, ERR_REFUSED, "while customers are"
				" affected the words for Detect, Under Control"
				" and All Clear are owed: tell them with"
				" `customers`");
		e = outcome_add(env, out, KIND_WAIVED);
		event_put_text(e, F_ROW, stage_rows[stage].word);
		act_put_reason(e, args);
		return true;
	}
	return err_set(err, ERR_REFUSED, "customers have heard of %s, or need"
		" not", stage_rows[stage].name);
}

static bool
act_snooze(const struct cmd_env *env, const struct cmd_args *args,
	struct outcome *out, struct err *err)
{
	struct attention_list list = attention_of(env->inc, env->who, env->now,
		env->arena);
	const char *row = cmd_pos(args, 0);
	struct str ids = {0};
	struct event *e;
	bool known = false;

	for (int i = 0; i < list.n; i++) {
		size_t n = strcspn(list.v[i].id, ":");

		/* Of rows that were joined the others have no id to see. */
		known |= strcspn(row, ":") == n &&
			!strncmp(list.v[i].id, row, n);
		str_addf(&ids, "%s%s", ids.len ? ", " : "", list.v[i].id);
	}
	if (!known)
		err_set(err, ERR_REFUSED, "no row '%.60s' now; there are: %s",
			row, ids.len ? str_get(&ids) : "none");
	str_release(&ids);
	if (!known)
		return false;
	e = outcome_add(env, out, KIND_SNOOZED);
	event_put_text(e, F_ROW, row);
	act_put_reason(e, args);
	return act_put_time(env, e, F_UNTIL, args, "--until", err);
}

const struct cmd_row act_told_rows[] = {
	{"broadcast", USE_WRITE | USE_CLOSED, RIGHT_ANYONE, PREMISE_NONE, act_broadcast,
		"tell the company; or say where a message was said by hand", {
		ARG("TEXT", ARG_TEXT, "the message; composed if left out"),
		ARG("--audience", ARG_NAME, "who reads it; the company"),
		ARG("--said", ARG_WORD,
			"entry whose message was said by hand, or all"),
		ARG("--through", ARG_TEXT, "where it was said"),
		}, NULL},
	{"let-go", USE_WRITE | USE_CLOSED, RIGHT_ANYONE, PREMISE_NONE,
		act_let_go,
		"let waiting messages leave before their ten seconds",
		{{.name = NULL}}, NULL},
	{"customers", USE_WRITE | USE_CLOSED, RIGHT_ANYONE, PREMISE_NONE,
		act_customers, "record what customers were told", {
		ARG("TEXT", ARG_TEXT, "the words; the draft if left out"),
		ARG("--next", ARG_NEXT, "when the next word comes"),
		ARG("--from", ARG_NAME, "who told them"),
		ARG("--through", ARG_TEXT, "where: status page, mail, ..."),
		}, NULL},
	{"waive", USE_WRITE, RIGHT_COMMAND, PREMISE_NONE, act_waive,
		"owe customers no word for a stage, with --reason", {
		ARG_MUST("STAGE", ARG_STAGE, "the stage"),
		}, NULL},
	{"snooze", USE_WRITE, RIGHT_ANYONE, PREMISE_NONE, act_snooze,
		"quiet a row of the Attention list for a while", {
		ARG_MUST("ROW", ARG_WORD, "its id, such as can-late:raj"),
		{.name = "--until", .type = ARG_NEXT, .required = true,
		 .help = "until when"}}, NULL},
	{.name = NULL},
};
