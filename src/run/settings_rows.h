/*
 * The rows of the config's options.
 */
#ifndef FG_RUN_SETTINGS_ROWS_H
#define FG_RUN_SETTINGS_ROWS_H

#include "conf/conf.h"

struct arena;

#define SETTINGS_TABLES 3

/** Fills @tables: what is written down, the numbers, the relay's options. */
void settings_rows(struct arena *a, struct conf_table tables[SETTINGS_TABLES]);

#endif
