/*
 * What every store promises, asked of each of them: lists, summaries and presence.
 */
#include "lib/pair.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const uint32_t one_to_ten[2] = {1, 10};

PAIR_TEST(test_incidents_are_listed_in_order_with_their_last_place)
{
	static const uint32_t numbers[] = {17, 0, 3, 4294967295};
	const uint32_t three[2] = {2, 3};
	struct room_list list;

	room_list(&p->room, p->reader, &list);
	assert_string_equal(list.text, "");
	for (size_t i = 0; i < 4; i++)
		room_add(&p->room, p->writer, numbers[i], 1);
	room_fill(&p->room, p->writer, 3, three);
	room_list(&p->room, p->reader, &list);
	assert_string_equal(list.text, "0:1 3:3 17:1 4294967295:1 ");
}

PAIR_TEST(test_a_summary_comes_with_its_append_or_stays)
{
	struct store_draft d = room_draft(1);
	struct store_append a = {.incident = 4, .n = 1, .count = 1,
		.drafts = &d, .summary = "first", .rank = -3};
	struct room_list list;

	room_append(&p->room, p->writer, &a);
	room_page(&p->room, p->reader, (const int[2]){0, -1}, &list);
	assert_string_equal(list.text, "4:1/1 -3 first ");
	room_add(&p->room, p->writer, 4, 2);
	room_page(&p->room, p->reader, (const int[2]){0, -1}, &list);
	assert_string_equal(list.text, "4:1/2 -3 first ");
	d = room_draft(3);
	a.n = 3;
	a.summary = "third";
	a.rank = 9;
	room_append(&p->room, p->writer, &a);
	room_page(&p->room, p->reader, (const int[2]){0, -1}, &list);
	assert_string_equal(list.text, "4:3/3 9 third ");
}

PAIR_TEST(test_a_summary_is_replaced_only_at_the_last_entry)
{
	struct store_summary row = {.incident = 1, .n = 9, .text = "old"};
	struct room_list list;

	room_fill(&p->room, p->writer, 1, one_to_ten);
	room_set_summary(&p->room, p->writer, &row);
	room_page(&p->room, p->reader, (const int[2]){0, -1}, &list);
	assert_string_equal(list.text, "");
	row.n = 10;
	row.text = "new";
	room_set_summary(&p->room, p->writer, &row);
	row.incident = 2;
	room_set_summary(&p->room, p->writer, &row);
	room_page(&p->room, p->reader, (const int[2]){0, -1}, &list);
	assert_string_equal(list.text, "1:10/10 0 new ");
}

PAIR_TEST(test_pages_go_by_rank_and_then_by_newest)
{
	static const int64_t ranks[] = {5, 1, 5, -2, 1};
	static const struct {
		int page[2];
		const char *text;
	} rows[] = {
		{{0, 2},  "4:1/1 -2 s 5:1/1 1 s "},
		{{2, 2},  "2:1/1 1 s 3:1/1 5 s "},
		{{4, 2},  "1:1/1 5 s "},
		{{6, 2},  ""},
		{{3, -1}, "3:1/1 5 s 1:1/1 5 s "},
		{{0, 0},  ""},
	};
	struct room_list list;

	for (uint32_t i = 0; i < 5; i++) {
		struct store_draft d = room_draft(i);

		room_append(&p->room, p->writer, &(struct store_append){
			.incident = i + 1, .n = 1, .count = 1, .drafts = &d,
			.summary = "s", .rank = ranks[i]});
	}
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		room_page(&p->room, p->reader, rows[i].page, &list);
		assert_string_equal(list.text, rows[i].text);
	}
}

PAIR_TEST(test_who_is_here_is_seen_until_it_is_taken_back)
{
	struct store_presence me = {.who = "ana", .screen = "wall",
		.incident = 17};
	struct store_presence seen[4];

	assert_int_equal(store_present(p->reader, seen, 4), 0);
	store_here(p->writer, &me);
	assert_int_equal(store_present(p->reader, seen, 4), 1);
	assert_string_equal(seen[0].who, "ana");
	assert_string_equal(seen[0].screen, "wall");
	assert_int_equal(seen[0].incident, 17);
	assert_int_equal(store_present(p->writer, seen, 4), 1);
	assert_true(seen[0].mine);
	me.incident = 0;
	memset(me.who, 'x', sizeof(me.who) - 1);
	memset(me.screen, 'y', sizeof(me.screen) - 1);
	store_here(p->writer, &me);
	assert_int_equal(store_present(p->reader, seen, 4), 1);
	assert_string_equal(seen[0].who, me.who);
	assert_string_equal(seen[0].screen, me.screen);
	assert_int_equal(store_present(p->reader, seen, 0), 0);
	store_here(p->writer, NULL);
	assert_int_equal(store_present(p->reader, seen, 4), 0);
}

PAIR_TEST(test_a_store_opened_for_reading_refuses_to_write)
{
	const struct store_options opt = {.read_only = true};
	struct store *s = room_open(&p->room, p->url, &opt);
	struct room_answer answer = room_add(&p->room, s, 1, 1);

	assert_true(store_read_only(s));
	assert_false(store_read_only(p->writer));
	assert_int_equal(answer.result, STORE_READONLY);
	assert_non_null(strstr(answer.why, "nothing was written"));
	store_close(s);
}

PAIR_TEST(test_facts_are_as_the_store_was_opened)
{
	char name[300];
	char *real = realpath(p->room.path, NULL);

	snprintf(name, sizeof(name), "%s%s", p->kind,
		real ? real : "");
	free(real);
	assert_string_equal(store_name(p->writer), name);
	assert_false(store_practice(p->writer));
	assert_int_equal(store_last_good(p->writer), loop_now(p->room.loop));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			test_incidents_are_listed_in_order_with_their_last_place),
		cmocka_unit_test(
			test_a_summary_comes_with_its_append_or_stays),
		cmocka_unit_test(
			test_a_summary_is_replaced_only_at_the_last_entry),
		cmocka_unit_test(test_pages_go_by_rank_and_then_by_newest),
		cmocka_unit_test(
			test_who_is_here_is_seen_until_it_is_taken_back),
		cmocka_unit_test(
			test_a_store_opened_for_reading_refuses_to_write),
		cmocka_unit_test(test_facts_are_as_the_store_was_opened),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
