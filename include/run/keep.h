/*
 * Texts that outlive the program: a file of each dashboard in XDG state, that
 * only its user can read.
 *
 * It is locked while its dashboard runs.  The next one on the same store
 * takes over what those that ended, or crashed, have left.
 */
#ifndef FG_RUN_KEEP_H
#define FG_RUN_KEEP_H

#include <stdbool.h>

struct keep;
struct str;

/**
 * Texts of the store called @store; those that were left are added to @found,
 * and stay on the disk until keep_save() has been told of them.  NULL when
 * there is no place to keep them.
 */
struct keep *keep_open(const char *store, struct str *found);

/** Writes @text unless it is there already; false when it cannot be. */
bool keep_save(struct keep *k, const char *text);

/** Closes it; what was saved last is left for the next one. */
void keep_close(struct keep *k);

#endif
