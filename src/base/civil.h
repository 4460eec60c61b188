/*
 * The Gregorian calendar as arithmetic: days since 1970-01-01 and back.
 */
#ifndef FG_BASE_CIVIL_H
#define FG_BASE_CIVIL_H

#include "base/when.h"

#include <stdint.h>
#include <stdbool.h>

/** The first instant that is not in year 9999 any more. */
#define CIVIL_END (INT64_C(2932897) * WHEN_DAY)

struct civil {
	int year; /* 1970 to 9999 */
	int month, day;
	int hour, minute, second, milli;
};

/** Takes @t apart; false when it lies outside the years 1970 to 9999. */
bool civil_from(when_ms t, struct civil *out);

/** Puts it together; false when there is no such day or time of day. */
bool civil_to(const struct civil *c, when_ms *out);

#endif
