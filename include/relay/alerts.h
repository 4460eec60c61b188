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

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct alerts;
struct arena;

#define ALERTS_MEMBERS 32          /* Alertmanagers that can be asked */
#define ALERTS_GONE_MS (2 * 60000) /* of absence, until it counts */
#define ALERTS_KEY 80              /* bytes of a key, with NUL */

enum alert_state {
	ALERT_UNPROCESSED,
	ALERT_SUPPRESSED, /* silenced or inhibited: listed, never counted */
	ALERT_ACTIVE,
};

/** One occurrence. */
struct alert {
	char key[ALERTS_KEY]; /* "0858a1c94c910c0f@2026-11-22T07:09:41.256Z" */
	when_ms starts;       /* it has fired since then */
	enum alert_state state;
	bool unsure;          /* absent, and no answer that could say so */
	when_ms seen;         /* last time that a member had it */
	const char *name;     /* alertname */
	const char *severity; /* its label; "" */
	const char *service;  /* label service, else job; "" */
	const char *summary;  /* of its annotations, else description; "" */
	const char *labels;   /* all of them: "a=b c=d" */
	const char *runbook;  /* runbook_url; shown, never fetched; "" */
	int members;          /* how many have it now */
};

/** An instant by the clock, and by a steady one in milliseconds. */
struct alerts_time {
	when_ms now;
	int64_t mono;
};

/** The list of a poller; @watchdog ("alertname=Watchdog") is copied. */
struct alerts *alerts_new(const char *watchdog);
void alerts_free(struct alerts *a);

/**
 * Member @m answered with @body.  False with a sentence when it is not what an Alertmanager says;
 * then it counts as no answer.
 */
bool alerts_take(struct alerts *a, int m, const char *body, size_t len,
	const struct alerts_time *at, struct err *err);

/**
 * One alert that was given by hand or by another program, which fires until
 * it is taken back: adds or replaces it.
 */
void alerts_give(struct alerts *a, const struct alert *one, int64_t mono);

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
