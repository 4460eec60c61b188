/*
 * The frame around a pane: rounded corners, a title at the left, a count or
 * state at the right.
 */
#ifndef FG_UI_BOX_H
#define FG_UI_BOX_H

#include "ui/canvas.h"

#include <stdbool.h>

struct box {
	const char *title; /* NULL: none */
	const char *loud;  /* behind the title, in the accent; NULL: none */
	const char *right; /* NULL: none; where there is no room for all, what
			    * stands before one of its dots or commas */
	bool late;         /* the right one's first part names what is late */
	bool focus;        /* the pane that keys go to */
	bool replay;       /* what it holds is of the past */
};

/**
 * Draws the frame along the edge of @r, and nothing inside.  Returns the
 * inside; panes write from its second column on.  A rectangle below 2x2
 * gets no frame and is its own inside.
 */
struct rect box_draw(struct canvas *c, struct rect r, const struct box *box);

/** The same as one line in the first row of @r; returns what is below it. */
struct rect box_rule(struct canvas *c, struct rect r, const struct box *box);

#endif
