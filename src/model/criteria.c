/*
 * What a stage asks before it is left, and what belongs to a later one.
 *
 * A gate warns and never blocks: these rows only tick what the log holds.
 */
#include "model/rules.h"

#include "base/str.h"

/* A row: the criterion, and how the state answers it. */
struct rule {
	enum stage stage;
	const char *id, *text, *verb;
	bool (*met)(const struct incident *inc);
};

/* When the incident last went backwards; WHEN_NONE: never. */
static when_ms
went_back(const struct incident *inc)
{
	for (int i = inc->n_visits - 1; i > 0; i--)
		if (inc->visits[i].stage < inc->visits[i - 1].stage)
			return inc->visits[i].start;
	return WHEN_NONE;
}

/* When it last came back to before Under Control; WHEN_NONE: never. */
static when_ms
flared_up(const struct incident *inc)
{
	for (int i = inc->n_visits - 1; i > 0; i--)
		if (inc->visits[i].stage <= STAGE_MITIGATE &&
		    inc->visits[i - 1].stage > STAGE_MITIGATE)
			return inc->visits[i].start;
	return WHEN_NONE;
}

static bool
has_source(const struct incident *inc)
{
	return *inc->source != '\0';
}

static bool
has_impact(const struct incident *inc)
{
	return inc->impact != IMPACT_UNKNOWN;
}

static bool
has_commander(const struct incident *inc)
{
	/* Command ends with All Clear; that there was one stays true. */
	return *inc->command.holder ||
		(!incident_live(inc) && *inc->command.former);
}

/* Place of the last message that the company was told, or 0. */
static uint32_t
last_told(const struct incident *inc)
{
	for (int i = inc->n_messages - 1; i >= 0; i--) {
		const struct message *m = &inc->messages[i];

		if (m->told != WHEN_NONE && (inc->restricted ||
		    str_same(m->audience, "company")))
			return m->n;
	}
	return 0;
}

/* The company has the bridge link and the protocol as they are now. */
static bool
has_told_bridge(const struct incident *inc)
{
	uint32_t told = last_told(inc);

	if (!told || !*inc->bridge || !*inc->protocol)
		return false;
	for (uint32_t n = told + 1; n <= inc->n; n++) {
		const struct entry *e = incident_entry(inc, n);

		if (!e->withdrawn_by && (e->ev.kind == KIND_BRIDGE ||
		    e->ev.kind == KIND_PROTOCOL))
			return false;
	}
	return true;
}

static bool
has_severity(const struct incident *inc)
{
	return inc->severity_confirmed;
}

static bool
has_scope(const struct incident *inc)
{
	return *inc->scope != '\0';
}

static bool
has_report(const struct incident *inc)
{
	return inc->n_reports > 0;
}

static bool
has_no_open_need(const struct incident *inc)
{
	for (int i = 0; i < inc->n_needs; i++)
		if (inc->needs[i].state == NEED_OPEN)
			return false;
	return true;
}

static bool
has_diagnosis(const struct incident *inc)
{
	return inc->n_diagnoses > 0;
}

/* One that worked before it flared up again has not. */
static bool
has_worked(const struct incident *inc)
{
	when_ms from = flared_up(inc);

	for (int i = 0; i < inc->n_mitigations; i++) {
		const struct mitigation *m = &inc->mitigations[i];

		if (m->state == MIT_WORKED && *m->seen_by &&
		    (from == WHEN_NONE || m->changed >= from))
			return true;
	}
	return false;
}

static bool
has_repair(const struct incident *inc)
{
	return inc->repaired != REPAIR_OPEN;
}

static bool
has_review(const struct incident *inc)
{
	return inc->review.held != WHEN_NONE;
}

static bool
has_lessons(const struct incident *inc)
{
	return inc->n_lessons > 0;
}

static bool
has_no_open_item(const struct incident *inc)
{
	for (int i = 0; i < inc->n_items; i++)
		if (item_open(&inc->items[i]))
			return false;
	return true;
}

static const struct rule rules[] = {
	{STAGE_DETECT, "source", "the source", "signal", has_source},
	{STAGE_DETECT, "impact",
		"when the impact began, or that it has not", "impact",
		has_impact},
	{STAGE_ASSEMBLE, "commander", "a commander", "take", has_commander},
	{STAGE_ASSEMBLE, "bridge",
		"bridge link and protocol told to the company", "broadcast",
		has_told_bridge},
	{STAGE_VERIFY, "severity", "severity confirmed", "severity",
		has_severity},
	{STAGE_VERIFY, "scope", "scope in one sentence", "scope", has_scope},
	{STAGE_VERIFY, "can", "one CAN report", "can", has_report},
	{STAGE_DISPATCH, "needs",
		"every open need paged for, met or refused", "need met",
		has_no_open_need},
	{STAGE_MITIGATE, "diagnosis", "a diagnosis", "diagnosis",
		has_diagnosis},
	{STAGE_MITIGATE, "worked",
		"a mitigation that worked, and who saw it",
		"mitigation worked", has_worked},
	{STAGE_REPAIR, "repair", "repaired, or not needed", "repair done",
		has_repair},
	{STAGE_REVIEW, "held", "the review held", "review held", has_review},
	{STAGE_REVIEW, "lessons", "lessons written", "lesson", has_lessons},
	{STAGE_ACTION_ITEMS, "items",
		"every item done, or dropped with a reason", "action done",
		has_no_open_item},
};

