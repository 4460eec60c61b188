/*
 * How far messages and pages are on their way: what couriers write.
 *
 * These are commands like all others, so that a program of one's own can be
 * a courier too: claim what is due, send it, say what came of it.
 */
#include "cmd/act.h"

#include "base/mem.h"

#include <stdlib.h>
#include <string.h>

/* "12,14": entries that carry a message, or are pages. */
static bool
put_entries(const struct cmd_env *env, struct event *e, const char *word,
	struct err *err)
{
	struct ints *list = arena_alloc(env->arena, sizeof(*list));
	int most = field_rows[F_ENTRIES].limit;

	list->v = arena_alloc(env->arena, (size_t)most * sizeof(*list->v));
	for (const char *p = word; *p; p += *p == ',') {
		char *end;
		long n = strtol(p, &end, 10);
		const struct entry *of = n < 1 || n > INT32_MAX ? NULL :
			incident_entry(env->inc, (uint32_t)n);

		if (end == p || (*end && *end != ','))
			return err_set(err, ERR_USAGE, "'%.60s' are no entries:"
				" write their numbers as 12,14", word);
		if (!of || (of->ev.kind != KIND_PAGED &&
			    !incident_message(env->inc, (uint32_t)n)))
			return err_set(err, ERR_REFUSED, "entry %ld is neither"
				" a message nor a page", n);
		if (list->n == most)
			return err_set(err, ERR_USAGE, "%d entries at most",
				most);
		list->v[list->n++] = (int32_t)n;
		p = end;
	}
	event_put(e, F_ENTRIES, (union value){.ints = list});
	return list->n || err_set(err, ERR_USAGE, "entries are missing");
}

/* What all of them say: which entries, which channel, which claim. */
static bool
put_which(const struct cmd_env *env, struct event *e,
	const struct cmd_args *args, struct err *err)
{
	const char *claim = cmd_option(args, "--claim");

	if (!put_entries(env, e, cmd_pos(args, 0), err))
		return false;
	act_put_option(e, F_CHANNEL, args, "--channel");
	if (claim && strtol(claim, NULL, 10) > 0)
		event_put_int(e, F_CLAIM, strtol(claim, NULL, 10));
	if (cmd_option(args, "--stop"))
		event_put_int(e, F_STOP, 1);
	return true;
}

static bool
act_claim(const struct cmd_env *env, const struct cmd_args *args,
	struct outcome *out, struct err *err)
{
	struct event *e = outcome_add(env, out, KIND_DELIVERY_CLAIMED);
	const struct ints *list;
	uint32_t last = 0;

	if (!put_which(env, e, args, err))
		return false;
	list = event_ints(e, F_ENTRIES);
	for (int i = 0; i < list->n; i++) {
		const struct delivery *d = incident_delivery(env->inc,
			(uint32_t)list->v[i], event_int(e, F_STOP) != 0,
			event_text(e, F_CHANNEL));

		if (d && delivery_settled(d))
			return err_set(err, ERR_REFUSED, "entry %d waits for no"
				" courier", list->v[i]);
		if (d && d->claim_n > last)
			last = d->claim_n;
	}
	if (last != (uint32_t)event_int(e, F_CLAIM))
		return err_set(err, ERR_REFUSED, "another courier claimed it in"
			" entry %u", (unsigned)last);
	return true;
}

static bool
act_sent(const struct cmd_env *env, const struct cmd_args *args,
	struct outcome *out, struct err *err)
{
	struct event *e = outcome_add(env, out, KIND_DELIVERY_SENT);

	if (!put_which(env, e, args, err))
		return false;
	act_put_option(e, F_REMOTE, args, "--remote");
	if (cmd_option(args, "--repeat"))
		event_put_int(e, F_REPEAT, 1);
	return true;
}

/* Whether nobody else has them: what failed for us is theirs to say. */
static bool
still_ours(const struct cmd_env *env, const struct event *e, struct err *err)
{
	const struct ints *list = event_ints(e, F_ENTRIES);

	for (int i = 0; i < list->n; i++) {
		const struct delivery *d = incident_delivery(env->inc,
			(uint32_t)list->v[i], event_int(e, F_STOP) != 0,
			event_text(e, F_CHANNEL));

		if (!d)
			continue;
		if (delivery_settled(d))
			return err_set(err, ERR_REFUSED, "entry %d waits for no"
				" courier", list->v[i]);
		if (d->state == DELIVERY_CLAIMED && d->claim_n !=
		    (uint32_t)event_int(e, F_CLAIM))
			return err_set(err, ERR_REFUSED, "another courier has"
				" it, by entry %u", (unsigned)d->claim_n);
	}
	return true;
}

