/* Time travel by keys: what is shown, what is refused, and the way back. */
#include "unit/view/desk.h"

#include "base/mem.h"
#include "model/incident.h"
#include "model/stage.h"
#include "view/keys.h"
#include "view/rows.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

static void
assert_shown(struct desk *d, const char *text)
{
	const char *frame = desk_frame(d);

	if (!strstr(frame, text))
		fail_msg("'%s' is not shown:\n%s", text, frame);
}

static void
assert_not_shown(struct desk *d, const char *text)
{
	const char *frame = desk_frame(d);

	if (strstr(frame, text))
		fail_msg("'%s' is shown:\n%s", text, frame);
}

static void
test_what_is_of_now_alone_is_not_in_the_past(void **state)
{
	struct desk *d = desk_busy();
	char title[] = "Search is down";

	(void)state;
	d->h = 60;
	d->board[d->n_board++] = (struct summary){
		.number = 18, .severity = 3, .title = title,
	};
	desk_keys(d, "n h a l f Esc");
	assert_shown(d, "INC-18 SEV3 has no commander");
	assert_shown(d, "Write it down  parked");
	desk_keys(d, "[");
	assert_not_shown(d, "has no commander");
	assert_not_shown(d, "Write it down");
	desk_keys(d, "Esc");
	assert_shown(d, "INC-18 SEV3 has no commander");
	/* It can be opened without writing. */
	d->s.read_only = true;
	assert_shown(d, "Search is down                         Enter");
	desk_free(d);
}

static void
test_the_past_makes_nothing_new_again(void **state)
{
	struct desk *d = desk_busy();

	(void)state;
	d->h = 12;
	assert_shown(d, "now");
	desk_keys(d, "[ [ [");
	assert_shown(d, "REPLAY");
	desk_keys(d, "Esc 5 Home");
	assert_shown(d, "more, End follows");
	assert_not_shown(d, "new below");
	desk_free(d);
}

static void
test_one_entry_back_and_forth_to_the_present(void **state)
{
	struct desk *d = desk_busy();
	uint32_t n = d->inc->n;

	(void)state;
	desk_keys(d, "]");
	assert_int_equal(d->s.past.n, 0);
	assert_non_null(strstr(d->s.saying, "this is the present"));
	desk_keys(d, "[");
	assert_int_equal(d->s.past.n, n - 1);
	assert_shown(d, "REPLAY");
	assert_shown(d, "replay");
	assert_not_shown(d, "live");
	desk_keys(d, "[ [");
	assert_int_equal(d->s.past.n, n - 3);
	desk_keys(d, "] ] ]");
	assert_int_equal(d->s.past.n, n);
	desk_keys(d, "]");
	assert_int_equal(d->s.past.n, 0);
	assert_not_shown(d, "REPLAY");
	desk_free(d);
}

static void
test_the_first_entry_is_the_end_of_the_way_back(void **state)
{
	struct desk *d = desk_busy();

	(void)state;
	for (uint32_t n = d->inc->n; n > 1; n--)
		desk_keys(d, "[");
	assert_int_equal(d->s.past.n, 1);
	assert_shown(d, "DETECT");
	desk_keys(d, "[");
	assert_int_equal(d->s.past.n, 1);
	assert_non_null(strstr(d->s.saying, "first entry"));
	desk_free(d);
}

static void
test_stages_are_stepped_to_where_they_were_entered(void **state)
{
	struct desk *d = desk_busy();

	(void)state;
	desk_keys(d, "{");
	assert_int_equal(incident_entry(d->inc, d->s.past.n)->ev.kind,
		KIND_STAGE);
	assert_shown(d, "DISPATCH");
	desk_keys(d, "{");
	assert_int_equal(incident_entry(d->inc, d->s.past.n)->stage,
		STAGE_DETECT);
	desk_keys(d, "{");
	assert_non_null(strstr(d->s.saying, "no stage was entered before"));
	desk_keys(d, "}");
	assert_shown(d, "DISPATCH");
	desk_keys(d, "}");
	assert_int_equal(d->s.past.n, 0);
	desk_free(d);
}

