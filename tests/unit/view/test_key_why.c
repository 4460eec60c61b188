/*
 * The key bar is true: what it shows can be done by whoever looks at it, and
 * what it leaves out says why when it is pressed; the help says the same
 * beforehand.
 */
#include "unit/view/desk.h"

#include "base/mem.h"
#include "view/form_part.h"
#include "view/keys.h"
#include "view/rows.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#define COUNT(v) ((int)(sizeof(v) / sizeof((v)[0])))
#define LINES 8

/* An incident, told line by line: "ana advance", "+60" a minute later. */
static const struct tale {
	const char *name, *commander;
	const char *lines[LINES];
} tales[] = {
	{"minute one", "", {NULL}},
	{"paged", "", {"tomas assemble", NULL}},
	{"commanded", "ana", {NULL}},
	{"with a deputy", "ana", {"ana role deputy tomas", NULL}},
	{"offered", "ana", {"ana offer raj", NULL}},
	{"under way", "ana", {"ana advance --to mitigate", "ana page raj",
		"raj can --condition stuck --need eyes",
		"ana objective assign raj promote",
		"raj objective understood 1", "ana diagnosis a deploy",
		"raj mitigation propose roll back"}},
	{"blocked", "ana", {"ana objective assign raj promote",
		"raj objective cannot 1 no disk", NULL}},
	{"told", "ana", {"mei customers we look --next +20m", "+30",
		"ana broadcast --said all", NULL}},
	{"under control", "ana", {"ana call under-control", NULL}},
	{"repair", "ana", {"ana call under-control", "ana repair done it",
		NULL}},
	{"after All Clear", "ana", {"raj can --condition x --need eyes",
		"ana call all-clear", NULL}},
	{"nobody owns the review", "ana", {"ana call all-clear",
		"ana role review", NULL}},
	{"items", "ana", {"ana call all-clear", "ana review held wiki",
		"ana lesson test it", "ana advance", "ana action open a"}},
	{"closed", "ana", {"ana close --false-alarm", NULL}},
	{"no customers", "ana", {"ana impact --customers no --reason none",
		NULL}},
	{"silent", "ana", {"+3000", NULL}},
};

static const char *const persons[] = {"ana", "raj", "tomas", "sam", ""};

static struct desk *
tell(const struct tale *t, const char *who, bool read_only)
{
	struct desk *d = desk_incident(t->commander);
	int seconds;

	for (int i = 0; i < LINES && t->lines[i]; i++) {
		char name[32];
		size_t n = strcspn(t->lines[i], " ");

		snprintf(name, sizeof(name), "%.*s", (int)n, t->lines[i]);
		if (sscanf(t->lines[i], "+%d", &seconds) == 1)
			desk_wait(d, seconds);
		else
			desk_run(d, name, t->lines[i] + n + 1);
	}
	desk_wait(d, 20);
	snprintf(d->s.who, sizeof(d->s.who), "%s", who);
	d->s.read_only = read_only;
	desk_look(d);
	return d;
}

/* The row that a key of the incident means now. */
static const struct key_row *
row_now(const struct vm_in *in, const char *name)
{
	struct key_hit hit;
	struct key key;

	key_parse(name, &key);
	return key_map_find(NULL, in, &key, 1, &hit) == KEY_LINE ? hit.row :
		NULL;
}

/* Something into what must not be left empty. */
static void
fill(struct desk *d)
{
	struct form *f = &d->s.form;

	for (int i = 0; i < FORM_FIELDS && f->row->f[i].label; i++) {
		const struct form_field *field = &f->row->f[i];
		bool name = field->kind == FIELD_NAME ||
			field->kind == FIELD_WHOM;

		if (!form_sees(f, i) || field->kind == FIELD_CHOICE ||
		    str_get(&f->text[i])[0])
			continue;
		if (name && field->required)
			form_put(f, field->label, "sam");
		else if (field->kind == FIELD_NEXT && field->required)
			form_put(f, field->label, "+30m");
		else if (field->kind == FIELD_PAST && field->required)
			form_put(f, field->label, "-1m");
		else if (field->kind == FIELD_PLACE && field->required)
			form_put(f, field->label, "first");
		else if (field->required)
			form_put(f, field->label, "x");
	}
}

/* The field that decides what the form does, or -1. */
static int
deciding(const struct form *f)
{
	for (int i = 0; f->row->f[i].label; i++)
		if (f->row->f[i].kind == FIELD_CHOICE)
			return i;
	return -1;
}

enum sent { SENT_NONE, SENT_DONE, SENT_REFUSED };

