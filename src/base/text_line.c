#include "base/text.h"

#include "base/mem.h"
#include "base/text_kind.h"

#include <string.h>

#define ELLIPSIS "\xe2\x80\xa6" /* U+2026 */

/*
 * The code point at @s, which is not at its end.  A byte that is no UTF-8 is
 * taken as one column, as terminals do.  The NUL ends any decoding.
 */
static size_t
line_step(const char *s, int *kind)
{
	uint32_t cp;
	size_t n = text_decode(s, 4, &cp);

	*kind = n ? text_kind(cp) : 1;
	return n ? n : 1;
}

/* Whether a code point of this kind belongs to the one before it. */
static bool
line_trails(int kind)
{
	return kind == 0 || kind == KIND_HIDDEN;
}

int
text_width(const char *s)
{
	int width = 0;

	for (;;) {
		int kind;

		while (text_plain(*s)) {
			s++;
			width++;
		}
		if (!*s)
			return width;
		s += line_step(s, &kind);
		if (kind > 0)
			width += kind;
	}
}

size_t
text_fit(const char *s, int cols, int *cols_used)
{
	const char *p = s;
	int used = 0;

	for (;;) {
		int kind;
		size_t n;

		while (text_plain(*p) && used < cols) {
			p++;
			used++;
		}
		if (!*p || text_plain(*p))
			break;
		n = line_step(p, &kind);
		if (kind > cols - used)
			break;
		if (kind > 0)
			used += kind;
		p += n;
	}
	if (cols_used)
		*cols_used = used;
	return (size_t)(p - s);
}

char *
text_upper(struct arena *a, const char *s)
{
	char *out = arena_dup(a, s);

	for (char *c = out; *c; c++)
		if (*c >= 'a' && *c <= 'z')
			*c = (char)(*c - 'a' + 'A');
	return out;
}

const char *
text_clip(struct arena *a, const char *s, int cols)
{
	size_t n;
	char *out;

	if (!s[text_fit(s, cols, NULL)])
		return s;
	if (cols <= 0)
		return "";
	n = text_fit(s, cols - 1, NULL);
	out = arena_alloc(a, n + sizeof(ELLIPSIS));
	memcpy(out, s, n);
	memcpy(out + n, ELLIPSIS, sizeof(ELLIPSIS));
	return out;
}

/* Bytes of @s that fit, up to a newline; never 0 when there is a character. */
static size_t
wrap_fit(const char *s, int cols)
{
	size_t n = 0;
	int used = 0;

	for (;;) {
		int kind;
		size_t len;

		while (text_plain(s[n]) && (used < cols || !n)) {
			n++;
			used++;
		}
		if (!s[n] || s[n] == '\n' || text_plain(s[n]))
			break;
		len = line_step(s + n, &kind);
		if (kind > cols - used && n > 0)
			break;
		if (kind > 0)
			used += kind;
		n += len;
	}
	return n;
}

static size_t
wrap_trim(const char *s, size_t n)
{
	while (n && s[n - 1] == ' ')
		n--;
	return n;
}

size_t
text_wrap(const char *s, int cols, size_t *skip)
{
	size_t n = wrap_fit(s, cols);
	size_t end = n;

	if (!s[n] || s[n] == '\n') {
		*skip = s[n] ? n + 1 : n;
		return n;
	}

	/* Inside a word: back to the blank before it, if a word stands there. */
	while (s[n] != ' ' && end && s[end - 1] != ' ')
		end--;
	if (!wrap_trim(s, end) && s[n] != ' ') {
		*skip = n;
		return n;
	}
	n = end;
	while (s[n] == ' ')
		n++;
	*skip = s[n] == '\n' ? n + 1 : n;
	return wrap_trim(s, end);
}

/* The start of the code point (or the stray byte) that ends at @at. */
static size_t
line_back(const char *s, size_t at)
{
	for (size_t n = 1; n <= 4 && n <= at; n++) {
		uint32_t cp;

		if (text_decode(s + at - n, n, &cp) == n)
			return at - n;
	}
	return at - 1;
}

size_t
text_prev(const char *s, size_t at)
{
	while (at > 0) {
		int kind;

		at = line_back(s, at);
		line_step(s + at, &kind);
		if (!line_trails(kind))
			break;
	}
	return at;
}

size_t
text_next(const char *s, size_t at)
{
	int kind;

	if (!s[at])
		return at;
	at += line_step(s + at, &kind);
	while (s[at]) {
		size_t n = line_step(s + at, &kind);

		if (!line_trails(kind))
			break;
		at += n;
	}
	return at;
}
