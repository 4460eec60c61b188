/* The commander's broadcast: the progress mark. */
#include "model/words.h"

#include "base/mem.h"
#include "base/str.h"
#include "model/words_part.h"

static void
broadcast_diagnosis(const struct telling *t)
{
	const struct incident *inc = t->inc;
	const struct line *last;

	if (!inc->n_diagnoses)
		return;
	last = &inc->diagnoses[inc->n_diagnoses - 1];
	str_addf(t->out, "Diagnosis: %s\n", words_line(t->a, last->text));
}

/* What is being done; of what failed only the last, as it rules things out. */
static void
broadcast_mitigations(const struct telling *t)
{
	const struct incident *inc = t->inc;
	int n = 0;

	for (int i = 0; i < inc->n_mitigations; i++) {
		const struct mitigation *m = &inc->mitigations[i];

		if (m->state == MIT_FAILED && i + 1 < inc->n_mitigations)
			continue;
		str_addf(t->out, "%s%s (%s)", n++ ? "; " : "Mitigation: ",
			words_line(t->a, m->text),
			words_mitigation_state(m->state));
	}
	if (n)
		str_addc(t->out, '\n');
	if (inc->repaired != REPAIR_OPEN)
		str_addf(t->out, "Repair: %s\n",
			inc->repaired == REPAIR_DONE ? "done" : "not needed");
}

static void
broadcast_needs(const struct telling *t)
{
	const struct incident *inc = t->inc;
	int n = 0;

	for (int i = 0; i < inc->n_needs; i++) {
		const struct need *need = &inc->needs[i];
		const struct report *r = need_open(need) ?
			incident_report(inc, need->who) : NULL;

		if (!need_open(need) || (r && r->internal && r->n == need->n))
			continue;
		str_addf(t->out, "%s%s: %s", n++ ? "; " : "Needs: ",
			str_or(need->who, "somebody"),
			words_line(t->a, str_or(need->text, "?")));
		if (str_or(need->sent, NULL))
			str_addf(t->out, " (%s called)", need->sent);
	}
	if (n)
		str_addc(t->out, '\n');
}

const char *
words_broadcast(const struct incident *inc, when_ms now, struct arena *a)
{
	struct str out = {0};
	const struct telling t = {
		.inc = inc, .now = now, .a = a, .out = &out,
	};

	str_add(&out, words_head(inc, a));
	if (inc->restricted)
		return words_take(a, &out);
	str_addf(&out, ": update, stage %s\n", stage_rows[inc->stage].name);
	telling_scope(&t);
	telling_impact(&t);
	broadcast_diagnosis(&t);
	broadcast_mitigations(&t);
	telling_people(&t);
	broadcast_needs(&t);
	telling_customers(&t);
	telling_command(&t);
	telling_meet(&t);
	telling_next(&t);
	while (out.len && out.s[out.len - 1] == '\n')
		str_cut(&out, out.len - 1);
	return words_take(a, &out);
}
