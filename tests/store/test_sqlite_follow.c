/*
 * Others' writes, and what happens to the file while it is followed.
 */
#include "lib/child.h"
#include "lib/room.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const uint32_t five[2] = {1, 5};
static const uint32_t five_more[2] = {6, 10};

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

/* Turns until nothing is left to do at once. */
static void
settle(struct room *room)
{
	for (int i = 0; i < 5; i++)
		loop_turn(room->loop, 0);
}

static void
test_the_bell_alone_brings_others_entries(void **state)
{
	struct room *room = *state;
	struct store *writer = room_open(room, room->path, NULL);
	struct store *reader = room_open(room, room->path, NULL);
	struct room_seen seen;

	room_follow(reader, &seen, 1, NULL);
	assert_true(room_seen_until(room, &seen, 0, STORE_LIVE));
	room_fill(room, writer, 1, five);
	assert_true(room_seen_until(room, &seen, 5, STORE_LIVE));
	store_close(writer);
	store_close(reader);
}

static void
test_our_own_bell_is_no_news(void **state)
{
	struct room *room = *state;
	struct store *s = room_open(room, room->path, NULL);
	struct room_seen seen;

	room_follow(s, &seen, 1, NULL);
	room_add(room, s, 1, 1);
	assert_true(room_seen_until(room, &seen, 1, STORE_LIVE));
	settle(room);
	assert_int_equal(seen.count, 1);
	assert_true(seen.states <= 2);
	store_close(s);
}

/* Writes as a process would that dies between its commit and the bell. */
static int
write_and_die(void *arg)
{
	const char *path = arg;
	sqlite3 *db;

	if (sqlite3_open(path, &db) != SQLITE_OK)
		return 1;
	if (sqlite3_exec(db, "INSERT INTO event(incident, n, id, head, salt, "
			"data, hash) VALUES(1, 6, randomblob(16), 'h', "
			"randomblob(16), 'd', randomblob(32))",
			NULL, NULL, NULL) != SQLITE_OK)
		return 2;
	kill(getpid(), SIGKILL);
	return 3;
}

static void
test_a_commit_without_a_bell_is_found_by_the_tick(void **state)
{
	struct room *room = *state;
	struct store *s = room_open(room, room->path, NULL);
	struct room_seen seen;

	room_fill(room, s, 1, five);
	room_follow(s, &seen, 1, NULL);
	assert_true(room_seen_until(room, &seen, 5, STORE_LIVE));
	settle(room);
	assert_int_equal(child_end(child_start(write_and_die, room->path)),
		-SIGKILL);
	settle(room);
	assert_int_equal(seen.count, 5);
	store_tick(s);
	assert_int_equal(seen.count, 5);
	assert_true(room_seen_until(room, &seen, 6, STORE_LIVE));
	store_close(s);
}

static void
test_a_bell_that_was_removed_or_replaced_rings_again(void **state)
{
	struct room *room = *state;
	struct store *writer = room_open(room, room->path, NULL);
	struct store *reader = room_open(room, room->path, NULL);
	char *bell = folder_path(&room->folder, "fg.db-bell");
	char *new = folder_path(&room->folder, "new");
	struct room_seen seen;

	room_follow(reader, &seen, 1, NULL);
	assert_true(room_seen_until(room, &seen, 0, STORE_LIVE));
	assert_int_equal(unlink(bell), 0);
	settle(room);
	/* This one makes the bell again; the tick finds both. */
	room_add(room, writer, 1, 1);
	store_tick(reader);
	assert_true(room_seen_until(room, &seen, 1, STORE_LIVE));
	room_add(room, writer, 1, 2);
	assert_true(room_seen_until(room, &seen, 2, STORE_LIVE));
	folder_write(&room->folder, "new", "");
	assert_int_equal(rename(new, bell), 0);
	settle(room);
	room_add(room, writer, 1, 3);
	assert_true(room_seen_until(room, &seen, 3, STORE_LIVE));
	free(bell);
	free(new);
	store_close(writer);
	store_close(reader);
}

static void
run(const char *path, const char *sql)
{
	sqlite3 *db;

	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(db);
}

/* A copy of the log with the entries it has now. */
static char *
copy_make(const struct room *room)
{
	char *copy = folder_path(&room->folder, "older.db");
	char sql[400];

	snprintf(sql, sizeof(sql), "VACUUM INTO '%s'", copy);
	run(room->path, sql);
	return copy;
}

/* Puts @copy in the store's place as one should: without the old one's -wal. */
static void
put_in_place(const struct room *room, const char *copy)
{
	static const char *const names[] = {"fg.db-wal", "fg.db-shm"};

	for (int i = 0; i < 2; i++) {
		char *path = folder_path(&room->folder, names[i]);

		unlink(path);
		free(path);
	}
	assert_int_equal(rename(copy, room->path), 0);
}

