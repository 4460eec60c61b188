#include "app_term.h"

#include "base/str.h"
#include "conf/xdg.h"
#include "loop/loop.h"
#include "run/settings.h"
#include "run/world.h"
#include "ui/term.h"

#include <stddef.h>
#include <stdlib.h>

static void
on_fd(void *ctx, int fd, short revents)
{
	struct app_term *t = ctx;

	(void)fd;
	term_input(t->term, revents);
}

static void
on_timer(void *ctx)
{
	struct app_term *t = ctx;

	t->timer = NULL;
	term_timeout(t->term);
}

/* May come from within term_open(), before the descriptor is known. */
static void
on_want(void *ctx, short events, int ms)
{
	struct app_term *t = ctx;

	t->events = events;
	if (t->fd)
		loop_fd_events(t->fd, events);
	if (t->timer)
		loop_timer_stop(t->timer);
	t->timer = ms < 0 ? NULL : loop_after(t->loop, ms, on_timer, t);
}

static void
on_signal(void *ctx, int signo)
{
	struct app_term *t = ctx;

	if (t->term)
		term_signal(t->term, signo);
}

/* Theme and colours: settings, folders of themes, NO_COLOR. */
static void
look(struct app_term *t, const struct world *w, struct term_options *o)
{
	struct str dir = {0};

	t->theme_dirs[0] = xdg_path(XDG_CONFIG, "themes", NULL);
	if (w->opt.datadir) {
		str_addf(&dir, "%s/themes", w->opt.datadir);
		t->theme_dirs[1] = str_take(&dir);
		str_addf(&dir, "%s/terminfo", w->opt.datadir);
		t->terminfo = str_take(&dir);
	}
	o->theme = w->opt.theme ? w->opt.theme : w->settings->theme;
	o->theme_dirs[0] = t->theme_dirs[0];
	o->theme_dirs[1] = t->theme_dirs[1];
	o->terminfo = t->terminfo;
	o->ascii = w->opt.ascii;
	o->colours = colours_find(w->settings->colours);
}

bool
app_term_open(struct app_term *t, struct world *w, struct term_options *o,
	struct err *err)
{
	t->loop = w->loop;
	look(t, w, o);
	o->on_want = on_want;
	o->want_ctx = t;
	for (int i = 0; term_signal_at(i); i++)
		loop_signal(t->loop, term_signal_at(i), on_signal, t);
	t->term = term_open(o, err);
	if (!t->term)
		return false;
	t->fd = loop_fd_watch(t->loop, term_fd(t->term), t->events, on_fd, t);
	return true;
}

void
app_term_close(struct app_term *t)
{
	if (t->fd)
		loop_fd_stop(t->fd);
	t->fd = NULL;
	term_close(t->term);
	t->term = NULL;
	if (t->timer)
		loop_timer_stop(t->timer);
	t->timer = NULL;
	for (int i = 0; i < 2; i++)
		free(t->theme_dirs[i]);
	t->theme_dirs[0] = t->theme_dirs[1] = NULL;
	free(t->terminfo);
	t->terminfo = NULL;
}
