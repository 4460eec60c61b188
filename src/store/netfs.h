/*
 * File systems on which an SQLite log is not safe.
 */
#ifndef FG_STORE_NETFS_H
#define FG_STORE_NETFS_H

#include "base/err.h"

/** The kind of file system @path lies on, as statfs(2) has it; 0: unknown. */
unsigned long netfs_type(const char *path);

/**
 * False with ERR_STORE when @type, that of @path, is a network file system.
 * WAL needs memory shared by all processes of one host and locks that hold
 * (https://sqlite.org/wal.html).
 */
bool netfs_check(unsigned long type, const char *path, struct err *err);

#endif
