/* Mails to a server that says what it is told to, in a process of its own. */
#include "loop/http.h"

#include "base/str.h"
#include "lib/child.h"
#include "lib/folder.h"
#include "loop/loop.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define LIMIT_MS 20000

/* A session: one connection, then the server ends. */
struct server {
	int fd, port;
	const char *to, *data; /* answers to RCPT, and to the dot */
	char *path;            /* all that came goes there */
};

static const char *
answer(const struct server *s, const char *line, bool *in_data)
{
	if (*in_data) {
		if (strcmp(line, ".\r\n") != 0)
			return "";
		*in_data = false;
		return s->data;
	}
	if (!strncmp(line, "EHLO", 4))
		return "250-here\r\n250 8BITMIME\r\n";
	if (!strncmp(line, "RCPT", 4))
		return s->to;
	*in_data = !strncmp(line, "DATA", 4);
	return *in_data ? "354 go on\r\n" : "250 fine\r\n";
}

static int
serve(void *arg)
{
	const struct server *s = arg;
	int fd = accept(s->fd, NULL, NULL);
	FILE *in = fdopen(fd, "r"), *out = fopen(s->path, "w");
	bool in_data = false;
	char line[2048];

	if (!in || !out || write(fd, "220 here\r\n", 10) != 10)
		return 1;
	while (fgets(line, sizeof(line), in)) {
		const char *say = answer(s, line, &in_data);

		fputs(line, out);
		if (!say)
			break;
		if (write(fd, say, strlen(say)) != (ssize_t)strlen(say))
			return 2;
		if (!strncmp(line, "QUIT", 4))
			break;
	}
	fclose(in);
	return fclose(out) ? 3 : 0;
}

struct ear {
	bool done;
	enum http_fate fate;
	int status;
	char body[256];
};

static void
on_answer(void *ctx, const struct http_answer *a)
{
	struct ear *ear = ctx;

	ear->done = true;
	ear->fate = a->fate;
	ear->status = a->status;
	snprintf(ear->body, sizeof(ear->body), "%s", a->body);
}

static void
listen_here(struct server *s)
{
	struct sockaddr_in at = {.sin_family = AF_INET};
	socklen_t len = sizeof(at);

	at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	s->fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
	assert_int_equal(bind(s->fd, (struct sockaddr *)&at, len), 0);
	assert_int_equal(listen(s->fd, 4), 0);
	assert_int_equal(getsockname(s->fd, (struct sockaddr *)&at, &len), 0);
	s->port = ntohs(at.sin_port);
}

/* What is said to one mail; what the server got goes to @got. */
static struct ear
mail(const char *to, const char *data, char *got, size_t size)
{
	struct folder f;
	struct server s = {.to = to, .data = data};
	struct loop *l = loop_new();
	struct http *h = http_new(l, "fireground/test");
	struct ear ear = {0};
	char url[64];
	FILE *in;
	pid_t pid;

	folder_make(&f);
	s.path = folder_path(&f, "got");
	listen_here(&s);
	pid = child_start(serve, &s);
	snprintf(url, sizeof(url), "smtp://127.0.0.1:%d/ops.example.com",
		s.port);
	http_send(h, &(struct http_request){.url = url, .plain = true,
		.from = "a@example.com", .to = "b@example.com",
		.body = "Subject: x\r\n\r\n.dot\r\n", .body_len = 20,
	}, on_answer, &ear);
	assert_true(loop_until(l, &ear.done, LIMIT_MS));
	http_free(h);
	loop_free(l);
	assert_int_equal(child_end(pid), 0);
	in = fopen(s.path, "r");
	assert_non_null(in);
	got[fread(got, 1, size - 1, in)] = '\0';
	fclose(in);
	free(s.path);
	close(s.fd);
	folder_remove(&f);
	return ear;
}

static void
test_taken(void **state)
{
	char got[4096];
	struct ear ear = mail("250 fine\r\n", "250 kept as 1\r\n", got,
		sizeof(got));

	(void)state;
	assert_int_equal(ear.fate, HTTP_ANSWERED);
	assert_int_equal(ear.status, 250);
	assert_non_null(strstr(got, "EHLO ops.example.com\r\n"));
	assert_non_null(strstr(got, "MAIL FROM:<a@example.com>"));
	assert_non_null(strstr(got, "RCPT TO:<b@example.com>\r\n"));
	assert_non_null(strstr(got, "Subject: x\r\n\r\n..dot\r\n.\r\n"));
}

/* The reason is the server's own. */
static void
test_refused(void **state)
{
	char got[4096];
	struct ear ear = mail("550 5.1.1 nobody of that name\r\n", "", got,
		sizeof(got));

	(void)state;
	assert_int_equal(ear.fate, HTTP_ANSWERED);
	assert_int_equal(ear.status, 550);
	assert_string_equal(ear.body, "5.1.1 nobody of that name");
	assert_null(strstr(got, "DATA"));
	ear = mail("250 fine\r\n", "451 4.7.1 come back later\r\n", got,
		sizeof(got));
	assert_int_equal(ear.fate, HTTP_ANSWERED);
	assert_int_equal(ear.status, 451);
	assert_string_equal(ear.body, "4.7.1 come back later");
}

/* A connection that is lost behind the dot: it may be there. */
static void
test_lost(void **state)
{
	char got[4096];
	struct ear ear = mail("250 fine\r\n", NULL, got, sizeof(got));

	(void)state;
	assert_int_equal(ear.fate, HTTP_MAYBE);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_taken),
		cmocka_unit_test(test_refused),
		cmocka_unit_test(test_lost),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
