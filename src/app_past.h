/*
 * The past on a screen: the incident as it was, folded when it is looked at,
 * and the clock by which it is played.
 */
#ifndef FG_APP_PAST_H
#define FG_APP_PAST_H

#include "app_line.h"

struct vm_in;

/**
 * The incident as the screen shows it: the moment of its past, or the present;
 * NULL when none is open and read.  Borrowed until the next key or turn.
 */
const struct incident *app_shown(struct app *app);

/** What time it is there. */
when_ms app_now(const struct app *app);

/** Puts into a frame what it has to know of the present; uses in->a. */
void app_past_fill(struct app *app, struct vm_in *in);

/** Goes on playing, or stops, as the screen says; after each key. */
void app_past_play(struct app *app);

/** Shows the present; what was folded goes.  Before app->live is closed. */
void app_past_leave(struct app *app);

#endif
