/*
 * The help: what can be done now by this person, then this pane's keys, then
 * all others.  Keys that cannot be used now are dim, with the sentence that
 * pressing them would give.  Every word is from the key table.
 */
#include "view/overlay_part.h"

#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"
#include "model/attention.h"
#include "view/keys.h"
#include "view/rows.h"
#include "view/screen.h"
#include "view/vm_part.h"

#include <string.h>

enum {
	KEY_COLS = 8,   /* columns of the keys */
	GUTTER = 3,     /* between two columns of keys */
	COLUMN_W = 46,  /* a column that is worth being one */
	WAITING = 5,    /* rows of For you that are named */
	SHARED_H = 6,   /* rows of a page from which on one may be blank */
	SECTIONS = 24,
};

struct help {
	struct over_make *m;      /* what is shown */
	struct over_make part;    /* one column, as long as it takes */
	int start[SECTIONS];      /* first lines of sections in it */
	int n;
	const char *why;          /* of the dim keys just written; NULL */
};

/* ---- a key ----------------------------------------------------------- */

static void
put_words(struct help *h, const char *key, const char *words, bool now)
{
	struct over_make *m = &h->part;
	struct vm_block block = {KEY_COLS, m->w, now ? STYLE_TEXT : STYLE_DIM};
	struct vm_line *l = over_line(m);

	vm_put(m->a, l, now ? STYLE_KEY : STYLE_DIM, key);
	vm_tab(l, l->end < KEY_COLS ? KEY_COLS : l->end + 1);
	if (m->w <= 2 * KEY_COLS)
		block.indent = 0;
	vm_wrap(m->a, &m->p, l, &block, words);
}

/* Why the keys above cannot be used, once for all of them. */
static void
end_why(struct help *h)
{
	struct over_make *m = &h->part;
	struct vm_block block = {KEY_COLS + 2, m->w, STYLE_DIM};
	struct vm_line *l;

	if (!h->why)
		return;
	l = over_line(m);
	if (m->w <= 2 * KEY_COLS)
		block.indent = 0;
	vm_tab(l, block.indent > 2 ? block.indent - 2 : 0);
	vm_put(m->a, l, STYLE_WARN, "\u2191 ");
	vm_wrap(m->a, &m->p, l, &block, h->why);
	h->why = NULL;
}

static void
put_key(struct help *h, const struct key_row *r, const char *key)
{
	const char *why = r->where & (KEY_PANES | KEY_OVER) ?
		key_why(h->m->in, r) : NULL;

	if (h->why && (!why || strcmp(h->why, why) != 0))
		end_why(h);
	put_words(h, key, r->help, !why);
	h->why = why;
}

/* ---- sections ----------------------------------------------------------- */

static void
begin(struct help *h, const char *title)
{
	end_why(h);
	if (h->part.p.n)
		over_line(&h->part);
	if (h->n < SECTIONS)
		h->start[h->n++] = h->part.p.n;
	vm_put(h->m->a, over_line(&h->part), STYLE_TITLE, title);
}

/* The keys of @where that are of the kind @use among @kinds. */
static void
put_group(struct help *h, const char *title, unsigned where, unsigned kinds,
	unsigned use)
{
	const struct key_row *r, *before = NULL;
	bool any = false;

	for (int i = 0; (r = key_row(i)); i++) {
		const char *key;

		if (!(r->where & where) || (r->use & kinds) != use)
			continue;
		key = key_name(h->m->in, r);
		/* j and Down say the same: one line will do. */
		if (!key || (before && !strcmp(before->help, r->help)))
			continue;
		if (!any)
			begin(h, title);
		any = true;
		before = r;
		put_key(h, r, key);
	}
	end_why(h);
}

static void
put_own_key(struct help *h, const struct key_bind *b,
	const struct key_row *was)
{
	bool none = !strcmp(b->line, KEY_UNBOUND);
	const char *words = none ? "does nothing" : b->line;

	if (was)
		words = arena_printf(h->m->a, "%s, in place of: %s", words,
			was->help);
	put_words(h, b->key, words, !none);
}

