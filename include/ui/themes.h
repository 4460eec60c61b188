/*
 * Which themes there are: those that are built in, and NAME.theme files.
 */
#ifndef FG_UI_THEMES_H
#define FG_UI_THEMES_H

#include "base/err.h"

#include <stdbool.h>

struct arena;
struct str;

enum {
	THEME_DIRS = 2, /* folders of themes: a person's, the host's */
};

/** Names of themes, each once. */
struct theme_names {
	const char **v;
	int n;
};

/**
 * The names of all themes: built-in ones in their order, then those of files
 * in @dirs (NULL and folders that are not there have none), sorted.
 */
struct theme_names theme_names(const char *const dirs[THEME_DIRS],
	struct arena *a);

/** Whether @name (NULL: the default) can be taken; ERR_USAGE says why not. */
bool theme_check(const char *const dirs[THEME_DIRS], const char *name,
	struct err *err);

/**
 * Adds a line for each theme to @out: its name, what it is for, where it is
 * from; of a file that is broken, why.
 */
void theme_report(const char *const dirs[THEME_DIRS], struct arena *a,
	struct str *out);

#endif
