#include "base/when.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>
#include <time.h>
#include <cmocka.h>

/* The instant of "2026-11-22T14:31:19.123Z" and its like. */
static when_ms
at(const char *iso)
{
	when_ms t = 0;

	assert_true(when_parse_iso(iso, &t));
	return t;
}

static void
test_iso_form_has_three_decimals_and_z(void **state)
{
	char out[WHEN_MAX];

	(void)state;
	assert_string_equal(when_iso(0, out), "1970-01-01T00:00:00.000Z");
	assert_string_equal(when_iso(INT64_C(1795357879123), out),
		"2026-11-22T14:31:19.123Z");
	assert_string_equal(when_iso(INT64_C(253402300799999), out),
		"9999-12-31T23:59:59.999Z");
}

static void
test_every_day_agrees_with_the_c_library(void **state)
{
	char ours[WHEN_MAX], theirs[WHEN_MAX];

	(void)state;
	for (int64_t day = 0; day < 2932897; day++) {
		when_ms t = day * WHEN_DAY + day * 31 % WHEN_DAY;
		time_t seconds = (time_t)(t / 1000);
		struct tm tm;

		/* All of two centuries and a half, then some of the rest. */
		if (day > 90000 && day % 37)
			continue;
		assert_non_null(gmtime_r(&seconds, &tm));
		assert_int_equal(strftime(theirs, sizeof(theirs),
			"%Y-%m-%d", &tm), 10);
		assert_string_equal(when_date(t, ours), theirs);
		assert_int_equal(strftime(theirs, sizeof(theirs),
			"%H:%M:%S", &tm), 8);
		assert_string_equal(when_hms(t, ours), theirs);
		strftime(theirs, sizeof(theirs), "%a, %d %b %Y %T +0000", &tm);
		assert_string_equal(when_mail(t, ours), theirs);
		assert_int_equal(at(when_iso(t, ours)), t);
	}
}

static void
test_what_is_no_time_is_a_dash(void **state)
{
	static const when_ms none[] = {
		WHEN_NONE, -1, INT64_C(253402300800000), INT64_MAX,
	};
	char out[WHEN_MAX * 2];

	(void)state;
	for (size_t i = 0; i < sizeof(none) / sizeof(none[0]); i++) {
		assert_string_equal(when_iso(none[i], out), "-");
		assert_string_equal(when_clock(none[i], out), "-");
		assert_string_equal(when_hm(none[i], out), "-");
		assert_string_equal(when_hms(none[i], out), "-");
		assert_string_equal(when_date(none[i], out), "-");
		assert_string_equal(when_short(none[i], 0, out), "-");
		assert_string_equal(when_short(none[i], none[i], out), "-");
		assert_string_equal(when_echo(none[i], 0, out), "-");
	}
}

static void
test_clock_forms(void **state)
{
	when_ms t = at("2026-11-22T04:01:09.999Z");
	char out[WHEN_MAX];

	(void)state;
	assert_string_equal(when_clock(t, out), "04:01Z");
	assert_string_equal(when_hm(t, out), "04:01");
	assert_string_equal(when_hms(t, out), "04:01:09");
	assert_string_equal(when_date(t, out), "2026-11-22");
}

static void
test_the_date_is_shown_only_on_another_day(void **state)
{
	when_ms t = at("2026-11-22T23:59:59.999Z");
	char out[WHEN_MAX];

	(void)state;
	assert_string_equal(when_short(t, at("2026-11-22T00:00:00Z"), out),
		"23:59Z");
	assert_string_equal(when_short(t, t + 1, out), "2026-11-22 23:59Z");
	assert_string_equal(when_short(t, WHEN_NONE, out),
		"2026-11-22 23:59Z");
}

static void
test_a_duration_has_two_units_at_most_and_is_never_negative(void **state)
{
	static const struct { when_ms d; const char *text; } rows[] = {
		{WHEN_NONE, "0s"},
		{-1, "0s"},
		{999, "0s"},
		{8 * WHEN_SECOND, "8s"},
		{WHEN_MINUTE - 1, "59s"},
		{WHEN_MINUTE, "1m"},
		{31 * WHEN_MINUTE + 59 * WHEN_SECOND, "31m"},
		{WHEN_HOUR, "1h00m"},
		{2 * WHEN_HOUR + 5 * WHEN_MINUTE, "2h05m"},
		{WHEN_DAY - 1, "23h59m"},
		{WHEN_DAY, "1d00h"},
		{3 * WHEN_DAY + 4 * WHEN_HOUR, "3d04h"},
		{INT64_MAX, "106751991167d07h"},
	};
	char out[WHEN_MAX];

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		assert_string_equal(when_span(rows[i].d, out), rows[i].text);
}

static void
test_elapsed_time_is_hours_and_minutes_with_days_before(void **state)
{
	static const struct { when_ms d; const char *text; } rows[] = {
		{WHEN_NONE, "T+00:00"},
		{-WHEN_HOUR, "T+00:00"},
		{WHEN_MINUTE - 1, "T+00:00"},
		{50 * WHEN_MINUTE, "T+00:50"},
		{17 * WHEN_HOUR + 32 * WHEN_MINUTE, "T+17:32"},
		{WHEN_DAY, "T+1d 00:00"},
		{8 * WHEN_DAY + WHEN_HOUR + 8 * WHEN_MINUTE, "T+8d 01:08"},
	};
	char out[WHEN_MAX];

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		assert_string_equal(when_elapsed(rows[i].d, out),
			rows[i].text);
}

