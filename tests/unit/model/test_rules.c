#include "model/rules.h"

#include "base/str.h"
#include "unit/model/made.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <cmocka.h>

static bool
may(const struct incident *inc, const char *who, enum right right)
{
	struct err err = {0};
	bool ok = rules_may(inc, who, right, made_at(20), &err);

	assert_int_equal(err.code, ok ? ERR_NONE : ERR_REFUSED);
	return ok;
}

/* The refusal's sentence, which must hold @part. */
static void
assert_refused(const struct incident *inc, const char *who, enum right right,
	const char *part)
{
	struct err err = {0};

	assert_false(rules_may(inc, who, right, made_at(20), &err));
	assert_int_equal(err.code, ERR_REFUSED);
	if (!str_find(err.text, part))
		fail_msg("'%s' does not say '%s'", err.text, part);
}

static void
test_before_a_commander_anyone_has_the_early_rights(void **state)
{
	struct made *m = *state;
	const struct incident *inc = made_fold(m);

	assert_true(may(inc, "raj", RIGHT_ANYONE));
	assert_true(may(inc, "raj", RIGHT_EARLY));
	assert_true(may(inc, "raj", RIGHT_EARLY_STAFF));
	assert_refused(inc, "raj", RIGHT_COMMAND, "nobody is in command");
	assert_refused(inc, "raj", RIGHT_COMMAND, "`take`");
	assert_refused(inc, "raj", RIGHT_STAFF, "`take`");
}

static void
test_before_a_commander_only_the_declarer_ends_it(void **state)
{
	const struct incident *inc = made_fold(*state);

	assert_true(may(inc, "tomas", RIGHT_END));
	assert_true(may(inc, "TOMAS", RIGHT_END));
	assert_refused(inc, "raj", RIGHT_END, "tomas, who declared it");
}

static void
test_only_the_commander_commands_whatever_the_case_of_the_name(void **state)
{
	struct made *m = *state;
	const struct incident *inc;

	made_take(m, 4, "ana");
	inc = made_fold(m);
	for (int r = RIGHT_ANYONE; r <= RIGHT_NOBODY; r++) {
		assert_true(may(inc, "ana", (enum right)r));
		assert_true(may(inc, "Ana", (enum right)r));
	}
	assert_refused(inc, "raj", RIGHT_COMMAND,
		"only the commander (ana, last acted 16m ago)");
	assert_refused(inc, "raj", RIGHT_COMMAND, "`assume`");
	assert_refused(inc, "raj", RIGHT_STAFF, "ana");
	assert_refused(inc, "raj", RIGHT_EARLY, "ana");
	assert_refused(inc, "raj", RIGHT_EARLY_STAFF, "ana");
	assert_refused(inc, "raj", RIGHT_CLOSING, "ana");
	assert_refused(inc, "tomas", RIGHT_END, "ana");
	assert_true(may(inc, "raj", RIGHT_ANYONE));
}

static void
test_the_deputy_pages_and_answers_but_does_not_command(void **state)
{
	struct made *m = *state;
	const struct incident *inc;

	made_take(m, 4, "ana");
	made_role(m, 5, "deputy", "tomas");
	inc = made_fold(m);
	assert_true(may(inc, "tomas", RIGHT_STAFF));
	assert_true(may(inc, "tomas", RIGHT_EARLY_STAFF));
	assert_refused(inc, "tomas", RIGHT_COMMAND, "not the deputy");
	assert_refused(inc, "tomas", RIGHT_EARLY, "not the deputy");
	assert_refused(inc, "tomas", RIGHT_END, "not the deputy");
	assert_refused(inc, "raj", RIGHT_STAFF, "the deputy (tomas)");
}

static void
test_who_was_offered_command_is_told_to_accept(void **state)
{
	struct made *m = *state;
	struct event *e;
	const struct incident *inc;

	made_take(m, 4, "ana");
	e = made_add(m, 18, "ana", KIND_OFFERED);
	made_text(e, F_FROM, "ana");
	made_text(e, F_TO, "raj");
	inc = made_fold(m);
	assert_refused(inc, "raj", RIGHT_COMMAND, "`accept`");
	assert_refused(inc, "li", RIGHT_COMMAND, "`assume`");
}

