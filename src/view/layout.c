#include "view/layout.h"

#include <string.h>

/* Sizes in cells that the arrangements are made of. */
enum {
	FRAME = 2,          /* rows or columns of a frame */
	MARGIN = 4,         /* columns of frame and the blanks inside it */
	FRAME_MIN_W = 24,   /* narrower panes have no frame */
	FRAME_MIN_H = 4,    /* nor do lower ones */
	THREE_W = 120, /* columns from which on there are three panes */
	LEFT_MIN = 40, LEFT_MAX = 64, /* the left one of three columns */
	PEOPLE_MIN = 8,     /* rows of SMEs below Command */
	COMMAND_MIN = 9,
	SMALL_H = 14,       /* below this parts are left out */
	FULL_H = 30,        /* from here on the rail shows both bands */
	FULL_W = 96,
};

/* ---- panes --------------------------------------------------------- */

static const enum pane_id numbered[] = {
	PANE_NONE, PANE_ATTENTION, PANE_CAN, PANE_PEOPLE, PANE_COMMAND,
	PANE_TIMELINE,
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
		r.x += MARGIN / 2;
		r.h -= FRAME;
		r.w -= MARGIN;
	}
	r.h = r.h > 0 ? r.h : 0;
	r.w = r.w > 0 ? r.w : 0;
	return r;
}

/* ---- places -------------------------------------------------------- */

struct placing {
	struct layout *out;
	const struct layout_in *in;
	struct vm_rect area; /* between head and foot */
};

/* Rows @from on of @r, @n of them; and columns. */
static struct vm_rect
rows_of(struct vm_rect r, int from, int n)
{
	return (struct vm_rect){r.y + from, r.x, n, r.w};
}

static struct vm_rect
cols_of(struct vm_rect r, int from, int n)
{
	return (struct vm_rect){r.y, r.x + from, r.h, n};
}

static int
clamp(int v, int low, int high)
{
	if (v > high)
		v = high;
	return v < low ? low : v;
}

/*
 * Panes that share the place @r, ending at PANE_NONE: the one in use is
 * shown, else the one that was, else the first.
 */
static void
place(struct placing *p, struct vm_rect r, const enum pane_id *ids)
{
	struct layout_pane *to;
	enum pane_id show = ids[0];

	if (r.h <= 0 || r.w <= 0 || p->out->n == PANE_COUNT)
		return;
	for (int i = 0; ids[i]; i++)
		if (ids[i] == p->in->shown)
			show = ids[i];
	for (int i = 0; ids[i]; i++)
		if (ids[i] == p->in->focus)
			show = ids[i];
	to = &p->out->pane[p->out->n++];
	*to = (struct layout_pane){.id = show, .r = r};
	to->bare = r.h < FRAME_MIN_H || r.w < FRAME_MIN_W;
	for (int i = 0; ids[i]; i++)
		if (ids[i] != show)
			to->also[to->n_also++] = ids[i];
}

static void
place_one(struct placing *p, struct vm_rect r, enum pane_id id)
{
	enum pane_id ids[] = {id, PANE_NONE};

	place(p, r, ids);
}

/* Rows of For you with its frame: what it fills, within @part percent. */
static int
attention_rows_of(const struct placing *p, int part)
{
	int most = clamp(p->area.h * part / 100, FRAME_MIN_H, p->area.h);

	return clamp(p->in->attention + FRAME, FRAME_MIN_H, most);
}

/* For you, Command and SMEs above each other; the latter share if need be. */
static void
place_left(struct placing *p, struct vm_rect r)
{
	static const enum pane_id shared[] = {
		PANE_PEOPLE, PANE_COMMAND, PANE_NONE,
	};
	int you = attention_rows_of(p, 45);
	int command = r.h - you - p->in->people - FRAME;

	/* People come and go: Command gives way to them, within limits. */
	command = clamp(command, COMMAND_MIN, p->in->command + FRAME);
	place_one(p, rows_of(r, 0, you), PANE_ATTENTION);
	if (r.h - you - command < PEOPLE_MIN) {
		place(p, rows_of(r, you, r.h - you), shared);
		return;
	}
	place_one(p, rows_of(r, you, command), PANE_COMMAND);
	place_one(p, rows_of(r, you + command, r.h - you - command),
		PANE_PEOPLE);
}

