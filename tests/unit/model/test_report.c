#include "model/words.h"

#include "base/mem.h"
#include "base/str.h"
#include "unit/model/any_event.h"
#include "unit/model/tale.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>
#include <cmocka.h>

static struct tale *t;
static struct str out;
static when_ms now;

static int
setup(void **state)
{
	(void)state;
	t = tale_checkout();
	now = tale_time("14:31:19");
	out = (struct str){0};
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	tale_free(t);
	str_release(&out);
	return 0;
}

static const char *
report(void)
{
	str_cut(&out, 0);
	words_report(t->inc, now, &out);
	return str_get(&out);
}

static void
has(const char *part)
{
	const char *text = report();

	if (!strstr(text, part))
		fail_msg("no '%s' in\n%s", part, text);
}

/* Bars of a line that Markdown takes for the sides of cells. */
static int
bars(const char *line, size_t len)
{
	int n = 0;

	for (size_t i = 0; i < len; i++) {
		if (line[i] == '\\')
			i++;
		else if (line[i] == '|')
			n++;
	}
	return n;
}

/* Every line is blank, a heading, a sentence or a full row of its table. */
static void
tables_are_whole(const char *text)
{
	int wide = 0;

	for (const char *l = text; *l; ) {
		size_t len = strcspn(l, "\n");

		if (*l != '|') {
			wide = 0;
		} else if (!wide) {
			wide = bars(l, len);
			assert_in_range(wide, 3, 12);
		} else if (bars(l, len) != wide || l[len - 1] != '|') {
			fail_msg("not %d bars: %.*s", wide, (int)len, l);
		}
		l += len + (l[len] == '\n');
	}
}

static void
test_head_has_times_durations_and_who_knew_first(void **state)
{
	(void)state;
	has("# INC-17 EU checkout returns 5xx\n");
	has("| State | live, stage Dispatch |\n");
	has("| Severity | SEV1 |\n");
	has("| Impact began | 2026-11-22 13:41:00Z |\n");
	has("| Detected | 2026-11-22 13:44:00Z |\n");
	has("| Gap | 3m after the impact began |\n");
	has("| Customer impact | 50m so far |\n");
	has("| Operations impact | 47m so far |\n");
	has("| Who knew first | alert, 2m before customers |\n");
	has("| First commander | 2026-11-22 13:51:00Z, 7m after Detect |\n");
	has("| Head hash | 17000000000000000000000000000000"
		"00000000000000000000000000000000 |\n");
}

static void
test_timeline_is_sorted_by_when_and_shows_both_times(void **state)
{
	const char *late, *first;

	(void)state;
	has("| 2026-11-22 13:41:00Z (recorded 2026-11-22 13:44:00Z) | 2 |"
		" alert | CheckoutErrorBudgetBurn firing (eu) |\n");
	has("| 2026-11-22 14:01:00Z | 15 | page | raj paged for database"
		"  tomas for ana |\n");
	late = strstr(str_get(&out), "| 2 | alert |");
	first = strstr(str_get(&out), "| 1 | stage |");
	assert_true(late < first);
}

static void
test_stages_show_time_and_what_was_unmet(void **state)
{
	(void)state;
	tale_add(t, "14:30", "ana", "stage.entered", "{'from':'dispatch',"
		"'to':'mitigate','unmet':['needs'],'reason':'no time'}");
	has("| Verify | 2026-11-22 13:52:00Z | 2026-11-22 14:00:00Z | 8m |"
		"  |\n");
	has("| 30m | needs: no time |\n");
	has("| Mitigate | 2026-11-22 14:30:00Z |  | 1m so far |  |\n");
}

static void
test_command_shows_from_and_until(void **state)
{
	(void)state;
	tale_add(t, "14:30", "raj", "command.assumed", "{'from':'ana'}");
	has("| commander | ana | took command | 2026-11-22 13:51:00Z |"
		" 2026-11-22 14:30:00Z |\n");
	has("| commander | raj | assumed command | 2026-11-22 14:30:00Z |"
		"  |\n");
}

static void
test_need_goes_to_page_and_answer(void **state)
{
	(void)state;
	tale_add(t, "14:28", "ana", "need.dispatched",
		"{'need':1,'who':'li'}");
	tale_add(t, "14:30", "raj", "need.met", "{'need':1,'note':'yes'}");
	has("| 1 | raj | approval to promote, losing 40 s |"
		" 2026-11-22 14:10:00Z | li, paged 2026-11-22 14:24:00Z |"
		" met | 2026-11-22 14:30:00Z | raj | yes | 20m |\n");
}

static void
test_promises_are_kept_missed_or_late(void **state)
{
	(void)state;
	has("| 2026-11-22 14:25:00Z | 6m LATE |\n");
	tale_add(t, "14:29", "mei", "customers.told",
		"{'note':'still','next':'2026-11-22T14:40:00.000Z'}");
	has("| 2026-11-22 14:25:00Z | missed by 4m |\n");
	has("| 2026-11-22 14:40:00Z | open |\n");
	tale_add(t, "14:31", "mei", "customers.told", "{'note':'still'}");
	has("| 2026-11-22 14:40:00Z | kept |\n");
}

