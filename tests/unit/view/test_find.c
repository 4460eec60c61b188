/* Finding something in the timeline, by keys: search, filter, go to. */
#include "unit/view/desk.h"
#include "view/rows.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <string.h>
#include <cmocka.h>

static void
type_line(struct desk *d, const char *line)
{
	desk_keys(d, ":");
	desk_type(d, line);
	desk_keys(d, "Enter");
}

/* Whether the box has @text marked as a hit. */
static bool
has_match(const struct vm_overlay *o, const char *text)
{
	for (int i = 0; i < o->n; i++)
		for (int k = 0; k < o->lines[i].n; k++)
			if (o->lines[i].spans[k].style == STYLE_MATCH &&
			    !strcmp(o->lines[i].spans[k].text, text))
				return true;
	return false;
}

/* ---- search ---------------------------------------------------------------- */

static void
test_the_hits_are_counted_and_marked_until_esc(void **state)
{
	struct desk *d = desk_incident("ana");

	(void)state;
	desk_run(d, "ana", "note apples are red");
	desk_run(d, "ana", "note pears");
	desk_run(d, "ana", "note more apples");
	desk_keys(d, "5 Home /");
	desk_type(d, "apples");
	assert_non_null(strstr(desk_frame(d), "hit 2 of 2"));
	desk_keys(d, "Up");
	assert_non_null(strstr(desk_frame(d), "hit 1 of 2"));
	desk_keys(d, "Enter");
	assert_non_null(strstr(desk_frame(d), "/apples: hit 1 of 2"));
	desk_run(d, "ana", "note apples again");
	assert_non_null(strstr(desk_frame(d), "/apples: hit 1 of 3"));
	/* The text is kept: the hits are walked at once, or it is replaced. */
	desk_keys(d, "/ Down");
	assert_string_equal(d->s.pane[PANE_TIMELINE].row, "entry:6");
	desk_keys(d, "Esc");
	assert_string_equal(d->s.pane[PANE_TIMELINE].row, "entry:4");
	assert_null(strstr(desk_frame(d), "/apples"));
	desk_keys(d, "/ p");
	assert_string_equal(str_get(&d->s.find.text), "p");
	desk_free(d);
}

static void
test_no_hit_says_so_and_stays(void **state)
{
	struct desk *d = desk_incident("ana");

	(void)state;
	desk_run(d, "ana", "note apples");
	desk_run(d, "ana", "note pears");
	desk_keys(d, "/");
	desk_type(d, "app");
	assert_string_equal(d->s.pane[PANE_TIMELINE].row, "entry:4");
	desk_type(d, "x");
	assert_non_null(strstr(desk_frame(d), "no hit"));
	assert_string_equal(d->s.pane[PANE_TIMELINE].row, "entry:4");
	desk_keys(d, "C-u");
	/* Back to where it began, which was following. */
	assert_string_equal(d->s.pane[PANE_TIMELINE].row, "");
	desk_keys(d, "#");
	desk_type(d, "2");
	assert_string_equal(d->s.pane[PANE_TIMELINE].row, "entry:2");
	desk_keys(d, "Esc");
	assert_int_equal(d->s.pane[PANE_TIMELINE].top, 0);
	desk_free(d);
}

/* ---- filter, go to --------------------------------------------------------------- */

static void
test_a_filter_is_set_said_and_ended_by_one_key(void **state)
{
	struct desk *d = desk_incident("ana");
	const char *frame;

	(void)state;
	desk_run(d, "raj", "note apples");
	desk_run(d, "ana", "note pears");
	desk_keys(d, "f n o Tab Down");
	desk_type(d, "raj");
	desk_keys(d, "Enter");
	assert_int_equal(d->s.over, OVER_NONE);
	assert_string_equal(d->ran, "filter --kind note --who raj");
	frame = desk_frame(d);
	assert_non_null(strstr(frame, "filter: note \u00b7 raj \u00b7 1 of 5"));
	assert_non_null(strstr(frame, "apples"));
	assert_null(strstr(frame, "pears"));
	assert_non_null(strstr(frame, "now \u00b7 1 newer not shown"));
	/* The cursor and a search know what is shown alone. */
	desk_keys(d, "Up Up Up");
	assert_string_equal(d->s.pane[PANE_TIMELINE].row, "entry:4");
	desk_keys(d, "/ p e a");
	assert_non_null(strstr(desk_frame(d), "no hit"));
	desk_keys(d, "Esc");
	assert_non_null(strstr(desk_frame(d), "filter: "));
	desk_keys(d, "Esc");
	assert_null(strstr(desk_frame(d), "filter: "));
	assert_non_null(strstr(d->s.saying, "all entries again"));
	assert_non_null(strstr(desk_frame(d), "pears"));
	desk_free(d);
}

