/*
 * Asks the sources of alerts what fires, for as long as it is there.
 */
#ifndef FG_RUN_POLLER_H
#define FG_RUN_POLLER_H

#include "relay/source.h"
#include "run/clock.h"

struct http;
struct loop;
struct poller;
struct str;

/** The list, or what is known of a source, has changed; from the loop. */
typedef void poller_fn(void *ctx);

/** What it works with; all borrowed. */
struct poller_ask {
	struct loop *loop;
	struct http *http;
	const struct sources *sources; /* locked ones are not asked */
	struct clock *clock;
	poller_fn *changed;
	void *ctx;
};

/**
 * Begins to ask; freed by poller_free(), with questions still open, before
 * what it works with.  NULL is fine.
 */
struct poller *poller_new(const struct poller_ask *ask);
void poller_free(struct poller *p);

/** What fires, as of the last answers. */
struct alerts *poller_alerts(struct poller *p);

/** Whether every member has answered, or not, once. */
bool poller_ready(const struct poller *p);

/**
 * Adds a line for each member that does not answer: "prod am1.example.com: no
 * answer for 3m: Connection refused"; and one when alerting itself is silent.
 */
void poller_trouble(const struct poller *p, struct str *out);

#endif
