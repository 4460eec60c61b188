/* The two incidents of docs/incidents, played line by line. */
#include "lib/play.h"
#include "lib/state.h"

#include "model/clocks.h"
#include "model/words.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static int
load(void **state, const char *path)
{
	struct play *p = play_new();

	p->roster.n = 0; /* nobody of ours was on call there */
	play_file(p, path);
	*state = p;
	return 0;
}

static int
cloudflare(void **state)
{
	return load(state, "docs/incidents/cloudflare-2019-07-02.scenario");
}

static int
github(void **state)
{
	return load(state, "docs/incidents/github-2018-10-21.scenario");
}

/* What was known at @time; the caller frees it. */
static struct incident *
known(const struct play *p, const char *time)
{
	when_ms t = play_time(time);
	uint32_t n = p->inc->n;

	while (n && p->inc->entries[n - 1].ev.at > t)
		n--;
	return incident_at(p->inc, n);
}

static const struct attention *
row(struct play *p, const struct incident *inc, const char *who,
	const char *time, enum attention_sort sort)
{
	struct attention_list list = attention_of(inc, who, play_time(time),
		p->arena);

	for (int i = 0; i < list.n; i++)
		if (list.v[i].sort == sort)
			return &list.v[i];
	return NULL;
}

static when_ms
seconds(const struct incident *inc, enum band b, const char *time)
{
	return clock_band(inc, b, play_time(time)) / WHEN_SECOND;
}

/* ---- Cloudflare ------------------------------------------------------ */

static void
test_cloudflare_was_under_control_27_minutes_after_it_began(void **state)
{
	const struct incident *inc = ((struct play *)*state)->inc;
	when_ms gap;

	play_at(inc->began, "2019-07-02T13:42Z");
	play_at(inc->under_control_at, "2019-07-02T14:09Z");
	assert_int_equal(seconds(inc, BAND_CUSTOMER, "2019-07-20T00:00Z"),
		27 * 60);
	assert_int_equal(seconds(inc, BAND_OPERATIONS, "2019-07-20T00:00Z"),
		67 * 60);
	assert_true(clock_gap(inc, &gap));
	assert_int_equal(gap, 3 * WHEN_MINUTE);
	assert_int_equal(inc->stage, STAGE_ACTION_ITEMS);
	for (int s = STAGE_DETECT; s <= STAGE_ACTION_ITEMS; s++)
		assert_int_equal(inc->visits[s - 1].stage, s);
	assert_int_equal(inc->n_visits, 8);
	for (uint32_t i = 0; i < inc->n; i++)
		assert_false(inc->entries[i].untrue);
}

static void
test_cloudflare_at_the_first_page_nobody_commands(void **state)
{
	struct play *p = *state;
	struct incident *inc = known(p, "2019-07-02T13:46:30Z");

	assert_int_equal(inc->stage, STAGE_DETECT);
	assert_string_equal(inc->command.holder, "");
	assert_int_equal(inc->n_signals, 3);
	assert_int_equal(seconds(inc, BAND_CUSTOMER, "2019-07-02T13:46:30Z"),
		270);
	assert_non_null(row(p, inc, "sre", "2019-07-02T13:46:30Z",
		ATT_NO_COMMANDER));
	play_at(inc->customers.due, "2019-07-02T13:55Z");
	incident_free(inc);
}

static void
test_cloudflare_locked_out_is_an_objective_that_asks(void **state)
{
	struct play *p = *state;
	struct incident *inc = known(p, "2019-07-02T14:04Z");
	const struct attention *a;

	assert_int_equal(inc->stage, STAGE_MITIGATE);
	assert_int_equal(inc->objectives[0].state, OBJ_BLOCKED);
	a = row(p, inc, "cto", "2019-07-02T14:04Z", ATT_BLOCKED);
	assert_non_null(strstr(a->text, "sre cannot complete: Execute the"));
	assert_non_null(strstr(a->more, "Cannot authenticate"));
	assert_string_equal(a->key, "d");
	a = row(p, inc, "cto", "2019-07-02T14:04Z", ATT_CUSTOMERS_LATE);
	assert_string_equal(a->more, "9m LATE");
	assert_null(row(p, inc, "cto", "2019-07-02T14:04Z", ATT_NO_COMMANDER));
	incident_free(inc);
	inc = known(p, "2019-07-02T14:06Z");
	assert_int_equal(inc->objectives[0].state, OBJ_UNDERSTOOD);
	assert_string_equal(inc->objectives[0].text,
		"Execute it through the rarely used bypass route");
	play_at(inc->objectives[0].due, "2019-07-02T14:15Z");
	assert_null(row(p, inc, "cto", "2019-07-02T14:06Z", ATT_BLOCKED));
	incident_free(inc);
}

