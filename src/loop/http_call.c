#include "loop/http_call.h"

#include "base/str.h"

#include <arpa/inet.h>
#include <curl/curl.h>
#include <stdlib.h>
#include <string.h>

#define WAIT_MS 20000
#define CONNECT_MS 5000
#define KEEP 16384          /* bytes of an answer */
#define RETRY_MAX_S 3600    /* what Retry-After may ask for */
#define CONNECTION_LIFE 300 /* seconds; then certificates are checked anew */

/* ---- what is asked ------------------------------------------------- */

static void
copy_headers(struct http_call *c)
{
	int n = c->ask.n_headers;
	struct http_header *list = arena_alloc(c->a,
		(size_t)(n + 1) * sizeof(*list));

	for (int i = 0; i < n; i++) {
		list[i].name = arena_dup(c->a, c->ask.headers[i].name);
		list[i].value = arena_dup(c->a, c->ask.headers[i].value);
	}
	c->ask.headers = list;
}

struct http_call *
http_call_new(const struct http_request *ask)
{
	struct http_call *c = mem_new(sizeof(*c));

	c->a = arena_new(0);
	c->ask = *ask;
	copy_headers(c);
	c->ask.method = arena_dup(c->a, ask->method);
	c->ask.url = arena_dup(c->a, ask->url);
	c->ask.body = arena_text(c->a, ask->body ? ask->body : "",
		ask->body_len);
	c->ask.from = arena_dup(c->a, ask->from);
	c->ask.to = arena_dup(c->a, ask->to);
	c->ask.user = arena_dup(c->a, ask->user);
	c->ask.password = arena_dup(c->a, ask->password);
	c->ask.ca_file = arena_dup(c->a, ask->ca_file);
	c->ask.most = ask->most ? ask->most : KEEP;
	return c;
}

void
http_call_free(struct http_call *c)
{
	if (c->easy)
		c->lib->easy_cleanup(c->easy);
	if (c->headers)
		c->lib->slist_free_all(c->headers);
	if (c->to)
		c->lib->slist_free_all(c->to);
	free(c->body);
	arena_wipe(c->a);
	free(c);
}

static size_t
on_answer(char *bytes, size_t size, size_t n, void *ctx)
{
	struct http_call *c = ctx;
	size_t all = size * n, take = all;

	if (take > c->ask.most - c->len)
		take = c->ask.most - c->len;
	if (c->len + take + 1 > c->cap) {
		c->cap = 2 * (c->len + take + 1);
		c->body = mem_grow(c->body, c->cap, 1);
	}
	memcpy(c->body + c->len, bytes, take);
	c->len += take;
	c->body[c->len] = '\0';
	c->cut |= take < all;
	return take;
}

/*
 * What a mail server said last, behind its code, is the answer's body; after a
 * refusal it says goodbye, which is not what we want to know.
 */
static void
mail_said(struct http_call *c, char *line, size_t n)
{
	bool refusal = n && *line >= '4';

	if (c->refusal && !refusal)
		return;
	c->refusal = refusal;
	c->len = 0;
	while (n && (line[n - 1] == '\r' || line[n - 1] == '\n'))
		n--;
	if (n > 4)
		on_answer(line + 4, 1, n - 4, c);
	else if (c->body)
		*c->body = '\0';
}

static size_t
on_header(char *bytes, size_t size, size_t n, void *ctx)
{
	static const char name[] = "ratelimit-reset:";
	struct http_call *c = ctx;
	size_t all = size * n, from = sizeof(name) - 1, len;

	if (!c->ask.method) {
		mail_said(c, bytes, all);
		return all;
	}
	if (all <= from || strncasecmp(bytes, name, from) != 0)
		return all;
	while (from < all && bytes[from] == ' ')
		from++;
	len = all - from;
	if (len >= sizeof(c->reset))
		len = sizeof(c->reset) - 1;
	memcpy(c->reset, bytes + from, len);
	c->reset[len] = '\0';
	return all;
}

static size_t
on_mail(char *out, size_t size, size_t n, void *ctx)
{
	struct http_call *c = ctx;
	size_t take = c->ask.body_len - c->read;

	if (take > size * n)
		take = size * n;
	memcpy(out, c->ask.body + c->read, take);
	c->read += take;
	return take;
}

static bool
is_here(const char *address)
{
	struct in6_addr six;

	if (!strncmp(address, "127.", 4))
		return true;
	if (inet_pton(AF_INET6, address, &six) != 1)
		return false;
	return IN6_IS_ADDR_LOOPBACK(&six) ||
		(IN6_IS_ADDR_V4MAPPED(&six) && six.s6_addr[12] == 127);
}

