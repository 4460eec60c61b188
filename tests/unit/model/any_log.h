/*
 * Logs made up from a seed: entries that mostly stand on what was before, as
 * people write them, among some that no program of ours would write.
 */
#ifndef FG_TESTS_UNIT_MODEL_ANY_LOG_H
#define FG_TESTS_UNIT_MODEL_ANY_LOG_H

#include "model/incident.h"
#include "unit/model/any_event.h"

struct any_log {
	struct arena *a;
	struct any_text {
		const char *head, *data;
	} *v;           /* v[i] is place i + 1 */
	int n;
};

/** A log of @n entries; in a @hostile one a third makes no sense at all. */
struct any_log *any_log_new(struct dice *d, int n, bool hostile);
void any_log_free(struct any_log *log);

/** Writes @e as the log's entry at place @n (1 is the first). */
void any_log_put(struct any_log *log, int n, struct event *e);

/** Folds the entries from @from to below @to, settling every @step. */
void any_log_fold(const struct any_log *log, struct incident *inc, int from,
	int to, int step);

#endif
