/*
 * Command: who leads and speaks, what is known and being tried, where people
 * meet and how they talk.
 */
#include "view/vm_part.h"

#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"
#include "model/clocks.h"
#include "view/watch.h"

#include <string.h>

enum {
	LABEL = 11,      /* columns of the labels */
	LABEL_NARROW = 9,
	TRIED = 3,       /* mitigations shown beside those still open */
	LINES_EACH = 2,  /* lines that one text may take */
};

/* A pane being written, and the column where values begin. */
struct sheet {
	struct vm_make *m;
	struct vm_pane *p;
	int w, label;
	int each;        /* lines that one text may take; 0: all */
	int less;        /* left out if the head says it: 1 bridge, 2 scope */
};

/* A fact is a row; a line without a label belongs to the one above. */
static struct vm_line *
sheet_line(struct sheet *s, const char *label)
{
	struct vm_pane *p = s->p;
	const char *above = p->n ? p->lines[p->n - 1].id : NULL;
	struct vm_line *l = vm_pane_line(s->m->a, p);

	l->id = *label ? arena_printf(s->m->a, "fact:%s", label) : above;
	vm_put(s->m->a, l, STYLE_DIM, label);
	vm_clip(s->m->a, l, s->label - 1);
	l->cut = false; /* a label is no news */
	vm_tab(l, s->label);
	return l;
}

/* A text in as many lines as each may take. */
static void
sheet_text(struct sheet *s, struct vm_line *l, enum style style,
	const char *text)
{
	struct vm_block block = {s->label, s->w, style};
	int first = s->p->n - 1;

	vm_wrap(s->m->a, s->p, l, &block, text);
	if (s->each)
		vm_cut_lines(s->m->a, s->p, first + s->each, s->w);
}

/* Whether the head has @text in full. */
static bool
is_in_head(const struct vm_make *m, const char *text)
{
	for (int y = 0; y < m->vm->n_head; y++) {
		const struct vm_line *l = &m->vm->head[y];

		for (int i = 0; i < l->n; i++)
			if (str_same(l->spans[i].text, text) ||
			    str_same(str_or(l->spans[i].link, ""), text))
				return true;
	}
	return false;
}

/* ---- who ------------------------------------------------------------ */

static void
put_name(struct sheet *s, const char *label, const char *name,
	const char *more)
{
	struct vm_line *l = sheet_line(s, label);
	struct vm_block block = {s->label, s->w, STYLE_DIM};

	if (!*str_or(name, ""))
		vm_put(s->m->a, l, STYLE_DIM, "nobody");
	else
		vm_put(s->m->a, l, STYLE_NAME, name);
	vm_tail(s->m->a, s->p, l, &block, more);
}

static void
put_commander(struct sheet *s)
{
	struct vm_make *m = s->m;
	const struct command *c = &m->inc->command;
	const char *since = "";
	struct vm_line *l;

	if (*c->holder)
		since = arena_printf(m->a, "%s %s", c->assumed ? "assumed" :
			"since", vm_clock(m, c->since));
	put_name(s, "Commander", c->holder, since);
	if (!clock_offer_stands(m->inc, m->now))
		return;
	l = sheet_line(s, "");
	vm_put(m->a, l, STYLE_ACCENT, ARROW " ");
	vm_put(m->a, l, STYLE_NAME, c->offer.to);
	vm_putf(m->a, l, STYLE_DIM, "  offered, lapses in %s",
		vm_span_of(m, c->offer.at + numbers_get(&m->inc->numbers,
			NUM_OFFER, 1) - m->now));
	vm_clip(m->a, l, s->w);
}

static void
put_review(struct sheet *s)
{
	struct vm_make *m = s->m;
	const struct review *r = &m->inc->review;
	const char *due = "";
	struct vm_line *l;

	if (r->held != WHEN_NONE)
		due = arena_printf(m->a, "held %s", vm_clock(m, r->held));
	else if (r->due != WHEN_NONE)
		due = arena_printf(m->a, "due in %s",
			vm_span_of(m, r->due - m->now));
	if (r->held == WHEN_NONE && r->due != WHEN_NONE && m->now > r->due)
		due = arena_printf(m->a, "%s LATE",
			vm_span_of(m, m->now - r->due));
	put_name(s, "Review", r->owner, due);
	l = sheet_line(s, "Lessons");
	vm_putf(m->a, l, m->inc->n_lessons ? STYLE_TEXT : STYLE_DIM, "%d",
		m->inc->n_lessons);
	if (*str_or(m->inc->command.former, ""))
		put_name(s, "Commanded", m->inc->command.former, "");
}

static void
put_speaker(struct sheet *s)
{
	const struct customers *c = &s->m->inc->customers;
	static const char *const affected[] = {
		[AFFECTED_UNKNOWN] = "affected: not known yet",
		[AFFECTED_YES] = "affected",
		[AFFECTED_NO] = "not affected",
	};

	put_name(s, "Customers", c->owner, affected[c->affected]);
}

/* ---- what is known and tried ---------------------------------------- */

static void
put_text(struct sheet *s, const char *label, const char *text,
	const char *none)
{
	if (*str_or(text, ""))
		sheet_text(s, sheet_line(s, label), STYLE_TEXT, text);
	else if (none)
		vm_put(s->m->a, sheet_line(s, label), STYLE_DIM, none);
}