/* Connected, nothing said yet: is it what it may be? */
static int
on_connected(void *ctx, char *theirs, char *ours, int port, int our_port)
{
	struct http_call *c = ctx;

	(void)ours;
	(void)port;
	(void)our_port;
	c->far = c->only_here && !is_here(theirs);
	return c->far ? CURL_PREREQFUNC_ABORT : CURL_PREREQFUNC_OK;
}

static bool
add_headers(struct http_call *c)
{
	struct str line = {0};

	c->headers = c->lib->slist_append(NULL, "Expect:");
	for (int i = 0; i < c->ask.n_headers; i++) {
		const struct http_header *h = &c->ask.headers[i];

		if (strpbrk(h->name, "\r\n:") || strpbrk(h->value, "\r\n"))
			return false;
		str_cut(&line, 0);
		str_addf(&line, "%s: %s", h->name, h->value);
		c->headers = c->lib->slist_append(c->headers, str_get(&line));
	}
	if (line.s)
		explicit_bzero(line.s, line.len);
	str_release(&line);
	curl_ptr(c->lib, c->easy, CURLOPT_HTTPHEADER, c->headers);
	return true;
}

static void
set_mail(struct http_call *c)
{
	const struct curl *lib = c->lib;

	c->to = lib->slist_append(NULL, c->ask.to ? c->ask.to : "");
	curl_text(lib, c->easy, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
	curl_text(lib, c->easy, CURLOPT_MAIL_FROM, c->ask.from);
	curl_ptr(lib, c->easy, CURLOPT_MAIL_RCPT, c->to);
	curl_long(lib, c->easy, CURLOPT_UPLOAD, 1);
	lib->easy_setopt(c->easy, CURLOPT_READFUNCTION, on_mail);
	curl_ptr(lib, c->easy, CURLOPT_READDATA, c);
	c->only_here = c->ask.plain;
	if (!c->ask.plain)
		curl_long(lib, c->easy, CURLOPT_USE_SSL, CURLUSESSL_ALL);
}

static bool
set_http(struct http_call *c)
{
	const struct curl *lib = c->lib;

	c->only_here = !strncasecmp(c->ask.url, "http:", 5);
	curl_text(lib, c->easy, CURLOPT_PROTOCOLS_STR,
		c->only_here ? "http" : "https");
	if (!strcmp(c->ask.method, "GET")) {
		curl_long(lib, c->easy, CURLOPT_HTTPGET, 1);
	} else {
		curl_text(lib, c->easy, CURLOPT_CUSTOMREQUEST, c->ask.method);
		lib->easy_setopt(c->easy, CURLOPT_POSTFIELDSIZE_LARGE,
			(curl_off_t)c->ask.body_len);
		curl_text(lib, c->easy, CURLOPT_POSTFIELDS, c->ask.body);
	}
	return add_headers(c);
}

static void
set_trust(struct http_call *c)
{
	const struct curl *lib = c->lib;

	curl_long(lib, c->easy, CURLOPT_FOLLOWLOCATION, 0);
	curl_long(lib, c->easy, CURLOPT_DISALLOW_USERNAME_IN_URL, 1);
	curl_long(lib, c->easy, CURLOPT_NETRC, CURL_NETRC_IGNORED);
	curl_long(lib, c->easy, CURLOPT_SSL_VERIFYPEER, 1);
	curl_long(lib, c->easy, CURLOPT_SSL_VERIFYHOST, 2);
	curl_long(lib, c->easy, CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2);
	curl_long(lib, c->easy, CURLOPT_MAXLIFETIME_CONN, CONNECTION_LIFE);
	lib->easy_setopt(c->easy, CURLOPT_PREREQFUNCTION, on_connected);
	curl_ptr(lib, c->easy, CURLOPT_PREREQDATA, c);
	if (c->ask.ca_file)
		curl_text(lib, c->easy, CURLOPT_CAINFO, c->ask.ca_file);
	if (c->ask.user)
		curl_text(lib, c->easy, CURLOPT_USERNAME, c->ask.user);
	if (c->ask.password)
		curl_text(lib, c->easy, CURLOPT_PASSWORD, c->ask.password);
	if (c->ask.user && c->ask.method)
		curl_long(lib, c->easy, CURLOPT_HTTPAUTH, CURLAUTH_BASIC);
}

void
http_call_begin(struct http_call *c, const struct curl *lib, const char *agent)
{
	long wait = c->ask.wait_ms ? (long)c->ask.wait_ms : WAIT_MS;

	c->lib = lib;
	c->easy = lib->easy_init();
	if (!c->easy) {
		c->refused = "libcurl has no memory";
		return;
	}
	curl_text(lib, c->easy, CURLOPT_URL, c->ask.url);
	curl_text(lib, c->easy, CURLOPT_USERAGENT, agent);
	curl_long(lib, c->easy, CURLOPT_NOSIGNAL, 1);
	curl_long(lib, c->easy, CURLOPT_TIMEOUT_MS, wait);
	curl_long(lib, c->easy, CURLOPT_CONNECTTIMEOUT_MS,
		wait < CONNECT_MS ? wait : CONNECT_MS);
	curl_ptr(lib, c->easy, CURLOPT_ERRORBUFFER, c->error);
	curl_ptr(lib, c->easy, CURLOPT_PRIVATE, c);
	lib->easy_setopt(c->easy, CURLOPT_WRITEFUNCTION, on_answer);
	curl_ptr(lib, c->easy, CURLOPT_WRITEDATA, c);
	lib->easy_setopt(c->easy, CURLOPT_HEADERFUNCTION, on_header);
	curl_ptr(lib, c->easy, CURLOPT_HEADERDATA, c);
	set_trust(c);
	if (!c->ask.method)
		set_mail(c);
	else if (!set_http(c))
		c->refused = "a header would have more than one line";
}

/* ---- what came of it ----------------------------------------------- */

static bool
distrusted(int code)
{
	switch (code) {
	case CURLE_UNSUPPORTED_PROTOCOL:
	case CURLE_URL_MALFORMAT:
	case CURLE_LOGIN_DENIED:
	case CURLE_PEER_FAILED_VERIFICATION:
	case CURLE_SSL_CONNECT_ERROR:
	case CURLE_SSL_CACERT_BADFILE:
	case CURLE_SSL_ISSUER_ERROR:
	case CURLE_SSL_CERTPROBLEM:
	case CURLE_USE_SSL_FAILED:
	case CURLE_ABORTED_BY_CALLBACK:
		return true;
	default:
		return false;
	}
}

/* Whether any byte of the request left: HTTP counts one way, mail another. */
static bool
went_out(const struct http_call *c)
{
	curl_off_t up = 0;
	long request = 0;

	c->lib->easy_getinfo(c->easy, CURLINFO_REQUEST_SIZE, &request);
	c->lib->easy_getinfo(c->easy, CURLINFO_SIZE_UPLOAD_T, &up);
	return request > 0 || up > 0;
}

static enum http_fate
fate_of(const struct http_call *c, int code, int status)
{
	bool mail = !c->ask.method;

	if (code == CURLE_OK)
		return HTTP_ANSWERED;
	if (c->far || (distrusted(code) && !(mail && status >= 400)))
		return HTTP_DISTRUST;
	if (mail ? status >= 400 : status >= 200)
		return HTTP_ANSWERED;
	return went_out(c) ? HTTP_MAYBE : HTTP_UNSENT;
}

/* Seconds, perhaps with a fraction: up to the next whole one. */
static int64_t
seconds_ms(const char *s)
{
	char *end;
	double v = strtod(s, &end);

	if (end == s || !(v > 0))
		return 0;
	return v < RETRY_MAX_S ? (int64_t)(v * 1000) + 999 :
		RETRY_MAX_S * INT64_C(1000);
}

/* One second is added, since libcurl cuts a fraction off. */
static int64_t
retry_after(const struct http_call *c)
{
	curl_off_t s = 0;

	c->lib->easy_getinfo(c->easy, CURLINFO_RETRY_AFTER, &s);
	if (s <= 0)
		return 0;
	return (s < RETRY_MAX_S ? s + 1 : RETRY_MAX_S) * INT64_C(1000);
}

static const char *
why_not(const struct http_call *c, int code)
{
	if (c->refused)
		return c->refused;
	if (c->far)
		return "without TLS only this machine is spoken to: use"
			" https";
	return *c->error ? c->error : c->lib->easy_strerror(code);
}

void
http_call_end(struct http_call *c, int code, struct http_answer *out)
{
	long status = 0;

	memset(out, 0, sizeof(*out));
	out->body = c->body ? c->body : "";
	out->len = c->len;
	out->cut = c->cut;
	out->why = "";
	if (c->refused) {
		out->fate = HTTP_DISTRUST;
		out->why = why_not(c, code);
		return;
	}
	c->lib->easy_getinfo(c->easy, CURLINFO_RESPONSE_CODE, &status);
	out->fate = fate_of(c, code, (int)status);
	if (out->fate != HTTP_ANSWERED) {
		out->why = why_not(c, code);
		return;
	}
	out->status = (int)status;
	out->retry_ms = retry_after(c);
	out->reset_ms = seconds_ms(c->reset);
}
