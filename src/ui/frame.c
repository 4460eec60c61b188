#include "ui/frame.h"

#include "ui/box.h"
#include "ui/canvas.h"
#include "ui/pen.h"
#include "ui/theme.h"
#include "view/vm.h"

static struct rect
rect_of(struct vm_rect r)
{
	return (struct rect){r.y, r.x, r.h, r.w};
}

/* Nothing rather than an empty text, which would leave a gap. */
static const char *
given(const char *text)
{
	return text && *text ? text : NULL;
}

/* One line into the first row of @at. */
static void
draw_line(struct canvas *c, struct rect at, const struct vm_line *l)
{
	if (l->wall)
		canvas_fill(c, rect_rows(at, 0, 1), l->fill);
	for (int i = 0; i < l->n; i++) {
		const struct vm_span *span = &l->spans[i];
		struct rect to = {
			at.y, at.x + span->x, 1, at.w - span->x,
		};

		canvas_put(c, to, span->style, span->text);
		if (!span->link)
			continue;
		if (span->w < to.w)
			to.w = span->w;
		canvas_link(c, to, span->link);
	}
}

static void
draw_lines(struct canvas *c, struct rect r, const struct vm_line *lines,
	int n)
{
	for (int i = 0; i < n && i < r.h; i++)
		draw_line(c, rect_rows(r, i, 1), &lines[i]);
}

/* One row of a pane, @margin columns in; its shade has the whole width. */
static void
draw_row(struct canvas *c, struct rect row, int margin,
	const struct vm_line *l)
{
	draw_line(c, rect_inset(row, 0, margin), l);
	if (l->selected)
		canvas_shade(c, row, SHADE_SELECTED);
}

/* What is not in view, in the lower edge at the right. */
static void
draw_below(struct canvas *c, struct rect r, const struct vm_pane *p)
{
	struct pen pen = pen_in(c, rect_cols(rect_rows(r, r.h - 1, 1), 2,
		r.w - 3));
	enum style style = p->below_late ? STYLE_BAD :
		p->below_loud ? STYLE_ACCENT_BOLD : STYLE_DIM;

	if (!p->below || !*p->below)
		return;
	pen_right(&pen, style, " ");
	pen_right(&pen, style, p->below);
	pen_right(&pen, style, " ");
}

static void
draw_pane(struct canvas *c, const struct vm *vm, const struct vm_pane *p)
{
	struct rect r = rect_of(p->r);
	struct rect inside = r;
	const struct box box = {
		.title = p->title, .loud = given(p->loud),
		.right = given(p->right),
		.late = p->right_late, .focus = p->focused, .replay = vm->replay,
	};

	if (!p->bare) {
		inside = box_draw(c, r, &box);
		draw_below(c, r, p);
	} else if (p->ruled) {
		inside = box_rule(c, r, &box);
	}
	for (int i = 0; i < p->n && i < inside.h; i++)
		draw_row(c, rect_rows(inside, i, 1), p->inset ? 2 : !p->bare,
			&p->lines[i]);
}

static void
draw_overlay(struct canvas *c, const struct vm *vm)
{
	const struct vm_overlay *o = vm->over;
	struct rect r = rect_of(o->r);
	struct rect inside = r;
	const struct box box = {
		.title = o->title, .right = given(o->right), .focus = true,
		.replay = vm->replay,
	};

	canvas_fill(c, r, STYLE_TEXT);
	if (!o->bare)
		inside = box_draw(c, r, &box);
	else if (o->ruled)
		inside = box_rule(c, r, &box);
	for (int i = 0; i < o->n && i < inside.h; i++)
		draw_row(c, rect_rows(inside, i, 1), !o->bare || o->ruled,
			&o->lines[i]);
}

void
frame_draw(struct canvas *c, const struct vm *vm)
{
	struct rect all = canvas_rect(c);

	draw_lines(c, all, vm->head, vm->n_head);
	for (int i = 0; i < vm->n_panes; i++)
		draw_pane(c, vm, &vm->panes[i]);
	/* The first row, which says NO SIGNAL, and the last stay bright. */
	if (vm->stale)
		canvas_shade(c, rect_rows(all, 1, all.h - 1 - vm->n_foot),
			SHADE_STALE);
	draw_lines(c, rect_rows(all, all.h - vm->n_foot, vm->n_foot),
		vm->foot, vm->n_foot);
	if (vm->over)
		draw_overlay(c, vm);
}

void
frame_print(const struct vm *vm, const char *theme, struct str *out)
{
	struct canvas *c = canvas_new(vm->size.h, vm->size.w);
	const struct theme *colours = theme ? theme_find(theme) : NULL;

	frame_draw(c, vm);
	if (theme)
		canvas_dump_colours(c, colours ? colours : theme_find(NULL),
			out);
	else
		canvas_dump(c, out);
	canvas_free(c);
}
