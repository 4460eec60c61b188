/*
 * What holds for every write, whichever way it comes.
 */
#ifndef FG_RUN_SUBMIT_RULES_H
#define FG_RUN_SUBMIT_RULES_H

#include "base/err.h"

#include <stdbool.h>
#include <stdint.h>

struct cmd_env;
struct cmd_row;
struct outcome;
struct live;
struct world;

/**
 * Whether a command may be written at all: ERR_REFUSED when the world was
 * opened with --read-only, ERR_USAGE when the row writes nothing.
 */
bool submit_may(const struct world *w, const struct cmd_row *row,
	struct err *err);

/**
 * Whether the state is still what the store holds: ERR_STORE when the store
 * went back.  NULL, a new incident, is fine.
 */
bool submit_may_on(const struct live *l, struct err *err);

/**
 * Adds that the messages and pages of @out, which will be the entries after
 * @last, may leave at once.
 */
void submit_let_go(const struct cmd_env *env, uint32_t last,
	struct outcome *out);

#endif