/* Keys of the person's own that no row of the table stands for. */
static void
put_own(struct help *h)
{
	const struct key_map *map = h->m->in->screen->keys;
	const struct key_bind *b;
	const struct key_row *r;
	bool any = false;

	for (int i = 0; (b = key_map_bind(map, i)); i++) {
		int k = 0;

		while ((r = key_row(k)) && strcmp(r->line, b->line) != 0)
			k++;
		if (r)
			continue;
		if (!any)
			begin(h, "Your own keys");
		any = true;
		put_own_key(h, b, key_map_replaces(map, i));
	}
}

/* ---- now ------------------------------------------------------------------ */

static void
put_row(struct help *h, const struct attention *row, bool here)
{
	const char *key = *row->key == ':' ? ":" : row->key;

	put_words(h, key, arena_printf(h->m->a, "%s%s%s%s", here ?
		"this row: " : "", row->text, *str_or(row->more, "") ?
		", " : "", str_or(row->more, "")), true);
}

/* The row under the cursor, then what else waits, worst first. */
static void
put_now(struct help *h)
{
	const struct vm_in *in = h->m->in;
	const struct screen *s = in->screen;
	const struct attention *here = vm_row_attention(in, screen_row(s));
	struct attention_list list = {.n = 0};
	int left = WAITING;

	if (in->inc && vm_writes(in))
		list = attention_of(in->inc, s->who, in->now, in->a);
	if (!list.n)
		return;
	begin(h, arena_printf(in->a, *s->who ? "Waits for you, %s" :
		"Waits for somebody%s", s->who));
	if (here)
		put_row(h, here, true);
	for (int i = 0; i < list.n && left > 0; i++) {
		if (here && !strcmp(list.v[i].id, here->id))
			continue;
		put_row(h, &list.v[i], false);
		left--;
	}
}

/* ---- this pane ------------------------------------------------------------ */

/* What one does in a pane, by the keys of the table. */
static const struct {
	enum pane_id pane;
	const char *title, *keys;
} pane_keys[] = {
	{PANE_ATTENTION, "In For you", "Enter a d h"},
	{PANE_CAN, "In CAN reports", "Enter c . d"},
	{PANE_PEOPLE, "In SMEs", "Enter p o"},
	{PANE_COMMAND, "In Command", "Enter h v s m"},
	{PANE_TIMELINE, "In Timeline", "Enter / f g [ {"},
	{PANE_OBJECTIVES, "In Objectives", "Enter o d n"},
	{PANE_TOLD, "In Told", "Enter t b"},
};

static const struct key_row *
find_row(const char *key, size_t n)
{
	const struct key_row *r, *last = NULL;

	for (int i = 0; (r = key_row(i)); i++)
		if (r->where & KEY_INCIDENT && strlen(r->key) == n &&
		    !strncmp(r->key, key, n))
			last = r;
	return last;
}

static void
put_pane(struct help *h)
{
	const char *keys = NULL, *key;

	if (h->m->in->screen->mode == MODE_BOARD)
		return;
	for (size_t i = 0; i < sizeof(pane_keys) / sizeof(pane_keys[0]); i++)
		if (pane_keys[i].pane == h->m->in->screen->focus) {
			begin(h, pane_keys[i].title);
			keys = pane_keys[i].keys;
		}
	while (keys && *keys) {
		size_t n = strcspn(keys, " ");
		const struct key_row *r = find_row(keys, n);

		key = r ? key_name(h->m->in, r) : NULL;
		if (key)
			put_key(h, r, key);
		keys += n + (keys[n] == ' ');
	}
	end_why(h);
}

/* ---- columns --------------------------------------------------------------- */

/* Whether a section begins at line @i, or at the blank above it. */
static bool
may_break(const struct help *h, int i)
{
	for (int k = 0; k < h->n; k++)
		if (h->start[k] == i || h->start[k] == i + 1)
			return true;
	return false;
}

