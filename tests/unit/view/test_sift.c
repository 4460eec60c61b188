/* What a filter and a search leave of a log, as it grows and changes. */
#include "base/mem.h"
#include "base/str.h"
#include "model/entry_find.h"
#include "unit/view/scene.h"
#include "view/rows.h"
#include "view/sift.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

static void
set_filter(struct shot *s, const struct scene *p, const char *text)
{
	struct err err;

	if (!entry_filter_read(&s->screen.filter, p->inc, text, &err))
		fail_msg("%s", err.text);
}

/* The hits of @text from the latest to the first, then back. */
static int
walk(struct shot *s, const struct scene *p, const char *text)
{
	uint32_t n = p->inc->n + 1, last = 0;
	int up = 0, down = 0;

	line_edit_set(&s->screen.find, text);
	while (!sift_look(&s->screen, p->inc))
		;
	for (; (n = sift_hit(&s->screen, p->inc, n, -1)); up++)
		last = n;
	for (n = last; n; n = sift_hit(&s->screen, p->inc, n, 1)) {
		assert_true(sift_hits(&s->screen, p->inc, n).on_hit);
		assert_int_equal(sift_hits(&s->screen, p->inc, n).at,
			down + 1);
		down++;
	}
	assert_int_equal(up, down);
	assert_int_equal(sift_hits(&s->screen, p->inc, 0).n, up);
	return up;
}

/* By looking at every entry. */
static int
count(struct shot *s, const struct scene *p, const char *text)
{
	struct arena *a = arena_new(0);
	int n = 0;

	for (uint32_t i = 0; i < p->inc->n; i++)
		n += entry_filter_match(&s->screen.filter, p->inc,
			&p->inc->entries[i]) && entry_holds(p->inc,
			&p->inc->entries[i], text, a);
	arena_free(a);
	return n;
}

static void
test_a_search_finds_entries_in_both_directions(void **state)
{
	struct scene p = scene_sample();
	struct shot s;
	uint32_t last;

	(void)state;
	shot_init(&s, &p, "ana");
	assert_int_equal(walk(&s, &p, "REPLICA"), 3);
	last = sift_hit(&s.screen, p.inc, p.inc->n + 1, -1);
	assert_true(last > 0);
	assert_true(sift_hit(&s.screen, p.inc, last, -1) < last);
	assert_int_equal(sift_hit(&s.screen, p.inc, last, 1), 0);
	assert_int_equal(walk(&s, &p, "no such words"), 0);
	assert_int_equal(walk(&s, &p, ""), 0);
	shot_end(&s);
	scene_end(&p);
}

static void
test_what_is_typed_on_is_found_as_if_typed_at_once(void **state)
{
	static const char *const typed[] = {
		"r", "ra", "raj", "ra", "raj", "raj:", "5", "4", "42", "4", "#",
		"#4", "#42", "e", "",
	};
	struct scene p = scene_sample();
	struct shot s;

	(void)state;
	shot_init(&s, &p, "ana");
	for (size_t i = 0; i < sizeof(typed) / sizeof(typed[0]); i++)
		assert_int_equal(walk(&s, &p, typed[i]), *typed[i] ?
			count(&s, &p, typed[i]) : 0);
	set_filter(&s, &p, "can");
	assert_int_equal(walk(&s, &p, "raj"), count(&s, &p, "raj"));
	assert_int_equal(walk(&s, &p, "raj"), 1);
	shot_end(&s);
	scene_end(&p);
}

