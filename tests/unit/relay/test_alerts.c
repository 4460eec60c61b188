/* Alerts of a pair of Alertmanagers, by the storms that a real pair made. */
#include "relay/alerts.h"

#include "base/mem.h"
#include "base/str.h"
#include "relay/alerts_read.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#define DOG "{\"labels\":{\"alertname\":\"Watchdog\"}," \
	"\"startsAt\":\"2026-11-22T00:00:00Z\"}"
#define FIRE(fp, at, state) "{\"fingerprint\":\"" fp "\",\"startsAt\":\"" at \
	"\",\"labels\":{\"alertname\":\"CheckoutErrors\",\"severity\":" \
	"\"page\",\"service\":\"checkout\"},\"annotations\":{\"summary\":" \
	"\"5xx 8%\"},\"status\":{\"state\":\"" state "\"}}"
#define AT "2026-11-22T07:09:41.256Z"
#define KEY "0858a1c9@2026-11-22T07:09:41.256Z"
#define SECOND 1000

static struct alerts *
begin(void)
{
	struct alerts *a = alerts_new();

	assert_int_equal(alerts_member(a, 0, "alertname=Watchdog"), 0);
	assert_int_equal(alerts_member(a, 0, "alertname=Watchdog"), 1);
	assert_int_equal(alerts_member(a, 1, "alertname=Watchdog"), 2);
	return a;
}

/* Member @m says @body, @s seconds after the test began. */
static void
says(struct alerts *a, int m, int s, const char *body)
{
	struct alerts_time at = {1000000000000 + s * SECOND, s * SECOND};
	struct err err;

	if (!alerts_take(a, m, body, strlen(body), &at, &err))
		fail_msg("%s", err.text);
	alerts_sweep(a, at.mono);
}

static int
count(struct alerts *a)
{
	int n;

	alerts_list(a, &n);
	return n;
}

static void
test_a_pair_is_one(void **state)
{
	struct alerts *a = begin();
	const struct alert *one;
	int n;

	(void)state;
	says(a, 0, 0, "[" DOG "," FIRE("0858a1c9", AT, "suppressed") "]");
	says(a, 1, 0, "[" DOG "," FIRE("0858a1c9", AT, "active") "]");
	one = alerts_list(a, &n);
	assert_int_equal(n, 1);
	assert_string_equal(one->key, KEY);
	assert_int_equal(one->state, ALERT_ACTIVE);
	assert_int_equal(one->members, 2);
	assert_string_equal(one->name, "CheckoutErrors");
	assert_string_equal(one->service, "checkout");
	assert_string_equal(one->summary, "5xx 8%");
	assert_string_equal(one->labels, "alertname=CheckoutErrors"
		" severity=page service=checkout");
	/* The less important answer comes last, and changes nothing. */
	says(a, 0, 15, "[" DOG "," FIRE("0858a1c9", AT, "suppressed") "]");
	assert_int_equal(alerts_find(a, KEY)->state, ALERT_ACTIVE);
	alerts_free(a);
}

/* A member that has just been started says [] with HTTP 200. */
static void
test_a_restart_takes_nothing_away(void **state)
{
	struct alerts *a = begin();
	int s;

	(void)state;
	says(a, 0, 0, "[" DOG "," FIRE("0858a1c9", AT, "active") "]");
	for (s = 15; s <= 600; s += 15) {
		says(a, 0, s, "[]");
		assert_non_null(alerts_find(a, KEY));
		assert_true(alerts_find(a, KEY)->unsure);
	}
	/* It comes back as the same occurrence. */
	says(a, 0, s, "[" DOG "," FIRE("0858a1c9", AT, "active") "]");
	assert_int_equal(count(a), 1);
	assert_false(alerts_find(a, KEY)->unsure);
	alerts_free(a);
}

static void
test_gone(void **state)
{
	struct alerts *a = begin();

	(void)state;
	says(a, 0, 0, "[" DOG "," FIRE("0858a1c9", AT, "active") "]");
	says(a, 0, 60, "[" DOG "]");
	says(a, 0, 119, "[" DOG "]");
	assert_non_null(alerts_find(a, KEY));
	assert_false(alerts_find(a, KEY)->unsure);
	says(a, 0, 120, "[" DOG "]");
	assert_null(alerts_find(a, KEY));
	/* The same series again is another occurrence. */
	says(a, 0, 135, "[" DOG "," FIRE("0858a1c9",
		"2026-11-22T07:30:00Z", "active") "]");
	assert_int_equal(count(a), 1);
	assert_non_null(alerts_find(a, "0858a1c9@2026-11-22T07:30:00.000Z"));
	alerts_free(a);
}

