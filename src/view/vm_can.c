/*
 * CAN reports: the latest of each person, with the state of every need that
 * they brought and of those that are still open.
 */
#include "view/vm_part.h"

#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"
#include "model/clocks.h"

enum {
	AGE = 6, /* columns of an age at the right */
};

/* Whose report, and how it is drawn. */
struct can_part {
	struct vm_make *m;
	struct vm_pane *p;
	const struct report *r;
	const struct sme *sme;
	const char *id;
	int w;
	bool numbered; /* several triples */
	bool gone;     /* the person was released */
};

static void
put_part(struct can_part *c, enum style tag, const char *name,
	const char *text)
{
	struct vm_line *l = vm_pane_line(c->m->a, c->p);
	struct vm_block block = {0, c->w, c->gone ? STYLE_DIM : STYLE_TEXT};

	l->id = c->id;
	vm_put(c->m->a, l, tag, name);
	vm_tab(l, l->end + 1);
	block.indent = l->end;
	vm_wrap(c->m->a, c->p, l, &block, text);
}

/* ---- the first line ------------------------------------------------- */

/* "since 14:10Z no change" when the latest entry brought nothing new. */
static const char *
unchanged(const struct can_part *c)
{
	const struct entry *e = incident_entry(c->m->inc, c->r->n);

	if (c->r->last_n == c->r->n || !e)
		return "";
	return arena_printf(c->m->a, "no change since %s",
		vm_clock(c->m, event_when(&e->ev)));
}

static const char *
promised(const struct can_part *c)
{
	const struct report *r = c->r;

	if (c->gone)
		return "released";
	if (r->next == WHEN_NONE || r->next < r->when)
		return "";
	return arena_printf(c->m->a, "next %s", vm_clock(c->m, r->next));
}

static void
put_heading(struct can_part *c)
{
	struct vm_make *m = c->m;
	struct vm_line *l = vm_pane_line(m->a, c->p);
	struct vm_line right = {0};
	int missed = c->sme ? clock_missed(m->inc, c->sme, m->now) : 0;
	const char *more = promised(c);
	const char *age = arena_printf(m->a, "%s%s", missed ? "! " : "",
		vm_span_of(m, m->now - c->r->when));
	bool inside;
	int cols;

	l->id = c->id;
	l->late = missed > 0;
	vm_put(m->a, l, c->gone ? STYLE_DIM : STYLE_BOLD, c->r->who);
	if (c->sme && *c->sme->field)
		vm_putf(m->a, l, STYLE_DIM, " %s", c->sme->field);
	if (c->r->internal)
		vm_put(m->a, l, STYLE_WARN, " internal");
	if (!*more)
		more = unchanged(c);
	vm_put(m->a, &right, STYLE_DIM, vm_clock(m, c->r->when));
	vm_tab(&right, right.end + 1);
	cols = text_width(age) > AGE ? text_width(age) : AGE;
	vm_right(m->a, &right, right.end + cols, missed ? STYLE_BAD_BOLD :
		c->gone ? STYLE_DIM : STYLE_TEXT, age);
	inside = l->end + 3 + text_width(more) < c->w - right.end;
	if (*more && inside)
		vm_putf(m->a, l, STYLE_DIM, DOT "%s", more);
	vm_join(m->a, l, c->w, &right);
	if (*more && !inside)
		put_part(c, STYLE_DIM, " ", more);
}

/* ---- conditions and actions ------------------------------------------ */

static const char *
mark(const struct can_part *c, const char *letter, int i)
{
	return c->numbered ? arena_printf(c->m->a, "%s%d", letter, i + 1) :
		letter;
}

/* Tags are said where they are not what this part of the incident is about. */
static const char *
tagged(const struct can_part *c, const char *text, bool usual,
	const char *tag)
{
	return usual ? text : arena_printf(c->m->a, "%s (%s)", text, tag);
}

static void
put_triple(struct can_part *c, int i)
{
	const struct can_triple *t = &c->r->can->t[i];
	const struct entry *e = incident_entry(c->m->inc, c->r->n);
	bool late = e && e->stage >= STAGE_REPAIR;
	bool on_usual = t->tag == (late ? ON_OPERATIONS : ON_CUSTOMERS);

	if (*str_or(t->condition, ""))
		put_part(c, STYLE_CAN_C, mark(c, "C", i), tagged(c,
			t->condition, on_usual, t->tag == ON_CUSTOMERS ?
			"customers" : "operations"));
	for (int k = 0; k < t->n_actions; k++) {
		const struct can_action *a = &t->actions[k];
		bool usual = a->tag == (late ? FOR_REPAIR : FOR_MITIGATE);

		put_part(c, STYLE_CAN_A, mark(c, "A", i), tagged(c, a->text,
			usual, a->tag == FOR_REPAIR ? "repair" : "mitigate"));
	}
}

/* ---- needs ----------------------------------------------------------- */

static const struct {
	const char *mark;
	enum style mark_style, text;
} need_looks[] = {
	[NEED_OPEN] = {"\u25cf", STYLE_WARN, STYLE_TEXT},
	[NEED_DISPATCHED] = {"\u25d0", STYLE_ACCENT, STYLE_TEXT},
	[NEED_MET] = {"\u2713", STYLE_GOOD, STYLE_DIM},
	[NEED_REFUSED] = {"\u2717", STYLE_BAD, STYLE_DIM},
	[NEED_DROPPED] = {"\u2013", STYLE_DIM, STYLE_DIM},
};

