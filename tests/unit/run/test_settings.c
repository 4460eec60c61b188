#include "run/settings.h"

#include "base/str.h"
#include "lib/folder.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define SUMMER INT64_C(1782000000000) /* 2026-06-21 */
#define WINTER INT64_C(1766500000000) /* 2025-12-23 */

struct place {
	struct folder folder;
	char *file;
};

static int
place_begin(void **state)
{
	static struct place p;

	folder_make(&p.folder);
	p.file = folder_path(&p.folder, "main.conf");
	setenv("HOME", p.folder.path, 1);
	unsetenv("XDG_CONFIG_HOME");
	unsetenv("XDG_DATA_HOME");
	*state = &p;
	return 0;
}

static int
place_end(void **state)
{
	struct place *p = *state;

	folder_remove(&p->folder);
	free(p->file);
	return 0;
}

static struct settings *
settings_of(void **state, const char *text)
{
	struct place *p = *state;
	struct err err = {0};
	struct settings *s;

	folder_write(&p->folder, "main.conf", text);
	s = settings_load(p->file, WINTER, &err);
	if (!s)
		fail_msg("%s", err.text);
	return s;
}

/* The sentence with which @text is refused, without the folder. */
static void
refused(void **state, const char *text, const char *want)
{
	struct place *p = *state;
	struct err err = {0};
	size_t n = strlen(p->folder.path) + 1;

	folder_write(&p->folder, "main.conf", text);
	assert_null(settings_load(p->file, WINTER, &err));
	assert_int_equal(err.code, ERR_USAGE);
	assert_memory_equal(err.text, p->folder.path, n - 1);
	assert_string_equal(err.text + n, want);
}

static void
test_without_a_file_all_is_there(void **state)
{
	struct place *p = *state;
	struct settings *s = settings_load("none", WINTER, NULL);
	char *url;
	struct numbers all;

	assert_non_null(s);
	numbers_init(&all);
	assert_memory_equal(&s->numbers, &all, sizeof(all));
	assert_string_equal(s->me, "");
	assert_string_equal(s->bridge, "");
	assert_string_equal(s->theme, "default");
	assert_int_equal(s->wall_turn, 20 * WHEN_SECOND);
	assert_false(s->shared);
	assert_int_equal(s->idle, 5 * WHEN_MINUTE);
	assert_null(s->zone);
	assert_int_equal(s->zone_min, 0);
	assert_true(strlen(s->protocol) > 40);
	assert_int_equal(s->roster.n, 0);
	assert_int_equal(s->n_keys, 0);
	assert_null(s->file);
	url = folder_path(&p->folder, ".local/share/fireground/fireground.db");
	assert_true(str_starts(s->store, "sqlite:"));
	assert_string_equal(s->store + strlen("sqlite:"), url);
	free(url);
	settings_free(s);
}

static void
test_every_setting_is_read(void **state)
{
	struct settings *s = settings_of(state,
		"me = ana\n"
		"store = \"sqlite:/srv/fg/fg.db\"\n"
		"bridge = \"https://meet.example.com/inc-%n\"\n"
		"protocol = \"one voice\"\n"
		"theme = night\n"
		"shared = true\n"
		"idle = 90s\n"
		"zone = \"+05:30\"\n"
		"numbers {\n"
		"\tcan = {5m, \"10m\", \"1h30m\", \"-\"}\n"
		"\tslower = 2\n"
		"\tspan = {4, 6}\n"
		"\ttake-back = 20s\n"
		"}\n"
		"person raj { field = database zone = \"Europe/Berlin\"\n"
		"\ton-call = true phone = \"+44 20\" page = \"raj@x\" }\n"
		"person mei { field = customers on-call = yes }\n"
		"key \"C-n\" { command = \"note \" }\n"
		"key \"g g\" { command = \"move home\" }\n"
		"wall-turn = 5\n");
	const struct person *raj = roster_find(&s->roster, "Raj");

	assert_string_equal(s->me, "ana");
	assert_string_equal(s->store, "sqlite:/srv/fg/fg.db");
	assert_string_equal(s->bridge, "https://meet.example.com/inc-%n");
	assert_string_equal(s->protocol, "one voice");
	assert_string_equal(s->theme, "night");
	assert_int_equal(s->wall_turn, 5 * WHEN_SECOND);
	assert_true(s->shared);
	assert_int_equal(s->idle, 90 * WHEN_SECOND);
	assert_string_equal(s->zone, "+05:30");
	assert_int_equal(s->zone_min, 330);
	assert_int_equal(numbers_get(&s->numbers, NUM_CAN, 3),
		90 * WHEN_MINUTE);
	assert_int_equal(numbers_get(&s->numbers, NUM_CAN, 4), 0);
	assert_int_equal(numbers_get(&s->numbers, NUM_SLOWER, 1), 2);
	assert_int_equal(numbers_get(&s->numbers, NUM_SPAN, 2), 6);
	assert_int_equal(numbers_get(&s->numbers, NUM_TAKE_BACK, 1),
		20 * WHEN_SECOND);
	assert_int_equal(numbers_get(&s->numbers, NUM_ACK, 1),
		5 * WHEN_MINUTE);
	assert_int_equal(s->roster.n, 2);
	assert_non_null(raj);
	assert_string_equal(raj->field, "database");
	assert_string_equal(raj->phone, "+44 20");
	assert_string_equal(raj->page, "raj@x");
	assert_true(raj->on_call);
	assert_string_equal(roster_on_call(&s->roster, FIELD_CUSTOMERS,
		NULL)->phone, "");
	assert_int_equal(s->n_keys, 2);
	assert_string_equal(s->keys[0].key, "C-n");
	assert_string_equal(s->keys[0].command, "note ");
	assert_string_equal(strrchr(s->keys[1].where, ':'), ":19");
	settings_free(s);
}

