/*
 * Who is here: all screens that have the store open.
 */
#ifndef FG_RUN_HERE_H
#define FG_RUN_HERE_H

struct arena;
struct store;
struct watcher;

/**
 * All screens of the store, from @a: those of an incident together, by name;
 * returns how many.
 */
int here_list(struct store *s, struct arena *a, struct watcher **out);

#endif
