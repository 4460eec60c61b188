/*
 * Themes from files: NAME.theme in the syntax of the config.
 *
 *	base = dark             # a built-in theme, for what is not said here
 *	help = "for my desk"    # in the list of themes
 *	ground = light          # dark if left out, or as the base
 *	mono = true             # no colours
 *	glyphs = ascii          # no signs and lines beyond ASCII
 *	style bad {
 *		fg = 203        # of 256; -1 is the terminal's own colour
 *		bg = -1
 *		fg16 = 9        # of 16; terminals of 8 take these too
 *		bg16 = -1
 *		fg24 = "#ff5f5f" # where all colours can be shown
 *		attr = {bold}   # with colours: bold dim underline reverse
 *		                # italic, or none
 *		mono = {bold, underline}  # without
 *	}
 */
#ifndef FG_UI_THEME_FILE_H
#define FG_UI_THEME_FILE_H

#include "base/err.h"
#include "ui/theme.h"
#include "ui/themes.h"

#include <limits.h>

/**
 * Reads the file at @path; the theme has the file's name.  Freed by
 * theme_free().  NULL with @err ERR_USAGE, which names file and line.
 */
struct theme *theme_load(const char *path, struct err *err);

/**
 * The path of the file of theme @name: in the first folder of @dirs, which is
 * the person's, else in the others unless the theme is built in.  False when
 * there is no such file.
 */
bool theme_path(const char *const dirs[THEME_DIRS], const char *name,
	char out[PATH_MAX]);

/** Sets @err: there is no theme @name, but these; always false. */
bool theme_unknown(const char *const dirs[THEME_DIRS], const char *name,
	struct err *err);

/** Frees what theme_load() gave; NULL is fine. */
void theme_free(struct theme *theme);

#endif
