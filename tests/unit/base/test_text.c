#include "base/text.h"

#include "base/mem.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <string.h>
#include <cmocka.h>

static int
setup(void **state)
{
	*state = arena_new(0);
	return setlocale(LC_CTYPE, "C.UTF-8") ? 0 : -1;
}

static int
teardown(void **state)
{
	arena_free(*state);
	return 0;
}

static void
test_every_code_point_comes_back_from_utf8(void **state)
{
	(void)state;
	for (uint32_t cp = 0; cp <= 0x10ffff; cp++) {
		char bytes[4];
		uint32_t back = ~cp;
		size_t n;

		if (cp >= 0xd800 && cp < 0xe000)
			continue;
		n = text_encode(cp, bytes);
		assert_int_equal(n, cp < 0x80 ? 1 : cp < 0x800 ? 2 :
			cp < 0x10000 ? 3 : 4);
		assert_int_equal(text_decode(bytes, n, &back), n);
		assert_int_equal(back, cp);
		/* No part of it is a character. */
		for (size_t part = 0; part < n; part++)
			assert_int_equal(text_decode(bytes, part, &back), 0);
	}
}

static void
test_what_is_no_utf8_is_not_decoded(void **state)
{
	static const char *const rows[] = {
		"\x80", "\xbf", "\xa1\x80", "\xbf\xbf", "\xc0\x80", "\xc1\xbf", "\xc3", "\xc3(",
		"\xe0\x80\x80", "\xe0\x9f\xbf", "\xe2\x82", "\xe2(\xa1",
		"\xed\xa0\x80", "\xed\xbf\xbf", "\xf0\x80\x80\x80",
		"\xf0\x8f\xbf\xbf", "\xf0\x9f\x94", "\xf4\x90\x80\x80",
		"\xf5\x80\x80\x80", "\xfe", "\xff",
	};
	uint32_t cp;

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		assert_int_equal(text_decode(rows[i], strlen(rows[i]), &cp),
			0);
		/* As for text that ends in NUL: it is never passed. */
		assert_int_equal(text_decode(rows[i], 4, &cp), 0);
		assert_false(text_valid(rows[i], strlen(rows[i])));
	}
	assert_int_equal(text_decode("a", 0, &cp), 0);
}

static void
test_valid_text_has_no_nul(void **state)
{
	(void)state;
	assert_true(text_valid("", 0));
	assert_true(text_valid("ana \xe2\x80\xa6 \xf0\x9f\x94\xa5\n", 13));
	assert_false(text_valid("a\0b", 3));
	assert_false(text_valid("ana\xe2\x80", 5));
}

