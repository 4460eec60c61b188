/*
 * What stands at the path: nothing, ours, somebody else's, or damaged.
 */
#include "lib/child.h"
#include "lib/room.h"
#include "store/netfs.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const struct store_options reads = {.read_only = true};
static const struct store_options finds = {.must_exist = true};

static int
enter(void **state)
{
	struct room *room = calloc(1, sizeof(*room));

	room_enter(room);
	*state = room;
	return 0;
}

static int
leave(void **state)
{
	room_leave(*state);
	free(*state);
	return 0;
}

/* Opening @url must fail with @code and a sentence that has @text in it. */
static void
refused(struct room *room, const char *url, const struct store_options *opt,
	const char *text)
{
	struct err err = {.code = ERR_NONE};
	struct store *s = store_open(room->loop, url, opt, &err);

	if (s)
		fail_msg("%s was opened", url);
	if (!strstr(err.text, text))
		fail_msg("'%s' is not in: %s", text, err.text);
	assert_true(err.code == ERR_STORE || err.code == ERR_USAGE);
	/* The caller may have no use for the sentence. */
	assert_null(store_open(room->loop, url, opt, NULL));
}

static void
run(const char *path, const char *sql)
{
	sqlite3 *db;

	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	if (sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK)
		fail_msg("%s: %s", sql, sqlite3_errmsg(db));
	sqlite3_close(db);
}

static mode_t
mode_of(const struct room *room, const char *name)
{
	char *path = folder_path(&room->folder, name);
	struct stat st = {.st_mode = 0};

	if (stat(path, &st) != 0)
		fail_msg("%s is not there", path);
	free(path);
	return st.st_mode & 0777;
}

static void
test_urls_name_a_kind_of_store_and_a_path(void **state)
{
	struct room *room = *state;
	char url[300];

	refused(room, "", NULL, "no store is named");
	refused(room, "sqlite:", NULL, "needs a path");
	refused(room, "memory:shared", NULL, "cannot be shared");
	refused(room, "mysql:/x", NULL, "no kind of store called 'mysql'");
	refused(room, "etcd:https://a:1/p", NULL, "called 'etcd'");
	snprintf(url, sizeof(url), "sqlite:%s", room->path);
	store_close(room_open(room, url, NULL));
	store_close(room_open(room, room->path, &finds));
}

static void
test_a_relative_path_and_a_link_lead_to_the_same_store(void **state)
{
	struct room *room = *state;
	char *link_path = folder_path(&room->folder, "link.db");
	struct room_seen seen;
	struct store *s[2];
	int old = open(".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	assert_int_equal(chdir(room->folder.path), 0);
	s[0] = room_open(room, "./fg.db", NULL);
	assert_int_equal(symlink("fg.db", link_path), 0);
	s[1] = room_open(room, link_path, NULL);
	assert_string_equal(store_name(s[0]), store_name(s[1]));
	room_follow(s[0], &seen, 1, NULL);
	room_add(room, s[1], 1, 1);
	assert_true(room_seen_until(room, &seen, 1, STORE_LIVE));
	store_close(s[0]);
	store_close(s[1]);
	free(link_path);
	assert_int_equal(fchdir(old), 0);
	close(old);
}

static void
test_a_store_is_created_with_its_folders_unless_told_not_to(void **state)
{
	struct room *room = *state;
	char *path = folder_path(&room->folder, "a/b c/fg.db");

	refused(room, path, &finds, "there is no store at");
	refused(room, path, &reads, "there is no store at");
	assert_int_not_equal(access(path, F_OK), 0);
	store_close(room_open(room, path, NULL));
	store_close(room_open(room, path, &finds));
	store_close(room_open(room, path, &reads));
	free(path);
	folder_write(&room->folder, "file", "");
	path = folder_path(&room->folder, "file/fg.db");
	refused(room, path, NULL, "cannot be made");
	free(path);
}

static void
test_the_umask_says_who_may_read_and_write(void **state)
{
	static const mode_t rows[][3] = { /* umask, files, folder */
		{022, 0644, 0755}, {002, 0664, 0775}, {007, 0660, 0770},
		{027, 0640, 0750}, {077, 0600, 0700},
	};
	static const char *const files[] = {"fg.db", "fg.db-wal", "fg.db-shm",
		"fg.db-bell"};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		const struct store_presence me = {.who = "ana"};
		struct room room;
		mode_t old = umask(rows[i][0]);
		struct store *s;

		room_enter(&room);
		s = room_open(&room, room.path, NULL);
		room_add(&room, s, 1, 1);
		/* What comes later follows the file, not the umask then. */
		umask(077);
		store_here(s, &me);
		for (int k = 0; k < 4; k++)
			assert_int_equal(mode_of(&room, files[k]), rows[i][1]);
		assert_int_equal(mode_of(&room, "fg.db-here"), rows[i][2]);
		umask(old);
		store_close(s);
		room_leave(&room);
	}
	(void)state;
}

