#include "relay/write.h"

#include "base/text.h"

#include <string.h>

#define HEADERS 8

/* Whether the character at @s may be written to somebody else's screen. */
static bool
harmless(const char *s, size_t n, uint32_t cp)
{
	return text_valid(s, n) && (cp == '\n' || (cp >= 0x20 && cp != 0x7f &&
		!(cp >= 0x80 && cp < 0xa0)));
}

const char *
write_clip(struct arena *a, const char *s, int most)
{
	struct str out = {0};
	size_t n = strlen(s), before = 0;
	const char *text;
	uint32_t cp;
	int count = 0;

	for (size_t at = 0, step; at < n; at += step) {
		step = text_decode(s + at, n - at, &cp);
		if (!step)
			step = 1;
		if (count == most) {
			str_cut(&out, before);
			str_add(&out, "\xe2\x80\xa6");
			break;
		}
		if (++count == most)
			before = out.len;
		if (harmless(s + at, step, cp))
			str_addn(&out, s + at, step);
		else
			str_addc(&out, ' ');
	}
	text = arena_dup(a, str_get(&out));
	str_release(&out);
	return text;
}

const char *
write_escape(struct arena *a, const char *s, const struct write_escape *table)
{
	struct str out = {0};
	const char *text;

	for (; *s; s++) {
		const struct write_escape *e = table;

		while (e->from && e->from != *s)
			e++;
		if (e->from)
			str_add(&out, e->to);
		else
			str_addc(&out, *s);
	}
	text = arena_dup(a, str_get(&out));
	str_release(&out);
	return text;
}

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
write_post(const struct channel *c, struct arena *a, struct str *json,
	struct request *out)
{
	out->http.method = "POST";
	out->http.url = c->text[CH_URL];
	out->http.ca_file = c->text[CH_CA_FILE];
	out->http.body_len = json->len;
	out->http.body = arena_text(a, str_get(json), json->len);
	str_release(json);
	write_header(a, out, "Content-Type", "application/json");
}

const char *
write_foot(struct arena *a, const struct news *n)
{
	return arena_printf(a, "%s%s%s%s", n->id, *n->hash ? ", log " : "",
		n->hash, n->repeat ? ", may be a repeat" : "");
}