static const struct {
	const char *mark;
	enum style style;
	const char *word;
} mitigation_looks[] = {
	[MIT_PROPOSED] = {"\u25cb", STYLE_WARN, "proposed"},
	[MIT_APPROVED] = {"\u25d0", STYLE_WARN, "approved"},
	[MIT_EXECUTED] = {"\u25cf", STYLE_ACCENT, "executed"},
	[MIT_WORKED] = {"\u2713", STYLE_GOOD, "worked"},
	[MIT_FAILED] = {"\u2717", STYLE_BAD, "failed"},
};

static void
put_mitigations(struct sheet *s)
{
	const struct incident *inc = s->m->inc;
	const char *label = "Mitigation";

	for (int i = 0; i < inc->n_mitigations; i++) {
		const struct mitigation *mit = &inc->mitigations[i];
		bool over = mit->state >= MIT_WORKED;
		struct vm_line *l;

		if (over && i + TRIED < inc->n_mitigations)
			continue;
		l = sheet_line(s, label);
		l->id = arena_printf(s->m->a, "mit:%d", (int)mit->id);
		vm_putf(s->m->a, l, mitigation_looks[mit->state].style,
			"%s %d %s ", mitigation_looks[mit->state].mark,
			(int)mit->id, mitigation_looks[mit->state].word);
		sheet_text(s, l, over ? STYLE_DIM : STYLE_TEXT, mit->text);
		label = "";
	}
	if (inc->repaired != REPAIR_OPEN)
		put_text(s, "Repair", str_or(inc->repair_text,
			inc->repaired == REPAIR_DONE ? "done" : "not needed"),
			NULL);
}

/* ---- where, how, and who knew first ---------------------------------- */

static void
put_bridge(struct sheet *s)
{
	struct vm_line *l = sheet_line(s, "Bridge");
	const char *url = str_or(s->m->inc->bridge, "");
	const char *host = strstr(url, "://");
	const char *safe = text_safe(s->m->a, url, false);

	if (!*url) {
		vm_put(s->m->a, l, STYLE_DIM, "none");
		return;
	}
	if (host && text_width(safe) > s->w - s->label)
		safe = text_safe(s->m->a, host + 3, false);
	vm_link(s->m->a, l, STYLE_INFO, &(struct vm_url){safe, url});
	vm_clip(s->m->a, l, s->w);
}

/* Whoever else looks at this incident now; nobody is not worth a line. */
static void
put_watching(struct sheet *s)
{
	const struct vm_in *in = s->m->in;

	put_text(s, "Watching", watch_line(in->here, in->n_here,
		s->m->inc->number, s->m->a), NULL);
}

static void
put_detected(struct sheet *s)
{
	struct vm_make *m = s->m;
	struct vm_line *l = sheet_line(s, "Detected");
	struct vm_block block = {s->label, s->w, STYLE_DIM};
	const char *source = str_or(m->inc->source, "staff"), *impact = "";
	when_ms lead, gap;

	vm_put(m->a, l, str_same(source, "customer") ? STYLE_WARN :
		STYLE_TEXT, source);
	if (clock_first_known(m->inc, &lead) && !lead)
		vm_put(m->a, l, STYLE_WARN, " together with customers");
	else if (clock_first_known(m->inc, &lead))
		vm_putf(m->a, l, lead <= 0 ? STYLE_GOOD : STYLE_WARN,
			" %s %s customers", vm_span_of(m, lead < 0 ? -lead :
			lead), lead <= 0 ? "before" : "after");
	if (clock_gap(m->inc, &gap))
		impact = arena_printf(m->a, "impact %s %s",
			vm_span_of(m, gap < 0 ? -gap : gap),
			gap < 0 ? "later" : "before");
	else if (m->inc->impact == IMPACT_NEVER)
		impact = "no impact";
	vm_tail(m->a, s->p, l, &block, impact);
}

static void
put_sheet(struct sheet *s)
{
	const struct incident *inc = s->m->inc;
	bool live = incident_live(inc);
	const struct line *d = inc->n_diagnoses ?
		&inc->diagnoses[inc->n_diagnoses - 1] : NULL;

	if (live)
		put_commander(s);
	else
		put_review(s);
	if (live)
		put_name(s, "Deputy", inc->command.deputy, "");
	if (s->less < 2 || !is_in_head(s->m, str_or(inc->scope, "")))
		put_text(s, "Scope", inc->scope, "not stated yet");
	put_text(s, "Diagnosis", d ? d->text : "", NULL);
	put_mitigations(s);
	put_speaker(s);
	put_name(s, "Scribe", inc->scribe, "");
	if (s->less < 1 || !is_in_head(s->m, str_or(inc->bridge, "")))
		put_bridge(s);
	put_watching(s);
	put_text(s, "Protocol", inc->protocol, NULL);
	put_detected(s);
}

/* In full if it fits or is read in full, else by steps in less. */
void
vm_command(struct vm_make *m, struct vm_pane *p)
{
	static const struct sheet ways[] = {
		{.less = 0}, {.less = 1}, {.less = 2},
		{.each = LINES_EACH, .less = 2},
	};
	size_t n = m->s->zoom ? 1 : sizeof(ways) / sizeof(ways[0]);
	struct sheet s;

	for (size_t i = 0; m->inc->declared && i < n; i++) {
		s = ways[i];
		s.m = m;
		s.p = p;
		s.w = vm_pane_w(p);
		s.label = s.w < 36 ? LABEL_NARROW : LABEL;
		p->n = 0;
		put_sheet(&s);
		if (p->n <= vm_pane_h(p))
			break;
	}
}
