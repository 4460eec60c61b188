/*
 * What rings: the rows of For you that nobody may overlook, once each.
 */
#ifndef FG_APP_ALARM_H
#define FG_APP_ALARM_H

#include "base/str.h"

#include <stdint.h>

struct app;

struct app_alarm {
	struct str ids;    /* of the rows that were there, a line each */
	uint32_t incident; /* that they are of */
};

/** A frame was shown: its new red rows ring the bell and notify. */
void app_alarm(struct app *app);

/** Rings the bell, unless a setting has silenced it. */
void app_alarm_ring(struct app *app);

void app_alarm_close(struct app *app);

#endif
