/*
 * Instants and durations: milliseconds, UTC, no locale and no clock.
 *
 * An instant that is not set, or not within the years 1970 to 9999, is
 * written as "-".  What is cut off a time when it is shown is never rounded.
 */
#ifndef FG_BASE_WHEN_H
#define FG_BASE_WHEN_H

#include "base/err.h"

#include <stdint.h>
#include <stddef.h>
#include <stdbool.h>

struct arena;

/** Milliseconds since 1970-01-01T00:00Z; WHEN_NONE is "not set". */
typedef int64_t when_ms;

#define WHEN_NONE INT64_MIN
#define WHEN_SECOND INT64_C(1000)
#define WHEN_MINUTE (60 * WHEN_SECOND)
#define WHEN_HOUR (60 * WHEN_MINUTE)
#define WHEN_DAY (24 * WHEN_HOUR)

/** Size of any buffer that a when_* function writes. */
#define WHEN_MAX 40

/** The later of two instants; one that is not set is before all others. */
when_ms when_later(when_ms a, when_ms b);

/** "2026-11-22T14:31:19.123Z" into @out. */
char *when_iso(when_ms t, char out[WHEN_MAX]);

/**
 * Reads exactly that form, or that without a fraction; false when it is
 * neither, and *@out is untouched.
 */
bool when_parse_iso(const char *s, when_ms *out);

/** "Sun, 22 Nov 2026 14:31:19 +0000", of mails (RFC 5322). */
char *when_mail(when_ms t, char out[WHEN_MAX]);

/** "14:31Z" */
char *when_clock(when_ms t, char out[WHEN_MAX]);

/** "14:31" without a zone, for a column whose head names the zone. */
char *when_hm(when_ms t, char out[WHEN_MAX]);

/** "14:31:19" */
char *when_hms(when_ms t, char out[WHEN_MAX]);

/** "2026-11-22" */
char *when_date(when_ms t, char out[WHEN_MAX]);

/** "14:31Z" on the day of @now, else "2026-11-22 14:31Z". */
char *when_short(when_ms t, when_ms now, char out[WHEN_MAX]);

/**
 * A duration for a person: "8s", "31m", "2h05m", "3d04h"; below zero is
 * shown as 0s.  Minutes from one minute up, no seconds then.
 */
char *when_span(when_ms d, char out[WHEN_MAX]);

/** The same; from 30 days on the days alone: "43d". */
char *when_age(when_ms d, char out[WHEN_MAX]);

/** Elapsed time "T+00:50", "T+17:32", with days "T+8d 01:08"; never < 0. */
char *when_elapsed(when_ms d, char out[WHEN_MAX]);

/**
 * A time with its relation to @now, as echoed before it counts:
 * "23:55Z yesterday, 10 min ago", "14:25Z, in 6 min", "14:31Z, now",
 * "2026-11-19 14:00Z, 3 days ago".
 */
char *when_echo(when_ms t, when_ms now, char out[WHEN_MAX * 2]);

/** How a bare time of day is meant. */
enum when_mean {
	WHEN_PAST,     /* the latest one not after the reference */
	WHEN_NEXT,     /* the next one after the reference */
	WHEN_FROM,     /* the earliest one not before the reference */
};

/**
 * Reads what a person types: 13:41Z, 13:41 (in @zone_min minutes east of
 * UTC), 13:41:05Z, 2026-11-22T13:41:05Z (also with fraction, without
 * seconds, without Z for the zone, or with a blank for T); and, counted from
 * @ref, -10m, +20m, +1h30m, -90s, +2d, now.  A bare time is of the day that
 * @ref has in its zone, or of the one before or after as @mean asks.
 * False with a sentence that shows the forms; *@out is untouched.
 */
bool when_parse(const char *s, when_ms ref, enum when_mean mean, int zone_min,
	when_ms *out, struct err *err);

/**
 * Reads a duration: 90s, 10m, 1h, 1h30m, 3d, or "-" for 0.  Larger units come
 * first.  False with a sentence; *@out is untouched.
 */
bool when_parse_span(const char *s, when_ms *out, struct err *err);

#endif
