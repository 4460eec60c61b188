/*
 * What the command table says of itself, for whoever asks for help.
 */
#ifndef FG_RUN_HELP_H
#define FG_RUN_HELP_H

#include "base/err.h"
#include "base/str.h"

#include <stdbool.h>

struct arena;

/**
 * Adds to @out what there is to know of the command @name, or of those that
 * begin with that word; of NULL or "" the list of all: with @prompt of those
 * that the prompt of a dashboard takes.  ERR_USAGE names what is no command.
 */
bool help_text(const char *name, bool prompt, struct arena *a,
	struct str *out, struct err *err);

#endif
