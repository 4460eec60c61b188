/*
 * What every store promises, asked of each of them: what is appended.
 */
#include "lib/pair.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#include <string.h>

static const uint32_t one_to_ten[2] = {1, 10};

PAIR_TEST(test_texts_come_back_byte_for_byte)
{
	/* Quotes, escapes, invalid UTF-8, and no final brace. */
	static const char odd[] = "{\"a\":\"\\u0041 \xc3\xa9 \xff\xfe '\"";
	struct store_draft d = room_draft(1);
	struct store_append a = {.incident = 7, .n = 1, .count = 1};
	struct room_seen seen;

	a.drafts = &d;
	d.head = d.data = odd;
	assert_int_equal(room_append(&p->room, p->writer, &a).result,
		STORE_DONE);
	assert_true(room_read(&p->room, p->reader, 7, &seen));
	assert_int_equal(seen.count, 1);
	assert_string_equal(seen.head, odd);
	assert_string_equal(seen.data, odd);
	assert_memory_equal(&seen.salt, &d.salt, sizeof(d.salt));
}

PAIR_TEST(test_a_place_is_filled_once)
{
	struct store_draft d = room_draft(5);
	struct store_append a = {.incident = 1, .n = 1, .count = 1};
	struct room_answer answer;
	struct room_seen seen;

	assert_int_equal(room_add(&p->room, p->writer, 1, 1).result,
		STORE_DONE);
	a.drafts = &d;
	answer = room_append(&p->room, p->reader, &a);
	assert_int_equal(answer.result, STORE_TAKEN);
	assert_non_null(strstr(answer.why, "somebody else"));
	assert_true(room_read(&p->room, p->reader, 1, &seen));
	assert_int_equal(seen.count, 1);
	assert_string_equal(seen.head, room_head(1));
}

PAIR_TEST(test_a_place_is_filled_only_after_the_one_before)
{
	assert_int_equal(room_add(&p->room, p->writer, 1, 2).result, STORE_GAP);
	assert_int_equal(room_add(&p->room, p->writer, 1, 1).result,
		STORE_DONE);
	assert_int_equal(room_add(&p->room, p->writer, 1, 3).result, STORE_GAP);
	assert_int_equal(room_add(&p->room, p->writer, 1, 2).result,
		STORE_DONE);
	assert_int_equal(room_add(&p->room, p->writer, 2, 2).result, STORE_GAP);
}

PAIR_TEST(test_of_two_appends_in_one_turn_the_first_has_the_place)
{
	struct store_draft d[2] = {room_draft(1), room_draft(2)};
	struct room_answer answers[2] = {{.done = false}};

	for (int i = 0; i < 2; i++)
		store_append(p->writer, &(struct store_append){.incident = 1,
			.n = 1, .count = 1, .drafts = &d[i]}, room_answered,
			&answers[i]);
	assert_true(loop_until(p->room.loop, &answers[1].done, ROOM_WAIT_MS));
	assert_true(answers[0].done);
	assert_int_equal(answers[0].result, STORE_DONE);
	assert_int_equal(answers[1].result, STORE_TAKEN);
}

PAIR_TEST(test_a_retried_append_adds_nothing_and_says_where_it_is)
{
	struct store_draft d = room_draft(2);
	struct store_append a = {.incident = 1, .n = 2, .count = 1};
	struct room_answer answer;
	struct room_seen seen;

	a.drafts = &d;
	room_fill(&p->room, p->writer, 1, one_to_ten);
	answer = room_append(&p->room, p->reader, &a);
	assert_int_equal(answer.result, STORE_THERE);
	assert_int_equal(answer.n, 2);
	a.n = 11;
	answer = room_append(&p->room, p->reader, &a);
	assert_int_equal(answer.result, STORE_THERE);
	assert_int_equal(answer.n, 2);
	a.n = 40;
	assert_int_equal(room_append(&p->room, p->reader, &a).result,
		STORE_THERE);
	assert_true(room_read(&p->room, p->reader, 1, &seen));
	assert_int_equal(seen.count, 10);
}

