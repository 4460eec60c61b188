/*
 * Statuspage: words for customers as an incident of a public page.
 *
 * Nothing leaves but what was written for customers: the name of the incident
 * is their first sentence, not our title.  A post that may have arrived is
 * looked for before it is repeated, by the key in its metadata.
 */
#include "relay/adapters.h"

#include "base/json_write.h"
#include "base/tree.h"
#include "relay/write.h"

#include <string.h>

#define API "https://api.statuspage.io/v1"
#define NAME_MOST 255
#define LOOK_BACK 50  /* incidents that a lost post is looked for in */

#define WORD "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_"

bool
statuspage_check(const struct channel *c, const char **option,
	struct err *err)
{
	const char *page = c->text[CH_PAGE];

	*option = "page";
	if (page && page[strspn(page, WORD)])
		return err_set(err, ERR_USAGE, "page '%.80s': write the page's"
			" id, which the address of its manage page ends in",
			page);
	*option = "components";
	for (int i = 0; i < c->components.n; i++)
		if (c->components.v[i][strspn(c->components.v[i], WORD)])
			return err_set(err, ERR_USAGE, "'%.80s' is no id of a"
				" component: its page shows it under API info",
				c->components.v[i]);
	return true;
}

/* ---- what stands on the page --------------------------------------- */

static const char *
status_word(const struct news *n)
{
	if (n->all_clear || n->closed)
		return "resolved";
	if (n->under_control)
		return "monitoring";
	return n->stage >= STAGE_MITIGATE ? "identified" : "investigating";
}

/* How bad it is, by severity. */
static const struct {
	const char *impact, *component;
} bad[] = {
	{"critical", "major_outage"}, {"major", "partial_outage"},
	{"minor", "degraded_performance"}, {"none", "degraded_performance"},
};

static int
grade(const struct news *n)
{
	return n->severity < 1 ? 0 : n->severity > 4 ? 3 : n->severity - 1;
}

static void
put_components(struct str *out, const struct channel *c, const struct news *n)
{
	bool well = n->under_control || n->all_clear || n->closed ||
		!n->customers_hit;

	if (!c->components.n)
		return;
	json_write_key(out, "components");
	str_addc(out, '{');
	for (int i = 0; i < c->components.n; i++)
		json_put_text(out, c->components.v[i], well ? "operational" :
			bad[grade(n)].component);
	str_addc(out, '}');
	json_write_key(out, "component_ids");
	str_addc(out, '[');
	for (int i = 0; i < c->components.n; i++) {
		json_write_next(out);
		json_write_text(out, c->components.v[i]);
	}
	str_addc(out, ']');
}

/* The first sentence. */
static const char *
name_of(const struct news *n, struct arena *a)
{
	const char *line = str_or(n->headline, n->text);
	const char *stop = line + strcspn(line, "\n");

	for (const char *s = line; s + 1 < stop; s++)
		if (strchr(".!?", *s) && s[1] == ' ') {
			stop = s;
			break;
		}
	return str_or(write_line(a, arena_dupn(a, line,
		(size_t)(stop - line)), NAME_MOST, NULL), "Incident");
}

static const char *
body_of(const struct channel *c, const struct news *n, struct arena *a)
{
	return write_text(a, arena_printf(a, "%s\n%s", n->headline, n->text),
		c->adapter->chars, NULL);
}

static void
put_incident(struct str *out, const struct channel *c, const struct news *n,
	struct arena *a)
{
	str_add(out, "{\"incident\":{");
	if (!*n->remote) {
		json_put_text(out, "name", name_of(n, a));
		json_put_text(out, "impact_override", bad[grade(n)].impact);
	}
	json_put_text(out, "status", status_word(n));
	json_put_text(out, "body", body_of(c, n, a));
	put_components(out, c, n);
	json_put_bool(out, "deliver_notifications", true);
	json_write_key(out, "metadata");
	str_add(out, "{\"fireground\":{");
	json_put_text(out, "id", write_key(a, n, n->id));
	json_put_text(out, "incident", n->inc);
	str_add(out, "}}}}");
}

/* ---- requests ------------------------------------------------------ */

