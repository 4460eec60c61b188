/*
 * What commands without a screen say about screens.
 */
#ifndef FG_APP_ABOUT_H
#define FG_APP_ABOUT_H

#include "base/err.h"

#include <stdbool.h>

struct str;

/**
 * Adds a line for each theme there is, of the person, built in, or below the
 * host's folder @datadir (may be NULL).
 */
void app_about_themes(const char *datadir, struct str *out);

/** Whether a screen could take the theme @name; ERR_USAGE says why not. */
bool app_about_theme(const char *datadir, const char *name, struct err *err);

/**
 * Adds which colours a screen here would have by the setting @colours, and why
 * not more; entries of true colours stand below @datadir (may be NULL).
 */
void app_about_colours(const char *datadir, const char *colours,
	struct str *out);

#endif
