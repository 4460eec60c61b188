/*
 * The program as a command line: `fireground VERB ...`.
 */
#ifndef FG_RUN_CLI_H
#define FG_RUN_CLI_H

#include "base/err.h"
#include "run/world.h"

#include <stdbool.h>
#include <stdint.h>

struct arena;

struct cli_line;
struct cmd_args;

/** Runs the screen of a verb with USE_TERM; returns the exit code. */
typedef int cli_screen_fn(const struct cli_line *line,
	const struct cmd_args *args);

/** The command line taken apart. */
struct cli_line {
	struct world_options opt; /* store, config, who, clock, seed ... */
	uint32_t incident;        /* -i, --incident or $FIREGROUND_INC; 0 */
	cli_screen_fn *screen;    /* handed in by main */
	bool help, version;
	char **words;             /* the command; common options behind it */
	int n_words;              /* 0: the dashboard is meant */
};

/**
 * Takes apart what stands behind the program's name: common options anywhere,
 * then the command.  Memory from @a; ERR_USAGE.
 */
bool cli_read(struct arena *a, int argc, char **argv, struct cli_line *out,
	struct err *err);

/** Runs the command; returns the exit code: 0, 1, 2 or 3. */
int cli_run(const struct cli_line *line);

/**
 * Writes @text to standard output; false with ERR_STORE.  *@gone, which the
 * caller begins with false: nobody reads it any more, nothing is written then,
 * and that is no error.
 */
bool cli_put(const char *text, bool *gone, struct err *err);

/** "fireground: SENTENCE" on standard error; returns the exit code. */
int cli_fail(const struct err *err);

#endif
