/*
 * What lies over the panes: a form, the help, the briefing, a whole entry.
 */
#ifndef FG_VIEW_OVERLAY_H
#define FG_VIEW_OVERLAY_H

#include "view/layout.h"

/**
 * What is open over the panes of @lay, in a box of cells of the screen; NULL
 * when nothing is.  Lines stand inside the frame with a column of air at each
 * side (r.w - 4 columns), or in all of the box when it is bare.
 *
 * A form leaves the header, the customers line and the worst row of For you
 * visible; the others leave the header.  Where that leaves no room at all
 * they cover more, since what is typed is never off the screen.
 */
struct vm_overlay *vm_overlay(const struct vm_in *in,
	const struct layout *lay);

#endif
