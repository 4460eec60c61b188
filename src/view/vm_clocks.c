/*
 * The clocks line, which every screen has: who commands, and how long
 * customers and operations have been hit.
 */
#include "view/vm_part.h"

#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"
#include "model/clocks.h"

#define SCOPE_GAP 4 /* columns between the clocks and the scope */

/* How much is left out of a line, so that it fits. */
enum brevity {
	SAY_ALL, SAY_SHORT, SAY_LESS, SAY_LEAST, SAY_ONE, SAY_BARE, BREVITIES
};

/* Between two things, as narrow as the line is brief. */
static const char *
gap(enum brevity b)
{
	return b < SAY_LEAST ? DOT : " ";
}

/* ---- who commands --------------------------------------------------- */

static void
put_commander(struct vm_make *m, struct vm_line *l, enum brevity b)
{
	const struct command *c = &m->inc->command;
	when_ms since;
	bool silent;

	if (b < SAY_LEAST)
		vm_put(m->a, l, STYLE_DIM, "IC ");
	if (!*c->holder) {
		vm_putf(m->a, l, STYLE_BAD_BOLD, "nobody %s",
			vm_span_of(m, m->now - m->inc->since));
		return;
	}
	silent = clock_silent(m->inc, m->now, &since);
	vm_put(m->a, l, STYLE_NAME, c->holder);
	if (!silent || b < SAY_BARE)
		vm_putf(m->a, l, c->assumed ? STYLE_WARN : STYLE_DIM, "%s %s",
			c->assumed ? " assumed" : "",
			vm_span_of(m, m->now - c->since));
	if (silent) {
		vm_tab(l, l->end + 1);
		vm_putf(m->a, l, STYLE_ALARM, " %sSILENT %s ",
			b < SAY_BARE ? "COMMANDER " : "",
			vm_span_of(m, m->now - since));
	}
	if (b < SAY_LESS && clock_offer_stands(m->inc, m->now))
		vm_putf(m->a, l, STYLE_ACCENT, " offered to %s %s",
			c->offer.to, vm_span_of(m, m->now - c->offer.at));
}

/* After All Clear nobody commands; somebody owns the review. */
static void
put_leader(struct vm_make *m, struct vm_line *l, enum brevity b)
{
	const char *owner = m->inc->review.owner;

	if (incident_live(m->inc)) {
		put_commander(m, l, b);
		return;
	}
	if (m->inc->false_alarm) {
		vm_put(m->a, l, STYLE_DIM, "ended by ");
		vm_put(m->a, l, STYLE_NAME, str_or(m->inc->closed_by, "?"));
		return;
	}
	vm_put(m->a, l, STYLE_DIM, "review ");
	vm_put(m->a, l, *owner ? STYLE_NAME : STYLE_WARN,
		str_or(owner, "nobody's"));
}

/* Whoever is at the keys: seen at every size, since entries name them. */
static void
put_you(struct vm_make *m, struct vm_line *l, enum brevity b)
{
	const char *who = m->s->who;

	if (b >= SAY_BARE)
		return;
	vm_putf(m->a, l, STYLE_DIM, "%syou ", gap(b));
	if (*who)
		vm_put(m->a, l, STYLE_NAME, who);
	else
		vm_put(m->a, l, STYLE_DIM, m->in->read_only ||
			m->s->past.replay ? "only read" :
			b < SAY_LESS ? "nobody, i says who" : "nobody: i");
	if (b == SAY_ALL && incident_live(m->inc) &&
	    incident_deputizes(m->inc, who))
		vm_put(m->a, l, STYLE_DIM, " deputy");
}

/* ---- the clocks of the impact --------------------------------------- */

struct band_words {
	enum band band;
	enum style style;
	const char *all, *brief;
};

static void
put_band(struct vm_make *m, struct vm_line *l, enum brevity b,
	const struct band_words *words)
{
	const struct incident *inc = m->inc;
	bool runs = clock_runs(inc, words->band);
	bool vague = words->band == BAND_CUSTOMER &&
		inc->impact == IMPACT_UNKNOWN;
	char at[WHEN_MAX];

	vm_putf(m->a, l, STYLE_DIM, "%s%s", l->end > 1 ? gap(b) : "",
		b == SAY_ALL ? words->all : words->brief);
	if (!inc->band[words->band].n) {
		vm_put(m->a, l, STYLE_DIM, " none");
		return;
	}
	vm_putf(m->a, l, runs ? words->style : STYLE_TEXT, " %s%s",
		vague ? ">=" : "",
		when_elapsed(clock_band(inc, words->band, m->now), at));
	if (!runs)
		vm_put(m->a, l, STYLE_GOOD, b < SAY_LEAST ? " \u2713" :
			"\u2713");
}

static void
put_clocks(struct vm_make *m, struct vm_line *l, enum brevity b)
{
	static const struct band_words customers = {
		BAND_CUSTOMER, STYLE_BAD_BOLD, "customers hit", "hit",
	};
	static const struct band_words operations = {
		BAND_OPERATIONS, STYLE_ACCENT_BOLD, "ops", "ops",
	};

	vm_tab(l, b < SAY_LEAST);
	put_leader(m, l, b);
	put_you(m, l, b);
	put_band(m, l, b, &customers);
	if (b == SAY_ALL && m->inc->customers.affected == AFFECTED_NO)
		vm_put(m->a, l, STYLE_DIM, " not affected");
	if (b < SAY_ONE)
		put_band(m, l, b, &operations);
}

void
vm_clocks(struct vm_make *m, struct vm_line *l, int w)
{
	const char *scope = str_or(m->inc->scope, "");

	if (!m->inc->declared)
		return;
	for (int b = 0; b < BREVITIES; b++) {
		*l = (struct vm_line){0};
		put_clocks(m, l, (enum brevity)b);
		if (l->end <= w)
			break;
	}
	/* Half a sentence would say less than none: Command has all of it. */
	scope = text_safe(m->a, scope, false);
	if (*scope && l->end + SCOPE_GAP + text_width(scope) < w)
		vm_right(m->a, l, w - 1, STYLE_TEXT, scope);
}
