/* The box over the panes: where it stands and what of it is in view. */
#include "view/overlay_part.h"

#include "base/mem.h"
#include "base/text.h"
#include "view/screen.h"

#include <string.h>

enum {
	BOX_W = 96,    /* columns of a form; reading is no better in more */
	BRIEF_W = 79,  /* of a briefing, which is made for so many */
	HELP_W = 158,  /* of the help, which stands in columns */
	FRAMED_H = 8,  /* lower boxes have a line above them alone */
	FRAMED_W = 44, /* so have narrower ones */
	RULED_H = 3, RULED_W = 24, /* and these have nothing */
	TITLES_W = 8,  /* columns of an edge that are no title */
	LEAST = 5,     /* rows that are worth covering the header for */
};

/* What stands around the text. */
enum edge { EDGE_NONE, EDGE_RULE, EDGE_FRAME };

/* Where it begins in the box, and what the box has more than it. */
struct around {
	int y, x, h, w;
};

struct vm_line *
over_line(struct over_make *m)
{
	return vm_pane_line(m->a, &m->p);
}

void
over_text(struct over_make *m, enum style s, int indent, const char *text)
{
	struct vm_block block = {indent, m->w, s};
	struct vm_line *l = over_line(m);

	if (indent >= m->w)
		block.indent = 0;
	vm_tab(l, block.indent);
	vm_wrap(m->a, &m->p, l, &block, text);
}

void
over_foot(struct over_make *m, enum style s, const char *text)
{
	struct vm_block block = {0, m->w, s};

	vm_wrap(m->a, &m->foot, vm_pane_line(m->a, &m->foot), &block, text);
}

/* ---- room ------------------------------------------------------------ */

/* The row below the worst row of For you, where that is in view. */
static int
below_worst(const struct layout *lay)
{
	const struct layout_pane *p = layout_find(lay, PANE_ATTENTION);

	if (!p || p->r.h < 1)
		return lay->head;
	return p->r.y + (p->bare ? 1 : 2);
}

static struct vm_rect
find_room(const struct screen *s, const struct layout *lay)
{
	int top = s->over == OVER_FORM ? below_worst(lay) : lay->head;
	int end = lay->h - lay->foot;

	if (s->over == OVER_TOUR)
		return tour_room(lay);
	if (end - top < LEAST)
		top = lay->head;
	if (end - top < LEAST)
		top = end > LEAST ? end - LEAST : 0;
	if (end - top < 1)
		end = lay->h;
	return (struct vm_rect){top, 0, end - top, lay->w};
}

/* ---- window ---------------------------------------------------------- */

/* The line at the top; into *@moved how many it has been scrolled to be it. */
static int
find_top(const struct over_make *m, const struct screen *s, int *moved)
{
	int n = m->p.n, top = 0, from;

	if (s->over == OVER_FORM) {
		if (m->keep_to >= m->h)
			top = m->keep_to - m->h + 1;
		if (m->keep_from >= 0 && top > m->keep_from)
			top = m->keep_from;
		/* A field that is larger than the box: where one types. */
		if (m->cursor_line >= top + m->h)
			top = m->cursor_line - m->h + 1;
	}
	from = top;
	top += s->over == OVER_FORM ? s->form.scroll : s->over_scroll;
	if (top > n - m->h)
		top = n - m->h;
	top = top > 0 ? top : 0;
	*moved = top - from;
	return top;
}

static const char *
say_window(const struct over_make *m, int top, int shown)
{
	if (shown >= m->p.n)
		return m->right;
	return arena_printf(m->a, "%d-%d of %d%s%s", top + 1, top + shown,
		m->p.n, *m->right ? " \u00b7 " : "", m->right);
}

/* A title leaves room for the count of what is not in view. */
static const char *
fit_title(const struct over_make *m, const struct vm_overlay *o, bool hides)
{
	const char *dot = strstr(o->right, " \u00b7 ");
	int count = text_width(dot ? arena_dupn(m->a, o->right,
		(size_t)(dot - o->right)) : o->right);
	int room = o->r.w - TITLES_W - count;

	if (!hides || room < 1)
		return m->title;
	return text_clip(m->a, text_safe(m->a, m->title, false), room);
}

/* Takes the rows that the foot needs, which leaves one at least. */
static void
cut_foot(struct over_make *m)
{
	if (m->foot.n > m->h - 1)
		m->foot.n = m->h - 1;
	m->h -= m->foot.n;
}