static const char *
url(const struct channel *c, struct arena *a, const char *rest)
{
	const char *base = str_or(c->text[CH_URL], API);
	size_t n = strlen(base);

	while (n && base[n - 1] == '/')
		n--;
	return arena_printf(a, "%s/pages/%s%s", arena_dupn(a, base, n),
		c->text[CH_PAGE], rest);
}

static bool
is_remote(const char *s)
{
	return *s && !s[strspn(s, WORD)];
}

/* What is told after the review is the post-mortem of what was posted. */
static bool
is_postmortem(const struct news *n)
{
	return n->kind == NEWS_CUSTOMERS && is_remote(n->remote) &&
		n->stage >= STAGE_ACTION_ITEMS;
}

/* Written, then published. */
int
statuspage_parts(const struct channel *c, const struct news *n)
{
	(void)c;
	return is_postmortem(n) ? 2 : 1;
}

static const char *
postmortem(const struct channel *c, const struct news *n, struct arena *a,
	struct str *body)
{
	str_add(body, "{\"postmortem\":{");
	if (n->part)
		json_put_bool(body, "notify_subscribers", true);
	else
		json_put_text(body, "body_draft", body_of(c, n, a));
	str_add(body, "}}");
	return url(c, a, arena_printf(a, "/incidents/%s/postmortem%s",
		n->remote, n->part ? "/publish" : ""));
}

/* A test looks at the page and posts nothing. */
bool
statuspage_build(const struct channel *c, const struct news *n,
	struct arena *a, struct request *out, struct err *err)
{
	struct str body = {0};
	bool known = is_remote(n->remote);

	(void)err;
	if (n->kind == NEWS_TEST) {
		write_request(c, "GET", url(c, a, ""), out);
	} else if (is_postmortem(n)) {
		write_request(c, "PUT", postmortem(c, n, a, &body), out);
	} else {
		put_incident(&body, c, n, a);
		write_request(c, known ? "PATCH" : "POST", url(c, a,
			arena_printf(a, "/incidents%s%s", known ? "/" : "",
			known ? n->remote : "")), out);
	}
	if (body.len)
		write_body(a, &body, "application/json", out);
	write_secret(a, out, "OAuth ", c->text[CH_TOKEN]);
	return true;
}

/* A post-mortem and a test have another id, or none. */
void
statuspage_classify(const struct channel *c, const struct reply *r,
	struct arena *a, struct verdict *out)
{
	struct tree *t = tree_read(r->http->body, r->http->len);

	verdict_of(c, r, a, out);
	if (out->class == SENT_DELIVERED && tree_get(tree_root(t), "status"))
		verdict_named(c, r, "id", a, out);
	tree_free(t);
}

/* ---- before it is repeated ----------------------------------------- */

bool
statuspage_find(const struct channel *c, const struct news *n,
	struct arena *a, struct request *out)
{
	if (n->kind == NEWS_TEST || is_postmortem(n))
		return false;
	write_request(c, "GET", url(c, a, is_remote(n->remote) ?
		arena_printf(a, "/incidents/%s", n->remote) :
		arena_printf(a, "/incidents?limit=%d", LOOK_BACK)), out);
	write_secret(a, out, "OAuth ", c->text[CH_TOKEN]);
	out->http.most = 4 << 20;
	return true;
}

static bool
is_ours(const struct tree_node *incident, const char *key)
{
	return !strcmp(tree_text(tree_get(tree_get(incident, "metadata"),
		"fireground"), "id", ""), key);
}

bool
statuspage_found(const struct channel *c, const struct news *n,
	const struct reply *r, struct arena *a, struct verdict *out)
{
	struct tree *t = tree_read(r->http->body, r->http->len);
	const struct tree_node *root = tree_root(t);
	const struct tree_node *it = tree_get(root, "id") ? root :
		tree_first(root);
	const char *key = write_key(a, n, n->id);
	bool asked;

	verdict_of(c, r, a, out);
	asked = out->class == SENT_DELIVERED && t;
	while (asked && it && !is_ours(it, key))
		it = it == root ? NULL : tree_next(it);
	if (asked && it)
		out->remote = arena_dup(a, tree_text(it, "id", ""));
	if (!asked && out->class != SENT_CHANNEL)
		out->class = SENT_LATER;
	tree_free(t);
	return !asked || it;
}
