/* Commands of the dashboard: they change what is shown and append nothing. */
#include "cmd/act.h"

#include "base/mem.h"
#include "base/text.h"
#include "cmd/screen_env.h"
#include "view/form.h"
#include "view/keys.h"
#include "view/overlay.h"
#include "view/rows.h"
#include "view/screen.h"
#include "view/search.h"

#include <stdlib.h>
#include <string.h>

/* ---- leaving, reading ---------------------------------------------------- */

/* Texts that were put aside are named once before they are left behind. */
static bool
may_leave(struct screen *s, struct err *err)
{
	struct str names = {0};

	if (!s->parking.n || s->leaving)
		return true;
	s->leaving = 2;
	screen_name_parked(s, &names);
	err_set(err, ERR_REFUSED, "%s: q again leaves", str_get(&names));
	str_release(&names);
	return false;
}

/* `q` leaves a view, never command: what lies on top goes first. */
static bool
act_quit(const struct cmd_env *env, const struct cmd_args *args,
	struct outcome *out, struct err *err)
{
	struct screen *s = env->screen;

	(void)args;
	(void)out;
	if (s->over != OVER_NONE)
		screen_close(s);
	else if (s->past.replay)
		s->wants_quit = true;
	else if (s->past.n)
		screen_present(s);
	else if (s->mode == MODE_INCIDENT)
		s->wants_board = true;
	else if (!may_leave(s, err))
		return false;
	else
		s->wants_quit = true;
	return true;
}

static void
cover(struct screen *s, enum overlay over)
{
	screen_close(s);
	s->over = over;
	s->over_at = s->mono;
}

static bool
act_keys(const struct cmd_env *env, const struct cmd_args *args,
	struct outcome *out, struct err *err)
{
	struct screen *s = env->screen;

	(void)args;
	(void)out;
	(void)err;
	if (s->over == OVER_HELP)
		screen_close(s);
	else
		cover(s, OVER_HELP);
	return true;
}

static bool
act_briefing(const struct cmd_env *env, const struct cmd_args *args,
	struct outcome *out, struct err *err)
{
	(void)args;
	(void)out;
	if (!env->inc || !env->inc->declared)
		return err_set(err, ERR_REFUSED, KEY_NO_INCIDENT);
	/* The key that opens it closes it, as ? does. */
	if (env->screen->over == OVER_BRIEF)
		screen_close(env->screen);
	else
		cover(env->screen, OVER_BRIEF);
	return true;
}

/* What lies on top goes first, then the marks of a search, then a filter. */
static bool
act_clear(const struct cmd_env *env, const struct cmd_args *args,
	struct outcome *out, struct err *err)
{
	struct screen *s = env->screen;

	(void)args;
	(void)err;
	s->said = SAID_NOTHING;
	s->n_pending = 0;
	if (s->over != OVER_NONE)
		screen_close(s);
	else if (s->find_on)
		search_end(s);
	else
		screen_show_all(env, out);
	return true;
}

static bool
act_redraw(const struct cmd_env *env, const struct cmd_args *args,
	struct outcome *out, struct err *err)
{
	(void)args;
	(void)out;
	(void)err;
	env->screen->wants_redraw = true;
	return true;
}

/* ---- moving --------------------------------------------------------------- */

static bool
act_focus(const struct cmd_env *env, const struct cmd_args *args,
	struct outcome *out, struct err *err)
{
	struct vm_in in = screen_env(env);
	const char *where = cmd_pos(args, 0);
	enum pane_id id;

	(void)out;
	if (!env->inc)
		return err_set(err, ERR_REFUSED, "the board has one pane:"
			" Enter opens an incident");
	if (str_same(where, "next") || str_same(where, "prev")) {
		screen_close(env->screen);
		screen_move(env->screen, &in, str_same(where, "next") ?
			STEP_NEXT_PANE : STEP_PREV_PANE);
		return true;
	}
	id = layout_numbered((int)strtol(where, NULL, 10));
	if (!id)
		return err_set(err, ERR_USAGE, "focus: there is no pane"
			" '%.20s': next, prev, or 1 to 7", where);
	screen_close(env->screen);
	screen_focus(env->screen, id);
	return true;
}

static enum screen_step
step_of(const char *how)
{
	static const struct {
		const char *how;
		enum screen_step step;
	} steps[] = {
		{"up", STEP_UP}, {"down", STEP_DOWN},
		{"pgup", STEP_PAGE_UP}, {"pgdn", STEP_PAGE_DOWN},
		{"home", STEP_HOME}, {"end", STEP_END},
	};
	size_t i = 0;

	while (!str_same(steps[i].how, how))
		i++;
	return steps[i].step;
}

