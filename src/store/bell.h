/*
 * The bell: a file beside the log that is touched after each commit.
 *
 * Its watchers (inotify) then know that there is something to read.  Watching
 * SQLite's own -wal file would be wrong: the last write to it comes before
 * the commit can be seen, so the reader looks too early.  The bell is a hint;
 * a writer that dies between commit and bell is found by the next tick.
 */
#ifndef FG_STORE_BELL_H
#define FG_STORE_BELL_H

#include "loop/loop.h"

#include <sys/stat.h>

struct bell;

/**
 * The bell file at @path, copied; nothing is made or watched yet.  @heard is
 * called from the loop, also when we rang it ourselves.
 */
struct bell *bell_new(struct loop *loop, const char *path, loop_fn *heard,
	void *ctx);
void bell_free(struct bell *b);

/** Makes the file, with owner and permissions of the log @like. */
void bell_make(const struct bell *b, const struct stat *like);

/** Rings; a bell that is gone is made again. */
void bell_ring(const struct bell *b, const struct stat *like);

/**
 * Watches the bell, if that is not so already.  To be called again from time
 * to time: a bell that is not there yet, or was replaced, is found then.
 */
void bell_listen(struct bell *b);

#endif
