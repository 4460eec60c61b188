/*
 * The Attention list of a made-up incident, and what one of its rows says.
 */
#ifndef FG_TESTS_UNIT_MODEL_SEEN_H
#define FG_TESTS_UNIT_MODEL_SEEN_H

#include "model/attention.h"
#include "unit/model/made.h"

/** The list for @who at minute @min; memory of the story. */
struct attention_list seen_list(struct made *m, const char *who, double min);

/** The row of a sort in that list, or NULL. */
const struct attention *seen_row(struct made *m, const char *who, double min,
	enum attention_sort sort);

/** Fails unless @row says what @want says, with a line that can be typed. */
void seen_assert(const struct attention *row, const struct attention *want);

#define SHOWN(row, bad, says, dim, k, line) \
	seen_assert(row, &(struct attention){.level = (bad), \
		.text = (says), .more = (dim), .key = (k), .verb = (line)})

#endif
