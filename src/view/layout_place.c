/* Panes into places, by the rules of an arrangement. */
#include "view/layout_part.h"

#include <string.h>

enum {
	FRAME_MIN_W = 24,   /* narrower panes have no frame */
	FRAME_MIN_H = 4,    /* nor do lower ones */
	RULED_MIN_H = 2,    /* but these have a line above them */
};

/* A column in the making. */
struct placing {
	struct layout *out;
	const struct layout_in *in;
	struct vm_rect r;
	struct place place[PLACES_MAX];
	int rows[PLACES_MAX];
	int n;
};

static int
clamp(int v, int low, int high)
{
	if (v > high)
		v = high;
	return v < low ? low : v;
}

/* ---- sharing --------------------------------------------------------- */

/* Of panes that share a place the one in use, else the one used last. */
static enum pane_id
shown_of(const struct layout_in *in, const struct place *p)
{
	enum pane_id show = p->ids[0];

	for (int i = 1; p->ids[i]; i++)
		if (in->used[p->ids[i]] > in->used[show])
			show = p->ids[i];
	for (int i = 0; p->ids[i]; i++)
		if (p->ids[i] == in->focus)
			show = p->ids[i];
	return show;
}

/* @from's panes go to @to, those of the earlier turn first. */
static void
join(struct place *to, const struct place *from)
{
	struct place first = from->turn < to->turn ? *from : *to;
	const struct place *then = from->turn < to->turn ? to : from;
	int n = 0;

	while (first.ids[n])
		n++;
	for (int i = 0; then->ids[i]; i++)
		first.ids[n++] = then->ids[i];
	first.rest = to->rest || from->rest;
	first.joins = to->joins;
	*to = first;
}

static void
remove_place(struct placing *p, int i)
{
	p->n--;
	memmove(&p->place[i], &p->place[i + 1],
		(size_t)(p->n - i) * sizeof(p->place[0]));
}

static int
least_rows(const struct placing *p)
{
	int sum = 0;

	for (int i = 0; i < p->n; i++)
		sum += p->place[i].least;
	return sum;
}

/* Until all have their least rows: the last one that can, joins. */
static void
fit_places(struct placing *p)
{
	while (p->n > 1 && least_rows(p) > p->r.h) {
		int i = p->n - 1;

		while (i > 0 && !p->place[i].joins)
			i--;
		if (i > 0)
			join(&p->place[i - 1], &p->place[i]);
		remove_place(p, i > 0 ? i : p->n - 1);
	}
}

/* ---- rows ------------------------------------------------------------ */

static bool
is_bare(const struct placing *p, int i)
{
	return p->place[i].bare || p->r.w < FRAME_MIN_W;
}

static bool
is_inset(const struct placing *p, int i)
{
	return p->place[i].inset && p->r.w >= FRAME_MIN_W;
}

/* Rows that place @i would have if there were no others. */
static int
wanted(const struct placing *p, int i)
{
	const struct place *place = &p->place[i];
	int most = place->most ? p->r.h * place->most / 100 : p->r.h;
	int w = p->r.w - (is_bare(p, i) && !is_inset(p, i) ? 0 : MARGIN);
	int lines = p->in->lines(p->in->ctx, shown_of(p->in, place), w);

	if (!is_bare(p, i))
		lines += FRAME;
	return clamp(lines, place->least, most);
}

static void
give_rows(struct placing *p)
{
	int spare = p->r.h, last = p->n - 1;

	for (int i = 0; i < p->n; i++) {
		p->rows[i] = clamp(p->place[i].least, 0, spare);
		spare -= p->rows[i];
		if (p->place[i].rest)
			last = i;
	}
	for (int turn = 1; turn <= PLACES_MAX && spare > 0; turn++) {
		for (int i = 0; i < p->n; i++) {
			int more;

			if (p->place[i].turn != turn || p->n == 1)
				continue;
			more = clamp(wanted(p, i) - p->rows[i], 0, spare);
			p->rows[i] += more;
			spare -= more;
		}
	}
	p->rows[last] += spare;
}

/* ---- panes ----------------------------------------------------------- */

static void
put_pane(struct placing *p, int i, int y)
{
	const struct place *place = &p->place[i];
	int rows = p->rows[i];
	struct layout_pane *to = &p->out->pane[p->out->n++];

	*to = (struct layout_pane){
		.id = shown_of(p->in, place),
		.r = {y, p->r.x, rows, p->r.w},
	};
	to->bare = is_bare(p, i) || rows < FRAME_MIN_H;
	to->inset = to->bare && is_inset(p, i);
	to->ruled = to->bare && y > p->r.y && rows >= RULED_MIN_H;
	for (int k = 0; place->ids[k]; k++)
		if (place->ids[k] != to->id)
			to->also[to->n_also++] = place->ids[k];
}

static void
place_column(struct layout *out, const struct layout_in *in,
	const struct column *col, struct vm_rect r)
{
	struct placing p = {.out = out, .in = in, .r = r};
	int y = r.y;

	for (; p.n < PLACES_MAX && col->place[p.n].ids[0]; p.n++)
		p.place[p.n] = col->place[p.n];
	fit_places(&p);
	give_rows(&p);
	for (int i = 0; i < p.n; i++) {
		if (p.rows[i] > 0)
			put_pane(&p, i, y);
		y += p.rows[i];
	}
}

void
layout_place(struct layout *out, const struct layout_in *in,
	const struct arrangement *a)
{
	struct vm_rect r = {
		out->head, 0, in->h - out->head - out->foot, in->w,
	};

	if (r.h <= 0)
		return;
	for (int i = 0; i < COLUMNS_MAX && a->col[i].place[0].ids[0]; i++) {
		const struct column *c = &a->col[i];

		r.w = c->share ? clamp(in->w * c->share / 100, c->least,
			c->most) : in->w - r.x;
		place_column(out, in, c, r);
		r.x += r.w;
	}
}
