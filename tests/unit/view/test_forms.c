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
			kind == FIELD_PERSON || kind == FIELD_WHOM ? "ines" : kind == FIELD_LINE ?
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

/* Asking whether a form opens is answered as opening it is. */
static void
assert_opens(const char *name, const struct form_in *in)
{
	struct str asked = {0}, why = {0};
	struct form f = {0};

	assert_int_equal(form_opens(name, in, &asked),
		form_open(&f, name, in, &why));
	assert_string_equal(str_get(&asked), str_get(&why));
	form_release(&f);
	str_release(&asked);
	str_release(&why);
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

	assert_opens(name, &in);
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
	struct desk *d = desk_busy();

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
		else if (!r->nameless)
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

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			test_every_choice_of_every_form_speaks_the_grammar),
		cmocka_unit_test(
			test_without_an_incident_or_a_name_a_form_says_what_to_do),
		cmocka_unit_test(
			test_an_incident_is_declared_with_its_title_alone),
		cmocka_unit_test(test_one_key_joins_a_live_incident_instead),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
