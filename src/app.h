/*
 * The dashboard: owns everything, wires it, decides nothing.  The screens of
 * verbs (app_screens.h) are begun with the same options.
 */
#ifndef FG_APP_H
#define FG_APP_H

#include "run/world.h"

struct app;
struct cmd_args;
struct app_options;

/** Opens the world and the screen of @app; *@incident is to be opened. */
typedef bool app_open_fn(struct app *app, const struct app_options *o,
	uint32_t *incident, struct err *err);

struct app_options {
	const struct world_options *world;
	uint32_t incident; /* to open; 0: the one live incident, or the board */
	const struct cmd_args *args; /* of the verb; NULL: the dashboard */
	app_open_fn *open; /* NULL: on the store, in the present */
};

/** Runs the dashboard until it is left; returns the exit code. */
int app_run(const struct app_options *o);

#endif
