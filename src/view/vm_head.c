/* The header: what burns, what time it is, and whether that is true. */
#include "view/vm_part.h"

#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"
#include "model/clocks.h"

#include <string.h>

enum {
	TINY_W = 8,  /* columns that hold a severity alone */
	NAME_W = 15, /* of severity and name, which come before the clock */
	TITLE_W = 5, /* of the title, which come before the seconds */
};

#define SIGNAL_AFTER (10 * WHEN_SECOND) /* until an incident says otherwise */

bool
vm_stale(const struct vm_make *m, when_ms *age)
{
	when_ms limit = m->inc && m->inc->declared ?
		numbers_get(&m->inc->numbers, NUM_STALE, 1) : SIGNAL_AFTER;

	*age = m->in->mono - m->in->last_good;
	return *age > (limit ? limit : SIGNAL_AFTER);
}

void
vm_badges(struct vm_make *m, struct vm_line *l)
{
	if (m->in->practice) {
		vm_put(m->a, l, STYLE_BANNER, " DRILL ");
		vm_tab(l, l->end + 1);
	}
	if (m->in->read_only) {
		vm_put(m->a, l, STYLE_BANNER, " READ-ONLY ");
		vm_tab(l, l->end + 1);
	}
}

const char *
vm_banner(const struct vm_make *m, enum style *style)
{
	const struct incident *inc = m->inc;
	const struct command *c;
	char name[16];

	*style = STYLE_REPLAY;
	if (m->s->past.n)
		return vm_past_banner(m);
	*style = STYLE_ALARM;
	if (m->in->went_back)
		return "STORE WENT BACK: nothing is written. Ask who"
			" restored it, then restart. Entries that were here are gone.";
	if (!inc || !inc->declared)
		return NULL;
	c = &inc->command;
	if (incident_live(inc) && c->assumed && *m->s->who &&
	    str_same(m->s->who, str_or(c->assumed_from, "")) &&
	    !str_same(m->s->who, c->holder))
		return arena_printf(m->a, "YOU ARE NOT IN COMMAND. %s"
			" assumed %s", c->holder, vm_clock(m, c->assumed_at));
	*style = STYLE_BANNER;
	if (inc->merged_into)
		return arena_printf(m->a, "DUPLICATE: goes on in %s",
			incident_name(inc->merged_into, name));
	if (inc->version > EVENT_VERSION)
		return arena_printf(m->a, "Only read: a newer fireground"
			" wrote it. Its grammar is %d.", inc->version);
	return NULL;
}

/* ---- the first line ------------------------------------------------ */

static const char *
state_word(const struct incident *inc)
{
	if (inc->merged_into)
		return "merged";
	if (inc->closed)
		return inc->false_alarm ? "closed, false alarm" : "closed";
	return inc->all_clear ? "after-care" : NULL;
}

/* Severity alone where there is no room for more. */
static void
put_severity(struct vm_make *m, struct vm_line *l, int w)
{
	enum style style = style_severity(m->inc->severity);

	if (w < 4)
		vm_putf(m->a, l, style, "%d", m->inc->severity);
	else if (w < TINY_W)
		vm_putf(m->a, l, style, "SEV%d", m->inc->severity);
	else
		vm_putf(m->a, l, style, " SEV%d ", m->inc->severity);
}

/* Returns the column where the title begins. */
static int
head_left(struct vm_make *m, struct vm_line *l, int w)
{
	const struct incident *inc = m->inc;
	const char *state;
	char name[16];
	int title;

	if (!inc) {
		vm_put(m->a, l, STYLE_BOLD, " fireground");
		vm_tab(l, l->end + 2);
		vm_badges(m, l);
		return l->end;
	}
	if (!inc->declared) {
		vm_putf(m->a, l, STYLE_BOLD, " %s ",
			incident_name(inc->number, name));
		vm_put(m->a, l, STYLE_DIM, "is being read");
		return l->end;
	}
	put_severity(m, l, w);
	if (w < TINY_W)
		return l->end;
	vm_tab(l, l->end + 1);
	vm_badges(m, l);
	vm_putf(m->a, l, STYLE_BOLD, "%s",
		incident_name(inc->number, name));
	vm_tab(l, l->end + (w < 100 ? 1 : 2));
	title = l->end;
	if (inc->restricted) {
		vm_put(m->a, l, STYLE_WARN, "restricted");
		vm_tab(l, l->end + 2);
	}
	state = state_word(inc);
	if (state) {
		vm_put(m->a, l, STYLE_GOOD, state);
		vm_tab(l, l->end + 2);
	}
	vm_put(m->a, l, STYLE_TEXT, inc->title);
	return title;
}

static void
put_signal(struct vm_make *m, struct vm_line *l)
{
	when_ms age;

	if (m->s->past.n) {
		vm_put(m->a, l, STYLE_FRAME_REPLAY, "\u25cb replay");
	} else if (m->in->went_back) {
		vm_put(m->a, l, STYLE_ALARM, " STORE WENT BACK ");
	} else if (vm_stale(m, &age)) {
		vm_putf(m->a, l, STYLE_ALARM, " NO SIGNAL %s ",
			vm_span_of(m, age));
	} else {
		vm_put(m->a, l, STYLE_GOOD, "\u25cf live");
	}
}

enum { RIGHT_LEVELS = 5 };

