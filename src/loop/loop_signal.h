/*
 * Signals as bytes in a pipe, so that they are handled between callbacks.
 */
#ifndef FG_LOOP_LOOP_SIGNAL_H
#define FG_LOOP_LOOP_SIGNAL_H

#include "loop/loop.h"

struct loop_signals;

/** Nothing is installed yet; freed by loop_signals_free(). */
struct loop_signals *loop_signals_new(void);

/** Puts the old handlers back and closes the pipe. */
void loop_signals_free(struct loop_signals *s);

/** From now on @signo is kept for @fn. */
void loop_signals_add(struct loop_signals *s, int signo, loop_signal_fn *fn,
	void *ctx);

/** What to poll for reading; -1 while no signal was asked for. */
int loop_signals_fd(const struct loop_signals *s);

/** Calls what was asked for, once for each signal that came. */
void loop_signals_run(struct loop_signals *s);

#endif
