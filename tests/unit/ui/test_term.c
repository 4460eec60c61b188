#include "unit/ui/term_rig.h"

#include <locale.h>
#include <poll.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
#include <cmocka.h>

static void
assert_refused(struct rig *rig, const struct term_options *options,
	const char *words)
{
	struct err err = {0};

	assert_null(term_open(options, &err));
	assert_int_equal(err.code, ERR_USAGE);
	assert_non_null(strstr(err.text, words));
	assert_modes(rig, false);
}

static void
test_what_is_no_terminal_is_refused(void **state)
{
	struct rig *rig = rig_new(24, 80);
	struct term_options options = rig_options(rig);

	(void)state;
	options.tty = "/dev/null";
	assert_refused(rig, &options, "/dev/null is no terminal");
	options.tty = "/nonexistent";
	assert_refused(rig, &options, "cannot open the terminal /nonexistent");
	rig_free(rig);
}

static void
test_a_terminal_type_that_cannot_do_it_is_named(void **state)
{
	struct rig *rig = rig_new(24, 80);
	struct term_options options = rig_options(rig);

	(void)state;
	options.type = "dumb";
	assert_refused(rig, &options, "TERM is \"dumb\"");
	options.type = "no-such-terminal";
	assert_refused(rig, &options, "TERM is \"no-such-terminal\"");
	options.type = "unknown";
	assert_refused(rig, &options, "TERM is \"unknown\"");
	options.type = "";
	assert_refused(rig, &options, "TERM is not set");
	assert_int_equal(rig_read(rig), 0);
	rig_free(rig);
}

static void
test_the_terminal_is_left_as_it_was_found(void **state)
{
	struct rig *rig = rig_new(24, 80);

	(void)state;
	rig_open(rig);
	assert_modes(rig, true);
	rig_show(rig, "hello");
	rig_drain(rig);
	assert_true(rig_got(rig, "\033[?1049h"));
	assert_true(rig_got(rig, "\033[?2004h"));
	assert_true(rig_got(rig, "hello"));
	str_cut(&rig->got, 0);
	term_close(rig->term);
	rig->term = NULL;
	rig_read(rig);
	assert_true(rig_got(rig, "\033[?2004l"));
	assert_true(rig_got(rig, "\033[?25h"));
	assert_true(rig_got(rig, "\033[?1049l"));
	assert_int_equal(rig->events, 0);
	assert_modes(rig, false);
	rig_free(rig);
}

static void
test_keys_come_by_name(void **state)
{
	struct rig *rig = rig_new(24, 80);

	(void)state;
	rig_open(rig);
	rig_type(rig, "a\033[A\003\023\r");
	assert_string_equal(str_get(&rig->keys), "a Up C-c C-s Enter ");
	rig_free(rig);
}

static void
test_escape_waits_for_its_timer(void **state)
{
	struct rig *rig = rig_new(24, 80);

	(void)state;
	rig_open(rig);
	assert_int_equal(rig->ms, -1);
	rig_type(rig, "\033");
	assert_int_equal(rig->ms, 25);
	assert_string_equal(str_get(&rig->keys), "");
	term_timeout(rig->term);
	assert_int_equal(rig->ms, -1);
	assert_string_equal(str_get(&rig->keys), "Esc ");
	rig_free(rig);
}

static void
test_a_size_that_nobody_set_is_80x24(void **state)
{
	struct rig *rig = rig_new(0, 0);
	int rows, cols;

	(void)state;
	rig_open(rig);
	term_size(rig->term, &rows, &cols);
	assert_int_equal(rows, 24);
	assert_int_equal(cols, 80);
	rig_free(rig);
}

static void
test_a_hang_up_ends_the_program(void **state)
{
	struct rig *rig = rig_new(24, 80);

	(void)state;
	rig_open(rig);
	rig_drain(rig);
	close(rig->master);
	rig->master = -1;
	rig_show(rig, "nobody sees this");
	assert_int_equal(rig->end, 0);
	term_input(rig->term, POLLHUP);
	assert_int_equal(rig->end, SIGHUP);
	assert_int_equal(rig->events, 0);
	assert_false(term_ready(rig->term));
	rig_free(rig);
}

