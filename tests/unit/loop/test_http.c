/* Requests to a server in the same loop, which answers as it is told. */
#include "loop/http.h"

#include "base/mem.h"
#include "loop/loop.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <arpa/inet.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define LIMIT_MS 20000

/* What the server does with a connection. */
struct server {
	struct loop *loop;
	int fd, port, client;
	struct loop_fd *accepting, *reading;
	const char *answer; /* NULL: closes once a request came */
	bool silent;        /* never answers */
	char got[8192];
	size_t got_n;
};

struct ear {
	bool done;
	struct http_answer a;
	char body[256], why[512];
	int count;
};

struct room {
	struct server server;
	struct http *http;
	struct ear ear;
	char url[128];
};

static void
client_close(struct server *s)
{
	loop_fd_stop(s->reading);
	s->reading = NULL;
	if (s->client >= 0)
		close(s->client);
	s->client = -1;
}

static void
on_request(void *ctx, int fd, short got)
{
	struct server *s = ctx;
	ssize_t n = read(fd, s->got + s->got_n, sizeof(s->got) - 1 - s->got_n);

	(void)got;
	if (n > 0) {
		s->got_n += (size_t)n;
		s->got[s->got_n] = '\0';
	}
	if (n > 0 && !strstr(s->got, "\r\n\r\n"))
		return;
	if (s->silent && n > 0)
		return;
	if (n > 0 && s->answer)
		assert_true(write(fd, s->answer, strlen(s->answer)) > 0);
	client_close(s);
}

static void
on_client(void *ctx, int fd, short got)
{
	struct server *s = ctx;

	(void)got;
	client_close(s);
	s->client = accept4(fd, NULL, NULL, SOCK_CLOEXEC | SOCK_NONBLOCK);
	if (s->client >= 0)
		s->reading = loop_fd_watch(s->loop, s->client, POLLIN,
			on_request, s);
}

static int
enter(void **state)
{
	struct room *r = mem_new(sizeof(*r));
	struct sockaddr_in at = {.sin_family = AF_INET};
	socklen_t len = sizeof(at);
	struct server *s = &r->server;

	s->loop = loop_new();
	s->client = -1;
	s->fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
	at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	if (bind(s->fd, (struct sockaddr *)&at, len) || listen(s->fd, 8) ||
	    getsockname(s->fd, (struct sockaddr *)&at, &len))
		return 1;
	s->port = ntohs(at.sin_port);
	s->accepting = loop_fd_watch(s->loop, s->fd, POLLIN, on_client, s);
	r->http = http_new(s->loop, "fireground/test");
	snprintf(r->url, sizeof(r->url), "http://127.0.0.1:%d/secret/path",
		s->port);
	*state = r;
	return 0;
}

static int
leave(void **state)
{
	struct room *r = *state;

	http_free(r->http);
	client_close(&r->server);
	loop_fd_stop(r->server.accepting);
	close(r->server.fd);
	loop_free(r->server.loop);
	free(r);
	return 0;
}

static void
on_answer(void *ctx, const struct http_answer *a)
{
	struct ear *e = ctx;

	e->done = true;
	e->count++;
	e->a = *a;
	snprintf(e->body, sizeof(e->body), "%s", a->body);
	snprintf(e->why, sizeof(e->why), "%s", a->why);
}

static struct ear *
send_to(struct room *r, struct http_request *q)
{
	if (!q->method && !q->from)
		q->method = "POST";
	if (!q->url)
		q->url = r->url;
	if (!q->body) {
		q->body = "{\"a\":1}";
		q->body_len = strlen(q->body);
	}
	http_send(r->http, q, on_answer, &r->ear);
	assert_false(r->ear.done);
	assert_true(loop_until(r->server.loop, &r->ear.done, LIMIT_MS));
	return &r->ear;
}

static void
test_answered(void **state)
{
	struct http_header h = {"webhook-id", "INC-1-2"};
	struct http_request q = {.headers = &h, .n_headers = 1};
	struct room *r = *state;
	struct ear *e;

	r->server.answer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
	e = send_to(r, &q);
	assert_int_equal(e->a.fate, HTTP_ANSWERED);
	assert_int_equal(e->a.status, 200);
	assert_string_equal(e->body, "ok");
	assert_true(strstr(r->server.got, "POST /secret/path "));
	assert_true(strstr(r->server.got, "webhook-id: INC-1-2\r\n"));
	assert_true(strstr(r->server.got, "fireground/test"));
	assert_true(strstr(r->server.got, "{\"a\":1}"));
	assert_null(strstr(r->server.got, "Expect"));
}