static bool
act_failed(const struct cmd_env *env, const struct cmd_args *args,
	struct outcome *out, struct err *err)
{
	struct event *e = outcome_add(env, out, KIND_DELIVERY_FAILED);

	if (!put_which(env, e, args, err) || !still_ours(env, e, err))
		return false;
	event_put_text(e, F_OUTCOME, cmd_pos(args, 1));
	act_put_reason(e, args);
	if (cmd_option(args, "--repeat"))
		event_put_int(e, F_REPEAT, 1);
	return act_put_time(env, e, F_UNTIL, args, "--until", err);
}

/* Anything of @list that may be sent again through @channel ("": any). */
static bool
can_retry(const struct cmd_env *env, const struct ints *list,
	const char *channel)
{
	for (int i = 0; i < env->inc->n_deliveries; i++) {
		const struct delivery *d = &env->inc->deliveries[i];

		if (d->state == DELIVERY_SENT || d->state == DELIVERY_CLAIMED ||
		    (*channel && !str_same(channel, d->channel)))
			continue;
		for (int k = 0; k < list->n; k++)
			if ((uint32_t)list->v[k] == d->n)
				return true;
	}
	return false;
}

static bool
act_retry(const struct cmd_env *env, const struct cmd_args *args,
	struct outcome *out, struct err *err)
{
	struct event *e;

	if (!rules_may(env->inc, env->who, RIGHT_STAFF, env->now, err))
		return false;
	e = outcome_add(env, out, KIND_DELIVERY_RETRIED);
	if (!put_entries(env, e, cmd_pos(args, 0), err))
		return false;
	act_put_option(e, F_CHANNEL, args, "--channel");
	if (!can_retry(env, event_ints(e, F_ENTRIES),
		    event_text(e, F_CHANNEL)))
		return err_set(err, ERR_REFUSED, "nothing of that has failed,"
			" so there is nothing to try again");
	return true;
}

#define ENTRIES ARG_MUST("ENTRIES", ARG_WORD, "their numbers: 12,14")
#define CHANNEL {.name = "--channel", .type = ARG_NAME, .required = true, \
	.help = "the channel"}
#define CLAIM ARG("--claim", ARG_INT, "the claim that this is about")
#define STOP ARG("--stop", ARG_FLAG, "the page is called off")

const struct cmd_row act_delivery_rows[] = {
	{"delivery claim", USE_WRITE | USE_CLOSED, RIGHT_ANYONE, PREMISE_NONE,
		act_claim, "carry messages to a channel (for couriers)",
		{ENTRIES, CHANNEL, ARG("--claim", ARG_INT,
			"the claim that this one takes the place of"), STOP},
		NULL},
	{"delivery sent", USE_WRITE | USE_CLOSED, RIGHT_ANYONE, PREMISE_NONE,
		act_sent, "a channel took messages (for couriers)",
		{ENTRIES, CHANNEL, CLAIM, STOP,
		 ARG("--remote", ARG_TEXT, "what the other side calls it"),
		 ARG("--repeat", ARG_FLAG, "it may have been there before")},
		NULL},
	{"delivery failed", USE_WRITE | USE_CLOSED, RIGHT_ANYONE,
		PREMISE_NONE, act_failed,
		"a channel did not take messages (for couriers)",
		{ENTRIES, ARG_MUST_OF("OUTCOME",
			"later|unsure|message|channel|expired|confirm",
			"what it means"),
		 CHANNEL, CLAIM, STOP,
		 ARG("--until", ARG_NEXT, "when it is tried again"),
		 ARG("--repeat", ARG_FLAG, "it may have arrived")}, NULL},
	{"delivery retry", USE_WRITE | USE_CLOSED, RIGHT_ANYONE, PREMISE_NONE,
		act_retry, "send again what a channel did not take",
		{ENTRIES, ARG("--channel", ARG_NAME, "this one alone")}, NULL},
	{.name = NULL},
};
