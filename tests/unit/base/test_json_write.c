#include "base/json_write.h"

#include "base/str.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void
writes(const char *text, const char *want)
{
	struct str out = {0};

	json_write_text(&out, text);
	assert_string_equal(str_get(&out), want);
	str_release(&out);
}

static void
test_texts_are_escaped_only_where_json_asks_for_it(void **state)
{
	(void)state;
	writes("", "\"\"");
	writes("a/b's \xc3\xa9 \xf0\x9f\x98\x80", "\"a/b's \xc3\xa9 \xf0\x9f\x98\x80\"");
	writes("\"\\\n\t", "\"\\\"\\\\\\n\\t\"");
	writes("\x01\x1f\x7f", "\"\\u0001\\u001f\x7f\"");
}

static void
test_bytes_that_are_no_utf8_are_kept_as_base64(void **state)
{
	(void)state;
	writes("\xff\xfe", "{\"base64\":\"//4=\"}");
}

static void
test_commas_stand_between_members_alone(void **state)
{
	struct str out = {0};

	(void)state;
	str_addc(&out, '{');
	json_put_int(&out, "a", INT64_MIN);
	json_write_key(&out, "b");
	str_addc(&out, '[');
	json_write_next(&out);
	json_write_int(&out, 1);
	json_write_next(&out);
	json_write_int(&out, 2);
	str_addc(&out, ']');
	json_put_text(&out, "c", "\"");
	json_put_bool(&out, "d", true);
	json_put_bool(&out, "e", false);
	json_put_time(&out, "f", WHEN_NONE);
	str_addc(&out, '}');
	assert_string_equal(str_get(&out),
		"{\"a\":-9223372036854775808,\"b\":[1,2],\"c\":\"\\\"\","
		"\"d\":true,\"e\":false,\"f\":null}");
	str_release(&out);
}

static void
test_an_instant_that_is_not_set_is_null(void **state)
{
	struct str out = {0};

	(void)state;
	json_write_time(&out, WHEN_NONE);
	json_write_time(&out, 0);
	assert_string_equal(str_get(&out),
		"null\"1970-01-01T00:00:00.000Z\"");
	str_release(&out);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			test_texts_are_escaped_only_where_json_asks_for_it),
		cmocka_unit_test(
			test_bytes_that_are_no_utf8_are_kept_as_base64),
		cmocka_unit_test(test_commas_stand_between_members_alone),
		cmocka_unit_test(test_an_instant_that_is_not_set_is_null),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
