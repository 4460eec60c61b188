/*
 * The terminal on the loop: its descriptor, its timer, its signals.
 */
#ifndef FG_APP_TERM_H
#define FG_APP_TERM_H

#include "base/err.h"

#include <stdbool.h>

struct loop;
struct loop_fd;
struct loop_timer;
struct term;
struct term_options;
struct world;

/** The one terminal of a screen; zeroed: none is open. */
struct app_term {
	struct term *term;
	struct loop *loop;       /* borrowed */
	struct loop_fd *fd;
	struct loop_timer *timer;
	short events;            /* wanted, as of poll(2) */
	char *theme_dirs[2];     /* of the person, of the program; heap */
	char *terminfo;          /* folder of entries of ours; heap */
};

/**
 * Opens the terminal with @o, whose theme and colours are filled in from the
 * settings of @w and the environment, and hangs it into the loop of @w.  On
 * failure app_term_close() frees what is left.
 */
bool app_term_open(struct app_term *t, struct world *w,
	struct term_options *o, struct err *err);

/** Takes it out of the loop and gives it back. */
void app_term_close(struct app_term *t);

#endif
