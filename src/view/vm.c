#include "view/vm_part.h"

#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"
#include "model/clocks.h"
#include "view/keys.h"
#include "view/overlay.h"
#include "view/rows.h"

#include <string.h>

enum {
	FOOT_PART = 3, /* of the rows, one in three is the foot's at most */
	EDGE = 8, /* columns of a frame's edge that are no text */
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
	[PANE_OBJECTIVES] = {"Objectives", "objectives", vm_objectives, false},
	[PANE_TOLD] = {"Told", "told", vm_told, false},
	[PANE_TIMELINE] = {"Timeline UTC", "timeline", vm_timeline, true},
	[PANE_BOARD] = {"Incidents", "board", vm_board, true},
};

/* ---- small things --------------------------------------------------- */

const char *
vm_span_of(const struct vm_make *m, when_ms d)
{
	char out[WHEN_MAX];

	return arena_dup(m->a, when_age(d, out));
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
	const struct layout_pane place = {
		.r = p->r, .bare = p->bare, .ruled = p->ruled,
		.inset = p->inset,
	};

	return layout_inside(&place).w;
}

int
vm_pane_h(const struct vm_pane *p)
{
	const struct layout_pane place = {
		.r = p->r, .bare = p->bare, .ruled = p->ruled,
		.inset = p->inset,
	};

	return layout_inside(&place).h;
}

/* ---- panes ----------------------------------------------------------- */

/* "3" of "CAN 3", for the frame of a pane that covers this one; -1: none. */
static int
pane_count(const struct vm_make *m, enum pane_id id)
{
	const struct incident *inc = m->inc;
	int n = 0;

	if (id == PANE_CAN)
		return inc->n_reports;
	if (id == PANE_TIMELINE)
		return (int)inc->n;
	if (id == PANE_OBJECTIVES)
		return vm_work_open(inc);
	if (id != PANE_PEOPLE)
		return -1;
	for (int i = 0; i < inc->n_smes; i++)
		n += inc->smes[i].state != SME_RELEASED &&
			!incident_commands(inc, inc->smes[i].name);
	return n;
}

/* How much is said of the panes that share a place. */
enum naming { NAME_COUNTED, NAME_ALONE, NAME_NUMBER, NAMINGS };

static const char *
name_pane(struct vm_make *m, enum pane_id id, enum naming how)
{
	const char *name = panes[id].brief;
	int number = layout_number(id), n = pane_count(m, id);

	if (id == PANE_OBJECTIVES && !incident_live(m->inc))
		name = "items";
	if (how == NAME_NUMBER)
		return arena_printf(m->a, "%d", number);
	if (how == NAME_ALONE || n < 0)
		return arena_printf(m->a, "%d %s", number, name);
	return arena_printf(m->a, "%d %s %d", number, name, n);
}

static const char *
list_others(struct vm_make *m, const struct layout_pane *place,
	enum naming how)
{
	const char *text = "";

	for (int number = 1; number < PANE_COUNT; number++)
		for (int i = 0; i < place->n_also; i++)
			if (layout_number(place->also[i]) == number)
				text = arena_printf(m->a, "%s%s%s", text,
					!*text ? "" : how == NAME_NUMBER ?
					" " : DOT, name_pane(m,
					place->also[i], how));
	return text;
}

/* Names the panes that share this one's place, as well as there is room. */
static void
name_others(struct vm_make *m, struct vm_pane *p,
	const struct layout_pane *place)
{
	int room = p->r.w - EDGE - text_width(p->title);

	if (!place->n_also)
		return;
	p->names_panes = true;
	for (int how = 0; how < NAMINGS; how++) {
		p->right = list_others(m, place, (enum naming)how);
		if (text_width(p->right) <= room)
			return;
	}
}

static void
fill_pane(struct vm_make *m, struct vm_pane *p,
	const struct layout_pane *place)
{
	const struct pane_row *row = &panes[place->id];

	*p = (struct vm_pane){
		.id = place->id, .r = place->r, .bare = place->bare,
		.ruled = place->ruled, .inset = place->inset,
		.title = row->title, .loud = "", .right = "", .below = "",
		.row = "", .view = "",
		.focused = m->s->focus == place->id ||
			place->id == PANE_BOARD,
	};
	row->fn(m, p);
	if (!row->own_window)
		vm_window(m, p, vm_pane_h(p));
	if (place->id == PANE_OBJECTIVES)
		vm_objectives_fill(m, p);
	for (int i = 0; i < p->n; i++)
		vm_clip(m->a, &p->lines[i], vm_pane_w(p));
	vm_count_cut(m, p);
	name_others(m, p, place);
}

/* What a pane without a frame leaves out is said in the edge below it. */
static void
say_below(struct vm_make *m, const struct vm_pane *p, struct vm_pane *next)
{
	if (!p->bare || p->ruled || !*p->below || p->id != PANE_ATTENTION)
		return;
	next->right = arena_printf(m->a, "%s%s%s%s%s", next->ruled ? "" :
		p->title, next->ruled ? "" : " ", p->below,
		*next->right ? DOT : "", next->right);
	next->right_late = p->below_late;
}

