/*
 * Who is here: one small file a process in a folder beside the log, locked
 * with flock(2) for as long as the process lives.  The kernel lets go of the
 * lock of a dead one, and whoever looks next clears its file away.
 */
#ifndef FG_STORE_PRESENCE_H
#define FG_STORE_PRESENCE_H

#include "store/store.h"

#include <sys/stat.h>

struct presence;

/** The folder @dir, copied; made by the first presence_say(). */
struct presence *presence_new(const char *dir);

/** Takes back what was said. */
void presence_free(struct presence *p);

/**
 * Says @what in place of what was said before; NULL takes it back.  The
 * folder gets owner and permissions of the log @like.  One who may not write
 * there says nothing.
 */
void presence_say(struct presence *p, const struct store_presence *what,
	const struct stat *like);

/** Everybody who lives, at most @max. */
int presence_list(const struct presence *p, struct store_presence *out,
	int max);

#endif