static void
test_waits_asked_for(void **state)
{
	static const struct {
		const char *header;
		int64_t retry, reset;
	} rows[] = {
		{"Retry-After: 7", 8000, 0},
		{"Retry-After: 64.57", 65000, 0},
		{"Retry-After: -5", 0, 0},
		{"Retry-After: Thu, 01 Jan 1970 00:00:00 GMT", 0, 0},
		{"Retry-After: 99999999", 3600000, 0},
		{"Retry-After: soon", 0, 0},
		{"ratelimit-reset: 12", 0, 12999},
		{"X-Else: 1", 0, 0},
	};
	struct room *r = *state;

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct http_request q = {.method = "POST"};
		char answer[256];
		struct ear *e;

		snprintf(answer, sizeof(answer), "HTTP/1.1 429 Slow\r\n%s\r\n"
			"Content-Length: 0\r\nConnection: close\r\n\r\n",
			rows[i].header);
		r->server.answer = answer;
		r->server.got_n = 0;
		r->ear.done = false;
		e = send_to(r, &q);
		assert_int_equal(e->a.status, 429);
		assert_int_equal(e->a.retry_ms, rows[i].retry);
		assert_int_equal(e->a.reset_ms, rows[i].reset);
	}
}

/* Where another server is to be asked, nothing is. */
static void
test_redirect(void **state)
{
	struct http_request q = {.method = "POST"};
	struct room *r = *state;
	struct ear *e;

	r->server.answer = "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/"
		"\r\nContent-Length: 0\r\n\r\n";
	e = send_to(r, &q);
	assert_int_equal(e->a.fate, HTTP_ANSWERED);
	assert_int_equal(e->a.status, 302);
}

static void
test_closed_after_the_request(void **state)
{
	struct http_request q = {.method = "POST"};
	struct ear *e = send_to(*state, &q);

	assert_int_equal(e->a.fate, HTTP_MAYBE);
	assert_int_equal(e->a.status, 0);
	assert_true(*e->why);
	assert_null(strstr(e->why, "secret"));
}

static void
test_silence(void **state)
{
	struct http_request q = {.method = "POST", .wait_ms = 100};
	struct room *r = *state;
	struct ear *e;

	r->server.silent = true;
	e = send_to(r, &q);
	assert_int_equal(e->a.fate, HTTP_MAYBE);
}

static void
test_nobody_there(void **state)
{
	struct http_request q = {.url = "http://127.0.0.1:1/x"};
	struct ear *e = send_to(*state, &q);

	assert_int_equal(e->a.fate, HTTP_UNSENT);
}

static void
test_an_endless_answer(void **state)
{
	struct http_request q = {.method = "POST", .most = 16};
	struct room *r = *state;
	struct ear *e;

	r->server.answer = "HTTP/1.1 200 OK\r\nContent-Length: 999999\r\n\r\n"
		"0123456789012345678901234567890123456789";
	e = send_to(r, &q);
	assert_int_equal(e->a.fate, HTTP_ANSWERED);
	assert_int_equal(e->a.status, 200);
	assert_true(e->a.cut);
	assert_string_equal(e->body, "0123456789012345");
}

/* Nothing of these goes out, and the reason names no secret. */
static void
test_distrust(void **state)
{
	static const char *const urls[] = {
		"ftp://127.0.0.1/secret", "file:///etc/passwd", "not a url",
		"https://user:secret@127.0.0.1:1/",
	};
	struct http_header bad = {"x", "a\r\nEvil: 1"};
	struct http_request q = {.headers = &bad, .n_headers = 1};
	struct room *r = *state;
	struct ear *e = send_to(r, &q);

	assert_int_equal(e->a.fate, HTTP_DISTRUST);
	for (size_t i = 0; i < sizeof(urls) / sizeof(*urls); i++) {
		struct http_request other = {.url = urls[i]};

		r->ear.done = false;
		e = send_to(r, &other);
		assert_int_equal(e->a.fate, HTTP_DISTRUST);
		assert_null(strstr(e->why, "secret"));
	}
	assert_int_equal(r->server.got_n, 0);
}

/* TLS that is none: the server speaks plain. */
static void
test_bad_tls(void **state)
{
	struct room *r = *state;
	struct http_request q = {.url = r->url};
	struct ear *e;

	snprintf(r->url, sizeof(r->url), "https://127.0.0.1:%d/",
		r->server.port);
	r->server.answer = "HTTP/1.1 200 OK\r\n\r\n";
	e = send_to(r, &q);
	assert_true(e->a.fate == HTTP_DISTRUST || e->a.fate == HTTP_UNSENT);
	assert_int_equal(e->a.status, 0);
}

static void
test_taken_back(void **state)
{
	struct room *r = *state;
	struct http_request q = {.method = "POST", .url = r->url, .body = ""};

	r->server.silent = true;
	http_cancel(http_send(r->http, &q, on_answer, &r->ear));
	http_send(r->http, &q, on_answer, &r->ear);
	loop_turn(r->server.loop, 0);
	assert_int_equal(r->ear.count, 0);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
#define T(fn) cmocka_unit_test_setup_teardown(fn, enter, leave)
		T(test_answered),
		T(test_waits_asked_for),
		T(test_redirect),
		T(test_closed_after_the_request),
		T(test_silence),
		T(test_nobody_there),
		T(test_an_endless_answer),
		T(test_distrust),
		T(test_bad_tls),
		T(test_taken_back),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
