#include "unit/conf/loads.h"

#include "base/mem.h"
#include "base/str.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

static const char every_type[] =
	"me = ana\n"
	"store = \"sqlite:/srv/a b.db\" level = 7\n"
	"loud = on /* one\n"
	"comment */ wait = 1h30m\n"
	"// another\n"
	"mode = 'dense' # a third\n"
	"names = {x,\n"
	"\t\"y z\"}\n"
	"numbers {\n"
	"\tcan = {1m, 2m, 3m, \"-\"}\n"
	"}\n"
	"person \"raja\" { field = database on-call = yes }\n"
	"person lila { }\n";

static void
test_values_of_every_type_are_read(void **state)
{
	struct conf *c = loads(state, every_type);
	const struct words *names = conf_list(c, NULL, NULL, "names");
	const struct words *can = conf_list(c, "numbers", NULL, "can");

	assert_string_equal(conf_text(c, NULL, NULL, "me"), "ana");
	assert_string_equal(conf_text(c, NULL, NULL, "store"),
		"sqlite:/srv/a b.db");
	assert_int_equal(conf_int(c, NULL, NULL, "level"), 7);
	assert_true(conf_bool(c, NULL, NULL, "loud"));
	assert_string_equal(conf_text(c, NULL, NULL, "wait"), "1h30m");
	assert_string_equal(conf_text(c, NULL, NULL, "mode"), "dense");
	assert_int_equal(names->n, 2);
	assert_string_equal(names->v[1], "y z");
	assert_null(names->v[2]);
	assert_int_equal(can->n, 4);
	assert_string_equal(can->v[3], "-");
	assert_string_equal(conf_text(c, "person", "raja", "field"),
		"database");
	assert_true(conf_bool(c, "person", "raja", "on-call"));
	conf_free(c);
}

static void
test_what_the_file_does_not_say_has_its_default(void **state)
{
	struct conf *c = conf_load(NULL, loads_tables, 2, NULL);

	(void)state;
	assert_null(conf_text(c, NULL, NULL, "me"));
	assert_string_equal(conf_text(c, NULL, NULL, "store"), "here");
	assert_int_equal(conf_int(c, NULL, NULL, "any"), -1);
	assert_false(conf_bool(c, NULL, NULL, "loud"));
	assert_string_equal(conf_text(c, NULL, NULL, "wait"), "90s");
	assert_string_equal(conf_list(c, NULL, NULL, "names")->v[1], "b c");
	assert_string_equal(conf_text(c, "person", "nobody", "field"), "none");
	assert_null(conf_title(c, "person", 0));
	assert_null(conf_where(c, NULL, NULL, "store"));
	conf_free(c);
}

static void
test_titles_come_in_the_order_of_the_file(void **state)
{
	struct conf *c = loads(state, "person zoez { on-call = true }\n"
		"person ana_ { } person bobo { }\n"
		"person ana_ { field = web }\n");

	assert_string_equal(conf_title(c, "person", 0), "zoez");
	assert_string_equal(conf_title(c, "person", 1), "ana_");
	assert_string_equal(conf_title(c, "person", 2), "bobo");
	assert_null(conf_title(c, "person", 3));
	assert_string_equal(conf_text(c, "person", "ana_", "field"), "web");
	conf_free(c);
}

static void
where_is(struct conf *c, const char *want, const char *title,
	const char *option)
{
	const char *where = conf_where(c, title ? "person" : NULL, title,
		option);

	assert_non_null(where);
	assert_non_null(strrchr(where, '/'));
	assert_string_equal(strrchr(where, '/') + 1, want);
}

static void
test_each_value_knows_its_file_and_line(void **state)
{
	struct conf *c;

	folder_write(*state, "team.conf", "\nperson raja {\n\n"
		"field = web }\nme = lila");
	c = loads(state, "/* two\nlines */ level = 2 # 2\n"
		"include(\"team.conf\") loud = true\n"
		"names = {a,\nb}\nperson lila {\n}\nwait = 3s");
	where_is(c, "main.conf:2", NULL, "level");
	where_is(c, "team.conf:2", "raja", NULL);
	where_is(c, "team.conf:4", "raja", "field");
	where_is(c, "team.conf:5", NULL, "me");
	where_is(c, "main.conf:3", NULL, "loud");
	where_is(c, "main.conf:4", NULL, "names");
	where_is(c, "main.conf:6", "lila", NULL);
	where_is(c, "main.conf:8", NULL, "wait");
	conf_free(c);
}

static void
test_a_later_file_replaces_what_an_earlier_one_said(void **state)
{
	struct conf *c;

	folder_write(*state, "team.conf", "store = there\nlevel = 4\n"
		"names = {x, y}\nperson raja { field = web on-call = on }\n");
	c = loads(state, "include('team.conf')\nlevel = 5\n"
		"names += {z}\nperson raja { field = db }\n");
	assert_string_equal(conf_text(c, NULL, NULL, "store"), "there");
	assert_int_equal(conf_int(c, NULL, NULL, "level"), 5);
	where_is(c, "main.conf:2", NULL, "level");
	assert_int_equal(conf_list(c, NULL, NULL, "names")->n, 3);
	assert_string_equal(conf_text(c, "person", "raja", "field"), "db");
	assert_true(conf_bool(c, "person", "raja", "on-call"));
	conf_free(c);
}

