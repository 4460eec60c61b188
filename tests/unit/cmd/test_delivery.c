/* What couriers write: who carries what, and what came of it. */
#include "lib/play.h"

#include "base/mem.h"
#include "model/words.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

/* Entry 1 declares, 2 takes command, 3 pages. */
static struct play *
begin(void **state)
{
	struct play *p = *state;

	play(p, "14:00Z ana declare 'checkout fails'", "14:00Z ana take",
		"14:01Z ana page raj", NULL);
	return p;
}

static const struct delivery *
of(const struct play *p, uint32_t n)
{
	return incident_delivery(p->inc, n, false, "slack");
}

static const char *
said(const struct play *p)
{
	return words_entry(p->inc, play_last(p), p->arena);
}

static void
test_one_claim_wins(void **state)
{
	struct play *p = begin(state);
	uint32_t claim;

	assert_null(of(p, 1));
	play(p, "14:02Z fireground delivery claim 1 --channel slack", NULL);
	claim = p->inc->n;
	assert_int_equal(of(p, 1)->state, DELIVERY_CLAIMED);
	assert_int_equal(of(p, 1)->claim_n, claim);
	play_refused(p, "14:02Z fireground delivery claim 1 --channel slack",
		"another courier claimed it");
	/* Elsewhere it is another matter. */
	play(p, "14:02Z fireground delivery claim 1 --channel mail", NULL);
	assert_false(of(p, 1)->repeat);
	play(p, "14:04Z fireground delivery claim 1 --channel slack --claim 4",
		NULL);
	assert_int_equal(claim, 4);
	assert_true(of(p, 1)->repeat);
	assert_int_equal(of(p, 1)->claims, 2);
}

static void
test_sent_is_told(void **state)
{
	struct play *p = begin(state);

	play(p, "14:02Z fireground delivery claim 1 --channel slack",
		"14:03Z fireground delivery sent 1 --channel slack --claim 4"
		" --remote 1700.01", NULL);
	assert_int_equal(of(p, 1)->state, DELIVERY_SENT);
	assert_string_equal(of(p, 1)->remote, "1700.01");
	assert_string_equal(said(p), "Declaration for company accepted by"
		" slack");
	assert_string_equal(incident_message(p->inc, 1)->through, "slack");
	play_at(incident_message(p->inc, 1)->told, "14:03Z");
	/* A machine's entry is none of the commander's. */
	play_at(p->inc->command.last_act, "14:01Z");
	play_refused(p, "14:04Z fireground delivery claim 1 --channel slack"
		" --claim 4", "waits for no courier");
	play_refused(p, "14:04Z ana delivery retry 1", "nothing of that has"
		" failed");
}

static void
test_failures(void **state)
{
	static const struct {
		const char *word;
		enum delivery_state state;
		bool settled;
	} rows[] = {
		{"later", DELIVERY_LATER, false},
		{"unsure", DELIVERY_UNSURE, true},
		{"message", DELIVERY_MESSAGE, true},
		{"channel", DELIVERY_CHANNEL, true},
		{"expired", DELIVERY_EXPIRED, true},
	};
	struct play *p = begin(state);

	play(p, "14:02Z fireground delivery claim 1 --channel slack", NULL);
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		char *line = arena_printf(p->arena, "14:03Z fireground delivery"
			" failed 1 %s --channel slack --reason 'HTTP 503'"
			" --until 14:05Z --claim %u", rows[i].word,
			(unsigned)p->inc->n);

		play(p, line, NULL);
		assert_int_equal(of(p, 1)->state, rows[i].state);
		assert_int_equal(delivery_settled(of(p, 1)), rows[i].settled);
		assert_string_equal(of(p, 1)->why, "HTTP 503");
		play_at(of(p, 1)->until, "14:05Z");
		assert_string_equal(delivery_word(rows[i].state),
			rows[i].word);
		if (i + 1 == sizeof(rows) / sizeof(*rows))
			break;
		if (rows[i].settled)
			play(p, "14:03Z ana delivery retry 1", NULL);
		line = arena_printf(p->arena, "14:03Z fireground delivery claim"
			" 1 --channel slack --claim %u",
			(unsigned)of(p, 1)->claim_n);
		play(p, line, NULL);
	}
	assert_string_equal(said(p), "Declaration GIVEN UP as too old for"
		" slack: HTTP 503");
	play(p, "14:04Z ana delivery retry 1 --channel slack", NULL);
	assert_int_equal(of(p, 1)->state, DELIVERY_LATER);
	play_at(of(p, 1)->until, "-");
	assert_true(of(p, 1)->repeat);
	play_refused(p, "14:04Z li delivery retry 1", "ana");
}

/* A person who told it by other means settles all channels. */
static void
test_by_hand(void **state)
{
	struct play *p = begin(state);

	play(p, "14:02Z fireground delivery claim 1 --channel slack",
		"14:03Z fireground delivery failed 1 channel --channel slack"
		" --claim 4 --reason 'HTTP 404'",
		"14:04Z ana broadcast --said all --through phone", NULL);
	assert_int_equal(of(p, 1)->state, DELIVERY_SENT);
	assert_string_equal(said(p), "Declaration and 1 more told to company by"
		" ana: phone");
}

static void
test_pages(void **state)
{
	struct play *p = begin(state);

	assert_int_equal(play_last(p)->ev.kind, KIND_PAGED);
	play(p, "14:02Z fireground delivery claim 3 --channel pager",
		"14:02Z fireground delivery sent 3 --channel pager --claim 4",
		NULL);
	assert_string_equal(said(p), "Page of raj accepted by pager");
	play(p, "14:05Z fireground delivery claim 3 --channel pager --stop",
		"14:05Z fireground delivery sent 3 --channel pager --stop",
		NULL);
	assert_string_equal(said(p), "Stand-down of raj accepted by pager");
	assert_int_equal(incident_delivery(p->inc, 3, true, "pager")->state,
		DELIVERY_SENT);
}

static void
test_wrong_words(void **state)
{
	struct play *p = begin(state);

	play_refused(p, "14:02Z x delivery claim 2x --channel slack",
		"are no entries");
	play_refused(p, "14:02Z x delivery claim 99 --channel slack",
		"neither a message nor a page");
	play(p, "14:02Z ana note hello", NULL);
	play_refused(p, "14:02Z x delivery claim 4 --channel slack",
		"neither a message nor a page");
	play_refused(p, "14:02Z x delivery claim 1", "--channel");
	play_refused(p, "14:02Z x delivery failed 1 lost --channel slack",
		"later");
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		PLAY_TEST(test_one_claim_wins),
		PLAY_TEST(test_sent_is_told),
		PLAY_TEST(test_failures),
		PLAY_TEST(test_by_hand),
		PLAY_TEST(test_pages),
		PLAY_TEST(test_wrong_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
