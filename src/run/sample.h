/*
 * The sample incident, built in: docs/incidents/checkout.scenario, made into
 * a text when the program is (docs/incidents/sample.awk).
 */
#ifndef FG_RUN_SAMPLE_H
#define FG_RUN_SAMPLE_H

/** Lines of a scenario; the last entry is from before SAMPLE_NOW. */
extern const char sample_scenario[];

/** The moment at which it is looked at, and as what its incident is known. */
#define SAMPLE_NOW "2026-11-22T14:31:19Z"
#define SAMPLE_INCIDENT 1
#define SAMPLE_WHO "ana"

#endif
