/* Large letters: that they are whole, and how they look. */
#include "view/wall_part.h"

#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <string.h>
#include <cmocka.h>

/* The rows of @text in a face, each behind the one before, ended by /. */
static const char *
written(struct arena *a, const char *text, enum wall_face face, bool ascii)
{
	struct wall_big big = {text, face, ascii, STYLE_TEXT, 0};
	int rows = wall_face_rows(face, ascii);
	struct vm_line *l = arena_alloc(a, (size_t)rows * sizeof(*l));
	struct str out = {0};
	const char *s;

	wall_big_put(a, l, &big);
	for (int y = 0; y < rows; y++) {
		int x = 0;

		for (int i = 0; i < l[y].n; i++) {
			for (; x < l[y].spans[i].x; x++)
				str_addc(&out, ' ');
			str_add(&out, l[y].spans[i].text);
			x += l[y].spans[i].w;
		}
		str_addc(&out, '/');
	}
	s = arena_dup(a, str_get(&out));
	str_release(&out);
	return s;
}

static void
test_letters_have_three_five_or_ten_rows(void **state)
{
	struct arena *a = arena_new(0);

	(void)state;
	assert_string_equal(written(a, "Hi", FACE_SMALL, false),
		"\u2588  \u2588 \u2588/\u2588\u2580\u2580\u2588 \u2588/"
		"\u2580  \u2580 \u2580/");
	assert_string_equal(written(a, "I", FACE_LARGE, false),
		"\u2588\u2588/\u2588\u2588/\u2588\u2588/\u2588\u2588/"
		"\u2588\u2588/");
	assert_int_equal(wall_face_rows(FACE_HUGE, false), 10);
	assert_int_equal(wall_face_rows(FACE_SMALL, true), 5);
	/* No half block where there is none. */
	assert_null(strstr(written(a, "AEIOU 0123456789", FACE_SMALL, true),
		"\u2580"));
	arena_free(a);
}

/* A letter takes the columns that were said, in each of its rows. */
static void
test_every_letter_is_whole(void **state)
{
	struct arena *a = arena_new(0);
	int letters = 0;

	(void)state;
	for (int c = ' '; c < 127; c++) {
		char text[] = {(char)c, 'I', '\0'};
		int cols = wall_face_cols(FACE_SMALL, text);

		if (!cols)
			continue;
		letters++;
		for (int f = FACE_SMALL; f <= FACE_HUGE; f++) {
			const char *s = written(a, text, (enum wall_face)f,
				true);

			/* I stands at the end of every row. */
			for (; *s; s += strcspn(s, "/") + 1)
				assert_int_equal(text_width(arena_dupn(a, s,
					strcspn(s, "/"))), wall_face_cols(
					(enum wall_face)f, text));
		}
	}
	assert_true(letters > 26 * 2 + 10 + 15);
	for (const char *must = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 .,:%-'";
	    *must; must++)
		assert_true(wall_face_cols(FACE_SMALL,
			(char[]){*must, '\0'}) > 0);
	arena_free(a);
}

static void
test_other_letters_have_no_columns(void **state)
{
	(void)state;
	assert_int_equal(wall_face_cols(FACE_SMALL, "\u00fcber"), 0);
	assert_int_equal(wall_face_cols(FACE_SMALL, "a~b"), 0);
	assert_int_equal(wall_face_cols(FACE_SMALL, ""), 0);
	assert_int_equal(wall_face_cols(FACE_SMALL, "\x7f"), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_letters_have_three_five_or_ten_rows),
		cmocka_unit_test(test_every_letter_is_whole),
		cmocka_unit_test(test_other_letters_have_no_columns),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
