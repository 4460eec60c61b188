#include "base/key.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

static void
assert_key(const char *name, enum key_code code, unsigned mods, uint32_t cp)
{
	struct key key;

	assert_true(key_parse(name, &key));
	assert_int_equal(key.code, code);
	assert_int_equal(key.mods, mods);
	assert_int_equal(key.cp, cp);
}

static void
assert_round(const char *name)
{
	char out[KEY_NAME_MAX];
	struct key key;

	assert_true(key_parse(name, &key));
	assert_string_equal(key_label(&key, out), name);
}

static void
test_every_key_that_is_no_character_has_a_name_that_parses(void **state)
{
	(void)state;
	for (int code = KC_CHAR + 1; code < KC_PASTE; code++) {
		struct key key = {.code = (enum key_code)code};
		char out[KEY_NAME_MAX];
		struct key back;

		assert_true(key_parse(key_label(&key, out), &back));
		assert_true(key_same(&key, &back));
	}
}

static void
test_names_survive_a_round(void **state)
{
	static const char *const all[] = {
		"n", "N", "Space", "C-l", "C-Space", "A-x", "S-Tab", "F1",
		"F12", "PgDn", "C-A-Up", "C-A-S-Delete", "-", "C--", "A--",
		">", "!", ".", "[", "C-]", "é", "中", "A-é", "Enter", "Esc",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++)
		assert_round(all[i]);
}

static void
test_names_and_modifiers_are_read_in_any_case(void **state)
{
	(void)state;
	assert_key("pgdn", KC_PGDN, 0, 0);
	assert_key("c-L", KC_CHAR, KM_CTRL, 'l');
	assert_key("M-x", KC_CHAR, KM_ALT, 'x');
	assert_key("s-tab", KC_TAB, KM_SHIFT, 0);
	assert_key("SPACE", KC_CHAR, 0, ' ');
	assert_key("c", KC_CHAR, 0, 'c');
	assert_key("C", KC_CHAR, 0, 'C');
}

static void
test_keys_of_one_byte_are_one_key(void **state)
{
	(void)state;
	assert_key("C-i", KC_TAB, 0, 0);
	assert_key("C-m", KC_ENTER, 0, 0);
	assert_key("C-[", KC_ESC, 0, 0);
	assert_key("A-C-m", KC_ENTER, KM_ALT, 0);
}

static void
test_what_is_no_key_is_refused(void **state)
{
	static const char *const bad[] = {
		"", "nn", "C-", "F13", "F0", "Ctrl-x", "X-a", "\x01", "\x7f",
		"\xc2\x85", "\xff", "S-a", "Paste", "\xc3", "C-\n",
	};
	struct key key = {.code = KC_F1};

	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		assert_false(key_parse(bad[i], &key));
	assert_int_equal(key.code, KC_F1);
}

static void
test_keys_without_a_name_are_shown_as_a_question_mark(void **state)
{
	const struct key none = {.code = KC_NONE};
	const struct key control = {.code = KC_CHAR, .cp = 1};
	const struct key paste = {.code = KC_PASTE, .text = "x", .len = 1};
	char out[KEY_NAME_MAX];

	(void)state;
	assert_string_equal(key_label(&none, out), "?");
	assert_string_equal(key_label(&control, out), "?");
	assert_string_equal(key_label(&paste, out), "Paste");
}

static void
test_only_plain_characters_are_text(void **state)
{
	struct key key;

	(void)state;
	assert_true(key_parse("n", &key));
	assert_true(key_is_text(&key));
	assert_true(key_parse("Space", &key));
	assert_true(key_is_text(&key));
	assert_true(key_parse("C-n", &key));
	assert_false(key_is_text(&key));
	assert_true(key_parse("A-n", &key));
	assert_false(key_is_text(&key));
	assert_true(key_parse("Enter", &key));
	assert_false(key_is_text(&key));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
		test_every_key_that_is_no_character_has_a_name_that_parses),
		cmocka_unit_test(test_names_survive_a_round),
		cmocka_unit_test(
			test_names_and_modifiers_are_read_in_any_case),
		cmocka_unit_test(test_keys_of_one_byte_are_one_key),
		cmocka_unit_test(test_what_is_no_key_is_refused),
		cmocka_unit_test(
			test_keys_without_a_name_are_shown_as_a_question_mark),
		cmocka_unit_test(test_only_plain_characters_are_text),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
