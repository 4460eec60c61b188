#include "view/layout_part.h"

#include <string.h>

enum {
	SMALL_H = 14,       /* below this parts are left out */
	FULL_H = 30,        /* from here on the rail shows both bands */
	FULL_W = 96,
};

/* ---- panes --------------------------------------------------------- */

static const enum pane_id numbered[] = {
	PANE_NONE, PANE_ATTENTION, PANE_CAN, PANE_PEOPLE, PANE_COMMAND,
	PANE_TIMELINE, PANE_OBJECTIVES, PANE_TOLD,
};

#define NUMBERED ((int)(sizeof(numbered) / sizeof(numbered[0])))

int
layout_number(enum pane_id id)
{
	for (int i = 1; i < NUMBERED; i++)
		if (numbered[i] == id)
			return i;
	return 0;
}

enum pane_id
layout_numbered(int number)
{
	return number > 0 && number < NUMBERED ? numbered[number] : PANE_NONE;
}

enum pane_id
layout_cycle(enum pane_id id, int step)
{
	int n = NUMBERED - 1;
	int at = layout_number(id);

	if (id == PANE_BOARD)
		return id;
	if (!at)
		return PANE_ATTENTION;
	return numbered[1 + (at - 1 + step % n + n) % n];
}

const struct layout_pane *
layout_find(const struct layout *l, enum pane_id id)
{
	for (int i = 0; i < l->n; i++)
		if (l->pane[i].id == id)
			return &l->pane[i];
	return NULL;
}

struct vm_rect
layout_inside(const struct layout_pane *p)
{
	struct vm_rect r = p->r;

	if (!p->bare) {
		r.y += FRAME / 2;
		r.h -= FRAME;
	} else if (p->ruled) {
		r.y++;
		r.h--;
	}
	if (!p->bare || p->inset) {
		r.x += MARGIN / 2;
		r.w -= MARGIN;
	}
	r.h = r.h > 0 ? r.h : 0;
	r.w = r.w > 0 ? r.w : 0;
	return r;
}

/* ---- arrangements -------------------------------------------------- */

/* The first that a screen is large enough for; layout_part.h says more. */
static const struct arrangement arrangements[] = {
	{24, 190, {
		{22, 44, 60, {
			{{PANE_ATTENTION}, .least = 4, .most = 55, .turn = 1},
			{{PANE_COMMAND}, .least = 6, .turn = 2, .rest = true},
		}},
		{18, 42, 54, {
			{{PANE_PEOPLE}, .least = 6, .most = 60, .turn = 1},
			{{PANE_OBJECTIVES}, .least = 5, .turn = 2,
				.rest = true},
		}},
		{25, 44, 80, {
			{{PANE_CAN}, .least = 9, .most = 70, .turn = 1},
			{{PANE_TOLD}, .least = 6, .turn = 2, .joins = true,
				.rest = true},
		}},
		{0, 1, 0, {
			{{PANE_TIMELINE}, .least = 1, .rest = true},
		}},
	}},
	{24, 120, {
		{35, 40, 64, {
			{{PANE_ATTENTION}, .least = 4, .most = 45, .turn = 1},
			{{PANE_COMMAND}, .least = 8, .turn = 3},
			{{PANE_PEOPLE}, .least = 7, .turn = 2, .joins = true,
				.rest = true},
		}},
		{29, 34, 60, {
			{{PANE_CAN}, .least = 9, .most = 60, .turn = 1},
			{{PANE_OBJECTIVES}, .least = 5, .turn = 2},
			{{PANE_TOLD}, .least = 6, .turn = 3, .joins = true,
				.rest = true},
		}},
		{0, 1, 0, {
			{{PANE_TIMELINE}, .least = 1, .rest = true},
		}},
	}},
	{24, FULL_W, {
		{46, 40, 64, {
			{{PANE_ATTENTION}, .least = 4, .most = 45, .turn = 1},
			{{PANE_PEOPLE}, .least = 6, .most = 40, .turn = 2},
			{{PANE_OBJECTIVES}, .least = 5, .turn = 3,
				.joins = true, .rest = true},
			{{PANE_COMMAND}, .least = 8, .turn = 4,
				.joins = true},
		}},
		{0, 1, 0, {
			{{PANE_CAN}, .least = 8, .most = 50, .turn = 1},
			{{PANE_TOLD}, .least = 7, .most = 30, .turn = 2,
				.joins = true},
			{{PANE_TIMELINE}, .least = 9, .rest = true},
		}},
	}},
	{36, 60, {
		{0, 1, 0, {
			{{PANE_ATTENTION}, .least = 4, .most = 30, .turn = 1},
			{{PANE_CAN}, .least = 10, .most = 40, .turn = 2},
			{{PANE_PEOPLE}, .least = 7, .turn = 3,
				.joins = true},
			{{PANE_OBJECTIVES}, .least = 6, .turn = 4,
				.joins = true},
			{{PANE_COMMAND}, .least = 9, .turn = 5,
				.joins = true},
			{{PANE_TOLD}, .least = 8, .turn = 6, .joins = true},
			{{PANE_TIMELINE}, .least = 12, .rest = true},
		}},
	}},
	{SMALL_H, 40, {
		{0, 1, 0, {
			{{PANE_ATTENTION}, .least = 4, .most = 45, .turn = 1},
			{{PANE_TIMELINE, PANE_CAN, PANE_PEOPLE, PANE_COMMAND,
				PANE_OBJECTIVES, PANE_TOLD}, .least = 3,
				.rest = true},
		}},
	}},
	/* The worst rows without a frame; the rest, if there is any, below. */
	{1, 1, {
		{0, 1, 0, {
			{{PANE_ATTENTION}, .least = 1, .most = 45, .turn = 1,
				.bare = true},
			{{PANE_TIMELINE, PANE_CAN, PANE_PEOPLE, PANE_COMMAND,
				PANE_OBJECTIVES, PANE_TOLD}, .least = 2,
				.bare = true, .rest = true},
		}},
	}},
};

