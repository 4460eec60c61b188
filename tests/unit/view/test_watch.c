/* Who else has the incident open. */
#include "unit/view/scene.h"

#include "base/mem.h"
#include "view/watch.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#define COUNT(v) ((int)(sizeof(v) / sizeof((v)[0])))

static const struct watcher all[] = {
	{"mei", "dashboard", 0, false},
	{"ana", "dashboard", 17, true},
	{"ana", "shared", 17, false},
	{"li", "plain", 17, false},
	{"raj", "dashboard", 17, false},
	{"raj", "dashboard", 17, false},
	{"", "shared", 17, false},
	{"", "wall", 17, false},
	{"", "wall", 17, false},
	{"tomas", "dashboard", 18, false},
};

static void
test_nobody_is_named_twice_and_walls_are_counted(void **state)
{
	struct arena *a = arena_new(0);

	(void)state;
	assert_string_equal(watch_line(all, COUNT(all), 17, a), "ana"
		" (shared), li (plain), raj \u00b7 1 shared \u00b7 2 walls");
	assert_string_equal(watch_line(all, COUNT(all), 0, a), "mei");
	assert_string_equal(watch_line(all, 2, 17, a), "");
	assert_string_equal(watch_line(NULL, 0, 17, a), "");
	arena_free(a);
}

static void
test_the_command_pane_names_them(void **state)
{
	struct scene p = scene_sample();
	struct shot s;

	(void)state;
	shot_init(&s, &p, "ana");
	assert_hides(shot_text(&s, 60, 240), "Watching");
	s.in.here = all;
	s.in.n_here = COUNT(all);
	assert_shows(shot_text(&s, 60, 240), "Watching   ana (shared), li"
		" (plain), raj");
	shot_end(&s);
	scene_end(&p);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			test_nobody_is_named_twice_and_walls_are_counted),
		cmocka_unit_test(test_the_command_pane_names_them),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
