/*
 * The text of a config: a file with what it includes in its place, checked
 * and without comments, ready for libconfuse.
 *
 * libconfuse 3.3 alone cannot tell the place of an error: its line count runs
 * ahead by one for each C comment, it drops a '+' or '*' outside of quotes
 * without a word, and makes an unset variable an empty text.  So its text is
 * prepared here, includes too, and each line remembers where it comes from.
 */
#ifndef FG_CONF_SOURCE_H
#define FG_CONF_SOURCE_H

#include "base/err.h"
#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;

#define SOURCE_BYTES (1024 * 1024) /* of a file and all its includes */
#define SOURCE_DEEP 8              /* files that include each other */
#define SOURCE_SECTIONS 2000       /* libconfuse searches titles in a row */

/** A run of lines that stand together in one file. */
struct source_piece {
	const char *path;
	int from; /* its first line in the text */
	int line; /* the same line in the file */
};

struct source {
	struct arena *a; /* borrowed: holds the paths */
	struct str text;
	int lines;       /* the line that the text has come to, from 1 */
	size_t bytes;    /* read so far */
	struct source_piece *pieces;
	int n;
	int *opens;      /* the line of each section's brace, in order */
	int n_opens;
};

/** Reads the file at @path; false with @err "FILE:LINE: what". */
bool source_read(struct source *s, struct arena *a, const char *path,
	struct err *err);
void source_release(struct source *s);

/** The piece that @line of the text is in. */
const struct source_piece *source_piece_of(const struct source *s, int line);

/** The line in the file of @line of the text. */
int source_line(const struct source *s, int line);

#endif
