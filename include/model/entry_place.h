/*
 * Where somebody wants to go in a log: a time, a number, a stage.
 */
#ifndef FG_MODEL_ENTRY_PLACE_H
#define FG_MODEL_ENTRY_PLACE_H

#include "base/err.h"
#include "base/when.h"

#include <stdbool.h>
#include <stdint.h>

struct incident;

struct entry_place {
	uint32_t n;    /* the entry; 0: behind the last one */
	when_ms when;  /* the time that was meant, WHEN_NONE: none was */
};

/**
 * Reads "#215" or "215", "first", "last", a stage (its latest entering),
 * "T+25m", "T-3m" and "T+01:30" (since the declaration), or a time as
 * when_parse() reads it, the latest one past; of a time the first entry that
 * took place then or later.  ERR_USAGE shows what there is.
 */
bool entry_place(const struct incident *inc, const char *text, when_ms now,
	int zone_min, struct entry_place *out, struct err *err);

/**
 * Reads what has passed since the declaration: "25m", "1h30m", or "01:30" as
 * the clocks of a screen show it.  ERR_USAGE shows the forms.
 */
bool entry_elapsed(const char *text, when_ms *out, struct err *err);

#endif
