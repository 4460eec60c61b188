/*
 * Frames that are straight.
 */
#ifndef FG_TESTS_VT_STRAIGHT_H
#define FG_TESTS_VT_STRAIGHT_H

/** The screen on standard input: 0 when its frames are straight, else 1. */
int straight(int rows, int cols);

#endif
