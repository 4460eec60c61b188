/* The log itself: notes, corrections, withdrawals, undo, erasure. */
#include "cmd/act.h"

#include "base/mem.h"
#include "base/text.h"
#include "model/words.h"

#include <string.h>

static bool
act_note(const struct cmd_env *env, const struct cmd_args *args,
	struct outcome *out, struct err *err)
{
	struct event *e = outcome_add(env, out, KIND_NOTE);

	(void)err;
	event_put_text(e, F_NOTE, cmd_pos(args, 0));
	if (cmd_option(args, "--internal"))
		event_put_int(e, F_INTERNAL, 1);
	return true;
}

static const struct entry *
entry_of(const struct cmd_env *env, const struct cmd_args *args,
	struct err *err)
{
	const struct entry *e = incident_entry(env->inc,
		(uint32_t)cmd_int(args, 0));

	if (!e)
		err_set(err, ERR_REFUSED, "there is no entry %d: the last is"
			" %u", (int)cmd_int(args, 0), (unsigned)env->inc->n);
	return e;
}

/* One's own entry, or staff's business. */
static bool
may_change(const struct cmd_env *env, const struct entry *e, struct err *err)
{
	if (env->inc->closed)
		return str_same(e->ev.by, env->who) ||
			rules_may_ended(env->inc, env->who, err);
	return str_same(e->ev.by, env->who) || rules_may(env->inc, env->who,
		env->inc->all_clear ? RIGHT_CLOSING : RIGHT_STAFF, env->now,
		err);
}

static bool
act_correct(const struct cmd_env *env, const struct cmd_args *args,
	struct outcome *out, struct err *err)
{
	const struct entry *t = entry_of(env, args, err);
	struct event *e;

	if (!t || !may_change(env, t, err))
		return false;
	if (!kind_rows[t->ev.kind].main)
		return err_set(err, ERR_REFUSED, "entry %u (%s) has no text of"
			" its own: withdraw it, or say it again", t->ev.n,
			kind_rows[t->ev.kind].name);
	if (t->erased_by)
		return err_set(err, ERR_REFUSED, "entry %u was erased",
			t->ev.n);
	e = outcome_add(env, out, KIND_CORRECTED);
	event_put_int(e, F_ENTRY, t->ev.n);
	event_put_text(e, F_TEXT, cmd_pos(args, 1));
	return true;
}

static bool
may_withdraw_ended(const struct cmd_env *env, const struct entry *t,
	struct err *err)
{
	if (!act_not_merged(env, err))
		return false;
	return (t->ev.kind == KIND_CLOSED && !t->untrue) ||
		err_set(err, ERR_REFUSED, "the incident is closed: only the"
			" closing can be withdrawn, or `reopen` it");
}

/* Entries that others stand on can only be withdrawn while they are last. */
static bool
may_withdraw(const struct cmd_env *env, const struct entry *t,
	struct err *err)
{
	const struct incident *inc = env->inc;

	if (t->withdrawn_by)
		return err_set(err, ERR_REFUSED, "entry %u was withdrawn"
			" before", t->ev.n);
	if (inc->closed)
		return may_withdraw_ended(env, t, err);
	switch (t->ev.kind) {
	case KIND_DECLARED:
		return err_set(err, ERR_REFUSED, "a declaration cannot be"
			" withdrawn: `close --false-alarm` ends it");
	case KIND_WITHDRAWN:
	case KIND_ERASED:
		return err_set(err, ERR_REFUSED, "entry %u cannot be"
			" withdrawn: do it again instead", t->ev.n);
	case KIND_CLOSED:
	case KIND_STAGE:
	case KIND_CALLED:
	case KIND_REOPENED:
		return inc->stage_n == t->ev.n || t->untrue || err_set(err, ERR_REFUSED,
			"the incident has moved on to %s since: `advance --to"
			" STAGE` goes back", stage_rows[inc->stage].name);
	case KIND_TAKEN:
	case KIND_ACCEPTED:
	case KIND_ASSUMED:
		return inc->command.n == t->ev.n || t->untrue ||
			err_set(err, ERR_REFUSED, "command has passed on"
				" since");
	case KIND_OFFERED:
		return inc->command.offer.n == t->ev.n || t->untrue ||
			err_set(err, ERR_REFUSED, "the offer was answered, or"
				" another one was made since");
	case KIND_MERGED:
	case KIND_RECEIVED:
		return err_set(err, ERR_REFUSED, "a merge cannot be taken"
			" back: declare again");
	default:
		return true;
	}
}

/* The message had left: the correction is composed and waits for a key. */
static void
correct_message(const struct cmd_env *env, const struct entry *t,
	struct outcome *out)
{
	const struct message *m = incident_message(env->inc, t->ev.n);
	const char *text;
	struct event *e;

	if (!m || m->told == WHEN_NONE)
		return;
	text = arena_printf(env->arena, "Correction: please disregard \"%.*s\"",
		(int)strcspn(m->text, "\n"), m->text);
	e = outcome_add(env, out, KIND_BROADCAST);
	event_put_text(e, F_MESSAGE, text);
	event_put_text(e, F_AUDIENCE, m->audience);
	act_say(out, "word had left: a correction waits to be sent");
}

