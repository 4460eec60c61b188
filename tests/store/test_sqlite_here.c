/*
 * Who is here, beside an SQLite file: one file a process, gone with it.
 */
#include "lib/child.h"
#include "lib/room.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#include <signal.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

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

struct guest {
	const char *path;
	int in[2], out[2];
};

/* Says that it is here, tells so, and waits to be killed. */
static int
guest_come(void *arg)
{
	const struct guest *g = arg;
	const struct store_presence me = {.who = "raj", .screen = "dashboard",
		.incident = 3};
	struct loop *loop = loop_new();
	struct store *s = store_open(loop, g->path, NULL, NULL);
	char byte;

	if (!s)
		return 1;
	store_here(s, &me);
	if (write(g->out[1], "!", 1) != 1 || read(g->in[0], &byte, 1) != 1)
		return 2;
	return 3;
}

static void
test_who_was_killed_is_gone_at_once(void **state)
{
	struct room *room = *state;
	struct store *s = room_open(room, room->path, NULL);
	const struct store_presence me = {.who = "ana"};
	struct guest guest = {.path = room->path};
	struct store_presence seen[4];
	struct stat st;
	char *here = folder_path(&room->folder, "fg.db-here");
	char byte;
	pid_t pid;

	assert_int_equal(pipe(guest.in), 0);
	assert_int_equal(pipe(guest.out), 0);
	pid = child_start(guest_come, &guest);
	assert_int_equal(read(guest.out[0], &byte, 1), 1);
	store_here(s, &me);
	assert_int_equal(store_present(s, seen, 4), 2);
	assert_true(seen[0].mine != seen[1].mine);
	assert_string_equal(seen[seen[1].mine].who, "ana");
	assert_int_equal(store_present(s, seen, 1), 1);
	kill(pid, SIGKILL);
	assert_int_equal(child_end(pid), -SIGKILL);
	assert_int_equal(store_present(s, seen, 4), 1);
	assert_string_equal(seen[0].who, "ana");
	store_close(s);
	/* Nothing is left lying there, by the dead or by the living. */
	s = room_open(room, room->path, NULL);
	assert_int_equal(store_present(s, seen, 4), 0);
	store_close(s);
	assert_int_equal(rmdir(here), 0);
	assert_int_not_equal(stat(here, &st), 0);
	free(here);
	for (int i = 0; i < 2; i++) {
		close(guest.in[i]);
		close(guest.out[i]);
	}
}

static void
test_strange_files_among_who_is_here_are_passed_over(void **state)
{
	struct room *room = *state;
	struct store *s = room_open(room, room->path, NULL);
	const struct store_presence me = {.who = "ana"};
	struct store_presence seen[4];

	store_here(s, &me);
	folder_write(&room->folder, "fg.db-here/notes.txt", "hello");
	folder_write(&room->folder, "fg.db-here/here-00", "17\n\nnobody\n");
	assert_int_equal(store_present(s, seen, 4), 1);
	store_close(s);
}

int
main(void)
{
#define ROOM(name) cmocka_unit_test_setup_teardown(name, enter, leave)
	const struct CMUnitTest tests[] = {
		ROOM(test_who_was_killed_is_gone_at_once),
		ROOM(test_strange_files_among_who_is_here_are_passed_over),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
