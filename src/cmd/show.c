/* Rows that print what one incident is: log, brief, report; and status. */
#include "cmd/act.h"
#include "cmd/show_format.h"
#include "cmd/show_rows.h"

#include "base/text.h"
#include "model/words.h"

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
		ARG("--format", ARG_WORD, "one line instead, by this format"),
		ARG_OF("--for", FORMAT_FOR, "one line, for this place; the"
			" format is status-format of the config if not given"),
		ARG("--none", ARG_WORD,
			"what that line says when no incident is live"),
		}, "A format has fields: " FORMAT_HELP ". In what people have"
		" written ` becomes ', \\ becomes /, and a blank stands behind"
		" $, since a prompt might run it; for tmux # is doubled, for"
		" zsh %. When no incident is live and --none is not given,"
		" nothing is printed. With --json an object whose keys only ever grow: times as"
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
		ARG_MANY("--kind", ARG_KINDS, "only of these kinds:"
			" can,page,note"),
		ARG_MANY("--who", ARG_NAMES, "only by or about these people"),
		ARG_MANY("--stage", ARG_STAGES, "only from these stages"),
		}, "With --json as export lines. Kinds are the words that the"
		" entries are listed with, names from docs/events.md"
		" (can.reported), or what stands before their dot."},
	{"brief", USE_PRINT, RIGHT_NOBODY, PREMISE_NONE, show_brief,
		"the briefing for whoever takes command",
		{{.name = NULL}}, NULL},
	{"report", USE_PRINT, RIGHT_NOBODY, PREMISE_NONE, show_report,
		"the incident as a Markdown document", {{.name = NULL}}, NULL},
	{.name = NULL},
};