static void
test_an_echo_says_day_and_distance(void **state)
{
	static const struct { const char *t, *now, *text; } rows[] = {
		{"2026-11-21T23:55:00Z", "2026-11-22T00:05:00Z",
			"23:55Z yesterday, 10 min ago"},
		{"2026-11-22T14:25:00Z", "2026-11-22T14:19:00Z",
			"14:25Z, in 6 min"},
		{"2026-11-22T14:25:00Z", "2026-11-22T14:25:00.900Z",
			"14:25Z, now"},
		{"2026-11-22T14:25:00Z", "2026-11-22T14:25:40Z",
			"14:25Z, 40 s ago"},
		{"2026-11-22T12:25:00Z", "2026-11-22T14:25:40Z",
			"12:25Z, 2 h ago"},
		{"2026-11-22T12:20:00Z", "2026-11-22T14:25:40Z",
			"12:20Z, 2 h 5 min ago"},
		{"2026-11-23T14:25:00Z", "2026-11-22T14:25:00Z",
			"14:25Z tomorrow, in 1 day"},
		{"2026-11-23T20:25:00Z", "2026-11-22T14:25:00Z",
			"20:25Z tomorrow, in 1 day 6 h"},
		{"2026-11-19T14:00:00Z", "2026-11-22T14:25:00Z",
			"2026-11-19 14:00Z, 3 days ago"},
		{"2026-12-31T23:59:59Z", "2027-01-01T00:00:00Z",
			"23:59Z yesterday, 1 s ago"},
		{"9999-12-31T23:59:59Z", "1970-01-01T00:00:00Z",
			"9999-12-31 23:59Z, in 2932896 days 23 h"},
	};
	char out[WHEN_MAX * 2];

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		assert_string_equal(when_echo(at(rows[i].t), at(rows[i].now),
			out), rows[i].text);
}

static void
test_an_echo_without_now_is_the_time_alone(void **state)
{
	char out[WHEN_MAX * 2];

	(void)state;
	assert_string_equal(when_echo(at("2026-11-22T14:25:00Z"), WHEN_NONE,
		out), "2026-11-22 14:25Z");
}

static void
test_iso_is_read_with_or_without_fraction(void **state)
{
	when_ms t;

	(void)state;
	assert_true(when_parse_iso("2026-11-22T14:31:19Z", &t));
	assert_int_equal(t, INT64_C(1795357879000));
	assert_true(when_parse_iso("2024-02-29T00:00:00.001Z", &t));
	assert_true(when_parse_iso("2000-02-29T00:00:00Z", &t));
}

static void
test_iso_is_nothing_but_that_form(void **state)
{
	static const char *const rows[] = {
		"", "2026-11-22", "2026-11-22T14:31Z", "2026-11-22T14:31:19",
		"2026-11-22 14:31:19Z", "2026-11-22t14:31:19Z",
		"2026-11-22T14:31:19.1Z", "2026-11-22T14:31:19.12Z",
		"2026-11-22T14:31:19.1234Z", "2026-11-22T14:31:19.Z",
		"2026-11-22T14:31:19,123Z", "2026-11-22T14:31:19z",
		"2026-11-22T14:31:19Z ", " 2026-11-22T14:31:19Z",
		"2026-11-22T14:31:19+00:00", "+026-11-22T14:31:19Z",
		"2026-00-22T14:31:19Z", "2026-13-22T14:31:19Z",
		"2026-11-00T14:31:19Z", "2026-11-31T14:31:19Z",
		"2026-02-29T14:31:19Z", "2100-02-29T14:31:19Z",
		"2026-11-22T24:00:00Z", "2026-11-22T14:60:00Z",
		"2026-11-22T14:31:60Z", "1969-12-31T23:59:59Z",
		"10000-01-01T00:00:00Z", "0000-00-00T00:00:00Z",
	};
	when_ms t = 42;

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		assert_false(when_parse_iso(rows[i], &t));
	assert_int_equal(t, 42);
}

/* A byte that is changed is refused, or is another time that it says. */
static void
test_iso_is_read_byte_for_byte(void **state)
{
	static const char form[] = "2026-11-22T14:31:19.123Z";
	char text[sizeof(form)], again[WHEN_MAX];
	when_ms t;

	(void)state;
	for (size_t i = 0; i < sizeof(form) - 1; i++) {
		for (int c = 1; c < 256; c++) {
			memcpy(text, form, sizeof(form));
			text[i] = (char)c;
			if (when_parse_iso(text, &t))
				assert_string_equal(when_iso(t, again), text);
		}
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_iso_form_has_three_decimals_and_z),
		cmocka_unit_test(test_every_day_agrees_with_the_c_library),
		cmocka_unit_test(test_what_is_no_time_is_a_dash),
		cmocka_unit_test(test_clock_forms),
		cmocka_unit_test(test_the_date_is_shown_only_on_another_day),
		cmocka_unit_test(
			test_a_duration_has_two_units_at_most_and_is_never_negative),
		cmocka_unit_test(
			test_elapsed_time_is_hours_and_minutes_with_days_before),
		cmocka_unit_test(test_an_echo_says_day_and_distance),
		cmocka_unit_test(test_an_echo_without_now_is_the_time_alone),
		cmocka_unit_test(test_iso_is_read_with_or_without_fraction),
		cmocka_unit_test(test_iso_is_nothing_but_that_form),
		cmocka_unit_test(test_iso_is_read_byte_for_byte),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