/* The form that @key opens is sent with its choice @k; NONE: it has none. */
static enum sent
send_choice(struct desk *d, const char *key, int k)
{
	struct form *f = &d->s.form;
	int by;

	desk_keys(d, key);
	if (d->s.over != OVER_FORM)
		return SENT_NONE;
	by = deciding(f);
	if (k >= (by < 0 ? 1 : form_options(f, by)))
		return SENT_NONE;
	if (by >= 0)
		f->choice[by] = k;
	fill(d);
	for (int i = 0; i < 3 && d->s.over == OVER_FORM; i++)
		desk_keys(d, "Enter");
	return d->s.over == OVER_FORM ? SENT_REFUSED : SENT_DONE;
}

struct seen {
	int shown, refused;
};

/* Whether the key bar of a screen wide enough for all has the row. */
static bool
is_shown(struct desk *d, const struct key_row *r)
{
	char text[64];
	int w = d->w;
	bool shown;

	snprintf(text, sizeof(text), " %s %s  ", r->key, r->bar);
	d->w = 500;
	shown = strstr(desk_bar(d), text) != NULL;
	d->w = w;
	return shown;
}

/* What the bar and the help say of a row of the table, and a press. */
static void
check_row(struct desk *d, const struct key_row *r, const char *what,
	struct seen *seen)
{
	struct vm_in in = desk_in(d);
	bool shown = is_shown(d, r);
	const char *why;
	char said[512];

	if (!(r->where & KEY_INCIDENT) || row_now(&in, r->key) != r)
		return;
	why = key_why(&in, r);
	snprintf(said, sizeof(said), "%s", why ? why : "");
	if (!(r->use & (KEY_QUIET | KEY_PAST)) && shown != !why)
		fail_msg("%s: %s is%s shown: %s", what, r->key,
			shown ? "" : " not", said);
	desk_quick(d, r->key);
	if (!why && d->s.said == SAID_ERROR)
		fail_msg("%s: %s is refused: %s", what, r->key, d->s.saying);
	if (why && (d->s.said != SAID_ERROR || strcmp(d->s.saying, said)))
		fail_msg("%s: %s says '%s', not '%s'", what, r->key,
			d->s.saying, said);
	seen->shown += shown;
	seen->refused += why != NULL;
}

static void
check_person(const struct tale *t, const char *who, bool read_only,
	struct seen *seen)
{
	const struct key_row *r;
	char what[128];

	snprintf(what, sizeof(what), "%s, '%s'%s", t->name, who,
		read_only ? ", read-only" : "");
	for (int i = 0; (r = key_row(i)); i++) {
		struct desk *d = tell(t, who, read_only);

		check_row(d, r, what, seen);
		desk_free(d);
	}
}

/* Whether something can come of the form that @key opens, if it does. */
static bool
is_worth(const struct tale *t, const char *who, const char *key, char *why)
{
	enum sent sent = SENT_REFUSED;

	for (int k = 0; sent == SENT_REFUSED; k++) {
		struct desk *d = tell(t, who, false);

		sent = send_choice(d, key, k);
		if (sent == SENT_REFUSED)
			snprintf(why, 512, "%s: %.400s", d->s.form.row->name,
				d->s.form.error);
		else if (sent == SENT_NONE && k)
			sent = SENT_REFUSED;
		desk_free(d);
		if (k > 12)
			return false;
	}
	return true;
}

static void
test_no_form_is_opened_in_vain(void **state)
{
	const struct key_row *r;
	char why[512];

	(void)state;
	for (int t = 0; t < COUNT(tales); t++)
		for (int p = 0; p < 2; p++)
			for (int i = 0; (r = key_row(i)); i++)
				if (r->where & KEY_INCIDENT &&
				    str_starts(r->line, "form") &&
				    !is_worth(&tales[t], persons[p], r->key,
				    why))
					fail_msg("%s, '%s': %s opens a form"
						" for nothing: %s",
						tales[t].name, persons[p],
						r->key, why);
}

static void
test_the_bar_and_the_help_agree_with_what_a_key_does(void **state)
{
	struct seen seen = {0};

	(void)state;
	for (int i = 0; i < COUNT(tales); i++)
		for (int k = 0; k < COUNT(persons); k++) {
			check_person(&tales[i], persons[k], false, &seen);
			if (!k)
				check_person(&tales[i], "ana", true, &seen);
		}
	assert_true(seen.shown > 500 && seen.refused > 500);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_no_form_is_opened_in_vain),
		cmocka_unit_test(
			test_the_bar_and_the_help_agree_with_what_a_key_does),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
