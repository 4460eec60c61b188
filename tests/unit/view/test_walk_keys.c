/*
 * Everything that the process asks for can be given by keys: each exit
 * criterion is ticked, and each Attention row answered by Enter on it.
 */
#include "unit/view/desk.h"

#include "model/attention.h"
#include "model/rules.h"
#include "view/rows.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#define LINES 9
#define COUNT(v) ((int)(sizeof(v) / sizeof((v)[0])))

/* "ana advance", or "+60" for a minute later. */
static void
tell(struct desk *d, const char *const *lines)
{
	char who[32];
	int seconds;

	for (; *lines; lines++) {
		size_t n = strcspn(*lines, " ");

		if (sscanf(*lines, "+%d", &seconds) == 1) {
			desk_wait(d, seconds);
			continue;
		}
		snprintf(who, sizeof(who), "%.*s", (int)n, *lines);
		desk_run(d, who, *lines + n + 1);
	}
	desk_wait(d, 20); /* no message waits for its Enter any more */
}

/* Keys, text between quotes, and seconds: "n 'it is back' Enter +20". */
static void
press(struct desk *d, const char *keys)
{
	char part[64];
	int seconds;

	while (*keys) {
		bool text = *keys == '\'';
		size_t n;

		keys += text;
		n = strcspn(keys, text ? "'" : " ");
		snprintf(part, sizeof(part), "%.*s", (int)n, keys);
		if (text)
			desk_type(d, part);
		else if (sscanf(part, "+%d", &seconds) == 1)
			desk_wait(d, seconds);
		else
			desk_keys(d, part);
		keys += n + text;
		keys += *keys == ' ';
	}
}

static void
be(struct desk *d, const char *who)
{
	snprintf(d->s.who, sizeof(d->s.who), "%s", who);
}

/* ---- exit criteria --------------------------------------------------- */

struct criterion_walk {
	enum stage stage;
	const char *id;
	const char *commander;    /* at the beginning; "" nobody */
	const char *scene[LINES];
	const char *row;          /* in For you, under the cursor; NULL */
	const char *keys;
};

static const struct criterion_walk criteria[] = {
	{STAGE_DETECT, "impact", "ana", {"ana impact --unknown"}, NULL,
		"v Tab '13:55Z' Enter"},
	{STAGE_ASSEMBLE, "commander", "", {NULL}, NULL, "h Enter"},
	{STAGE_ASSEMBLE, "bridge", "ana",
		{"ana bridge https://meet.example.com/2",
		"ana broadcast --said all"}, NULL, "b Enter +20 b Enter"},
	{STAGE_VERIFY, "severity", "ana", {NULL}, NULL, "v 2 Enter"},
	{STAGE_VERIFY, "scope", "ana", {NULL}, NULL,
		"v A-2 'EU checkout' Enter"},
	{STAGE_VERIFY, "can", "ana", {NULL}, NULL, "c 'db stuck' Enter"},
	{STAGE_DISPATCH, "needs", "ana",
		{"raj can --condition x --need eyes"}, "need:1", "d m Enter"},
	{STAGE_MITIGATE, "diagnosis", "ana", {"ana advance --to verify"},
		NULL, "m Tab 'the deploy' Enter"},
	{STAGE_MITIGATE, "worked", "ana", {"ana advance --to mitigate",
		"ana diagnosis x", "ana mitigation propose a",
		"ana mitigation approve", "ana mitigation execute"}, NULL,
		"m Enter"},
	{STAGE_REPAIR, "repair", "ana", {"ana call under-control"}, NULL,
		"m Tab 'the query is fixed' Enter"},
	{STAGE_REVIEW, "held", "ana", {"ana call all-clear"}, NULL,
		"n A-r 'wiki' Enter"},
	{STAGE_REVIEW, "lessons", "ana", {"ana call all-clear"}, NULL,
		"n A-l 'test it' Enter"},
	{STAGE_ACTION_ITEMS, "items", "ana", {"ana call all-clear",
		"ana review held x", "ana lesson y", "ana advance",
		"ana action open a"}, NULL, "d Enter"},
};

static bool
is_met(const struct desk *d, enum stage stage, const char *id)
{
	struct criterion c[CRITERIA_MAX];
	int n = rules_criteria(d->inc, stage, c);

	for (int i = 0; i < n; i++)
		if (!strcmp(c[i].id, id))
			return c[i].met;
	fail_msg("%s asks for no %s", stage_rows[stage].name, id);
	return false;
}

static void
test_each_exit_criterion_is_ticked_by_keys(void **state)
{
	struct criterion c[CRITERIA_MAX];
	struct incident *none = incident_new(1);
	int n = 0;

	(void)state;
	for (int i = 0; i < COUNT(criteria); i++) {
		const struct criterion_walk *w = &criteria[i];
		struct desk *d = desk_incident(w->commander);

		tell(d, w->scene);
		assert_false(is_met(d, w->stage, w->id));
		if (w->row)
			desk_select(d, PANE_ATTENTION, w->row);
		press(d, w->keys);
		if (!is_met(d, w->stage, w->id))
			fail_msg("%s by %s: ran %s: %s%s", w->id, w->keys,
				d->ran, d->err.text, desk_frame(d));
		desk_free(d);
	}
	/* The source is asked for by the form that declares. */
	for (int s = STAGE_DETECT; s < STAGE_COUNT; s++)
		n += rules_criteria(none, (enum stage)s, c);
	assert_int_equal(COUNT(criteria), n - 1);
	incident_free(none);
}

