#include "model/clocks.h"

#include "unit/model/made.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <cmocka.h>

#define MIN WHEN_MINUTE

static void
test_customer_impact_runs_from_its_start_to_under_control(void **state)
{
	struct made *m = *state;
	struct event *e = made_add(m, 2, "tomas", KIND_IMPACT);
	const struct incident *inc;

	made_text(e, F_IMPACT, "known");
	made_int(e, F_BEGAN, made_at(-3));
	made_take(m, 3, "ana");
	inc = made_fold(m);
	assert_true(clock_runs(inc, BAND_CUSTOMER));
	assert_int_equal(clock_band(inc, BAND_CUSTOMER, made_at(10)),
		13 * MIN);
	assert_int_equal(clock_band(inc, BAND_OPERATIONS, made_at(10)),
		10 * MIN);
	made_call(m, 20, CALL_UNDER_CONTROL);
	inc = made_fold(m);
	assert_false(clock_runs(inc, BAND_CUSTOMER));
	assert_true(clock_runs(inc, BAND_OPERATIONS));
	assert_int_equal(clock_band(inc, BAND_CUSTOMER, made_at(99)),
		23 * MIN);
	made_call(m, 30, CALL_ALL_CLEAR);
	inc = made_fold(m);
	assert_false(clock_runs(inc, BAND_OPERATIONS));
	assert_true(clock_runs(inc, BAND_LEARNING));
	assert_int_equal(clock_band(inc, BAND_OPERATIONS, made_at(99)),
		30 * MIN);
}

static void
test_the_time_between_two_intervals_does_not_count(void **state)
{
	struct made *m = *state;
	const struct incident *inc;

	made_take(m, 1, "ana");
	made_call(m, 10, CALL_UNDER_CONTROL);
	made_stage(m, 25, "mitigate");
	inc = made_fold(m);
	assert_true(clock_runs(inc, BAND_CUSTOMER));
	assert_int_equal(clock_band(inc, BAND_CUSTOMER, made_at(30)),
		15 * MIN);
}

static void
test_a_band_that_starts_later_is_never_below_zero(void **state)
{
	struct made *m = *state;
	struct event *e = made_add(m, 1, "tomas", KIND_IMPACT);

	made_text(e, F_IMPACT, "known");
	made_int(e, F_BEGAN, made_at(8));
	assert_int_equal(clock_band(made_fold(m), BAND_CUSTOMER, made_at(5)),
		0);
}

static void
test_a_stage_counts_all_its_visits(void **state)
{
	struct made *m = *state;
	const struct incident *inc;

	made_take(m, 1, "ana");
	made_stage(m, 2, "verify");
	made_stage(m, 5, "dispatch");
	made_stage(m, 9, "verify");
	inc = made_fold(m);
	assert_int_equal(clock_stage(inc, STAGE_VERIFY, made_at(10)), 4 * MIN);
	assert_int_equal(clock_stage(inc, STAGE_DISPATCH, made_at(10)),
		4 * MIN);
	assert_int_equal(clock_stage(inc, STAGE_REPAIR, made_at(10)), 0);
}

static void
test_intervals_are_by_severity_and_slower_after_under_control(void **state)
{
	struct made *m = *state;
	const struct incident *inc;

	made_take(m, 1, "ana");
	inc = made_fold(m);
	assert_int_equal(clock_can_every(inc), 10 * MIN);
	assert_int_equal(clock_broadcast_every(inc), 20 * MIN);
	made_call(m, 5, CALL_UNDER_CONTROL);
	inc = made_fold(m);
	assert_int_equal(clock_can_every(inc), 30 * MIN);
	assert_int_equal(clock_broadcast_every(inc), 60 * MIN);
	made_call(m, 6, CALL_ALL_CLEAR);
	inc = made_fold(m);
	assert_int_equal(clock_can_every(inc), 0);
	assert_int_equal(clock_broadcast_every(inc), 0);
}

static void
test_a_severity_with_a_dash_has_no_interval(void **state)
{
	struct made *m = *state;
	const struct incident *inc;

	made_int(made_add(m, 1, "tomas", KIND_SEVERITY), F_SEVERITY, 4);
	inc = made_fold(m);
	assert_int_equal(clock_can_every(inc), 0);
	assert_int_equal(clock_broadcast_every(inc), 0);
	assert_int_equal(clock_promise(inc), 0);
}

static void
test_the_promise_offered_follows_the_stage(void **state)
{
	struct made *m = *state;

	made_take(m, 1, "ana");
	assert_int_equal(clock_promise(made_fold(m)), 10 * MIN);
	made_stage(m, 2, "mitigate");
	assert_int_equal(clock_promise(made_fold(m)), 20 * MIN);
	made_call(m, 3, CALL_UNDER_CONTROL);
	assert_int_equal(clock_promise(made_fold(m)), 30 * MIN);
	made_call(m, 4, CALL_ALL_CLEAR);
	assert_int_equal(clock_promise(made_fold(m)), 0);
}

