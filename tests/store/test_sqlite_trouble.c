/*
 * A lock that others hold, and a disk that is full.
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
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

static const uint32_t five[2] = {1, 5};

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

/* Somebody else's connection that has the lock. */
static sqlite3 *
lock_take(const struct room *room)
{
	sqlite3 *db;

	assert_int_equal(sqlite3_open(room->path, &db), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, "BEGIN IMMEDIATE", NULL, NULL, NULL),
		SQLITE_OK);
	return db;
}

static void
test_writes_wait_for_the_lock_in_their_order_and_reads_do_not(void **state)
{
	struct room *room = *state;
	struct store *s = room_open(room, room->path, NULL);
	struct store_draft d[2] = {room_draft(6), room_draft(7)};
	struct room_answer answers[2] = {{.done = false}};
	struct room_seen seen;
	sqlite3 *other;

	room_fill(room, s, 1, five);
	other = lock_take(room);
	for (uint32_t i = 0; i < 2; i++)
		store_append(s, &(struct store_append){.incident = 1,
			.n = 6 + i, .count = 1, .drafts = &d[i]},
			room_answered, &answers[i]);
	assert_true(room_read(room, s, 1, &seen));
	assert_int_equal(seen.count, 5);
	room_follow(s, &seen, 1, NULL);
	assert_true(room_seen_until(room, &seen, 5, STORE_LIVE));
	assert_false(answers[0].done || answers[1].done);
	sqlite3_close(other);
	assert_true(loop_until(room->loop, &answers[1].done, ROOM_WAIT_MS));
	assert_true(answers[0].done);
	assert_int_equal(answers[0].result, STORE_DONE);
	assert_int_equal(answers[1].result, STORE_DONE);
	store_close(s);
}

static void
test_a_lock_that_is_never_given_back_ends_in_a_sentence(void **state)
{
	struct room *room = *state;
	struct store *s = room_open(room, room->path, NULL);
	struct room_answer answer;
	struct room_seen seen;
	sqlite3 *other;

	room_fill(room, s, 1, five);
	other = lock_take(room);
	answer = room_add(room, s, 1, 6);
	assert_int_equal(answer.result, STORE_FAILED);
	assert_non_null(strstr(answer.why, "another program has held its lock "
		"for 5 s, nothing was written"));
	sqlite3_close(other);
	assert_true(room_read(room, s, 1, &seen));
	assert_int_equal(seen.count, 5);
	store_close(s);
}

/* Appends until it fails; the number of entries that were taken. */
static uint32_t
fill_up(struct room *room, struct store *s, struct room_answer *end)
{
	static char big[30000];
	struct store_draft d;
	struct store_append a = {.incident = 1, .count = 1, .drafts = &d};

	memset(big, 'x', sizeof(big) - 1);
	for (a.n = 1; a.n < 10000; a.n++) {
		d = room_draft(a.n);
		d.data = big;
		*end = room_append(room, s, &a);
		if (end->result != STORE_DONE)
			break;
	}
	return a.n - 1;
}

/* A disk of 2 MiB at the folder "small"; false when we may not mount. */
static bool
small_disk(const struct room *room, char **dir)
{
	*dir = folder_path(&room->folder, "small");
	assert_int_equal(mkdir(*dir, 0755), 0);
	return geteuid() == 0 &&
		mount("none", *dir, "tmpfs", 0, "size=2m") == 0;
}

/* What a full disk must not do: @grow makes room again. */
static void
full(struct room *room, const char *path, const char *sentence,
	void (*grow)(void *ctx), void *ctx)
{
	struct store *s = room_open(room, path, NULL);
	struct store *reader = room_open(room, path,
		&(struct store_options){.read_only = true});
	struct room_answer end;
	struct room_seen seen;
	uint32_t taken = fill_up(room, s, &end);

	assert_true(taken > 0 && taken < 9999);
	assert_int_equal(end.result, STORE_FAILED);
	if (!strstr(end.why, sentence))
		fail_msg("'%s' is not in: %s", sentence, end.why);
	assert_non_null(strstr(end.why, "nothing was written"));
	room_follow(reader, &seen, 1, NULL);
	assert_true(room_seen_until(room, &seen, (int)taken, STORE_LIVE));
	assert_int_equal(seen.count, taken);
	assert_int_equal(room_chain(room, s, 1), 0);
	grow(ctx);
	assert_int_equal(room_add(room, s, 1, taken + 1).result, STORE_DONE);
	store_tick(reader);
	assert_true(room_seen_until(room, &seen, (int)taken + 1, STORE_LIVE));
	assert_int_equal(room_chain(room, reader, 1), 0);
	store_close(reader);
	store_close(s);
}

static void
disk_grow(void *ctx)
{
	assert_int_equal(mount("none", ctx, "tmpfs", MS_REMOUNT, "size=8m"), 0);
}

static void
limit_grow(void *ctx)
{
	assert_int_equal(setrlimit(RLIMIT_FSIZE, ctx), 0);
}

/* The same with a limit on the size of files, for those who may not mount. */
static void
full_by_limit(struct room *room)
{
	const struct sigaction ignore = {.sa_handler = SIG_IGN};
	struct sigaction before;
	struct rlimit old, small;

	assert_int_equal(sigaction(SIGXFSZ, &ignore, &before), 0);
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &old), 0);
	small = old;
	small.rlim_cur = 1 << 20;
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
	full(room, room->path, "the disk under", limit_grow, &old);
	assert_int_equal(sigaction(SIGXFSZ, &before, NULL), 0);
}

static void
test_a_full_disk_is_named_and_loses_nothing(void **state)
{
	struct room *room = *state;
	char *dir, *path;

	if (small_disk(room, &dir)) {
		path = folder_path(&room->folder, "small/fg.db");
		full(room, path, "disk full", disk_grow, dir);
		assert_int_equal(umount(dir), 0);
		free(path);
	} else {
		print_message("may not mount: a file limit instead\n");
		full_by_limit(room);
	}
	free(dir);
}

static void
test_a_file_that_may_not_grow_is_named_and_loses_nothing(void **state)
{
	full_by_limit(*state);
}

static void
test_a_store_cannot_be_made_on_a_full_disk(void **state)
{
	struct room *room = *state;
	const struct sigaction ignore = {.sa_handler = SIG_IGN};
	struct sigaction before;
	struct rlimit old, none;
	struct err err = {.text = ""};
	struct store *s;

	assert_int_equal(sigaction(SIGXFSZ, &ignore, &before), 0);
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &old), 0);
	none = old;
	none.rlim_cur = 1000;
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &none), 0);
	s = store_open(room->loop, room->path, NULL, &err);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &old), 0);
	assert_int_equal(sigaction(SIGXFSZ, &before, NULL), 0);
	assert_null(s);
	assert_non_null(strstr(err.text, "the disk under"));
	/* What is left of it does not stand in the way later. */
	s = room_open(room, room->path, NULL);
	assert_int_equal(room_add(room, s, 1, 1).result, STORE_DONE);
	store_close(s);
}

int
main(void)
{
#define ROOM(name) cmocka_unit_test_setup_teardown(name, enter, leave)
	const struct CMUnitTest tests[] = {
		ROOM(
		test_writes_wait_for_the_lock_in_their_order_and_reads_do_not),
		ROOM(test_a_lock_that_is_never_given_back_ends_in_a_sentence),
		ROOM(test_a_full_disk_is_named_and_loses_nothing),
		ROOM(test_a_file_that_may_not_grow_is_named_and_loses_nothing),
		ROOM(test_a_store_cannot_be_made_on_a_full_disk),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
