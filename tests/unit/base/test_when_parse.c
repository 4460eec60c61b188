#include "base/when.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>
#include <cmocka.h>

#define REF "2026-11-22T14:31:19.123Z"

struct sample {
	const char *typed;
	enum when_mean mean;
	int zone_min;
	const char *iso; /* what it means at REF */
};

static when_ms
at(const char *iso)
{
	when_ms t = 0;

	assert_true(when_parse_iso(iso, &t));
	return t;
}

static void
assert_reads(const struct sample *s, const char *ref)
{
	char out[WHEN_MAX];
	struct err err = {0};
	when_ms t = 0;

	if (!when_parse(s->typed, at(ref), s->mean, s->zone_min, &t, &err))
		fail_msg("%s", err.text);
	assert_string_equal(when_iso(t, out), s->iso);
}

#define ASSERT_READS(rows) \
	for (size_t i = 0; i < sizeof(rows) / sizeof((rows)[0]); i++) \
		assert_reads(&(rows)[i], REF)

static void
test_a_time_past_is_the_latest_not_after_now(void **state)
{
	static const struct sample rows[] = {
		{"13:41Z",       WHEN_PAST, 0, "2026-11-22T13:41:00.000Z"},
		{"14:31Z",       WHEN_PAST, 0, "2026-11-22T14:31:00.000Z"},
		{"14:31:19Z",    WHEN_PAST, 0, "2026-11-22T14:31:19.000Z"},
		{"14:31:19.123Z", WHEN_PAST, 0, REF},
		{"14:31:19.124Z", WHEN_PAST, 0, "2026-11-21T14:31:19.124Z"},
		{"14:32Z",       WHEN_PAST, 0, "2026-11-21T14:32:00.000Z"},
		{"23:55Z",       WHEN_PAST, 0, "2026-11-21T23:55:00.000Z"},
		{"00:00Z",       WHEN_PAST, 0, "2026-11-22T00:00:00.000Z"},
	};

	(void)state;
	ASSERT_READS(rows);
}

static void
test_a_time_promised_is_the_next_after_now(void **state)
{
	static const struct sample rows[] = {
		{"14:32Z",       WHEN_NEXT, 0, "2026-11-22T14:32:00.000Z"},
		{"14:31Z",       WHEN_NEXT, 0, "2026-11-23T14:31:00.000Z"},
		{"14:31:19.123Z", WHEN_NEXT, 0, "2026-11-23T14:31:19.123Z"},
		{"14:31:19.124Z", WHEN_NEXT, 0, "2026-11-22T14:31:19.124Z"},
		{"04:30Z",       WHEN_NEXT, 0, "2026-11-23T04:30:00.000Z"},
	};

	(void)state;
	ASSERT_READS(rows);
}

static void
test_a_scenarios_time_is_the_earliest_not_before_the_line_above(void **state)
{
	static const struct sample rows[] = {
		{"14:31:19.123Z", WHEN_FROM, 0, REF},
		{"14:31:20Z",    WHEN_FROM, 0, "2026-11-22T14:31:20.000Z"},
		{"14:31:19Z",    WHEN_FROM, 0, "2026-11-23T14:31:19.000Z"},
		{"00:10Z",       WHEN_FROM, 0, "2026-11-23T00:10:00.000Z"},
	};

	(void)state;
	ASSERT_READS(rows);
}

static void
test_a_time_without_z_is_in_the_screens_zone(void **state)
{
	static const struct sample rows[] = {
		{"15:31",  WHEN_PAST,   60, "2026-11-22T14:31:00.000Z"},
		{"13:41",  WHEN_PAST,    0, "2026-11-22T13:41:00.000Z"},
		{"20:00",  WHEN_PAST,  330, "2026-11-22T14:30:00.000Z"},
		/* In Auckland it is the 23rd already, in Honolulu 04:31. */
		{"03:00",  WHEN_PAST,  780, "2026-11-22T14:00:00.000Z"},
		{"23:00",  WHEN_PAST,  780, "2026-11-22T10:00:00.000Z"},
		{"04:00",  WHEN_PAST, -600, "2026-11-22T14:00:00.000Z"},
		{"05:00",  WHEN_PAST, -600, "2026-11-21T15:00:00.000Z"},
		{"23:00",  WHEN_NEXT, -600, "2026-11-23T09:00:00.000Z"},
		{"00:30",  WHEN_NEXT,   60, "2026-11-22T23:30:00.000Z"},
		{"13:41Z", WHEN_PAST,  330, "2026-11-22T13:41:00.000Z"},
	};

	(void)state;
	ASSERT_READS(rows);
}

