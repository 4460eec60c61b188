/*
 * When the program dies, the terminal is given back.
 *
 * Signal handlers can reach static memory alone: this file has the one
 * mutable global of the ui.
 */
#ifndef FG_UI_TERM_CRASH_H
#define FG_UI_TERM_CRASH_H

#include <stdbool.h>
#include <termios.h>

enum { TERM_CRASH_BYTES = 512 };

/**
 * From now on SEGV, BUS, FPE, ILL, ABRT, QUIT and death by memory write @bytes
 * (at most TERM_CRASH_BYTES) to @fd and set @modes before the program ends.
 * One terminal at a time.
 */
void term_crash_arm(int fd, const char *bytes, const struct termios *modes);

/** Not while the terminal is given back already. */
void term_crash_pause(bool pause);

/** The handlers are as before term_crash_arm(). */
void term_crash_disarm(void);

#endif
