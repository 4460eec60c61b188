/*
 * `fireground tour`: the dashboard on the sample incident, part by part.
 */
#ifndef FG_APP_TOUR_H
#define FG_APP_TOUR_H

#include "app.h"

/** Runs the tour until it is left; returns the exit code. */
int app_tour_run(const struct app_options *o);

#endif
