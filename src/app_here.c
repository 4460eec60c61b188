#include "app_here.h"

#include "app_line.h"
#include "base/mem.h"
#include "loop/loop.h"
#include "run/here.h"
#include "run/settings.h"
#include "store/store.h"
#include "view/watch.h"

#include <stdio.h>
#include <string.h>

/* In a terminal of several people the login says nothing about who acts. */
void
app_here_open(struct app *app)
{
	const struct settings *set = app->w.settings;
	struct screen *s = &app->screen;

	s->shared = (app->w.opt.shared || set->shared) && !s->past.replay;
	s->idle_ms = set->idle;
	s->key_at = loop_now(app->w.loop);
	if (!s->shared || app->w.named)
		snprintf(s->who, sizeof(s->who), "%s", app->w.who);
}

void
app_here_say(struct app *app)
{
	struct store_presence p;

	/* Whoever plays an incident does not watch it. */
	if (app->screen.past.replay)
		return;
	memset(&p, 0, sizeof(p)); /* it is compared as bytes */
	p.incident = app->screen.incident;
	snprintf(p.who, sizeof(p.who), "%s", app->screen.who);
	snprintf(p.screen, sizeof(p.screen), "%s", app->screen.shared ?
		"shared" : "dashboard");
	if (!memcmp(&p, &app->here, sizeof(p)) && app->said_here)
		return;
	app->here = p;
	app->said_here = true;
	store_here(app->w.store, &p);
}

void
app_here_look(struct app *app)
{
	arena_reset(app->present);
	app->n_watchers = here_list(app->w.store, app->present,
		&app->watchers);
	app->watching = 0;
	for (int i = 0; i < app->n_watchers; i++)
		app->watching += app->watchers[i].incident ==
			app->screen.incident;
}

void
app_here_left(struct app *app)
{
	app_alarm_ring(app);
	app_here_say(app);
}
