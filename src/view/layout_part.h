/*
 * How an arrangement is told (layout.c), and what makes places of it
 * (layout_place.c): the same code for every size.
 *
 * Columns stand side by side.  In a column each place gets its least rows;
 * where they do not fit, the last places that join share the one above.  Then
 * each gets what it fills, by turns; what is left goes to the one that takes
 * the rest.
 */
#ifndef FG_VIEW_LAYOUT_PART_H
#define FG_VIEW_LAYOUT_PART_H

#include "view/layout.h"

enum {
	FRAME = 2,          /* rows or columns of a frame */
	MARGIN = 4,         /* columns of frame and the blanks inside it */
	COLUMNS_MAX = 4, PLACES_MAX = 8,
};

struct place {
	enum pane_id ids[PANE_COUNT]; /* ends at PANE_NONE; the first is shown
			* until another was in use */
	int least;      /* rows, with the frame */
	int most;       /* percent of the column; 0: all that it fills */
	int turn;       /* the lower the earlier; the first shown, if joined */
	bool joins;     /* shares the place above it if need be */
	bool rest;      /* takes the rows that are left */
	bool bare;      /* never has a frame */
	bool inset;     /* but stands in line with those that have one */
};

struct column {
	int share;      /* percent of the screen's columns; 0: what is left */
	int least, most; /* columns */
	struct place place[PLACES_MAX]; /* ends at one without panes */
};

struct arrangement {
	int h, w;       /* the smallest screen that has it */
	struct column col[COLUMNS_MAX]; /* ends at one without places */
};

/** Places the panes of @a between head and foot of @out, which are set. */
void layout_place(struct layout *out, const struct layout_in *in,
	const struct arrangement *a);

#endif
