/*
 * Heads.  What this program writes has one form, scanned by hand; any other
 * spelling of the same members goes through the JSON parser.
 */
#include "base/mem.h"
#include "model/event.h"
#include "model/event_json.h"

#include <cJSON.h>
#include <limits.h>
#include <string.h>

#define ISO_LEN 24 /* bytes of "2026-11-22T14:31:19.123Z" */
#define HEX_LEN (ID_HEX - 1)

/* A piece of the head. */
struct piece {
	const char *s;
	size_t len;
};

/* Moves *@p behind @word when it stands there. */
static bool
scan_word(const char **p, const char *word)
{
	size_t n = strlen(word);

	if (strncmp(*p, word, n) != 0)
		return false;
	*p += n;
	return true;
}

static bool
scan_int(const char **p, int64_t max, int64_t *out)
{
	const char *s = *p;
	int64_t v = 0;

	if (*s < '1' || *s > '9')
		return false;
	for (; *s >= '0' && *s <= '9'; s++) {
		v = v * 10 + (*s - '0');
		if (v > max)
			return false;
	}
	*p = s;
	*out = v;
	return true;
}

/* A string without escapes, up to and with its closing quote. */
static bool
scan_text(const char **p, struct piece *out)
{
	out->s = *p;
	out->len = strcspn(*p, "\"\\");
	*p += out->len;
	return scan_word(p, "\"");
}

static bool
scan_iso(const char **p, when_ms *out)
{
	struct piece text;
	char buf[ISO_LEN + 1];

	if (!scan_text(p, &text) || text.len != ISO_LEN)
		return false;
	memcpy(buf, text.s, ISO_LEN);
	buf[ISO_LEN] = '\0';
	return when_parse_iso(buf, out);
}

static bool
scan_id(const char **p, struct id *out)
{
	struct piece text;
	char buf[ID_HEX];

	if (!scan_text(p, &text) || text.len != HEX_LEN)
		return false;
	memcpy(buf, text.s, HEX_LEN);
	buf[HEX_LEN] = '\0';
	return id_parse(buf, out);
}

/* Numbers, id and times: all before the texts. */
static bool
scan_place(const char **p, struct event *e)
{
	int64_t v;
	int64_t incident;
	int64_t n;

	if (!scan_word(p, "{\"v\":") || !scan_int(p, INT_MAX, &v) ||
	    !scan_word(p, ",\"incident\":") ||
	    !scan_int(p, UINT32_MAX, &incident) ||
	    !scan_word(p, ",\"n\":") || !scan_int(p, UINT32_MAX, &n) ||
	    !scan_word(p, ",\"id\":\"") || !scan_id(p, &e->id) ||
	    !scan_word(p, ",\"at\":\"") || !scan_iso(p, &e->at))
		return false;
	if (scan_word(p, ",\"happened\":\"") && !scan_iso(p, &e->happened))
		return false;
	e->version = (int)v;
	e->incident = (uint32_t)incident;
	e->n = (uint32_t)n;
	return true;
}

static bool
scan_head(struct arena *a, const char *p, struct event *e, const char **kind)
{
	struct event got = *e;
	struct piece by;
	struct piece via;
	struct piece name;

	if (!scan_place(&p, &got) || !scan_word(&p, ",\"by\":\"") ||
	    !scan_text(&p, &by) || !scan_word(&p, ",\"via\":\"") ||
	    !scan_text(&p, &via) || !scan_word(&p, ",\"kind\":\"") ||
	    !scan_text(&p, &name) || strcmp(p, "}") != 0)
		return false;
	got.by = arena_dupn(a, by.s, by.len);
	got.via = arena_dupn(a, via.s, via.len);
	*kind = arena_dupn(a, name.s, name.len);
	*e = got;
	return true;
}

/* ---- any other spelling -------------------------------------------- */

static bool
parse_u32(const struct cJSON *item, uint32_t *out)
{
	int64_t v;

	if (!json_int(item, &v) || v < 0 || v > UINT32_MAX)
		return false;
	*out = (uint32_t)v;
	return true;
}

static bool
parse_version(const struct cJSON *item, int *out)
{
	int64_t v;

	if (!json_int(item, &v) || v < 1 || v > INT_MAX)
		return false;
	*out = (int)v;
	return true;
}

/* Bases are set before, so that a text that cannot be read stays "". */
static bool
parse_name(struct arena *a, const struct cJSON *item, const char **out)
{
	const char *s;

	if (!json_text(a, item, &s))
		return false;
	*out = s;
	return true;
}

static bool
parse_members(struct arena *a, const struct cJSON *tree, struct event *e,
	const char **kind)
{
	const cJSON *id = json_member(tree, "id");
	const cJSON *happened = json_member(tree, "happened");
	bool ok = true;

	ok &= parse_version(json_member(tree, "v"), &e->version);
	ok &= parse_u32(json_member(tree, "incident"), &e->incident);
	ok &= parse_u32(json_member(tree, "n"), &e->n);
	ok &= cJSON_IsString(id) && id_parse(id->valuestring, &e->id);
	ok &= json_time(json_member(tree, "at"), &e->at);
	ok &= !happened || json_time(happened, &e->happened);
	ok &= parse_name(a, json_member(tree, "by"), &e->by);
	ok &= parse_name(a, json_member(tree, "via"), &e->via);
	ok &= parse_name(a, json_member(tree, "kind"), kind);
	return ok;
}

bool
event_read_head(struct arena *a, const char *head, struct event *e,
	const char **kind)
{
	struct cJSON *tree;
	bool ok;

	if (scan_head(a, head, e, kind))
		return true;
	tree = json_open(head);
	ok = tree && parse_members(a, tree, e, kind);
	json_close(tree);
	return ok;
}
