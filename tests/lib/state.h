/*
 * The folded state of an incident as text, a line a fact, so that two states
 * can be compared and the first difference is named.
 */
#ifndef FG_TESTS_STATE_H
#define FG_TESTS_STATE_H

#include "base/str.h"
#include "model/incident.h"

/**
 * All of the state.  Without @log what only says how long the log is stays
 * out: places and texts of entries, the numbers given so far, and when the
 * commander last acted.
 */
void state_write(const struct incident *inc, bool log, struct str *out);

/** Fails the test, naming the first line that differs. */
void state_lines_same(const char *a, const char *b);
void state_same(const struct incident *a, const struct incident *b, bool log);

#endif
