/* Completion of the prompt and of the shells, from the one table. */
#include "cmd/cmd.h"

#include "base/mem.h"
#include "lib/play.h"
#include "model/numbers.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

static const struct person people[] = {
	{"ana", "commander", "", "", "", true},
	{"raj", "database", "", "", "", true},
};

struct rig {
	struct arena *a;
	struct roster roster;
	struct summary board[2];
	struct cmd_env env;
};

static int
begin(void **state)
{
	struct rig *r = mem_new(sizeof(*r));

	r->a = arena_new(0);
	r->roster = (struct roster){people, 2};
	r->board[0].number = 17;
	r->board[1].number = 16;
	r->env = (struct cmd_env){
		.who = "ana", .roster = &r->roster, .board = r->board,
		.n_board = 2, .arena = r->a,
	};
	*state = r;
	return 0;
}

static int
end(void **state)
{
	struct rig *r = *state;

	arena_free(r->a);
	free(r);
	return 0;
}

/* The words that complete @line, blanks between. */
static const char *
complete(struct rig *r, const char *line)
{
	struct texts t = cmd_complete(&r->env, line, r->a);
	const char *out = "";

	for (int i = 0; i < t.n; i++)
		out = arena_printf(r->a, "%s%s%s", out, i ? " " : "", t.v[i]);
	return out;
}

static void
test_the_first_word_completes_to_verbs(void **state)
{
	struct rig *r = *state;

	assert_string_equal(complete(r, "diag"), "diagnosis");
	assert_string_equal(complete(r, "sev"), "severity");
	assert_string_equal(complete(r, "xyz"), "");
	assert_non_null(strstr(complete(r, ""), "advance"));
	assert_non_null(strstr(complete(r, ""), "form"));
}

static void
test_every_verb_completes_to_itself(void **state)
{
	struct rig *r = *state;
	const struct cmd_row *row;

	for (int i = 0; (row = cmd_row(i)); i++) {
		const char *blank = strchr(row->name, ' ');
		const char *last = blank ? blank + 1 : row->name;
		const char *found = complete(r, row->name);

		if (!strstr(found, last))
			fail_msg("%s: %s", row->name, found);
	}
}

static void
test_the_second_word_completes_to_what_the_verb_has(void **state)
{
	struct rig *r = *state;

	assert_string_equal(complete(r, "mitigation w"), "worked");
	assert_string_equal(complete(r, "need re"), "refused");
	assert_string_equal(complete(r, "call a"), "all-clear");
	assert_string_equal(complete(r, "role c"), "customers");
}

static void
test_a_filter_is_completed_word_by_word_and_in_lists(void **state)
{
	struct rig *r = *state;

	assert_string_equal(complete(r, "filter no"), "none note");
	assert_string_equal(complete(r, "filter note no"), "note");
	assert_string_equal(complete(r, "filter mi"), "mit mitigate");
	assert_string_equal(complete(r, "filter stage mi"), "mitigate");
	assert_string_equal(complete(r, "filter kind can,no"), "can,note");
	assert_string_equal(complete(r, "filter --kind can,pa"), "can,page");
	assert_string_equal(complete(r, "log --kind no"), "note");
	assert_string_equal(complete(r, "log --stage verify,mi"),
		"verify,mitigate");
	assert_non_null(strstr(complete(r, "log --who "), "ana"));
}

static void
test_places_are_those_that_the_incident_has(void **state)
{
	struct rig *r = *state;
	struct play *p = play_new();

	play(p, "14:00Z tomas declare it broke", "14:02Z ana take",
		"14:02Z ana note one", "14:05Z ana advance --to dispatch",
		"16:05Z ana note two", NULL);
	assert_string_equal(complete(r, "goto "), "first last");
	r->env.inc = p->inc;
	assert_string_equal(complete(r, "goto "),
		"detect dispatch first last");
	assert_string_equal(complete(r, "goto dis"), "dispatch");
	assert_string_equal(complete(r, "goto T"),
		"T+00:00 T+00:02 T+00:05 T+02:05");
	assert_string_equal(complete(r, "goto t+02"), "T+02:05");
	assert_string_equal(complete(r, "past n"), "next now");
	assert_string_equal(complete(r, "entry pr"), "prev");
	assert_true(str_starts(cmd_hint("goto ", r->a), "WHERE: 14:10Z"));
	r->env.inc = NULL;
	play_free(p);
}

static void
test_people_stages_and_incidents_are_completed(void **state)
{
	struct rig *r = *state;

	assert_string_equal(complete(r, "page r"), "raj");
	assert_string_equal(complete(r, "advance --to ver"), "verify");
	assert_string_equal(complete(r, "note INC-1"), "INC-16 INC-17");
	assert_string_equal(complete(r, "merge --into INC-16"), "INC-16");
	assert_string_equal(complete(r, "customers --from a"), "ana");
	assert_string_equal(complete(r, "action open x --priority P3"), "P3");
}

static void
test_options_are_completed_behind_their_verb(void **state)
{
	struct rig *r = *state;

	assert_string_equal(complete(r, "advance --imp"), "--impact-began");
	assert_non_null(strstr(complete(r, "can --"), "--need"));
	assert_string_equal(complete(r, "advance --nothing"), "");
}

