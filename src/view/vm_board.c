/*
 * The board: all incidents, live and worst first, then after-care by what is
 * due next, then closed.  Only those in view are put into words.
 */
#include "view/vm_part.h"

#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"
#include "view/rows.h"

enum { COL_STAGE, COL_COMMANDER, COL_HIT, COL_WORST, COLS };

enum sort { SORT_LIVE, SORT_CARE, SORT_CLOSED, SORTS };

/* A line of the whole list: a heading, a blank or an incident. */
struct slot {
	enum sort sort;
	int at; /* of the summary; -1 a heading, -2 a blank */
};

struct board {
	struct vm_make *m;
	struct vm_pane *p;
	int w, h;
	int width[COLS], title; /* of the columns and the title before them,
				 * the blank behind included */
	int first[SORTS + 1]; /* where each sort begins among the summaries */
	int line[SORTS];      /* line of its heading; -1 none */
	int lines;
};

static enum sort
sort_of(const struct summary *s)
{
	if (s->closed)
		return SORT_CLOSED;
	return s->all_clear ? SORT_CARE : SORT_LIVE;
}

static void
find_sorts(struct board *b)
{
	int n = b->m->in->n_board, at = 0;

	for (int s = 0; s < SORTS; s++) {
		b->first[s] = at;
		while (at < n && sort_of(&b->m->in->board[at]) <= (enum sort)s)
			at++;
		b->line[s] = -1;
		if (at == b->first[s])
			continue;
		b->line[s] = b->lines + (b->lines > 0);
		b->lines = b->line[s] + 1 + at - b->first[s];
	}
	b->first[SORTS] = n;
}

static struct slot
slot_at(const struct board *b, int line)
{
	struct slot out = {SORT_LIVE, -2};

	for (int s = 0; s < SORTS; s++) {
		if (b->line[s] < 0 || line < b->line[s])
			continue;
		out.sort = (enum sort)s;
		out.at = line == b->line[s] ? -1 :
			b->first[s] + line - b->line[s] - 1;
		if (out.at >= b->first[s + 1])
			out.at = -2;
	}
	return out;
}

static int
line_of(const struct board *b, int at)
{
	int s = SORTS - 1;

	while (s > 0 && at < b->first[s])
		s--;
	return b->line[s] + 1 + at - b->first[s];
}

/* ---- one incident ---------------------------------------------------- */

/* Columns at the right of the title, by the width of the screen. */
static const struct board_column {
	int w;     /* columns, the blank behind included */
	int from;  /* pane width from which on it is there */
} columns[COLS] = {
	{15, 44},  /* stage and its time */
	{10, 88},  /* commander */
	{13, 112}, /* customers hit */
	{23, 62},  /* what is worst */
};

static const char *
stage_words(const struct board *b, const struct summary *s)
{
	struct vm_make *m = b->m;
	char name[16];

	if (s->merged_into)
		return arena_printf(m->a, ARROW " %s",
			incident_name(s->merged_into, name));
	if (s->closed)
		return s->false_alarm ? "false alarm" : "closed";
	return arena_printf(m->a, "%s %s", s->stage == STAGE_ACTION_ITEMS ?
		"Actions" : stage_rows[s->stage].name,
		vm_span_of(m, m->now - s->stage_since));
}

static const char *
hit_words(const struct board *b, const struct summary *s)
{
	when_ms sum = s->customer_base;
	char out[WHEN_MAX];

	if (s->impact == IMPACT_NEVER)
		return "not hit";
	if (s->customer_run != WHEN_NONE)
		sum += b->m->now - s->customer_run;
	return arena_printf(b->m->a, "%s%s", s->impact == IMPACT_UNKNOWN &&
		s->customer_run != WHEN_NONE ? ">=" : "",
		when_elapsed(sum, out));
}

/* What stands in the columns, in words. */
static void
cells_of(const struct board *b, const struct summary *s,
	struct vm_span out[COLS])
{
	static const enum style levels[] = {
		[LEVEL_INFO] = STYLE_DIM, [LEVEL_WARN] = STYLE_WARN,
		[LEVEL_BAD] = STYLE_BAD,
	};
	bool live = summary_live(s);
	enum attention_level level;
	const char *worst = vm_summary_worst(b->m, s, &level);
	char date[WHEN_MAX];

	if (s->closed && s->closed_at != WHEN_NONE)
		worst = arena_dup(b->m->a, when_date(s->closed_at, date));
	out[COL_STAGE] = (struct vm_span){
		.style = live ? STYLE_ACCENT : STYLE_DIM,
		.text = stage_words(b, s),
	};
	out[COL_COMMANDER] = (struct vm_span){
		.style = STYLE_NAME,
		.text = live ? str_or(s->commander, "\u2013") : "",
	};
	out[COL_HIT] = (struct vm_span){
		.style = live && !s->under_control ? STYLE_BAD : STYLE_DIM,
		.text = hit_words(b, s),
	};
	out[COL_WORST] = (struct vm_span){
		.style = levels[level], .text = worst,
	};
}

static void
put_cells(struct board *b, struct vm_line *l, const struct summary *s)
{
	struct vm_span cells[COLS];

	cells_of(b, s, cells);
	for (int i = 0; i < COLS; i++) {
		if (!b->width[i])
			continue;
		vm_cell(b->m->a, l, b->width[i] - 1, cells[i].style,
			cells[i].text);
		vm_tab(l, l->end + 1);
	}
}

