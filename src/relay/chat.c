/* Slack, and what speaks its dialect: Mattermost, Rocket.Chat, Discord. */
#include "relay/adapters.h"

#include "base/json_write.h"
#include "base/tree.h"
#include "relay/write.h"

#include <string.h>

#define HEAD_MOST 150     /* of a header block */
#define PART_MOST 3000    /* of a section's text */
#define PARTS_MOST 3      /* sections: all blocks stay under 13,000 */
#define LINE_MOST 1000

#define SMALL "abcdefghijklmnopqrstuvwxyz"
#define LARGE "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
#define DIGITS "0123456789"

/* In this order and nothing else; what else marks up is harmless. */
static const struct write_rule slack_rules[] = {
	{"&", "&amp;"}, {"<", "&lt;"}, {">", "&gt;"}, {NULL, NULL},
};

/* A header is plain text, whose escapes not every client reads. */
static const struct write_rule slack_head[] = {
	{"<", "<" NO_MENTION}, {NULL, NULL},
};

/*
 * The person a page is for, as the chat mentions people: the only mention
 * that is live, made of an address of the config alone.
 */
static const char *
mention(const struct news *n, struct arena *a, const char *before,
	const char *letters, const char *after)
{
	const char *who = n->address;

	if (n->kind != NEWS_PAGE && n->kind != NEWS_STOP &&
	    n->kind != NEWS_REMINDER)
		return "";
	who += *who == '@';
	if (!*who || who[strspn(who, letters)])
		return "";
	return arena_printf(a, "%s%s%s ", before, who, after);
}

/* ---- Slack --------------------------------------------------------- */

static void
put_block(struct str *out, const char *type, const char *kind, const char *s)
{
	json_write_next(out);
	str_addc(out, '{');
	json_put_text(out, "type", type);
	json_write_key(out, "text");
	str_addc(out, '{');
	json_put_text(out, "type", kind);
	json_put_text(out, "text", s);
	str_add(out, "}}");
}

/* In sections that end at a line's end; the last one is cut. */
static void
put_sections(struct str *out, const char *first, const char *text,
	struct arena *a)
{
	int most = PART_MOST - write_units(first);
	size_t skip;

	text = write_text(a, text, PART_MOST * PARTS_MOST, NULL);
	for (int i = 1; *text || *first; i++) {
		size_t n = write_part(text, most, slack_rules, &skip);
		const char *part = i < PARTS_MOST ? write_replaced(a, text, n,
			slack_rules) : write_text(a, text, most, slack_rules);

		put_block(out, "section", "mrkdwn",
			arena_printf(a, "%s%s", first, part));
		if (i == PARTS_MOST)
			break;
		text += skip;
		first = "";
		most = PART_MOST;
	}
}

/* Where to meet, unless the text says so, and where it comes from: small. */
static void
put_context(struct str *out, const struct news *n, struct arena *a)
{
	const char *bridge = write_line(a, write_bridge(n), LINE_MOST,
		slack_rules);

	json_write_next(out);
	str_add(out, "{\"type\":\"context\",\"elements\":"
		"[{\"type\":\"mrkdwn\",\"text\":");
	json_write_text(out, arena_printf(a, "%s%s%s%s", *bridge ? "Bridge: " :
		"", bridge, *bridge ? " \xc2\xb7 " : "", write_line(a,
		write_foot(a, n), LINE_MOST, slack_rules)));
	str_add(out, "}]}");
}

bool
slack_build(const struct channel *c, const struct news *n, struct arena *a,
	struct request *out, struct err *err)
{
	const char *who = mention(n, a, "<@", LARGE DIGITS, ">");
	const char *head = write_head(a, n, HEAD_MOST, slack_head);
	const char *line = write_head(a, n, LINE_MOST, slack_rules);
	bool cut = strcmp(head, write_head(a, n, LINE_MOST,
		slack_head)) != 0;
	struct str body = {0};

	(void)err;
	str_addc(&body, '{');
	json_put_text(&body, "text", arena_printf(a, "%s%s", who, line));
	json_write_key(&body, "blocks");
	str_addc(&body, '[');
	put_block(&body, "header", "plain_text", head);
	put_sections(&body, cut ? arena_printf(a, "%s*%s*\n", who, line) : who,
		n->text, a);
	put_context(&body, n, a);
	str_add(&body, "]}");
	write_post(c, a, &body, out);
	return true;
}

