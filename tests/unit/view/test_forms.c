/* The table of forms: what each is filled with and which words it sends. */
#include "unit/view/desk.h"

#include "base/mem.h"
#include "base/words.h"
#include "view/form.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

/* An incident in which there is something of everything. */
static struct desk *
busy(void)
{
	struct desk *d = desk_incident("ana");

	desk_run(d, "ana", "advance --to dispatch --reason quick");
	desk_run(d, "raj", "can --condition \"db stuck\" --action \"repair:"
		" fail over\" --need \"approval\" --need \"network limits\"");
	desk_run(d, "ana", "need met 1");
	desk_run(d, "ana", "objective assign raj promote the replica");
	desk_run(d, "ana", "diagnosis the 13:40 deploy");
	desk_run(d, "ana", "mitigation propose roll back");
	desk_run(d, "ana", "action open \"test it\" --owner raj");
	desk_run(d, "ana", "page li --need 2");
	desk_wait(d, 30);
	return d;
}

static const struct entry *
last(const struct desk *d)
{
	return &d->inc->entries[d->inc->n - 1];
}

/* ---- all of them ---------------------------------------------------------- */

static void
fill_empty(struct form *f)
{
	for (int i = 0; i < FORM_FIELDS && f->row->f[i].label; i++) {
		enum field_kind kind = f->row->f[i].kind;

		if (f->text[i].len || kind == FIELD_CHOICE ||
		    kind == FIELD_HIDDEN)
			continue;
		str_add(&f->text[i], kind == FIELD_PAST ? "-5m" :
			kind == FIELD_NEXT ? "+5m" : kind == FIELD_NAME ||
			kind == FIELD_WHOM ? "ines" : kind == FIELD_LINE ?
			"some words" : "some\nwords");
	}
}

static int
choices_of(const struct form *f)
{
	const char *s = "";
	int n = 1;

	for (int i = 0; f->row->f[i].label; i++)
		if (f->row->f[i].kind == FIELD_CHOICE) {
			s = f->options[i].len ? str_get(&f->options[i]) :
				f->row->f[i].choices;
			break;
		}
	for (; *s; s++)
		n += *s == '|';
	return n;
}

/* Whatever is chosen, the grammar understands what the form sends. */
static int
try_choices(struct desk *d, const char *name)
{
	struct form_in in = {
		.inc = d->inc, .roster = &d->roster, .who = d->s.who,
		.row = "", .now = d->now, .mono = d->mono, .a = d->frame,
	};
	struct str why = {0};
	struct form f;
	int tried = 0;

	for (int k = 0, n = 1; k < n; k++) {
		struct cmd_args args;
		struct words w;
		struct err err;

		if (!form_open(&f, name, &in, &why)) {
			assert_true(why.len > 0);
			break;
		}
		n = choices_of(&f);
		for (int i = 0; f.row->f[i].label; i++)
			if (f.row->f[i].kind == FIELD_CHOICE) {
				f.choice[i] = k;
				break;
			}
		fill_empty(&f);
		if (!form_words(&f, d->frame, &w) ||
		    !cmd_parse(d->frame, w.v, w.n, &args, &err))
			fail_msg("%s, choice %d: %s%s: %s", name, k, f.error,
				w.n ? words_join(d->frame, w.v, w.n) : "",
				f.error[0] ? "" : err.text);
		if (!f.row->no_incident)
			assert_int_equal(args.incident, 17);
		form_release(&f);
		tried++;
	}
	str_release(&why);
	return tried;
}

static int
try_all(struct desk *d)
{
	const struct form_row *r;
	int tried = 0;

	for (int i = 0; (r = form_row(i)); i++)
		tried += try_choices(d, r->name);
	return tried;
}

