/* What answers mean: the usual ones, and those of odd vendors. */
#include "unit/relay/golden.h"

#include "base/mem.h"
#include "base/str.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define SLACK "adapter = slack\nurl = 'https://hooks.slack.com/services/T0/B0'"
#define ROCKET "adapter = rocketchat\nurl = 'https://r.example.com/hooks/a/b'"
#define DISCORD "adapter = discord\nurl = 'https://discord.com/api/webhooks/1/a'"
#define TEAMS "adapter = teams\nurl = 'https://x.logic.azure.com/w'"
#define MATRIX "adapter = matrix\nurl = 'https://m.example.com'\ntoken = t\n" \
	"room = '!a:example.com'"
#define PAGER "adapter = pagerduty\nrouting-key = k\napi-key = 'u+r'"
#define STATUS "adapter = statuspage\npage = p\ntoken = t"
#define MAIL "adapter = email\nurl = 'smtp://mail.example.com'\n" \
	"from = 'a@example.com'\nto = 'b@example.com'"
#define HOOK "adapter = webhook\nurl = 'https://h.example.com'"

#define RATE "{\"retry_after\":64.57,\"global\":false}"
#define LIMIT "{\"errcode\":\"M_LIMIT_EXCEEDED\",\"error\":\"Too many\"," \
	"\"retry_after_ms\":1500}"
#define TAKEN "{\"status\":\"success\",\"dedup_key\":\"fireground-INC-1-2\"}"
#define WRONG "{\"status\":\"invalid event\",\"message\":\"Event object is" \
	" invalid\",\"errors\":[\"Length of 'routing_key' is incorrect\"]}"
#define POSTED "{\"id\":\"p31zjtct2jer\",\"status\":\"investigating\"}"
#define ANSWER(s, b) {.status = s, .body = b, .why = ""}

static const struct {
	const char *lines;
	struct http_answer answer;
	enum outcome_class class;
	int64_t wait;
	const char *why, *remote;
} rows[] = {
	{SLACK, ANSWER(200, "ok"), SENT_DELIVERED, 0, "", ""},
	{SLACK, ANSWER(200, "ok\n"), SENT_DELIVERED, 0, "", ""},
	{SLACK, ANSWER(200, "<html>"), SENT_MAYBE, 0, "not the answer", ""},
	{SLACK, {.status = 429, .body = "", .retry_ms = 7000, .why = ""},
		SENT_LATER, 7000, "429", ""},
	{SLACK, ANSWER(429, "{\"retry_after\":1,\"ok\":false,"
		"\"error\":\"rate_limited\"}"), SENT_LATER, 1001,
		"429 rate_limited", ""},
	{SLACK, ANSWER(404, "no_service"), SENT_CHANNEL, 0, "404 no_service",
		""},
	{SLACK, ANSWER(410, "channel_is_archived"), SENT_CHANNEL, 0, "", ""},
	{SLACK, ANSWER(400, "invalid_payload"), SENT_MESSAGE, 0, "", ""},
	{SLACK, ANSWER(302, ""), SENT_CHANNEL, 0, "302", ""},
	{SLACK, ANSWER(500, "rollup_error"), SENT_MAYBE, 0, "", ""},
	{SLACK, ANSWER(503, "\x1b]0;pwned\x07 busy"), SENT_LATER, 0, "busy",
		""},
	{SLACK, {.fate = HTTP_UNSENT, .body = "", .why = "x"}, SENT_LATER, 0,
		"x", ""},
	{SLACK, {.fate = HTTP_MAYBE, .body = "", .why = "x"}, SENT_MAYBE, 0,
		"x", ""},
	{SLACK, {.fate = HTTP_DISTRUST, .body = "", .why = "x"}, SENT_CHANNEL,
		0, "x", ""},
	{ROCKET, ANSWER(200, "{\"success\":true}"), SENT_DELIVERED, 0, "", ""},
	{ROCKET, ANSWER(200, "{\"success\":false,\"error\":\"no room\"}"),
		SENT_MESSAGE, 0, "no room", ""},
	{ROCKET, ANSWER(200, "<html>"), SENT_MAYBE, 0, "not the answer", ""},
	{ROCKET, ANSWER(401, "{\"success\":false}"), SENT_CHANNEL, 0, "401",
		""},
	{DISCORD, ANSWER(200, "ok"), SENT_DELIVERED, 0, "", ""},
	{DISCORD, ANSWER(204, ""), SENT_DELIVERED, 0, "", ""},
	{DISCORD, ANSWER(404, "{\"message\":\"Unknown Webhook\","
		"\"code\":10015}"), SENT_CHANNEL, 0, "404 Unknown Webhook",
		""},
	{DISCORD, ANSWER(429, RATE), SENT_LATER, 64570, "", ""},
	{TEAMS, ANSWER(202, ""), SENT_DELIVERED, 0, "", ""},
	{TEAMS, ANSWER(413, ""), SENT_MESSAGE, 0, "413", ""},
	{MATRIX, ANSWER(200, "{\"event_id\":\"$abc:m\"}"), SENT_DELIVERED, 0,
		"", "$abc:m"},
	{MATRIX, ANSWER(429, LIMIT), SENT_LATER, 1501, "429 Too many", ""},
	{MATRIX, ANSWER(403, "{\"errcode\":\"M_FORBIDDEN\",\"error\":\"Not in"
		" room\"}"), SENT_CHANNEL, 0, "403 Not in room", ""},
	{MATRIX, ANSWER(413, "{}"), SENT_MESSAGE, 0, "413", ""},
	{PAGER, ANSWER(202, TAKEN), SENT_DELIVERED, 0, "",
		"fireground-INC-1-2"},
	{PAGER, ANSWER(400, WRONG), SENT_MESSAGE, 0, "'routing_key' is", ""},
	{PAGER, ANSWER(429, ""), SENT_LATER, 0, "", ""},
	{PAGER, ANSWER(500, ""), SENT_MAYBE, 0, "", ""},
	{STATUS, ANSWER(201, POSTED), SENT_DELIVERED, 0, "", "p31zjtct2jer"},
	{STATUS, ANSWER(200, "{\"id\":\"p\",\"name\":\"ACME\"}"),
		SENT_DELIVERED, 0, "", ""},
	{STATUS, {.status = 420, .body = "", .retry_ms = 60000, .why = ""},
		SENT_LATER, 60000, "420", ""},
	{STATUS, ANSWER(422, "{\"error\":[\"name is too long\"]}"),
		SENT_MESSAGE, 0, "422", ""},
	{STATUS, ANSWER(401, "{\"error\":\"Could not authenticate\"}"),
		SENT_CHANNEL, 0, "Could not authenticate", ""},
	{MAIL, ANSWER(250, ""), SENT_DELIVERED, 0, "", ""},
	{MAIL, ANSWER(451, ""), SENT_LATER, 0, "451", ""},
	{MAIL, ANSWER(550, ""), SENT_MESSAGE, 0, "550", ""},
	{MAIL, ANSWER(535, ""), SENT_CHANNEL, 0, "535", ""},
	{HOOK, ANSWER(204, ""), SENT_DELIVERED, 0, "", ""},
	{HOOK, ANSWER(410, ""), SENT_CHANNEL, 0, "410", ""},
	{HOOK, ANSWER(301, ""), SENT_CHANNEL, 0, "301", ""},
	{HOOK, ANSWER(502, ""), SENT_MAYBE, 0, "502", ""},
};