static void
test_a_date_says_the_day_whatever_is_meant(void **state)
{
	static const struct sample rows[] = {
		{"2026-11-22T13:41:05Z", WHEN_NEXT, 0,
			"2026-11-22T13:41:05.000Z"},
		{"2030-01-01T00:00:00Z", WHEN_PAST, 0,
			"2030-01-01T00:00:00.000Z"},
		{"2026-11-22T13:41Z", WHEN_FROM, 0,
			"2026-11-22T13:41:00.000Z"},
		{"2026-11-22 13:41:05.25Z", WHEN_PAST, 0,
			"2026-11-22T13:41:05.250Z"},
		{"2026-11-22 13:41:05.2Z", WHEN_PAST, 0,
			"2026-11-22T13:41:05.200Z"},
		{"1970-01-01T00:00Z", WHEN_PAST, 0,
			"1970-01-01T00:00:00.000Z"},
		{"2026-11-22 13:41:05.123999999Z", WHEN_PAST, 0,
			"2026-11-22T13:41:05.123Z"},
		{"2026-11-22 00:30", WHEN_PAST, 60,
			"2026-11-21T23:30:00.000Z"},
		{"2026-11-22 00:30Z", WHEN_PAST, 60,
			"2026-11-22T00:30:00.000Z"},
	};

	(void)state;
	ASSERT_READS(rows);
}

static void
test_signs_count_from_the_reference(void **state)
{
	static const struct sample rows[] = {
		{"now",    WHEN_PAST, 0, REF},
		{"-10m",   WHEN_PAST, 0, "2026-11-22T14:21:19.123Z"},
		{"+20m",   WHEN_NEXT, 0, "2026-11-22T14:51:19.123Z"},
		{"+1h30m", WHEN_NEXT, 0, "2026-11-22T16:01:19.123Z"},
		{"-90s",   WHEN_PAST, 0, "2026-11-22T14:29:49.123Z"},
		{"+2d",    WHEN_NEXT, 0, "2026-11-24T14:31:19.123Z"},
		{"+0m",    WHEN_NEXT, 0, REF},
		{"-1d2h3m4s", WHEN_PAST, 330, "2026-11-21T12:28:15.123Z"},
	};

	(void)state;
	ASSERT_READS(rows);
}

static void
test_an_hour_may_have_one_digit(void **state)
{
	static const struct sample rows[] = {
		{"9:41Z", WHEN_PAST, 0, "2026-11-22T09:41:00.000Z"},
	};

	(void)state;
	ASSERT_READS(rows);
}

static void
test_leap_days_and_year_ends_are_days(void **state)
{
	static const struct sample past = {
		"23:59Z", WHEN_PAST, 0, "2024-02-29T23:59:00.000Z"
	};
	static const struct sample next = {
		"00:00Z", WHEN_NEXT, 0, "2027-01-01T00:00:00.000Z"
	};

	(void)state;
	assert_reads(&past, "2024-03-01T00:00:00Z");
	assert_reads(&next, "2026-12-31T23:59:59.999Z");
}

static void
test_anything_else_is_refused_with_the_forms(void **state)
{
	static const char *const rows[] = {
		"", " ", "1/:41Z", "1::41Z", "13", "13:", "13:4", "1341", "13:411", "013:41",
		"24:00Z", "13:60Z", "13:41:60Z", "13:41ZZ", "13:41 Z",
		"13:41:05.Z", "13:41:05.1234567890Z", "-1:00", "::",
		"2026-11-22", "2026-11-22T", "2026-11-22T13", "2026-11-31 13:41",
		"2026-02-29T00:00Z", "2026-11-22  13:41", "26-11-22 13:41",
		"2026-11-22T13:41:05+01:00", "+", "-", "+m", "10m", "+10", "+-1m",
		"++1m", "+30m1h", "+1m1m", "+1.5h", "+1w", "+1h 30m", "+1M",
		"+1000000000s", "Now", "nows", "tomorrow", "13:41Z ", "١٣:٤١",
	};
	struct err err;
	when_ms t = 42;

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		memset(&err, 0, sizeof(err));
		if (when_parse(rows[i], at(REF), WHEN_PAST, 0, &t, &err))
			fail_msg("'%s' was read as a time", rows[i]);
		assert_int_equal(err.code, ERR_USAGE);
	}
	assert_int_equal(t, 42);
	assert_string_equal(err.text, "'١٣:٤١' is no time: write 13:41Z, "
		"13:41, 2026-11-22T13:41:05Z, -10m, +1h30m or now");
}

