#include "unit/ui/keys_rig.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

static void
test_escape_before_a_key_is_alt(void **state)
{
	struct term_keys *d = term_keys_new();

	(void)state;
	term_keys_feed(d, "\033x\033\xc3\xa9\033\r\033\x7f\033\x01", 11);
	assert_taken(d, "A-x A-\xc3\xa9 A-Enter A-Backspace C-A-a ");
	term_keys_feed(d, "\033\033[A", 4);
	assert_taken(d, "A-Up ");
	term_keys_free(d);
}

static void
test_escape_alone_is_a_key_when_nothing_follows(void **state)
{
	struct term_keys *d = term_keys_new();

	(void)state;
	assert_int_equal(term_keys_wait(d), -1);
	term_keys_feed(d, "a\033", 2);
	assert_taken(d, "a ");
	assert_int_equal(term_keys_wait(d), TERM_KEYS_ESC_MS);
	term_keys_timeout(d);
	assert_taken(d, "Esc ");
	assert_int_equal(term_keys_wait(d), -1);
	term_keys_feed(d, "[A", 2);
	assert_taken(d, "[ A ");
	term_keys_feed(d, "\033\033", 2);
	assert_taken(d, "");
	term_keys_timeout(d);
	assert_taken(d, "Esc Esc ");
	term_keys_free(d);
}

static void
test_a_sequence_that_comes_in_parts_is_one_key(void **state)
{
	struct term_keys *d = term_keys_new();

	(void)state;
	term_keys_feed(d, "\033", 1);
	assert_taken(d, "");
	term_keys_feed(d, "[", 1);
	assert_taken(d, "");
	assert_int_equal(term_keys_wait(d), TERM_KEYS_SEQ_MS);
	term_keys_feed(d, "1;5", 3);
	assert_taken(d, "");
	term_keys_feed(d, "Cx\xe4\xb8", 4);
	assert_taken(d, "C-Right x ");
	term_keys_feed(d, "\xad", 1);
	assert_taken(d, "\xe4\xb8\xad ");
	term_keys_free(d);
}

static void
test_a_paste_is_one_text(void **state)
{
	(void)state;
	assert_keys("a\033[200~q\rDROP\r\nx\n\033[201~b",
		"a Paste<q\nDROP\nx\n> b ");
	assert_keys("\033[200~\033[201~b", "b ");
	assert_keys("\033[200~\033[A\033[20\033[201~", "Paste<\033[A\033[20> ");
	assert_n_keys("\033[200~a\0b\033[201~", 15, "Paste<ab> ");
}

static void
test_a_paste_has_no_time_limit(void **state)
{
	struct term_keys *d = term_keys_new();

	(void)state;
	term_keys_feed(d, "\033[200~ab\033[20", 12);
	assert_taken(d, "");
	assert_int_equal(term_keys_wait(d), -1);
	term_keys_feed(d, "1~c", 3);
	assert_taken(d, "Paste<ab> c ");
	term_keys_free(d);
}

static void
test_a_long_paste_is_cut_at_a_character(void **state)
{
	struct term_keys *d = term_keys_new();
	struct str text = {0};
	struct key key;

	(void)state;
	str_add(&text, "\033[200~x");
	for (int i = 0; i < TERM_KEYS_PASTE; i++)
		str_add(&text, "\xc3\xa9");
	str_add(&text, "\033[201~z");
	term_keys_feed(d, text.s, text.len);
	assert_true(term_keys_next(d, &key));
	assert_int_equal(key.code, KC_PASTE);
	assert_true(key.cut);
	assert_int_equal(key.len, TERM_KEYS_PASTE - 1);
	assert_taken(d, "z ");
	str_release(&text);
	term_keys_free(d);
}

static void
test_what_terminfo_knows_comes_first(void **state)
{
	struct term_keys *d = term_keys_new();

	(void)state;
	term_keys_learn(d, "\b", KC_BACKSPACE, 0);
	term_keys_learn(d, "\033[224z", KC_F1, 0);
	term_keys_learn(d, "\033[%%", KC_F2, KM_SHIFT);
	term_keys_learn(d, "x", KC_F3, 0);
	term_keys_learn(d, NULL, KC_F4, 0);
	term_keys_learn(d, "", KC_F5, 0);
	term_keys_feed(d, "\b\033[224z\033[%%x", 12);
	assert_taken(d, "Backspace F1 S-F2 x ");
	term_keys_feed(d, "\033[22", 4);
	assert_taken(d, "");
	term_keys_feed(d, "4z", 2);
	assert_taken(d, "F1 ");
	term_keys_free(d);
}

static void
test_more_keys_of_terminfo_than_there_is_room_are_left_out(void **state)
{
	struct term_keys *d = term_keys_new();

	(void)state;
	for (int i = 0; i < 1000; i++)
		term_keys_learn(d, "\033[A", KC_F1, 0);
	term_keys_feed(d, "\033[A", 3);
	assert_taken(d, "F1 ");
	term_keys_free(d);
}

/* The state machine must come to an end whatever it is fed. */
static void
test_garbage_ends_and_the_next_key_is_whole(void **state)
{
	static const char alphabet[] = "\033\033\033[]OPM<?;:$~u\\\a\r\x80\xe4"
		"\xff" "019Aaz ";
	uint32_t seed = 12345;

	(void)state;
	for (int round = 0; round < 2000; round++) {
		struct term_keys *d = term_keys_new();
		struct str out = {0};
		char bytes[24];

		for (size_t i = 0; i < sizeof(bytes); i++) {
			seed = seed * 1664525u + 1013904223u;
			bytes[i] = alphabet[(seed >> 16) %
				(sizeof(alphabet) - 1)];
		}
		term_keys_feed(d, bytes, sizeof(bytes));
		keys_take(d, &out);
		for (int i = 0; term_keys_wait(d) >= 0; i++) {
			assert_true(i < (int)sizeof(bytes));
			term_keys_timeout(d);
			keys_take(d, &out);
		}
		assert_null(strchr(str_get(&out), '\033'));
		term_keys_feed(d, "\033[201~", 6); /* if a paste had begun */
		keys_take(d, &out);
		term_keys_feed(d, "k", 1);
		assert_taken(d, "k ");
		str_release(&out);
		term_keys_free(d);
	}
}

static void
test_a_reset_forgets_what_has_begun(void **state)
{
	struct term_keys *d = term_keys_new();

	(void)state;
	term_keys_feed(d, "\033[200~half", 10);
	assert_taken(d, "");
	term_keys_reset(d);
	assert_int_equal(term_keys_wait(d), -1);
	term_keys_feed(d, "q", 1);
	assert_taken(d, "q ");
	term_keys_free(d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_escape_before_a_key_is_alt),
		cmocka_unit_test(
			test_escape_alone_is_a_key_when_nothing_follows),
		cmocka_unit_test(
			test_a_sequence_that_comes_in_parts_is_one_key),
		cmocka_unit_test(test_a_paste_is_one_text),
		cmocka_unit_test(test_a_paste_has_no_time_limit),
		cmocka_unit_test(test_a_long_paste_is_cut_at_a_character),
		cmocka_unit_test(test_what_terminfo_knows_comes_first),
		cmocka_unit_test(
		test_more_keys_of_terminfo_than_there_is_room_are_left_out),
		cmocka_unit_test(test_garbage_ends_and_the_next_key_is_whole),
		cmocka_unit_test(test_a_reset_forgets_what_has_begun),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