/* ---- arrangements -------------------------------------------------- */

int
layout_left(int w)
{
	if (w < THREE_W)
		return w < FULL_W ? w : w * 46 / 100;
	return clamp(w * 35 / 100, LEFT_MIN, LEFT_MAX);
}

static void
arrange_three(struct placing *p)
{
	struct vm_rect r = p->area;
	int left = layout_left(r.w);
	int mid = (r.w - left) * 45 / 100;

	place_left(p, cols_of(r, 0, left));
	place_one(p, cols_of(r, left, mid), PANE_CAN);
	place_one(p, cols_of(r, left + mid, r.w - left - mid), PANE_TIMELINE);
}

static void
arrange_two(struct placing *p)
{
	static const enum pane_id shared[] = {
		PANE_TIMELINE, PANE_CAN, PANE_NONE,
	};
	struct vm_rect r = p->area;
	int left = layout_left(r.w);
	struct vm_rect right = cols_of(r, left, r.w - left);
	int upper = r.h / 2;

	place_left(p, cols_of(r, 0, left));
	if (p->in->h < FULL_H) {
		place(p, right, shared);
		return;
	}
	place_one(p, rows_of(right, 0, upper), PANE_CAN);
	place_one(p, rows_of(right, upper, r.h - upper), PANE_TIMELINE);
}

static void
arrange_tall(struct placing *p)
{
	static const enum pane_id shared[] = {
		PANE_CAN, PANE_PEOPLE, PANE_COMMAND, PANE_NONE,
	};
	int you = attention_rows_of(p, 30);
	int upper = (p->area.h - you) / 2;

	place_one(p, rows_of(p->area, 0, you), PANE_ATTENTION);
	place(p, rows_of(p->area, you, upper), shared);
	place_one(p, rows_of(p->area, you + upper, p->area.h - you - upper),
		PANE_TIMELINE);
}

static const enum pane_id but_attention[] = {
	PANE_TIMELINE, PANE_CAN, PANE_PEOPLE, PANE_COMMAND, PANE_NONE,
};

static void
arrange_one(struct placing *p)
{
	int you = attention_rows_of(p, 45);

	place_one(p, rows_of(p->area, 0, you), PANE_ATTENTION);
	place(p, rows_of(p->area, you, p->area.h - you), but_attention);
}

/* The worst rows without a frame; the rest, if there is any, below. */
static void
arrange_small(struct placing *p)
{
	int you = clamp(p->in->attention, 1, p->area.h > 4 ? 2 : 1);

	if (p->area.h <= 2)
		you = p->area.h;
	place_one(p, rows_of(p->area, 0, you), PANE_ATTENTION);
	if (p->out->n)
		p->out->pane[0].bare = true;
	place(p, rows_of(p->area, you, p->area.h - you), but_attention);
}

/* The first row that a screen is large enough for. */
static const struct arrangement {
	int h, w;
	void (*arrange)(struct placing *p);
} arrangements[] = {
	{24, THREE_W, arrange_three},
	{24, FULL_W, arrange_two},
	{36, 60, arrange_tall},
	{SMALL_H, 40, arrange_one},
	{1, 1, arrange_small},
};

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
	struct placing p = {.out = out, .in = in};
	size_t i = 0;

	memset(out, 0, sizeof(*out));
	out->h = in->h;
	out->w = in->w;
	place_head(out, in);
	p.area = (struct vm_rect){
		out->head, 0, in->h - out->head - out->foot, in->w,
	};
	if (p.area.h <= 0)
		return;
	if (in->board) {
		place_one(&p, p.area, PANE_BOARD);
	} else if (in->zoom && in->focus) {
		place_one(&p, p.area, in->focus);
	} else {
		while (in->h < arrangements[i].h || in->w < arrangements[i].w)
			i++;
		arrangements[i].arrange(&p);
	}
}
