/*
 * Escapes in JSON strings.
 */
#ifndef FG_MODEL_JSON_ESCAPE_H
#define FG_MODEL_JSON_ESCAPE_H

#include <stdbool.h>
#include <stddef.h>

/**
 * Resolves the escapes in the @n bytes at @s, what stands between the quotes
 * of a string, into @out: at least @n + 1 bytes, since it never gets longer.
 * False when one is none, half a surrogate pair, or NUL, which no text has.
 */
bool json_unescape(const char *s, size_t n, char *out);

#endif
