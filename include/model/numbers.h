/*
 * The numbers of the process: how soon, how often, how many.
 *
 * One row a number (numbers_row): its name in the config and in the log, unit,
 * defaults by severity and what it means.  incident.declared carries all of
 * them, and everything later reads that copy alone; the config only gives the
 * next declaration its defaults.  Sources: PagerDuty's public response guide,
 * GitLab's handbook and fire-service procedures (crew report every 10 min,
 * elapsed-time mark at 20).
 */
#ifndef FG_MODEL_NUMBERS_H
#define FG_MODEL_NUMBERS_H

#include "base/when.h"

#include <stdbool.h>
#include <stdint.h>

enum number {
	NUM_COMMAND,          /* commander declared within */
	NUM_ACK,              /* page acknowledged within */
	NUM_CAN,              /* CAN after joining, then every */
	NUM_TIMEBOX,          /* objective's time box unless given */
	NUM_BROADCAST,        /* commander's broadcast every */
	NUM_WORD,             /* customers: first word, after stage or call */
	NUM_PROMISE_BEFORE,   /* next word offered before Mitigate */
	NUM_PROMISE_MITIGATE, /* ... in Mitigate */
	NUM_PROMISE_AFTER,    /* ... after Under Control */
	NUM_REVIEW,           /* review held within */
	NUM_ITEM,             /* action item due, by priority P1..P4 */
	NUM_SLOWER,           /* CAN and broadcast after Under Control: times */
	NUM_OFFER,            /* an offer of command lapses after */
	NUM_SILENT,           /* commander silent: broadcast overdue by */
	NUM_TAKE_BACK,        /* what reaches people leaves after */
	NUM_TIRED,            /* time in command: amber, red */
	NUM_SPAN,             /* direct reports above: amber, red */
	NUM_STALE,            /* NO SIGNAL after */
	NUM_COUNT
};

#define NUMBERS_WIDE 4 /* severities 1..4, or priorities P1..P4 */

enum number_unit { UNIT_SPAN, UNIT_TIMES, UNIT_PEOPLE };

struct numbers_row {
	const char *name;         /* "can" */
	enum number_unit unit;
	int wide;                 /* 4 by severity or priority, 2, or 1 */
	int64_t start[NUMBERS_WIDE]; /* defaults: ms or a count; 0 is "-" */
	const char *help;
};

struct numbers {
	int64_t v[NUM_COUNT][NUMBERS_WIDE]; /* ms or a count; 0: none */
};

/** The rows, indexed by enum number; NUM_COUNT of them. */
extern const struct numbers_row numbers_rows[];

/** The defaults of the table. */
void numbers_init(struct numbers *n);

/** The number for severity or priority @sev (1..4); 0 means none. */
int64_t numbers_get(const struct numbers *n, enum number which, int sev);

/** The row called @name; NUM_COUNT when there is none. */
enum number numbers_find(const char *name);

/** Sets one value from text ("10m", "-", "3"); ERR_USAGE with the forms. */
bool numbers_set(struct numbers *n, enum number which, int sev,
	const char *text, struct err *err);

/**
 * The largest value that makes sense: ten years, or 1000.  Sums and products
 * of numbers up to it and of instants never overflow.
 */
int64_t numbers_max(enum number which);

#endif
