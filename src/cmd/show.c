/* Rows that print what one incident is: log, brief, report; and status. */
#include "cmd/act.h"
#include "cmd/show_rows.h"

#include "base/mem.h"
#include "base/text.h"
#include "model/words.h"

#include <stdlib.h>
#include <string.h>

/* A back-dated entry shows both of its times from here on. */
#define BACK_DATED WHEN_MINUTE

/* "14:31:19Z", with the day in front when it is not today's. */
static void
add_time(const struct cmd_env *env, const struct entry *e, struct str *out)
{
	when_ms when = event_when(&e->ev);
	char day[WHEN_MAX], today[WHEN_MAX], time[WHEN_MAX];

	when_date(when, day);
	if (strcmp(day, when_date(env->now, today)) != 0)
		str_addf(out, "%s ", day);
	str_addf(out, "%sZ", when_hms(when, time));
}

static void
add_marks(const struct cmd_env *env, const struct entry *e, struct str *out)
{
	when_ms when = event_when(&e->ev);
	char at[WHEN_MAX];

	if (e->ev.at - when >= BACK_DATED)
		str_addf(out, "  (recorded %s)",
			when_short(e->ev.at, env->now, at));
	if (e->withdrawn_by)
		str_addf(out, "  WITHDRAWN by %u", (unsigned)e->withdrawn_by);
	if (e->corrected_by)
		str_addf(out, "  corrected by %u", (unsigned)e->corrected_by);
	if (e->untrue)
		str_add(out, "  NO EFFECT: what it stood on had changed");
}

static void
add_indented(struct str *out, const char *text)
{
	while (*text) {
		size_t n = strcspn(text, "\n");

		str_add(out, "        ");
		str_addn(out, text, n);
		str_addc(out, '\n');
		text += n + (text[n] == '\n');
	}
}

static void
add_entry(const struct cmd_env *env, const struct entry *e, bool full,
	struct str *out)
{
	struct arena *a = env->arena;

	str_addf(out, "%4u  ", (unsigned)e->ev.n);
	add_time(env, e, out);
	str_addf(out, "  %-9s %s", words_tag(e), text_safe(a,
		words_entry(env->inc, e, a), false));
	add_marks(env, e, out);
	str_addc(out, '\n');
	if (full)
		add_indented(out, text_safe(a,
			words_entry_full(env->inc, e, a), true));
}

static bool
show_log(const struct cmd_env *env, const struct cmd_args *args,
	struct outcome *out, struct err *err)
{
	const struct incident *inc = env->inc;
	const char *last = cmd_option(args, "--last");
	const char *after = cmd_option(args, "--after");
	uint32_t from = after ? (uint32_t)strtoul(after, NULL, 10) : 0;
	uint32_t keep = last ? (uint32_t)strtoul(last, NULL, 10) : inc->n;

	(void)err;
	if (cmd_option(args, "--follow") || cmd_option(args, "--json")) {
		out->kind = OUT_RUN;
		out->run = "log";
		return true;
	}
	out->kind = OUT_TEXT;
	if (inc->n > keep && inc->n - keep > from)
		from = inc->n - keep;
	for (uint32_t i = from; i < inc->n; i++)
		add_entry(env, &inc->entries[i],
			cmd_option(args, "--full") != NULL, &out->text);
	return true;
}

/* A whole text as a terminal may have it. */
static bool
put_safe(const struct cmd_env *env, struct str *text, struct outcome *out)
{
	out->kind = OUT_TEXT;
	str_add(&out->text, text_safe(env->arena, str_get(text), true));
	if (text->len && text->s[text->len - 1] != '\n')
		str_addc(&out->text, '\n');
	str_release(text);
	return true;
}

static bool
show_brief(const struct cmd_env *env, const struct cmd_args *args,
	struct outcome *out, struct err *err)
{
	struct str text = {0};

	(void)args;
	(void)err;
	words_brief(env->inc, env->now, &text);
	return put_safe(env, &text, out);
}

static bool
show_report(const struct cmd_env *env, const struct cmd_args *args,
	struct outcome *out, struct err *err)
{
	struct str text = {0};

	(void)args;
	(void)err;
	words_report(env->inc, env->now, &text);
	return put_safe(env, &text, out);
}

const struct cmd_row show_rows[] = {
	{"status", USE_PRINT | USE_NO_INC | USE_JSON, RIGHT_NOBODY,
		PREMISE_NONE, show_status,
		"all incidents: clocks, what is due, who commands", {
		ARG("INC", ARG_INCIDENT, "this incident alone"),
		}, "With --json an object whose keys only ever grow: times as"
		" in the log, durations in milliseconds (..._ms) at the time"
		" of `now`, hash of the last entry."},
	{"watching", USE_PRINT | USE_NO_INC | USE_JSON | USE_HERE,
		RIGHT_NOBODY, PREMISE_NONE, show_watching,
		"who has which incident open, on which kind of screen", {
		ARG("INC", ARG_INCIDENT, "this incident alone; on the"
			" dashboard the one that is open"),
		}, "Kinds are dashboard, shared (several people type there),"
		" wall and plain. A screen that may not write beside the store"
		" is not seen. With --json an object whose keys only ever"
		" grow."},
	{"log", USE_PRINT | USE_JSON, RIGHT_NOBODY, PREMISE_NONE, show_log,
		"the entries of an incident, one a line", {
		ARG("--follow", ARG_FLAG, "and new ones as they come"),
		ARG("--full", ARG_FLAG, "with all fields of each"),
		ARG("--last", ARG_INT, "only so many, the latest"),
		ARG("--after", ARG_INT, "only those behind this entry"),
		}, "With --json as export lines."},
	{"brief", USE_PRINT, RIGHT_NOBODY, PREMISE_NONE, show_brief,
		"the briefing for whoever takes command",
		{{.name = NULL}}, NULL},
	{"report", USE_PRINT, RIGHT_NOBODY, PREMISE_NONE, show_report,
		"the incident as a Markdown document", {{.name = NULL}}, NULL},
	{.name = NULL},
};
