/* What of a pane is in view: kept by row, and the rest is counted. */
#include "view/rows.h"

#include "base/mem.h"
#include "unit/view/scene.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

static void
move(struct shot *s, enum screen_step how)
{
	screen_move(&s->screen, &s->in, how);
	shot_vm(s, s->in.h, s->in.w);
}

/* Line @i of a pane as text; "" when there is none. */
static const char *
line_of(struct shot *s, enum pane_id id, int i)
{
	const struct vm_pane *p = shot_pane(s, s->in.h, s->in.w, id);
	const char *text = "";

	for (int k = 0; i < p->n && k < p->lines[i].n; k++)
		text = arena_printf(s->in.a, "%s%s", text,
			p->lines[i].spans[k].text);
	return text;
}

static void
add_needs(struct scene *p, const char *who, int n)
{
	for (int i = 0; i < n; i++)
		scene_can(p, arena_printf(p->a, "14:31 %s%d", who, i),
			"C it is slow\nA looking\nN a hand");
}

static void
test_rows_that_come_above_do_not_move_what_is_in_view(void **state)
{
	struct scene p = scene_sample();
	const char *top;
	struct shot s;
	int line;

	(void)state;
	add_needs(&p, "x", 9);
	shot_init(&s, &p, "ana");
	screen_focus(&s.screen, PANE_CAN);
	shot_vm(&s, 24, 80);
	for (int i = 0; i < 14; i++)
		move(&s, STEP_DOWN);
	top = line_of(&s, PANE_CAN, 0);
	line = s.screen.pane[PANE_CAN].line;
	assert_true(line > 3);
	/* A report of somebody whom the list names earlier grows. */
	scene_can(&p, "14:31 tomas", "C one\nC two\nC three\nA four");
	assert_string_equal(line_of(&s, PANE_CAN, 0), top);
	assert_int_not_equal(s.screen.pane[PANE_CAN].line, line);
	/* So it is when they go again, and on another size. */
	scene_can(&p, "14:31 tomas", "C one");
	assert_string_equal(line_of(&s, PANE_CAN, 0), top);
	shot_vm(&s, 30, 90);
	shot_vm(&s, 24, 80);
	assert_string_equal(line_of(&s, PANE_CAN, 0), top);
	shot_end(&s);
	scene_end(&p);
}

static void
test_a_view_of_the_beginning_shows_what_comes_first(void **state)
{
	struct scene p = scene_sample();
	struct shot s;

	(void)state;
	shot_init(&s, &p, "ana");
	shot_vm(&s, 24, 80);
	scene(&p, "14:31 ana", KIND_OFFERED, F_FROM, "ana", F_TO, "raj",
		F_NONE);
	snprintf(s.screen.who, sizeof(s.screen.who), "raj");
	assert_shows(line_of(&s, PANE_ATTENTION, 0), "offers you command");
	shot_end(&s);
	scene_end(&p);
}

static void
test_the_worst_row_stays_when_others_are_scrolled(void **state)
{
	struct scene p = scene_sample();
	struct shot s;

	(void)state;
	shot_init(&s, &p, "ana");
	shot_vm(&s, 24, 80);
	move(&s, STEP_END);
	assert_shows(line_of(&s, PANE_ATTENTION, 0), "ines cannot complete");
	assert_shows(shot_pane(&s, 24, 80, PANE_ATTENTION)->below,
		"3 above, 3 late");
	shot_end(&s);
	scene_end(&p);
}

static void
test_the_heading_of_the_smes_does_not_scroll(void **state)
{
	struct scene p = scene_sample();
	struct shot s;

	(void)state;
	shot_init(&s, &p, "ana");
	for (int i = 0; i < 20; i++)
		scene(&p, "14:31 ana", KIND_PAGED, F_WHO, arena_printf(p.a,
			"p%d", i), F_FIELD, "web", F_NONE);
	screen_focus(&s.screen, PANE_PEOPLE);
	shot_vm(&s, 24, 80);
	move(&s, STEP_END);
	assert_shows(line_of(&s, PANE_PEOPLE, 0), "WHO");
	assert_shows(shot_pane(&s, 24, 80, PANE_PEOPLE)->below,
		"18 above");
	shot_end(&s);
	scene_end(&p);
}

static void
test_the_lines_of_one_long_row_are_counted(void **state)
{
	struct scene p = scene_declared("Login page is blank");
	struct shot s;

	(void)state;
	scene(&p, "13:50 ana", KIND_BROADCAST, F_MESSAGE, "We look.\nAt it.\n"
		"Now.\nAnd\nthen\nwe\nsay\nmore\nof it\nall\nover.", F_NONE);
	shot_init(&s, &p, "ana");
	screen_focus(&s.screen, PANE_TOLD);
	assert_string_equal(shot_pane(&s, 24, 80, PANE_TOLD)->below,
		"+4 lines");
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
		T(rows_that_come_above_do_not_move_what_is_in_view),
		T(a_view_of_the_beginning_shows_what_comes_first),
		T(the_worst_row_stays_when_others_are_scrolled),
		T(the_heading_of_the_smes_does_not_scroll),
		T(the_lines_of_one_long_row_are_counted),
	};

	return cmocka_run_group_tests(tests, setup, NULL);
}
