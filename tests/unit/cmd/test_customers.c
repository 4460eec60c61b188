/* The one customer clock, by the lines that people type. */
#include "lib/play.h"

#include "model/clocks.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static const struct customers *
told(const struct play *p)
{
	return &p->inc->customers;
}

static int
begin(void **state)
{
	play_setup(state);
	play(*state, "14:00Z tomas declare x", "14:01Z ana take", NULL);
	return 0;
}

#define TEST(fn) cmocka_unit_test_setup_teardown(fn, begin, play_teardown)

static void
test_the_first_word_is_due_from_the_declaration(void **state)
{
	struct play *p = *state;

	play_at(told(p)->due, "14:15Z");
	assert_string_equal(told(p)->owner, "mei");
	assert_int_equal(told(p)->n_unheard, 1);
	assert_null(play_row(p, "ana", "14:15Z", ATT_CUSTOMERS_LATE));
	assert_non_null(play_row(p, "ana", "14:15:01Z", ATT_CUSTOMERS_LATE));
	assert_non_null(play_row(p, "mei", "14:15:01Z", ATT_CUSTOMERS_LATE));
	assert_null(play_row(p, "raj", "14:15:01Z", ATT_CUSTOMERS_LATE));
}

static void
test_one_word_answers_all_that_is_due_and_lists_it(void **state)
{
	struct play *p = *state;
	const struct texts *covers;

	play(p, "14:02Z ana advance", "14:03Z ana advance",
		"14:05Z mei customers we look into it --next 14:25Z"
		" --through 'status page'", NULL);
	covers = event_list(&play_last(p)->ev, F_COVERS);
	assert_int_equal(covers->n, 3);
	assert_string_equal(covers->v[0], "detect");
	assert_string_equal(covers->v[2], "verify");
	assert_int_equal(told(p)->n_unheard, 0);
	assert_int_equal(told(p)->words, 1);
	play_at(told(p)->told, "14:05Z");
	assert_string_equal(told(p)->by, "mei");
	assert_string_equal(told(p)->through, "status page");
	play_at(told(p)->due, "14:25Z");
}

static void
test_a_stage_they_have_not_heard_of_is_due_if_that_is_sooner(void **state)
{
	struct play *p = *state;

	play(p, "14:05Z mei customers hello --next 15:00Z",
		"14:10Z ana advance", NULL);
	play_at(told(p)->due, "14:25Z");
	play(p, "14:12Z mei customers more --next 14:20Z",
		"14:13Z ana advance", NULL);
	play_at(told(p)->due, "14:20Z");
	assert_int_equal(told(p)->n_unheard, 1);
}

static void
test_a_promise_is_offered_by_stage(void **state)
{
	struct play *p = *state;

	p->env.scenario = false;
	play(p, "14:05Z mei customers hello", NULL);
	play_at(told(p)->promised, "14:20Z");
	assert_non_null(strstr(p->said, "next word promised for 14:20Z"));
	play(p, "14:06Z ana advance --to mitigate",
		"14:07Z mei customers hello", NULL);
	play_at(told(p)->promised, "14:37Z");
	play(p, "14:08Z ana call under-control", "14:09Z mei customers fixed",
		NULL);
	play_at(told(p)->promised, "15:09Z");
	/* A word of long ago promises nothing that is past. */
	play(p, "16:30Z mei customers x --happened 15:00Z", NULL);
	play_at(told(p)->promised, "-");
}

static void
test_a_promise_that_passed_is_missed(void **state)
{
	struct play *p = *state;

	play(p, "14:05Z mei customers hello --next 14:25Z", NULL);
	play_at(told(p)->missed, "-");
	assert_non_null(play_row(p, "mei", "14:26Z", ATT_CUSTOMERS_LATE));
	play(p, "14:31Z mei customers sorry --next 14:50Z", NULL);
	play_at(told(p)->missed, "14:25Z");
	play_at(told(p)->due, "14:50Z");
	/* Kept, though it was recorded later. */
	play(p, "14:55Z mei customers done --happened 14:49Z --next 15:30Z",
		NULL);
	play_at(told(p)->missed, "14:25Z");
	play_at(told(p)->promised, "15:30Z");
	play_refused(p, "14:56Z mei customers x --next -1m", "past already");
}

static void
test_a_back_dated_word_does_not_cover_what_came_after_it(void **state)
{
	struct play *p = *state;
	const struct texts *covers;

	play(p, "14:10Z ana advance",
		"14:12Z mei customers hello --happened 14:05Z", NULL);
	covers = event_list(&play_last(p)->ev, F_COVERS);
	assert_int_equal(covers->n, 1);
	assert_string_equal(covers->v[0], "detect");
	assert_int_equal(told(p)->n_unheard, 1);
	assert_int_equal(told(p)->unheard[0].stage, STAGE_ASSEMBLE);
	play_at(told(p)->due, "14:25Z");
	/* And one before the latest word changes nothing that is shown. */
	play(p, "14:13Z mei customers bye",
		"14:14Z sam customers earlier --happened 14:08Z", NULL);
	assert_string_equal(told(p)->text, "bye");
	assert_int_equal(told(p)->words, 3);
}

