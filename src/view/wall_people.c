/* Who is on it, with what, and what they need. */
#include "view/wall_part.h"

#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"

enum {
	NAME_MOST = 14, FIELD_MOST = 16,
	FIELDS_W = 66, /* columns from which on fields are named */
};

static const struct objective *
last_objective(const struct incident *inc, const char *who)
{
	const struct objective *found = NULL;

	for (int i = 0; i < inc->n_objectives; i++) {
		const struct objective *o = &inc->objectives[i];

		if (!str_same(o->who, who) || o->state == OBJ_ABANDONED ||
		    wall_hides(inc, o->n))
			continue;
		if (!found || objective_open(o) || !objective_open(found))
			found = o;
	}
	return found;
}

/* What somebody does, with the mark in front of the name. */
struct doing {
	const char *mark, *text, *state;
	enum style mark_style, state_style;
};

static void
paged(struct wall_make *w, const struct sme *s, struct doing *out)
{
	bool late = s->ack_due != WHEN_NONE && w->m.now > s->ack_due;

	out->mark = "\u25cb";
	out->state = arena_printf(w->m.a, "paged %s ago%s",
		wall_span(w->m.a, w->m.now - s->paged),
		late ? ", no answer" : "");
	out->mark_style = out->state_style = late ? STYLE_BAD : STYLE_WARN;
}

static void
acked(struct wall_make *w, const struct sme *s, struct doing *out)
{
	out->mark = "\u25d0";
	out->mark_style = out->state_style = STYLE_WARN;
	out->state = "on the way";
	if (s->eta != WHEN_NONE && s->eta > w->m.now)
		out->state = arena_printf(w->m.a, "here in %s",
			wall_span(w->m.a, s->eta - w->m.now));
	else if (s->eta != WHEN_NONE)
		out->state = arena_printf(w->m.a, "late by %s",
			wall_span(w->m.a, w->m.now - s->eta));
}

static struct doing
doing_of(struct wall_make *w, const struct sme *s)
{
	const struct objective *o = last_objective(w->m.inc, s->name);
	struct doing d = {"\u25cf", "", "", STYLE_GOOD, STYLE_DIM};

	if (o)
		d.text = wall_said(w, o->text);
	if (s->state == SME_PAGED) {
		paged(w, s, &d);
	} else if (s->state == SME_ACKED) {
		acked(w, s, &d);
	} else if (o && o->state == OBJ_BLOCKED) {
		d.mark = "\u2717";
		d.state = "cannot complete";
		d.mark_style = d.state_style = STYLE_BAD_BOLD;
	} else if (o && o->state == OBJ_DONE) {
		d.state = "\u2713 done";
		d.state_style = STYLE_GOOD;
	} else if (o && o->due != WHEN_NONE && w->m.now > o->due) {
		d.state = "time box over";
		d.state_style = STYLE_WARN;
	}
	return d;
}

static bool
is_shown(const struct incident *inc, const struct sme *s)
{
	return s->state != SME_RELEASED && !incident_commands(inc, s->name);
}

/* Columns of names and fields, with the air behind them. */
struct columns {
	int name, field;
};

static struct columns
columns_of(struct wall_make *w, const struct vm_pane *p)
{
	const struct incident *inc = w->m.inc;
	struct columns c = {4, 0};

	for (int i = 0; i < inc->n_smes; i++) {
		int name = text_width(wall_said(w, inc->smes[i].name)) + 2;
		int field = text_width(wall_said(w, inc->smes[i].field)) + 2;

		if (!is_shown(inc, &inc->smes[i]))
			continue;
		c.name = name > c.name ? name : c.name;
		c.field = field > c.field ? field : c.field;
	}
	c.name = c.name < NAME_MOST ? c.name : NAME_MOST;
	c.field = c.field < FIELD_MOST ? c.field : FIELD_MOST;
	if (vm_pane_w(p) < FIELDS_W)
		c.field = 0;
	return c;
}

