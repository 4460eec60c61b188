/* The report's sections about work: reports, needs, objectives, remedies. */
#include "model/words_doc.h"

#include "base/mem.h"
#include "base/str.h"
#include "model/words_part.h"

#include <stdlib.h>

enum part { PART_CONDITION, PART_ACTION, PART_NEED };

static void
part_add(struct str *s, const char *tag, const char *text)
{
	if (!text || !*text)
		return;
	str_addf(s, "%s%s%s%s", s->len ? "; " : "", tag, *tag ? ": " : "",
		text);
}

/* All conditions, actions or needs of a report in one cell. */
static void
can_cell(const struct doc *d, const struct can *can, enum part part)
{
	struct str s = {0};

	for (int i = 0; can && i < can->n; i++) {
		const struct can_triple *t = &can->t[i];

		if (part == PART_CONDITION)
			part_add(&s, t->tag == ON_CUSTOMERS ? "customers" :
				"operations", t->condition);
		for (int k = 0; part == PART_ACTION && k < t->n_actions; k++)
			part_add(&s, t->actions[k].tag == FOR_MITIGATE ?
				"mitigate" : "repair", t->actions[k].text);
		for (int k = 0; part == PART_NEED && k < t->n_needs; k++)
			part_add(&s, "", t->needs[k]);
	}
	doc_cell(d, str_get(&s));
	str_release(&s);
}

void
report_reports(const struct doc *d)
{
	struct doc_entry *v;
	int n;

	v = doc_entries(d, KIND_CAN, &n);
	if (n) {
		doc_heading(d, "CAN reports");
		doc_columns(d, "When|Who|Conditions|Actions|Needs");
	}
	for (int i = 0; i < n; i++) {
		const struct event *ev = &v[i].e->ev;
		const struct can *can = event_can(ev, F_REPORT);

		doc_time(d, v[i].when);
		doc_cell(d, str_or(event_text(ev, F_FROM), ev->by));
		if (event_int(ev, F_SAME) && !can) {
			doc_cell(d, "no change");
			doc_cell(d, "");
			doc_cell(d, "");
		} else {
			can_cell(d, can, PART_CONDITION);
			can_cell(d, can, PART_ACTION);
			if (event_int(ev, F_NO_NEEDS))
				doc_cell(d, "no needs");
			else
				can_cell(d, can, PART_NEED);
		}
		doc_end(d);
	}
	free(v);
}

/* Who was paged for a need, when, and when they joined. */
static const char *
need_page(const struct doc *d, const struct need *need)
{
	const struct sme *sme = str_or(need->sent, NULL) ?
		incident_sme(d->inc, need->sent) : NULL;
	char stamp[WHEN_MAX];

	if (!str_or(need->sent, NULL))
		return "";
	if (!sme || !sme->paged_n)
		return need->sent;
	return arena_printf(d->a, "%s, paged %s", need->sent,
		words_stamp(sme->paged, stamp));
}

void
report_needs(const struct doc *d)
{
	const struct incident *inc = d->inc;

	if (!inc->n_needs)
		return;
	doc_heading(d, "Needs");
	doc_columns(d,
		"Need|Whose|What|Since|Page|State|Answered|By|Answer|After");
	for (int i = 0; i < inc->n_needs; i++) {
		const struct need *need = &inc->needs[i];
		char span[WHEN_MAX];

		doc_number(d, need->id);
		doc_cell(d, need->who);
		doc_cell(d, need->text);
		doc_time(d, need->since);
		doc_cell(d, need_page(d, need));
		doc_cell(d, words_need_state(need->state));
		doc_time(d, need->answered);
		doc_cell(d, need->by);
		doc_cell(d, need->answer);
		doc_cell(d, need->answered == WHEN_NONE ? "" :
			when_span(need->answered - need->since, span));
		doc_end(d);
	}
}

void
report_objectives(const struct doc *d)
{
	const struct incident *inc = d->inc;

	if (!inc->n_objectives)
		return;
	doc_heading(d, "Objectives");
	doc_columns(d, "Objective|Who|What|Assigned|Due|State|Since|Why");
	for (int i = 0; i < inc->n_objectives; i++) {
		const struct objective *o = &inc->objectives[i];

		doc_number(d, o->id);
		doc_cell(d, o->who);
		doc_cell(d, o->text);
		doc_time(d, o->since);
		doc_time(d, o->due);
		doc_cell(d, words_objective_state(o->state));
		doc_time(d, o->changed);
		doc_cell(d, o->why);
		doc_end(d);
	}
}

void
report_mitigations(const struct doc *d)
{
	const struct incident *inc = d->inc;
	static const char *const repaired[] = {
		[REPAIR_OPEN] = "open", [REPAIR_DONE] = "done",
		[REPAIR_NOT_NEEDED] = "not needed",
	};

	if (!inc->n_mitigations && inc->repaired == REPAIR_OPEN)
		return;
	doc_heading(d, "Mitigations and repair");
	doc_columns(d, "Mitigation|Proposed by|State|Since|Seen by|Why");
	for (int i = 0; i < inc->n_mitigations; i++) {
		const struct mitigation *m = &inc->mitigations[i];

		doc_cell(d, m->text);
		doc_cell(d, m->by);
		doc_cell(d, words_mitigation_state(m->state));
		doc_time(d, m->changed);
		doc_cell(d, m->seen_by);
		doc_cell(d, m->why);
		doc_end(d);
	}
	if (inc->repaired == REPAIR_OPEN)
		return;
	doc_cell(d, "Repair");
	doc_cell(d, "");
	doc_cell(d, repaired[inc->repaired]);
	doc_cell(d, "");
	doc_cell(d, "");
	doc_cell(d, inc->repair_text);
	doc_end(d);
}
