#include "base/json_write.h"

#include "base/hash.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"

#include <inttypes.h>
#include <string.h>

/* The length of what stands in a string as it is. */
static size_t
plain_len(const char *s, const char *end)
{
	const char *p = s;

	while (p < end && (unsigned char)*p >= 0x20 && *p != '"' && *p != '\\')
		p++;
	return (size_t)(p - s);
}

static void
write_escape(struct str *out, char c)
{
	switch (c) {
	case '"':
		str_add(out, "\\\"");
		break;
	case '\\':
		str_add(out, "\\\\");
		break;
	case '\n':
		str_add(out, "\\n");
		break;
	case '\t':
		str_add(out, "\\t");
		break;
	default:
		str_addf(out, "\\u%04x", (unsigned)(unsigned char)c);
	}
}

static void
write_bytes(struct str *out, const char *s, size_t n)
{
	struct arena *a = arena_new(0);

	str_add(out, "{\"base64\":\"");
	str_add(out, base64_text(a, s, n));
	str_add(out, "\"}");
	arena_free(a);
}

void
json_write_text(struct str *out, const char *s)
{
	size_t n = strlen(s);
	const char *end = s + n;

	if (!text_valid(s, n)) {
		write_bytes(out, s, n);
		return;
	}
	str_addc(out, '"');
	while (s < end) {
		size_t len = plain_len(s, end);

		str_addn(out, s, len);
		s += len;
		if (s < end)
			write_escape(out, *s++);
	}
	str_addc(out, '"');
}

void
json_write_int(struct str *out, int64_t v)
{
	str_addf(out, "%" PRId64, v);
}

void
json_write_time(struct str *out, when_ms t)
{
	char iso[WHEN_MAX];

	if (t == WHEN_NONE)
		str_add(out, "null");
	else
		str_addf(out, "\"%s\"", when_iso(t, iso));
}

void
json_write_next(struct str *out)
{
	char last = out->len ? out->s[out->len - 1] : '{';

	if (last != '{' && last != '[')
		str_addc(out, ',');
}

void
json_write_key(struct str *out, const char *name)
{
	json_write_next(out);
	str_addf(out, "\"%s\":", name);
}

void
json_put_text(struct str *out, const char *name, const char *s)
{
	json_write_key(out, name);
	json_write_text(out, s);
}

void
json_put_int(struct str *out, const char *name, int64_t v)
{
	json_write_key(out, name);
	json_write_int(out, v);
}

void
json_put_bool(struct str *out, const char *name, bool v)
{
	json_write_key(out, name);
	str_add(out, v ? "true" : "false");
}

void
json_put_time(struct str *out, const char *name, when_ms t)
{
	json_write_key(out, name);
	json_write_time(out, t);
}
