/* Commands that find something in the timeline: search, filter, go to. */
#include "base/mem.h"
#include "base/str.h"
#include "cmd/act.h"
#include "cmd/log.h"
#include "cmd/screen_env.h"
#include "model/entry_place.h"
#include "view/keys.h"
#include "view/rows.h"
#include "view/screen.h"
#include "view/search.h"
#include "view/sift.h"

static bool
needs_incident(const struct cmd_env *env, struct err *err)
{
	return env->inc || err_set(err, ERR_REFUSED, KEY_NO_INCIDENT);
}

/*
 * Brings the timeline to the front, and what lay over it away: that was the
 * form that asked, if any, and its text has done its work.
 */
static void
look_there(struct screen *s)
{
	screen_drop(s);
	screen_focus(s, PANE_TIMELINE);
}

/* ---- go to --------------------------------------------------------------- */

static bool
act_goto(const struct cmd_env *env, const struct cmd_args *args,
	struct outcome *out, struct err *err)
{
	struct screen *s = env->screen;
	struct entry_place to;
	uint32_t at, n;

	if (!needs_incident(env, err))
		return false;
	if (s->past.n) {
		if (!screen_go_to(env, cmd_pos(args, 0), err))
			return false;
		screen_drop(s);
		return true;
	}
	if (!entry_place(env->inc, cmd_pos(args, 0), env->now, env->zone_min,
	    &to, err))
		return false;
	look_there(s);
	at = to.n ? sift_place(s, env->inc, to.n - 1) + 1 : 0;
	n = sift_entry(s, env->inc, at);
	screen_entry(s, n == env->inc->n ? 0 : n);
	if (!to.n)
		act_say(out, "nothing took place then or later: this is the"
			" end");
	else if (n != to.n)
		act_say(out, "entry %lu is left out by the filter: this is"
			" what comes after it; Esc shows all",
			(unsigned long)to.n);
	return true;
}

/* ---- a whole entry --------------------------------------------------------- */

/* The entry that is read, else the one under the cursor, else the last. */
static uint32_t
entry_here(const struct cmd_env *env)
{
	const struct screen *s = env->screen;
	uint32_t n = vm_row_number(s->pane[PANE_TIMELINE].row, "entry");

	if (s->over == OVER_ENTRY)
		return s->over_entry;
	return n ? n : env->inc->n;
}

/* The one before (-1) or after (1) among those that are shown. */
static uint32_t
beside(const struct cmd_env *env, int step)
{
	const struct screen *s = env->screen;
	uint32_t n = entry_here(env);

	if (step < 0)
		return sift_entry(s, env->inc, sift_place(s, env->inc, n - 1));
	return sift_entry(s, env->inc, sift_place(s, env->inc, n) + 1);
}

static bool
act_entry(const struct cmd_env *env, const struct cmd_args *args,
	struct outcome *out, struct err *err)
{
	const char *which = cmd_pos(args, 0);
	struct entry_place to = {0};
	bool prev = which && str_same(which, "prev");

	(void)out;
	if (!needs_incident(env, err))
		return false;
	if (prev || (which && str_same(which, "next")))
		to.n = beside(env, prev ? -1 : 1);
	else if (!which)
		to.n = entry_here(env);
	else if (!entry_place(env->inc, which, env->now, env->zone_min, &to,
	    err))
		return false;
	if (!to.n)
		return err_set(err, ERR_REFUSED, prev ? "this is the first"
			" entry" : "this is the last entry");
	screen_read(env->screen, to.n);
	screen_entry(env->screen, to.n);
	return true;
}

/* ---- search -------------------------------------------------------------- */

static bool
act_search(const struct cmd_env *env, const struct cmd_args *args,
	struct outcome *out, struct err *err)
{
	struct screen *s = env->screen;
	const char *text = cmd_pos(args, 0);

	(void)out;
	if (!needs_incident(env, err))
		return false;
	look_there(s);
	if (!text || !*text) {
		search_open(s);
		return true;
	}
	return search_for(s, env->inc, text) || err_set(err, ERR_REFUSED,
		"no entry has '%.80s'", text);
}

/* ---- filter -------------------------------------------------------------- */

void
screen_show_all(const struct cmd_env *env, struct outcome *out)
{
	struct screen *s = env->screen;

	if (!entry_filter_on(&s->filter))
		return;
	s->filter = (struct entry_filter){0};
	act_say(out, "the timeline shows all entries again");
}

static bool
act_filter(const struct cmd_env *env, const struct cmd_args *args,
	struct outcome *out, struct err *err)
{
	struct screen *s = env->screen;
	const char *text = cmd_pos(args, 0);
	struct entry_filter f = {0};

	if (!needs_incident(env, err))
		return false;
	if (text ? !entry_filter_read(&f, env->inc, text, err) :
	    !log_filter(args, &f, err))
		return false;
	look_there(s);
	if (!entry_filter_on(&f)) {
		if (!entry_filter_on(&s->filter))
			act_say(out, "the timeline shows all entries: filter"
				" can, raj or a stage leaves others out");
		screen_show_all(env, out);
		return true;
	}
	s->filter = f;
	act_say(out, "the timeline shows %lu of %lu entries: %s",
		(unsigned long)sift_count(s, env->inc),
		(unsigned long)env->inc->n,
		entry_filter_words(&f, env->arena));
	return true;
}

const struct cmd_row screen_find_rows[] = {
	SCREEN("goto", act_goto, "go to a time, an entry or a stage in the"
		" timeline",
		ARG_MUST_PLACE("WHERE", "first|last", "14:10Z, -10m, T+25m, #215,"
			" first, last, mitigate")),
	SCREEN("entry", act_entry, "read a whole entry",
		ARG_PLACE_OF("WHICH", "prev|next|first|last", "prev, next, or as for goto; the one"
			" under the cursor if left out")),
	SCREEN("search", act_search, "search the timeline",
		ARG("TEXT", ARG_TEXT, "what; typed if left out")),
	SCREEN("filter", act_filter, "show only some entries in the"
		" timeline",
		ARG("WHAT", ARG_FILTER, "kind can,page who raj stage"
			" mitigate; none shows all"),
		ARG_MANY("--kind", ARG_KINDS, "of these kinds"),
		ARG_MANY("--who", ARG_NAMES, "by or about these people"),
		ARG_MANY("--stage", ARG_STAGES, "from these stages")),
	{.name = NULL},
};
