/*
 * What every store promises, asked of each of them: following.
 */
#include "lib/pair.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#include <string.h>

static const uint32_t one_to_ten[2] = {1, 10};

PAIR_TEST(test_a_follower_gets_what_is_there_and_what_comes)
{
	const uint32_t more[2] = {11, 30};
	struct room_seen seen;

	room_fill(&p->room, p->writer, 1, one_to_ten);
	room_follow(p->reader, &seen, 1, NULL);
	assert_int_equal(seen.count, 0);
	assert_true(room_seen_until(&p->room, &seen, 10, STORE_LIVE));
	assert_int_equal(seen.first, 1);
	room_fill(&p->room, p->writer, 1, more);
	assert_true(room_seen_until(&p->room, &seen, 30, STORE_LIVE));
	assert_int_equal(seen.last, 30);
	assert_int_equal(seen.count, 30);
	assert_false(seen.disorder);
	assert_string_equal(seen.data, room_data(30));
}

PAIR_TEST(test_a_follower_of_nothing_is_live_at_once)
{
	struct room_seen seen;

	room_follow(p->reader, &seen, 99, NULL);
	assert_int_equal(seen.states, 0);
	assert_true(room_seen_until(&p->room, &seen, 0, STORE_LIVE));
	assert_int_equal(seen.count, 0);
	room_add(&p->room, p->writer, 99, 1);
	assert_true(room_seen_until(&p->room, &seen, 1, STORE_LIVE));
}

PAIR_TEST(test_a_follower_sees_its_incident_alone)
{
	struct room_seen one, two;

	room_follow(p->reader, &one, 1, NULL);
	room_follow(p->reader, &two, 2, NULL);
	room_add(&p->room, p->writer, 1, 1);
	room_add(&p->room, p->writer, 2, 1);
	room_add(&p->room, p->writer, 1, 2);
	assert_true(room_seen_until(&p->room, &one, 2, STORE_LIVE));
	assert_true(room_seen_until(&p->room, &two, 1, STORE_LIVE));
	assert_int_equal(one.count, 2);
	assert_int_equal(two.count, 1);
}

PAIR_TEST(test_two_followers_see_the_same_order)
{
	struct room_seen early, late;

	room_follow(p->reader, &early, 1, NULL);
	for (uint32_t n = 1; n <= 20; n++)
		room_add(&p->room, n % 2 ? p->writer : p->reader, 1, n);
	room_follow(p->writer, &late, 1, NULL);
	assert_true(room_seen_until(&p->room, &early, 20, STORE_LIVE));
	assert_true(room_seen_until(&p->room, &late, 20, STORE_LIVE));
	assert_false(early.disorder || late.disorder);
	assert_true(hash_same(&early.hash, &late.hash));
}

PAIR_TEST(test_a_reader_that_comes_back_misses_and_repeats_nothing)
{
	const uint32_t more[2] = {11, 15};
	struct room_seen before, after;

	room_fill(&p->room, p->writer, 1, one_to_ten);
	room_follow(p->reader, &before, 1, NULL);
	assert_true(room_seen_until(&p->room, &before, 10, STORE_LIVE));
	store_unfollow(before.follow);
	room_fill(&p->room, p->writer, 1, more);
	assert_int_equal(before.count, 10);
	room_follow(p->reader, &after, 1, &(struct store_from){
		.after = before.last, .hash = &before.hash});
	assert_true(room_seen_until(&p->room, &after, 5, STORE_LIVE));
	assert_int_equal(after.first, 11);
	assert_int_equal(after.last, 15);
	assert_false(after.disorder);
}

PAIR_TEST(test_a_store_that_went_back_says_so_and_hands_over_nothing)
{
	const struct hash other = {{1, 2, 3}};
	struct room_seen seen[2];
	struct room_seen whole;

	room_fill(&p->room, p->writer, 1, one_to_ten);
	assert_true(room_read(&p->room, p->reader, 1, &whole));
	room_follow(p->reader, &seen[0], 1, &(struct store_from){
		.after = 5, .hash = &other});
	room_follow(p->reader, &seen[1], 1, &(struct store_from){
		.after = 11, .hash = &whole.hash});
	for (int i = 0; i < 2; i++) {
		assert_true(room_seen_until(&p->room, &seen[i], 0,
			STORE_WENT_BACK));
		assert_int_equal(seen[i].count, 0);
		assert_non_null(strstr(seen[i].why, "went back"));
	}
	/* Growing past that place does not make it the same store. */
	room_add(&p->room, p->writer, 1, 11);
	store_tick(p->reader);
	loop_turn(p->room.loop, 0);
	loop_turn(p->room.loop, 0);
	assert_int_equal(seen[0].count + seen[1].count, 0);
	assert_int_equal(seen[1].state, STORE_WENT_BACK);
}

struct leaver {
	struct store_follow *follow;
	int count;
	bool done;
};

static void
leave_at_three(void *ctx, const struct store_record *r)
{
	struct leaver *leaver = ctx;

	(void)r;
	if (++leaver->count == 3)
		store_unfollow(leaver->follow);
}

static void
leave_never(void *ctx, enum store_state state, const struct err *why)
{
	(void)ctx;
	(void)state;
	(void)why;
	fail_msg("told after it had stopped");
}

