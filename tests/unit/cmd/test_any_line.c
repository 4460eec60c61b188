/*
 * Lines made up from the command table: what the rules accept has its effect
 * in the fold, what they refuse has none and is told why.
 */
#include "lib/play.h"
#include "lib/state.h"
#include "unit/model/any_event.h"

#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define PICK(d, ...) ((const char *const[]){__VA_ARGS__})[dice_roll(d, \
	(int)(sizeof((const char *const[]){__VA_ARGS__}) / sizeof(char *)))]

static const char *
any_choice(struct arena *a, struct dice *d, const char *choices)
{
	int n = 1;

	for (const char *c = choices; *c; c++)
		n += *c == '|';
	for (int i = dice_roll(d, n); i > 0; i--)
		choices += strcspn(choices, "|") + 1;
	return arena_dupn(a, choices, strcspn(choices, "|"));
}

/* A value that is likely to be taken. */
static const char *
any_value(struct play *p, struct dice *d, const struct cmd_arg *arg)
{
	switch (arg->type) {
	case ARG_NAME:
		return PICK(d, "ana", "raj", "li", "mei", "tomas", "database",
			"commander");
	case ARG_INT:
		return PICK(d, "1", "2", "3", "4", "7");
	case ARG_PAST:
		return PICK(d, "-5m", "-1m", "now", "13:50Z");
	case ARG_NEXT:
		return PICK(d, "+10m", "+1h", "23:50Z");
	case ARG_STAGE:
		return stage_rows[1 + dice_roll(d, 8)].word;
	case ARG_SEVERITY:
		return PICK(d, "1", "2", "3", "SEV4");
	case ARG_PRIORITY:
		return PICK(d, "P1", "2", "P4");
	case ARG_CHOICE:
		return any_choice(p->arena, d, arg->choices);
	case ARG_WORD:
		return PICK(d, "can", "all", "5", "10m", "can-late", "ready",
			"no-commander");
	default:
		return PICK(d, "words", "'some words'", "''");
	}
}

static const char *
any_wild(struct dice *d)
{
	return PICK(d, "x", "''", "-1", "0", "99999999999", "+x", "25:99Z",
		"\xff\xfe", "INC-0", "--", "1999-01-01T00:00Z", "\x1b[2J",
		"9999-12-31T00:00Z");
}

static bool
is_mine(const struct cmd_row *row)
{
	return (row->use & USE_WRITE) &&
		!(row->use & (USE_RUN | USE_SCREEN | USE_NEW | USE_OTHER));
}

/* "TIME WHO VERB [ARGS]" for a row that writes. */
static const char *
any_line(struct play *p, struct dice *d, int minute, bool wild)
{
	const struct cmd_row *row;
	const char *line;
	int rows = 0;

	while (cmd_row(rows))
		rows++;
	do
		row = cmd_row(dice_roll(d, rows));
	while (!is_mine(row));
	line = arena_printf(p->arena, "%02d:%02d:%02dZ %s %s",
		14 + minute / 120, minute / 2 % 60, minute % 2 * 30,
		*p->inc->command.holder && dice_roll(d, 2) ?
		p->inc->command.holder : PICK(d, "ana", "raj", "li", "mei"),
		row->name);
	for (int i = 0; i < CMD_ARGS && row->args[i].name; i++) {
		const struct cmd_arg *arg = &row->args[i];
		bool option = !strncmp(arg->name, "--", 2);
		const char *value;

		if (!arg->required && dice_roll(d, option ? 4 : 2))
			continue;
		if (wild && dice_roll(d, 6) == 0)
			continue;
		value = wild && dice_roll(d, 2) ? any_wild(d) :
			any_value(p, d, arg);
		line = arena_printf(p->arena, "%s%s%s%s%s", line,
			option ? " " : "", option ? arg->name : "",
			arg->type == ARG_FLAG ? "" : " ",
			arg->type == ARG_FLAG ? "" : value);
	}
	if (dice_roll(d, 3) == 0)
		line = arena_printf(p->arena, "%s --reason because", line);
	if (dice_roll(d, 6) == 0)
		line = arena_printf(p->arena, "%s --happened -3m", line);
	return line;
}

static void
begin(struct play *p, struct dice *d)
{
	play(p, dice_roll(d, 2) ? "14:00Z ana declare x --take" :
		"14:00Z sam declare x --customers yes", NULL);
	if (dice_roll(d, 2))
		play(p, "14:00Z raj can --condition x --need a --need b",
			"14:00Z raj mitigation propose a", NULL);
}

/* Plays a line; the entries that it made have had their effect. */
static bool
take(struct play *p, const char *line)
{
	struct incident *before = incident_at(p->inc, p->inc->n);
	bool taken = play_try(p, line);

	if (!taken) {
		assert_true(p->err.code == ERR_REFUSED ||
			p->err.code == ERR_USAGE);
		if (!*p->err.text)
			fail_msg("%s: no reason is given", line);
		state_same(p->inc, before, true);
	}
	for (uint32_t n = before->n; n < p->inc->n; n++)
		if (p->inc->entries[n].untrue)
			fail_msg("%s: entry %u was taken and does nothing",
				line, (unsigned)n + 1);
	incident_free(before);
	return taken;
}

static void
test_what_is_accepted_has_its_effect_and_what_is_not_none(void **state)
{
	int taken = 0;

	(void)state;
	for (uint64_t seed = 1; seed <= 60; seed++) {
		struct dice d = {seed * 6700417};
		struct play *p = play_new();
		struct incident *again;

		begin(p, &d);
		for (int i = 1; i < 80; i++)
			taken += take(p, any_line(p, &d, i, seed % 4 == 0));
		again = play_fold(p, 1);
		state_same(again, p->inc, true);
		incident_free(again);
		play_free(p);
	}
	assert_true(taken > 1000);
}

static bool
is_undone(const struct play *p, uint32_t from)
{
	for (uint32_t n = from; n < p->inc->n; n++) {
		enum event_kind kind = p->inc->entries[n].ev.kind;

		if (kind == KIND_WITHDRAWN || kind == KIND_ERASED ||
		    kind == KIND_DELIVERY_RELEASED)
			return false;
	}
	return p->inc->n > from;
}

static void
test_undo_gives_the_state_before_any_act(void **state)
{
	int undone = 0;

	(void)state;
	for (uint64_t seed = 1; seed <= 60; seed++) {
		struct dice d = {seed * 2147483};
		struct play *p = play_new();

		begin(p, &d);
		for (int i = 1; i < 60; i++) {
			struct incident *before = incident_at(p->inc,
				p->inc->n);
			const char *line = any_line(p, &d, i, false);
			const char *undo = arena_printf(p->arena, "%.*s undo",
				(int)(10 + strcspn(line + 10, " ")), line);

			if (take(p, line) && is_undone(p, before->n) &&
			    dice_roll(&d, 2) && take(p, undo)) {
				state_same(p->inc, before, false);
				undone++;
			}
			incident_free(before);
		}
		play_free(p);
	}
	assert_true(undone > 300);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	cmocka_unit_test(
		test_what_is_accepted_has_its_effect_and_what_is_not_none),
	cmocka_unit_test(test_undo_gives_the_state_before_any_act),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
