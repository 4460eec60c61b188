#include "ui/term_curses.h"

#include "base/mem.h"
#include "ui/term_out.h"
#include "ui/term_words.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <wchar.h>

#include <curses.h>

enum {
	PIPE = 1 << 20,     /* bytes asked for; less is fine */
	PIPE_LEAST = 4096,  /* bytes of a pipe whose size is not told */
	CELL_BYTES = 128,   /* the most that one changed cell can cost: colours,
	                     * attributes, a move, five code points */
	PAIRS = 256,
	DRAWN = 0x2500,     /* lines and blocks, in Unicode */
	DRAWN_END = 0x25a0,
	WHITE = 7,
};

struct paint {
	attr_t attr, blank; /* of a letter, and of what is none */
	short pair;
};

struct term_curses {
	SCREEN *screen;
	FILE *in;        /* curses wants one; nothing is read */
	FILE *out;       /* the pipe's end that curses writes to */
	int pipe;        /* its other end */
	int most;        /* cells that may change in one step */
	int fresh;       /* cells that changed in this one */
	bool defaults;   /* the terminal's own colours can be used */
	int pair_count;
	struct { int fg, bg; } pairs[PAIRS];
	struct paint paint[STYLE_COUNT][SHADE_COUNT];
};

static bool
curses_pipe(struct term_curses *t, struct err *err)
{
	int ends[2];
	int size;

	if (pipe2(ends, O_CLOEXEC) != 0)
		return err_set(err, ERR_STORE, "cannot make a pipe: %s",
			strerror(errno));
	t->pipe = ends[0];
	t->out = fdopen(ends[1], "w");
	t->in = fopen("/dev/null", "re");
	if (!t->out || !t->in) {
		if (!t->out)
			close(ends[1]);
		return err_set(err, ERR_STORE, "cannot open /dev/null: %s",
			strerror(errno));
	}
	fcntl(ends[0], F_SETFL, O_NONBLOCK);
	size = fcntl(ends[0], F_SETPIPE_SZ, PIPE);
	if (size < 0)
		size = fcntl(ends[0], F_GETPIPE_SZ);
	t->most = (size < PIPE_LEAST ? PIPE_LEAST : size) / CELL_BYTES;
	return true;
}

/* Takes out of the pipe what curses wrote, into @out unless that is NULL. */
static void
curses_take(struct term_curses *t, struct term_out *out)
{
	char bytes[16384];
	ssize_t n;

	while ((n = read(t->pipe, bytes, sizeof(bytes))) > 0)
		if (out)
			term_out_add(out, bytes, (size_t)n);
}

/* Ends a step: curses writes what changed, and the pipe is empty again. */
static void
curses_step(struct term_curses *t, struct term_out *out)
{
	wnoutrefresh(stdscr);
	doupdate();
	curses_take(t, out);
	t->fresh = 0;
}

struct term_curses *
term_curses_new(const char *type, struct err *err)
{
	struct term_curses *t = mem_new(sizeof(*t));

	t->pipe = -1;
	if (!curses_pipe(t, err))
		goto fail;
	t->screen = newterm(type, t->out, t->in);
	if (!t->screen) {
		err_set(err, ERR_USAGE, "TERM is \"%s\", which curses cannot "
			"use: try TERM=xterm-256color", type);
		goto fail;
	}

	nonl();
	leaveok(stdscr, TRUE);
	idlok(stdscr, FALSE);
	idcok(stdscr, FALSE);
	scrollok(stdscr, FALSE);

	/* A frame is whole even when keys wait. */
	typeahead(-1);
	if (has_colors() && start_color() == OK)
		t->defaults = use_default_colors() == OK;

	/* Its first words are forgotten: entering and leaving is ours. */
	curses_step(t, NULL);
	return t;
fail:
	term_curses_free(t);
	return NULL;
}

void
term_curses_free(struct term_curses *t)
{
	if (!t)
		return;
	if (t->screen)
		delscreen(t->screen);
	if (t->out)
		fclose(t->out);
	if (t->in)
		fclose(t->in);
	if (t->pipe >= 0)
		close(t->pipe);
	free(t);
}

/* The pair of two colours; 0, the default pair, when there is none left. */
static short
curses_pair(struct term_curses *t, int fg, int bg)
{
	int i = 0;

	if (fg < 0 && bg < 0)
		return 0;
	fg = fg < 0 ? fg : fg & ~LOOK_RGB;
	bg = bg < 0 ? bg : bg & ~LOOK_RGB;
	if (!t->defaults && fg < 0)
		fg = WHITE;
	if (!t->defaults && bg < 0)
		bg = 0;
	while (i < t->pair_count &&
	    (t->pairs[i].fg != fg || t->pairs[i].bg != bg))
		i++;
	if (i == t->pair_count) {
		if (i == PAIRS || i + 1 >= COLOR_PAIRS ||
		    init_extended_pair(i + 1, fg, bg) != OK)
			return 0;
		t->pairs[i].fg = fg;
		t->pairs[i].bg = bg;
		t->pair_count++;
	}
	return (short)(i + 1);
}

