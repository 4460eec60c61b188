#include "view/vm_part.h"

#include "base/mem.h"
#include "base/str.h"
#include "model/clocks.h"
#include "view/keys.h"
#include "view/overlay.h"
#include "view/rows.h"

#include <string.h>

enum {
	DAYS_ALONE = 30, /* days from which on hours say nothing */
	AROUND = 4, /* columns of a pane that are frame and air */
};

/* The panes, by what fills them. */
static const struct pane_row {
	const char *title, *brief;
	vm_pane_fn *fn;
	bool own_window; /* writes only what is in view */
} panes[PANE_COUNT] = {
	[PANE_ATTENTION] = {"For you", "for you", vm_attention, true},
	[PANE_COMMAND] = {"Command", "command", vm_command, false},
	[PANE_PEOPLE] = {"SMEs", "SMEs", vm_people, false},
	[PANE_CAN] = {"CAN reports", "CAN", vm_can, false},
	[PANE_TIMELINE] = {"Timeline UTC", "timeline", vm_timeline, true},
	[PANE_BOARD] = {"Incidents", "board", vm_board, true},
};

/* ---- small things --------------------------------------------------- */

const char *
vm_span_of(const struct vm_make *m, when_ms d)
{
	char out[WHEN_MAX];

	if (d >= DAYS_ALONE * WHEN_DAY)
		return arena_printf(m->a, "%dd", (int)(d / WHEN_DAY));
	return arena_dup(m->a, when_span(d, out));
}

const char *
vm_clock(const struct vm_make *m, when_ms t)
{
	char out[WHEN_MAX];

	return arena_dup(m->a, when_short(t, m->now, out));
}

const char *
vm_left(const struct vm_make *m, when_ms due, bool *over)
{
	*over = due != WHEN_NONE && m->now > due;
	if (due == WHEN_NONE)
		return "";
	if (*over)
		return arena_printf(m->a, "%s over",
			vm_span_of(m, m->now - due));
	return arena_printf(m->a, "%s left", vm_span_of(m, due - m->now));
}

int
vm_pane_w(const struct vm_pane *p)
{
	const struct layout_pane place = {.r = p->r, .bare = p->bare};

	return layout_inside(&place).w;
}

int
vm_pane_h(const struct vm_pane *p)
{
	const struct layout_pane place = {.r = p->r, .bare = p->bare};

	return layout_inside(&place).h;
}

/* ---- which lines are in view ----------------------------------------- */

/* Whether line @i begins a row. */
static bool
begins_row(const struct vm_pane *p, int i)
{
	return p->lines[i].id && (!i || !p->lines[i - 1].id ||
		strcmp(p->lines[i].id, p->lines[i - 1].id) != 0);
}

/*
 * The row that is selected: by its id, else the one at its old place.  Sets
 * row and index; returns its first line, -1 when there are no rows.
 */
static int
find_selected(struct vm_make *m, struct vm_pane *p)
{
	const struct pane_state *st = &m->s->pane[p->id];
	int rows = 0, at = -1, index = 0;

	for (int i = 0; i < p->n; i++) {
		if (!begins_row(p, i))
			continue;
		if (*st->row && !strcmp(p->lines[i].id, st->row)) {
			p->row = p->lines[i].id;
			p->index = rows;
			return i;
		}
		if (rows <= (*st->row ? st->index : 0)) {
			at = i;
			index = rows;
		}
		rows++;
	}
	p->index = index;
	p->row = at < 0 ? "" : p->lines[at].id;
	return at;
}

/* The last line of the row that begins at line @i. */
static int
row_end(const struct vm_pane *p, int i)
{
	while (i + 1 < p->n && p->lines[i + 1].id &&
	    !strcmp(p->lines[i + 1].id, p->lines[i].id))
		i++;
	return i;
}

