/* One entry of the timeline: how it is wrapped, and its lines. */
#include "view/vm_timeline.h"

#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"
#include "model/words.h"
#include "view/sift.h"

#include <string.h>

enum {
	TAG = 6,      /* "alert " */
	ASIDE_W = 40, /* columns from which on there is room at the right */
	LEAST_W = 16, /* of text beside what stands at the right */
	WORDY_W = 40, /* of text, from which on "chars" is written out */
};

/* A row that was recorded this much later says when. */
#define LATER WHEN_MINUTE

#define MORE "\u2026"

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
	[KIND_DELIVERY_CLAIMED] = STYLE_DIM,
	[KIND_DELIVERY_RETRIED] = STYLE_DIM,
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

static bool
is_void(const struct entry *e)
{
	return e->withdrawn_by || e->untrue;
}

static const char *
put_times(const struct timeline *t, struct vm_line *l, const struct entry *e)
{
	when_ms when = event_when(&e->ev);
	const char *mark = " ";
	char time[WHEN_MAX];

	vm_put(t->m->a, l, STYLE_DIM, when_hm(when, time));
	if (t->local)
		vm_putf(t->m->a, l, STYLE_DIM, " %s", when_hm(when +
			t->m->in->zone_min * WHEN_MINUTE, time));
	if (is_void(e))
		mark = "\u2717";
	else if (e->corrected_by)
		mark = "+";
	else if (e->skewed)
		mark = "!";
	else if (t->m->s->past.n == e->ev.n)
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
aside(const struct timeline *t, const struct entry *e, uint32_t before,
	bool all)
{
	const struct event *ev = &e->ev;
	const struct entry *above = incident_entry(t->inc, before);
	const char *via = login_of(ev), *out = "";
	char time[WHEN_MAX];

	all = all || !above;
	if (*via && (all || strcmp(via, login_of(&above->ev)) != 0))
		out = arena_printf(t->m->a, DOT "via %s", via);
	if (is_back_dated(ev) && (all || !goes_with(ev, &above->ev)))
		out = arena_printf(t->m->a, DOT "rec %s%s",
			when_short(ev->at, event_when(ev), time), out);
	if (e->withdrawn_by)
		out = arena_printf(t->m->a, DOT "withdrawn%s", out);
	else if (e->untrue)
		out = arena_printf(t->m->a, DOT "no effect%s", out);
	else if (e->skewed)
		out = arena_printf(t->m->a, DOT "clock differs%s", out);
	return *out ? text_safe(t->m->a, out + strlen(DOT), false) : out;
}

/* ---- how it is laid out -------------------------------------------------- */

static int
indent(const struct timeline *t)
{
	return ENTRY_TIME + 1 + TAG + (t->local ? ENTRY_TIME + 1 : 0);
}

static int
characters(const char *s)
{
	int n = 0;

	for (size_t at = 0; s[at]; at = text_next(s, at))
		n++;
	return n;
}

/* As much of the text from @from on as leaves room to say how much is cut. */
static void
cut_part(const struct timeline *t, struct entry_shape *s, size_t from,
	int cols)
{
	const char *rest = s->text + from;
	const char *unit = t->most > 1 && cols >= WORDY_W ? " chars" : "";
	struct entry_part *part = &s->part[s->lines++];
	int room = cols - text_width(arena_printf(t->m->a, MORE " +%d%s",
		characters(rest), unit));

	*part = (struct entry_part){from, text_fit(rest, room > 0 ? room : 0,
		NULL)};
	while (part->len && rest[part->len - 1] == ' ')
		part->len--;
	s->more = arena_printf(t->m->a, MORE " +%d%s",
		characters(rest + part->len), unit);
}

/* Room for text in line @i. */
static int
line_room(const struct timeline *t, const struct entry_shape *s, int i)
{
	int cols = t->w - indent(t);

	if (*s->aside && s->aside_at == i)
		cols -= text_width(s->aside) + 2;
	return cols > 1 ? cols : 1;
}

static void
wrap(const struct timeline *t, struct entry_shape *s, int most)
{
	size_t from = 0;

	s->lines = 0;
	s->more = "";
	do {
		int cols = line_room(t, s, s->lines);
		size_t skip, n = text_wrap(s->text + from, cols, &skip);

		if (s->lines == most - 1 &&
		    text_width(s->text + from) > cols) {
			cut_part(t, s, from, cols);
			return;
		}
		s->part[s->lines++] = (struct entry_part){from, n};
		from += skip;
		if (!skip)
			return;
	} while (s->text[from] && s->lines < most);
}

/* Without the last part of it, or empty. */
static const char *
less_aside(const struct timeline *t, const char *aside)
{
	const char *dot = NULL, *next = strstr(aside, DOT);

	for (; next; next = strstr(next + 1, DOT))
		dot = next;
	return dot ? arena_dupn(t->m->a, aside, (size_t)(dot - aside)) : "";
}

/*
 * What stands at the right has a place in the first line, unless that leaves
 * too little of it; then in a line of its own, where there may be several, and
 * less of it where there is one: the whole entry has all.
 */
static void
lay_out(const struct timeline *t, struct entry_shape *s, int most)
{
	s->aside_at = 0;
	if (*s->aside && most > 1 && line_room(t, s, 0) < LEAST_W) {
		s->aside_at = most;
		wrap(t, s, most - 1);
		s->aside_at = s->lines++;
		s->part[s->aside_at] = (struct entry_part){0, 0};
		return;
	}
	while (*s->aside && line_room(t, s, 0) < LEAST_W)
		s->aside = less_aside(t, s->aside);
	wrap(t, s, most);
}

const struct entry *
vm_entry_at(const struct timeline *t, uint32_t place)
{
	return incident_entry(t->inc, sift_entry(t->m->s, t->inc, place));
}

const struct entry_shape *
vm_entry_shape(const struct timeline *t, uint32_t place)
{
	struct entry_shape *s = &t->known[place % ENTRY_KNOWN];
	const struct entry *e;

	if (s->place == place)
		return s;
	e = vm_entry_at(t, place);
	s->place = place;
	s->before = sift_entry(t->m->s, t->inc, place - 1);
	s->text = text_safe(t->m->a, words_entry(t->inc, e, t->m->a), false);
	s->aside = t->w < ASIDE_W ? "" : aside(t, e, s->before, false);
	lay_out(t, s, t->most);
	return s;
}

/* ---- its lines ------------------------------------------------------------ */

/* What is searched for, or "". */
static const char *
searched(const struct timeline *t)
{
	return t->m->s->find_on ? str_get(&t->m->s->find.text) : "";
}

/* Text in which what is searched for stands out; whether it is in there. */
static bool
put_text(const struct timeline *t, struct vm_line *l, enum style style,
	const char *text)
{
	const char *find = searched(t), *hit;
	bool any = false;

	while (*find && (hit = str_find(text, find))) {
		vm_put(t->m->a, l, style, arena_dupn(t->m->a, text,
			(size_t)(hit - text)));
		vm_put(t->m->a, l, STYLE_MATCH, arena_dupn(t->m->a, hit,
			strlen(find)));
		text = hit + strlen(find);
		any = true;
	}
	vm_put(t->m->a, l, style, text);
	return any;
}

static struct vm_line *
add_line(const struct timeline *t, const struct entry *e)
{
	struct vm_line *l = vm_pane_line(t->m->a, t->p);

	l->id = vm_row_id(t->m->a, "entry:", e->ev.n);
	l->selected = t->p->focused && t->selected == e->ev.n;
	return l;
}

/* Times and tag, in the first line. */
static bool
put_head(const struct timeline *t, struct vm_line *l, const struct entry *e)
{
	enum style tag = tag_styles[e->ev.kind];
	const char *mark = put_times(t, l, e);
	bool hit = *searched(t) && str_same(words_tag(e), searched(t));

	vm_put(t->m->a, l, e->skewed && !is_void(e) ? STYLE_WARN : STYLE_DIM,
		mark);
	if (is_void(e))
		tag = STYLE_DIM;
	if (hit)
		vm_put(t->m->a, l, STYLE_MATCH, words_tag(e));
	else
		vm_cell(t->m->a, l, TAG, tag, words_tag(e));
	vm_tab(l, indent(t));
	return hit;
}

/*
 * What stands at the right of line @i.  At the top of the view and when the
 * entry is selected all is said, if there is room in its first line or last.
 */
static const char *
right_of(const struct timeline *t, const struct vm_line *l,
	const struct entry *e, const struct entry_shape *s, int i)
{
	bool all = t->w >= ASIDE_W && (!i || i == s->lines - 1) &&
		(t->selected == e->ev.n || t->p->first == e->ev.n);
	const char *text = all ? aside(t, e, s->before, true) : "";

	if (*text && l->end + 2 + text_width(text) <= t->w)
		return text;
	return i == s->aside_at ? s->aside : "";
}

/* A hit in what the row does not show is in the entry as Enter shows it. */
static void
put_inside(const struct timeline *t, struct vm_line *l,
	const struct entry *e)
{
	const char *text = "match inside";

	if (*searched(t) && l->end + 2 + text_width(text) <= t->w &&
	    sift_hits(t->m->s, t->inc, e->ev.n).on_hit)
		vm_right(t->m->a, l, t->w, STYLE_MATCH, text);
}

static bool
put_part(const struct timeline *t, struct vm_line *l, const struct entry *e,
	const struct entry_shape *s, int i)
{
	const char *text = arena_dupn(t->m->a, s->text + s->part[i].from,
		s->part[i].len);
	bool hit = put_text(t, l, is_void(e) ? STYLE_DIM : STYLE_TEXT, text);

	if (i == s->lines - 1)
		vm_put(t->m->a, l, STYLE_DIM, s->more);
	return hit;
}

void
vm_entry_put(const struct timeline *t, uint32_t place, int most)
{
	struct entry_shape s = *vm_entry_shape(t, place);
	const struct entry *e = vm_entry_at(t, place);
	bool hit = false, said = false;

	if (s.lines > most)
		lay_out(t, &s, most);
	for (int i = 0; i < s.lines; i++) {
		struct vm_line *l = add_line(t, e);
		const char *right;

		if (!i)
			hit = put_head(t, l, e);
		vm_tab(l, indent(t));
		hit = put_part(t, l, e, &s, i) || hit;
		right = said ? "" : right_of(t, l, e, &s, i);
		said = said || *right;
		if (*right)
			vm_right(t->m->a, l, t->w, STYLE_DIM, right);
		else if (!hit && i == s.lines - 1)
			put_inside(t, l, e);
		vm_clip(t->m->a, l, t->w);
	}
}
