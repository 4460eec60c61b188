/* Telling the company: messages, their ten seconds, by hand; snoozes. */
#include "lib/play.h"

#include "model/clocks.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static const struct message *
last_message(const struct play *p)
{
	return &p->inc->messages[p->inc->n_messages - 1];
}

static int
begin(void **state)
{
	play_setup(state);
	play(*state, "14:00Z ana declare x --take", NULL);
	return 0;
}

#define TEST(fn) cmocka_unit_test_setup_teardown(fn, begin, play_teardown)

static void
test_a_message_says_who_did_what(void **state)
{
	struct play *p = play_new();

	(void)state;
	play(p, "14:00Z tomas declare EU checkout is down", NULL);
	assert_non_null(strstr(last_message(p)->text, "declared by tomas"));
	assert_string_equal(last_message(p)->audience, "company");
	play(p, "14:01Z ana take", NULL);
	assert_non_null(strstr(last_message(p)->text, "ana takes command"));
	play(p, "14:02Z ana advance --to verify --say 'we look into it'",
		NULL);
	assert_string_equal(last_message(p)->text, "we look into it");
	play_free(p);
}

static void
test_declaring_and_taking_at_once_tells_of_the_new_commander(void **state)
{
	struct play *p = *state;

	assert_non_null(strstr(last_message(p)->text, "ana"));
	assert_null(strstr(last_message(p)->text, "nobody"));
}

static void
test_a_message_leaves_after_ten_seconds_or_when_let_go(void **state)
{
	struct play *p = *state;
	const struct message *m;

	play(p, "14:01Z ana broadcast hold on", NULL);
	m = last_message(p);
	assert_false(clock_left(p->inc, m, play_time("14:01:09Z")));
	assert_true(clock_left(p->inc, m, play_time("14:01:10Z")));
	play_refused(p, "14:01:02Z raj let-go", "nothing of yours");
	play(p, "14:01:03Z ana let-go", NULL);
	assert_true(clock_left(p->inc, last_message(p),
		play_time("14:01:03Z")));
	play_refused(p, "14:01:04Z ana let-go", "nothing of yours");
}

static void
test_whoever_declared_lets_their_own_message_go(void **state)
{
	struct play *p = play_new();

	(void)state;
	play(p, "14:00Z sam declare x", "14:00:02Z sam let-go", NULL);
	assert_true(last_message(p)->released);
	play_free(p);
}

static void
test_composed_is_not_told_until_somebody_says_so(void **state)
{
	struct play *p = *state;
	uint32_t n;

	play(p, "14:01Z ana broadcast hold on", NULL);
	n = p->inc->n;
	play_at(last_message(p)->told, "-");
	assert_null(play_row(p, "ana", "14:00:05Z", ATT_TOLD_NOBODY));
	assert_int_equal(play_row(p, "ana", "14:02Z", ATT_TOLD_NOBODY)->joined,
		2);
	play_refused(p, "14:02Z ana broadcast --said 99", "entry 99");
	play_refused(p, "14:02Z ana broadcast --said x", "or all");
	assert_int_equal(n, 4);
	play(p, "14:02Z raj broadcast --said 4 --through chat", NULL);
	play_at(last_message(p)->told, "14:02Z");
	assert_string_equal(last_message(p)->through, "chat");
	play(p, "14:03Z raj broadcast --said all", NULL);
	assert_null(play_row(p, "ana", "14:04Z", ATT_TOLD_NOBODY));
	play_refused(p, "14:04Z raj broadcast --said all", "nothing waits");
	play_refused(p, "14:04Z raj broadcast --said 4", "no message");
}

static void
test_several_moves_in_ten_seconds_are_told_as_one(void **state)
{
	struct play *p = *state;

	play(p, "14:01Z ana advance", "14:01:04Z ana advance",
		"14:01:09Z ana severity 1 worse", "14:01:30Z ana broadcast x",
		NULL);
	play(p, "14:02Z ana broadcast --said 6", NULL);
	assert_int_equal(event_ints(&play_last(p)->ev, F_ENTRIES)->n, 3);
	assert_int_equal(play_row(p, "ana", "14:03Z", ATT_TOLD_NOBODY)->joined,
		2);
	play_at(incident_message(p->inc, 4)->told, "14:02Z");
	play_at(incident_message(p->inc, 7)->told, "-");
	play_at(incident_message(p->inc, 3)->told, "-");
}

static void
test_only_what_was_told_is_the_progress_mark(void **state)
{
	struct play *p = *state;

	play_at(p->inc->command.broadcast_due, "14:30Z");
	play(p, "14:20Z ana broadcast all is well", NULL);
	play_at(p->inc->command.broadcast_due, "14:30Z");
	play(p, "14:21Z ana broadcast --said all", NULL);
	play_at(p->inc->command.broadcast_due, "14:51Z");
	play(p, "14:22Z ana broadcast psst --audience board",
		"14:23Z ana broadcast --said all", NULL);
	play_at(p->inc->command.broadcast_due, "14:51Z");
}

