/* Erasing the text of one entry: what it did stays done. */
#include "lib/play.h"
#include "lib/state.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* A story in which every sort of entry stands on others. */
static void
tell(struct play *p)
{
	play(p, "14:00Z sam declare SECRET --source alert --service SECRET"
		" --impact-began 13:50Z", "14:00Z sam page database --reason"
		" SECRET --phone SECRET", "14:01Z ana take",
		"14:02Z raj ack", "14:02Z raj join", "14:03Z li join",
		"14:03Z ana role deputy tomas",
		"14:04Z raj can --condition SECRET --action SECRET --need"
		" SECRET1 --need SECRET2", "14:05Z li can --condition SECRET"
		" --need SECRET3", "14:06Z raj can --condition SECRET --need"
		" SECRET2 --need SECRET4", "14:06Z ana need dispatch 2 cdn",
		"14:07Z ana need met 3 SECRET", "14:07Z ana need refused 1"
		" SECRET", "14:08Z ana scope SECRET", "14:08Z ana severity 1"
		" SECRET", "14:09Z ana advance --to mitigate --reason SECRET",
		"14:10Z ana broadcast SECRET", "14:11Z ana broadcast --said"
		" all --through SECRET", "14:12Z ana objective assign raj"
		" SECRET", "14:12Z ana objective assign li SECRET",
		"14:13Z raj objective cannot 1 SECRET",
		"14:14Z ana objective answer 1 replan SECRET",
		"14:14Z li objective done 2 SECRET", "14:15Z raj diagnosis"
		" SECRET", "14:15Z raj mitigation propose SECRET",
		"14:16Z ana mitigation approve 1 SECRET",
		"14:17Z raj mitigation worked 1 SECRET",
		"14:18Z mei customers SECRET --through SECRET --next 14:40Z",
		"14:19Z raj note SECRET", "14:20Z ana decide SECRET",
		"14:21Z ana call under-control --reason SECRET",
		"14:22Z ana repair done SECRET", "14:30Z ana call all-clear",
		"14:31Z ana broadcast --said all",
		"14:32Z ana lesson SECRET", "14:33Z ana action open SECRET"
		" --priority P1", "14:34Z ana action done 1 SECRET",
		"14:35Z ana review held SECRET", NULL);
}

/* Facts whose value is free text. */
static bool
is_text(const char *line, size_t n)
{
	static const char *const keys[] = {
		"title", "service", "scope", "bridge", "protocol", "text",
		"why", "through", "phone", "answer", "condition", "need",
		"lesson", "decision", "diagnosis",
	};
	size_t key = strcspn(line, " ");

	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
		size_t len = strlen(keys[i]);

		if (n && key >= len && line[key + 1] == '"' &&
		    !strncmp(line + key - len, keys[i], len))
			return true;
	}
	return false;
}

/* The state without its free texts. */
static char *
shape(const struct incident *inc)
{
	struct str all = {0}, out = {0};

	state_write(inc, false, &all);
	for (const char *s = str_get(&all); *s;) {
		size_t n = strcspn(s, "\n");

		if (!is_text(s, n))
			str_addf(&out, "%.*s\n", (int)n, s);
		s += n + 1;
	}
	str_release(&all);
	return str_take(&out);
}

static void
test_what_an_entry_did_stays_done_without_its_text(void **state)
{
	struct play *p = play_new();
	uint32_t n;
	char *before;

	(void)state;
	tell(p);
	n = p->inc->n;
	before = shape(p->inc);
	play_free(p);
	for (uint32_t i = 1; i <= n; i++) {
		char line[64], *after;

		p = play_new();
		tell(p);
		snprintf(line, sizeof(line),
			"14:40Z ana erase %u --reason law", (unsigned)i);
		play(p, line, NULL);
		after = shape(p->inc);
		state_lines_same(after, before);
		free(after);
		play_free(p);
	}
	free(before);
}

static void
test_no_erased_text_is_left_and_every_reader_sees_the_same(void **state)
{
	struct play *p = *state;
	struct incident *again;
	struct str all = {0};
	uint32_t n;

	tell(p);
	n = p->inc->n;
	for (uint32_t i = 1; i <= n; i++) {
		char line[64];

		snprintf(line, sizeof(line),
			"14:40Z ana erase %u --reason law", (unsigned)i);
		play(p, line, NULL);
		assert_int_equal(p->inc->entries[i - 1].erased_by, p->inc->n);
	}
	state_write(p->inc, true, &all);
	assert_null(strstr(str_get(&all), "SECRET"));
	str_release(&all);
	for (uint32_t step = 1; step < 60; step += 7) {
		again = play_fold(p, step);
		state_same(again, p->inc, true);
		incident_free(again);
	}
}

static void
test_one_erases_ones_own_text_and_the_commander_any(void **state)
{
	struct play *p = *state;

	play(p, "14:00Z ana declare x --take", "14:01Z raj note hunter2",
		"14:01Z ana note x", NULL);
	play_refused(p, "14:02Z raj erase 4", "--reason");
	play_refused(p, "14:02Z raj erase 5 --reason x", "ana");
	play_refused(p, "14:02Z raj erase 9 --reason x", "no entry 9");
	play(p, "14:02Z raj erase 4 --reason password", NULL);
	assert_string_equal(p->inc->entries[3].text, "");
	assert_non_null(strstr(p->said, "copies and exports"));
	play_refused(p, "14:03Z raj erase 4 --reason again", "erased before");
	play_refused(p, "14:03Z raj correct 4 x", "was erased");
	play(p, "14:10Z ana call all-clear", "14:11Z ana close", NULL);
	play_refused(p, "14:12Z li erase 5 --reason x", "review owner");
	play(p, "14:12Z ana erase 5 --reason law", NULL);
}

static void
test_what_was_put_right_stays_when_the_wrong_text_goes(void **state)
{
	struct play *p = *state;

	play(p, "14:00Z ana declare x --take", "14:01Z ana scope hunter2",
		"14:02Z ana correct 4 EU checkout",
		"14:03Z ana erase 4 --reason password", NULL);
	assert_string_equal(p->inc->scope, "EU checkout");
	play(p, "14:04Z ana erase 5 --reason too", NULL);
	assert_string_equal(p->inc->scope, "");
}

static void
test_an_erased_message_is_not_to_be_said_any_more(void **state)
{
	struct play *p = *state;

	play(p, "14:00Z ana declare x --take", "14:01Z ana broadcast hunter2",
		"14:02Z ana erase 4 --reason password", NULL);
	assert_int_equal(p->inc->n_messages, 1);
	play_refused(p, "14:03Z ana broadcast --said 4", "no message");
	play(p, "14:03Z ana broadcast --said all", NULL);
	assert_null(play_row(p, "ana", "14:04Z", ATT_TOLD_NOBODY));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	cmocka_unit_test(test_what_an_entry_did_stays_done_without_its_text),
	PLAY_TEST(test_no_erased_text_is_left_and_every_reader_sees_the_same),
	PLAY_TEST(test_one_erases_ones_own_text_and_the_commander_any),
	PLAY_TEST(test_what_was_put_right_stays_when_the_wrong_text_goes),
	PLAY_TEST(test_an_erased_message_is_not_to_be_said_any_more),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
