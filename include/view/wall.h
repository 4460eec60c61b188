/*
 * The wall: what a display shows that nobody types into, read from 5 m.
 *
 * In this order: what is broken for customers, since when, who commands, which
 * stage, and whether customers were told; then who is on it, what came last,
 * what is known.  A pure function of what was read, when, and the time, which
 * fills the same view model as the dashboard.  What people wrote is redacted.
 */
#ifndef FG_VIEW_WALL_H
#define FG_VIEW_WALL_H

#include "view/vm.h"

/** Everything a wall is built from; all borrowed. */
struct wall_in {
	/*
	 * As for the dashboard; inc is the large one, NULL: none.  The
	 * screen is not looked at.  store_error says why nothing was read.
	 */
	struct vm_in vm;
	uint32_t only;   /* the incident that was named; 0: all live ones */
	when_ms read_at; /* instant of the last good read; WHEN_NONE: never */
	when_ms turn;    /* how long each is large when not all have room */
	bool ascii;      /* nothing but ASCII can be shown */
};

/**
 * The incident to show large now: the named one, the worst, or, when the
 * others have no room beside it, each in turn; 0: none.
 */
uint32_t wall_choose(const struct wall_in *in);

/** The view model of one frame. */
struct vm *wall_build(const struct wall_in *in);

#endif
