/*
 * The functions of the adapters' rows, and what they share.
 */
#ifndef FG_RELAY_ADAPTERS_H
#define FG_RELAY_ADAPTERS_H

#include "relay/channel.h"

#define CHECK(name) bool name(const struct channel *c, const char **option, \
	struct err *err)
#define PARTS(name) int name(const struct channel *c, const struct news *n)
#define BUILD(name) bool name(const struct channel *c, const struct news *n, \
	struct arena *a, struct request *out, struct err *err)
#define CLASSIFY(name) void name(const struct channel *c, \
	const struct reply *r, struct arena *a, struct verdict *out)
#define FIND(name) bool name(const struct channel *c, const struct news *n, \
	struct arena *a, struct request *out)
#define FOUND(name) bool name(const struct channel *c, const struct news *n, \
	const struct reply *r, struct arena *a, struct verdict *out)
#define POLL(name) bool name(const struct channel *c, const struct news *n, \
	const char *remote, struct arena *a, struct request *out)
#define POLLED(name) void name(const struct channel *c, \
	const struct http_answer *r, struct arena *a, struct page_state *out)

BUILD(slack_build);
BUILD(mattermost_build);
BUILD(rocketchat_build);
BUILD(discord_build);
CLASSIFY(slack_classify);
CLASSIFY(rocketchat_classify);

CHECK(mail_check);
PARTS(mail_parts);
BUILD(mail_build);

BUILD(pagerduty_build);
CLASSIFY(pagerduty_classify);
POLL(pagerduty_poll);
POLLED(pagerduty_polled);

CHECK(webhook_check);
BUILD(webhook_build);
CHECK(exec_check);
BUILD(exec_build);

BUILD(teams_build);

CHECK(statuspage_check);
PARTS(statuspage_parts);
BUILD(statuspage_build);
CLASSIFY(statuspage_classify);
FIND(statuspage_find);
FOUND(statuspage_found);

CHECK(matrix_check);
BUILD(matrix_build);
CLASSIFY(matrix_classify);

/**
 * verdict_of(), and of what was delivered the text @member of the answer as
 * its name there.
 */
void verdict_named(const struct channel *c, const struct reply *r,
	const char *member, struct arena *a, struct verdict *out);

#endif