static void
test_a_restricted_incident_tells_only_a_named_audience(void **state)
{
	struct play *p = play_new();

	(void)state;
	play(p, "14:00Z ana declare leak --take --restricted",
		"14:01Z ana severity 1 worse", NULL);
	assert_int_equal(p->inc->n_messages, 0);
	play(p, "14:01:30Z ana advance --say hello", NULL);
	assert_non_null(strstr(p->said, "nothing was announced"));
	assert_int_equal(p->inc->n_messages, 0);
	play_at(p->inc->customers.due, "-");
	play_refused(p, "14:02Z ana broadcast hello", "--audience");
	play(p, "14:02Z ana broadcast hello --audience security",
		"14:03Z ana broadcast --said all", NULL);
	assert_string_equal(last_message(p)->audience, "security");
	play_at(p->inc->command.broadcast_due, "14:23Z");
	/* The clock is started by the first word. */
	play(p, "14:04Z ana customers we reset your keys --next 15:00Z", NULL);
	play_at(p->inc->customers.due, "15:00Z");
	play_free(p);
}

static void
test_pages_and_broadcasts_are_the_commanders_or_the_deputys(void **state)
{
	struct play *p = *state;

	play_refused(p, "14:01Z raj broadcast hello", "ana");
	play(p, "14:01Z ana role deputy tomas", "14:02Z tomas broadcast hello",
		NULL);
	assert_string_equal(play_last(p)->deputy_of, "ana");
	play(p, "14:03Z ana broadcast hello", NULL);
	assert_null(play_last(p)->deputy_of);
	play(p, "14:04Z tomas can --condition x --need a",
		"14:05Z raj can --condition y --need b",
		"14:06Z tomas need met 1", NULL);
	assert_null(play_last(p)->deputy_of);
	play(p, "14:07Z tomas need met 2", NULL);
	assert_string_equal(play_last(p)->deputy_of, "ana");
}

static void
test_a_row_is_quiet_until_its_time(void **state)
{
	struct play *p = *state;

	play(p, "14:01Z raj join", "14:01Z li join", NULL);
	play_refused(p, "14:02Z ana snooze can-late:raj --until 14:30Z",
		"no row");
	assert_int_equal(play_row(p, "ana", "14:20Z", ATT_CAN_LATE)->joined, 2);
	play(p, "14:20Z ana snooze can-late:li --until 14:30Z", NULL);
	assert_int_equal(play_row(p, "ana", "14:21Z", ATT_CAN_LATE)->joined, 1);
	play(p, "14:21Z ana snooze can-late --until 14:25Z", NULL);
	assert_null(play_row(p, "ana", "14:22Z", ATT_CAN_LATE));
	assert_int_equal(play_row(p, "ana", "14:26Z", ATT_CAN_LATE)->joined, 1);
	assert_int_equal(play_row(p, "ana", "14:31Z", ATT_CAN_LATE)->joined, 2);
	play_refused(p, "14:32Z ana snooze can-late --until 14:31:59Z x",
		"one word too many");
	play_refused(p, "14:32Z ana snooze can-late", "--until");
	/* The clock itself goes on. */
	assert_int_equal(clock_missed(p->inc, incident_sme(p->inc, "raj"),
		play_time("14:22Z")), 1);
	/* Nobody quiets what they are not shown. */
	play_refused(p, "14:33Z sam snooze can-late --until 14:40Z",
		"no row");
}

static void
test_numbers_of_messages_follow_their_entries(void **state)
{
	struct play *p = *state;

	play(p, "14:01Z ana advance", "14:01:02Z ana broadcast b",
		"14:01:03Z ana let-go", NULL);
	assert_int_equal(event_ints(&play_last(p)->ev, F_ENTRIES)->n, 2);
	for (int i = 0; i < p->inc->n_messages; i++) {
		const struct message *m = &p->inc->messages[i];

		assert_ptr_equal(incident_message(p->inc, m->n), m);
	}
	assert_null(incident_message(p->inc, p->inc->n));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	cmocka_unit_test(test_a_message_says_who_did_what),
	TEST(test_declaring_and_taking_at_once_tells_of_the_new_commander),
	TEST(test_a_message_leaves_after_ten_seconds_or_when_let_go),
	cmocka_unit_test(test_whoever_declared_lets_their_own_message_go),
	TEST(test_composed_is_not_told_until_somebody_says_so),
	TEST(test_several_moves_in_ten_seconds_are_told_as_one),
	TEST(test_only_what_was_told_is_the_progress_mark),
	cmocka_unit_test(
		test_a_restricted_incident_tells_only_a_named_audience),
	TEST(test_pages_and_broadcasts_are_the_commanders_or_the_deputys),
	TEST(test_a_row_is_quiet_until_its_time),
	TEST(test_numbers_of_messages_follow_their_entries),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