static void
test_every_choice_of_every_form_speaks_the_grammar(void **state)
{
	struct desk *d = busy();

	(void)state;
	assert_true(try_all(d) > 40);
	snprintf(d->s.who, sizeof(d->s.who), "raj");
	assert_true(try_all(d) > 20);
	snprintf(d->s.who, sizeof(d->s.who), "ana");
	desk_run(d, "ana", "call all-clear");
	assert_true(try_all(d) > 10);
	desk_run(d, "ana", "close");
	assert_true(try_all(d) > 2);
	desk_free(d);
}

static void
test_without_an_incident_or_a_name_a_form_says_what_to_do(void **state)
{
	struct desk *d = desk_new("");
	struct form_in in = {.who = "", .row = "", .a = d->frame};
	const struct form_row *r;

	(void)state;
	for (int i = 0; (r = form_row(i)); i++) {
		struct str why = {0};
		struct form f;

		in.who = "";
		if (form_open(&f, r->name, &in, &why))
			assert_true(r->nameless);
		else
			assert_non_null(strstr(str_get(&why), "press i") ?
				"" : strstr(str_get(&why), "Press i"));
		form_release(&f);
		str_cut(&why, 0);
		in.who = "ana";
		if (form_open(&f, r->name, &in, &why))
			assert_true(r->no_incident);
		else
			assert_non_null(strstr(str_get(&why), "no incident"));
		form_release(&f);
		str_release(&why);
	}
	desk_free(d);
}

/* ---- declaring -------------------------------------------------------------- */

static void
test_an_incident_is_declared_with_its_title_alone(void **state)
{
	struct desk *d = desk_new("tomas");

	(void)state;
	desk_keys(d, "D");
	desk_type(d, "checkout fails");
	desk_keys(d, "Enter");
	assert_int_equal(d->s.mode, MODE_INCIDENT);
	assert_string_equal(d->inc->title, "checkout fails");
	assert_int_equal(d->inc->severity, 2);
	assert_string_equal(d->inc->source, "staff");
	assert_int_equal(d->inc->impact, IMPACT_UNKNOWN);
	desk_free(d);
}

static void
test_one_key_joins_a_live_incident_instead(void **state)
{
	struct desk *d = desk_incident("ana");

	(void)state;
	summary_of(d->inc, &d->board[0]);
	d->n_board = 1;
	snprintf(d->s.who, sizeof(d->s.who), "li");
	desk_keys(d, "D");
	assert_non_null(strstr(desk_frame(d),
		"A-2 joins INC-17 SEV2 Detect 1m: EU checkout"));
	desk_keys(d, "A-2 Enter");
	assert_int_equal(d->s.over, OVER_NONE);
	assert_int_equal(incident_sme(d->inc, "li")->state, SME_JOINED);
	desk_free(d);
}

/* ---- reports ------------------------------------------------------------------ */

static void
test_a_report_opens_on_the_last_one_with_its_open_needs(void **state)
{
	struct desk *d = busy();

	(void)state;
	snprintf(d->s.who, sizeof(d->s.who), "raj");
	desk_keys(d, "c");
	assert_string_equal(str_get(&d->s.form.text[2]), "db stuck");
	assert_string_equal(str_get(&d->s.form.text[3]), "repair: fail over");
	assert_string_equal(str_get(&d->s.form.text[4]), "network limits");
	desk_keys(d, "Enter");
	assert_int_equal(d->s.over, OVER_NONE);
	assert_int_equal(last(d)->ev.kind, KIND_CAN);
	assert_int_equal(d->inc->n_needs, 2);
	assert_int_equal(incident_report(d->inc, "raj")->can->t[0].actions[0]
		.tag, FOR_REPAIR);
	desk_free(d);
}

