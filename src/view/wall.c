#include "view/wall_part.h"

#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"

#include <string.h>

enum { FOOT_H = 8 /* rows of a screen that has a foot */ };

/*
 * How the room is shared out: the first row of this table that leaves @keep
 * rows for the panes is taken.
 */
static const struct plan {
	enum wall_face band, figures;
	int rail; /* rows of it */
	int air;  /* empty rows between the parts */
	int keep;
} plans[] = {
	{FACE_LARGE, FACE_LARGE, 3, 1, 24},
	{FACE_SMALL, FACE_LARGE, 3, 1, 20},
	{FACE_SMALL, FACE_SMALL, 3, 1, 15},
	{FACE_PLAIN, FACE_SMALL, 3, 1, 12},
	{FACE_PLAIN, FACE_SMALL, 1, 1, 9},
	{FACE_PLAIN, FACE_PLAIN, 1, 1, 6},
	{FACE_PLAIN, FACE_PLAIN, 1, 0, 3},
	{FACE_PLAIN, FACE_PLAIN, 0, 0, 0},
};

#define PLANS (sizeof(plans) / sizeof(plans[0]))

const char *
wall_said(const struct wall_make *w, const char *text)
{
	return wall_redact(w->m.a, text_safe(w->m.a, str_or(text, ""),
		false));
}

/* The place of the entry that @e goes back to: it may quote it; 0: none. */
static uint32_t
goes_back_to(const struct incident *inc, const struct event *ev)
{
	const struct need *need = event_has(ev, F_NEED) ? incident_need(inc,
		(int32_t)event_int(ev, F_NEED)) : NULL;

	return need ? need->n : (uint32_t)event_int(ev, F_ENTRY);
}

bool
wall_hides(const struct incident *inc, uint32_t n)
{
	const struct entry *e = incident_entry(inc, n);

	for (int deep = 0; e && deep < 3; deep++) {
		if (event_int(&e->ev, F_INTERNAL))
			return true;
		e = incident_entry(inc, goes_back_to(inc, &e->ev));
	}
	return false;
}

struct vm_line *
wall_lines(struct wall_make *w, int n)
{
	struct vm *vm = w->m.vm;

	for (int i = 0; i < n; i++)
		vm_head_line(w->m.a, vm);
	return &vm->head[vm->n_head - n];
}

struct vm_pane *
wall_pane(struct wall_make *w, struct vm_rect r, const char *title,
	const char *right)
{
	struct vm_pane *p = &w->m.vm->panes[w->m.vm->n_panes++];

	*p = (struct vm_pane){
		.r = r, .title = title, .right = right, .below = "",
		.row = "",
	};
	return p;
}

/* ---- the picture of one incident ----------------------------------------- */

/* Rows of a plan without its panes; 0 when it cannot be. */
static int
plan_rows(struct wall_make *w, const struct plan *p)
{
	int band = wall_band_rows(w, p->band);
	int tiles = wall_tiles_rows(w);

	if (!band)
		return 0;
	return band + wall_figures_rows(w, p->figures) + p->rail + tiles +
		p->air * (2 + (p->rail > 0));
}

static const struct plan *
plan_for(struct wall_make *w, int rows)
{
	for (size_t i = 0; i < PLANS - 1; i++) {
		int need = plan_rows(w, &plans[i]);

		if (need && need + plans[i].keep <= rows)
			return &plans[i];
	}
	return &plans[PLANS - 1];
}

static void
put_rail(struct wall_make *w, int rows)
{
	w->m.lay.rails = rows;
	for (int i = 0; i < rows; i++) {
		struct vm_line *l = wall_lines(w, 1);

		vm_rail(&w->m, l, i);
		vm_clip(w->m.a, l, w->in->vm.w);
	}
}

static void
put_incident(struct wall_make *w, int rows)
{
	const struct plan *p = plan_for(w, rows);
	int tiles = wall_tiles_rows(w);
	struct vm_rect r = {0, 0, 0, w->in->vm.w};

	wall_band(w, p->band);
	wall_lines(w, p->air);
	wall_figures(w, p->figures);
	wall_lines(w, p->air);
	put_rail(w, p->rail);
	wall_lines(w, p->rail ? p->air : 0);
	r.y = w->m.vm->n_head;
	if (r.y + tiles > rows)
		tiles = 0;
	if (tiles)
		wall_tiles(w, (struct vm_rect){r.y, 0, tiles, r.w});
	r.y += tiles;
	r.h = rows - r.y;
	wall_panes(w, r);
}

/* ---- all of it ------------------------------------------------------------ */

/* Of the terminal's window: what a list of windows shows. */
static const char *
window_title(const struct wall_make *w)
{
	const struct incident *inc = w->m.inc;
	char name[16];

	if (!inc)
		return "fireground wall";
	return arena_printf(w->m.a, "wall: %s SEV%d %s",
		incident_name(inc->number, name), inc->severity,
		wall_said(w, inc->title));
}

static void
begin(struct wall_make *w, const struct wall_in *in)
{
	const struct vm_in *vm = &in->vm;

	*w = (struct wall_make){.in = in};
	w->m = (struct vm_make){
		.in = vm, .a = vm->a, .now = vm->now, .inc = vm->inc,
		.vm = arena_alloc(vm->a, sizeof(*w->m.vm)),
	};
	if (w->m.inc && w->m.inc->restricted)
		w->m.inc = NULL;
	w->stale = vm_stale(&w->m, &w->age) || vm->went_back;
	for (int i = 0; i < vm->n_board; i++)
		w->restricted += summary_live(&vm->board[i]) &&
			vm->board[i].restricted;
	w->m.vm->size = (struct vm_rect){0, 0, vm->h, vm->w};
	w->m.vm->cursor_y = w->m.vm->cursor_x = -1;
	w->m.vm->stale = w->stale;
	w->m.vm->title = window_title(w);
}

struct vm *
wall_build(const struct wall_in *in)
{
	int foot = in->vm.h >= FOOT_H;
	struct wall_make w;

	begin(&w, in);
	if (w.m.inc) {
		put_incident(&w, in->vm.h - foot);
	} else {
		wall_band(&w, FACE_PLAIN);
		wall_none(&w);
	}
	if (foot)
		wall_foot(&w);
	if (w.stale)
		wall_no_signal(&w);
	return w.m.vm;
}