static int
scroll_to(const struct vm_make *m, const struct vm_pane *p, int first, int h)
{
	int top = m->s->pane[p->id].scroll;
	int last = first < 0 ? 0 : row_end(p, first);

	if (first >= 0 && last >= top + h)
		top = last - h + 1;
	if (first >= 0 && first < top)
		top = first;
	/* The heading above the first row comes into view with it. */
	if (first > 0 && first < h && top && p->index == 0)
		top = 0;
	if (top > p->n - h)
		top = p->n - h;
	return top > 0 ? top : 0;
}

/* "+7 more, 1 late" for what is not in view. */
static void
count_hidden(struct vm_make *m, struct vm_pane *p, int h)
{
	int above = 0, below = 0, late = 0;
	const char *text = "";

	for (int i = 0; i < p->n; i++) {
		if ((i >= p->top && i < p->top + h) || !begins_row(p, i))
			continue;
		above += i < p->top;
		below += i >= p->top;
		late += p->lines[i].late;
	}
	if (!above && !below) {
		p->below = p->top + h < p->n ? "more below" :
			p->top ? "more above" : "";
		return;
	}
	if (above)
		text = arena_printf(m->a, "%d above%s", above,
			below ? ", " : "");
	if (below)
		text = arena_printf(m->a, "%s+%d more", text, below);
	if (late)
		text = arena_printf(m->a, "%s, %d late", text, late);
	p->below = text;
	p->below_late = late > 0;
}

void
vm_window(struct vm_make *m, struct vm_pane *p, int h)
{
	int first = find_selected(m, p);

	p->total = p->n;
	p->top = scroll_to(m, p, first, h);
	for (int i = first; first >= 0 && p->focused &&
	    i <= row_end(p, first); i++)
		p->lines[i].selected = true;
	count_hidden(m, p, h);
	p->lines += p->top;
	p->n = p->n - p->top < h ? p->n - p->top : h > 0 ? h : 0;
	p->cap = p->n;
}

/* ---- panes ----------------------------------------------------------- */

/* "CAN 3", for the frame of a pane that covers this one. */
static const char *
pane_count(struct vm_make *m, enum pane_id id)
{
	const struct incident *inc = m->inc;
	int n = 0;

	if (id == PANE_CAN) {
		n = inc->n_reports;
	} else if (id == PANE_PEOPLE) {
		for (int i = 0; i < inc->n_smes; i++)
			n += inc->smes[i].state != SME_RELEASED &&
				!incident_commands(inc, inc->smes[i].name);
	} else if (id == PANE_TIMELINE) {
		n = (int)inc->n;
	} else {
		return panes[id].brief;
	}
	return arena_printf(m->a, "%s %d", panes[id].brief, n);
}

static void
name_others(struct vm_make *m, struct vm_pane *p,
	const struct layout_pane *place)
{
	const char *text = "";

	for (int number = 1; number < PANE_COUNT; number++) {
		for (int i = 0; i < place->n_also; i++) {
			if (layout_number(place->also[i]) != number)
				continue;
			text = arena_printf(m->a, "%s%s%d %s", text,
				*text ? DOT : "", number,
				pane_count(m, place->also[i]));
		}
	}
	if (*text)
		p->right = text;
}

static void
fill_pane(struct vm_make *m, struct vm_pane *p,
	const struct layout_pane *place)
{
	const struct pane_row *row = &panes[place->id];

	*p = (struct vm_pane){
		.id = place->id, .r = place->r, .bare = place->bare,
		.title = row->title, .right = "", .below = "", .row = "",
		.focused = m->s->focus == place->id ||
			place->id == PANE_BOARD,
	};
	row->fn(m, p);
	if (!row->own_window)
		vm_window(m, p, vm_pane_h(p));
	if (place->id == PANE_PEOPLE)
		vm_objectives_fill(m, p);
	for (int i = 0; i < p->n; i++)
		vm_clip(m->a, &p->lines[i], vm_pane_w(p));
	name_others(m, p, place);
}