PAIR_TEST(test_an_id_is_its_own_in_each_incident)
{
	for (uint32_t incident = 0; incident < 3; incident++)
		assert_int_equal(room_add(&p->room, p->writer, incident, 1)
			.result, STORE_DONE);
}

PAIR_TEST(test_an_append_is_written_whole_or_not_at_all)
{
	struct store_draft d[3] = {room_draft(11), room_draft(12),
		room_draft(4)};
	struct store_append a = {.incident = 1, .n = 11, .count = 3,
		.drafts = d, .summary = "after", .rank = 1};
	struct room_answer answer;
	struct room_seen seen;

	room_fill(&p->room, p->writer, 1, one_to_ten);
	answer = room_append(&p->room, p->writer, &a);
	assert_int_equal(answer.result, STORE_THERE);
	assert_int_equal(answer.n, 4);
	d[2] = room_draft(12);
	answer = room_append(&p->room, p->writer, &a);
	assert_int_equal(answer.result, STORE_FAILED);
	assert_non_null(strstr(answer.why, "same id"));
	assert_true(room_read(&p->room, p->reader, 1, &seen));
	assert_int_equal(seen.count, 10);
	d[2] = room_draft(13);
	assert_int_equal(room_append(&p->room, p->writer, &a).result,
		STORE_DONE);
	assert_true(room_read(&p->room, p->reader, 1, &seen));
	assert_int_equal(seen.count, 13);
}

PAIR_TEST(test_what_no_store_takes_is_refused_with_a_sentence)
{
	static char big[STORE_EVENT_MAX + 1];
	struct store_draft d = room_draft(1);
	struct store_append a = {.incident = 1, .n = 1, .drafts = &d};
	const struct hash hash = {{1}};

	for (int count = -1; count <= 0; count++) {
		a.count = count;
		assert_int_equal(room_append(&p->room, p->writer, &a).result,
			STORE_FAILED);
	}
	a.count = STORE_APPEND_MAX + 1;
	assert_int_equal(room_append(&p->room, p->writer, &a).result,
		STORE_FAILED);
	a.count = 1;
	a.n = 0;
	assert_int_equal(room_append(&p->room, p->writer, &a).result,
		STORE_FAILED);
	a.n = 1;
	d.head = "";
	assert_int_equal(room_append(&p->room, p->writer, &a).result,
		STORE_FAILED);
	d.head = "{}";
	d.data = "";
	assert_int_equal(room_append(&p->room, p->writer, &a).result,
		STORE_FAILED);
	d.data = "{}";
	d.hash = &hash;
	assert_int_equal(room_append(&p->room, p->writer, &a).result,
		STORE_FAILED);
	d.hash = NULL;
	memset(big, 'x', STORE_EVENT_MAX - 1);
	d.data = big;
	assert_non_null(strstr(room_append(&p->room, p->writer, &a).why,
		"at most 65536 bytes, this one has 65537"));
	big[STORE_EVENT_MAX - 2] = '\0';
	assert_int_equal(room_append(&p->room, p->writer, &a).result,
		STORE_DONE);
}

PAIR_TEST(test_each_entry_is_chained_to_the_one_before)
{
	struct hash prev = {{0}};
	struct room_seen seen;

	for (uint32_t n = 1; n <= 3; n++) {
		struct store_draft d = room_draft(n);

		assert_int_equal(room_add(&p->room, p->writer, 1, n).result,
			STORE_DONE);
		prev = hash_link(&prev, &d.salt, d.data, strlen(d.data),
			d.head, strlen(d.head));
		assert_true(room_read(&p->room, p->reader, 1, &seen));
		assert_true(hash_same(&seen.hash, &prev));
	}
	assert_int_equal(room_chain(&p->room, p->reader, 1), 0);
}

