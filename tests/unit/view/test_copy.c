/* What y copies. */
#include "unit/view/desk.h"

#include "base/key.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#define URL "https://meet.example.com/inc-17"

static void
test_the_bridge_link_is_first_and_stands_alone(void **state)
{
	struct desk *d = desk_busy();

	(void)state;
	desk_run(d, "ana", "bridge " URL);
	d->h = 24;
	d->w = 80;
	desk_keys(d, "y");
	assert_int_equal(d->s.over, OVER_FORM);
	assert_non_null(strstr(desk_frame(d), "\n\u2502   " URL "    "));
	desk_keys(d, "Enter");
	assert_string_equal(str_get(&d->s.copy), URL);
	assert_int_equal(d->s.over, OVER_NONE);
	desk_free(d);
}

static void
test_a_row_is_copied_whole_and_can_be_edited(void **state)
{
	struct desk *d = desk_busy();

	(void)state;
	d->h = 24;
	d->w = 80;
	desk_select(d, PANE_TIMELINE, "entry:1");
	desk_keys(d, "y");
	desk_type(d, "t");
	desk_keys(d, "Tab End");
	desk_type(d, "!");
	desk_keys(d, "Enter");
	assert_string_equal(str_get(&d->s.copy), "2026-11-22T14:00:00.000Z"
		" tomas: DETECT  declared by tomas, SEV2!");
	desk_free(d);
}

static void
test_a_whole_entry_is_copied_from_where_it_is_read(void **state)
{
	struct desk *d = desk_busy();

	(void)state;
	d->h = 24;
	d->w = 80;
	desk_select(d, PANE_TIMELINE, "entry:1");
	desk_keys(d, "Enter y Enter");
	assert_non_null(strstr(str_get(&d->s.copy), "EU checkout returns"));
	assert_non_null(strstr(str_get(&d->s.copy), "\n"));
	desk_free(d);
}

static void
test_with_nothing_to_copy_it_says_what_there_could_be(void **state)
{
	struct desk *d = desk_new("ana");

	(void)state;
	desk_keys(d, "y");
	assert_int_equal(d->s.over, OVER_NONE);
	assert_non_null(strstr(d->s.saying, "nothing to copy"));
	desk_free(d);
}

static void
test_without_a_bridge_the_form_says_how_to_set_one(void **state)
{
	struct desk *d = desk_busy();

	(void)state;
	d->inc->bridge = "";
	d->h = 24;
	d->w = 80;
	desk_keys(d, "1 y");
	assert_non_null(strstr(desk_frame(d), ":bridge URL"));
	desk_keys(d, "Enter");
	assert_true(d->s.copy.len > 0);
	desk_free(d);
}

/* A terminal takes only so much. */
static void
test_what_is_too_long_is_refused_with_its_size(void **state)
{
	struct desk *d = desk_busy();
	char text[9001];

	(void)state;
	memset(text, 'x', sizeof(text) - 1);
	text[sizeof(text) - 1] = '\0';
	desk_keys(d, ":");
	desk_type(d, "clipboard ");
	desk_paste(d, text);
	desk_keys(d, "Enter");
	assert_non_null(strstr(d->s.saying, "9000 bytes, and 8192 go"));
	assert_int_equal(d->s.copy.len, 0);
	desk_free(d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			test_the_bridge_link_is_first_and_stands_alone),
		cmocka_unit_test(
			test_a_row_is_copied_whole_and_can_be_edited),
		cmocka_unit_test(
			test_a_whole_entry_is_copied_from_where_it_is_read),
		cmocka_unit_test(
			test_with_nothing_to_copy_it_says_what_there_could_be),
		cmocka_unit_test(
			test_without_a_bridge_the_form_says_how_to_set_one),
		cmocka_unit_test(
			test_what_is_too_long_is_refused_with_its_size),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