static void
test_promise_that_the_end_overtook_is_not_late(void **state)
{
	(void)state;
	tale_add(t, "14:20", "ana", "incident.closed",
		"{'false_alarm':true,'reason':'noise'}");
	has("| 2026-11-22 14:25:00Z | ended before |\n");
	has("| State | false alarm, closed 2026-11-22 14:20:00Z by ana:"
		" noise |\n");
}

static void
test_lessons_items_mitigations_and_decisions_have_rows(void **state)
{
	(void)state;
	tale_add(t, "14:28", "raj", "diagnosis.given", "{'note':'locks'}");
	tale_add(t, "14:28", "ana", "decision.made", "{'note':'promote'}");
	tale_add(t, "14:28", "raj", "mitigation.proposed",
		"{'note':'promote it'}");
	tale_add(t, "14:29", "raj", "mitigation.worked",
		"{'mitigation':1,'from':'mei'}");
	tale_add(t, "14:30", "ana", "lesson.recorded", "{'note':'alarm'}");
	tale_add(t, "14:30", "ana", "action.opened", "{'note':'build it',"
		"'priority':1,'owner':'raj',"
		"'until':'2026-11-29T14:30:00.000Z'}");
	has("| 2026-11-22 14:28:00Z | raj | locks |\n");
	has("| 2026-11-22 14:28:00Z | ana | promote |\n");
	has("| promote it | raj | worked | 2026-11-22 14:29:00Z | mei |");
	has("| 2026-11-22 14:30:00Z | ana | alarm |\n");
	has("| 1 | P1 | build it | raj | 2026-11-29 14:30:00Z | open |  |\n");
	tables_are_whole(str_get(&out));
}

static void
test_withdrawn_and_untrue_entries_are_marked(void **state)
{
	(void)state;
	tale_add(t, "14:30", "ana", "stage.entered",
		"{'from':'dispatch','to':'mitigate'}");
	tale_add(t, "14:30", "ana", "entry.withdrawn", "{'entry':24}");
	tale_add(t, "14:30", "lee", "command.taken", "{}");
	has("| MITIGATE (withdrawn in 25) |\n");
	has("| lee takes command (had no effect) |\n");
	assert_null(strstr(str_get(&out), "\n| Mitigate |"));
}

static void
test_people_cannot_break_the_document(void **state)
{
	(void)state;
	tale_add(t, "14:30", "ana", "note.added",
		"{'note':'a | b\\n| c `x` *y* [l](u) <b> \\\\ &lt; _z_ a_b"
		" \\u001b[31m \\u001c| \\u0085 \\u202e'}");
	has("ana: a \\| b \\| c \\`x\\` \\*y\\* \\[l\\](u) \\<b> \\\\ \\&lt;"
		" \\_z\\_ a_b ^\\[\\[31m ^\\\\\\| \\\\x85  |\n");
	tables_are_whole(str_get(&out));
}

static void
test_report_of_an_empty_incident_is_whole(void **state)
{
	struct incident *empty = incident_new(7);

	(void)state;
	words_report(empty, now, &out);
	assert_non_null(strstr(str_get(&out), "# INC-7 without a title\n"));
	tables_are_whole(str_get(&out));
	incident_free(empty);
}

/* Whatever the log holds, tables stay tables, and twice the same. */
static void
test_report_of_any_events_is_whole(void **state)
{
	struct dice dice = {7};
	struct hash hash = {{0}};
	char *first;

	(void)state;
	for (int i = 0; i < 20 * KIND_COUNT; i++) {
		struct event *e = any_event(t->a, &dice, (enum event_kind)
			(KIND_DECLARED + i % (KIND_COUNT - KIND_DECLARED)));
		struct str head = {0}, data = {0};

		event_head(e, &head);
		event_data(e, &data);
		incident_apply(t->inc, str_get(&head), str_get(&data), &hash);
		str_release(&head);
		str_release(&data);
	}
	incident_settle(t->inc);
	tables_are_whole(report());
	first = arena_dup(t->a, str_get(&out));
	assert_string_equal(first, report());
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
#define T(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
		T(test_head_has_times_durations_and_who_knew_first),
		T(test_timeline_is_sorted_by_when_and_shows_both_times),
		T(test_stages_show_time_and_what_was_unmet),
		T(test_command_shows_from_and_until),
		T(test_need_goes_to_page_and_answer),
		T(test_promises_are_kept_missed_or_late),
		T(test_promise_that_the_end_overtook_is_not_late),
		T(test_lessons_items_mitigations_and_decisions_have_rows),
		T(test_withdrawn_and_untrue_entries_are_marked),
		T(test_people_cannot_break_the_document),
		T(test_report_of_an_empty_incident_is_whole),
		T(test_report_of_any_events_is_whole),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
