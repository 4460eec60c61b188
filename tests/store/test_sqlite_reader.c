/*
 * A reader that may not write: another Unix user, or --read-only.
 */
#include "lib/child.h"
#include "lib/room.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const struct store_options reads = {.read_only = true};

/* Where another user can come to; $TMPDIR may lie in a folder of ours. */
static int
enter(void **state)
{
	struct room *room = calloc(1, sizeof(*room));

	setenv("TMPDIR", "/tmp", 1);
	umask(022);
	room_enter(room);
	assert_int_equal(chmod(room->folder.path, 0755), 0);
	*state = room;
	return 0;
}

/* Takes from everybody the right to write, @folder 0555 or 0755. */
static void
lock(const struct room *room, mode_t files, mode_t folder)
{
	static const char *const names[] = {"fg.db", "fg.db-wal", "fg.db-shm"};

	/* Root reads as somebody else, for whom 0755 is enough. */
	if (geteuid() == 0)
		return;
	for (int i = 0; i < 3; i++) {
		char *path = folder_path(&room->folder, names[i]);

		chmod(path, files);
		free(path);
	}
	assert_int_equal(chmod(room->folder.path, folder), 0);
}

static int
leave(void **state)
{
	struct room *room = *state;

	lock(room, 0644, 0755);
	room_leave(room);
	free(room);
	return 0;
}

/* The names in the folder, in a sorted line. */
static char *
names_in(const struct room *room)
{
	struct dirent **names = NULL;
	int n = scandir(room->folder.path, &names, NULL, alphasort);
	char *text = calloc(1, 1000);

	for (int i = 0; i < n; i++) {
		size_t at = strlen(text);

		snprintf(text + at, 1000 - at, "%s ", names[i]->d_name);
		free(names[i]);
	}
	free(names);
	return text;
}

struct wall {
	const char *path;
	int live[2]; /* the reader writes a byte when it has all there is */
};

/* Opens, reads what is there, and waits for one more entry by the bell. */
static int
wall_watch(void *arg)
{
	const struct wall *w = arg;
	struct room room = {.loop = loop_new()};
	struct room_seen seen;
	struct store *s;
	struct err err;
	int code;

	child_become_another();
	s = store_open(room.loop, w->path, &reads, &err);
	if (!s) {
		fprintf(stderr, "%s\n", err.text);
		return 10;
	}
	room_follow(s, &seen, 1, NULL);
	if (!room_seen_until(&room, &seen, 3, STORE_LIVE))
		return 11;
	if (write(w->live[1], "!", 1) != 1)
		return 12;
	code = room_seen_until(&room, &seen, 4, STORE_LIVE) ? 0 : 13;
	store_close(s);
	loop_free(room.loop);
	return code;
}

static void
test_another_user_watches_live_by_the_bell_alone(void **state)
{
	static const uint32_t three[2] = {1, 3};
	struct room *room = *state;
	struct wall wall = {.path = room->path};
	struct store *s = room_open(room, room->path, NULL);
	char byte;
	pid_t pid;

	assert_int_equal(pipe(wall.live), 0);
	room_fill(room, s, 1, three);
	lock(room, 0444, 0555);
	pid = child_start(wall_watch, &wall);
	assert_int_equal(read(wall.live[0], &byte, 1), 1);
	assert_int_equal(room_add(room, s, 1, 4).result, STORE_DONE);
	assert_int_equal(child_end(pid), 0);
	close(wall.live[0]);
	close(wall.live[1]);
	store_close(s);
}

/* Reads what is there and tries to write; who we are is settled before. */
static int
look(struct room *room, int entries)
{
	const struct store_presence me = {.who = "wall", .screen = "wall"};
	struct store_presence seen_here[2];
	struct room_seen seen = {.count = 0};
	struct store_draft d = room_draft(9);
	struct room_answer answer = {.done = false};
	struct err err;
	struct store *s = store_open(room->loop, room->path, &reads, &err);

	if (!s) {
		fprintf(stderr, "%s\n", err.text);
		return 20;
	}
	room_follow(s, &seen, 1, NULL);
	if (!room_seen_until(room, &seen, entries, STORE_LIVE))
		return 21;
	store_append(s, &(struct store_append){.incident = 1, .n = 9,
		.count = 1, .drafts = &d}, room_answered, &answer);
	loop_until(room->loop, &answer.done, ROOM_WAIT_MS);
	if (answer.result != STORE_READONLY)
		return 22;
	store_here(s, &me);
	if (store_present(s, seen_here, 2) != 0)
		return 23;
	store_tick(s);
	store_close(s);
	return 0;
}

static int
wall_look(void *arg)
{
	child_become_another();
	return look(arg, 3);
}

