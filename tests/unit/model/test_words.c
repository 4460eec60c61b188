#include "model/words.h"

#include "base/mem.h"
#include "model/words_phrase.h"
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
test_every_kind_has_one_phrase(void **state)
{
	const struct phrase_row *const groups[] = {
		phrases_command, phrases_people, phrases_work, phrases_log,
	};

	(void)state;
	for (int k = KIND_DECLARED; k < KIND_COUNT; k++) {
		int n = 0;

		for (int g = 0; g < 4; g++)
			n += groups[g][k].say != NULL;
		if (n != 1)
			fail_msg("%s has %d phrases", kind_rows[k].name, n);
	}
}

static void
test_timeline_reads_as_in_the_picture(void **state)
{
	static const char *const lines[] = {
		"stage DETECT  declared by tomas, SEV2",
		"alert CheckoutErrorBudgetBurn firing (eu)",
		"cust First customer ticket #88213",
		"stage ASSEMBLE",
		"page ana paged as commander",
		"cmd ana takes command",
		"cast Stage Assemble told to company by ana: bridge",
		"role tomas is deputy",
		"stage VERIFY",
		"page tomas joined for billing-api",
		"can tomas: deploy 13:40 doubled writes",
		"sev SEV2 → SEV1  38% of checkouts",
		("scope 38% of checkouts in Europe fail, cards are not"
			" charged."),
		"stage DISPATCH",
		"page raj paged for database  tomas for ana",
		"page raj acked, eta 3m",
		"cust Customers told by mei: investigating",
		"page raj joined for database",
		"can raj: primary stuck at 100% I/O wait",
		"obj Promote replica db-eu-2 → raj",
		"obj Drain eu-west-1a at the edge → ines",
		"page li paged for network",
		"obj ines cannot complete: drain limited",
	};

	(void)state;
	assert_int_equal(t->inc->n, sizeof(lines) / sizeof(lines[0]));
	for (uint32_t n = 1; n <= t->inc->n; n++)
		assert_string_equal(arena_printf(t->a, "%s %s",
			words_tag(incident_entry(t->inc, n)), said(n)),
			lines[n - 1]);
}

struct saying {
	const char *by, *kind, *data, *phrase;
};

/* Each is said after the checkout incident, in this order. */
static const struct saying sayings[] = {
	{"raj", "can.reported", "{'same':true}", "raj: no change"},
	{"mei", "can.reported", "{'from':'raj','same':true}",
		"raj: no change  by mei"},
	{"raj", "can.reported", "{'no_needs':true}", "raj: no needs"},
	{"raj", "can.reported", "{'report':[{'on':'operations','needs':"
		"['approval to promote']}]}", "raj needs approval to promote"},
	{"raj", "can.reported", "{'report':[{'on':'operations','actions':"
		"[{'for':'repair','text':'copy at 42%'}]}]}",
		"raj: copy at 42%"},
	{"tomas", "need.dispatched", "{'need':1,'who':'li'}",
		"need of raj → li: approval to promote, losing 40 s"
		"  tomas for ana"},
	{"tomas", "need.met", "{'need':1,'note':'go'}",
		"need of raj met by tomas for ana: approval to promote,"
		" losing 40 s  go"},
	{"ana", "need.refused", "{'need':9,'reason':'too risky'}",
		"need 9 refused by ana  too risky"},
	{"ana", "need.dropped", "{'need':9}", "need 9 dropped by ana"},
	{"ana", "sme.released", "{'who':'li','to':'raj','reason':'shift'}",
		"li released, work goes to raj: shift"},
	{"raj", "objective.understood", "{'objective':1}",
		"raj understood: Promote replica db-eu-2"},
	{"raj", "objective.completed", "{'objective':1,'note':'in 40 s'}",
		"raj done: Promote replica db-eu-2  in 40 s"},
	{"ana", "objective.answered", "{'objective':2,'answer':'more-time',"
		"'until':'2026-11-22T14:50:00.000Z','note':'by hand'}",
		"ana answers ines: more time until 14:50Z  by hand"},
	{"ana", "decision.made", "{'note':'no new deploys'}",
		"ana decides: no new deploys"},
	{"raj", "diagnosis.given", "{'note':'lock storm'}", "raj: lock storm"},
	{"raj", "mitigation.proposed", "{'note':'promote db-eu-2'}",
		"raj proposes: promote db-eu-2"},
	{"ana", "mitigation.approved", "{'mitigation':1}",
		"ana approves: promote db-eu-2"},
	{"raj", "mitigation.executed", "{'mitigation':1}",
		"raj executed: promote db-eu-2"},
	{"raj", "mitigation.worked", "{'mitigation':1,'from':'mei',"
		"'note':'5xx at 0'}",
		"worked, seen by mei: promote db-eu-2  5xx at 0"},
	{"raj", "mitigation.failed", "{'mitigation':7}",
		"failed: mitigation 7"},
	{"ana", "repair.done", "{'needed':false,'note':'rolled back'}",
		"no repair is needed: rolled back"},
	{"ana", "command.offered", "{'from':'ana','to':'raj'}",
		"ana offers command to raj"},
	{"raj", "command.declined", "{'offer':1,'reason':'tired'}",
		"raj declines command: tired"},
	{"ana", "severity.set", "{'severity':1}", "SEV1 confirmed"},
	{"ana", "numbers.set", "{'number':'can','column':2,'value':600000}",
		"ana sets can at SEV2 to 10m"},
	{"ana", "numbers.set", "{'number':'span','column':2,'value':9}",
		"ana sets span red to 9"},
	{"ana", "impact.stated", "{'impact':'known','began':"
		"'2026-11-22T13:40:00.000Z','customers':'no'}",
		"impact began 13:40Z, customers not affected"},
	{"ana", "impact.stated", "{'impact':'none','reason':'tests'}",
		"no impact  tests"},
	{"ana", "bridge.set", "{'bridge':'https://b'}", "bridge https://b"},
	{"ana", "protocol.set", "{'protocol':'one\\nvoice'}",
		"protocol: one voice"},
	{"ana", "role.given", "{'role':'deputy'}", "nobody is deputy"},
	{"ana", "role.given", "{'role':'customers','who':'li'}",
		"li speaks to customers"},
	{"ana", "attention.snoozed", "{'row':'can-late:raj','until':"
		"'2026-11-23T08:00:00.000Z','reason':'asleep'}",
		"ana snoozes can-late:raj until 2026-11-23 08:00Z: asleep"},
	{"ana", "duty.waived", "{'row':'verify','reason':'minutes ago'}",
		"ana waives verify: minutes ago"},
	{"ana", "update.broadcast",
		"{'message':'INC-17 SEV1 EU checkout returns 5xx: update\\n"
		"Scope: all\\n'}", "ana to the company: update · Scope: all"},
	{"ana", "delivery.released", "{'entries':[14,4]}",
		"Stage Dispatch and 1 more leaves at once, says ana"},
	{"ana", "note.added", "{'note':'two\\nlines'}", "ana: two lines"},
	{"ana", "entry.corrected", "{'entry':11,'text':'better'}",
		"ana corrects 11: better"},
	{"ana", "stage.entered", "{'from':'dispatch','to':'mitigate','unmet':"
		"['needs']}", "MITIGATE  unmet: needs; no reason given"},
	{"ana", "stage.entered", "{'from':'mitigate','to':'verify','reason':"
		"'new facts'}", "VERIFY  back from Mitigate; new facts"},
	{"ana", "control.called", "{'call':'all-clear','from':'verify',"
		"'to':'review','owner':'ana','unmet':['repair'],"
		"'reason':'done'}", "ALL CLEAR  called by ana, stage Review,"
		" review: ana; unmet: repair; done"},
	{"ana", "review.held", "{'note':'an hour'}",
		"review held by ana: an hour"},
	{"ana", "lesson.recorded", "{'note':'test it'}", "ana: test it"},
	{"ana", "action.opened", "{'note':'alarm','priority':1,"
		"'owner':'raj','until':'2026-11-29T00:00:00.000Z'}",
		"P1 alarm → raj, due 2026-11-29"},
	{"raj", "action.completed", "{'item':1,'note':'PR 7'}",
		"raj did item 1: alarm  PR 7"},
	{"raj", "action.dropped", "{'item':4,'reason':'moot'}",
		"raj drops item 4  moot"},
	{"ana", "incident.received", "{'incident':18,'title':'carts'}",
		"takes over INC-18: carts"},
	{"ana", "incident.closed", "{'false_alarm':true,'reason':'noise'}",
		"CLOSED  false alarm, by ana: noise"},
	{"ana", "incident.reopened", "{'to':'mitigate','reason':'again'}",
		"REOPENED  by ana, stage Mitigate: again"},
	{"lee", "command.assumed", "{'from':'ana','reason':'gone'}",
		"lee assumes command from ana: gone"},
	{"lee", "incident.merged", "{'incident':12,'reason':'same'}",
		"MERGED  into INC-12: same"},
};

