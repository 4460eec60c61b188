/*
 * An incident as lines of text: what is open, and what was asked for.
 */
#ifndef FG_RUN_PLAIN_H
#define FG_RUN_PLAIN_H

#include "run/plain_say.h"
#include "run/rows.h"
#include "view/screen.h"

struct plain {
	struct cli *cli;
	struct world *w;
	struct submit *submit;
	struct live *live;        /* NULL: no incident is open */
	uint32_t open;            /* its number, or 0 */
	struct screen screen;     /* who acts; what the grammar asks for */
	struct plain_said said;
	struct loop_fd *in;       /* NULL: nothing is read any more */
	struct str typed;         /* of a line that is not whole yet */
	struct str out;           /* to be printed */
	bool reads;               /* reading has begun */
	bool begun, looked, dirty, over, ended;
	struct err err;
};

/** Opens incident @number, or none (0). */
void plain_open(struct plain *p, uint32_t number);

/** The incident that is open and read, or NULL. */
const struct incident *plain_incident(const struct plain *p);

/** Adds lines to what is printed; they are made harmless. */
void plain_put(struct plain *p, const char *text);

/** Prints what is to be printed; false when nobody reads it. */
bool plain_flush(struct plain *p);

/** Runs the whole lines of what was typed; with @last the rest, too. */
void plain_typed(struct plain *p, bool last);

#endif