static void
test_signals_end_the_program_by_its_own_hand(void **state)
{
	struct rig *rig = rig_new(24, 80);

	(void)state;
	rig_open(rig);
	term_signal(rig->term, SIGTERM);
	assert_int_equal(rig->end, SIGTERM);
	term_signal(rig->term, SIGINT);
	assert_int_equal(rig->end, SIGINT);
	term_signal(rig->term, SIGHUP);
	assert_int_equal(rig->end, SIGHUP);
	rig_free(rig);
}

static void
test_a_hang_up_that_is_sent_leaves_the_terminal_as_it_was(void **state)
{
	struct rig *rig = rig_new(24, 80);

	(void)state;
	rig_open(rig);
	rig_drain(rig);
	str_cut(&rig->got, 0);
	term_signal(rig->term, SIGHUP);
	term_close(rig->term);
	rig->term = NULL;
	rig_read(rig);
	assert_true(rig_got(rig, "\033[?1049l"));
	assert_modes(rig, false);
	rig_free(rig);
}

/* A process that nobody could continue is not stopped, but goes on at once. */
static void
suspend(struct rig *rig)
{
	int rows, cols;

	assert_true(setsid() > 0);
	rig_open(rig);
	rig_show(rig, "before");
	rig_drain(rig);
	str_cut(&rig->got, 0);
	rig_size(rig, 10, 40);
	rig->frames = 0;
	term_signal(rig->term, SIGTSTP);
	rig_drain(rig);
	assert_true(rig_got(rig, "\033[?1049l"));
	assert_modes(rig, true);
	assert_int_equal(rig->frames, 1);
	term_size(rig->term, &rows, &cols);
	assert_int_equal(rows, 10);
	assert_int_equal(cols, 40);
	str_cut(&rig->got, 0);
	rig_show(rig, "before");
	rig_drain(rig);
	assert_true(rig_got(rig, "before"));
}

static void
test_the_terminal_is_lent_to_the_shell_and_taken_again(void **state)
{
	struct rig *rig = rig_new(24, 80);
	int status;
	pid_t pid = fork();

	(void)state;
	assert_true(pid >= 0);
	if (pid == 0) {
		suspend(rig);
		_exit(0);
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_int_equal(status, 0);
	rig_free(rig);
}

static void
test_the_bell_is_rung(void **state)
{
	struct rig *rig = rig_new(24, 80);

	(void)state;
	rig_open(rig);
	rig_drain(rig);
	str_cut(&rig->got, 0);
	term_bell(rig->term);
	rig_drain(rig);
	assert_string_equal(str_get(&rig->got), "\a");
	rig_free(rig);
}

static void
test_a_crash_gives_the_terminal_back(void **state)
{
	struct rig *rig = rig_new(24, 80);
	int status;
	pid_t pid = fork();

	(void)state;
	assert_true(pid >= 0);
	if (pid == 0) {
		const struct term_options options = rig_options(rig);

		if (term_open(&options, NULL))
			abort();
		_exit(1);
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_true(WIFSIGNALED(status));
	assert_int_equal(WTERMSIG(status), SIGABRT);
	rig_read(rig);
	assert_true(rig_got(rig, "\033[?1049h"));
	assert_true(rig_got(rig, "\033[?2004l"));
	assert_true(rig_got(rig, "\033[?1049l"));
	assert_modes(rig, false);
	rig_free(rig);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_what_is_no_terminal_is_refused),
		cmocka_unit_test(
			test_a_terminal_type_that_cannot_do_it_is_named),
		cmocka_unit_test(test_the_terminal_is_left_as_it_was_found),
		cmocka_unit_test(test_keys_come_by_name),
		cmocka_unit_test(test_escape_waits_for_its_timer),
		cmocka_unit_test(test_a_size_that_nobody_set_is_80x24),
		cmocka_unit_test(test_a_hang_up_ends_the_program),
		cmocka_unit_test(
			test_a_hang_up_that_is_sent_leaves_the_terminal_as_it_was),
		cmocka_unit_test(test_signals_end_the_program_by_its_own_hand),
		cmocka_unit_test(
			test_the_terminal_is_lent_to_the_shell_and_taken_again),
		cmocka_unit_test(test_the_bell_is_rung),
		cmocka_unit_test(test_a_crash_gives_the_terminal_back),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	unsetenv("NO_COLOR");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
