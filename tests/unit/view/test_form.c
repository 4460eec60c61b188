/* How a form behaves, whichever it is. */
#include "unit/view/desk.h"

#include "base/mem.h"
#include "view/form.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

/* The text of the field called @label. */
static const char *
text_of(const struct desk *d, const char *label)
{
	const struct form *f = &d->s.form;

	for (int i = 0; f->row->f[i].label; i++)
		if (!strcmp(f->row->f[i].label, label))
			return str_get(&f->text[i]);
	fail_msg("no field %s", label);
	return "";
}

static const char *
in_use(const struct desk *d)
{
	return d->s.form.row->f[d->s.form.field].label;
}

static void
test_every_printable_key_is_text(void **state)
{
	struct desk *d = desk_incident("ana");

	(void)state;
	desk_keys(d, "n");
	desk_type(d, "q? :>u/1 it's \"so\"");
	assert_int_equal(d->s.over, OVER_FORM);
	assert_string_equal(text_of(d, "Text"), "q? :>u/1 it's \"so\"");
	desk_keys(d, "Enter");
	assert_int_equal(d->s.over, OVER_NONE);
	assert_string_equal(d->inc->entries[d->inc->n - 1].text,
		"q? :>u/1 it's \"so\"");
	desk_free(d);
}

static void
test_what_looks_like_an_option_is_text_all_the_same(void **state)
{
	struct desk *d = desk_incident("ana");

	(void)state;
	desk_keys(d, "n");
	desk_type(d, "--force was used; -- and INC-3 too");
	desk_keys(d, "Enter");
	assert_int_equal(d->s.over, OVER_NONE);
	assert_string_equal(d->inc->entries[d->inc->n - 1].text,
		"--force was used; -- and INC-3 too");
	desk_free(d);
}

static void
test_esc_means_that_nothing_happened(void **state)
{
	struct desk *d = desk_incident("ana");
	uint32_t n = d->inc->n;

	(void)state;
	desk_keys(d, "n");
	desk_type(d, "half a note");
	desk_keys(d, "Esc");
	assert_int_equal(d->s.over, OVER_NONE);
	assert_int_equal(d->inc->n, n);
	assert_string_equal(d->s.saying, "parked: Write it down, n goes on");
	desk_keys(d, "n Esc");
	assert_int_equal(d->inc->n, n);
	desk_free(d);
}

static void
test_enter_sends_from_any_field(void **state)
{
	struct desk *d = desk_incident("ana");

	(void)state;
	desk_keys(d, "n");
	desk_type(d, "seen");
	desk_keys(d, "Tab Right Enter");
	assert_int_equal(d->s.over, OVER_NONE);
	assert_true(event_int(&d->inc->entries[d->inc->n - 1].ev,
		F_INTERNAL));
	desk_free(d);
}

static void
test_alt_enter_makes_a_line_and_up_goes_to_it(void **state)
{
	struct desk *d = desk_incident("ana");

	(void)state;
	desk_keys(d, "n o n e A-Enter t w o C-j x");
	assert_string_equal(text_of(d, "Text"), "one\ntwo\nx");
	desk_keys(d, "Up Up y");
	assert_string_equal(text_of(d, "Text"), "oyne\ntwo\nx");
	desk_keys(d, "Up");
	assert_string_equal(in_use(d), "What");
	desk_keys(d, "Down Down Down Down");
	assert_string_equal(in_use(d), "Internal");
	desk_free(d);
}

static void
test_tab_goes_round_the_fields_that_are_there(void **state)
{
	struct desk *d = desk_incident("ana");

	(void)state;
	desk_keys(d, "n");
	assert_string_equal(in_use(d), "Text");
	desk_keys(d, "Tab Tab");
	assert_string_equal(in_use(d), "What");
	desk_keys(d, "S-Tab");
	assert_string_equal(in_use(d), "Internal");
	/* An action item has other fields; the one in use goes away. */
	desk_keys(d, "A-a");
	assert_string_not_equal(in_use(d), "Internal");
	desk_free(d);
}

