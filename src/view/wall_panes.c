/* What came last, what is known, and where the panes stand. */
#include "view/wall_part.h"

#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"
#include "model/words.h"

#include <string.h>

enum {
	TWO_W = 110,     /* columns from which on panes stand side by side */
	SMALL_H = 3,     /* rows of a pane that holds a line */
	LATEST_H = 5,    /* rows that what came last has at least */
	KNOW_H = 14,     /* rows below which what is known has no pane */
	CODE_LEFT = 76,  /* columns that must be left beside the code */
	NAME_MOST = 14,  /* columns of a name */
};

/* ---- latest ------------------------------------------------------------ */

/* What a machine writes of its work, or sets the scene, is no news. */
static bool
is_news(const struct incident *inc, const struct entry *e)
{
	switch (e->ev.kind) {
	case KIND_DELIVERY_RELEASED:
	case KIND_DELIVERY_SENT:
	case KIND_DELIVERY_CLAIMED:
	case KIND_DELIVERY_FAILED:
	case KIND_DELIVERY_RETRIED:
	case KIND_SNOOZED:
	case KIND_NUMBERS:
	case KIND_PROTOCOL:
	case KIND_BRIDGE:
	case KIND_ERASED:
	case KIND_WITHDRAWN:
		return false;
	default:
		return !e->untrue && !e->withdrawn_by && !e->erased_by &&
			!wall_hides(inc, e->ev.n);
	}
}

static struct vm_pane
entry_lines(struct wall_make *w, const struct vm_pane *p,
	const struct entry *e)
{
	struct vm_pane own = {.r = p->r, .bare = p->bare};
	struct vm_line *l = vm_pane_line(w->m.a, &own);
	struct vm_block block = {13, vm_pane_w(p), STYLE_TEXT};
	when_ms when = event_when(&e->ev);
	char text[WHEN_MAX];

	if (when / WHEN_DAY == w->m.now / WHEN_DAY)
		when_clock(when, text);
	else
		memmove(text, when_date(when, text) + 5, 6);
	vm_cell(w->m.a, l, 7, STYLE_DIM, text);
	vm_cell(w->m.a, l, 6, vm_tag_style(e->ev.kind), words_tag(e));
	vm_wrap(w->m.a, &own, l, &block,
		wall_said(w, words_entry(w->m.inc, e, w->m.a)));
	return own;
}

static void
put_latest(struct wall_make *w, struct vm_rect r)
{
	const struct incident *inc = w->m.inc;
	struct vm_pane *p = wall_pane(w, r, "Latest UTC", w->stale ? "" :
		"live");
	struct vm_pane shown[64];
	int n = 0, rows = 0, h = vm_pane_h(p);

	for (uint32_t i = inc->n; i > 0 && n < 64; i--) {
		const struct entry *e = &inc->entries[i - 1];

		if (!is_news(inc, e))
			continue;
		shown[n] = entry_lines(w, p, e);
		if (n && rows + shown[n].n > h)
			break;
		rows += shown[n++].n;
	}
	while (n-- > 0)
		for (int i = 0; i < shown[n].n && p->n < h; i++)
			*vm_pane_line(w->m.a, p) = shown[n].lines[i];
}

/* ---- what is known ----------------------------------------------------- */

static void
put_known(struct wall_make *w, struct vm_pane *p, const char *what,
	const char *text)
{
	struct vm_block block = {13, vm_pane_w(p), STYLE_TEXT};
	struct vm_line *l = vm_pane_line(w->m.a, p);

	vm_cell(w->m.a, l, 13, STYLE_DIM, what);
	vm_wrap(w->m.a, p, l, &block, wall_said(w, text));
}

static void
put_findings(struct wall_make *w, struct vm_pane *p)
{
	static const char *const states[] = {
		[MIT_PROPOSED] = "proposed", [MIT_APPROVED] = "approved",
		[MIT_EXECUTED] = "carried out", [MIT_WORKED] = "worked",
		[MIT_FAILED] = "failed",
	};
	const struct incident *inc = w->m.inc;
	const struct mitigation *mit;

	for (int i = inc->n_diagnoses - 1; i >= 0; i--) {
		if (wall_hides(inc, inc->diagnoses[i].n))
			continue;
		put_known(w, p, "Diagnosis", inc->diagnoses[i].text);
		break;
	}
	if (!inc->n_mitigations)
		return;
	mit = &inc->mitigations[inc->n_mitigations - 1];
	put_known(w, p, "Mitigation", arena_printf(w->m.a, "%s (%s)",
		mit->text, states[mit->state]));
}

/* One text of a report behind its letter. */
static void
put_part(struct wall_make *w, struct vm_pane *p, enum style style,
	const char *letter, const char *text)
{
	struct vm_block block = {NAME_MOST + 2, vm_pane_w(p) - 8, STYLE_TEXT};
	struct vm_line *l = &p->lines[p->n - 1];

	if (!*str_or(text, ""))
		return;
	if (l->end > NAME_MOST)
		l = vm_pane_line(w->m.a, p);
	vm_tab(l, NAME_MOST);
	vm_putf(w->m.a, l, style, "%s ", letter);
	vm_wrap(w->m.a, p, l, &block, wall_said(w, text));
}

