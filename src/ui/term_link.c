#include "ui/term_link.h"

#include "ui/term_out.h"

#include <stdio.h>
#include <string.h>

static const char *
link_url(const struct canvas *c, const struct cell *cell)
{
	return cell->link ? c->links[cell->link - 1] : "";
}

/* The link that is on the terminal at a place; "" for none. */
static const char *
link_shown(const struct term_frame *f, int y, int x)
{
	return f->full ? "" : link_url(f->shown, canvas_cell(f->shown, y, x));
}

/*
 * Whether the cells from @x to @end, which have one link, must be written:
 * the frame painted one of them (without a link), or the link is another.
 */
static bool
link_is_due(const struct term_frame *f, int y, int x, int end)
{
	const char *url = link_url(f->canvas, canvas_cell(f->canvas, y, x));

	for (; x < end; x++) {
		if (strcmp(url, link_shown(f, y, x)) != 0)
			return true;
		if (*url && !cell_same(canvas_cell(f->canvas, y, x),
		    canvas_cell(f->shown, y, x)))
			return true;
	}
	return false;
}

struct link_run {
	int y, x, end;
	const struct term_paint *paint;
};

/* Between DECSC and DECRC, so that curses finds its cursor where it was. */
static void
link_write(const struct term_frame *f, const struct link_run *run,
	struct term_out *out)
{
	const struct canvas *c = f->canvas;
	const struct cell *first = canvas_cell(c, run->y, run->x);
	char at[64];

	/* By its id a terminal knows the parts of a link that is wrapped. */
	snprintf(at, sizeof(at), first->link ?
		"\0337\033[%d;%dH\033]8;id=fg%d;" : "\0337\033[%d;%dH\033]8;;",
		run->y + 1, run->x + 1, first->link);
	term_out_text(out, at);
	term_out_text(out, link_url(c, first));
	term_out_text(out, "\033\\");
	for (int x = run->x; x < run->end; x++) {
		const struct cell *cell = canvas_cell(c, run->y, x);

		if (cell->width)
			term_cell_add(run->paint, cell, out);
	}
	term_out_text(out, "\033]8;;\033\\\033[0m\0338");
}

/* Cells of one link now, which also had one link or none before. */
static int
link_end(const struct term_frame *f, int y, int x)
{
	const struct canvas *c = f->canvas;
	int link = canvas_cell(c, y, x)->link;
	bool had = *link_shown(f, y, x) != '\0';

	while (x < c->w && canvas_cell(c, y, x)->link == link &&
	    (link || (*link_shown(f, y, x) != '\0') == had))
		x++;
	return x;
}

/* Whether a row has a link, now or on the terminal. */
static bool
link_in_row(const struct term_frame *f, int y)
{
	const struct cell *now = canvas_cell(f->canvas, y, 0);
	const struct cell *was = f->full ? now : canvas_cell(f->shown, y, 0);

	for (int x = 0; x < f->canvas->w; x++)
		if (now[x].link || was[x].link)
			return true;
	return false;
}

void
term_link_add(const struct term_frame *f, const struct term_paint *paint,
	struct term_out *out)
{
	if (!f->canvas->link_count && (f->full || !f->shown->link_count))
		return;
	for (int y = 0; y < f->canvas->h; y++) {
		for (int x = link_in_row(f, y) ? 0 : f->canvas->w;
		    x < f->canvas->w;) {
			struct link_run run = {y, x, link_end(f, y, x),
				paint};

			if (link_is_due(f, y, x, run.end))
				link_write(f, &run, out);
			x = run.end;
		}
	}
}