/* Whether line @i goes on with the words of the one above. */
static bool
goes_on(const struct help *h, int i)
{
	const struct vm_line *l = &h->part.p.lines[i];

	return l->n && l->spans[0].x > 0;
}

/* The end of the column that begins at @from: at a section if that is near. */
static int
column_end(const struct help *h, int from, int height)
{
	int end = from + height;

	if (end >= h->part.p.n)
		return h->part.p.n;
	for (int i = end; i > end - height / 3; i--)
		if (may_break(h, i))
			return i;
	while (end > from + 1 && goes_on(h, end))
		end--;
	return end;
}

/* Lines @from to @end of the long column, from row and column @at on. */
static void
put_column(struct help *h, int from, int end, struct vm_rect at)
{
	struct over_make *m = h->m;

	for (int i = from; i < end; i++) {
		const struct vm_line *l = &h->part.p.lines[i];

		while (m->p.n <= at.y + i - from)
			over_line(m);
		vm_join(m->a, &m->p.lines[at.y + i - from], at.x + l->end, l);
	}
}

/*
 * Pages of columns, each as high as PgDn goes, so that what comes first is
 * seen first; the last one is as low as its columns allow.  The row that two
 * pages share is blank: no heading stands at the foot, without its keys.
 */
static void
put_columns(struct help *h, int columns)
{
	const int all = h->part.p.n, page = h->m->h > 2 ? h->m->h - 1 : 1;
	int from = 0;

	for (int top = 0; from < all; top += page) {
		int height = (all - from + columns - 1) / columns + 2;
		int shared = top > 0 && page >= SHARED_H;

		if (columns == 1)
			height = all;
		else if (height > page - shared)
			height = page - shared;
		for (int c = 0; c < columns && from < all; c++) {
			int end = column_end(h, from, height);

			/* The blank above a section is not carried up. */
			while (from < end && (c || top) &&
			    !h->part.p.lines[from].n)
				from++;
			put_column(h, from, end, (struct vm_rect){
				.y = top + shared, .x = c * (h->part.w + GUTTER)});
			from = end;
		}
	}
}

static void
put_sections(struct help *h)
{
	const unsigned kinds = KEY_COMMAND | KEY_REPORT | KEY_TELL |
		KEY_MOVE | KEY_PAST;
	unsigned where = h->m->in->screen->mode == MODE_BOARD ? KEY_BOARD :
		KEY_INCIDENT;

	put_now(h);
	put_pane(h);
	put_own(h);
	put_group(h, "Command", where, kinds, KEY_COMMAND);
	put_group(h, "Reports", where, kinds, KEY_REPORT);
	put_group(h, "Telling people", where, kinds, KEY_TELL);
	put_group(h, "Looking", where, kinds, 0);
	put_group(h, "Time travel", where, kinds, KEY_PAST);
	put_group(h, "Moving", where, kinds, KEY_MOVE);
	put_group(h, "In a form", KEY_FORM, 0, 0);
	put_group(h, "At the prompt", KEY_PROMPT, 0, 0);
	if (where == KEY_INCIDENT)
		put_group(h, "While searching", KEY_SEARCH, 0, 0);
	begin(h, "New here?");
	put_words(h, ":tour", "says how to see each part of the screen, on a"
		" practice incident", true);
	put_group(h, "In the tour", KEY_TOUR, 0, 0);
	put_group(h, "Reading this, the briefing or an entry", KEY_OVER, 0,
		0);
}

void
over_help(struct over_make *m)
{
	int columns = (m->w + GUTTER) / (COLUMN_W + GUTTER);
	struct help h = {.m = m, .part = *m};

	if (columns < 1)
		columns = 1;
	h.part.w = (m->w + GUTTER) / columns - GUTTER;
	m->title = "Keys";
	m->right = "dim: not now \u00b7 Esc closes";
	put_sections(&h);
	put_columns(&h, columns);
}