static void
test_a_wrong_number_names_its_line(void **state)
{
	refused(state, "numbers {\n\nack = {5m, 5m, soonish, 1h}\n}",
		"main.conf:3: ack: 'soonish' is no duration: write 90s, "
		"10m, 1h, 1h30m, 3d, or - for none");
	refused(state, "numbers { can = {5m, 5m} }", "main.conf:1: can has 4 "
		"values, not 2");
	refused(state, "numbers { slower = many }", "main.conf:1: slower: "
		"'many' is not a number from 1 to 1000");
	refused(state, "numbers {\nspam = 1 }", "main.conf:2: no option "
		"'spam' in section numbers; is 'span' meant?");
}

static void
test_a_wrong_person_names_its_line(void **state)
{
	refused(state, "\nperson raj { }\nperson Raj { }\n", "main.conf:3: "
		"person Raj is there already, as raj in line 2; names differ "
		"in more than case");
	refused(state, "person raj {\n\non-call = sometimes }\n",
		"main.conf:3: on-call: 'sometimes' is neither true nor false");
	refused(state, "person \"raj k\" { }\n", "main.conf:1: person: a "
		"name has no blanks; write raj-k or rajk");
}

static void
test_a_wrong_key_names_its_line(void **state)
{
	refused(state, "\nkey \"C-n\" { }\n", "main.conf:2: key C-n does "
		"nothing; add command = \"...\"");
	refused(state, "key \"Hyper-n\" { command = x }", "main.conf:1: key: "
		"'Hyper-n' is no key; there are x, X, C-x, A-x, Enter, Tab, F1 "
		"and so on");
	refused(state, "key n { command = \"frob it\" }", "main.conf:1: 'frob it'"
		" is no command: `fireground help` lists them");
	refused(state, "key n {\ncommand = \"need frob\" }", "main.conf:2: "
		"'need frob' is no command: `fireground help` lists them");
	refused(state, "key n { command = \" \" }", "main.conf:1: command: "
		"cannot be empty; leave the option out");
}

static void
test_a_wrong_text_names_its_line(void **state)
{
	char text[1100] = "\nbridge = \"";

	refused(state, "\nme = \"ana smith\"\n", "main.conf:2: me: a name has "
		"no blanks; write raj-k or rajk");
	refused(state, "store = \"\"\n", "main.conf:1: store: cannot be "
		"empty; leave the option out");
	memset(text + strlen(text), 'x', 1001);
	memcpy(text + strlen(text), "\"\n", 3);
	refused(state, text, "main.conf:2: bridge: has 1001 bytes, and may "
		"have 1000");
}

static void
test_a_wrong_zone_names_its_line(void **state)
{
	refused(state, "\nzone = \"+2\"\n", "main.conf:2: zone: '+2' is no "
		"zone; write UTC, local, +02:00 or a name like Europe/Berlin");
	refused(state, "zone = \"../etc\"\n", "main.conf:1: zone: '../etc' is "
		"no zone; write UTC, local, +02:00 or a name like "
		"Europe/Berlin");
	setenv("TZDIR", "/nowhere", 1);
	refused(state, "\nzone = Europe/Atlantis\n", "main.conf:2: there is "
		"no /nowhere/Europe/Atlantis; correct the zone, install "
		"tzdata, or write an offset like +02:00");
	unsetenv("TZDIR");
}

static void
test_a_zone_is_taken_at_the_given_time(void **state)
{
	struct place *p = *state;
	struct settings *s;

	/* A rule instead of a name works without the system's zone files. */
	setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3", 1);
	folder_write(&p->folder, "main.conf", "zone = local\n");
	s = settings_load(p->file, WINTER, NULL);
	assert_string_equal(s->zone, "CET");
	assert_int_equal(s->zone_min, 60);
	settings_free(s);
	s = settings_load(p->file, SUMMER, NULL);
	assert_string_equal(s->zone, "CEST");
	assert_int_equal(s->zone_min, 120);
	settings_free(s);
	unsetenv("TZ");
}

