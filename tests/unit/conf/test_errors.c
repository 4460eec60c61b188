#include "unit/conf/loads.h"

#include "base/mem.h"
#include "base/str.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void
test_an_unknown_option_names_the_nearest(void **state)
{
	loads_not(state, "me = ana\nstor = x\n", "@/main.conf:2: no option "
		"'stor'; is 'store' meant?");
	loads_not(state, "person raja {\n\noncall = yes }\n",
		"@/main.conf:3: no option 'oncall' in section person; is "
		"'on-call' meant?");
	loads_not(state, "\npersn raja { }\n", "@/main.conf:2: no option "
		"'persn'; is 'person' meant?");
}

static void
test_an_unknown_option_without_a_near_one_names_all(void **state)
{
	loads_not(state, "me = ana smith\n", "@/main.conf:1: no option "
		"'smith'; there are: me, store, level, any, loud, wait, mode, "
		"pair, names, numbers, person (a text with blanks stands in "
		"quotes)");
	loads_not(state, "\nnumbers {\n a=b|c = 1 }", "@/main.conf:3: no "
		"option 'a' in section numbers; there are: can, pairs (a text "
		"with blanks stands in quotes)");
}

static void
test_an_option_in_the_wrong_place_names_the_right_one(void **state)
{
	loads_not(state, "\ncan = 1m\n", "@/main.conf:2: no option 'can'; it "
		"belongs into the section numbers { }");
	loads_not(state, "numbers {\nstore = x }\n", "@/main.conf:2: no "
		"option 'store' in section numbers; it belongs outside of "
		"sections");
}

static void
test_a_wrong_type_says_what_is_expected(void **state)
{
	loads_not(state, "\nlevel = many\n", "@/main.conf:2: level: 'many' is "
		"not a whole number");
	loads_not(state, "\n\nlevel = 10\n", "@/main.conf:3: level: 10 is not "
		"from 1 to 9");
	loads_not(state, "any = 99999999999999999999\n", "@/main.conf:1: any: "
		"'99999999999999999999' is not a whole number");
	loads_not(state, "loud = maybe\n", "@/main.conf:1: loud: 'maybe' is "
		"neither true nor false");
	loads_not(state, "mode = wild\n", "@/main.conf:1: mode: 'wild' is not "
		"one of calm|dense");
	loads_not(state, "pair = abc\n", "@/main.conf:1: pair: 'abc' has an "
		"odd length");
	loads_not(state, "me = {a, b}\n", "@/main.conf:1: unexpected token "
		"'{'; a list is {\"a\", \"b\"}, and a text with blanks stands "
		"in quotes");
	loads_not(state, "me += a\n", "@/main.conf:1: attempt to append to "
		"non-list option 'me'; write = instead of +=");
}

static void
test_the_sentence_of_a_check_comes_with_its_place(void **state)
{
	char *path = folder_path(*state, "main.conf");
	struct err err = {0};
	char *place;

	folder_write(*state, "main.conf", "\nwait = soon\n");
	assert_null(conf_load(path, loads_tables, 2, &err));
	free(path);
	place = folder_path(*state, "main.conf:2: wait: ");
	assert_memory_equal(err.text, place, strlen(place));
	assert_non_null(strstr(err.text, "soon"));
	free(place);
}

static void
test_a_wrong_text_of_a_list_names_its_own_line(void **state)
{
	loads_not(state, "numbers { pairs = {ab,\nabc,\nabcd} }\n",
		"@/main.conf:2: pairs: 'abc' has an odd length");
	loads_not(state, "names = {a b}\n", "@/main.conf:1: unexpected token "
		"'b'; a list is {\"a\", \"b\"}, and a text with blanks stands "
		"in quotes");
	loads_not(state, "\nnames = { }\n", "@/main.conf:2: an empty list; "
		"leave the option out to have the default");
	loads_not(state, "names = {a,\n{b}}\n", "@/main.conf:2: the list "
		"opened in line 1 is still open; close it with }");
}

