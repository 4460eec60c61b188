/* Deliveries of several requests, and those that are asked for first. */
#include "unit/relay/golden.h"

#include "base/mem.h"
#include "base/str.h"
#include "relay/parts.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define MAIL "adapter = email\nurl = 'smtp://mail.example.com'\n" \
	"from = 'a@example.com'\nto = {'x@b.com', 'y@b.com', 'z@b.com'}"
#define STATUS "adapter = statuspage\npage = p\ntoken = t"
#define SLACK "adapter = slack\nurl = 'https://hooks.slack.com/x'"

struct tale {
	struct play *play;
	const struct channel *c;
	struct news n;
	struct parts parts;
	struct verdict v;
};

static struct tale *
tale_new(const char *lines)
{
	struct play *p = news_play();
	struct tale *t = arena_alloc(p->arena, sizeof(*t));

	t->play = p;
	t->c = channel_of(p->arena, lines);
	t->n = news_from(p, 0);
	return t;
}

static void
tale_free(struct tale *t)
{
	channel_drop();
	play_free(t->play);
}

/* Sends the next to @to (of a mail) or with @to (a method), gets @status. */
static bool
step(struct tale *t, const char *to, int status, const char *body)
{
	struct http_answer h = {.status = status, .body = body,
		.len = strlen(body), .why = ""};
	struct reply r = {.http = &h, .said = ""};
	struct request req;

	assert_true(parts_next(&t->parts, t->c, &t->n, t->play->arena, &req,
		NULL));
	assert_string_equal(req.http.method ? req.http.method : req.http.to,
		to);
	return parts_read(&t->parts, t->c, &t->n, &r, t->play->arena, &t->v);
}

static void
test_each_recipient(void **state)
{
	struct tale *t = tale_new(MAIL);

	(void)state;
	parts_begin(&t->parts, t->c, &t->n, false);
	assert_false(step(t, "x@b.com", 250, ""));
	assert_false(step(t, "y@b.com", 250, ""));
	assert_true(step(t, "z@b.com", 250, ""));
	assert_int_equal(t->v.class, SENT_DELIVERED);
	tale_free(t);
}

/* One who is refused keeps nobody else from being told. */
static void
test_one_is_refused(void **state)
{
	struct tale *t = tale_new(MAIL);

	(void)state;
	parts_begin(&t->parts, t->c, &t->n, false);
	assert_false(step(t, "x@b.com", 550, "no such user"));
	assert_false(step(t, "y@b.com", 250, ""));
	assert_true(step(t, "z@b.com", 250, ""));
	assert_int_equal(t->v.class, SENT_MESSAGE);
	assert_string_equal(t->v.why,
		"2 of 3 took it; x@b.com: 550 no such user");
	tale_free(t);
}

/* The next try with the same claim goes on where this one ended. */
static void
test_goes_on(void **state)
{
	struct tale *t = tale_new(MAIL);

	(void)state;
	parts_begin(&t->parts, t->c, &t->n, false);
	assert_false(step(t, "x@b.com", 250, ""));
	assert_true(step(t, "y@b.com", 451, ""));
	assert_int_equal(t->v.class, SENT_LATER);
	parts_begin(&t->parts, t->c, &t->n, false);
	assert_false(step(t, "y@b.com", 250, ""));
	assert_true(step(t, "z@b.com", 250, ""));
	assert_int_equal(t->v.class, SENT_DELIVERED);
	tale_free(t);
}

static void
test_page_is_one_mail(void **state)
{
	struct tale *t = tale_new(MAIL);

	(void)state;
	t->n.kind = NEWS_PAGE;
	t->n.address = "li@b.com";
	parts_begin(&t->parts, t->c, &t->n, false);
	assert_true(step(t, "li@b.com", 250, ""));
	assert_int_equal(t->v.class, SENT_DELIVERED);
	tale_free(t);
}

/* A post that may be there is asked for, and sent only when it is not. */
static void
test_asks_first(void **state)
{
	struct tale *t = tale_new(STATUS);
	char *ours = arena_printf(t->play->arena, "[{\"id\":\"x2\",\"metadata\""
		":{\"fireground\":{\"id\":\"INC-17-7-%.4s%.4s\"}}}]",
		t->n.hash, t->n.hash + 5);

	(void)state;
	t->n.kind = NEWS_CUSTOMERS;
	parts_begin(&t->parts, t->c, &t->n, true);
	assert_true(step(t, "GET", 200, ours));
	assert_int_equal(t->v.class, SENT_DELIVERED);
	assert_string_equal(t->v.remote, "x2");
	parts_begin(&t->parts, t->c, &t->n, true);
	assert_true(step(t, "GET", 503, ""));
	assert_int_equal(t->v.class, SENT_LATER);
	parts_begin(&t->parts, t->c, &t->n, true);
	assert_false(step(t, "GET", 200, "[]"));
	assert_true(step(t, "POST", 201, "{\"id\":\"x3\",\"status\":\"s\"}"));
	assert_string_equal(t->v.remote, "x3");
	tale_free(t);
}

static void
test_others_are_one(void **state)
{
	struct tale *t = tale_new(SLACK);

	(void)state;
	parts_begin(&t->parts, t->c, &t->n, true);
	assert_true(step(t, "POST", 400, "invalid_payload"));
	assert_int_equal(t->v.class, SENT_MESSAGE);
	assert_string_equal(t->v.why, "400 invalid_payload");
	tale_free(t);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_each_recipient),
		cmocka_unit_test(test_one_is_refused),
		cmocka_unit_test(test_goes_on),
		cmocka_unit_test(test_page_is_one_mail),
		cmocka_unit_test(test_asks_first),
		cmocka_unit_test(test_others_are_one),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
