#include "relay/write.h"

#include "base/text.h"

#include <string.h>

#define HEADERS 8
#define CLUSTER 64 /* bytes of a character with its marks; more is abuse */
#define ELLIPSIS "\xe2\x80\xa6"
#define REPLACEMENT "\xef\xbf\xbd"
#define ZWJ 0x200d
#define KEY_DIGITS 8

const struct write_rule write_markdown[] = {
	{"@", "@" NO_MENTION}, {"<", "<" NO_MENTION},
	{"](", "]" NO_MENTION "("}, {NULL, NULL},
};

/* ---- clean --------------------------------------------------------- */

/* Embeddings, overrides, isolates, and ends of lines that are none. */
static bool
is_dropped(uint32_t cp)
{
	return (cp >= 0x202a && cp <= 0x202e) ||
		(cp >= 0x2066 && cp <= 0x2069) || cp == 0xfeff || cp == '\r';
}

static bool
is_blank(uint32_t cp)
{
	return cp < 0x20 || cp == 0x7f || (cp >= 0x80 && cp < 0xa0) ||
		cp == 0x2028 || cp == 0x2029;
}

static void
put_clean(struct str *out, const char *s, size_t len, uint32_t cp, bool lines)
{
	if (!len)
		str_add(out, REPLACEMENT);
	else if (cp == '\n' && lines)
		str_addc(out, '\n');
	else if (cp == '\n' || is_blank(cp))
		str_addc(out, ' ');
	else if (!is_dropped(cp))
		str_addn(out, s, len);
}

static const char *
clean(struct arena *a, const char *s, bool lines)
{
	struct str out = {0};
	size_t n = strlen(s);
	const char *text;

	for (size_t at = 0, len; at < n; at += len ? len : 1) {
		uint32_t cp = 0;

		len = text_decode(s + at, n - at, &cp);
		put_clean(&out, s + at, len, cp, lines);
	}
	while (out.len && strchr(" \n", out.s[out.len - 1]))
		str_cut(&out, out.len - 1);
	text = str_get(&out);
	text = arena_dup(a, text + strspn(text, " \n"));
	str_release(&out);
	return text;
}

/* ---- how much fits ------------------------------------------------- */

static int
units(const char *s, size_t n)
{
	int count = 0;

	for (size_t i = 0; i < n; i++) {
		unsigned char b = (unsigned char)s[i];

		count += (b < 0x80 || b >= 0xc0) + (b >= 0xf0);
	}
	return count;
}

int
write_units(const char *s)
{
	return units(s, strlen(s));
}

static const struct write_rule *
rule_at(const char *s, const struct write_rule *rules)
{
	for (; rules && rules->from; rules++)
		if (str_starts(s, rules->from))
			return rules;
	return NULL;
}

static bool
ends_joined(const char *s, size_t n)
{
	uint32_t cp;

	return n > 3 && text_decode(s + n - 3, 3, &cp) == 3 && cp == ZWJ;
}

/* Bytes of the character at @s, with its marks and what is joined to it. */
static size_t
cluster(const char *s)
{
	size_t n = text_next(s, 0);
	uint32_t cp;

	while (n <= CLUSTER && s[n] && ends_joined(s, n))
		n = text_next(s, n);
	return n <= CLUSTER ? n : text_decode(s, strlen(s), &cp);
}

/* The first bytes of @s that have at most @most units when replaced. */
static size_t
fit(const char *s, int most, const struct write_rule *rules)
{
	size_t at = 0;

	while (s[at]) {
		const struct write_rule *r = rule_at(s + at, rules);
		size_t n = r ? strlen(r->from) : cluster(s + at);

		most -= r ? write_units(r->to) : units(s + at, n);
		if (most < 0)
			break;
		at += n;
	}
	return at;
}

