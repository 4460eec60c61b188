/* Addresses, folded and encoded header lines, quoted-printable. */
#include "relay/mail.h"

#include "base/hash.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define WORD_HEAD "=?UTF-8?B?"

static void
test_addresses(void **state)
{
	static const char *const good[] = {"a@b", "raj.k+x@mail.example.com",
		"o'neil@xn--p1ai", "a_b@1.2.3.4"};
	static const char *const bad[] = {"", "a", "@b", "a@", "a b@c", "a@b c",
		"<a@b>", "A <a@b>", "a@b\r\nBcc: c@d", "a@b\n", ".a@b", "a.@b",
		"a..b@c", "a@.b", "a@b.", "a@-b", "a@b,c@d", "\"a\"@b",
		"\xc3\xa4@b", "a@\xc3\xa4"};
	char longest[400];

	(void)state;
	for (size_t i = 0; i < sizeof(good) / sizeof(*good); i++)
		assert_true(mail_address(good[i], NULL));
	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++)
		if (mail_address(bad[i], NULL))
			fail_msg("taken: %s", bad[i]);
	memset(longest, 'a', sizeof(longest));
	memcpy(longest + 64, "@", 1);
	longest[254] = '\0';
	assert_true(mail_address(longest, NULL));
	longest[254] = 'a';
	longest[255] = '\0';
	assert_false(mail_address(longest, NULL));
	memcpy(longest + 64, "a@b", 4);
	assert_false(mail_address(longest, NULL));
}

/* What a reader makes of the line: unfolded, its words decoded. */
static char *
unfolded(struct arena *a, const char *line, bool encoded)
{
	struct str out = {0};
	char *text;

	line = strchr(line, ' ') + 1;
	while (encoded && str_starts(line, WORD_HEAD)) {
		const char *from = line + strlen(WORD_HEAD);
		const char *to = strstr(from, "?=");
		size_t n;
		char *bytes;

		assert_non_null(to);
		assert_true(to + 2 - line <= 75);
		bytes = base64_bytes(a, arena_dupn(a, from,
			(size_t)(to - from)), &n);
		assert_non_null(bytes);
		assert_true(text_valid(bytes, n));
		str_add(&out, bytes);
		line = to + 2;
		line += str_starts(line, "\r\n ") ? 3 : 0;
	}
	for (; *line; line++)
		if (*line != '\r' && *line != '\n')
			str_addc(&out, *line);
	text = arena_dup(a, str_get(&out));
	str_release(&out);
	return text;
}

static void
check_header(const char *value, bool encoded)
{
	struct arena *a = arena_new(0);
	struct str out = {0};

	mail_header(&out, "Subject", value);
	assert_true(str_starts(str_get(&out), "Subject: "));
	for (const char *s = str_get(&out); *s; s = strstr(s, "\r\n") + 2) {
		assert_true(strcspn(s, "\r\n") <= 76);
		assert_true(s == out.s || *s == ' ');
	}
	assert_int_equal(strstr(str_get(&out), WORD_HEAD) != NULL, encoded);
	assert_string_equal(unfolded(a, str_get(&out), encoded), value);
	str_release(&out);
	arena_free(a);
}

static void
test_headers(void **state)
{
	static const char word[] = "INC-17 \xf0\x9f\x94\xa5 \xe6\xbc\xa2 "
		"K\xc3\xb6ln: Z\xc3\xa4hler aus \xe2\x80\xa6 ";
	struct str s = {0};

	(void)state;
	check_header("INC-17 SEV1 checkout errors: stage Mitigate", false);
	check_header("INC-17 SEV1 a title that goes on, and on, beyond the end"
		" of a line, and beyond that of the next, as people do", false);
	check_header("x", false);
	check_header("=?UTF-8?Q?=0ABcc:?= is no word of ours", true);
	for (int i = 0; i < 12; i++) {
		str_add(&s, word);
		check_header(str_get(&s), true);
	}
	for (int shift = 0; shift < 5; shift++) {
		str_cut(&s, 0);
		for (int i = 0; i < shift; i++)
			str_addc(&s, 'x');
		for (int i = 0; i < 60; i++)
			str_add(&s, "\xf0\x9f\x94\xa5");
		check_header(str_get(&s), true);
	}
	str_release(&s);
}

static void
test_lines(void **state)
{
	static const struct { const char *text, *mail; } rows[] = {
		{"", ""}, {"a", "a\r\n"}, {"a\n", "a\r\n"},
		{"a\n\nb\n", "a\r\n\r\nb\r\n"}, {"1=2", "1=3D2\r\n"},
		{"a \nb", "a=20\r\nb\r\n"}, {"a ", "a=20\r\n"},
		{"\xc3\xb6", "=C3=B6\r\n"}, {".", ".\r\n"},
		{"12345678901234567890123456789012345678901234567890123456789"
			"012345678901234567890",
			"12345678901234567890123456789012345678901234567890123"
			"4567890123456789012345=\r\n67890\r\n"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct str out = {0};

		mail_text(&out, rows[i].text);
		assert_string_equal(str_get(&out), rows[i].mail);
		str_release(&out);
	}
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_addresses),
		cmocka_unit_test(test_headers),
		cmocka_unit_test(test_lines),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
