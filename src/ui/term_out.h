/*
 * Bytes on their way to the terminal: a queue that never waits.
 */
#ifndef FG_UI_TERM_OUT_H
#define FG_UI_TERM_OUT_H

#include <stdbool.h>
#include <stddef.h>

/** A zeroed struct is an empty queue. */
struct term_out {
	char *bytes;
	size_t at;  /* up to here they were written */
	size_t len;
	size_t cap;
};

void term_out_add(struct term_out *o, const void *bytes, size_t n);

/** Adds @text; NULL adds nothing. */
void term_out_text(struct term_out *o, const char *text);

/** Bytes that wait. */
size_t term_out_left(const struct term_out *o);

/**
 * Writes what @fd (non-blocking) takes.  False when it has gone; the bytes
 * are forgotten then.
 */
bool term_out_flush(struct term_out *o, int fd);

/** The same, waiting for @fd at most @tries times 100 ms. */
void term_out_press(struct term_out *o, int fd, int tries);

/** Forgets all bytes, keeps the memory. */
void term_out_clear(struct term_out *o);

void term_out_release(struct term_out *o);

#endif
