/*
 * The timeline: the entries in the order of the log, of which only those near
 * the view are ever put into words.
 *
 * In follow mode the newest stand at the bottom above "now"; otherwise the
 * entry at the top stays where it is, whatever comes.
 */
#include "view/vm_timeline.h"

#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"
#include "model/entry_filter.h"
#include "view/rows.h"
#include "view/search.h"
#include "view/sift.h"

enum {
	ROOMY_H = 24, /* rows from which on an entry may have three lines */
	LESS_H = 12,  /* and two; and the view moves by a third at once */
	LOCAL_W = 36, /* columns that afford a second one for the time */
	LOCAL_H = 4,
	EDGE_W = 5,   /* columns of the edge that its texts leave to the line */
	LEAST_W = 4,  /* of a text that is searched for */
};

/* ---- days ------------------------------------------------------------ */

static when_ms
day_of(const struct timeline *t, uint32_t place)
{
	const struct entry *e = vm_entry_at(t, place);

	return e ? event_when(&e->ev) / WHEN_DAY : 0;
}

/* A line before the entry says the date: it begins another day. */
static bool
begins_day(const struct timeline *t, uint32_t place)
{
	when_ms before = place > 1 ? day_of(t, place - 1) :
		t->m->now / WHEN_DAY;

	return day_of(t, place) != before;
}

static void
put_rule(const struct timeline *t, const char *text, enum style style,
	int edge)
{
	struct vm_line *l = vm_pane_line(t->m->a, t->p);
	struct str s = {0};

	for (int i = 0; i < ENTRY_TIME; i++)
		str_add(&s, "\u2500");
	vm_put(t->m->a, l, STYLE_FRAME, arena_dup(t->m->a, str_get(&s)));
	vm_putf(t->m->a, l, style, " %s ", text);
	str_cut(&s, 0);
	for (int i = l->end; i < edge; i++)
		str_add(&s, "\u2500");
	if (s.len)
		vm_put(t->m->a, l, STYLE_FRAME,
			arena_dup(t->m->a, str_get(&s)));
	str_release(&s);
	vm_clip(t->m->a, l, t->w);
}

static void
put_day(const struct timeline *t, uint32_t place)
{
	char date[WHEN_MAX];

	put_rule(t, when_date(day_of(t, place) * WHEN_DAY, date),
		STYLE_BOLD, t->w);
}

/* ---- which entries --------------------------------------------------- */

/* Lines of the entry at @place, with that of a day. */
static int
lines_at(const struct timeline *t, uint32_t place)
{
	return vm_entry_shape(t, place)->lines + begins_day(t, place);
}

/* The first place such that the entries up to @last fill @rows lines. */
static uint32_t
first_above(const struct timeline *t, uint32_t last, int rows)
{
	uint32_t at = last;

	rows -= last ? lines_at(t, last) : 0;
	while (at > 1) {
		rows -= lines_at(t, at - 1);
		if (rows < 0)
			break;
		at--;
	}
	return at;
}

/*
 * The top of the view in follow mode.  Where there is room it moves up by a
 * third of its height at once, and new entries come into the rows that this
 * leaves: a new entry then is a line on the terminal, not a whole pane.  It
 * depends on the entries alone, so every screen of a size shows the same: from
 * a place some screens back, which is a multiple of what the step is, the
 * entries are gone through as they came.
 */
static uint32_t
find_follow(const struct timeline *t, int rows)
{
	int step = t->h >= LESS_H ? t->h / 3 : 1;
	uint32_t back = 4 * (uint32_t)step;
	uint32_t at = t->count - t->count % back, top;
	int used = 0;

	if (step == 1 || first_above(t, t->count, rows) <= 1)
		return first_above(t, t->count, rows);
	top = at ? first_above(t, at, rows - step) : 1;
	for (uint32_t i = top; i <= t->count; i++) {
		used += lines_at(t, i);
		if (used <= rows || i < at)
			continue;
		top = first_above(t, i, rows - step);
		used = 0;
		for (uint32_t k = top; k <= i; k++)
			used += lines_at(t, k);
	}
	return top;
}

/* The last place from @top on to @last that is in view. */
static uint32_t
last_seen(const struct timeline *t, uint32_t top, uint32_t last, int rows)
{
	uint32_t at = top;

	for (rows -= lines_at(t, top); at < last; at++) {
		rows -= lines_at(t, at + 1);
		if (rows < 0)
			break;
	}
	return at;
}

