/*
 * The timeline: the entries in the order of the log, one line each, of which
 * only those in view are ever put into words.
 *
 * In follow mode the newest stand at the bottom above "now"; otherwise the
 * entry at the top stays where it is, whatever comes.
 */
#include "view/vm_part.h"

#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"
#include "model/words.h"
#include "view/rows.h"

#include <string.h>

enum {
	TIME = 5,   /* "14:31" */
	TAG = 6,    /* "alert " */
	ASIDE_W = 40, /* columns from which on there is room at the right */
};

/* A row that was recorded this much later says when. */
#define LATER WHEN_MINUTE

/* The part of the log that is in view. */
struct view {
	struct vm_make *m;
	struct vm_pane *p;
	const struct incident *inc;
	uint32_t selected; /* 0: none */
	int w, h;
	bool local;        /* a column in another zone */
};

static const enum style tag_styles[KIND_COUNT] = {
	[KIND_DAMAGED] = STYLE_BAD, [KIND_UNKNOWN] = STYLE_WARN,
	[KIND_DECLARED] = STYLE_ACCENT_BOLD, [KIND_STAGE] = STYLE_ACCENT_BOLD,
	[KIND_CALLED] = STYLE_ACCENT_BOLD,
	[KIND_TAKEN] = STYLE_NAME, [KIND_OFFERED] = STYLE_NAME,
	[KIND_ACCEPTED] = STYLE_NAME, [KIND_DECLINED] = STYLE_NAME,
	[KIND_ASSUMED] = STYLE_BAD_BOLD,
	[KIND_SEVERITY] = STYLE_BAD_BOLD, [KIND_IMPACT] = STYLE_BAD,
	[KIND_SIGNAL] = STYLE_CAN_C,
	[KIND_NEED_DISPATCHED] = STYLE_WARN, [KIND_NEED_MET] = STYLE_GOOD,
	[KIND_NEED_REFUSED] = STYLE_WARN,
	[KIND_PAGED] = STYLE_NAME, [KIND_ACKNOWLEDGED] = STYLE_GOOD,
	[KIND_JOINED] = STYLE_GOOD, [KIND_RELEASED] = STYLE_DIM,
	[KIND_COMPLETED] = STYLE_GOOD, [KIND_BLOCKED] = STYLE_BAD_BOLD,
	[KIND_DECISION] = STYLE_BOLD, [KIND_ANSWERED] = STYLE_BOLD,
	[KIND_DIAGNOSIS] = STYLE_BOLD,
	[KIND_PROPOSED] = STYLE_WARN, [KIND_APPROVED] = STYLE_WARN,
	[KIND_EXECUTED] = STYLE_ACCENT, [KIND_WORKED] = STYLE_GOOD,
	[KIND_FAILED] = STYLE_BAD, [KIND_REPAIR] = STYLE_GOOD,
	[KIND_BROADCAST] = STYLE_INFO, [KIND_DELIVERY_SENT] = STYLE_INFO,
	[KIND_DELIVERY_RELEASED] = STYLE_DIM,
	[KIND_TOLD] = STYLE_GOOD, [KIND_WAIVED] = STYLE_WARN,
	[KIND_NOTE] = STYLE_DIM, [KIND_CORRECTED] = STYLE_DIM,
	[KIND_WITHDRAWN] = STYLE_DIM, [KIND_ERASED] = STYLE_WARN,
	[KIND_SNOOZED] = STYLE_DIM, [KIND_ROLE] = STYLE_DIM,
	[KIND_NUMBERS] = STYLE_DIM, [KIND_BRIDGE] = STYLE_DIM,
	[KIND_PROTOCOL] = STYLE_DIM,
	[KIND_CLOSED] = STYLE_ACCENT_BOLD, [KIND_REOPENED] = STYLE_ACCENT_BOLD,
	[KIND_MERGED] = STYLE_ACCENT_BOLD,
};

enum style
vm_tag_style(enum event_kind kind)
{
	return tag_styles[kind];
}

/* ---- one entry ------------------------------------------------------- */

static bool
is_void(const struct entry *e)
{
	return e->withdrawn_by || e->untrue;
}

static const char *
put_times(const struct view *v, struct vm_line *l, const struct entry *e)
{
	when_ms when = event_when(&e->ev);
	const char *mark = " ";
	char time[WHEN_MAX];

	vm_put(v->m->a, l, STYLE_DIM, when_hm(when, time));
	if (v->local)
		vm_putf(v->m->a, l, STYLE_DIM, " %s", when_hm(when +
			v->m->in->zone_min * WHEN_MINUTE, time));
	if (is_void(e))
		mark = "\u2717";
	else if (e->corrected_by)
		mark = "+";
	else if (e->skewed)
		mark = "!";
	else if (v->m->s->past.n == e->ev.n)
		mark = ARROW;
	return mark;
}

/* ---- what stands at the right of it ----------------------------------- */

