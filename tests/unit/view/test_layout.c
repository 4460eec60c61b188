/* Arrangements: every size has one, and it is sound. */
#include "view/layout.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>
#include <cmocka.h>

static bool
overlaps(struct vm_rect a, struct vm_rect b)
{
	return a.y < b.y + b.h && b.y < a.y + a.h && a.x < b.x + b.w &&
		b.x < a.x + a.w;
}

/* What the panes would fill: by their numbers, as far as @ctx says. */
static int
lines(void *ctx, enum pane_id id, int w)
{
	int most = ctx ? *(const int *)ctx : 9;

	assert_true(w > 0);
	return (int)id * 5 % (most + 1);
}

/* Panes lie between head and foot, none over another, and fill the room. */
static void
check(const struct layout_in *in)
{
	struct layout l;
	int cells = 0;

	layout_make(&l, in);
	assert_in_range(l.head + l.foot, 1, in->h);
	for (int i = 0; i < l.n; i++) {
		struct vm_rect r = l.pane[i].r;

		assert_true(r.h > 0 && r.w > 0 && r.x >= 0);
		assert_true(r.y >= l.head && r.y + r.h <= in->h - l.foot);
		assert_true(r.x + r.w <= in->w);
		assert_true(l.pane[i].bare || (r.h >= 4 && r.w >= 24));
		for (int k = 0; k < i; k++)
			assert_false(overlaps(r, l.pane[k].r));
		cells += r.h * r.w;
	}
	assert_int_equal(cells, (in->h - l.head - l.foot) * in->w);
}

static void
test_every_size_has_a_sound_arrangement(void **state)
{
	(void)state;
	for (int h = 1; h <= 100; h++) {
		for (int w = 1; w <= 300; w++) {
			int most = (h + w) % 40;
			struct layout_in in = {
				.h = h, .w = w, .lines = lines, .ctx = &most,
				.focus = (enum pane_id)(1 + h % 7),
			};

			check(&in);
			in.banner = in.status = true;
			check(&in);
			in.zoom = true;
			check(&in);
			in.board = true;
			check(&in);
		}
	}
}

static void
test_every_pane_is_in_view_or_shares_a_place(void **state)
{
	static const int sizes[][2] = {
		{60, 240}, {24, 200}, {45, 160}, {24, 160}, {30, 100},
		{24, 100}, {24, 80}, {40, 80}, {60, 80}, {15, 60}, {14, 40},
		{10, 40},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++) {
		struct layout_in in = {
			.h = sizes[i][0], .w = sizes[i][1], .lines = lines,
		};
		struct layout l;
		int seen = 0;

		layout_make(&l, &in);
		for (int k = 0; k < l.n; k++)
			seen += 1 + l.pane[k].n_also;
		assert_int_equal(seen, 7);
	}
}

static void
test_the_pane_in_use_is_shown_where_several_share_a_place(void **state)
{
	(void)state;
	for (int number = 1; number <= 7; number++) {
		struct layout_in in = {
			.h = 24, .w = 80, .lines = lines,
			.focus = layout_numbered(number),
		};
		struct layout l;

		layout_make(&l, &in);
		assert_non_null(layout_find(&l, in.focus));
		assert_non_null(layout_find(&l, PANE_ATTENTION));
	}
}

static void
test_the_pane_last_in_use_stays_when_for_you_gets_the_keys(void **state)
{
	struct layout_in in = {
		.h = 24, .w = 80, .lines = lines, .focus = PANE_ATTENTION,
		.used = {[PANE_CAN] = 1, [PANE_PEOPLE] = 2},
	};
	struct layout l;

	(void)state;
	layout_make(&l, &in);
	assert_non_null(layout_find(&l, PANE_PEOPLE));
	assert_null(layout_find(&l, PANE_TIMELINE));
}

