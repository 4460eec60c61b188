/* What is worst of an incident, as far as its summary says. */
#include "model/summary.h"

#include "base/mem.h"
#include "base/str.h"

#define SILENT_AFTER (5 * WHEN_MINUTE)

struct asked {
	const struct summary *s;
	when_ms now;
	struct arena *a;
};

static bool
is_late(const struct asked *q, when_ms due)
{
	return due != WHEN_NONE && q->now > due;
}

static const char *
say_late(const struct asked *q, const char *what, when_ms due)
{
	char age[WHEN_MAX];

	return arena_printf(q->a, "%s %s LATE", what,
		when_age(q->now - due, age));
}

static const char *
say_due(const struct asked *q, const char *what, when_ms due)
{
	char age[WHEN_MAX];

	return arena_printf(q->a, "%s in %s", what,
		when_age(due - q->now, age));
}

/* What waits after All Clear: the review, then the action items. */
static const char *
worst_in_care(const struct asked *q, enum attention_level *level)
{
	const struct summary *s = q->s;
	bool review = s->review_due != WHEN_NONE && s->review_held == WHEN_NONE;
	when_ms due = review ? s->review_due : s->item_due;

	if (due == WHEN_NONE)
		return "";
	if (!is_late(q, due))
		return say_due(q, review ? "review due" : "action item due",
			due);
	*level = LEVEL_BAD;
	return say_late(q, review ? "review" : "action item", due);
}

const char *
summary_worst(const struct summary *s, when_ms now, struct arena *a,
	enum attention_level *level)
{
	const struct asked q = {s, now, a};

	*level = LEVEL_INFO;
	if (s->restricted || s->closed)
		return "";
	if (s->all_clear)
		return worst_in_care(&q, level);
	*level = LEVEL_BAD;
	if (!*str_or(s->commander, ""))
		return "no commander";
	if (is_late(&q, s->customers_due))
		return say_late(&q, "customers", s->customers_due);
	*level = LEVEL_WARN;
	if (s->broadcast_due != WHEN_NONE &&
	    is_late(&q, s->broadcast_due + SILENT_AFTER))
		return say_late(&q, "broadcast", s->broadcast_due);
	if (is_late(&q, s->can_due))
		return say_late(&q, "CAN", s->can_due);
	if (s->needs)
		return arena_printf(a, "%d need%s open", s->needs,
			s->needs == 1 ? "" : "s");
	*level = LEVEL_INFO;
	return s->customers_due == WHEN_NONE ? "" :
		say_due(&q, "customers", s->customers_due);
}
