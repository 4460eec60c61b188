/*
 * The two lines that every screen has: who commands and how long customers
 * and operations have been hit; and what customers were told.
 */
#include "view/vm_part.h"

#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"
#include "model/clocks.h"
#include "model/words.h"

#include <string.h>

/* How much is left out of a line, so that it fits. */
enum brevity {
	SAY_ALL, SAY_SHORT, SAY_LESS, SAY_LEAST, SAY_ONE, BREVITIES
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

	if (b < SAY_LEAST)
		vm_put(m->a, l, STYLE_DIM, "IC ");
	if (!*c->holder) {
		vm_putf(m->a, l, STYLE_BAD_BOLD, "nobody %s",
			vm_span_of(m, m->now - m->inc->since));
		return;
	}
	vm_put(m->a, l, STYLE_NAME, c->holder);
	vm_putf(m->a, l, c->assumed ? STYLE_WARN : STYLE_DIM, "%s %s",
		c->assumed ? " assumed" : "",
		vm_span_of(m, m->now - c->since));
	if (clock_silent(m->inc, m->now, &since)) {
		vm_tab(l, l->end + 1);
		vm_putf(m->a, l, STYLE_ALARM, " COMMANDER SILENT %s ",
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

	vm_putf(m->a, l, STYLE_DIM, "%syou ", gap(b));
	if (*who)
		vm_put(m->a, l, STYLE_NAME, who);
	else
		vm_put(m->a, l, STYLE_DIM, m->in->read_only ? "only read" :
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
	if (*scope && w - l->end > 30) {
		const char *safe = text_safe(m->a, scope, false);

		vm_right(m->a, l, w - 1, STYLE_TEXT,
			text_clip(m->a, safe, w - l->end - 4));
	}
}

/* ---- the customers line --------------------------------------------- */

/* Removes the first @what of @s, or puts @with in its place. */
static const char *
replace(struct vm_make *m, const char *s, const char *what, const char *with)
{
	const char *at = strstr(s, what);

	if (!at)
		return s;
	return arena_printf(m->a, "%.*s%s%s", (int)(at - s), s, with,
		at + strlen(what));
}

static const char *
customers_text(struct vm_make *m, enum brevity b)
{
	const char *s = words_customers_line(m->inc, m->now, m->a);
	const char *more;

	if (b >= SAY_SHORT) {
		s = replace(m, s, " by ", " ");
		s = replace(m, s, "next promised ", "next ");
		more = strstr(s, " LATE");
		if (more && strstr(s, ", next "))
			s = replace(m, s, "Z, ", "Z ");
	}
	more = strstr(s, ", not told: ");
	if (b >= SAY_LESS && more)
		s = arena_dupn(m->a, s, (size_t)(more - s));
	if (b >= SAY_LEAST)
		s = replace(m, s, "customers: ", "");
	more = strstr(s, " LATE");
	if (b >= SAY_ONE && more) {
		const char *from = more;

		while (from > s && from[-1] != ' ')
			from--;
		s = arena_printf(m->a, "customers %.*s",
			(int)(more + strlen(" LATE") - from), from);
	}
	return s;
}

/* "14:05Z" */
static bool
is_time(const char *s, size_t n)
{
	return n >= 6 && s[2] == ':' && s[5] == 'Z';
}

static enum style
word_style(const char *s, size_t n, bool after)
{
	const char *next = s + n;

	if (after)
		return STYLE_BOLD;
	if (!strncmp(s, "LATE", 4) || !strncmp(next, " LATE", 5))
		return STYLE_BAD_BOLD;
	return is_time(s, n) ? STYLE_TEXT : STYLE_DIM;
}

/* Times stand out, what is late more, and what they have not heard of. */
static void
put_customers(struct vm_make *m, struct vm_line *l, const char *s)
{
	const char *after = strstr(s, "not told: ");

	vm_tab(l, 1);
	while (*s) {
		bool told = after && s >= after + strlen("not told: ");
		enum style style = word_style(s, strcspn(s, " "), told);
		size_t n = 0;

		while (s[n]) {
			size_t word = strcspn(s + n, " ");

			told = after && s + n >= after + strlen("not told: ");
			if (word_style(s + n, word, told) != style)
				break;
			n += word;
			n += strspn(s + n, " ");
		}
		vm_put(m->a, l, style, arena_dupn(m->a, s, n));
		s += n;
	}
}

/* The bridge without what every link begins with. */
static struct vm_url
bridge_of(struct vm_make *m, bool brief)
{
	const char *url = str_or(m->inc->bridge, "");
	const char *host = strstr(url, "://");

	return (struct vm_url){
		.text = text_safe(m->a, brief && host ? host + 3 : url, false),
		.url = url,
	};
}

static bool
fits_customers(struct vm_make *m, struct vm_line *l, int w, enum brevity b)
{
	*l = (struct vm_line){0};
	put_customers(m, l, customers_text(m, b));
	return l->end <= w;
}

void
vm_customers(struct vm_make *m, struct vm_line *l, int w)
{
	struct vm_url bridge = bridge_of(m, w < 120);
	int link = *bridge.text ? text_width(bridge.text) + 3 : 0;
	struct vm_line right = {0};
	int b = 0;

	if (!m->inc->declared)
		return;
	if (link > w / 2)
		link = 0;
	while (b < SAY_LEAST &&
	    !fits_customers(m, l, w - link - (link > 0), (enum brevity)b))
		b++;
	if (b == SAY_LEAST) {
		link = 0;
		for (b = 0; b < BREVITIES &&
		    !fits_customers(m, l, w, (enum brevity)b); b++)
			continue;
	}
	if (!link)
		return;
	if (w >= 120) {
		vm_link(m->a, &right, STYLE_INFO, &bridge);
		vm_join(m->a, l, w - 1, &right);
	} else {
		vm_put(m->a, l, STYLE_DIM, DOT);
		vm_link(m->a, l, STYLE_INFO, &bridge);
	}
}
