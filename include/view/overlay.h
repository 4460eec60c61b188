/*
 * What lies over the panes: a form, the help, the briefing, a whole entry.
 */
#ifndef FG_VIEW_OVERLAY_H
#define FG_VIEW_OVERLAY_H

#include "view/vm.h"

#include <stdbool.h>

/**
 * Whether the overlay that is open (a form) leaves the header, the customers
 * line and the worst row of For you visible; others may cover all but the
 * header and the foot.
 */
bool overlay_keeps_worst(const struct screen *s);

/**
 * Draws what is open over the panes into a box within @room (cells of the
 * screen); NULL when nothing is open or there is no room at all.  Lines stand
 * inside the frame, a column of air at each side: r.w - 4 columns.
 * cursor_y and cursor_x are cells of the screen.
 */
struct vm_overlay *overlay_draw(const struct vm_in *in,
	struct vm_rect room);

#endif
