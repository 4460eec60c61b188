/*
 * Which entries `log` prints: its options, for whoever prints them.
 */
#ifndef FG_CMD_LOG_H
#define FG_CMD_LOG_H

#include "cmd/cmd.h"
#include "model/entry_filter.h"

/** Reads --kind, --who and --stage; ERR_USAGE says what there is. */
bool log_filter(const struct cmd_args *args, struct entry_filter *out,
	struct err *err);

/**
 * The entry behind which printing begins, by --after, and by --last of those
 * that @f lets through; 0: with the first.
 */
uint32_t log_after(const struct cmd_args *args, const struct incident *inc,
	const struct entry_filter *f);

#endif
