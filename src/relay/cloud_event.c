/*
 * News for programs: a CloudEvent, over HTTP with the signature of Standard
 * Webhooks, or on standard input.
 *
 * Sources: CloudEvents 1.0.2 (JSON format 1.0.2), Standard Webhooks 1.0.0.
 */
#include "relay/adapters.h"

#include "base/hash.h"
#include "base/json_write.h"
#include "relay/write.h"

#include <inttypes.h>
#include <string.h>

#define BODY_MOST 20000  /* bytes: what receivers have to take */
#define LINE_MOST 500
#define SECRET_HEAD "whsec_"
#define SECRET_LEAST 24  /* bytes of a secret */
#define SECRET_MOST 64

static void
put_line(struct str *out, struct arena *a, const char *name, const char *s)
{
	json_put_text(out, name, write_line(a, s, LINE_MOST, NULL));
}

static void
put_state(struct str *out, const struct news *n, struct arena *a)
{
	json_put_text(out, "incident", n->inc);
	put_line(out, a, "title", n->title);
	json_put_text(out, "severity", arena_printf(a, "SEV%d", n->severity));
	json_put_text(out, "stage", stage_rows[n->stage].word ?
		stage_rows[n->stage].word : "");
	json_put_bool(out, "under_control", n->under_control);
	json_put_bool(out, "all_clear", n->all_clear);
	json_put_bool(out, "closed", n->closed);
	json_put_bool(out, "customers_affected", n->customers_hit);
	put_line(out, a, "commander", n->commander);
	put_line(out, a, "bridge", n->bridge);
}

static void
put_page(struct str *out, const struct news *n, struct arena *a)
{
	json_write_key(out, "page");
	str_addc(out, '{');
	put_line(out, a, "who", n->who);
	put_line(out, a, "address", n->address);
	put_line(out, a, "field", n->field);
	put_line(out, a, "need", n->need);
	if (*n->of)
		json_put_text(out, "of", write_key(a, n, n->of));
	str_addc(out, '}');
}

static void
put_event(struct str *out, const struct news *n, struct arena *a, int most)
{
	str_addc(out, '{');
	json_put_text(out, "specversion", "1.0");
	json_put_text(out, "id", write_key(a, n, n->id));
	json_put_text(out, "source", n->source);
	json_put_text(out, "type", arena_printf(a,
		"dev.fireground.incident.%s", n->type));
	json_put_text(out, "subject", n->inc);
	if (n->when != WHEN_NONE)
		json_put_time(out, "time", n->when);
	json_put_text(out, "datacontenttype", "application/json");
	json_write_key(out, "data");
	str_addc(out, '{');
	put_state(out, n, a);
	put_line(out, a, "headline", write_head(a, n, LINE_MOST, NULL));
	json_put_text(out, "text", write_text(a, n->text, most, NULL));
	put_line(out, a, "from", n->from);
	json_put_text(out, "entry", n->id);
	json_put_text(out, "hash", n->hash);
	json_put_bool(out, "repeat", n->repeat);
	if (*n->who)
		put_page(out, n, a);
	str_add(out, "}}");
}

/* With as much of the text as the body has room for. */
static void
event_body(const struct channel *c, const struct news *n, struct arena *a,
	struct str *out)
{
	int most = c->adapter->chars;

	put_event(out, n, a, most);
	while (out->len > BODY_MOST && most > 1) {
		most = most * 3 / 4;
		str_cut(out, 0);
		put_event(out, n, a, most);
	}
}

/* ---- webhook ------------------------------------------------------- */

/* The key that @secret is; NULL: it is none. */
static const char *
secret_key(struct arena *a, const char *secret, size_t *n)
{
	const char *key = str_starts(secret, SECRET_HEAD) ?
		base64_bytes(a, secret + strlen(SECRET_HEAD), n) : NULL;

	return key && *n >= SECRET_LEAST && *n <= SECRET_MOST ? key : NULL;
}

bool
webhook_check(const struct channel *c, const char **option, struct err *err)
{
	struct arena *a = arena_new(0);
	size_t n;
	bool ok = !c->text[CH_SIGN] || secret_key(a, c->text[CH_SIGN], &n);

	arena_wipe(a);
	*option = "secret";
	return ok || err_set(err, ERR_USAGE, "a secret is whsec_ and 24 to 64"
		" random bytes in base64: echo whsec_$(head -c 32 /dev/urandom"
		" | base64 -w 0)");
}

/* Signed anew at each try, since the time of the try is part of it. */
static bool
sign(const char *secret, const char *id, const struct news *n,
	struct arena *a, struct request *out)
{
	const char *stamp = arena_printf(a, "%" PRId64, n->now / WHEN_SECOND);
	const char *head = arena_printf(a, "%s.%s.", id, stamp);
	size_t len = 0;
	const char *key = secret ? secret_key(a, secret, &len) : NULL;
	struct hash mac;

	write_header(a, out, "webhook-id", id);
	write_header(a, out, "webhook-timestamp", stamp);
	if (!secret)
		return true;
	if (!key)
		return false;
	mac = hash_mac(key, len, head, strlen(head), out->http.body,
		out->http.body_len);
	write_header(a, out, "webhook-signature", arena_printf(a, "v1,%s",
		base64_text(a, mac.b, sizeof(mac.b))));
	return true;
}

bool
webhook_build(const struct channel *c, const struct news *n, struct arena *a,
	struct request *out, struct err *err)
{
	struct str body = {0};

	event_body(c, n, a, &body);
	write_request(c, "POST", c->text[CH_URL], out);
	write_body(a, &body, "application/cloudevents+json; charset=utf-8",
		out);
	if (c->text[CH_TOKEN])
		write_secret(a, out, "Bearer ", c->text[CH_TOKEN]);
	return sign(c->text[CH_SIGN], write_key(a, n, n->id), n, a, out) ||
		err_set(err, ERR_USAGE, "its secret is not whsec_ and 24 to 64"
			" bytes in base64");
}

/* ---- exec ---------------------------------------------------------- */

bool
exec_check(const struct channel *c, const char **option, struct err *err)
{
	*option = "program";
	if (!c->program.n)
		return err_set(err, ERR_USAGE, "a channel of exec needs a"
			" program: program = {\"/usr/local/bin/tell\"}");
	if (c->program.v[0][0] != '/')
		return err_set(err, ERR_USAGE, "program '%.80s': write its"
			" whole path, and each of its words in quotes of its"
			" own", c->program.v[0]);
	return true;
}

bool
exec_build(const struct channel *c, const struct news *n, struct arena *a,
	struct request *out, struct err *err)
{
	struct str body = {0};

	(void)err;
	event_body(c, n, a, &body);
	str_addc(&body, '\n');
	write_body(a, &body, NULL, out);
	out->argv = c->program.v;
	return true;
}
