#include "base/err.h"

#include "base/text.h"

#include <setjmp.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

static void
test_a_failure_sets_code_and_sentence_and_returns_false(void **state)
{
	struct err err;

	(void)state;
	assert_false(err_set(&err, ERR_STORE, "disk %d is full", 3));
	assert_int_equal(err.code, ERR_STORE);
	assert_string_equal(err.text, "disk 3 is full");
}

static void
test_nobody_has_to_listen(void **state)
{
	(void)state;
	assert_false(err_set(NULL, ERR_USAGE, "no %s", "word"));
	assert_false(err_prefix(NULL, "line %d: ", 3));
}

static void
test_a_prefix_keeps_code_and_sentence(void **state)
{
	struct err err;

	(void)state;
	err_set(&err, ERR_USAGE, "no such key");
	assert_false(err_prefix(&err, "%s:%d: ", "config.conf", 3));
	assert_int_equal(err.code, ERR_USAGE);
	assert_string_equal(err.text, "config.conf:3: no such key");
}

static void
test_a_sentence_can_be_made_of_itself(void **state)
{
	struct err err;

	(void)state;
	err_set(&err, ERR_USAGE, "no such key");
	err_set(&err, ERR_REFUSED, "%s, %s", err.text, err.text);
	assert_string_equal(err.text, "no such key, no such key");
}

static void
test_a_long_sentence_is_cut_between_characters(void **state)
{
	/* Two, three and four bytes a character; each is cut somewhere. */
	static const char *const letters[] = {"é", "漢", "🔥"};
	struct err err;
	char text[2048];

	(void)state;
	for (size_t i = 0; i < 3; i++) {
		size_t len = strlen(letters[i]);

		for (size_t shift = 0; shift < len; shift++) {
			size_t n = shift;

			memset(text, 'x', shift);
			for (; n + len < sizeof(text); n += len)
				memcpy(text + n, letters[i], len);
			text[n] = '\0';
			err_set(&err, ERR_STORE, "%s", text);
			n = strlen(err.text);
			assert_true(text_valid(err.text, n));
			assert_in_range(n, sizeof(err.text) - len,
				sizeof(err.text) - 1);
			assert_memory_equal(err.text, text, n);
		}
	}
}

static void
test_a_sentence_that_just_fits_is_whole(void **state)
{
	struct err err;
	char text[sizeof(err.text) + 1];

	(void)state;
	memset(text, 'x', sizeof(text));
	memcpy(text + sizeof(err.text) - 4, "漢", 4);
	err_set(&err, ERR_STORE, "%s", text);
	assert_string_equal(err.text, text);

	/* One byte more, and the last character goes. */
	memcpy(text + sizeof(err.text) - 3, "漢", 4);
	err_set(&err, ERR_STORE, "%s", text);
	assert_int_equal(strlen(err.text), sizeof(err.text) - 3);
}

static void
test_a_prefix_may_push_the_end_out(void **state)
{
	struct err err;
	char text[sizeof(err.text)];

	(void)state;
	memset(text, 'x', sizeof(text) - 1);
	text[sizeof(text) - 1] = '\0';
	err_set(&err, ERR_STORE, "%s", text);
	err_prefix(&err, "log: ");
	assert_int_equal(strlen(err.text), sizeof(err.text) - 1);
	assert_memory_equal(err.text, "log: xxx", 8);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			test_a_failure_sets_code_and_sentence_and_returns_false),
		cmocka_unit_test(test_nobody_has_to_listen),
		cmocka_unit_test(test_a_prefix_keeps_code_and_sentence),
		cmocka_unit_test(test_a_sentence_can_be_made_of_itself),
		cmocka_unit_test(test_a_long_sentence_is_cut_between_characters),
		cmocka_unit_test(test_a_sentence_that_just_fits_is_whole),
		cmocka_unit_test(test_a_prefix_may_push_the_end_out),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
