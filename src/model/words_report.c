/* The report: its order, and the facts at its head. */
#include "model/words.h"

#include "base/mem.h"
#include "base/str.h"
#include "model/clocks.h"
#include "model/words_doc.h"
#include "model/words_part.h"

#include <string.h>

static const char *
fact_state(const struct doc *d)
{
	const struct incident *inc = d->inc;
	const char *why = str_or(inc->closed_why, "");
	char stamp[WHEN_MAX];

	if (!inc->declared)
		return "not declared, or its declaration cannot be read";
	if (inc->merged_into)
		return arena_printf(d->a, "duplicate of INC-%lu, %s",
			(unsigned long)inc->merged_into,
			words_stamp(inc->closed_at, stamp));
	if (inc->closed)
		return arena_printf(d->a, "%s %s by %s%s%s",
			inc->false_alarm ? "false alarm, closed" : "closed",
			words_stamp(inc->closed_at, stamp),
			str_or(inc->closed_by, "somebody"),
			*why ? ": " : "", why);
	return arena_printf(d->a, "%s, stage %s",
		inc->all_clear ? "after-care" : "live",
		stage_rows[inc->stage].name);
}

static const char *
fact_severity(const struct doc *d)
{
	const struct incident *inc = d->inc;

	return arena_printf(d->a, "SEV%d%s%s", inc->severity,
		inc->highest != inc->severity ?
		arena_printf(d->a, ", highest SEV%d", inc->highest) : "",
		inc->severity_confirmed ? "" : ", not confirmed");
}

static const char *
fact_time(const struct doc *d, when_ms t)
{
	char stamp[WHEN_MAX];

	return t == WHEN_NONE ? "" :
		arena_dup(d->a, words_stamp(t, stamp));
}

static const char *
fact_began(const struct doc *d)
{
	if (d->inc->impact == IMPACT_NEVER)
		return "no impact";
	if (d->inc->impact == IMPACT_UNKNOWN)
		return "not known";
	return fact_time(d, d->inc->began);
}

static const char *
fact_gap(const struct doc *d)
{
	when_ms gap;
	char span[WHEN_MAX];

	if (!clock_gap(d->inc, &gap))
		return "";
	if (gap < 0)
		return arena_printf(d->a, "%s before the impact, a head start",
			when_span(-gap, span));
	return arena_printf(d->a, "%s after the impact began",
		when_span(gap, span));
}

static const char *
fact_band(const struct doc *d, enum band b)
{
	return arena_printf(d->a, "%s%s", words_band(d->inc, b, d->now, d->a),
		clock_runs(d->inc, b) ? " so far" : "");
}

/* The first entry of a kind that counts, and how long after Detect it was. */
static const char *
fact_first(const struct doc *d, const enum event_kind *kinds, int n_kinds)
{
	when_ms first = WHEN_NONE;
	char stamp[WHEN_MAX], span[WHEN_MAX];

	for (uint32_t n = 1; n <= d->inc->n; n++) {
		const struct entry *e = incident_entry(d->inc, n);
		when_ms when = event_when(&e->ev);

		if (e->withdrawn_by || e->untrue)
			continue;
		for (int i = 0; i < n_kinds; i++)
			if (e->ev.kind == kinds[i] &&
			    (first == WHEN_NONE || when < first))
				first = when;
	}
	if (first == WHEN_NONE || d->inc->since == WHEN_NONE)
		return "never";
	return arena_printf(d->a, "%s, %s after Detect",
		words_stamp(first, stamp),
		when_span(first - d->inc->since, span));
}

static const char *
fact_review(const struct doc *d)
{
	const struct review *r = &d->inc->review;
	struct str s = {0};
	char stamp[WHEN_MAX];

	if (r->held != WHEN_NONE)
		str_addf(&s, "held %s", words_stamp(r->held, stamp));
	else if (r->due != WHEN_NONE)
		str_addf(&s, "due %s%s", words_stamp(r->due, stamp),
			d->now > r->due ? ", OVERDUE" : "");
	if (str_or(r->owner, NULL))
		str_addf(&s, "%sowner %s", s.len ? ", " : "", r->owner);
	return words_take(d->a, &s);
}

static const char *
fact_affected(const struct incident *inc)
{
	static const char *const names[] = {
		[AFFECTED_UNKNOWN] = "not known", [AFFECTED_YES] = "affected",
		[AFFECTED_NO] = "not affected",
	};

	return names[inc->customers.affected];
}

static void
facts_of_people(const struct doc *d)
{
	static const enum event_kind command[] = {
		KIND_TAKEN, KIND_ACCEPTED, KIND_ASSUMED,
	};
	static const enum event_kind told[] = {KIND_TOLD};

	doc_fact(d, "Who knew first", words_first(d->inc, d->a));
	doc_fact(d, "First commander", fact_first(d, command, 3));
	doc_fact(d, "Customers first told", fact_first(d, told, 1));
	doc_fact(d, "Review", fact_review(d));
}

static void
facts_of_log(const struct doc *d)
{
	const struct incident *inc = d->inc;
	char hex[HASH_HEX];

	doc_fact(d, "Entries", arena_printf(d->a, "%lu%s",
		(unsigned long)inc->n, inc->damaged ? arena_printf(d->a,
		", %d damaged", inc->damaged) : ""));
	if (inc->n)
		doc_fact(d, "Head hash", hash_hex(&inc->hash, hex));
}

static void
report_facts(const struct doc *d)
{
	const struct incident *inc = d->inc;

	doc_columns(d, "What|Value");
	doc_fact(d, "State", fact_state(d));
	doc_fact(d, "Severity", fact_severity(d));
	doc_fact(d, "Service", inc->service);
	doc_fact(d, "Scope", inc->scope);
	doc_fact(d, "Restricted", inc->restricted ? "yes" : "");
	doc_fact(d, "Declared by", inc->declarer);
	doc_fact(d, "Source", inc->source);
	doc_fact(d, "Impact began", fact_began(d));
	doc_fact(d, "Detected", fact_time(d, inc->since));
	doc_fact(d, "Gap", fact_gap(d));
	doc_fact(d, "Under Control", fact_time(d, inc->under_control_at));
	doc_fact(d, "All Clear", fact_time(d, inc->all_clear_at));
	for (int b = 0; b < BAND_COUNT; b++)
		doc_fact(d, band_name((enum band)b),
			fact_band(d, (enum band)b));
	doc_fact(d, "Customers", fact_affected(inc));
	facts_of_people(d);
	facts_of_log(d);
}

void
words_report(const struct incident *inc, when_ms now, struct str *out)
{
	const struct doc d = {
		.inc = inc, .now = now, .a = arena_new(0), .out = out,
	};
	char name[16], stamp[WHEN_MAX];

	str_addf(out, "# %s ", incident_name(inc->number, name));
	doc_text(&d, str_or(inc->title, "without a title"));
	str_addf(out, "\n\nAs of %s. All times are UTC.\n\n",
		words_stamp(now, stamp));
	report_facts(&d);
	report_stages(&d);
	report_roles(&d);
	report_people(&d);
	report_timeline(&d);
	report_decisions(&d);
	report_reports(&d);
	report_needs(&d);
	report_objectives(&d);
	report_mitigations(&d);
	report_customers(&d);
	report_messages(&d);
	report_lessons(&d);
	report_items(&d);
	arena_free(d.a);
}