static void
test_after_all_clear_the_review_owner_has_the_rights(void **state)
{
	struct made *m = *state;
	const struct incident *inc;

	made_take(m, 4, "ana");
	made_call(m, 9, CALL_ALL_CLEAR);
	made_role(m, 10, "review", "mei");
	inc = made_fold(m);
	assert_true(may(inc, "mei", RIGHT_CLOSING));
	assert_true(may(inc, "mei", RIGHT_END));
	assert_true(may(inc, "mei", RIGHT_STAFF));
	assert_refused(inc, "ana", RIGHT_CLOSING, "the review owner (mei)");
	assert_refused(inc, "tomas", RIGHT_END, "`role review tomas`");
	assert_true(may(inc, "tomas", RIGHT_ANYONE));
	made_role(m, 11, "review", "");
	inc = made_fold(m);
	assert_refused(inc, "mei", RIGHT_CLOSING, "nobody owns the review");
}

static void
test_a_closed_incident_refuses_and_says_how_to_go_on(void **state)
{
	struct made *m = *state;
	const struct incident *inc;

	made_int(made_add(m, 5, "tomas", KIND_CLOSED), F_FALSE_ALARM, 1);
	inc = made_fold(m);
	for (int r = RIGHT_ANYONE; r < RIGHT_NOBODY; r++)
		assert_refused(inc, "tomas", (enum right)r,
			"INC-17 was closed by tomas: `reopen`");
	assert_true(may(inc, "tomas", RIGHT_NOBODY));
}

static void
test_a_merged_incident_points_at_the_one_that_goes_on(void **state)
{
	struct made *m = *state;
	const struct incident *inc;

	made_int(made_add(m, 5, "tomas", KIND_MERGED), F_INCIDENT, 16);
	inc = made_fold(m);
	for (int r = RIGHT_ANYONE; r < RIGHT_NOBODY; r++)
		assert_refused(inc, "tomas", (enum right)r,
			"INC-17 was merged into INC-16: write there");
}

static void
test_a_nameless_reader_and_an_unknown_incident_write_nothing(void **state)
{
	struct made *m = *state;
	struct incident *none = incident_new(5);

	assert_refused(made_fold(m), "", RIGHT_ANYONE, "--as");
	assert_refused(made_fold(m), NULL, RIGHT_ANYONE, "--as");
	assert_refused(NULL, "ana", RIGHT_ANYONE, "`declare`");
	assert_refused(none, "ana", RIGHT_ANYONE, "`declare`");
	assert_true(may(NULL, NULL, RIGHT_NOBODY));
	incident_free(none);
}

static void
test_every_right_has_words(void **state)
{
	(void)state;
	for (int r = RIGHT_ANYONE; r <= RIGHT_NOBODY; r++)
		assert_true(*rules_right_name((enum right)r));
	assert_string_equal(rules_right_name(RIGHT_STAFF),
		"the commander, or the deputy");
}

int
main(void)
{
#define T(f) cmocka_unit_test_setup_teardown(f, made_setup, made_teardown)
	const struct CMUnitTest tests[] = {
		T(test_before_a_commander_anyone_has_the_early_rights),
		T(test_before_a_commander_only_the_declarer_ends_it),
		T(test_only_the_commander_commands_whatever_the_case_of_the_name),
		T(test_the_deputy_pages_and_answers_but_does_not_command),
		T(test_who_was_offered_command_is_told_to_accept),
		T(test_after_all_clear_the_review_owner_has_the_rights),
		T(test_a_closed_incident_refuses_and_says_how_to_go_on),
		T(test_a_merged_incident_points_at_the_one_that_goes_on),
		T(test_a_nameless_reader_and_an_unknown_incident_write_nothing),
		T(test_every_right_has_words),
	};
#undef T

	return cmocka_run_group_tests(tests, NULL, NULL);
}
