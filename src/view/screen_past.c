/* The past: which moment of an incident a screen shows. */
#include "view/screen.h"

#include "model/incident.h"

#include <stdio.h>

/* The end of the log, as it is known at the moment that is shown. */
static void
follow(struct screen *s)
{
	s->pane[PANE_TIMELINE].row[0] = '\0';
	s->pane[PANE_TIMELINE].top = 0;
}

void
screen_past(struct screen *s, const struct incident *inc, uint32_t n,
	when_ms at)
{
	if (!s->past.n) {
		s->past.left = inc->n;
		s->past.timeline = s->pane[PANE_TIMELINE];
	}
	s->past.n = n;
	s->past.at = at;
	follow(s);
}

void
screen_present(struct screen *s)
{
	if (!s->past.n || s->past.replay)
		return;
	s->pane[PANE_TIMELINE] = s->past.timeline;
	s->past.n = 0;
	s->past.plays = false;
}

bool
screen_may_write(const struct screen *s, struct err *err)
{
	char at[WHEN_MAX];

	if (s->past.replay)
		return err_set(err, ERR_REFUSED, "this is a replay: nothing is"
			" written here; q leaves it");
	if (s->past.n)
		return err_set(err, ERR_REFUSED, "this is %s, the past: Esc"
			" goes back to now", when_clock(s->past.at, at));
	if (s->read_only)
		return err_set(err, ERR_REFUSED, "this screen is read-only:"
			" entries are made elsewhere");
	return true;
}
