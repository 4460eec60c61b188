/* What rings, and what leaves the screen with it. */
#include "unit/view/scene.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

static void
test_only_the_rows_that_nobody_may_overlook_ring(void **state)
{
	struct scene p = scene_sample();
	const struct vm *vm;
	struct shot s;

	(void)state;
	shot_init(&s, &p, "ana");
	vm = shot_vm(&s, 45, 160);
	assert_int_equal(vm->n_alarms, 1);
	assert_string_equal(vm->alarms[0].text, "INC-17: ines cannot complete:"
		" Drain eu-west-1a at the edge  4m");
	shot_end(&s);
	scene_end(&p);
}

static void
test_nobody_in_command_rings_with_its_age(void **state)
{
	struct scene p = scene_declared("EU checkout returns 5xx");
	const struct vm *vm;
	struct shot s;

	(void)state;
	shot_init(&s, &p, "raj");
	vm = shot_vm(&s, 24, 80);
	assert_int_equal(vm->n_alarms, 1);
	assert_non_null(strstr(vm->alarms[0].text, "INC-17: "));
	assert_non_null(strstr(vm->alarms[0].text, "command"));
	shot_end(&s);
	scene_end(&p);
}

static void
test_of_a_restricted_incident_nothing_leaves_the_screen(void **state)
{
	struct scene p = scene_sample();
	const struct vm *vm;
	struct shot s;

	(void)state;
	p.inc->restricted = true;
	shot_init(&s, &p, "ana");
	vm = shot_vm(&s, 45, 160);
	assert_string_equal(vm->alarms[0].text, "INC-17 needs you");
	assert_string_equal(vm->title, "INC-17 SEV1");
	shot_end(&s);
	scene_end(&p);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			test_only_the_rows_that_nobody_may_overlook_ring),
		cmocka_unit_test(test_nobody_in_command_rings_with_its_age),
		cmocka_unit_test(
			test_of_a_restricted_incident_nothing_leaves_the_screen),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
