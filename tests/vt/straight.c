/*
 * Whether the frames of a screen are straight: each upright stands on and
 * under another, a corner or an edge, and none is open at the right.
 */
#include "vt/straight.h"

#include "base/text.h"
#include "vt/script.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define UPRIGHT 0x2502 /* │ */
#define RIGHT_HALF UINT32_MAX
#define QUIET 1000     /* ms in which a key that does something shows it */

struct grid {
	int rows, cols;
	uint32_t *cells; /* rows * cols; RIGHT_HALF: of a wide character */
};

static uint32_t
at(const struct grid *g, int y, int x)
{
	return y >= 0 && y < g->rows && x >= 0 && x < g->cols ?
		g->cells[y * g->cols + x] : 0;
}

/* ─ │ ╭ ╮ ╰ ╯ ├ ┤ ┬ ┴ ┼ */
static bool
is_frame(uint32_t cp)
{
	static const uint32_t frame[] = {
		0x2500, UPRIGHT, 0x256d, 0x256e, 0x2570, 0x256f, 0x251c,
		0x2524, 0x252c, 0x2534, 0x253c,
	};

	for (size_t i = 0; i < sizeof(frame) / sizeof(frame[0]); i++)
		if (cp == frame[i])
			return true;
	return false;
}

/*
 * Edges have titles in them, so that what stands above an upright can be any
 * text there: then the row must be an edge, with its corner at the left.
 */
static bool
is_edge_at(const struct grid *g, int y, int x)
{
	for (; x >= 0; x--) {
		uint32_t cp = at(g, y, x);

		if (cp == 0x256d || cp == 0x2570 || cp == 0x251c)
			return true;
		if (cp == UPRIGHT)
			return false;
	}
	return false;
}

static bool
stands(const struct grid *g, int y, int x)
{
	return is_frame(at(g, y, x)) || is_edge_at(g, y, x);
}

/* How many uprights stand where none belongs; says where the first does. */
static int
crooked(const struct grid *g)
{
	int bad = 0;

	for (int y = 1; y + 1 < g->rows; y++) {
		if (at(g, y, 0) == UPRIGHT && !is_frame(at(g, y, g->cols - 1)))
			bad++;
		for (int x = 0; x < g->cols; x++)
			if (at(g, y, x) == UPRIGHT &&
			    (!stands(g, y - 1, x) || !stands(g, y + 1, x)))
				bad++;
		if (bad)
			return y + 1;
	}
	return 0;
}

static struct grid
grid_new(int rows, int cols)
{
	struct grid g = {rows, cols,
		calloc((size_t)rows * (size_t)cols, sizeof(uint32_t))};

	if (!g.cells)
		abort();
	return g;
}

/* ---- the emulator's ------------------------------------------------------- */

static bool
is_straight(const struct emulator *e)
{
	struct grid g = grid_new(e->rows, e->cols);
	VTermScreenCell cell;
	bool ok;

	for (int y = 0; y < g.rows; y++)
		for (int x = 0; x < g.cols; x++)
			if (vterm_screen_get_cell(e->screen, (VTermPos){y, x},
			    &cell))
				g.cells[y * g.cols + x] = cell.chars[0];
	ok = crooked(&g) == 0;
	free(g.cells);
	return ok;
}

bool
vt_straight(struct vt *t, char *arg)
{
	int64_t until = emulator_now() + PATIENCE;

	(void)arg;
	while (!is_straight(&t->e) && emulator_now() < until)
		emulator_read(&t->e, LOOK);
	return is_straight(&t->e);
}

/* The screen once it is another one than @before, or after a while. */
static char *
text_after(struct vt *t, const char *before)
{
	int64_t until = emulator_now() + QUIET;
	char *now = emulator_text(&t->e);

	while (strcmp(before, now) == 0 && emulator_now() < until) {
		free(now);
		emulator_read(&t->e, LOOK);
		now = emulator_text(&t->e);
	}
	return now;
}

bool
vt_pages(struct vt *t, char *arg)
{
	char *before = NULL, *now = emulator_text(&t->e);
	bool moved = true, ok = true;
	int n = 0;

	for (; moved && ok; n++) {
		free(before);
		before = now;
		snprintf(t->again, sizeof(t->again), "%s", arg);
		vt_bytes(t, t->again);
		now = text_after(t, before);
		moved = strcmp(before, now) != 0;
		ok = vt_straight(t, arg);
	}
	free(before);
	free(now);
	printf("%d pages\n", n);
	return ok && n > 1;
}

/* ---- any text ------------------------------------------------------------- */

static void
put_line(struct grid *g, int y, const char *line)
{
	int x = 0;

	while (*line && *line != '\n') {
		uint32_t cp = *line == '?' ? '?' : 0;
		size_t n = text_decode(line, strlen(line), &cp);
		int width = n ? text_cp_width(cp) : 1;

		for (int i = 0; i < width && x < g->cols; i++)
			g->cells[y * g->cols + x++] = i ? RIGHT_HALF : cp;
		line += n ? n : 1;
	}
}

int
straight(int rows, int cols)
{
	struct grid g = grid_new(rows, cols);
	char *line = NULL;
	size_t cap = 0;
	int bad;

	for (int y = 0; y < rows && getline(&line, &cap, stdin) > 0; y++)
		put_line(&g, y, line);
	bad = crooked(&g);
	if (bad)
		printf("row %d is crooked\n", bad);
	free(line);
	free(g.cells);
	return bad > 0;
}
