/*
 * Reading an event's head.
 *
 * A head has one form in which all our writers write it; it is read from left
 * to right in one go, since a screen reads all of them when it opens.  Any
 * other form is JSON like the rest.
 */
#include "base/mem.h"
#include "model/event.h"
#include "model/event_json.h"
#include "model/json.h"

#include <limits.h>
#include <string.h>

#define DIGITS_MAX 9 /* of a number that fits in any field */
#define TIME_LEN 24  /* bytes of "2026-11-22T14:31:19.123Z" */

/* ---- in our own form ----------------------------------------------- */

/* What is left of it. */
struct plain {
	const char *s, *end;
};

/* The word is known here: inside of it, comparing needs no call. */
#define TAKE(p, word) plain_take(p, word, sizeof(word) - 1)

static inline __attribute__((always_inline)) bool
plain_take(struct plain *p, const char *word, size_t n)
{
	if ((size_t)(p->end - p->s) < n || memcmp(p->s, word, n) != 0)
		return false;
	p->s += n;
	return true;
}

static bool
plain_number(struct plain *p, uint32_t *out)
{
	const char *from = p->s;
	uint32_t v = 0;

	while (*p->s >= '0' && *p->s <= '9')
		v = v * 10 + (uint32_t)(*p->s++ - '0');
	*out = v;
	return p->s > from && p->s - from <= DIGITS_MAX && *from != '0';
}

/* The @n bytes that come, as a string. */
static bool
plain_copy(struct plain *p, char *out, size_t n)
{
	if ((size_t)(p->end - p->s) < n)
		return false;
	memcpy(out, p->s, n);
	out[n] = '\0';
	p->s += n;
	return true;
}

static bool
plain_id(struct plain *p, struct id *out)
{
	char hex[ID_HEX];

	return plain_copy(p, hex, ID_HEX - 1) && id_parse(hex, out);
}

static bool
plain_time(struct plain *p, when_ms *out)
{
	char iso[TIME_LEN + 1];

	return plain_copy(p, iso, TIME_LEN) && when_parse_iso(iso, out);
}

/* The bytes up to the quote that comes next; false with escapes in them. */
static bool
plain_text(struct plain *p, const char **s, size_t *n)
{
	const char *quote = memchr(p->s, '"', (size_t)(p->end - p->s));

	if (!quote)
		return false;
	*s = p->s;
	*n = (size_t)(quote - p->s);
	p->s = quote;
	return !memchr(*s, '\\', *n);
}

static bool
plain_name(struct plain *p, struct arena *a, const char **out)
{
	const char *s;
	size_t n;

	if (!plain_text(p, &s, &n))
		return false;
	*out = arena_text(a, s, n);
	return true;
}

static bool
plain_kind(struct plain *p, char *kind)
{
	const char *s;
	size_t n;

	if (!plain_text(p, &s, &n) || n >= EVENT_KIND_SIZE)
		return false;
	memcpy(kind, s, n);
	kind[n] = '\0';
	return true;
}

static bool
read_plain(struct arena *a, const char *head, struct event *e, char *kind)
{
	struct plain p = {head, head + strlen(head)};
	uint32_t version;

	if (!TAKE(&p, "{\"v\":") || !plain_number(&p, &version) ||
	    !TAKE(&p, ",\"incident\":") ||
	    !plain_number(&p, &e->incident) ||
	    !TAKE(&p, ",\"n\":") || !plain_number(&p, &e->n) ||
	    !TAKE(&p, ",\"id\":\"") || !plain_id(&p, &e->id) ||
	    !TAKE(&p, "\",\"at\":\"") || !plain_time(&p, &e->at))
		return false;
	e->version = (int)version;
	if (TAKE(&p, "\",\"happened\":\"") &&
	    !plain_time(&p, &e->happened))
		return false;
	return TAKE(&p, "\",\"by\":\"") &&
		plain_name(&p, a, &e->by) &&
		TAKE(&p, "\",\"via\":\"") &&
		plain_name(&p, a, &e->via) &&
		TAKE(&p, "\",\"kind\":\"") && plain_kind(&p, kind) &&
		TAKE(&p, "\"}") && p.s == p.end;
}

/* ---- in any form --------------------------------------------------- */

/* Members of a head, in their order. */
enum head_part {
	HEAD_V, HEAD_INCIDENT, HEAD_N, HEAD_ID, HEAD_AT, HEAD_HAPPENED,
	HEAD_BY, HEAD_VIA, HEAD_KIND, HEAD_COUNT
};

static const char *const head_names[HEAD_COUNT] = {
	"v", "incident", "n", "id", "at", "happened", "by", "via", "kind",
};

#define HEAD_ALL ((1u << HEAD_COUNT) - 1)

/* Takes the value of @part; false when it makes no sense. */
static bool
read_part(struct json *j, int part, struct event *e, char *kind)
{
	char hex[ID_HEX];

	switch (part) {
	case HEAD_V:
		e->version = (int)json_int(j, 1, INT_MAX);
		break;
	case HEAD_INCIDENT:
		e->incident = (uint32_t)json_int(j, 0, UINT32_MAX);
		break;
	case HEAD_N:
		e->n = (uint32_t)json_int(j, 0, UINT32_MAX);
		break;
	case HEAD_ID:
		return json_plain(j, hex, sizeof(hex)) &&
			id_parse(hex, &e->id);
	case HEAD_AT:
		e->at = json_time(j);
		break;
	case HEAD_HAPPENED:
		e->happened = json_time(j);
		break;
	case HEAD_BY:
		e->by = json_text(j);
		break;
	case HEAD_VIA:
		e->via = json_text(j);
		break;
	case HEAD_KIND:
		return json_plain(j, kind, EVENT_KIND_SIZE);
	}
	return true;
}

static bool
read_head(struct arena *a, const char *head, struct event *e, char *kind)
{
	struct json_key key;
	struct json j;
	unsigned seen = 1u << HEAD_HAPPENED; /* may be left out */
	bool ok = true;
	int part = 0;

	json_begin(&j, a, head);
	json_open(&j, '{');
	while (json_object(&j, &key)) {
		int i = json_find(&key, head_names, HEAD_COUNT, part);

		if (i < 0) {
			json_skip(&j);
			continue;
		}
		ok &= read_part(&j, i, e, kind);
		seen |= 1u << i;
		part = i + 1;
	}
	if (e->version < 1)
		e->version = EVENT_VERSION;
	return json_end(&j) && ok && seen == HEAD_ALL;
}

/* ---- either -------------------------------------------------------- */

static void
head_clear(struct event *e)
{
	memset(e, 0, sizeof(*e));
	e->version = EVENT_VERSION;
	e->at = WHEN_NONE;
	e->happened = WHEN_NONE;
	e->by = "";
	e->via = "";
}

bool
event_head_read(struct arena *a, const char *head, struct event *e,
	char kind[EVENT_KIND_SIZE])
{
	head_clear(e);
	if (read_plain(a, head, e, kind))
		return true;
	head_clear(e);
	*kind = '\0';
	return read_head(a, head, e, kind);
}
