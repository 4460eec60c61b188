/*
 * The tour: a table of steps over the dashboard of a practice incident.
 *
 * A step says what a part of the screen shows and which keys act there.  The
 * keys are described by the rows of the key table, under the names that they
 * have for this person, and none of them acts while the tour is on.
 */
#ifndef FG_VIEW_TOUR_H
#define FG_VIEW_TOUR_H

#include "view/input.h"
#include "view/vm.h"

/** What a step is about. */
enum tour_about {
	TOUR_ALL,   /* the whole screen */
	TOUR_HEAD,  /* the lines above the panes */
	TOUR_PANE,  /* one pane, which has the keys meanwhile */
	TOUR_FOOT,  /* the key bar and the line below it */
};

#define TOUR_KEYS 4 /* that a step names at most */

struct tour_step {
	const char *title;
	const char *text;       /* one to three sentences */
	enum tour_about about;
	enum pane_id pane;      /* of TOUR_PANE */
	const char *lines[TOUR_KEYS]; /* of the rows of its keys; NULL ends */
};

/** Step @i from 0; NULL past the last one. */
const struct tour_step *tour_step(int i);
int tour_steps(void);

/**
 * The row of the key table that does @line in an incident, and into *@key the
 * key that it has for this person; NULL when there is none.
 */
const struct key_row *tour_key_row(const struct vm_in *in, const char *line,
	const char **key);

/** Puts the first step over the incident that @s shows. */
void tour_begin(struct screen *s);

/** What a key does while the tour is on: there is always an answer. */
enum screen_did tour_key(struct screen *s, const struct key *key,
	const struct vm_in *in);

#endif
