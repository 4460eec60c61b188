/* What a wall leaves out of texts, and where that ends. */
#include "unit/view/wall_shot.h"
#include "view/wall_part.h"

#include "base/mem.h"
#include "base/str.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

static const struct { const char *text, *left; } cases[] = {
	/* Numbers as people write them. */
	{"call +44 20 7946 0018 now", "call [phone] now"},
	{"+442079460018", "[phone]"},
	{"tel:+44-20-7946-0018.", "tel:[phone]."},
	{"+44 (0)20 7946 0018", "[phone]"},
	{"(020) 7946 0018", "[phone]"},
	{"(555) 010-0199 x4", "[phone] x4"},
	{"030/1234567", "[phone]"},
	{"01.42.68.53.00 at night", "[phone] at night"},
	{"0800 1234567", "[phone]"},
	{"555-0132 rings", "[phone] rings"},
	{"601 234 567", "[phone]"},
	{"2079460018", "[phone]"},
	{"raj: 020 7946 0018, li: 020 7946 0019", "raj: [phone], li: [phone]"},
	{"020\u00a07946\u00a00018", "[phone]"},
	{"020 7946 0018 020 7946 0019", "[phone] [phone]"},
	{"at 14:05 555-0132 was called", "at 14:05 [phone] was called"},
	{"555 0132 14:05", "[phone] 14:05"},
	{"2026-11-22 555-0132", "2026-11-22 [phone]"},
	/* What only looks a little like one. */
	{"ticket #88213", "ticket #88213"},
	{"ticket #88213456", "ticket #88213456"},
	{"INC-1234567 and db-1234567", "INC-1234567 and db-1234567"},
	{"at 14:05 and 14:25:30Z", "at 14:05 and 14:25:30Z"},
	{"2026-11-22T14:31:19.123Z", "2026-11-22T14:31:19.123Z"},
	{"2026-11-22 14:31", "2026-11-22 14:31"},
	{"22.11.2026, 11/22/2026", "22.11.2026, 11/22/2026"},
	{"2025-2026", "2025-2026"},
	{"1,000,000 rows; 1 000 000 rows", "1,000,000 rows; 1 000 000 rows"},
	{"$1234567890", "$1234567890"},
	{"1234567 rows", "1234567 rows"},
	{"10.20.30.40 and 192.168.100.200:8080",
		"10.20.30.40 and 192.168.100.200:8080"},
	{"3.14159265358", "3.14159265358"},
	{"38% of 5xx in 1200 ms", "38% of 5xx in 1200 ms"},
	{"9f3ac07e12345678", "9f3ac07e12345678"},
	{"https://zoom.example.com/j/1234567890",
		"https://zoom.example.com/j/1234567890"},
	{"a+1234567890b", "a+1234567890b"},
	{"", ""}, {"+", "+"}, {"(", "("}, {"((((", "(((("},
	/* Mail. */
	{"write to ops+x@mail.example.com.", "write to [mail]."},
	{"ana@bastion1 acted", "ana@bastion1 acted"},
	{"@here @raj", "@here @raj"},
	{"<ana@example.com>", "<[mail]>"},
};

static void
test_what_is_left_out_and_what_stays(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct arena *a = arena_new(0);
		const char *is = wall_redact(a, cases[i].text);

		if (strcmp(is, cases[i].left) != 0)
			fail_msg("'%s' became '%s', not '%s'", cases[i].text,
				is, cases[i].left);
		arena_free(a);
	}
}

/*
 * Anything made of what numbers are made of: it ends, reads no byte too many
 * (under sanitizers), a number behind a + never comes through, and what was
 * looked at once stays as it is.
 */
static void
test_any_text_is_taken(void **state)
{
	static const char from[] = "0123456789012345 +-./():a@#\xc2\xa0,";
	unsigned seed = 7;
	char text[40], phone[80];

	(void)state;
	for (int i = 0; i < 20000; i++) {
		struct arena *a = arena_new(512);
		const char *once;
		size_t n = 0;

		for (; n < sizeof(text) - 1; n++) {
			seed = seed * 1103515245u + 12345u;
			text[n] = from[(seed >> 16) % (sizeof(from) - 1)];
		}
		text[n] = '\0';
		once = wall_redact(a, text);
		assert_string_equal(wall_redact(a, once), once);
		snprintf(phone, sizeof(phone), "%.20s, +44 20 7946 0018!",
			text);
		assert_null(strstr(wall_redact(a, phone), "7946"));
		arena_free(a);
	}
}

/* What is said of a need quotes the report that named it. */
static void
test_an_internal_need_is_not_quoted_by_its_answer(void **state)
{
	struct scene p = scene_sample();
	struct wall_shot s;
	int need;

	(void)state;
	scene_can(&p, "14:30 raj", "C db stuck\nN the root password");
	event_put_int(&p.inc->entries[p.inc->n - 1].ev, F_INTERNAL, 1);
	p.inc->stale = true;
	incident_settle(p.inc);
	need = p.inc->needs[p.inc->n_needs - 1].id;
	scene(&p, "14:31 ana", KIND_NEED_MET, F_NEED, need, F_NONE);
	scene(&p, "14:31 ana", KIND_NOTE, F_NOTE, "said to all", F_NONE);
	incident_settle(p.inc);
	wall_init(&s, &p);
	assert_shows(wall_text(&s, 60, 240), "said to all");
	assert_hides(wall_text(&s, 60, 240), "password");
	wall_end(&s);
	scene_end(&p);
}

/* The clock of whoever was paged can be ahead of this one. */
static void
test_no_time_on_a_wall_is_below_zero(void **state)
{
	struct scene p = scene_sample();
	struct wall_shot s;

	(void)state;
	scene(&p, "14:36 ana", KIND_PAGED, F_WHO, "zoe", F_FIELD, "network",
		F_NONE);
	incident_settle(p.inc);
	wall_init(&s, &p);
	assert_shows(wall_text(&s, 60, 240), "paged 0 s ago");
	assert_hides(wall_text(&s, 60, 240), "-4 min");
	wall_end(&s);
	scene_end(&p);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_what_is_left_out_and_what_stays),
		cmocka_unit_test(test_any_text_is_taken),
		cmocka_unit_test(
			test_an_internal_need_is_not_quoted_by_its_answer),
		cmocka_unit_test(test_no_time_on_a_wall_is_below_zero),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
