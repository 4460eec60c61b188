/* `status --format`: one line for status lines and prompts. */
#include "cmd/cmd.h"

#include "base/mem.h"
#include "base/words.h"
#include "lib/play.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

/* What words print at 14:30Z; the refusal, when they are refused. */
static const char *
prints(struct play *p, int n, ...)
{
	struct summary board[2];
	struct cmd_args args;
	struct outcome out;
	char *words[8];
	const char *text;
	va_list ap;

	va_start(ap, n);
	for (int i = 0; i < n; i++)
		words[i] = arena_dup(p->arena, va_arg(ap, const char *));
	va_end(ap);
	p->env.n_board = p->inc->declared ? 1 : 0;
	if (p->env.n_board)
		summary_of(p->inc, &board[0]);
	board[1] = board[0];
	board[1].number = 18;
	if (p->env.n_board && p->other)
		p->env.n_board = 2;
	p->env.board = board;
	p->env.who = "";
	p->env.now = play_time("14:30Z");
	if (!cmd_parse(p->arena, words, n, &args, &p->err) ||
	    !cmd_decide(&p->env, &args, NULL, &out, &p->err)) {
		assert_int_equal(p->err.code, ERR_USAGE);
		return arena_dup(p->arena, p->err.text);
	}
	assert_int_equal(out.kind, OUT_TEXT);
	text = arena_dup(p->arena, str_get(&out.text));
	outcome_release(&out);
	return text;
}

#define FORMAT(p, f) prints(p, 3, "status", "--format", f)
#define FORMAT_TO(p, f, to) \
	prints(p, 5, "status", "--format", f, "--for", to)

static void
begin(struct play *p)
{
	play(p, "14:00Z ana declare EU checkout --severity 1 --take"
		" --impact-began 13:50Z",
		"14:05Z mei customers We know --next 14:20Z", NULL);
}

static void
test_each_field_says_what_it_is_for(void **state)
{
	struct play *p = *state;

	begin(p);
	assert_string_equal(FORMAT(p, "%i %s %t|%S|%c|%u"),
		"INC-17 SEV1 EU checkout|Verify|ana|LATE 10m\n");
	assert_string_equal(FORMAT(p, "%h %o %w [%n%m] 100%%"),
		"T+00:40 T+00:30 customers 10m LATE [1] 100%\n");
	assert_string_equal(FORMAT(p, "%5t|%40t"),
		"EU c\xe2\x80\xa6|EU checkout\n");
	p->other = p;
	assert_string_equal(FORMAT(p, "%i %n %m"), "INC-17 2 +1\n");
	assert_string_equal(prints(p, 4, "status", "INC-18", "--format",
		"%i"), "INC-18\n");
	p->other = NULL;
}

static void
test_no_live_incident_is_an_empty_line_or_a_given_one(void **state)
{
	struct play *p = *state;

	assert_string_equal(FORMAT(p, "%i"), "");
	assert_string_equal(prints(p, 3, "status", "--none", "all quiet"),
		"No incident. `fireground declare TITLE` begins one.\n");
	assert_string_equal(prints(p, 5, "status", "--format", "%i",
		"--none", "all quiet"), "all quiet\n");
	begin(p);
	play(p, "14:10Z ana close --false-alarm", NULL);
	assert_string_equal(FORMAT(p, "%i"), "");
}

static void
test_an_unknown_field_is_refused_with_the_list(void **state)
{
	struct play *p = *state;

	assert_non_null(strstr(FORMAT(p, "%i %q"),
		"there is no field %q; there are: %i INC-17; %s SEV1;"));
	assert_non_null(strstr(FORMAT(p, "100%"), "write %%"));
	assert_non_null(strstr(FORMAT(p, "%7"), "write %%"));
	assert_non_null(strstr(FORMAT(p, "%\xc3\xa4"), "%\xc3\xa4;"));
	assert_non_null(strstr(prints(p, 3, "status", "--for", "fish"),
		"plain|ansi|tmux|bash|zsh"));
}

