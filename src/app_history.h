/*
 * The lines of the prompt, kept across runs.
 */
#ifndef FG_APP_HISTORY_H
#define FG_APP_HISTORY_H

struct app;

/** Puts the lines of earlier runs into the screen's history. */
void app_history_open(struct app *app);

/** Keeps the line that was just typed, if one was. */
void app_history_note(struct app *app);

#endif
