/* Other incidents: tiles of those that are live, and what waits after them. */
#include "view/wall_part.h"

#include "base/mem.h"
#include "base/str.h"

enum {
	TILE_H = 5, TILE_W = 38, /* of one tile, frame included */
	TILES_H = 40,            /* rows of a screen that has tiles */
	TILES_MOST = 4,
	LINES_H = 16,            /* rows of one that has a line for them */
	TITLE_W = 34,            /* columns for what a title begins with */
};

/* ---- which ------------------------------------------------------------- */

/* A live one that a wall may show and that is not large. */
static bool
is_other(const struct summary *s, uint32_t large)
{
	return summary_live(s) && !s->restricted && s->number != large;
}

static int
count_others(const struct wall_in *in, uint32_t large)
{
	int n = 0;

	for (int i = 0; i < in->vm.n_board; i++)
		n += is_other(&in->vm.board[i], large);
	return n;
}

/* How many of the others a screen has room for. */
static int
room_for(int h, int w)
{
	int n = w / TILE_W;

	if (h < LINES_H)
		return 0;
	if (h < TILES_H || n < 1)
		return 1;
	return n < TILES_MOST ? n : TILES_MOST;
}

static uint32_t
nth_live(const struct wall_in *in, int n)
{
	for (int i = 0; i < in->vm.n_board; i++)
		if (is_other(&in->vm.board[i], 0) && n-- == 0)
			return in->vm.board[i].number;
	return 0;
}

/*
 * The worst is large.  Those that have no room beside it take turns, and the
 * worst has every other turn: by the clock, so that all walls agree.
 */
uint32_t
wall_choose(const struct wall_in *in)
{
	int live = count_others(in, 0);
	int64_t turn;

	if (in->only)
		return in->only;
	if (live - 1 <= room_for(in->vm.h, in->vm.w) || in->turn <= 0)
		return nth_live(in, 0);
	turn = in->vm.now / in->turn % (2 * (live - 1));
	return nth_live(in, turn % 2 ? 1 + (int)(turn / 2) : 0);
}

/* ---- tiles ------------------------------------------------------------- */

int
wall_tiles_rows(struct wall_make *w)
{
	int others = count_others(w->in, w->m.inc ? w->m.inc->number : 0);
	int h = w->in->vm.h;

	if (!others || h < LINES_H)
		return 0;
	return h < TILES_H || w->in->vm.w < TILE_W ? 1 : TILE_H;
}

static enum style
level_style(enum attention_level level)
{
	return level == LEVEL_BAD ? STYLE_BAD_BOLD :
		level == LEVEL_WARN ? STYLE_WARN : STYLE_DIM;
}

static const char *
stage_text(struct wall_make *w, const struct summary *s)
{
	return arena_printf(w->m.a, "%s %s", stage_rows[s->stage].name,
		wall_span(w->m.a, w->m.now - s->stage_since));
}

static void
put_tile(struct wall_make *w, struct vm_rect r, const struct summary *s)
{
	enum attention_level level;
	const char *worst = vm_summary_worst(&w->m, s, &level);
	char name[16];
	struct vm_pane *p = wall_pane(w, r, arena_printf(w->m.a, "SEV%d %s",
		s->severity, incident_name(s->number, name)),
		stage_text(w, s));
	struct vm_line *l = vm_pane_line(w->m.a, p);
	int cols = vm_pane_w(p);

	vm_put(w->m.a, l, STYLE_BOLD, wall_said(w, s->title));
	vm_clip(w->m.a, l, cols);
	l = vm_pane_line(w->m.a, p);
	vm_put(w->m.a, l, STYLE_DIM, "in command ");
	if (*str_or(s->commander, ""))
		vm_put(w->m.a, l, STYLE_NAME, wall_said(w, s->commander));
	else
		vm_put(w->m.a, l, STYLE_BAD_BOLD, "nobody");
	vm_clip(w->m.a, l, cols);
	l = vm_pane_line(w->m.a, p);
	vm_put(w->m.a, l, level_style(level), worst);
	vm_clip(w->m.a, l, cols);
}

