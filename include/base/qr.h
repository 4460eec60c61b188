/*
 * A text as a QR code, as squares that are dark or light.
 */
#ifndef FG_BASE_QR_H
#define FG_BASE_QR_H

#include <stdbool.h>

struct arena;

/** Squares a side of light ground that must stand around a code. */
#define QR_QUIET 4

struct qr {
	int size;         /* squares a side */
	const bool *dark; /* size * size, row by row */
};

/**
 * The smallest code of @text, in memory from @a; false when @text is empty
 * or too long for one.
 */
bool qr_make(struct arena *a, const char *text, struct qr *out);

/** Whether the square at @y, @x is dark; outside of the code none is. */
bool qr_dark(const struct qr *qr, int y, int x);

#endif
