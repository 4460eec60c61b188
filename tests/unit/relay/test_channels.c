/* What the config may say of channels, and what is said of the rest. */
#include "unit/relay/golden.h"

#include "base/mem.h"
#include "base/str.h"
#include "conf/conf.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#define MAIL "adapter = email\nurl = 'smtp://mail.example.com'\n" \
	"from = 'a@example.com'\n"

/* Each is refused, at that line of the file, with these words. */
static const struct {
	int line;
	const char *words, *text;
} wrong[] = {
	{2, "adapter is one of slack, mattermost", "adapter = slak"},
	{1, "adapter is one of", "url = 'https://example.com'"},
	{3, "begins with https://", "adapter = slack\n"
		"url = 'http://hooks.slack.com/x'"},
	{3, "blanks", "adapter = slack\nurl = 'https://a b'"},
	{3, "say the same", "adapter = slack\nurl = 'https://a'\n"
		"url-command = 'pass x'"},
	{3, "carries no news called 'declard', but declared, stage",
		"adapter = slack\nnews = {stage, declard}"},
	{4, "pagerduty carries no news called 'stage', but page, stand-down",
		"adapter = pagerduty\nrouting-key = k\nnews = stage"},
	{3, "write company", "adapter = slack\naudience = compny"},
	{3, "smtp://HOST:587", "adapter = email\nurl = 'https://mail'\n"
		"from = 'a@example.com'\nto = 'b@example.com'"},
	{1, "needs from", "adapter = email\nurl = 'smtp://mail'\nto = 'b@x'"},
	{1, "needs to = {all@example.com}", MAIL},
	{5, "'b' is no mail address", MAIL "to = {'a@example.com', 'b'}"},
	{5, "without a name or brackets", MAIL "to = 'B <b@example.com>'"},
	{4, "is no mail address", "adapter = email\nurl = 'smtp://mail'\n"
		"from = 'a@exa mple.com'\nto = 'b@example.com'"},
	{5, "write at most 20", MAIL "to = {'a@b', 'a@b', 'a@b', 'a@b', 'a@b',"
		" 'a@b', 'a@b', 'a@b', 'a@b', 'a@b', 'a@b', 'a@b', 'a@b',"
		" 'a@b', 'a@b', 'a@b', 'a@b', 'a@b', 'a@b', 'a@b', 'a@b'}"},
	{5, "begins with !", "adapter = matrix\nurl = 'https://m'\ntoken = t\n"
		"room = '#ops:example.com'"},
	{1, "needs room", "adapter = matrix\nurl = 'https://m'\ntoken = t"},
	{4, "the page's id", "adapter = statuspage\ntoken = t\n"
		"page = 'https://manage.statuspage.io/pages/abc'"},
	{5, "no id of a component", "adapter = statuspage\ntoken = t\n"
		"page = abc\ncomponents = {'Check out'}"},
	{1, "needs page", "adapter = statuspage\ntoken = t"},
	{1, "needs a program", "adapter = exec"},
	{3, "whole path", "adapter = exec\nprogram = {tell}"},
	{4, "whsec_ and 24 to 64", "adapter = webhook\nurl = 'https://h'\n"
		"secret = 'whsec_c2hvcnQ='"},
	{4, "whsec_ and 24 to 64", "adapter = webhook\nurl = 'https://h'\n"
		"secret = 'hunter2'"},
};

/* The config, which the channels' texts belong to; NULL with @err. */
static struct conf *
load(struct arena *a, const char *lines, struct channels *out,
	struct err *err)
{
	char path[] = "/tmp/fg-channels-XXXXXX";
	int fd = mkstemp(path);
	char *text = arena_printf(a, "channel it {\n%s\n}\n", lines);
	struct conf *conf;

	assert_true(fd >= 0);
	assert_int_equal(write(fd, text, strlen(text)), strlen(text));
	close(fd);
	conf = conf_load(path, &relay_options, 1, err);
	unlink(path);
	if (conf && channels_load(out, conf, a, err))
		return conf;
	conf_free(conf);
	return NULL;
}

static void
test_wrong(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++) {
		struct arena *a = arena_new(0);
		struct channels list;
		struct err err = {0};
		const char *colon;

		if (load(a, wrong[i].text, &list, &err))
			fail_msg("taken: %s", wrong[i].text);
		assert_int_equal(err.code, ERR_USAGE);
		colon = strchr(err.text, ':');
		if (!strstr(err.text, wrong[i].words) || !colon ||
		    strtol(colon + 1, NULL, 10) != wrong[i].line)
			fail_msg("%s\nsays: %s", wrong[i].text, err.text);
		arena_free(a);
	}
}

static void
test_right(void **state)
{
	static const char *const texts[] = {
		"adapter = slack\nurl-command = 'pass x'",
		"adapter = Mattermost\nurl = 'http://127.0.0.1:8065/hooks/x'",
		"adapter = webhook\nurl = 'http://localhost:1/'",
		"adapter = webhook\nurl = 'http://[::1]:1/'",
		MAIL "news = {page, stand-down}",
		MAIL "to = {'x.y+z@mail.example.co.uk', \"o'neil@xn--p1ai\"}",
		("adapter = slack\nurl = 'https://a'\naudience = {legal,"
		" company}\nnews = {declared, stage}"),
		"adapter = pagerduty\nrouting-key-command = 'pass pd'",
		"adapter = exec\nprogram = {'/bin/tell', '-x'}",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		struct arena *a = arena_new(0);
		struct channels list;
		struct err err = {0};
		struct conf *conf = load(a, texts[i], &list, &err);

		if (!conf)
			fail_msg("%s", err.text);
		assert_int_equal(list.n, 1);
		assert_true(channel_takes(&list.v[0], NEWS_TEST, "company"));
		conf_free(conf);
		arena_free(a);
	}
}

/* What is not unlocked yet is lacking, but for what only reads. */
static void
test_lacks(void **state)
{
	static const struct { const char *lines, *lacks; } rows[] = {
		{"adapter = slack\nurl-command = x", "url"},
		{"adapter = slack\nurl = 'https://a'", NULL},
		{"adapter = webhook\nurl = 'https://a'\nsecret-command = x",
			"secret"},
		{"adapter = pagerduty\nrouting-key = k\napi-key-command = x",
			NULL},
		{"adapter = exec\nprogram = '/bin/x'", NULL},
		{MAIL "to = 'a@b'\npassword-command = x", "password"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct arena *a = arena_new(0);
		const struct channel *c = channel_of(a, rows[i].lines);
		const char *lacks = channel_lacks(c);

		assert_int_equal(!lacks, !rows[i].lacks);
		if (lacks)
			assert_string_equal(lacks, rows[i].lacks);
		channel_drop();
		arena_free(a);
	}
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_wrong),
		cmocka_unit_test(test_right),
		cmocka_unit_test(test_lacks),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
