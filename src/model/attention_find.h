/*
 * The search behind the Attention list: who looks, what was found.
 *
 * A find function walks the rows of the state once and reports hits; only the
 * worst few of a sort are put into words, so that a thousand late needs cost
 * no more than three.
 */
#ifndef FG_MODEL_ATTENTION_FIND_H
#define FG_MODEL_ATTENTION_FIND_H

#include "base/mem.h"
#include "model/attention.h"

/** Something that a sort has found. */
struct attention_hit {
	enum attention_level level;
	when_ms since;     /* the longest comes first within a level */
	const char *who;   /* part of the row's id; "" */
	int32_t about;     /* part of the row's id when who is ""; 0 */
	const void *what;  /* the row of the state: the sort knows its type */
	bool mine;         /* it is the viewer's own */
};

/** A hit in words. */
struct attention_said {
	const char *text;  /* alone in its row */
	const char *more;
	const char *brief; /* among others of its kind */
	const char *key;   /* NULL: the sort's */
	const char *verb;
};

#define ATTENTION_SHOWN 3 /* hits of a kind that are put into words */

struct attention_find {
	const struct incident *inc;
	when_ms now;
	struct arena *a;
	const char *who;   /* the viewer; the commander for a nameless one */
	bool nameless;
	bool staff;        /* sees all: in command, deputy, or nobody is */
	bool speaks;       /* has the role customers */

	enum attention_sort sort; /* now being searched */
	struct attention_hit worst[ATTENTION_SHOWN];
	int n_worst, n_hits;
	int snoozed;
	const struct snooze **quiet; /* by row, the latest first */
	int n_quiet;
};

attention_find_fn find_no_commander, find_silent, find_offered, find_tired,
	find_span, find_told_nobody, find_broadcast_due, find_ready,
	find_ahead;
attention_say_fn say_no_commander, say_silent, say_offered, say_tired,
	say_span, say_told_nobody, say_broadcast_due, say_ready, say_ahead;
attention_find_fn find_customers_late, find_customers_due,
	find_nobody_speaks;
attention_say_fn say_customers_late, say_customers_due, say_nobody_speaks;
attention_find_fn find_not_acked, find_can_late, find_can_mine, find_paged,
	find_acked_silent;
attention_say_fn say_not_acked, say_can_late, say_can_mine, say_paged,
	say_acked_silent;
attention_find_fn find_blocked, find_need, find_read_back, find_overdue,
	find_left_open, find_review, find_item, find_waiting, find_objective;
attention_say_fn say_blocked, say_need, say_read_back, say_overdue,
	say_left_open, say_review, say_item, say_waiting, say_objective;

/** Reports a hit, unless it is snoozed. */
void attention_hit(struct attention_find *f, struct attention_hit hit);

/** Whether @name is the person the list is for. */
bool attention_mine(const struct attention_find *f, const char *name);

/** "4m": how long ago @t was, or how long it still is. */
const char *attention_span(const struct attention_find *f, when_ms t);

/** "6m LATE" or "due in 2m". */
const char *attention_due(const struct attention_find *f, when_ms due);

/** The first line of @s. */
const char *attention_line(const struct attention_find *f, const char *s);

/** "raj (database)", or "raj" when there is no field. */
const char *attention_person(const struct attention_find *f,
	const struct sme *sme);

/** A line to type that ends in a name: "page raj". */
const char *attention_verb(const struct attention_find *f, const char *verb,
	const char *name);

#endif
