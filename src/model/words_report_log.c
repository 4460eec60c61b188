/* The report's sections that follow the log: stages, roles, timeline. */
#include "model/words_doc.h"

#include "base/mem.h"
#include "base/str.h"
#include "model/clocks.h"
#include "model/words_part.h"

#include <stdlib.h>
#include <string.h>

/* What was unmet when visit @i was left, and the reason that was given. */
static const char *
visit_unmet(const struct doc *d, int i)
{
	const struct incident *inc = d->inc;
	const struct entry *e = i + 1 < inc->n_visits ?
		incident_entry(inc, inc->visits[i + 1].n) : NULL;
	const struct texts *unmet = e ? event_list(&e->ev, F_UNMET) : NULL;
	const char *why = e ? event_text(&e->ev, F_REASON) : "";
	struct str s = {0};

	for (int k = 0; unmet && k < unmet->n; k++) {
		str_add(&s, k ? ", " : "");
		str_add(&s, unmet->v[k]);
	}
	if (s.len || *why)
		str_addf(&s, "%s%s", s.len ? ": " : "",
			str_or(why, "no reason given"));
	return words_take(d->a, &s);
}

void
report_stages(const struct doc *d)
{
	const struct incident *inc = d->inc;

	doc_heading(d, "Stages");
	doc_columns(d, "Stage|From|To|Time|Left with unmet, and why");
	for (int i = 0; i < inc->n_visits; i++) {
		const struct visit *v = &inc->visits[i];
		bool runs = v->end == WHEN_NONE;
		char span[WHEN_MAX];

		doc_cell(d, stage_rows[v->stage].name);
		doc_time(d, v->start);
		doc_time(d, v->end);
		doc_cell(d, arena_printf(d->a, "%s%s", when_span(
			(runs ? d->now : v->end) - v->start, span),
			runs ? " so far" : ""));
		doc_cell(d, visit_unmet(d, i));
		doc_end(d);
	}
}

struct tenure {
	const char *role, *how; /* NULL: no tenure begins here */
	const char *who;
	const char *ends;       /* the role that it ends; NULL: none */
};

/* What an entry does to roles. */
static struct tenure
tenure_of(const struct entry *e)
{
	const struct event *ev = &e->ev;

	switch (ev->kind) {
	case KIND_TAKEN:
		return (struct tenure){"commander", "took command", ev->by,
			"commander"};
	case KIND_ACCEPTED:
		return (struct tenure){"commander", "accepted command", ev->by,
			"commander"};
	case KIND_ASSUMED:
		return (struct tenure){"commander", "assumed command", ev->by,
			"commander"};
	case KIND_ROLE:
		return (struct tenure){event_text(ev, F_ROLE), "given",
			event_text(ev, F_WHO), event_text(ev, F_ROLE)};
	case KIND_CALLED:
		if (call_find(event_text(ev, F_CALL)) == CALL_ALL_CLEAR)
			return (struct tenure){.ends = "commander"};
		break;
	case KIND_CLOSED:
	case KIND_MERGED:
		return (struct tenure){.ends = "commander"};
	default:
		break;
	}
	return (struct tenure){0};
}

/* When the tenure that begins with entry @i of @v ended. */
static when_ms
tenure_end(const struct doc_entry *v, int n, int i, const char *role)
{
	for (int k = i + 1; k < n; k++) {
		struct tenure t = tenure_of(v[k].e);

		if (t.ends && !v[k].e->withdrawn_by && !v[k].e->untrue &&
		    str_same(t.ends, role))
			return v[k].when;
	}
	return WHEN_NONE;
}

static void
role_row(const struct doc *d, const char *role, const char *who)
{
	doc_cell(d, role);
	doc_cell(d, who);
}

