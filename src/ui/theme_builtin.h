/*
 * The themes that are built in: a table that is made of themes/ when the
 * program is (themes/table.awk), so that nothing is written down twice.
 */
#ifndef FG_UI_THEME_BUILTIN_H
#define FG_UI_THEME_BUILTIN_H

#include "ui/theme.h"

/** The default theme stands first. */
extern const struct theme theme_table[];
extern const int theme_table_n;

#endif
