/*
 * Finding a command's row by what somebody typed.
 */
#ifndef FG_CMD_FIND_H
#define FG_CMD_FIND_H

#include "cmd/cmd.h"

/** Whether a word is an option: "--next". */
bool find_is_option(const char *word);

/** Whether a word has the form of INC-17, in any case, whatever the number. */
bool find_is_incident(const char *word);

/** The @i-th argument of @row that is no option, from 0; NULL: so few. */
const struct cmd_arg *find_positional(const struct cmd_row *row, int i);

/**
 * What stands behind the words @w of @row, of which those from @from on are
 * no part of its name: the option that waits for its value, or NULL, and in
 * *@pos how many positional arguments there were.
 */
const struct cmd_arg *find_arg_at(const struct cmd_row *row,
	const struct words *w, int from, int *pos);

/**
 * The row that @n words begin with; *@used gets how many words its name
 * takes.  ERR_USAGE names the nearest command or the subverbs there are.
 */
bool find_row(char *const *w, int n, const struct cmd_row **row, int *used,
	struct err *err);

/** Whether a positional argument takes all words that are left. */
bool find_takes_rest(const struct cmd_arg *a);

#endif
