/*
 * Whether a text is a value of its row, and which name was probably meant.
 */
#ifndef FG_CONF_CONF_CHECK_H
#define FG_CONF_CONF_CHECK_H

#include "base/err.h"

#include <stdbool.h>
#include <stddef.h>

struct conf_option;
struct conf;

/** Checks one text; @err says what is wrong, without a place. */
bool conf_check(const struct conf_option *row, const char *value,
	struct err *err);

/** Checks how many texts a list has. */
bool conf_check_count(const struct conf_option *row, int n, struct err *err);

/** Reads true yes on false no off, in any case. */
bool conf_read_bool(const char *text, bool *out);

/** Reads a whole decimal number. */
bool conf_read_int(const char *text, long *out);

/**
 * Says that there is no option @name in @section (NULL: outside of them), and
 * which one was probably meant.  Always false.
 */
bool conf_unknown(const struct conf *c, const char *section, const char *name,
	struct err *err);

#endif
