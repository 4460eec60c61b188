/*
 * Whatever people, peers and alerts write: what goes out is valid, within its
 * limits, without control characters, and mentions nobody.
 */
#include "unit/relay/golden.h"

#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"
#include "base/tree.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <locale.h>
#include <string.h>

#include <cmocka.h>

#define ZWSP "\xe2\x80\x8b"
#define FIRE "\xf0\x9f\x94\xa5"

/* What no text of an adapter may hold; of the whole body in bytes. */
static const struct {
	const char *lines;
	size_t most;
	const char *never[8];
} rows[] = {
	{"adapter = slack\nurl = 'https://h.example.com/x'", 60000,
		{"<!", "<@", "<#", "<http"}},
	{"adapter = mattermost\nurl = 'https://h.example.com/x'", 65535,
		{"<!", "<@", "@channel", "@all", "@here", "](h"}},
	{"adapter = rocketchat\nurl = 'https://h.example.com/x'", 20000,
		{"<!", "<@", "@all", "@here", "](h"}},
	{"adapter = discord\nurl = 'https://discord.com/api/webhooks/1/a'",
		10000, {"<@", "<#", "<!", "@everyone", "@here", "](h"}},
	{"adapter = teams\nurl = 'https://h.example.com/x'", 12000,
		{NULL}},
	{"adapter = matrix\nurl = 'https://m.example.com'\ntoken = t\n"
		"room = '!a:example.com'", 65000, {"@room", "formatted_body"}},
	{"adapter = email\nurl = 'smtp://mail.example.com'\n"
		"from = 'a@example.com'\nto = 'b@example.com'", 500000, {NULL}},
	{"adapter = pagerduty\nrouting-key = k", 512000, {NULL}},
	{"adapter = webhook\nurl = 'https://h.example.com/x'\n"
		"secret = 'whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3'", 20000,
		{NULL}},
	{"adapter = exec\nprogram = '/bin/true'", 20001, {NULL}},
	{"adapter = statuspage\npage = p\ntoken = t", 110000, {NULL}},
};

#define ROWS (int)(sizeof(rows) / sizeof(*rows))

static void
check_text(int i, const char *s)
{
	bool many = strcmp(rows[i].lines + 10, "teams") != 0;

	assert_true(text_valid(s, strlen(s)));
	for (const char *p = s; *p; p++)
		if ((unsigned char)*p < 0x20 || *p == 0x7f)
			if (*p != '\n' || !many)
				fail_msg("row %d: control character %d", i, *p);
	assert_null(strstr(s, "\xc2\x9b"));
	assert_null(strstr(s, "\xe2\x80\xae"));
	for (int k = 0; k < 8 && rows[i].never[k]; k++)
		if (strstr(s, rows[i].never[k]))
			fail_msg("row %d: %s in %.200s", i, rows[i].never[k],
				strstr(s, rows[i].never[k]));
}

/* Every text of a tree, and how deep; Slack refuses an empty one. */
static void
check_tree(int i, const struct tree_node *node)
{
	const char *name = tree_name(node);

	check_text(i, tree_string(node));
	if (i == 0 && !strcmp(name, "text") && !tree_first(node))
		assert_true(*tree_string(node));
	for (const struct tree_node *it = tree_first(node); it;
	    it = tree_next(it))
		check_tree(i, it);
}

/* Lines of at most 998 bytes of ASCII, each ended by CRLF. */
static void
check_mail(const char *s, size_t n)
{
	const char *end = s + n, *head = strstr(s, "\r\n\r\n");
	int subjects = 0;

	assert_non_null(head);
	while (s < end) {
		const char *line = memchr(s, '\n', (size_t)(end - s));

		assert_non_null(line);
		assert_true(line > s && line[-1] == '\r');
		assert_true(line - s <= 78);
		for (const char *p = s; p < line - 1; p++)
			if (*p < 0x20 || *p > 0x7e)
				fail_msg("byte %d in a mail", *p);
		subjects += s < head && !strncmp(s, "Subject:", 8);
		assert_true(s > head || strncmp(s, "Bcc:", 4) != 0);
		s = line + 1;
	}
	assert_int_equal(subjects, 1);
}

static void
check_units(int i, const struct tree_node *root)
{
	const struct tree_node *block = tree_first(tree_get(root, "blocks"));
	size_t all = 0;

	for (; block; block = tree_next(block)) {
		const char *s = tree_text(tree_get(block, "text"), "text", "");
		bool head = !strcmp(tree_text(block, "type", ""), "header");

		all += strlen(s);
		assert_true(strlen(s) <= (head ? 450u : 9000u));
		for (; *s; s += strcspn(s + 1, "&") + 1)
			if (*s == '&' && !head)
				assert_true(!strncmp(s, "&amp;", 5) ||
					!strncmp(s, "&lt;", 4) ||
					!strncmp(s, "&gt;", 4));
	}
	if (i == 0)
		assert_in_range(all, 1, 40000);
}