static const struct arrangement board = {
	1, 1, {{0, 1, 0, {{{PANE_BOARD}, .least = 1, .rest = true}}}},
};

/* What is zoomed has all the room but for the worst row of For you. */
static struct arrangement
zoom_of(enum pane_id id)
{
	struct arrangement a = {
		1, 1, {{0, 1, 0, {
			{{PANE_ATTENTION}, .least = 1, .turn = 1,
				.most = 1, .bare = true, .inset = true},
			{{id}, .least = 3, .joins = true, .rest = true},
		}}},
	};

	if (id != PANE_ATTENTION)
		return a;
	a.col[0].place[0] = a.col[0].place[1];
	a.col[0].place[1].ids[0] = PANE_NONE;
	return a;
}

/* ---- head and foot ------------------------------------------------- */

/* What takes a row on a low screen, the most important first. */
enum part {
	PART_HEADER, PART_BANNER, PART_RAIL, PART_WORST, PART_CLOCKS,
	PART_CUSTOMERS, PART_FOOT, PART_COUNT
};

static void
choose_parts(const struct layout_in *in, bool has[PART_COUNT])
{
	int left = in->h;

	has[PART_FOOT] = in->status;
	left -= in->status;
	for (int i = 0; i < PART_COUNT; i++) {
		bool wanted = i != PART_BANNER || in->banner;

		if (i == PART_FOOT && in->status)
			continue;
		if (in->board && (i == PART_RAIL || i == PART_CUSTOMERS))
			wanted = false;
		has[i] = wanted && left > 0;
		left -= has[i];
	}
}

static void
place_head(struct layout *out, const struct layout_in *in)
{
	bool has[PART_COUNT];
	int full = in->h >= FULL_H && in->w >= FULL_W ? 3 : 1;
	int y = 0;

	choose_parts(in, has);
	y += has[PART_HEADER];
	out->banner = has[PART_BANNER] ? y++ : -1;
	out->clocks = has[PART_CLOCKS] ? y++ : -1;
	out->customers = has[PART_CUSTOMERS] ? y++ : -1;
	out->rails = has[PART_RAIL] ? full : 0;
	out->rail = out->rails ? y : -1;
	out->head = y + out->rails;
	out->foot = has[PART_FOOT] + (in->h >= SMALL_H);
}

void
layout_make(struct layout *out, const struct layout_in *in)
{
	struct arrangement zoomed = zoom_of(in->focus);
	const struct arrangement *a = arrangements;

	memset(out, 0, sizeof(*out));
	out->h = in->h;
	out->w = in->w;
	place_head(out, in);
	while (in->h < a->h || in->w < a->w)
		a++;
	if (in->board)
		a = &board;
	else if (in->zoom && in->focus)
		a = &zoomed;
	layout_place(out, in, a);
}
