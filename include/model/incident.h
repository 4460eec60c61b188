/*
 * One incident, folded from its events.
 *
 * The fold is total and deterministic: it knows no clock, file, locale or
 * random source, never fails, and the same events give the same state on
 * every machine for ever.  A claim whose premise is untrue has no effect; a
 * withdrawn entry counts as never made (the state is folded again without
 * it); durations are never below zero.  All instants are event_when() of the
 * entry that made them; WHEN_NONE is "not yet".
 *
 * All texts belong to the incident's arena and are as people wrote them:
 * text_safe() before they reach a screen.
 */
#ifndef FG_MODEL_INCIDENT_H
#define FG_MODEL_INCIDENT_H

#include "base/hash.h"
#include "base/when.h"
#include "model/delivery.h"
#include "model/event.h"
#include "model/numbers.h"
#include "model/stage.h"

struct arena;

#define ENTRY_HASH 8 /* bytes of its hash that an entry keeps */

/** An entry of the log: the event, and what became of it. */
struct entry {
	struct event ev;
	const char *text;      /* its main text, corrected; "" when none */
	const char *deputy_of; /* commander for whom a deputy acted, or NULL */
	uint32_t corrected_by; /* place of the last correction, or 0 */
	uint32_t withdrawn_by; /* place of the withdrawal, or 0 */
	uint32_t erased_by;    /* place of the erasure, or 0 */
	uint8_t hash[ENTRY_HASH]; /* the first bytes of the chain's hash at it;
				* all 0: not in the log yet */
	bool untrue;           /* a claim whose premise did not hold */
	bool skewed;           /* at is over 2 s before its predecessor's */
	bool imported;         /* of a log that was written down afterwards */
	when_ms moment;        /* when it came into the log; never before the
				* entry above.  An imported one came when it
				* happened: nobody lived its recording. */
	enum stage stage;      /* the incident's after it */
};

/** Two instants; end is WHEN_NONE while it runs. */
struct interval {
	when_ms start, end;
};

struct intervals {
	struct interval *v;
	int n;
};

/** One stay in a stage. */
struct visit {
	enum stage stage;
	uint32_t n;       /* entry that entered it */
	when_ms start, end;
	bool unmet;       /* left with criteria unmet */
};

enum sme_state { SME_PAGED, SME_ACKED, SME_JOINED, SME_RELEASED };

/** Somebody paged, here or released. */
struct sme {
	const char *name;
	const char *field;   /* "" when unknown */
	const char *phone;   /* as the page said; "" */
	enum sme_state state;
	bool commander;      /* paged to take command */
	uint32_t paged_n;    /* entry of the last page, 0: came unasked */
	bool let_go;         /* it may leave before its ten seconds */
	int pages;           /* how often */
	int32_t need;        /* the need that caused the page, 0: none */
	when_ms paged, acked, eta, joined, released;
	when_ms ack_due;     /* WHEN_NONE: not awaited */
	when_ms last_can;    /* latest report, WHEN_NONE: none */
	uint32_t can_n;      /* its entry */
	when_ms promised;    /* next report as promised, or WHEN_NONE */
	when_ms can_due;     /* WHEN_NONE: no clock runs */
};

enum need_state {
	NEED_OPEN, NEED_DISPATCHED, NEED_MET, NEED_REFUSED, NEED_DROPPED
};

struct need {
	int32_t id;          /* 1, 2, 3 ... in the incident */
	const char *who;     /* whose need; passes on when they are released */
	const char *text;
	enum need_state state;
	uint32_t n;          /* entry of the report that brought it */
	when_ms since;
	when_ms answered;
	const char *by;      /* who answered, "" */
	const char *answer;  /* "" */
	const char *sent;    /* SME paged for it, "" */
};

/** The latest CAN report of one person. */
struct report {
	const char *who;
	uint32_t n;          /* entry with the triples */
	uint32_t last_n;     /* latest entry: a "no change" has a later one */
	when_ms when;        /* of the latest */
	const struct can *can; /* may be NULL: reported nothing but "same" */
	bool no_needs;
	bool internal;
	when_ms next;        /* promised, or WHEN_NONE */
};

enum objective_state {
	OBJ_ASSIGNED, OBJ_UNDERSTOOD, OBJ_DONE, OBJ_BLOCKED, OBJ_ABANDONED
};

struct objective {
	int32_t id;
	const char *who;
	const char *text;
	enum objective_state state;
	uint32_t n;
	when_ms since;       /* assigned */
	when_ms due;         /* end of the time box; WHEN_NONE: none */
	when_ms changed;     /* last change of state */
	const char *why;     /* what blocks it, or how it ended; "" */
	const char *answer;  /* last answer: "more-time", ...; "" */
};

