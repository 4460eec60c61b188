/*
 * The guards in the SQLite file itself, attacked from outside.
 */
#include "lib/room.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct raid {
	struct room room;
	struct store *store;
	sqlite3 *db;
};

static const uint32_t one_to_three[2] = {1, 3};

static int
raid_open(void **state)
{
	struct raid *raid = calloc(1, sizeof(*raid));

	room_enter(&raid->room);
	raid->store = room_open(&raid->room, raid->room.path, NULL);
	room_fill(&raid->room, raid->store, 1, one_to_three);
	room_fill(&raid->room, raid->store, 2, one_to_three);
	assert_int_equal(sqlite3_open(raid->room.path, &raid->db), SQLITE_OK);
	*state = raid;
	return 0;
}

static int
raid_close(void **state)
{
	struct raid *raid = *state;

	sqlite3_close(raid->db);
	store_close(raid->store);
	room_leave(&raid->room);
	free(raid);
	return 0;
}

/* Everything in the event table as one text, freed by sqlite3_free(). */
static char *
dump(struct raid *raid)
{
	sqlite3_stmt *stmt;
	char *text;

	assert_int_equal(sqlite3_prepare_v2(raid->db, "SELECT group_concat("
		"seq||' '||incident||' '||n||' '||quote(id)||quote(head)||"
		"quote(salt)||quote(data)||quote(hash), char(10)) FROM "
		"(SELECT * FROM event ORDER BY seq)", -1, &stmt, NULL),
		SQLITE_OK);
	assert_int_equal(sqlite3_step(stmt), SQLITE_ROW);
	text = sqlite3_mprintf("%s", sqlite3_column_text(stmt, 0));
	sqlite3_finalize(stmt);
	return text;
}

#define ROW "randomblob(16), 'head', randomblob(16), 'data', randomblob(32)"
#define INTO " INTO event(seq, incident, n, id, head, salt, data, hash) "
#define OLD_ID "(SELECT id FROM event WHERE seq = 2)"

static void
test_no_statement_changes_what_is_there(void **state)
{
	static const char *const attacks[] = {
		"UPDATE event SET head = 'x' WHERE seq = 2",
		"UPDATE event SET data = 'x' WHERE seq = 2",
		"UPDATE event SET hash = randomblob(32) WHERE seq = 2",
		"UPDATE event SET salt = randomblob(16) WHERE seq = 2",
		"UPDATE event SET seq = 99 WHERE seq = 6",
		"UPDATE event SET n = 4 WHERE seq = 3",
		"UPDATE event SET incident = 3, n = 1 WHERE seq = 6",
		"UPDATE OR REPLACE event SET seq = 2 WHERE seq = 3",
		"UPDATE OR REPLACE event SET n = 2 WHERE seq = 3",
		"UPDATE OR IGNORE event SET head = 'x'",
		"DELETE FROM event WHERE seq = 6",
		"DELETE FROM event",
		"REPLACE" INTO "VALUES(2, 1, 4, " ROW ")",
		"REPLACE" INTO "VALUES(NULL, 1, 2, " ROW ")",
		"REPLACE" INTO "VALUES(7, 1, 2, " ROW ")",
		"REPLACE" INTO "SELECT 7, 1, 4, " OLD_ID ", 'h', "
			"zeroblob(16), 'd', zeroblob(32)",
		"REPLACE" INTO "SELECT 2, 1, 2, " OLD_ID ", 'h', "
			"zeroblob(16), 'd', zeroblob(32)",
		"INSERT OR IGNORE" INTO "VALUES(2, 1, 2, " ROW ")",
		"INSERT" INTO "VALUES(2, 1, 4, " ROW ") "
			"ON CONFLICT(seq) DO UPDATE SET head = 'x'",
		"INSERT" INTO "VALUES(7, 1, 2, " ROW ") "
			"ON CONFLICT(incident, n) DO UPDATE SET head = 'x'",
		"INSERT" INTO "VALUES(7, 1, 5, " ROW ")",
		"INSERT" INTO "VALUES(8, 1, 4, " ROW ")",
		"INSERT" INTO "VALUES(0, 1, 4, " ROW ")",
		"INSERT" INTO "VALUES(-1, 1, 4, " ROW ")",
		"INSERT" INTO "VALUES(7, 3, 2, " ROW ")",
		"INSERT" INTO "VALUES(7, 3, 0, " ROW ")",
		"INSERT" INTO "VALUES(7, -1, 1, " ROW ")",
		"INSERT" INTO "VALUES(7, 4294967296, 1, " ROW ")",
		"INSERT" INTO "VALUES(7, 1, 4, x'00', 'head', randomblob(16), "
			"'data', randomblob(32))",
		"INSERT" INTO "VALUES(7, 1, 4, randomblob(16), 'head', "
			"randomblob(16), '', randomblob(32))",
		"INSERT" INTO "VALUES(7, 1, 'four', " ROW ")",
	};
	struct raid *raid = *state;
	char *before = dump(raid);

	for (size_t i = 0; i < sizeof(attacks) / sizeof(attacks[0]); i++) {
		char *after;

		if (sqlite3_exec(raid->db, attacks[i], NULL, NULL, NULL) ==
		    SQLITE_OK)
			fail_msg("went through: %s", attacks[i]);
		after = dump(raid);
		if (strcmp(before, after) != 0)
			fail_msg("changed the log: %s", attacks[i]);
		sqlite3_free(after);
	}
	sqlite3_free(before);
	/* What is in order still works. */
	assert_int_equal(sqlite3_exec(raid->db, "INSERT" INTO
		"VALUES(7, 1, 4, " ROW ")", NULL, NULL, NULL), SQLITE_OK);
}

