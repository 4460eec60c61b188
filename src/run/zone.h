/*
 * The zone of a person's clock.
 */
#ifndef FG_RUN_ZONE_H
#define FG_RUN_ZONE_H

#include "base/err.h"
#include "base/when.h"

#include <stdbool.h>

struct zone {
	char name[32]; /* "UTC", "CET", "+05:30" */
	int min;       /* minutes east of UTC */
};

/** Whether @text is one of the forms: UTC, local, +02:00, Europe/Berlin. */
bool zone_check(const char *text, struct err *err);

/**
 * What @text means at @now, summer time included.  ERR_USAGE for a name that
 * the system's zone files do not have.
 */
bool zone_read(const char *text, when_ms now, struct zone *out,
	struct err *err);

#endif
