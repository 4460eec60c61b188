#include "run/cli.h"

#include "base/mem.h"
#include "base/words.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

static struct arena *arena;

static bool
reads(const char *text, struct cli_line *out, struct err *err)
{
	struct words w;

	memset(out, 0, sizeof(*out));
	assert_true(words_split(arena, text, &w, err));
	return cli_read(arena, w.n, w.v, out, err);
}

static struct cli_line
line_of(const char *text)
{
	struct cli_line out;
	struct err err;

	if (!reads(text, &out, &err))
		fail_msg("%s: %s", text, err.text);
	return out;
}

static const char *
words_of(const struct cli_line *line)
{
	return words_join(arena, line->words, line->n_words);
}

static void
test_common_options_stand_anywhere(void **state)
{
	static const char *const forms[] = {
		"--store /x.db --as mei --json note 503 errors",
		"note 503 errors --store /x.db --as mei --json",
		"note --as mei 503 errors --json --store=/x.db",
		"--as=mei note 503 --store /x.db errors --json",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(forms) / sizeof(forms[0]); i++) {
		struct cli_line line = line_of(forms[i]);

		assert_string_equal(line.opt.store, "/x.db");
		assert_string_equal(line.opt.who, "mei");
		assert_string_equal(line.words[0], "note");
	}
}

static void
test_without_a_command_there_are_only_options(void **state)
{
	struct cli_line line = line_of("--store /x.db --read-only --shared"
		" -i 17");

	(void)state;
	assert_int_equal(line.n_words, 0);
	assert_string_equal(line.opt.store, "/x.db");
	assert_true(line.opt.read_only);
	assert_true(line.opt.shared);
	assert_int_equal(line.incident, 17);
	assert_null(line.opt.who);
}

static void
test_an_incident_is_a_number_or_a_name(void **state)
{
	struct cli_line line;

	(void)state;
	line = line_of("note -i 17 hello");
	assert_int_equal(line.incident, 17);
	assert_string_equal(words_of(&line), "note --incident INC-17 hello");
	assert_int_equal(line_of("-i INC-3 note hello").incident, 3);
	assert_int_equal(line_of("note hello --incident 4").incident, 4);
	assert_int_equal(line_of("note hello --incident=INC-5").incident, 5);
	assert_int_equal(line_of("note 17 hello").incident, 0);
}

static void
test_the_shell_can_name_the_incident(void **state)
{
	struct cli_line line;
	struct err err;

	(void)state;
	setenv("FIREGROUND_INC", "INC-8", 1);
	assert_int_equal(line_of("note x").incident, 8);
	assert_int_equal(line_of("note -i 9 x").incident, 9);
	setenv("FIREGROUND_INC", "eight", 1);
	assert_false(reads("note x", &line, &err));
	assert_int_equal(err.code, ERR_USAGE);
	setenv("FIREGROUND_INC", "", 1);
	assert_int_equal(line_of("note x").incident, 0);
	unsetenv("FIREGROUND_INC");
}

static void
test_behind_two_dashes_all_is_text(void **state)
{
	struct cli_line line = line_of("--as mei note -- --json -i 4 --help");

	(void)state;
	assert_false(line.help);
	assert_int_equal(line.incident, 0);
	assert_string_equal(line.opt.who, "mei");
	assert_string_equal(words_of(&line),
		"note --as mei -- --json -i 4 --help");
}

static void
test_help_and_version_are_asked_for_in_front_or_behind(void **state)
{
	(void)state;
	assert_true(line_of("--help").help);
	assert_true(line_of("-h").help);
	assert_true(line_of("--version").version);
	assert_true(line_of("-V").version);
	assert_true(line_of("note --help").help);
	assert_string_equal(line_of("note --help").words[0], "note");
}

static void
test_what_is_no_option_is_refused(void **state)
{
	static const char *const bad[] = {
		"--frob", "-x", "--store", "--as", "-i", "-i x note y",
		"--incident nine note x", "-i 0 note x",
		"-i 99999999999 note x",
	};
	struct cli_line line;
	struct err err;

	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		if (reads(bad[i], &line, &err))
			fail_msg("taken: %s", bad[i]);
		assert_int_equal(err.code, ERR_USAGE);
	}
}

static int
begin(void **state)
{
	(void)state;
	unsetenv("FIREGROUND_INC");
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
		cmocka_unit_test(test_common_options_stand_anywhere),
		cmocka_unit_test(test_without_a_command_there_are_only_options),
		cmocka_unit_test(test_an_incident_is_a_number_or_a_name),
		cmocka_unit_test(test_the_shell_can_name_the_incident),
		cmocka_unit_test(test_behind_two_dashes_all_is_text),
		cmocka_unit_test(
			test_help_and_version_are_asked_for_in_front_or_behind),
		cmocka_unit_test(test_what_is_no_option_is_refused),
	};

	return cmocka_run_group_tests(tests, begin, end);
}
