/*
 * A program that gets bytes on standard input, without waiting for it.
 *
 * It is started without a shell, in a process group of its own, with nothing
 * open but its input, /dev/null for what it prints, and standard error, of
 * which the beginning is kept.  It has a time limit; then it and all that it
 * started are killed.
 */
#ifndef FG_RUN_CHILD_H
#define FG_RUN_CHILD_H

#include <stddef.h>
#include <stdint.h>

struct child;
struct loop;

/** All is copied but @argv, which is used by child_start() alone. */
struct child_ask {
	char *const *argv;   /* ends in NULL; argv[0] with or without a path */
	const char *body;
	size_t len;
	int64_t limit_ms;
};

/**
 * How it ended, once, from the loop: its exit code; 127 when it could not be
 * started; -1 when it was killed.  @said is what it, or we about it, said.
 */
typedef void child_fn(void *ctx, int exit, const char *said);

struct child *child_start(struct loop *l, const struct child_ask *ask,
	child_fn *fn, void *ctx);

/** Kills and forgets one that has not ended; NULL is fine. */
void child_stop(struct child *c);

#endif
