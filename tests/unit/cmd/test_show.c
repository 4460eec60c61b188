#include "cmd/cmd.h"

#include "base/mem.h"
#include "base/words.h"
#include "lib/play.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

/* What a line prints, in the arena. */
static const char *
prints(struct play *p, const char *line)
{
	struct summary board;
	struct cmd_args args;
	struct outcome out;
	struct words w;
	const char *text;

	assert_true(words_split(p->arena, line, &w, &p->err));
	p->env.inc = p->inc->declared ? p->inc : NULL;
	p->env.n_board = 0;
	if (p->env.inc) {
		summary_of(p->inc, &board);
		p->env.board = &board;
		p->env.n_board = 1;
	}
	p->env.who = "";
	if (!cmd_parse(p->arena, w.v, w.n, &args, &p->err) ||
	    !cmd_decide(&p->env, &args, NULL, &out, &p->err))
		return arena_dup(p->arena, p->err.text);
	assert_int_equal(out.kind, OUT_TEXT);
	text = arena_dup(p->arena, str_get(&out.text));
	outcome_release(&out);
	return text;
}

static struct play *
begun(void)
{
	struct play *p = play_new();

	play(p, "14:00Z ana declare EU checkout --severity 1 --take",
		"14:05Z mei customers We know --next 14:20Z",
		"14:06Z raj join --field database",
		"14:07Z raj can --condition stuck --need \"a disk\"", NULL);
	return p;
}

static void
test_status_says_who_commands_since_when_and_what_is_due(void **state)
{
	struct play *p = begun();

	(void)state;
	p->env.now = play_time("14:10Z");
	assert_string_equal(prints(p, "status"),
		"INC-17 SEV1  EU checkout  Verify 10m\n"
		"    IC ana 10m \xc2\xb7 customers hit >= T+00:10 \xc2\xb7"
		" ops T+00:10\n"
		"    customers: told 14:05Z, next promised 14:20Z, in 10m\n"
		"    CAN due 14:17Z, in 7m \xc2\xb7 broadcast due 14:20Z,"
		" in 10m \xc2\xb7 1 SME \xc2\xb7 1 open need \xc2\xb7"
		" 1 NOT SENT\n");
	p->env.now = play_time("14:30Z");
	assert_non_null(strstr(prints(p, "status INC-17"),
		"next promised 14:20Z, 10m LATE"));
	play_free(p);
}

static void
test_status_of_nothing_says_how_to_begin(void **state)
{
	struct play *p = play_new();

	(void)state;
	assert_string_equal(prints(p, "status"), "No incident. `fireground"
		" declare TITLE` begins one.\n");
	assert_string_equal(prints(p, "status --json"), "{\"v\":1,\"now\":"
		"\"1970-01-01T00:00:00.000Z\",\"incidents\":[]}\n");
	assert_non_null(strstr(prints(p, "status INC-3"),
		"there is no INC-3"));
	play_free(p);
}

static void
test_status_goes_through_after_care_to_closed(void **state)
{
	struct play *p = begun();
	const char *text;

	(void)state;
	play(p, "14:10Z ana call under-control", "14:20Z ana call all-clear",
		"14:30Z ana action open a --priority P1", NULL);
	p->env.now = play_time("14:40Z");
	text = prints(p, "status");
	assert_true(str_starts(text, "After-care\nINC-17 SEV1  EU checkout "));
	assert_non_null(strstr(text, "review due 2026-11-25 14:20Z, in "));
	assert_non_null(strstr(text, "1 action item"));
	play(p, "14:45Z ana close", NULL);
	p->env.now = play_time("14:50Z");
	assert_string_equal(prints(p, "status"),
		"No open incident.\n\n1 closed\n");
	assert_non_null(strstr(prints(p, "status INC-17"),
		"closed 14:45Z\n"));
	play_free(p);
}

static void
test_a_restricted_incident_shows_number_and_severity_alone(void **state)
{
	struct play *p = play_new();

	(void)state;
	play(p, "14:00Z ana declare secret --restricted", NULL);
	assert_string_equal(prints(p, "status"),
		"INC-17 SEV2  (restricted)\n");
	assert_null(strstr(prints(p, "status --json"), "secret"));
	/* Who asks for it by its number may read it. */
	assert_non_null(strstr(prints(p, "status INC-17"), "secret"));
	assert_non_null(strstr(prints(p, "status INC-17 --json"), "secret"));
	play_free(p);
}

