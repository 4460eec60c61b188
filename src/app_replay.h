/*
 * `fireground replay`: the dashboard on a log that is played, or one frame.
 */
#ifndef FG_APP_REPLAY_H
#define FG_APP_REPLAY_H

#include "app.h"
#include "app_line.h"

/** Plays until it is left, or prints the frame; returns the exit code. */
int app_replay_run(const struct app_options *o);

/**
 * Opens the world of @app on what o->args asks to be played, and puts its
 * screen on the first moment; *@incident is which one.  False with @err.
 */
bool app_replay_open(struct app *app, const struct app_options *o,
	uint32_t *incident, struct err *err);

#endif
