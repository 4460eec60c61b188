/*
 * A log in memory, for tests, replay and practice: gone when it is closed.
 */
#ifndef FG_STORE_MEMORY_H
#define FG_STORE_MEMORY_H

#include "store/store.h"

/** What store_open() does for "memory:"; @rest must be empty. */
struct store *memory_open(struct loop *loop, const char *rest,
	const struct store_options *opt, struct err *err);

#endif
