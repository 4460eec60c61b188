/*
 * What an answer means.  One question decides: can the other side have it?
 * (RFC 9110 section 15, RFC 5321 section 4.2, sysexits(3).)
 */
#include "relay/adapters.h"

#include "base/mem.h"
#include "base/text.h"
#include "base/tree.h"

#include <string.h>

#define EX_DATAERR 65
#define EX_TEMPFAIL 75
#define WAIT_MOST 1e9 /* ms; more is no answer */
#define SAID 200 /* bytes of what the other side said that are shown */

static const struct {
	int status;
	enum outcome_class class;
} rows[] = {
	{408, SENT_LATER}, {420, SENT_LATER}, {425, SENT_LATER},
	{429, SENT_LATER}, {503, SENT_LATER},
	{400, SENT_MESSAGE}, {413, SENT_MESSAGE}, {415, SENT_MESSAGE},
	{422, SENT_MESSAGE},
};

static enum outcome_class
http_class(int status)
{
	if (status >= 200 && status < 300)
		return SENT_DELIVERED;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		if (rows[i].status == status)
			return rows[i].class;
	return status >= 500 ? SENT_MAYBE : SENT_CHANNEL;
}

/* 530 and 535: who we are is not believed; other 5xx are about this mail. */
static enum outcome_class
mail_class(int status)
{
	if (status >= 200 && status < 300)
		return SENT_DELIVERED;
	if (status >= 400 && status < 500)
		return SENT_LATER;
	return status == 530 || (status >= 534 && status <= 538) ?
		SENT_CHANNEL : SENT_MESSAGE;
}

static enum outcome_class
exit_class(int code)
{
	switch (code) {
	case 0:
		return SENT_DELIVERED;
	case EX_TEMPFAIL:
		return SENT_LATER;
	case EX_DATAERR:
		return SENT_MESSAGE;
	case -1:
		return SENT_MAYBE;
	default:
		return SENT_CHANNEL;
	}
}

/* The first line of what the other side said, harmless and short. */
static const char *
said(struct arena *a, const char *body)
{
	const char *line = arena_dupn(a, body, strcspn(body, "\r\n"));

	return text_safe(a, arena_dupn(a, line, SAID), false);
}

/*
 * What the other side said: the sentence of a JSON answer, else its first
 * line.  Those that say it all in their list of errors are asked there first.
 */
static const char *
explained(struct arena *a, const struct http_answer *h)
{
	struct tree *t = tree_read(h->body, h->len);
	const struct tree_node *root = tree_root(t);
	const struct tree_node *error = tree_get(root, "error");
	const char *text = tree_string(tree_first(tree_get(root, "errors")));

	if (!*text)
		text = tree_text(error, "message", tree_string(error));
	if (!*text)
		text = tree_text(root, "message", tree_text(root, "detail",
			""));
	text = said(a, *text ? text : h->body);
	tree_free(t);
	return text;
}

/* How long to wait, where it is said in the body: Discord, Slack, Matrix. */
static int64_t
asked_in(const struct http_answer *h)
{
	struct tree *t = h->status == 429 ? tree_read(h->body, h->len) : NULL;
	const struct tree_node *root = tree_root(t);
	double s = tree_number(root, "retry_after", 0);
	double ms = tree_number(root, "retry_after_ms", s * 1000);

	tree_free(t);
	return ms > 0 && ms < WAIT_MOST ? (int64_t)ms + 1 : 0;
}

static void
read_http(const struct channel *c, const struct http_answer *h,
	struct arena *a, struct verdict *out)
{
	bool mail = c->text[CH_URL] && !strncmp(c->text[CH_URL], "smtp", 4);

	if (h->fate == HTTP_ANSWERED) {
		out->class = mail ? mail_class(h->status) :
			http_class(h->status);
		out->wait_ms = h->retry_ms ? h->retry_ms : h->reset_ms;
		if (!out->wait_ms)
			out->wait_ms = asked_in(h);
		if (out->class != SENT_DELIVERED)
			out->why = arena_printf(a, "%d%s%s", h->status,
				*h->body ? " " : "", explained(a, h));
		return;
	}
	out->class = h->fate == HTTP_UNSENT ? SENT_LATER :
		h->fate == HTTP_MAYBE ? SENT_MAYBE : SENT_CHANNEL;
	out->why = said(a, h->why);
}

void
verdict_of(const struct channel *c, const struct reply *r, struct arena *a,
	struct verdict *out)
{
	*out = (struct verdict){.why = "", .remote = ""};
	if (!r->program) {
		read_http(c, r->http, a, out);
		return;
	}
	out->class = exit_class(r->exit);
	if (out->class != SENT_DELIVERED)
		out->why = arena_printf(a, "the program ended with %d%s%s",
			r->exit, *r->said ? ": " : "", said(a, r->said));
}

void
verdict_named(const struct channel *c, const struct reply *r,
	const char *member, struct arena *a, struct verdict *out)
{
	struct tree *t;

	verdict_of(c, r, a, out);
	if (out->class != SENT_DELIVERED)
		return;
	t = tree_read(r->http->body, r->http->len);
	out->remote = text_safe(a, arena_dup(a, tree_text(tree_root(t), member,
		"")), false);
	tree_free(t);
}