static void
test_a_name_is_completed_and_then_tab_goes_on(void **state)
{
	struct desk *d = desk_incident("ana");

	(void)state;
	desk_keys(d, "p d a Tab");
	assert_string_equal(text_of(d, "Who"), "database");
	assert_string_equal(in_use(d), "Who");
	desk_keys(d, "Tab");
	assert_string_equal(in_use(d), "Reason");
	desk_keys(d, "Esc o l Tab");
	assert_string_equal(text_of(d, "Owner"), "li");
	desk_keys(d, "Tab");
	assert_string_equal(in_use(d), "Objective");
	desk_free(d);
}

static void
test_a_time_is_echoed_in_full_or_refused_at_once(void **state)
{
	struct desk *d = desk_incident("ana");

	(void)state;
	desk_keys(d, "t Tab C-u");
	desk_type(d, "+20m");
	assert_non_null(strstr(desk_frame(d), "14:21Z, in 20 min"));
	desk_keys(d, "C-u");
	desk_type(d, "soon");
	assert_non_null(strstr(desk_frame(d), "soon"));
	assert_null(strstr(desk_frame(d), "14:21Z, in"));
	desk_keys(d, "Esc D Tab Tab Tab");
	desk_type(d, "23:55");
	assert_non_null(strstr(desk_frame(d), "23:55Z yesterday, 14 h"));
	desk_free(d);
}

static void
test_an_enter_before_0_3_s_counts_only_after_typing(
	void **state)
{
	struct desk *d = desk_incident("ana");
	uint32_t n = d->inc->n;

	(void)state;
	desk_wait(d, 1);
	desk_quick(d, "> Enter");
	assert_int_equal(d->s.over, OVER_FORM);
	d->mono += FORM_HOLD - 1;
	desk_quick(d, "Enter");
	assert_int_equal(d->inc->n, n);
	d->mono += 1;
	desk_quick(d, "Enter");
	assert_int_equal(d->inc->stage, STAGE_ASSEMBLE);
	desk_quick(d, "n x Enter");
	assert_int_equal(d->s.over, OVER_NONE);
	assert_int_equal(d->inc->entries[d->inc->n - 1].ev.kind, KIND_NOTE);
	desk_free(d);
}

static void
test_going_on_with_criteria_unmet_is_held_again(void **state)
{
	struct desk *d = desk_incident("ana");

	(void)state;
	desk_run(d, "ana", "advance --to verify");
	desk_wait(d, 20);
	desk_keys(d, ">");
	assert_non_null(strstr(desk_frame(d), "\u25cb scope"));
	desk_keys(d, "Enter");
	desk_quick(d, "Enter");
	assert_int_equal(d->inc->stage, STAGE_VERIFY);
	assert_string_equal(in_use(d), "Reason");
	desk_keys(d, "Enter");
	assert_int_equal(d->inc->stage, STAGE_DISPATCH);
	desk_free(d);
}

static void
test_a_refusal_stands_in_the_form_and_the_text_is_kept(void **state)
{
	struct desk *d = desk_incident("ana");
	char *long_text = malloc(9001);
	uint32_t n = d->inc->n;

	(void)state;
	memset(long_text, 'x', 9000);
	long_text[9000] = '\0';
	desk_keys(d, "n");
	desk_paste(d, long_text);
	desk_keys(d, "Enter");
	assert_int_equal(d->s.over, OVER_FORM);
	assert_int_equal(d->inc->n, n);
	assert_non_null(strstr(d->s.form.error, "9000"));
	assert_false(d->s.form.sending);
	assert_string_equal(text_of(d, "Text"), long_text);
	assert_non_null(strstr(desk_frame(d), "9000"));
	desk_keys(d, "C-u o k");
	assert_string_equal(d->s.form.error, "");
	desk_keys(d, "Enter");
	assert_int_equal(d->inc->n, n + 1);
	free(long_text);
	desk_free(d);
}

static void
test_a_required_field_left_empty_gets_the_cursor(
	void **state)
{
	struct desk *d = desk_incident("ana");
	uint32_t n = d->inc->n;

	(void)state;
	desk_keys(d, "o Tab x Enter");
	assert_int_equal(d->inc->n, n);
	assert_non_null(strstr(d->s.form.error, "Owner is still empty"));
	assert_string_equal(in_use(d), "Owner");
	assert_string_equal(text_of(d, "Objective"), "x");
	desk_free(d);
}

