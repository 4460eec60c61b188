#include "app_set.h"

#include "app_line.h"
#include "base/mem.h"
#include "loop/loop.h"
#include "ui/term.h"

#include <stdio.h>
#include <string.h>

typedef bool carry_fn(struct app *app, const char *value, struct err *err);

static bool
carry_theme(struct app *app, const char *value, struct err *err)
{
	return term_theme(app->tty.term, value, err);
}

static carry_fn *const carries[SET_COUNT] = {
	[SET_THEME] = carry_theme,
};

static void
keep(char to[SET_VALUE], const char *value)
{
	snprintf(to, SET_VALUE, "%s", value);
}

/* Files of themes come and go while the dashboard runs. */
static void
read_names(struct app *app)
{
	const char *dirs[THEME_DIRS];
	struct theme_names names;

	term_theme_dirs(app->tty.term, dirs);
	arena_reset(app->set.names);
	names = theme_names(dirs, app->set.names);
	app->screen.set[SET_THEME].values = names.v;
	app->screen.set[SET_THEME].n = names.n;
}

void
app_set_open(struct app *app)
{
	app->set.names = arena_new(0);
}

void
app_set_opened(struct app *app)
{
	struct set_state *theme = &app->screen.set[SET_THEME];

	keep(theme->now, term_theme_name(app->tty.term));
	keep(app->set.tried[SET_THEME], theme->now);
	keep(app->set.good[SET_THEME], theme->now);
	read_names(app);
	if (term_complaint(app->tty.term))
		screen_say(&app->screen, SAID_ERROR, loop_now(app->w.loop),
			"%s", term_complaint(app->tty.term));
}

/* What cannot be carried out is said where somebody looks, and given up. */
static void
refuse(struct app *app, enum set set, const char *why)
{
	struct screen *s = &app->screen;

	if (s->prompt) {
		snprintf(s->hint, sizeof(s->hint), "%.*s",
			(int)sizeof(s->hint) - 1, why);
		return;
	}
	screen_say(s, SAID_ERROR, loop_now(app->w.loop), "%s", why);
	keep(s->set[set].now, app->set.good[set]);
	keep(app->set.tried[set], app->set.good[set]);
}

static void
carry_out(struct app *app, enum set set)
{
	const struct set_state *state = &app->screen.set[set];
	const char *want = set_wanted(&app->screen, set);
	struct err err;

	if (!strcmp(want, app->set.tried[set]) &&
	    state->changes == app->set.changes[set])
		return;
	keep(app->set.tried[set], want);
	app->set.changes[set] = state->changes;
	if (!carries[set](app, want, &err))
		refuse(app, set, err.text);
	else if (!app->screen.prompt)
		keep(app->set.good[set], want);
}

void
app_set(struct app *app)
{
	if (app->screen.prompt && !app->set.prompt)
		read_names(app);
	app->set.prompt = app->screen.prompt;
	for (int i = 0; i < SET_COUNT; i++)
		carry_out(app, (enum set)i);
}

void
app_set_close(struct app *app)
{
	arena_free(app->set.names);
}
