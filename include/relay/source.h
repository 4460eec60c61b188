/*
 * Sources of alerts: the Alertmanagers that are asked.
 */
#ifndef FG_RELAY_SOURCE_H
#define FG_RELAY_SOURCE_H

#include "relay/alerts.h"
#include "relay/channel.h"

/** What one section of the config says, beside what a channel has, too. */
struct source {
	struct words urls;    /* of the members of one cluster, each asked */
	const char *watchdog; /* LABEL=VALUE of the alert that always fires */
};

/** as.v[i] is the name and the secrets of v[i]. */
struct sources {
	struct source *v;
	struct channels as;
};

#define SOURCE_EVERY_MS 15000 /* between two questions */

/** The sources of @conf, as channels_load(). */
bool sources_load(struct sources *out, const struct conf *conf,
	struct arena *a, struct err *err);

/** What asks member @url of the @i-th source; memory from @a. */
void source_request(const struct sources *s, int i, const char *url,
	struct arena *a, struct request *out);

#endif
