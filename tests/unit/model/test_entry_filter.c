/* Filters: what they read, what they let through, how they are said. */
#include "base/mem.h"
#include "base/str.h"
#include "lib/play.h"
#include "model/entry_filter.h"
#include "model/words.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

/* Somebody of each sort. */
static void
tell(struct play *p)
{
	play(p, "13:44Z tomas declare Checkout fails --source customer",
		"13:45Z ana take",
		"13:46Z ana advance --to verify",
		"13:47Z ana page raj",
		"13:48Z raj join",
		"13:50Z raj can --condition down --need help",
		"13:52Z mei note asked by two customers",
		"13:53Z ana objective assign raj fail over",
		"13:54Z ana need met 1 it came",
		"13:55Z raj objective done 1 it went",
		"13:56Z ana advance --to mitigate", NULL);
}

/* The numbers of the entries that @text lets through, "2 7". */
static const char *
seen(struct play *p, const char *text)
{
	static char out[256];
	struct entry_filter f;
	struct err err;
	size_t n = 0;

	out[0] = '\0';
	if (!entry_filter_read(&f, p->inc, text, &err))
		fail_msg("%s: %s", text, err.text);
	for (uint32_t i = 0; i < p->inc->n; i++)
		if (entry_filter_match(&f, p->inc, &p->inc->entries[i]))
			n += (size_t)snprintf(out + n, sizeof(out) - n,
				"%s%s", n ? " " : "", kind_rows[
				p->inc->entries[i].ev.kind].name);
	return out;
}

static void
test_nothing_is_left_out_by_an_empty_filter(void **state)
{
	struct play *p = *state;
	struct entry_filter f = {0};

	tell(p);
	assert_false(entry_filter_on(&f));
	for (uint32_t i = 0; i < p->inc->n; i++)
		assert_true(entry_filter_match(&f, p->inc,
			&p->inc->entries[i]));
	assert_string_equal(seen(p, "none"), seen(p, ""));
}

static void
test_kinds_are_called_by_tag_name_or_what_is_before_the_dot(void **state)
{
	struct play *p = *state;

	tell(p);
	assert_string_equal(seen(p, "kind can"), "can.reported");
	assert_string_equal(seen(p, "kind CAN,note"),
		"can.reported note.added");
	assert_string_equal(seen(p, "can, note"), seen(p, "kind note,can"));
	assert_string_equal(seen(p, "objective"),
		"objective.assigned objective.completed");
	assert_string_equal(seen(p, "objective.assigned"),
		"objective.assigned");
	assert_string_equal(seen(p, "kind stage"), "incident.declared"
		" stage.entered stage.entered");
}

static void
test_people_are_who_wrote_and_who_is_meant(void **state)
{
	struct play *p = *state;

	tell(p);
	assert_string_equal(seen(p, "who raj"), "sme.paged sme.joined"
		" can.reported objective.assigned need.met"
		" objective.completed");
	assert_string_equal(seen(p, "RAJ"), seen(p, "who raj"));
	assert_string_equal(seen(p, "who mei,tomas"), "incident.declared"
		" note.added");
	/* The words of a stage are nobody. */
	assert_string_equal(seen(p, "who verify"), "");
}

static void
test_stages_are_those_that_the_incident_was_in(void **state)
{
	struct play *p = *state;

	tell(p);
	assert_string_equal(seen(p, "stage mitigate"), "stage.entered");
	assert_string_equal(seen(p, "verify who raj kind can"),
		"can.reported");
	assert_string_equal(seen(p, "stage detect,assemble"),
		"incident.declared command.taken");
}

static void
test_what_is_not_known_is_refused_with_what_there_is(void **state)
{
	struct play *p = *state;
	struct entry_filter f = {.stages = 2};
	struct err err;

	tell(p);
	assert_false(entry_filter_read(&f, p->inc, "can nobody", &err));
	assert_non_null(strstr(err.text, "'nobody'"));
	assert_false(entry_filter_add(&f, FILTER_KIND, "can,nope", &err));
	assert_non_null(strstr(err.text, "stage cmd"));
	assert_false(entry_filter_add(&f, FILTER_STAGE, "later", &err));
	assert_non_null(strstr(err.text, "action-items"));
	assert_false(entry_filter_add(&f, FILTER_WHO,
		"a b c d e f g h i", &err));
	assert_non_null(strstr(err.text, "8 people"));
	/* What was there before stays. */
	assert_int_equal(f.stages, 2);
	assert_int_equal(f.kinds, 0);
	assert_int_equal(f.n_who, 0);
}

static void
test_a_filter_in_words_reads_as_the_same_one(void **state)
{
	struct play *p = *state;
	struct arena *a = arena_new(0);
	struct entry_filter f, again = {0};
	struct err err;

	tell(p);
	assert_true(entry_filter_read(&f, p->inc,
		"page can need.met raj stage mitigate,verify", &err));
	assert_string_equal(entry_filter_words(&f, a), "can, page, need.met"
		" \u00b7 raj \u00b7 Verify, Mitigate");
	for (int by = FILTER_KIND; by <= FILTER_STAGE; by++)
		assert_true(entry_filter_add(&again, (enum filter_by)by,
			entry_filter_list(&f, (enum filter_by)by, a), &err));
	assert_true(entry_filter_same(&f, &again));
	again.n_who = 0;
	assert_false(entry_filter_same(&f, &again));
	arena_free(a);
}

static void
test_every_tag_is_counted_once(void **state)
{
	struct play *p = *state;
	uint32_t count[FILTER_TAGS], sum = 0;
	const char *tag;
	int tags = 0;

	tell(p);
	entry_filter_count(p->inc, count);
	for (; (tag = entry_filter_tag(tags)); tags++) {
		for (int k = 0; k < tags; k++)
			assert_string_not_equal(tag, entry_filter_tag(k));
		if (!strcmp(tag, "stage"))
			assert_int_equal(count[tags], 3);
		sum += count[tags];
	}
	assert_in_range(tags, 20, FILTER_TAGS);
	assert_int_equal(sum, p->inc->n);
}

/* Signals go by their source, as their tags do. */
static void
test_every_entry_is_let_through_by_its_own_tag(void **state)
{
	struct play *p = *state;
	struct err err;

	tell(p);
	for (uint32_t i = 0; i < p->inc->n; i++) {
		const struct entry *e = &p->inc->entries[i];
		struct entry_filter f = {0};

		assert_true(entry_filter_add(&f, FILTER_KIND, words_tag(e),
			&err));
		assert_true(entry_filter_match(&f, p->inc, e));
	}
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
		PLAY_TEST(test_nothing_is_left_out_by_an_empty_filter),
		PLAY_TEST(
		test_kinds_are_called_by_tag_name_or_what_is_before_the_dot),
		PLAY_TEST(test_people_are_who_wrote_and_who_is_meant),
		PLAY_TEST(test_stages_are_those_that_the_incident_was_in),
		PLAY_TEST(
			test_what_is_not_known_is_refused_with_what_there_is),
		PLAY_TEST(test_a_filter_in_words_reads_as_the_same_one),
		PLAY_TEST(test_every_tag_is_counted_once),
		PLAY_TEST(test_every_entry_is_let_through_by_its_own_tag),
	};

	return cmocka_run_group_tests(tests, setup, NULL);
}
