/*
 * The words of a command line, as the prompt, keys and scenario files have
 * them: split at blanks; '...' and "..." group; inside "..." \" \\ and \n are
 * escapes; nothing else is special.  A blank is a space, tab, CR or newline.
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

/**
 * Splits @line; all memory is from @a.  False with ERR_USAGE for a quote that
 * is not closed.
 */
bool words_split(struct arena *a, const char *line, struct words *out,
	struct err *err);

/**
 * Adds @word to @out so that words_split() gives it back: as it is if that
 * will do, else in quotes and on one line.  No blank is added around it; a
 * word that starts with # is quoted, since # starts a scenario's comment.
 */
void words_quote(struct str *out, const char *word);

/** The line that words_split() turns into these @n words. */
char *words_join(struct arena *a, char *const *v, int n);

#endif
