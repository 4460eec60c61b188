/* Moments of an incident: the state as it was, and as it would be. */
#include "model/incident.h"

#include "model/fold.h"

#include <string.h>

/* Entries of one import are written down within this time of each other. */
#define ONE_GO WHEN_MINUTE

/* ---- when an entry came into the log ----------------------------------- */

/* Whether @ev was recorded well after it happened. */
static bool
is_late(const struct event *ev)
{
	return ev->happened != WHEN_NONE && ev->at != WHEN_NONE &&
		ev->at - ev->happened >= ONE_GO;
}

/*
 * An import begins with the declaration and is recorded in one go.  Its clock
 * is that of the host on which somebody typed `import`, which is no moment of
 * the incident.
 */
static bool
is_imported(const struct entry *e, const struct entry *before)
{
	if (!is_late(&e->ev))
		return false;
	return !before || (before->imported &&
		e->ev.at >= before->ev.at &&
		e->ev.at - before->ev.at < ONE_GO);
}

void
fold_moment(const struct incident *inc, struct entry *e)
{
	const struct entry *before = inc->n > 1 ? e - 1 : NULL;

	e->imported = is_imported(e, before);
	e->moment = e->imported ? event_when(&e->ev) : e->ev.at;
	if (before)
		e->moment = when_later(e->moment, before->moment);
}

uint32_t
incident_place_at(const struct incident *inc, when_ms t)
{
	uint32_t low = 0, high = inc->n;

	while (low < high) {
		uint32_t mid = low + (high - low + 1) / 2;

		if (inc->entries[mid - 1].moment <= t)
			low = mid;
		else
			high = mid - 1;
	}
	return low;
}

/* ---- copies ------------------------------------------------------------- */

static void
copy_entry(struct incident *was, const struct entry *e)
{
	struct entry *copy = fold_event(was, &e->ev);

	/* Its text is gone, also where the erasure is still to come. */
	copy->erased_by = e->erased_by;
	memcpy(copy->hash, e->hash, sizeof(copy->hash));
}

struct incident *
incident_at(const struct incident *inc, uint32_t n)
{
	struct incident *copy = incident_new(inc->number);

	for (uint32_t i = 0; i < inc->n && i < n; i++)
		copy_entry(copy, &inc->entries[i]);
	incident_settle(copy);
	if (n >= inc->n)
		copy->hash = inc->hash;
	return copy;
}

bool
incident_next(struct incident *was, const struct incident *inc)
{
	const struct entry *e = incident_entry(inc, was->n + 1);

	if (!e)
		return false;
	/* A message that was erased since is one all the same. */
	was->stale = was->stale || e->erased_by;
	copy_entry(was, e);
	incident_settle(was);
	if (was->n == inc->n)
		was->hash = inc->hash;
	return true;
}

struct incident *
incident_with(const struct incident *inc, struct event *const *drafts,
	int n_drafts)
{
	struct incident *copy = incident_new(inc->number);

	for (uint32_t i = 0; i < inc->n; i++)
		fold_event(copy, &inc->entries[i].ev);
	for (int i = 0; i < n_drafts; i++)
		fold_event(copy, drafts[i]);
	incident_settle(copy);
	copy->hash = inc->hash;
	return copy;
}
