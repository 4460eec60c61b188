/*
 * An incident told line by line, for tests of what is derived from it.
 *
 * Times are times of day on 2026-11-22, in UTC: "14:05" or "14:05:30"; a
 * back-dated entry is "14:45<13:41", recorded and happened.  Data is JSON
 * with ' for ".
 */
#ifndef FG_TESTS_MODEL_TALE_H
#define FG_TESTS_MODEL_TALE_H

#include "base/when.h"
#include "model/incident.h"

struct arena;

struct tale {
	struct incident *inc;
	struct arena *a;
};

struct tale *tale_new(uint32_t number);
void tale_free(struct tale *t);

/** An instant of that day. */
when_ms tale_time(const char *time);

/** Adds an entry and settles the state; returns the entry. */
const struct entry *tale_add(struct tale *t, const char *time, const char *by,
	const char *kind, const char *data);

/** The phrase of the entry that is added. */
const char *tale_say(struct tale *t, const char *time, const char *by,
	const char *kind, const char *data);

/** INC-17 as far as 14:31, on the day that the pictures show. */
struct tale *tale_checkout(void);

#endif
