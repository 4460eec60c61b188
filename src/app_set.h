/*
 * The settings that can be changed while the dashboard runs: what carries
 * them out.
 */
#ifndef FG_APP_SET_H
#define FG_APP_SET_H

#include "view/set.h"

struct app;
struct arena;

struct app_set {
	struct arena *names;  /* what a setting may be */
	bool prompt;          /* the prompt was open after the last key */
	char tried[SET_COUNT][SET_VALUE]; /* carried out, or refused */
	char good[SET_COUNT][SET_VALUE];  /* carried out and kept */
	unsigned changes[SET_COUNT];      /* that were seen */
};

/** Before the terminal is opened. */
void app_set_open(struct app *app);

/** The terminal is open: the screen learns what is in force. */
void app_set_opened(struct app *app);

/** After each key: what is wanted now is carried out. */
void app_set(struct app *app);

void app_set_close(struct app *app);

#endif