PAIR_TEST(test_erasing_takes_data_and_salt_and_nothing_else)
{
	static const struct id none = {{0}};
	struct store_draft d = room_draft(11);
	struct store_append a = {.incident = 1, .n = 11, .count = 1,
		.drafts = &d, .erase = 10};
	struct room_seen before, after;

	room_fill(&p->room, p->writer, 1, one_to_ten);
	assert_true(room_read(&p->room, p->reader, 1, &before));
	assert_int_equal(room_append(&p->room, p->writer, &a).result,
		STORE_DONE);
	memset(&after, 0, sizeof(after));
	store_read(p->reader, &(struct store_range){.incident = 1, .from = 10,
		.to = 10, .record = room_sink(&after).record,
		.done = room_done, .ctx = &after});
	assert_true(loop_until(p->room.loop, &after.reached, ROOM_WAIT_MS));
	assert_int_equal(after.count, 1);
	assert_string_equal(after.data, "");
	assert_memory_equal(&after.salt, &none, sizeof(none));
	assert_string_equal(after.head, before.head);
	assert_true(hash_same(&after.hash, &before.hash));
	assert_int_equal(room_chain(&p->room, p->reader, 1), 0);

	/* A second time there is nothing to do, and no harm done. */
	d = room_draft(12);
	a.n = 12;
	assert_int_equal(room_append(&p->room, p->writer, &a).result,
		STORE_DONE);
	d = room_draft(13);
	a.n = 13;
	a.erase = 14;
	assert_int_equal(room_append(&p->room, p->writer, &a).result,
		STORE_FAILED);
	assert_true(room_read(&p->room, p->reader, 1, &after));
	assert_int_equal(after.count, 12);
}

PAIR_TEST(test_an_erased_entry_is_imported_with_its_hash)
{
	const struct hash hash = {{1, 2, 3}};
	struct store_draft d[2] = {room_draft(1), room_draft(2)};
	struct store_append a = {.incident = 1, .n = 1, .count = 2,
		.drafts = d};
	struct hash link;
	struct room_seen seen;

	d[0].data = "";
	d[0].hash = &hash;
	assert_int_equal(room_append(&p->room, p->writer, &a).result,
		STORE_DONE);
	link = hash_link(&hash, &d[1].salt, d[1].data, strlen(d[1].data),
		d[1].head, strlen(d[1].head));
	assert_true(room_read(&p->room, p->reader, 1, &seen));
	assert_true(hash_same(&seen.hash, &link));
	assert_int_equal(room_chain(&p->room, p->reader, 1), 0);
}

PAIR_TEST(test_a_range_is_read_from_first_to_last)
{
	static const uint32_t ranges[][4] = { /* from, to, first, count */
		{0, 0, 1, 10}, {4, 6, 4, 3}, {9, 0, 9, 2}, {10, 99, 10, 1},
		{11, 0, 0, 0}, {6, 4, 0, 0},
	};

	room_fill(&p->room, p->writer, 1, one_to_ten);
	for (size_t i = 0; i < sizeof(ranges) / sizeof(ranges[0]); i++) {
		struct room_seen seen = {.count = 0};

		store_read(p->reader, &(struct store_range){.incident = 1,
			.from = ranges[i][0], .to = ranges[i][1],
			.record = room_sink(&seen).record,
			.done = room_done, .ctx = &seen});
		assert_false(seen.reached);
		assert_true(loop_until(p->room.loop, &seen.reached,
			ROOM_WAIT_MS));
		assert_int_equal(seen.first, ranges[i][2]);
		assert_int_equal(seen.count, ranges[i][3]);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_texts_come_back_byte_for_byte),
		cmocka_unit_test(test_a_place_is_filled_once),
		cmocka_unit_test(
			test_a_place_is_filled_only_after_the_one_before),
		cmocka_unit_test(
			test_of_two_appends_in_one_turn_the_first_has_the_place),
		cmocka_unit_test(
			test_a_retried_append_adds_nothing_and_says_where_it_is),
		cmocka_unit_test(test_an_id_is_its_own_in_each_incident),
		cmocka_unit_test(
			test_an_append_is_written_whole_or_not_at_all),
		cmocka_unit_test(
			test_what_no_store_takes_is_refused_with_a_sentence),
		cmocka_unit_test(test_each_entry_is_chained_to_the_one_before),
		cmocka_unit_test(
			test_erasing_takes_data_and_salt_and_nothing_else),
		cmocka_unit_test(
			test_an_erased_entry_is_imported_with_its_hash),
		cmocka_unit_test(test_a_range_is_read_from_first_to_last),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
