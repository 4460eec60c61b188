#include "conf/xdg.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

static void
path_is(enum xdg_kind kind, const char *want)
{
	char *path = xdg_path(kind, "a.conf", NULL);

	assert_non_null(path);
	assert_string_equal(path, want);
	free(path);
}

static void
test_a_variable_of_its_own_goes_first(void **state)
{
	(void)state;
	setenv("HOME", "/home/ana", 1);
	setenv("XDG_CONFIG_HOME", "/c", 1);
	setenv("XDG_DATA_HOME", "/d", 1);
	setenv("XDG_STATE_HOME", "/s", 1);
	path_is(XDG_CONFIG, "/c/fireground/a.conf");
	path_is(XDG_DATA, "/d/fireground/a.conf");
	path_is(XDG_STATE, "/s/fireground/a.conf");
}

static void
test_without_one_or_a_relative_one_it_is_below_home(void **state)
{
	(void)state;
	setenv("HOME", "/home/ana", 1);
	unsetenv("XDG_CONFIG_HOME");
	setenv("XDG_DATA_HOME", "", 1);
	setenv("XDG_STATE_HOME", "not/absolute", 1);
	path_is(XDG_CONFIG, "/home/ana/.config/fireground/a.conf");
	path_is(XDG_DATA, "/home/ana/.local/share/fireground/a.conf");
	path_is(XDG_STATE, "/home/ana/.local/state/fireground/a.conf");
}

static void
test_without_a_home_the_error_says_what_to_set(void **state)
{
	struct err err = {0};

	(void)state;
	unsetenv("HOME");
	unsetenv("XDG_STATE_HOME");
	assert_null(xdg_path(XDG_STATE, "x", &err));
	assert_int_equal(err.code, ERR_USAGE);
	assert_string_equal(err.text, "HOME is not set to an absolute path; "
		"set it or XDG_STATE_HOME");
	setenv("XDG_STATE_HOME", "/s", 1);
	path_is(XDG_STATE, "/s/fireground/a.conf");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_a_variable_of_its_own_goes_first),
		cmocka_unit_test(
			test_without_one_or_a_relative_one_it_is_below_home),
		cmocka_unit_test(
			test_without_a_home_the_error_says_what_to_set),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