/* While one member has it, the other's word does not count. */
static void
test_one_of_two_has_it(void **state)
{
	struct alerts *a = begin();

	(void)state;
	for (int s = 0; s <= 600; s += 15) {
		says(a, 0, s, "[" DOG "," FIRE("0858a1c9", AT, "active") "]");
		says(a, 1, s, "[" DOG "]");
		assert_int_equal(count(a), 1);
		assert_false(alerts_find(a, KEY)->unsure);
	}
	alerts_free(a);
}

/* Another cluster knows nothing of it. */
static void
test_another_cluster(void **state)
{
	struct alerts *a = begin();

	(void)state;
	says(a, 0, 0, "[" DOG "," FIRE("0858a1c9", AT, "active") "]");
	for (int s = 15; s <= 600; s += 15) {
		says(a, 0, s, "[]");
		says(a, 2, s, "[" DOG "]");
		assert_true(alerts_find(a, KEY)->unsure);
	}
	alerts_free(a);
}

static void
test_silence_of_alerting(void **state)
{
	struct alerts *a = begin();

	(void)state;
	assert_false(alerts_silent(a, 0));
	says(a, 0, 0, "[]");
	assert_false(alerts_silent(a, 119 * SECOND));
	assert_true(alerts_silent(a, 120 * SECOND));
	says(a, 0, 130, "[" DOG "]");
	assert_false(alerts_silent(a, 240 * SECOND));
	assert_true(alerts_silent(a, 250 * SECOND));
	alerts_free(a);
}

static void
test_what_is_no_list(void **state)
{
	static const char *const bodies[] = {
		"", "{}", "\"bad filter\"", "<html>", "[{", "null", "[",
	};
	struct alerts *a = begin();
	struct alerts_time at = {0, 0};
	struct err err;

	(void)state;
	for (size_t i = 0; i < sizeof(bodies) / sizeof(*bodies); i++)
		assert_false(alerts_take(a, 0, bodies[i], strlen(bodies[i]),
			&at, &err));
	/* Members that make no sense are passed over. */
	says(a, 0, 1, "[1,null,{},{\"labels\":{\"alertname\":\"x\"}},"
		"{\"labels\":{\"alertname\":\"x\"},\"startsAt\":\"soon\"}]");
	assert_int_equal(count(a), 0);
	alerts_free(a);
}

static void
test_order(void **state)
{
	struct alerts *a = begin();
	const struct alert *v;
	int n;

	(void)state;
	says(a, 0, 0, "[" FIRE("aa", "2026-11-22T07:00:00Z", "suppressed") ","
		FIRE("bb", "2026-11-22T09:00:00Z", "active") ","
		FIRE("cc", "2026-11-22T08:00:00Z", "active") "]");
	v = alerts_list(a, &n);
	assert_int_equal(n, 3);
	assert_true(str_starts(v[0].key, "cc"));
	assert_true(str_starts(v[1].key, "bb"));
	assert_true(str_starts(v[2].key, "aa"));
	alerts_free(a);
}

static void
test_times(void **state)
{
	static const struct {
		const char *text, *iso;
	} rows[] = {
		{"2026-11-22T07:09:41Z", "2026-11-22T07:09:41.000Z"},
		{"2026-11-22T07:09:41.2Z", "2026-11-22T07:09:41.200Z"},
		{"2026-11-22T07:09:41.256789123Z", "2026-11-22T07:09:41.256Z"},
		{"2026-11-22T07:09:41.256+01:00", "2026-11-22T06:09:41.256Z"},
		{"2026-11-22 07:09:41-05:30", "2026-11-22T12:39:41.000Z"},
		{"2026-11-22T07:09:41", NULL},
		{"2026-11-22T07:09:41.Z", NULL},
		{"2026-13-22T07:09:41Z", NULL},
		{"2026-11-22T07:09:41+1:00", NULL},
		{"2026-11-22T07:09:41+01:00x", NULL},
		{"", NULL}, {"soon", NULL}, {"Z", NULL},
	};
	char iso[WHEN_MAX];
	when_ms t;

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		assert_int_equal(alert_time(rows[i].text, &t),
			rows[i].iso != NULL);
		if (rows[i].iso)
			assert_string_equal(when_iso(t, iso), rows[i].iso);
	}
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_a_pair_is_one),
		cmocka_unit_test(test_a_restart_takes_nothing_away),
		cmocka_unit_test(test_gone),
		cmocka_unit_test(test_one_of_two_has_it),
		cmocka_unit_test(test_another_cluster),
		cmocka_unit_test(test_silence_of_alerting),
		cmocka_unit_test(test_what_is_no_list),
		cmocka_unit_test(test_order),
		cmocka_unit_test(test_times),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
