#include "cmd/cmd.h"

#include "base/mem.h"
#include "base/words.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

static struct arena *arena;

static bool
parses(const char *line, struct cmd_args *args, struct err *err)
{
	struct words w;

	assert_true(words_split(arena, line, &w, err));
	return cmd_parse(arena, w.v, w.n, args, err);
}

static struct cmd_args
args_of(const char *line)
{
	struct cmd_args args;
	struct err err;

	if (!parses(line, &args, &err))
		fail_msg("%s: %s", line, err.text);
	return args;
}

static void
refused(const char *line, const char *want)
{
	struct cmd_args args;
	struct err err = {.code = ERR_NONE};

	if (parses(line, &args, &err))
		fail_msg("taken: %s", line);
	assert_int_equal(err.code, ERR_USAGE);
	if (!strstr(err.text, want))
		fail_msg("%s: %s", line, err.text);
}

static void
test_text_takes_the_rest_of_the_line(void **state)
{
	struct cmd_args a = args_of("note 503 errors  on every request");

	(void)state;
	assert_string_equal(a.row->name, "note");
	assert_string_equal(cmd_pos(&a, 0), "503 errors on every request");
	a = args_of("note \"kept  as it\nis\"");
	assert_string_equal(cmd_pos(&a, 0), "kept  as it\nis");
}

static void
test_options_stand_between_the_words_of_a_text(void **state)
{
	struct cmd_args a = args_of("note one --internal two --as mei three");

	(void)state;
	assert_string_equal(cmd_pos(&a, 0), "one two three");
	assert_string_equal(cmd_option(&a, "--internal"), "");
	assert_string_equal(cmd_option(&a, "--as"), "mei");
	assert_null(cmd_option(&a, "--reason"));
}

static void
test_behind_two_dashes_nothing_is_an_option(void **state)
{
	struct cmd_args a = args_of("note -- --internal --as mei");

	(void)state;
	assert_string_equal(cmd_pos(&a, 0), "--internal --as mei");
	assert_int_equal(a.n_given, 0);
}

static void
test_the_incident_is_the_first_word_after_the_verb(void **state)
{
	(void)state;
	assert_int_equal(args_of("note INC-17 x").incident, 17);
	assert_int_equal(args_of("need met inc-3 1").incident, 3);
	assert_int_equal(args_of("note 17 x").incident, 0);
	assert_int_equal(args_of("note x INC-17").incident, 0);
	assert_int_equal(args_of("note x --incident INC-4").incident, 4);
	assert_int_equal(args_of("note Inc-17 x").incident, 17);
	refused("note INC-0 x", "there is no INC-0");
	refused("note INC-99999999999 x", "there is no INC-99999999999");
	assert_int_equal(args_of("note INC-17x y").incident, 0);
	assert_int_equal(cmd_incident("INC-0"), 0);
	assert_int_equal(cmd_incident("INC-1x"), 0);
	assert_int_equal(cmd_incident("INC--1"), 0);
	assert_int_equal(cmd_incident("INC-99999999999"), 0);
	assert_int_equal(cmd_incident(NULL), 0);
}

static void
test_a_value_may_follow_an_equals_sign(void **state)
{
	struct cmd_args a = args_of("advance --to=repair --reason=a=b");

	(void)state;
	assert_string_equal(cmd_option(&a, "--to"), "repair");
	assert_string_equal(cmd_option(&a, "--reason"), "a=b");
}

static void
test_the_last_of_an_option_counts(void **state)
{
	struct cmd_args a = args_of("advance --to verify --to repair");

	(void)state;
	assert_string_equal(cmd_option(&a, "--to"), "repair");
	assert_int_equal(a.n_given, 2);
}

static void
test_numbers_and_levels_are_read_in_their_forms(void **state)
{
	struct cmd_args a;

	(void)state;
	a = args_of("need met 12 thanks");
	assert_int_equal(cmd_int(&a, 0), 12);
	assert_string_equal(cmd_pos(&a, 1), "thanks");
	assert_int_equal(cmd_int(&a, 2), 0);
	args_of("severity SEV1");
	args_of("severity sev4");
	args_of("severity 2");
	args_of("action open x --priority p3");
}

static void
test_every_argument_is_checked_by_its_type(void **state)
{
	(void)state;
	refused("need met 0", "a number from 1");
	refused("need met -1", "a number from 1");
	refused("need met 1000000", "a number from 1");
	refused("need met 1x", "a number from 1");
	refused("severity 5", "from 1 to 4");
	refused("severity SEV", "from 1 to 4");
	refused("severity 11", "from 1 to 4");
	refused("action open x --priority P0", "P1 to P4");
	refused("advance --to mittigate", "a stage: detect");
	refused("call off", "under-control|all-clear");
	refused("merge --into 17", "INC-17");
	refused("page ''", "");
	refused("page 'two words'", "one word");
	refused("release a234567890123456789012345678901234567890123456789012"
		"3456789012345", "64 bytes");
	refused("bridge ''", "something");
}

