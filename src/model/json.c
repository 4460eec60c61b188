#include "model/json.h"

#include "base/hash.h"
#include "base/mem.h"
#include "base/text.h"

#include <string.h>

/* Deeper nesting is bad: reading calls itself for each level. */
#define DEPTH_MAX 16

static void
json_fail(struct json *j)
{
	j->bad = true;
	j->p = "";
}

void
json_begin(struct json *j, struct arena *a, const char *text)
{
	*j = (struct json){.p = text, .a = a};
}

static char
json_peek(struct json *j)
{
	while (*j->p == ' ' || *j->p == '\n' || *j->p == '\t' ||
	    *j->p == '\r')
		j->p++;
	return *j->p;
}

static bool
json_take(struct json *j, char c)
{
	if (json_peek(j) == c) {
		j->p++;
		return true;
	}
	json_fail(j);
	return false;
}

bool
json_end(struct json *j)
{
	return !j->bad && !j->depth && !json_peek(j);
}

bool
json_open(struct json *j, char bracket)
{
	if (j->depth == DEPTH_MAX)
		json_fail(j);
	if (!json_take(j, bracket))
		return false;
	j->depth++;
	j->fresh = true;
	return true;
}

/* Whether another member comes before @close, which is taken. */
static bool
json_more(struct json *j, char close)
{
	if (json_peek(j) == close) {
		j->p++;
		j->depth--;
		j->fresh = false;
		return false;
	}
	if (!j->fresh && !json_take(j, ','))
		return false;
	j->fresh = false;
	return !j->bad;
}

bool
json_array(struct json *j)
{
	return json_more(j, ']');
}

/*
 * Takes the string that comes, as it is written.  Returns whether it has
 * escapes in it.
 */
static bool
json_string(struct json *j, struct json_key *out)
{
	bool escapes = false;

	*out = (struct json_key){"", 0};
	if (!json_take(j, '"'))
		return false;
	out->s = j->p;
	for (;;) {
		j->p += strcspn(j->p, "\"\\");
		if (*j->p != '\\')
			break;
		escapes = true;
		j->p += j->p[1] ? 2 : 1;
	}
	out->len = (size_t)(j->p - out->s);
	json_take(j, '"');
	return escapes;
}

bool
json_object(struct json *j, struct json_key *key)
{
	if (!json_more(j, '}'))
		return false;
	json_string(j, key);
	return json_take(j, ':');
}

bool
json_is(const struct json_key *key, const char *name)
{
	return !strncmp(name, key->s, key->len) && !name[key->len];
}

int
json_count(const struct json *j)
{
	struct json ahead = *j;
	int n = 0;

	if (json_open(&ahead, '['))
		for (; json_array(&ahead); n++)
			json_skip(&ahead);
	return ahead.bad ? 0 : n;
}

/* ---- text ---------------------------------------------------------- */

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

/* The text of @raw, whose escapes are resolved; it never gets longer. */
static const char *
json_resolve(struct json *j, const struct json_key *raw)
{
	char *text = arena_alloc(j->a, raw->len + 1);
	const char *end = raw->s + raw->len;
	char *out = text;

	for (const char *s = raw->s; s < end;) {
		uint32_t cp;

		if (*s != '\\') {
			*out++ = *s++;
			continue;
		}
		s++;
		cp = take_escape(&s, end);
		if (!cp) {
			json_fail(j);
			return "";
		}
		out += text_encode(cp, out);
	}
	*out = '\0';
	return text;
}

static const char *
json_quoted(struct json *j)
{
	struct json_key raw;

	if (json_string(j, &raw))
		return j->bad ? "" : json_resolve(j, &raw);
	return j->bad ? "" : arena_dupn(j->a, raw.s, raw.len);
}

static const char *
json_base64(struct json *j)
{
	struct json_key key;
	const char *bytes = NULL;
	size_t n = 0;

	json_open(j, '{');
	while (json_object(j, &key)) {
		if (!json_is(&key, "base64"))
			json_fail(j);
		bytes = base64_bytes(j->a, json_quoted(j), &n);
		if (!bytes || strlen(bytes) != n)
			json_fail(j);
	}
	if (!bytes)
		json_fail(j);
	return j->bad ? "" : bytes;
}

const char *
json_text(struct json *j)
{
	return json_peek(j) == '{' ? json_base64(j) : json_quoted(j);
}

/* ---- other values -------------------------------------------------- */

int64_t
json_int(struct json *j, int64_t min, int64_t max)
{
	bool minus = json_peek(j) == '-';
	const char *from = j->p + minus;
	const char *s = from;
	int64_t v = 0;

	for (; *s >= '0' && *s <= '9' && s - from < 18; s++)
		v = v * 10 + (*s - '0');
	if (minus)
		v = -v;
	if (s == from || (*from == '0' && s - from > 1) || v < min ||
	    v > max || (*s && strchr("0123456789.eE", *s))) {
		json_fail(j);
		return 0;
	}
	j->p = s;
	return v;
}

static bool
json_word(struct json *j, const char *word)
{
	size_t n = strlen(word);

	json_peek(j);
	if (strncmp(j->p, word, n) != 0)
		return false;
	j->p += n;
	return true;
}

bool
json_bool(struct json *j)
{
	if (json_word(j, "true"))
		return true;
	if (!json_word(j, "false"))
		json_fail(j);
	return false;
}

when_ms
json_time(struct json *j)
{
	struct json_key raw;
	char iso[WHEN_MAX];
	when_ms t;

	json_string(j, &raw);
	if (raw.len < sizeof(iso)) {
		memcpy(iso, raw.s, raw.len);
		iso[raw.len] = '\0';
		if (!j->bad && when_parse_iso(iso, &t))
			return t;
	}
	json_fail(j);
	return WHEN_NONE;
}

/* A number that is passed over is not looked at closely. */
static void
skip_plain(struct json *j)
{
	size_t n = strspn(j->p, "0123456789+-.eE");

	j->p += n;
	if (!n && !json_word(j, "null"))
		json_bool(j);
}

void
json_skip(struct json *j)
{
	struct json_key key;

	switch (json_peek(j)) {
	case '{':
		json_open(j, '{');
		while (json_object(j, &key))
			json_skip(j);
		break;
	case '[':
		json_open(j, '[');
		while (json_array(j))
			json_skip(j);
		break;
	case '"':
		json_string(j, &key);
		break;
	default:
		skip_plain(j);
	}
}