/* The place at the top: the end in follow mode, else what stays in view. */
static uint32_t
find_top(struct timeline *t, int rows)
{
	const struct pane_state *st = &t->m->s->pane[PANE_TIMELINE];
	uint32_t here = sift_place(t->m->s, t->inc, t->selected), least;
	uint32_t top = st->top, most = find_follow(t, rows - 1);

	t->p->follow = sift_entry(t->m->s, t->inc, most);
	if (!top)
		return most;
	top = sift_place(t->m->s, t->inc, top - 1) + 1;
	if (st->keeps_top && here > top) {
		here = last_seen(t, top < most ? top : most, here, rows);
		t->selected = sift_entry(t->m->s, t->inc, here);
	}
	if (here && here < top)
		top = here;
	least = here ? first_above(t, here, rows) : 1;
	if (top < least)
		top = least;
	return top > most ? most : top;
}

/* ---- lines --------------------------------------------------------------- */

/*
 * The end of what is shown; entries behind it that are not, are counted.  It
 * is short, since it moves down with every new entry.
 */
static void
put_now(const struct timeline *t)
{
	uint32_t hidden = t->inc->n - sift_entry(t->m->s, t->inc, t->count);

	put_rule(t, !hidden ? vm_past_end(t->m) : arena_printf(t->m->a,
		"%s" DOT "%lu newer not shown", vm_past_end(t->m),
		(unsigned long)hidden), t->m->s->past.n ?
		STYLE_FRAME_REPLAY : STYLE_DIM, 3 * ENTRY_TIME);
}

static void
put_entries(const struct timeline *t, uint32_t top, int rows)
{
	int end = t->p->n + rows;
	uint32_t at = top;

	t->p->first = sift_entry(t->m->s, t->inc, top);
	for (; at <= t->count && t->p->n < end; at++) {
		if (begins_day(t, at))
			put_day(t, at);
		if (t->p->n < end)
			vm_entry_put(t, at, end - t->p->n);
	}
	t->p->last = sift_entry(t->m->s, t->inc, at - 1);
	if (at > t->count && t->p->n < end)
		put_now(t);
}

/* Names the columns where there is more than one for the time. */
static void
put_heading(const struct timeline *t)
{
	struct vm_line *l = vm_pane_line(t->m->a, t->p);

	vm_cell(t->m->a, l, ENTRY_TIME + 1, STYLE_DIM, "UTC");
	vm_cell(t->m->a, l, ENTRY_TIME, STYLE_DIM, t->m->in->zone);
	vm_clip(t->m->a, l, t->w);
}

/* Nothing that is shown is never taken for nothing that happened. */
static void
put_nothing(const struct timeline *t)
{
	struct vm_block block = {0, t->w, STYLE_DIM};

	if (t->inc->n && t->w > 0)
		vm_wrap(t->m->a, t->p, vm_pane_line(t->m->a, t->p), &block,
			arena_printf(t->m->a, "None of %lu entries is %s."
			" Esc shows all, f filters otherwise.",
			(unsigned long)t->inc->n, entry_filter_words(
			&t->m->s->filter, t->m->a)));
}

/* ---- the frame ----------------------------------------------------------- */

static const char *
entries(const struct timeline *t)
{
	return arena_printf(t->m->a, t->count == 1 ? "%lu entry" :
		"%lu entries", (unsigned long)t->count);
}

/* What is marked says at which hit it is, its text in as much as fits. */
static const char *
say_hits(const struct timeline *t, int w)
{
	const struct screen *s = t->m->s;
	struct arena *a = t->m->a;
	const char *says;
	bool none;

	if (!s->find_on || s->search || !s->find.text.len)
		return "";
	says = arena_printf(a, ": %s", search_says(s, t->inc, a, &none));
	w -= text_width(says) + 1;
	return arena_printf(a, "/%s%s", text_clip(a, text_safe(a,
		str_get(&s->find.text), false), w > LEAST_W ? w : LEAST_W),
		says);
}

/*
 * A timeline that is filtered is never taken for the whole one: where not all
 * fits, the counts do.
 */
static void
say_found(const struct timeline *t)
{
	const struct screen *s = t->m->s;
	struct vm_pane *p = t->p;
	struct arena *a = t->m->a;
	int w = p->bare ? t->w : t->w - text_width(p->title) - EDGE_W;
	unsigned long some = t->count, all = t->inc->n;
	const char *hits;

	if (!entry_filter_on(&s->filter)) {
		p->loud = say_hits(t, w);
		return;
	}
	p->loud = arena_printf(a, "filter: %s" DOT "%lu of %lu",
		entry_filter_words(&s->filter, a), some, all);
	hits = say_hits(t, w - text_width(p->loud) - text_width(DOT));
	if (!*hits)
		return;
	if (text_width(p->loud) + text_width(DOT) + text_width(hits) > w) {
		p->loud = arena_printf(a, "filter %lu/%lu", some, all);
		hits = say_hits(t, w - text_width(p->loud) - text_width(DOT));
	}
	p->loud = arena_printf(a, "%s" DOT "%s", p->loud, hits);
}