static void
test_the_format_of_the_config_is_used_unless_one_is_given(void **state)
{
	struct play *p = *state;

	begin(p);
	assert_string_equal(prints(p, 3, "status", "--for", "plain"),
		"INC-17 SEV1 Verify customers 10m LATE\n");
	p->env.status_format = "%c!";
	assert_string_equal(prints(p, 3, "status", "--for", "plain"),
		"ana!\n");
	assert_string_equal(FORMAT_TO(p, "%i", "plain"), "INC-17\n");
}

static void
test_what_is_bad_is_coloured_where_it_is_asked_for(void **state)
{
	struct play *p = *state;

	begin(p);
	assert_string_equal(FORMAT(p, "%{%i%}"), "INC-17\n");
	assert_string_equal(FORMAT_TO(p, "%{%i%}", "tmux"),
		"#[fg=red,bold]INC-17#[default]\n");
	assert_string_equal(FORMAT_TO(p, "%{%i%}", "ansi"),
		"\033[1;31mINC-17\033[0m\n");
	assert_string_equal(FORMAT_TO(p, "%{%i%}", "bash"),
		"\001\033[1;31m\002INC-17\001\033[0m\002\n");
	assert_string_equal(FORMAT_TO(p, "%{%i%}", "zsh"),
		"%B%F{red}INC-17%f%b\n");
	play(p, "14:29Z mei customers Again --next 14:45Z", NULL);
	assert_string_equal(FORMAT_TO(p, "%{%i%}", "tmux"),
		"#[fg=yellow]INC-17#[default]\n");
	play(p, "14:29Z ana broadcast --said all", "14:29Z ana broadcast we"
		" look", NULL);
	assert_string_equal(FORMAT_TO(p, "%{%i%}", "tmux"), "INC-17\n");
}

static void
test_what_people_write_does_nothing_in_a_prompt(void **state)
{
	struct play *p = *state;

	play(p, "14:00Z ana declare \"`id` $(id) $HOME 5$ #(id) #{pid}"
		" %n \\\\w \033]0;x\007\"", NULL);
	assert_string_equal(FORMAT(p, "%t"), "'id' $ (id) $ HOME 5$ #(id)"
		" #{pid} %n /w ^[]0;x^G\n");
	assert_string_equal(FORMAT_TO(p, "%t", "tmux"), "'id' $ (id) $ HOME"
		" 5$ ##(id) ##{pid} %n /w ^[]0;x^G\n");
	assert_string_equal(FORMAT_TO(p, "%t", "zsh"), "'id' $ (id) $ HOME"
		" 5$ #(id) #{pid} %%n /w ^[]0;x^G\n");
}

/* What stands behind a field may be another one. */
static void
test_two_fields_make_no_command_either(void **state)
{
	struct play *p = *state;

	play(p, "14:00Z (id) declare costs 5$ --take", NULL);
	assert_string_equal(FORMAT(p, "%t%c"), "costs 5$ (id)\n");
}

static void
test_of_a_restricted_one_number_and_severity_are_shown(void **state)
{
	struct play *p = *state;

	play(p, "14:00Z ana declare somebody was in --restricted --take",
		NULL);
	assert_string_equal(FORMAT(p, "%i %s %t|%S|%c|%u|%h|%o|%w"),
		"INC-17 SEV2 restricted||||||\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		PLAY_TEST(test_each_field_says_what_it_is_for),
		PLAY_TEST(
			test_no_live_incident_is_an_empty_line_or_a_given_one),
		PLAY_TEST(test_an_unknown_field_is_refused_with_the_list),
		PLAY_TEST(
			test_the_format_of_the_config_is_used_unless_one_is_given),
		PLAY_TEST(test_what_is_bad_is_coloured_where_it_is_asked_for),
		PLAY_TEST(test_what_people_write_does_nothing_in_a_prompt),
		PLAY_TEST(test_two_fields_make_no_command_either),
		PLAY_TEST(
			test_of_a_restricted_one_number_and_severity_are_shown),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
