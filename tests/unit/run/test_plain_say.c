/* An incident in sentences: what is said, and above all what is not. */
#include "run/plain_say.h"

#include "base/mem.h"
#include "lib/play.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

/* What is said to ana at @time. */
static const char *
news(struct play *p, struct plain_said *said, const char *time)
{
	struct str out = {0};
	const char *text;

	plain_news(said, p->inc, "ana", play_time(time), &out);
	text = arena_dup(p->arena, str_get(&out));
	str_release(&out);
	return text;
}

static const char *
begins(struct play *p, struct plain_said *said, const char *time)
{
	struct str out = {0};
	const char *text;

	plain_begin(said, p->inc, "ana", play_time(time), &out);
	text = arena_dup(p->arena, str_get(&out));
	str_release(&out);
	return text;
}

static void
begin(struct play *p)
{
	play(p, "14:00Z ana declare EU checkout --severity 1 --take"
		" --customers yes",
		"14:01Z ana broadcast --said all",
		"14:02Z ana scope 38% of checkouts fail",
		"14:05Z mei customers We look --next 14:20Z", NULL);
}

static void
test_it_begins_with_the_state_in_sentences(void **state)
{
	struct play *p = *state;
	struct plain_said said = {.n_rows = 0};
	const char *text;

	begin(p);
	text = begins(p, &said, "14:06Z");
	assert_non_null(strstr(text, "INC-17: EU checkout. Severity 1, stage"
		" Verify for 6m.\nana is in command for 6m.\nScope: 38% of"
		" checkouts fail\ncustomers: told 14:05Z by mei"));
	/* All of that is said, and nothing of it again. */
	assert_string_equal(news(p, &said, "14:06Z"), "");
	plain_said_release(&said);
}

static void
test_a_new_entry_is_a_line_with_its_time_and_author(void **state)
{
	struct play *p = *state;
	struct plain_said said = {.n_rows = 0};
	const char *text;

	begin(p);
	begins(p, &said, "14:06Z");
	play(p, "14:07Z raj note the replica lags",
		"14:07Z ana advance --to mitigate", NULL);
	text = news(p, &said, "14:07Z");
	assert_non_null(strstr(text, "14:07Z note: raj: the replica lags\n"
		"14:07Z stage: MITIGATE"));
	assert_non_null(strstr(text, "no reason given, by ana\n"));
	plain_said_release(&said);
}

static void
test_a_row_comes_once_and_goes_once(void **state)
{
	struct play *p = *state;
	struct plain_said said = {.n_rows = 0};
	const char *text;

	begin(p);
	begins(p, &said, "14:06Z");
	play(p, "14:07Z raj can --condition stuck --need \"a disk\"", NULL);
	assert_non_null(strstr(news(p, &said, "14:07Z"),
		"NOW: raj needs: a disk"));
	for (int m = 8; m < 12; m++)
		assert_null(strstr(news(p, &said, arena_printf(p->arena,
			"14:%02dZ", m)), "a disk"));
	play(p, "14:12Z raj need met 1", NULL);
	text = news(p, &said, "14:12Z");
	assert_non_null(strstr(text, "DONE: raj needs: a disk\n"));
	assert_null(strstr(news(p, &said, "14:13Z"), "a disk"));
	plain_said_release(&said);
}

static void
test_what_was_due_and_is_late_is_not_done(void **state)
{
	struct play *p = *state;
	struct plain_said said = {.n_rows = 0};
	const char *text;

	begin(p);
	begins(p, &said, "14:06Z");
	text = news(p, &said, "14:21Z");
	assert_non_null(strstr(text, "NOW: customers wait for the word"));
	assert_null(strstr(text, "DONE"));
	plain_said_release(&said);
}

/* How many lines of an hour, a look each second, begin with @mark. */
static int
count(struct play *p, struct plain_said *said, const char *mark, int *most)
{
	when_ms from = play_time("14:21Z");
	int n = 0, minute = 0;

	*most = 0;
	for (int s = 0; s < 3600; s++) {
		struct str out = {0};

		plain_news(said, p->inc, "ana", from + s * WHEN_SECOND, &out);
		if (s % 60 == 0)
			minute = 0;
		if (strstr(str_get(&out), mark)) {
			n++;
			minute++;
		}
		if (minute > *most)
			*most = minute;
		str_release(&out);
	}
	return n;
}

static void
test_what_stays_late_is_repeated_more_and_more_seldom(void **state)
{
	struct play *p = *state;
	struct plain_said said = {.n_rows = 0};
	int most, n;

	begin(p);
	begins(p, &said, "14:06Z");
	n = count(p, &said, "STILL: customers wait", &most);
	/* After 5, 10, 20 and 40 minutes. */
	assert_int_equal(n, 4);
	assert_int_equal(most, 1);
	plain_said_release(&said);
}

static void
test_a_signal_is_lost_once_and_back_once(void **state)
{
	struct plain_said said = {.n_rows = 0};
	struct plain_signal s = {.age = 2000, .stale = 10000};
	struct str out = {0};

	(void)state;
	plain_signal(&said, &s, &out);
	assert_string_equal(str_get(&out), "");
	s.age = 11000;
	s.why = "the disk is on fire";
	plain_signal(&said, &s, &out);
	s.age = 12000;
	plain_signal(&said, &s, &out);
	assert_string_equal(str_get(&out), "NO SIGNAL for 11s, the disk is on"
		" fire: what was said may be out of date.\n");
	str_cut(&out, 0);
	s.age = 100;
	plain_signal(&said, &s, &out);
	assert_string_equal(str_get(&out), "The signal is back.\n");
	str_cut(&out, 0);
	s.back = true;
	plain_signal(&said, &s, &out);
	assert_non_null(strstr(str_get(&out), "STORE WENT BACK"));
	str_release(&out);
}

static void
test_another_live_incident_is_named_once(void **state)
{
	struct play *p = *state;
	struct plain_said said = {.n_rows = 0};
	struct summary rows[2];
	struct str out = {0};

	begin(p);
	summary_of(p->inc, &rows[0]);
	rows[1] = rows[0];
	rows[1].number = 18;
	rows[1].restricted = true;
	plain_board(&said, rows, 2, 17, &out);
	plain_board(&said, rows, 2, 17, &out);
	assert_string_equal(str_get(&out), "LIVE: INC-18, severity 1:"
		" restricted. `open INC-18` goes there.\n");
	str_release(&out);
	plain_said_release(&said);
}

static void
test_no_byte_moves_a_cursor(void **state)
{
	struct play *p = *state;
	struct plain_said said = {.n_rows = 0};

	begin(p);
	begins(p, &said, "14:06Z");
	play(p, "14:07Z raj note \"a\033[2Jb\rc\007d\"", NULL);
	for (const char *s = news(p, &said, "14:07Z"); *s; s++)
		assert_true((unsigned char)*s >= ' ' || *s == '\n');
	plain_said_release(&said);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		PLAY_TEST(test_it_begins_with_the_state_in_sentences),
		PLAY_TEST(test_a_new_entry_is_a_line_with_its_time_and_author),
		PLAY_TEST(test_a_row_comes_once_and_goes_once),
		PLAY_TEST(test_what_was_due_and_is_late_is_not_done),
		PLAY_TEST(
			test_what_stays_late_is_repeated_more_and_more_seldom),
		PLAY_TEST(test_a_signal_is_lost_once_and_back_once),
		PLAY_TEST(test_another_live_incident_is_named_once),
		PLAY_TEST(test_no_byte_moves_a_cursor),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
