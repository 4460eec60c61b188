/* Phrases: the incident itself, command, roles, severity, stages, calls. */
#include "model/words_phrase.h"

#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"
#include "model/words_part.h"

/* "unmet: diagnosis, scope" and the reason, as far as they are there. */
static const char *
unmet_reason(const struct phrase *p)
{
	const struct texts *unmet = event_list(p->ev, F_UNMET);
	struct str s = {0};

	for (int i = 0; unmet && i < unmet->n; i++) {
		str_add(&s, i ? ", " : "unmet: ");
		str_add(&s, unmet->v[i]);
	}
	if (*event_text(p->ev, F_REASON)) {
		str_add(&s, s.len ? "; " : "");
		str_add(&s, event_text(p->ev, F_REASON));
	} else if (s.len) {
		str_add(&s, "; no reason given");
	}
	return words_take(p->a, &s);
}

static const char *
say_declared(const struct phrase *p)
{
	int64_t sev = event_has(p->ev, F_SEVERITY) ?
		event_int(p->ev, F_SEVERITY) : 2;

	return arena_printf(p->a, "DETECT  declared by %s, SEV%lld%s", p->by,
		(long long)sev,
		event_int(p->ev, F_RESTRICTED) ? ", restricted" : "");
}

static const char *
say_taken(const struct phrase *p)
{
	return arena_printf(p->a, "%s takes command", p->by);
}

static const char *
say_offered(const struct phrase *p)
{
	return arena_printf(p->a, "%s offers command to %s", p->by,
		event_text(p->ev, F_TO));
}

static const char *
say_accepted(const struct phrase *p)
{
	return arena_printf(p->a, "%s accepts command%s", p->by,
		phrase_field(p, " from ", F_FROM));
}

static const char *
say_declined(const struct phrase *p)
{
	return arena_printf(p->a, "%s declines command%s", p->by,
		phrase_field(p, ": ", F_REASON));
}

static const char *
say_assumed(const struct phrase *p)
{
	return arena_printf(p->a, "%s assumes command%s%s", p->by,
		phrase_field(p, " from ", F_FROM),
		phrase_field(p, ": ", F_REASON));
}

struct role_words {
	const char *role, *does;
};

static const char *
say_role(const struct phrase *p)
{
	static const struct role_words rows[] = {
		{"deputy", "is deputy"},
		{"customers", "speaks to customers"},
		{"scribe", "is scribe"},
		{"review", "owns the review"},
	};
	const char *role = event_text(p->ev, F_ROLE);
	const char *who = str_or(event_text(p->ev, F_WHO), "nobody");

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		if (str_same(rows[i].role, role))
			return arena_printf(p->a, "%s %s", who, rows[i].does);
	return arena_printf(p->a, "%s is %s", who, str_or(role, "?"));
}

/* The severity that held before place @n. */
static int64_t
severity_before(const struct incident *inc, uint32_t n)
{
	while (n > 1) {
		const struct entry *e = incident_entry(inc, --n);

		if (!e || e->withdrawn_by || e->untrue)
			continue;
		if (e->ev.kind == KIND_DECLARED ||
		    e->ev.kind == KIND_SEVERITY)
			return event_has(&e->ev, F_SEVERITY) ?
				event_int(&e->ev, F_SEVERITY) : 2;
	}
	return 0;
}

static const char *
say_severity(const struct phrase *p)
{
	long long from = severity_before(p->inc, p->ev->n);
	long long to = event_int(p->ev, F_SEVERITY);
	const char *why = phrase_tail(p, "  ", p->text);

	if (!to || from == to)
		return arena_printf(p->a, "SEV%lld confirmed%s",
			to ? to : from, why);
	if (!from)
		return arena_printf(p->a, "SEV%lld%s", to, why);
	return arena_printf(p->a, "SEV%lld " ARROW " SEV%lld%s", from, to, why);
}