static void
withdraw(const struct cmd_env *env, const struct cmd_args *args,
	const struct entry *t, struct outcome *out)
{
	struct event *e = outcome_add(env, out, KIND_WITHDRAWN);

	event_put_int(e, F_ENTRY, t->ev.n);
	act_put_reason(e, args);
	act_say(out, "taken back: %s", text_safe(env->arena,
		words_entry(env->inc, t, env->arena), false));
}

static bool
act_withdraw(const struct cmd_env *env, const struct cmd_args *args,
	struct outcome *out, struct err *err)
{
	const struct entry *t = entry_of(env, args, err);

	if (!t || !may_change(env, t, err) || !may_withdraw(env, t, err))
		return false;
	withdraw(env, args, t, out);
	correct_message(env, t, out);
	return true;
}

static bool
can_undo(const struct entry *e)
{
	return !e->withdrawn_by && !e->untrue &&
		e->ev.kind != KIND_WITHDRAWN && e->ev.kind != KIND_ERASED &&
		e->ev.kind != KIND_DELIVERY_RELEASED &&
		e->ev.kind != KIND_DELIVERY_CLAIMED &&
		e->ev.kind != KIND_DELIVERY_FAILED &&
		e->ev.kind != KIND_DELIVERY_RETRIED &&
		e->ev.kind != KIND_DAMAGED;
}

/* Whether @e and @next, the entry after it, were made by one command. */
static bool
same_act(const struct entry *e, const struct entry *next)
{
	bool pair = (e->ev.kind == KIND_TAKEN &&
		next->ev.kind == KIND_STAGE) ||
		(e->ev.kind == KIND_STAGE && next->ev.kind == KIND_PAGED);

	return pair && can_undo(e) && e->ev.at == next->ev.at &&
		event_when(&e->ev) == event_when(&next->ev) &&
		str_same(e->ev.by, next->ev.by);
}

/* The last own act: its entries, the latest first. */
static int
last_act(const struct cmd_env *env, const struct entry **act, int max)
{
	const struct incident *inc = env->inc;
	int n = 0;

	for (uint32_t i = inc->n; i > 0 && n < max; i--) {
		const struct entry *e = &inc->entries[i - 1];

		if (n && !same_act(e, act[n - 1]))
			break;
		if (!n && (!can_undo(e) || !str_same(e->ev.by, env->who)))
			continue;
		act[n++] = e;
	}
	return n;
}

static bool
act_undo(const struct cmd_env *env, const struct cmd_args *args,
	struct outcome *out, struct err *err)
{
	const struct entry *act[OUTCOME_DRAFTS / 2];
	int n = last_act(env, act, OUTCOME_DRAFTS / 2);

	if (!n)
		return err_set(err, ERR_REFUSED, "there is no act of yours"
			" (%s) to take back", env->who);
	for (int i = 0; i < n; i++)
		if (!may_withdraw(env, act[i], err))
			return false;
	for (int i = 0; i < n; i++)
		withdraw(env, args, act[i], out);
	for (int i = 0; i < n; i++)
		correct_message(env, act[i], out);
	return true;
}

static bool
act_erase(const struct cmd_env *env, const struct cmd_args *args,
	struct outcome *out, struct err *err)
{
	const struct entry *t = entry_of(env, args, err);
	struct str kept = {0};
	struct event *e;

	if (!t || !may_change(env, t, err))
		return false;
	if (t->erased_by || t->ev.kind == KIND_ERASED)
		return err_set(err, ERR_REFUSED, "entry %u was erased before",
			t->ev.n);
	if (!cmd_option(args, "--reason"))
		return err_set(err, ERR_USAGE, "erase needs --reason: it stays"
			" in the log for ever");
	event_data_kept(&t->ev, &kept);
	e = outcome_add(env, out, KIND_ERASED);
	event_put_int(e, F_ENTRY, t->ev.n);
	act_put_reason(e, args);
	event_put_text(e, F_KEPT, arena_dup(env->arena, str_get(&kept)));
	str_release(&kept);
	out->erase = t->ev.n;
	act_say(out, "the text of entry %u is gone from this store; copies and"
		" exports made before still hold it", t->ev.n);
	return true;
}

#define ENTRY ARG_MUST("N", ARG_INT, "the entry's number")

const struct cmd_row act_log_rows[] = {
	{"note", USE_WRITE, RIGHT_ANYONE, PREMISE_NONE, act_note,
		"add a note", {
		ARG_MUST("TEXT", ARG_TEXT, "the note"),
		ARG("--internal", ARG_FLAG, "not for walls and customers")},
		NULL},
	{"correct", USE_WRITE, RIGHT_ANYONE, PREMISE_NONE, act_correct,
		"put the text of an entry right", {ENTRY,
		ARG_MUST("TEXT", ARG_TEXT, "the right text")}, NULL},
	{"withdraw", USE_WRITE | USE_CLOSED, RIGHT_ANYONE, PREMISE_NONE, act_withdraw,
		"withdraw an entry: it counts as never made", {ENTRY}, NULL},
	{"undo", USE_WRITE | USE_CLOSED, RIGHT_ANYONE, PREMISE_NONE, act_undo,
		"take back your own last act", {{.name = NULL}}, NULL},
	{"erase", USE_WRITE | USE_CLOSED, RIGHT_ANYONE, PREMISE_NONE,
		act_erase, "remove the text of one entry from the store",
		{ENTRY}, NULL},
	{.name = NULL},
};