static void
test_a_claim_that_came_late_is_refused_in_the_form(void **state)
{
	struct desk *d = desk_incident("ana");

	(void)state;
	desk_keys(d, ">");
	desk_run(d, "ana", "advance --to verify");
	desk_keys(d, "Enter");
	assert_int_equal(d->inc->stage, STAGE_VERIFY);
	assert_int_equal(d->s.over, OVER_FORM);
	assert_non_null(strstr(d->s.form.error, "now in Verify"));
	desk_free(d);
}

static void
test_a_paste_goes_into_the_field_as_text(void **state)
{
	struct desk *d = desk_incident("ana");
	uint32_t n = d->inc->n;

	(void)state;
	desk_keys(d, "o r a j Tab");
	desk_paste(d, "stop the\ndeploy\n");
	assert_string_equal(text_of(d, "Objective"), "stop the deploy");
	assert_int_equal(d->inc->n, n);
	desk_keys(d, "Esc n");
	desk_paste(d, "a\nb\n");
	assert_string_equal(text_of(d, "Text"), "a\nb\n");
	desk_keys(d, "Enter");
	assert_string_equal(d->inc->entries[d->inc->n - 1].text, "a\nb");
	desk_free(d);
}

static void
test_news_changes_neither_the_form_nor_what_it_is_about(void **state)
{
	struct desk *d = desk_incident("ana");

	(void)state;
	desk_run(d, "raj", "can --condition stuck --need help --need eyes");
	desk_select(d, PANE_ATTENTION, "need:1");
	desk_keys(d, "d");
	desk_type(d, "r");
	assert_int_equal(d->s.form.about, 1);
	desk_run(d, "raj", "can --condition worse --need more");
	desk_keys(d, "Tab n o Enter");
	assert_int_equal(d->inc->needs[0].state, NEED_REFUSED);
	assert_string_equal(d->inc->needs[0].answer, "no");
	assert_int_equal(d->inc->needs[2].state, NEED_OPEN);
	desk_free(d);
}

static void
test_a_form_that_is_sent_takes_no_more_text(void **state)
{
	struct desk *d = desk_incident("ana");

	(void)state;
	desk_keys(d, "n x");
	d->s.form.sending = true;
	desk_keys(d, "y Enter");
	assert_string_equal(text_of(d, "Text"), "x");
	assert_non_null(strstr(desk_frame(d), "sending"));
	desk_keys(d, "Esc");
	assert_int_equal(d->s.over, OVER_NONE);
	assert_non_null(strstr(d->s.saying, "being sent"));
	desk_free(d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_printable_key_is_text),
		cmocka_unit_test(
			test_what_looks_like_an_option_is_text_all_the_same),
		cmocka_unit_test(test_esc_means_that_nothing_happened),
		cmocka_unit_test(test_enter_sends_from_any_field),
		cmocka_unit_test(test_alt_enter_makes_a_line_and_up_goes_to_it),
		cmocka_unit_test(
			test_tab_goes_round_the_fields_that_are_there),
		cmocka_unit_test(
			test_a_name_is_completed_and_then_tab_goes_on),
		cmocka_unit_test(
			test_a_time_is_echoed_in_full_or_refused_at_once),
		cmocka_unit_test(test_an_enter_before_0_3_s_counts_only_after_typing),
		cmocka_unit_test(
			test_going_on_with_criteria_unmet_is_held_again),
		cmocka_unit_test(test_a_refusal_stands_in_the_form_and_the_text_is_kept),
		cmocka_unit_test(test_a_required_field_left_empty_gets_the_cursor),
		cmocka_unit_test(test_a_claim_that_came_late_is_refused_in_the_form),
		cmocka_unit_test(test_a_paste_goes_into_the_field_as_text),
		cmocka_unit_test(test_news_changes_neither_the_form_nor_what_it_is_about),
		cmocka_unit_test(test_a_form_that_is_sent_takes_no_more_text),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
