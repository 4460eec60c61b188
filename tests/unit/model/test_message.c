#include "model/words.h"

#include "base/str.h"
#include "unit/model/tale.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <string.h>
#include <cmocka.h>

static struct tale *t;
static when_ms now;

static int
setup(void **state)
{
	(void)state;
	t = tale_checkout();
	now = tale_time("14:31:19");
	return setlocale(LC_CTYPE, "C.UTF-8") ? 0 : -1;
}

static int
teardown(void **state)
{
	(void)state;
	tale_free(t);
	return 0;
}

static struct event *
draft(enum event_kind kind, const char *by)
{
	struct event *e = event_draft(t->a, kind);

	e->by = by;
	return e;
}

static void
test_message_of_a_stage_is_complete(void **state)
{
	struct event *e = draft(KIND_STAGE, "ana");

	(void)state;
	event_put_text(e, F_FROM, "dispatch");
	event_put_text(e, F_TO, "mitigate");
	assert_string_equal(words_message(t->inc, e, now, t->a),
		"INC-17 SEV1 EU checkout returns 5xx: stage Mitigate\n"
		"Commander: ana, deputy tomas\n"
		"Impact: for customers since 13:41Z (T+00:50)\n"
		"Scope: 38% of checkouts in Europe fail, cards are not"
		" charged.\n"
		"Working: tomas (billing-api): rolling back; raj (database):"
		" Promote replica db-eu-2; ines: Drain eu-west-1a at the edge"
		" (cannot complete)\n"
		"Called: li (network) paged 7m\n"
		"Customers: told 14:05Z by mei, next promised 14:25Z,"
		" 6m LATE\n"
		"Bridge: https://meet.example.com/inc-17\n"
		"Next word: 14:51Z");
}

static void
test_message_of_a_declaration_has_bridge_and_protocol(void **state)
{
	struct incident *empty = incident_new(18);
	struct event *e = draft(KIND_DECLARED, "tomas");

	(void)state;
	event_put_text(e, F_TITLE, "carts are empty");
	event_put_text(e, F_BRIDGE, "https://b");
	event_put_text(e, F_PROTOCOL, "one voice\nfacts first");
	assert_string_equal(words_message(empty, e, now, t->a),
		"INC-18 SEV2 carts are empty: declared by tomas\n"
		"Commander: nobody yet\n"
		"Impact: start not known yet\n"
		"Scope: not known yet\n"
		"Customers: not told, first word due in 15m\n"
		"Bridge: https://b\n"
		"Protocol: one voice facts first\n"
		"Next word: when something changes");
	incident_free(empty);
}

static void
test_protocol_is_told_until_somebody_heard_it(void **state)
{
	struct tale *fresh = tale_new(3);
	const char *text;

	(void)state;
	tale_add(fresh, "14:00", "ana", "incident.declared",
		"{'title':'x','protocol':'one voice','message':'m'}");
	text = words_broadcast(fresh->inc, now, fresh->a);
	assert_non_null(strstr(text, "Protocol: one voice\n"));
	tale_add(fresh, "14:01", "ana", "delivery.sent",
		"{'entries':[1],'channel':'hand'}");
	text = words_broadcast(fresh->inc, now, fresh->a);
	assert_null(strstr(text, "Protocol"));
	tale_add(fresh, "14:02", "ana", "protocol.set",
		"{'protocol':'two voices'}");
	text = words_broadcast(fresh->inc, now, fresh->a);
	assert_non_null(strstr(text, "Protocol: two voices\n"));
	tale_free(fresh);
}

static void
test_message_says_who_commands_after_the_act(void **state)
{
	struct event *e = draft(KIND_ASSUMED, "raj");
	const char *text;

	(void)state;
	event_put_text(e, F_FROM, "ana");
	text = words_message(t->inc, e, now, t->a);
	assert_true(str_starts(text, "INC-17 SEV1 EU checkout returns 5xx:"
		" raj assumed command from ana\nCommander: raj, deputy"
		" tomas\n"));
	e = draft(KIND_ACCEPTED, "tomas");
	event_put_text(e, F_FROM, "ana");
	text = words_message(t->inc, e, now, t->a);
	assert_non_null(strstr(text, "tomas takes over command from ana\n"
		"Commander: tomas\n"));
}

