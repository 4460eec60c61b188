/* Finding entries by what they hold, by a place, by a time. */
#include "base/mem.h"
#include "lib/play.h"
#include "model/entry_find.h"
#include "model/entry_place.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <string.h>
#include <cmocka.h>

static void
tell(struct play *p)
{
	play(p, "13:44Z tomas declare Checkout fails --take",
		"13:50Z raj can --condition \"5xx since noon\" --action"
		" \"restart it\" --need \"a second pair of eyes\"",
		"13:52Z mei note " "Line one",
		"13:53Z tomas objective assign raj fail over",
		"13:56Z tomas advance --to mitigate",
		"14:30Z mei note the end", NULL);
}

static bool
holds(struct play *p, uint32_t n, const char *text)
{
	return entry_holds(p->inc, incident_entry(p->inc, n), text,
		p->arena);
}

static uint32_t
find(struct play *p, enum event_kind kind)
{
	uint32_t n = 1;

	while (p->inc->entries[n - 1].ev.kind != kind)
		n++;
	return n;
}

static void
test_every_field_is_looked_at_without_case(void **state)
{
	struct play *p = *state;
	uint32_t n;

	tell(p);
	n = find(p, KIND_CAN);
	assert_true(holds(p, n, "since NOON"));
	assert_true(holds(p, n, "Restart"));
	assert_true(holds(p, n, "pair of eyes"));
	assert_true(holds(p, n, "raj"));
	assert_true(holds(p, n, incident_entry(p->inc, n)->ev.via));
	assert_true(holds(p, n, "CAN"));
	assert_false(holds(p, n, "ca"));
	assert_false(holds(p, n, "tomas"));
	/* As it stands in the timeline, which no field has. */
	assert_true(holds(p, find(p, KIND_ASSIGNED), "fail over \u2192 raj"));
}

static void
test_numbers_are_whole_ones(void **state)
{
	struct play *p = *state;

	tell(p);
	assert_true(holds(p, 2, "#2"));
	assert_true(holds(p, 2, "2"));
	assert_false(holds(p, 2, "#"));
	assert_false(holds(p, 2, "#22"));
	assert_false(holds(p, 1, "#2"));
}

static void
test_a_correction_and_what_it_corrected_are_both_found(void **state)
{
	struct play *p = *state;
	uint32_t n;

	tell(p);
	n = p->inc->n;
	play(p, arena_printf(p->arena, "14:31Z mei correct %u the beginning",
		(unsigned)n), NULL);
	assert_true(holds(p, n, "the beginning"));
	assert_true(holds(p, n, "the end"));
}

/* ---- going to a place --------------------------------------------------- */

static void
goes(struct play *p, const char *text, uint32_t n)
{
	struct entry_place to;
	struct err err;

	if (!entry_place(p->inc, text, play_time("15:00Z"), 60, &to, &err))
		fail_msg("%s: %s", text, err.text);
	if (to.n != n)
		fail_msg("%s: %u", text, (unsigned)to.n);
}

static void
test_a_place_is_a_number_a_time_or_a_stage(void **state)
{
	struct play *p = *state;
	uint32_t can, moved;

	tell(p);
	can = find(p, KIND_CAN);
	moved = find(p, KIND_STAGE);
	while (p->inc->entries[moved - 1].stage != STAGE_MITIGATE)
		moved++;
	goes(p, "#3", 3);
	goes(p, "3", 3);
	goes(p, "first", 1);
	goes(p, "LAST", p->inc->n);
	goes(p, "13:50Z", can);
	goes(p, "14:50", can);
	goes(p, "-70m", can);
	goes(p, "2026-11-22 13:50Z", can);
	goes(p, "13:51Z", can + 1);
	goes(p, "T+6m", can);
	goes(p, "t+00:06", can);
	goes(p, "T-3m", 1);
	goes(p, "mitigate", moved);
	goes(p, "14:31Z", 0);
	goes(p, " 3", 3);
}

static void
stays(struct play *p, const char *text, const char *words)
{
	struct entry_place to;
	struct err err;

	assert_false(entry_place(p->inc, text, play_time("15:00Z"), 0, &to,
		&err));
	if (!strstr(err.text, words))
		fail_msg("%s: %s", text, err.text);
}

static void
test_what_is_no_place_says_what_is(void **state)
{
	struct play *p = *state;

	tell(p);
	stays(p, "#99", "#1 to #");
	stays(p, "0", "#1 to #");
	stays(p, "repair", "has not been in Repair");
	stays(p, "T+soon", "T+25m");
	stays(p, "T+-3m", "T+25m");
	stays(p, "T+01:75", "T+25m");
	stays(p, "yesterday", "an entry (#215), first, last, or a stage");
	stays(p, "", "an entry (#215)");
}

static int
setup(void **state)
{
	(void)state;
	return setlocale(LC_CTYPE, "C.UTF-8") ? 0 : -1;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		PLAY_TEST(test_every_field_is_looked_at_without_case),
		PLAY_TEST(test_numbers_are_whole_ones),
		PLAY_TEST(
		test_a_correction_and_what_it_corrected_are_both_found),
		PLAY_TEST(test_a_place_is_a_number_a_time_or_a_stage),
		PLAY_TEST(test_what_is_no_place_says_what_is),
	};

	return cmocka_run_group_tests(tests, setup, NULL);
}
