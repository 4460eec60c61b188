/*
 * A folder of a test's own, below $TMPDIR or /tmp, gone afterwards.
 */
#ifndef FG_TESTS_LIB_FOLDER_H
#define FG_TESTS_LIB_FOLDER_H

#include <stddef.h>

struct folder {
	char path[256];
};

/** Makes the folder; a test that cannot have one fails. */
void folder_make(struct folder *f);

/** Removes it with everything in it. */
void folder_remove(const struct folder *f);

/** The path of @name in it, on the heap. */
char *folder_path(const struct folder *f, const char *name);

/** Writes @n bytes as file @name, which replaces an older one. */
void folder_put(const struct folder *f, const char *name, const void *bytes,
	size_t n);

/** Writes @text as file @name. */
void folder_write(const struct folder *f, const char *name, const char *text);

#endif
