/*
 * The log in one SQLite file of this host: the default.
 *
 * Beside PATH lie SQLite's own PATH-wal and PATH-shm, the bell PATH-bell and
 * the folder PATH-here with one file for each process that is looking.
 */
#ifndef FG_STORE_SQLITE_H
#define FG_STORE_SQLITE_H

#include "store/store.h"

/** What store_open() does for "sqlite:PATH" and for a bare path. */
struct store *sqlite_open(struct loop *loop, const char *path,
	const struct store_options *opt, struct err *err);

#endif