static void
test_while_they_are_affected_the_firm_words_cannot_be_waived(void **state)
{
	struct play *p = *state;

	play(p, "14:02Z ana advance --to verify", NULL);
	play_refused(p, "14:03Z ana waive verify", "--reason");
	play_refused(p, "14:03Z ana waive detect --reason x", "are owed");
	play_refused(p, "14:03Z raj waive verify --reason x", "ana");
	play_refused(p, "14:03Z ana waive review --reason x", "have heard");
	play(p, "14:03Z ana waive verify --reason 'same as before'", NULL);
	assert_int_equal(told(p)->n_unheard, 1);
	play(p, "14:04Z mei customers hello", "14:05Z ana call under-control",
		NULL);
	play_refused(p, "14:06Z ana waive repair --reason x", "are owed");
	play_at(told(p)->due, "14:20Z");
	play(p, "14:07Z mei customers fixed", "14:08Z ana call all-clear",
		NULL);
	play_refused(p, "14:09Z ana waive review --reason x", "are owed");
}

static void
test_not_affected_ends_the_clock_by_the_commander_with_a_reason(void **state)
{
	struct play *p = *state;

	play_refused(p, "14:02Z ana impact --customers no", "--reason");
	play_refused(p, "14:02Z raj impact --customers no --reason x", "ana");
	play(p, "14:02Z ana impact --customers no --reason 'batch only'",
		NULL);
	play_at(told(p)->due, "-");
	play(p, "14:03Z ana advance", NULL);
	play_at(told(p)->due, "-");
	/* Affected after all: what they have not heard of is due. */
	play(p, "14:10Z ana impact --customers unknown", NULL);
	play_at(told(p)->due, "14:15Z");
	play(p, "14:11Z ana impact --customers no --reason again",
		"14:12Z ana waive detect --reason none", NULL);
	assert_int_equal(told(p)->n_unheard, 1);
}

static void
test_after_all_clear_one_word_is_due_and_no_more(void **state)
{
	struct play *p = *state;

	play(p, "14:05Z mei customers hello --next 14:30Z",
		"14:20Z ana call all-clear", NULL);
	play_at(told(p)->due, "14:30Z");
	assert_int_equal(told(p)->n_unheard, 1);
	assert_int_equal(told(p)->unheard[0].call, CALL_ALL_CLEAR);
	play(p, "14:25Z mei customers over --next 15:00Z", NULL);
	assert_string_equal(event_list(&play_last(p)->ev, F_COVERS)->v[0],
		"all-clear");
	play_at(told(p)->promised, "-");
	play_at(told(p)->due, "-");
	play_refused(p, "14:26Z sam close", "review owner (ana)");
	play(p, "14:26Z ana close", NULL);
	play_refused(p, "14:27Z mei customers more", "no word is owed");
}

static void
test_a_severity_without_a_limit_has_no_clock(void **state)
{
	struct play *p = *state;

	play(p, "14:02Z mei customers hi --next 14:40Z",
		"14:03Z ana severity 4 nobody notices", NULL);
	play_at(told(p)->due, "-");
	play(p, "14:04Z ana severity 2 they do", NULL);
	play_at(told(p)->due, "14:40Z");
}

static void
test_the_role_is_filled_from_the_roster_and_can_be_given_back(void **state)
{
	struct play *p = *state;

	play(p, "14:02Z raj join", "14:02Z li join", NULL);
	assert_null(play_row(p, "ana", "14:03Z", ATT_NOBODY_SPEAKS));
	play_refused(p, "14:03Z raj role customers", "ana");
	play(p, "14:03Z mei role customers", NULL);
	assert_string_equal(told(p)->owner, "");
	assert_non_null(play_row(p, "ana", "14:03Z", ATT_NOBODY_SPEAKS));
	play(p, "14:04Z ana role customers sam", NULL);
	assert_null(play_row(p, "ana", "14:04Z", ATT_NOBODY_SPEAKS));
	assert_non_null(play_row(p, "sam", "14:16Z", ATT_CUSTOMERS_LATE));
}

static void
test_anyone_records_what_customers_were_told_and_by_whom(void **state)
{
	struct play *p = *state;

	play(p, "14:05Z raj customers we know --from mei --through mail",
		NULL);
	assert_string_equal(told(p)->by, "mei");
	assert_string_equal(play_last(p)->ev.by, "raj");
	play(p, "14:06Z raj customers", NULL);
	assert_non_null(strstr(told(p)->text, "x"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	TEST(test_the_first_word_is_due_from_the_declaration),
	TEST(test_one_word_answers_all_that_is_due_and_lists_it),
	TEST(test_a_stage_they_have_not_heard_of_is_due_if_that_is_sooner),
	TEST(test_a_promise_is_offered_by_stage),
	TEST(test_a_promise_that_passed_is_missed),
	TEST(test_a_back_dated_word_does_not_cover_what_came_after_it),
	TEST(test_while_they_are_affected_the_firm_words_cannot_be_waived),
	TEST(test_not_affected_ends_the_clock_by_the_commander_with_a_reason),
	TEST(test_after_all_clear_one_word_is_due_and_no_more),
	TEST(test_a_severity_without_a_limit_has_no_clock),
	TEST(test_the_role_is_filled_from_the_roster_and_can_be_given_back),
	TEST(test_anyone_records_what_customers_were_told_and_by_whom),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
