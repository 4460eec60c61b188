#include "run/waits.h"

#include "base/err.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

struct asked {
	struct waits waits;
	int order; /* digits in the order of the answers */
	const struct err *why;
};

struct one {
	struct asked *asked;
	int digit;
	struct one *next; /* who comes while this one is answered */
};

static void
answered(void *ctx, const struct err *why)
{
	struct one *one = ctx;

	one->asked->order = one->asked->order * 10 + one->digit;
	one->asked->why = why;
	if (one->next)
		waits_add(&one->asked->waits, answered, one->next);
}

static void
test_all_are_answered_in_the_order_they_came(void **state)
{
	struct asked a = {.order = 0};
	struct one first = {&a, 1, NULL}, second = {&a, 2, NULL};
	struct err err;

	(void)state;
	err_set(&err, ERR_STORE, "the disk is full");
	waits_add(&a.waits, answered, &first);
	waits_add(&a.waits, NULL, NULL);
	waits_add(&a.waits, answered, &second);
	waits_answer(&a.waits, &err);
	assert_int_equal(a.order, 12);
	assert_ptr_equal(a.why, &err);
	assert_null(a.waits.first);
}

static void
test_who_comes_during_an_answer_waits_for_the_next_one(void **state)
{
	struct asked a = {.order = 0};
	struct one late = {&a, 3, NULL};
	struct one first = {&a, 1, &late}, second = {&a, 2, NULL};

	(void)state;
	waits_add(&a.waits, answered, &first);
	waits_add(&a.waits, answered, &second);
	waits_answer(&a.waits, NULL);
	assert_int_equal(a.order, 12);
	waits_answer(&a.waits, NULL);
	assert_int_equal(a.order, 123);
}

static void
test_who_is_forgotten_is_not_answered(void **state)
{
	struct asked a = {.order = 0};
	struct one first = {&a, 1, NULL};

	(void)state;
	waits_add(&a.waits, answered, &first);
	waits_release(&a.waits);
	waits_answer(&a.waits, NULL);
	assert_int_equal(a.order, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_all_are_answered_in_the_order_they_came),
		cmocka_unit_test(
			test_who_comes_during_an_answer_waits_for_the_next_one),
		cmocka_unit_test(test_who_is_forgotten_is_not_answered),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