static void
test_a_number_that_may_be_left_out_is_skipped(void **state)
{
	struct cmd_args a = args_of("mitigation worked all is well");

	(void)state;
	assert_null(cmd_pos(&a, 0));
	assert_string_equal(cmd_pos(&a, 1), "all is well");
	a = args_of("mitigation worked 2 all is well");
	assert_string_equal(cmd_pos(&a, 0), "2");
	assert_string_equal(cmd_pos(&a, 1), "all is well");
	refused("need met all is well", "N is a number");
}

static void
test_an_option_is_no_value_of_another(void **state)
{
	(void)state;
	refused("can --need --no-needs", "--need needs a value");
	refused("advance --reason --to verify", "--reason needs a value");
	args_of("note x --reason=--to");
}

static void
test_what_is_missing_or_too_much_is_named_with_the_form(void **state)
{
	(void)state;
	refused("note", "note needs TEXT");
	refused("note ''", "note needs TEXT");
	refused("note ' \t '", "note needs TEXT");
	refused("need met", "need met needs N");
	refused("reopen", "--to");
	refused("take hold of it", "one word too many; it is: take");
	refused("note x --frob", "note has no option --frob; it is: note");
	refused("note x --as", "needs a value");
	refused("note x --internal=yes", "takes no value");
}

static void
test_an_unknown_verb_names_the_nearest(void **state)
{
	struct cmd_args args;
	struct err err;

	(void)state;
	refused("nte x", "did you mean 'note'?");
	refused("advnace", "did you mean 'advance'?");
	refused("zzzzzzzzz", "`help` lists them");
	refused("need", "need needs one of:");
	refused("need frob 1", "'frob' is not one of: dispatch, met");
	refused("''", "is no command");
	assert_false(cmd_parse(arena, NULL, 0, &args, &err));
	assert_int_equal(err.code, ERR_USAGE);
}

static void
test_every_row_can_be_found_and_says_its_form(void **state)
{
	const struct cmd_row *row;

	(void)state;
	for (int i = 0; (row = cmd_row(i)); i++) {
		struct str usage = {0};
		bool optional = false;
		int text = 0;

		assert_ptr_equal(cmd_find(row->name), row);
		cmd_usage(row, &usage);
		assert_true(str_starts(str_get(&usage), row->name));
		str_release(&usage);
		assert_true(*row->help != '\0');
		if (!(row->use & (USE_RUN | USE_TERM)))
			assert_non_null(row->fn);
		/* Positionals: what must be there first, one text at the end. */
		for (int k = 0; k < CMD_ARGS && row->args[k].name; k++) {
			const struct cmd_arg *a = &row->args[k];

			assert_non_null(a->help);
			assert_true(a->type != ARG_CHOICE || a->choices);
			assert_non_null(cmd_arg_word(a));
			if (a->name[0] == '-')
				continue;
			if (optional && a->required)
				fail_msg("%s: %s", row->name, a->name);
			optional |= !a->required;
			text += a->type == ARG_TEXT;
			if (text > 1)
				fail_msg("%s: two texts", row->name);
		}
	}
}

static int
begin(void **state)
{
	(void)state;
	arena = arena_new(0);
	return 0;
}

static int
end(void **state)
{
	(void)state;
	arena_free(arena);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_text_takes_the_rest_of_the_line),
		cmocka_unit_test(test_options_stand_between_the_words_of_a_text),
		cmocka_unit_test(test_behind_two_dashes_nothing_is_an_option),
		cmocka_unit_test(
			test_the_incident_is_the_first_word_after_the_verb),
		cmocka_unit_test(test_a_value_may_follow_an_equals_sign),
		cmocka_unit_test(test_the_last_of_an_option_counts),
		cmocka_unit_test(test_numbers_and_levels_are_read_in_their_forms),
		cmocka_unit_test(test_every_argument_is_checked_by_its_type),
		cmocka_unit_test(
			test_a_number_that_may_be_left_out_is_skipped),
		cmocka_unit_test(test_an_option_is_no_value_of_another),
		cmocka_unit_test(
			test_what_is_missing_or_too_much_is_named_with_the_form),
		cmocka_unit_test(test_an_unknown_verb_names_the_nearest),
		cmocka_unit_test(test_every_row_can_be_found_and_says_its_form),
	};

	return cmocka_run_group_tests(tests, begin, end);
}
