/* The four facts of a wall, each in words that need no legend. */
#include "view/wall_part.h"

#include "base/mem.h"
#include "base/str.h"
#include "model/clocks.h"

const char *
wall_span(struct arena *a, when_ms d)
{
	int days, hours, minutes;

	/* Another host's clock may be ahead; no duration is below zero. */
	d = d > 0 ? d : 0;
	days = (int)(d / WHEN_DAY);
	hours = (int)(d % WHEN_DAY / WHEN_HOUR);
	minutes = (int)(d % WHEN_HOUR / WHEN_MINUTE);
	if (days)
		return arena_printf(a, hours ? "%d day%s %d h" : "%d day%s",
			days, days == 1 ? "" : "s", hours);
	if (hours)
		return arena_printf(a, "%d h %02d min", hours, minutes);
	if (minutes)
		return arena_printf(a, "%d min", minutes);
	return arena_printf(a, "%d s", d < 0 ? 0 : (int)(d / WHEN_SECOND));
}

const char *
wall_when(const struct wall_make *w, when_ms t)
{
	when_ms today = w->m.now - w->m.now % WHEN_DAY;
	char clock[WHEN_MAX];

	if (t < today && t >= today - WHEN_DAY)
		return arena_printf(w->m.a, "yesterday %s",
			when_clock(t, clock));
	return vm_clock(&w->m, t);
}

/* ---- customers ------------------------------------------------------- */

static struct wall_fact
fact_hit(struct wall_make *w)
{
	const struct incident *inc = w->m.inc;
	const struct intervals *hit = &inc->band[BAND_CUSTOMER];
	struct wall_fact f = {"CUSTOMERS HIT FOR", "", "", STYLE_BAD_BOLD};

	if (!hit->n || inc->customers.affected == AFFECTED_NO)
		return (struct wall_fact){"CUSTOMERS", "not affected", "",
			STYLE_GOOD};
	f.big = wall_span(w->m.a, clock_band(inc, BAND_CUSTOMER, w->m.now));
	if (!clock_runs(inc, BAND_CUSTOMER)) {
		f.label = "CUSTOMERS WERE HIT FOR";
		f.style = STYLE_BOLD;
		f.small = arena_printf(w->m.a, "until %s",
			wall_when(w, hit->v[hit->n - 1].end));
	} else if (inc->impact == IMPACT_UNKNOWN) {
		f.label = "CUSTOMERS HIT FOR AT LEAST";
		f.small = "start not known yet";
	} else {
		f.small = arena_printf(w->m.a, "since %s",
			wall_when(w, hit->v[0].start));
	}
	return f;
}

/* "told 14:05Z by mei, promised 14:25Z" */
static const char *
told_by(struct wall_make *w)
{
	const struct customers *c = &w->m.inc->customers;
	const char *s;

	if (c->told == WHEN_NONE)
		return "no word yet";
	s = arena_printf(w->m.a, "told %s", wall_when(w, c->told));
	if (*str_or(c->by, ""))
		s = arena_printf(w->m.a, "%s by %s", s,
			wall_said(w, c->by));
	if (c->promised != WHEN_NONE && incident_live(w->m.inc))
		s = arena_printf(w->m.a, "%s, promised %s", s,
			wall_when(w, c->promised));
	return s;
}

static struct wall_fact
fact_told(struct wall_make *w)
{
	const struct incident *inc = w->m.inc;
	when_ms due = clock_customers_due(inc);
	struct wall_fact f = {"CUSTOMERS TOLD", "", told_by(w), STYLE_BOLD};

	if (due == WHEN_NONE || !incident_live(inc)) {
		f.big = inc->customers.told == WHEN_NONE ? "no word due" :
			wall_when(w, inc->customers.told);
		f.style = STYLE_TEXT;
	} else if (w->m.now > due) {
		f.big = arena_printf(w->m.a, "late by %s",
			wall_span(w->m.a, w->m.now - due));
		f.style = STYLE_BAD_BOLD;
	} else {
		f.label = inc->customers.told == WHEN_NONE ?
			"CUSTOMERS: FIRST WORD" : "CUSTOMERS: NEXT WORD";
		f.big = arena_printf(w->m.a, "in %s",
			wall_span(w->m.a, due - w->m.now));
	}
	return f;
}

/* ---- command and stage ----------------------------------------------- */

/* After All Clear nobody commands; somebody owns the review. */
static struct wall_fact
fact_after(struct wall_make *w)
{
	const struct incident *inc = w->m.inc;
	const char *who = inc->closed ? inc->closed_by : inc->review.owner;

	return (struct wall_fact){
		inc->closed ? "CLOSED BY" : "REVIEW OWNER",
		wall_said(w, str_or(who, "nobody")), "",
		*str_or(who, "") ? STYLE_NAME : STYLE_WARN,
	};
}

static struct wall_fact
fact_command(struct wall_make *w)
{
	const struct incident *inc = w->m.inc;
	const struct command *c = &inc->command;
	struct wall_fact f = {"IN COMMAND", "nobody", "", STYLE_BAD_BOLD};
	when_ms since;

	if (!incident_live(inc))
		return fact_after(w);
	if (!*c->holder) {
		f.small = arena_printf(w->m.a, "for %s",
			wall_span(w->m.a, w->m.now - inc->since));
		return f;
	}
	f.big = wall_said(w, c->holder);
	f.style = STYLE_NAME;
	f.small = arena_printf(w->m.a, "%s%s", c->assumed ? "assumed, " : "",
		wall_span(w->m.a, w->m.now - c->since));
	if (clock_silent(inc, w->m.now, &since)) {
		f.label = "COMMANDER SILENT";
		f.style = STYLE_BAD_BOLD;
		f.small = arena_printf(w->m.a, "nothing for %s",
			wall_span(w->m.a, w->m.now - since));
	}
	return f;
}

static struct wall_fact
fact_stage(struct wall_make *w)
{
	const struct incident *inc = w->m.inc;
	struct wall_fact f = {"STAGE", "", "", STYLE_ACCENT_BOLD};

	if (inc->closed) {
		f.big = inc->false_alarm ? "false alarm" : "closed";
		f.style = STYLE_GOOD;
		f.small = wall_when(w, inc->closed_at);
		return f;
	}
	f.big = stage_rows[inc->stage].name;
	f.small = wall_span(w->m.a, w->m.now - inc->stage_since);
	if (inc->all_clear)
		f.label = "ALL CLEAR, STAGE";
	else if (inc->under_control)
		f.label = "UNDER CONTROL, STAGE";
	return f;
}

void
wall_facts(struct wall_make *w, struct wall_fact out[WALL_FACTS])
{
	out[0] = fact_hit(w);
	out[1] = fact_command(w);
	out[2] = fact_stage(w);
	out[3] = fact_told(w);
}
