/*
 * A screen as it stands in a terminal, text and looks, in a file: what the
 * floor of a key shows, so that both show the same.
 */
#ifndef FG_TESTS_BENCH_PICTURE_H
#define FG_TESTS_BENCH_PICTURE_H

#include <stdbool.h>
#include <stdint.h>

enum { PICTURE_BOLD = 1, PICTURE_UNDERLINE = 2, PICTURE_REVERSE = 4 };

struct picture_cell {
	uint32_t cp;      /* 0: the right half of a wide one */
	int16_t fg, bg;   /* of the terminal's colours; -1: its own */
	int16_t attr;
};

struct picture {
	int rows, cols;
	struct picture_cell *cells; /* rows * cols, on the heap */
};

/** Reads and writes it; false when that cannot be. */
bool picture_read(const char *path, struct picture *out);
bool picture_write(const char *path, const struct picture *p);

#endif
