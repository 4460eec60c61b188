#include "app_screens.h"

#include "app_replay.h"
#include "app_tour.h"
#include "app_wall.h"
#include "cmd/cmd.h"

#include <string.h>

static const struct app_screen {
	const char *name;
	app_screen_fn *fn;
} screens[] = {
	{"replay", app_replay_run},
	{"tour", app_tour_run},
	{"wall", app_wall_run},
};

app_screen_fn *
app_screen_find(const char *name)
{
	for (size_t i = 0; i < sizeof(screens) / sizeof(screens[0]); i++)
		if (!strcmp(screens[i].name, name))
			return screens[i].fn;
	return NULL;
}

int
app_screen_run(const struct cli_line *line, const struct cmd_args *args)
{
	struct app_options o = {
		.world = &line->opt, .args = args,
		.incident = args->incident ? args->incident : line->incident,
	};

	return app_screen_find(args->row->name)(&o);
}
