#include "unit/conf/loads.h"

#include "base/mem.h"
#include "base/str.h"
#include "base/when.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

static bool
even_check(const char *value, struct err *err)
{
	if (strlen(value) % 2 == 0)
		return true;
	return err_set(err, ERR_USAGE, "'%s' has an odd length", value);
}

static bool
span_check(const char *value, struct err *err)
{
	when_ms span;

	return when_parse_span(value, &span, err);
}

static const struct conf_option first_rows[] = {
	{.name = "me", .type = CONF_TEXT, .help = "who acts",
		.example = "ana"},
	{.name = "store", .type = CONF_TEXT, .fallback = "here",
		.help = "where the log is"},
	{.name = "level", .type = CONF_INT, .fallback = "3", .min = 1,
		.max = 9, .help = "how much"},
	{.name = "any", .type = CONF_INT, .fallback = "-1",
		.help = "any number"},
	{.name = "loud", .type = CONF_BOOL, .fallback = "no",
		.help = "whether to be loud"},
	{.name = "wait", .type = CONF_TEXT, .fallback = "90s",
		.check = span_check, .help = "how long"},
	{.name = "mode", .type = CONF_TEXT, .fallback = "calm",
		.choices = "calm|dense", .help = "how it looks"},
	{.name = "pair", .type = CONF_TEXT, .check = even_check,
		.example = "ab", .help = "a text of even length"},
	{.name = "names", .type = CONF_LIST, .fallback = "a 'b c'",
		.check = NULL, .help = "some names"},
};

static const struct conf_option second_rows[] = {
	{.section = "numbers", .type = CONF_SECTION, .help = "how soon"},
	{.section = "numbers", .name = "can", .type = CONF_LIST, .min = 4,
		.max = 4, .fallback = "10m 15m 30m -", .help = "reports"},
	{.section = "numbers", .name = "pairs", .type = CONF_LIST,
		.check = even_check, .fallback = "ab", .min = 1, .max = 3,
		.help = "even ones"},
	{.section = "person", .type = CONF_TITLED, .check = even_check,
		.example = "raja", .help = "somebody"},
	{.section = "person", .name = "field", .type = CONF_TEXT,
		.fallback = "none", .help = "what they know"},
	{.section = "person", .name = "on-call", .type = CONF_BOOL,
		.fallback = "false", .help = "whether they are"},
};

#define ROWS(a) {(a), (int)(sizeof(a) / sizeof(*(a)))}

const struct conf_table loads_tables[2] = {
	ROWS(first_rows), ROWS(second_rows),
};

int
loads_begin(void **state)
{
	*state = mem_new(sizeof(struct folder));
	folder_make(*state);
	return 0;
}

int
loads_end(void **state)
{
	folder_remove(*state);
	free(*state);
	return 0;
}

struct conf *
loads(void **state, const char *text)
{
	char *path = folder_path(*state, "main.conf");
	struct err err = {0};
	struct conf *c;

	folder_write(*state, "main.conf", text);
	c = conf_load(path, loads_tables, 2, &err);
	if (!c)
		fail_msg("%s", err.text);
	free(path);
	return c;
}

void
loads_not_file(void **state, const char *name, const char *want)
{
	const struct folder *f = *state;
	char *path = folder_path(f, name);
	struct str expected = {0};
	struct err err = {0};

	for (; *want; want++)
		if (*want == '@')
			str_add(&expected, f->path);
		else
			str_addc(&expected, *want);
	assert_null(conf_load(path, loads_tables, 2, &err));
	assert_int_equal(err.code, ERR_USAGE);
	assert_string_equal(err.text, str_get(&expected));
	str_release(&expected);
	free(path);
}

void
loads_not(void **state, const char *text, const char *want)
{
	folder_write(*state, "main.conf", text);
	loads_not_file(state, "main.conf", want);
}
