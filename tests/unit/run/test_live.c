#include "run/live.h"

#include "loop/loop.h"
#include "unit/run/scene.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

struct watch {
	struct scene s;
	struct live *live;
	bool changed;
	int changes;
	bool read;
};

static void
changed(void *ctx)
{
	struct watch *w = ctx;

	w->changed = true;
	w->changes++;
}

static void
was_read(void *ctx, const struct err *why)
{
	struct watch *w = ctx;

	assert_null(why);
	w->read = true;
}

static void
watch_begin(struct watch *w)
{
	*w = (struct watch){.changes = 0};
	scene_enter(&w->s, NULL);
	scene_must(&w->s, 0, "ana declare x --take");
	w->live = live_follow(w->s.w.store, 1, changed, w);
}

static void
watch_end(struct watch *w)
{
	live_close(w->live);
	scene_leave(&w->s);
}

static void
test_a_follower_gets_what_is_there_then_what_comes(void **state)
{
	struct watch w;

	(void)state;
	watch_begin(&w);
	assert_false(live_ready(w.live));
	scene_until(&w.s, &w.changed);
	assert_true(live_ready(w.live));
	assert_int_equal(live_incident(w.live)->n, 3);
	assert_int_equal(live_state(w.live, NULL), STORE_LIVE);
	w.changed = false;
	scene_must(&w.s, 1, "mei note one");
	if (!w.changed)
		scene_until(&w.s, &w.changed);
	assert_int_equal(live_incident(w.live)->n, 4);
	watch_end(&w);
}

static void
test_what_was_read_ahead_is_not_folded_twice(void **state)
{
	struct watch w;

	(void)state;
	watch_begin(&w);
	live_catch_up(w.live, was_read, &w);
	live_catch_up(w.live, was_read, &w);
	scene_until(&w.s, &w.read);
	w.read = false;
	scene_until(&w.s, &w.read);
	scene_must(&w.s, 1, "mei note one");
	w.read = false;
	live_catch_up(w.live, was_read, &w);
	scene_until(&w.s, &w.read);
	for (int i = 0; i < 10; i++)
		loop_turn(w.s.w.loop, 0);
	assert_int_equal(live_incident(w.live)->n, 4);
	watch_end(&w);
}

static void
test_an_incident_that_is_not_there_is_empty(void **state)
{
	struct watch w;
	struct live *none;

	(void)state;
	watch_begin(&w);
	none = live_new(w.s.w.store, 9);
	live_catch_up(none, was_read, &w);
	scene_until(&w.s, &w.read);
	assert_true(live_ready(none));
	assert_int_equal(live_incident(none)->n, 0);
	assert_false(live_incident(none)->declared);
	live_close(none);
	live_close(NULL);
	watch_end(&w);
}

static void
test_it_lives_as_long_as_somebody_holds_it(void **state)
{
	struct watch w;
	struct live *one;

	(void)state;
	watch_begin(&w);
	one = live_keep(live_new(w.s.w.store, 1));
	live_catch_up(one, was_read, &w);
	live_close(one);
	scene_until(&w.s, &w.read);
	live_close(one);
	watch_end(&w);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			test_a_follower_gets_what_is_there_then_what_comes),
		cmocka_unit_test(test_what_was_read_ahead_is_not_folded_twice),
		cmocka_unit_test(test_an_incident_that_is_not_there_is_empty),
		cmocka_unit_test(test_it_lives_as_long_as_somebody_holds_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
