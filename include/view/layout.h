/*
 * Where things stand on a screen of a given size: a table of arrangements.
 *
 * Where there is no room for all panes, several share one place: the one that
 * was last in use is shown, the others are named in its frame.
 */
#ifndef FG_VIEW_LAYOUT_H
#define FG_VIEW_LAYOUT_H

#include "view/vm.h"

struct layout_pane {
	enum pane_id id;       /* the one that is shown */
	struct vm_rect r;      /* with its frame */
	bool bare;             /* no frame */
	bool ruled;            /* a line above it instead */
	bool inset;            /* bare, in line with panes that have a frame */
	enum pane_id also[PANE_COUNT]; /* those that share its place */
	int n_also;
};

struct layout {
	int h, w;
	int banner;   /* row of a banner over the whole width, -1: none */
	int clocks;   /* row of the clocks line, -1: none */
	int customers; /* row of the customers line, -1: none */
	int rail;     /* first row of the rail, -1: none */
	int rails;    /* its rows: 0 none, 1 short, 3 with both bands */
	int head;     /* rows of all of these together, header included */
	int foot;     /* key bar and status line: 0, 1 or 2 rows */
	int n;        /* panes in view */
	struct layout_pane pane[PANE_COUNT];
};

/** Lines that pane @id would fill @w columns wide, if it had the room. */
typedef int layout_lines_fn(void *ctx, enum pane_id id, int w);

/** What an arrangement depends on. */
struct layout_in {
	int h, w;           /* of the screen, in cells */
	bool board;         /* the board's, not an incident's */
	enum pane_id focus; /* shown where panes share a place */
	unsigned used[PANE_COUNT]; /* else the one that was used last: the
			     * larger the later, 0 never */
	bool zoom;          /* gives the focused pane all the room */
	bool banner;        /* there is something to shout */
	bool status;        /* the status line has something to say now */
	layout_lines_fn *lines;
	void *ctx;          /* handed to it */
};

/** The arrangement for a screen; every size from 1x1 up has one. */
void layout_make(struct layout *out, const struct layout_in *in);

/** The place of pane @id, or NULL when it is not in view. */
const struct layout_pane *layout_find(const struct layout *l,
	enum pane_id id);

/** Rows and columns inside a pane's frame and margin, at least 0. */
struct vm_rect layout_inside(const struct layout_pane *p);

/**
 * The key 1 to 9 of a pane of the incident's screen, and back: 1 For you,
 * 2 CAN reports, 3 SMEs, 4 Command, 5 Timeline, 6 Objectives, 7 Told; 0 and
 * PANE_NONE for others.
 */
int layout_number(enum pane_id id);
enum pane_id layout_numbered(int number);

/** The pane after (1) or before (-1) @id in the order of their numbers. */
enum pane_id layout_cycle(enum pane_id id, int step);

#endif
