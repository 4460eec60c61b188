#include "model/json_escape.h"

#include "base/text.h"

#include <stdint.h>
#include <string.h>

/* Four hex digits, or -1. */
static int32_t
hex4(const char *s, const char *end)
{
	int32_t v = 0;

	if (end - s < 4)
		return -1;
	for (int i = 0; i < 4; i++) {
		const char *digits = "0123456789abcdef";
		char c = s[i] >= 'A' && s[i] <= 'F' ?
			(char)(s[i] - 'A' + 'a') : s[i];
		const char *at = c ? strchr(digits, c) : NULL;

		if (!at)
			return -1;
		v = v << 4 | (int32_t)(at - digits);
	}
	return v;
}

/*
 * Takes what follows "\u", a second half too; 0 when it is no character
 * that a text may have.
 */
static uint32_t
take_unicode(const char **s, const char *end)
{
	int32_t high = hex4(*s, end);
	int32_t low;

	if (high < 0)
		return 0;
	*s += 4;
	if (high < 0xd800 || high > 0xdfff)
		return (uint32_t)high;
	if (high > 0xdbff || end - *s < 6 || (*s)[0] != '\\' ||
	    (*s)[1] != 'u')
		return 0;
	low = hex4(*s + 2, end);
	if (low < 0xdc00 || low > 0xdfff)
		return 0;
	*s += 6;
	return 0x10000 + (((uint32_t)high & 0x3ff) << 10 |
		((uint32_t)low & 0x3ff));
}

/* Takes what follows a backslash; 0 when it is no escape. */
static uint32_t
take_escape(const char **s, const char *end)
{
	static const char names[] = "\"\\/bfnrt";
	static const char means[] = "\"\\/\b\f\n\r\t";
	const char *at;
	char c = *(*s)++;

	if (c == 'u')
		return take_unicode(s, end);
	at = strchr(names, c);
	return at ? (unsigned char)means[at - names] : 0;
}

bool
json_unescape(const char *s, size_t n, char *out)
{
	const char *end = s + n;

	while (s < end) {
		char utf8[4];
		uint32_t cp;
		size_t len;

		if (*s != '\\') {
			*out++ = *s++;
			continue;
		}
		s++;
		cp = take_escape(&s, end);
		if (!cp)
			return false;
		len = text_encode(cp, utf8);
		memcpy(out, utf8, len);
		out += len;
	}
	*out = '\0';
	return true;
}
