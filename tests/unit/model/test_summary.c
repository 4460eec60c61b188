#include "model/summary.h"

#include "base/mem.h"
#include "base/str.h"
#include "model/clocks.h"
#include "unit/model/tale.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>
#include <cmocka.h>

static struct tale *t;

static int
setup(void **state)
{
	(void)state;
	t = tale_checkout();
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	tale_free(t);
	return 0;
}

/* Through its text and back; the text of the result is the same again. */
static struct summary
there_and_back(const struct summary *s)
{
	struct str text = {0}, again = {0};
	struct summary back;

	summary_write(s, &text);
	assert_true(summary_read(t->a, str_get(&text), &back));
	summary_write(&back, &again);
	assert_string_equal(str_get(&text), str_get(&again));
	str_release(&text);
	str_release(&again);
	return back;
}

static void
test_summary_has_what_the_board_shows(void **state)
{
	struct summary s;

	(void)state;
	summary_of(t->inc, &s);
	s = there_and_back(&s);
	assert_int_equal(s.number, 17);
	assert_int_equal(s.n, t->inc->n);
	assert_int_equal(s.v, SUMMARY_VERSION);
	assert_string_equal(s.title, "EU checkout returns 5xx");
	assert_string_equal(s.commander, "ana");
	assert_string_equal(s.service, "billing-api, web");
	assert_int_equal(s.severity, 1);
	assert_int_equal(s.highest, 1);
	assert_int_equal(s.stage, STAGE_DISPATCH);
	assert_int_equal(s.affected, AFFECTED_YES);
	assert_int_equal(s.since, tale_time("13:44"));
	assert_int_equal(s.stage_since, tale_time("14:00"));
	assert_int_equal(s.command_since, tale_time("13:51"));
	assert_int_equal(s.updated, tale_time("14:27"));
	assert_int_equal(s.told, tale_time("14:05"));
	assert_int_equal(s.promised, tale_time("14:25"));
	assert_int_equal(s.customers_due, tale_time("14:25"));
	assert_int_equal(s.closed_at, WHEN_NONE);
	assert_int_equal(s.needs, 1);
	assert_int_equal(s.smes, 2);
	assert_int_equal(s.messages, 1);
	assert_true(hash_same(&s.hash, &t->inc->hash));
}

/* What is shown at any later moment needs no events. */
static void
clocks_agree(void)
{
	static const char *const times[] = {"14:31", "15:00:30", "23:59:59"};
	struct summary s;

	summary_of(t->inc, &s);
	s = there_and_back(&s);
	for (int i = 0; i < 3; i++) {
		when_ms now = tale_time(times[i]);

		assert_int_equal(clock_band(t->inc, BAND_CUSTOMER, now),
			s.customer_base + (s.customer_run == WHEN_NONE ? 0 :
			now - s.customer_run));
		assert_int_equal(clock_band(t->inc, BAND_OPERATIONS, now),
			s.ops_base + (s.ops_run == WHEN_NONE ? 0 :
			now - s.ops_run));
	}
}

static void
test_clocks_from_a_summary_are_those_of_the_events(void **state)
{
	(void)state;
	clocks_agree();
	tale_add(t, "14:28", "ana", "control.called",
		"{'call':'under-control','from':'dispatch'}");
	clocks_agree();
	tale_add(t, "14:29", "ana", "stage.entered",
		"{'from':'repair','to':'mitigate'}");
	clocks_agree();
	tale_add(t, "14:30", "ana", "control.called",
		"{'call':'all-clear','from':'mitigate'}");
	clocks_agree();
}

static void
test_any_text_survives(void **state)
{
	struct summary s, back;

	(void)state;
	summary_of(t->inc, &s);
	s.title = "100%\tof 5xx = \n\x7f \xc3\xa9 \xe6\x97\xa5 %41";
	back = there_and_back(&s);
	assert_string_equal(back.title, s.title);
	s.title = "not UTF-8: \xff\xc3(";
	back = there_and_back(&s);
	assert_string_equal(back.title, s.title);
	s.title = "";
	back = there_and_back(&s);
	assert_string_equal(back.title, "");
	s.since = -1;
	back = there_and_back(&s);
	assert_int_equal(back.since, -1);
}

static void
test_empty_incident_has_a_summary(void **state)
{
	struct incident *empty = incident_new(3);
	struct summary s;

	(void)state;
	summary_of(empty, &s);
	s = there_and_back(&s);
	assert_int_equal(s.number, 3);
	assert_int_equal(s.since, WHEN_NONE);
	incident_free(empty);
}

static bool
reads(const char *text)
{
	struct summary s;

	return summary_read(t->a, text, &s);
}