static void
test_columns_of_code_points(void **state)
{
	static const struct { uint32_t cp; int width; } rows[] = {
		{'a', 1}, {' ', 1}, {'~', 1}, {0xa0, 1}, {0xe9, 1},
		{0x2500, 1}, {0x2588, 1}, {0x2026, 1}, {0xfffd, 1},
		{0x25cc, 1}, {0x4e00, 2}, {0xac00, 2}, {0xff21, 2},
		{0x1f525, 2}, {0x0301, 0}, {0x20dd, 0}, {0x0e31, 0},
		/* Control characters. */
		{0, -1}, {'\n', -1}, {0x1b, -1}, {0x7f, -1}, {0x80, -1},
		{0x9b, -1}, {0x9f, -1}, {0x2028, -1}, {0x2029, -1},
		/* Not assigned, and never to be. */
		{0x378, -1}, {0xfffe, -1}, {0x10ffff, -1}, {0xd800, -1},
		/* Invisible: soft hyphen, ZWSP, ZWJ, bidi, selectors, tags. */
		{0xad, -1}, {0x200b, -1}, {0x200d, -1}, {0x200f, -1},
		{0x202e, -1}, {0x2066, -1}, {0x061c, -1}, {0xfe0f, -1},
		{0xfeff, -1}, {0x3164, -1}, {0xe0041, -1}, {0xe0100, -1},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		assert_int_equal(text_cp_width(rows[i].cp), rows[i].width);
}

static void
test_no_code_point_is_wider_than_two(void **state)
{
	(void)state;
	for (uint32_t cp = 0; cp < 0x120000; cp++)
		assert_in_range(text_cp_width(cp) + 1, 0, 3);
}

static void
test_harmless_text_stays_where_it_is(void **state)
{
	static const char *const rows[] = {
		"", "ana", "a\u0301\u00e9", "EU checkout returns 5xx ~", "Kassenbüro \u2026",
		"\u6f22\u5b57 \U0001f525", "e\u0301", "\u0e01\u0e31\u0e49",
		"e\u0301\u0302\u0303\u0304",
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		assert_ptr_equal(text_safe(*state, rows[i], false), rows[i]);
		assert_ptr_equal(text_safe(*state, rows[i], true), rows[i]);
	}
}

struct sample { const char *raw, *safe; };

static void
assert_safe(struct arena *a, const struct sample *rows, size_t n)
{
	for (size_t i = 0; i < n; i++)
		assert_string_equal(text_safe(a, rows[i].raw, false),
			rows[i].safe);
}

#define ASSERT_SAFE(a, rows) \
	assert_safe(a, rows, sizeof(rows) / sizeof((rows)[0]))

static void
test_control_characters_are_spelt_out(void **state)
{
	static const struct sample rows[] = {
		{"\x1b[2Jx", "^[[2Jx"},
		{"a\bb\a", "a^Hb^G"},
		{"\x7f", "^?"},
		{"\x01", "^A"},
		{"a\rb", "a^Mb"},
		{"\xc2\x9b" "31m", "\\x9b31m"},
		{"\xc2\x85", "\\x85"},
		{"\xc2\x80", "\\x80"},
		{"\x1b]8;;http://x\x1b\\", "^[]8;;http://x^[\\"},
	};

	ASSERT_SAFE(*state, rows);
}

static void
test_bytes_that_are_no_utf8_are_spelt_out(void **state)
{
	static const struct sample rows[] = {
		{"\xff", "\\xff"},
		{"a\xc3", "a\\xc3"},
		{"a\xc3z", "a\\xc3z"},
		{"\xe2\x82z", "\\xe2\\x82z"},
		{"\x9b" "31m", "\\x9b31m"},
		{"\xed\xa0\x80", "\\xed\\xa0\\x80"},
		{"\xc0\x80", "\\xc0\\x80"},
	};

	ASSERT_SAFE(*state, rows);
}

static void
test_invisible_code_points_are_dropped(void **state)
{
	static const struct sample rows[] = {
		{"\u202egnp.exe", "gnp.exe"},
		{"a\u200db", "ab"},
		{"an\u00ada", "ana"},
		{"\u26a0\ufe0f now", "\u26a0 now"},
		{"\u2066x\u2069", "x"},
		{"\ufeffana", "ana"},
		{"x\U000e0041\U000e007f", "x"},
		{"\u200b", ""},
		/* A mark keeps its base across what is dropped. */
		{"e\u200d\u0301", "e\u0301"},
		{"\U0001f469\u200d\U0001f692", "\U0001f469\U0001f692"},
	};

	ASSERT_SAFE(*state, rows);
}

static void
test_four_marks_stay_on_a_base(void **state)
{
	static const struct sample rows[] = {
		{"e\u0301\u0302\u0303\u0304\u0305\u0306x\u0301",
			"e\u0301\u0302\u0303\u0304x\u0301"},
		{"e\u0301\u0302\u200d\u0303\u0304\u0305",
			"e\u0301\u0302\u0303\u0304"},
	};

	ASSERT_SAFE(*state, rows);
}

static void
test_a_mark_without_a_base_gets_one(void **state)
{
	static const struct sample rows[] = {
		{"\u0301", "\u25cc\u0301"},
		{"\u0301\u0302\u0303\u0304\u0305x",
			"\u25cc\u0301\u0302\u0303\u0304x"},
		{"\u200d\u0301", "\u25cc\u0301"},
		{" \u0301", " \u0301"},
	};

	ASSERT_SAFE(*state, rows);
	assert_string_equal(text_safe(*state, "a\n\u0301", true),
		"a\n\u25cc\u0301");
}

static void
test_unassigned_code_points_are_replaced(void **state)
{
	static const struct sample rows[] = {
		{"a\u0378z", "a\ufffdz"},
		{"\xef\xbf\xbe", "\ufffd"},
		{"\xf4\x8f\xbf\xbf", "\ufffd"},
	};

	ASSERT_SAFE(*state, rows);
}

static void
test_newlines_stay_only_where_lines_are_wanted(void **state)
{
	static const char raw[] = "a\n\tb\r\nc\u2028d";

	assert_string_equal(text_safe(*state, raw, false), "a  b c d");
	assert_string_equal(text_safe(*state, raw, true), "a\n b\nc d");
	assert_string_equal(text_safe(*state, "a\r\nb", true), "a\nb");
}

/* A cheap generator, so that each run tries the same bytes. */
static uint32_t
next_random(uint32_t *seed)
{
	*seed = *seed * 1664525 + 1013904223;
	return *seed >> 16;
}

static void
test_whatever_comes_in_only_harmless_text_comes_out(void **state)
{
	static const char *const parts[] = {
		"\x1b", "\xff", "\xc3", "\u0301", "\u200d", "\u202e", "\n",
		"\u0378", "\u6f22", "a", "\r", "\x80", "\U000e0041", "\xc2\x9b",
	};
	struct arena *a = *state;
	uint32_t seed = 17;

	for (int round = 0; round < 20000; round++) {
		char raw[64];
		size_t len = 0;
		const char *safe;

		while (len < sizeof(raw) - 8 && next_random(&seed) % 12) {
			const char *part = parts[next_random(&seed) % 14];
			size_t n = strlen(part);

			memcpy(raw + len, part, n);
			len += n;
		}
		raw[len] = '\0';
		safe = text_safe(a, raw, false);
		assert_true(text_valid(safe, strlen(safe)));
		for (const char *p = safe; *p;) {
			uint32_t cp;

			p += text_decode(p, 4, &cp);
			assert_int_not_equal(text_cp_width(cp), -1);
		}
		/* Once harmless it does not change any more. */
		assert_ptr_equal(text_safe(a, safe, false), safe);
		arena_reset(a);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_code_point_comes_back_from_utf8),
		cmocka_unit_test(test_what_is_no_utf8_is_not_decoded),
		cmocka_unit_test(test_valid_text_has_no_nul),
		cmocka_unit_test(test_columns_of_code_points),
		cmocka_unit_test(test_no_code_point_is_wider_than_two),
		cmocka_unit_test(test_harmless_text_stays_where_it_is),
		cmocka_unit_test(test_control_characters_are_spelt_out),
		cmocka_unit_test(test_bytes_that_are_no_utf8_are_spelt_out),
		cmocka_unit_test(test_invisible_code_points_are_dropped),
		cmocka_unit_test(test_four_marks_stay_on_a_base),
		cmocka_unit_test(test_a_mark_without_a_base_gets_one),
		cmocka_unit_test(test_unassigned_code_points_are_replaced),
		cmocka_unit_test(
			test_newlines_stay_only_where_lines_are_wanted),
		cmocka_unit_test(
			test_whatever_comes_in_only_harmless_text_comes_out),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
