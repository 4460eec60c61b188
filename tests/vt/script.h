/*
 * What the lines of a script are made of: those that act (vt.c) and those that
 * look at the screen (look.c).
 */
#ifndef FG_TESTS_VT_SCRIPT_H
#define FG_TESTS_VT_SCRIPT_H

#include "vt/emulator.h"

#define PATIENCE 20000 /* ms for what is waited for */
#define LOOK 20        /* ms between two looks */

struct vt {
	struct emulator e;
	pid_t beside; /* what was begun; 0: nothing */
	char again[64]; /* bytes that are typed again and again */
};

/** A command: @arg is the rest of its line; false when it failed. */
typedef bool vt_fn(struct vt *t, char *arg);

vt_fn vt_wait, vt_gone, vt_save, vt_same, vt_mode, vt_straight, vt_pages,
	vt_bytes;

#endif
