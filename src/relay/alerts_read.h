/*
 * Alerts as others write them.
 */
#ifndef FG_RELAY_ALERTS_READ_H
#define FG_RELAY_ALERTS_READ_H

#include "base/mem.h"
#include "base/tree.h"
#include "relay/alerts.h"

/**
 * One alert of Alertmanager's API or webhook, @node, into @out; texts from
 * @a.  False when it has no name or no time at which it began.
 */
bool alert_read(const struct tree_node *node, struct arena *a,
	struct alert *out);

/** "2026-11-22T07:09:41.25612+01:00" (RFC 3339); false for another text. */
bool alert_time(const char *s, when_ms *out);

/** Whether @node has the label of @matcher ("alertname=Watchdog"). */
bool alert_matches(const struct tree_node *node, const char *matcher);

#endif
