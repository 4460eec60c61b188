/*
 * What the floors have in common: the least that any program of this kind
 * must do.  They set the pace that fireground is measured against, on the same
 * machine and in the same minute.
 */
#ifndef FG_TESTS_BENCH_FLOOR_H
#define FG_TESTS_BENCH_FLOOR_H

#include <stddef.h>

struct sqlite3;

/** Starts ncurses, fills the screen in six styles, stops; an exit code. */
int floor_draw(void);

/** Opens the file as a store is opened; NULL after a sentence on stderr. */
struct sqlite3 *floor_open(const char *path);

/** The first number of @sql's first row; -1 when it has none. */
long floor_count(struct sqlite3 *db, const char *sql);

#endif
