#include "base/words.h"

#include "base/mem.h"
#include "base/str.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

/* Each word of @line in <>, or what is wrong with it. */
static const char *
split(struct arena *a, const char *line)
{
	struct words words;
	struct err err;
	struct str str = {0};
	const char *out;

	if (!words_split(a, line, &words, &err))
		return err.code == ERR_USAGE ? "usage" : "?";
	for (int i = 0; i < words.n; i++)
		str_addf(&str, "<%s>", words.v[i]);
	assert_null(words.v[words.n]);
	out = arena_dup(a, str_get(&str));
	str_release(&str);
	return out;
}

struct sample { const char *line, *words; };

static void
assert_splits(const struct sample *samples, size_t n)
{
	struct arena *a = arena_new(0);

	for (size_t i = 0; i < n; i++)
		assert_string_equal(split(a, samples[i].line),
			samples[i].words);
	arena_free(a);
}

#define ASSERT_SPLITS(s) assert_splits(s, sizeof(s) / sizeof((s)[0]))

static void
test_words_are_split_at_blanks(void **state)
{
	static const struct sample samples[] = {
		{"", ""},
		{" \t ", ""},
		{"note", "<note>"},
		{"  note\tINC-17   text \r\n", "<note><INC-17><text>"},
		{"a b c d e f", "<a><b><c><d><e><f>"},
	};

	(void)state;
	ASSERT_SPLITS(samples);
}

static void
test_quotes_group_and_may_stand_within_a_word(void **state)
{
	static const struct sample samples[] = {
		{"note 'a b' \"c d\"", "<note><a b><c d>"},
		{"--need='more people'", "<--need=more people>"},
		{"a'b'\"c\"d", "<abcd>"},
		{"'' \"\"", "<><>"},
		{"'say \"hi\"'", "<say \"hi\">"},
		{"\"don't\"", "<don't>"},
		{"'a\nb'", "<a\nb>"},
	};

	(void)state;
	ASSERT_SPLITS(samples);
}

static void
test_escapes_count_in_double_quotes_alone(void **state)
{
	static const struct sample samples[] = {
		{"\"a\\\"b\"", "<a\"b>"},
		{"\"a\\\\\"", "<a\\>"},
		{"\"a\\nb\"", "<a\nb>"},
		{"\"C:\\temp\"", "<C:\\temp>"},
		{"a\\ b", "<a\\><b>"},
		{"'a\\'", "<a\\>"},
		{"\\n", "<\\n>"},
	};

	(void)state;
	ASSERT_SPLITS(samples);
}

static void
test_nothing_else_is_special(void **state)
{
	static const struct sample samples[] = {
		{"$HOME * ; | & `x` #5 ~", "<$HOME><*><;><|><&><`x`><#5><~>"},
		{"500s am Kassenbüro 🔥", "<500s><am><Kassenbüro><🔥>"},
	};

	(void)state;
	ASSERT_SPLITS(samples);
}

static void
test_an_open_quote_is_wrong_usage(void **state)
{
	static const struct sample samples[] = {
		{"note 'a b", "usage"},
		{"note \"a b", "usage"},
		{"note \"a b\\\"", "usage"},
		{"don't", "usage"},
		{"'", "usage"},
		{"\"\\", "usage"},
	};

	(void)state;
	ASSERT_SPLITS(samples);
}

static void
test_an_open_quote_says_how_to_go_on(void **state)
{
	struct arena *a = arena_new(0);
	struct words words;
	struct err err;

	(void)state;
	assert_false(words_split(a, "it's", &words, &err));
	assert_string_equal(err.text, "a quote is not closed: end the text "
		"with the ' or \" it began with (\"don't\" needs the second "
		"kind)");
	arena_free(a);
}

static void
test_words_are_quoted_only_when_they_must_be(void **state)
{
	static const struct sample samples[] = {
		{"note", "note"},
		{"C:\\temp", "C:\\temp"},
		{"", "''"},
		{"a b", "'a b'"},
		{"#5", "'#5'"},
		{"a#5", "a#5"},
		{"say \"hi\"", "'say \"hi\"'"},
		{"don't", "\"don't\""},
		{"a\nb", "\"a\\nb\""},
		{"don't \"\\\"", "\"don't \\\"\\\\\\\"\""},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(samples) / sizeof(samples[0]); i++) {
		struct str str = {0};

		words_quote(&str, samples[i].line);
		assert_string_equal(str_get(&str), samples[i].words);
		str_release(&str);
	}
}

/* Every word of up to five of these bytes, most of them special. */
static void
test_any_word_comes_back_from_its_quotes(void **state)
{
	static const char bytes[] = "a \"'\\n\n#\t";
	const int base = (int)sizeof(bytes); /* the NUL is one, too */
	struct arena *a = arena_new(0);
	char word[6] = "";

	(void)state;
	for (int i = 0; i < base * base * base * base * base; i++) {
		char *const v[] = {word, word};
		struct words words;
		int n = i;

		for (int at = 0; at < 5; at++, n /= base)
			word[at] = bytes[n % base];
		assert_true(words_split(a, words_join(a, v, 2), &words,
			NULL));
		assert_int_equal(words.n, 2);
		assert_string_equal(words.v[0], word);
		assert_string_equal(words.v[1], word);
		arena_reset(a);
	}
	arena_free(a);
}

static void
test_a_joined_line_is_one_line(void **state)
{
	char note[] = "note", lines[] = "two\nlines", text[] = "x y";
	char *const v[] = {note, lines, &note[4], text};
	struct arena *a = arena_new(0);

	(void)state;
	assert_string_equal(words_join(a, v, 4),
		"note \"two\\nlines\" '' 'x y'");
	assert_string_equal(words_join(a, v, 0), "");
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_words_are_split_at_blanks),
		cmocka_unit_test(test_quotes_group_and_may_stand_within_a_word),
		cmocka_unit_test(test_escapes_count_in_double_quotes_alone),
		cmocka_unit_test(test_nothing_else_is_special),
		cmocka_unit_test(test_an_open_quote_is_wrong_usage),
		cmocka_unit_test(test_an_open_quote_says_how_to_go_on),
		cmocka_unit_test(test_words_are_quoted_only_when_they_must_be),
		cmocka_unit_test(test_any_word_comes_back_from_its_quotes),
		cmocka_unit_test(test_a_joined_line_is_one_line),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