static void
test_a_filter_and_a_search_fit_beside_each_other(void **state)
{
	struct desk *d = desk_incident("ana");

	(void)state;
	d->w = 160;
	d->h = 45;
	desk_run(d, "raj", "note apples and pears");
	desk_run(d, "raj", "note pears and apples");
	desk_keys(d, "f n o Tab Enter");
	desk_keys(d, "/");
	desk_type(d, "apples");
	desk_keys(d, "Enter");
	assert_non_null(strstr(desk_frame(d),
		"filter 2/5 \u00b7 /apples: hit 2 of 2"));
	desk_keys(d, "z");
	assert_non_null(strstr(desk_frame(d),
		"filter: note \u00b7 2 of 5 \u00b7 /apples: hit 2 of 2"));
	desk_free(d);
}

static void
test_a_filter_is_not_sent_to_anybody(void **state)
{
	struct desk *d = desk_incident("ana");

	(void)state;
	desk_keys(d, "f");
	assert_non_null(strstr(desk_frame(d), "Enter does it"));
	assert_non_null(strstr(desk_frame(d), "Enter do it"));
	assert_null(strstr(desk_frame(d), "Enter send"));
	desk_keys(d, "Esc n");
	assert_non_null(strstr(desk_frame(d), "Enter sends"));
	assert_non_null(strstr(desk_frame(d), "Enter send "));
	assert_null(strstr(desk_frame(d), "Enter do"));
	desk_free(d);
}

static void
test_f_and_enter_end_a_filter_and_an_empty_one_is_none(void **state)
{
	struct desk *d = desk_incident("ana");

	(void)state;
	desk_keys(d, "f Enter");
	assert_int_equal(d->s.over, OVER_NONE);
	assert_non_null(strstr(d->s.saying, "shows all entries"));
	desk_keys(d, "f");
	desk_type(d, "lesson");
	desk_keys(d, "Enter");
	assert_non_null(strstr(desk_frame(d), "0 of 3"));
	assert_non_null(strstr(desk_frame(d), "None of 3 entries is less"));
	desk_keys(d, "f Enter");
	assert_string_equal(d->ran, "filter none");
	assert_null(strstr(desk_frame(d), "filter: "));
	desk_free(d);
}

static void
test_another_incident_is_not_filtered(void **state)
{
	struct desk *d = desk_incident("ana");

	(void)state;
	desk_run(d, "ana", "filter can");
	assert_true(entry_filter_on(&d->s.filter));
	screen_forget(&d->s);
	assert_false(entry_filter_on(&d->s.filter));
	desk_free(d);
}

static void
test_going_to_a_place_says_where_it_leads(void **state)
{
	struct desk *d = desk_incident("ana");

	(void)state;
	desk_run(d, "ana", "note apples");
	desk_keys(d, "g");
	desk_type(d, "#2");
	assert_non_null(strstr(desk_frame(d), ": entry 2"));
	desk_keys(d, "Enter");
	assert_string_equal(d->s.pane[PANE_TIMELINE].row, "entry:2");
	desk_keys(d, "g");
	desk_type(d, "nowhere");
	assert_non_null(strstr(desk_frame(d), "'nowhere' is nowhere"));
	desk_keys(d, "Enter");
	assert_int_equal(d->s.over, OVER_FORM);
	desk_keys(d, "Esc");
	desk_run(d, "ana", "filter note");
	type_line(d, "goto 1");
	assert_non_null(strstr(d->s.saying, "left out by the filter"));
	type_line(d, "goto 23:59Z");
	type_line(d, "goto last");
	assert_int_equal(d->s.pane[PANE_TIMELINE].top, 0);
	desk_free(d);
}

