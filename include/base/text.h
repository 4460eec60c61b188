/*
 * Text as people and terminals see it: UTF-8, column width, and making
 * foreign text harmless before it reaches a screen or a terminal.
 *
 * Widths are wcwidth()'s, so main must have set LC_CTYPE to a UTF-8 locale.
 * The invisible ones below are Unicode's Default_Ignorable_Code_Point: ZWJ,
 * variation selectors, tags, soft hyphens, bidi controls, fillers and so on.
 */
#ifndef FG_BASE_TEXT_H
#define FG_BASE_TEXT_H

#include <stddef.h>
#include <stdbool.h>
#include <stdint.h>

struct arena;

/**
 * Decodes one code point at @s (@n bytes are there).  Returns its length in
 * bytes, 1 to 4; or 0 when the bytes are no valid UTF-8 (overlong forms,
 * surrogates and values above U+10FFFF are not) or @n is 0.
 */
size_t text_decode(const char *s, size_t n, uint32_t *cp);

/**
 * Encodes @cp, which must be a code point that text_decode() can return,
 * into @out (at least 4 bytes, no NUL is added); returns the length.
 */
size_t text_encode(uint32_t cp, char *out);

/** Whether @n bytes at @s are UTF-8 without NUL. */
bool text_valid(const char *s, size_t n);

/**
 * Columns of one code point on a terminal: 0 for combining marks, 1 or 2;
 * -1 for what is never shown: control characters, unassigned code points
 * and the invisible ones that text_safe() drops.
 */
int text_cp_width(uint32_t cp);

/**
 * Whether all terminals agree on that: on letters and signs of long standing,
 * not on marks of many scripts, nor on emoji of the last years.
 */
bool text_cp_sure(uint32_t cp);

/** Columns of harmless text @s; a byte that is no UTF-8 counts as one. */
int text_width(const char *s);

/**
 * @s made harmless for display: control characters as ^X or \xNN, invalid
 * bytes as \xNN, invisible code points dropped, marks beyond four on one base
 * dropped, unassigned code points as U+FFFD.  A newline becomes a blank unless
 * @lines, a tab always; CR before a newline is dropped; U+2028 and U+2029 are
 * blanks.  A mark without a base, which would land on whatever stands left of
 * the text, gets U+25CC, the dotted circle, to stand on.
 * Taken from @a; returns @s itself when nothing had to change.
 */
const char *text_safe(struct arena *a, const char *s, bool lines);

/** A copy of @s with its ASCII letters as capitals, from @a. */
char *text_upper(struct arena *a, const char *s);

/**
 * The first bytes of @s that fit @cols columns; *@cols_used, which may be
 * NULL, gets their width.  Never splits a character from its marks.
 */
size_t text_fit(const char *s, int cols, int *cols_used);

/**
 * @s itself when it fits @cols columns; else as much of it as leaves a column
 * for an ellipsis (U+2026) at the end, taken from @a.  No columns give "".
 */
const char *text_clip(struct arena *a, const char *s, int cols);

/**
 * One line of word wrap: returns the bytes of @s that make the next line of
 * at most @cols columns (> 0) and sets *@skip to the bytes to go on from
 * (blanks at the break and a newline are skipped).  A word longer than a
 * line is broken between characters, and one that is wider than @cols makes a
 * line all the same.  An empty line is 0 with *@skip > 0; 0 and *@skip 0 mean
 * the end of @s.
 */
size_t text_wrap(const char *s, int cols, size_t *skip);

/**
 * Byte offset of the character before / after @at, with all that belongs to
 * it: marks and invisible code points.  Stays within @s, which may be raw.
 */
size_t text_prev(const char *s, size_t at);
size_t text_next(const char *s, size_t at);

#endif
