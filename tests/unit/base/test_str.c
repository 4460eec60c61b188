#include "base/str.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

static void
test_a_zeroed_string_is_empty(void **state)
{
	struct str str = {0};
	char *taken;

	(void)state;
	assert_string_equal(str_get(&str), "");
	str_cut(&str, 0);
	taken = str_take(&str);
	assert_string_equal(taken, "");
	free(taken);
	str_release(&str);
}

static void
test_what_is_added_stands_in_order_and_ends_in_nul(void **state)
{
	struct str str = {0};

	(void)state;
	str_add(&str, "INC");
	assert_string_equal(str_get(&str), "INC");
	str_addc(&str, '-');
	str_addf(&str, "%d", 17);
	str_addn(&str, ": no", 2);
	str_addn(&str, NULL, 0);
	str_add(&str, "");
	assert_string_equal(str_get(&str), "INC-17: ");
	assert_int_equal(str.len, 8);
	str_release(&str);
}

static void
test_bytes_may_include_nul(void **state)
{
	struct str str = {0};

	(void)state;
	str_addn(&str, "a\0b", 3);
	assert_int_equal(str.len, 3);
	assert_memory_equal(str_get(&str), "a\0b", 4);
	str_release(&str);
}

static void
test_it_grows_to_any_length(void **state)
{
	struct str str = {0};

	(void)state;
	for (int i = 0; i < 10000; i++)
		str_addf(&str, "%04d", i);
	assert_int_equal(str.len, 40000);
	assert_int_equal(strlen(str.s), 40000);
	for (int i = 0; i < 10000; i++)
		assert_int_equal(strtol((char[]){str.s[4 * i],
			str.s[4 * i + 1], str.s[4 * i + 2],
			str.s[4 * i + 3], '\0'}, NULL, 10), i);
	str_release(&str);
}

static void
test_printing_of_any_length_is_whole(void **state)
{
	char text[1000];

	(void)state;
	for (size_t len = 0; len < sizeof(text); len++) {
		struct str str = {0};

		memset(text, 'x', len);
		text[len] = '\0';
		str_addc(&str, '<');
		str_addf(&str, "%s>", text);
		assert_int_equal(str.len, len + 2);
		assert_int_equal(strlen(str.s), len + 2);
		assert_int_equal(str.s[len + 1], '>');
		str_release(&str);
	}
}

static void
test_cutting_only_shortens(void **state)
{
	struct str str = {0};

	(void)state;
	str_add(&str, "raj");
	str_cut(&str, 7);
	assert_string_equal(str_get(&str), "raj");
	str_cut(&str, 1);
	assert_string_equal(str_get(&str), "r");
	str_add(&str, "ob");
	assert_string_equal(str_get(&str), "rob");
	str_release(&str);
}

static void
test_what_is_taken_is_the_takers_and_the_string_starts_anew(void **state)
{
	struct str str = {0};
	char *taken;

	(void)state;
	str_add(&str, "one");
	taken = str_take(&str);
	assert_string_equal(str_get(&str), "");
	str_add(&str, "two");
	assert_string_equal(taken, "one");
	assert_string_equal(str_get(&str), "two");
	free(taken);
	str_release(&str);
	assert_string_equal(str_get(&str), "");
}

static void
test_names_are_compared_without_ascii_case(void **state)
{
	(void)state;
	assert_true(str_same("Ana", "aNA"));
	assert_true(str_same("AZ", "az"));
	assert_true(str_same("", ""));
	assert_false(str_same("ana", "anan"));
	assert_false(str_same("anan", "ana"));
	assert_false(str_same("ana", ""));
	/* Only letters fold: these differ by the same bit. */
	assert_false(str_same("[", "{"));
	assert_false(str_same("@", "`"));
	/* Beyond ASCII case counts, since folding it needs a locale. */
	assert_false(str_same("É", "é"));
	assert_true(str_same("É", "É"));
}

static void
test_a_prefix_counts_its_case(void **state)
{
	(void)state;
	assert_true(str_starts("INC-17", "INC-"));
	assert_true(str_starts("INC-17", ""));
	assert_true(str_starts("", ""));
	assert_false(str_starts("inc-17", "INC-"));
	assert_false(str_starts("IN", "INC-"));
}

static void
test_a_search_finds_the_first_place_without_ascii_case(void **state)
{
	const char *hay = "checkout: cheCKOUTS are 500";

	(void)state;
	assert_ptr_equal(str_find(hay, "CHECKOUTS"), hay + 10);
	assert_ptr_equal(str_find(hay, "checkout"), hay);
	assert_ptr_equal(str_find(hay, "500"), hay + 24);
	assert_ptr_equal(str_find(hay, ""), hay);
	assert_null(str_find(hay, "5000"));
	assert_null(str_find("", "x"));
	assert_non_null(str_find("", ""));
	assert_non_null(str_find("aab", "ab"));
}

static void
test_a_list_has_whole_words_in_any_case(void **state)
{
	(void)state;
	assert_true(str_listed("yes|no|unknown", "no", 2));
	assert_true(str_listed("yes|no|unknown", "NO", 2));
	assert_true(str_listed("yes|no|unknown", "unknown?", 7));
	assert_false(str_listed("yes|no|unknown", "un", 2));
	assert_false(str_listed("yes|no|unknown", "yes|no", 6));
	assert_false(str_listed("", "yes", 3));
}

static void
test_the_distance_of_words_is_the_letters_to_mend(void **state)
{
	(void)state;
	assert_int_equal(str_distance("broadcast", "broadcast"), 0);
	assert_int_equal(str_distance("brodcast", "broadcast"), 1);
	assert_int_equal(str_distance("kitten", "sitting"), 3);
	assert_int_equal(str_distance("", "note"), 4);
	assert_int_equal(str_distance("note", ""), 4);
	assert_int_equal(str_distance("n", "a word of many letters, far more"
		" than forty of them"), 39);
}

static void
test_an_empty_text_gives_way_to_another(void **state)
{
	(void)state;
	assert_string_equal(str_or("ana", "nobody"), "ana");
	assert_string_equal(str_or("", "nobody"), "nobody");
	assert_string_equal(str_or(NULL, "nobody"), "nobody");
	assert_null(str_or("", NULL));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_a_zeroed_string_is_empty),
		cmocka_unit_test(
			test_what_is_added_stands_in_order_and_ends_in_nul),
		cmocka_unit_test(test_bytes_may_include_nul),
		cmocka_unit_test(test_it_grows_to_any_length),
		cmocka_unit_test(test_printing_of_any_length_is_whole),
		cmocka_unit_test(test_cutting_only_shortens),
		cmocka_unit_test(
			test_what_is_taken_is_the_takers_and_the_string_starts_anew),
		cmocka_unit_test(test_names_are_compared_without_ascii_case),
		cmocka_unit_test(test_a_list_has_whole_words_in_any_case),
		cmocka_unit_test(
			test_the_distance_of_words_is_the_letters_to_mend),
		cmocka_unit_test(test_an_empty_text_gives_way_to_another),
		cmocka_unit_test(test_a_prefix_counts_its_case),
		cmocka_unit_test(
			test_a_search_finds_the_first_place_without_ascii_case),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
