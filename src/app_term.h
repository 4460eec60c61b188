/*
 * The terminal in the event loop: the ui knows no loop, the loop no ui.
 */
#ifndef FG_APP_TERM_H
#define FG_APP_TERM_H

#include "base/err.h"

struct app_term;
struct loop;
struct term;
struct term_options;

/**
 * term_open() in @loop, which hands in keys, time and signals from then on;
 * on_want and want_ctx of @options are not looked at.  Freed by
 * app_term_close(), never from within a callback, before the loop is.
 */
struct app_term *app_term_open(struct loop *loop,
	const struct term_options *options, struct err *err);

/** The terminal, for drawing. */
struct term *app_term_get(const struct app_term *a);

/** Restores the terminal; NULL is fine. */
void app_term_close(struct app_term *a);

#endif
