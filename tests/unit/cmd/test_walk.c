/*
 * Everything that the process asks for can be given: each exit criterion and
 * each Attention row has a verb in the command table and a key on the screen,
 * and the verb, performed, ticks the criterion or answers the row.
 */
#include "lib/play.h"

#include "model/rules.h"
#include "view/keys.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define LINES 10
#define COUNT(v) ((int)(sizeof(v) / sizeof((v)[0])))

/* The first line of each scene but for some. */
#define DECLARE "14:00Z sam declare x"
#define BEGIN DECLARE " --impact-began 13:50Z", "14:01Z ana take"

static void
play_lines(struct play *p, const char *const *lines)
{
	for (; *lines; lines++)
		if (!play_try(p, *lines))
			fail_msg("%s: %s", *lines, p->err.text);
}

/* Whether @line performs @verb: it starts with its words. */
static bool
performs(const char *line, const char *verb)
{
	size_t n = strlen(verb);

	line += strcspn(line, " ") + 1;
	line += strcspn(line, " ") + 1;
	return !strncmp(line, verb, n) && (!line[n] || line[n] == ' ');
}

/* ---- exit criteria --------------------------------------------------- */

struct criterion_walk {
	enum stage stage;
	const char *id;
	const char *scene[LINES]; /* after which it is not ticked */
	const char *act[3];       /* after which it is */
};

static const struct criterion_walk criteria[] = {
	{STAGE_DETECT, "source", {NULL}, {DECLARE}},
	{STAGE_DETECT, "impact", {DECLARE},
		{"14:01Z sam impact --began 13:50Z"}},
	{STAGE_ASSEMBLE, "commander", {DECLARE}, {"14:01Z ana take"}},
	{STAGE_ASSEMBLE, "bridge", {BEGIN},
		{"14:02Z ana broadcast", "14:03Z ana broadcast --said all"}},
	{STAGE_VERIFY, "severity", {BEGIN}, {"14:02Z ana severity 2"}},
	{STAGE_VERIFY, "scope", {BEGIN}, {"14:02Z ana scope EU checkout"}},
	{STAGE_VERIFY, "can", {BEGIN}, {"14:02Z raj can --no-needs"}},
	{STAGE_DISPATCH, "needs",
		{BEGIN, "14:02Z raj can --condition x --need a"},
		{"14:03Z ana need met 1"}},
	{STAGE_MITIGATE, "diagnosis", {BEGIN}, {"14:02Z raj diagnosis disk"}},
	{STAGE_MITIGATE, "worked", {BEGIN, "14:02Z raj mitigation propose a"},
		{"14:03Z raj mitigation worked 1"}},
	{STAGE_REPAIR, "repair", {BEGIN, "14:02Z ana call under-control"},
		{"14:03Z ana repair done new disk"}},
	{STAGE_REVIEW, "held", {BEGIN, "14:02Z ana call all-clear"},
		{"14:03Z ana review held notes"}},
	{STAGE_REVIEW, "lessons", {BEGIN, "14:02Z ana call all-clear"},
		{"14:03Z ana lesson disks fill up"}},
	{STAGE_ACTION_ITEMS, "items", {BEGIN, "14:02Z ana action open a"},
		{"14:03Z ana action done 1"}},
};

static const struct criterion_walk *
walk_of(enum stage stage, const char *id)
{
	for (int i = 0; i < COUNT(criteria); i++)
		if (criteria[i].stage == stage && !strcmp(criteria[i].id, id))
			return &criteria[i];
	fail_msg("no walk for the criterion %s of %s", id,
		stage_rows[stage].name);
	return NULL;
}

static bool
is_met(const struct play *p, enum stage stage, const char *id)
{
	struct criterion c[CRITERIA_MAX];
	int n = p->inc->declared ? rules_criteria(p->inc, stage, c) : 0;

	for (int i = 0; i < n; i++)
		if (!strcmp(c[i].id, id))
			return c[i].met;
	return false;
}

