#include "app_history.h"

#include "app_line.h"
#include "base/words.h"
#include "cmd/cmd.h"
#include "run/board.h"
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

/* Whether the line is about a restricted incident, open or named in it. */
static bool
is_restricted(const struct app *app, const char *line)
{
	const struct incident *inc = app_incident(app);
	const struct summary *rows;
	struct words w = {0};
	int n;

	if (inc && inc->restricted)
		return true;
	rows = board_rows(app->w.board, &n);
	if (!words_split(app->frame, line, &w, NULL))
		return true;
	for (int i = 0; i < w.n; i++)
		for (int k = 0; k < n; k++)
			if (rows[k].restricted &&
			    rows[k].number == cmd_incident(w.v[i]))
				return true;
	return false;
}

void
app_history_note(struct app *app)
{
	struct screen *s = &app->screen;
	bool fresh = s->remembered;
	const char *line;

	s->remembered = false;
	if (!fresh || !is_kept(app))
		return;
	line = s->history[s->n_history - 1];
	if (!is_restricted(app, line))
		history_add(cmd_kept(line, app->frame));
}
