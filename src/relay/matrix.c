/*
 * Matrix: a message into a room, by the client-server API (v1.10).
 *
 * The server folds sends of one transaction id, so a repeat arrives once.
 */
#include "relay/adapters.h"

#include "base/json_write.h"
#include "relay/write.h"

#include <string.h>

#define HEAD_MOST 300
#define LINE_MOST 1000

/* Old clients find mentions in the text itself. */
static const struct write_rule rules[] = {
	{"@", "@" NO_MENTION}, {NULL, NULL},
};

bool
matrix_check(const struct channel *c, const char **option, struct err *err)
{
	const char *room = c->text[CH_ROOM];

	*option = "room";
	if (!room || (*room == '!' && !strpbrk(room, " \t\r\n/")))
		return true;
	return err_set(err, ERR_USAGE, "room '%.80s': write the room's id,"
		" which begins with ! (in Element: room settings, Advanced)",
		room);
}

static const char *
percent(struct arena *a, const char *s)
{
	struct str out = {0};
	const char *text;

	for (; *s; s++)
		if (strchr("-._~", *s) || (*s >= '0' && *s <= '9') ||
		    (*s >= 'a' && *s <= 'z') || (*s >= 'A' && *s <= 'Z'))
			str_addc(&out, *s);
		else
			str_addf(&out, "%%%02X", (unsigned)(unsigned char)*s);
	text = arena_dup(a, str_get(&out));
	str_release(&out);
	return text;
}

static const char *
url(const struct channel *c, const struct news *n, struct arena *a)
{
	const char *base = c->text[CH_URL];
	size_t len = strlen(base);

	while (len && base[len - 1] == '/')
		len--;
	return arena_printf(a, "%s/_matrix/client/v3/rooms/%s/send/"
		"m.room.message/%s", arena_dupn(a, base, len),
		percent(a, c->text[CH_ROOM]), write_key(a, n, n->id));
}

/* Nobody is mentioned but who is paged, by an address of the config. */
static void
put_mentions(struct str *out, const struct news *n, struct arena *a)
{
	bool one = *n->address == '@' && strchr(n->address, ':') &&
		(n->kind == NEWS_PAGE || n->kind == NEWS_STOP ||
		 n->kind == NEWS_REMINDER);

	json_write_key(out, "m.mentions");
	str_addc(out, '{');
	if (one) {
		str_add(out, "\"user_ids\":[");
		json_write_text(out, write_line(a, n->address, LINE_MOST,
			NULL));
		str_addc(out, ']');
	}
	str_addc(out, '}');
}

bool
matrix_build(const struct channel *c, const struct news *n, struct arena *a,
	struct request *out, struct err *err)
{
	const char *text = write_text(a, n->text, c->adapter->chars, rules);
	const char *bridge = write_line(a, write_bridge(n), LINE_MOST, rules);
	struct str body = {0};

	(void)err;
	str_addc(&body, '{');
	json_put_text(&body, "msgtype", "m.text");
	json_put_text(&body, "body", arena_printf(a, "%s%s%s%s%s\n%s",
		write_head(a, n, HEAD_MOST, rules),
		*text ? "\n" : "", text, *bridge ? "\nBridge: " : "", bridge,
		write_line(a, write_foot(a, n), LINE_MOST, rules)));
	put_mentions(&body, n, a);
	str_addc(&body, '}');
	write_request(c, "PUT", url(c, n, a), out);
	write_body(a, &body, "application/json", out);
	write_secret(a, out, "Bearer ", c->text[CH_TOKEN]);
	return true;
}

void
matrix_classify(const struct channel *c, const struct reply *r,
	struct arena *a, struct verdict *out)
{
	verdict_named(c, r, "event_id", a, out);
}