static void
test_each_exit_criterion_is_ticked_by_its_verb(void **state)
{
	struct play *none = play_new();
	int n = 0;

	(void)state;
	for (int s = STAGE_DETECT; s < STAGE_COUNT; s++) {
		struct criterion c[CRITERIA_MAX];
		int some = rules_criteria(none->inc, (enum stage)s, c);

		assert_true(some > 0);
		for (int i = 0; i < some; i++, n++) {
			const struct criterion_walk *w =
				walk_of((enum stage)s, c[i].id);
			struct play *p = play_new();

			if (!cmd_find(c[i].verb))
				fail_msg("no command %s", c[i].verb);
			/* The source is part of declaring. */
			if (strcmp(c[i].id, "source") != 0)
				assert_true(performs(w->act[0], c[i].verb));
			play_lines(p, w->scene);
			assert_false(is_met(p, w->stage, w->id));
			play_lines(p, w->act);
			if (!is_met(p, w->stage, w->id))
				fail_msg("%s is not ticked", w->id);
			play_free(p);
		}
	}
	assert_int_equal(n, COUNT(criteria));
	play_free(none);
}

/* ---- Attention rows -------------------------------------------------- */

struct row_walk {
	const char *who, *time;     /* who looks when */
	const char *scene[LINES];
	const char *fill;           /* for "..." in the row's line */
	const char *then;           /* what it makes somebody do, or NULL */
};

#define JOIN(name) "14:02Z " name " join"
#define ASSIGN "14:02Z ana objective assign raj look"

static const struct row_walk walks[ATT_COUNT] = {
	[ATT_NO_COMMANDER] = {"raj", "14:02Z", {DECLARE}, NULL, NULL},
	[ATT_SILENT] = {"raj", "14:40Z", {BEGIN}, NULL, NULL},
	[ATT_OFFERED] = {"raj", "14:05Z", {BEGIN, "14:04Z ana offer raj"},
		NULL, NULL},
	[ATT_BLOCKED] = {"ana", "14:05Z", {BEGIN, ASSIGN,
		"14:04Z raj objective cannot 1 locked out"}, NULL, NULL},
	[ATT_CUSTOMERS_LATE] = {"mei", "14:20Z", {BEGIN}, "hello", NULL},
	[ATT_TOLD_NOBODY] = {"ana", "14:05Z", {BEGIN}, NULL, NULL},
	[ATT_NOT_ACKED] = {"ana", "14:10Z", {BEGIN, "14:02Z ana page li"},
		NULL, "li ack"},
	[ATT_NEED] = {"ana", "14:05Z", {BEGIN,
		"14:02Z raj can --condition x --need a"}, NULL, NULL},
	[ATT_CAN_LATE] = {"ana", "14:20Z", {BEGIN, JOIN("raj")}, NULL,
		"raj can --no-needs"},
	[ATT_CAN_MINE] = {"raj", "14:20Z", {BEGIN, "14:02Z raj can --no-needs"},
		NULL, NULL},
	[ATT_READ_BACK] = {"raj", "14:03Z", {BEGIN, ASSIGN}, NULL, NULL},
	[ATT_PAGED] = {"li", "14:03Z", {BEGIN, "14:02Z ana page li"}, NULL,
		NULL},
	[ATT_ACKED_SILENT] = {"ana", "14:20Z", {BEGIN, "14:02Z ana page li",
		"14:03Z li ack --eta 14:10Z"}, NULL, NULL},
	[ATT_OVERDUE] = {"ana", "14:20Z", {BEGIN, ASSIGN,
		"14:03Z raj objective understood 1"}, NULL, NULL},
	[ATT_CUSTOMERS_DUE] = {"mei", "14:10Z", {BEGIN}, "hello", NULL},
	[ATT_BROADCAST_DUE] = {"ana", "14:32Z", {BEGIN}, NULL,
		"ana broadcast --said all"},
	[ATT_NOBODY_SPEAKS] = {"ana", "14:05Z", {BEGIN, JOIN("raj"),
		JOIN("li"), "14:03Z ana role customers"}, "sam", NULL},
	[ATT_READY] = {"ana", "14:02Z", {DECLARE, "14:00Z ana take",
		"14:01Z ana broadcast --said all",
		"14:01Z ana advance --to assemble"}, NULL, NULL},
	[ATT_AHEAD] = {"ana", "14:05Z", {BEGIN, "14:03Z raj diagnosis disk"},
		NULL, NULL},
	[ATT_TIRED] = {"ana", "15:10Z", {BEGIN, JOIN("raj")}, "raj",
		"raj accept"},
	[ATT_SPAN] = {"ana", "14:05Z", {BEGIN, JOIN("a"), JOIN("b"),
		JOIN("c"), JOIN("d"), JOIN("e"), JOIN("f")}, "c", NULL},
	[ATT_LEFT_OPEN] = {"ana", "14:05Z", {BEGIN,
		"14:02Z raj can --condition x --need a",
		"14:03Z ana call all-clear"}, NULL, NULL},
	[ATT_REVIEW] = {"ana", "14:05Z", {BEGIN, "14:03Z ana call all-clear"},
		"notes", NULL},
	[ATT_ITEM] = {"ana", "2026-12-24T12:00Z", {BEGIN,
		"14:03Z ana call all-clear", "14:04Z ana action open a"},
		"done", NULL},
	[ATT_WAITING] = {"raj", "14:05Z", {BEGIN,
		"14:02Z raj can --condition x --need a",
		"14:03Z ana page li --need 1"}, NULL, NULL},
	[ATT_OBJECTIVE] = {"raj", "14:05Z", {BEGIN, ASSIGN,
		"14:03Z raj objective understood 1"}, NULL, NULL},
};