static void
test_cloudflare_repairs_after_the_call_at_a_third_of_the_pace(void **state)
{
	struct play *p = *state;
	struct incident *inc = known(p, "2019-07-02T14:20Z");

	assert_int_equal(inc->stage, STAGE_REPAIR);
	assert_false(clock_runs(inc, BAND_CUSTOMER));
	assert_true(clock_runs(inc, BAND_OPERATIONS));
	assert_int_equal(inc->mitigations[0].state, MIT_WORKED);
	assert_string_equal(inc->mitigations[0].seen_by, "sre");
	play_at(incident_sme(inc, "sre")->can_due, "2019-07-02T14:30Z");
	play_at(inc->command.broadcast_due, "2019-07-02T14:48Z");
	assert_non_null(row(p, inc, "cto", "2019-07-02T14:20Z",
		ATT_TOLD_NOBODY));
	incident_free(inc);
	inc = known(p, "2019-07-02T14:40Z");
	play_at(incident_sme(inc, "sre")->can_due, "2019-07-02T15:00Z");
	incident_free(inc);
}

static void
test_cloudflare_owes_what_is_left_by_its_date(void **state)
{
	struct play *p = *state;
	struct incident *inc = known(p, "2019-07-06T00:00Z");

	assert_true(inc->all_clear);
	assert_string_equal(inc->review.owner, "cto");
	play_at(inc->review.due, "2019-07-05T14:52Z");
	assert_int_equal(row(p, inc, "cto", "2019-07-06T00:00Z",
		ATT_REVIEW)->level, LEVEL_BAD);
	incident_free(inc);
	assert_int_equal(p->inc->n_lessons, 2);
	assert_int_equal(p->inc->n_items, 3);
	play_at(p->inc->items[0].done, "2019-07-12T00:00Z");
	play_at(p->inc->items[2].due, "2019-07-31T00:00Z");
	assert_null(row(p, p->inc, "waf", "2019-07-30T00:00Z", ATT_ITEM));
	assert_non_null(row(p, p->inc, "waf", "2019-08-01T00:00Z", ATT_ITEM));
}

/* ---- GitHub ---------------------------------------------------------- */

static void
test_github_hit_customers_for_17_hours_32_minutes_2_seconds(void **state)
{
	const struct incident *inc = ((struct play *)*state)->inc;
	const char *end = "2018-11-01T00:00Z";

	assert_int_equal(seconds(inc, BAND_CUSTOMER, end),
		(17 * 60 + 32) * 60 + 2);
	assert_int_equal(seconds(inc, BAND_OPERATIONS, end),
		(24 * 60 + 9) * 60 + 58);
	/* The two calls are far apart, and the band of each ended at its. */
	play_at(inc->under_control_at, "2018-10-22T16:24:02Z");
	play_at(inc->all_clear_at, "2018-10-22T23:03:58Z");
	assert_int_equal(inc->highest, 1);
	for (uint32_t i = 0; i < inc->n; i++)
		assert_false(inc->entries[i].untrue);
}

static void
test_github_needs_people_pages_them_and_they_come(void **state)
{
	struct play *p = *state;
	struct incident *inc = known(p, "2018-10-21T23:15Z");
	const struct need *need = incident_need(inc, 1);
	const struct sme *sme = incident_sme(inc, "db-engineers");

	assert_string_equal(need->who, "oncall");
	assert_string_equal(need->text, "more database engineers");
	assert_int_equal(need->state, NEED_DISPATCHED);
	assert_string_equal(need->sent, "db-engineers");
	assert_string_equal(sme->field, "database");
	assert_int_equal(sme->state, SME_JOINED);
	assert_int_equal(inc->stage, STAGE_DISPATCH);
	assert_int_equal(rules_unmet(inc), 0);
	assert_non_null(row(p, inc, "coordinator", "2018-10-21T23:15Z",
		ATT_READY));
	incident_free(inc);
	inc = known(p, "2018-10-21T23:20Z");
	assert_int_equal(incident_need(inc, 1)->state, NEED_MET);
	assert_string_equal(incident_need(inc, 1)->by, "coordinator");
	assert_int_equal(inc->stage, STAGE_MITIGATE);
	incident_free(inc);
}

