/*
 * What terminals disagree on: all code points that may come to a screen, in
 * this one.
 *
 * First those that are said to be sure are written, and the cursor must stand
 * behind them where we expect it.  Then frames of all the others are drawn,
 * each between two bars, with and without marks, which must stand where they
 * belong whatever the terminal made of what is between them.
 */
#include "vt/widths.h"

#include "base/mem.h"
#include "base/text.h"
#include "ui/canvas.h"
#include "ui/term.h"
#include "vt/emulator.h"

#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define LAST 0x10ffff
#define ROWS 60
#define COLS 160
#define STEP 8 /* columns from one to the next */

struct sheet {
	struct emulator e;
	struct term *term;
	int master;
	short events;
	uint32_t cps[ROWS * COLS / STEP];
	int n;
	int bad;
};

static bool
is_shown(uint32_t cp)
{
	return (cp < 0xd800 || cp > 0xdfff) && text_cp_width(cp) >= 0;
}

static int
try_sure(void)
{
	struct emulator e;
	int bad = 0, seen = 0;

	emulator_init(&e, 24, 80);
	for (uint32_t cp = ' '; cp <= LAST; cp++) {
		char bytes[32] = "\033[1;1Ha";
		size_t n = strlen(bytes);
		int width;

		if (!is_shown(cp) || !text_cp_sure(cp))
			continue;
		n += text_encode(cp, bytes + n);
		emulator_show(&e, bytes, n);
		width = emulator_column(&e) - 1;
		seen++;
		if (width == text_cp_width(cp))
			continue;
		printf("U+%04X is %d columns here, not %d\n", (unsigned)cp,
			width, text_cp_width(cp));
		bad++;
	}
	printf("%d code points are as wide as we think\n", seen - bad);
	emulator_release(&e);
	return bad;
}

/* ---- frames --------------------------------------------------------------- */

static void
on_want(void *ctx, short events, int ms)
{
	(void)ms;
	((struct sheet *)ctx)->events = events;
}

static void
on_nothing(void *ctx)
{
	(void)ctx;
}

static void
on_no_end(void *ctx, int signo)
{
	(void)ctx;
	(void)signo;
}

static void
on_no_key(void *ctx, const struct key *key)
{
	(void)ctx;
	(void)key;
}

static void
drain(struct sheet *s)
{
	char bytes[65536];
	ssize_t n;

	do {
		if (s->events & POLLOUT)
			term_input(s->term, POLLOUT);
		while ((n = read(s->master, bytes, sizeof(bytes))) > 0)
			emulator_show(&s->e, bytes, (size_t)n);
	} while (s->events & POLLOUT);
}

static bool
sheet_open(struct sheet *s)
{
	struct winsize size = {.ws_row = ROWS, .ws_col = COLS};
	struct term_options o = {
		.type = "xterm-256color", .ctx = s, .on_key = on_no_key,
		.on_frame = on_nothing, .on_end = on_no_end,
		.on_want = on_want, .want_ctx = s,
	};
	struct err err = {0};

	s->master = posix_openpt(O_RDWR | O_NOCTTY | O_NONBLOCK);
	if (s->master < 0 || grantpt(s->master) || unlockpt(s->master))
		return false;
	ioctl(s->master, TIOCSWINSZ, &size);
	emulator_init(&s->e, ROWS, COLS);
	o.tty = ptsname(s->master);
	s->term = term_open(&o, &err);
	if (!s->term)
		printf("%s\n", err.text);
	return s->term;
}

/* Whether a bar stands in that cell, alone. */
static bool
is_bar(const struct sheet *s, int y, int x)
{
	VTermScreenCell cell;

	return vterm_screen_get_cell(s->e.screen, (VTermPos){y, x}, &cell) &&
		cell.chars[0] == '|' && !cell.chars[1];
}

/* Every second one has a base letter and the accent that nobody doubts. */
static void
put_one(struct canvas *c, int i, uint32_t cp)
{
	char text[32] = "|";
	size_t n = 1;

	if (i % 2 || text_cp_width(cp) == 0)
		text[n++] = 'x';
	n += text_encode(cp, text + n);
	if (i % 2)
		n += text_encode(0x301, text + n);
	text[n++] = '|';
	text[n] = '\0';
	canvas_put(c, (struct rect){i / (COLS / STEP), i % (COLS / STEP) *
		STEP, 1, STEP}, STYLE_TEXT, text_safe(c->text, text, false));
}

static void
flush(struct sheet *s)
{
	struct canvas *c = term_canvas(s->term);

	for (int i = 0; i < s->n; i++)
		put_one(c, i, s->cps[i]);
	if (!term_draw(s->term, -1, -1)) {
		printf("a frame is not drawn\n");
		s->bad++;
	}
	drain(s);
	for (int i = 0; i < s->n; i++) {
		int y = i / (COLS / STEP), x = i % (COLS / STEP) * STEP;
		int width = text_cp_width(s->cps[i]);
		int end = x + 1 + width + (i % 2 || !width);

		if (is_bar(s, y, x) && is_bar(s, y, end))
			continue;
		printf("U+%04X moves what stands behind it\n",
			(unsigned)s->cps[i]);
		s->bad++;
	}
	s->n = 0;
}

static int
try_frames(void)
{
	struct sheet *s = calloc(1, sizeof(*s));
	int seen = 0, bad;

	if (!s || !sheet_open(s))
		return 1;
	for (uint32_t cp = ' '; cp <= LAST; cp++) {
		if (!is_shown(cp) || text_cp_sure(cp))
			continue;
		s->cps[s->n++] = cp;
		seen++;
		if (s->n == (int)(sizeof(s->cps) / sizeof(s->cps[0])))
			flush(s);
	}
	flush(s);
	bad = s->bad;
	printf("%d of whose width one cannot be sure move nothing\n",
		seen - bad);
	term_close(s->term);
	emulator_release(&s->e);
	close(s->master);
	free(s);
	return bad;
}

int
widths(void)
{
	int bad = try_sure() + try_frames();

	return bad > 0;
}