static void
test_can_reports_are_missed_one_after_another(void **state)
{
	struct made *m = *state;
	const struct incident *inc;
	const struct sme *raj;

	made_take(m, 1, "ana");
	made_join(m, 2, "raj");
	inc = made_fold(m);
	raj = incident_sme(inc, "raj");
	assert_int_equal(clock_missed(inc, raj, made_at(12)), 0);
	assert_int_equal(clock_missed(inc, raj, made_at(12) + 1), 1);
	assert_int_equal(clock_missed(inc, raj, made_at(22)), 1);
	assert_int_equal(clock_missed(inc, raj, made_at(22) + 1), 2);
	made_int(made_add(m, 23, "raj", KIND_CAN), F_SAME, 1);
	inc = made_fold(m);
	raj = incident_sme(inc, "raj");
	assert_int_equal(clock_missed(inc, raj, made_at(33)), 0);
	made_text(made_add(m, 24, "ana", KIND_RELEASED), F_WHO, "raj");
	inc = made_fold(m);
	raj = incident_sme(inc, "raj");
	assert_int_equal(clock_missed(inc, raj, made_at(99)), 0);
}

static void
test_a_promised_report_is_late_only_after_its_time(void **state)
{
	struct made *m = *state;
	const struct incident *inc;

	made_take(m, 1, "ana");
	made_join(m, 2, "raj");
	made_can(m, 3, "raj", NULL);
	made_int(m->v[m->n - 1], F_NEXT, made_at(50));
	inc = made_fold(m);
	assert_int_equal(clock_missed(inc, incident_sme(inc, "raj"),
		made_at(49)), 0);
	assert_int_equal(clock_missed(inc, incident_sme(inc, "raj"),
		made_at(51)), 1);
}

static void
test_the_commander_owes_no_can(void **state)
{
	struct made *m = *state;
	const struct incident *inc;

	made_join(m, 1, "ana");
	made_take(m, 2, "ana");
	inc = made_fold(m);
	assert_int_equal(clock_missed(inc, incident_sme(inc, "ana"),
		made_at(99)), 0);
}

static void
test_an_offer_lapses_after_five_minutes(void **state)
{
	struct made *m = *state;
	const struct incident *inc;
	struct event *e;

	made_take(m, 1, "ana");
	assert_false(clock_offer_stands(made_fold(m), made_at(2)));
	e = made_add(m, 2, "ana", KIND_OFFERED);
	made_text(e, F_FROM, "ana");
	made_text(e, F_TO, "raj");
	inc = made_fold(m);
	assert_true(clock_offer_stands(inc, made_at(7) - 1));
	assert_false(clock_offer_stands(inc, made_at(7)));
	made_text(made_add(m, 3, "li", KIND_ASSUMED), F_FROM, "ana");
	assert_false(clock_offer_stands(made_fold(m), made_at(4)));
}

static void
test_a_commander_is_silent_five_minutes_after_an_overdue_word(void **state)
{
	struct made *m = *state;
	const struct incident *inc;
	when_ms since = 0;

	made_take(m, 1, "ana");
	inc = made_fold(m);
	assert_false(clock_silent(inc, made_at(26), &since));
	assert_true(clock_silent(inc, made_at(26) + 1, &since));
	assert_int_equal(since, made_at(1));
}

static void
test_anything_from_the_commander_is_a_sign_of_life(void **state)
{
	struct made *m = *state;
	const struct incident *inc;
	when_ms since = 0;

	made_take(m, 1, "ana");
	made_text(made_add(m, 24, "ana", KIND_NOTE), F_NOTE, "on the bridge");
	made_text(made_add(m, 25, "raj", KIND_NOTE), F_NOTE, "still here");
	inc = made_fold(m);
	assert_false(clock_silent(inc, made_at(30), &since));
	assert_false(clock_silent(inc, made_at(49), &since));
	assert_true(clock_silent(inc, made_at(49) + 1, &since));
	assert_int_equal(since, made_at(24));
}

static void
test_nobody_and_a_sev4_commander_are_never_silent(void **state)
{
	struct made *m = *state;
	when_ms since = 0;

	assert_false(clock_silent(made_fold(m), made_at(999), &since));
	made_int(made_add(m, 1, "tomas", KIND_SEVERITY), F_SEVERITY, 4);
	made_take(m, 2, "ana");
	assert_false(clock_silent(made_fold(m), made_at(999), &since));
}

