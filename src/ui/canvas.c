#include "ui/canvas.h"

#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"
#include "ui/glyph.h"

#include <stdlib.h>
#include <string.h>

enum {
	CANVAS_LINKS = 255, /* cell.link is a byte */
	CANVAS_URL = 2048,  /* bytes; longer ones some terminals refuse */
};

static const struct cell blank = {.cp = ' ', .width = 1};

struct canvas *
canvas_new(int h, int w)
{
	struct canvas *c = mem_new(sizeof(*c));

	c->text = arena_new(0);
	c->links = mem_new(CANVAS_LINKS * sizeof(*c->links));
	canvas_resize(c, h, w);
	return c;
}

void
canvas_free(struct canvas *c)
{
	if (!c)
		return;
	arena_free(c->text);
	free(c->links);
	free(c->cells);
	free(c);
}

void
canvas_resize(struct canvas *c, int h, int w)
{
	c->h = h < 1 ? 1 : h;
	c->w = w < 1 ? 1 : w;
	c->cells = mem_grow(c->cells, (size_t)c->h * (size_t)c->w,
		sizeof(*c->cells));
	canvas_clear(c);
}

void
canvas_clear(struct canvas *c)
{
	size_t w = (size_t)c->w, row = w * sizeof(*c->cells);

	for (size_t i = 0; i < w; i++)
		c->cells[i] = blank;
	for (size_t y = 1; y < (size_t)c->h; y++)
		memcpy(c->cells + y * w, c->cells, row);
	arena_reset(c->text);
	c->link_count = 0;
}

struct rect
canvas_rect(const struct canvas *c)
{
	return (struct rect){0, 0, c->h, c->w};
}

/* The part of @r that lies on the canvas. */
static struct rect
canvas_clip(const struct canvas *c, struct rect r)
{
	int bottom = r.y + r.h < c->h ? r.y + r.h : c->h;
	int right = r.x + r.w < c->w ? r.x + r.w : c->w;
	int y = r.y > 0 ? r.y : 0;
	int x = r.x > 0 ? r.x : 0;

	return (struct rect){
		y, x, bottom > y ? bottom - y : 0, right > x ? right - x : 0,
	};
}

struct cell *
canvas_cell(const struct canvas *c, int y, int x)
{
	if (y < 0 || x < 0 || y >= c->h || x >= c->w)
		return NULL;
	return &c->cells[(size_t)y * (size_t)c->w + (size_t)x];
}

bool
cell_same(const struct cell *a, const struct cell *b)
{
	return a->cp == b->cp && a->width == b->width &&
		a->style == b->style && a->shade == b->shade &&
		memcmp(a->marks, b->marks, sizeof(a->marks)) == 0;
}

bool
cell_sure(const struct cell *cell)
{
	/* Letters and frames are most of every screen. */
	if (!cell->marks[0] && (cell->cp < 0x300 ||
	    (cell->cp >= 0x2500 && cell->cp < 0x2580)))
		return true;
	if (!text_cp_sure(cell->cp))
		return false;
	for (int i = 0; i < CELL_MARKS && cell->marks[i]; i++)
		if (!text_cp_sure(cell->marks[i]))
			return false;
	return true;
}

/* Before a cell is written: half of a wide character is none. */
static void
canvas_break(struct canvas *c, int y, int x)
{
	struct cell *cell = canvas_cell(c, y, x);
	struct cell *left = canvas_cell(c, y, x - 1);
	struct cell *right = canvas_cell(c, y, x + 1);

	if (cell->width == 0 && left) {
		left->cp = ' ';
		left->width = 1;
		memset(left->marks, 0, sizeof(left->marks));
	}
	if (cell->width == 2 && right) {
		right->cp = ' ';
		right->width = 1;
	}
}

/* Writes a character of @width columns; the caller knows that it fits. */
static struct cell *
canvas_set(struct canvas *c, struct rect at, struct cell cell)
{
	struct cell *to = &c->cells[(size_t)at.y * (size_t)c->w +
		(size_t)at.x];

	/* Mostly both are narrow, and nothing beside them is touched. */
	if (cell.width == 1 && to->width == 1) {
		cell.shade = to->shade;
		*to = cell;
		return to;
	}
	for (int i = 0; i < cell.width; i++) {
		canvas_break(c, at.y, at.x + i);
		cell.shade = to[i].shade;
		to[i] = cell;
		if (i > 0) {
			to[i].cp = 0;
			to[i].width = 0;
			memset(to[i].marks, 0, sizeof(to[i].marks));
		}
	}
	return to;
}

static void
cell_mark(struct cell *cell, uint32_t mark)
{
	for (int i = 0; i < CELL_MARKS; i++) {
		if (!cell->marks[i]) {
			cell->marks[i] = mark;
			return;
		}
	}
}

/*
 * One character at the start of @at; returns its columns, or -1 when there is
 * no room.  What lies outside of the canvas takes room and is not seen.
 */
static int
canvas_put_cp(struct canvas *c, struct rect at, struct cell cell)
{
	int width = cell.width;

	if (width > at.w || !canvas_cell(c, at.y, at.x + width - 1)) {
		cell.cp = ' ';
		cell.width = 1;
	}
	if (at.w > 0 && canvas_cell(c, at.y, at.x))
		canvas_set(c, at, cell);
	return width <= at.w ? width : -1;
}

