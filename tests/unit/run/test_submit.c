#include "run/submit.h"

#include "base/str.h"
#include "unit/run/scene.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

static void
test_a_command_becomes_entries_at_the_next_places(void **state)
{
	struct scene s;
	struct scene_answer a;

	(void)state;
	scene_enter(&s, NULL);
	a = scene_must(&s, 0, "ana declare EU checkout returns 5xx --take");
	assert_int_equal(a.incident, 1);
	assert_int_equal(a.first, 1);
	assert_int_equal(a.count, 3);
	assert_string_equal(a.title, "EU checkout returns 5xx");
	a = scene_must(&s, 1, "mei note 503 errors");
	assert_int_equal(a.first, 4);
	assert_int_equal(a.count, 1);
	scene_leave(&s);
}

static void
test_what_is_asked_at_once_is_done_in_order(void **state)
{
	struct scene s;
	struct scene_answer a[3];
	int64_t since = -1;

	(void)state;
	scene_enter(&s, NULL);
	scene_must(&s, 0, "ana declare x");
	scene_send(&s, 1, "ana note one", &a[0]);
	scene_send(&s, 1, "ana note two", &a[1]);
	scene_send(&s, 1, "ana note three", &a[2]);
	assert_int_equal(submit_waiting(s.submit, &since), 3);
	assert_true(since >= 0);
	scene_until(&s, &a[2].done);
	assert_int_equal(submit_waiting(s.submit, NULL), 0);
	for (int i = 0; i < 3; i++)
		assert_int_equal(a[i].first, 2 + i);
	scene_leave(&s);
}

static void
test_a_rule_refuses_with_its_sentence_and_nothing_is_written(void **state)
{
	struct scene s;
	struct scene_answer a;

	(void)state;
	scene_enter(&s, NULL);
	scene_must(&s, 0, "ana declare x --take");
	a = scene_do(&s, 1, "mei scope everything");
	assert_int_equal(a.result, SUBMIT_REFUSED);
	assert_non_null(strstr(a.why, "ana"));
	a = scene_must(&s, 1, "mei note x");
	assert_int_equal(a.first, 4);
	scene_leave(&s);
}

static void
test_wrong_words_are_refused_from_the_loop(void **state)
{
	struct scene s;
	struct scene_answer a;

	(void)state;
	scene_enter(&s, NULL);
	scene_send(&s, 1, "ana frobnicate", &a);
	assert_false(a.done);
	scene_until(&s, &a.done);
	assert_int_equal(a.result, SUBMIT_REFUSED);
	a = scene_do(&s, 1, "ana status");
	assert_int_equal(a.result, SUBMIT_REFUSED);
	assert_string_equal(a.why, "status writes nothing");
	scene_leave(&s);
}

/* A line that the parser takes, for any row of the table. */
static void
add_required(const struct cmd_row *row, struct str *line)
{
	static const char *const words[] = {
		[ARG_TEXT] = "x", [ARG_NAME] = "x", [ARG_INT] = "1",
		[ARG_PAST] = "now", [ARG_NEXT] = "+5m", [ARG_STAGE] = "verify",
		[ARG_SEVERITY] = "1", [ARG_PRIORITY] = "P1",
		[ARG_INCIDENT] = "INC-1", [ARG_FILE] = "x", [ARG_WORD] = "x",
	};

	for (int k = 0; k < CMD_ARGS && row->args[k].name; k++) {
		const struct cmd_arg *arg = &row->args[k];

		if (!arg->required)
			continue;
		if (arg->name[0] == '-')
			str_addf(line, " %s", arg->name);
		if (arg->type == ARG_CHOICE)
			str_addf(line, " %.*s", (int)strcspn(arg->choices,
				"|"), arg->choices);
		else
			str_addf(line, " %s", words[arg->type]);
	}
}

