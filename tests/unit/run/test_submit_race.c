/* Two writers on one incident: who comes late. */
#include "run/submit.h"

#include "run/live.h"
#include "store/store.h"
#include "unit/run/scene.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

/* Two worlds on one store; the second knows entry 3 as the last. */
struct race {
	struct scene one, two;
	struct live *live;
};

static void
caught_up(void *ctx, const struct err *why)
{
	assert_null(why);
	*(bool *)ctx = true;
}

static void
race_begin(struct race *r)
{
	bool done = false;

	scene_enter(&r->one, "fg.db");
	scene_must(&r->one, 0, "ana declare x --take");
	scene_second(&r->two, &r->one);
	r->live = live_new(r->two.w.store, 1);
	live_catch_up(r->live, caught_up, &done);
	scene_until(&r->two, &done);
}

static void
race_end(struct race *r)
{
	live_close(r->live);
	scene_second_leave(&r->two);
	scene_leave(&r->one);
}

static void
late_answer(void *ctx, const struct submit_answer *a)
{
	struct scene_answer *out = ctx;

	out->done = true;
	out->result = a->result;
	out->first = a->first;
	if (a->err)
		snprintf(out->why, sizeof(out->why), "%s", a->err->text);
}

/* Submits on the state of before, which the first has moved on from. */
static struct scene_answer
race_late(struct race *r, const char *who, char *word)
{
	char *words[2] = {word, (char *)(uintptr_t)"word"};
	struct scene_answer out = {.done = false};

	submit_send(r->two.submit, &(struct submit_ask){
		.words = words, .n_words = strcmp(word, "note") ? 1 : 2,
		.who = who, .live = r->live, .when = WHEN_NONE,
		.fn = late_answer, .ctx = &out,
	});
	scene_until(&r->two, &out.done);
	return out;
}

static void
test_a_record_that_comes_late_goes_to_the_next_place(void **state)
{
	char word[] = "note";
	struct scene_answer a;
	struct race r;

	(void)state;
	race_begin(&r);
	scene_must(&r.one, 1, "mei note one");
	scene_must(&r.one, 1, "mei note two");
	a = race_late(&r, "raj", word);
	assert_int_equal(a.result, SUBMIT_DONE);
	assert_int_equal(a.first, 6);
	race_end(&r);
}

static void
test_an_advance_that_comes_late_is_refused_and_moves_nothing(void **state)
{
	char word[] = "advance";
	struct scene_answer a;
	struct race r;

	(void)state;
	race_begin(&r);
	scene_must(&r.one, 1, "ana advance");
	a = race_late(&r, "ana", word);
	assert_int_equal(a.result, SUBMIT_REFUSED);
	assert_non_null(strstr(a.why, "now in Dispatch"));
	assert_int_equal(live_incident(r.live)->stage, STAGE_DISPATCH);
	race_end(&r);
}

static void
test_an_advance_after_a_note_that_came_first_is_done(void **state)
{
	char word[] = "advance";
	struct scene_answer a;
	struct race r;

	(void)state;
	race_begin(&r);
	scene_must(&r.one, 1, "mei note one");
	a = race_late(&r, "ana", word);
	assert_int_equal(a.result, SUBMIT_DONE);
	assert_int_equal(a.first, 5);
	race_end(&r);
}

static void
test_command_that_was_assumed_first_is_not_assumed_again(void **state)
{
	char word[] = "assume";
	struct scene_answer a;
	struct race r;

	(void)state;
	race_begin(&r);
	scene_must(&r.one, 1, "raj assume");
	a = race_late(&r, "li", word);
	assert_int_equal(a.result, SUBMIT_REFUSED);
	assert_non_null(strstr(a.why, "raj commands now"));
	race_end(&r);
}

static void
test_who_loses_a_number_gets_the_next_one(void **state)
{
	struct scene_answer a;
	struct race r;

	(void)state;
	race_begin(&r);
	scene_must(&r.one, 0, "ana declare second");
	/* The other board was read before that. */
	a = scene_must(&r.two, 0, "mei declare third");
	assert_int_equal(a.incident, 3);
	assert_int_equal(a.first, 1);
	assert_string_equal(a.title, "third");
	race_end(&r);
}

static void
test_a_premise_of_before_is_what_counts(void **state)
{
	struct cmd_premise p = {.taken = true, .incident = 1, .stage_n = 1};
	char word[] = "advance";
	char *words[1] = {word};
	struct scene_answer out = {.done = false};
	struct scene s;

	(void)state;
	scene_enter(&s, NULL);
	scene_must(&s, 0, "ana declare x --take");
	submit_send(s.submit, &(struct submit_ask){
		.words = words, .n_words = 1, .who = "ana", .incident = 1,
		.premise = &p, .when = WHEN_NONE, .fn = late_answer,
		.ctx = &out,
	});
	scene_until(&s, &out.done);
	assert_int_equal(out.result, SUBMIT_REFUSED);
	scene_leave(&s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_a_record_that_comes_late_goes_to_the_next_place),
		cmocka_unit_test(test_an_advance_that_comes_late_is_refused_and_moves_nothing),
		cmocka_unit_test(test_an_advance_after_a_note_that_came_first_is_done),
		cmocka_unit_test(test_command_that_was_assumed_first_is_not_assumed_again),
		cmocka_unit_test(test_who_loses_a_number_gets_the_next_one),
		cmocka_unit_test(test_a_premise_of_before_is_what_counts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