struct vm_pane *
vm_pane_at(struct vm_make *m, const struct layout_pane *place)
{
	struct vm_pane *p = arena_alloc(m->a, sizeof(*p));

	*p = (struct vm_pane){
		.id = place->id, .r = place->r, .bare = place->bare,
		.title = "", .right = "", .below = "", .row = "",
	};
	panes[place->id].fn(m, p);
	return p;
}

/* ---- the frame -------------------------------------------------------- */

static struct layout_in
layout_wants(struct vm_make *m)
{
	int left = layout_left(m->in->w) - AROUND;
	enum style style;
	struct layout_in in = {
		.h = m->in->h, .w = m->in->w, .board = !m->inc,
		.focus = m->s->focus, .shown = m->s->shown,
		.zoom = m->s->zoom && !m->s->prompt,
		.banner = vm_banner(m, &style) != NULL,
		.status = vm_status_wanted(m),
	};

	if (m->inc) {
		in.attention = vm_attention_lines(m, left);
		in.command = vm_command_lines(m, left);
		in.people = vm_people_lines(m, left);
	}
	return in;
}

void
vm_make(struct vm_make *m, const struct vm_in *in)
{
	struct layout_in wants;

	*m = (struct vm_make){
		.in = in, .inc = in->inc, .s = in->screen, .a = in->a,
		.now = in->now,
		.vm = arena_alloc(in->a, sizeof(*m->vm)),
	};
	if (m->inc)
		m->att = attention_of(m->inc, m->s->who, m->now, m->a);
	wants = layout_wants(m);
	layout_make(&m->lay, &wants);
}

void
vm_layout(const struct vm_in *in, struct layout *out)
{
	struct vm_make m;

	vm_make(&m, in);
	*out = m.lay;
}

static const char *
window_title(const struct vm_make *m)
{
	const struct incident *inc = m->inc;
	char name[16];

	if (!inc || !inc->declared)
		return "fireground";
	incident_name(inc->number, name);
	if (inc->restricted)
		return arena_printf(m->a, "%s SEV%d", name, inc->severity);
	return arena_printf(m->a, "%s SEV%d %s: %s", name, inc->severity,
		inc->closed ? "closed" : stage_rows[inc->stage].name,
		inc->title);
}

static void
fill_foot(struct vm_make *m)
{
	int foot = m->lay.foot;

	if (foot == 2 || (foot == 1 && !vm_status_wanted(m)))
		vm_keybar(m->in, m->vm);
	while (m->vm->n_foot < foot)
		vm_status(m, vm_foot_line(m->a, m->vm));
	for (int i = 0; i < m->vm->n_foot; i++)
		vm_clip(m->a, &m->vm->foot[i], m->in->w);
}

static void
fill_overlay(struct vm_make *m)
{
	struct vm *vm = m->vm;

	vm->over = vm_overlay(m->in, &m->lay);
	if (!vm->over || vm->over->cursor_y < 0)
		return;
	vm->cursor_y = vm->over->r.y + vm->over->cursor_y;
	vm->cursor_x = vm->over->r.x + vm->over->cursor_x;
}

struct vm *
vm_build(const struct vm_in *in)
{
	struct vm_make m;
	struct vm *vm;
	when_ms age;

	vm_make(&m, in);
	vm = m.vm;
	vm->size = (struct vm_rect){0, 0, in->h, in->w};
	vm->cursor_y = vm->cursor_x = -1;
	vm->stale = vm_stale(&m, &age) || in->went_back;
	vm->title = window_title(&m);
	if (m.lay.head)
		vm_head(&m);
	for (int i = 0; i < m.lay.n; i++)
		fill_pane(&m, &vm->panes[vm->n_panes++], &m.lay.pane[i]);
	fill_foot(&m);
	for (int i = 0; i < m.att.n; i++)
		vm->bells += attention_rows[m.att.v[i].sort].bell;
	fill_overlay(&m);
	return vm;
}