static void
test_an_erasure_changes_nothing_else_and_cannot_be_undone(void **state)
{
	static const char *const attacks[] = {
		"UPDATE event SET data = '' WHERE seq = 2",
		"UPDATE event SET salt = zeroblob(16) WHERE seq = 2",
		"UPDATE event SET data = '', salt = zeroblob(16), head = 'x' "
			"WHERE seq = 2",
		"UPDATE event SET data = '', salt = zeroblob(16), "
			"hash = zeroblob(32) WHERE seq = 2",
		"UPDATE event SET data = '', salt = zeroblob(16), n = 9 "
			"WHERE seq = 2",
		"UPDATE event SET data = '', salt = zeroblob(16), "
			"id = zeroblob(16) WHERE seq = 2",
		"UPDATE event SET data = '', salt = zeroblob(16) "
			"WHERE seq = 1",
		"UPDATE event SET data = 'back', salt = randomblob(16) "
			"WHERE seq = 1",
	};
	struct raid *raid = *state;
	char *before;

	assert_int_equal(sqlite3_exec(raid->db, "UPDATE event SET data = '', "
		"salt = zeroblob(16) WHERE seq = 1", NULL, NULL, NULL),
		SQLITE_OK);
	before = dump(raid);
	for (size_t i = 0; i < sizeof(attacks) / sizeof(attacks[0]); i++) {
		char *after;

		if (sqlite3_exec(raid->db, attacks[i], NULL, NULL, NULL) ==
		    SQLITE_OK)
			fail_msg("went through: %s", attacks[i]);
		after = dump(raid);
		assert_string_equal(before, after);
		sqlite3_free(after);
	}
	sqlite3_free(before);
}

static void
test_who_takes_the_guards_away_still_breaks_the_chain(void **state)
{
	struct raid *raid = *state;

	assert_int_equal(room_chain(&raid->room, raid->store, 1), 0);
	assert_int_equal(sqlite3_exec(raid->db,
		"DROP TRIGGER event_guard_update;"
		"UPDATE event SET head = 'x' WHERE seq = 2",
		NULL, NULL, NULL), SQLITE_OK);
	assert_int_equal(room_chain(&raid->room, raid->store, 1), 2);
	assert_int_equal(room_chain(&raid->room, raid->store, 2), 0);
}

static void
test_a_row_of_an_impossible_shape_is_named_and_not_read(void **state)
{
	struct raid *raid = *state;
	struct room_seen seen;

	assert_int_equal(sqlite3_exec(raid->db,
		"DROP TRIGGER event_guard_update;"
		"PRAGMA ignore_check_constraints=ON;"
		"UPDATE event SET hash = x'01' WHERE seq = 2",
		NULL, NULL, NULL), SQLITE_OK);
	assert_false(room_read(&raid->room, raid->store, 1, &seen));
	assert_int_equal(seen.count, 1);
	assert_non_null(strstr(seen.why, "damaged: entry 2 of incident 1"));
	room_follow(raid->store, &seen, 1, NULL);
	assert_true(room_seen_until(&raid->room, &seen, 1, STORE_AWAY));
	assert_int_equal(seen.count, 1);
}