/*
 * Plain characters over narrow cells, the most of all text: as many as there
 * are at the start of @s and have room in @at and on the canvas.
 */
static int
canvas_put_plain(struct canvas *c, struct rect at, struct cell cell,
	const char *s)
{
	struct cell *to = canvas_cell(c, at.y, at.x);
	int room = at.w < c->w - at.x ? at.w : c->w - at.x;
	int n = 0;

	cell.width = 1;
	for (; to && n < room && to[n].width == 1; n++) {
		if (s[n] < ' ' || s[n] >= 0x7f)
			break;
		cell.cp = (uint32_t)s[n];
		cell.shade = to[n].shade;
		to[n] = cell;
	}
	return n;
}

int
canvas_put(struct canvas *c, struct rect at, enum style style,
	const char *safe)
{
	size_t left = strlen(safe);
	struct cell *last = NULL;
	int used = 0;

	while (left) {
		struct cell cell = {.style = (uint8_t)style};
		struct rect rest = {at.y, at.x + used, 1, at.w - used};
		int plain = canvas_put_plain(c, rest, cell, safe);
		size_t n;
		int width;

		if (plain) {
			safe += plain;
			left -= (size_t)plain;
			used += plain;
			last = canvas_cell(c, at.y, at.x + used - 1);
			continue;
		}
		n = text_decode(safe, left, &cell.cp);
		width = n ? text_cp_width(cell.cp) : -1;
		safe += n ? n : 1;
		left -= n ? n : 1;
		if (width == 0) {
			if (last && !c->ascii)
				cell_mark(last, cell.cp);
			continue;
		}
		if (width < 0) {
			cell.cp = 0xfffd;
			width = 1;
		}
		for (int i = c->ascii ? width : 1; i > 0; i--) {
			struct rect to = {at.y, at.x + used, 1, at.w - used};
			int cols;

			if (c->ascii)
				cell.cp = glyph_ascii(cell.cp);
			cell.width = (uint8_t)(c->ascii ? 1 : width);
			cols = canvas_put_cp(c, to, cell);
			if (cols < 0)
				return used;
			last = canvas_cell(c, to.y, to.x);
			used += cols;
		}
	}
	return used;
}

int
canvas_repeat(struct canvas *c, struct rect at, enum style style,
	const char *safe)
{
	const struct cell *first = canvas_cell(c, at.y, at.x);
	int used = canvas_put(c, (struct rect){at.y, at.x, 1, 1}, style, safe);

	/* Frames are most of the signs that are not plain characters. */
	while (used > 0 && used < at.w) {
		struct rect rest = {at.y, at.x + used, 1, 1};
		struct cell *to = canvas_cell(c, rest.y, rest.x);

		if (first && to && to->width == 1 && first->width == 1) {
			uint8_t shade = to->shade;

			*to = *first;
			to->shade = shade;
		} else {
			canvas_put(c, rest, style, safe);
		}
		used++;
	}
	return used;
}

void
canvas_fill(struct canvas *c, struct rect r, enum style style)
{
	struct cell cell = blank;

	cell.style = (uint8_t)style;
	r = canvas_clip(c, r);
	for (int y = 0; y < r.h; y++) {
		struct cell *to = canvas_cell(c, r.y + y, r.x);

		for (int x = 0; x < r.w; x++) {
			struct rect at = {r.y + y, r.x + x, 1, 1};

			if (to[x].width == 1)
				to[x] = cell;
			else
				canvas_set(c, at, cell)->shade = SHADE_NONE;
		}
	}
}

void
canvas_shade(struct canvas *c, struct rect r, enum shade shade)
{
	r = canvas_clip(c, r);
	for (int y = 0; y < r.h; y++)
		for (int x = 0; x < r.w; x++) {
			struct cell *cell = canvas_cell(c, r.y + y, r.x + x);

			/* The cursor is to be seen in what is stale, too. */
			if (shade != SHADE_STALE ||
			    cell->shade != SHADE_SELECTED)
				cell->shade = (uint8_t)shade;
		}
}

/* What people write is opened by a click: only what a browser or a phone is
 * for. */
static bool
is_link(const char *url)
{
	static const char *const begins[] = {"https://", "http://", "tel:"};

	for (size_t i = 0; i < sizeof(begins) / sizeof(begins[0]); i++)
		if (str_starts(url, begins[i]))
			return true;
	return false;
}

static int
canvas_link_add(struct canvas *c, const char *url)
{
	size_t len = strlen(url);

	for (int i = 0; i < c->link_count; i++)
		if (strcmp(c->links[i], url) == 0)
			return i + 1;
	if (!is_link(url) || len > CANVAS_URL || c->link_count == CANVAS_LINKS)
		return 0;
	for (size_t i = 0; i < len; i++)
		if (url[i] <= ' ' || url[i] >= 0x7f)
			return 0;
	c->links[c->link_count] = arena_dup(c->text, url);
	return ++c->link_count;
}

void
canvas_link(struct canvas *c, struct rect r, const char *url)
{
	int link = canvas_link_add(c, url);

	r = canvas_clip(c, r);
	for (int y = 0; y < r.h; y++)
		for (int x = 0; x < r.w; x++)
			canvas_cell(c, r.y + y, r.x + x)->link =
				(uint8_t)link;
}