static void
put_sme(struct wall_make *w, struct vm_pane *p, const struct sme *s)
{
	struct columns c = columns_of(w, p);
	struct vm_line *l = vm_pane_line(w->m.a, p);
	struct doing d = doing_of(w, s);
	struct vm_line right = {0};
	int room = vm_pane_w(p);

	vm_putf(w->m.a, l, d.mark_style, "%s ", d.mark);
	vm_cell(w->m.a, l, c.name - 1, STYLE_BOLD, wall_said(w, s->name));
	vm_tab(l, l->end + 1);
	if (c.field) {
		vm_cell(w->m.a, l, c.field - 1, STYLE_DIM,
			wall_said(w, s->field));
		vm_tab(l, l->end + 1);
	}
	vm_put(w->m.a, l, STYLE_TEXT, d.text);
	vm_put(w->m.a, &right, d.state_style, d.state);
	if (!*d.text)
		vm_put(w->m.a, l, d.state_style, d.state);
	else if (right.end)
		vm_join(w->m.a, l, room, &right);
}

/* "2 needs unmet: approval to promote (raj)", wrapped, at the bottom. */
static const char *
needs_text(struct wall_make *w, int *n)
{
	const struct incident *inc = w->m.inc;
	const char *text = "";

	*n = 0;
	for (int i = 0; i < inc->n_needs; i++) {
		const struct need *need = &inc->needs[i];

		if (!need_open(need))
			continue;
		(*n)++;
		if (wall_hides(inc, need->n))
			continue;
		text = arena_printf(w->m.a, "%s%s%s (%s)", text,
			*text ? DOT : "", wall_said(w, need->text),
			wall_said(w, need->who));
	}
	return text;
}

static void
put_needs(struct wall_make *w, struct vm_pane *p, int h)
{
	struct vm_pane own = {.r = p->r, .bare = p->bare};
	struct vm_block block = {0, vm_pane_w(p), STYLE_TEXT};
	int n, room = h - p->n;
	const char *text = needs_text(w, &n);
	struct vm_line *l;

	if (!n || room < 1)
		return;
	l = vm_pane_line(w->m.a, &own);
	vm_putf(w->m.a, l, STYLE_WARN, "%d need%s unmet%s", n,
		n == 1 ? "" : "s", *text ? ": " : "");
	if (*text)
		vm_wrap(w->m.a, &own, l, &block, text);
	if (own.n > room) {
		own.n = room;
		vm_putf(w->m.a, &own.lines[room - 1], STYLE_DIM, " \u2026");
		vm_clip(w->m.a, &own.lines[room - 1], vm_pane_w(p));
	}
	while (p->n + own.n < h)
		vm_pane_line(w->m.a, p);
	for (int i = 0; i < own.n; i++)
		*vm_pane_line(w->m.a, p) = own.lines[i];
}

void
wall_people(struct wall_make *w, struct vm_rect r)
{
	const struct incident *inc = w->m.inc;
	struct vm_pane *p = wall_pane(w, r, "Who is on it", "");
	int n = 0, h = vm_pane_h(p), needs, left;

	needs_text(w, &needs);
	for (int i = 0; i < inc->n_smes; i++)
		n += is_shown(inc, &inc->smes[i]);
	p->right = arena_printf(w->m.a, "%d", n);
	if (!n)
		vm_put(w->m.a, vm_pane_line(w->m.a, p), STYLE_DIM,
			*inc->command.holder ? "nobody beside the commander" :
			"nobody yet");
	left = n;
	for (int i = 0; i < inc->n_smes; i++) {
		if (!is_shown(inc, &inc->smes[i]))
			continue;
		if (p->n >= h - (needs > 0 && h > 2))
			break;
		if (p->n && h > 2 * n + 1)
			vm_pane_line(w->m.a, p);
		put_sme(w, p, &inc->smes[i]);
		left--;
	}
	if (left && n)
		p->below = arena_printf(w->m.a, "+%d more", left);
	put_needs(w, p, h);
}

int
wall_people_rows(struct wall_make *w)
{
	const struct incident *inc = w->m.inc;
	int n = 0, needs;

	for (int i = 0; i < inc->n_smes; i++)
		n += is_shown(inc, &inc->smes[i]);
	needs_text(w, &needs);
	return (n ? n : 1) + (needs ? 3 : 0);
}