/* Whatever happens, it is what looking at all of it anew would give. */
static void
assert_true_to(struct shot *s, const struct scene *p)
{
	uint32_t place = 0;

	for (uint32_t i = 0; i < p->inc->n; i++) {
		const struct entry *e = &p->inc->entries[i];

		if (entry_filter_match(&s->screen.filter, p->inc, e)) {
			place++;
			assert_int_equal(sift_entry(&s->screen, p->inc,
				place), e->ev.n);
		}
		assert_int_equal(sift_place(&s->screen, p->inc, e->ev.n),
			place);
	}
	assert_int_equal(sift_count(&s->screen, p->inc), place);
	assert_int_equal(sift_entry(&s->screen, p->inc, place + 1), 0);
	assert_int_equal(sift_entry(&s->screen, p->inc, 0), 0);
	assert_int_equal(walk(s, p, "note"), count(s, p, "note"));
}

static void
test_it_keeps_up_with_a_log_that_grows_and_is_put_right(void **state)
{
	struct scene p = scene_declared("Login page is blank");
	struct shot s;

	(void)state;
	shot_init(&s, &p, "ana");
	for (int pass = 0; pass < 2; pass++) {
		assert_true_to(&s, &p);
		for (int i = 0; i < 200; i++)
			scene(&p, "13:50 ana", i % 3 ? KIND_NOTE :
				KIND_DECISION, F_NOTE, i % 5 ? "a note" :
				"nothing", F_NONE);
		assert_true_to(&s, &p);
		scene(&p, "13:51 ana", KIND_CORRECTED, F_ENTRY, 7, F_TEXT,
			"another note", F_NONE);
		assert_true_to(&s, &p);
		scene(&p, "13:52 ana", KIND_WITHDRAWN, F_ENTRY, 9, F_NONE);
		set_filter(&s, &p, "note");
	}
	set_filter(&s, &p, "who raj");
	assert_true_to(&s, &p);
	shot_end(&s);
	scene_end(&p);
}

static void
test_another_log_is_looked_at_anew(void **state)
{
	struct scene p = scene_sample(), other = scene_declared("Other");
	struct incident *before;
	struct shot s;

	(void)state;
	shot_init(&s, &p, "ana");
	set_filter(&s, &p, "stage");
	assert_true_to(&s, &p);
	assert_true_to(&s, &other);
	assert_true_to(&s, &p);
	/* As it was some entries ago, and back. */
	before = incident_at(p.inc, p.inc->n - 30);
	assert_true(sift_count(&s.screen, before) <
		sift_count(&s.screen, p.inc));
	assert_true_to(&s, &p);
	incident_free(before);
	shot_end(&s);
	scene_end(&other);
	scene_end(&p);
}

static void
test_a_long_log_is_searched_in_slices_the_latest_first(void **state)
{
	struct scene p = scene_declared("Login page is blank");
	struct sift_hits hits;
	struct shot s;
	int slices = 0;

	(void)state;
	for (int i = 0; i < 9000; i++)
		scene(&p, "13:50 ana", KIND_NOTE, F_NOTE, i == 10 ?
			"needle" : i == 8990 ? "haystack" : "hay", F_NONE);
	shot_init(&s, &p, "ana");
	line_edit_set(&s.screen.find, "haystack");
	assert_false(sift_look(&s.screen, p.inc));
	hits = sift_hits(&s.screen, p.inc, 0);
	assert_int_equal(hits.n, 1);
	assert_false(hits.whole);
	assert_in_range(hits.from, 2, p.inc->n);
	line_edit_set(&s.screen.find, "needle");
	do {
		assert_int_equal(sift_hit(&s.screen, p.inc, p.inc->n, -1), 0);
		slices++;
	} while (!sift_look(&s.screen, p.inc));
	assert_int_equal(slices, 3);
	assert_int_equal(sift_hit(&s.screen, p.inc, p.inc->n, -1), 12);
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
		T(a_search_finds_entries_in_both_directions),
		T(what_is_typed_on_is_found_as_if_typed_at_once),
		T(it_keeps_up_with_a_log_that_grows_and_is_put_right),
		T(another_log_is_looked_at_anew),
		T(a_long_log_is_searched_in_slices_the_latest_first),
	};

	return cmocka_run_group_tests(tests, setup, NULL);
}