/* Every key that writes, by the table, and what a row's key would do. */
static void
test_nothing_is_written_from_the_past(void **state)
{
	const struct key_row *r;
	int tried = 0;

	(void)state;
	for (int i = 0; (r = key_row(i)); i++) {
		struct desk *d;
		uint32_t n;

		if (!(r->use & KEY_WRITES) || !(r->where & KEY_INCIDENT))
			continue;
		d = desk_busy();
		n = d->inc->n;
		/* Where a key could also mean something harmless it may. */
		desk_keys(d, "[");
		desk_keys(d, r->key);
		assert_int_equal(d->inc->n, n);
		assert_int_equal(d->s.past.n, n - 1);
		assert_true(d->s.over != OVER_FORM);
		assert_false(d->s.prompt);
		if (strcmp(r->key, "Enter") != 0) {
			assert_non_null(strstr(d->s.saying, "the past: Esc"
				" goes back to now"));
			tried++;
		}
		desk_free(d);
	}
	assert_true(tried > 15);
}

static void
test_enter_on_a_row_opens_no_form_of_the_past(void **state)
{
	static const char *const rows[] = {"need:2", "obj:1", "sme:li"};
	static const enum pane_id panes[] = {
		PANE_CAN, PANE_OBJECTIVES, PANE_PEOPLE,
	};

	(void)state;
	for (int i = 0; i < 3; i++) {
		struct desk *d = desk_busy();

		desk_keys(d, "[");
		desk_select(d, panes[i], rows[i]);
		desk_keys(d, "Enter");
		assert_int_equal(d->s.over, OVER_NONE);
		assert_non_null(strstr(d->s.saying, "the past"));
		desk_free(d);
	}
}

/* A text that was put aside waits for the present. */
static void
test_a_parked_form_does_not_go_on_in_the_past(void **state)
{
	struct desk *d = desk_busy();
	uint32_t n = d->inc->n;

	(void)state;
	desk_keys(d, "n h a l f Esc");
	assert_int_equal(d->s.parking.n, 1);
	desk_keys(d, "[ n");
	assert_non_null(strstr(d->s.saying, "the past"));
	desk_keys(d, ":");
	desk_type(d, "resume");
	desk_keys(d, "Enter");
	assert_int_equal(d->s.over, OVER_NONE);
	assert_int_equal(d->s.parking.n, 1);
	desk_keys(d, "Esc n");
	assert_int_equal(d->s.over, OVER_FORM);
	assert_shown(d, "half");
	assert_int_equal(d->inc->n, n);
	desk_free(d);
}

static void
test_esc_and_q_go_back_to_the_present(void **state)
{
	struct desk *d = desk_busy();

	(void)state;
	desk_keys(d, "[ Esc");
	assert_int_equal(d->s.past.n, 0);
	assert_string_equal(d->s.saying, "back to now");
	desk_keys(d, "[ q");
	assert_int_equal(d->s.past.n, 0);
	assert_int_equal(d->s.mode, MODE_INCIDENT);
	/* What is read over the past is closed first. */
	desk_keys(d, "[ B");
	assert_int_equal(d->s.over, OVER_BRIEF);
	desk_keys(d, "Esc");
	assert_int_equal(d->s.over, OVER_NONE);
	assert_int_not_equal(d->s.past.n, 0);
	desk_free(d);
}

static void
test_news_is_counted_and_never_moves_the_view(void **state)
{
	struct desk *d = desk_busy();
	uint32_t n;

	(void)state;
	desk_keys(d, "[ [");
	n = d->s.past.n;
	desk_run(d, "raj", "note all is well");
	desk_run(d, "raj", "note all is better");
	d->w = 120;
	assert_int_equal(d->s.past.n, n);
	assert_shown(d, "2 new entries");
	assert_not_shown(d, "all is well");
	desk_keys(d, "Esc");
	assert_shown(d, "all is better");
	desk_free(d);
}

static void
test_the_timeline_stands_again_as_it_stood(void **state)
{
	struct desk *d = desk_busy();
	char row[96];

	(void)state;
	desk_keys(d, "5 k k k");
	snprintf(row, sizeof(row), "%s", d->s.pane[PANE_TIMELINE].row);
	assert_true(*row);
	desk_keys(d, "[ [ [ [ [ [ [ [");
	assert_string_not_equal(d->s.pane[PANE_TIMELINE].row, row);
	desk_keys(d, "Esc");
	assert_string_equal(d->s.pane[PANE_TIMELINE].row, row);
	desk_free(d);
}

