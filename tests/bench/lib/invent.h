/*
 * A long incident, made up: the same entries for the same seed, in about the
 * mix that a real one has.
 *
 * The state is folded as it grows, so that what an entry points at (a need, an
 * objective, the commander) is there, and no claim is untrue.
 */
#ifndef FG_TESTS_BENCH_INVENT_H
#define FG_TESTS_BENCH_INVENT_H

#include "base/when.h"
#include "model/incident.h"

#include <stdint.h>

/** Words of the first title and the last note, to be found on a screen. */
#define INVENT_TITLE "Xylophone"
#define INVENT_LAST "Quetzalcoatlus"

struct invent {
	struct arena *a;           /* of the event at hand */
	const struct incident *inc; /* the state so far */
	uint64_t seed;
	uint32_t total;            /* entries that are wanted */
	when_ms now;               /* of the event at hand */
	when_ms step;              /* between two entries, on average */
};

/**
 * The next event, with everything but its id set; memory from @v->a.  The last
 * one of @v->total is the note of INVENT_LAST.
 */
struct event *invent_next(struct invent *v);

/** A number below @n. */
int invent_roll(struct invent *v, int n);

/**
 * Word @i into @out: it shares no letter with the twenty before it at any
 * place, so that the cells that change on a screen hold it whole.
 */
const char *invent_word(char out[16], int i);

/* ---- inside (invent_begin.c, invent_text.c) ------------------------- */

/** The entries that an incident begins with; NULL when they are over. */
struct event *invent_begin(struct invent *v);

/** A draft of @kind by @who. */
struct event *invent_by(struct invent *v, enum event_kind kind,
	const char *who);

/** Somebody who works on it; and a sentence of theirs. */
const char *invent_who(struct invent *v);
const char *invent_text(struct invent *v);

#endif
