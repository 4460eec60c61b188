#include "base/str.h"
#include "ui/term_keys.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

/* Adds the keys that are ready to @out, each with a blank behind it. */
static void
take(struct term_keys *d, struct str *out)
{
	char name[KEY_NAME_MAX];
	struct key key;

	while (term_keys_next(d, &key)) {
		str_add(out, key_label(&key, name));
		if (key.code == KC_PASTE)
			str_addf(out, "<%s>%s", key.text, key.cut ? "+" : "");
		str_addc(out, ' ');
	}
}

static void
assert_taken(struct term_keys *d, const char *expected)
{
	struct str out = {0};

	take(d, &out);
	assert_string_equal(str_get(&out), expected);
	str_release(&out);
}

/* The bytes at once, each alone, and what is left when time has passed. */
static void
assert_n_keys(const char *bytes, size_t n, const char *expected)
{
	for (int split = 0; split < 2; split++) {
		struct term_keys *d = term_keys_new();
		struct str out = {0};

		if (!split)
			term_keys_feed(d, bytes, n);
		take(d, &out);
		for (size_t i = 0; split && i < n; i++) {
			term_keys_feed(d, bytes + i, 1);
			take(d, &out);
		}
		while (term_keys_wait(d) >= 0) {
			term_keys_timeout(d);
			take(d, &out);
		}
		assert_string_equal(str_get(&out), expected);
		str_release(&out);
		term_keys_free(d);
	}
}

static void
assert_keys(const char *bytes, const char *expected)
{
	assert_n_keys(bytes, strlen(bytes), expected);
}

static void
test_characters_are_keys(void **state)
{
	(void)state;
	assert_keys("aZ ~", "a Z Space ~ ");
	assert_keys("\xc3\xa9\xe4\xb8\xad\xf0\x9f\x94\xa5",
		"\xc3\xa9 \xe4\xb8\xad \xf0\x9f\x94\xa5 ");
}

static void
test_control_characters_are_keys(void **state)
{
	(void)state;
	assert_keys("\r\t\x7f", "Enter Tab Backspace ");
	assert_keys("\x01\x03\x0c\x1a\n\b", "C-a C-c C-l C-z C-j C-h ");
	assert_n_keys("\0\x1c\x1d\x1e\x1f", 5,
		"C-Space C-\\ C-] C-^ C-_ ");
}

static void
test_arrows_and_their_kin(void **state)
{
	(void)state;
	assert_keys("\033[A\033[B\033[C\033[D\033[H\033[F",
		"Up Down Right Left Home End ");
	assert_keys("\033OA\033OB\033OC\033OD\033OH\033OF",
		"Up Down Right Left Home End ");
	assert_keys("\033[1~\033[2~\033[3~\033[4~\033[5~\033[6~\033[7~\033[8~",
		"Home Insert Delete End PgUp PgDn Home End ");
	assert_keys("\033[Z\033OM", "S-Tab Enter ");
}

static void
test_function_keys_of_all_kinds(void **state)
{
	(void)state;
	assert_keys("\033OP\033OQ\033OR\033OS", "F1 F2 F3 F4 ");
	assert_keys("\033[11~\033[15~\033[17~\033[21~\033[23~\033[24~",
		"F1 F5 F6 F10 F11 F12 ");
	assert_keys("\033[[A\033[[E", "F1 F5 ");
}

static void
test_modifiers_of_xterm_and_rxvt(void **state)
{
	(void)state;
	assert_keys("\033[1;5A\033[1;2D\033[1;3C\033[1;8F",
		"C-Up S-Left A-Right C-A-S-End ");
	assert_keys("\033[3;5~\033[5;2~\033[1;2P", "C-Delete S-PgUp S-F1 ");
	assert_keys("\033[a\033[3$\033[3^\033[3@",
		"S-Up S-Delete C-Delete C-S-Delete ");
	assert_keys("\033O5A", "C-Up ");
}

