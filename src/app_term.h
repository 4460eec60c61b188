/*
 * The terminal on the loop: its descriptor, its timer, its signals.
 */
#ifndef FG_APP_TERM_H
#define FG_APP_TERM_H

#include "app_line.h"

struct term_options;

/** Opens the terminal of @app with @t and hangs it into the loop. */
bool app_term_open(struct app *app, struct term_options *t, struct err *err);

/** Takes it out of the loop and gives it back. */
void app_term_close(struct app *app);

#endif
