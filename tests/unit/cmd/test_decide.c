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

/* Decides a line of @who now; false with p->err. */
static bool
decides(struct play *p, const char *who, const char *line,
	const struct cmd_premise *premise, struct outcome *out)
{
	struct cmd_args args;
	struct words w;

	assert_true(words_split(p->arena, line, &w, &p->err));
	p->env.inc = p->inc->declared ? p->inc : NULL;
	p->env.who = who;
	return cmd_parse(p->arena, w.v, w.n, &args, &p->err) &&
		cmd_decide(&p->env, &args, premise, out, &p->err);
}

static void
refused(struct play *p, const char *who, const char *line, const char *want)
{
	struct outcome out;

	if (decides(p, who, line, NULL, &out))
		fail_msg("taken: %s", line);
	if (!strstr(p->err.text, want))
		fail_msg("%s: %s", line, p->err.text);
	assert_int_equal(out.n_drafts, 0);
}

static struct play *
begun(void)
{
	struct play *p = play_new();

	play(p, "14:00Z ana declare x --take", "14:10Z mei note hello", NULL);
	return p;
}

static void
test_drafts_carry_who_when_and_through_what(void **state)
{
	struct play *p = begun();
	struct outcome out;

	(void)state;
	assert_true(decides(p, "mei", "note x --happened 14:05Z", NULL, &out));
	assert_int_equal(out.kind, OUT_EVENTS);
	assert_int_equal(out.n_drafts, 1);
	assert_int_equal(out.incident, 17);
	assert_string_equal(out.drafts[0]->by, "mei");
	assert_string_equal(out.drafts[0]->via, "test@host");
	assert_int_equal(out.drafts[0]->at, play_time("14:10Z"));
	assert_int_equal(out.drafts[0]->happened, play_time("14:05Z"));
	outcome_release(&out);
	play_free(p);
}

static void
test_nobody_writes_without_a_name(void **state)
{
	struct play *p = begun();

	(void)state;
	refused(p, "", "note x", "who acts?");
	assert_int_equal(p->err.code, ERR_USAGE);
	play_free(p);
}

static void
test_there_must_be_an_incident_to_write_to(void **state)
{
	struct play *p = play_new();

	(void)state;
	refused(p, "ana", "note x", "no such incident");
	play_free(p);
}

static void
test_what_happened_is_not_still_to_come(void **state)
{
	struct play *p = begun();

	(void)state;
	refused(p, "ana", "note x --happened 2027-01-01T00:00Z",
		"still to come");
	refused(p, "ana", "note x --happened soon", "--happened: ");
	play_free(p);
}

static void
test_a_claim_is_refused_when_its_premise_has_changed(void **state)
{
	struct play *p = begun();
	struct cmd_premise premise;
	struct outcome out;

	(void)state;
	cmd_premise_take(&premise, p->inc);
	assert_true(decides(p, "ana", "advance", &premise, &out));
	outcome_release(&out);
	play(p, "14:11Z ana advance", NULL);
	assert_false(decides(p, "ana", "advance", &premise, &out));
	assert_int_equal(p->err.code, ERR_REFUSED);
	assert_non_null(strstr(p->err.text, "now in Dispatch"));
	/* A record stands on nothing. */
	assert_true(decides(p, "ana", "note x", &premise, &out));
	outcome_release(&out);
	/* Command has not changed. */
	assert_true(decides(p, "raj", "assume", &premise, &out));
	outcome_release(&out);
	play(p, "14:12Z raj assume", NULL);
	assert_false(decides(p, "li", "assume", &premise, &out));
	assert_non_null(strstr(p->err.text, "raj commands now"));
	play_free(p);
}

static void
test_the_premise_of_another_incident_says_nothing(void **state)
{
	struct play *p = begun();
	struct cmd_premise premise = {.taken = true, .incident = 3};
	struct outcome out;

	(void)state;
	assert_true(decides(p, "ana", "advance", &premise, &out));
	outcome_release(&out);
	cmd_premise_take(&premise, NULL);
	assert_false(premise.taken);
	play_free(p);
}

static void
test_rows_of_the_screen_need_one(void **state)
{
	struct play *p = begun();
	const struct cmd_row *row;
	int rows = 0;

	(void)state;
	for (int i = 0; (row = cmd_row(i)); i++) {
		struct cmd_args args = {.row = row};
		struct outcome out;

		if (!(row->use & USE_SCREEN))
			continue;
		assert_false(cmd_decide(&p->env, &args, NULL, &out, &p->err));
		assert_non_null(strstr(p->err.text, "for the dashboard"));
		rows++;
	}
	assert_true(rows > 5);
	play_free(p);
}

