/* `status` for people. */
#include "cmd/show_format.h"
#include "cmd/show_rows.h"

#include "base/mem.h"
#include "base/text.h"

#include <string.h>

#define DOT " \xc2\xb7 "

/* What is written next starts a line of its own, or goes on in it. */
static void
part(struct str *out, bool *first)
{
	str_add(out, *first ? "    " : DOT);
	*first = false;
}

static void
add_due(const struct cmd_env *env, const char *what, when_ms due,
	struct str *out)
{
	char at[WHEN_MAX], span[WHEN_MAX];

	str_addf(out, "%s %s, ", what, when_short(due, env->now, at));
	if (due < env->now)
		str_addf(out, "%s LATE", when_span(env->now - due, span));
	else
		str_addf(out, "in %s", when_span(due - env->now, span));
}

static void
add_command(const struct cmd_env *env, const struct summary *s,
	struct str *out)
{
	when_ms customers = s->customer_base, ops = s->ops_base;
	char t[WHEN_MAX];

	if (s->customer_run != WHEN_NONE)
		customers += env->now - s->customer_run;
	if (s->ops_run != WHEN_NONE)
		ops += env->now - s->ops_run;
	if (*s->commander)
		str_addf(out, "    IC %s %s",
			text_safe(env->arena, s->commander, false),
			when_span(env->now - s->command_since, t));
	else
		str_add(out, "    NO COMMANDER");
	if (s->impact != IMPACT_NEVER)
		str_addf(out, DOT "customers hit %s%s",
			s->impact == IMPACT_UNKNOWN ? ">= " : "",
			when_elapsed(customers, t));
	str_addf(out, DOT "ops %s\n", when_elapsed(ops, t));
}

static void
add_customers(const struct cmd_env *env, const struct summary *s,
	struct str *out)
{
	char at[WHEN_MAX];

	str_add(out, "    customers: ");
	if (s->affected == AFFECTED_NO)
		str_add(out, "not affected, ");
	if (s->told == WHEN_NONE)
		str_add(out, "not told yet");
	else
		str_addf(out, "told %s", when_short(s->told, env->now, at));
	if (s->customers_due != WHEN_NONE) {
		str_add(out, ", ");
		add_due(env, s->promised == s->customers_due ?
			"next promised" : "word due", s->customers_due, out);
	}
	str_addc(out, '\n');
}

static void
add_count(struct str *out, bool *first, int n, const char *what)
{
	if (!n)
		return;
	part(out, first);
	str_addf(out, "%d %s%s", n, what, n == 1 ? "" : "s");
}

static void
add_counts(const struct cmd_env *env, const struct summary *s,
	struct str *out)
{
	bool first = true;

	if (s->can_due != WHEN_NONE) {
		part(out, &first);
		add_due(env, "CAN due", s->can_due, out);
	}
	if (s->broadcast_due != WHEN_NONE) {
		part(out, &first);
		add_due(env, "broadcast due", s->broadcast_due, out);
	}
	add_count(out, &first, s->smes, "SME");
	add_count(out, &first, s->needs, "open need");
	add_count(out, &first, s->items, "action item");
	if (s->messages) {
		part(out, &first);
		str_addf(out, "%d NOT SENT", s->messages);
	}
	if (!first)
		str_addc(out, '\n');
}

static void
add_head(const struct cmd_env *env, const struct summary *s, bool named,
	struct str *out)
{
	char t[WHEN_MAX];
	const char *title = s->restricted && !named ? "(restricted)" :
		text_safe(env->arena, s->title, false);

	str_addf(out, "INC-%u SEV%d  %s", (unsigned)s->number, s->severity,
		title);
	if (!s->restricted || named)
		str_addf(out, "  %s %s", stage_rows[s->stage].name,
			when_span(env->now - s->stage_since, t));
	str_addc(out, '\n');
}

static void
add_care(const struct cmd_env *env, const struct summary *s, bool named,
	struct str *out)
{
	bool first = true;

	add_head(env, s, named, out);
	if (s->restricted && !named)
		return;
	if (s->review_due != WHEN_NONE) {
		part(out, &first);
		add_due(env, "review due", s->review_due, out);
	}
	add_count(out, &first, s->items, "action item");
	if (s->item_due != WHEN_NONE) {
		part(out, &first);
		add_due(env, "next due", s->item_due, out);
	}
	add_count(out, &first, s->needs, "need left open");
	if (first)
		str_add(out, "    nothing is due: `close` it");
	str_addc(out, '\n');
}

static void
add_closed(const struct cmd_env *env, const struct summary *s,
	struct str *out)
{
	char t[WHEN_MAX];

	add_head(env, s, true, out);
	if (s->merged_into)
		str_addf(out, "    merged into INC-%u\n",
			(unsigned)s->merged_into);
	else
		str_addf(out, "    closed %s%s\n",
			when_short(s->closed_at, env->now, t),
			s->false_alarm ? ", a false alarm" : "");
}

static void
add_block(const struct cmd_env *env, const struct summary *s, bool named,
	struct str *out)
{
	if (s->closed) {
		add_closed(env, s, out);
	} else if (s->all_clear) {
		add_care(env, s, named, out);
	} else {
		add_head(env, s, named, out);
		if (s->restricted && !named)
			return;
		add_command(env, s, out);
		add_customers(env, s, out);
		add_counts(env, s, out);
	}
}

static void
add_board(const struct cmd_env *env, struct str *out)
{
	int closed = 0, care = 0;

	for (int i = 0; i < env->n_board; i++) {
		const struct summary *s = &env->board[i];

		closed += s->closed;
		if (summary_live(s))
			add_block(env, s, false, out);
	}
	for (int i = 0; i < env->n_board; i++) {
		const struct summary *s = &env->board[i];

		if (summary_live(s) || s->closed)
			continue;
		if (!care++)
			str_addf(out, "%sAfter-care\n", out->len ? "\n" : "");
		add_block(env, s, false, out);
	}
	if (!out->len)
		str_add(out, closed ? "No open incident.\n" : "No incident. "
			"`fireground declare TITLE` begins one.\n");
	if (closed)
		str_addf(out, "%s%d closed\n", out->len ? "\n" : "", closed);
}

bool
show_status(const struct cmd_env *env, const struct cmd_args *args,
	struct outcome *out, struct err *err)
{
	uint32_t number = args->pos[0] ? cmd_incident(args->pos[0]) :
		args->incident;
	const struct summary *one = NULL;

	for (int i = 0; i < env->n_board; i++)
		if (env->board[i].number == number)
			one = &env->board[i];
	if (number && !one)
		return err_set(err, ERR_USAGE, "there is no INC-%u;"
			" `fireground status` lists all", (unsigned)number);
	out->kind = OUT_TEXT;
	if (cmd_option(args, "--format") || cmd_option(args, "--for"))
		return show_format(env, args, number, &out->text, err);
	if (cmd_option(args, "--json"))
		show_status_json(env, number, &out->text);
	else if (one)
		add_block(env, one, true, &out->text);
	else
		add_board(env, &out->text);
	return true;
}
