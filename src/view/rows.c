#include "view/rows.h"

#include "base/mem.h"
#include "view/search.h"
#include "view/sift.h"
#include "view/vm_part.h"

#include <stdio.h>
#include <string.h>

/* ---- ids ------------------------------------------------------------- */

uint32_t
vm_row_number(const char *row, const char *sort)
{
	size_t n = strlen(sort);
	uint32_t number = 0;

	if (strncmp(row, sort, n) != 0 || row[n] != ':')
		return 0;
	for (row += n + 1; *row >= '0' && *row <= '9'; row++) {
		if (number > UINT32_MAX / 10 - 1)
			return 0;
		number = number * 10 + (uint32_t)(*row - '0');
	}
	return *row ? 0 : number;
}

static int
board_rows(const struct vm_in *in, const char ***ids)
{
	const char **v = arena_alloc(in->a, ((size_t)in->n_board + 1) *
		sizeof(*v));

	for (int i = 0; i < in->n_board; i++)
		v[i] = arena_printf(in->a, "inc:%lu",
			(unsigned long)in->board[i].number);
	*ids = v;
	return in->n_board;
}

int
vm_rows(const struct vm_in *in, enum pane_id pane, const char ***ids)
{
	struct layout_pane place = {.id = pane, .bare = true};
	const struct layout_pane *there;
	const struct vm_pane *p;
	const char **v, *last = NULL;
	struct vm_make m;
	int n = 0;

	*ids = NULL;
	if (pane == PANE_BOARD)
		return board_rows(in, ids);
	if (!in->inc || pane == PANE_NONE || pane == PANE_TIMELINE)
		return 0;
	vm_make(&m, in);
	there = layout_find(&m.lay, pane);
	place.r = there ? layout_inside(there).w > 0 ? layout_inside(there) :
		there->r : (struct vm_rect){0, 0, 10, 80};
	place.r.h = INT16_MAX; /* all lines, those out of view too */
	p = vm_pane_at(&m, &place);
	v = arena_alloc(in->a, ((size_t)p->n + 1) * sizeof(*v));
	for (int i = 0; i < p->n; i++) {
		const char *id = p->lines[i].id;

		if (id && (!last || strcmp(id, last) != 0))
			v[n++] = id;
		last = id;
	}
	*ids = v;
	return n;
}

/* ---- the timeline ---------------------------------------------------- */

void
screen_entry(struct screen *s, uint32_t n)
{
	struct pane_state *st = &s->pane[PANE_TIMELINE];

	st->row[0] = '\0';
	st->keeps_top = false;
	if (!n) {
		st->top = 0;
		return;
	}
	snprintf(st->row, sizeof(st->row), "entry:%lu", (unsigned long)n);
	if (!st->top)
		st->top = st->index > 0 ? (uint32_t)st->index : 1;
}

/* In places among the entries that are shown; behind the last one: follows. */
static void
move_timeline(struct screen *s, const struct incident *inc,
	enum screen_step how, int page)
{
	uint32_t n = vm_row_number(s->pane[PANE_TIMELINE].row, "entry");
	uint32_t last = sift_count(s, inc), step = (uint32_t)page;
	uint32_t at = n ? sift_place(s, inc, n) : last + 1;

	if (!last)
		return;
	if (how == STEP_UP)
		at = at > 1 ? at - 1 : 1;
	else if (how == STEP_PAGE_UP)
		at = at > step ? at - step : 1;
	else if (how == STEP_HOME)
		at = 1;
	else if (how == STEP_DOWN)
		at++;
	else if (how == STEP_PAGE_DOWN)
		at += step;
	else
		at = last + 1;
	screen_entry(s, sift_entry(s, inc, at));
}

/* ---- moving ---------------------------------------------------------- */

void
screen_focus(struct screen *s, enum pane_id id)
{
	if (id == PANE_NONE || id == PANE_COUNT)
		return;
	s->focus = id;
	s->used[id] = ++s->uses;
}

void
screen_forget(struct screen *s)
{
	struct pane_state board = s->pane[PANE_BOARD];

	memset(s->pane, 0, sizeof(s->pane));
	s->pane[PANE_BOARD] = board;
	s->seen = 0;
	s->filter = (struct entry_filter){0};
	search_end(s);
}

