/* Any size, any text: no crash, nothing blank, every frame whole. */
#include "base/mem.h"
#include "ui/canvas.h"
#include "ui/frame.h"
#include "unit/view/scene.h"
#include "view/rows.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#define NASTY "\u6771\u4eac\u306e e\u0301e\u0301 \U0001f525 \033]0;x\007" \
	"\u202eevil \xff\xfe \u0300 a\tb\nc \u200d "

/* An incident in which every text is unpleasant. */
static struct scene
scene_nasty(void)
{
	struct scene p = scene_declared(NASTY NASTY NASTY);

	scene(&p, "13:45 \u6771\u4eac", KIND_TAKEN, F_NONE);
	scene(&p, "13:46 \u6771\u4eac", KIND_SCOPE, F_NOTE, NASTY NASTY,
		F_NONE);
	scene(&p, "13:46 \u6771\u4eac", KIND_BRIDGE, F_BRIDGE, NASTY, F_NONE);
	scene(&p, "13:46 \u6771\u4eac", KIND_PROTOCOL, F_PROTOCOL, NASTY NASTY
		NASTY NASTY, F_NONE);
	scene(&p, "13:47 \u6771\u4eac", KIND_PAGED, F_WHO,
		"\u6771\u4eac\u90fd\u6771\u4eac\u90fd\u6771\u4eac\u90fd",
		F_FIELD, "\u6771\u4eac\u90fd\u6771\u4eac\u90fd\u6771", F_PHONE,
		NASTY, F_NONE);
	scene(&p, "13:48 li", KIND_JOINED, F_WHO, "li", F_FIELD, NASTY, F_NONE);
	scene_can(&p, "13:49 li", "C \u6771\u4eac\u6771\u4eac\u6771\u4eac\u6771"
		"\u4eac\u6771\u4eac\u6771\u4eac\u6771\u4eac\u6771\u4eac\u6771"
		"\u4eac\u6771\u4eac\u6771\u4eac\u6771\u4eac\u6771\u4eac\n"
		"A e\u0301\u0301\u0301\u0301\u0301\u0301 aaaaaaaaaaaaaaaaaaaaaa"
		"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n"
		"N \U0001f525\U0001f525\U0001f525\U0001f525\U0001f525\U0001f525");
	scene(&p, "13:50 \u6771\u4eac", KIND_ASSIGNED, F_WHO, "li", F_NOTE,
		NASTY NASTY, F_NONE);
	scene(&p, "13:51 li", KIND_BLOCKED, F_OBJECTIVE, 1, F_NOTE, NASTY,
		F_NONE);
	scene(&p, "13:52 \u6771\u4eac", KIND_PROPOSED, F_NOTE, NASTY, F_NONE);
	scene(&p, "13:52 li", KIND_TOLD, F_NOTE, NASTY, F_FROM, "\u6771\u4eac",
		F_NEXT, "14:00", F_NONE);
	scene(&p, "13:53 li", KIND_NOTE, F_NOTE, NASTY NASTY NASTY, F_NONE);
	return p;
}

static bool
is_blank(const struct canvas *c)
{
	for (int y = 0; y < c->h; y++)
		for (int x = 0; x < c->w; x++)
			if (canvas_cell(c, y, x)->cp > ' ')
				return false;
	return true;
}

/* The edges of each pane stand where they belong in every row. */
static void
check_edges(const struct canvas *c, const struct vm *vm)
{
	for (int i = 0; i < vm->n_panes; i++) {
		struct vm_rect r = vm->panes[i].r;

		if (vm->panes[i].bare)
			continue;
		/* A long message stands over the last rows. */
		for (int y = r.y + 1; y < r.y + r.h - 1 &&
		    y < c->h - vm->n_foot; y++) {
			assert_int_equal(canvas_cell(c, y, r.x)->cp, 0x2502);
			assert_int_equal(canvas_cell(c, y,
				r.x + r.w - 1)->cp, 0x2502);
			assert_int_equal(canvas_cell(c, y,
				r.x + r.w - 2)->cp, ' ');
		}
	}
}