static void
test_conditions_actions_and_needs_are_lines_of_a_form(void **state)
{
	struct desk *d = busy();
	const struct report *r;

	(void)state;
	snprintf(d->s.who, sizeof(d->s.who), "ines");
	desk_keys(d, "c");
	desk_type(d, "edge retries");
	desk_keys(d, "Tab");
	desk_type(d, "cut");
	desk_keys(d, "A-Enter");
	desk_type(d, "watch");
	desk_keys(d, "Tab Tab");
	desk_type(d, "second one");
	desk_keys(d, "Tab Tab");
	desk_type(d, "eyes");
	desk_keys(d, "Enter");
	r = incident_report(d->inc, "ines");
	assert_non_null(r);
	assert_int_equal(r->can->n, 2);
	assert_string_equal(r->can->t[0].condition, "edge retries");
	assert_int_equal(r->can->t[0].n_actions, 2);
	assert_string_equal(r->can->t[0].actions[1].text, "watch");
	assert_int_equal(r->can->t[0].n_needs, 0);
	assert_string_equal(r->can->t[1].condition, "second one");
	assert_int_equal(r->can->t[1].n_actions, 0);
	assert_string_equal(r->can->t[1].needs[0], "eyes");
	assert_false(r->no_needs);
	desk_free(d);
}

static void
test_whoever_writes_no_need_says_that_nothing_is_needed(void **state)
{
	struct desk *d = busy();

	(void)state;
	snprintf(d->s.who, sizeof(d->s.who), "ines");
	desk_keys(d, "c f i n e Enter");
	assert_true(incident_report(d->inc, "ines")->no_needs);
	desk_keys(d, "c C-u Enter");
	assert_int_equal(d->s.over, OVER_FORM);
	assert_non_null(strstr(d->s.form.error, "still empty"));
	desk_free(d);
}

static void
test_staff_files_the_report_of_whom_the_cursor_is_on(void **state)
{
	struct desk *d = busy();

	(void)state;
	desk_select(d, PANE_PEOPLE, "sme:raj");
	desk_keys(d, "c");
	assert_string_equal(d->s.form.title, "CAN report of raj");
	desk_keys(d, "Enter");
	assert_string_equal(event_text(&last(d)->ev, F_FROM), "raj");
	assert_string_equal(last(d)->ev.by, "ana");
	desk_free(d);
}

/* ---- what waits ---------------------------------------------------------------- */

static void
test_d_answers_the_need_or_objective_under_the_cursor(void **state)
{
	struct desk *d = busy();

	(void)state;
	desk_select(d, PANE_CAN, "need:2");
	desk_keys(d, "d");
	assert_string_equal(d->s.form.title, "Need 2 of raj");
	assert_non_null(strstr(desk_frame(d), "network limits"));
	desk_keys(d, "m Enter");
	assert_int_equal(d->inc->needs[1].state, NEED_MET);
	desk_run(d, "raj", "objective cannot 1 limited");
	desk_select(d, PANE_ATTENTION, "blocked:1");
	desk_keys(d, "d m Tab");
	desk_type(d, "take ten more");
	desk_keys(d, "Enter");
	assert_string_equal(d->inc->objectives[0].answer, "more-time");
	assert_int_equal(d->inc->objectives[0].state, OBJ_UNDERSTOOD);
	desk_select(d, PANE_ATTENTION, "");
	desk_free(d);
}

static void
test_a_need_that_names_a_field_offers_to_dispatch_it(void **state)
{
	struct desk *d = desk_incident("ana");

	(void)state;
	desk_run(d, "raj", "can --condition x --need \"someone for network\"");
	desk_select(d, PANE_ATTENTION, "need:1");
	desk_keys(d, "d Enter");
	assert_int_equal(d->inc->needs[0].state, NEED_DISPATCHED);
	assert_string_equal(d->inc->needs[0].sent, "li");
	desk_free(d);
}

static void
test_a_reads_back_an_objective_and_acknowledges_a_page_and_no_more(
	void **state)
{
	struct desk *d = busy();

	(void)state;
	snprintf(d->s.who, sizeof(d->s.who), "raj");
	desk_keys(d, "a Enter");
	assert_int_equal(d->inc->objectives[0].state, OBJ_UNDERSTOOD);
	desk_keys(d, "a");
	assert_int_equal(d->s.over, OVER_NONE);
	assert_non_null(strstr(d->s.saying, "nothing waits for you"));
	snprintf(d->s.who, sizeof(d->s.who), "li");
	desk_keys(d, "a");
	desk_type(d, "+10m");
	desk_keys(d, "Enter");
	assert_int_equal(incident_sme(d->inc, "li")->state, SME_ACKED);
	assert_int_equal(d->inc->stage, STAGE_DISPATCH);
	desk_free(d);
}