/* The rest in one tile or line: how many, and what is worst among them. */
static const char *
rest_worst(struct wall_make *w, int from, enum attention_level *level)
{
	uint32_t large = w->m.inc ? w->m.inc->number : 0;
	enum attention_level at;
	const char *worst = "", *found;
	char name[16];

	*level = LEVEL_INFO;
	for (int i = 0; i < w->in->vm.n_board; i++) {
		const struct summary *s = &w->in->vm.board[i];

		if (!is_other(s, large) || from-- > 0)
			continue;
		found = vm_summary_worst(&w->m, s, &at);
		if (*found && (!*worst || at > *level)) {
			worst = arena_printf(w->m.a, "%s %s",
				incident_name(s->number, name), found);
			*level = at;
		}
	}
	return worst;
}

static void
put_rest(struct wall_make *w, struct vm_rect r, int from, int n)
{
	enum attention_level level;
	const char *worst = rest_worst(w, from, &level);
	struct vm_pane *p = wall_pane(w, r, arena_printf(w->m.a, "+%d more",
		n - from), "");
	struct vm_line *l;

	vm_put(w->m.a, vm_pane_line(w->m.a, p), STYLE_DIM,
		"live too, in turns");
	vm_pane_line(w->m.a, p);
	l = vm_pane_line(w->m.a, p);
	vm_put(w->m.a, l, level_style(level), worst);
	vm_clip(w->m.a, l, vm_pane_w(p));
}

static const struct summary *
other_at(struct wall_make *w, int n)
{
	uint32_t large = w->m.inc ? w->m.inc->number : 0;

	for (int i = 0; i < w->in->vm.n_board; i++)
		if (is_other(&w->in->vm.board[i], large) && n-- == 0)
			return &w->in->vm.board[i];
	return NULL;
}

/* How much is said of the others in a line. */
enum brevity { SAY_ALL, SAY_NO_STAGE, SAY_NO_TITLE, BREVITIES };

/* "Verify 12 min  no commander  +2 more: INC-4 customers 6m LATE" */
static struct vm_line
line_right(struct wall_make *w, const struct summary *s, int n,
	enum brevity b)
{
	enum attention_level level;
	struct vm_line l = {0};
	const char *worst = vm_summary_worst(&w->m, s, &level);

	if (b < SAY_NO_STAGE)
		vm_putf(w->m.a, &l, STYLE_DIM, "%s  ", stage_text(w, s));
	vm_put(w->m.a, &l, level_style(level), worst);
	if (n < 2)
		return l;
	worst = rest_worst(w, 1, &level);
	vm_putf(w->m.a, &l, level_style(level), "  +%d more%s%s", n - 1,
		*worst ? ": " : "", worst);
	return l;
}

static struct vm_line
line_left(struct wall_make *w, const struct summary *s, enum brevity b)
{
	struct vm_line l = {0};
	char name[16];

	vm_tab(&l, 1);
	vm_putf(w->m.a, &l, style_severity(s->severity), " SEV%d ",
		s->severity);
	vm_putf(w->m.a, &l, STYLE_BOLD, " %s",
		incident_name(s->number, name));
	if (b < SAY_NO_TITLE)
		vm_putf(w->m.a, &l, STYLE_BOLD, " %s",
			wall_said(w, s->title));
	return l;
}

/* One line for all others: the worst, and what is worst of the rest. */
static void
put_line(struct wall_make *w, struct vm_rect r, int n)
{
	const struct summary *s = other_at(w, 0);
	struct vm_pane *p = wall_pane(w, r, "", "");
	struct vm_line *l = vm_pane_line(w->m.a, p), right;
	int b = SAY_ALL;

	p->bare = true;
	for (; b < BREVITIES; b++) {
		*l = line_left(w, s, (enum brevity)b);
		right = line_right(w, s, n, (enum brevity)b);
		if (l->end + 2 + right.end < r.w ||
		    (b == SAY_NO_STAGE && right.end + TITLE_W < r.w))
			break; /* a long title is clipped */
	}
	vm_join(w->m.a, l, r.w - 1, &right);
	vm_clip(w->m.a, l, r.w);
}

void
wall_tiles(struct wall_make *w, struct vm_rect r)
{
	int n = count_others(w->in, w->m.inc ? w->m.inc->number : 0);
	int room = room_for(w->in->vm.h, w->in->vm.w);
	int shown = n < room ? n : room;

	if (r.h < TILE_H) {
		put_line(w, r, n);
		return;
	}
	for (int i = 0; i < shown; i++) {
		struct vm_rect at = {
			r.y, r.x + i * r.w / shown, r.h,
			(i + 1) * r.w / shown - i * r.w / shown,
		};

		if (i == shown - 1 && n > shown)
			put_rest(w, at, i, n);
		else
			put_tile(w, at, other_at(w, i));
	}
}