static void
fill_panes(struct vm_make *m)
{
	struct vm *vm = m->vm;

	for (int i = 0; i < m->lay.n; i++) {
		struct vm_pane *p = &vm->panes[vm->n_panes++];

		fill_pane(m, p, &m->lay.pane[i]);
		if (p->ruled && *p->below)
			p->title = arena_printf(m->a, "%s %s",
				panes[p->id].brief, p->below);
		if (i > 0)
			say_below(m, p - 1, p);
	}
}

struct vm_pane *
vm_pane_at(struct vm_make *m, const struct layout_pane *place)
{
	struct vm_pane *p = arena_alloc(m->a, sizeof(*p));

	*p = (struct vm_pane){
		.id = place->id, .r = place->r, .bare = place->bare, .title = "",
		.loud = "", .right = "", .below = "", .row = "", .view = "",
	};
	panes[place->id].fn(m, p);
	return p;
}

/* ---- the frame -------------------------------------------------------- */

static int
lines_of(void *ctx, enum pane_id id, int w)
{
	struct vm_make *m = ctx;
	const struct layout_pane place = {
		.id = id, .r = {0, 0, INT16_MAX, w}, .bare = true,
	};

	if (id == PANE_ATTENTION)
		return vm_attention_lines(m, w);
	return panes[id].own_window ? 0 : vm_pane_at(m, &place)->n;
}

static struct layout_in
layout_wants(struct vm_make *m)
{
	enum style style;
	struct layout_in in = {
		.h = m->in->h, .w = m->in->w, .board = !m->inc,
		.focus = m->s->focus,
		.zoom = m->s->zoom && !m->s->prompt,
		.banner = vm_banner(m, &style) != NULL,
		.status = vm_status_wanted(m), .lines = lines_of, .ctx = m,
	};

	memcpy(in.used, m->s->used, sizeof(in.used));
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
	return text_safe(m->a, arena_printf(m->a, "%s SEV%d %s: %s", name,
		inc->severity, inc->closed ? "closed" :
		stage_rows[inc->stage].name, inc->title), false);
}

/*
 * The key bar and the status line.  A message that is longer takes the bar's
 * row and some of the panes', which stay where they are.
 */
static void
fill_foot(struct vm_make *m)
{
	int foot = m->lay.foot;
	int most = m->in->h / FOOT_PART > foot ? m->in->h / FOOT_PART : foot;
	struct vm_pane p = {.bare = true};

	if (foot == 2 || vm_status_wanted(m))
		vm_status(m, &p, most);
	if (foot > p.n)
		vm_keybar(m->in, m->vm);
	for (int i = 0; i < p.n; i++) {
		struct vm_line *l = vm_foot_line(m->a, m->vm);

		*l = p.lines[i];
		l->wall = true;
		l->fill = STYLE_TEXT;
	}
	if (m->vm->n_foot > foot)
		m->lay.foot = m->vm->n_foot;
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

/* What may leave the screen: on others' desks and in logs of terminals. */
static const char *
alarm_text(struct vm_make *m, const struct attention *row)
{
	const char *more = str_or(row->more, "");
	size_t n = strcspn(more, "\302"); /* up to a middle dot */
	char name[16];

	while (n && more[n - 1] == ' ')
		n--;
	incident_name(m->inc->number, name);
	if (m->inc->restricted)
		return arena_printf(m->a, "%s needs you", name);
	return text_safe(m->a, arena_printf(m->a, "%s: %s%s%.*s", name,
		row->text, n ? "  " : "", (int)n, more), false);
}

static void
fill_alarms(struct vm_make *m)
{
	struct vm *vm = m->vm;

	vm->alarms = arena_alloc(m->a, ((size_t)m->att.n + 1) *
		sizeof(*vm->alarms));
	for (int i = 0; i < m->att.n; i++) {
		const struct attention *row = &m->att.v[i];

		if (attention_rows[row->sort].bell)
			vm->alarms[vm->n_alarms++] = (struct vm_alarm){
				row->id, alarm_text(m, row)};
	}
}

bool
vm_writes(const struct vm_in *in)
{
	return !in->read_only && screen_may_write(in->screen, NULL);
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
	vm->now = in->now;
	vm->mono = in->mono;
	vm->cursor_y = vm->cursor_x = -1;
	vm->replay = in->screen->past.n != 0;
	vm->stale = !vm->replay && (vm_stale(&m, &age) || in->went_back);
	vm->title = window_title(&m);
	if (m.lay.head)
		vm_head(&m);
	fill_panes(&m);
	fill_foot(&m);
	fill_alarms(&m);
	fill_overlay(&m);
	return vm;
}
