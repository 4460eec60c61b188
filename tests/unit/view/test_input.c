/* What a key does. */
#include "unit/view/desk.h"

#include "base/mem.h"
#include "view/keys.h"
#include "view/rows.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

/* ---- every key answers -------------------------------------------------------- */

/* Keys after which there may be nothing to see or to say. */
static bool
is_silent(const struct key_row *r)
{
	return str_starts(r->line, "move") || str_starts(r->line, "focus") ||
		str_starts(r->line, "clear") || !strcmp(r->line, "redraw") ||
		!strcmp(r->line, "past now"); /* it is now: clear is meant */
}

static void
press_all(struct desk *d, const char *what)
{
	enum key_where where = key_place(&d->s);
	const struct key_row *r;

	for (int i = 0; (r = key_row(i)); i++) {
		uint32_t n = d->inc ? d->inc->n : 0;
		enum mode mode = d->s.mode;
		struct screen *s = &d->s;
		bool zoom = s->zoom;

		if (!(r->where & where) || !strcmp(r->line, "let-go"))
			continue;
		desk_keys(d, r->key);
		if (!is_silent(r) && s->over == OVER_NONE && !s->prompt &&
		    !s->search && !s->past.n && !screen_says(s, d->mono) &&
		    s->zoom == zoom && s->mode == mode && !s->wants_quit)
			fail_msg("%s: %s says nothing", what, r->key);
		/* No key alone writes, but what takes back at once. */
		if (d->inc && d->inc->n != n && strcmp(r->key, "u") != 0)
			fail_msg("%s: %s wrote", what, r->key);
		s->wants_quit = false;
		desk_keys(d, "Esc Esc");
		if (s->mode != mode && mode == MODE_INCIDENT)
			s->mode = mode;
		s->zoom = false;
		screen_focus(s, mode == MODE_BOARD ? PANE_BOARD :
			PANE_ATTENTION);
	}
}

static void
test_every_key_does_something_or_says_why_not(void **state)
{
	struct desk *d = desk_new("");

	(void)state;
	press_all(d, "empty board, nobody");
	snprintf(d->s.who, sizeof(d->s.who), "ana");
	press_all(d, "empty board");
	desk_free(d);
	d = desk_incident("ana");
	press_all(d, "commander");
	snprintf(d->s.who, sizeof(d->s.who), "li");
	press_all(d, "somebody");
	d->s.read_only = true;
	press_all(d, "read-only");
	d->s.read_only = false;
	d->s.who[0] = '\0';
	press_all(d, "nobody");
	desk_run(d, "ana", "call all-clear");
	snprintf(d->s.who, sizeof(d->s.who), "ana");
	press_all(d, "after-care");
	desk_run(d, "ana", "close");
	press_all(d, "closed");
	desk_free(d);
}

static void
test_a_key_of_an_incident_says_so_on_the_board(void **state)
{
	struct desk *d = desk_new("ana");

	(void)state;
	desk_keys(d, "c");
	assert_string_equal(d->s.saying,
		"c is for one incident: D declares the first");
	d->board[d->n_board++] = (struct summary){.number = 18, .severity = 3};
	desk_keys(d, "f");
	assert_string_equal(d->s.saying, "f is for one incident: Enter opens"
		" the one under the cursor");
	desk_keys(d, "F9");
	assert_string_equal(d->s.saying,
		"F9 has no meaning here: ? lists the keys");
	desk_free(d);
}

static void
test_a_key_without_meaning_names_the_help(void **state)
{
	struct desk *d = desk_incident("ana");

	(void)state;
	desk_keys(d, "F9");
	assert_string_equal(d->s.saying,
		"F9 has no meaning here: ? lists the keys");
	desk_paste(d, "rm -rf");
	assert_non_null(strstr(d->s.saying, "nothing is open to paste into"));
	assert_false(d->s.prompt);
	desk_free(d);
}

/* ---- the prompt --------------------------------------------------------------- */

static void
test_the_prompt_runs_its_line_and_remembers_it(void **state)
{
	struct desk *d = desk_incident("ana");

	(void)state;
	desk_keys(d, ":");
	desk_type(d, "note db \"is\" back");
	desk_keys(d, "Enter");
	assert_false(d->s.prompt);
	assert_string_equal(d->inc->entries[d->inc->n - 1].text,
		"db is back");
	desk_keys(d, ": n o Up");
	assert_string_equal(str_get(&d->s.line.text), "note db \"is\" back");
	desk_keys(d, "Down");
	assert_string_equal(str_get(&d->s.line.text), "no");
	desk_keys(d, "Esc");
	assert_false(d->s.prompt);
	assert_int_equal(d->s.n_history, 1);
	desk_free(d);
}

static void
test_a_refused_line_stands_in_the_history(void **state)
{
	struct desk *d = desk_incident("ana");

	(void)state;
	desk_keys(d, ":");
	desk_type(d, "frobnicate it");
	desk_keys(d, "Enter");
	assert_int_equal(d->s.said, SAID_ERROR);
	assert_non_null(strstr(d->s.saying, "frobnicate"));
	desk_keys(d, ": Up");
	assert_string_equal(str_get(&d->s.line.text), "frobnicate it");
	desk_free(d);
}

