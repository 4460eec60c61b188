/*
 * PagerDuty: Events API v2, and who acknowledged from its REST API.
 *
 * Each page has a key of its own, since an alert of a key that was resolved
 * would be another incident of the same key.  202 means that the event was
 * taken, not that anybody was called.
 */
#include "relay/adapters.h"

#include "base/json_write.h"
#include "base/tree.h"
#include "relay/write.h"

#include <string.h>

#define SUMMARY_MOST 1024
#define LINE_MOST 1000
#define TEXT_MOST 4000
#define EVENTS "https://events.pagerduty.com"

/* "https://events.eu.pagerduty.com", or what stands in for it. */
static const char *
base_url(const struct channel *c, struct arena *a)
{
	const char *url = str_or(c->text[CH_URL], EVENTS);
	size_t n = strlen(url);

	while (n && url[n - 1] == '/')
		n--;
	return arena_dupn(a, url, n);
}

static const char *
rest_url(const struct channel *c, struct arena *a)
{
	static const char events[] = "https://events.";
	const char *url = base_url(c, a);

	return !str_starts(url, events) ? url : arena_printf(a,
		"https://api.%s", url + strlen(events));
}

/* One a page, whatever is said of it; at most 255 characters. */
static const char *
page_key(const struct news *n, struct arena *a)
{
	return arena_printf(a, "fireground-%s", write_key(a, n,
		str_or(n->of, n->id)));
}

static const char *
severity_word(int severity)
{
	static const char *const words[] = {"critical", "error", "warning",
		"info"};

	return words[severity < 1 ? 0 : severity > 4 ? 3 : severity - 1];
}

static void
put_detail(struct str *out, struct arena *a, const char *name, const char *s)
{
	if (*s)
		json_put_text(out, name, write_text(a, s, TEXT_MOST, NULL));
}

static void
put_payload(struct str *out, const struct news *n, struct arena *a)
{
	json_write_key(out, "payload");
	str_addc(out, '{');
	json_put_text(out, "summary", write_head(a, n, SUMMARY_MOST,
		NULL));
	json_put_text(out, "source", "fireground");
	json_put_text(out, "severity", severity_word(n->severity));
	if (n->when != WHEN_NONE)
		json_put_time(out, "timestamp", n->when);
	if (*n->field)
		json_put_text(out, "component", write_line(a, n->field,
			LINE_MOST, NULL));
	json_write_key(out, "custom_details");
	str_addc(out, '{');
	put_detail(out, a, "incident", n->inc);
	put_detail(out, a, "needed", n->need);
	put_detail(out, a, "text", n->text);
	put_detail(out, a, "for", n->who);
	put_detail(out, a, "address", n->address);
	put_detail(out, a, "commander", n->commander);
	put_detail(out, a, "bridge", n->bridge);
	put_detail(out, a, "entry", write_foot(a, n));
	str_add(out, "}}");
}

static void
put_link(struct str *out, const struct news *n, struct arena *a)
{
	if (!str_starts(n->bridge, "https://"))
		return;
	json_write_key(out, "links");
	str_add(out, "[{");
	json_put_text(out, "href", write_line(a, n->bridge, LINE_MOST, NULL));
	json_put_text(out, "text", "Bridge");
	str_add(out, "}]");
}

/* A test is resolved at once: PagerDuty drops that when nothing is open. */
bool
pagerduty_build(const struct channel *c, const struct news *n,
	struct arena *a, struct request *out, struct err *err)
{
	bool page = n->kind == NEWS_PAGE;
	struct str body = {0};

	(void)err;
	str_addc(&body, '{');
	json_put_text(&body, "routing_key", c->text[CH_KEY]);
	json_put_text(&body, "event_action", page ? "trigger" : "resolve");
	json_put_text(&body, "dedup_key", page_key(n, a));
	if (page) {
		put_payload(&body, n, a);
		json_put_text(&body, "client", "fireground");
		put_link(&body, n, a);
	}
	str_addc(&body, '}');
	write_request(c, "POST", arena_printf(a, "%s/v2/enqueue",
		base_url(c, a)), out);
	write_body(a, &body, "application/json", out);
	return true;
}

