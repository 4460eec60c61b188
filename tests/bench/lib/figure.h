/*
 * Figures of a bench: medians of runs, and the table they are printed in.
 */
#ifndef FG_TESTS_BENCH_FIGURE_H
#define FG_TESTS_BENCH_FIGURE_H

#include <stdbool.h>
#include <stdint.h>

#define FIGURE_RUNS 1000

/** Times of one thing, ns. */
struct runs {
	int64_t v[FIGURE_RUNS];
	int n;
};

/** Adds one; more than there is room for are not kept. */
void runs_add(struct runs *r, int64_t ns);

/** The value below which @percent of them lie, in ms; 50: the median. */
double runs_ms(const struct runs *r, int percent);

/** One line of the table. */
struct figure {
	const char *what;
	double value;
	const char *unit;    /* "ms" */
	const char *against; /* what @target times is allowed of, or NULL */
	double floor;        /* value of @against */
	double target;       /* at most; 0: a plain figure */
};

/** Prints the table's head. */
void figure_head(void);

/** Prints one line; false when its target is missed. */
bool figure_print(const struct figure *f);

#endif
