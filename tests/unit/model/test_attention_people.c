#include "model/attention.h"

#include "unit/model/seen.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <cmocka.h>

static void
test_a_page_is_a_call_to_make_until_it_is_acknowledged(void **state)
{
	struct made *m = *state;

	made_take(m, 1, "ana");
	made_text(made_page(m, 2, "li", "network"), F_PHONE, "+44 20 1");
	SHOWN(seen_row(m, "ana", 4, ATT_NOT_ACKED), LEVEL_WARN,
		"call li (network)", "paged 2m ago \302\267 +44 20 1", "p",
		"page li");
	SHOWN(seen_row(m, "ana", 9, ATT_NOT_ACKED), LEVEL_BAD,
		"li (network) has not acked", "7m \302\267 +44 20 1", "p",
		"page li");
	made_page(m, 8, "sam", "payments");
	assert_string_equal(seen_row(m, "ana", 9, ATT_NOT_ACKED)->text,
		"not acked: li 7m, sam 1m");
	made_add(m, 9, "li", KIND_ACKNOWLEDGED);
	made_add(m, 9, "sam", KIND_ACKNOWLEDGED);
	assert_null(seen_row(m, "ana", 10, ATT_NOT_ACKED));
}

static void
test_who_is_paged_sees_their_page(void **state)
{
	struct made *m = *state;

	made_take(m, 1, "ana");
	made_page(m, 2, "li", "network");
	SHOWN(seen_row(m, "li", 4, ATT_PAGED), LEVEL_WARN,
		"you are paged: network", "2m \302\267 a acknowledges", "a",
		"ack");
	assert_int_equal(seen_row(m, "li", 8, ATT_PAGED)->level, LEVEL_BAD);
	assert_null(seen_row(m, "raj", 8, ATT_PAGED));
	made_text(made_page(m, 2, "li", "network"), F_ROLE, "commander");
	assert_string_equal(seen_row(m, "li", 4, ATT_PAGED)->text,
		"you are paged to take command");
	made_add(m, 5, "li", KIND_ACKNOWLEDGED);
	assert_null(seen_row(m, "li", 8, ATT_PAGED));
}

static void
test_a_page_ends_with_the_need_it_was_for(void **state)
{
	struct made *m = *state;

	made_take(m, 1, "ana");
	made_can(m, 2, "raj", "network help");
	made_int(made_page(m, 3, "li", "network"), F_NEED, 1);
	assert_non_null(seen_row(m, "li", 4, ATT_PAGED));
	assert_non_null(seen_row(m, "ana", 4, ATT_NOT_ACKED));
	made_int(made_add(m, 5, "raj", KIND_NEED_MET), F_NEED, 1);
	assert_null(seen_row(m, "li", 6, ATT_PAGED));
	assert_null(seen_row(m, "ana", 6, ATT_NOT_ACKED));
}

static void
test_acknowledged_but_silent_counts_from_the_eta(void **state)
{
	struct made *m = *state;

	made_take(m, 1, "ana");
	made_page(m, 2, "sam", "payments");
	made_int(made_add(m, 3, "sam", KIND_ACKNOWLEDGED), F_ETA, made_at(9));
	assert_null(seen_row(m, "ana", 9, ATT_ACKED_SILENT));
	SHOWN(seen_row(m, "ana", 11, ATT_ACKED_SILENT), LEVEL_WARN,
		"sam (payments) acked and is not here", "eta passed 2m ago",
		"p", "page sam");
	made_add(m, 4, "sam", KIND_ACKNOWLEDGED);
	SHOWN(seen_row(m, "ana", 11, ATT_ACKED_SILENT), LEVEL_WARN,
		"sam (payments) acked and is not here", "acked 7m ago",
		"p", "page sam");
	made_join(m, 12, "sam");
	assert_null(seen_row(m, "ana", 13, ATT_ACKED_SILENT));
}

static void
test_late_reports_join_in_one_row_with_the_phone_after_two(void **state)
{
	struct made *m = *state;

	made_take(m, 1, "ana");
	made_text(made_page(m, 1, "raj", "database"), F_PHONE, "+44");
	made_join(m, 2, "raj");
	assert_null(seen_row(m, "ana", 12, ATT_CAN_LATE));
	SHOWN(seen_row(m, "ana", 14, ATT_CAN_LATE), LEVEL_WARN,
		"CAN late: raj 12m", "", "p", "page raj");
	SHOWN(seen_row(m, "ana", 23, ATT_CAN_LATE), LEVEL_WARN,
		"CAN late: raj 21m CALL THEM", "+44", "p", "page raj");
	made_join(m, 11, "li");
	SHOWN(seen_row(m, "ana", 23, ATT_CAN_LATE), LEVEL_WARN,
		"CAN late: raj 21m CALL THEM +44, li 12m", "", "p",
		"page raj");
	assert_string_equal(seen_row(m, "ana", 23, ATT_CAN_LATE)->id,
		"can-late:raj");
	made_join(m, 8, "sam");
	made_join(m, 9, "ines");
	assert_string_equal(seen_row(m, "ana", 23, ATT_CAN_LATE)->text,
		"CAN late: raj 21m CALL THEM +44, sam 15m, ines 14m +1 more");
}

static void
test_your_own_report_is_announced_then_asked_for(void **state)
{
	struct made *m = *state;

	made_take(m, 1, "ana");
	made_join(m, 2, "raj");
	assert_null(seen_row(m, "raj", 9, ATT_CAN_MINE));
	SHOWN(seen_row(m, "raj", 11, ATT_CAN_MINE), LEVEL_INFO,
		"your CAN is due", "in 1m \302\267 c files it", "c", "can");
	made_can(m, 12, "raj", NULL);
	SHOWN(seen_row(m, "raj", 33, ATT_CAN_MINE), LEVEL_BAD,
		"ana asks: your CAN is late",
		"21m \302\267 c files it, . says no change", "c",
		"can --same");
	assert_null(seen_row(m, "raj", 33, ATT_CAN_LATE));
	assert_null(seen_row(m, "ana", 33, ATT_CAN_MINE));
}

int
main(void)
{
#define T(f) cmocka_unit_test_setup_teardown(f, made_setup, made_teardown)
	const struct CMUnitTest tests[] = {
		T(test_a_page_is_a_call_to_make_until_it_is_acknowledged),
		T(test_who_is_paged_sees_their_page),
		T(test_a_page_ends_with_the_need_it_was_for),
		T(test_acknowledged_but_silent_counts_from_the_eta),
		T(test_late_reports_join_in_one_row_with_the_phone_after_two),
		T(test_your_own_report_is_announced_then_asked_for),
	};
#undef T

	return cmocka_run_group_tests(tests, NULL, NULL);
}