static void
test_a_message_leaves_after_ten_seconds_or_when_let_go(void **state)
{
	struct made *m = *state;
	const struct incident *inc;
	struct event *e = made_add(m, 1, "tomas", KIND_BROADCAST);
	static int32_t two = 2;
	static const struct ints entries = {&two, 1};
	union value v = {.ints = &entries};

	made_text(e, F_MESSAGE, "we look into it");
	inc = made_fold(m);
	assert_int_equal(inc->n_messages, 1);
	assert_false(clock_left(inc, inc->messages, made_at(1) + 9999));
	assert_true(clock_left(inc, inc->messages, made_at(1) + 10000));
	event_put(made_add(m, 1, "tomas", KIND_DELIVERY_RELEASED), F_ENTRIES,
		v);
	inc = made_fold(m);
	assert_true(clock_left(inc, inc->messages, made_at(1)));
}

static void
test_who_knew_first_needs_a_customer_and_us(void **state)
{
	struct made *m = *state;
	struct event *e;
	when_ms lead = 0;

	assert_false(clock_first_known(made_fold(m), &lead));
	e = made_add(m, 2, "mei", KIND_SIGNAL);
	made_text(e, F_SOURCE, "customer");
	made_text(e, F_TEXT, "ticket 88213");
	assert_true(clock_first_known(made_fold(m), &lead));
	assert_int_equal(lead, -2 * MIN);
	e = made_add(m, 3, "mei", KIND_SIGNAL);
	e->happened = made_at(-4);
	made_text(e, F_SOURCE, "customer");
	assert_true(clock_first_known(made_fold(m), &lead));
	assert_int_equal(lead, 4 * MIN);
}

static void
test_only_customers_knew_is_no_figure(void **state)
{
	struct made *m = *state;
	when_ms lead = 0;

	made_text(m->v[0], F_SOURCE, "customer");
	assert_false(clock_first_known(made_fold(m), &lead));
}

static void
test_the_gap_is_detect_minus_impact_start(void **state)
{
	struct made *m = *state;
	struct event *e;
	when_ms gap = 0;

	assert_false(clock_gap(made_fold(m), &gap));
	e = made_add(m, 1, "tomas", KIND_IMPACT);
	made_text(e, F_IMPACT, "known");
	made_int(e, F_BEGAN, made_at(-3));
	assert_true(clock_gap(made_fold(m), &gap));
	assert_int_equal(gap, 3 * MIN);
	made_int(e, F_BEGAN, made_at(5));
	assert_true(clock_gap(made_fold(m), &gap));
	assert_int_equal(gap, -5 * MIN);
}

static void
test_a_false_alarm_owes_a_last_word_only_to_who_had_a_first(void **state)
{
	struct made *m = *state;

	assert_int_equal(clock_customers_due(made_fold(m)), made_at(10));
	made_int(made_add(m, 5, "tomas", KIND_CLOSED), F_FALSE_ALARM, 1);
	assert_int_equal(clock_customers_due(made_fold(m)), WHEN_NONE);
	m->v[1] = event_draft(m->a, KIND_TOLD);
	m->v[1]->at = made_at(2);
	m->v[1]->by = "mei";
	made_int(made_add(m, 5, "tomas", KIND_CLOSED), F_FALSE_ALARM, 1);
	assert_int_equal(clock_customers_due(made_fold(m)), made_at(15));
}

int
main(void)
{
#define T(f) cmocka_unit_test_setup_teardown(f, made_setup, made_teardown)
	const struct CMUnitTest tests[] = {
		T(test_customer_impact_runs_from_its_start_to_under_control),
		T(test_the_time_between_two_intervals_does_not_count),
		T(test_a_band_that_starts_later_is_never_below_zero),
		T(test_a_stage_counts_all_its_visits),
		T(test_intervals_are_by_severity_and_slower_after_under_control),
		T(test_a_severity_with_a_dash_has_no_interval),
		T(test_the_promise_offered_follows_the_stage),
		T(test_can_reports_are_missed_one_after_another),
		T(test_a_promised_report_is_late_only_after_its_time),
		T(test_the_commander_owes_no_can),
		T(test_an_offer_lapses_after_five_minutes),
		T(test_a_commander_is_silent_five_minutes_after_an_overdue_word),
		T(test_anything_from_the_commander_is_a_sign_of_life),
		T(test_nobody_and_a_sev4_commander_are_never_silent),
		T(test_a_message_leaves_after_ten_seconds_or_when_let_go),
		T(test_who_knew_first_needs_a_customer_and_us),
		T(test_only_customers_knew_is_no_figure),
		T(test_the_gap_is_detect_minus_impact_start),
		T(test_a_false_alarm_owes_a_last_word_only_to_who_had_a_first),
	};
#undef T

	return cmocka_run_group_tests(tests, NULL, NULL);
}
