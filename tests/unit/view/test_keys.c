/* The key table, and own keys. */
#include "unit/view/desk.h"

#include "base/mem.h"
#include "base/words.h"
#include "model/attention.h"
#include "view/form.h"
#include "view/keys.h"
#include "view/rows.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

/* ---- the table ---------------------------------------------------------- */

static bool
is_form(const char *name)
{
	const struct form_row *r;

	for (int i = 0; (r = form_row(i)); i++)
		if (!strcmp(r->name, name))
			return true;
	return false;
}

static void
test_every_row_names_a_key_and_a_line_of_the_grammar(void **state)
{
	struct arena *a = arena_new(0);
	const struct key_row *r;
	struct cmd_args args;
	struct words w;
	struct err err;
	struct key key;
	char name[KEY_NAME_MAX];

	(void)state;
	for (int i = 0; (r = key_row(i)); i++) {
		if (!key_parse(r->key, &key) ||
		    strcmp(key_label(&key, name), r->key) != 0)
			fail_msg("no key: %s", r->key);
		assert_true(*r->help && r->help[strlen(r->help) - 1] != '.');
		assert_true(*key_where_name(r->where));
		if (!*r->line) {
			assert_false(r->where & (KEY_PANES | KEY_OVER));
			continue;
		}
		if (!words_split(a, r->line, &w, &err) ||
		    !cmd_parse(a, w.v, w.n, &args, &err))
			fail_msg("%s: %s", r->key, err.text);
		if (!strcmp(args.row->name, "form") &&
		    !is_form(cmd_pos(&args, 0)))
			fail_msg("%s: no form %s", r->key, cmd_pos(&args, 0));
	}
	arena_free(a);
}

/* In one place a key has one meaning, or the others depend on the moment. */
static void
test_no_key_has_two_meanings_at_once(void **state)
{
	const struct key_row *r, *other;

	(void)state;
	for (int i = 0; (r = key_row(i)); i++)
		for (int k = 0; (other = key_row(k)) && k < i; k++) {
			if (strcmp(r->key, other->key) != 0 ||
			    !(r->where & other->where))
				continue;
			if (!other->now)
				fail_msg("%s: %s and %s", r->key, other->line,
					r->line);
		}
}

/* product.md's list, but for what needs replay, statistics or a clipboard. */
static void
test_the_keys_of_the_product_are_there(void **state)
{
	static const char *const keys[] = {
		"a", ">", "<", "!", "c", ".", "m", "d", "t", "b", "p", "o",
		"n", "v", "h", "D", "u", "i", "/", "g", "B", "s", "z", "j",
		"k", "Up", "Down", "Enter", "Tab", "1", "5", ":", "?", "r",
		"C-l", "q",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++)
		if (!key_line(keys[i], KEY_INCIDENT))
			fail_msg("no %s", keys[i]);
	assert_null(key_line("C-s", KEY_INCIDENT));
	assert_null(key_line("C-q", KEY_INCIDENT));
	assert_string_equal(key_line("r", KEY_INCIDENT), "redraw");
}

static void
test_every_row_of_attention_has_a_key_that_answers_it(void **state)
{
	(void)state;
	for (int i = 0; i < ATT_COUNT; i++)
		if (!key_line(attention_rows[i].key, KEY_INCIDENT))
			fail_msg("%s: %s is no key", attention_rows[i].id,
				attention_rows[i].key);
}

static void
test_every_exit_criterion_has_a_verb_and_a_key(void **state)
{
	static const struct {
		const char *id, *key;
	} keys[] = {
		{"source", "D"}, {"impact", "v"}, {"commander", "h"},
		{"bridge", "b"}, {"severity", "v"}, {"scope", "v"},
		{"can", "c"}, {"needs", "d"}, {"diagnosis", "m"},
		{"worked", "m"}, {"repair", "m"}, {"held", "n"},
		{"lessons", "n"}, {"items", "d"},
	};
	struct criterion c[CRITERIA_MAX];
	struct desk *d = desk_incident("ana");

	(void)state;
	for (int s = STAGE_DETECT; s < STAGE_COUNT; s++) {
		int n = rules_criteria(d->inc, (enum stage)s, c);

		for (int i = 0; i < n; i++) {
			size_t k = 0;
			const struct cmd_row *row;
			bool found = false;

			while (k < 14 && strcmp(keys[k].id, c[i].id) != 0)
				k++;
			if (k == 14 || !key_line(keys[k].key, KEY_INCIDENT))
				fail_msg("%s: no key", c[i].id);
			for (int r = 0; (row = cmd_row(r)); r++)
				found |= str_starts(row->name, c[i].verb);
			if (!found)
				fail_msg("%s: no verb %s", c[i].id, c[i].verb);
		}
	}
	desk_free(d);
}

/* ---- own keys ------------------------------------------------------------- */

static void
refused(const struct key_bind *binds, int n, const char *words)
{
	struct err err;

	assert_null(key_map_new(binds, n, &err));
	if (err.code != ERR_USAGE || !strstr(err.text, words))
		fail_msg("said: %s", err.text);
}

