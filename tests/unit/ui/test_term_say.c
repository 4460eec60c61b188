/* What a terminal is told beside frames. */
#include "unit/ui/term_rig.h"

#include <locale.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

static struct rig *
opened(void)
{
	struct rig *rig = rig_new(24, 80);

	unsetenv("TMUX");
	rig_open(rig);
	rig_drain(rig);
	str_cut(&rig->got, 0);
	return rig;
}

static void
test_text_for_the_clipboard_is_sent_as_base64(void **state)
{
	struct rig *rig = opened();

	(void)state;
	assert_true(term_copy(rig->term, "a\033]b", 4));
	rig_drain(rig);
	assert_string_equal(str_get(&rig->got), "\033]52;c;YRtdYg==\033\\");
	rig_free(rig);
}

static void
test_a_title_is_set_once_and_holds_no_control(void **state)
{
	struct rig *rig = opened();

	(void)state;
	term_title(rig->term, "not wanted");
	rig_drain(rig);
	assert_int_equal(rig->got.len, 0);
	term_titles(rig->term, true);
	term_title(rig->term, "INC-17\a\033 \xc3\xa9");
	term_title(rig->term, "INC-17\a\033 \xc3\xa9");
	rig_drain(rig);
	assert_string_equal(str_get(&rig->got),
		"\033]2;INC-17?? \xc3\xa9\033\\");
	str_cut(&rig->got, 0);
	term_titles(rig->term, false);
	rig_drain(rig);
	assert_string_equal(str_get(&rig->got), "\033[23;2t\033[22;2t");
	rig_free(rig);
}

static void
test_a_notification_goes_through_tmux_in_its_own_string(void **state)
{
	struct rig *rig = opened();

	(void)state;
	term_notify(rig->term, "INC-17: nobody is in command");
	rig_drain(rig);
	assert_string_equal(str_get(&rig->got),
		"\033]9;INC-17: nobody is in command\a");
	str_cut(&rig->got, 0);
	setenv("TMUX", "/tmp/tmux,1,0", 1);
	term_notify(rig->term, "x");
	rig_drain(rig);
	assert_string_equal(str_get(&rig->got),
		"\033Ptmux;\033\033]9;x\a\033\\");
	unsetenv("TMUX");
	rig_free(rig);
}

static void
test_who_goes_on_without_a_stop_keeps_the_title_once(void **state)
{
	struct rig *rig = rig_new(24, 80);

	(void)state;
	rig_open(rig);
	rig_drain(rig);
	assert_true(rig_got(rig, "\033[22;2t"));
	str_cut(&rig->got, 0);
	term_signal(rig->term, SIGCONT);
	rig_drain(rig);
	assert_true(rig_got(rig, "\033[?2004h"));
	assert_false(rig_got(rig, "\033[22;2t"));
	rig_free(rig);
}

static void
test_what_was_switched_on_is_switched_off(void **state)
{
	static const char *const pairs[][2] = {
		{"\033[?1004h", "\033[?1004l"}, {"\033[?1006h", "\033[?1006l"},
		{"\033[?1000h", "\033[?1000l"}, {"\033[?2004h", "\033[?2004l"},
		{"\033[22;2t", "\033[23;2t"},
	};
	struct rig *rig = rig_new(24, 80);

	(void)state;
	rig_open(rig);
	term_mouse(rig->term, true);
	rig_drain(rig);
	for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++) {
		assert_true(rig_got(rig, pairs[i][0]));
		assert_false(rig_got(rig, pairs[i][1]));
	}
	term_close(rig->term);
	rig->term = NULL;
	rig_drain(rig);
	for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++)
		assert_true(rig_got(rig, pairs[i][1]));
	rig_free(rig);
}

/* The Linux console and old terminals would print some of it. */
static void
test_a_plain_terminal_is_told_nothing(void **state)
{
	struct rig *rig = rig_new(24, 80);
	struct term_options o = rig_options(rig);
	struct err err;

	(void)state;
	o.type = "linux";
	rig->term = term_open(&o, &err);
	assert_non_null(rig->term);
	term_titles(rig->term, true);
	term_mouse(rig->term, true);
	term_title(rig->term, "title");
	term_notify(rig->term, "notice");
	assert_false(term_copy(rig->term, "text", 4));
	rig_drain(rig);
	assert_false(rig_got(rig, "\033]"));
	assert_false(rig_got(rig, "\033[?1000h"));
	assert_false(rig_got(rig, "\033[?1004h"));
	rig_free(rig);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_text_for_the_clipboard_is_sent_as_base64),
		cmocka_unit_test(test_a_title_is_set_once_and_holds_no_control),
		cmocka_unit_test(
			test_a_notification_goes_through_tmux_in_its_own_string),
		cmocka_unit_test(
			test_who_goes_on_without_a_stop_keeps_the_title_once),
		cmocka_unit_test(test_what_was_switched_on_is_switched_off),
		cmocka_unit_test(test_a_plain_terminal_is_told_nothing),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