/* The login that an entry came through, when it is not its author's own. */
static const char *
login_of(const struct event *ev)
{
	const char *via = str_or(ev->via, ""), *by = str_or(ev->by, "");
	size_t n = strcspn(via, "@");

	return n && strlen(by) == n && str_starts(via, by) ? "" : via;
}

static bool
is_back_dated(const struct event *ev)
{
	when_ms d = ev->happened == WHEN_NONE ? 0 : ev->at - ev->happened;

	return d >= LATER || d <= -LATER;
}

/* Recorded in one go with the one before and in order, as an import does. */
static bool
goes_with(const struct event *ev, const struct event *before)
{
	return is_back_dated(before) && ev->at - before->at < LATER &&
		ev->at >= before->at && event_when(ev) >= event_when(before);
}

/*
 * When it was recorded, and through whose login: said where it differs from
 * what the row above says; with @all in any case.
 */
static const char *
aside(const struct view *v, const struct entry *e, bool all)
{
	const struct event *ev = &e->ev;
	const struct entry *above = incident_entry(v->inc, ev->n - 1);
	const char *via = login_of(ev), *out = "";
	char time[WHEN_MAX];

	all = all || !above;
	if (*via && (all || strcmp(via, login_of(&above->ev)) != 0))
		out = arena_printf(v->m->a, DOT "via %s", via);
	if (is_back_dated(ev) && (all || !goes_with(ev, &above->ev)))
		out = arena_printf(v->m->a, DOT "rec %s%s",
			when_short(ev->at, event_when(ev), time), out);
	if (e->withdrawn_by)
		out = arena_printf(v->m->a, DOT "withdrawn%s", out);
	else if (e->untrue)
		out = arena_printf(v->m->a, DOT "no effect%s", out);
	else if (e->skewed)
		out = arena_printf(v->m->a, DOT "clock differs%s", out);
	return *out ? out + strlen(DOT) : out;
}

/* ---- the entry -------------------------------------------------------- */

/* Text in which what is searched for stands out. */
static void
put_text(const struct view *v, struct vm_line *l, enum style style,
	const char *text)
{
	const struct screen *s = v->m->s;
	const char *find = str_get(&s->find.text);
	const char *hit;

	while (s->search && *find && (hit = str_find(text, find))) {
		vm_put(v->m->a, l, style, arena_dupn(v->m->a, text,
			(size_t)(hit - text)));
		vm_put(v->m->a, l, STYLE_MATCH, arena_dupn(v->m->a, hit,
			strlen(find)));
		text = hit + strlen(find);
	}
	vm_put(v->m->a, l, style, text);
}

/* At the top of the view and when selected all is said, if there is room. */
static void
put_aside(const struct view *v, struct vm_line *l, const struct entry *e)
{
	bool all = v->selected == e->ev.n || v->p->first == e->ev.n;
	const char *text = all ? aside(v, e, true) : "";

	if (v->w < ASIDE_W)
		return;
	if (!*text || l->end + 2 + text_width(text) > v->w)
		text = aside(v, e, false);
	if (*text)
		vm_right(v->m->a, l, v->w, STYLE_DIM, text);
}

static void
put_entry(const struct view *v, const struct entry *e)
{
	struct arena *a = v->m->a;
	struct vm_line *l = vm_pane_line(a, v->p);
	enum style tag = tag_styles[e->ev.kind];
	const char *mark;

	l->id = arena_printf(a, "entry:%lu", (unsigned long)e->ev.n);
	l->selected = v->p->focused && v->selected == e->ev.n;
	mark = put_times(v, l, e);
	vm_put(a, l, e->skewed && !is_void(e) ? STYLE_WARN : STYLE_DIM, mark);
	if (is_void(e))
		tag = STYLE_DIM;
	if (tag == STYLE_GOOD && e->ev.kind == KIND_SIGNAL)
		tag = STYLE_BAD;
	vm_cell(a, l, TAG, tag, words_tag(e));
	put_text(v, l, is_void(e) ? STYLE_DIM : STYLE_TEXT,
		words_entry(v->inc, e, a));
	put_aside(v, l, e);
	vm_clip(a, l, v->w);
}

/* ---- days ------------------------------------------------------------ */

static when_ms
day_of(const struct incident *inc, uint32_t n)
{
	const struct entry *e = incident_entry(inc, n);

	return e ? event_when(&e->ev) / WHEN_DAY : 0;
}

/* A line before entry @n says the date: it begins another day. */
static bool
begins_day(const struct view *v, uint32_t n)
{
	when_ms before = n > 1 ? day_of(v->inc, n - 1) : v->m->now / WHEN_DAY;

	return day_of(v->inc, n) != before;
}

static void
put_rule(const struct view *v, const char *text, enum style style)
{
	struct vm_line *l = vm_pane_line(v->m->a, v->p);
	struct str s = {0};

	for (int i = 0; i < TIME; i++)
		str_add(&s, "\u2500");
	vm_put(v->m->a, l, STYLE_FRAME, arena_dup(v->m->a, str_get(&s)));
	vm_putf(v->m->a, l, style, " %s ", text);
	str_cut(&s, 0);
	for (int i = l->end; i < v->w; i++)
		str_add(&s, "\u2500");
	if (s.len)
		vm_put(v->m->a, l, STYLE_FRAME,
			arena_dup(v->m->a, str_get(&s)));
	str_release(&s);
	vm_clip(v->m->a, l, v->w);
}

