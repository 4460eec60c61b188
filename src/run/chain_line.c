/*
 * An export line: {"head":HEAD,"salt":"<hex>","data":DATA,"hash":"<hex>"}
 * with HEAD and DATA byte for byte as the log has them; DATA is null when the
 * entry was erased.  Read strictly: it is this form or it is none.
 */
#include "run/chain.h"

#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"
#include "model/event.h"

#include <string.h>

void
chain_line(const struct store_record *r, struct str *out)
{
	char salt[ID_HEX], hash[HASH_HEX];

	str_add(out, "{\"head\":");
	str_addn(out, r->head, r->head_len);
	str_addf(out, ",\"salt\":\"%s\",\"data\":", id_hex(&r->salt, salt));
	if (r->data_len)
		str_addn(out, r->data, r->data_len);
	else
		str_add(out, "null");
	str_addf(out, ",\"hash\":\"%s\"}\n", hash_hex(&r->hash, hash));
}

/* The bytes of the object that begins at @s; 0 when it does not end. */
static size_t
object_length(const char *s)
{
	int depth = 0;
	bool quoted = false;

	for (const char *p = s; *p; p++) {
		if (quoted) {
			if (*p == '\\' && p[1])
				p++;
			else if (*p == '"')
				quoted = false;
		} else if (*p == '"') {
			quoted = true;
		} else if (*p == '{' || *p == '[') {
			depth++;
		} else if ((*p == '}' || *p == ']') && --depth == 0) {
			return (size_t)(p - s) + 1;
		}
	}
	return 0;
}

/* Takes @words at *@at, or nothing. */
static bool
take(char **at, const char *words)
{
	if (!str_starts(*at, words))
		return false;
	*at += strlen(words);
	return true;
}

static bool
take_object(char **at, const char **text, size_t *len)
{
	*text = *at;
	*len = **at == '{' ? object_length(*at) : 0;
	*at += *len;
	return *len != 0;
}

/* Cuts @n hex digits out of the line; "" when it is too short. */
static const char *
take_hex(char **at, size_t n)
{
	char *hex = *at;

	if (strlen(hex) <= n || hex[n] != '"')
		return "";
	hex[n] = '\0';
	*at += n + 1;
	return hex;
}

static bool
take_parts(char *at, struct store_record *r)
{
	char *comma;

	if (!take(&at, "{\"head\":") ||
	    !take_object(&at, &r->head, &r->head_len))
		return false;
	comma = at;
	if (!take(&at, ",\"salt\":\"") ||
	    !id_parse(take_hex(&at, ID_HEX - 1), &r->salt) ||
	    !take(&at, ",\"data\":"))
		return false;
	*comma = '\0';
	if (take(&at, "null")) {
		r->data = "";
		r->data_len = 0;
	} else if (!take_object(&at, &r->data, &r->data_len)) {
		return false;
	}
	comma = at;
	if (!take(&at, ",\"hash\":\"") ||
	    !hash_parse(take_hex(&at, HASH_HEX - 1), &r->hash))
		return false;
	*comma = '\0';
	return !strcmp(at, "}");
}

bool
chain_line_read(char *line, struct store_record *out, struct err *err)
{
	struct arena *a;
	struct event ev;

	memset(out, 0, sizeof(*out));
	if (!text_valid(line, strlen(line)))
		return err_set(err, ERR_USAGE, "this line is no UTF-8 text");
	if (!take_parts(line, out))
		return err_set(err, ERR_USAGE, "this is no line of an export:"
			" {\"head\":...,\"salt\":\"...\",\"data\":...,"
			"\"hash\":\"...\"}");
	if (out->head_len + out->data_len > STORE_EVENT_MAX)
		return err_set(err, ERR_USAGE, "this entry has %zu bytes, an"
			" entry has at most %d",
			out->head_len + out->data_len, STORE_EVENT_MAX);
	a = arena_new(1024);
	event_read(a, out->head, out->data, &ev);
	out->incident = ev.incident;
	out->n = ev.n;
	out->id = ev.id;
	arena_free(a);
	if (!out->n || !out->incident)
		return err_set(err, ERR_USAGE, "the head of this entry does"
			" not say where it belongs");
	return true;
}

/* ---- a whole export ------------------------------------------------------ */

static bool
add_line(struct chains *all, struct arena *a, char *line, struct err *err)
{
	struct store_record r;
	struct chain *c;

	if (!chain_line_read(line, &r, err))
		return false;
	c = chains_get(all, a, r.incident);
	if (r.n != c->n + 1)
		return err_set(err, ERR_USAGE, "entry %u of INC-%u stands"
			" where entry %u has its place", (unsigned)r.n,
			(unsigned)r.incident, (unsigned)c->n + 1);
	chain_add(c, &r);
	return true;
}

bool
chains_parse(const char *name, char *text, struct arena *a,
	struct chains *out, struct err *err)
{
	for (int number = 1; *text; number++) {
		size_t n = strcspn(text, "\n");
		char *next = text + n + (text[n] == '\n');

		text[n] = '\0';
		if (n && text[n - 1] == '\r')
			text[n - 1] = '\0';
		if (*text && !add_line(out, a, text, err))
			return err_prefix(err, "%s:%d: ", name, number);
		text = next;
	}
	for (int i = 0; i < out->n; i++)
		if (chain_check(&out->v[i], NULL, NULL, err))
			return err_prefix(err, "%s: ", name);
	return true;
}