static void
test_a_file_that_is_named_must_exist(void **state)
{
	struct place *p = *state;
	struct err err = {0};
	char *path = folder_path(&p->folder, "nowhere.conf");

	assert_null(settings_load(path, WINTER, &err));
	assert_int_equal(err.code, ERR_USAGE);
	assert_non_null(strstr(err.text, "No such file"));
	free(path);
}

static void
test_the_own_file_is_read_when_there_is_one(void **state)
{
	struct place *p = *state;
	struct settings *s = settings_load(NULL, WINTER, NULL);
	char *path = folder_path(&p->folder, "fireground");

	assert_non_null(s);
	assert_null(s->file);
	settings_free(s);
	setenv("XDG_CONFIG_HOME", p->folder.path, 1);
	assert_int_equal(mkdir(path, 0700), 0);
	free(path);
	folder_write(&p->folder, "fireground/config", "me = lila\n");
	s = settings_load(NULL, WINTER, NULL);
	assert_string_equal(s->me, "lila");
	path = folder_path(&p->folder, "fireground/config");
	assert_string_equal(s->file, path);
	free(path);
	settings_free(s);
	unsetenv("XDG_CONFIG_HOME");
}

static void
test_without_a_home_the_error_says_how_to_go_on(void **state)
{
	struct place *p = *state;
	struct err err = {0};
	struct settings *s;

	unsetenv("HOME");
	assert_null(settings_load(NULL, WINTER, &err));
	assert_string_equal(err.text, "the config cannot be found (--config "
		"none goes on without): HOME is not set to an absolute path; "
		"set it or XDG_CONFIG_HOME");
	s = settings_load("none", WINTER, &err);
	assert_string_equal(s->store, "");
	settings_free(s);
	setenv("HOME", p->folder.path, 1);
}

/* A program that prints a secret: the other way to say the line above it. */
static bool
is_other_way(const char *line)
{
	const char *hit = strstr(line, "-command =");

	return hit && hit < line + strcspn(line, "\n");
}

/* Takes the comment sign off every option of a starter. */
static char *
starter_open(const char *starter)
{
	struct str out = {0};
	bool start = true;

	for (const char *p = starter; *p; p++) {
		if (start && p[0] == '#' && p[1] != ' ' && p[1] != '\n' &&
		    !is_other_way(p))
			p++;
		str_addc(&out, *p);
		start = *p == '\n';
	}
	return str_take(&out);
}

static void
test_the_starter_is_a_config_and_its_defaults_are_ours(void **state)
{
	struct str starter = {0};
	struct settings *s;
	struct numbers all;
	char *open;

	settings_starter(&starter);
	settings_free(settings_of(state, str_get(&starter)));
	open = starter_open(str_get(&starter));
	s = settings_of(state, open);
	numbers_init(&all);
	assert_memory_equal(&s->numbers, &all, sizeof(all));
	assert_string_equal(s->me, "ana");
	assert_int_equal(s->roster.n, 1);
	assert_int_equal(s->n_keys, 1);
	settings_free(s);
	free(open);
	str_release(&starter);
}

static void
test_the_dump_says_where_each_setting_is_from(void **state)
{
	struct settings *s = settings_of(state, "\nme = ana\n");
	struct str dump = {0};

	settings_dump(s, &dump);
	assert_non_null(strstr(str_get(&dump), "/main.conf:2\n"));
	assert_non_null(strstr(str_get(&dump),
		"theme = \"default\" # default\n"));
	assert_non_null(strstr(str_get(&dump), "\tcan = {\"10m\", \"15m\", "
		"\"30m\", \"-\"} # default\n"));
	str_release(&dump);
	settings_free(s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_without_a_file_all_is_there),
		cmocka_unit_test(test_every_setting_is_read),
		cmocka_unit_test(test_a_wrong_number_names_its_line),
		cmocka_unit_test(test_a_wrong_person_names_its_line),
		cmocka_unit_test(test_a_wrong_key_names_its_line),
		cmocka_unit_test(test_a_wrong_text_names_its_line),
		cmocka_unit_test(test_a_wrong_zone_names_its_line),
		cmocka_unit_test(test_a_zone_is_taken_at_the_given_time),
		cmocka_unit_test(test_a_file_that_is_named_must_exist),
		cmocka_unit_test(test_the_own_file_is_read_when_there_is_one),
		cmocka_unit_test(
			test_without_a_home_the_error_says_how_to_go_on),
		cmocka_unit_test(
			test_the_starter_is_a_config_and_its_defaults_are_ours),
		cmocka_unit_test(test_the_dump_says_where_each_setting_is_from),
	};

	return cmocka_run_group_tests(tests, place_begin, place_end);
}