static void
test_a_missing_entry_is_named_and_nothing_after_it_read(void **state)
{
	struct raid *raid = *state;
	struct room_seen seen;

	assert_int_equal(sqlite3_exec(raid->db,
		"DROP TRIGGER event_guard_delete;"
		"DELETE FROM event WHERE seq = 2", NULL, NULL, NULL),
		SQLITE_OK);
	room_follow(raid->store, &seen, 1, NULL);
	assert_true(room_seen_until(&raid->room, &seen, 1, STORE_AWAY));
	assert_int_equal(seen.count, 1);
	assert_non_null(strstr(seen.why, "entry 2 of incident 1 is missing"));
}

/* Whether the file @name beside the store has the text in it. */
static bool
file_has(struct raid *raid, const char *suffix, const char *text)
{
	char path[300];
	char *bytes;
	FILE *file;
	size_t n;
	bool has;

	snprintf(path, sizeof(path), "%s%s", raid->room.path, suffix);
	file = fopen(path, "re");
	assert_non_null(file);
	bytes = malloc(1 << 22);
	n = fread(bytes, 1, 1 << 22, file);
	has = memmem(bytes, n, text, strlen(text)) != NULL;
	free(bytes);
	fclose(file);
	return has;
}

static void
test_erased_text_is_gone_from_the_disk(void **state)
{
	struct raid *raid = *state;
	struct store_draft d = room_draft(4);
	struct store_append a = {.incident = 1, .n = 4, .count = 1,
		.drafts = &d, .summary = "says hunter2"};
	static char big[9000];

	/* Longer than a page, so that it fills pages of its own. */
	while (strlen(big) + 8 < sizeof(big))
		memcpy(big + strlen(big), "hunter2 ", 9);
	d.data = big;
	assert_int_equal(room_append(&raid->room, raid->store, &a).result,
		STORE_DONE);
	assert_true(file_has(raid, "-wal", "hunter2"));
	d = room_draft(5);
	a.n = 5;
	a.erase = 4;
	a.summary = "says nothing";
	assert_int_equal(room_append(&raid->room, raid->store, &a).result,
		STORE_DONE);
	assert_false(file_has(raid, "-wal", "hunter2"));
	assert_false(file_has(raid, "", "hunter2"));
}

static void
test_erased_text_goes_at_a_tick_when_somebody_read_just_then(void **state)
{
	struct raid *raid = *state;
	struct store_draft d = room_draft(4);
	struct store_append a = {.incident = 1, .n = 4, .count = 1,
		.drafts = &d};

	d.data = "hunter2";
	assert_int_equal(room_append(&raid->room, raid->store, &a).result,
		STORE_DONE);
	assert_int_equal(sqlite3_exec(raid->db, "BEGIN; SELECT * FROM event",
		NULL, NULL, NULL), SQLITE_OK);
	d = room_draft(5);
	a.n = 5;
	a.erase = 4;
	assert_int_equal(room_append(&raid->room, raid->store, &a).result,
		STORE_DONE);
	assert_true(file_has(raid, "-wal", "hunter2"));
	assert_int_equal(sqlite3_exec(raid->db, "COMMIT", NULL, NULL, NULL),
		SQLITE_OK);
	store_tick(raid->store);
	assert_false(file_has(raid, "-wal", "hunter2"));
	assert_false(file_has(raid, "", "hunter2"));
}

int
main(void)
{
#define RAID(name) \
	cmocka_unit_test_setup_teardown(name, raid_open, raid_close)
	const struct CMUnitTest tests[] = {
		RAID(test_no_statement_changes_what_is_there),
		RAID(test_an_erasure_changes_nothing_else_and_cannot_be_undone),
		RAID(test_who_takes_the_guards_away_still_breaks_the_chain),
		RAID(test_a_row_of_an_impossible_shape_is_named_and_not_read),
		RAID(test_a_missing_entry_is_named_and_nothing_after_it_read),
		RAID(test_erased_text_is_gone_from_the_disk),
		RAID(
		test_erased_text_goes_at_a_tick_when_somebody_read_just_then),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