static void
test_a_quote_that_is_open_completes_to_nothing_bad(void **state)
{
	struct rig *r = *state;

	complete(r, "note \"half");
	complete(r, "'");
	complete(r, "   ");
	assert_string_equal(complete(r, "frobnicate wi"), "");
}

static void
test_the_hint_is_the_usage_of_what_is_typed(void **state)
{
	struct rig *r = *state;

	assert_non_null(strstr(cmd_hint("advance ", r->a), "[--to STAGE]"));
	assert_non_null(strstr(cmd_hint("need", r->a), "met"));
	assert_string_equal(cmd_hint("frobnicate", r->a), "");
	assert_string_equal(cmd_hint("", r->a), "");
}

static void
test_the_hint_is_about_the_word_that_is_typed(void **state)
{
	struct rig *r = *state;

	assert_string_equal(cmd_hint("as", r->a), "assume|assemble");
	assert_string_equal(cmd_hint("need ", r->a),
		"need dispatch|met|refused|drop");
	assert_true(str_starts(cmd_hint("note", r->a), "note [INC] TEXT"));
	assert_true(str_starts(cmd_hint("note ", r->a),
		"TEXT: "));
	assert_true(str_starts(cmd_hint("note INC-17 a b", r->a), "TEXT: "));
	assert_true(str_starts(cmd_hint("customers x --next ", r->a),
		"--next TIME: when the next word comes"));
	assert_true(str_starts(cmd_hint("customers x --next 14", r->a),
		"--next TIME: when the next word comes"));
	assert_true(str_starts(cmd_hint("role ", r->a), "ROLE deputy|"));
	assert_true(str_starts(cmd_hint("role customers m", r->a), "WHO: "));
}

static void
test_no_text_of_people_is_kept_of_a_line(void **state)
{
	struct rig *r = *state;

	assert_string_equal(cmd_kept(&r->env, "note the password is x"),
		"note ");
	assert_string_equal(cmd_kept(&r->env, "customers INC-17 we look --next +15m"
		" --through mail"), "customers INC-17 ");
	assert_string_equal(cmd_kept(&r->env, "page raj --reason look"),
		"page raj ");
	assert_string_equal(cmd_kept(&r->env, "need met 3 it is here"),
		"need met 3 ");
	assert_string_equal(cmd_kept(&r->env, "log --last 5 --full"),
		"log --last 5 --full");
	assert_string_equal(cmd_kept(&r->env, "open INC-17"), "open INC-17");
	assert_string_equal(cmd_kept(&r->env, "set theme dark"),
		"set theme dark");
	assert_string_equal(cmd_kept(&r->env, "search secret"), "search ");
	assert_string_equal(cmd_kept(&r->env, "note x --internal"), "");
	r->board[1].restricted = true;
	assert_string_equal(cmd_kept(&r->env, "open INC-16"), "");
	assert_string_equal(cmd_kept(&r->env, "open INC-17"), "open INC-17");
	r->board[1].restricted = false;
	assert_string_equal(cmd_kept(&r->env, "declare x --restricted"), "");
	assert_string_equal(cmd_kept(&r->env, "frobnicate secret"), "");
	assert_string_equal(cmd_kept(&r->env, "filter secret"), "filter ");
	assert_string_equal(cmd_kept(&r->env, "filter --kind can"),
		"filter --kind can");
	assert_string_equal(cmd_kept(&r->env, "status secret"), "");
	assert_string_equal(cmd_kept(&r->env, "severity secret"), "");
}

static void
test_the_shells_complete_every_verb(void **state)
{
	static const char *const shells[] = {"bash", "zsh"};
	const struct cmd_row *row;

	(void)state;
	for (size_t s = 0; s < 2; s++) {
		struct str out = {0};

		cmd_shell(shells[s], &out);
		assert_true(out.len > 200);
		for (int i = 0; (row = cmd_row(i)); i++) {
			char verb[64];

			if (row->use & USE_SCREEN)
				continue;
			snprintf(verb, sizeof(verb), "%.*s",
				(int)strcspn(row->name, " "), row->name);
			if (!strstr(str_get(&out), verb))
				fail_msg("%s: no %s", shells[s], verb);
		}
		str_release(&out);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_the_first_word_completes_to_verbs),
		cmocka_unit_test(test_every_verb_completes_to_itself),
		cmocka_unit_test(
			test_the_second_word_completes_to_what_the_verb_has),
		cmocka_unit_test(
			test_a_filter_is_completed_word_by_word_and_in_lists),
		cmocka_unit_test(test_places_are_those_that_the_incident_has),
		cmocka_unit_test(
			test_people_stages_and_incidents_are_completed),
		cmocka_unit_test(test_options_are_completed_behind_their_verb),
		cmocka_unit_test(
			test_a_quote_that_is_open_completes_to_nothing_bad),
		cmocka_unit_test(test_the_hint_is_the_usage_of_what_is_typed),
		cmocka_unit_test(test_the_hint_is_about_the_word_that_is_typed),
		cmocka_unit_test(test_no_text_of_people_is_kept_of_a_line),
		cmocka_unit_test(test_the_shells_complete_every_verb),
	};

	return cmocka_run_group_tests(tests, begin, end);
}