static void
test_each_act_is_said_in_few_words(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(sayings) / sizeof(sayings[0]); i++) {
		const struct saying *s = &sayings[i];

		assert_string_equal(tale_say(t, "14:30", s->by, s->kind,
			s->data), s->phrase);
	}
}

static void
test_what_cannot_be_read_is_said_plainly(void **state)
{
	(void)state;
	assert_string_equal(tale_say(t, "14:30", "zoe", "page.echoed",
		"{'x':1}"), "page.echoed {\"x\":1}");
	assert_string_equal(tale_say(t, "14:30", "zoe", "note.added", "{{"),
		"damaged entry");
	assert_non_null(strstr(words_entry_full(t->inc,
		incident_entry(t->inc, t->inc->n - 1), t->a), "page.echoed"));
}

static void
test_withdrawn_and_untrue_entries_keep_their_phrase(void **state)
{
	(void)state;
	tale_add(t, "14:30", "ana", "stage.entered",
		"{'from':'dispatch','to':'mitigate'}");
	assert_string_equal(tale_say(t, "14:31", "ana", "entry.withdrawn",
		"{'entry':24,'reason':'wrong key'}"),
		"ana withdraws 24: MITIGATE  wrong key");
	assert_string_equal(said(24), "MITIGATE");
	assert_string_equal(tale_say(t, "14:31", "raj", "command.taken", "{}"),
		"raj takes command");
	assert_true(incident_entry(t->inc, 26)->untrue);
}

static void
test_a_severity_that_was_withdrawn_is_not_the_one_before(void **state)
{
	(void)state;
	tale_add(t, "14:30", "ana", "severity.set", "{'severity':4}");
	tale_add(t, "14:30", "ana", "entry.withdrawn", "{'entry':24}");
	assert_string_equal(tale_say(t, "14:31", "ana", "severity.set",
		"{'severity':3}"), "SEV1 → SEV3");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
#define T(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
		T(test_every_kind_has_one_phrase),
		T(test_timeline_reads_as_in_the_picture),
		T(test_each_act_is_said_in_few_words),
		T(test_what_cannot_be_read_is_said_plainly),
		T(test_withdrawn_and_untrue_entries_keep_their_phrase),
		T(test_a_severity_that_was_withdrawn_is_not_the_one_before),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
