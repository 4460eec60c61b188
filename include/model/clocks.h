/*
 * Figures of an incident at an instant: what the clocks show.
 */
#ifndef FG_MODEL_CLOCKS_H
#define FG_MODEL_CLOCKS_H

#include "base/when.h"
#include "model/incident.h"

/** Time in a band up to @now: the sum of its intervals. */
when_ms clock_band(const struct incident *inc, enum band b, when_ms now);

/** Whether a band runs now. */
bool clock_runs(const struct incident *inc, enum band b);

/** Time in a stage up to @now, all visits together. */
when_ms clock_stage(const struct incident *inc, enum stage s, when_ms now);

/** The interval that was promised for SMEs' CANs, stage considered; 0 none. */
when_ms clock_can_every(const struct incident *inc);
when_ms clock_broadcast_every(const struct incident *inc);

/** The next word to offer customers at this stage; 0: none. */
when_ms clock_promise(const struct incident *inc);

/** Missed CAN reports of @sme at @now: 0 none, 1 late, 2 call them. */
int clock_missed(const struct incident *inc, const struct sme *sme,
	when_ms now);

/** Whether the offer of command still stands at @now. */
bool clock_offer_stands(const struct incident *inc, when_ms now);

/** Whether the commander is silent at @now; *@since gets since when. */
bool clock_silent(const struct incident *inc, when_ms now, when_ms *since);

/** Whether @m may leave at @now: its ten seconds are over or it was let go. */
bool clock_left(const struct incident *inc, const struct message *m,
	when_ms now);

/**
 * Who knew first: our first signal minus the first customer report (below
 * zero: we did).  False when there was no customer report, or no signal of
 * ours before it is known.
 */
bool clock_first_known(const struct incident *inc, when_ms *lead);

/** Detect minus impact start (below zero: a head start). */
bool clock_gap(const struct incident *inc, when_ms *gap);

/** The customer line's next due instant, or WHEN_NONE. */
when_ms clock_customers_due(const struct incident *inc);

#endif
