#include "model/words.h"

#include "base/str.h"
#include "unit/model/any_event.h"
#include "unit/model/tale.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <string.h>
#include <cmocka.h>

static struct tale *t;
static when_ms now;

static int
setup(void **state)
{
	(void)state;
	t = tale_checkout();
	now = tale_time("14:31:19");
	return setlocale(LC_CTYPE, "C.UTF-8") ? 0 : -1;
}

static int
teardown(void **state)
{
	(void)state;
	tale_free(t);
	return 0;
}

/* The phrase of an entry already there. */
static const char *
said(uint32_t n)
{
	return words_entry(t->inc, incident_entry(t->inc, n), t->a);
}

static void
test_erased_text_is_gone_from_phrase_and_whole_entry(void **state)
{
	const struct entry *e;

	(void)state;
	tale_add(t, "14:30", "raj", "note.added", "{'note':'hunter2'}");
	tale_add(t, "14:31", "ana", "entry.erased",
		"{'entry':24,'reason':'a password'}");
	e = incident_entry(t->inc, 24);
	assert_string_equal(said(24), "[erased by ana: a password]");
	assert_null(strstr(words_entry_full(t->inc, e, t->a), "hunter2"));
	assert_non_null(strstr(words_entry_full(t->inc, e, t->a),
		"erased: in 25 by ana"));
	assert_string_equal(said(25),
		"ana erased the text of 24: a password");
}

static void
test_correction_shows_in_phrase_and_the_first_text_in_full(void **state)
{
	const char *full;

	(void)state;
	tale_add(t, "14:30", "ana", "entry.corrected",
		"{'entry':13,'text':'40% of checkouts'}");
	assert_string_equal(said(13), "40% of checkouts");
	full = words_entry_full(t->inc, incident_entry(t->inc, 13), t->a);
	assert_non_null(strstr(full, "was: 38% of checkouts in Europe"));
	assert_non_null(strstr(full, "note: 40% of checkouts\n"));
	assert_non_null(strstr(full, "corrected: in 24 by ana"));
}

static void
test_all_that_was_done_to_an_entry_is_told_in_order(void **state)
{
	const char *full;

	(void)state;
	tale_add(t, "14:30", "ana", "entry.corrected",
		"{'entry':13,'text':'40% of checkouts'}");
	tale_add(t, "14:31", "ana", "entry.corrected",
		"{'entry':13,'text':'41% of checkouts'}");
	tale_add(t, "14:32", "ana", "entry.withdrawn",
		"{'entry':25,'reason':'it was 40'}");
	full = words_entry_full(t->inc, incident_entry(t->inc, 13), t->a);
	assert_non_null(strstr(full, "note: 40% of checkouts\n"
		"corrected: in 24 by ana, 2026-11-22 14:30:00Z:"
		" 40% of checkouts\n"
		"corrected: in 25 by ana, 2026-11-22 14:31:00Z (withdrawn):"
		" 41% of checkouts\n"));
	full = words_entry_full(t->inc, incident_entry(t->inc, 25), t->a);
	assert_non_null(strstr(full, "of: 13, scope: 40% of checkouts\n"
		"withdrawn: in 26 by ana, 2026-11-22 14:32:00Z:"
		" it was 40\n"));
}

static void
test_whole_entry_names_person_login_and_both_times(void **state)
{
	(void)state;
	assert_string_equal(words_entry_full(t->inc,
		incident_entry(t->inc, 2), t->a),
		"entry: 2\n"
		"kind: signal.recorded\n"
		"when: 2026-11-22 13:41:00Z\n"
		"recorded: 2026-11-22 13:44:00Z\n"
		"by: tomas\n"
		"via: tomas@bastion1\n"
		"id: 00000000000000000000000000000002\n"
		"hash: 0200 0000 0000 0000\n"
		"stage: Detect\n"
		"source: alert\n"
		"text: CheckoutErrorBudgetBurn firing (eu)\n");
}

static void
test_whole_report_has_a_line_for_each_part(void **state)
{
	const char *full = words_entry_full(t->inc,
		incident_entry(t->inc, 19), t->a);

	(void)state;
	assert_non_null(strstr(full,
		"1. condition (customers): primary stuck at 100% I/O wait\n"
		"   action (mitigate): failing over to db-eu-2\n"
		"   need: approval to promote, losing 40 s\n"));
}

/* Events of all kinds with any data: words never fail, phrases are a line. */
static void
test_any_event_has_words(void **state)
{
	struct dice dice = {42};
	struct hash hash = {{0}};

	(void)state;
	for (int i = 0; i < 20 * KIND_COUNT; i++) {
		enum event_kind kind = (enum event_kind)(KIND_DECLARED +
			i % (KIND_COUNT - KIND_DECLARED));
		struct event *e = any_event(t->a, &dice, kind);
		struct str head = {0}, data = {0};

		event_head(e, &head);
		event_data(e, &data);
		incident_apply(t->inc, str_get(&head), str_get(&data), &hash);
		str_release(&head);
		str_release(&data);
	}
	incident_settle(t->inc);
	for (uint32_t n = 1; n <= t->inc->n; n++) {
		const struct entry *e = incident_entry(t->inc, n);

		assert_null(strpbrk(words_entry(t->inc, e, t->a), "\n\r\t"));
		assert_non_null(strstr(words_entry_full(t->inc, e, t->a),
			"entry: "));
	}
	assert_non_null(strstr(words_broadcast(t->inc, now, t->a), "INC-17"));
	assert_non_null(words_customers(t->inc, now, t->a));
	assert_non_null(words_customers_line(t->inc, now, t->a));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
#define T(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
		T(test_erased_text_is_gone_from_phrase_and_whole_entry),
		T(test_correction_shows_in_phrase_and_the_first_text_in_full),
		T(test_all_that_was_done_to_an_entry_is_told_in_order),
		T(test_whole_entry_names_person_login_and_both_times),
		T(test_whole_report_has_a_line_for_each_part),
		T(test_any_event_has_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
