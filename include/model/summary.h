/*
 * The summary of an incident: what the board and `status` read instead of
 * its events.  Due times are absolute, never "late".
 */
#ifndef FG_MODEL_SUMMARY_H
#define FG_MODEL_SUMMARY_H

#include "base/hash.h"
#include "model/attention.h"
#include "model/incident.h"

struct arena;
struct str;

#define SUMMARY_VERSION 2

#define SUMMARY_DUES 8 /* open action items whose due times are kept */

struct summary {
	uint32_t number, n;
	int v;                 /* SUMMARY_VERSION it was made with */

	/*
	 * Lower comes first: live (nobody in command, then by severity, out
	 * of control, customers hit, oldest), after-care by what is due next,
	 * closed with the latest first.
	 */
	int64_t rank;
	const char *title, *commander, *service, *source;
	int severity, highest;
	enum stage stage;
	bool restricted, closed, false_alarm, all_clear, under_control;
	uint32_t merged_into;
	enum affected affected;
	when_ms since, stage_since, command_since, updated;
	when_ms began;         /* impact; WHEN_NONE unknown or never */
	enum impact impact;
	/* A clock at any moment is its base, and since run if that is set. */
	when_ms customer_base, ops_base; /* band sums of ended intervals */
	when_ms customer_run, ops_run;   /* start of the running one, or none */
	when_ms told, promised, customers_due, can_due, broadcast_due;
	when_ms review_due, review_held, item_due, closed_at, all_clear_at;
	when_ms item_dues[SUMMARY_DUES]; /* the soonest first, then none */
	int needs, smes, items, messages; /* open needs, joined, open, untold */
	struct hash hash;
};

/**
 * Open action items that are overdue at @now, as far as their due times are
 * kept: SUMMARY_DUES means so many or more.
 */
int summary_overdue(const struct summary *s, when_ms now);

/**
 * What is worst of it at @now, from @a: "customers 6m LATE"; "" for nothing,
 * and for one that is restricted or closed.
 */
const char *summary_worst(const struct summary *s, when_ms now,
	struct arena *a, enum attention_level *level);

/** Whether it is live: neither ended nor in after-care. */
bool summary_live(const struct summary *s);

/** The summary of the present state; texts are borrowed from @inc. */
void summary_of(const struct incident *inc, struct summary *out);

/**
 * Its text for the store, and back, with texts from @a.  False, and @out
 * untouched, when it is of another version or damaged: fold the events.
 */
void summary_write(const struct summary *s, struct str *out);
bool summary_read(struct arena *a, const char *text, struct summary *out);

#endif
