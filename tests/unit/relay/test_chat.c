/* What chats answer. */
#include "unit/relay/golden.h"

#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define SLACK "adapter = slack\nurl = 'https://hooks.slack.com/services/T0/B0'"

/* What the other side says decides; Slack's "ok" is the receipt. */
static void
test_slack_answers(void **state)
{
	static const struct {
		struct http_answer answer;
		enum outcome_class class;
	} rows[] = {
		{{.status = 200, .body = "ok"}, SENT_DELIVERED},
		{{.status = 200, .body = "<html>"}, SENT_MAYBE},
		{{.status = 429, .body = "", .retry_ms = 7000}, SENT_LATER},
		{{.status = 404, .body = "no_service"}, SENT_CHANNEL},
		{{.status = 400, .body = "invalid_payload"}, SENT_MESSAGE},
		{{.status = 302, .body = ""}, SENT_CHANNEL},
		{{.status = 500, .body = "rollup_error"}, SENT_MAYBE},
		{{.fate = HTTP_UNSENT, .body = "", .why = "x"}, SENT_LATER},
		{{.fate = HTTP_MAYBE, .body = "", .why = "x"}, SENT_MAYBE},
		{{.fate = HTTP_DISTRUST, .body = "", .why = "x"},
			SENT_CHANNEL},
	};
	struct arena *a = arena_new(0);
	const struct channel *c = channel_of(a, SLACK);

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct reply r = {.http = &rows[i].answer};
		struct verdict v;

		c->adapter->classify(c, &r, a, &v);
		assert_int_equal(v.class, rows[i].class);
		assert_int_equal(v.wait_ms, rows[i].answer.retry_ms);
	}
	channel_drop();
	arena_free(a);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_slack_answers),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