/* ---- Attention rows -------------------------------------------------- */

struct row_walk {
	const char *who;
	const char *commander;
	const char *scene[LINES];
	const char *keys;  /* after Enter on the row */
	const char *then;  /* what it makes somebody do, or NULL */
};

#define JOIN(name) name " join"
#define ASSIGN "ana objective assign raj look"

static const struct row_walk walks[ATT_COUNT] = {
	[ATT_NO_COMMANDER] = {"raj", "", {NULL}, "Enter", NULL},
	[ATT_SILENT] = {"raj", "ana", {"+2400"}, "a Enter", NULL},
	[ATT_OFFERED] = {"raj", "ana", {"ana offer raj"}, "Enter", NULL},
	[ATT_BLOCKED] = {"ana", "ana", {ASSIGN, "raj objective cannot 1 why"},
		"m Enter", NULL},
	[ATT_CUSTOMERS_LATE] = {"mei", "ana", {"+1200"}, "Enter", NULL},
	[ATT_TOLD_NOBODY] = {"ana", "ana", {"+20"}, "Enter", NULL},
	[ATT_NOT_ACKED] = {"ana", "ana", {"ana page li", "+400"}, "Enter",
		"li ack"},
	[ATT_NEED] = {"ana", "ana", {"raj can --condition x --need a"},
		"m Enter", NULL},
	[ATT_CAN_LATE] = {"ana", "ana", {JOIN("raj"), "+1000"}, "Enter",
		"raj can --no-needs"},
	[ATT_CAN_MINE] = {"raj", "ana", {"raj can --condition x",
		"+1000"}, "Enter", NULL},
	[ATT_READ_BACK] = {"raj", "ana", {ASSIGN}, "Enter", NULL},
	[ATT_PAGED] = {"li", "ana", {"ana page li"}, "Enter", NULL},
	[ATT_ACKED_SILENT] = {"ana", "ana", {"ana page li", "li ack", "+400"},
		"Enter", "li join"},
	[ATT_OVERDUE] = {"ana", "ana", {ASSIGN, "raj objective understood 1",
		"+1200"}, "Enter", NULL},
	[ATT_CUSTOMERS_DUE] = {"mei", "ana", {NULL}, "Enter", NULL},
	[ATT_BROADCAST_DUE] = {"ana", "ana", {"ana broadcast --said all",
		"+1860"}, "Enter", "ana broadcast --said all"},
	[ATT_NOBODY_SPEAKS] = {"ana", "ana", {JOIN("raj"), JOIN("li"),
		"ana role customers"}, "'sam' Enter", NULL},
	[ATT_READY] = {"ana", "ana", {"ana broadcast --said all",
		"ana advance"}, "Enter", NULL},
	[ATT_AHEAD] = {"ana", "ana", {"raj diagnosis disk"}, "Enter", NULL},
	[ATT_TIRED] = {"ana", "ana", {JOIN("raj"), "+3700"},
		"'raj' Enter", "raj accept"},
	[ATT_SPAN] = {"ana", "ana", {JOIN("a"), JOIN("b"), JOIN("c"),
		JOIN("d"), JOIN("e"), JOIN("f")}, "'c' Enter", NULL},
	[ATT_LEFT_OPEN] = {"ana", "ana", {"raj can --condition x --need a",
		"ana call all-clear"}, "m Enter", NULL},
	[ATT_REVIEW] = {"ana", "ana", {"ana call all-clear"},
		"'wiki' Enter", NULL},
	[ATT_ITEM] = {"ana", "ana", {"ana call all-clear",
		"ana action open a", "+1400000",
		"+1400000"}, "'it is in' Enter", NULL},
	[ATT_WAITING] = {"raj", "ana", {"raj can --condition x --need a",
		"ana page li --need 1"}, "Enter", NULL},
	[ATT_OBJECTIVE] = {"raj", "ana", {ASSIGN,
		"raj objective understood 1"}, "Enter", NULL},
};

static const struct attention *
row_of(struct desk *d, enum attention_sort sort)
{
	struct attention_list list = attention_of(d->inc, d->s.who, d->now,
		d->a);

	for (int i = 0; i < list.n; i++)
		if (list.v[i].sort == sort)
			return &list.v[i];
	return NULL;
}

static void
test_each_attention_row_is_answered_by_enter_on_it(void **state)
{
	(void)state;
	for (int i = 0; i < ATT_COUNT; i++) {
		const struct row_walk *w = &walks[i];
		enum attention_sort sort = (enum attention_sort)i;
		const char *then[] = {w->then, NULL};
		const struct attention *row;
		struct desk *d = desk_incident(w->commander);

		tell(d, w->scene);
		be(d, w->who);
		row = row_of(d, sort);
		if (!row)
			fail_msg("%s does not come up", attention_rows[i].id);
		desk_keys(d, "Esc");
		desk_select(d, PANE_ATTENTION, row->id);
		press(d, "Enter");
		press(d, w->keys);
		tell(d, then);
		if (row_of(d, sort))
			fail_msg("%s: ran %s: %s\n%s", attention_rows[i].id,
				d->ran, d->err.text, desk_frame(d));
		desk_free(d);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	cmocka_unit_test(test_each_exit_criterion_is_ticked_by_keys),
	cmocka_unit_test(test_each_attention_row_is_answered_by_enter_on_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