static const char *
say_place(const struct timeline *t)
{
	const struct screen *s = t->m->s;
	uint32_t here = t->selected ? t->selected : t->p->last;
	bool follows = !s->pane[PANE_TIMELINE].top;
	bool filtered = entry_filter_on(&s->filter);

	if (follows && s->past.n)
		return arena_printf(t->m->a, "%lu of %lu",
			(unsigned long)t->inc->n,
			(unsigned long)t->m->in->present_n);
	if (follows)
		return filtered ? "follow" : arena_printf(t->m->a,
			"follow" DOT "%s", entries(t));
	return arena_printf(t->m->a, filtered ? "entry %lu" :
		"entry %lu of %lu", (unsigned long)here,
		(unsigned long)t->inc->n);
}

/* What came since the end was last in view, and what else lies below. */
static void
say_below(const struct timeline *t)
{
	const struct screen *s = t->m->s;
	uint32_t last = sift_place(s, t->inc, t->p->last);
	uint32_t seen = s->seen && s->seen < t->inc->n ? s->seen : t->inc->n;
	uint32_t known = sift_place(s, t->inc, seen);
	uint32_t fresh = t->count - (known > last ? known : last);
	uint32_t hidden = t->inc->n - seen - (t->count - known);

	if (!s->pane[PANE_TIMELINE].top || last >= t->count)
		return;
	t->p->below_loud = fresh > 0;
	if (fresh)
		t->p->below = arena_printf(t->m->a, "\u2193 %lu new below%s,"
			" End follows", (unsigned long)fresh, !hidden ? "" :
			arena_printf(t->m->a, " (%lu more not shown)",
			(unsigned long)hidden));
	else
		t->p->below = arena_printf(t->m->a, "+%lu more, End follows",
			(unsigned long)(t->count - last));
}

static void
set_frame(const struct timeline *t)
{
	struct vm_pane *p = t->p;
	char date[WHEN_MAX];

	p->right = say_place(t);
	if (p->first && event_when(&incident_entry(t->inc, p->first)->ev) /
	    WHEN_DAY != t->m->now / WHEN_DAY)
		p->right = arena_printf(t->m->a, "%s" DOT "%s", when_date(
			event_when(&incident_entry(t->inc, p->first)->ev),
			date), p->right);
	say_below(t);
}

/* Lines of the pane's own, above the entries. */
static void
put_top(const struct timeline *t)
{
	say_found(t);
	if (t->p->bare && !t->p->ruled && *t->p->loud && t->h > 1)
		vm_put(t->m->a, vm_pane_line(t->m->a, t->p),
			STYLE_ACCENT_BLOCK, t->p->loud);
	if (t->local && !t->p->bare) {
		t->p->title = "Timeline";
		put_heading(t);
	}
}

void
vm_timeline(struct vm_make *m, struct vm_pane *p)
{
	struct timeline t = {
		.m = m, .p = p, .inc = m->inc, .w = vm_pane_w(p),
		.h = vm_pane_h(p), .count = sift_count(m->s, m->inc),
		.known = arena_alloc(m->a, ENTRY_KNOWN * sizeof(*t.known)),
	};
	uint32_t top = 0;

	t.most = t.h >= ROOMY_H ? ENTRY_LINES : t.h >= LESS_H ? 2 : 1;
	t.selected = vm_row_number(m->s->pane[PANE_TIMELINE].row, "entry");
	if (t.selected > m->inc->n)
		t.selected = m->inc->n;
	t.local = m->in->zone && t.w >= LOCAL_W && t.h >= LOCAL_H;
	put_top(&t);
	if (t.count) {
		top = find_top(&t, t.h - p->n);
		put_entries(&t, top, t.h - p->n);
	} else {
		put_nothing(&t);
	}
	p->total = (int)m->inc->n;
	p->top = top ? (int)top - 1 : 0;
	p->row = t.selected ? arena_printf(m->a, "entry:%lu",
		(unsigned long)t.selected) : "";
	p->index = (int)t.selected;
	set_frame(&t);
}
