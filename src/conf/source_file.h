/*
 * One file of a config in memory, known to be text.
 */
#ifndef FG_CONF_SOURCE_FILE_H
#define FG_CONF_SOURCE_FILE_H

#include "base/err.h"

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

struct arena;

struct source_file {
	const struct source_file *by; /* the file that includes it, or NULL */
	const char *path;
	char *text;                   /* on the heap; NUL at text[len] */
	size_t len;
	dev_t dev;
	ino_t ino;
};

/**
 * Reads @f->path (set by the caller, like @f->by) with at most @most bytes:
 * a regular file of UTF-8 text, without its byte order mark and with plain
 * line ends.  False with a sentence that names the path, and the line of
 * what is no text.
 */
bool source_file_read(struct source_file *f, size_t most, struct err *err);
void source_file_release(struct source_file *f);

/** Whether @f is one of the files that include it. */
bool source_file_repeats(const struct source_file *f);

/** The path that @name means in the file at @by: beside it, or from ~/. */
const char *source_file_path(struct arena *a, const char *name,
	const char *by);

#endif
