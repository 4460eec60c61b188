#include "base/text.h"

#include "base/mem.h"
#include "base/text_kind.h"

#include <stdio.h>
#include <string.h>

#define MARKS_MAX 4 /* on one base; more are only ever abuse */

#define REPLACEMENT "\xef\xbf\xbd"   /* U+FFFD */
#define DOTTED_CIRCLE "\xe2\x97\x8c" /* U+25CC */

size_t
text_decode(const char *s, size_t n, uint32_t *cp)
{
	static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
	unsigned char lead;
	uint32_t v;
	size_t len;

	if (!n)
		return 0;
	lead = (unsigned char)s[0];
	if (lead < 0x80) {
		*cp = lead;
		return 1;
	}
	if (lead < 0xc2 || lead > 0xf4)
		return 0;
	len = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
	v = lead & (0x7fu >> len);
	for (size_t i = 1; i < len; i++) {
		if (i == n || ((unsigned char)s[i] & 0xc0) != 0x80)
			return 0;
		v = v << 6 | ((unsigned char)s[i] & 0x3f);
	}
	if (v < least[len] || v > 0x10ffff || (v >= 0xd800 && v < 0xe000))
		return 0;
	*cp = v;
	return len;
}

size_t
text_encode(uint32_t cp, char *out)
{
	size_t len = cp < 0x80 ? 1 : cp < 0x800 ? 2 : cp < 0x10000 ? 3 : 4;
	static const unsigned char lead[] = {0, 0, 0xc0, 0xe0, 0xf0};

	for (size_t i = len - 1; i > 0; i--) {
		out[i] = (char)(0x80 | (cp & 0x3f));
		cp >>= 6;
	}
	out[0] = (char)(lead[len] | cp);
	return len;
}

bool
text_valid(const char *s, size_t n)
{
	while (n) {
		uint32_t cp;
		size_t len = text_decode(s, n, &cp);

		if (!len || !cp)
			return false;
		s += len;
		n -= len;
	}
	return true;
}

int
text_cp_width(uint32_t cp)
{
	int kind = text_kind(cp);

	return kind < 0 ? -1 : kind;
}

/* What text_safe() writes; without @out it only counts. */
struct safe {
	char *out;
	size_t len;
	bool lines;   /* a newline stays one */
	bool changed; /* something is not as it came */
	int marks;    /* on the base at hand; -1: there is no base */
};

static void
safe_put(struct safe *safe, const char *s, size_t n)
{
	if (safe->out)
		memcpy(safe->out + safe->len, s, n);
	safe->len += n;
	safe->marks = 0;
}

static void
safe_swap(struct safe *safe, const char *s)
{
	safe_put(safe, s, strlen(s));
	safe->changed = true;
}

static void
safe_byte(struct safe *safe, unsigned byte)
{
	char text[8];

	snprintf(text, sizeof(text), "\\x%02x", byte & 0xff);
	safe_swap(safe, text);
}

/* A mark without a base would land on whatever stands left of the text. */
static void
safe_mark(struct safe *safe, const char *s, size_t n)
{
	int marks = safe->marks;

	if (marks >= MARKS_MAX) {
		safe->changed = true;
		return;
	}
	if (marks < 0) {
		safe_swap(safe, DOTTED_CIRCLE);
		marks = 0;
	}
	safe_put(safe, s, n);
	safe->marks = marks + 1;
}

static void
safe_control(struct safe *safe, const char *s, uint32_t cp)
{
	char caret[] = {'^', (char)(cp ^ 0x40), '\0'};

	if (cp == '\n' && safe->lines) {
		safe_put(safe, s, 1);
		safe->marks = -1;
	} else if (cp == '\r' && s[1] == '\n') {
		safe->changed = true;
	} else if (cp == '\n' || cp == '\t' || cp > 0x9f) {
		safe_swap(safe, " ");
	} else if (cp < 0x80) {
		safe_swap(safe, caret);
	} else {
		safe_byte(safe, cp);
	}
}

/* One code point, or a byte that is none; returns the bytes it took. */
static size_t
safe_step(struct safe *safe, const char *s)
{
	uint32_t cp;
	/* Never reads past the NUL, which continues no character. */
	size_t n = text_decode(s, 4, &cp);
	int kind = n ? text_kind(cp) : 0;

	if (!n) {
		safe_byte(safe, (unsigned char)*s);
		return 1;
	}
	if (kind > 0)
		safe_put(safe, s, n);
	else if (kind == 0)
		safe_mark(safe, s, n);
	else if (kind == KIND_HIDDEN)
		safe->changed = true;
	else if (kind == KIND_UNKNOWN)
		safe_swap(safe, REPLACEMENT);
	else
		safe_control(safe, s, cp);
	return n;
}

static void
safe_run(struct safe *safe, const char *s)
{
	safe->len = 0;
	safe->marks = -1;
	while (*s) {
		size_t plain = 0;

		while (text_plain(s[plain]))
			plain++;
		if (plain)
			safe_put(safe, s, plain);
		s += plain;
		if (*s)
			s += safe_step(safe, s);
	}
}

const char *
text_safe(struct arena *a, const char *s, bool lines)
{
	struct safe safe = {.lines = lines};
	const char *p = s;

	while (text_plain(*p))
		p++;
	if (!*p)
		return s;

	safe_run(&safe, s);
	if (!safe.changed)
		return s;
	safe.out = arena_alloc(a, safe.len + 1);
	safe_run(&safe, s);
	return safe.out;
}