static void
test_an_older_copy_put_in_its_place_is_seen_and_not_written_past(void **state)
{
	struct room *room = *state;
	struct store *s = room_open(room, room->path, NULL);
	struct room_answer answer;
	struct room_seen seen, again;
	char *copy;

	room_fill(room, s, 1, five);
	copy = copy_make(room);
	room_fill(room, s, 1, five_more);
	room_follow(s, &seen, 1, NULL);
	assert_true(room_seen_until(room, &seen, 10, STORE_LIVE));
	put_in_place(room, copy);
	answer = room_add(room, s, 1, 11);
	assert_int_equal(answer.result, STORE_GAP);
	store_tick(s);
	assert_true(room_seen_until(room, &seen, 10, STORE_WENT_BACK));
	assert_non_null(strstr(seen.why, "entry 10"));
	/* Who comes now sees what is there now, and may go on from it. */
	room_follow(s, &again, 1, NULL);
	assert_true(room_seen_until(room, &again, 5, STORE_LIVE));
	assert_int_equal(room_add(room, s, 1, 6).result, STORE_DONE);
	assert_true(room_seen_until(room, &again, 6, STORE_LIVE));
	/* Entry 6 is the one that had been there: 7 .. 10 are still not. */
	assert_int_equal(seen.state, STORE_WENT_BACK);
	assert_int_equal(seen.count, 10);
	free(copy);
	store_close(s);
}

static void
test_a_store_that_went_back_and_returns_goes_on(void **state)
{
	struct room *room = *state;
	struct store *s = room_open(room, room->path, NULL);
	char *away = folder_path(&room->folder, "away.db");
	struct room_seen seen;
	char *copy;

	room_fill(room, s, 1, five);
	copy = copy_make(room);
	room_fill(room, s, 1, five_more);
	room_follow(s, &seen, 1, NULL);
	assert_true(room_seen_until(room, &seen, 10, STORE_LIVE));
	run(room->path, "PRAGMA wal_checkpoint(TRUNCATE)");
	assert_int_equal(link(room->path, away), 0);
	put_in_place(room, copy);
	store_tick(s);
	assert_true(room_seen_until(room, &seen, 10, STORE_WENT_BACK));
	put_in_place(room, away);
	store_tick(s);
	assert_true(room_seen_until(room, &seen, 10, STORE_LIVE));
	assert_int_equal(room_add(room, s, 1, 11).result, STORE_DONE);
	assert_true(room_seen_until(room, &seen, 11, STORE_LIVE));
	assert_false(seen.disorder);
	free(copy);
	free(away);
	store_close(s);
}

static void
test_nothing_is_acknowledged_into_a_file_that_was_removed(void **state)
{
	struct room *room = *state;
	struct store *s = room_open(room, room->path, NULL);
	char *away = folder_path(&room->folder, "away.db");
	struct room_answer answer;
	struct room_seen seen;
	struct err err;

	room_fill(room, s, 1, five);
	room_follow(s, &seen, 1, NULL);
	assert_true(room_seen_until(room, &seen, 5, STORE_LIVE));
	assert_int_equal(rename(room->path, away), 0);
	answer = room_add(room, s, 1, 6);
	assert_int_equal(answer.result, STORE_FAILED);
	assert_non_null(strstr(answer.why, "there is no store at"));
	assert_int_not_equal(access(room->path, F_OK), 0);
	store_tick(s);
	assert_true(room_seen_until(room, &seen, 5, STORE_AWAY));
	/* An empty file there is not taken for a store, nor made one. */
	folder_write(&room->folder, "fg.db", "");
	answer = room_add(room, s, 1, 6);
	assert_int_equal(answer.result, STORE_FAILED);
	assert_null(store_open(room->loop, room->path, NULL, &err));
	assert_non_null(strstr(err.text, "put the file back"));
	assert_int_equal(unlink(room->path), 0);
	assert_null(store_open(room->loop, room->path, NULL, NULL));
	assert_int_equal(rename(away, room->path), 0);
	store_tick(s);
	assert_true(room_seen_until(room, &seen, 5, STORE_LIVE));
	assert_int_equal(room_add(room, s, 1, 6).result, STORE_DONE);
	assert_true(room_seen_until(room, &seen, 6, STORE_LIVE));
	free(away);
	store_close(s);
}

static void
test_the_age_of_the_last_good_read_grows_while_it_is_away(void **state)
{
	struct room *room = *state;
	struct store *s = room_open(room, room->path, NULL);
	char *away = folder_path(&room->folder, "away.db");
	int64_t good;
	bool never = false;

	assert_int_equal(rename(room->path, away), 0);
	good = store_last_good(s);
	loop_until(room->loop, &never, 3);
	store_tick(s);
	assert_int_equal(store_last_good(s), good);
	assert_int_equal(rename(away, room->path), 0);
	store_tick(s);
	assert_true(store_last_good(s) > good);
	free(away);
	store_close(s);
}

int
main(void)
{
#define ROOM(name) cmocka_unit_test_setup_teardown(name, enter, leave)
	const struct CMUnitTest tests[] = {
		ROOM(test_the_bell_alone_brings_others_entries),
		ROOM(test_our_own_bell_is_no_news),
		ROOM(test_a_commit_without_a_bell_is_found_by_the_tick),
		ROOM(test_a_bell_that_was_removed_or_replaced_rings_again),
		ROOM(
	test_an_older_copy_put_in_its_place_is_seen_and_not_written_past),
		ROOM(test_a_store_that_went_back_and_returns_goes_on),
		ROOM(test_nothing_is_acknowledged_into_a_file_that_was_removed),
		ROOM(test_the_age_of_the_last_good_read_grows_while_it_is_away),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