enum mitigation_state {
	MIT_PROPOSED, MIT_APPROVED, MIT_EXECUTED, MIT_WORKED, MIT_FAILED
};

struct mitigation {
	int32_t id;
	const char *text;
	const char *by;      /* who proposed it */
	enum mitigation_state state;
	when_ms changed;
	const char *seen_by; /* who saw that it worked; "" */
	const char *why;     /* "" */
};

/** A stage or call that customers have not heard of. */
struct unheard {
	enum stage stage;    /* entered; or with call the stage after it */
	enum call call;
	uint32_t n;
	when_ms since;
	when_ms due;         /* WHEN_NONE: this severity has no limit */
};

enum affected { AFFECTED_UNKNOWN, AFFECTED_YES, AFFECTED_NO };

/** The one customer clock. */
struct customers {
	enum affected affected;
	const char *owner;   /* role customers; "" is the commander's */
	when_ms told;        /* last word, WHEN_NONE: never */
	const char *by, *through, *text; /* of the last word; "" */
	when_ms promised;    /* next word as promised, or WHEN_NONE */
	when_ms missed;      /* a promise that passed unkept: the last one */
	when_ms made_good;   /* the first word after it */
	when_ms due;         /* WHEN_NONE: nothing is due, the clock rests */
	struct unheard *unheard;
	int n_unheard;
	int words;           /* how many words there were */
};

enum impact { IMPACT_UNKNOWN, IMPACT_BEGAN, IMPACT_NEVER };

struct offer {
	uint32_t n;          /* 0: none */
	const char *from, *to;
	when_ms at;          /* lapses NUM_OFFER after it */
};

struct command {
	const char *holder;  /* "" when nobody commands */
	const char *former;  /* last holder before, "" */
	const char *deputy;  /* "" */
	when_ms since;
	bool assumed;        /* holder assumed it */
	when_ms assumed_at;
	const char *assumed_from;
	struct offer offer;
	when_ms last_act;    /* last entry of the holder, WHEN_NONE */
	uint32_t n;          /* entry of the last change of command */
	when_ms broadcast;   /* when the company was last told */
	when_ms broadcast_due; /* WHEN_NONE: no clock runs */
};

struct signal {
	const char *source;  /* slo, alert, staff, customer */
	const char *text;
	when_ms when;
	uint32_t n;
};

struct item {
	int32_t id;
	const char *text;
	const char *owner;   /* "" */
	int priority;        /* 1..4 */
	when_ms due, since;
	when_ms done;        /* WHEN_NONE: open */
	bool dropped;
	const char *why;     /* evidence or reason; "" */
};

struct line {          /* a lesson, decision, diagnosis: text with author */
	uint32_t n;
	const char *text, *by;
	when_ms when;
};

struct snooze {
	const char *row;
	when_ms until;
	const char *by;
};

struct review {
	const char *owner;   /* "" until All Clear */
	when_ms due;         /* WHEN_NONE: none is due */
	when_ms held;        /* WHEN_NONE: not yet */
	const char *text;
};

struct incident {
	struct arena *arena;
	uint32_t number;
	uint32_t n;            /* last place folded */
	struct hash hash;      /* of the last place */
	int version;           /* highest event grammar met */
	int damaged, unknown;  /* entries of these kinds */
	uint32_t rewritten;    /* last entry that changed earlier ones, or 0 */

	struct entry *entries; /* entries[i] is place i + 1 */
	uint32_t cap;

	bool declared;
	const char *title, *service, *declarer, *source;
	when_ms since;         /* declared: when Detect began */
	uint32_t declared_n;
	bool restricted;
	struct numbers numbers;
	int severity, highest; /* 1..4; the highest reached is the lowest */
	bool severity_confirmed;
	when_ms severity_since;
	enum impact impact;
	when_ms began;         /* when the impact began, if IMPACT_BEGAN */
	const char *scope;     /* "" */
	const char *bridge, *protocol; /* "" */
	const char *scribe;    /* "" */

	enum stage stage;
	when_ms stage_since;
	uint32_t stage_n;      /* entry of the last move */
	bool under_control;    /* called and not taken back by going back */
	when_ms under_control_at, all_clear_at;
	bool all_clear;        /* after-care */
	struct intervals band[BAND_COUNT];