static void
test_message_of_severity_has_the_new_one(void **state)
{
	struct event *e = draft(KIND_SEVERITY, "ana");
	const char *text;

	(void)state;
	event_put_int(e, F_SEVERITY, 3);
	event_put_text(e, F_REASON, "one shop");
	text = words_message(t->inc, e, now, t->a);
	assert_true(str_starts(text, "INC-17 SEV3 EU checkout returns 5xx:"
		" severity lowered from SEV1, one shop\n"));
	assert_non_null(strstr(text, "Next word: 15:31Z"));
}

static void
test_message_of_all_clear_names_the_review_owner(void **state)
{
	struct event *e = draft(KIND_CALLED, "ana");
	const char *text;

	(void)state;
	event_put_text(e, F_CALL, "all-clear");
	text = words_message(t->inc, e, now, t->a);
	assert_true(str_starts(text, "INC-17 SEV1 EU checkout returns 5xx:"
		" All Clear, stage Review\nReview: ana"));
	assert_null(strstr(text, "Next word"));
	assert_null(strstr(text, "Working"));
}

static void
test_false_alarm_and_close_are_one_line(void **state)
{
	struct event *e = draft(KIND_CLOSED, "ana");

	(void)state;
	event_put_int(e, F_FALSE_ALARM, 1);
	event_put_text(e, F_REASON, "a test\nfired");
	assert_string_equal(words_message(t->inc, e, now, t->a),
		"INC-17 SEV1 EU checkout returns 5xx: false alarm, stand"
		" down. a test fired");
	assert_string_equal(words_message(t->inc,
		draft(KIND_CLOSED, "ana"), now, t->a),
		"INC-17 SEV1 EU checkout returns 5xx: closed. Customer impact"
		" 50m, operations impact 47m, 0 lessons, 0 action items");
}

static void
test_restricted_tells_number_and_severity_only(void **state)
{
	struct tale *r = tale_new(9);

	(void)state;
	tale_add(r, "14:00", "ana", "incident.declared",
		"{'title':'leak','severity':1,'restricted':true}");
	assert_string_equal(words_broadcast(r->inc, now, r->a), "INC-9 SEV1");
	assert_string_equal(words_message(r->inc, draft(KIND_TAKEN, "ana"),
		now, r->a), "INC-9 SEV1");
	assert_null(strstr(words_customers(r->inc, now, r->a), "leak"));
	tale_free(r);
}

static void
test_broadcast_hides_internal_reports(void **state)
{
	const char *text;

	(void)state;
	tale_add(t, "14:30", "lee", "can.reported", "{'report':[{'on':"
		"'operations','condition':'x','actions':[{'for':'repair',"
		"'text':'secret act'}],'needs':['secret need']}],"
		"'internal':true}");
	tale_add(t, "14:30", "raj", "diagnosis.given", "{'note':'lock storm'}");
	tale_add(t, "14:30", "raj", "mitigation.proposed", "{'note':'kill'}");
	text = words_broadcast(t->inc, now, t->a);
	assert_null(strstr(text, "secret"));
	assert_non_null(strstr(text, "Diagnosis: lock storm\n"
		"Mitigation: kill (proposed)\n"));
	assert_non_null(strstr(text,
		"Needs: raj: approval to promote, losing 40 s\n"));
}

static void
test_customers_read_no_names_and_when_we_write_again(void **state)
{
	const char *text = words_customers(t->inc, now, t->a);

	(void)state;
	assert_string_equal(text, "The problem continues: 38% of checkouts in"
		" Europe fail, cards are not charged. It began at 13:41 UTC."
		" Several of our teams are working on it. We will write again"
		" by 14:41 UTC.");
	tale_add(t, "14:31", "ana", "control.called",
		"{'call':'all-clear','from':'dispatch'}");
	assert_string_equal(words_customers(t->inc, now, t->a),
		"The problem is over: 38% of checkouts in Europe fail, cards"
		" are not charged. It lasted from 13:41 UTC to 14:31 UTC. We"
		" will look at what happened and learn from it. This is our"
		" last word on it.");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
#define T(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
		T(test_message_of_a_stage_is_complete),
		T(test_message_of_a_declaration_has_bridge_and_protocol),
		T(test_protocol_is_told_until_somebody_heard_it),
		T(test_message_says_who_commands_after_the_act),
		T(test_message_of_severity_has_the_new_one),
		T(test_message_of_all_clear_names_the_review_owner),
		T(test_false_alarm_and_close_are_one_line),
		T(test_restricted_tells_number_and_severity_only),
		T(test_broadcast_hides_internal_reports),
		T(test_customers_read_no_names_and_when_we_write_again),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
