/*
 * A scenario: lines TIME NAME COMMAND, each as what NAME typed at TIME.
 */
#ifndef FG_RUN_SCENARIO_H
#define FG_RUN_SCENARIO_H

#include "base/err.h"
#include "base/when.h"

#include <stdbool.h>
#include <stdint.h>

struct arena;
struct chains;
struct world;

struct scenario_line {
	int number;          /* in the file */
	when_ms when;
	const char *who;
	char **words;        /* the command */
	int n_words;
	uint32_t incident;   /* named in the line, 0: none */
	uint32_t into;       /* of --into, 0: none */
	bool fresh;          /* begins an incident */
};

struct scenario {
	const char *name;    /* of the file, for errors */
	struct arena *arena; /* for all that is read and made */
	struct scenario_line *lines;
	int n;
};

/**
 * Reads @text, which is changed, into @out, whose name and arena are set.
 * ERR_USAGE "FILE:LINE: ..." for the first line that is none.
 */
bool scenario_read(struct scenario *out, char *text, int zone_min,
	struct err *err);

/**
 * Decides all lines in memory, on top of the incidents of @w that they name;
 * lines before the first `declare` go to @incident (0: none).  @out gets all
 * incidents that they wrote to, whole.  What refuses a line refuses all:
 * "FILE:LINE: ...".
 */
bool scenario_play(struct world *w, const struct scenario *s,
	uint32_t incident, struct chains *out, struct err *err);

#endif