static void
test_a_list_of_the_wrong_length_is_refused(void **state)
{
	loads_not(state, "numbers {\ncan = {1m, 2m}\n}\n", "@/main.conf:2: "
		"can has 4 values, not 2");
	loads_not(state, "numbers {\n\npairs = {ab, ab, ab, ab} }",
		"@/main.conf:3: pairs has 1 to 3 values, not 4");
}

static void
test_a_wrong_title_is_refused(void **state)
{
	loads_not(state, "person {\n}\n", "@/main.conf:1: missing title for "
		"section 'person'; write SECTION TITLE { ... }");
	loads_not(state, "me = ana\nperson bob {\n}\n", "@/main.conf:2: "
		"person: 'bob' has an odd length");
	loads_not(state, "numbers x { }\n", "@/main.conf:1: missing opening "
		"brace for section 'numbers'; write SECTION { ... }, with a "
		"title only where the section has one");
}

static void
test_an_option_set_twice_in_a_file_is_refused(void **state)
{
	loads_not(state, "store = a\n\nstore = b\n", "@/main.conf:3: 'store' "
		"is set in line 1 already; keep one");
	loads_not(state, "person raja {\nfield = a }\nperson raja {\n"
		"field = b }\n", "@/main.conf:4: 'field' is set in line 2 "
		"already; keep one");
	loads_not(state, "names = {a, b}\nnames = {c}\n", "@/main.conf:2: "
		"'names' is set in line 1 already; keep one");
}

static void
test_a_variable_that_is_not_set_is_refused(void **state)
{
	unsetenv("FG_TEST_NONE");
	loads_not(state, "\nstore = \"sqlite:${FG_TEST_NONE}/a\"\n",
		"@/main.conf:2: the environment has no FG_TEST_NONE; set it, "
		"or write ${FG_TEST_NONE:-TEXT}");
	loads_not(state, "me = ${FG_TEST_NONE}\n", "@/main.conf:1: the "
		"environment has no FG_TEST_NONE; set it, or write "
		"${FG_TEST_NONE:-TEXT}");
	loads_not(state, "me = \"${a b}\"\n", "@/main.conf:1: ${ begins a "
		"variable: write ${NAME} or ${NAME:-TEXT}, or \\${ in quotes "
		"for the characters");
	loads_not(state, "me = ${HOME}/x\n", "@/main.conf:1: put a text with "
		"a variable in it in quotes: \"...\"");
}

static void
test_a_text_that_is_not_closed_names_its_line(void **state)
{
	loads_not(state, "\nme = \"ana\nstore = \"x\"\n", "@/main.conf:2: a "
		"text has to end on its line: close it with \", or end the "
		"line with \\ to go on");
	loads_not(state, "me = 'ana", "@/main.conf:1: a text has to end on "
		"its line: close it with ', or end the line with \\ to go on");
	loads_not(state, "me = \"a\\q\"\n", "@/main.conf:1: \\q is no escape; "
		"there are \\\" \\\\ \\n \\t \\$, and \\\\ is a backslash");
	loads_not(state, "me = a\n\n/* never\nclosed", "@/main.conf:3: this "
		"comment is never closed; end it with */");
}

static void
test_a_brace_that_is_not_closed_names_its_line(void **state)
{
	loads_not(state, "\nperson raja {\nfield = a\n", "@/main.conf:2: this "
		"{ is never closed; end it with }");
	loads_not(state, "person raja {\nfield = a\nperson lila {\n}",
		"@/main.conf:3: the section opened in line 1 is still open; "
		"close it with }");
	loads_not(state, "me = a\n}\n", "@/main.conf:2: this } closes "
		"nothing; is a { missing above?");
	loads_not(state, "names = {a,\n", "@/main.conf:1: this { is never "
		"closed; end it with }");
}

static void
test_signs_that_would_be_lost_are_refused(void **state)
{
	loads_not(state, "me = +49\n", "@/main.conf:1: + cannot stand here; "
		"put the whole text in quotes");
	loads_not(state, "me = a*b\n", "@/main.conf:1: * cannot stand here; "
		"put the whole text in quotes");
	loads_not(state, "me = a\"b\"\n", "@/main.conf:1: \" cannot stand "
		"here; put the whole text in quotes");
}