static void
test_tab_walks_the_completions_and_back(void **state)
{
	struct desk *d = desk_incident("ana");

	(void)state;
	desk_keys(d, ":");
	desk_type(d, "mitigation ");
	desk_keys(d, "Tab");
	assert_string_equal(str_get(&d->s.line.text), "mitigation approve");
	desk_keys(d, "Tab");
	assert_string_equal(str_get(&d->s.line.text), "mitigation execute");
	desk_keys(d, "S-Tab S-Tab");
	assert_string_equal(str_get(&d->s.line.text), "mitigation worked");
	desk_keys(d, "C-u d i a Tab");
	assert_string_equal(str_get(&d->s.line.text), "diagnosis ");
	desk_free(d);
}

/* ---- searching ------------------------------------------------------------------ */

static void
test_up_and_down_walk_the_hits_while_the_field_is_open(void **state)
{
	struct desk *d = desk_incident("ana");

	(void)state;
	desk_run(d, "ana", "note apples are red");
	desk_run(d, "ana", "note pears");
	desk_run(d, "ana", "note more apples");
	desk_keys(d, "/");
	desk_type(d, "apples");
	assert_string_equal(d->s.pane[PANE_TIMELINE].row, "entry:6");
	desk_keys(d, "Up");
	assert_string_equal(d->s.pane[PANE_TIMELINE].row, "entry:4");
	desk_keys(d, "Up");
	assert_non_null(strstr(d->s.saying, "no earlier entry"));
	desk_keys(d, "Down Enter");
	assert_false(d->s.search);
	assert_string_equal(d->s.pane[PANE_TIMELINE].row, "entry:6");
	desk_keys(d, "/ p e a r s Esc");
	assert_string_equal(d->s.pane[PANE_TIMELINE].row, "entry:6");
	desk_free(d);
}

/* ---- the row under the cursor --------------------------------------------------- */

static void
test_enter_opens_what_the_row_of_attention_asks_for(void **state)
{
	struct desk *d = desk_incident("ana");

	(void)state;
	desk_run(d, "raj", "can --condition x --need help");
	desk_select(d, PANE_ATTENTION, "need:1");
	desk_keys(d, "Enter");
	assert_int_equal(d->s.over, OVER_FORM);
	assert_string_equal(d->s.form.row->name, "need");
	desk_keys(d, "Esc");
	desk_select(d, PANE_TIMELINE, "entry:1");
	desk_keys(d, "Enter");
	assert_int_equal(d->s.over, OVER_ENTRY);
	assert_non_null(strstr(desk_frame(d), "Entry 1"));
	desk_keys(d, "q");
	assert_int_equal(d->s.over, OVER_NONE);
	assert_int_equal(d->s.mode, MODE_INCIDENT);
	desk_keys(d, "q");
	assert_int_equal(d->s.mode, MODE_BOARD);
	desk_keys(d, "q");
	assert_true(d->s.wants_quit);
	desk_free(d);
}

static void
test_a_row_without_a_form_is_typed_at_the_prompt(void **state)
{
	struct desk *d = desk_incident("ana");

	(void)state;
	desk_run(d, "ana", "call all-clear");
	desk_wait(d, 6 * 24 * 3600 + 3600);
	desk_select(d, PANE_ATTENTION, "review");
	desk_keys(d, "Enter");
	assert_true(d->s.prompt);
	assert_true(str_starts(str_get(&d->s.line.text), "review held"));
	desk_free(d);
}

static void
test_who_is_at_the_keys_is_changed_by_i(void **state)
{
	struct desk *d = desk_incident("ana");

	(void)state;
	desk_keys(d, "i m e Enter");
	assert_string_equal(d->s.who, "mei");
	assert_string_equal(d->s.saying, "mei is at the keys");
	desk_keys(d, "n x Enter");
	assert_string_equal(d->inc->entries[d->inc->n - 1].ev.by, "mei");
	desk_free(d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			test_every_key_does_something_or_says_why_not),
		cmocka_unit_test(test_a_key_without_meaning_names_the_help),
		cmocka_unit_test(test_a_key_of_an_incident_says_so_on_the_board),
		cmocka_unit_test(
			test_the_prompt_runs_its_line_and_remembers_it),
		cmocka_unit_test(test_a_refused_line_stands_in_the_history),
		cmocka_unit_test(test_tab_walks_the_completions_and_back),
		cmocka_unit_test(test_up_and_down_walk_the_hits_while_the_field_is_open),
		cmocka_unit_test(
			test_enter_opens_what_the_row_of_attention_asks_for),
		cmocka_unit_test(
			test_a_row_without_a_form_is_typed_at_the_prompt),
		cmocka_unit_test(test_who_is_at_the_keys_is_changed_by_i),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
