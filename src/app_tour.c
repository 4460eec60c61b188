#include "app_tour.h"

#include "app_line.h"
#include "run/cli.h"
#include "run/tour.h"
#include "view/tour.h"

/* How to go on, in the shell, where the next line is typed. */
#define FAREWELL "That was practice. When it is real: fireground declare" \
	" \"TITLE\"\n"

static bool
tour_world(struct app *app, const struct app_options *o, uint32_t *incident,
	struct err *err)
{
	if (!tour_open(&app->w, o->world, incident, err))
		return false;
	screen_init(&app->screen, app->w.via);
	app->screen.read_only = o->world->read_only;
	app->screen.incident = *incident;
	tour_begin(&app->screen);
	return true;
}

int
app_tour_run(const struct app_options *o)
{
	struct app_options own = *o;
	struct err err = {.code = ERR_NONE};
	bool gone = false;
	int code;

	own.open = tour_world;
	code = app_run(&own);
	if (code != 0)
		return code;
	return cli_put(FAREWELL, &gone, &err) || gone ? 0 : cli_fail(&err);
}
