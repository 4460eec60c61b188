/* Every verb that opens a screen has one, and no screen lacks its verb. */
#include "app_screens.h"

#include "cmd/cmd.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

static void
test_every_verb_with_a_screen_has_it(void **state)
{
	const struct cmd_row *row;
	int screens = 0;

	(void)state;
	for (int i = 0; (row = cmd_row(i)); i++) {
		app_screen_fn *fn = app_screen_find(row->name);

		if (row->use & USE_TERM) {
			assert_non_null(fn);
			screens++;
		} else {
			assert_null(fn);
		}
	}
	assert_true(screens > 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_verb_with_a_screen_has_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
