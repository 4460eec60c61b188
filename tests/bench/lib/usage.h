/*
 * What another program uses, as the kernel counts it in /proc.
 */
#ifndef FG_TESTS_BENCH_USAGE_H
#define FG_TESTS_BENCH_USAGE_H

#include <stdint.h>
#include <sys/types.h>

/** Of all threads of @pid since it started. */
struct usage {
	int64_t wakes;  /* times it slept and was woken */
	int64_t cpu_ns; /* on a core */
};

/** All zero when @pid is gone. */
void usage_read(pid_t pid, struct usage *out);

/** Memory that is its own, with its share of what others use too, KiB. */
int64_t usage_pss(pid_t pid);

#endif