static struct vm_pane
report_lines(struct wall_make *w, const struct vm_pane *p,
	const struct report *r)
{
	struct vm_pane own = {.r = p->r, .bare = p->bare};
	struct vm_line *l = vm_pane_line(w->m.a, &own);
	const struct sme *s = incident_sme(w->m.inc, r->who);
	bool late = s && s->can_due != WHEN_NONE && w->m.now > s->can_due;

	vm_cell(w->m.a, l, NAME_MOST, STYLE_BOLD, wall_said(w, r->who));
	for (int i = 0; r->can && i < r->can->n; i++) {
		const struct can_triple *t = &r->can->t[i];

		put_part(w, &own, STYLE_CAN_C, "C", t->condition);
		for (int k = 0; k < t->n_actions; k++)
			put_part(w, &own, STYLE_CAN_A, "A",
				t->actions[k].text);
	}
	vm_right(w->m.a, &own.lines[0], vm_pane_w(p),
		late ? STYLE_BAD_BOLD : STYLE_DIM,
		arena_printf(w->m.a, late ? "%s LATE" : "%s",
			wall_span(w->m.a, w->m.now - r->when)));
	return own;
}

/* Rows that all reports would fill; those that are not for a wall do not. */
static int
reports_rows(struct wall_make *w, const struct vm_pane *p, int *n)
{
	const struct incident *inc = w->m.inc;
	int rows = 0;

	*n = 0;
	for (int i = 0; i < inc->n_reports; i++) {
		if (inc->reports[i].internal)
			continue;
		rows += report_lines(w, p, &inc->reports[i]).n;
		(*n)++;
	}
	return rows;
}

static void
put_know(struct wall_make *w, struct vm_rect r)
{
	const struct incident *inc = w->m.inc;
	struct vm_pane *p = wall_pane(w, r, "What we know", "");
	int n, rows = reports_rows(w, p, &n);
	int left = 0, h = vm_pane_h(p);
	bool airy;

	put_findings(w, p);
	airy = p->n + rows + n <= h;
	for (int i = 0; i < inc->n_reports; i++) {
		const struct report *report = &inc->reports[i];
		struct vm_pane own;

		if (report->internal)
			continue;
		own = report_lines(w, p, report);
		if (airy && p->n)
			vm_pane_line(w->m.a, p);
		if (left || p->n + own.n > h) {
			left++;
			continue;
		}
		for (int k = 0; k < own.n; k++)
			*vm_pane_line(w->m.a, p) = own.lines[k];
	}
	if (p->n > h)
		p->n = h;
	if (!p->n && h > 0)
		vm_put(w->m.a, vm_pane_line(w->m.a, p), STYLE_DIM,
			"no CAN report yet");
	p->right = wall_plural(w, n, "CAN report");
	if (left)
		p->below = arena_printf(w->m.a, "+%d more", left);
}

/* ---- all of them ------------------------------------------------------- */

static void
put_columns(struct wall_make *w, struct vm_rect r)
{
	int left = r.w * 48 / 100;
	int top = r.h < KNOW_H ? r.h : r.h / 2;
	int want = 2 * wall_people_rows(w) + 1;

	if (top < r.h && top > want && want >= SMALL_H + 5)
		top = want;
	wall_people(w, (struct vm_rect){r.y, r.x, top, left});
	put_latest(w, (struct vm_rect){r.y, r.x + left, top, r.w - left});
	if (top < r.h)
		put_know(w, (struct vm_rect){r.y + top, r.x, r.h - top,
			r.w});
}

static void
put_stack(struct wall_make *w, struct vm_rect r)
{
	int people = wall_people_rows(w) + 2;
	int know = r.h >= 2 * KNOW_H ? r.h / 3 : 0;

	if (people > r.h - know - LATEST_H)
		people = r.h - know - LATEST_H;
	if (people < SMALL_H)
		people = 0;
	if (people)
		wall_people(w, (struct vm_rect){r.y, r.x, people, r.w});
	put_latest(w, (struct vm_rect){r.y + people, r.x,
		r.h - people - know, r.w});
	if (know)
		put_know(w, (struct vm_rect){r.y + r.h - know, r.x, know,
			r.w});
}

void
wall_panes(struct wall_make *w, struct vm_rect r)
{
	int code = wall_code_cols(w, r);

	if (r.h < SMALL_H || r.w < 20)
		return;
	if (code && r.w - code >= CODE_LEFT) {
		r.w -= code;
		wall_code(w, (struct vm_rect){r.y, r.x + r.w, r.h, code});
	}
	if (r.w >= TWO_W)
		put_columns(w, r);
	else
		put_stack(w, r);
}
