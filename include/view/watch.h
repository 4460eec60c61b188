/*
 * Who else has an incident open, and on which kind of screen.
 */
#ifndef FG_VIEW_WATCH_H
#define FG_VIEW_WATCH_H

#include <stdbool.h>
#include <stdint.h>

struct arena;

/** One screen; texts are borrowed. */
struct watcher {
	const char *who;    /* at its keys; "" nobody */
	const char *screen; /* "dashboard", "shared", "wall", "plain" */
	uint32_t incident;  /* 0: the board */
	bool mine;          /* the one that looks */
};

/**
 * "raj, ana (shared) \u00b7 1 wall": those who have @incident open beside the
 * screen that looks, nobody twice; "" when there is nobody else.  From @a.
 */
const char *watch_line(const struct watcher *v, int n, uint32_t incident,
	struct arena *a);

#endif