/* Lines @from on of the scrolled ones, then the foot. */
static void
take_lines(struct over_make *m, struct vm_overlay *o, int from, int n)
{
	for (int i = 0; i < n; i++)
		*vm_over_line(m->a, o) = m->p.lines[from + i];
	for (int i = 0; i < m->foot.n; i++)
		*vm_over_line(m->a, o) = m->foot.lines[i];
	for (int i = 0; i < o->n; i++)
		vm_clip(m->a, &o->lines[i], m->w);
}

/* The columns and rows around what is written. */
static struct around
around_of(enum edge edge)
{
	static const struct around around[] = {
		[EDGE_NONE] = {0, 0, 0, 0}, [EDGE_RULE] = {1, 1, 1, 2},
		[EDGE_FRAME] = {1, 2, 2, 4},
	};

	return around[edge];
}

static struct vm_overlay *
take_window(struct over_make *m, struct vm_rect room, enum edge edge)
{
	struct vm_overlay *o = arena_alloc(m->a, sizeof(*o));
	struct around around = around_of(edge);
	int top = find_top(m, m->in->screen, &o->scroll);
	int n = m->p.n - top < m->h ? m->p.n - top : m->h;
	int line = m->cursor_line - top;

	o->r = room;
	if (edge == EDGE_FRAME) {
		o->r.h = n + m->foot.n + around.h;
		o->r.w = m->w + around.w;
	}
	o->r.x = room.x + (room.w - o->r.w) / 2;
	o->bare = edge != EDGE_FRAME;
	o->ruled = edge == EDGE_RULE;
	o->frame = STYLE_FRAME_FOCUS;
	o->right = say_window(m, top, n);
	o->title = fit_title(m, o, n < m->p.n);
	take_lines(m, o, top, n);
	o->top = top;
	o->total = m->p.n + m->foot.n;
	o->cursor_y = o->cursor_x = -1;
	if (m->cursor_line >= 0 && line >= 0 && line < n) {
		o->cursor_y = line + around.y;
		o->cursor_x = m->cursor_x + around.x;
	}
	return o;
}

/* A briefing is made for 79 columns: it rather has them than a frame. */
static enum edge
edge_of(const struct screen *s, struct vm_rect room)
{
	if (room.h < RULED_H || room.w < RULED_W)
		return EDGE_NONE;
	if (room.h < FRAMED_H || room.w < FRAMED_W ||
	    (s->over == OVER_BRIEF && room.w < BRIEF_W + around_of(
	    EDGE_FRAME).w))
		return EDGE_RULE;
	return EDGE_FRAME;
}

static int
widest(const struct screen *s, const struct layout *lay)
{
	switch (s->over) {
	case OVER_BRIEF:
		return BRIEF_W;
	case OVER_HELP:
		return HELP_W;
	case OVER_TOUR:
		return tour_width(lay, s->tour);
	default:
		return BOX_W;
	}
}

struct vm_overlay *
vm_overlay(const struct vm_in *in, const struct layout *lay)
{
	static over_fn *const makers[] = {
		[OVER_FORM] = over_form, [OVER_HELP] = over_help,
		[OVER_BRIEF] = over_brief, [OVER_ENTRY] = over_entry,
		[OVER_TEXT] = over_printed, [OVER_TOUR] = over_tour,
	};
	const struct screen *s = in->screen;
	struct vm_rect room = find_room(s, lay);
	enum edge edge = edge_of(s, room);
	struct around around = around_of(edge);
	struct over_make m = {
		.in = in, .a = in->a, .title = "", .right = "",
		.keep_from = -1, .keep_to = -1, .cursor_line = -1,
		.h = room.h - around.h, .w = room.w - around.w,
	};
	struct vm_overlay *o;

	if (s->over == OVER_NONE || room.h < 1 || room.w < 1)
		return NULL;
	if (m.w > widest(s, lay))
		m.w = widest(s, lay);
	makers[s->over](&m);
	if (!m.p.n)
		over_line(&m);
	cut_foot(&m);
	o = take_window(&m, room, edge);
	if (s->over == OVER_TOUR && edge == EDGE_FRAME)
		o->r = tour_place(o->r, room, lay, s->tour);
	return o;
}
