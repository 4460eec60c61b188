/*
 * Lines and forms of the dashboard on their way to the store and back.
 */
#ifndef FG_APP_LINE_H
#define FG_APP_LINE_H

#include "app_alarm.h"
#include "app_set.h"
#include "app_term.h"
#include "run/world.h"
#include "store/store.h"
#include "view/input.h"
#include "view/screen.h"

struct app {
	struct world w;
	struct app_term tty;
	struct submit *submit;
	struct live *live;       /* of the incident that is open; NULL: board */
	struct key_map *keys;
	struct arena *life;      /* as long as the dashboard */
	struct app_set set;      /* what `set` has changed so far */
	struct arena *frame;     /* one key */
	struct arena *shown;     /* the frame that is on the screen */
	const struct vm *vm;     /* that frame; NULL: none yet */
	struct screen screen;
	struct incident *was;    /* the moment of the past that is shown */
	uint32_t was_of;         /* entries of @live when it was folded */
	struct loop_timer *play; /* while the past is played */
	int64_t played;          /* monotonic ms up to which it was */
	int64_t quiet;           /* since when no entry came */
	struct keep *keep;       /* where parked texts are kept; NULL: not */
	struct errand *errands;  /* what was sent and not answered yet */
	bool dirty;              /* a frame is wanted */
	bool drawable;           /* the first frame need not wait any more */
	bool chosen;             /* which incident to open was decided */
	bool over;
	struct app_alarm alarm;  /* what has rung */
	int watching;
	struct arena *present;   /* what was last seen of other screens */
	struct watcher *watchers; /* all screens of the store */
	int n_watchers;
	struct store_presence here; /* what other screens know of this one */
	bool said_here;          /* they have been told */
	unsigned ticks;
};

/** Forgets what was sent and is not answered any more. */
void app_line_end(struct app *app);

/** Runs a line of the grammar; what comes of it is said on the screen. */
void app_line(struct app *app, const char *line);

/** Sends the open form's words. */
void app_form(struct app *app);

/** Does what the screen asked for: opens, goes to the board, quits. */
void app_wants(struct app *app);

/** Opens an incident, or the board (0). */
void app_open(struct app *app, uint32_t incident);

/** The incident that is open and read, or NULL. */
const struct incident *app_incident(const struct app *app);

#endif