static void
test_newer_ways_to_send_characters(void **state)
{
	(void)state;
	assert_keys("\033[108;5u\033[97;3u\033[97;2u\033[13u\033[9;2u\033[27u",
		"C-l A-a A Enter S-Tab Esc ");
	assert_keys("\033[27;5;108~", "C-l ");
	assert_keys("\033[97;5:1u", "C-a ");
	assert_keys("\033[57441u\033[1u\033[1114112u", "");
}

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
test_half_a_sequence_is_dropped_after_its_time(void **state)
{
	(void)state;
	assert_keys("\033[1;5", "");
	assert_keys("\033[", "A-[ ");
	assert_keys("\033O", "A-O ");
	assert_keys("\033]", "A-] ");
	assert_keys("\033]8;;x", "");
	assert_keys("\xe4\xb8", "");
}

static void
test_unknown_sequences_are_never_typed_as_letters(void **state)
{
	(void)state;
	assert_keys("\033[?1;2ca", "a ");
	assert_keys("\033[>0;276;0ca", "a ");
	assert_keys("\033[99~a", "a ");
	assert_keys("\033[?2026;2$ya", "a ");
	assert_keys("\033[Ia\033[Ob", "a b ");
	assert_keys("\033[12;40Rx\033[1;40Ry", "x y ");
	assert_keys("\033[1 q\033[!pa", "a ");
	assert_keys("\033Oya", "a ");
	assert_keys("\033[[Za", "a ");
}

static void
test_answers_and_strings_are_swallowed_whole(void **state)
{
	(void)state;
	assert_keys("\033]11;rgb:0000/0000/0000\033\\a", "a ");
	assert_keys("\033]11;rgb:ffff/ffff/ffff\aa", "a ");
	assert_keys("\033P>|XTerm(370)\033\\a", "a ");
	assert_keys("\033_Gi=1;OK\033\\a", "a ");
	assert_keys("\033]0;title\033[Aa", "Up a ");
}

static void
test_mouse_reports_are_swallowed(void **state)
{
	(void)state;
	assert_keys("\033[M !!a", "a ");
	assert_keys("\033[<0;10;20Ma\033[<0;10;20mb", "a b ");
}

static void
test_a_control_character_breaks_a_sequence(void **state)
{
	(void)state;
	assert_keys("\033[1;\033[Aa", "Up a ");
	assert_keys("\033[5\ra", "Enter a ");
}

static void
test_bytes_that_are_no_text_are_dropped(void **state)
{
	(void)state;
	assert_keys("a\xff\xfe" "b", "a b ");
	assert_keys("\xc2\x9b" "1a", "1 a ");
	assert_keys("\xed\xa0\x80" "a\xc0\x80" "b\x80" "c", "a b c ");
	assert_keys("\xe4" "a", "a ");
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
		take(d, &out);
		for (int i = 0; term_keys_wait(d) >= 0; i++) {
			assert_true(i < (int)sizeof(bytes));
			term_keys_timeout(d);
			take(d, &out);
		}
		assert_null(strchr(str_get(&out), '\033'));
		term_keys_feed(d, "\033[201~", 6); /* if a paste had begun */
		take(d, &out);
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
		cmocka_unit_test(test_characters_are_keys),
		cmocka_unit_test(test_control_characters_are_keys),
		cmocka_unit_test(test_arrows_and_their_kin),
		cmocka_unit_test(test_function_keys_of_all_kinds),
		cmocka_unit_test(test_modifiers_of_xterm_and_rxvt),
		cmocka_unit_test(test_newer_ways_to_send_characters),
		cmocka_unit_test(test_escape_before_a_key_is_alt),
		cmocka_unit_test(
			test_escape_alone_is_a_key_when_nothing_follows),
		cmocka_unit_test(
			test_a_sequence_that_comes_in_parts_is_one_key),
		cmocka_unit_test(
			test_half_a_sequence_is_dropped_after_its_time),
		cmocka_unit_test(
			test_unknown_sequences_are_never_typed_as_letters),
		cmocka_unit_test(test_answers_and_strings_are_swallowed_whole),
		cmocka_unit_test(test_mouse_reports_are_swallowed),
		cmocka_unit_test(test_a_control_character_breaks_a_sequence),
		cmocka_unit_test(test_bytes_that_are_no_text_are_dropped),
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