static void
test_variables_of_the_environment_are_put_in(void **state)
{
	struct conf *c;

	setenv("FG_TEST_DIR", "/srv/fg", 1);
	unsetenv("FG_TEST_NONE");
	c = loads(state, "store = \"sqlite:${FG_TEST_DIR}/a\"\n"
		"me = ${FG_TEST_DIR}\n"
		"names = {\"${FG_TEST_NONE:-b c}\", '${HOME}',"
		" \"\\${HOME} $5\"}\n");
	assert_string_equal(conf_text(c, NULL, NULL, "store"),
		"sqlite:/srv/fg/a");
	assert_string_equal(conf_text(c, NULL, NULL, "me"), "/srv/fg");
	assert_string_equal(conf_list(c, NULL, NULL, "names")->v[0], "b c");
	assert_string_equal(conf_list(c, NULL, NULL, "names")->v[1],
		"${HOME}");
	assert_string_equal(conf_list(c, NULL, NULL, "names")->v[2],
		"${HOME} $5");
	conf_free(c);
}

static void
test_escapes_and_long_lines_make_one_text(void **state)
{
	struct conf *c = loads(state, "\xEF\xBB\xBFme = \"a\\n\\t\\\"\\\\ \\\r\n"
		"  ünï\"\r\nstore = 'it\\'s \"here\"'\r\n");

	assert_string_equal(conf_text(c, NULL, NULL, "me"),
		"a\n\t\"\\   ünï");
	assert_string_equal(conf_text(c, NULL, NULL, "store"),
		"it's \"here\"");
	where_is(c, "main.conf:3", NULL, "store");
	conf_free(c);
}

static void
test_a_url_needs_no_quotes_but_a_fragment_does(void **state)
{
	struct conf *c = loads(state, "me = https://x.example/y?z\n");

	assert_string_equal(conf_text(c, NULL, NULL, "me"),
		"https://x.example/y?z");
	conf_free(c);
	loads_not(state, "\nme = https://x.example/#y\n", "@/main.conf:2: # "
		"cannot stand here; put the whole text in quotes");
}

/* Takes the comment sign off every option of a starter. */
static char *
starter_open(const char *starter)
{
	struct str out = {0};
	bool start = true;

	for (const char *p = starter; *p; p++) {
		if (start && p[0] == '#' && p[1] != ' ')
			p++;
		str_addc(&out, *p);
		start = *p == '\n';
	}
	return str_take(&out);
}

static void
test_the_starter_says_nothing_until_its_lines_are_opened(void **state)
{
	struct str starter = {0};
	char *open;
	struct conf *c;

	conf_starter(loads_tables, 2, &starter);
	c = loads(state, str_get(&starter));
	assert_null(conf_where(c, NULL, NULL, "store"));
	assert_null(conf_title(c, "person", 0));
	conf_free(c);
	open = starter_open(str_get(&starter));
	c = loads(state, open);
	assert_string_equal(conf_text(c, NULL, NULL, "me"), "ana");
	assert_non_null(conf_where(c, "numbers", NULL, "can"));
	assert_string_equal(conf_list(c, NULL, NULL, "names")->v[1], "b c");
	assert_string_equal(conf_title(c, "person", 0), "raja");
	conf_free(c);
	free(open);
	str_release(&starter);
}

static void
test_the_dump_is_a_config_with_the_same_values(void **state)
{
	struct str first = {0};
	struct str second = {0};
	struct conf *c = loads(state, every_type);
	const char *a;
	const char *b;

	conf_dump(c, &first);
	conf_free(c);
	assert_non_null(strstr(str_get(&first), "\ton-call = yes # "));
	assert_non_null(strstr(str_get(&first), "any = -1 # default\n"));
	assert_non_null(strstr(str_get(&first), "# pair is not set\n"));
	c = loads(state, str_get(&first));
	conf_dump(c, &second);
	conf_free(c);
	/* The same but for the places behind the values. */
	for (a = str_get(&first), b = str_get(&second); *a && *b;) {
		size_t n = strcspn(a, "#\n");

		assert_int_equal(strcspn(b, "#\n"), n);
		assert_memory_equal(a, b, n);
		a += strcspn(a, "\n") + 1;
		b += strcspn(b, "\n") + 1;
	}
	assert_int_equal(*a, *b);
	str_release(&first);
	str_release(&second);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_values_of_every_type_are_read),
		cmocka_unit_test(
			test_what_the_file_does_not_say_has_its_default),
		cmocka_unit_test(test_titles_come_in_the_order_of_the_file),
		cmocka_unit_test(test_each_value_knows_its_file_and_line),
		cmocka_unit_test(
			test_a_later_file_replaces_what_an_earlier_one_said),
		cmocka_unit_test(test_variables_of_the_environment_are_put_in),
		cmocka_unit_test(test_escapes_and_long_lines_make_one_text),
		cmocka_unit_test(
			test_a_url_needs_no_quotes_but_a_fragment_does),
		cmocka_unit_test(
			test_the_starter_says_nothing_until_its_lines_are_opened),
		cmocka_unit_test(
			test_the_dump_is_a_config_with_the_same_values),
	};

	return cmocka_run_group_tests(tests, loads_begin, loads_end);
}
