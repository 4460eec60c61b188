/*
 * The words of a command line, as the prompt, keys and scenario files have
 * them: split at blanks; '...' and "..." group; inside "..." \" \\ and \n are
 * escapes; nothing else is special.
 */
#ifndef FG_BASE_WORDS_H
#define FG_BASE_WORDS_H

#include "base/err.h"

#include <stddef.h>
#include <stdbool.h>

struct arena;
struct str;

struct words {
	char **v; /* v[n] is NULL */
	int n;
};

/** Splits @line; an open quote is ERR_USAGE. All memory from @a. */
bool words_split(struct arena *a, const char *line, struct words *out,
	struct err *err);

/** Adds @word to @out so that words_split() gives it back. */
void words_quote(struct str *out, const char *word);

/** The line that words_split() turns into these @n words. */
char *words_join(struct arena *a, char *const *v, int n);

#endif