/* Rows of the pane that keys go to; 1 when it is not in view. */
static int
page_of(const struct vm_in *in, enum pane_id id)
{
	struct layout lay;
	const struct layout_pane *there;
	int h;

	vm_layout(in, &lay);
	there = layout_find(&lay, id);
	h = there ? layout_inside(there).h : 1;
	return h > 2 ? h - 1 : 1;
}

static void
select_row(struct screen *s, const char *const *ids, int at)
{
	struct pane_state *st = &s->pane[s->focus];

	snprintf(st->row, sizeof(st->row), "%s", ids[at]);
	st->index = at;
	st->placed = at > 0;
}

static int
find_row(const struct pane_state *st, const char *const *ids, int n)
{
	for (int i = 0; i < n; i++)
		if (!strcmp(ids[i], st->row))
			return i;
	if (!*st->row)
		return 0;
	return st->index < n ? st->index : n - 1;
}

static int
step_by(enum screen_step how, int page)
{
	switch (how) {
	case STEP_UP:
		return -1;
	case STEP_DOWN:
		return 1;
	case STEP_PAGE_UP:
		return -page;
	case STEP_PAGE_DOWN:
		return page;
	case STEP_HOME:
		return INT16_MIN;
	default:
		return INT16_MAX;
	}
}

/* A pane without rows, or whose rows all are in view, is scrolled. */
static void
scroll_by(struct screen *s, int step)
{
	struct pane_state *st = &s->pane[s->focus];

	st->view[0] = '\0';
	st->line = step < -st->line ? 0 : st->line + step;
}

void
screen_move(struct screen *s, const struct vm_in *in, enum screen_step how)
{
	enum pane_id id = in->inc ? s->focus : PANE_BOARD;
	const char **ids;
	int n, at, page;

	if (how == STEP_NEXT_PANE || how == STEP_PREV_PANE) {
		screen_focus(s, layout_cycle(id,
			how == STEP_NEXT_PANE ? 1 : -1));
		return;
	}
	page = how == STEP_PAGE_UP || how == STEP_PAGE_DOWN ?
		page_of(in, id) : 1;
	s->focus = id;
	if (id == PANE_TIMELINE) {
		move_timeline(s, in->inc, how, page);
		return;
	}
	n = vm_rows(in, id, &ids);
	if (!n) {
		scroll_by(s, step_by(how, page));
		return;
	}
	at = find_row(&s->pane[id], ids, n) + step_by(how, page);
	if (at >= n)
		scroll_by(s, step_by(how, page)); /* lines below the last row */
	select_row(s, ids, at < 0 ? 0 : at >= n ? n - 1 : at);
}

/* ---- what was drawn -------------------------------------------------- */

/*
 * News never moves a selection.  But one that nobody has moved belongs to the
 * first row: it goes there while no key can act on it, and when its row is
 * gone.
 */
static void
keep_selected(const struct screen *s, const struct vm_pane *p,
	struct pane_state *st)
{
	bool kept = st->placed || p->id == s->focus;

	snprintf(st->row, sizeof(st->row), "%s", kept ? p->row : "");
	st->index = st->placed ? p->index : 0;
	snprintf(st->view, sizeof(st->view), "%s", p->view);
	st->into = p->into;
	st->line = p->top;
}

void
screen_drawn(struct screen *s, const struct vm *vm)
{
	/* Beyond its end a form is not moved, and so need not be moved back. */
	if (vm->over && s->over == OVER_FORM)
		s->form.scroll = vm->over->scroll;
	for (int i = 0; i < vm->n_panes; i++) {
		const struct vm_pane *p = &vm->panes[i];
		struct pane_state *st = &s->pane[p->id];

		if (p->id != PANE_TIMELINE) {
			keep_selected(s, p, st);
			continue;
		}
		snprintf(st->row, sizeof(st->row), "%s", p->row);
		st->index = (int)p->first;
		if (st->top)
			st->top = p->first ? p->first : st->top;
		/* Who looks at the past has not seen what came since. */
		if (s->past.n)
			continue;
		if (!st->top)
			s->seen = (uint32_t)p->total;
		else if (p->last > s->seen)
			s->seen = p->last;
	}
}
