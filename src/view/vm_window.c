/*
 * Which lines of a pane are in view, and what is said of those that are not.
 *
 * What is looked at is kept by row: the first one in view stays where it is
 * while others come and go above it.
 */
#include "view/vm_part.h"

#include "base/mem.h"

#include <string.h>

/* Whether line @i begins a row. */
static bool
begins_row(const struct vm_pane *p, int i)
{
	return p->lines[i].id && (!i || !p->lines[i - 1].id ||
		strcmp(p->lines[i].id, p->lines[i - 1].id) != 0);
}

/* The last line of the row that begins at line @i. */
static int
row_end(const struct vm_pane *p, int i)
{
	while (i + 1 < p->n && p->lines[i + 1].id &&
	    !strcmp(p->lines[i + 1].id, p->lines[i].id))
		i++;
	return i;
}

/*
 * The row that is selected: by its id, else the one at its old place.  Sets
 * row and index; returns its first line, -1 when there are no rows.
 */
static int
find_selected(struct vm_make *m, struct vm_pane *p)
{
	const struct pane_state *st = &m->s->pane[p->id];
	int rows = 0, at = -1, index = 0;

	for (int i = 0; i < p->n; i++) {
		if (!begins_row(p, i))
			continue;
		if (*st->row && !strcmp(p->lines[i].id, st->row)) {
			p->row = p->lines[i].id;
			p->index = rows;
			return i;
		}
		if (rows <= (*st->row ? st->index : 0)) {
			at = i;
			index = rows;
		}
		rows++;
	}
	p->index = index;
	p->row = at < 0 ? "" : p->lines[at].id;
	return at;
}

/* ---- the top ---------------------------------------------------------- */

/*
 * Lines above the view as it was.  A view of the beginning that nobody has
 * moved in stays one: what comes first there is news.
 */
static int
kept_top(const struct vm_make *m, const struct vm_pane *p)
{
	const struct pane_state *st = &m->s->pane[p->id];

	if (!st->line && !st->placed)
		return 0;
	for (int i = 0; i < p->n && *st->view; i++) {
		int more;

		if (!begins_row(p, i) || strcmp(p->lines[i].id, st->view) != 0)
			continue;
		more = row_end(p, i) - i;
		return i - p->fixed + (st->into < more ? st->into : more);
	}
	return st->line;
}

/* The same, but with the selected row, which begins at @first, in view. */
static int
find_top(const struct vm_make *m, const struct vm_pane *p, int first, int h)
{
	int top = kept_top(m, p);
	int from = first - p->fixed;

	if (from >= 0) {
		int last = row_end(p, first) - p->fixed;

		if (last >= top + h)
			top = last - h + 1;
		if (from < top)
			top = from;
		/* The heading above the first row is seen with it. */
		if (from > 0 && from < h && p->index == 0)
			top = 0;
	}
	if (top > p->n - p->fixed - h)
		top = p->n - p->fixed - h;
	return top > 0 ? top : 0;
}

/* The row by which the view is found again. */
static void
keep_view(struct vm_pane *p)
{
	int from = p->fixed + p->top;

	p->view = "";
	for (int i = from; i < p->n; i++) {
		if (!p->lines[i].id)
			continue;
		while (!begins_row(p, i))
			i--;
		p->view = p->lines[i].id;
		p->into = from - i;
		return;
	}
}

/* ---- what is not in view ---------------------------------------------- */

struct hidden {
	int above, below;         /* rows */
	int lines_above, lines_below; /* that are not blank */
	int late;
};

static struct hidden
find_hidden(const struct vm_pane *p, int h)
{
	struct hidden out = {0};
	int from = p->fixed + p->top;

	for (int i = p->fixed; i < p->n; i++) {
		const struct vm_line *l = &p->lines[i];
		bool above = i < from;

		if (!above && i < from + h)
			continue;
		/* What is put into words only in view has an id alone. */
		out.lines_above += above && (l->n || l->id);
		out.lines_below += !above && (l->n || l->id);
		if (!begins_row(p, i))
			continue;
		out.above += above;
		out.below += !above;
		out.late += l->late;
	}
	return out;
}

/* "2 above, +7 more, 1 late"; of one long row "+3 lines". */
static void
count_hidden(struct vm_make *m, struct vm_pane *p, int h)
{
	struct hidden hid = find_hidden(p, h);
	const char *text = "";

	if (hid.above)
		text = arena_printf(m->a, "%d above", hid.above);
	else if (hid.lines_above)
		text = arena_printf(m->a, "%d line%s above", hid.lines_above,
			hid.lines_above == 1 ? "" : "s");
	if (hid.below)
		text = arena_printf(m->a, "%s%s+%d more", text,
			*text ? ", " : "", hid.below);
	else if (hid.lines_below)
		text = arena_printf(m->a, "%s%s+%d line%s", text,
			*text ? ", " : "", hid.lines_below,
			hid.lines_below == 1 ? "" : "s");
	if (hid.late)
		text = arena_printf(m->a, "%s, %d late", text, hid.late);
	p->below = text;
	p->below_late = hid.late > 0;
}

void
vm_count_cut(struct vm_make *m, struct vm_pane *p)
{
	int cut = 0;

	for (int i = 0; i < p->n; i++)
		cut += p->lines[i].cut;
	if (cut)
		p->below = arena_printf(m->a, "%s%s%d cut", p->below,
			*p->below ? ", " : "", cut);
}

/* ---- the window ------------------------------------------------------- */

void
vm_window(struct vm_make *m, struct vm_pane *p, int h)
{
	int first = find_selected(m, p);

	if (p->n <= h || p->fixed >= h)
		p->fixed = 0;
	p->total = p->n;
	p->top = find_top(m, p, first, h - p->fixed);
	for (int i = first; first >= 0 && p->focused &&
	    i <= row_end(p, first); i++)
		p->lines[i].selected = true;
	count_hidden(m, p, h - p->fixed);
	keep_view(p);
	/* What does not scroll comes to stand above what does. */
	for (int i = p->fixed - 1; i >= 0; i--)
		p->lines[p->top + i] = p->lines[i];
	p->lines += p->top;
	p->n = p->n - p->top < h ? p->n - p->top : h > 0 ? h : 0;
	p->cap = p->n;
}