/* Who answers, or how it was answered. */
static const char *
need_tail(const struct can_part *c, const struct need *n)
{
	const char *answer = str_or(n->answer, "");

	switch (n->state) {
	case NEED_OPEN:
		if (!incident_live(c->m->inc))
			return "open";
		return arena_printf(c->m->a, "%s",
			vm_span_of(c->m, c->m->now - n->since));
	case NEED_DISPATCHED:
		return arena_printf(c->m->a, ARROW " %s",
			str_or(n->sent, "paged"));
	case NEED_MET:
		return arena_printf(c->m->a, "met by %s", str_or(n->by, "?"));
	case NEED_REFUSED:
		return arena_printf(c->m->a, "refused by %s%s%s",
			str_or(n->by, "?"), *answer ? ": " : "", answer);
	case NEED_DROPPED:
		return "dropped";
	}
	return "";
}

static void
put_need(struct can_part *c, const struct need *n)
{
	struct vm_line *l = vm_pane_line(c->m->a, c->p);
	struct vm_block block = {4, c->w, need_looks[n->state].text};

	l->id = arena_printf(c->m->a, "need:%d", (int)n->id);
	l->late = n->state == NEED_OPEN;
	vm_put(c->m->a, l, STYLE_CAN_N, "N ");
	vm_putf(c->m->a, l, need_looks[n->state].mark_style, "%s ",
		need_looks[n->state].mark);
	vm_wrap(c->m->a, c->p, l, &block, n->text);
	block.style = STYLE_DIM;
	vm_tail(c->m->a, c->p, &c->p->lines[c->p->n - 1], &block,
		need_tail(c, n));
}

static void
put_needs(struct can_part *c)
{
	const struct incident *inc = c->m->inc;
	struct vm_line *l;
	int shown = 0;

	for (int i = 0; i < inc->n_needs; i++) {
		const struct need *n = &inc->needs[i];

		if ((n->n != c->r->n && !need_open(n)) ||
		    !str_same(n->who, c->r->who))
			continue;
		put_need(c, n);
		shown++;
	}
	if (shown || !c->r->no_needs)
		return;
	l = vm_pane_line(c->m->a, c->p);
	l->id = c->id;
	vm_put(c->m->a, l, STYLE_CAN_N, "N ");
	vm_put(c->m->a, l, STYLE_DIM, "no needs");
}

/* ---- the pane -------------------------------------------------------- */

static void
put_report(struct vm_make *m, struct vm_pane *p, const struct report *r)
{
	struct can_part c = {
		.m = m, .p = p, .r = r, .w = vm_pane_w(p),
		.sme = incident_sme(m->inc, r->who),
	};

	if (p->n && vm_pane_h(p) > 6)
		vm_pane_line(m->a, p);
	c.id = arena_printf(m->a, "can:%s", r->who);
	c.gone = c.sme && c.sme->state == SME_RELEASED;
	c.numbered = r->can && r->can->n > 1;
	put_heading(&c);
	for (int i = 0; r->can && i < r->can->n; i++)
		put_triple(&c, i);
	put_needs(&c);
}

/* Who is here and has said nothing yet. */
static void
put_waiting(struct vm_make *m, struct vm_pane *p)
{
	int shown = 0;

	for (int i = 0; i < m->inc->n_smes; i++) {
		const struct sme *s = &m->inc->smes[i];
		struct vm_line *l;
		bool over;
		const char *left;

		if (s->state != SME_JOINED || s->can_due == WHEN_NONE ||
		    incident_commands(m->inc, s->name) ||
		    incident_report(m->inc, s->name))
			continue;
		if (p->n && !shown++ && vm_pane_h(p) > 6)
			vm_pane_line(m->a, p);
		l = vm_pane_line(m->a, p);
		l->id = arena_printf(m->a, "can:%s", s->name);
		left = vm_left(m, s->can_due, &over);
		l->late = over;
		vm_put(m->a, l, STYLE_BOLD, s->name);
		vm_putf(m->a, l, STYLE_DIM, " %s" DOT "no report yet",
			s->field);
		vm_right(m->a, l, vm_pane_w(p), over ? STYLE_BAD_BOLD :
			STYLE_DIM, left);
	}
}

static void
set_frame(struct vm_make *m, struct vm_pane *p)
{
	const struct incident *inc = m->inc;
	int open = 0, unmet = 0;

	for (int i = 0; i < inc->n_reports; i++) {
		const struct sme *s = incident_sme(inc, inc->reports[i].who);

		open += !s || s->state != SME_RELEASED;
	}
	for (int i = 0; i < inc->n_needs; i++)
		unmet += need_open(&inc->needs[i]);
	if (unmet)
		p->right = arena_printf(m->a, "%d open" DOT "%d need%s unmet",
			open, unmet, unmet == 1 ? "" : "s");
	else
		p->right = arena_printf(m->a, "%d open", open);
}

void
vm_can(struct vm_make *m, struct vm_pane *p)
{
	const struct incident *inc = m->inc;

	set_frame(m, p);
	for (int gone = 0; gone < 2; gone++) {
		for (int i = 0; i < inc->n_reports; i++) {
			const struct report *r = &inc->reports[i];
			const struct sme *s = incident_sme(inc, r->who);

			if (gone == (s && s->state == SME_RELEASED))
				put_report(m, p, r);
		}
		if (!gone)
			put_waiting(m, p);
	}
	if (!p->n)
		vm_put(m->a, vm_pane_line(m->a, p), STYLE_DIM,
			"no report yet: c files one");
}
