/*
 * Microsoft Teams: an Adaptive Card to a workflow.
 *
 * All text stands in text runs, which know neither Markdown nor mentions.
 * Behind the 202 nobody tells us of a card that is too large, so it is kept
 * far below what is said to be the limit.
 */
#include "relay/adapters.h"

#include "base/json_write.h"
#include "relay/write.h"

#include <string.h>

#define CARD_MOST 12000   /* bytes of the whole request */
#define LINES_MOST 60
#define LINE_MOST 1000
#define HEAD_MOST 300

static void
put_run(struct str *out, const char *text, const char *style,
	const char *spacing)
{
	json_write_next(out);
	str_addf(out, "{\"type\":\"RichTextBlock\",\"spacing\":\"%s\","
		"\"inlines\":[{\"type\":\"TextRun\",\"text\":", spacing);
	json_write_text(out, text);
	str_addf(out, "%s}]}", style);
}

/* A block a line, since not every client breaks lines within a run. */
static void
put_lines(struct str *out, const char *text, struct arena *a)
{
	const char *spacing = "Medium";

	for (int i = 0; *text && i < LINES_MOST; i++) {
		size_t n = strcspn(text, "\n");

		if (i == LINES_MOST - 1)
			n = strlen(text);
		if (n)
			put_run(out, write_line(a, arena_dupn(a, text, n),
				CARD_MOST, NULL), "", spacing);
		spacing = n ? "None" : "Medium";
		text += n + (text[n] == '\n');
	}
}

static void
put_action(struct str *out, const struct news *n, struct arena *a)
{
	if (!str_starts(n->bridge, "https://") || n->kind == NEWS_CUSTOMERS ||
	    n->kind == NEWS_STOP)
		return;
	json_write_key(out, "actions");
	str_add(out, "[{");
	json_put_text(out, "type", "Action.OpenUrl");
	json_put_text(out, "title", "Join the bridge");
	json_put_text(out, "url", write_line(a, n->bridge, LINE_MOST, NULL));
	str_add(out, "}]");
}

static void
put_card(struct str *out, const struct news *n, struct arena *a, int most)
{
	str_add(out, "{\"type\":\"message\",\"attachments\":[{"
		"\"contentType\":\"application/vnd.microsoft.card.adaptive\","
		"\"contentUrl\":null,\"content\":{\"$schema\":"
		"\"http://adaptivecards.io/schemas/adaptive-card.json\","
		"\"type\":\"AdaptiveCard\",\"version\":\"1.2\",\"body\":[");
	put_run(out, write_head(a, n, HEAD_MOST, NULL),
		",\"weight\":\"Bolder\",\"size\":\"Medium\"", "None");
	put_lines(out, write_text(a, n->text, most, NULL), a);
	put_run(out, write_line(a, write_foot(a, n), HEAD_MOST, NULL),
		",\"isSubtle\":true,\"size\":\"Small\"", "Medium");
	str_addc(out, ']');
	put_action(out, n, a);
	str_add(out, "}}]}");
}

bool
teams_build(const struct channel *c, const struct news *n, struct arena *a,
	struct request *out, struct err *err)
{
	int most = c->adapter->chars;
	struct str body = {0};

	(void)err;
	put_card(&body, n, a, most);
	while (body.len > CARD_MOST && most > 1) {
		most = most * 3 / 4;
		str_cut(&body, 0);
		put_card(&body, n, a, most);
	}
	write_post(c, a, &body, out);
	return true;
}