static void
test_a_selected_row_stays_if_it_was_there(void **state)
{
	struct desk *d = desk_busy();

	(void)state;
	desk_select(d, PANE_OBJECTIVES, "obj:1");
	desk_keys(d, "[ [");
	assert_string_equal(d->s.pane[PANE_OBJECTIVES].row, "obj:1");
	desk_free(d);
}

static void
test_a_time_an_entry_and_what_passed_since_are_gone_to(void **state)
{
	struct desk *d = desk_busy();

	(void)state;
	desk_keys(d, ":");
	desk_type(d, "past #3");
	desk_keys(d, "Enter");
	assert_int_equal(d->s.past.n, 3);
	desk_keys(d, "g");
	desk_type(d, "14:00:59Z");
	desk_keys(d, "Enter");
	assert_int_equal(d->s.over, OVER_NONE);
	assert_true(d->s.past.n < d->inc->n);
	assert_shown(d, "REPLAY 2026-11-22 14:00:59Z");
	desk_keys(d, "g");
	desk_type(d, "#2");
	desk_keys(d, "Enter");
	assert_int_equal(d->s.past.n, 2);
	desk_keys(d, ":");
	desk_type(d, "past T+1m");
	desk_keys(d, "Enter");
	assert_shown(d, "14:01:00Z");
	desk_keys(d, ":");
	desk_type(d, "past 13:00Z");
	desk_keys(d, "Enter");
	assert_non_null(strstr(d->s.saying, "nothing was known before"));
	assert_shown(d, "14:01:00Z");
	desk_keys(d, ":");
	desk_type(d, "past 23:00Z");
	desk_keys(d, "Enter");
	assert_non_null(strstr(d->s.saying, "still to come"));
	desk_keys(d, ":");
	desk_type(d, "past #999");
	desk_keys(d, "Enter");
	assert_non_null(strstr(d->s.saying, "no entry #999"));
	desk_free(d);
}

/* The banner is on every screen, however small. */
static void
test_replay_is_said_at_every_size(void **state)
{
	struct desk *d = desk_busy();

	(void)state;
	desk_keys(d, "[");
	for (d->h = 1; d->h <= 60; d->h += d->h < 12 ? 1 : 16) {
		for (d->w = 1; d->w <= 200; d->w += d->w < 40 ? 1 : 23) {
			const char *frame = desk_frame(d);
			char said[8] = "REPLAY";

			if (d->w < 8)
				said[d->w > 2 ? d->w - 2 : 0] = '\0';
			if (!strstr(frame, said))
				fail_msg("%dx%d:\n%s", d->w, d->h, frame);
		}
	}
	desk_free(d);
}

static void
test_a_signal_that_is_lost_meanwhile_is_said(void **state)
{
	struct desk *d = desk_busy();

	(void)state;
	desk_keys(d, "[");
	d->away = true;
	for (d->w = 40; d->w <= 200; d->w += 20)
		assert_shown(d, "NO SIGNAL 20s");
	desk_free(d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_one_entry_back_and_forth_to_the_present),
		cmocka_unit_test(test_what_is_of_now_alone_is_not_in_the_past),
		cmocka_unit_test(test_the_past_makes_nothing_new_again),
		cmocka_unit_test(
			test_the_first_entry_is_the_end_of_the_way_back),
		cmocka_unit_test(
			test_stages_are_stepped_to_where_they_were_entered),
		cmocka_unit_test(test_nothing_is_written_from_the_past),
		cmocka_unit_test(
			test_enter_on_a_row_opens_no_form_of_the_past),
		cmocka_unit_test(
			test_a_parked_form_does_not_go_on_in_the_past),
		cmocka_unit_test(test_esc_and_q_go_back_to_the_present),
		cmocka_unit_test(
			test_news_is_counted_and_never_moves_the_view),
		cmocka_unit_test(test_the_timeline_stands_again_as_it_stood),
		cmocka_unit_test(test_a_selected_row_stays_if_it_was_there),
		cmocka_unit_test(
			test_a_time_an_entry_and_what_passed_since_are_gone_to),
		cmocka_unit_test(test_replay_is_said_at_every_size),
		cmocka_unit_test(test_a_signal_that_is_lost_meanwhile_is_said),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
