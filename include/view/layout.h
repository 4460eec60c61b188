/*
 * Where things stand on a screen of a given size: a table of arrangements.
 */
#ifndef FG_VIEW_LAYOUT_H
#define FG_VIEW_LAYOUT_H

#include "view/vm.h"

struct layout {
	int head;     /* rows of header, clocks and rail together */
	int rail;     /* rows of the rail in it: 0 none, 1 short, 3 full */
	int clocks;   /* rows of the clock and customers lines: 0, 1 or 2 */
	int foot;     /* key bar and status line: 0, 1 or 2 */
	int n;        /* panes */
	struct { enum pane_id id; struct vm_rect r; } pane[PANE_COUNT];
};

/** What an arrangement depends on. */
struct layout_in {
	int h, w;           /* of the screen, in cells */
	bool board;         /* the board's, not an incident's */
	enum pane_id focus; /* shows where panes share a place (80x24) */
	bool zoom;          /* gives the focused pane all the room */
	int attention;      /* rows that For you would fill */
};

/** The arrangement for a screen; every size from 1x1 up has one. */
void layout_make(struct layout *out, const struct layout_in *in);

/** The pane after or before @id in the cycle of this incident's screen. */
enum pane_id layout_cycle(enum pane_id id, int step);

#endif
