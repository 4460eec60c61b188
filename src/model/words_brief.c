/*
 * The briefing in the order of the ICS-201 form: situation, command,
 * objectives, actions, resources, needs, promises.  Written for one screen of
 * 80x24: a label, then lines of what stands under it; a text that goes on is
 * cut after a second line, as a briefing that scrolls is not read.
 */
#include "model/words.h"

#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"
#include "model/clocks.h"
#include "model/rules.h"
#include "model/words_part.h"

#include <string.h>

#define BRIEF_COLS 79
#define BRIEF_LABEL 11
#define BRIEF_LINES 2  /* of one text */

struct brief {
	const struct incident *inc;
	when_ms now;
	struct arena *a;
	struct str *out;
	const char *label; /* of the next line; "" once it is written */
};

/* Under a label; the same one again for all that follows. */
static void
brief_label(struct brief *b, const char *label)
{
	b->label = label;
}

/* One text: wrapped, indented below its label, cut after its last line. */
static void
brief_put(struct brief *b, const char *text)
{
	const char *s = text_safe(b->a, text, false);
	size_t skip, len;

	for (int i = 0; *s && i < BRIEF_LINES; i++) {
		str_addf(b->out, "%-*s", BRIEF_LABEL, i ? "" : b->label);
		b->label = "";
		len = text_wrap(s, BRIEF_COLS - BRIEF_LABEL, &skip);
		if (i + 1 == BRIEF_LINES && s[skip])
			str_add(b->out, text_clip(b->a, s,
				BRIEF_COLS - BRIEF_LABEL));
		else
			str_addn(b->out, s, len);
		str_addc(b->out, '\n');
		s += skip;
	}
}

static void
brief_situation(struct brief *b)
{
	const struct incident *inc = b->inc;
	char span[WHEN_MAX], time[WHEN_MAX];
	int unmet = rules_unmet(inc);

	brief_label(b, "Scope");
	brief_put(b, str_or(inc->scope, "not known yet"));
	brief_label(b, "Impact");
	brief_put(b, arena_printf(b->a, "%s \u00b7 operations %s",
		words_impact(inc, b->now, b->a),
		words_band(inc, BAND_OPERATIONS, b->now, b->a)));
	brief_label(b, "Stage");
	if (inc->closed)
		brief_put(b, arena_printf(b->a, "closed %s by %s%s%s",
			when_short(inc->closed_at, b->now, time),
			str_or(inc->closed_by, "somebody"),
			*str_or(inc->closed_why, "") ? ": " : "",
			str_or(inc->closed_why, "")));
	else if (!inc->declared)
		brief_put(b, "not declared");
	else
		brief_put(b, arena_printf(b->a,
			"%s for %s \u00b7 %d criteri%s unmet%s",
			stage_rows[inc->stage].name,
			when_span(b->now - inc->stage_since, span), unmet,
			unmet == 1 ? "on" : "a",
			inc->all_clear ? " \u00b7 All Clear" :
			inc->under_control ? " \u00b7 Under Control" : ""));
	brief_label(b, "Customers");
	brief_put(b, words_customers_line(inc, b->now, b->a) +
		strlen("customers: "));
	if (inc->n_diagnoses) {
		brief_label(b, "Diagnosis");
		brief_put(b, inc->diagnoses[inc->n_diagnoses - 1].text);
	}
}

static void
brief_command(struct brief *b)
{
	const struct incident *inc = b->inc;
	const struct command *c = &inc->command;
	struct str s = {0};
	char time[WHEN_MAX], span[WHEN_MAX];

	if (inc->all_clear)
		str_addf(&s, "review owner %s",
			str_or(inc->review.owner, "nobody"));
	else
		str_add(&s, str_or(c->holder, "nobody commands"));
	if (!inc->all_clear && str_or(c->holder, NULL))
		str_addf(&s, " since %s (%s)",
			when_short(c->since, b->now, time),
			when_span(b->now - c->since, span));
	if (str_or(c->deputy, NULL))
		str_addf(&s, " \u00b7 deputy %s", c->deputy);
	if (str_or(inc->customers.owner, NULL))
		str_addf(&s, " \u00b7 customers %s", inc->customers.owner);
	if (str_or(inc->scribe, NULL))
		str_addf(&s, " \u00b7 scribe %s", inc->scribe);
	brief_label(b, "Command");
	brief_put(b, words_take(b->a, &s));
	if (str_or(inc->bridge, NULL)) {
		brief_label(b, "Bridge");
		brief_put(b, inc->bridge);
	}
}

static const char *
objective_time(struct brief *b, const struct objective *o)
{
	char span[WHEN_MAX];

	if (o->state == OBJ_BLOCKED)
		return arena_printf(b->a, "CANNOT COMPLETE%s%s",
			*str_or(o->why, "") ? ": " : "",
			str_or(o->why, ""));
	if (o->due == WHEN_NONE)
		return words_objective_state(o->state);
	if (b->now > o->due)
		return arena_printf(b->a, "%s OVERDUE",
			when_span(b->now - o->due, span));
	return arena_printf(b->a, "%s left",
		when_span(o->due - b->now, span));
}