static void
test_what_is_no_setting_at_all_is_refused(void **state)
{
	loads_not(state, "\nme ana\n", "@/main.conf:2: missing equal sign "
		"after option 'me'; write NAME = VALUE");
	loads_not(state, "\"\" = 1\n", "@/main.conf:1: this is no NAME = "
		"VALUE");
	loads_not(state, "\" \" = 1\n", "@/main.conf:1: this is no NAME = "
		"VALUE");
	loads_not(state, "me =\n", "@/main.conf:1: a value is missing after "
		"=");
	loads_not(state, "me\n", "@/main.conf:2: premature end of file; a "
		"value or a section is missing");
}

static void
test_an_error_in_an_included_file_names_that_file(void **state)
{
	folder_write(*state, "team.conf", "\n\nlevel = x\n");
	loads_not(state, "me = a\ninclude(\"team.conf\")\n", "@/team.conf:3: "
		"level: 'x' is not a whole number");
	folder_write(*state, "team.conf", "\n\nperson raja {\n");
	loads_not(state, "include(\"team.conf\")\n", "@/team.conf:3: this { "
		"is never closed; end it with }");
	folder_write(*state, "team.conf", "level = 3\n");
	loads_not(state, "include(\"team.conf\")\nlevl = 4\n",
		"@/main.conf:2: no option 'levl'; is 'level' meant?");
}

static void
test_a_wrong_include_is_refused(void **state)
{
	loads_not(state, "\ninclude(\"nowhere.conf\")\n", "@/main.conf:2: "
		"include: @/nowhere.conf: cannot be read: No such file or "
		"directory");
	loads_not(state, "include(team)\n", "@/main.conf:1: write "
		"include(\"FILE\") with a plain path");
	loads_not(state, "person raja {\ninclude(\"x\") }\n",
		"@/main.conf:2: include stands outside of sections, and one "
		"is open since line 1");
}

static void
test_files_that_include_themselves_are_refused(void **state)
{
	char name[24];
	char text[32];

	folder_write(*state, "team.conf", "\ninclude(\"main.conf\")\n");
	loads_not(state, "include(\"team.conf\")\n", "@/team.conf:2: include: "
		"@/main.conf includes itself; take one of the lines out");
	for (int i = 1; i <= 9; i++) {
		snprintf(name, sizeof(name), "%d.conf", i);
		snprintf(text, sizeof(text), "include(\"%d.conf\")", i + 1);
		folder_write(*state, name, text);
	}
	loads_not(state, "include(\"1.conf\")\n", "@/7.conf:1: more than 8 "
		"files include each other; include fewer");
}

static void
test_what_is_no_text_is_refused(void **state)
{
	folder_put(*state, "main.conf", "me = a\n\0b", 9);
	loads_not_file(state, "main.conf", "@/main.conf:2: control character "
		"0x00; is this a text file?");
	loads_not(state, "me = \"\xC3(\"\n", "@/main.conf:1: byte 0xC3 is no "
		"UTF-8; save the file as UTF-8 text");
	loads_not(state, "me = a\n\n# \x1B[2J\n", "@/main.conf:3: control "
		"character 0x1B; is this a text file?");
	setenv("FG_TEST_BAD", "\xFF", 1);
	loads_not(state, "me = \"${FG_TEST_BAD}\"\n", "@/main.conf:1: me: is "
		"not UTF-8 text");
}

static void
test_what_is_no_file_is_refused(void **state)
{
	char *path = folder_path(*state, "pipe");

	loads_not_file(state, "nowhere.conf", "@/nowhere.conf: cannot be "
		"read: No such file or directory");
	loads_not_file(state, ".", "@/.: is a folder; name a file in it");
	assert_int_equal(mkfifo(path, 0600), 0);
	loads_not_file(state, "pipe", "@/pipe: is not a regular file");
	free(path);
	if (geteuid() == 0)
		return;
	folder_write(*state, "shut.conf", "");
	path = folder_path(*state, "shut.conf");
	assert_int_equal(chmod(path, 0), 0);
	free(path);
	loads_not_file(state, "shut.conf", "@/shut.conf: cannot be read: "
		"Permission denied");
}