static void
judge(const struct channel *c, const struct http_answer *h, struct arena *a,
	struct verdict *out)
{
	struct http_answer answer = *h;
	struct reply r = {.http = &answer, .said = ""};

	answer.len = strlen(answer.body);
	if (c->adapter->classify)
		c->adapter->classify(c, &r, a, out);
	else
		verdict_of(c, &r, a, out);
}

static void
test_answers(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct arena *a = arena_new(0);
		struct verdict v;

		judge(channel_of(a, rows[i].lines), &rows[i].answer, a, &v);
		if (v.class != rows[i].class || v.wait_ms != rows[i].wait ||
		    strcmp(v.remote, rows[i].remote) != 0 ||
		    !strstr(v.why, rows[i].why) || strpbrk(v.why, "\x1b\x07"))
			fail_msg("%s, %d %s: class %d, %lld ms, %s, %s",
				rows[i].lines, rows[i].answer.status,
				rows[i].answer.body, (int)v.class,
				(long long)v.wait_ms, v.why, v.remote);
		channel_drop();
		arena_free(a);
	}
}

static void
test_programs(void **state)
{
	static const struct {
		int exit;
		enum outcome_class class;
	} ends[] = {
		{0, SENT_DELIVERED}, {75, SENT_LATER}, {65, SENT_MESSAGE},
		{-1, SENT_MAYBE}, {1, SENT_CHANNEL}, {127, SENT_CHANNEL},
		{78, SENT_CHANNEL},
	};
	struct arena *a = arena_new(0);
	const struct channel *c = channel_of(a, "adapter = exec\n"
		"program = '/bin/tell'");

	(void)state;
	for (size_t i = 0; i < sizeof(ends) / sizeof(*ends); i++) {
		struct reply r = {.program = true, .exit = ends[i].exit,
			.said = "no \x1b[1mroute\nmore"};
		struct verdict v;

		verdict_of(c, &r, a, &v);
		assert_int_equal(v.class, ends[i].class);
		assert_null(strchr(v.why, '\x1b'));
		assert_null(strstr(v.why, "more"));
	}
	channel_drop();
	arena_free(a);
}

/* ---- acknowledgements ---------------------------------------------- */

#define INCIDENT(status, rest) "{\"id\":\"PT4KHLK\",\"status\":\"" status \
	"\"" rest "}"
#define ACK ",\"acknowledgements\":[{\"at\":\"2026-11-22T14:40:00Z\"," \
	"\"acknowledger\":{\"summary\":\"Li \x1b[1mWu\"}}]"
#define CHANGED ",\"acknowledgements\":[],\"last_status_change_at\":" \
	"\"2026-11-22T14:50:00+00:00\",\"last_status_change_by\":" \
	"{\"summary\":\"Li Wu\"}"