static void
test_github_promised_a_word_for_two_hours_on_and_missed_it(void **state)
{
	struct play *p = *state;
	struct incident *inc = known(p, "2018-10-22T07:00Z");
	const struct attention *a;

	play_at(inc->customers.promised, "2018-10-22T08:51Z");
	assert_null(row(p, inc, "coordinator", "2018-10-22T08:50Z",
		ATT_CUSTOMERS_LATE));
	incident_free(inc);
	inc = known(p, "2018-10-22T09:51Z");
	play_at(inc->customers.due, "2018-10-22T08:51Z");
	a = row(p, inc, "coordinator", "2018-10-22T09:51Z",
		ATT_CUSTOMERS_LATE);
	assert_string_equal(a->text,
		"customers wait for the word promised for 08:51Z");
	assert_string_equal(a->more, "1h00m LATE");
	/* The report that was promised with it is late as well. */
	a = row(p, inc, "coordinator", "2018-10-22T09:51Z", ATT_CAN_LATE);
	assert_string_equal(a->who, "oncall");
	assert_int_equal(a->joined, 2);
	incident_free(inc);
	play_at(p->inc->customers.missed, "2018-10-22T08:51Z");
	play_at(p->inc->customers.due, "-");
	assert_int_equal(p->inc->customers.words, 6);
}

static void
test_github_before_the_coordinator_anyone_got_things_going(void **state)
{
	struct play *p = *state;
	struct incident *inc = known(p, "2018-10-21T23:10Z");

	assert_int_equal(inc->stage, STAGE_ASSEMBLE);
	assert_int_equal(inc->severity, 2);
	assert_int_equal(incident_sme(inc, "coordinator")->state, SME_PAGED);
	assert_non_null(row(p, inc, "coordinator", "2018-10-21T23:10Z",
		ATT_PAGED));
	play_at(inc->customers.told, "2018-10-21T23:09:19Z");
	assert_string_equal(inc->customers.through, "status page");
	incident_free(inc);
	inc = known(p, "2018-10-21T23:14Z");
	assert_string_equal(inc->command.holder, "coordinator");
	assert_int_equal(inc->severity, 1);
	assert_true(inc->severity_confirmed);
	incident_free(inc);
}

static void
test_github_all_clear_is_told_and_after_care_begins(void **state)
{
	struct play *p = *state;
	struct incident *inc = known(p, "2018-10-23T00:00Z");

	assert_int_equal(inc->stage, STAGE_REVIEW);
	assert_string_equal(inc->command.holder, "");
	play_at(inc->customers.due, "-");
	play_at(inc->customers.told, "2018-10-22T23:03:58Z");
	play_at(inc->review.due, "2018-10-25T23:03:58Z");
	assert_null(row(p, inc, "coordinator", "2018-10-23T00:00Z",
		ATT_LEFT_OPEN));
	incident_free(inc);
	assert_int_equal(p->inc->n_items, 4);
	play_at(p->inc->items[2].due, "2019-01-28T00:00Z");
	play_at(p->inc->items[3].due, "2018-12-29T00:00Z");
}

/* ---- both ------------------------------------------------------------ */

static void
test_any_batches_of_the_log_give_the_same_story(void **state)
{
	struct play *p = *state;

	for (uint32_t step = 1; step <= p->inc->n; step += 9) {
		struct incident *again = play_fold(p, step);

		state_same(again, p->inc, true);
		assert_memory_equal(&again->hash, &p->inc->hash,
			sizeof(again->hash));
		incident_free(again);
	}
}

static void
test_its_report_says_how_long_and_what_was_missed(void **state)
{
	struct play *p = *state;
	struct str report = {0};

	words_report(p->inc, play_time("2018-11-01T00:00Z"), &report);
	assert_non_null(strstr(str_get(&report), "17h32m"));
	assert_non_null(strstr(str_get(&report), "missed"));
	str_release(&report);
}

#define T(fn, setup) cmocka_unit_test_setup_teardown(fn, setup, play_teardown)
#define C(fn) T(fn, cloudflare)
#define G(fn) T(fn, github)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	C(test_cloudflare_was_under_control_27_minutes_after_it_began),
	C(test_cloudflare_at_the_first_page_nobody_commands),
	C(test_cloudflare_locked_out_is_an_objective_that_asks),
	C(test_cloudflare_repairs_after_the_call_at_a_third_of_the_pace),
	C(test_cloudflare_owes_what_is_left_by_its_date),
	G(test_github_hit_customers_for_17_hours_32_minutes_2_seconds),
	G(test_github_needs_people_pages_them_and_they_come),
	G(test_github_promised_a_word_for_two_hours_on_and_missed_it),
	G(test_github_before_the_coordinator_anyone_got_things_going),
	G(test_github_all_clear_is_told_and_after_care_begins),
	C(test_any_batches_of_the_log_give_the_same_story),
	G(test_any_batches_of_the_log_give_the_same_story),
	G(test_its_report_says_how_long_and_what_was_missed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
