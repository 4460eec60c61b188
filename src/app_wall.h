/*
 * The wall: a display that nobody types into.
 */
#ifndef FG_APP_WALL_H
#define FG_APP_WALL_H

#include "app.h"

/**
 * Shows the live incidents, or the one that is named, until `q` or a signal;
 * returns the exit code.  The store is opened for reading alone; one that is
 * not there, or cannot be read, is tried again for ever.
 */
int app_wall_run(const struct app_options *o);

#endif
