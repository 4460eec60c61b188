/* The four facts as figures: in rows, as large as there is room. */
#include "view/wall_part.h"

#include "base/mem.h"
#include "base/text.h"

enum {
	MARGIN = 2,      /* columns at both edges */
	GAP = 4, GAP_MOST = 14,
	LABELS = 28, LABELS_BRIEF = 20, /* columns of labels in plain lines */
	BRIEF_W = 60,
};

struct figure {
	struct wall_fact f;
	enum wall_face face;
	int cols;
};

/* Figures that share a row, from @first on. */
struct figure_row {
	int first, n, cols;
};

static int
widest(int a, int b)
{
	return a > b ? a : b;
}

static struct figure
figure_of(struct wall_make *w, const struct wall_fact *f, enum wall_face face)
{
	int room = w->in->vm.w - 2 * MARGIN;
	int cols = wall_face_cols(face, f->big);
	struct figure fig = {*f, face, cols};

	if (!cols || cols > room) {
		fig.face = FACE_PLAIN;
		cols = text_width(f->big);
	}
	fig.f.big = text_upper(w->m.a, f->big);
	fig.cols = widest(cols, widest(text_width(f->label),
		text_width(f->small)));
	return fig;
}

/* Puts as many into each row as fit; how many rows that makes. */
static int
flow(struct wall_make *w, enum wall_face face, struct figure fig[WALL_FACTS],
	struct figure_row rows[WALL_FACTS])
{
	int room = w->in->vm.w - 2 * MARGIN, n = 0;
	struct wall_fact facts[WALL_FACTS];

	wall_facts(w, facts);
	for (int i = 0; i < WALL_FACTS; i++) {
		fig[i] = figure_of(w, &facts[i], face);
		if (!i || rows[n - 1].cols + GAP + fig[i].cols > room)
			rows[n++] = (struct figure_row){i, 1, fig[i].cols};
		else {
			rows[n - 1].cols += GAP + fig[i].cols;
			rows[n - 1].n++;
		}
	}
	return n;
}

int
wall_figures_rows(struct wall_make *w, enum wall_face face)
{
	struct figure fig[WALL_FACTS];
	struct figure_row rows[WALL_FACTS];

	if (face == FACE_PLAIN)
		return WALL_FACTS;
	/* A label, the figure, what is small below; a gap between rows. */
	return flow(w, face, fig, rows) * (3 +
		wall_face_rows(face, w->in->ascii)) - 1;
}

/* Label above, what is small below. */
static void
put_figure(struct wall_make *w, struct vm_line *lines, int rows, int x,
	const struct figure *fig)
{
	struct wall_big big = {
		fig->f.big, fig->face, w->in->ascii, fig->f.style, x,
	};

	vm_tab(&lines[0], x);
	vm_put(w->m.a, &lines[0], STYLE_DIM, fig->f.label);
	if (fig->face == FACE_PLAIN) {
		vm_tab(&lines[1 + rows / 2], x);
		vm_put(w->m.a, &lines[1 + rows / 2], fig->f.style,
			fig->f.big);
	} else {
		wall_big_put(w->m.a, lines + 1, &big);
	}
	vm_tab(&lines[rows + 1], x);
	vm_put(w->m.a, &lines[rows + 1], STYLE_DIM, fig->f.small);
}

static void
put_row(struct wall_make *w, const struct figure *fig,
	const struct figure_row *row, int rows)
{
	struct vm_line *lines = wall_lines(w, rows + 2);
	int room = w->in->vm.w - 2 * MARGIN;
	int gap = GAP, x = MARGIN;

	if (row->n > 1)
		gap += (room - row->cols) / (row->n - 1);
	if (gap > GAP_MOST)
		gap = GAP_MOST;
	for (int i = 0; i < row->n; i++) {
		put_figure(w, lines, rows, x, &fig[row->first + i]);
		x += fig[row->first + i].cols + gap;
	}
	for (int i = 0; i < rows + 2; i++)
		vm_clip(w->m.a, &lines[i], w->in->vm.w);
}

/* One line a fact, for small screens. */
static void
put_plain(struct wall_make *w)
{
	struct wall_fact facts[WALL_FACTS];
	int cols = w->in->vm.w;

	wall_facts(w, facts);
	for (int i = 0; i < WALL_FACTS; i++) {
		struct vm_line *l = wall_lines(w, 1);

		vm_tab(l, 1);
		vm_put(w->m.a, l, STYLE_DIM, facts[i].label);
		vm_tab(l, cols < BRIEF_W ? LABELS_BRIEF : LABELS);
		vm_tab(l, l->end + (l->end > LABELS_BRIEF && cols < BRIEF_W));
		vm_put(w->m.a, l, facts[i].style,
			text_upper(w->m.a, facts[i].big));
		vm_tab(l, l->end + 2);
		if (cols >= BRIEF_W)
			vm_put(w->m.a, l, STYLE_DIM, facts[i].small);
		vm_clip(w->m.a, l, cols);
	}
}

void
wall_figures(struct wall_make *w, enum wall_face face)
{
	struct figure fig[WALL_FACTS];
	struct figure_row rows[WALL_FACTS];
	int n;

	if (face == FACE_PLAIN) {
		put_plain(w);
		return;
	}
	n = flow(w, face, fig, rows);
	for (int i = 0; i < n; i++) {
		wall_lines(w, i > 0);
		put_row(w, fig, &rows[i], wall_face_rows(face,
			w->in->ascii));
	}
}