static void
brief_objectives(struct brief *b)
{
	int done = 0;

	brief_label(b, "Objectives");
	for (int i = 0; i < b->inc->n_objectives; i++) {
		const struct objective *o = &b->inc->objectives[i];

		if (!objective_open(o)) {
			done++;
			continue;
		}
		brief_put(b, arena_printf(b->a, "%s " "\u00b7 %s \u00b7 %s",
			o->text, str_or(o->who, "nobody"),
			objective_time(b, o)));
	}
	if (done)
		brief_put(b, arena_printf(b->a, "%d more ended", done));
	else if (*b->label)
		brief_put(b, "none");
}

static void
brief_actions(struct brief *b)
{
	char span[WHEN_MAX];

	brief_label(b, "Actions");
	for (int i = 0; i < b->inc->n_mitigations; i++) {
		const struct mitigation *m = &b->inc->mitigations[i];

		brief_put(b, arena_printf(b->a, "%s \u00b7 %s", m->text,
			words_mitigation_state(m->state)));
	}
	for (int i = 0; i < b->inc->n_reports; i++) {
		const struct report *r = &b->inc->reports[i];
		const char *action = words_can_action(r->can);
		bool is_need;
		const char *first = words_can_first(r->can, &is_need);

		brief_put(b, arena_printf(b->a, "%s %s ago: %s%s%s", r->who,
			when_span(b->now - r->when, span),
			str_or(is_need ? "" : first, "no news"),
			*action && action != first ? "; " : "",
			action != first ? action : ""));
	}
	if (*b->label)
		brief_put(b, "none reported");
}

static void
brief_resources(struct brief *b)
{
	struct str s = {0};
	int gone = 0;

	for (int i = 0; i < b->inc->n_smes; i++) {
		const struct sme *sme = &b->inc->smes[i];

		gone += sme->state == SME_RELEASED;
		if (sme->state == SME_RELEASED ||
		    incident_commands(b->inc, sme->name))
			continue;
		str_addf(&s, "%s%s%s%s %s", s.len ? " \u00b7 " : "",
			sme->name, *str_or(sme->field, "") ? " " : "",
			str_or(sme->field, ""),
			words_sme(sme, b->now, b->a));
		if (clock_missed(b->inc, sme, b->now))
			str_add(&s, " CAN LATE");
	}
	if (gone)
		str_addf(&s, "%s%d released", s.len ? " \u00b7 " : "", gone);
	brief_label(b, "Resources");
	brief_put(b, str_or(words_take(b->a, &s), "nobody called"));
}

static void
brief_needs(struct brief *b)
{
	char span[WHEN_MAX];

	brief_label(b, "Needs");
	for (int i = 0; i < b->inc->n_needs; i++) {
		const struct need *need = &b->inc->needs[i];

		if (!need_open(need))
			continue;
		brief_put(b, arena_printf(b->a, "%ld %s \u00b7 %s %s%s%s",
			(long)need->id, need->text,
			str_or(need->who, "somebody"),
			when_span(b->now - need->since, span),
			*str_or(need->sent, "") ? " " "\u2192 " : "",
			str_or(need->sent, "")));
	}
	if (*b->label)
		brief_put(b, "none open");
}

/* What others were promised, and the words that customers read last. */
static void
brief_promises(struct brief *b)
{
	const struct incident *inc = b->inc;
	const struct customers *c = &inc->customers;
	struct str s = {0};
	char time[WHEN_MAX];

	if (c->promised != WHEN_NONE)
		str_addf(&s, "next word to customers %s",
			when_short(c->promised, b->now, time));
	if (inc->command.broadcast_due != WHEN_NONE)
		str_addf(&s, "%sbroadcast to the company %s",
			s.len ? " \u00b7 " : "",
			when_short(inc->command.broadcast_due, b->now, time));
	for (int i = 0; i < inc->n_smes; i++)
		if (inc->smes[i].promised != WHEN_NONE)
			str_addf(&s, "%sCAN of %s %s", s.len ? " \u00b7 " : "",
				inc->smes[i].name, when_short(
				inc->smes[i].promised, b->now, time));
	brief_label(b, "Promises");
	brief_put(b, str_or(words_take(b->a, &s), "none"));
	if (str_or(c->text, NULL))
		brief_put(b, arena_printf(b->a, "customers read: %s", c->text));
	if (str_or(inc->protocol, NULL)) {
		brief_label(b, "Protocol");
		brief_put(b, inc->protocol);
	}
}

void
words_brief(const struct incident *inc, when_ms now, struct str *out)
{
	struct brief b = {
		.inc = inc, .now = now, .out = out, .a = arena_new(0),
	};
	char time[WHEN_MAX], name[16];

	str_add(out, text_clip(b.a, text_safe(b.a, arena_printf(b.a,
		"%s SEV%d %s", incident_name(inc->number, name),
		inc->severity, str_or(inc->title, "without a title")),
		false), BRIEF_COLS - (inc->restricted ? 20 : 8)));
	str_addf(out, "  %s%s\n", when_clock(now, time),
		inc->restricted ? "  RESTRICTED" : "");
	brief_situation(&b);
	brief_command(&b);
	brief_objectives(&b);
	brief_actions(&b);
	brief_resources(&b);
	brief_needs(&b);
	brief_promises(&b);
	arena_free(b.a);
}
