/*
 * The dashboard: owns everything, wires it, decides nothing.  The screens of
 * verbs (app_screens.h) are begun with the same options.
 */
#ifndef FG_APP_H
#define FG_APP_H

#include "run/world.h"

struct cmd_args;

struct app_options {
	const struct world_options *world;
	uint32_t incident; /* to open; 0: the one live incident, or the board */
	const struct cmd_args *args; /* of the verb; NULL: the dashboard */
};

/** Runs the dashboard until it is left; returns the exit code. */
int app_run(const struct app_options *o);

#endif
