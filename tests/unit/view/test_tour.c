/*
 * The tour: every step has its pane, its keys and all of its text in view, at
 * every size, beside what it is about; no key does anything but go through it.
 */
#include "unit/view/desk.h"
#include "unit/view/golden.h"
#include "unit/view/samples.h"

#include "base/key.h"
#include "base/mem.h"
#include "base/text.h"
#include "view/keys.h"
#include "view/layout.h"
#include "view/rows.h"
#include "view/tour.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

static const int sizes[][2] = {
	{10, 40}, {12, 60}, {16, 80}, {24, 80}, {30, 100}, {43, 132},
	{45, 160}, {60, 240},
};

#define SIZES ((int)(sizeof(sizes) / sizeof(sizes[0])))

/* ---- the table ------------------------------------------------------------ */

static int
sentences(const char *text)
{
	int n = 0;

	for (; *text; text++)
		n += *text == '.' && (!text[1] || text[1] == ' ');
	return n;
}

static void
test_every_step_has_its_pane_and_keys(void **state)
{
	struct desk *d = desk_busy();
	struct vm_in in = desk_in(d);
	const struct tour_step *step;

	(void)state;
	assert_in_range(tour_steps(), 8, 12);
	for (int i = 0; (step = tour_step(i)); i++) {
		assert_in_range(sentences(step->text), 1, 4);
		assert_int_equal(step->about == TOUR_PANE,
			layout_number(step->pane) > 0);
		for (int k = 0; k < TOUR_KEYS && step->lines[k]; k++) {
			const char *key = NULL;

			if (!tour_key_row(&in, step->lines[k], &key))
				fail_msg("%s: no key does `%s`", step->title,
					step->lines[k]);
			assert_true(*key);
		}
	}
	assert_null(tour_step(-1));
	assert_null(tour_step(tour_steps()));
	desk_free(d);
}

/* ---- what is seen ---------------------------------------------------------- */

/* All that the box says, a blank between two lines. */
static const char *
said(struct sample *v, const struct vm_overlay *o)
{
	const char *text = "";

	for (int i = 0; i < o->n; i++)
		for (int k = 0; k < o->lines[i].n; k++)
			text = arena_printf(v->s.in.a, "%s%s%s", text,
				k && o->lines[i].spans[k].x == o->lines[i].
				spans[k - 1].x + o->lines[i].spans[k - 1].w ?
				"" : " ", o->lines[i].spans[k].text);
	return text;
}

/* The same without its blanks, as lines are broken anywhere. */
static const char *
packed(struct sample *v, const char *text)
{
	char *out = arena_dup(v->s.in.a, text);
	char *to = out;

	for (; *text; text++)
		if (*text != ' ')
			*to++ = *text;
	*to = '\0';
	return out;
}

static bool
covers(struct vm_rect a, struct vm_rect b)
{
	return a.y < b.y + b.h && b.y < a.y + a.h && a.x < b.x + b.w &&
		b.x < a.x + a.w;
}

static void
check_step(struct sample *v, int i, int h, int w)
{
	const struct tour_step *step = tour_step(i);
	const struct vm_overlay *o;
	struct layout lay;
	const struct layout_pane *pane;

	v->s.in.h = h;
	v->s.in.w = w;
	o = vm_build(&v->s.in)->over;
	vm_layout(&v->s.in, &lay);
	pane = layout_find(&lay, step->pane);
	if (!o || o->n != o->total)
		fail_msg("%s at %dx%d is cut", step->title, w, h);
	if (!strstr(packed(v, said(v, o)), packed(v, step->text)))
		fail_msg("%s at %dx%d says: %s", step->title, w, h,
			said(v, o));
	for (int k = 0; k < o->n; k++)
		assert_false(o->lines[k].cut);
	assert_string_equal(o->title, step->title);
	assert_non_null(strstr(o->right, arena_printf(v->s.in.a, "%d of %d",
		i + 1, tour_steps())));
	assert_true(o->r.y + o->r.h <= h && o->r.x >= 0 &&
		o->r.x + o->r.w <= w);
	if (h < 24)
		return;
	assert_true(o->r.y >= lay.head);
	if (step->about == TOUR_PANE && (!pane || covers(o->r, pane->r)))
		fail_msg("%s at %dx%d covers its pane", step->title, w, h);
}

/* From the first step to the last one. */
static void
open_tour(struct sample *v, int step)
{
	struct key next = {0};

	assert_true(key_parse("Space", &next));
	tour_begin(&v->s.screen);
	for (int i = 0; i < step; i++)
		tour_key(&v->s.screen, &next, &v->s.in);
	assert_int_equal(v->s.screen.tour, step);
}

static void
test_every_step_fits_beside_what_it_is_about(void **state)
{
	struct sample v;

	(void)state;
	sample_open(&v, SAMPLE_INCIDENT);
	for (int i = 0; tour_step(i); i++) {
		open_tour(&v, i);
		for (int k = 0; k < SIZES; k++)
			check_step(&v, i, sizes[k][0], sizes[k][1]);
		for (int h = 24; h <= 60; h += 4)
			for (int w = 80; w <= 240; w += 5)
				check_step(&v, i, h, w);
		/* Whatever the terminal is, nothing breaks. */
		for (int h = 1; h < 30; h++)
			for (int w = 1; w < 100; w += 7) {
				v.s.in.h = h;
				v.s.in.w = w;
				assert_non_null(vm_build(&v.s.in));
			}
	}
	sample_end(&v);
}