static void
test_what_is_no_store_is_refused_and_left_as_it_is(void **state)
{
	static const char *const texts[] = {"x", "hello\n",
		"SQLite format 3 or so, and then something else altogether"};
	struct room *room = *state;

	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		char back[100] = "";
		FILE *file;

		folder_write(&room->folder, "fg.db", texts[i]);
		refused(room, room->path, NULL, "not an SQLite file");
		refused(room, room->path, &reads, "not an SQLite file");
		file = fopen(room->path, "re");
		assert_int_equal(fread(back, 1, sizeof(back), file),
			strlen(texts[i]));
		assert_string_equal(back, texts[i]);
		fclose(file);
	}
	refused(room, room->folder.path, NULL, "is a folder");
	refused(room, "/dev/null", NULL, "not a file");
}

static void
test_an_empty_file_becomes_a_store_only_when_one_may_be_made(void **state)
{
	struct room *room = *state;

	folder_write(&room->folder, "fg.db", "");
	refused(room, room->path, &reads, "is empty");
	refused(room, room->path, &finds, "is empty");
	store_close(room_open(room, room->path, NULL));
	store_close(room_open(room, room->path, &finds));
}

static void
test_another_programs_file_is_refused_and_left_as_it_is(void **state)
{
	struct room *room = *state;
	char *other = folder_path(&room->folder, "other.db");

	run(room->path, "CREATE TABLE t(x)");
	refused(room, room->path, NULL, "another program");
	run(other, "PRAGMA application_id=5");
	refused(room, other, NULL, "another program");
	refused(room, other, &reads, "another program");
	/* Not even the journal mode was changed. */
	run(room->path, "CREATE TEMP TABLE m AS SELECT journal_mode AS j "
		"FROM pragma_journal_mode; "
		"CREATE TEMP TRIGGER x BEFORE INSERT ON m WHEN "
		"(SELECT j FROM m LIMIT 1) <> 'delete' "
		"BEGIN SELECT RAISE(ABORT, 'it is in WAL mode'); END; "
		"INSERT INTO m VALUES(1)");
	free(other);
}

static void
test_a_newer_store_is_refused_with_both_versions(void **state)
{
	struct room *room = *state;

	store_close(room_open(room, room->path, NULL));
	run(room->path, "PRAGMA user_version=2");
	refused(room, room->path, NULL, "made by a newer fireground: version "
		"2, this one knows 1");
	refused(room, room->path, &reads, "version 2, this one knows 1");
}

static void
test_practice_is_written_into_the_store_when_it_is_made(void **state)
{
	static const struct store_options drill = {.practice = true};
	struct room *room = *state;
	char *real = folder_path(&room->folder, "real.db");
	struct store *s = room_open(room, room->path, &drill);

	assert_true(store_practice(s));
	store_close(s);
	s = room_open(room, room->path, &reads);
	assert_true(store_practice(s));
	store_close(s);
	store_close(room_open(room, real, NULL));
	s = room_open(room, real, &drill);
	assert_false(store_practice(s));
	store_close(s);
	free(real);
}

