/* The customers line: LATE and what was not told are never left out. */
#include "base/mem.h"
#include "base/str.h"
#include "model/words.h"
#include "unit/view/scene.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

static const char *
line(struct shot *s, int w)
{
	return shot_row(s, shot_text(s, 24, w), 2);
}

/* Dispatch was entered after the last word, whose promise has passed. */
static struct scene
scene_unheard(void)
{
	struct scene p = scene_sample();

	scene(&p, "14:31 ana", KIND_STAGE, F_FROM, "dispatch", F_TO,
		"mitigate", F_NONE);
	return p;
}

static void
test_what_is_late_and_not_told_is_said_at_every_width(void **state)
{
	struct scene p = scene_unheard();
	struct shot s;

	(void)state;
	shot_init(&s, &p, "ana");
	assert_string_equal(line(&s, 160) + 1, arena_printf(s.in.a,
		"%s%*shttps://meet.example.com/inc-17", words_customers_line(
		p.inc, s.in.now, s.in.a), 47, ""));
	for (int w = 24; w <= 200; w++) {
		assert_shows(line(&s, w), "6m LATE");
		assert_shows(line(&s, w), "not told: ");
		assert_hides(line(&s, w), "\u2026");
	}
	shot_end(&s);
	scene_end(&p);
}

static void
test_the_bridge_is_there_from_80_columns_on(void **state)
{
	struct scene p = scene_unheard();
	struct shot s;

	(void)state;
	shot_init(&s, &p, "ana");
	for (int w = 80; w <= 200; w++)
		assert_shows(line(&s, w), "meet.example.com/inc-17");
	assert_string_equal(line(&s, 80), " customers: next 14:25Z 6m LATE,"
		" not told: Mitigate \u00b7 meet.example.com/inc-17");
	shot_end(&s);
	scene_end(&p);
}

static void
test_words_are_left_out_before_names(void **state)
{
	static const struct {
		int w;
		const char *says;
	} widths[] = {
		{66, " customers: told 14:05Z, next 14:25Z 6m LATE, not told:"
			" Mitigate"},
		{55, " customers: next 14:25Z 6m LATE, not told: Mitigate"},
		{40, " customers: 6m LATE, not told: Mitigate"},
		{34, " customers: 6m LATE, not told: 1"},
		{26, " 6m LATE, not told: 1"},
	};
	struct scene p = scene_unheard();
	struct shot s;

	(void)state;
	shot_init(&s, &p, "ana");
	for (size_t i = 0; i < sizeof(widths) / sizeof(widths[0]); i++)
		assert_string_equal(line(&s, widths[i].w), widths[i].says);
	shot_end(&s);
	scene_end(&p);
}

static void
test_what_is_not_late_yet_keeps_its_time(void **state)
{
	struct scene p = scene_sample();
	struct shot s;

	(void)state;
	shot_init(&s, &p, "ana");
	s.in.now = scene_time("14:10");
	for (int w = 24; w <= 200; w++)
		assert_shows(line(&s, w), "14:25Z");
	shot_end(&s);
	scene_end(&p);
}

static int
setup(void **state)
{
	(void)state;
	return hash_init() && setlocale(LC_CTYPE, "C.UTF-8") ? 0 : -1;
}

#define T(name) cmocka_unit_test(test_##name)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(what_is_late_and_not_told_is_said_at_every_width),
		T(the_bridge_is_there_from_80_columns_on),
		T(words_are_left_out_before_names),
		T(what_is_not_late_yet_keeps_its_time),
	};

	return cmocka_run_group_tests(tests, setup, NULL);
}
