/*
 * The rows that do input and output around a command: import, export, ...
 */
#ifndef FG_RUN_ROWS_H
#define FG_RUN_ROWS_H

#include "base/err.h"
#include "base/str.h"
#include "cmd/cmd.h"
#include "run/cli.h"
#include "run/world.h"

#include <stdbool.h>
#include <stdint.h>

struct submit_answer;

/** What one run of the program has open; owned by cli.c. */
struct cli {
	const struct cli_line *line;
	struct world world;
	struct arena *arena;
	struct cmd_args args;
	uint32_t incident;   /* that the command is about; 0: none */
	struct courier *courier; /* of what is written here; NULL: none */
	bool json;
	bool gone;           /* nobody reads our output any more */
	int code;            /* what to exit with when nothing failed */
};

/** How much has to be open before a row runs. */
enum run_needs { NEEDS_NOTHING, NEEDS_WORLD, NEEDS_READING, NEEDS_WRITING };

typedef bool run_fn(struct cli *cli, struct err *err);

struct run_row {
	const char *name;
	enum run_needs needs;
	run_fn *fn;
};

/** The row called @name, or NULL. */
const struct run_row *run_row_find(const char *name);

run_fn run_import, run_export, run_copy, run_verify, run_doctor, run_init,
	run_log, run_deliver, run_can_editor, run_completion, run_help,
	run_version, run_docs, run_themes, run_plain, run_config_check,
	run_channels, run_alerts;

/* ---- what the rows share (cli_out.c, cli_write.c) ------------------- */

/** Writes to standard output at once; false with @err when it cannot. */
bool cli_print(struct cli *cli, const char *text, struct err *err);
bool cli_printf(struct cli *cli, struct err *err, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));

/** Submits the words about cli->incident, waits, and prints what came. */
bool cli_write(struct cli *cli, char *const *words, int n, struct err *err);

/** What came of a submission that wrote, as `VERB` prints it. */
void cli_answer(const struct submit_answer *a, const struct world *w,
	struct arena *arena, struct str *out);

/** Entries of one act, of which some may be messages or pages. */
struct cli_told {
	uint32_t incident, first;
	int count;
};

/** Whether any of them is a message or a page. */
bool cli_tells(const struct incident *inc, const struct cli_told *t);

/**
 * Lets the courier carry them, ten seconds at most; the incident as it is
 * then, or NULL when it could not be read.  Borrowed from the courier.
 */
const struct incident *cli_carry(struct cli *cli, const struct cli_told *t);

/**
 * A line for each channel that takes them, and what is to be said by hand;
 * the same as members of a JSON object.
 */
void cli_told_text(const struct incident *inc, const struct world *w,
	const struct cli_told *t, struct arena *a, struct str *out);
void cli_told_json(const struct incident *inc, const struct world *w,
	const struct cli_told *t, struct arena *a, struct str *out);

/** Reads a whole file, "-" is standard input; on the heap, ends in NUL. */
bool cli_file(const char *path, struct str *out, struct err *err);

/** "INC-17 TITLE" as a line has it in front. */
const char *cli_where(const struct incident *inc, struct arena *a);

#endif
