/*
 * The functions behind the rows that print: state in, text out.
 */
#ifndef FG_CMD_SHOW_ROWS_H
#define FG_CMD_SHOW_ROWS_H

#include "cmd/cmd.h"

/** `log`: entries of one incident, a line each. */
cmd_fn show_log;

/** `status`: all incidents, or one, from summaries alone. */
cmd_fn show_status;

/** The same as JSON: absolute times, and durations in ms at env->now. */
void show_status_json(const struct cmd_env *env, uint32_t number,
	struct str *out);

/** Who has which incident open, on which kind of screen. */
cmd_fn show_watching;

#endif
