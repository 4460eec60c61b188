/*
 * Attention: what needs you now, derived from state and time.
 *
 * One table (attention.c) has a row a sort: its id, how bad, for whom, which
 * key answers it, and the function that finds it.
 */
#ifndef FG_MODEL_ATTENTION_H
#define FG_MODEL_ATTENTION_H

#include "base/when.h"
#include "model/incident.h"

struct arena;

/** Sorts of rows, worst first: the order of the list. */
enum attention_sort {
	ATT_NO_COMMANDER,
	ATT_SILENT,
	ATT_OFFERED,        /* command is offered to you */
	ATT_BLOCKED,        /* an objective cannot be completed */
	ATT_CUSTOMERS_LATE,
	ATT_TOLD_NOBODY,    /* a message that reached nobody */
	ATT_NOT_ACKED,
	ATT_NEED,
	ATT_CAN_LATE,
	ATT_CAN_MINE,       /* your own CAN is due */
	ATT_READ_BACK,      /* an objective waits to be read back */
	ATT_PAGED,          /* a page waits for you */
	ATT_ACKED_SILENT,
	ATT_OVERDUE,        /* an objective's time box is over */
	ATT_CUSTOMERS_DUE,
	ATT_BROADCAST_DUE,
	ATT_NOBODY_SPEAKS,  /* nobody speaks to customers */
	ATT_READY,          /* criteria complete */
	ATT_AHEAD,          /* facts ahead of the stage */
	ATT_TIRED,
	ATT_SPAN,
	ATT_LEFT_OPEN,      /* needs and objectives open after All Clear */
	ATT_REVIEW,
	ATT_ITEM,           /* action items overdue */
	ATT_WAITING,        /* what waits for somebody else on your behalf */
	ATT_OBJECTIVE,      /* an objective of yours, in its time box */
	ATT_COUNT
};

enum attention_level { LEVEL_INFO, LEVEL_WARN, LEVEL_BAD };

/** For whom a sort is, beside commander and deputy who see all. */
enum attention_for { FOR_STAFF, FOR_ALL, FOR_OWNER, FOR_CUSTOMERS };

/** When a sort can come up, as bits: a closed incident owes no more. */
enum attention_phase { IN_LIVE = 1, IN_CARE = 2, IN_CLOSED = 4 };

/** The search and its hits are private to attention_*.c. */
struct attention_find;
struct attention_hit;
struct attention_said;

/** Finds the hits of a sort in the state. */
typedef void attention_find_fn(struct attention_find *f);

/** Puts one hit into words. */
typedef void attention_say_fn(const struct attention_find *f,
	const struct attention_hit *h, struct attention_said *out);

struct attention_row {
	const char *id;      /* "can-late" */
	enum attention_level level; /* the worst that it gets */
	enum attention_for whose;
	int phases;          /* of enum attention_phase */
	const char *key;     /* the key that answers it: "d" */
	const char *verb;    /* and the verb on the command line */
	bool bell;           /* rings once when it appears */
	const char *many;    /* before hits that are joined: "CAN late: " */
	attention_find_fn *find;
	attention_say_fn *say;
	const char *help;
};

/** The table, by enum attention_sort. */
extern const struct attention_row attention_rows[ATT_COUNT];

struct attention {
	enum attention_sort sort;
	enum attention_level level;
	const char *id;      /* "can-late:raj", "need:3": what snooze takes */
	const char *text;    /* "ines cannot complete: drain the edge" */
	const char *more;    /* dim: "4m", "6m LATE"; "" */
	const char *key;     /* what Enter does too */
	const char *verb;    /* a full line to type: "need met 3" */
	const char *who;     /* the person it is about; "" */
	int32_t about;       /* id of need, objective, message entry; 0 */
	when_ms since;
	int joined;          /* how many hits the row stands for, 1 or more */
};

struct attention_list {
	struct attention *v;
	int n;
	int snoozed;         /* rows that are quiet now */
	const char *for_whom; /* "" or the commander: `For ana` */
};

/**
 * The rows for @who (NULL or "": a nameless reader, who sees the commander's)
 * at @now, worst first; memory from @a.  Rows of a kind are joined; the
 * joined row has the id, key, verb, who and about of its worst.  Texts are
 * as people wrote them, in one line: text_safe() before they reach a screen.
 * In verbs "..." stands where words are still to be typed.
 */
struct attention_list attention_of(const struct incident *inc,
	const char *who, when_ms now, struct arena *a);

#endif