#define RULES (sizeof(rules) / sizeof(rules[0]))

int
rules_criteria(const struct incident *inc, enum stage stage,
	struct criterion out[CRITERIA_MAX])
{
	int n = 0;

	for (size_t i = 0; i < RULES && n < CRITERIA_MAX; i++) {
		const struct rule *r = &rules[i];

		if (r->stage == stage)
			out[n++] = (struct criterion){r->id, r->text, r->verb,
				r->met(inc)};
	}
	return n;
}

int
rules_unmet(const struct incident *inc)
{
	struct criterion c[CRITERIA_MAX];
	int n = rules_criteria(inc, inc->stage, c);
	int unmet = 0;

	for (int i = 0; i < n; i++)
		unmet += !c[i].met;
	return unmet;
}

enum call
rules_next_call(const struct incident *inc)
{
	if (!incident_live(inc))
		return CALL_NONE;
	return inc->under_control ? CALL_ALL_CLEAR : CALL_UNDER_CONTROL;
}

/* ---- facts ahead of the stage -------------------------------------- */

/* Whether @t is after the last move backwards at @back. */
static bool
counts(when_ms t, when_ms back)
{
	return t != WHEN_NONE && (back == WHEN_NONE || t >= back);
}

static bool
repaired(const struct incident *inc, when_ms back)
{
	return back == WHEN_NONE && has_repair(inc);
}

static bool
mitigated(const struct incident *inc, when_ms back)
{
	for (int i = 0; i < inc->n_mitigations; i++)
		if (inc->mitigations[i].state == MIT_WORKED &&
		    counts(inc->mitigations[i].changed, back))
			return true;
	return false;
}

static bool
mitigating(const struct incident *inc, when_ms back)
{
	for (int i = 0; i < inc->n_mitigations; i++)
		if (counts(inc->mitigations[i].changed, back))
			return true;
	return false;
}

static bool
diagnosed(const struct incident *inc, when_ms back)
{
	return inc->n_diagnoses &&
		counts(inc->diagnoses[inc->n_diagnoses - 1].when, back);
}

static bool
dispatched(const struct incident *inc, when_ms back)
{
	for (int i = 0; i < inc->n_smes; i++)
		if (inc->smes[i].need && counts(inc->smes[i].paged, back))
			return true;
	return false;
}

static bool
reported(const struct incident *inc, when_ms back)
{
	for (int i = 0; i < inc->n_reports; i++)
		if (counts(inc->reports[i].when, back))
			return true;
	return false;
}

static bool
assembled(const struct incident *inc, when_ms back)
{
	return has_commander(inc) && counts(inc->command.since, back);
}

struct ahead {
	enum stage stage;
	const char *text;
	bool (*so)(const struct incident *inc, when_ms back);
};

/* The furthest stage first. */
static const struct ahead aheads[] = {
	{STAGE_REPAIR, "the repair is settled: that belongs to Repair",
		repaired},
	{STAGE_MITIGATE, "a mitigation worked: that belongs to Mitigate",
		mitigated},
	{STAGE_MITIGATE,
		"a mitigation is under way: that belongs to Mitigate",
		mitigating},
	{STAGE_MITIGATE, "there is a diagnosis: that belongs to Mitigate",
		diagnosed},
	{STAGE_DISPATCH,
		"somebody was paged for a need: that belongs to Dispatch",
		dispatched},
	{STAGE_VERIFY, "a CAN report is in: that belongs to Verify",
		reported},
	{STAGE_ASSEMBLE, "there is a commander: that belongs to Assemble",
		assembled},
};

static const struct ahead *
find_ahead(const struct incident *inc)
{
	when_ms back = went_back(inc);

	if (!incident_live(inc))
		return NULL;
	for (size_t i = 0; i < sizeof(aheads) / sizeof(aheads[0]); i++) {
		if (aheads[i].stage <= inc->stage)
			return NULL;
		if (aheads[i].so(inc, back))
			return &aheads[i];
	}
	return NULL;
}

const char *
rules_ahead(const struct incident *inc)
{
	const struct ahead *a = find_ahead(inc);

	return a ? a->text : NULL;
}

enum stage
rules_ahead_stage(const struct incident *inc)
{
	const struct ahead *a = find_ahead(inc);

	return a ? a->stage : STAGE_NONE;
}
