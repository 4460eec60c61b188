/*
 * Many writers at once.
 */
#include "lib/child.h"
#include "lib/race.h"
#include "lib/room.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define WRITERS 8
#define APPENDS 500

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

/* Tries each place in turn, whoever gets it, and tells how many it got. */
static int
race_places(void *arg)
{
	struct race *race = arg;
	struct loop *loop = loop_new();
	struct store *s = store_open(loop, race->path, NULL, NULL);
	uint32_t won = 0;

	if (!s)
		return 1;
	race_wait(race);
	for (uint32_t n = 1; n <= race->rounds; n++) {
		enum store_result result = race_put(loop, s, race,
			(const uint32_t[2]){n, n});

		if (result != STORE_DONE && result != STORE_TAKEN)
			return 2;
		won += result == STORE_DONE;
	}
	if (write(race->tell[1], &won, sizeof(won)) != sizeof(won))
		return 3;
	store_close(s);
	return 0;
}

static void
test_two_processes_that_race_for_a_place_have_one_winner(void **state)
{
	struct room *room = *state;
	struct store *s = room_open(room, room->path, NULL);
	struct race race;
	struct room_seen seen;
	uint32_t won[2];
	pid_t pids[2];

	race_open(&race, room->path);
	race.rounds = 200;
	for (int i = 0; i < 2; i++) {
		race.writer = (uint32_t)i + 1;
		pids[i] = child_start(race_places, &race);
	}
	race_begin(&race);
	for (int i = 0; i < 2; i++)
		assert_int_equal(child_end(pids[i]), 0);
	assert_int_equal(read(race.tell[0], won, sizeof(won)), sizeof(won));
	close(race.tell[0]);
	assert_int_equal(won[0] + won[1], 200);
	assert_true(room_read(room, s, 1, &seen));
	assert_int_equal(seen.count, 200);
	assert_int_equal(room_chain(room, s, 1), 0);
	store_close(s);
}

/* Appends entries after whatever is there; a lost place is tried behind. */
static int
race_appends(void *arg)
{
	struct race *race = arg;
	struct loop *loop = loop_new();
	struct store *s = store_open(loop, race->path, NULL, NULL);
	uint32_t n = 1;

	if (!s)
		return 1;
	race_wait(race);
	for (uint32_t i = 0; i < race->rounds; n++) {
		enum store_result result = race_put(loop, s, race,
			(const uint32_t[2]){n, i});

		if (result == STORE_DONE)
			i++;
		else if (result != STORE_TAKEN)
			return 2;
	}
	store_close(s);
	return 0;
}

static void
test_eight_processes_append_500_each_without_gap_or_break(void **state)
{
	struct room *room = *state;
	struct store *s = room_open(room, room->path, NULL);
	struct race race;
	struct room_seen seen;
	pid_t pids[WRITERS];

	race_open(&race, room->path);
	race.rounds = APPENDS;
	for (uint32_t i = 0; i < WRITERS; i++) {
		race.writer = i + 1;
		pids[i] = child_start(race_appends, &race);
	}
	race_begin(&race);
	room_follow(s, &seen, 1, NULL);
	assert_true(room_seen_until(room, &seen, WRITERS * APPENDS,
		STORE_LIVE));
	for (int i = 0; i < WRITERS; i++)
		assert_int_equal(child_end(pids[i]), 0);
	close(race.tell[0]);
	assert_int_equal(seen.count, WRITERS * APPENDS);
	assert_int_equal(seen.last, WRITERS * APPENDS);
	assert_false(seen.disorder);
	assert_int_equal(room_chain(room, s, 1), 0);
	store_close(s);
}

/* Makes the store, or finds it made, and writes an incident of its own. */
static int
race_creation(void *arg)
{
	struct race *race = arg;
	struct loop *loop = loop_new();
	struct room_answer answer = {.done = false};
	struct store_draft d = room_draft(1);
	struct store *s;
	struct err err;

	race_wait(race);
	s = store_open(loop, race->path, NULL, &err);
	if (!s) {
		fprintf(stderr, "%s\n", err.text);
		return 1;
	}
	store_append(s, &(struct store_append){.incident = race->writer,
		.n = 1, .count = 1, .drafts = &d}, room_answered, &answer);
	loop_until(loop, &answer.done, ROOM_WAIT_MS);
	store_close(s);
	return answer.done && answer.result == STORE_DONE ? 0 : 2;
}

static void
test_processes_that_create_the_store_at_once_share_it(void **state)
{
	struct room *room = *state;

	for (int round = 0; round < 10; round++) {
		char name[32];
		struct room_list list;
		struct race race;
		struct store *s;
		pid_t pids[WRITERS];
		char *path;

		snprintf(name, sizeof(name), "new-%d.db", round);
		path = folder_path(&room->folder, name);
		race_open(&race, path);
		for (uint32_t i = 0; i < WRITERS; i++) {
			race.writer = i + 1;
			pids[i] = child_start(race_creation, &race);
		}
		race_begin(&race);
		for (int i = 0; i < WRITERS; i++)
			assert_int_equal(child_end(pids[i]), 0);
		close(race.tell[0]);
		s = room_open(room, path, NULL);
		room_list(room, s, &list);
		assert_string_equal(list.text,
			"1:1 2:1 3:1 4:1 5:1 6:1 7:1 8:1 ");
		store_close(s);
		free(path);
	}
}

int
main(void)
{
#define ROOM(name) cmocka_unit_test_setup_teardown(name, enter, leave)
	const struct CMUnitTest tests[] = {
		ROOM(test_two_processes_that_race_for_a_place_have_one_winner),
		ROOM(test_eight_processes_append_500_each_without_gap_or_break),
		ROOM(test_processes_that_create_the_store_at_once_share_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