static void
test_a_huge_file_is_refused(void **state)
{
	size_t n = 1024 * 1024 + 1;
	char *bytes = mem_new(n);

	memset(bytes, '\n', n);
	folder_put(*state, "main.conf", bytes, n);
	loads_not_file(state, "main.conf", "@/main.conf: is too large: "
		"1048577 bytes, and 1048576 are left of the 1 MiB that a "
		"config may have");
	folder_put(*state, "team.conf", bytes, n - 1);
	loads_not(state, "include(\"team.conf\")\n", "@/main.conf:1: include: "
		"@/team.conf: is too large: 1048576 bytes, and 1048555 are "
		"left of the 1 MiB that a config may have");
	free(bytes);
}

static void
test_too_many_sections_and_texts_are_refused(void **state)
{
	struct str text = {0};

	for (int i = 0; i < 2001; i++)
		str_addf(&text, "person p%05d { }\n", i);
	loads_not(state, str_get(&text), "@/main.conf:2001: more than 2000 "
		"sections");
	str_cut(&text, 0);
	str_add(&text, "names = {");
	for (int i = 0; i < 256; i++)
		str_add(&text, "a,");
	str_add(&text, "a}");
	loads_not(state, str_get(&text), "@/main.conf:1: 'names' has more "
		"than 256 texts");
	str_release(&text);
}

static void
test_a_refused_file_does_not_spoil_the_next(void **state)
{
	struct conf *c;

	folder_write(*state, "team.conf", "level = \"x");
	loads_not(state, "include(\"team.conf\")", "@/team.conf:1: a text has "
		"to end on its line: close it with \", or end the line with \\ "
		"to go on");
	c = loads(state, "level = 4");
	assert_int_equal(conf_int(c, NULL, NULL, "level"), 4);
	conf_free(c);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_an_unknown_option_names_the_nearest),
		cmocka_unit_test(
			test_an_unknown_option_without_a_near_one_names_all),
		cmocka_unit_test(
			test_an_option_in_the_wrong_place_names_the_right_one),
		cmocka_unit_test(test_a_wrong_type_says_what_is_expected),
		cmocka_unit_test(
			test_the_sentence_of_a_check_comes_with_its_place),
		cmocka_unit_test(
			test_a_wrong_text_of_a_list_names_its_own_line),
		cmocka_unit_test(test_a_list_of_the_wrong_length_is_refused),
		cmocka_unit_test(test_a_wrong_title_is_refused),
		cmocka_unit_test(
			test_an_option_set_twice_in_a_file_is_refused),
		cmocka_unit_test(test_a_variable_that_is_not_set_is_refused),
		cmocka_unit_test(
			test_a_text_that_is_not_closed_names_its_line),
		cmocka_unit_test(
			test_a_brace_that_is_not_closed_names_its_line),
		cmocka_unit_test(test_signs_that_would_be_lost_are_refused),
		cmocka_unit_test(test_what_is_no_setting_at_all_is_refused),
		cmocka_unit_test(
			test_an_error_in_an_included_file_names_that_file),
		cmocka_unit_test(test_a_wrong_include_is_refused),
		cmocka_unit_test(
			test_files_that_include_themselves_are_refused),
		cmocka_unit_test(test_what_is_no_text_is_refused),
		cmocka_unit_test(test_what_is_no_file_is_refused),
		cmocka_unit_test(test_a_huge_file_is_refused),
		cmocka_unit_test(test_too_many_sections_and_texts_are_refused),
		cmocka_unit_test(test_a_refused_file_does_not_spoil_the_next),
	};

	return cmocka_run_group_tests(tests, loads_begin, loads_end);
}