static void
check_row(int i, const struct news *n)
{
	struct arena *a = arena_new(0);
	const struct channel *c = channel_of(a, rows[i].lines);
	struct request r = {.argv = NULL};
	struct err err = {0};

	if (!c->adapter->build(c, n, a, &r, &err))
		fail_msg("row %d: %s", i, err.text);
	assert_in_range(r.http.body_len, 1, rows[i].most);
	if (!r.http.method && !r.argv) {
		check_mail(r.http.body, r.http.body_len);
	} else {
		struct tree *t = tree_read(r.http.body, r.http.body_len);

		assert_non_null(t);
		check_tree(i, tree_root(t));
		check_units(i, tree_root(t));
		tree_free(t);
	}
	for (int k = 0; k < r.http.n_headers; k++)
		assert_null(strpbrk(r.http.headers[k].value, "\r\n"));
	channel_drop();
	arena_free(a);
}

/* @s as every text that people write. */
static void
check_all(const char *s)
{
	struct play *p = news_play();
	struct news n = news_from(p, 0);

	n.title = n.headline = n.text = n.from = n.commander = n.need = s;
	n.field = n.who = s;
	for (int i = 0; i < ROWS; i++) {
		n.kind = rows[i].lines[10] == 'p' ? NEWS_PAGE :
			strstr(rows[i].lines, "statuspage") ? NEWS_CUSTOMERS :
			NEWS_UPDATE;
		check_row(i, &n);
	}
	play_free(p);
}

static void
test_hostile(void **state)
{
	static const char *const texts[] = {
		"<!channel> <!here> <!everyone> <@U123> <#C1> <https://x|y>",
		"@channel @all @here @everyone @room @ana <@!1> <at>ana</at>",
		"[Bridge](https://evil.example) ![x](https://evil.example/a)",
		"a\r\nBcc: everyone@example.com\r\n\r\nbody\r\n.\r\nQUIT",
		"\x1b]0;pwned\x07\x1b[2J \xc2\x9b""31m \x7f",
		"bytes \xff\xfe\x80 \xed\xa0\x80 \xc0\xaf \xf4\x90\x80\x80 end",
		"\xe2\x80\xae" "desrever \xe2\x81\xa6 isolate \xef\xbb\xbf",
		"=?UTF-8?Q?=0D=0ABcc:?= =?x", "  \n\n \t\n ", "", "\"\\\"\\",
		"</script><!--", "&lt;!channel&gt; &amp;&#60;", ".\n..\n.\n",
		"From here\nFrom there", "=3D=\n=20 \n \n",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++)
		check_all(texts[i]);
}

static void
check_long(const char *piece, int times)
{
	struct str s = {0};

	for (int i = 0; i < times; i++)
		str_add(&s, piece);
	check_all(str_get(&s));
	str_release(&s);
}

/* The largest texts of each kind, that grow when escaped. */
static void
test_long(void **state)
{
	(void)state;
	check_long("x", 40000);
	check_long("&", 40000);
	check_long("<!channel>", 4000);
	check_long("@everyone ", 4000);
	check_long(FIRE, 10000);
	check_long("\xe6\xbc\xa2", 20000);
	check_long("\"", 40000);
	check_long("a\n", 20000);
	check_long("e\xcc\x81", 13000);
	check_long("\xcc\x81", 2000);
	check_long("\xff", 40000);
}

/* A cut text ends in a whole character, and an ellipsis. */
static void
test_cut(void **state)
{
	static const char *const whole[] = {FIRE,
		"\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x9a\x92", "e\xcc\x81"};
	struct play *p = news_play();
	struct news n = news_from(p, 0);
	const struct channel *c = channel_of(p->arena, rows[0].lines);

	(void)state;
	for (int lead = 140; lead < 152; lead++)
		for (size_t k = 0; k < 3; k++) {
			char head[400] = "";
			struct request r = {.argv = NULL};
			const char *cut;

			memset(head, 'x', (size_t)lead);
			for (int i = 0; i < 12; i++)
				memcpy(head + strlen(head), whole[k],
					strlen(whole[k]) + 1);
			n.headline = head;
			assert_true(c->adapter->build(c, &n, p->arena, &r,
				NULL));
			cut = strstr(r.http.body, "\xe2\x80\xa6");
			assert_non_null(cut);
			if (cut[-1] != 'x' && strncmp(cut - strlen(whole[k]),
			    whole[k], strlen(whole[k])) != 0)
				fail_msg("%d %zu: %.30s", lead, k, cut - 20);
		}
	channel_drop();
	play_free(p);
}

static uint32_t
next(uint32_t *seed)
{
	*seed = *seed * 1664525u + 1013904223u;
	return *seed >> 16;
}

/* Random bytes among pieces that are special somewhere. */
static void
test_random(void **state)
{
	static const char *const pieces[] = {"<", "!", "@", "channel", "&",
		"here", "everyone", "room", "\r\n", "](h", "\"", "\\", FIRE,
		"\xe2\x80\x8d", "\xcc\x81", "=?", "Bcc: ", ">", "all", "at>"};
	uint32_t seed = 17;
	int count = sizeof(pieces) / sizeof(*pieces);

	(void)state;
	for (int round = 0; round < 60; round++) {
		int n = (int)(next(&seed) % (round % 10 ? 60 : 6000));
		struct str s = {0};

		while (n--) {
			int k = (int)(next(&seed) % (2u * (unsigned)count));

			if (k < count)
				str_add(&s, pieces[k]);
			else
				str_addc(&s, (char)(next(&seed) % 255 + 1));
		}
		check_all(str_get(&s));
		str_release(&s);
	}
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_hostile),
		cmocka_unit_test(test_long),
		cmocka_unit_test(test_cut),
		cmocka_unit_test(test_random),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