static void
test_panes_that_join_share_the_place_above_the_earliest_shown(void **state)
{
	struct layout_in in = {.h = 24, .w = 120, .lines = lines};
	const struct layout_pane *p;
	struct layout l;

	(void)state;
	layout_make(&l, &in);
	p = layout_find(&l, PANE_PEOPLE);
	assert_non_null(p);
	assert_int_equal(p->n_also, 1);
	assert_int_equal(p->also[0], PANE_COMMAND);
	/* Each place keeps its own: another one in use changes nothing. */
	in.used[PANE_COMMAND] = 1;
	in.used[PANE_TOLD] = 2;
	layout_make(&l, &in);
	assert_non_null(layout_find(&l, PANE_COMMAND));
	assert_non_null(layout_find(&l, PANE_TOLD));
	assert_null(layout_find(&l, PANE_OBJECTIVES));
	in.h = 45;
	layout_make(&l, &in);
	for (int number = 1; number <= 7; number++)
		assert_non_null(layout_find(&l, layout_numbered(number)));
}

static void
test_what_is_zoomed_leaves_one_row_to_the_worst(void **state)
{
	(void)state;
	for (int number = 1; number <= 7; number++) {
		struct layout_in in = {
			.h = 45, .w = 160, .lines = lines, .zoom = true,
			.focus = layout_numbered(number),
		};
		const struct layout_pane *p, *worst;
		struct layout l;

		layout_make(&l, &in);
		p = layout_find(&l, in.focus);
		worst = layout_find(&l, PANE_ATTENTION);
		assert_non_null(p);
		assert_non_null(worst);
		assert_int_equal(p->r.w, 160);
		assert_int_equal(l.n, number == 1 ? 1 : 2);
		assert_int_equal(worst->r.h, number == 1 ? 45 - l.head -
			l.foot : 1);
		assert_int_equal(worst->bare, number != 1);
	}
}

static void
test_two_lines_of_clocks_and_customers_from_80x24_up(void **state)
{
	(void)state;
	for (int h = 24; h < 60; h += 3) {
		for (int w = 80; w < 200; w += 7) {
			struct layout_in in = {
				.h = h, .w = w, .lines = lines,
			};
			struct layout l;

			layout_make(&l, &in);
			assert_int_equal(l.clocks, 1);
			assert_int_equal(l.customers, 2);
			assert_true(l.rails >= 1);
			assert_int_equal(l.foot, 2);
		}
	}
}

static void
test_a_status_that_matters_has_a_row_at_every_size(void **state)
{
	(void)state;
	for (int h = 1; h < 30; h++) {
		struct layout_in in = {.h = h, .w = 80, .status = true,
			.lines = lines};
		struct layout l;

		layout_make(&l, &in);
		assert_true(l.foot >= 1);
	}
}

static void
test_tab_walks_all_panes_and_back(void **state)
{
	enum pane_id id = PANE_ATTENTION;

	(void)state;
	for (int i = 1; i <= 7; i++) {
		assert_int_equal(layout_number(id), i);
		assert_int_equal(layout_cycle(layout_cycle(id, 1), -1), id);
		id = layout_cycle(id, 1);
	}
	assert_int_equal(id, PANE_ATTENTION);
	assert_int_equal(layout_cycle(PANE_BOARD, 1), PANE_BOARD);
	assert_int_equal(layout_numbered(8), PANE_NONE);
	assert_int_equal(layout_numbered(0), PANE_NONE);
}

#define T(name) cmocka_unit_test(test_##name)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(every_size_has_a_sound_arrangement),
		T(every_pane_is_in_view_or_shares_a_place),
		T(the_pane_in_use_is_shown_where_several_share_a_place),
		T(the_pane_last_in_use_stays_when_for_you_gets_the_keys),
		T(panes_that_join_share_the_place_above_the_earliest_shown),
		T(what_is_zoomed_leaves_one_row_to_the_worst),
		T(two_lines_of_clocks_and_customers_from_80x24_up),
		T(a_status_that_matters_has_a_row_at_every_size),
		T(tab_walks_all_panes_and_back),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
