/*
 * The terminal's device: our own descriptor of it, its modes, its size.
 */
#ifndef FG_UI_TERM_TTY_H
#define FG_UI_TERM_TTY_H

#include "base/err.h"

#include <stdbool.h>
#include <termios.h>

struct term_tty {
	int fd;               /* non-blocking; the shell's stays as it is */
	struct termios saved; /* as it was found */
};

/**
 * Opens the device at @path, or (NULL) the terminal of standard input and
 * output, and remembers its modes.
 */
bool term_tty_open(struct term_tty *tty, const char *path, struct err *err);
void term_tty_close(struct term_tty *tty);

/**
 * Every key comes at once, unseen and as it is.  Ctrl-C is a key too, since
 * it would kill half a form; Ctrl-Z stays the signal that stops a job.
 */
void term_tty_raw(const struct term_tty *tty);

/** The modes as they were found. */
void term_tty_restore(const struct term_tty *tty);

/** The size in cells, from 1x1 to 500x1000; 24x80 when nobody has set it. */
void term_tty_size(const struct term_tty *tty, int *rows, int *cols);

#endif