void
report_roles(const struct doc *d)
{
	const struct incident *inc = d->inc;
	struct doc_entry *v;
	int n;

	v = doc_entries(d, KIND_UNKNOWN, &n);
	doc_heading(d, "Command and roles");
	doc_columns(d, "Role|Who|How|From|Until");
	for (int i = 0; i < n; i++) {
		struct tenure t = tenure_of(v[i].e);

		if (!t.role || !str_or(t.who, NULL) ||
		    v[i].e->withdrawn_by || v[i].e->untrue)
			continue;
		role_row(d, t.role, t.who);
		doc_cell(d, t.how);
		doc_time(d, v[i].when);
		doc_time(d, tenure_end(v, n, i, t.role));
		doc_end(d);
	}
	free(v);
	if (str_or(inc->customers.owner, NULL)) {
		role_row(d, "customers, at the end", inc->customers.owner);
		doc_cell(d, "");
		doc_time(d, WHEN_NONE);
		doc_time(d, WHEN_NONE);
		doc_end(d);
	}
	if (str_or(inc->review.owner, NULL)) {
		role_row(d, "review owner", inc->review.owner);
		doc_cell(d, "");
		doc_time(d, inc->all_clear_at);
		doc_time(d, WHEN_NONE);
		doc_end(d);
	}
}

void
report_people(const struct doc *d)
{
	const struct incident *inc = d->inc;

	if (!inc->n_smes)
		return;
	doc_heading(d, "Who came");
	doc_columns(d, "Who|Field|Paged|Acknowledged|Joined|Released");
	for (int i = 0; i < inc->n_smes; i++) {
		const struct sme *sme = &inc->smes[i];

		doc_cell(d, sme->name);
		doc_cell(d, sme->commander ? "commander" : sme->field);
		doc_time(d, sme->paged_n ? sme->paged : WHEN_NONE);
		doc_time(d, sme->acked);
		doc_time(d, sme->joined);
		doc_time(d, sme->released);
		doc_end(d);
	}
}

/* What became of an entry, after its phrase. */
static const char *
timeline_fate(const struct entry *e, struct arena *a)
{
	struct str s = {0};

	if (e->withdrawn_by)
		str_addf(&s, " (withdrawn in %lu)",
			(unsigned long)e->withdrawn_by);
	if (e->corrected_by)
		str_addf(&s, " (corrected in %lu)",
			(unsigned long)e->corrected_by);
	if (e->untrue)
		str_add(&s, " (had no effect)");
	if ((e->ev.kind == KIND_NOTE || e->ev.kind == KIND_CAN) &&
	    event_int(&e->ev, F_INTERNAL))
		str_add(&s, " (internal)");
	return words_take(a, &s);
}

void
report_timeline(const struct doc *d)
{
	struct arena *row = arena_new(0);
	struct doc one = *d;
	struct doc_entry *v;
	int n;

	one.a = row;
	v = doc_entries(d, KIND_UNKNOWN, &n);
	doc_heading(d, "Timeline");
	doc_columns(d, "When|Entry|Kind|What");
	for (int i = 0; i < n; i++) {
		const struct entry *e = v[i].e;
		char when[WHEN_MAX], at[WHEN_MAX];

		words_stamp(v[i].when, when);
		words_stamp(e->ev.at, at);
		doc_cell(&one, strcmp(when, at) ? arena_printf(row,
			"%s (recorded %s)", when, at) : when);
		doc_number(&one, (long)e->ev.n);
		doc_cell(&one, words_tag(e));
		doc_cell(&one, arena_printf(row, "%s%s",
			words_entry(d->inc, e, row), timeline_fate(e, row)));
		doc_end(&one);
		arena_reset(row);
	}
	free(v);
	arena_free(row);
}

struct line_table {
	const char *name;
	const struct line *v;
	int n;
};

void
report_decisions(const struct doc *d)
{
	const struct line_table tables[] = {
		{"Diagnoses", d->inc->diagnoses, d->inc->n_diagnoses},
		{"Decisions", d->inc->decisions, d->inc->n_decisions},
	};

	for (int k = 0; k < 2; k++) {
		if (!tables[k].n)
			continue;
		doc_heading(d, tables[k].name);
		doc_columns(d, "When|Who|What");
		for (int i = 0; i < tables[k].n; i++) {
			doc_time(d, tables[k].v[i].when);
			doc_cell(d, tables[k].v[i].by);
			doc_cell(d, tables[k].v[i].text);
			doc_end(d);
		}
	}
}