static const char *
say_numbers(const struct phrase *p)
{
	static const char *const marks[] = {"amber", "red"};
	const char *name = event_text(p->ev, F_NUMBER);
	enum number which = numbers_find(name);
	int64_t column = event_int(p->ev, F_COLUMN);
	int64_t value = event_int(p->ev, F_VALUE);
	const char *at = "", *to;
	char span[WHEN_MAX];

	if (which == NUM_COUNT)
		to = arena_printf(p->a, "%lld", (long long)value);
	else if (numbers_rows[which].unit != UNIT_SPAN)
		to = arena_printf(p->a, "%lld", (long long)value);
	else
		to = value ? when_span(value, span) : "none";
	if (which != NUM_COUNT && numbers_rows[which].wide == 4)
		at = arena_printf(p->a, which == NUM_ITEM ? " at P%lld" :
			" at SEV%lld", (long long)column);
	else if (which != NUM_COUNT && numbers_rows[which].wide == 2)
		at = arena_printf(p->a, " %s", marks[column == 2]);
	return arena_printf(p->a, "%s sets %s%s to %s%s", p->by, name, at, to,
		phrase_field(p, ": ", F_REASON));
}

static const char *
say_impact(const struct phrase *p)
{
	const char *impact = event_text(p->ev, F_IMPACT);
	const char *hit = event_text(p->ev, F_CUSTOMERS);
	struct str s = {0};

	if (event_has(p->ev, F_BEGAN))
		str_addf(&s, "impact began %s", phrase_time(p, F_BEGAN));
	else if (str_same(impact, "none"))
		str_add(&s, "no impact");
	else if (*impact)
		str_add(&s, "impact start not known");
	if (*hit)
		str_addf(&s, "%scustomers %s", s.len ? ", " : "",
			str_same(hit, "yes") ? "affected" :
			str_same(hit, "no") ? "not affected" :
			"perhaps affected");
	str_add(&s, phrase_tail(p, "  ", p->text));
	return words_take(p->a, &s);
}

static const char *
say_signal(const struct phrase *p)
{
	if (*p->text)
		return p->text;
	return arena_printf(p->a, "signal from %s",
		phrase_who(p, F_SOURCE));
}

static const char *
say_text(const struct phrase *p)
{
	return p->text;
}

static const char *
say_bridge(const struct phrase *p)
{
	return arena_printf(p->a, "bridge %s", str_or(p->text, "none"));
}

static const char *
say_protocol(const struct phrase *p)
{
	return arena_printf(p->a, "protocol: %s", str_or(p->text, "none"));
}

static const char *
say_stage(const struct phrase *p)
{
	enum stage from = stage_find(event_text(p->ev, F_FROM));
	enum stage to = stage_find(event_text(p->ev, F_TO));
	const char *name = text_upper(p->a, to ? stage_rows[to].name :
		event_text(p->ev, F_TO));
	const char *why = unmet_reason(p);

	if (from > to)
		return arena_printf(p->a, "%s  back from %s%s", name,
			stage_rows[from].name, phrase_tail(p, "; ", why));
	return arena_printf(p->a, "%s%s", name, phrase_tail(p, "  ", why));
}

static const char *
say_called(const struct phrase *p)
{
	enum call call = call_find(event_text(p->ev, F_CALL));
	enum stage to = stage_find(event_text(p->ev, F_TO));

	if (!to)
		to = call_enters(call);
	return arena_printf(p->a, "%s  called by %s, stage %s%s%s",
		text_upper(p->a, str_or(call_name(call), "call")), p->by,
		stage_rows[to].name,
		phrase_field(p, ", review: ", F_OWNER),
		phrase_tail(p, "; ", unmet_reason(p)));
}

const struct phrase_row phrases_command[KIND_COUNT] = {
	[KIND_DECLARED] = {say_declared, true},
	[KIND_TAKEN] = {say_taken, true},
	[KIND_OFFERED] = {say_offered, true},
	[KIND_ACCEPTED] = {say_accepted, true},
	[KIND_DECLINED] = {say_declined, true},
	[KIND_ASSUMED] = {say_assumed, true},
	[KIND_ROLE] = {say_role, false},
	[KIND_SEVERITY] = {say_severity, false},
	[KIND_NUMBERS] = {say_numbers, true},
	[KIND_IMPACT] = {say_impact, false},
	[KIND_SIGNAL] = {say_signal, false},
	[KIND_SCOPE] = {say_text, false},
	[KIND_BRIDGE] = {say_bridge, false},
	[KIND_PROTOCOL] = {say_protocol, false},
	[KIND_STAGE] = {say_stage, false},
	[KIND_CALLED] = {say_called, true},
};
