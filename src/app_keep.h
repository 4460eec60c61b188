/*
 * What people have typed outlives the dashboard, however it ends.
 */
#ifndef FG_APP_KEEP_H
#define FG_APP_KEEP_H

struct app;

/** Takes over what earlier dashboards have left, and says so. */
void app_keep_open(struct app *app);

/** Saves what is parked and what is being typed, if that has changed. */
void app_keep_save(struct app *app);

/** Saves it for the next dashboard. */
void app_keep_close(struct app *app);

#endif
