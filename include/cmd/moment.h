/*
 * Moments of an incident's past, as people name and step through them.
 */
#ifndef FG_CMD_MOMENT_H
#define FG_CMD_MOMENT_H

#include "base/err.h"
#include "base/when.h"

#include <stdbool.h>
#include <stdint.h>

struct incident;

/** An instant, and the last entry that was in the log then. */
struct moment {
	uint32_t n;
	when_ms at;
};

/** The moment in which entry @n (1 to inc->n) came into the log. */
struct moment moment_of(const struct incident *inc, uint32_t n);

/** The moment @t; its n is 0 when there was no entry yet. */
struct moment moment_at(const struct incident *inc, when_ms t);

/**
 * Reads what a person types: `#63` (or 63) is an entry, `first` and `last`
 * are, a stage is where it was entered last; T+25m and T+01:10 are
 * counted from the declaration; 14:10Z is of the day of @base, or of the
 * next if only that is within the incident; -10m and +10m are counted from
 * @base, and other times are as when_parse() has them, with the zone of
 * @zone_min.  ERR_USAGE with a sentence for what is none, ERR_REFUSED for what
 * was before the first entry, and for an entry or a stage that is not there.
 */
bool moment_read(const struct incident *inc, const char *text, when_ms base,
	int zone_min, struct moment *out, struct err *err);

enum moment_step {
	MOMENT_PREV, MOMENT_NEXT, MOMENT_STAGE_PREV, MOMENT_STAGE_NEXT,
	MOMENT_FIRST, MOMENT_LAST
};

/**
 * The entry that one comes to from entry @n (inc->n + 1: from beyond the last
 * one); 0 when there is none in that direction.
 */
uint32_t moment_step(const struct incident *inc, uint32_t n,
	enum moment_step step);

#endif