/* 200 with another body than "ok" is no delivery. */
void
slack_classify(const struct channel *c, const struct reply *r,
	struct arena *a, struct verdict *out)
{
	const char *body = r->http->body;

	verdict_of(c, r, a, out);
	if (out->class != SENT_DELIVERED || (str_starts(body, "ok") &&
	    !body[2 + strspn(body + 2, " \r\n")]))
		return;
	out->class = SENT_MAYBE;
	out->why = arena_printf(a, "%d, and not the answer of %s",
		r->http->status, c->adapter->name);
}

/* ---- chats that read Markdown -------------------------------------- */

/* Head, text, bridge and foot as one text of at most @most units. */
static const char *
markdown(const struct news *n, struct arena *a, const char *mark,
	const char *end, const char *who, int most)
{
	const char *head = write_head(a, n, 300, write_markdown);
	const char *bridge = write_line(a, write_bridge(n), LINE_MOST,
		write_markdown);
	const char *before = arena_printf(a, "%s%s%s\n%s", mark, head, end,
		who);
	const char *after = arena_printf(a, "%s%s\n%s", *bridge ? "\nBridge: " :
		"", bridge, write_line(a, write_foot(a, n), LINE_MOST,
		write_markdown));
	const char *text = write_text(a, n->text, most - write_units(before) -
		write_units(after), write_markdown);

	return arena_printf(a, "%s%s%s", before, text, after);
}

bool
mattermost_build(const struct channel *c, const struct news *n,
	struct arena *a, struct request *out, struct err *err)
{
	const char *who = mention(n, a, "@", SMALL DIGITS "._-", "");
	struct str body = {0};

	(void)err;
	str_addc(&body, '{');
	json_put_text(&body, "text", markdown(n, a, "#### ", "", who,
		c->adapter->chars));
	if (n->severity == 1 && !n->under_control && !n->closed)
		str_add(&body, ",\"priority\":{\"priority\":\"urgent\"}");
	str_addc(&body, '}');
	write_post(c, a, &body, out);
	return true;
}

bool
rocketchat_build(const struct channel *c, const struct news *n,
	struct arena *a, struct request *out, struct err *err)
{
	const char *who = mention(n, a, "@", SMALL LARGE DIGITS "._-", "");
	struct str body = {0};

	(void)err;
	str_addc(&body, '{');
	json_put_text(&body, "text", markdown(n, a, "*", "*", who,
		c->adapter->chars));
	str_addc(&body, '}');
	write_post(c, a, &body, out);
	return true;
}

/* 200 with success:false is no delivery. */
void
rocketchat_classify(const struct channel *c, const struct reply *r,
	struct arena *a, struct verdict *out)
{
	struct tree *t = tree_read(r->http->body, r->http->len);
	const struct tree_node *root = tree_root(t);

	verdict_of(c, r, a, out);
	if (out->class == SENT_DELIVERED && !tree_bool(root, "success", false)) {
		bool said = tree_get(root, "success") != NULL;

		out->class = said ? SENT_MESSAGE : SENT_MAYBE;
		out->why = said ? write_line(a, tree_text(root, "error",
			"success: false"), 200, NULL) :
			"200, and not the answer of rocketchat";
	}
	tree_free(t);
}

/*
 * The webhook's own url, as Discord shows it; behind it begins what speaks
 * Slack's dialect, and answers only when the message is saved.
 */
static const char *
discord_url(const char *url, struct arena *a)
{
	size_t path = strcspn(url, "?#"), end = path;

	while (end && url[end - 1] == '/')
		end--;
	if (end >= 6 && !strncmp(url + end - 6, "/slack", 6))
		return url;
	return arena_printf(a, "%s/slack%s", arena_dupn(a, url, end),
		url + path);
}

bool
discord_build(const struct channel *c, const struct news *n, struct arena *a,
	struct request *out, struct err *err)
{
	const char *who = mention(n, a, "<@", DIGITS, ">");
	struct str body = {0};

	(void)err;
	str_addc(&body, '{');
	json_put_text(&body, "username", "fireground");
	json_put_text(&body, "text", markdown(n, a, "**", "**", who,
		c->adapter->chars));
	str_addc(&body, '}');
	write_post(c, a, &body, out);
	out->http.url = discord_url(c->text[CH_URL], a);
	return true;
}
