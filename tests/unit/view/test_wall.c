/* The wall, as cells. */
#include "unit/view/scene.h"

#include "base/mem.h"
#include "base/str.h"
#include "model/summary.h"
#include "ui/canvas.h"
#include "ui/frame.h"
#include "view/wall.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <string.h>
#include <cmocka.h>

#define NOW "14:31:19"
#define ROWS_MAX 8

struct wall_shot {
	struct arena *a;
	struct canvas *c;
	struct summary rows[ROWS_MAX];
	struct wall_in in;
};

/* A wall that has just read a store with @p in it (NULL: an empty one). */
static void
wall_init(struct wall_shot *s, const struct scene *p)
{
	memset(s, 0, sizeof(*s));
	s->a = arena_new(0);
	s->in.vm = (struct vm_in){
		.now = scene_time(NOW), .mono = 100000, .last_good = 99500,
		.board = s->rows, .read_only = true, .a = s->a,
	};
	s->in.read_at = scene_time(NOW) - 500;
	if (!p)
		return;
	s->in.vm.inc = p->inc;
	summary_of(p->inc, &s->rows[0]);
	s->in.vm.n_board = 1;
}

static void
wall_end(struct wall_shot *s)
{
	canvas_free(s->c);
	arena_free(s->a);
}

static const char *
wall_text(struct wall_shot *s, int h, int w)
{
	struct str out = {0};
	const char *text;

	s->in.vm.h = h;
	s->in.vm.w = w;
	canvas_free(s->c);
	s->c = canvas_new(h, w);
	frame_draw(s->c, wall_build(&s->in));
	canvas_dump(s->c, &out);
	text = arena_dup(s->a, str_get(&out));
	str_release(&out);
	return text;
}

/* Fails unless the texts, ended by NULL, stand in the dump in this order. */
static void
assert_order(const char *dump, ...)
{
	const char *at = dump, *text;
	va_list ap;

	va_start(ap, dump);
	while ((text = va_arg(ap, const char *))) {
		const char *found = strstr(at, text);

		if (!found)
			fail_msg("no '%s' after that in:\n%s", text, dump);
		at = found + strlen(text);
	}
	va_end(ap);
}

static void
test_facts_stand_in_the_order_of_their_weight(void **state)
{
	struct scene p = scene_sample();
	struct wall_shot s;

	(void)state;
	wall_init(&s, &p);
	assert_order(wall_text(&s, 24, 80), "SEV1", "INC-17",
		"38% of checkouts",
		"CUSTOMERS HIT FOR", "50 MIN", "IN COMMAND", "ANA", "STAGE",
		"DISPATCH", "CUSTOMERS TOLD", "LATE BY 6 MIN", NULL);
	wall_end(&s);
	scene_end(&p);
}

static void
test_no_live_incident_says_as_of_when(void **state)
{
	struct wall_shot s;

	(void)state;
	wall_init(&s, NULL);
	assert_order(wall_text(&s, 24, 80), "No live incident", "14:31Z",
		NULL);
	wall_end(&s);
}

static void
test_an_old_picture_is_no_signal(void **state)
{
	struct scene p = scene_sample();
	struct wall_shot s;

	(void)state;
	wall_init(&s, &p);
	s.in.vm.last_good = s.in.vm.mono - 10000;
	assert_hides(wall_text(&s, 24, 80), "NO SIGNAL");
	s.in.vm.last_good--;
	assert_shows(wall_text(&s, 24, 80), "NO SIGNAL for 10 s");
	wall_end(&s);
	scene_end(&p);
}

static void
test_the_worst_live_one_is_chosen(void **state)
{
	struct wall_shot s;

	(void)state;
	wall_init(&s, NULL);
	assert_int_equal(wall_choose(&s.in), 0);
	s.rows[0] = (struct summary){.number = 4, .restricted = true};
	s.rows[1] = (struct summary){.number = 7};
	s.rows[2] = (struct summary){.number = 3};
	s.rows[3] = (struct summary){.number = 9, .all_clear = true};
	s.in.vm.n_board = 4;
	assert_int_equal(wall_choose(&s.in), 7);
	s.in.only = 9;
	assert_int_equal(wall_choose(&s.in), 9);
	wall_end(&s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_facts_stand_in_the_order_of_their_weight),
		cmocka_unit_test(test_no_live_incident_says_as_of_when),
		cmocka_unit_test(test_an_old_picture_is_no_signal),
		cmocka_unit_test(test_the_worst_live_one_is_chosen),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