static void
test_an_incident_of_a_newer_grammar_is_not_written_to(void **state)
{
	struct play *p = begun();

	(void)state;
	p->inc->version = EVENT_VERSION + 1;
	refused(p, "ana", "note x", "update fireground");
	play_free(p);
}

static void
test_a_run_row_is_handed_on(void **state)
{
	struct play *p = begun();
	struct outcome out;

	(void)state;
	p->env.inc = NULL;
	assert_true(decides(p, "ana", "export", NULL, &out));
	assert_int_equal(out.kind, OUT_RUN);
	assert_string_equal(out.run, "export");
	play_free(p);
}

static void
test_a_screen_of_its_own_is_opened_by_no_line(void **state)
{
	struct play *p = begun();

	(void)state;
	refused(p, "ana", "wall", "`fireground wall` in another terminal");
	play_free(p);
}

/* ---- which incident ------------------------------------------------ */

static struct summary
row(uint32_t number, bool under_control, bool all_clear, bool closed)
{
	return (struct summary){.number = number,
		.under_control = under_control, .all_clear = all_clear,
		.closed = closed};
}

static uint32_t
chosen(uint32_t named, uint32_t other, const struct summary *board, int n)
{
	const struct cmd_args args = {.row = cmd_find("note"),
		.incident = named};

	return cmd_choose(&args, other, board, n, "note x", NULL);
}

static void
test_a_line_is_about_the_one_that_can_be_meant(void **state)
{
	const struct summary live = row(1, false, false, false);
	const struct summary live2 = row(2, false, false, false);
	const struct summary held = row(3, true, false, false);
	const struct summary care = row(4, true, true, false);
	const struct summary care2 = row(5, true, true, false);
	const struct summary past = row(6, true, true, true);
	const struct summary all[] = {live, live2, held, care, past};
	const struct summary one[] = {live, care, past};
	const struct summary open_one[] = {live, held, care};
	const struct summary none[] = {care, past};
	const struct summary cares[] = {care, care2};

	(void)state;
	assert_int_equal(chosen(9, 8, all, 5), 9);
	assert_int_equal(chosen(0, 8, all, 5), 8);
	assert_int_equal(chosen(0, 0, one, 3), 1);
	assert_int_equal(chosen(0, 0, open_one, 3), 1);
	assert_int_equal(chosen(0, 0, none, 2), 4);
	assert_int_equal(chosen(0, 0, all, 5), 0);
	assert_int_equal(chosen(0, 0, cares, 2), 0);
	assert_int_equal(chosen(0, 0, NULL, 0), 0);
}

static void
test_candidates_are_lines_to_type(void **state)
{
	const struct summary board[] = {row(2, false, false, false),
		row(1, false, false, false), row(3, true, true, false)};
	const struct cmd_args args = {.row = cmd_find("note")};
	struct err err;

	(void)state;
	assert_int_equal(cmd_choose(&args, 0, board, 3, "note 503 errors",
		&err), 0);
	assert_int_equal(err.code, ERR_USAGE);
	assert_string_equal(err.text, "which incident? Nothing was written."
		" One of:\n  fireground note INC-2 503 errors"
		"\n  fireground note INC-1 503 errors");
	assert_int_equal(cmd_choose(&args, 0, NULL, 0, "note x", &err), 0);
	assert_non_null(strstr(err.text, "no open incident"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_drafts_carry_who_when_and_through_what),
		cmocka_unit_test(test_nobody_writes_without_a_name),
		cmocka_unit_test(test_there_must_be_an_incident_to_write_to),
		cmocka_unit_test(test_what_happened_is_not_still_to_come),
		cmocka_unit_test(
			test_a_claim_is_refused_when_its_premise_has_changed),
		cmocka_unit_test(
			test_the_premise_of_another_incident_says_nothing),
		cmocka_unit_test(test_rows_of_the_screen_need_one),
		cmocka_unit_test(
			test_an_incident_of_a_newer_grammar_is_not_written_to),
		cmocka_unit_test(test_a_run_row_is_handed_on),
		cmocka_unit_test(test_a_screen_of_its_own_is_opened_by_no_line),
		cmocka_unit_test(test_a_line_is_about_the_one_that_can_be_meant),
		cmocka_unit_test(test_candidates_are_lines_to_type),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
