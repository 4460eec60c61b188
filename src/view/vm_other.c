/* Other incidents, of which only the summary is known. */
#include "view/vm_part.h"

#include "base/mem.h"
#include "base/str.h"

#define SILENT_AFTER (5 * WHEN_MINUTE)

static bool
is_late(const struct vm_make *m, when_ms due)
{
	return due != WHEN_NONE && m->now > due;
}

/* What waits after All Clear: the review, then the action items. */
static const char *
worst_in_care(const struct vm_make *m, const struct summary *s,
	enum attention_level *level)
{
	bool review = s->review_due != WHEN_NONE && s->review_held == WHEN_NONE;
	when_ms due = review ? s->review_due : s->item_due;
	const char *what = review ? "review" : "action item";

	if (due == WHEN_NONE)
		return "";
	if (m->now > due) {
		*level = LEVEL_BAD;
		return arena_printf(m->a, "%s %s LATE", what,
			vm_span_of(m, m->now - due));
	}
	return arena_printf(m->a, "%s due in %s", what,
		vm_span_of(m, due - m->now));
}

static const char *
say_late(const struct vm_make *m, const char *what, when_ms due)
{
	return arena_printf(m->a, "%s %s LATE", what,
		vm_span_of(m, m->now - due));
}

const char *
vm_summary_worst(const struct vm_make *m, const struct summary *s,
	enum attention_level *level)
{
	*level = LEVEL_INFO;
	if (s->restricted || s->closed)
		return "";
	if (s->all_clear)
		return worst_in_care(m, s, level);
	*level = LEVEL_BAD;
	if (!*str_or(s->commander, ""))
		return "no commander";
	if (is_late(m, s->customers_due))
		return say_late(m, "customers", s->customers_due);
	*level = LEVEL_WARN;
	if (s->broadcast_due != WHEN_NONE &&
	    is_late(m, s->broadcast_due + SILENT_AFTER))
		return say_late(m, "broadcast", s->broadcast_due);
	if (is_late(m, s->can_due))
		return say_late(m, "CAN", s->can_due);
	if (s->needs)
		return arena_printf(m->a, "%d need%s open", s->needs,
			s->needs == 1 ? "" : "s");
	*level = LEVEL_INFO;
	if (s->customers_due != WHEN_NONE)
		return arena_printf(m->a, "customers in %s",
			vm_span_of(m, s->customers_due - m->now));
	return "";
}

const struct summary *
vm_other(const struct vm_make *m, int *n)
{
	const struct summary *worst = NULL;

	*n = 0;
	for (int i = 0; i < m->in->n_board; i++) {
		const struct summary *s = &m->in->board[i];

		if (!summary_live(s))
			break; /* by rank: no live one comes after this */
		if (m->inc && s->number == m->inc->number)
			continue;
		if (!worst)
			worst = s;
		(*n)++;
	}
	return worst;
}
