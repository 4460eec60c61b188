/* Lines: widths, clipping, right ends, wrapping. */
#include "base/mem.h"
#include "base/str.h"
#include "view/vm.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

/* The line as it will stand in cells; gaps are blanks. */
static const char *
line_text(struct arena *a, const struct vm_line *l)
{
	struct str s = {0};
	const char *out;
	int at = 0;

	for (int i = 0; i < l->n; i++) {
		for (; at < l->spans[i].x; at++)
			str_addc(&s, ' ');
		str_add(&s, l->spans[i].text);
		at = l->spans[i].x + l->spans[i].w;
	}
	out = arena_dup(a, str_get(&s));
	str_release(&s);
	return out;
}

#define assert_line(a, l, text) assert_string_equal(line_text(a, l), text)

static void
test_text_is_made_harmless_and_measured(void **state)
{
	struct arena *a = *state;
	struct vm_line l = {0};

	vm_put(a, &l, STYLE_TEXT, "a\033[31m\n");
	assert_line(a, &l, "a^[[31m ");
	assert_int_equal(l.end, 8);
	vm_put(a, &l, STYLE_TEXT, "\u6771\u4eac e\u0301");
	assert_int_equal(l.end, 14);
	vm_put(a, &l, STYLE_TEXT, "");
	vm_put(a, &l, STYLE_TEXT, NULL);
	assert_int_equal(l.n, 2);
}

static void
test_text_in_a_buffer_of_the_caller_is_copied(void **state)
{
	struct arena *a = *state;
	struct vm_line l = {0};
	char text[8] = "13:41";

	vm_put(a, &l, STYLE_TEXT, text);
	vm_cell(a, &l, 6, STYLE_TEXT, text);
	memset(text, 'x', 5);
	assert_line(a, &l, "13:4113:41");
}

static void
test_a_cell_is_clipped_and_padded_to_its_columns(void **state)
{
	struct arena *a = *state;
	struct vm_line l = {0};

	vm_cell(a, &l, 5, STYLE_TEXT, "abcdefgh");
	vm_cell(a, &l, 5, STYLE_TEXT, "ab");
	vm_cell(a, &l, 5, STYLE_TEXT, "\u6771\u4eac\u90fd");
	vm_put(a, &l, STYLE_TEXT, "|");
	assert_line(a, &l, "abcd\u2026ab   \u6771\u4eac\u2026|");
	assert_int_equal(l.end, 16);
}

static void
test_what_is_cut_ends_in_an_ellipsis(void **state)
{
	struct arena *a = *state;

	for (int w = 0; w <= 8; w++) {
		static const char *const shown[] = {
			"", "\u2026", "a\u2026", "ab\u2026", "abc\u2026",
			"abcd\u2026", "abcd \u2026", "abcd e\u2026",
			"abcd efg",
		};
		struct vm_line l = {0};

		vm_put(a, &l, STYLE_TEXT, "abcd");
		vm_tab(&l, 5);
		vm_put(a, &l, STYLE_BOLD, "efg");
		vm_clip(a, &l, w);
		assert_line(a, &l, shown[w]);
		assert_in_range(l.end, 0, w);
	}
}

static void
test_a_wide_character_is_never_halved(void **state)
{
	struct arena *a = *state;
	struct vm_line l = {0};

	vm_put(a, &l, STYLE_TEXT, "\u6771\u4eac\u90fd");
	vm_clip(a, &l, 4);
	assert_line(a, &l, "\u6771\u2026");
	vm_clip(a, &l, 2);
	assert_line(a, &l, "\u2026");
}

static void
test_the_right_end_clips_what_is_in_its_way(void **state)
{
	struct arena *a = *state;
	struct vm_line l = {0};

	vm_put(a, &l, STYLE_TEXT, "a title of some length");
	vm_right(a, &l, 12, STYLE_DIM, "21m");
	assert_line(a, &l, "a title\u2026 21m");
	assert_int_equal(l.end, 12);

	l = (struct vm_line){0};
	vm_put(a, &l, STYLE_TEXT, "ab");
	vm_right(a, &l, 12, STYLE_DIM, "21m");
	assert_line(a, &l, "ab       21m");

	l = (struct vm_line){0};
	vm_put(a, &l, STYLE_TEXT, "ab");
	vm_right(a, &l, 2, STYLE_DIM, "21m");
	assert_line(a, &l, "2\u2026");
}

static void
test_wrapped_text_keeps_its_indent_and_its_row(void **state)
{
	struct arena *a = *state;
	struct vm_pane p = {0};
	struct vm_line *l = vm_pane_line(a, &p);
	const struct vm_block block = {2, 12, STYLE_TEXT};

	l->id = "can:raj";
	vm_put(a, l, STYLE_CAN_C, "C ");
	assert_int_equal(vm_wrap(a, &p, l, &block, "one two three\nfour "
		"incomprehensibly"), 4);
	assert_int_equal(p.n, 5);
	assert_line(a, &p.lines[0], "C one two");
	assert_line(a, &p.lines[1], "  three");
	assert_line(a, &p.lines[2], "  four");
	assert_line(a, &p.lines[3], "  incomprehe");
	assert_line(a, &p.lines[4], "  nsibly");
	for (int i = 0; i < p.n; i++) {
		assert_string_equal(p.lines[i].id, "can:raj");
		assert_in_range(p.lines[i].end, 0, 12);
	}
}

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

#define T(name) cmocka_unit_test(test_##name)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(text_is_made_harmless_and_measured),
		T(text_in_a_buffer_of_the_caller_is_copied),
		T(a_cell_is_clipped_and_padded_to_its_columns),
		T(what_is_cut_ends_in_an_ellipsis),
		T(a_wide_character_is_never_halved),
		T(the_right_end_clips_what_is_in_its_way),
		T(wrapped_text_keeps_its_indent_and_its_row),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