static void
test_an_offer_to_me_opens_the_briefing_and_enter_accepts(void **state)
{
	struct desk *d = busy();

	(void)state;
	desk_run(d, "ana", "offer raj");
	snprintf(d->s.who, sizeof(d->s.who), "raj");
	desk_wait(d, 1);
	desk_quick(d, "a");
	assert_int_equal(d->s.over, OVER_BRIEF);
	assert_non_null(strstr(desk_frame(d), "ana offers you command: Enter"
		" accepts"));
	desk_quick(d, "Enter");
	assert_string_equal(d->inc->command.holder, "ana");
	desk_keys(d, "Enter");
	assert_string_equal(d->inc->command.holder, "raj");
	desk_free(d);
}

static void
test_a_message_that_reached_nobody_is_said_by_hand(void **state)
{
	struct desk *d = desk_incident("ana");

	(void)state;
	desk_keys(d, "b");
	assert_non_null(strstr(desk_frame(d), "Say it by hand"));
	assert_non_null(strstr(desk_frame(d), "ana takes command"));
	desk_keys(d, "Enter");
	assert_int_equal(last(d)->ev.kind, KIND_DELIVERY_SENT);
	assert_string_equal(last(d)->ev.by, "ana");
	/* Now nothing waits, and the form writes a new one. */
	desk_keys(d, "b");
	assert_non_null(strstr(desk_frame(d), "Message"));
	desk_keys(d, "Enter");
	assert_int_equal(last(d)->ev.kind, KIND_BROADCAST);
	desk_free(d);
}

static void
test_undo_is_at_once_within_ten_seconds_and_asks_later(void **state)
{
	struct desk *d = desk_incident("ana");

	(void)state;
	desk_keys(d, "> Enter u");
	assert_int_equal(d->s.over, OVER_NONE);
	assert_int_equal(d->inc->stage, STAGE_DETECT);
	assert_non_null(strstr(d->s.saying, "taken back"));
	desk_keys(d, "> Enter");
	desk_wait(d, 20);
	desk_keys(d, "u");
	assert_int_equal(d->s.over, OVER_FORM);
	assert_non_null(strstr(desk_frame(d), "Take back entry"));
	assert_int_equal(d->inc->stage, STAGE_ASSEMBLE);
	desk_keys(d, "Enter");
	assert_int_equal(d->inc->stage, STAGE_DETECT);
	desk_free(d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			test_every_choice_of_every_form_speaks_the_grammar),
		cmocka_unit_test(test_without_an_incident_or_a_name_a_form_says_what_to_do),
		cmocka_unit_test(
			test_an_incident_is_declared_with_its_title_alone),
		cmocka_unit_test(test_one_key_joins_a_live_incident_instead),
		cmocka_unit_test(test_a_report_opens_on_the_last_one_with_its_open_needs),
		cmocka_unit_test(test_conditions_actions_and_needs_are_lines_of_a_form),
		cmocka_unit_test(test_whoever_writes_no_need_says_that_nothing_is_needed),
		cmocka_unit_test(test_staff_files_the_report_of_whom_the_cursor_is_on),
		cmocka_unit_test(test_d_answers_the_need_or_objective_under_the_cursor),
		cmocka_unit_test(
			test_a_need_that_names_a_field_offers_to_dispatch_it),
		cmocka_unit_test(test_a_reads_back_an_objective_and_acknowledges_a_page_and_no_more),
		cmocka_unit_test(test_an_offer_to_me_opens_the_briefing_and_enter_accepts),
		cmocka_unit_test(
			test_a_message_that_reached_nobody_is_said_by_hand),
		cmocka_unit_test(test_undo_is_at_once_within_ten_seconds_and_asks_later),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
