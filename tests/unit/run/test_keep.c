/* Texts that outlive the program. */
#include "run/keep.h"

#include "base/hash.h"
#include "base/str.h"
#include "lib/folder.h"

#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <cmocka.h>

/* What is found for @store now; the keep that found it is in *@k. */
static void
assert_found(struct keep **k, const char *store, const char *text)
{
	struct str found = {0};

	*k = keep_open(store, &found);
	assert_non_null(*k);
	assert_string_equal(str_get(&found), text);
	str_release(&found);
}

static void
test_the_next_one_finds_what_was_saved_last(void **state)
{
	struct keep *k;

	(void)state;
	assert_found(&k, "sqlite:/a.db", "");
	assert_true(keep_save(k, "one and more\n"));
	assert_true(keep_save(k, "two\n"));
	keep_close(k);
	/* Texts of another store are none of ours. */
	assert_found(&k, "sqlite:/b.db", "");
	keep_close(k);
	assert_found(&k, "sqlite:/a.db", "two\n");
	/* Until it is saved anew nothing is forgotten. */
	keep_close(k);
	assert_found(&k, "sqlite:/a.db", "two\n");
	assert_true(keep_save(k, ""));
	keep_close(k);
	assert_found(&k, "sqlite:/a.db", "");
	keep_close(k);
}

static void
test_what_a_living_one_holds_is_left_alone(void **state)
{
	struct keep *one, *two;
	struct str found = {0};

	(void)state;
	assert_found(&one, "sqlite:/c.db", "");
	assert_true(keep_save(one, "mine\n"));
	assert_found(&two, "sqlite:/c.db", "");
	assert_true(keep_save(two, "other\n"));
	keep_close(one);
	keep_close(two);
	one = keep_open("sqlite:/c.db", &found);
	assert_non_null(strstr(str_get(&found), "mine\n"));
	assert_non_null(strstr(str_get(&found), "other\n"));
	str_release(&found);
	assert_true(keep_save(one, ""));
	keep_close(one);
}

/* Who may do what with the one file that there is. */
static int
file_mode(void)
{
	char path[600];
	DIR *dir;
	const struct dirent *d;
	struct stat st;
	int mode = 0;

	snprintf(path, sizeof(path), "%s/fireground/parked",
		getenv("XDG_STATE_HOME"));
	dir = opendir(path);
	assert_non_null(dir);
	while ((d = readdir(dir)))
		if (*d->d_name != '.' &&
		    fstatat(dirfd(dir), d->d_name, &st, 0) == 0)
			mode = st.st_mode & 0777;
	closedir(dir);
	return mode;
}

static void
test_a_crash_loses_nothing_and_nobody_else_can_read_it(void **state)
{
	struct keep *k;
	pid_t pid;
	int status;

	(void)state;
	pid = fork();
	if (!pid) {
		assert_found(&k, "sqlite:/d.db", "");
		keep_save(k, "half\n");
		_exit(0);
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_found(&k, "sqlite:/d.db", "half\n");
	assert_int_equal(file_mode(), 0600);
	assert_true(keep_save(k, ""));
	keep_close(k);
}

static int
make_home(void **state)
{
	static struct folder home;

	folder_make(&home);
	*state = &home;
	return !hash_init() || setenv("XDG_STATE_HOME", home.path, 1) != 0;
}

static int
remove_home(void **state)
{
	folder_remove(*state);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_the_next_one_finds_what_was_saved_last),
		cmocka_unit_test(test_what_a_living_one_holds_is_left_alone),
		cmocka_unit_test(
			test_a_crash_loses_nothing_and_nobody_else_can_read_it),
	};

	return cmocka_run_group_tests(tests, make_home, remove_home);
}
