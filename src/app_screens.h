/*
 * Verbs that open a screen of their own: `fireground wall`.
 *
 * A verb is a row of the command table with USE_TERM (src/cmd/term_rows.c)
 * and a row here; options, -i and $FIREGROUND_INC come with it.
 */
#ifndef FG_APP_SCREENS_H
#define FG_APP_SCREENS_H

#include "app.h"
#include "run/cli.h"

/** Runs a screen until it is left; returns the exit code. */
typedef int app_screen_fn(const struct app_options *o);

/** The screen of the verb @name, or NULL. */
app_screen_fn *app_screen_find(const char *name);

/** Runs the screen of @args' verb, about the incident that is named. */
cli_screen_fn app_screen_run;

#endif