static void
test_json_has_absolute_times_and_durations_at_now(void **state)
{
	struct play *p = begun();
	const char *text;

	(void)state;
	p->env.now = play_time("14:30Z");
	text = prints(p, "status --json");
	assert_non_null(strstr(text, "\"now\":\"2026-11-22T14:30:00.000Z\""));
	assert_non_null(strstr(text, "\"stage\":\"verify\",\"stage_since\":"
		"\"2026-11-22T14:00:00.000Z\",\"stage_ms\":1800000"));
	assert_non_null(strstr(text, "\"promised\":\"2026-11-22T14:20:00.000Z"
		"\",\"due\":\"2026-11-22T14:20:00.000Z\",\"late_ms\":600000"));
	assert_non_null(strstr(text, "\"operations_impact_ms\":1800000,"
		"\"operations_impact_runs\":true"));
	assert_non_null(strstr(text, "\"closed_at\":null"));
	play_free(p);
}

static void
test_the_log_has_a_line_an_entry(void **state)
{
	struct play *p = begun();
	const char *text;

	(void)state;
	play(p, "14:08Z mei note \"two\nlines\x1b[31m\"", NULL);
	text = prints(p, "log --last 2");
	assert_true(str_starts(text, "   6  14:07:00Z  can       raj: "));
	assert_non_null(strstr(text,
		"\n   7  14:08:00Z  note      mei: two lines^[[31m\n"));
	assert_string_equal(prints(p, "log --after 6"),
		"   7  14:08:00Z  note      mei: two lines^[[31m\n");
	assert_string_equal(prints(p, "log --after 7"), "");
	assert_non_null(strstr(prints(p, "log --last 1 --full"),
		"\n        "));
	play_free(p);
}

static void
test_the_log_marks_what_became_of_an_entry(void **state)
{
	struct play *p = begun();
	const char *text;

	(void)state;
	play(p, "14:08Z mei note wrong", "14:09Z mei correct 7 right",
		"14:10Z mei note not so", "14:11Z mei withdraw 9",
		"14:30Z mei note late --happened 14:12Z", NULL);
	text = prints(p, "log");
	assert_non_null(strstr(text, "  corrected by 8\n"));
	assert_non_null(strstr(text, "  WITHDRAWN by 10\n"));
	assert_non_null(strstr(text,
		"  11  14:12:00Z  note      mei: late  (recorded 14:30Z)\n"));
	play_free(p);
}

static void
test_another_day_is_shown_with_its_date(void **state)
{
	struct play *p = begun();

	(void)state;
	p->env.now = play_time("2026-11-23T01:00Z");
	assert_true(str_starts(prints(p, "log"),
		"   1  2026-11-22 14:00:00Z  stage "));
	play_free(p);
}

static void
test_brief_and_report_end_in_a_newline(void **state)
{
	struct play *p = begun();
	const char *text = prints(p, "brief");

	(void)state;
	assert_int_equal(text[strlen(text) - 1], '\n');
	assert_non_null(strstr(text, "EU checkout"));
	text = prints(p, "report");
	assert_int_equal(text[strlen(text) - 1], '\n');
	assert_true(str_starts(text, "# INC-17 EU checkout\n"));
	play_free(p);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			test_status_says_who_commands_since_when_and_what_is_due),
		cmocka_unit_test(test_status_of_nothing_says_how_to_begin),
		cmocka_unit_test(test_status_goes_through_after_care_to_closed),
		cmocka_unit_test(
			test_a_restricted_incident_shows_number_and_severity_alone),
		cmocka_unit_test(
			test_json_has_absolute_times_and_durations_at_now),
		cmocka_unit_test(test_the_log_has_a_line_an_entry),
		cmocka_unit_test(test_the_log_marks_what_became_of_an_entry),
		cmocka_unit_test(test_another_day_is_shown_with_its_date),
		cmocka_unit_test(test_brief_and_report_end_in_a_newline),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
