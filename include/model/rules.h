/*
 * Who may do what, and what a stage asks before it is left.
 *
 * Enforced where events are decided; every refusal is a sentence that says
 * what to do instead.
 */
#ifndef FG_MODEL_RULES_H
#define FG_MODEL_RULES_H

#include "base/err.h"
#include "model/incident.h"

/** Rights, as rows of the command table name them. */
enum right {
	RIGHT_ANYONE,     /* at any time */
	RIGHT_COMMAND,    /* the commander alone */
	RIGHT_STAFF,      /* the commander, or the deputy for them */
	RIGHT_EARLY,      /* anyone before there is a commander, then command */
	RIGHT_EARLY_STAFF, /* anyone before there is one, then staff */
	RIGHT_CLOSING,    /* command; after All Clear the review owner */
	RIGHT_END,        /* command, or the declarer before there is one;
			   * after All Clear the review owner */
	RIGHT_NOBODY,     /* needs no incident */
};

/**
 * ERR_REFUSED with the sentence when @who has not got @right.  A closed or
 * merged incident refuses all but RIGHT_NOBODY: what may still be done there
 * (reopen, undo, erase) does not ask.  @inc may be NULL for RIGHT_NOBODY; @who
 * may be NULL or "": a nameless reader, who has no other right.
 */
bool rules_may(const struct incident *inc, const char *who, enum right right,
	when_ms now, struct err *err);

/**
 * Whether @who has a say over an incident that has ended: its review owner,
 * the last commander, whoever declared or closed it; anyone when nobody owns
 * the review.  ERR_REFUSED says how to get it.
 */
bool rules_may_ended(const struct incident *inc, const char *who,
	struct err *err);

/** A right in words for help: "the commander, or the deputy". */
const char *rules_right_name(enum right right);

/** An exit criterion of a stage. */
struct criterion {
	const char *id;    /* "commander", as stage.entered lists it */
	const char *text;  /* "a commander" */
	const char *verb;  /* the command that satisfies it: "take" */
	bool met;
};

#define CRITERIA_MAX 6

/** The checklist of @stage, ticked by what the log holds; returns how many. */
int rules_criteria(const struct incident *inc, enum stage stage,
	struct criterion out[CRITERIA_MAX]);

/** How many criteria of the current stage are unmet. */
int rules_unmet(const struct incident *inc);

/** The next call: Under Control, All Clear or none. */
enum call rules_next_call(const struct incident *inc);

/**
 * What has already happened that belongs to a later stage; NULL: nothing.
 * Facts from before the last move backwards do not count: they are why it
 * went back.
 */
const char *rules_ahead(const struct incident *inc);

/** The stage that those facts belong to, or STAGE_NONE. */
enum stage rules_ahead_stage(const struct incident *inc);

#endif