static attr_t
curses_attr(unsigned attr)
{
	return (attr & LOOK_BOLD ? A_BOLD : A_NORMAL) |
		(attr & LOOK_DIM ? A_DIM : A_NORMAL) |
		(attr & LOOK_UNDERLINE ? A_UNDERLINE : A_NORMAL) |
		(attr & LOOK_REVERSE ? A_REVERSE : A_NORMAL) |
		(attr & LOOK_ITALIC ? A_ITALIC : A_NORMAL);
}

/* Blanks, lines and the blocks of large figures. */
static bool
is_drawn(uint32_t cp)
{
	return cp == ' ' || (cp >= DRAWN && cp < DRAWN_END);
}

/*
 * Words are underlined; what is no letter is in fields alone, where it shows
 * how far they go.
 */
static attr_t
curses_blank(enum style style, struct look look)
{
	bool field = style == STYLE_FIELD || style == STYLE_FIELD_FOCUS;

	return curses_attr(field ? look.attr :
		look.attr & (unsigned)~LOOK_UNDERLINE);
}

void
term_curses_theme(struct term_curses *t, const struct theme *theme,
	enum depth depth)
{
	t->pair_count = 0;
	for (int i = 0; i < STYLE_COUNT * SHADE_COUNT; i++) {
		enum style style = (enum style)(i / SHADE_COUNT);
		enum shade shade = (enum shade)(i % SHADE_COUNT);
		struct look look = theme_look(theme, depth, style, shade);

		t->paint[style][shade] = (struct paint){
			curses_attr(look.attr), curses_blank(style, look),
			curses_pair(t, look.fg, look.bg),
		};
	}
}

/*
 * Of a cell on whose columns terminals disagree curses writes but blanks, so
 * that what stands behind it is in its place everywhere; term_unsure.h puts
 * the text there.
 */
static void
curses_unsure(const struct paint *paint, int y, int x, int width)
{
	cchar_t cc;

	if (setcchar(&cc, L" ", paint->blank, paint->pair, NULL) != OK)
		return;
	for (int i = 0; i < width; i++)
		mvadd_wchnstr(y, x + i, &cc, 1);
}

static void
curses_cell(struct term_curses *t, int y, int x, const struct cell *cell)
{
	const struct paint *paint = &t->paint[cell->style][cell->shade];
	attr_t attr = is_drawn(cell->cp) ? paint->blank : paint->attr;
	wchar_t text[CELL_MARKS + 2] = {(wchar_t)cell->cp};
	cchar_t cc;

	if (!cell_sure(cell)) {
		curses_unsure(paint, y, x, cell->width);
		return;
	}
	for (int i = 0; i < CELL_MARKS; i++)
		text[i + 1] = (wchar_t)cell->marks[i];
	if (wcwidth(text[0]) != cell->width)
		text[0] = L'?';
	if (setcchar(&cc, text, attr, paint->pair, NULL) == OK)
		mvadd_wchnstr(y, x, &cc, 1);
}

static bool
frame_changed(const struct term_frame *f, int y, int x)
{
	static const struct cell blank = {.cp = ' ', .width = 1};
	const struct cell *cell = canvas_cell(f->canvas, y, x);

	return !cell_same(cell, f->full ? &blank :
		canvas_cell(f->shown, y, x));
}

bool
term_frame_row_changed(const struct term_frame *f, int y)
{
	return f->full || memcmp(canvas_cell(f->canvas, y, 0),
		canvas_cell(f->shown, y, 0),
		(size_t)f->canvas->w * sizeof(struct cell)) != 0;
}

/* Curses starts again from an empty screen of the canvas's size. */
static void
curses_clear(struct term_curses *t, const struct canvas *c,
	struct term_out *out)
{
	resize_term(c->h, c->w);
	werase(stdscr);
	clearok(stdscr, TRUE);
	term_words_scroll_all(out);
	curses_step(t, out);
}

void
term_curses_draw(struct term_curses *t, const struct term_frame *f,
	struct term_out *out)
{
	const struct canvas *c = f->canvas;
	bool cursor = f->y >= 0 && f->x >= 0 && f->y < c->h && f->x < c->w;

	if (f->full)
		curses_clear(t, c, out);
	for (int y = 0; y < c->h; y++) {
		int from = term_frame_row_changed(f, y) ? 0 : c->w;

		for (int x = from; x < c->w; x++) {
			const struct cell *cell = canvas_cell(c, y, x);

			if (!cell->width || !frame_changed(f, y, x))
				continue;
			curses_cell(t, y, x, cell);
			t->fresh += cell->width;
			if (t->fresh >= t->most)
				curses_step(t, out);
		}
	}
	leaveok(stdscr, !cursor);
	if (cursor)
		wmove(stdscr, f->y, f->x);
	curses_step(t, out);
	leaveok(stdscr, TRUE);
}
