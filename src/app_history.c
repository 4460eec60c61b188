#include "app_history.h"

#include "app_line.h"
#include "cmd/cmd.h"
#include "run/history.h"
#include "run/settings.h"
#include "store/store.h"

static void
on_line(void *ctx, const char *line)
{
	struct screen *s = ctx;

	screen_remember(s, line);
}

/* A log in memory is gone with the program, and so is what was typed. */
static bool
is_kept(const struct app *app)
{
	return app->w.settings->history && !app->screen.past.replay &&
		!str_starts(store_name(app->w.store), "memory");
}

void
app_history_open(struct app *app)
{
	if (is_kept(app))
		history_read(on_line, &app->screen);
	app->screen.remembered = false;
}

void
app_history_note(struct app *app)
{
	struct screen *s = &app->screen;
	bool fresh = s->remembered;
	struct cmd_env env;

	s->remembered = false;
	if (!fresh || !is_kept(app))
		return;
	world_env(&app->w, app->frame, &env);
	env.inc = app_incident(app);
	history_add(cmd_kept(&env, s->history[s->n_history - 1]));
}
