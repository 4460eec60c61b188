#include "ui/term_unsure.h"

#include "ui/canvas.h"
#include "ui/term_out.h"

#include <stdio.h>

enum {
	WIDEST = 2, /* columns that a terminal may take for one code point */
};

struct unsure {
	const struct term_frame *f;
	const struct term_paint *paint;
	struct term_out *out;
	bool begun;
};

/* Columns that the text of a cell may take at most, on any terminal. */
static int
reach(const struct cell *cell)
{
	int n = WIDEST;

	for (int i = 0; i < CELL_MARKS && cell->marks[i]; i++)
		n += WIDEST;
	return n;
}

static void
put_at(struct unsure *u, int y, int x)
{
	char at[32];

	if (!u->begun)
		term_out_text(u->out, "\0337");
	u->begun = true;
	snprintf(at, sizeof(at), "\033[%d;%dH", y + 1, x + 1);
	term_out_text(u->out, at);
}

/* Blanks first: the text may be narrower than its cells. */
static void
put_blank(struct unsure *u, int y, int x, const struct cell *cell)
{
	struct cell blank = {
		.cp = ' ', .style = cell->style, .shade = cell->shade,
	};

	put_at(u, y, x);
	for (int i = 0; i < cell->width; i++)
		term_cell_add(u->paint, &blank, u->out);
}

/* Near the edge the text could reach into the next row: a sign instead. */
static void
put_cell(struct unsure *u, int y, int x, const struct cell *cell)
{
	struct cell sign = *cell;

	if (!cell_sure(cell)) {
		put_blank(u, y, x, cell);
		if (x + reach(cell) > u->f->canvas->w) {
			sign.cp = '?';
			sign.marks[0] = 0;
		}
	}
	put_at(u, y, x);
	term_cell_add(u->paint, &sign, u->out);
}

static bool
is_unsure(const struct cell *cell)
{
	return cell->width && !cell_sure(cell);
}

/* Unsure text, what it may have covered, and what stands where it was. */
static void
put_row(struct unsure *u, int y)
{
	const struct canvas *c = u->f->canvas;
	int until = 0;

	for (int x = 0; x < c->w; x++) {
		const struct cell *cell = canvas_cell(c, y, x);
		const struct cell *was = u->f->full ? NULL :
			canvas_cell(u->f->shown, y, x);
		int to = x;

		if (is_unsure(cell))
			to = x + reach(cell);
		else if (was && is_unsure(was))
			to = x + was->width;
		if (to > until)
			until = to;
		if (x < until && cell->width)
			put_cell(u, y, x, cell);
	}
}

void
term_unsure_add(const struct term_frame *frame,
	const struct term_paint *paint, struct term_out *out)
{
	struct unsure u = {.f = frame, .paint = paint, .out = out};

	for (int y = 0; y < frame->canvas->h; y++)
		if (term_frame_row_changed(frame, y))
			put_row(&u, y);
	if (u.begun)
		term_out_text(out, "\033[0m\0338");
}
