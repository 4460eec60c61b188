#include "model/json.h"

#include "base/hash.h"
#include "base/mem.h"
#include "model/json_escape.h"

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
	char c = *j->p;

	while (c == ' ' || c == '\n' || c == '\t' || c == '\r')
		c = *++j->p;
	return c;
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

/* The closing quote of the string at @s, or the NUL when it has none. */
static const char *
quote_find(const char *s)
{
	for (;;) {
		s += strcspn(s, "\"\\");
		if (*s != '\\')
			return s;
		s += s[1] ? 2 : 1;
	}
}

/*
 * Takes the string that comes, as it is written.  Returns whether it has
 * escapes in it; most have none, and two plain searches are the fastest.
 */
static bool
json_string(struct json *j, struct json_key *out)
{
	const char *end;
	bool escapes;

	*out = (struct json_key){"", 0};
	if (!json_take(j, '"'))
		return false;
	end = strchrnul(j->p, '"');
	escapes = memchr(j->p, '\\', (size_t)(end - j->p));
	if (escapes)
		end = quote_find(j->p);
	*out = (struct json_key){j->p, (size_t)(end - j->p)};
	j->p = end;
	json_take(j, '"');
	return escapes;
}

bool
json_object(struct json *j, struct json_key *key)
{
	const char *s;

	if (!json_more(j, '}') || !json_take(j, '"'))
		return false;
	s = strchrnul(j->p, '"');
	if (s[-1] == '\\')
		s = quote_find(j->p);
	*key = (struct json_key){j->p, (size_t)(s - j->p)};
	j->p = s;
	return json_take(j, '"') && json_take(j, ':');
}

bool
json_is(const struct json_key *key, const char *name)
{
	size_t i = 0;

	while (i < key->len && name[i] == key->s[i])
		i++;
	return i == key->len && !name[i];
}

int
json_find(const struct json_key *key, const char *const *names, int n,
	int from)
{
	for (int i = from; i < n; i++)
		if (json_is(key, names[i]))
			return i;
	for (int i = 0; i < from; i++)
		if (json_is(key, names[i]))
			return i;
	return -1;
}

void *
json_room(struct json *j, void *members, int n, size_t size)
{
	size_t cap = n ? 2 * (size_t)n : 2;
	void *more;

	if (n & (n - 1) || n == 1)
		return members;
	more = arena_alloc(j->a, cap * size);
	if (n)
		memcpy(more, members, (size_t)n * size);
	return more;
}

/* ---- text ---------------------------------------------------------- */

/* The text of @raw, whose escapes are resolved. */
static const char *
json_resolve(struct json *j, const struct json_key *raw)
{
	char *text = arena_alloc(j->a, raw->len + 1);

	if (json_unescape(raw->s, raw->len, text))
		return text;
	json_fail(j);
	return "";
}

static const char *
json_quoted(struct json *j)
{
	struct json_key raw;

	if (json_string(j, &raw))
		return j->bad ? "" : json_resolve(j, &raw);
	return j->bad ? "" : arena_text(j->a, raw.s, raw.len);
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

bool
json_plain(struct json *j, char *out, size_t size)
{
	struct json_key raw;

	*out = '\0';
	if (json_string(j, &raw) || raw.len >= size)
		json_fail(j);
	if (j->bad)
		return false;
	memcpy(out, raw.s, raw.len);
	out[raw.len] = '\0';
	return true;
}

when_ms
json_time(struct json *j)
{
	char iso[WHEN_MAX];
	when_ms t;

	if (json_plain(j, iso, sizeof(iso)) && when_parse_iso(iso, &t))
		return t;
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
