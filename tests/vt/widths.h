/*
 * The width of text, tried out in the emulator.
 */
#ifndef FG_TESTS_VT_WIDTHS_H
#define FG_TESTS_VT_WIDTHS_H

/** Tries all code points; 0 when none moves anything, else 1. */
int widths(void);

#endif
