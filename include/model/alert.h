/*
 * An alert that fires, as a screen shows it and an incident is declared from.
 */
#ifndef FG_MODEL_ALERT_H
#define FG_MODEL_ALERT_H

#include "base/when.h"

#include <stdbool.h>

#define ALERT_KEY 80 /* bytes of a key, with NUL */

enum alert_state {
	ALERT_UNPROCESSED,
	ALERT_SUPPRESSED, /* silenced or inhibited: listed, never counted */
	ALERT_ACTIVE,
};

/** One occurrence. */
struct alert {
	char key[ALERT_KEY]; /* "0858a1c94c910c0f@2026-11-22T07:09:41.256Z" */
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

#endif