/* What the widest of those in view takes; returns that of their titles. */
static int
measure(const struct board *b, int need[COLS])
{
	int title = 0;

	for (int i = b->p->top; i < b->lines && i < b->p->top + b->h; i++) {
		struct slot slot = slot_at(b, i);
		const struct summary *s = slot.at < 0 ? NULL :
			&b->m->in->board[slot.at];
		struct vm_span cells[COLS];
		int w;

		if (!s || s->restricted)
			continue;
		cells_of(b, s, cells);
		for (int c = 0; c < COLS; c++) {
			w = text_width(text_safe(b->m->a, cells[c].text,
				false));
			need[c] = w > need[c] ? w : need[c];
		}
		w = text_width(text_safe(b->m->a, str_or(s->title, ""),
			false));
		title = w > title ? w : title;
	}
	return title;
}

/* A title that is cut takes what the columns leave blank. */
static void
share_out(struct board *b)
{
	int need[COLS] = {0}, title = measure(b, need), lack;

	b->title = b->w - 16;
	for (int i = 0; i < COLS; i++) {
		b->width[i] = b->w >= columns[i].from ? columns[i].w : 0;
		b->title -= b->width[i];
	}
	lack = title + 1 - b->title;
	for (int i = COLS - 1; i >= 0 && lack > 0; i--) {
		int spare = b->width[i] - need[i] - 1;

		spare = spare > lack ? lack : spare;
		if (spare <= 0)
			continue;
		b->width[i] -= spare;
		b->title += spare;
		lack -= spare;
	}
}

static void
put_incident(struct board *b, int at)
{
	const struct summary *s = &b->m->in->board[at];
	struct arena *a = b->m->a;
	struct vm_line *l = vm_pane_line(a, b->p);
	char name[16];

	l->id = arena_printf(a, "inc:%lu", (unsigned long)s->number);
	l->selected = at == b->p->index;
	vm_cell(a, l, 8, STYLE_BOLD, incident_name(s->number, name));
	vm_tab(l, l->end + 1);
	if (s->closed)
		vm_putf(a, l, STYLE_DIM, " SEV%d ", s->severity);
	else
		vm_putf(a, l, style_severity(s->severity), " SEV%d ",
			s->severity);
	vm_tab(l, l->end + 1);
	if (s->restricted) {
		vm_put(a, l, STYLE_DIM, "restricted");
	} else {
		vm_cell(a, l, b->title > 1 ? b->title - 1 : 1, s->closed ?
			STYLE_DIM : STYLE_TEXT, str_or(s->title, ""));
		vm_tab(l, l->end + 1);
		put_cells(b, l, s);
	}
	vm_clip(a, l, b->w);
}

/* ---- the pane -------------------------------------------------------- */

static void
put_slot(struct board *b, int line)
{
	static const char *const names[SORTS] = {
		"Live", "After-care", "Closed",
	};
	struct slot slot = slot_at(b, line);
	struct vm_line *l;

	if (slot.at >= 0) {
		put_incident(b, slot.at);
		return;
	}
	l = vm_pane_line(b->m->a, b->p);
	if (slot.at == -1) {
		vm_put(b->m->a, l, STYLE_BOLD, names[slot.sort]);
		vm_putf(b->m->a, l, STYLE_DIM, "  %d", b->first[slot.sort +
			1] - b->first[slot.sort]);
	}
}

static int
find_selected(const struct board *b)
{
	const struct pane_state *st = &b->m->s->pane[PANE_BOARD];
	uint32_t number = vm_row_number(st->row, "inc");
	int n = b->m->in->n_board;

	for (int i = 0; number && i < n; i++)
		if (b->m->in->board[i].number == number)
			return i;
	if (!*st->row)
		return 0;
	return st->index < n ? st->index : n - 1;
}

static int
find_top(const struct board *b)
{
	int at = line_of(b, b->p->index);
	int top = b->m->s->pane[PANE_BOARD].line;

	if (at >= top + b->h)
		top = at - b->h + 1;
	if (at < top)
		top = at;
	if (at == 1 && b->h > 1)
		top = 0; /* with its heading */
	if (top > b->lines - b->h)
		top = b->lines - b->h;
	return top > 0 ? top : 0;
}

/* "2 above, +7 more, 1 late"; only the live can be late. */
static void
count_hidden(struct board *b)
{
	struct vm_make *m = b->m;
	int above = 0, more = m->in->board_total - m->in->n_board, late = 0;
	const char *text = "";

	for (int i = 0; i < m->in->n_board; i++) {
		const struct summary *s = &m->in->board[i];
		int line = line_of(b, i) - b->p->top;
		enum attention_level level = LEVEL_INFO;

		if (line >= 0 && line < b->h)
			continue;
		above += line < 0;
		more += line >= b->h;
		if (!s->closed)
			vm_summary_worst(m, s, &level);
		late += level == LEVEL_BAD;
	}
	if (above)
		text = arena_printf(m->a, "%d above%s", above,
			more > 0 ? ", " : "");
	if (more > 0)
		text = arena_printf(m->a, "%s+%d more", text, more);
	if (late)
		text = arena_printf(m->a, "%s, %d late", text, late);
	b->p->below = text;
	b->p->below_late = late > 0;
}

void
vm_board(struct vm_make *m, struct vm_pane *p)
{
	struct board b = {
		.m = m, .p = p, .w = vm_pane_w(p), .h = vm_pane_h(p),
	};

	p->right = arena_printf(m->a, "%d", m->in->board_total);
	p->row = "";
	if (!m->in->n_board) {
		vm_board_empty(m, p);
		return;
	}
	find_sorts(&b);
	p->index = find_selected(&b);
	p->row = arena_printf(m->a, "inc:%lu",
		(unsigned long)m->in->board[p->index].number);
	p->total = b.lines;
	p->top = find_top(&b);
	share_out(&b);
	for (int i = p->top; i < b.lines && i < p->top + b.h; i++)
		put_slot(&b, i);
	count_hidden(&b);
}
