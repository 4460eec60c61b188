/*
 * File systems on which an SQLite log is not safe.
 */
#ifndef FG_STORE_NETFS_H
#define FG_STORE_NETFS_H

#include "base/err.h"

/**
 * The name of the network file system with the magic number @type as
 * statfs(2) gives it, NULL when it is none that we know.
 */
const char *netfs_name(unsigned long type);

/**
 * False with ERR_STORE when @path lies on a network file system, true also
 * when that cannot be found out.  WAL needs memory shared by all processes
 * of one host and locks that hold (https://sqlite.org/wal.html).
 */
bool netfs_check(const char *path, struct err *err);

#endif