static const struct {
	int status;
	const char *body;
	enum page_standing standing;
	const char *who, *at, *why;
} polls[] = {
	{200, "{\"incidents\":[]}", PAGE_UNKNOWN, "", "-", ""},
	{200, "{\"incidents\":[" INCIDENT("triggered", CHANGED) "]}",
		PAGE_TRIGGERED, "", "-", ""},
	{200, "{\"incidents\":[" INCIDENT("acknowledged", ACK) "]}",
		PAGE_ACKED, "Li  [1mWu", "14:40Z", ""},
	{200, "{\"incidents\":[" INCIDENT("resolved", CHANGED) "]}",
		PAGE_RESOLVED, "Li Wu", "14:50Z", ""},
	{200, "{\"incidents\":[" INCIDENT("resolved", CHANGED) ","
		INCIDENT("acknowledged", ACK) "," INCIDENT("resolved", "")
		"]}", PAGE_ACKED, "Li  [1mWu", "14:40Z", ""},
	{200, "<html>", PAGE_UNKNOWN, "", "-", "not the one of PagerDuty"},
	{401, "{\"error\":{\"message\":\"Invalid token\"}}", PAGE_UNKNOWN, "",
		"-", "401 Invalid token"},
	{429, "", PAGE_UNKNOWN, "", "-", "429"},
	{503, "", PAGE_UNKNOWN, "", "-", "503"},
};

static void
test_acknowledged(void **state)
{
	struct arena *a = arena_new(0);
	const struct channel *c = channel_of(a, PAGER);

	(void)state;
	for (size_t i = 0; i < sizeof(polls) / sizeof(*polls); i++) {
		struct http_answer h = {.status = polls[i].status,
			.body = polls[i].body, .len = strlen(polls[i].body),
			.why = ""};
		struct page_state s;
		char at[WHEN_MAX];

		c->adapter->polled(c, &h, a, &s);
		assert_int_equal(s.standing, polls[i].standing);
		assert_string_equal(s.who, polls[i].who);
		assert_string_equal(when_clock(s.at, at), polls[i].at);
		assert_non_null(strstr(s.why, polls[i].why));
		assert_true(*polls[i].why || !*s.why);
	}
	channel_drop();
	arena_free(a);
}

static void
test_asked(void **state)
{
	struct play *p = news_play();
	struct news n = news_from(p, 0);
	const struct channel *c = channel_of(p->arena, PAGER "\n"
		"url = 'https://events.eu.pagerduty.com/'");
	struct request r = {.argv = NULL};
	const struct http_header *h;

	(void)state;
	assert_true(c->adapter->poll(c, &n, "fireground-INC-17-7", p->arena,
		&r));
	assert_string_equal(r.http.url, "https://api.eu.pagerduty.com/incidents"
		"?incident_key=fireground-INC-17-7&date_range=all"
		"&include%5B%5D=acknowledgers");
	assert_string_equal(r.http.method, "GET");
	h = &r.http.headers[r.http.n_headers - 1];
	assert_string_equal(h->value, "Token token=u+r");
	assert_false(c->adapter->poll(c, &n, "a&b", p->arena, &r));
	c = channel_of(p->arena, "adapter = pagerduty\nrouting-key = k");
	assert_false(c->adapter->poll(c, &n, "k", p->arena, &r));
	channel_drop();
	play_free(p);
}

/* ---- was it posted ------------------------------------------------- */

static void
test_found(void **state)
{
	struct play *p = news_play();
	struct news n = news_from(p, 0);
	const struct channel *c = channel_of(p->arena, STATUS);
	char *ours = arena_printf(p->arena, "{\"id\":\"x2\",\"metadata\":"
		"{\"fireground\":{\"id\":\"INC-17-7-%.4s%.4s\"}}}", n.hash,
		n.hash + 5);
	struct {
		int status;
		const char *body;
		bool found;
		enum outcome_class class;
	} asked[] = {
		{200, arena_printf(p->arena, "[" POSTED ",%s]", ours), true,
			SENT_DELIVERED},
		{200, ours, true, SENT_DELIVERED},
		{200, "[" POSTED "]", false, 0},
		{200, "[]", false, 0},
		{503, "", true, SENT_LATER},
		{500, "", true, SENT_LATER},
		{200, "<html>", true, SENT_LATER},
		{401, "", true, SENT_CHANNEL},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(asked) / sizeof(*asked); i++) {
		struct http_answer h = {.status = asked[i].status,
			.body = asked[i].body, .len = strlen(asked[i].body),
			.why = ""};
		struct verdict v;

		assert_int_equal(c->adapter->found(c, &n, &(struct reply){
			.http = &h, .said = ""}, p->arena, &v),
			asked[i].found);
		if (!asked[i].found)
			continue;
		assert_int_equal(v.class, asked[i].class);
		assert_string_equal(v.remote, v.class == SENT_DELIVERED ? "x2" :
			"");
	}
	channel_drop();
	play_free(p);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_answers),
		cmocka_unit_test(test_programs),
		cmocka_unit_test(test_acknowledged),
		cmocka_unit_test(test_asked),
		cmocka_unit_test(test_found),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
