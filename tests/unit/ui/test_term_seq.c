#include "unit/ui/keys_rig.h"

#include "ui/term_seq.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

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
test_the_mouse_and_the_focus_of_the_window(void **state)
{
	static const char click[] = "\033[<0;10;20M";
	struct term_seq seq = term_seq_read(click, sizeof(click) - 1, false);

	(void)state;
	assert_int_equal(seq.kind, TERM_SEQ_KEY);
	assert_int_equal(seq.key.code, KC_MOUSE);
	assert_int_equal(seq.key.mouse, MOUSE_CLICK);
	assert_int_equal(seq.key.y, 19);
	assert_int_equal(seq.key.x, 9);
	seq = term_seq_read("\033[<65;1;1M", 10, false);
	assert_int_equal(seq.key.mouse, MOUSE_DOWN);

	/* Other buttons, Shift, motion, a release, and nonsense. */
	assert_keys("\033[<2;1;1M\033[<4;1;1M\033[<32;1;1Ma", "a ");
	assert_keys("\033[<0;1;1m\033[<0;0;1M\033[<0M\033[<0;?M\033[<Ma", "a ");
	seq = term_seq_read("\033[I", 3, false);
	assert_int_equal(seq.key.code, KC_FOCUS);
	seq = term_seq_read("\033[O", 3, false);
	assert_int_equal(seq.key.code, KC_BLUR);
}

static void
test_unknown_sequences_are_never_typed_as_letters(void **state)
{
	(void)state;
	assert_keys("\033[?1;2ca", "a ");
	assert_keys("\033[>0;276;0ca", "a ");
	assert_keys("\033[99~a", "a ");
	assert_keys("\033[?2026;2$ya", "a ");
	assert_keys("\033[1Ia\033[1Ob", "a b ");
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
	assert_keys("\033[<0;10;20Ma\033[<0;10;20mb", "Mouse a b ");
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
		cmocka_unit_test(
			test_half_a_sequence_is_dropped_after_its_time),
		cmocka_unit_test(test_the_mouse_and_the_focus_of_the_window),
		cmocka_unit_test(
			test_unknown_sequences_are_never_typed_as_letters),
		cmocka_unit_test(test_answers_and_strings_are_swallowed_whole),
		cmocka_unit_test(test_mouse_reports_are_swallowed),
		cmocka_unit_test(test_a_control_character_breaks_a_sequence),
		cmocka_unit_test(test_bytes_that_are_no_text_are_dropped),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
