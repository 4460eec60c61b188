/*
 * What a click and the wheel do, on the frame that is on the screen.
 *
 * A stray click must never act: it gives the keys to a pane, selects a row or
 * goes to a field.  What acts is a click on a key of the key bar, which is
 * that key with all that it asks, and a second click on a row soon after the
 * first.  The click that chooses the terminal's window does neither.
 */
#include "view/mouse.h"

#include "base/key.h"
#include "base/str.h"
#include "base/text.h"
#include "view/form.h"
#include "view/rows.h"
#include "view/screen.h"
#include "view/sift.h"
#include "view/vm_part.h"

#include <stdio.h>
#include <string.h>

enum {
	WHEEL = 3,     /* rows that a turn moves */
	DOUBLE = 700,  /* ms within which a second click acts */
	ARRIVES = 200, /* ms in which a click belongs to choosing the window */
	EDGE = 2,      /* columns of a frame's corner and line */
};

struct click {
	struct screen *s;
	const struct vm_in *in;
	const struct vm *vm;
	const struct key *key;
	struct str *line;
};

static bool
is_in(struct vm_rect r, int y, int x)
{
	return y >= r.y && y < r.y + r.h && x >= r.x && x < r.x + r.w;
}

/* The span of @l at column @x of it, or NULL. */
static const struct vm_span *
span_at(const struct vm_line *l, int x)
{
	for (int i = l->n - 1; i >= 0; i--)
		if (x >= l->spans[i].x && x < l->spans[i].x + l->spans[i].w)
			return &l->spans[i];
	return NULL;
}

static bool
arrives(const struct click *c)
{
	return c->s->focused_at && c->in->mono - c->s->focused_at < ARRIVES;
}

/* ---- the key bar ---------------------------------------------------------- */

/* The key that is shown at the place, or NULL. */
static const char *
bar_key(const struct click *c)
{
	int row = c->key->y - (c->vm->size.h - c->vm->n_foot);
	const struct vm_span *span;

	if (row < 0 || row >= c->vm->n_foot)
		return NULL;
	span = span_at(&c->vm->foot[row], c->key->x);
	return span ? span->key : NULL;
}

static enum screen_did
press(struct click *c, const char *name)
{
	struct key key;

	if (arrives(c) || !key_parse(name, &key))
		return DID_NOTHING;
	return screen_key(c->s, &key, c->in, c->line);
}

/* ---- panes ---------------------------------------------------------------- */

static const struct vm_pane *
pane_at(const struct vm *vm, int y, int x)
{
	for (int i = 0; i < vm->n_panes; i++)
		if (is_in(vm->panes[i].r, y, x))
			return &vm->panes[i];
	return NULL;
}

/* The line of the pane that stands at row @y of the screen, or NULL. */
static const struct vm_line *
line_at(const struct vm_pane *p, int y)
{
	int row = y - p->r.y - (p->bare && !p->ruled ? 0 : 1);

	return row >= 0 && row < p->n ? &p->lines[row] : NULL;
}

/* The pane whose name stands there in the frame: "2 CAN 3 / 3 SMEs 5". */
static enum pane_id
named_at(const struct vm_pane *p, int y, int x)
{
	const char *s = p->names ? p->names : "";
	int end = p->r.x + p->r.w - EDGE, at = end - text_width(s);
	int title = text_width(p->title) + 2 * EDGE;
	bool bare = !s[strspn(s, "0123456789 ")];
	const char *dot = bare ? " " : DOT, *next;

	if (!*s || (p->bare && !p->ruled) || y != p->r.y || x < at ||
	    x >= end || at < p->r.x + title)
		return PANE_NONE;
	while ((next = strstr(s, dot)) &&
	    x >= end - text_width(next + strlen(dot)))
		s = next + strlen(dot);
	return layout_numbered(*s - '0');
}

static void
select_line(struct click *c, const struct vm_pane *p, const char *id)
{
	struct pane_state *st = &c->s->pane[p->id];
	uint32_t entry = vm_row_number(id, "entry");
	const char **ids;
	int n;

	if (p->id == PANE_TIMELINE) {
		screen_entry(c->s, entry);
		return;
	}
	n = vm_rows(c->in, p->id, &ids);
	for (int i = 0; i < n; i++) {
		if (strcmp(ids[i], id) != 0)
			continue;
		snprintf(st->row, sizeof(st->row), "%s", id);
		st->index = i;
		st->placed = true;
	}
}

static enum screen_did
click_row(struct click *c, const struct vm_pane *p, const char *id)
{
	struct screen *s = c->s;
	bool again = !strcmp(s->clicked, id) &&
		c->in->mono - s->clicked_at < DOUBLE;

	select_line(c, p, id);
	snprintf(s->clicked, sizeof(s->clicked), "%s", again ? "" : id);
	s->clicked_at = c->in->mono;
	if (!again)
		return DID_SCREEN;
	s->said = SAID_NOTHING;
	str_add(c->line, s->mode == MODE_BOARD ? "open" : "act");
	return DID_LINE;
}

