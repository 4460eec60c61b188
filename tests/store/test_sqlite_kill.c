/*
 * Writers that are killed in the middle of whatever they do.
 */
#include "lib/child.h"
#include "lib/race.h"
#include "lib/room.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#include <poll.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define WRITERS 8

/* Kills in the storm, unless FIREGROUND_KILLS says more. */
#define KILLS 60

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

/* An acknowledgement: this id of this writer has that place for good. */
struct ack {
	uint32_t n, writer, serial;
};

static int
storm_writer(void *arg)
{
	struct race *race = arg;
	struct loop *loop = loop_new();
	struct store *s = store_open(loop, race->path, NULL, NULL);
	struct ack ack = {race->rounds, race->writer, 0};

	if (!s)
		return 1;
	for (;; ack.n++) {
		enum store_result result = race_put(loop, s, race,
			(const uint32_t[2]){ack.n, ack.serial});

		if (result == STORE_TAKEN)
			continue;
		if (result != STORE_DONE)
			return 2;
		/* Shorter than PIPE_BUF: whole or not at all. */
		if (write(race->tell[1], &ack, sizeof(ack)) != sizeof(ack))
			return 3;
		ack.serial++;
	}
}

struct storm {
	struct ack *acks;
	size_t count, checked;
	bool done;
};

/* Each acknowledged entry must be the one at its place. */
static void
storm_record(void *ctx, const struct store_record *r)
{
	struct storm *storm = ctx;

	for (size_t i = 0; i < storm->count; i++) {
		const struct ack *ack = &storm->acks[i];
		struct id id = room_id(ack->serial);

		if (ack->n != r->n)
			continue;
		memcpy(id.b + 4, &ack->writer, sizeof(ack->writer));
		assert_memory_equal(&r->id, &id, sizeof(id));
		storm->checked++;
	}
}

static void
storm_done(void *ctx, const struct err *why)
{
	struct storm *storm = ctx;

	assert_null(why);
	storm->done = true;
}

static void
storm_ack(struct storm *storm, int fd)
{
	storm->acks = realloc(storm->acks,
		(storm->count + 1) * sizeof(*storm->acks));
	assert_int_equal(read(fd, &storm->acks[storm->count],
		sizeof(*storm->acks)), sizeof(*storm->acks));
	storm->count++;
}

/* Writers come and are killed in the middle of whatever they do. */
static void
storm_rage(struct storm *storm, struct race *race, int kills)
{
	struct pollfd poll_in = {.fd = race->tell[0], .events = POLLIN};
	pid_t pids[WRITERS] = {0};
	unsigned dice = 1;

	for (int killed = 0; killed < kills; killed++) {
		int victim;

		for (int i = 0; i < WRITERS; i++) {
			if (pids[i])
				continue;
			race->writer++;
			race->rounds = storm->count ?
				storm->acks[storm->count - 1].n : 1;
			pids[i] = child_start(storm_writer, race);
		}
		dice = dice * 1103515245 + 12345;
		for (unsigned k = dice >> 16 & 15; k <= 15; k++)
			storm_ack(storm, race->tell[0]);
		victim = (int)(dice >> 24 & (WRITERS - 1));
		kill(pids[victim], SIGKILL);
		assert_int_equal(child_end(pids[victim]), -SIGKILL);
		pids[victim] = 0;
	}
	for (int i = 0; i < WRITERS; i++) {
		if (!pids[i])
			continue;
		kill(pids[i], SIGKILL);
		assert_int_equal(child_end(pids[i]), -SIGKILL);
	}
	while (poll(&poll_in, 1, 0) == 1 && (poll_in.revents & POLLIN))
		storm_ack(storm, race->tell[0]);
}

static void
test_killed_writers_lose_nothing_that_was_acknowledged(void **state)
{
	const char *more = getenv("FIREGROUND_KILLS");
	struct room *room = *state;
	struct store *s = room_open(room, room->path, NULL);
	struct storm storm = {.acks = NULL};
	struct race race;
	char *ok = NULL;
	sqlite3 *db;
	sqlite3_stmt *stmt;

	race_open(&race, room->path);
	storm_rage(&storm, &race, more ? (int)strtol(more, NULL, 10) : KILLS);
	print_message("%zu entries acknowledged\n", storm.count);
	assert_true(storm.count > 0);
	store_read(s, &(struct store_range){.incident = 1,
		.record = storm_record, .done = storm_done, .ctx = &storm});
	assert_true(loop_until(room->loop, &storm.done, 4 * ROOM_WAIT_MS));
	assert_int_equal(storm.checked, storm.count);
	assert_int_equal(room_chain(room, s, 1), 0);
	store_close(s);

	assert_int_equal(sqlite3_open(room->path, &db), SQLITE_OK);
	assert_int_equal(sqlite3_prepare_v2(db, "PRAGMA integrity_check", -1,
		&stmt, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_step(stmt), SQLITE_ROW);
	ok = sqlite3_mprintf("%s", sqlite3_column_text(stmt, 0));
	assert_string_equal(ok, "ok");
	sqlite3_free(ok);
	sqlite3_finalize(stmt);
	sqlite3_close(db);
	free(storm.acks);
	for (int i = 0; i < 2; i++) {
		close(race.go[i]);
		close(race.tell[i]);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			test_killed_writers_lose_nothing_that_was_acknowledged,
			enter, leave),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
