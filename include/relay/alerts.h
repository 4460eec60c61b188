/*
 * Alerts that fire: what several Alertmanagers say, as one list.
 *
 * Members of one cluster say the same, one of them alone may have just been
 * started and know nothing yet, and no answer is not "all quiet".  So alerts
 * are one by fingerprint, an occurrence is (fingerprint, startsAt), and one is
 * gone only after two minutes without it in answers of a member whose
 * Watchdog, an alert that always fires, is there.  The rules were found with
 * a real pair: Alertmanager API v2, as of 0.25.
 *
 * No clock is read and nothing is asked here; texts are as they came.
 */
#ifndef FG_RELAY_ALERTS_H
#define FG_RELAY_ALERTS_H

#include "base/err.h"
#include "base/when.h"
#include "model/alert.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct alerts;
struct arena;

#define ALERTS_MEMBERS 32          /* Alertmanagers that can be asked */
#define ALERTS_GONE_MS (2 * 60000) /* of absence, until it counts */

/** An instant by the clock, and by a steady one in milliseconds. */
struct alerts_time {
	when_ms now;
	int64_t mono;
};

/** An empty list, without members. */
struct alerts *alerts_new(void);
void alerts_free(struct alerts *a);

/**
 * Adds a member of cluster @cluster (0 to 31), whose Watchdog has the label
 * @watchdog ("alertname=Watchdog", copied); returns its number, -1 when there
 * are ALERTS_MEMBERS.  What one cluster has the others cannot deny.
 */
int alerts_member(struct alerts *a, int cluster, const char *watchdog);

/**
 * Member @m answered with @body.  False with a sentence when it is not what an Alertmanager says;
 * then it counts as no answer.
 */
bool alerts_take(struct alerts *a, int m, const char *body, size_t len,
	const struct alerts_time *at, struct err *err);

/** Forgets occurrences that are gone at @mono; to be called once a poll. */
void alerts_sweep(struct alerts *a, int64_t mono);

/**
 * All occurrences: active before suppressed, the oldest first.  *@n gets how
 * many.  Valid until the next call that changes the list.
 */
const struct alert *alerts_list(struct alerts *a, int *n);

/** The occurrence called @key, or NULL. */
const struct alert *alerts_find(const struct alerts *a, const char *key);

/**
 * Whether alerting itself is silent at @mono: no member has answered with its
 * Watchdog for two minutes.
 */
bool alerts_silent(const struct alerts *a, int64_t mono);

#endif
