/*
 * A growing string.  Always ends in NUL; a zeroed struct is an empty string.
 * What is added must not lie in the string itself, which may move.
 */
#ifndef FG_BASE_STR_H
#define FG_BASE_STR_H

#include <stdarg.h>
#include <stddef.h>
#include <stdbool.h>

struct str {
	char *s;    /* NUL at s[len]; NULL only while nothing was added */
	size_t len; /* bytes */
	size_t cap;
};

/** Adds text, @n bytes of it, one byte, or what printf makes of it. */
void str_add(struct str *str, const char *s);
void str_addn(struct str *str, const char *s, size_t n);
void str_addc(struct str *str, char c);
void str_addf(struct str *str, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));
void str_addv(struct str *str, const char *fmt, va_list ap)
	__attribute__((format(printf, 2, 0)));

/** What printf makes of it as a line of its own: behind a newline, if any. */
void str_linev(struct str *str, const char *fmt, va_list ap)
	__attribute__((format(printf, 2, 0)));

/** Shortens to @len bytes; a string that is not longer stays as it is. */
void str_cut(struct str *str, size_t len);

/** The text, "" when empty; borrowed until the next call. */
const char *str_get(const struct str *str);

/**
 * The text on the heap, "" when nothing was added; caller frees.  The string
 * is empty afterwards.
 */
char *str_take(struct str *str);

/** Frees the text; the string is empty and can be used again. */
void str_release(struct str *str);

/** @s, or @other when it is NULL or empty. */
const char *str_or(const char *s, const char *other);

/** ASCII case folded comparison, the one for names: "Ana" is "ana". */
bool str_same(const char *a, const char *b);

/** Whether @s starts with @prefix, case and all. */
bool str_starts(const char *s, const char *prefix);

/** Case folded search (ASCII): the place of @needle in @hay, or NULL. */
const char *str_find(const char *hay, const char *needle);

/** Whether the @n bytes of @s are one of the words of "a|b|c", case folded. */
bool str_listed(const char *list, const char *s, size_t n);

/**
 * How many letters to change, add or take out to make @a into @b; of longer
 * words the first 40 bytes count.
 */
int str_distance(const char *a, const char *b);

#endif
