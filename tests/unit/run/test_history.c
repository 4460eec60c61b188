/* The lines of the prompt on the disk. */
#include "run/history.h"

#include "base/str.h"
#include "lib/folder.h"

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

static struct folder folder;

static int
begin(void **state)
{
	(void)state;
	folder_make(&folder);
	setenv("XDG_STATE_HOME", folder.path, 1);
	return 0;
}

static int
end(void **state)
{
	(void)state;
	folder_remove(&folder);
	return 0;
}

static void
add_line(void *ctx, const char *line)
{
	str_addf(ctx, "%s\n", line);
}

static void
assert_kept(const char *lines)
{
	struct str got = {0};

	history_read(add_line, &got);
	assert_string_equal(str_get(&got), lines);
	str_release(&got);
}

static int
count(void)
{
	struct str got = {0};
	int n = 0;

	history_read(add_line, &got);
	for (const char *s = str_get(&got); *s; s++)
		n += *s == '\n';
	str_release(&got);
	return n;
}

static void
test_lines_are_there_the_next_time(void **state)
{
	struct stat st;
	char *path = folder_path(&folder, "fireground/history");

	(void)state;
	assert_kept("");
	assert_true(history_add("status"));
	assert_true(history_add("page raj "));
	assert_true(history_add("page raj "));
	assert_true(history_add("status"));
	assert_kept("status\npage raj \nstatus\n");
	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	free(path);
}

static void
test_what_is_no_line_is_not_kept(void **state)
{
	char longer[600];

	(void)state;
	memset(longer, 'x', sizeof(longer));
	longer[599] = '\0';
	history_add("");
	history_add("a\nb");
	history_add("a\033[2J");
	history_add("\xff\xfe");
	history_add(longer);
	assert_kept("");
}

static void
test_what_others_put_into_the_file_does_no_harm(void **state)
{
	(void)state;
	history_add("status");
	folder_write(&folder, "fireground/history",
		"status\n\033]0;x\007\n\xff\n\nlog\nno end");
	assert_kept("status\nlog\nno end\n");
	assert_true(history_add("brief"));
	assert_kept("status\nlog\nno end\nbrief\n");
}

static void
test_a_file_of_rubbish_does_not_keep_lines_away(void **state)
{
	struct str much = {0};
	struct stat st;
	char *path = folder_path(&folder, "fireground/history");

	(void)state;
	history_add("status");
	while (much.len < 300000)
		str_addf(&much, "%c%c\n%c", '\xff', 7, '\xc3');
	str_add(&much, "\nlog\n");
	folder_write(&folder, "fireground/history", str_get(&much));
	str_release(&much);
	assert_kept("log\n");
	assert_int_equal(stat(path, &st), 0);
	assert_true(st.st_size < 1000);
	assert_true(history_add("brief"));
	assert_kept("log\nbrief\n");
	free(path);
}

static void
test_a_nul_hides_no_line(void **state)
{
	char *path = folder_path(&folder, "fireground/history");
	FILE *file;

	(void)state;
	history_add("status");
	file = fopen(path, "a");
	assert_non_null(file);
	assert_int_equal(fwrite("a\0b\nlog\n", 1, 8, file), 8);
	fclose(file);
	assert_kept("status\nlog\n");
	free(path);
}

static void
test_it_is_closed_to_others(void **state)
{
	struct stat st;
	char *path = folder_path(&folder, "fireground/history");

	(void)state;
	history_add("status");
	assert_int_equal(chmod(path, 0644), 0);
	assert_kept("status\n");
	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	free(path);
}

static void
test_a_link_to_another_file_is_left_alone(void **state)
{
	char *path = folder_path(&folder, "fireground/history");
	char *other = folder_path(&folder, "other");
	struct stat st;

	(void)state;
	history_add("status");
	folder_write(&folder, "other", "log\n");
	assert_int_equal(unlink(path), 0);
	assert_int_equal(symlink(other, path), 0);
	assert_false(history_add("brief"));
	assert_kept("");
	assert_int_equal(stat(other, &st), 0);
	assert_int_equal(st.st_size, 4);
	free(other);
	free(path);
}

static void
test_who_holds_the_file_stops_nobody(void **state)
{
	char *path = folder_path(&folder, "fireground/history");
	int fd;

	(void)state;
	history_add("status");
	fd = open(path, O_RDONLY);
	assert_true(fd >= 0);
	assert_int_equal(flock(fd, LOCK_EX), 0);
	assert_true(history_add("brief"));
	assert_kept("status\nbrief\n");
	close(fd);
	free(path);
}

static void
test_only_the_newest_are_kept(void **state)
{
	char line[32];

	(void)state;
	for (int i = 0; i < 3 * HISTORY_LINES; i++) {
		snprintf(line, sizeof(line), "log --last %d", i);
		assert_true(history_add(line));
		if (i % 50 == 0)
			assert_true(count() <= HISTORY_LINES);
	}
	assert_int_equal(count(), HISTORY_LINES);
	snprintf(line, sizeof(line), "log --last %d", 3 * HISTORY_LINES - 1);
	assert_true(history_add(line));
	assert_int_equal(count(), HISTORY_LINES);
}

static void
test_several_programs_add_at_once_and_lose_nothing(void **state)
{
	char line[32];
	int status, writers = 6, each = 30;

	(void)state;
	for (int w = 0; w < writers; w++) {
		if (fork())
			continue;
		for (int i = 0; i < each; i++) {
			snprintf(line, sizeof(line), "log --last %d",
				w * 100 + i);
			if (!history_add(line))
				_exit(1);
		}
		_exit(0);
	}
	for (int w = 0; w < writers; w++) {
		assert_true(wait(&status) > 0);
		assert_int_equal(status, 0);
	}
	assert_int_equal(count(), writers * each);
}

static void
test_without_a_place_nothing_is_kept_and_nothing_breaks(void **state)
{
	(void)state;
	folder_write(&folder, "file", "x");
	setenv("XDG_STATE_HOME", "/dev/null/nowhere", 1);
	assert_false(history_add("status"));
	assert_kept("");
}

#define TEST(fn) cmocka_unit_test_setup_teardown(fn, begin, end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_lines_are_there_the_next_time),
		TEST(test_what_is_no_line_is_not_kept),
		TEST(test_what_others_put_into_the_file_does_no_harm),
		TEST(test_a_file_of_rubbish_does_not_keep_lines_away),
		TEST(test_a_nul_hides_no_line),
		TEST(test_it_is_closed_to_others),
		TEST(test_a_link_to_another_file_is_left_alone),
		TEST(test_who_holds_the_file_stops_nobody),
		TEST(test_only_the_newest_are_kept),
		TEST(test_several_programs_add_at_once_and_lose_nothing),
		TEST(test_without_a_place_nothing_is_kept_and_nothing_breaks),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
