/* Phrases: objectives, decisions, diagnosis, mitigations, repair. */
#include "model/words_phrase.h"

#include "base/mem.h"
#include "base/str.h"
#include "model/words_part.h"

static const struct objective *
objective_of(const struct phrase *p)
{
	return incident_objective(p->inc,
		(int32_t)event_int(p->ev, F_OBJECTIVE));
}

static const char *
objective_text(const struct phrase *p)
{
	const struct objective *o = objective_of(p);

	if (o && str_or(o->text, NULL))
		return o->text;
	return arena_printf(p->a, "objective %lld",
		(long long)event_int(p->ev, F_OBJECTIVE));
}

/* Whose objective it is; a deputy who speaks for the owner is added. */
static const char *
objective_owner(const struct phrase *p)
{
	const struct objective *o = objective_of(p);

	return str_or(o ? o->who : NULL, str_or(p->ev->by, "somebody"));
}

static const char *
say_assigned(const struct phrase *p)
{
	return arena_printf(p->a, "%s " ARROW " %s", p->text,
		str_or(event_text(p->ev, F_WHO), "nobody"));
}

static const char *
say_understood(const struct phrase *p)
{
	return arena_printf(p->a, "%s understood: %s%s", objective_owner(p),
		objective_text(p), phrase_field(p, "  ", F_NOTE));
}

static const char *
say_completed(const struct phrase *p)
{
	return arena_printf(p->a, "%s done: %s%s", objective_owner(p),
		objective_text(p), phrase_tail(p, "  ", p->text));
}

static const char *
say_blocked(const struct phrase *p)
{
	return arena_printf(p->a, "%s cannot complete: %s",
		objective_owner(p), str_or(p->text, objective_text(p)));
}

struct answer_words {
	const char *answer, *says;
};

static const char *
say_answered(const struct phrase *p)
{
	static const struct answer_words rows[] = {
		{"replan", "re-plan"},
		{"more-time", "more time"},
		{"more-help", "more help"},
		{"abandon", "abandon it"},
	};
	const char *answer = event_text(p->ev, F_ANSWER);

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		if (str_same(rows[i].answer, answer)) {
			answer = rows[i].says;
			break;
		}
	}
	return arena_printf(p->a, "%s answers %s: %s%s%s", p->by,
		objective_owner(p), str_or(answer, "decided"),
		phrase_tail(p, " until ", phrase_time(p, F_UNTIL)),
		phrase_tail(p, "  ", p->text));
}

static const char *
say_decision(const struct phrase *p)
{
	return arena_printf(p->a, "%s decides: %s", p->by, p->text);
}

static const char *
say_diagnosis(const struct phrase *p)
{
	return arena_printf(p->a, "%s: %s", p->by, p->text);
}

static const char *
say_proposed(const struct phrase *p)
{
	return arena_printf(p->a, "%s proposes: %s", p->by, p->text);
}

static const char *
mitigation_text(const struct phrase *p)
{
	int64_t id = event_int(p->ev, F_MITIGATION);
	const struct mitigation *m = incident_mitigation(p->inc, (int32_t)id);

	if (m && str_or(m->text, NULL))
		return m->text;
	return arena_printf(p->a, "mitigation %lld", (long long)id);
}

static const char *
say_approved(const struct phrase *p)
{
	return arena_printf(p->a, "%s approves: %s%s", p->by,
		mitigation_text(p), phrase_field(p, "  ", F_NOTE));
}

static const char *
say_executed(const struct phrase *p)
{
	return arena_printf(p->a, "%s executed: %s%s", p->by,
		mitigation_text(p), phrase_field(p, "  ", F_NOTE));
}

static const char *
say_worked(const struct phrase *p)
{
	return arena_printf(p->a, "worked, seen by %s: %s%s",
		str_or(event_text(p->ev, F_FROM), p->by),
		mitigation_text(p), phrase_tail(p, "  ", p->text));
}

static const char *
say_failed(const struct phrase *p)
{
	return arena_printf(p->a, "failed: %s%s", mitigation_text(p),
		phrase_tail(p, "  ", p->text));
}

static const char *
say_repair(const struct phrase *p)
{
	return arena_printf(p->a, "%s%s", event_int(p->ev, F_NEEDED) ?
		"repaired" : "no repair is needed",
		phrase_tail(p, ": ", p->text));
}

const struct phrase_row phrases_work[KIND_COUNT] = {
	[KIND_ASSIGNED] = {say_assigned, false},
	[KIND_UNDERSTOOD] = {say_understood, false},
	[KIND_COMPLETED] = {say_completed, false},
	[KIND_BLOCKED] = {say_blocked, false},
	[KIND_ANSWERED] = {say_answered, true},
	[KIND_DECISION] = {say_decision, true},
	[KIND_DIAGNOSIS] = {say_diagnosis, true},
	[KIND_PROPOSED] = {say_proposed, true},
	[KIND_APPROVED] = {say_approved, true},
	[KIND_EXECUTED] = {say_executed, true},
	[KIND_WORKED] = {say_worked, false},
	[KIND_FAILED] = {say_failed, false},
	[KIND_REPAIR] = {say_repair, false},
};