static enum screen_did
click_pane(struct click *c)
{
	const struct vm_pane *p = pane_at(c->vm, c->key->y, c->key->x);
	const struct vm_line *l;
	enum pane_id other;

	if (!p)
		return DID_NOTHING;
	other = named_at(p, c->key->y, c->key->x);
	screen_focus(c->s, other ? other : p->id);
	l = other ? NULL : line_at(p, c->key->y);
	if (l && l->id)
		return click_row(c, p, l->id);
	c->s->clicked[0] = '\0';
	return DID_SCREEN;
}

/* ---- what lies over the panes --------------------------------------------- */

static enum screen_did
click_over(struct click *c)
{
	const struct vm_overlay *o = c->vm->over;
	int edge = o->bare ? 0 : 1;
	int row = c->key->y - o->r.y - edge;
	const struct vm_span *span;
	struct form_in in;

	if (c->s->over != OVER_FORM || !is_in(o->r, c->key->y, c->key->x) ||
	    row < 0 || row >= o->n || !o->lines[row].field)
		return DID_NOTHING;
	span = span_at(&o->lines[row], c->key->x - o->r.x - 2 * edge);
	screen_form_in(c->s, c->in, &in);
	form_click(&c->s->form, o->lines[row].field - 1,
		span ? span->choice - 1 : -1, &in);
	return DID_SCREEN;
}

/* ---- the wheel ------------------------------------------------------------ */

static void
wheel_over(struct click *c, int step)
{
	const struct vm_overlay *o = c->vm->over;
	int to = o->top + step, most = o->total - o->n;

	if (c->s->over == OVER_FORM)
		c->s->form.scroll += step;
	else
		c->s->over_scroll = to < 0 ? 0 : to > most ? most : to;
}

/*
 * The view moves over the entries that are shown; the selection stays where
 * it is seen.
 */
static void
wheel_timeline(struct click *c, const struct vm_pane *p, int step)
{
	const struct incident *inc = c->in->inc;
	struct pane_state *st = &c->s->pane[PANE_TIMELINE];
	uint32_t by = step < 0 ? (uint32_t)-step : (uint32_t)step;
	uint32_t at = vm_row_number(st->row, "entry");
	uint32_t first, seen;

	if (!inc || !p->first || (step > 0 && !st->top))
		return;
	first = sift_place(c->s, inc, p->first);
	seen = sift_place(c->s, inc, p->last);
	if (step < 0 && first == 1)
		return;
	if (step > 0 && first + by >= sift_place(c->s, inc, p->follow)) {
		screen_entry(c->s, 0);
		return;
	}
	seen -= first;
	first = step > 0 ? first + by : first > by ? first - by : 1;
	seen += first;
	at = at ? sift_place(c->s, inc, at) : seen;
	at = at > seen ? seen : at < first ? first : at;
	screen_entry(c->s, sift_entry(c->s, inc, at));
	st->top = sift_entry(c->s, inc, first);
	st->keeps_top = true;
}

/* The last (1) or first (-1) row of @ids that is in view; -1: none. */
static int
row_in_view(const struct vm_pane *p, const char *const *ids, int n, int step)
{
	const char *id = NULL;

	for (int i = 0; i < p->n && !(step < 0 && id); i++)
		if (p->lines[i].id)
			id = p->lines[i].id;
	for (int i = 0; id && i < n; i++)
		if (!strcmp(ids[i], id))
			return i;
	return -1;
}

/* The selection goes to the row that comes into view. */
static void
wheel_rows(struct click *c, const struct vm_pane *p, int step)
{
	struct pane_state *st = &c->s->pane[p->id];
	const char **ids;
	int n = vm_rows(c->in, p->id, &ids);
	int at = row_in_view(p, ids, n, step), to = at + step;

	to = to < 0 ? 0 : to >= n ? n - 1 : to;
	st->line = p->top + step > 0 ? p->top + step : 0;
	st->view[0] = '\0';
	if (at < 0 || at == to || (p->top == 0 && step < 0))
		return;
	snprintf(st->row, sizeof(st->row), "%s", ids[to]);
	st->index = to;
	st->placed = true;
}

static void
wheel_pane(struct click *c, int step)
{
	const struct vm_pane *p = pane_at(c->vm, c->key->y, c->key->x);

	if (p && p->id == PANE_TIMELINE)
		wheel_timeline(c, p, step);
	else if (p)
		wheel_rows(c, p, step);
}

static enum screen_did
wheel(struct click *c)
{
	int step = c->key->mouse == MOUSE_UP ? -WHEEL : WHEEL;

	if (c->vm->over)
		wheel_over(c, step);
	else
		wheel_pane(c, step);
	return DID_SCREEN;
}

enum screen_did
screen_mouse(struct screen *s, const struct key *key, const struct vm_in *in,
	struct str *line)
{
	struct click c = {s, in, in->drawn, key, line};
	const char *name;

	if (!c.vm)
		c.vm = vm_build(in);
	/* What is pointed at stands elsewhere in the next frame. */
	if (c.vm->size.h != in->h || c.vm->size.w != in->w)
		return DID_NOTHING;
	if (key->mouse != MOUSE_CLICK)
		return wheel(&c);
	name = bar_key(&c);
	if (name)
		return press(&c, name);
	if (c.vm->over)
		return click_over(&c);
	return s->prompt || s->search ? DID_NOTHING : click_pane(&c);
}