/* The right end; each level leaves out one more thing. */
static struct vm_line
head_right(struct vm_make *m, int level)
{
	const struct incident *inc = m->inc;
	struct vm_line l = {0};
	bool present = !m->s->past.n;
	char now[WHEN_MAX], hash[HASH_HEX];

	if (level < 1 && inc && inc->n && present)
		vm_putf(m->a, &l, STYLE_DIM, "log %.8s   ",
			hash_hex(&inc->hash, hash));
	if (level < 3)
		vm_putf(m->a, &l, STYLE_BOLD, "%s UTC",
			when_hms(m->now, now));
	else if (level < 4)
		vm_putf(m->a, &l, STYLE_BOLD, "%s", when_clock(m->now, now));
	if (l.end)
		vm_tab(&l, l.end + (level < 2 ? 3 : 2));
	put_signal(m, &l);
	if (level < 2 && m->in->watching > 0 && present)
		vm_putf(m->a, &l, STYLE_DIM, "  %d watching",
			m->in->watching);
	vm_tab(&l, l.end + (level < 2));
	return l;
}

/* What is hit, where there is room for all of it. */
static void
put_service(struct vm_make *m, struct vm_line *l, int edge)
{
	const char *service = text_safe(m->a, str_or(m->inc->service, ""),
		false);

	if (*service && l->end + 3 + text_width(service) < edge)
		vm_putf(m->a, l, STYLE_DIM, "   %s", service);
}

static void
put_header(struct vm_make *m)
{
	struct vm_line *l = vm_head_line(m->a, m->vm);
	struct vm_line right;
	int w = m->in->w, level = -1, least;

	least = head_left(m, l, w) + TITLE_W;
	if (least < w * 45 / 100)
		least = w * 45 / 100;
	if (least > l->end)
		least = l->end;
	do
		right = head_right(m, ++level);
	while (level + 1 < RIGHT_LEVELS && right.end + 2 + least > w);
	if (right.end + NAME_W > w && !m->vm->stale)
		right.end = right.n = 0; /* no room but for the incident */
	if (m->inc)
		put_service(m, l, w - right.end - 1);
	vm_clip(m->a, l, w);
	vm_join(m->a, l, w, &right);
	vm_clip(m->a, l, w);
}

/* ---- the board's ---------------------------------------------------- */

/* Where there is room; the pane has the same numbers. */
static void
put_number(struct vm_make *m, struct vm_line *l, int n, const char *what)
{
	const char *text = arena_printf(m->a, DOT "%d %s", n, what);

	if (l->end + text_width(text) <= m->in->w)
		vm_put(m->a, l, STYLE_DIM, text);
}

static void
put_board_line(struct vm_make *m, struct vm_line *l)
{
	int live = 0, care = 0;

	for (int i = 0; i < m->in->n_board; i++) {
		const struct summary *s = &m->in->board[i];

		live += summary_live(s);
		care += !s->closed && s->all_clear;
	}
	vm_put(m->a, l, STYLE_DIM, " you ");
	vm_put(m->a, l, *m->s->who ? STYLE_NAME : STYLE_DIM,
		*m->s->who ? m->s->who : m->in->read_only ? "only read" :
		"nobody, i says who");
	vm_put(m->a, l, STYLE_DIM, DOT);
	vm_putf(m->a, l, live ? STYLE_ACCENT : STYLE_TEXT, "%d live", live);
	put_number(m, l, care, "in after-care");
	put_number(m, l, m->in->board_total, "in all");
	if (parking_count(&m->s->parking, m->s->who))
		vm_putf(m->a, l, STYLE_ACCENT, DOT "%d parked",
			parking_count(&m->s->parking, m->s->who));
}

/* ---- all of it ------------------------------------------------------ */

/* As many whole sentences of @text as fit; the first one in any case. */
static const char *
fit_sentences(struct vm_make *m, const char *text, int w)
{
	size_t n = strlen(text);

	while (n && text_width(arena_dupn(m->a, text, n)) > w)
		for (n--; n && strncmp(text + n - 1, ". ", 2) != 0; n--)
			continue;
	return n ? arena_dupn(m->a, text, n) : text;
}

static void
put_banner(struct vm_make *m, struct vm_line *l)
{
	enum style style;
	const char *text = vm_banner(m, &style);

	text = fit_sentences(m, text_safe(m->a, str_or(text, ""), false),
		m->in->w - 1);

	l->wall = true;
	l->fill = style;
	vm_tab(l, 1);
	vm_put(m->a, l, style, text);
}

/* The past is never shown without saying so. */
static bool
hides_header(const struct vm_make *m)
{
	return m->s->past.n && m->lay.banner < 0;
}

void
vm_head(struct vm_make *m)
{
	const struct layout *lay = &m->lay;
	int w = m->in->w;

	for (int y = 0; y < lay->head; y++) {
		struct vm_line *l;

		if (!y && !hides_header(m)) {
			put_header(m);
			continue;
		}
		l = vm_head_line(m->a, m->vm);
		if (!y) {
			put_banner(m, l);
			continue;
		}
		if (y == lay->banner)
			put_banner(m, l);
		else if (y == lay->clocks && m->inc)
			vm_clocks(m, l, w);
		else if (y == lay->clocks)
			put_board_line(m, l);
		else if (y == lay->customers)
			vm_customers(m, l, w);
		else
			vm_rail(m, l, y - lay->rail);
		vm_clip(m->a, l, w);
	}
}
