#include "app_set.h"

#include "app_line.h"
#include "base/mem.h"
#include "loop/loop.h"
#include "run/settings.h"
#include "ui/term.h"

#include <stdio.h>
#include <string.h>

typedef bool carry_fn(struct app *app, const char *value, struct err *err);

static bool
carry_theme(struct app *app, const char *value, struct err *err)
{
	return term_theme(app->tty.term, value, err);
}

static bool
is_on(const char *value)
{
	return !strcmp(value, "on");
}

static bool
carry_mouse(struct app *app, const char *value, struct err *err)
{
	(void)err;
	term_mouse(app->tty.term, is_on(value));
	return true;
}

static bool
carry_title(struct app *app, const char *value, struct err *err)
{
	(void)err;
	term_titles(app->tty.term, is_on(value));
	return true;
}

/* Nothing is to be done: whoever rings looks at the screen's settings. */
static bool
carry_nothing(struct app *app, const char *value, struct err *err)
{
	(void)app;
	(void)value;
	(void)err;
	return true;
}

static carry_fn *const carries[SET_COUNT] = {
	[SET_THEME] = carry_theme,
	[SET_MOUSE] = carry_mouse,
	[SET_BELL] = carry_nothing,
	[SET_NOTIFY] = carry_nothing,
	[SET_TITLE] = carry_title,
};

static const char *const on_off[] = {"on", "off"};
static const char *const notifies[] = {"off", "unfocused", "always"};

static void
keep(char to[SET_VALUE], const char *value)
{
	size_t n = strnlen(value, SET_VALUE - 1);

	memmove(to, value, n);
	to[n] = '\0';
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

/* It is in force from the start. */
static void
begin(struct app *app, enum set set, const char *value)
{
	keep(app->screen.set[set].now, value);
	keep(app->set.tried[set], value);
	keep(app->set.good[set], value);
}

/* The values that it may have, and the one of the config among them. */
static void
offer(struct app *app, enum set set, const char *const *values, int n)
{
	app->screen.set[set].values = values;
	app->screen.set[set].n = n;
}

void
app_set_open(struct app *app)
{
	app->set.names = arena_new(0);
}

void
app_set_opened(struct app *app)
{
	const struct settings *set = app->w.settings;

	begin(app, SET_THEME, term_theme_name(app->tty.term));
	read_names(app);
	begin(app, SET_MOUSE, set->mouse);
	offer(app, SET_MOUSE, on_off, 2);
	carry_mouse(app, set->mouse, NULL);
	begin(app, SET_BELL, set->bell);
	offer(app, SET_BELL, on_off, 2);
	begin(app, SET_NOTIFY, set->notify);
	offer(app, SET_NOTIFY, notifies, 3);
	begin(app, SET_TITLE, set->title);
	offer(app, SET_TITLE, on_off, 2);
	carry_title(app, set->title, NULL);
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
