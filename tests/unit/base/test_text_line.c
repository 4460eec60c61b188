#include "base/text.h"

#include "base/mem.h"
#include "base/str.h"

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
test_width_counts_columns_not_bytes(void **state)
{
	(void)state;
	assert_int_equal(text_width(""), 0);
	assert_int_equal(text_width("ana"), 3);
	assert_int_equal(text_width("B\u00fcro"), 4);
	assert_int_equal(text_width("\u6f22\u5b57"), 4);
	assert_int_equal(text_width("a\U0001f525b"), 4);
	assert_int_equal(text_width("e\u0301e\u0301"), 2);
	assert_int_equal(text_width("\u2502 14:31Z \u00b7 ana \u2026"), 16);
}

static void
test_fit_takes_whole_characters(void **state)
{
	static const struct {
		const char *s;
		int cols;
		size_t bytes;
		int used;
	} rows[] = {
		{"", 5, 0, 0},
		{"ana", 0, 0, 0},
		{"ana", -1, 0, 0},
		{"ana", 2, 2, 2},
		{"ana", 3, 3, 3},
		{"ana", 9, 3, 3},
		{"\u6f22\u5b57", 1, 0, 0},
		{"\u6f22\u5b57", 2, 3, 2},
		{"\u6f22\u5b57", 3, 3, 2},
		{"\u6f22\u5b57", 4, 6, 4},
		{"a\u6f22", 2, 1, 1},
		{"\u00e9\u00e9", 1, 2, 1},
		/* Marks come along even when the columns are used up. */
		{"e\u0301e\u0301", 1, 3, 1},
		{"e\u0301\u0302\u0303x", 1, 7, 1},
		{"ae\u0301", 1, 1, 1},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		int used = 99;

		assert_int_equal(text_fit(rows[i].s, rows[i].cols, &used),
			rows[i].bytes);
		assert_int_equal(used, rows[i].used);
		assert_int_equal(text_fit(rows[i].s, rows[i].cols, NULL),
			rows[i].bytes);
	}
}

static void
test_clip_ends_in_an_ellipsis_only_when_something_was_cut(void **state)
{
	static const char ana[] = "ana";

	assert_ptr_equal(text_clip(*state, ana, 3), ana);
	assert_ptr_equal(text_clip(*state, ana, 30), ana);
	assert_string_equal(text_clip(*state, ana, 2), "a\u2026");
	assert_string_equal(text_clip(*state, ana, 1), "\u2026");
	assert_string_equal(text_clip(*state, ana, 0), "");
	assert_string_equal(text_clip(*state, ana, -3), "");
	assert_string_equal(text_clip(*state, "", 0), "");
	assert_string_equal(text_clip(*state, "ab\u6f22", 3), "ab\u2026");
	assert_string_equal(text_clip(*state, "a\u6f22c", 3), "a\u2026");
	assert_string_equal(text_clip(*state, "e\u0301bc", 2),
		"e\u0301\u2026");
}

/* The lines that wrapping makes of @s, each with | behind it. */
static const char *
wrap(struct arena *a, const char *s, int cols)
{
	struct str str = {0};
	const char *out;

	for (;;) {
		size_t skip = 999;
		size_t n = text_wrap(s, cols, &skip);

		assert_true(skip >= n);
		if (!skip)
			break;
		str_addn(&str, s, n);
		str_addc(&str, '|');
		s += skip;
	}
	assert_int_equal(*s, 0);
	out = arena_dup(a, str_get(&str));
	str_release(&str);
	return out;
}

struct sample {
	const char *s;
	int cols;
	const char *lines;
};

static void
assert_wraps(struct arena *a, const struct sample *rows, size_t n)
{
	for (size_t i = 0; i < n; i++)
		assert_string_equal(wrap(a, rows[i].s, rows[i].cols),
			rows[i].lines);
}

#define ASSERT_WRAPS(a, rows) \
	assert_wraps(a, rows, sizeof(rows) / sizeof((rows)[0]))

static void
test_lines_break_at_blanks(void **state)
{
	static const struct sample rows[] = {
		{"", 5, ""},
		{"one", 5, "one|"},
		{"one two", 7, "one two|"},
		{"one two", 6, "one|two|"},
		{"one two", 4, "one|two|"},
		{"one two", 3, "one|two|"},
		{"one   two", 4, "one|two|"},
		{"one   two", 3, "one|two|"},
		{"a b c d", 3, "a b|c d|"},
		{"one two ", 3, "one|two|"},
		{"one   ", 3, "one|"},
		{"ab cd", 4, "ab|cd|"},
	};

	ASSERT_WRAPS(*state, rows);
}

