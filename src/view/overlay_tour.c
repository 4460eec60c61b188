/*
 * A step of the tour: what it says, and where its box stands, so that the part
 * of the screen it is about is not covered where there is room beside it.
 */
#include "view/overlay_part.h"

#include "base/mem.h"
#include "base/text.h"
#include "view/keys.h"
#include "view/screen.h"
#include "view/tour.h"

enum {
	KEY_COLS = 7, /* columns of the keys */
	AIRY_H = 30,  /* rows of a screen that affords blank ones */
	SMALL_H = 16, /* on lower ones the box covers what it is about */
	BOX_W = 72,   /* columns of the text */
	LEAST_W = 38, /* and the fewest for which it stands beside a pane */
	FRAME_W = 4,  /* of frame and air */
	BESIDE_W = 16, /* that are worth being seen beside a box */
};

/* ---- what it says --------------------------------------------------------- */

/* A key and what it does, in the words of the key table. */
static void
put_key(struct over_make *m, const char *key, const char *words)
{
	struct vm_block block = {KEY_COLS, m->w, STYLE_TEXT};
	struct vm_line *l = over_line(m);

	vm_put(m->a, l, STYLE_KEY, key);
	vm_tab(l, l->end < KEY_COLS ? KEY_COLS : l->end + 1);
	vm_wrap(m->a, &m->p, l, &block, words);
}

/* The same beside the one before, by the word that it has in the key bar. */
static void
put_brief(struct over_make *m, const char *key, const char *word)
{
	struct vm_line *l = &m->p.lines[m->p.n - 1];
	int w = text_width(key) + 1 + text_width(word);

	if (l->end && l->end + 2 + w > m->w)
		l = over_line(m);
	if (l->end)
		vm_tab(l, l->end + 2);
	vm_put(m->a, l, STYLE_KEY, key);
	vm_tab(l, l->end + 1);
	vm_put(m->a, l, STYLE_TEXT, word);
}

static void
put_keys(struct over_make *m, const struct tour_step *step, bool brief)
{
	if (step->lines[0] && (brief || m->in->h >= AIRY_H))
		over_line(m);
	for (int i = 0; i < TOUR_KEYS && step->lines[i]; i++) {
		const char *key;
		const struct key_row *r = tour_key_row(m->in, step->lines[i],
			&key);

		if (r && brief)
			put_brief(m, key, r->bar);
		else if (r)
			put_key(m, key, r->help);
	}
}

void
over_tour(struct over_make *m)
{
	int at = m->in->screen->tour, n = tour_steps();
	const struct tour_step *step = tour_step(at);
	bool brief = m->in->h < SMALL_H;

	m->title = step->title;
	m->right = arena_printf(m->a, "%d of %d", at + 1, n);
	over_text(m, STYLE_TEXT, 0, step->text);
	put_keys(m, step, brief);
	if (m->in->h < AIRY_H)
		return; /* the key bar says it */
	over_foot(m, STYLE_DIM, "");
	over_foot(m, STYLE_DIM, at + 1 == n ? "p practises here, Backspace"
		" goes back, q leaves" : at ? "Space goes on, Backspace goes"
		" back, q leaves" : "Space goes on, q leaves");
}

/* ---- where it stands ------------------------------------------------------- */

struct vm_rect
tour_room(const struct layout *lay)
{
	int top = lay->h < SMALL_H ? lay->h > 3 : lay->head;
	int end = lay->h - lay->foot;

	if (end - top < 1)
		return (struct vm_rect){0, 0, lay->h, lay->w};
	return (struct vm_rect){top, 0, end - top, lay->w};
}

/* As many as there are beside the pane, or rather all than a few less. */
int
tour_width(const struct layout *lay, int step)
{
	const struct layout_pane *p = layout_find(lay, tour_step(step)->pane);
	int right = p ? lay->w - p->r.x - p->r.w : 0;
	int side = (p && p->r.x > right ? p->r.x : right) - FRAME_W;

	if (side >= LEAST_W)
		return side < BOX_W ? side : BOX_W;
	return lay->w < BOX_W + FRAME_W + BESIDE_W ? lay->w : BOX_W;
}

static int
within(int at, int least, int most)
{
	return at > most ? most : at < least ? least : at;
}

/* Into the room, as near to where it is as that allows. */
static struct vm_rect
keep_in(struct vm_rect box, struct vm_rect room)
{
	box.y = within(box.y, room.y, room.y + room.h - box.h);
	box.x = within(box.x, room.x, room.x + room.w - box.w);
	return box;
}

static bool
is_clear(struct vm_rect a, struct vm_rect b)
{
	return a.y + a.h <= b.y || b.y + b.h <= a.y || a.x + a.w <= b.x ||
		b.x + b.w <= a.x;
}

/* Beside, below or above the pane; else where it covers least of it. */
static struct vm_rect
place_beside(struct vm_rect box, struct vm_rect room, struct vm_rect pane)
{
	int y = pane.y + (pane.h - box.h) / 2;
	int x = pane.x + (pane.w - box.w) / 2;
	const struct vm_rect tries[] = {
		{y, pane.x + pane.w, box.h, box.w},
		{y, pane.x - box.w, box.h, box.w},
		{pane.y + pane.h, x, box.h, box.w},
		{pane.y - box.h, x, box.h, box.w},
	};

	for (size_t i = 0; i < sizeof(tries) / sizeof(tries[0]); i++) {
		struct vm_rect r = keep_in(tries[i], room);

		if (is_clear(r, pane))
			return r;
	}
	return keep_in(tries[pane.y - room.y > room.y + room.h - pane.y -
		pane.h ? 3 : 2], room);
}

struct vm_rect
tour_place(struct vm_rect box, struct vm_rect room, const struct layout *lay,
	int step)
{
	const struct tour_step *s = tour_step(step);
	const struct layout_pane *pane = layout_find(lay, s->pane);

	if (s->about == TOUR_PANE && pane)
		return place_beside(box, room, pane->r);
	if (s->about == TOUR_ALL)
		box.y = room.y + (room.h - box.h) / 2;
	else if (s->about == TOUR_FOOT)
		box.y = room.y + room.h - box.h;
	return keep_in(box, room);
}
