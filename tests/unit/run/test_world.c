#include "run/world.h"

#include "base/hash.h"
#include "store/store.h"
#include "unit/run/scene.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static when_ms
real(void)
{
	return 1000;
}

static when_ms
later(void)
{
	return 3000;
}

static void
test_a_set_clock_stands_still_or_goes_at_its_rate(void **state)
{
	struct clock c;
	struct err err;

	(void)state;
	clock_init(&c, real);
	assert_int_equal(clock_now(&c), 1000);
	assert_true(clock_set(&c, "2026-11-22T14:00Z", &err));
	c.real = later;
	assert_int_equal(clock_now(&c), SCENE_NOW);
	clock_init(&c, real);
	assert_true(clock_set(&c, "2026-11-22T14:00Zx60", &err));
	c.real = later;
	assert_int_equal(clock_now(&c), SCENE_NOW + 60 * 2000);
}

static void
test_what_is_no_clock_is_refused(void **state)
{
	static const char *const bad[] = {
		"", "14:00Z", "x", "x60", "2026-11-22T14:00Zx",
		"2026-11-22T14:00Zx0", "2026-11-22T14:00Zx-1",
		"2026-11-22T14:00Zx+1", "2026-11-22T14:00Zx1.5", "tomorrow-ish",
		"2026-11-22T14:00Zx100001", "2026-13-22T14:00Z",
	};
	struct clock c;

	(void)state;
	clock_init(&c, real);
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		struct err err = {.code = ERR_NONE};

		if (clock_set(&c, bad[i], &err))
			fail_msg("taken: %s", bad[i]);
		assert_int_equal(err.code, ERR_USAGE);
		assert_false(c.set);
	}
}

/* Opens a world on @url with a clock; the sentence, or "". */
static const char *
opens(struct world *w, const char *url, const char *clock, const char *seed)
{
	static struct err err;
	struct world_options opt = {.store = url, .config = "none",
		.clock = clock, .seed = seed, .real = real};

	memset(&err, 0, sizeof(err));
	if (world_open(w, &opt, &err))
		world_store(w, &err);
	return err.text;
}

static void
test_clock_and_seed_are_for_practice_alone(void **state)
{
	struct scene s;
	struct world w;
	char *path;
	char url[400];

	(void)state;
	scene_enter(&s, "real.db");
	path = scene_path(&s, "real.db");
	assert_non_null(strstr(opens(&w, path, "2026-11-22T14:00Z", NULL),
		"practice stores alone"));
	world_close(&w);
	assert_non_null(strstr(opens(&w, path, NULL, "1"),
		"practice stores alone"));
	world_close(&w);
	assert_string_equal(opens(&w, "memory:", "2026-11-22T14:00Z", "1"),
		"");
	world_close(&w);
	free(path);
	path = scene_path(&s, "practice.db");
	snprintf(url, sizeof(url), "practice:%s", path);
	assert_string_equal(opens(&w, url, "2026-11-22T14:00Z", "1"), "");
	assert_true(store_practice(w.store));
	world_close(&w);
	/* Once made for practice, it is so by any name. */
	assert_string_equal(opens(&w, path, NULL, "1"), "");
	world_close(&w);
	free(path);
	scene_leave(&s);
}

static void
test_a_real_store_is_no_practice_store(void **state)
{
	struct scene s;
	struct world w;
	char url[400];
	char *path;

	(void)state;
	scene_enter(&s, "real.db");
	path = scene_path(&s, "real.db");
	snprintf(url, sizeof(url), "practice:%s", path);
	assert_non_null(strstr(opens(&w, url, NULL, NULL),
		"is no practice store"));
	world_close(&w);
	free(path);
	scene_leave(&s);
}

static void
test_a_seed_repeats_ids_and_salts_by_place(void **state)
{
	struct world w;
	struct world_place p = {1, 2, 0, "id"}, q = p;
	struct id a, b;

	(void)state;
	assert_true(hash_init());
	assert_string_equal(opens(&w, "memory:", NULL, "42"), "");
	a = world_id(&w, &p);
	b = world_id(&w, &q);
	assert_memory_equal(&a, &b, sizeof(a));
	q.use = "salt";
	b = world_id(&w, &q);
	assert_memory_not_equal(&a, &b, sizeof(a));
	q = p;
	q.n = 3;
	b = world_id(&w, &q);
	assert_memory_not_equal(&a, &b, sizeof(a));
	world_close(&w);
	assert_string_equal(opens(&w, "memory:", NULL, NULL), "");
	a = world_id(&w, &p);
	b = world_id(&w, &p);
	assert_memory_not_equal(&a, &b, sizeof(a));
	world_close(&w);
	assert_non_null(strstr(opens(&w, "memory:", NULL, "4x"),
		"no whole number"));
	world_close(&w);
}

static void
test_who_is_said_else_set_else_the_login(void **state)
{
	struct world_options opt = {.store = "memory:", .config = "none",
		.real = real};
	struct world w;
	struct err err;

	(void)state;
	assert_true(world_open(&w, &opt, &err));
	assert_false(w.named);
	assert_true(*w.who != '\0');
	assert_memory_equal(w.via, w.who, strlen(w.who));
	assert_int_equal(w.via[strlen(w.who)], '@');
	world_close(&w);
	opt.who = "mei";
	assert_true(world_open(&w, &opt, &err));
	assert_true(w.named);
	assert_string_equal(w.who, "mei");
	world_close(&w);
	opt.who = "two words";
	assert_false(world_open(&w, &opt, &err));
	assert_int_equal(err.code, ERR_USAGE);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			test_a_set_clock_stands_still_or_goes_at_its_rate),
		cmocka_unit_test(test_what_is_no_clock_is_refused),
		cmocka_unit_test(test_clock_and_seed_are_for_practice_alone),
		cmocka_unit_test(test_a_real_store_is_no_practice_store),
		cmocka_unit_test(test_a_seed_repeats_ids_and_salts_by_place),
		cmocka_unit_test(test_who_is_said_else_set_else_the_login),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
