/* Slack, and what speaks its dialect. */
#include "relay/adapters.h"

#include "base/json_write.h"
#include "relay/write.h"

#include <string.h>

#define HEAD_MOST 150  /* characters of a header block */
#define TEXT_MOST 3000 /* of a section's text */

/* In this order and nothing else; what else marks up is harmless. */
static const struct write_escape slack_escapes[] = {
	{'&', "&amp;"}, {'<', "&lt;"}, {'>', "&gt;"}, {0, NULL},
};

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

/* Bridge and where it comes from, small. */
static void
put_context(struct str *out, const struct news *n, struct arena *a)
{
	const char *foot = write_escape(a, write_foot(a, n), slack_escapes);

	json_write_next(out);
	str_add(out, "{\"type\":\"context\",\"elements\":[");
	str_add(out, "{\"type\":\"mrkdwn\",\"text\":");
	json_write_text(out, arena_printf(a, "%s%s%s", *n->bridge ? "Bridge: " :
		"", *n->bridge ? write_escape(a, write_clip(a, n->bridge, 1000),
		slack_escapes) : "", *n->bridge ? " " : ""));
	str_add(out, "},{\"type\":\"mrkdwn\",\"text\":");
	json_write_text(out, foot);
	str_add(out, "}]}");
}

bool
slack_build(const struct channel *c, const struct news *n, struct arena *a,
	struct request *out, struct err *err)
{
	const char *head = write_clip(a, n->headline, HEAD_MOST);
	const char *text = write_escape(a, write_clip(a, n->text, TEXT_MOST),
		slack_escapes);
	struct str body = {0};

	(void)err;
	str_addc(&body, '{');
	json_put_text(&body, "text", write_escape(a, head, slack_escapes));
	json_write_key(&body, "blocks");
	str_addc(&body, '[');
	put_block(&body, "header", "plain_text", head);
	if (*text)
		put_block(&body, "section", "mrkdwn", write_clip(a, text,
			TEXT_MOST));
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
	const struct http_answer *h = r->http;

	verdict_of(c, r, a, out);
	if (out->class != SENT_DELIVERED || !strcmp(h->body, "ok"))
		return;
	out->class = SENT_MAYBE;
	out->why = "the answer is not the one of Slack";
}
