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

/**
 * The arrangement for @h rows and @w columns; @board: the board's.  Where
 * panes share a place (80x24) @focus says which one shows there; @zoom gives
 * it all the room.  @attention is how many rows For you would fill.
 */
void layout_make(struct layout *out, int h, int w, bool board,
	enum pane_id focus, bool zoom, int attention);

/** The pane after or before @id in the cycle of this incident's screen. */
enum pane_id layout_cycle(enum pane_id id, int step);

#endif