static void
test_read_only_refuses_every_write(void **state)
{
	const struct cmd_row *row;
	struct scene s;
	int rows = 0;

	(void)state;
	scene_enter(&s, NULL);
	scene_must(&s, 0, "ana declare x --take");
	s.w.opt.read_only = true;
	for (int i = 0; (row = cmd_row(i)); i++) {
		struct str line = {0};
		struct scene_answer a;

		if (!(row->use & USE_WRITE) || (row->use & USE_RUN))
			continue;
		str_addf(&line, "ana %s", row->name);
		add_required(row, &line);
		a = scene_do(&s, 1, str_get(&line));
		assert_int_equal(a.result, SUBMIT_REFUSED);
		if (!strstr(a.why, "--read-only"))
			fail_msg("%s: %s", str_get(&line), a.why);
		str_release(&line);
		rows++;
	}
	assert_true(rows > 40);
	s.w.opt.read_only = false;
	assert_int_equal(scene_must(&s, 1, "ana note x").first, 4);
	scene_leave(&s);
}

static void
test_an_event_that_is_too_large_is_refused_with_its_size(void **state)
{
	struct scene s;
	struct scene_answer a;
	struct str line = {0};

	(void)state;
	scene_enter(&s, NULL);
	scene_must(&s, 0, "ana declare x --take");
	str_add(&line, "ana can");
	for (int i = 0; i < 64; i++) {
		str_add(&line, " --condition \"");
		for (int k = 0; k < 1000; k++)
			str_addc(&line, 'x');
		str_add(&line, "\"");
	}
	a = scene_do(&s, 1, str_get(&line));
	str_release(&line);
	assert_int_equal(a.result, SUBMIT_REFUSED);
	assert_non_null(strstr(a.why, "66188 bytes"));
	assert_int_equal(scene_must(&s, 1, "ana note x").first, 4);
	scene_leave(&s);
}

static void
test_a_merge_writes_to_both_and_again_adds_nothing(void **state)
{
	struct scene s;
	struct scene_answer a;

	(void)state;
	scene_enter(&s, NULL);
	scene_must(&s, 0, "ana declare one --take");
	scene_must(&s, 0, "mei declare two");
	a = scene_must(&s, 2, "mei merge --into INC-1");
	assert_int_equal(a.incident, 2);
	assert_int_equal(a.first, 2);
	assert_int_equal(scene_must(&s, 1, "ana note x").first, 5);
	a = scene_do(&s, 2, "mei merge --into INC-1");
	assert_int_equal(a.result, SUBMIT_REFUSED);
	scene_leave(&s);
}

static void
test_what_needs_more_than_words_is_handed_back(void **state)
{
	struct scene s;
	struct scene_answer a;

	(void)state;
	scene_enter(&s, NULL);
	scene_must(&s, 0, "ana declare x --take");
	a = scene_must(&s, 1, "ana can");
	assert_int_equal(a.kind, OUT_RUN);
	assert_string_equal(a.run, "can-editor");
	assert_int_equal(a.count, 0);
	scene_leave(&s);
}

static void
test_an_incident_that_is_not_there_is_refused(void **state)
{
	struct scene s;
	struct scene_answer a;

	(void)state;
	scene_enter(&s, NULL);
	a = scene_do(&s, 7, "ana note x");
	assert_int_equal(a.result, SUBMIT_REFUSED);
	scene_leave(&s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_a_command_becomes_entries_at_the_next_places),
		cmocka_unit_test(test_what_is_asked_at_once_is_done_in_order),
		cmocka_unit_test(test_a_rule_refuses_with_its_sentence_and_nothing_is_written),
		cmocka_unit_test(test_wrong_words_are_refused_from_the_loop),
		cmocka_unit_test(test_read_only_refuses_every_write),
		cmocka_unit_test(test_an_event_that_is_too_large_is_refused_with_its_size),
		cmocka_unit_test(test_a_merge_writes_to_both_and_again_adds_nothing),
		cmocka_unit_test(test_what_needs_more_than_words_is_handed_back),
		cmocka_unit_test(test_an_incident_that_is_not_there_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
