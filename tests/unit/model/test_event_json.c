/*
 * Writing and reading together, and reading what nobody wrote.
 */
#include "model/event.h"

#include "base/mem.h"
#include "base/str.h"
#include "unit/model/any_event.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

static int
setup(void **state)
{
	*state = arena_new(0);
	return 0;
}

static int
teardown(void **state)
{
	arena_free(*state);
	return 0;
}

static void
test_what_was_written_reads_the_same(void **state)
{
	struct dice d = {20261122};

	for (int i = 0; i < 3000; i++) {
		struct arena *a = arena_new(0);
		struct event *e = any_event(a, &d, (enum event_kind)
			(KIND_DECLARED + i % (KIND_COUNT - KIND_DECLARED)));
		struct str head = {0};
		struct str data = {0};
		struct event again;

		event_head(e, &head);
		event_data(e, &data);
		event_read(a, head.s, data.s, &again);
		str_release(&head);
		str_release(&data);
		events_assert_same(e, &again);
		assert_null(again.raw);
		arena_free(a);
	}
	(void)state;
}

/* Copies of exactly their size, so that a byte read too far is seen. */
static void
read_cut(const struct event *e, const char *head, size_t nh,
	const char *data, size_t nd)
{
	struct arena *a = arena_new(0);
	char *h = strndup(head, nh);
	char *d = strndup(data, nd);
	struct event got;

	event_read(a, h, d, &got);
	if (nh < strlen(head) || (nd && nd < strlen(data)))
		assert_int_equal(got.kind, KIND_DAMAGED);
	else
		assert_int_equal(got.kind, e->kind);
	assert_int_equal(got.kind == KIND_DAMAGED, got.raw != NULL);
	free(h);
	free(d);
	arena_free(a);
}

static void
test_an_event_cut_anywhere_is_damaged(void **state)
{
	struct dice d = {99};

	for (int kind = KIND_DECLARED; kind < KIND_COUNT; kind++) {
		struct event *e = any_event(*state, &d, (enum event_kind)kind);
		struct str head = {0};
		struct str data = {0};

		event_head(e, &head);
		event_data(e, &data);
		for (size_t i = 0; i <= head.len; i++)
			read_cut(e, head.s, i, data.s, data.len);
		for (size_t i = 0; i <= data.len; i++)
			read_cut(e, head.s, head.len, data.s, i);
		str_release(&head);
		str_release(&data);
	}
}

/* Changes a few bytes, mostly to ones that mean something in JSON. */
static void
spoil(struct dice *d, struct str *str)
{
	static const char bytes[] = "{}[]\",:\\u0e-.t ";

	for (int i = dice_roll(d, 4); i >= 0; i--)
		str->s[dice_roll(d, (int)str->len)] = dice_roll(d, 3) ?
			bytes[dice_roll(d, 15)] :
			(char)(1 + dice_roll(d, 255));
}

static void
test_whatever_comes_is_an_event_that_can_be_written_again(void **state)
{
	struct dice d = {4711};

	for (int i = 0; i < 5000; i++) {
		struct arena *a = arena_new(0);
		struct event *e = any_event(a, &d, (enum event_kind)
			(KIND_DECLARED + i % (KIND_COUNT - KIND_DECLARED)));
		struct str head = {0};
		struct str data = {0};
		struct str again = {0};
		struct event got;
		struct event twice;

		event_head(e, &head);
		event_data(e, &data);
		spoil(&d, i % 2 ? &head : &data);
		event_read(a, head.s, data.s, &got);
		event_data(&got, &again);
		assert_true(got.kind > KIND_UNKNOWN || got.raw);
		twice = *event_draft(a, got.kind);
		assert_true(event_read_data(a, again.s, &twice));
		assert_int_equal(twice.set, got.set);
		str_release(&head);
		str_release(&data);
		str_release(&again);
		arena_free(a);
	}
	(void)state;
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_what_was_written_reads_the_same),
		cmocka_unit_test(test_an_event_cut_anywhere_is_damaged),
		cmocka_unit_test(
			test_whatever_comes_is_an_event_that_can_be_written_again),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