PAIR_TEST(test_unfollow_in_the_middle_of_a_batch_stops_at_once)
{
	struct leaver leaver = {.count = 0};
	const struct store_sink sink = {leave_at_three, leave_never, &leaver};
	struct room_seen seen;

	room_fill(&p->room, p->writer, 1, one_to_ten);
	leaver.follow = store_follow(p->reader,
		&(struct store_from){.incident = 1}, &sink);
	room_follow(p->reader, &seen, 1, NULL);
	assert_true(room_seen_until(&p->room, &seen, 10, STORE_LIVE));
	assert_int_equal(leaver.count, 3);
	store_unfollow(NULL);
}

PAIR_TEST(test_a_long_log_comes_in_batches_with_nothing_lost)
{
	static const uint32_t many[2] = {1, 20001};
	struct room_seen seen;

	room_fill(&p->room, p->writer, 1, many);
	room_follow(p->reader, &seen, 1, NULL);
	loop_turn(p->room.loop, 0);
	assert_true(seen.count > 0 && seen.count < 20001);
	assert_int_equal(seen.states, 0);
	assert_true(room_seen_until(&p->room, &seen, 20001, STORE_LIVE));
	assert_int_equal(seen.count, 20001);
	assert_int_equal(seen.lives, 1);
	assert_false(seen.disorder);
	assert_int_equal(room_chain(&p->room, p->reader, 1), 0);
}

static void
on_changed(void *ctx)
{
	*(bool *)ctx = true;
}

PAIR_TEST(test_a_watch_is_told_of_every_incident)
{
	bool changed = false;

	store_watch(p->reader, on_changed, &changed);
	for (uint32_t incident = 0; incident < 4; incident++) {
		changed = false;
		room_add(&p->room, p->writer, incident, 1);
		assert_true(loop_until(p->room.loop, &changed, ROOM_WAIT_MS));
	}
	store_watch(p->reader, NULL, NULL);
	changed = false;
	room_add(&p->room, p->writer, 9, 1);
	store_tick(p->reader);
	loop_turn(p->room.loop, 0);
	assert_false(changed);
}

struct chatter {
	struct store *store;
	uint32_t n;
	bool done;
};

/* Appends the next entry from inside the callback of the last one. */
static void
chatter_next(void *ctx, enum store_result result, uint32_t n,
	const struct err *why)
{
	struct chatter *c = ctx;
	struct store_draft d = room_draft(n + 1);

	(void)why;
	assert_int_equal(result, STORE_DONE);
	c->done = n == 10;
	if (!c->done)
		store_append(c->store, &(struct store_append){.incident = 1,
			.n = n + 1, .count = 1, .drafts = &d}, chatter_next,
			c);
}

PAIR_TEST(test_a_callback_may_ask_again)
{
	struct chatter c = {.store = p->writer};
	struct store_draft d = room_draft(1);
	struct room_seen seen;

	store_append(p->writer, &(struct store_append){.incident = 1, .n = 1,
		.count = 1, .drafts = &d}, chatter_next, &c);
	assert_true(loop_until(p->room.loop, &c.done, ROOM_WAIT_MS));
	room_follow(p->reader, &seen, 1, NULL);
	assert_true(room_seen_until(&p->room, &seen, 10, STORE_LIVE));
	assert_int_equal(seen.count, 10);
}

static void
never(void *ctx, const struct err *why)
{
	(void)ctx;
	(void)why;
	fail_msg("answered after the store was closed");
}

static void
never_appended(void *ctx, enum store_result result, uint32_t n,
	const struct err *why)
{
	(void)result;
	(void)n;
	never(ctx, why);
}

PAIR_TEST(test_closing_drops_what_was_not_answered)
{
	struct store *s = room_open(&p->room, p->url, NULL);
	struct store_draft d = room_draft(1);
	struct room_seen seen;

	store_append(s, &(struct store_append){.incident = 1, .n = 1,
		.count = 1, .drafts = &d, .summary = "s"}, never_appended,
		NULL);
	store_incidents(s, &(struct store_list){.done = never});
	store_set_summary(s, &(struct store_summary){.text = "s"}, never,
		NULL);
	room_follow(s, &seen, 1, NULL);
	store_close(s);
	store_close(NULL);
	loop_turn(p->room.loop, 0);
	assert_int_equal(seen.states, 0);
	assert_true(room_read(&p->room, p->reader, 1, &seen));
	assert_int_equal(seen.count, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			test_a_follower_gets_what_is_there_and_what_comes),
		cmocka_unit_test(test_a_follower_of_nothing_is_live_at_once),
		cmocka_unit_test(test_a_follower_sees_its_incident_alone),
		cmocka_unit_test(test_two_followers_see_the_same_order),
		cmocka_unit_test(
		test_a_reader_that_comes_back_misses_and_repeats_nothing),
		cmocka_unit_test(
		test_a_store_that_went_back_says_so_and_hands_over_nothing),
		cmocka_unit_test(
			test_unfollow_in_the_middle_of_a_batch_stops_at_once),
		cmocka_unit_test(
			test_a_long_log_comes_in_batches_with_nothing_lost),
		cmocka_unit_test(test_a_watch_is_told_of_every_incident),
		cmocka_unit_test(test_a_callback_may_ask_again),
		cmocka_unit_test(test_closing_drops_what_was_not_answered),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
