/*
 * Looking whether all is well: a line for each thing that can be wrong.
 */
#ifndef FG_RUN_EXAM_H
#define FG_RUN_EXAM_H

#include "run/rows.h"

enum exam_level { EXAM_OK, EXAM_WARN, EXAM_BAD };

struct exam {
	struct cli *cli;
	struct str out;
	int bad;         /* things to put right */
};

/** Adds a line, made harmless. */
void exam_say(struct exam *x, enum exam_level level, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));

/** Opens the world: false when the config cannot be read at all. */
bool exam_config(struct exam *x);

/** What the config says of keys; of channels, of which none is used. */
void exam_keys(struct exam *x);
void exam_channels(struct exam *x);

/** Prints the lines; false with @code when there is something bad. */
bool exam_end(struct exam *x, enum err_code code, struct err *err);

#endif