static void
test_what_is_not_of_this_version_is_not_read(void **state)
{
	struct summary s;
	struct str text = {0};
	char *copy;

	(void)state;
	summary_of(t->inc, &s);
	s.v = SUMMARY_VERSION - 1;
	summary_write(&s, &text);
	assert_false(reads(str_get(&text)));
	str_cut(&text, 0);
	s.v = SUMMARY_VERSION;
	summary_write(&s, &text);
	assert_true(reads(str_get(&text)));

	/* Cut anywhere, or longer: no summary. */
	for (size_t i = 0; i < text.len; i++)
		assert_false(reads(arena_dupn(t->a, text.s, i)));
	str_addc(&text, '0');
	assert_false(reads(str_get(&text)));
	str_cut(&text, text.len - 1);
	str_add(&text, "\tmore=1");
	assert_false(reads(str_get(&text)));
	str_cut(&text, text.len - strlen("\tmore=1"));

	copy = arena_dup(t->a, text.s);
	memcpy(strstr(copy, "severity=1"), "severity=9", 10);
	assert_false(reads(copy));
	copy = arena_dup(t->a, text.s);
	memcpy(strstr(copy, "closed=0"), "closed=-", 8);
	assert_false(reads(copy));
	copy = arena_dup(t->a, text.s);
	memcpy(strstr(copy, "EU checkout"), "%00checkout", 11);
	assert_false(reads(copy));
	memcpy(strstr(copy, "%00checkout"), "%g0checkout", 11);
	assert_false(reads(copy));
	str_release(&text);
}

/* An incident made of up to four entries at 14:00 and later. */
static int64_t
rank_of(const char *const data[][2], int n)
{
	struct tale *one = tale_new(1);
	struct summary sum;

	for (int i = 0; i < n; i++)
		tale_add(one, arena_printf(t->a, "14:%02d", i), "ana",
			data[i][0], data[i][1]);
	summary_of(one->inc, &sum);
	tale_free(one);
	return sum.rank;
}

#define DECLARED(sev) {"incident.declared", \
	"{'title':'x','severity':" #sev "}"}
#define TAKEN {"command.taken", "{}"}
#define ALL_CLEAR {"control.called", \
	"{'call':'all-clear','from':'detect','owner':'ana'}"}

static void
test_live_without_commander_first_then_by_severity(void **state)
{
	static const char *const rows[][4][2] = {
		{DECLARED(2)},
		{DECLARED(3)},
		{DECLARED(1), TAKEN},
		{DECLARED(1), TAKEN, {"impact.stated", "{'customers':'no'}"}},
		{DECLARED(1), TAKEN, {"control.called",
			"{'call':'under-control','from':'detect'}"}},
		{DECLARED(2), TAKEN},
		{DECLARED(1), TAKEN, ALL_CLEAR}, /* review due in 3 days */
		{DECLARED(3), TAKEN, ALL_CLEAR},
		{DECLARED(1), TAKEN, ALL_CLEAR, {"review.held", "{}"}},
		{DECLARED(1), TAKEN, {"note.added", "{}"},
			{"incident.closed", "{'false_alarm':true}"}},
		{DECLARED(1), {"incident.closed", "{'false_alarm':true}"}},
	};
	int64_t last = -1;

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		int n = 0;
		int64_t rank;

		while (n < 4 && rows[i][n][0])
			n++;
		rank = rank_of(rows[i], n);
		if (rank <= last)
			fail_msg("row %zu does not come after the one before",
				i);
		last = rank;
	}
}

static void
test_after_care_with_an_item_is_ranked_by_what_is_due_first(void **state)
{
	static const char *const review[][2] = {
		DECLARED(1), TAKEN, ALL_CLEAR,
	};
	static const char *const item[][2] = {
		DECLARED(1), TAKEN, ALL_CLEAR,
		{"action.opened", "{'note':'x','priority':1,"
			"'until':'2026-11-23T00:00:00.000Z'}"},
	};
	static const char *const done[][2] = {
		DECLARED(1), TAKEN, ALL_CLEAR,
		{"action.opened", "{'note':'x','priority':1,"
			"'until':'2026-11-23T00:00:00.000Z'}"},
		{"action.completed", "{'item':1}"},
	};

	(void)state;
	assert_true(rank_of(item, 4) < rank_of(review, 3));
	assert_int_equal(rank_of(done, 5), rank_of(review, 3));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
#define T(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
		T(test_summary_has_what_the_board_shows),
		T(test_clocks_from_a_summary_are_those_of_the_events),
		T(test_any_text_survives),
		T(test_empty_incident_has_a_summary),
		T(test_what_is_not_of_this_version_is_not_read),
		T(test_live_without_commander_first_then_by_severity),
		T(test_after_care_with_an_item_is_ranked_by_what_is_due_first),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
