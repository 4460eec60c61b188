/*
 * Who is at the keys of this dashboard, and who else looks on.
 */
#ifndef FG_APP_HERE_H
#define FG_APP_HERE_H

struct app;

/** Puts whoever is known to begin with at the keys. */
void app_here_open(struct app *app);

/** Says to other screens who we are and what is open, where that changed. */
void app_here_say(struct app *app);

/** Looks who has the same incident open. */
void app_here_look(struct app *app);

/** The keys have returned to nobody: rings the bell. */
void app_here_left(struct app *app);

#endif
