/*
 * Writing JSON: texts, numbers, times, and the commas between them.
 *
 * The same bytes every time: no blanks, escapes only where JSON asks for one.
 * What goes first into an object or array needs no comma, so whoever writes
 * opens and closes with str_addc() and calls json_write_key() or
 * json_write_next() before each value.
 */
#ifndef FG_BASE_JSON_WRITE_H
#define FG_BASE_JSON_WRITE_H

#include "base/when.h"

#include <stdbool.h>
#include <stdint.h>

struct str;

/**
 * @s as a string; as {"base64":"..."} when its bytes are no UTF-8, since JSON
 * has no other way to keep them.
 */
void json_write_text(struct str *out, const char *s);

/** A whole number. */
void json_write_int(struct str *out, int64_t v);

/** "2026-11-22T14:31:19.123Z"; null when @t is not set. */
void json_write_time(struct str *out, when_ms t);

/** A comma, unless the last byte opened an array or object. */
void json_write_next(struct str *out);

/** The same, and "name": behind it; @name is written as it is. */
void json_write_key(struct str *out, const char *name);

/** A key and its value. */
void json_put_text(struct str *out, const char *name, const char *s);
void json_put_int(struct str *out, const char *name, int64_t v);
void json_put_bool(struct str *out, const char *name, bool v);
void json_put_time(struct str *out, const char *name, when_ms t);

#endif