/* No line is wider than its place. */
static void
check_lines(const struct vm *vm, int w)
{
	for (int i = 0; i < vm->n_head; i++)
		assert_in_range(vm->head[i].end, 0, w);
	for (int i = 0; i < vm->n_foot; i++)
		assert_in_range(vm->foot[i].end, 0, w);
	for (int i = 0; i < vm->n_panes; i++) {
		const struct vm_pane *p = &vm->panes[i];
		int room = p->bare ? p->r.w : p->r.w - 4;

		for (int k = 0; k < p->n; k++)
			assert_in_range(p->lines[k].end, 0, room);
	}
}

static void
check_size(struct shot *s, int h, int w)
{
	struct canvas *c = canvas_new(h, w);
	struct vm *vm;

	arena_reset(s->in.a);
	vm = shot_vm(s, h, w);
	frame_draw(c, vm);
	assert_false(is_blank(c));
	assert_int_equal(vm->n_head + vm->n_foot <= h, 1);
	check_edges(c, vm);
	check_lines(vm, w);
	canvas_free(c);
}

static void
check_sizes(struct shot *s)
{
	for (int h = 1; h < 60; h += h < 16 ? 1 : 5)
		for (int w = 1; w < 200; w += w < 45 ? 1 : 7)
			check_size(s, h, w);
}

static void
test_an_incident_at_every_size(void **state)
{
	struct scene p = scene_sample();
	struct shot s;

	(void)state;
	shot_init(&s, &p, "ana");
	for (int number = 1; number <= 7; number++) {
		screen_focus(&s.screen, layout_numbered(number));
		check_sizes(&s);
	}
	s.screen.zoom = true;
	check_sizes(&s);
	shot_end(&s);
	scene_end(&p);
}

static void
test_unpleasant_text_at_every_size(void **state)
{
	struct scene p = scene_nasty();
	struct shot s;

	(void)state;
	shot_init(&s, &p, NASTY);
	s.in.zone = "\u6771\u4eac";
	s.in.zone_min = 540;
	s.in.store_error = NASTY;
	for (int number = 1; number <= 7; number++) {
		screen_focus(&s.screen, layout_numbered(number));
		check_sizes(&s);
		s.in.last_good = 0;
		screen_say(&s.screen, SAID_ERROR, s.in.mono, "%s", NASTY);
	}
	shot_end(&s);
	scene_end(&p);
}

static void
test_the_board_at_every_size(void **state)
{
	struct shot s;

	(void)state;
	shot_init(&s, NULL, "");
	check_sizes(&s);
	shot_end(&s);
}

static void
test_an_incident_of_which_nothing_is_known_yet(void **state)
{
	struct scene p = scene_new(3);
	struct shot s;

	(void)state;
	shot_init(&s, &p, "ana");
	check_sizes(&s);
	shot_end(&s);
	scene_end(&p);
}

static void
test_ten_thousand_entries_are_put_into_words_only_in_view(void **state)
{
	struct scene p = scene_sample();
	struct shot s;
	size_t few, many;

	(void)state;
	shot_init(&s, &p, "ana");
	check_size(&s, 45, 160);
	arena_reset(s.in.a);
	few = arena_size(s.in.a);
	for (int i = 0; i < 10000; i++)
		scene(&p, "14:31 tomas", KIND_NOTE, F_NOTE, "one more", F_NONE);
	for (int i = 0; i < 3; i++)
		check_size(&s, 45, 160);
	arena_reset(s.in.a);
	many = arena_size(s.in.a);
	assert_true(many <= 2 * few);
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
		T(an_incident_at_every_size),
		T(unpleasant_text_at_every_size),
		T(the_board_at_every_size),
		T(an_incident_of_which_nothing_is_known_yet),
		T(ten_thousand_entries_are_put_into_words_only_in_view),
	};

	return cmocka_run_group_tests(tests, setup, NULL);
}