	bool closed, false_alarm;
	when_ms closed_at;
	const char *closed_by, *closed_why;
	uint32_t merged_into;  /* 0: not a duplicate */

	struct command command;
	struct customers customers;
	struct review review;

#define ROWS(type, name) struct type *name; int n_##name, cap_##name
	ROWS(visit, visits);
	ROWS(signal, signals);
	ROWS(sme, smes);
	ROWS(need, needs);
	ROWS(report, reports);
	ROWS(objective, objectives);
	ROWS(mitigation, mitigations);
	ROWS(message, messages);
	ROWS(delivery, deliveries);
	ROWS(item, items);
	ROWS(line, lessons);
	ROWS(line, decisions);
	ROWS(line, diagnoses);
	ROWS(snooze, snoozes);
#undef ROWS
	/* Numbers given so far; those of withdrawn entries are not given
	 * again, so that a number means one thing for ever. */
	int32_t last_need, last_objective, last_mitigation, last_item;
	enum repaired { REPAIR_OPEN, REPAIR_DONE, REPAIR_NOT_NEEDED } repaired;
	const char *repair_text;
	bool stale;            /* must be settled before it is read */
};

/** An empty incident @number; freed by incident_free(). */
struct incident *incident_new(uint32_t number);
void incident_free(struct incident *inc);

/**
 * Folds the next event, given as the store's bytes (copied as needed).  A
 * withdrawal, correction or erasure marks the state stale; call
 * incident_settle() after a batch and before anything is read.
 */
void incident_apply(struct incident *inc, const char *head, const char *data,
	const struct hash *hash);

/** Folds again from the first event if the state is stale. */
void incident_settle(struct incident *inc);

/**
 * A copy of the state as it was after place @n (0: nothing), or as it will
 * be with @drafts after the last one.  The caller frees it before @inc and
 * the drafts, whose texts it borrows.  What was erased since is erased in it,
 * too.
 */
struct incident *incident_at(const struct incident *inc, uint32_t n);
struct incident *incident_with(const struct incident *inc,
	struct event *const *drafts, int n_drafts);

/**
 * Folds the entry of @inc that comes next into @was, an earlier moment of it
 * that incident_at() gave; false when @was has them all.
 */
bool incident_next(struct incident *was, const struct incident *inc);

/**
 * The last place whose entry was in the log at @t, by its moment: what was
 * known then.  0: none was.
 */
uint32_t incident_place_at(const struct incident *inc, when_ms t);

/** The entry at place @n, or NULL. */
const struct entry *incident_entry(const struct incident *inc, uint32_t n);

/** Whether it is live: declared, not All Clear, not closed. */
bool incident_live(const struct incident *inc);

/** "INC-17" into @out (at least 16 bytes). */
char *incident_name(uint32_t number, char *out);

/** Rows by what they are called; NULL when there is none. */
const struct sme *incident_sme(const struct incident *inc, const char *name);
const struct need *incident_need(const struct incident *inc, int32_t id);
const struct objective *incident_objective(const struct incident *inc,
	int32_t id);
const struct mitigation *incident_mitigation(const struct incident *inc,
	int32_t id);
const struct item *incident_item(const struct incident *inc, int32_t id);
const struct report *incident_report(const struct incident *inc,
	const char *who);
const struct message *incident_message(const struct incident *inc,
	uint32_t n);

/** How far entry @n is on its way through @channel, or NULL: not begun. */
const struct delivery *incident_delivery(const struct incident *inc,
	uint32_t n, bool stop, const char *channel);

/** The open need of @who with that @text, or NULL. */
const struct need *incident_need_of(const struct incident *inc,
	const char *who, const char *text);

/** Whether @who is the commander, or the deputy. */
bool incident_commands(const struct incident *inc, const char *who);
bool incident_deputizes(const struct incident *inc, const char *who);

/**
 * Whether a mitigation can come to @state: one that worked is not approved or
 * carried out again, but may turn out to have failed.
 */
bool mitigation_can(const struct mitigation *m, enum mitigation_state state);

/** Whether a need still waits for something. */
bool need_open(const struct need *need);
/** Whether an objective is neither done nor abandoned. */
bool objective_open(const struct objective *o);
/** Whether an action item is neither done nor dropped. */
bool item_open(const struct item *item);

/**
 * Whether the page of @s still waits; paging stops when it is acknowledged,
 * when its need is answered, and for a commander when somebody has taken
 * command since.
 */
bool sme_awaited(const struct incident *inc, const struct sme *s);

/** SMEs that have joined and were not released: the direct reports. */
int incident_joined(const struct incident *inc);

#endif
