/*
 * The banner of the past: which moment is shown, how to leave it, and what
 * goes on in the present meanwhile.
 */
#include "view/vm_part.h"

#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"

/* How much is left out of the banner, so that it fits. */
enum brevity {
	SAY_ALL, SAY_DAYLESS, SAY_FEWER_KEYS, SAY_SHORT, SAY_LEAST, SAY_WHEN,
	SAY_WORD, BREVITIES
};

static const char *
moment_words(const struct vm_make *m, enum brevity b)
{
	when_ms at = m->s->past.at;
	char date[WHEN_MAX], time[WHEN_MAX];

	if (b == SAY_WORD)
		return "REPLAY";
	if (b >= SAY_LEAST)
		return arena_printf(m->a, "REPLAY %s", when_clock(at, time));
	when_hms(at, time);
	if (b != SAY_ALL)
		return arena_printf(m->a, "REPLAY %sZ", time);
	return arena_printf(m->a, "REPLAY %s %sZ", when_date(at, date), time);
}

static const char *
place_words(const struct vm_make *m, enum brevity b)
{
	unsigned n = m->s->past.n, of = m->in->present_n;

	return arena_printf(m->a, b < SAY_SHORT ? "entry %u of %u" : "%u/%u",
		n, of);
}

/* A replay is played; elsewhere the keys that come back matter more. */
static const char *
play_words(const struct vm_make *m, enum brevity b)
{
	const struct past *past = &m->s->past;

	if (past->plays)
		return arena_printf(m->a, b < SAY_SHORT ?
			"%dx" DOT "Space pauses" : "%dx", past->speed);
	if (past->n >= m->in->present_n && past->replay)
		return "END";
	if (past->replay)
		return b < SAY_SHORT ? "Space plays" : "";
	return b < SAY_FEWER_KEYS ? "] forth" : "";
}

static const char *
leave_words(const struct vm_make *m, enum brevity b)
{
	if (m->s->past.replay)
		return b < SAY_FEWER_KEYS ? "q leaves" : "";
	if (b < SAY_SHORT)
		return "Esc back to now";
	return b < SAY_LEAST ? "Esc: now" : "Esc";
}

static const char *
news_words(const struct vm_make *m, enum brevity b)
{
	unsigned n = m->in->present_n, left = m->s->past.left;

	if (m->s->past.replay || n <= left)
		return "";
	return arena_printf(m->a, b < SAY_FEWER_KEYS ? n - left == 1 ?
		"%u new entry" : "%u new entries" : "%u new", n - left);
}

static const char *
red_words(const struct vm_make *m, enum brevity b)
{
	int n = m->in->present_red;

	if (!n)
		return "";
	if (b >= SAY_SHORT)
		return arena_printf(m->a, "now: %d red", n);
	return arena_printf(m->a, n == 1 ? "now: %d row needs you" :
		"now: %d rows need you", n);
}

static const char *
store_words(const struct vm_make *m)
{
	when_ms age;

	if (m->in->went_back)
		return "STORE WENT BACK";
	return vm_stale(m, &age) ? arena_printf(m->a, "NO SIGNAL %s",
		vm_span_of(m, age)) : "";
}

static void
add_part(const struct vm_make *m, const char **text, enum brevity b,
	const char *part)
{
	if (*part)
		*text = arena_printf(m->a, "%s%s%s", *text,
			b < SAY_LEAST ? DOT : "  ", part);
}

static const char *
banner(const struct vm_make *m, enum brevity b)
{
	const char *text = moment_words(m, b);

	if (b < SAY_WHEN) {
		add_part(m, &text, b, place_words(m, b));
		add_part(m, &text, b, play_words(m, b));
		add_part(m, &text, b, leave_words(m, b));
		add_part(m, &text, b, news_words(m, b));
		add_part(m, &text, b, red_words(m, b));
	}
	/* What is true of the present is never left out. */
	add_part(m, &text, b, store_words(m));
	return text;
}

const char *
vm_past_banner(const struct vm_make *m)
{
	const char *text = "";

	for (int b = 0; b < BREVITIES; b++) {
		text = banner(m, (enum brevity)b);
		if (text_width(text) + 2 <= m->in->w)
			break;
	}
	return text;
}

const char *
vm_past_end(const struct vm_make *m)
{
	char time[WHEN_MAX];

	return m->s->past.n ? arena_printf(m->a, "%sZ",
		when_hms(m->s->past.at, time)) : "now";
}
