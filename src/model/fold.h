/*
 * The parts of the fold: one function a kind, in a table by kind (fold.c).
 *
 * Each gets the incident and the entry, whose text is already corrected, and
 * sets entry->untrue instead of acting when the premise does not hold.
 */
#ifndef FG_MODEL_FOLD_H
#define FG_MODEL_FOLD_H

#include "base/mem.h"
#include "model/incident.h"

typedef void fold_fn(struct incident *inc, struct entry *e);

/** The table, by enum event_kind; NULL: nothing but the timeline. */
extern fold_fn *const fold_table[KIND_COUNT];

/** A new zeroed row at the end of one of the incident's lists. */
#define FOLD_ADD(inc, name) \
	((inc)->name = fold_room((inc)->name, (inc)->n_##name, \
		&(inc)->cap_##name, sizeof(*(inc)->name)), \
	 &(inc)->name[(inc)->n_##name++])

/** Adds an event and folds it, unless the state is stale; its entry. */
struct entry *fold_event(struct incident *inc, const struct event *ev);

/** Finds out in which moment the last entry @e came into the log. */
void fold_moment(const struct incident *inc, struct entry *e);

/** Makes room for one row more; the new row is zeroed. */
void *fold_room(void *rows, int n, int *cap, size_t size);

/** Sets everything back to an undeclared incident; entries stay. */
void fold_reset(struct incident *inc);

fold_fn fold_declared, fold_role, fold_severity, fold_numbers, fold_impact,
	fold_signal, fold_scope, fold_bridge, fold_protocol;
fold_fn fold_taken, fold_offered, fold_accepted, fold_declined, fold_assumed;
fold_fn fold_stage, fold_called, fold_closed, fold_reopened, fold_merged,
	fold_received;
fold_fn fold_can, fold_need_dispatched, fold_need_met, fold_need_refused,
	fold_need_dropped, fold_paged, fold_acknowledged, fold_joined,
	fold_released;
fold_fn fold_assigned, fold_understood, fold_completed, fold_blocked,
	fold_answered, fold_decision, fold_diagnosis, fold_proposed,
	fold_approved, fold_executed, fold_worked, fold_failed, fold_repair,
	fold_lesson, fold_item_opened, fold_item_done, fold_item_dropped,
	fold_review;
fold_fn fold_told, fold_waived, fold_snoozed, fold_delivery_released,
	fold_delivery_sent, fold_delivery_claimed, fold_delivery_failed,
	fold_delivery_retried;

/** The message that an entry carries, if any, becomes a row. */
void fold_message(struct incident *inc, const struct entry *e);

/** The page of entry @n may leave before its ten seconds. */
void fold_let_go(struct incident *inc, int32_t n);

/** A channel accepted what @e names, or it was said by hand. */
void fold_accepted_by(struct incident *inc, const struct entry *e);

/** Erased messages that nobody was told are no rows any more. */
void fold_prune(struct incident *inc);

/* ---- bands and clocks (fold_clock.c, fold_stage.c) ----------------- */

/** Opens an interval of a band; nothing if one runs. */
void fold_band_open(struct incident *inc, enum band b, when_ms t);

/** Puts the start of the customers' first interval where impact says. */
void fold_band_impact(struct incident *inc);

/** Goes to a stage: visits, since, unheard word for customers. */
void fold_enter(struct incident *inc, struct entry *e, enum stage to,
	enum call call);

/**
 * All clocks after a change of severity, stage, command or number at @t:
 * nothing becomes late at that moment, a shorter time counts from it.
 */
void fold_shift(struct incident *inc, when_ms t);

/** The commander's broadcast clock starts again at @t. */
void fold_broadcast_from(struct incident *inc, when_ms t);

/** The clock of one SME after joining or a report. */
void fold_can_from(struct incident *inc, struct sme *sme, when_ms t);

/** Adds a stage or call that customers have not heard of. */
void fold_unheard(struct incident *inc, const struct entry *e,
	enum stage stage, enum call call);

/** The customers' due instant from promise and unheard words. */
void fold_customers_due(struct incident *inc);

/** Ends every clock and duty: false alarm, merge, close, All Clear. */
void fold_stop(struct incident *inc, when_ms t);

/** Rows for writing; NULL when there is none. */
struct sme *fold_sme(struct incident *inc, const char *name);
struct sme *fold_sme_new(struct incident *inc, const char *name);
struct need *fold_need(struct incident *inc, int64_t id);
/** A need numbered @id, of which there is none yet; rows rise by number. */
struct need *fold_need_new(struct incident *inc, const struct entry *e,
	int32_t id);

/** What a withdrawn entry gave a number to keeps it: it is never reused. */
void fold_number(struct incident *inc, const struct entry *e);

/** Somebody is here: the CAN clock starts. */
void fold_join(struct incident *inc, struct sme *sme, when_ms t);

#endif