static void
test_another_user_reads_when_nobody_has_it_open(void **state)
{
	static const uint32_t three[2] = {1, 3};
	struct room *room = *state;
	struct store *s = room_open(room, room->path, NULL);
	char *before, *after;

	room_fill(room, s, 1, three);
	store_close(s);
	before = names_in(room);
	lock(room, 0444, 0555);
	assert_int_equal(child_end(child_start(wall_look, room)), 0);
	after = names_in(room);
	assert_string_equal(before, after);
	free(before);
	free(after);
}

static void
test_reading_alone_leaves_no_trace_even_of_the_owner(void **state)
{
	static const uint32_t three[2] = {1, 3};
	struct room *room = *state;
	struct store *s = room_open(room, room->path, NULL);
	char *before, *after;

	room_fill(room, s, 1, three);
	store_close(s);
	before = names_in(room);
	assert_int_equal(look(room, 3), 0);
	after = names_in(room);
	assert_string_equal(before, after);
	free(before);
	free(after);
}

struct try {
	struct room *room;
	const struct store_options *opt;
	const char *text;
};

/* Opens and must fail with a sentence that has the text in it. */
static int
wall_refused(void *arg)
{
	const struct try *try = arg;
	struct err err = {.text = ""};
	struct store *s;

	child_become_another();
	s = store_open(try->room->loop, try->room->path, try->opt, &err);
	if (!s && strstr(err.text, try->text))
		return 0;
	fprintf(stderr, "opened: %d, said: %s\n", s != NULL, err.text);
	return 30;
}

static void
test_who_may_not_write_is_told_to_read_only(void **state)
{
	struct room *room = *state;
	struct try try = {room, NULL, "use --read-only"};

	store_close(room_open(room, room->path, NULL));
	lock(room, 0444, 0555);
	assert_int_equal(child_end(child_start(wall_refused, &try)), 0);
}

static void
test_who_may_not_read_is_told_so(void **state)
{
	struct room *room = *state;
	struct try try = {room, &reads, "cannot be read by user"};

	store_close(room_open(room, room->path, NULL));
	assert_int_equal(chmod(room->path, geteuid() == 0 ? 0600 : 0), 0);
	assert_int_equal(child_end(child_start(wall_refused, &try)), 0);
}

static void
test_a_reader_without_the_wal_is_told_what_is_missing(void **state)
{
	struct room *room = *state;
	struct try try = {room, &reads, "-wal and -shm files are missing"};
	char *wal = folder_path(&room->folder, "fg.db-wal");
	char *shm = folder_path(&room->folder, "fg.db-shm");

	store_close(room_open(room, room->path, NULL));
	unlink(wal);
	unlink(shm);
	lock(room, 0444, 0555);
	assert_int_equal(child_end(child_start(wall_refused, &try)), 0);
	free(wal);
	free(shm);
}

static void
count_change(void *ctx)
{
	++*(int *)ctx;
}

/* An idle reader must not take every tick for a change. */
static int
wall_idle(void *arg)
{
	struct room *room = arg;
	struct room_seen seen;
	struct store *s;
	int changes = 0;

	child_become_another();
	s = store_open(room->loop, room->path, &reads, NULL);
	if (!s)
		return 40;
	store_watch(s, count_change, &changes);
	room_follow(s, &seen, 1, NULL);
	if (!room_seen_until(room, &seen, 3, STORE_LIVE))
		return 41;
	for (int i = 0; i < 20; i++) {
		store_tick(s);
		loop_turn(room->loop, 0);
	}
	store_close(s);
	return changes ? 42 : 0;
}

static void
test_an_idle_reader_stays_idle(void **state)
{
	static const uint32_t three[2] = {1, 3};
	struct room *room = *state;
	struct store *s = room_open(room, room->path, NULL);

	room_fill(room, s, 1, three);
	lock(room, 0444, 0555);
	assert_int_equal(child_end(child_start(wall_idle, room)), 0);
	store_close(s);
	assert_int_equal(child_end(child_start(wall_idle, room)), 0);
}

int
main(void)
{
#define ROOM(name) cmocka_unit_test_setup_teardown(name, enter, leave)
	const struct CMUnitTest tests[] = {
		ROOM(test_another_user_watches_live_by_the_bell_alone),
		ROOM(test_another_user_reads_when_nobody_has_it_open),
		ROOM(test_reading_alone_leaves_no_trace_even_of_the_owner),
		ROOM(test_who_may_not_write_is_told_to_read_only),
		ROOM(test_who_may_not_read_is_told_so),
		ROOM(test_a_reader_without_the_wal_is_told_what_is_missing),
		ROOM(test_an_idle_reader_stays_idle),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