/* The row's own line, with words for what is still to be typed. */
static void
line_of(const struct row_walk *w, const char *verb, char *out, size_t size)
{
	const char *gap = strstr(verb, "...");

	if (!gap != !w->fill)
		fail_msg("%s: wants %s words", verb, gap ? "some" : "no");
	snprintf(out, size, "%s %s %.*s%s%s", w->time, w->who,
		gap ? (int)(gap - verb) : (int)strlen(verb), verb,
		gap ? w->fill : "", gap ? gap + 3 : "");
}

static const struct attention *
row_now(struct play *p, const struct row_walk *w, enum attention_sort sort)
{
	return play_row(p, w->who, w->time, sort);
}

static void
test_each_attention_row_is_answered_by_the_line_it_names(void **state)
{
	(void)state;
	for (int i = 0; i < ATT_COUNT; i++) {
		const struct row_walk *w = &walks[i];
		enum attention_sort sort = (enum attention_sort)i;
		const struct attention *row;
		struct play *p = play_new();
		char line[256];

		if (!w->who || !cmd_find(attention_rows[i].verb))
			fail_msg("no walk, or no command: %s",
				attention_rows[i].id);
		play_lines(p, w->scene);
		row = row_now(p, w, sort);
		if (!row)
			fail_msg("%s does not come up", attention_rows[i].id);
		line_of(w, row->verb, line, sizeof(line));
		if (!play_try(p, line))
			fail_msg("%s: %s", line, p->err.text);
		if (w->then) {
			snprintf(line, sizeof(line), "%s %s", w->time,
				w->then);
			if (!play_try(p, line))
				fail_msg("%s: %s", line, p->err.text);
		}
		if (row_now(p, w, sort))
			fail_msg("%s is still there", attention_rows[i].id);
		play_free(p);
	}
}

static void
test_each_attention_row_names_a_key_of_the_screen(void **state)
{
	(void)state;
	for (int i = 0; i < ATT_COUNT; i++) {
		struct play *p = play_new();
		const struct attention *row;

		play_lines(p, walks[i].scene);
		row = row_now(p, &walks[i], (enum attention_sort)i);
		assert_non_null(row);
		if (!key_line(attention_rows[i].key, KEY_INCIDENT) ||
		    !key_line(row->key, KEY_INCIDENT))
			fail_msg("%s: no key %s", row->id, row->key);
		assert_string_equal(row->key, attention_rows[i].key);
		play_free(p);
	}
}

static void
test_each_attention_row_can_be_quiet_for_a_while(void **state)
{
	(void)state;
	for (int i = 0; i < ATT_COUNT; i++) {
		const struct row_walk *w = &walks[i];
		struct play *p = play_new();
		char line[256];

		play_lines(p, w->scene);
		assert_non_null(row_now(p, w, (enum attention_sort)i));
		snprintf(line, sizeof(line), "%s %s snooze %s --until +5m",
			w->time, w->who, attention_rows[i].id);
		if (!play_try(p, line))
			fail_msg("%s: %s", line, p->err.text);
		if (row_now(p, w, (enum attention_sort)i))
			fail_msg("%s is not quiet", attention_rows[i].id);
		play_free(p);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	cmocka_unit_test(test_each_exit_criterion_is_ticked_by_its_verb),
	cmocka_unit_test(
		test_each_attention_row_is_answered_by_the_line_it_names),
	cmocka_unit_test(test_each_attention_row_names_a_key_of_the_screen),
	cmocka_unit_test(test_each_attention_row_can_be_quiet_for_a_while),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
