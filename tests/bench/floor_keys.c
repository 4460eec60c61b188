/*
 * floor_keys PICTURE PICTURE: the floor of a key.  Plain ncurses shows the
 * first; each key hands all cells of the other to curses and refreshes.
 */
#include "bench/lib/picture.h"

#include <curses.h>
#include <locale.h>
#include <stdlib.h>
#include <wchar.h>

#define PAIRS 256

struct pairs {
	struct { int16_t fg, bg; } v[PAIRS];
	short n;
};

static short
pair_of(struct pairs *p, int16_t fg, int16_t bg)
{
	short i = 0;

	while (i < p->n && (p->v[i].fg != fg || p->v[i].bg != bg))
		i++;
	if (i < p->n || i + 1 >= PAIRS)
		return (short)(i + 1);
	p->v[p->n].fg = fg;
	p->v[p->n].bg = bg;
	init_pair(++p->n, fg, bg);
	return p->n;
}

/* The cells as curses has them: made once, so that a key only shows them. */
static cchar_t *
make(struct pairs *pairs, const struct picture *p)
{
	size_t n = (size_t)p->rows * (size_t)p->cols;
	cchar_t *out = calloc(n, sizeof(*out));

	for (size_t i = 0; out && i < n; i++) {
		const struct picture_cell *cell = &p->cells[i];
		wchar_t text[2] = {cell->cp ? (wchar_t)cell->cp : L' '};

		setcchar(&out[i], text,
			(cell->attr & PICTURE_BOLD ? A_BOLD : A_NORMAL) |
			(cell->attr & PICTURE_UNDERLINE ? A_UNDERLINE :
			A_NORMAL) | (cell->attr & PICTURE_REVERSE ? A_REVERSE :
			A_NORMAL), pair_of(pairs, cell->fg, cell->bg), NULL);
	}
	return out;
}

int
main(int argc, char **argv)
{
	struct picture p[2] = {{0}, {0}};
	struct pairs pairs = {.n = 0};
	cchar_t *cells[2];

	setlocale(LC_ALL, "");
	if (argc != 3 || !picture_read(argv[1], &p[0]) ||
	    !picture_read(argv[2], &p[1]) || !initscr())
		return 2;
	noecho();
	cbreak();
	start_color();
	use_default_colors();
	cells[0] = make(&pairs, &p[0]);
	cells[1] = make(&pairs, &p[1]);
	for (int at = 0; cells[0] && cells[1]; at = !at) {
		for (int y = 0; y < p[at].rows && y < LINES; y++)
			mvadd_wchnstr(y, 0, cells[at] + y * p[at].cols,
				p[at].cols < COLS ? p[at].cols : COLS);
		refresh();
		if (getch() == 'q')
			break;
	}
	endwin();
	return 0;
}