const char *
write_replaced(struct arena *a, const char *s, size_t n,
	const struct write_rule *rules)
{
	struct str out = {0};
	const char *text;

	for (size_t at = 0; at < n;) {
		const struct write_rule *r = rule_at(s + at, rules);

		if (r)
			str_add(&out, r->to);
		else
			str_addc(&out, s[at]);
		at += r ? strlen(r->from) : 1;
	}
	text = arena_dup(a, str_get(&out));
	str_release(&out);
	return text;
}

size_t
write_part(const char *s, int most, const struct write_rule *rules,
	size_t *skip)
{
	size_t n = fit(s, most, rules), line = n;

	*skip = n;
	if (!s[n])
		return n;
	while (line && s[line] != '\n')
		line--;
	if (!line)
		return n;
	*skip = line + 1;
	return line;
}

static const char *
clip(struct arena *a, const char *s, int most, const struct write_rule *rules)
{
	size_t n = fit(s, most, rules);

	if (!s[n])
		return write_replaced(a, s, n, rules);
	n = fit(s, most - 1, rules);
	return arena_printf(a, "%s" ELLIPSIS, write_replaced(a, s, n, rules));
}

const char *
write_text(struct arena *a, const char *s, int most,
	const struct write_rule *rules)
{
	return clip(a, clean(a, s, true), most, rules);
}

const char *
write_line(struct arena *a, const char *s, int most,
	const struct write_rule *rules)
{
	return clip(a, clean(a, s, false), most, rules);
}

/* ---- requests ------------------------------------------------------ */

void
write_header(struct arena *a, struct request *out, const char *name,
	const char *value)
{
	struct http_header *list = (struct http_header *)out->http.headers;

	if (!list)
		out->http.headers = list = arena_alloc(a,
			HEADERS * sizeof(*list));
	if (out->http.n_headers < HEADERS)
		list[out->http.n_headers++] = (struct http_header){name, value};
}

void
write_secret(struct arena *a, struct request *out, const char *word,
	const char *secret)
{
	write_header(a, out, "Authorization",
		arena_printf(a, "%s%s", word, secret));
}

void
write_request(const struct channel *c, const char *method, const char *url,
	struct request *out)
{
	out->http.method = method;
	out->http.url = url;
	out->http.ca_file = c->text[CH_CA_FILE];
	out->http.plain = c->plain;
}

void
write_body(struct arena *a, struct str *json, const char *type,
	struct request *out)
{
	out->http.body_len = json->len;
	out->http.body = arena_text(a, str_get(json), json->len);
	str_release(json);
	if (type)
		write_header(a, out, "Content-Type", type);
}

void
write_post(const struct channel *c, struct arena *a, struct str *json,
	struct request *out)
{
	write_request(c, "POST", c->text[CH_URL], out);
	write_body(a, json, "application/json", out);
}

/* ---- what all news have -------------------------------------------- */

const char *
write_foot(struct arena *a, const struct news *n)
{
	return arena_printf(a, "%s%s%s%s", n->id, *n->hash ? ", log " : "",
		n->hash, n->repeat ? ", may be a repeat" : "");
}

const char *
write_key(struct arena *a, const struct news *n, const char *id)
{
	struct str out = {0};
	const char *key;
	size_t from;

	str_add(&out, id);
	if (*n->hash)
		str_addc(&out, '-');
	from = out.len;
	for (const char *s = n->hash; *s && out.len < from + KEY_DIGITS; s++)
		if (*s != ' ')
			str_addc(&out, *s);
	key = arena_dup(a, str_get(&out));
	str_release(&out);
	return key;
}

const char *
write_head(struct arena *a, const struct news *n, int most,
	const struct write_rule *rules)
{
	const char *head = write_line(a, n->headline, most, rules);

	return *head ? head : write_line(a, n->inc, most, rules);
}

const char *
write_bridge(const struct news *n)
{
	bool link = str_starts(n->bridge, "https://") ||
		str_starts(n->bridge, "http://");

	if (n->kind == NEWS_CUSTOMERS || n->kind == NEWS_STOP)
		return "";
	return link && !strstr(n->text, n->bridge) ? n->bridge : "";
}
