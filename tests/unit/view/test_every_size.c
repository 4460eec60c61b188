/*
 * What holds on every screen, from 1x1 to 300x100, whatever it shows: nothing
 * crashes, no line leaves its place, the panes fill what is theirs, and what
 * matters most is there.
 */
#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"
#include "model/attention.h"
#include "model/incident.h"
#include "unit/view/samples.h"
#include "view/input.h"
#include "view/layout.h"
#include "view/rows.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

enum {
	MOST_H = 100, MOST_W = 300,
	LEAST_H = 10, LEAST_W = 40,   /* below it nothing is promised */
	USUAL_H = 24, USUAL_W = 80,   /* from here on everything is */
	WORST_MIN = 12, /* columns of the worst row that are always seen */
};

/* The screen that is checked, for what is said when it fails. */
struct look {
	struct sample v;
	const char *name;
	struct vm *vm;
	struct layout lay;
	int h, w;
};

#define CHECK(k, what) \
	do { \
		if (!(what)) \
			fail_msg("%s at %dx%d: %s", (k)->name, (k)->w, \
				(k)->h, #what); \
	} while (0)

static const char *
text_of(struct look *k, const struct vm_line *l)
{
	const char *text = "";

	for (int i = 0; i < l->n; i++)
		text = arena_printf(k->v.s.in.a, "%s%s", text,
			l->spans[i].text);
	return text;
}

/* ---- lines ------------------------------------------------------------ */

static bool
is_within(const struct vm_line *l, int w)
{
	int end = 0;

	for (int i = 0; i < l->n; i++) {
		if (l->spans[i].x < end ||
		    l->spans[i].w != text_width(l->spans[i].text))
			return false;
		end = l->spans[i].x + l->spans[i].w;
	}
	return end <= w;
}

static void
check_lines(struct look *k, const struct vm_line *lines, int n, int w)
{
	for (int i = 0; i < n; i++)
		CHECK(k, is_within(&lines[i], w));
}

static void
check_widths(struct look *k)
{
	const struct vm *vm = k->vm;

	CHECK(k, vm->n_head + vm->n_foot <= k->h);
	check_lines(k, vm->head, vm->n_head, k->w);
	check_lines(k, vm->foot, vm->n_foot, k->w);
	for (int i = 0; i < vm->n_panes; i++) {
		const struct vm_pane *p = &vm->panes[i];
		const struct layout_pane place = {
			.r = p->r, .bare = p->bare, .ruled = p->ruled,
			.inset = p->inset,
		};

		CHECK(k, p->n <= layout_inside(&place).h);
		check_lines(k, p->lines, p->n, layout_inside(&place).w);
	}
	if (vm->over)
		check_lines(k, vm->over->lines, vm->over->n, vm->over->r.w);
}

/* ---- places ----------------------------------------------------------- */

static bool
overlaps(struct vm_rect a, struct vm_rect b)
{
	return a.y < b.y + b.h && b.y < a.y + a.h && a.x < b.x + b.w &&
		b.x < a.x + a.w;
}

static void
check_places(struct look *k)
{
	int cells = 0, head = k->lay.head, foot = k->lay.foot;

	CHECK(k, k->vm->n_head == head);
	for (int i = 0; i < k->vm->n_panes; i++) {
		struct vm_rect r = k->vm->panes[i].r;

		CHECK(k, r.x >= 0 && r.x + r.w <= k->w);
		CHECK(k, r.y >= head && r.y + r.h <= k->h - foot);
		for (int j = 0; j < i; j++)
			CHECK(k, !overlaps(r, k->vm->panes[j].r));
		cells += r.h * r.w;
	}
	CHECK(k, cells == (k->h - head - foot) * k->w);
	if (k->vm->over)
		CHECK(k, k->vm->over->r.y + k->vm->over->r.h <= k->h);
}

/* ---- what matters ------------------------------------------------------ */

static bool
head_says(struct look *k, const char *text)
{
	for (int y = 0; y < k->vm->n_head; y++)
		if (strstr(text_of(k, &k->vm->head[y]), text))
			return true;
	return false;
}

/* "T+00:50", whole. */
static bool
has_clock(struct look *k)
{
	for (int y = 0; y < k->vm->n_head; y++) {
		const char *at = strstr(text_of(k, &k->vm->head[y]), "T+");
		int h, min;

		if (at && sscanf(at, "T+%2d:%2d", &h, &min) == 2)
			return true;
	}
	return false;
}

/* The first row of For you, whatever else is looked at. */
static void
check_worst(struct look *k)
{
	const struct vm_in *in = &k->v.s.in;
	struct attention_list att = attention_of(in->inc, in->screen->who,
		in->now, in->a);
	const struct vm_pane *p = NULL;
	const char *text;

	for (int i = 0; i < k->vm->n_panes; i++)
		if (k->vm->panes[i].id == PANE_ATTENTION)
			p = &k->vm->panes[i];
	CHECK(k, p && p->n > 0);
	if (!att.n || in->n_board)
		return;
	text = text_of(k, &p->lines[0]);
	CHECK(k, strstr(text, arena_dupn(in->a, att.v[0].text, WORST_MIN)));
	CHECK(k, !k->vm->over || k->h < USUAL_H || k->w < USUAL_W ||
		k->vm->over->r.y > p->r.y + !p->bare);
}

static void
check_command(struct look *k)
{
	const struct incident *inc = k->v.p.inc;

	if (incident_live(inc))
		CHECK(k, head_says(k, *inc->command.holder ?
			inc->command.holder : "nobody"));
	else
		CHECK(k, head_says(k, inc->review.owner));
	CHECK(k, head_says(k, inc->closed ? "closed" : text_upper(
		k->v.s.in.a, stage_rows[inc->stage].name)));
	CHECK(k, has_clock(k));
}

static void
check_promises(struct look *k)
{
	if (!k->v.scene || !k->v.p.inc->declared || k->h < LEAST_H ||
	    k->w < LEAST_W)
		return;
	check_command(k);
	check_worst(k);
	if (k->h < USUAL_H || k->w < USUAL_W)
		return;
	CHECK(k, k->lay.clocks > 0 && k->lay.customers > k->lay.clocks);
	CHECK(k, head_says(k, str_or(k->v.p.inc->bridge, "") +
		strlen(*str_or(k->v.p.inc->bridge, "") ? "https://" : "")));
	CHECK(k, strstr(text_of(k, &k->vm->head[k->lay.customers]),
		"customers: "));
}

/* ---- all sizes --------------------------------------------------------- */

static void
check_size(struct look *k, int h, int w)
{
	k->h = h;
	k->w = w;
	arena_reset(k->v.s.in.a);
	k->vm = shot_vm(&k->v.s, h, w);
	vm_layout(&k->v.s.in, &k->lay);
	check_widths(k);
	check_places(k);
	check_promises(k);
}

/* Every size with one of the samples, and each sample with all sorts. */
static void
check_sample(enum sample_id id)
{
	struct look k = {.name = sample_name(id)};

	sample_open(&k.v, id);
	for (int h = 1; h <= MOST_H; h++)
		for (int w = 1 + (h + (int)id) % SAMPLES; w <= MOST_W;
		    w += SAMPLES)
			check_size(&k, h, w);
	sample_end(&k.v);
}

static void
test_every_size_with_some_sample(void **state)
{
	(void)state;
	for (int id = 0; id < SAMPLES; id++)
		check_sample((enum sample_id)id);
}

static const int sizes[][2] = {
	{10, 40}, {14, 40}, {15, 60}, {24, 80}, {24, 120}, {30, 100},
	{36, 60}, {43, 132}, {45, 160}, {24, 190}, {60, 80}, {60, 240},
	{100, 300},
};

#define SIZES (sizeof(sizes) / sizeof(sizes[0]))

static void
test_every_sample_and_pane_at_the_sizes_where_rules_change(void **state)
{
	(void)state;
	for (int id = 0; id < SAMPLES; id++) {
		struct look k = {.name = sample_name((enum sample_id)id)};

		sample_open(&k.v, (enum sample_id)id);
		for (int i = 0; k.v.scene && i < 14; i++) {
			screen_focus(&k.v.s.screen, layout_numbered(i / 2 + 1));
			k.v.s.screen.zoom = i % 2;
			for (size_t n = 0; n < SIZES; n++)
				for (int d = -1; d < 2; d++)
					check_size(&k, sizes[n][0] + d,
						sizes[n][1] + d);
		}
		sample_end(&k.v);
	}
}

static void
test_a_form_leaves_head_and_worst_row_at_every_size(void **state)
{
	struct look k = {.name = "a form"};
	struct str why = {0};
	struct form_in in;

	(void)state;
	sample_open(&k.v, SAMPLE_INCIDENT);
	screen_form_in(&k.v.s.screen, &k.v.s.in, &in);
	assert_true(form_open(&k.v.s.screen.form, "can", &in, &why));
	k.v.s.screen.over = OVER_FORM;
	for (int h = 1; h <= MOST_H; h += h < 40 ? 1 : 7)
		for (int w = 1; w <= MOST_W; w += w < 100 ? 3 : 17)
			check_size(&k, h, w);
	str_release(&why);
	sample_end(&k.v);
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
		T(every_size_with_some_sample),
		T(every_sample_and_pane_at_the_sizes_where_rules_change),
		T(a_form_leaves_head_and_worst_row_at_every_size),
	};

	return cmocka_run_group_tests(tests, setup, NULL);
}
