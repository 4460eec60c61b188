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

/** What an arrangement depends on. */
struct layout_in {
	int h, w;           /* of the screen, in cells */
	bool board;         /* the board's, not an incident's */
	enum pane_id focus; /* shown where panes share a place */
	enum pane_id shown; /* the same when the focus is elsewhere */
	bool zoom;          /* gives the focused pane all the room */
	bool banner;        /* there is something to shout */
	bool status;        /* the status line has something to say now */
	int attention;      /* lines that For you would fill */
	int command;        /* lines that Command would fill */
	int people;         /* lines that SMEs would fill */
};

/** Columns of the left panes, frames included, on a screen of @w columns. */
int layout_left(int w);

/** The arrangement for a screen; every size from 1x1 up has one. */
void layout_make(struct layout *out, const struct layout_in *in);

/** The place of pane @id, or NULL when it is not in view. */
const struct layout_pane *layout_find(const struct layout *l,
	enum pane_id id);

/** Rows and columns inside a pane's frame and margin, at least 0. */
struct vm_rect layout_inside(const struct layout_pane *p);

/**
 * The key 1 to 9 of a pane of the incident's screen, and back: 1 For you,
 * 2 CAN reports, 3 SMEs, 4 Command, 5 Timeline; 0 and PANE_NONE for others.
 */
int layout_number(enum pane_id id);
enum pane_id layout_numbered(int number);

/** The pane after (1) or before (-1) @id in the order of their numbers. */
enum pane_id layout_cycle(enum pane_id id, int step);

#endif
