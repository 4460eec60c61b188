/* The message of a stage or call: composed, read, edited, left alone. */
#include "unit/view/desk.h"

#include "base/mem.h"
#include "view/form.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

static struct str *
message(struct desk *d)
{
	struct form *f = &d->s.form;

	for (int i = 0; f->row->f[i].label; i++)
		if (!strcmp(f->row->f[i].label, "Message"))
			return &f->text[i];
	fail_msg("no message in %s", f->row->name);
	return NULL;
}

/* Tab until the message is in use. */
static void
go_there(struct desk *d)
{
	for (int i = 0; i < FORM_FIELDS && strcmp(
	    d->s.form.row->f[d->s.form.field].label, "Message"); i++)
		desk_keys(d, "Tab");
}

static void
test_the_field_shows_what_would_be_sent(void **state)
{
	struct desk *d = desk_incident("ana");
	char *shown;

	(void)state;
	desk_run(d, "ana", "advance --to verify");
	desk_keys(d, ">");
	go_there(d);
	shown = mem_dup(str_get(message(d)));
	assert_non_null(strstr(shown, "stage Dispatch"));
	desk_keys(d, "Esc");
	desk_run(d, "ana", "advance --reason sure");
	assert_string_equal(event_text(&desk_last(d)->ev, F_MESSAGE), shown);
	free(shown);
	desk_free(d);
}

static void
test_left_alone_it_is_composed_when_it_is_sent(void **state)
{
	struct desk *d = desk_incident("ana");

	(void)state;
	desk_keys(d, ">");
	go_there(d);
	assert_true(message(d)->len > 0);
	desk_keys(d, "Tab");
	assert_int_equal(message(d)->len, 0);
	desk_free(d);
}

static void
test_edited_it_stays_and_is_sent_as_it_stands(void **state)
{
	struct desk *d = desk_incident("ana");

	(void)state;
	desk_keys(d, ">");
	go_there(d);
	desk_type(d, "Hear ye. ");
	desk_keys(d, "Tab Enter");
	assert_int_equal(d->s.over, OVER_NONE);
	assert_memory_equal(event_text(&desk_last(d)->ev, F_MESSAGE),
		"Hear ye. INC-17", 15);
	desk_free(d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_the_field_shows_what_would_be_sent),
		cmocka_unit_test(
			test_left_alone_it_is_composed_when_it_is_sent),
		cmocka_unit_test(
			test_edited_it_stays_and_is_sent_as_it_stands),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