static void
test_pictures(void **state)
{
	static const int shown[][2] = {{10, 40}, {24, 80}, {45, 160}};

	(void)state;
	for (int k = 0; k < 3; k++) {
		char name[32];
		struct golden g = {.name = name};
		struct sample v;

		snprintf(name, sizeof(name), "tour-%dx%d", shown[k][1],
			shown[k][0]);
		sample_open(&v, SAMPLE_INCIDENT);
		for (int i = 0; tour_step(i); i++) {
			open_tour(&v, i);
			golden_add(&g, &v.s, shown[k][0], shown[k][1],
				tour_step(i)->title);
		}
		golden_end(&g);
		sample_end(&v);
	}
}

/* ---- keys ------------------------------------------------------------------- */

static struct desk *
on_tour(void)
{
	struct desk *d = desk_busy();

	tour_begin(&d->s);
	return d;
}

static void
test_forth_and_back(void **state)
{
	static const char *const forth[] = {"Space", "Enter", "Right"};
	static const char *const back[] = {"Backspace", "Left"};
	struct desk *d = on_tour();

	(void)state;
	for (int i = 1; i < tour_steps(); i++) {
		desk_keys(d, forth[i % 3]);
		assert_int_equal(d->s.tour, i);
	}
	assert_false(d->s.wants_quit);
	for (int i = tour_steps() - 2; i >= 0; i--) {
		desk_keys(d, back[i % 2]);
		assert_int_equal(d->s.tour, i);
	}
	desk_keys(d, "Backspace");
	assert_int_equal(d->s.tour, 0);
	assert_non_null(strstr(d->s.saying, "first step"));
	desk_free(d);
}

static void
test_it_is_left(void **state)
{
	static const char *const keys[] = {"q", "Esc"};

	(void)state;
	for (int i = 0; i < 2; i++) {
		struct desk *d = on_tour();

		desk_keys(d, keys[i]);
		assert_true(d->s.wants_quit);
		desk_free(d);
	}
}

static void
test_it_ends_or_goes_on_as_practice(void **state)
{
	struct desk *d = on_tour();

	(void)state;
	desk_keys(d, "p");
	assert_int_equal(d->s.over, OVER_TOUR);
	assert_non_null(strstr(d->s.saying, "for the end"));
	for (int i = 1; i < tour_steps(); i++)
		desk_keys(d, "Space");
	assert_non_null(strstr(desk_bar(d), " p practise "));
	desk_keys(d, "p");
	assert_int_equal(d->s.over, OVER_NONE);
	desk_keys(d, "n");
	assert_int_equal(d->s.over, OVER_FORM);
	desk_free(d);
	d = on_tour();
	for (int i = 0; i < tour_steps(); i++)
		desk_keys(d, "Space");
	assert_true(d->s.wants_quit);
	desk_free(d);
}

/* Keys of the table, and keys of one's own, are told and do nothing. */
static void
test_other_keys_are_described(void **state)
{
	struct desk *d = on_tour();
	uint32_t n = d->inc->n;

	(void)state;
	desk_keys(d, "c");
	assert_non_null(strstr(d->s.saying, "c: file a CAN report"));
	assert_non_null(strstr(d->s.saying, "Space goes on"));
	desk_keys(d, "F5");
	assert_non_null(strstr(d->s.saying, "F5 has no meaning"));
	desk_paste(d, "advance");
	assert_non_null(strstr(d->s.saying, "nothing is pasted"));
	desk_keys(d, "> ! u :");
	assert_int_equal(d->s.over, OVER_TOUR);
	assert_false(d->s.prompt);
	assert_int_equal(d->inc->n, n);
	desk_free(d);
}

static void
test_a_key_of_ones_own_is_shown(void **state)
{
	const struct key_bind own = {"F6", "form can", "config:1"};
	struct desk *d = on_tour();
	struct key_map *map;
	struct err err;

	(void)state;
	map = key_map_new(&own, 1, &err);
	assert_non_null(map);
	d->s.keys = map;
	while (strcmp(tour_step(d->s.tour)->title, "CAN reports") != 0)
		desk_keys(d, "Space");
	assert_non_null(strstr(desk_frame(d), "F6     file a CAN report"));
	key_map_free(map);
	desk_free(d);
}

/* Where a box is too small for its text it can be moved through. */
static void
test_a_small_box_scrolls(void **state)
{
	struct desk *d = on_tour();

	(void)state;
	desk_keys(d, "Down");
	assert_non_null(strstr(d->s.saying, "no more of this step"));
	d->h = 7;
	d->w = 30;
	assert_non_null(strstr(desk_frame(d), "1-"));
	desk_keys(d, "Down");
	assert_int_equal(d->s.over_scroll, 1);
	assert_non_null(strstr(desk_frame(d), "2-"));
	desk_keys(d, "Up");
	assert_int_equal(d->s.over_scroll, 0);
	desk_free(d);
}

static int
setup(void **state)
{
	(void)state;
	return hash_init() && setlocale(LC_CTYPE, "C.UTF-8") ? 0 : -1;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_step_has_its_pane_and_keys),
		cmocka_unit_test(test_every_step_fits_beside_what_it_is_about),
		cmocka_unit_test(test_pictures),
		cmocka_unit_test(test_forth_and_back),
		cmocka_unit_test(test_it_is_left),
		cmocka_unit_test(test_it_ends_or_goes_on_as_practice),
		cmocka_unit_test(test_other_keys_are_described),
		cmocka_unit_test(test_a_key_of_ones_own_is_shown),
		cmocka_unit_test(test_a_small_box_scrolls),
	};

	return cmocka_run_group_tests(tests, setup, NULL);
}