static void
test_newlines_end_lines_and_may_leave_them_empty(void **state)
{
	static const struct sample rows[] = {
		{"a\nb", 5, "a|b|"},
		{"a\n\nb", 5, "a||b|"},
		{"\na", 5, "|a|"},
		{"a\n", 5, "a|"},
		{"one\ntwo", 3, "one|two|"},
		{"one  \ntwo", 3, "one|two|"},
		{"one\n\ntwo", 3, "one||two|"},
	};

	ASSERT_WRAPS(*state, rows);
}

static void
test_a_word_longer_than_a_line_is_broken(void **state)
{
	static const struct sample rows[] = {
		{"abcdefgh", 3, "abc|def|gh|"},
		{"a bcdefgh", 3, "a|bcd|efg|h|"},
		{"\u6f22\u5b57\u6f22", 5, "\u6f22\u5b57|\u6f22|"},
		{"e\u0301e\u0301e\u0301", 2, "e\u0301e\u0301|e\u0301|"},
		{"abc", 1, "a|b|c|"},
		/* Wider than the line, but a line it must have. */
		{"\u6f22\u5b57", 1, "\u6f22|\u5b57|"},
		/* What leads a line is no reason to break there. */
		{" abcdef", 4, " abc|def|"},
	};

	ASSERT_WRAPS(*state, rows);
}

static void
test_wrapping_loses_nothing_but_blanks(void **state)
{
	static const char letters[] = "ab  \n";
	struct arena *a = *state;

	for (int i = 0; i < 5 * 5 * 5 * 5 * 5 * 5; i++) {
		char s[7] = "";
		int n = i;

		for (int at = 0; at < 6; at++, n /= 5)
			s[at] = letters[n % 5];
		for (int cols = 1; cols < 5; cols++) {
			const char *out = wrap(a, s, cols);
			int width = 0;

			for (const char *p = s; *p; p++) {
				if (*p == ' ' || *p == '\n')
					continue;
				out += strcspn(out, "ab");
				assert_int_equal(*out++, *p);
			}
			assert_int_equal(strcspn(out, "ab"), strlen(out));
			for (out = wrap(a, s, cols); *out; out++) {
				width = *out == '|' ? 0 : width + 1;
				assert_true(width <= cols);
			}
		}
		arena_reset(a);
	}
}

static void
test_steps_keep_characters_and_their_marks_together(void **state)
{
	static const char s[] =
		"ae\u0301\u0302\u6f22\u26a0\ufe0f\nx\U0001f525";
	static const size_t places[] = {0, 1, 6, 9, 15, 16, 17, 21};

	(void)state;
	for (size_t i = 0; i + 1 < 8; i++) {
		assert_int_equal(text_next(s, places[i]), places[i + 1]);
		assert_int_equal(text_prev(s, places[i + 1]), places[i]);
	}
	assert_int_equal(text_next(s, 21), 21);
	assert_int_equal(text_prev(s, 0), 0);
}

static void
test_steps_pass_over_any_bytes(void **state)
{
	static const char s[] = "\x80\xff\xe2\x82" "a\xc3";

	(void)state;
	for (size_t i = 0; i < 6; i++) {
		assert_int_equal(text_next(s, i), i + 1);
		assert_int_equal(text_prev(s, i + 1), i);
	}
	/* A mark at the start belongs to nothing; it is passed all the same. */
	assert_int_equal(text_next("\u0301x", 0), 2);
	assert_int_equal(text_prev("\u0301x", 2), 0);
}

static void
test_capitals_are_of_ascii_letters_alone(void **state)
{
	assert_string_equal(text_upper(*state, "Under Control, \u00fc 7"),
		"UNDER CONTROL, \u00fc 7");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_width_counts_columns_not_bytes),
		cmocka_unit_test(test_fit_takes_whole_characters),
		cmocka_unit_test(
			test_clip_ends_in_an_ellipsis_only_when_something_was_cut),
		cmocka_unit_test(test_capitals_are_of_ascii_letters_alone),
		cmocka_unit_test(test_lines_break_at_blanks),
		cmocka_unit_test(
			test_newlines_end_lines_and_may_leave_them_empty),
		cmocka_unit_test(test_a_word_longer_than_a_line_is_broken),
		cmocka_unit_test(test_wrapping_loses_nothing_but_blanks),
		cmocka_unit_test(
			test_steps_keep_characters_and_their_marks_together),
		cmocka_unit_test(test_steps_pass_over_any_bytes),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
