/*
 * `fireground replay`: the dashboard on a log that is played, or one frame.
 */
#ifndef FG_APP_REPLAY_H
#define FG_APP_REPLAY_H

#include "app.h"

/** Plays until it is left, or prints the frame; returns the exit code. */
int app_replay_run(const struct app_options *o);

#endif
