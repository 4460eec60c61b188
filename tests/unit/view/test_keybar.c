/* The key bar: what this person can do now. */
#include "unit/view/desk.h"

#include "base/mem.h"
#include "view/keys.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

static const char *
bar(struct desk *d, int w)
{
	static char line[512];
	const char *text;

	d->w = w;
	text = desk_frame(d);
	for (int i = 0; i < d->h - 2; i++)
		text = strchr(text, '\n') + 1;
	snprintf(line, sizeof(line), "%.*s", (int)strcspn(text, "\n"), text);
	return line;
}

static void
test_the_key_bar_shows_what_this_person_can_do(void **state)
{
	struct desk *d = desk_incident("ana");

	(void)state;
	assert_non_null(strstr(bar(d, 160), "> next"));
	assert_non_null(strstr(bar(d, 160), "v severity"));
	assert_null(strstr(bar(d, 160), "a ack"));
	snprintf(d->s.who, sizeof(d->s.who), "raj");
	assert_null(strstr(bar(d, 160), "> next"));
	assert_null(strstr(bar(d, 160), "p page"));
	assert_non_null(strstr(bar(d, 160), "c CAN"));
	assert_non_null(strstr(bar(d, 160), "n note"));
	desk_run(d, "ana", "page raj");
	assert_non_null(strstr(bar(d, 160), "a ack"));
	d->s.who[0] = '\0';
	assert_non_null(strstr(bar(d, 160), "i who are you?"));
	assert_null(strstr(bar(d, 160), "c CAN"));
	desk_free(d);
}

static void
test_the_briefing_names_the_keys_of_an_offer_alone(void **state)
{
	struct desk *d = desk_incident("ana");

	(void)state;
	desk_keys(d, "B");
	assert_non_null(strstr(bar(d, 160), "Esc close"));
	assert_null(strstr(bar(d, 160), "decline"));
	desk_run(d, "ana", "offer raj");
	snprintf(d->s.who, sizeof(d->s.who), "raj");
	assert_non_null(strstr(bar(d, 160), "h decline"));
	desk_free(d);
}

static void
test_a_search_without_hits_offers_none(void **state)
{
	struct desk *d = desk_incident("ana");

	(void)state;
	desk_run(d, "ana", "note the disk is full");
	desk_keys(d, "/ d i s k");
	assert_non_null(strstr(bar(d, 160), "Up hit above"));
	assert_non_null(strstr(bar(d, 160), "Enter stay"));
	assert_non_null(strstr(desk_frame(d), "Up Down walk"));
	desk_keys(d, "q q");
	assert_non_null(strstr(desk_frame(d), "no hit   Esc goes back"));
	assert_null(strstr(bar(d, 160), "hit above"));
	assert_null(strstr(bar(d, 160), "stay"));
	assert_non_null(strstr(bar(d, 160), "Esc leave"));
	desk_free(d);
}

static void
test_a_read_only_screen_names_no_key_that_writes(void **state)
{
	struct desk *d = desk_incident("ana");

	(void)state;
	d->s.read_only = true;
	assert_null(strstr(bar(d, 160), "> next"));
	assert_null(strstr(bar(d, 160), "D declare"));
	assert_non_null(strstr(bar(d, 160), "? help"));
	desk_keys(d, "n");
	assert_int_equal(d->s.over, OVER_NONE);
	assert_non_null(strstr(d->s.saying, "read-only"));
	desk_free(d);
}

static void
test_help_is_named_at_every_width(void **state)
{
	struct desk *d = desk_incident("ana");

	(void)state;
	for (int w = 8; w < 170; w++)
		if (!strstr(bar(d, w), "? help"))
			fail_msg("%d columns: %s", w, bar(d, w));
	desk_free(d);
}

/* How many keys a bar names: two blanks stand between them. */
static int
count_keys(const char *text)
{
	long n = 0;

	for (const char *at = text; at; at = strstr(at, "  ")) {
		at += strspn(at, " ");
		n += *at == '+' ? strtol(at + 1, NULL, 10) : *at != '\0';
	}
	return (int)n;
}

static void
test_keys_without_room_are_counted_at_every_width(void **state)
{
	struct desk *d = desk_incident("ana");
	int all = count_keys(bar(d, 400));

	(void)state;
	for (int w = 24; w < 400; w++)
		assert_int_equal(count_keys(bar(d, w)), all);
	desk_free(d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			test_the_key_bar_shows_what_this_person_can_do),
		cmocka_unit_test(
			test_the_briefing_names_the_keys_of_an_offer_alone),
		cmocka_unit_test(test_a_search_without_hits_offers_none),
		cmocka_unit_test(
			test_a_read_only_screen_names_no_key_that_writes),
		cmocka_unit_test(test_help_is_named_at_every_width),
		cmocka_unit_test(
			test_keys_without_room_are_counted_at_every_width),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