void
pagerduty_classify(const struct channel *c, const struct reply *r,
	struct arena *a, struct verdict *out)
{
	verdict_named(c, r, "dedup_key", a, out);
}

/* ---- acknowledgement ----------------------------------------------- */

/* Their media type, and by less JSON: a stand-in may know that alone. */
#define REST_TYPE "application/vnd.pagerduty+json;version=2," \
	"application/json;q=0.9"

bool
pagerduty_poll(const struct channel *c, const struct news *n,
	const char *remote, struct arena *a, struct request *out)
{
	const char *key = str_or(remote, page_key(n, a));

	if (!c->text[CH_API_KEY] ||
	    key[strspn(key, "abcdefghijklmnopqrstuvwxyz"
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.")])
		return false;
	write_request(c, "GET", arena_printf(a, "%s/incidents?incident_key=%s"
		"&date_range=all&include%%5B%%5D=acknowledgers",
		rest_url(c, a), key), out);
	write_header(a, out, "Accept", REST_TYPE);
	write_header(a, out, "Content-Type", "application/json");
	write_secret(a, out, "Token token=", c->text[CH_API_KEY]);
	return true;
}

static enum page_standing
standing(const struct tree_node *incident)
{
	const char *status = tree_text(incident, "status", "");

	return str_same(status, "acknowledged") ? PAGE_ACKED :
		str_same(status, "resolved") ? PAGE_RESOLVED :
		str_same(status, "triggered") ? PAGE_TRIGGERED : PAGE_UNKNOWN;
}

/*
 * The incident that counts: one that is not resolved, else the last.  None:
 * what was sent may not be there yet.
 */
static const struct tree_node *
latest(const struct tree_node *root)
{
	const struct tree_node *it = tree_first(tree_get(root, "incidents"));
	const struct tree_node *best = it;

	for (; it; it = tree_next(it))
		if (standing(best) == PAGE_RESOLVED || !best)
			best = it;
	return best;
}

/* Their times end in Z, or in an offset that is zero. */
static when_ms
instant(const struct tree_node *node, const char *member, struct arena *a)
{
	const char *s = tree_text(node, member, "");
	const char *zone = strstr(s, "+00:00");
	when_ms t;

	if (zone)
		s = arena_printf(a, "%.*sZ", (int)(zone - s), s);
	return when_parse_iso(s, &t) ? t : WHEN_NONE;
}

static const char *
name_of(const struct tree_node *who, struct arena *a)
{
	return write_line(a, tree_text(who, "summary",
		tree_text(who, "name", "")), LINE_MOST, NULL);
}

/* The list of acknowledgements is empty once it is resolved. */
static void
fill_who(const struct tree_node *incident, struct arena *a,
	struct page_state *out)
{
	const struct tree_node *ack = tree_first(tree_get(incident,
		"acknowledgements"));

	if (out->standing == PAGE_ACKED && ack) {
		out->who = name_of(tree_get(ack, "acknowledger"), a);
		out->at = instant(ack, "at", a);
	} else if (out->standing != PAGE_TRIGGERED) {
		out->who = name_of(tree_get(incident,
			"last_status_change_by"), a);
		out->at = instant(incident, "last_status_change_at", a);
	}
}

void
pagerduty_polled(const struct channel *c, const struct http_answer *r,
	struct arena *a, struct page_state *out)
{
	struct reply reply = {.http = r, .said = ""};
	const struct tree_node *incident;
	struct verdict v;
	struct tree *t;

	*out = (struct page_state){.who = "", .at = WHEN_NONE, .remote = "",
		.why = ""};
	verdict_of(c, &reply, a, &v);
	if (v.class != SENT_DELIVERED) {
		out->why = v.why;
		return;
	}
	t = tree_read(r->body, r->len);
	incident = latest(tree_root(t));
	if (!tree_get(tree_root(t), "incidents"))
		out->why = "the answer is not the one of PagerDuty";
	if (incident) {
		out->standing = standing(incident);
		out->remote = write_line(a, tree_text(incident, "id", ""),
			LINE_MOST, NULL);
		fill_who(incident, a, out);
	}
	tree_free(t);
}