static void
test_own_keys_that_clash_are_refused_with_their_place(void **state)
{
	const struct key_bind no_key[] = {{"Bogus", "quit", "f:1"}};
	const struct key_bind none[] = {{" ", "quit", "f:2"}};
	const struct key_bind kept[] = {{"Esc", "quit", "f:3"}};
	const struct key_bind flow[] = {{"C-s", "quit", "f:4"}};
	const struct key_bind twice[] = {
		{"x", "quit", "f:5"}, {"x", "redraw", "f:6"}};
	const struct key_bind begins[] = {
		{"x", "quit", "f:7"}, {"x y", "redraw", "f:8"}};
	const struct key_bind begun[] = {
		{"x y", "quit", "f:9"}, {"x", "redraw", "f:10"}};
	const struct key_bind table[] = {{"c x", "quit", "f:11"}};
	const struct key_bind many[] = {{"x x x x", "quit", "f:12"}};

	(void)state;
	refused(no_key, 1, "f:1: there is no key 'Bogus'");
	refused(none, 1, "f:2: no key");
	refused(kept, 1, "f:3: Esc keeps its meaning");
	refused(flow, 1, "f:4: C-s keeps");
	refused(twice, 2, "f:6: 'x' is 'x', which is bound at f:5");
	refused(begins, 2, "f:8: 'x y' begins with 'x'");
	refused(begun, 2, "f:10: 'x' is the beginning of 'x y'");
	refused(table, 1, "f:11: 'c x' begins with c, which is `form can`");
	refused(many, 1, "f:12");
}

static void
test_an_own_key_comes_before_the_table(void **state)
{
	const struct key_bind binds[] = {
		{"n", "note the same again", "f:1"},
		{"F5 F6", "keys", "f:2"},
	};
	struct desk *d = desk_incident("ana");
	struct err err;
	struct key_map *map = key_map_new(binds, 2, &err);

	(void)state;
	assert_non_null(map);
	d->s.keys = map;
	desk_keys(d, "n");
	assert_string_equal(d->ran, "note the same again");
	assert_int_equal(d->inc->entries[d->inc->n - 1].ev.kind, KIND_NOTE);
	desk_keys(d, "F5");
	assert_int_equal(d->s.n_pending, 1);
	assert_int_equal(d->s.over, OVER_NONE);
	desk_keys(d, "F6");
	assert_int_equal(d->s.over, OVER_HELP);
	assert_non_null(strstr(desk_frame(d), "Keys"));
	desk_keys(d, "Esc");
	/* What does not go on is forgotten; the key stands for itself. */
	desk_keys(d, "F5 c");
	assert_int_equal(d->s.over, OVER_FORM);
	assert_string_equal(d->s.form.row->name, "can");
	d->s.keys = NULL;
	key_map_free(map);
	desk_free(d);
}

static void
test_a_key_that_is_unbound_says_where(void **state)
{
	const struct key_bind binds[] = {
		{"t", "none", "f:7"}, {"n", "note ", "f:2"}, {"x", "keys", "f:3"},
	};
	struct desk *d = desk_incident("ana");
	struct err err;
	struct key_map *map = key_map_new(binds, 3, &err);

	(void)state;
	d->s.keys = map;
	desk_keys(d, "t");
	assert_int_equal(d->s.over, OVER_NONE);
	assert_string_equal(d->s.saying, "t does nothing: it was unbound at"
		" f:7");
	assert_string_equal(key_map_replaces(map, 0)->line, "form customers");
	assert_string_equal(key_map_replaces(map, 1)->line, "form note");
	assert_null(key_map_replaces(map, 2));
	d->w = 500;
	assert_null(strstr(desk_bar(d), " t customers "));
	d->s.keys = NULL;
	key_map_free(map);
	desk_free(d);
}

static void
test_an_own_line_that_ends_with_a_blank_waits_for_the_rest(void **state)
{
	const struct key_bind binds[] = {{"C-n", "note ", "f:1"}};
	struct desk *d = desk_incident("ana");
	uint32_t before = d->inc->n;
	struct err err;
	struct key_map *map = key_map_new(binds, 1, &err);

	(void)state;
	d->s.keys = map;
	desk_keys(d, "C-n");
	assert_true(d->s.prompt);
	assert_int_equal(d->inc->n, before);
	desk_type(d, "seen");
	desk_keys(d, "Enter");
	assert_string_equal(d->ran, "note seen");
	assert_int_equal(d->inc->n, before + 1);
	d->s.keys = NULL;
	key_map_free(map);
	desk_free(d);
}

static void
test_own_keys_are_text_while_a_form_is_open(void **state)
{
	const struct key_bind binds[] = {{"x", "quit", "f:1"}};
	struct desk *d = desk_incident("ana");
	struct err err;
	struct key_map *map = key_map_new(binds, 1, &err);

	(void)state;
	d->s.keys = map;
	desk_keys(d, "n x");
	assert_string_equal(str_get(&d->s.form.text[1]), "x");
	assert_int_equal(d->s.over, OVER_FORM);
	d->s.keys = NULL;
	key_map_free(map);
	desk_free(d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			test_every_row_names_a_key_and_a_line_of_the_grammar),
		cmocka_unit_test(test_no_key_has_two_meanings_at_once),
		cmocka_unit_test(test_the_keys_of_the_product_are_there),
		cmocka_unit_test(
			test_every_row_of_attention_has_a_key_that_answers_it),
		cmocka_unit_test(
			test_every_exit_criterion_has_a_verb_and_a_key),
		cmocka_unit_test(
			test_own_keys_that_clash_are_refused_with_their_place),
		cmocka_unit_test(test_an_own_key_comes_before_the_table),
		cmocka_unit_test(test_a_key_that_is_unbound_says_where),
		cmocka_unit_test(
			test_an_own_line_that_ends_with_a_blank_waits_for_the_rest),
		cmocka_unit_test(test_own_keys_are_text_while_a_form_is_open),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