/* ---- a whole entry --------------------------------------------------------------- */

static void
test_from_an_entry_one_goes_to_those_beside_it(void **state)
{
	struct desk *d = desk_incident("ana");

	(void)state;
	desk_run(d, "ana", "note apples are red");
	desk_run(d, "raj", "note pears");
	desk_run(d, "ana", "note more apples");
	desk_keys(d, "5 Up Up Enter");
	assert_non_null(strstr(desk_frame(d), "Entry 5 of 6 \u00b7 note"));
	assert_non_null(strstr(desk_frame(d), "raj: pears"));
	desk_keys(d, "Left");
	assert_non_null(strstr(desk_frame(d), "Entry 4 of 6"));
	assert_string_equal(d->s.pane[PANE_TIMELINE].row, "entry:4");
	desk_keys(d, "Right Right");
	assert_non_null(strstr(desk_frame(d), "Entry 6 of 6"));
	assert_null(strstr(desk_frame(d), "Right after \u00b7"));
	desk_keys(d, "Right");
	assert_string_equal(d->s.saying, "this is the last entry");
	assert_non_null(strstr(desk_frame(d), "Entry 6 of 6"));
	desk_keys(d, "Esc");
	/* Of a filter only those that it leaves. */
	type_line(d, "filter note ana");
	type_line(d, "entry 6");
	desk_keys(d, "Left");
	assert_non_null(strstr(desk_frame(d), "Entry 4 of 6"));
	assert_null(strstr(desk_frame(d), "Left before \u00b7"));
	desk_keys(d, "Left");
	assert_string_equal(d->s.saying, "this is the first entry");
	desk_keys(d, "Esc ? Left");
	assert_int_equal(d->s.over, OVER_HELP);
	assert_int_equal(d->s.said, SAID_ERROR);
	desk_free(d);
}

static void
test_what_is_searched_is_marked_in_the_whole_entry(void **state)
{
	struct desk *d = desk_incident("ana");
	struct vm_in in;

	(void)state;
	desk_run(d, "raj", "note apples");
	desk_keys(d, "/");
	desk_type(d, "test@");
	desk_keys(d, "Enter");
	assert_non_null(strstr(desk_frame(d), "match inside"));
	desk_keys(d, "Enter");
	assert_int_equal(d->s.over, OVER_ENTRY);
	in = desk_in(d);
	assert_true(has_match(vm_build(&in)->over, "test@"));
	desk_free(d);
}

static int
setup(void **state)
{
	(void)state;
	return hash_init() && setlocale(LC_CTYPE, "C.UTF-8") ? 0 : -1;
}

#define T(name) cmocka_unit_test(test_##name)

/* What was typed stands there still, with what is wrong about it. */
static void
test_a_place_that_is_none_stays_in_its_form(void **state)
{
	struct desk *d = desk_busy();
	uint32_t n;

	(void)state;
	desk_keys(d, "[");
	n = d->s.past.n;
	desk_keys(d, "g");
	desk_type(d, "13:00Z");
	desk_keys(d, "Enter");
	assert_int_equal(d->s.over, OVER_FORM);
	assert_non_null(strstr(d->s.form.error, "nothing was known before"));
	assert_string_equal(str_get(&d->s.form.text[0]), "13:00Z");
	assert_int_equal(d->s.past.n, n);
	desk_free(d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(the_hits_are_counted_and_marked_until_esc),
		T(no_hit_says_so_and_stays),
		T(a_filter_is_set_said_and_ended_by_one_key),
		T(a_filter_and_a_search_fit_beside_each_other),
		T(f_and_enter_end_a_filter_and_an_empty_one_is_none),
		T(a_filter_is_not_sent_to_anybody),
		T(another_incident_is_not_filtered),
		T(going_to_a_place_says_where_it_leads),
		T(from_an_entry_one_goes_to_those_beside_it),
		T(what_is_searched_is_marked_in_the_whole_entry),
		T(a_place_that_is_none_stays_in_its_form),
	};

	return cmocka_run_group_tests(tests, setup, NULL);
}
