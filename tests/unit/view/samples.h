/*
 * What a screen can be looking at: the states that every size and every
 * picture is tried with.
 */
#ifndef FG_TESTS_UNIT_VIEW_SAMPLES_H
#define FG_TESTS_UNIT_VIEW_SAMPLES_H

#include "model/summary.h"
#include "unit/view/scene.h"

enum sample_id {
	SAMPLE_NOTHING,     /* an empty store */
	SAMPLE_BOARD,       /* incidents in all states, a drill */
	SAMPLE_UNREAD,      /* an incident of which nothing is known yet */
	SAMPLE_MINUTE_ONE,  /* declared, nobody in command */
	SAMPLE_INCIDENT,    /* the one of most tests */
	SAMPLE_SILENT,      /* its commander has not been heard of */
	SAMPLE_TWO_LIVE,    /* another one without a commander */
	SAMPLE_NOT_IN_COMMAND, /* somebody else assumed it */
	SAMPLE_NO_SIGNAL,   /* stale; read-only, and a drill */
	SAMPLE_WENT_BACK,   /* the store did */
	SAMPLE_RESTRICTED,
	SAMPLE_CARE,        /* after All Clear */
	SAMPLE_CLOSED,
	SAMPLE_LONG,        /* 10,000 entries */
	SAMPLES
};

struct sample {
	struct scene p;
	struct shot s;
	struct summary board[8];
	bool scene;         /* @p is one */
};

/** Sets up what @id names; ended by sample_end(). */
void sample_open(struct sample *out, enum sample_id id);
void sample_end(struct sample *v);

/** What the names of its pictures begin with. */
const char *sample_name(enum sample_id id);

/** INC-17 in after-care at 15:45. */
struct scene scene_aftercare(void);

/** Fills @v, which has room for 7, with incidents by rank; how many. */
int sample_board(struct summary *v);

#endif
