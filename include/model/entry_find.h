/*
 * Entries that hold a text, for whoever searches a log.
 */
#ifndef FG_MODEL_ENTRY_FIND_H
#define FG_MODEL_ENTRY_FIND_H

#include "model/incident.h"

#include <stdbool.h>

struct arena;

/**
 * Whether entry @e of @inc holds @text, ASCII case folded: in its line of the
 * timeline, in a field, as its author, login or tag; "#215" and "215" are its
 * number.  Of an erased entry its line alone.  What it needs comes from @a.
 */
bool entry_holds(const struct incident *inc, const struct entry *e,
	const char *text, struct arena *a);

#endif
