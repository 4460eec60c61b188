#include "app_term.h"

#include "loop/loop.h"
#include "ui/term.h"

#include <stddef.h>

static void
on_fd(void *ctx, int fd, short revents)
{
	struct app *app = ctx;

	(void)fd;
	term_input(app->term, revents);
}

static void
on_timer(void *ctx)
{
	struct app *app = ctx;

	app->term_timer = NULL;
	term_timeout(app->term);
}

/* May come from within term_open(), before the descriptor is known. */
static void
on_want(void *ctx, short events, int ms)
{
	struct app *app = ctx;

	app->term_events = events;
	if (app->term_fd)
		loop_fd_events(app->term_fd, events);
	if (app->term_timer)
		loop_timer_stop(app->term_timer);
	app->term_timer = ms < 0 ? NULL :
		loop_after(app->w.loop, ms, on_timer, app);
}

static void
on_signal(void *ctx, int signo)
{
	struct app *app = ctx;

	if (app->term)
		term_signal(app->term, signo);
}

bool
app_term_open(struct app *app, struct term_options *t, struct err *err)
{
	t->on_want = on_want;
	t->want_ctx = app;
	for (int i = 0; term_signal_at(i); i++)
		loop_signal(app->w.loop, term_signal_at(i), on_signal, app);
	app->term = term_open(t, err);
	if (!app->term)
		return false;
	app->term_fd = loop_fd_watch(app->w.loop, term_fd(app->term),
		app->term_events, on_fd, app);
	return true;
}

void
app_term_close(struct app *app)
{
	if (app->term_fd)
		loop_fd_stop(app->term_fd);
	app->term_fd = NULL;
	term_close(app->term);
	app->term = NULL;
	if (app->term_timer)
		loop_timer_stop(app->term_timer);
	app->term_timer = NULL;
}
