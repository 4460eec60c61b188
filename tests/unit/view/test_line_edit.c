/* Typing into one line, or a few. */
#include "base/key.h"
#include "view/screen.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

static bool
press(struct line_edit *l, const char *names, bool lines)
{
	bool took = true;
	char name[16];

	while (*names) {
		size_t n = strcspn(names, " ");
		struct key key;

		snprintf(name, sizeof(name), "%.*s", (int)n, names);
		assert_true(key_parse(name, &key));
		took = line_edit_key(l, &key, lines);
		names += n + (names[n] == ' ');
	}
	return took;
}

static void
expect(const struct line_edit *l, const char *before, const char *after)
{
	char all[256];

	snprintf(all, sizeof(all), "%s%s", before, after);
	assert_string_equal(str_get(&l->text), all);
	assert_int_equal(l->at, strlen(before));
}

static void
test_characters_go_where_the_cursor_is(void **state)
{
	struct line_edit l = {0};

	(void)state;
	assert_true(press(&l, "a c Left b Space", false));
	expect(&l, "ab ", "c");
	press(&l, "Home x End y", false);
	expect(&l, "xab cy", "");
	line_edit_release(&l);
}

static void
test_a_character_and_its_marks_are_one_step(void **state)
{
	struct line_edit l = {0};

	(void)state;
	line_edit_set(&l, "ae\u0301\u6f22");
	press(&l, "Left Left", false);
	expect(&l, "a", "e\u0301\u6f22");
	press(&l, "Delete", false);
	expect(&l, "a", "\u6f22");
	press(&l, "End Backspace Backspace Backspace", false);
	expect(&l, "", "");
	line_edit_release(&l);
}

static void
test_words_and_ends_of_lines_are_deleted(void **state)
{
	struct line_edit l = {0};

	(void)state;
	line_edit_set(&l, "one two three");
	press(&l, "C-w", false);
	expect(&l, "one two ", "");
	press(&l, "A-b C-k", false);
	expect(&l, "one ", "");
	press(&l, "C-b C-u", false);
	expect(&l, "", " ");
	press(&l, "C-d C-h", false);
	expect(&l, "", "");
	line_edit_set(&l, "one two");
	press(&l, "C-a A-f", false);
	expect(&l, "one", " two");
	press(&l, "C-Right C-e A-Backspace", false);
	expect(&l, "one ", "");
	line_edit_release(&l);
}

static void
test_only_a_text_of_lines_takes_new_lines(void **state)
{
	struct line_edit l = {0};

	(void)state;
	line_edit_set(&l, "a");
	assert_false(press(&l, "A-Enter", false));
	assert_false(press(&l, "C-j", false));
	expect(&l, "a", "");
	assert_true(press(&l, "A-Enter b C-j c", true));
	expect(&l, "a\nb\nc", "");
	press(&l, "Left Left C-a C-k", true);
	expect(&l, "a\n", "\nc");
	line_edit_release(&l);
}

static void
test_a_paste_into_one_line_has_no_line_ends(void **state)
{
	struct line_edit l = {0};
	struct key paste = {
		.code = KC_PASTE, .text = "x\ny\tz\n\n", .len = 7,
	};

	(void)state;
	line_edit_set(&l, "<>");
	press(&l, "Left", false);
	assert_true(line_edit_key(&l, &paste, false));
	expect(&l, "<x y z", ">");
	line_edit_set(&l, "");
	assert_true(line_edit_key(&l, &paste, true));
	expect(&l, "x\ny z\n\n", "");
	line_edit_release(&l);
}

static void
test_keys_that_edit_nothing_are_left_alone(void **state)
{
	struct line_edit l = {0};

	(void)state;
	line_edit_set(&l, "text");
	assert_false(press(&l, "Up", false));
	assert_false(press(&l, "Tab", false));
	assert_false(press(&l, "Enter", false));
	assert_false(press(&l, "C-x", false));
	assert_false(press(&l, "A-x", false));
	assert_false(press(&l, "F5", false));
	expect(&l, "text", "");
	line_edit_release(&l);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_characters_go_where_the_cursor_is),
		cmocka_unit_test(test_a_character_and_its_marks_are_one_step),
		cmocka_unit_test(test_words_and_ends_of_lines_are_deleted),
		cmocka_unit_test(test_only_a_text_of_lines_takes_new_lines),
		cmocka_unit_test(test_a_paste_into_one_line_has_no_line_ends),
		cmocka_unit_test(test_keys_that_edit_nothing_are_left_alone),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