static void
scroll(struct screen *s, const struct vm_in *in, enum screen_step how)
{
	const struct vm_overlay *o;
	struct layout lay;
	int page, to;

	vm_layout(in, &lay);
	o = vm_overlay(in, &lay);
	if (!o)
		return;
	page = o->n > 2 ? o->n - 1 : 1;
	to = o->top + (how == STEP_UP ? -1 : how == STEP_DOWN ? 1 :
		how == STEP_PAGE_UP ? -page : page);
	if (how == STEP_HOME || to < 0)
		to = 0;
	if (how == STEP_END || to > o->total - o->n)
		to = o->total - o->n;
	s->over_scroll = to;
}

static bool
act_move(const struct cmd_env *env, const struct cmd_args *args,
	struct outcome *out, struct err *err)
{
	struct vm_in in = screen_env(env);
	enum screen_step how = step_of(cmd_pos(args, 0));

	(void)out;
	(void)err;
	if (env->screen->over != OVER_NONE)
		scroll(env->screen, &in, how);
	else
		screen_move(env->screen, &in, how);
	return true;
}

static bool
act_zoom(const struct cmd_env *env, const struct cmd_args *args,
	struct outcome *out, struct err *err)
{
	(void)args;
	(void)out;
	if (!env->inc)
		return err_set(err, ERR_REFUSED, "the board has one pane, and"
			" all the room");
	screen_close(env->screen);
	env->screen->zoom = !env->screen->zoom;
	return true;
}

/* A replay has one incident, and no board behind it. */
static bool
only_replay(struct err *err)
{
	return err_set(err, ERR_REFUSED, "this is a replay of one incident: q"
		" leaves it");
}

static bool
act_open(const struct cmd_env *env, const struct cmd_args *args,
	struct outcome *out, struct err *err)
{
	const char *name = cmd_pos(args, 0);
	uint32_t n = name ? cmd_incident(name) :
		vm_row_number(screen_row(env->screen), "inc");

	(void)out;
	if (!n && !name && env->n_board && env->screen->mode == MODE_BOARD)
		n = env->board[0].number;
	if (env->screen->past.replay)
		return only_replay(err);
	if (!n)
		return err_set(err, ERR_REFUSED, env->n_board ? "which one?"
			" Put the cursor on an incident, or name it: open"
			" INC-17" : "there is no incident yet: D declares"
			" one");
	env->screen->wants_open = n;
	return true;
}

static bool
act_board(const struct cmd_env *env, const struct cmd_args *args,
	struct outcome *out, struct err *err)
{
	(void)args;
	(void)out;
	if (env->screen->past.replay)
		return only_replay(err);
	screen_close(env->screen);
	env->screen->wants_board = true;
	return true;
}

/* ---- typing --------------------------------------------------------------- */

static bool
act_prompt(const struct cmd_env *env, const struct cmd_args *args,
	struct outcome *out, struct err *err)
{
	const char *text = cmd_pos(args, 0);

	(void)out;
	(void)err;
	screen_prompt(env->screen, text ? text : "");
	return true;
}

const struct cmd_row screen_rows[] = {
	SCREEN("form", screen_form, "open a form by its name",
		ARG_MUST("NAME", ARG_WORD, "its name, as the keys have it")),
	SCREEN("act", screen_act, "act on the row under the cursor",
		NOTHING),
	SCREEN("open", act_open, "open an incident",
		ARG("INC", ARG_INCIDENT, "the one under the cursor unless"
			" given")),
	SCREEN("board", act_board, "go to the list of incidents", NOTHING),
	SCREEN("focus", act_focus, "go to another pane",
		ARG_MUST("WHERE", ARG_WORD, "next, prev, or 1 to 7")),
	SCREEN("move", act_move, "move the cursor, or what is read",
		ARG_MUST_OF("HOW", "up|down|pgup|pgdn|home|end", "how far")),
	SCREEN("zoom", act_zoom, "give the pane all the room, and back",
		NOTHING),
	SCREEN("briefing", act_briefing, "read the briefing", NOTHING),
	SCREEN("keys", act_keys, "list the keys of this view", NOTHING),
	SCREEN("prompt", act_prompt, "type a command",
		ARG("TEXT", ARG_TEXT, "what stands there already")),
	SCREEN("complete", screen_complete, "complete what is typed",
		ARG_MUST_OF("HOW", "next|prev", "which one")),
	SCREEN("clear", act_clear, "close what lies over the panes",
		NOTHING),
	SCREEN("redraw", act_redraw, "draw the screen anew", NOTHING),
	SCREEN("quit", act_quit, "leave this view", NOTHING),
	{.name = NULL},
};
