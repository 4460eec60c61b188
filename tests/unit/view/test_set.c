/* Settings that are changed while the dashboard runs. */
#include "unit/view/desk.h"

#include "base/mem.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

static const char *const themes[] = {"dark", "light", "mono"};

static int
begin(void **state)
{
	struct desk *d = desk_incident("ana");

	d->s.set[SET_THEME] = (struct set_state){"dark", themes, 3, 0};
	*state = d;
	return 0;
}

static int
end(void **state)
{
	desk_free(*state);
	return 0;
}

static const char *
wanted(struct desk *d)
{
	return set_wanted(&d->s, SET_THEME);
}

static void
test_a_theme_is_tried_out_while_it_is_typed(void **state)
{
	struct desk *d = *state;

	desk_keys(d, ":");
	desk_type(d, "set theme lig");
	assert_string_equal(wanted(d), "dark");
	desk_type(d, "ht");
	assert_string_equal(wanted(d), "light");
	desk_type(d, "er");
	assert_string_equal(wanted(d), "dark");
	desk_keys(d, "Backspace Backspace");
	assert_string_equal(wanted(d), "light");
	desk_type(d, " mono");
	assert_string_equal(wanted(d), "dark");
}

static void
test_escape_goes_back_and_enter_keeps(void **state)
{
	struct desk *d = *state;

	desk_keys(d, ":");
	desk_type(d, "set theme mono");
	assert_string_equal(wanted(d), "mono");
	desk_keys(d, "Esc");
	assert_string_equal(wanted(d), "dark");
	desk_keys(d, ":");
	desk_type(d, "Set THEME Light ");
	assert_string_equal(wanted(d), "light");
	desk_keys(d, "Enter");
	assert_string_equal(wanted(d), "light");
	assert_string_equal(d->s.set[SET_THEME].now, "light");
	assert_non_null(strstr(d->s.saying, "theme = \"light\""));
}

static void
test_tab_walks_the_names_and_shows_each(void **state)
{
	struct desk *d = *state;

	desk_keys(d, ":");
	desk_type(d, "set ");
	desk_keys(d, "Tab");
	assert_string_equal(str_get(&d->s.line.text), "set theme ");
	desk_keys(d, "Tab");
	assert_string_equal(wanted(d), "dark");
	desk_keys(d, "Tab");
	assert_string_equal(wanted(d), "light");
	desk_keys(d, "Tab Tab S-Tab");
	assert_string_equal(wanted(d), "mono");
}

static void
test_nothing_else_at_the_prompt_changes_the_theme(void **state)
{
	static const char *const lines[] = {
		"note set theme light", "setx theme light", "set themes light",
		"set theme", "set", "set theme dark light",
	};
	struct desk *d = *state;

	for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++) {
		desk_keys(d, ":");
		desk_type(d, lines[i]);
		assert_string_equal(wanted(d), "dark");
		desk_keys(d, "Esc");
	}
}

static void
test_what_is_not_there_is_refused_with_what_is(void **state)
{
	struct desk *d = *state;

	desk_keys(d, ":");
	desk_type(d, "set theme solarized");
	desk_keys(d, "Enter");
	assert_int_equal(d->s.said, SAID_ERROR);
	assert_non_null(strstr(d->s.saying, "dark, light, mono"));
	assert_string_equal(wanted(d), "dark");
	desk_keys(d, ":");
	desk_type(d, "set volume 11");
	desk_keys(d, "Enter");
	assert_int_equal(d->s.said, SAID_ERROR);
	assert_non_null(strstr(d->s.saying, "no setting 'volume'"));
	assert_non_null(strstr(d->s.saying, "theme"));
}

static void
test_without_a_value_it_is_told(void **state)
{
	struct desk *d = *state;

	desk_keys(d, ":");
	desk_type(d, "set");
	desk_keys(d, "Enter");
	assert_non_null(strstr(d->s.saying, "theme = dark"));
	assert_non_null(strstr(d->s.saying, "dark light mono"));
	desk_keys(d, ":");
	desk_type(d, "set theme");
	desk_keys(d, "Enter");
	assert_non_null(strstr(d->s.saying, "theme = dark"));
}

#define T(fn) cmocka_unit_test_setup_teardown(fn, begin, end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(test_a_theme_is_tried_out_while_it_is_typed),
		T(test_escape_goes_back_and_enter_keeps),
		T(test_tab_walks_the_names_and_shows_each),
		T(test_nothing_else_at_the_prompt_changes_the_theme),
		T(test_what_is_not_there_is_refused_with_what_is),
		T(test_without_a_value_it_is_told),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