static void
test_times_off_the_calendar_are_refused(void **state)
{
	static const char *const rows[] = {
		"-999999999d", "+999999999d", "+999999999d999999999h999999999m",
	};
	struct err err = {0};
	when_ms t = 42;

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		assert_false(when_parse(rows[i], at(REF), WHEN_PAST, 0, &t,
			&err));
	assert_string_equal(err.text, "'+999999999d999999999h999999999m' lies "
		"outside the years 1970 to 9999: write a time within them");
	assert_false(when_parse("13:41Z", 0, WHEN_PAST, 0, &t, NULL));
	assert_false(when_parse("9999-12-31T23:59", at(REF), WHEN_PAST, -60,
		&t, NULL));
	assert_int_equal(t, 42);
}

static void
test_a_long_wrong_word_is_repeated_in_part(void **state)
{
	struct err err;
	when_ms t;

	(void)state;
	assert_false(when_parse("xüüüüüüüüüüüüüüüüüüüüüüüüüüüüü", at(REF),
		WHEN_PAST, 0, &t, &err));
	assert_memory_equal(err.text, "'xüüüüüüüüüüüüüüüüüüü' is no time",
		40 + strlen(" is no time") + 1);
}

static void
test_durations_are_numbers_with_units(void **state)
{
	static const struct { const char *typed; when_ms d; } rows[] = {
		{"90s", 90 * WHEN_SECOND},
		{"10m", 10 * WHEN_MINUTE},
		{"1h", WHEN_HOUR},
		{"1h30m", 90 * WHEN_MINUTE},
		{"3d", 3 * WHEN_DAY},
		{"1d2h3m4s", WHEN_DAY + 2 * WHEN_HOUR + 3 * WHEN_MINUTE +
			4 * WHEN_SECOND},
		{"0m", 0},
		{"-", 0},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		when_ms d = 42;

		assert_true(when_parse_span(rows[i].typed, &d, NULL));
		assert_int_equal(d, rows[i].d);
	}
}

static void
test_other_durations_are_refused_with_the_forms(void **state)
{
	static const char *const rows[] = {
		"", "0", "10", "m", "-1m", "--", "+1m", "1h30", "30m1h", "1.5h",
		"1 h", "1m ", "10min", "1234567890s",
	};
	struct err err;
	when_ms d = 42;

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		memset(&err, 0, sizeof(err));
		assert_false(when_parse_span(rows[i], &d, &err));
		assert_int_equal(err.code, ERR_USAGE);
	}
	assert_int_equal(d, 42);
	assert_string_equal(err.text, "'1234567890s' is no duration: write "
		"90s, 10m, 1h, 1h30m, 3d, or - for none");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_a_time_past_is_the_latest_not_after_now),
		cmocka_unit_test(test_a_time_promised_is_the_next_after_now),
		cmocka_unit_test(
			test_a_scenarios_time_is_the_earliest_not_before_the_line_above),
		cmocka_unit_test(test_a_time_without_z_is_in_the_screens_zone),
		cmocka_unit_test(test_a_date_says_the_day_whatever_is_meant),
		cmocka_unit_test(test_signs_count_from_the_reference),
		cmocka_unit_test(test_an_hour_may_have_one_digit),
		cmocka_unit_test(test_leap_days_and_year_ends_are_days),
		cmocka_unit_test(test_anything_else_is_refused_with_the_forms),
		cmocka_unit_test(test_times_off_the_calendar_are_refused),
		cmocka_unit_test(test_a_long_wrong_word_is_repeated_in_part),
		cmocka_unit_test(test_durations_are_numbers_with_units),
		cmocka_unit_test(
			test_other_durations_are_refused_with_the_forms),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