static void
put_day(const struct view *v, uint32_t n)
{
	const struct entry *e = incident_entry(v->inc, n);
	char date[WHEN_MAX];

	put_rule(v, when_date(event_when(&e->ev), date), STYLE_BOLD);
}

/* ---- which entries --------------------------------------------------- */

/* The first entry such that those up to @last fill @rows lines. */
static uint32_t
first_above(const struct view *v, uint32_t last, int rows)
{
	uint32_t n = last + 1;

	while (n > 1) {
		int more = 1 + begins_day(v, n - 1);

		if (rows < more)
			break;
		rows -= more;
		n--;
	}
	return n > last && last ? last : n;
}

/* The entry at the top: the end in follow mode, else what stays in view. */
static uint32_t
find_top(const struct view *v, int rows)
{
	const struct pane_state *st = &v->m->s->pane[PANE_TIMELINE];
	uint32_t last = v->inc->n, top = st->top, least;

	if (!top)
		return first_above(v, last, rows - 1);
	if (v->selected && v->selected < top)
		top = v->selected;
	least = v->selected ? first_above(v, v->selected, rows) : 1;
	if (top < least)
		top = least;
	least = first_above(v, last, rows - 1);
	return top > least ? least : top;
}

static void
put_entries(const struct view *v, uint32_t top, int rows)
{
	int end = v->p->n + rows;
	uint32_t n = top;

	v->p->first = top;
	for (; n <= v->inc->n && v->p->n < end; n++) {
		if (begins_day(v, n))
			put_day(v, n);
		if (v->p->n < end)
			put_entry(v, incident_entry(v->inc, n));
	}
	v->p->last = n - 1;
	if (n > v->inc->n && v->p->n < end)
		put_rule(v, vm_past_end(v->m), v->m->s->past.n ?
			STYLE_FRAME_REPLAY : STYLE_DIM);
}

/* Names the columns where there is more than one for the time. */
static void
put_heading(const struct view *v)
{
	struct vm_line *l = vm_pane_line(v->m->a, v->p);

	vm_cell(v->m->a, l, TIME + 1, STYLE_DIM, "UTC");
	vm_cell(v->m->a, l, TIME, STYLE_DIM, v->m->in->zone);
	vm_clip(v->m->a, l, v->w);
}

static const char *
entries(const struct view *v)
{
	return arena_printf(v->m->a, v->inc->n == 1 ? "%lu entry" :
		"%lu entries", (unsigned long)v->inc->n);
}

static void
set_frame(const struct view *v)
{
	struct vm_pane *p = v->p;
	uint32_t newer = v->inc->n - p->last;
	char date[WHEN_MAX];

	if (!v->m->s->pane[PANE_TIMELINE].top && v->m->s->past.n)
		p->right = arena_printf(v->m->a, "%lu of %lu",
			(unsigned long)v->inc->n,
			(unsigned long)v->m->in->present_n);
	else if (!v->m->s->pane[PANE_TIMELINE].top)
		p->right = arena_printf(v->m->a, "follow" DOT "%s",
			entries(v));
	else if (newer)
		p->right = arena_printf(v->m->a, "%lu of %lu" DOT
			"End follows", (unsigned long)(v->selected ?
			v->selected : p->last), (unsigned long)v->inc->n);
	else
		p->right = entries(v);
	if (p->first && day_of(v->inc, p->first) != v->m->now / WHEN_DAY)
		p->right = arena_printf(v->m->a, "%s" DOT "%s", when_date(
			day_of(v->inc, p->first) * WHEN_DAY, date), p->right);
	if (newer)
		p->below = arena_printf(v->m->a, "+%lu more",
			(unsigned long)newer);
}

void
vm_timeline(struct vm_make *m, struct vm_pane *p)
{
	struct view v = {
		.m = m, .p = p, .inc = m->inc, .w = vm_pane_w(p),
		.h = vm_pane_h(p),
	};
	uint32_t top;

	v.selected = vm_row_number(m->s->pane[PANE_TIMELINE].row, "entry");
	if (v.selected > m->inc->n)
		v.selected = m->inc->n;
	v.local = m->in->zone && v.w >= 36 && v.h >= 4;
	if (v.local && !p->bare) {
		p->title = "Timeline";
		put_heading(&v);
	}
	top = find_top(&v, v.h - p->n);
	if (m->inc->n)
		put_entries(&v, top, v.h - p->n);
	p->total = (int)m->inc->n;
	p->top = top ? (int)top - 1 : 0;
	p->row = v.selected ? arena_printf(m->a, "entry:%lu",
		(unsigned long)v.selected) : "";
	p->index = (int)v.selected;
	set_frame(&v);
}
