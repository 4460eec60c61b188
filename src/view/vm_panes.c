/*
 * The panes of a frame: what fills each, how many rows it asks for, and what
 * stands in its edges.
 *
 * A pane that the arrangement has measured is written already; it is written
 * again only where its place makes it say something else.
 */
#include "view/vm_part.h"

#include "base/mem.h"
#include "base/text.h"

#define EDGE 8 /* columns of a frame's edge that are no text */

/* The panes, by what fills them. */
static const struct pane_row {
	const char *title, *brief;
	vm_pane_fn *fn;
	bool own_window; /* writes only what is in view */
	int low;         /* with so few rows or less it leaves lines out */
	bool fits;       /* it says less where it has more lines than rows */
} panes[PANE_COUNT] = {
	[PANE_ATTENTION] = {"For you", "for you", vm_attention, true, 0, false},
	[PANE_COMMAND] = {"Command", "command", vm_command, false,
		0, true},
	[PANE_PEOPLE] = {"SMEs", "SMEs", vm_people, false, 3, false},
	[PANE_CAN] = {"CAN reports", "CAN", vm_can, false, 6, false},
	[PANE_OBJECTIVES] = {"Objectives", "objectives", vm_objectives, false,
		0, false},
	[PANE_TOLD] = {"Told", "told", vm_told, false, 0, false},
	[PANE_TIMELINE] = {"Timeline UTC", "timeline", vm_timeline, true, 0, false},
	[PANE_BOARD] = {"Incidents", "board", vm_board, true, 0, false},
};

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

static void
begin_pane(const struct vm_make *m, struct vm_pane *p,
	const struct layout_pane *place)
{
	*p = (struct vm_pane){
		.id = place->id, .r = place->r, .bare = place->bare,
		.ruled = place->ruled, .inset = place->inset,
		.title = panes[place->id].title, .loud = "", .right = "",
		.below = "", .row = "", .view = "",
		.focused = m->s->focus == place->id ||
			place->id == PANE_BOARD,
	};
}

/* How much is said of the panes that share a place. */
enum naming { NAME_COUNTED, NAME_ALONE, NAME_NUMBER };

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

/*
 * Names the panes that share this one's place, as well as there is room; what
 * this one says of itself gives way to them.
 */
static void
name_others(struct vm_make *m, struct vm_pane *p,
	const struct layout_pane *place)
{
	static const struct {
		enum naming how;
		bool own;
	} tries[] = {
		{NAME_COUNTED, true}, {NAME_COUNTED, false},
		{NAME_ALONE, false}, {NAME_NUMBER, false},
	};
	int room = p->r.w - EDGE - text_width(p->title);
	const char *own = p->right;

	if (!place->n_also)
		return;
	for (size_t i = 0; i < sizeof(tries) / sizeof(tries[0]); i++) {
		p->names = list_others(m, place, tries[i].how);
		p->right = tries[i].own && *own ? arena_printf(m->a, "%s / %s",
			own, p->names) : p->names;
		if (text_width(p->right) <= room)
			return;
	}
}

/* Whether a pane would say at @place what it said where it was measured. */
static bool
says_the_same(const struct vm_pane *measured, const struct layout_pane *place)
{
	const struct pane_row *row = &panes[place->id];
	struct vm_rect r = layout_inside(place);

	return measured && vm_pane_w(measured) == r.w && r.h > row->low &&
		(!row->fits || measured->n <= r.h);
}

/* All lines of the pane; those that the arrangement has counted already. */
static void
write_pane(struct vm_make *m, struct vm_pane *p,
	const struct layout_pane *place)
{
	const struct vm_pane *measured = m->measured[place->id];

	if (!says_the_same(measured, place)) {
		begin_pane(m, p, place);
		panes[place->id].fn(m, p);
		return;
	}
	*p = *measured;
	p->r = place->r;
	p->bare = place->bare;
	p->ruled = place->ruled;
	p->inset = place->inset;
}

static void
fill_pane(struct vm_make *m, struct vm_pane *p,
	const struct layout_pane *place)
{
	const struct pane_row *row = &panes[place->id];

	write_pane(m, p, place);
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

void
vm_panes(struct vm_make *m)
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

	begin_pane(m, p, place);
	panes[place->id].fn(m, p);
	return p;
}

int
vm_pane_lines(void *ctx, enum pane_id id, int w)
{
	struct vm_make *m = ctx;
	const struct layout_pane place = {
		.id = id, .r = {0, 0, INT16_MAX, w}, .bare = true,
	};

	if (id == PANE_ATTENTION)
		return vm_attention_lines(m, w);
	if (panes[id].own_window)
		return 0;
	m->measured[id] = vm_pane_at(m, &place);
	return m->measured[id]->n;
}
