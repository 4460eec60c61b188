/* The box over the panes: where it stands and what of it is in view. */
#include "view/overlay_part.h"

#include "base/mem.h"
#include "view/screen.h"

#include <string.h>

enum {
	BOX_W = 96,    /* columns of a form; reading is no better in more */
	BRIEF_W = 79,  /* of a briefing, which is made for so many */
	FRAMED_H = 4,  /* lower boxes have no frame */
	FRAMED_W = 24, /* nor have narrower ones */
	LEAST = 5,     /* rows that are worth covering the header for */
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

	if (end - top < LEAST)
		top = lay->head;
	if (end - top < LEAST)
		top = end > LEAST ? end - LEAST : 0;
	if (end - top < 1)
		end = lay->h;
	return (struct vm_rect){top, 0, end - top, lay->w};
}

/* ---- window ---------------------------------------------------------- */

static int
find_top(const struct over_make *m, const struct screen *s)
{
	int n = m->p.n, top = 0;

	if (s->over == OVER_FORM) {
		if (m->keep_to >= m->h)
			top = m->keep_to - m->h + 1;
		if (m->keep_from >= 0 && top > m->keep_from)
			top = m->keep_from;
		/* A field that is larger than the box: where one types. */
		if (m->cursor_line >= top + m->h)
			top = m->cursor_line - m->h + 1;
		top += s->form.scroll;
	} else {
		top = s->over_scroll;
	}
	if (top > n - m->h)
		top = n - m->h;
	return top > 0 ? top : 0;
}

static const char *
say_window(const struct over_make *m, int top, int shown)
{
	if (shown >= m->p.n)
		return m->right;
	return arena_printf(m->a, "%d-%d of %d%s%s", top + 1, top + shown,
		m->p.n, *m->right ? " \u00b7 " : "", m->right);
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

static struct vm_overlay *
take_window(struct over_make *m, struct vm_rect room, bool bare)
{
	struct vm_overlay *o = arena_alloc(m->a, sizeof(*o));
	int edge = bare ? 0 : 1;
	int top = find_top(m, m->in->screen);
	int n = m->p.n - top < m->h ? m->p.n - top : m->h;
	int line = m->cursor_line - top;

	o->r = room;
	if (!bare) {
		o->r.h = n + m->foot.n + 2;
		o->r.w = m->w + 4;
	}
	o->r.x = room.x + (room.w - o->r.w) / 2;
	o->bare = bare;
	o->frame = STYLE_FRAME_FOCUS;
	o->title = m->title;
	o->right = say_window(m, top, n);
	take_lines(m, o, top, n);
	o->top = top;
	o->total = m->p.n + m->foot.n;
	o->cursor_y = o->cursor_x = -1;
	if (m->cursor_line >= 0 && line >= 0 && line < n) {
		o->cursor_y = line + edge;
		o->cursor_x = m->cursor_x + 2 * edge;
	}
	return o;
}

struct vm_overlay *
vm_overlay(const struct vm_in *in, const struct layout *lay)
{
	static over_fn *const makers[] = {
		[OVER_FORM] = over_form, [OVER_HELP] = over_help,
		[OVER_BRIEF] = over_brief, [OVER_ENTRY] = over_entry,
		[OVER_TEXT] = over_printed,
	};
	const struct screen *s = in->screen;
	struct vm_rect room = find_room(s, lay);
	bool bare = room.h < FRAMED_H || room.w < FRAMED_W;
	struct over_make m = {
		.in = in, .a = in->a, .title = "", .right = "",
		.keep_from = -1, .keep_to = -1, .cursor_line = -1,
		.h = bare ? room.h : room.h - 2,
		.w = bare ? room.w : room.w - 4,
	};

	if (s->over == OVER_NONE || room.h < 1 || room.w < 1)
		return NULL;
	/* A briefing fits one screen of 80 columns if it has all of them. */
	if (s->over == OVER_BRIEF && room.w < BRIEF_W + 4) {
		bare = true;
		m.h = room.h;
		m.w = room.w;
	}
	if (m.w > (s->over == OVER_BRIEF ? BRIEF_W : BOX_W))
		m.w = s->over == OVER_BRIEF ? BRIEF_W : BOX_W;
	makers[s->over](&m);
	if (!m.p.n)
		over_line(&m);
	cut_foot(&m);
	return take_window(&m, room, bare);
}
