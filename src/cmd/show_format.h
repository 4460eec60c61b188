/*
 * One line about the worst live incident, for status lines and prompts.
 */
#ifndef FG_CMD_SHOW_FORMAT_H
#define FG_CMD_SHOW_FORMAT_H

#include "cmd/cmd.h"

/** What a prompt or status line can be for: the choices of --for. */
#define FORMAT_FOR "plain|ansi|tmux|bash|zsh"

/** The fields: letter, function in show_format.c, what it gives. */
#define FORMAT_FIELDS(X) \
	X("i", put_number, "INC-17") \
	X("s", put_severity, "SEV1") \
	X("t", put_title, "its title") \
	X("S", put_stage, "its stage: Dispatch") \
	X("c", put_commander, "its commander, or nobody") \
	X("u", put_customers, "when customers hear next: LATE 6m, in 9m") \
	X("h", put_hit, "how long customers are hit: T+00:50") \
	X("o", put_ops, "how long operations are: T+00:47") \
	X("w", put_worst, "what is worst: customers 6m LATE") \
	X("n", put_live, "how many incidents are live") \
	X("m", put_others, "how many more than this one: +2")

#define FORMAT_ONE(letter, put, help) "%" letter " " help "; "

/** All that stands in a format, as a sentence. */
#define FORMAT_HELP FORMAT_FIELDS(FORMAT_ONE) \
	"%20t at most 20 columns of it; %{ and %} around what is coloured by" \
	" how bad it is; %% a percent sign"

/**
 * The line of `status --format F --for WHAT --none TEXT` about incident
 * @number (0: the worst live one), with a line feed; nothing when it is empty.
 * ERR_USAGE for a field that there is not, with the list of those there are.
 */
bool show_format(const struct cmd_env *env, const struct cmd_args *args,
	uint32_t number, struct str *out, struct err *err);

#endif
