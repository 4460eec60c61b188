#include "relay/mail.h"

#include "base/hash.h"
#include "base/mem.h"
#include "base/str.h"

#include <string.h>

#define LINE 76        /* characters of a line */
#define WORD_BYTES 45  /* that an encoded word of 75 characters holds */
#define LOCAL_MOST 64
#define ADDRESS_MOST 254

#define ALNUM "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"

static bool
dotted(const char *s, size_t n, const char *letters)
{
	return n && strspn(s, letters) >= n && s[0] != '.' &&
		s[n - 1] != '.' && !memmem(s, n, "..", 2);
}

bool
mail_address(const char *s, struct err *err)
{
	const char *at = strrchr(s, '@');
	size_t local = at ? (size_t)(at - s) : 0;

	if (strlen(s) <= ADDRESS_MOST && at && local <= LOCAL_MOST &&
	    dotted(s, local, ALNUM ".!#$%&'*+-/=?^_`{|}~") && at[1] != '-' &&
	    dotted(at + 1, strlen(at + 1), ALNUM ".-"))
		return true;
	return err_set(err, ERR_USAGE, "'%.80s' is no mail address: write"
		" name@example.com alone, without a name or brackets", s);
}

/* ---- header -------------------------------------------------------- */

static bool
is_plain(const char *s)
{
	for (; *s; s++)
		if (*s < 0x20 || *s > 0x7e || str_starts(s, "=?"))
			return false;
	return true;
}

/* Broken before words, where a line would get too long. */
static void
put_folded(struct str *out, size_t column, const char *s)
{
	while (*s) {
		size_t n = strspn(s, " ");

		n += strcspn(s + n, " ");
		if (*s == ' ' && column + n > LINE) {
			str_add(out, "\r\n");
			column = 0;
		}
		str_addn(out, s, n);
		column += n;
		s += n;
	}
}

/* The bytes of @s that make whole characters and one encoded word. */
static size_t
word_bytes(const char *s, size_t most)
{
	size_t n = strnlen(s, most + 1);

	if (n <= most)
		return n;
	for (n = most; n && ((unsigned char)s[n] & 0xc0) == 0x80;)
		n--;
	return n ? n : most;
}

static void
put_encoded(struct str *out, size_t column, const char *s)
{
	struct arena *a = arena_new(1024);
	size_t most = WORD_BYTES - 3 * ((column + 3) / 4);

	while (*s) {
		size_t n = word_bytes(s, most);

		str_addf(out, "=?UTF-8?B?%s?=", base64_text(a, s, n));
		s += n;
		if (*s)
			str_add(out, "\r\n ");
		most = WORD_BYTES;
	}
	arena_free(a);
}

void
mail_header(struct str *out, const char *name, const char *value)
{
	size_t column = strlen(name) + 2;

	str_addf(out, "%s: ", name);
	if (is_plain(value))
		put_folded(out, column, value);
	else
		put_encoded(out, column, value);
	str_add(out, "\r\n");
}

/* ---- body ---------------------------------------------------------- */

/* Whether the byte stands for itself: a blank at a line's end does not. */
static bool
is_itself(const char *s)
{
	if (*s == ' ')
		return s[1] && s[1] != '\n';
	return *s > ' ' && *s <= '~' && *s != '=';
}

void
mail_text(struct str *out, const char *text)
{
	size_t column = 0;

	for (const char *s = text; *s; s++) {
		size_t n = is_itself(s) ? 1 : 3;

		if (*s == '\n') {
			str_add(out, "\r\n");
			column = 0;
			continue;
		}
		if (column + n > LINE - 1) {
			str_add(out, "=\r\n");
			column = 0;
		}
		if (n == 1)
			str_addc(out, *s);
		else
			str_addf(out, "=%02X", (unsigned)(unsigned char)*s);
		column += n;
	}
	if (column)
		str_add(out, "\r\n");
}
