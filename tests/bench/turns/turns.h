/*
 * What turns.so tells of a program's loop.
 */
#ifndef FG_TESTS_BENCH_TURNS_H
#define FG_TESTS_BENCH_TURNS_H

#include <stdint.h>

struct turns {
	int64_t longest; /* ns from the end of one poll() to the next */
	int64_t turns;
};

#endif
