/*
 * What a loaded config is made of; shared by the files of this layer.
 */
#ifndef FG_CONF_CONF_DATA_H
#define FG_CONF_CONF_DATA_H

#include "base/err.h"
#include "base/words.h"
#include "conf/conf.h"

#include <stdbool.h>

struct arena;

/** A value or (with a row of a section) a section that the file has. */
struct conf_value {
	const struct conf_option *row;
	const char *title; /* NULL in a section without titles */
	struct words text; /* one word, or those of a list */
	const char *path;
	int line;
};

/** The default of a list, split once. */
struct conf_default {
	const struct conf_option *row;
	struct words text;
};

struct conf {
	struct arena *a; /* holds all texts */
	const struct conf_table *tables;
	int n_tables;
	struct conf_value *values; /* in the order of the file */
	int n, room;
	struct conf_default *lists;
	int n_lists;
};

/** The row of @option, or (NULL) of @section itself; NULL: there is none. */
const struct conf_option *conf_row(const struct conf *c, const char *section,
	const char *option);

/** What the file says, or NULL; the newest when it does so twice. */
struct conf_value *conf_value(const struct conf *c,
	const struct conf_option *row, const char *title);

/** Whether the two are the same name, or both are NULL. */
bool conf_same(const char *a, const char *b);

#endif