static void
test_a_damaged_file_says_so_and_hands_over_what_is_sound(void **state)
{
	static const uint32_t many[2] = {1, 3000};
	static char garbage[4096];
	struct room *room = *state;
	struct store *s = room_open(room, room->path, NULL);
	struct room_answer answer;
	struct room_seen seen;
	struct stat st;
	int fd;

	room_fill(room, s, 1, many);
	store_close(s);
	memset(garbage, 0xff, sizeof(garbage));
	fd = open(room->path, O_WRONLY | O_CLOEXEC);
	assert_int_equal(fstat(fd, &st), 0);
	for (off_t at = st.st_size / 2 / 4096 * 4096; at < st.st_size;
	     at += 4096)
		assert_int_equal(pwrite(fd, garbage, 4096, at), 4096);
	close(fd);
	s = room_open(room, room->path, NULL);
	room_follow(s, &seen, 1, NULL);
	assert_true(room_seen_until(room, &seen, 0, STORE_AWAY));
	assert_true(seen.count > 0 && seen.count < 3000);
	assert_non_null(strstr(seen.why, "is damaged"));
	answer = room_add(room, s, 1, 3001);
	assert_int_equal(answer.result, STORE_FAILED);
	assert_non_null(strstr(answer.why, "nothing was written"));
	store_close(s);
}

static void
test_a_copy_made_by_vacuum_is_a_store_again(void **state)
{
	static const uint32_t few[2] = {1, 5};
	struct room *room = *state;
	struct store *s = room_open(room, room->path, NULL);
	char *copy = folder_path(&room->folder, "copy.db");
	char sql[400];
	struct room_seen seen;

	room_fill(room, s, 1, few);
	store_close(s);
	snprintf(sql, sizeof(sql), "VACUUM INTO '%s'", copy);
	run(room->path, sql);
	s = room_open(room, copy, &reads);
	assert_true(room_read(room, s, 1, &seen));
	assert_int_equal(seen.count, 5);
	store_close(s);
	s = room_open(room, copy, NULL);
	assert_int_equal(room_add(room, s, 1, 6).result, STORE_DONE);
	assert_int_equal(room_chain(room, s, 1), 0);
	store_close(s);
	free(copy);
}

static void
test_network_file_systems_are_told_from_local_ones(void **state)
{
	static const unsigned long local[] = {0xef53 /* ext4 */,
		0x794c7630 /* overlay */, 0x01021994 /* tmpfs */,
		0x58465342 /* xfs */, 0x9123683e /* btrfs */,
		0x2fc12fc1 /* zfs */, 0 /* cannot be found out */};
	static const struct {
		unsigned long type;
		const char *name;
	} network[] = {
		{0x6969,             "(NFS)"},
		{0x517b,             "(SMB)"},
		{0xff534d42,         "(CIFS)"},
		{0xffffffffff534d42, "(CIFS)"},
		{0x65735546,         "(FUSE)"},
		{0x01021997,         "(9p)"},
	};
	struct err err;

	(void)state;
	for (size_t i = 0; i < sizeof(local) / sizeof(local[0]); i++)
		assert_true(netfs_check(local[i], "/x/fg.db", NULL));
	for (size_t i = 0; i < sizeof(network) / sizeof(network[0]); i++) {
		assert_false(netfs_check(network[i].type, "/x/fg.db", &err));
		assert_int_equal(err.code, ERR_STORE);
		assert_non_null(strstr(err.text, network[i].name));
		assert_non_null(strstr(err.text, "/x/fg.db"));
	}
	assert_int_equal(netfs_type("/does/not/exist"), 0);
	assert_int_not_equal(netfs_type("/"), 0);
}

int
main(void)
{
#define ROOM(name) cmocka_unit_test_setup_teardown(name, enter, leave)
	const struct CMUnitTest tests[] = {
		ROOM(test_urls_name_a_kind_of_store_and_a_path),
		ROOM(test_a_relative_path_and_a_link_lead_to_the_same_store),
		ROOM(
		test_a_store_is_created_with_its_folders_unless_told_not_to),
		ROOM(test_the_umask_says_who_may_read_and_write),
		ROOM(test_what_is_no_store_is_refused_and_left_as_it_is),
		ROOM(
		test_an_empty_file_becomes_a_store_only_when_one_may_be_made),
		ROOM(test_another_programs_file_is_refused_and_left_as_it_is),
		ROOM(test_a_newer_store_is_refused_with_both_versions),
		ROOM(test_practice_is_written_into_the_store_when_it_is_made),
		ROOM(test_a_damaged_file_says_so_and_hands_over_what_is_sound),
		ROOM(test_a_copy_made_by_vacuum_is_a_store_again),
		ROOM(test_network_file_systems_are_told_from_local_ones),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
