/* What the past says of the present: other incidents, as they are now. */
#include "unit/view/desk.h"

#include "model/incident.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

static void
test_another_incident_is_as_late_as_it_is_now(void **state)
{
	struct desk *d = desk_busy();
	char name[] = "li";

	(void)state;
	d->board[d->n_board++] = (struct summary){
		.number = 18, .severity = 3, .stage = STAGE_VERIFY,
		.commander = name, .customers_due = d->now + WHEN_MINUTE,
		.broadcast_due = WHEN_NONE, .can_due = WHEN_NONE,
	};
	desk_wait(d, 200);
	desk_keys(d, "[");
	assert_non_null(strstr(desk_frame(d),
		"also live: INC-18 SEV3 Verify, customers 2m LATE"));
	assert_null(strstr(desk_frame(d), "goes out"));
	/* A replay is of one incident, whatever else is live. */
	d->s.past.replay = true;
	assert_null(strstr(desk_frame(d), "INC-18"));
	desk_free(d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_another_incident_is_as_late_as_it_is_now),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
