/* What waits after incidents have ended, and the foot, where it is counted. */
#include "view/wall_part.h"

#include "base/mem.h"
#include "base/str.h"

enum { MARGIN = 2, LIST_W = 100, BRIEF_W = 100 };

struct wall_care
wall_care(const struct wall_make *w)
{
	struct wall_care c = {.n = 0};

	for (int i = 0; i < w->in->vm.n_board; i++) {
		const struct summary *s = &w->in->vm.board[i];
		int items = s->closed ? 0 : summary_overdue(s, w->m.now);

		if (s->all_clear_at != WHEN_NONE && !s->restricted &&
		    (!c.last || s->all_clear_at > c.last->all_clear_at))
			c.last = s;
		c.overdue += items;
		c.more |= items == SUMMARY_DUES;
		if (summary_live(s) || s->closed)
			continue;
		c.n++;
		if (s->review_due == WHEN_NONE)
			continue;
		c.reviews++;
		c.overdue_reviews += w->m.now > s->review_due;
	}
	return c;
}

const char *
wall_plural(struct wall_make *w, int n, const char *what)
{
	return arena_printf(w->m.a, "%d %s%s", n, what, n == 1 ? "" : "s");
}

/* "after-care: 3 incidents, 1 review overdue, 2 action items overdue" */
void
wall_care_put(struct wall_make *w, struct vm_line *l, const struct wall_care *c)
{
	struct arena *a = w->m.a;

	if (!c->n && !c->overdue)
		return;
	vm_putf(a, l, STYLE_DIM, "after-care: %s",
		wall_plural(w, c->n, "incident"));
	if (c->overdue_reviews)
		vm_putf(a, l, STYLE_BAD, ", %s overdue",
			wall_plural(w, c->overdue_reviews, "review"));
	else if (c->reviews)
		vm_putf(a, l, STYLE_DIM, ", %s due",
			wall_plural(w, c->reviews, "review"));
	if (c->overdue)
		vm_putf(a, l, STYLE_BAD, ", %d%s action item%s overdue",
			c->overdue, c->more ? " or more" : "",
			c->overdue == 1 ? "" : "s");
}

/* Each incident that waits, the one that is due first at the top. */
void
wall_care_list(struct wall_make *w)
{
	int room = w->in->vm.h - w->m.vm->n_head - 2;
	int cols = w->in->vm.w > LIST_W ? LIST_W : w->in->vm.w - 2 * MARGIN;
	int x = (w->in->vm.w - cols) / 2;

	for (int i = 0; i < w->in->vm.n_board && room > 0; i++) {
		const struct summary *s = &w->in->vm.board[i];
		enum attention_level level;
		const char *worst = vm_summary_worst(&w->m, s, &level);
		struct vm_line *l;
		char name[16];

		if (summary_live(s) || s->closed || s->restricted || !*worst)
			continue;
		l = wall_lines(w, 1);
		vm_tab(l, x);
		vm_putf(w->m.a, l, STYLE_DIM, "%-8s",
			incident_name(s->number, name));
		vm_put(w->m.a, l, STYLE_TEXT, wall_said(w, s->title));
		vm_right(w->m.a, l, x + cols, level == LEVEL_BAD ?
			STYLE_BAD : STYLE_DIM, worst);
		room--;
	}
}

/* ---- the foot -------------------------------------------------------------- */

void
wall_foot(struct wall_make *w)
{
	struct vm_line *l = vm_foot_line(w->m.a, w->m.vm), right = {0};
	struct wall_care c = wall_care(w);
	char hex[HASH_HEX];

	vm_tab(l, 1);
	if (w->m.inc) {
		hash_hex(&w->m.inc->hash, hex);
		vm_putf(w->m.a, l, STYLE_DIM, "log %.4s %.4s %.4s %.4s", hex,
			hex + 4, hex + 8, hex + 12);
		vm_tab(l, l->end + 3);
	}
	if (w->restricted && w->m.inc) {
		vm_putf(w->m.a, l, STYLE_WARN, w->in->vm.w < BRIEF_W ?
			"+%d restricted" : "%d restricted live",
			w->restricted);
		vm_tab(l, l->end + 3);
	}
	if (w->m.inc)
		wall_care_put(w, l, &c);
	if (w->m.inc && !w->coded)
		vm_put(w->m.a, &right, w->stale ? STYLE_DIM : STYLE_INFO,
			wall_said(w, wall_bridge(w)));
	/* Half a link leads nowhere. */
	if (l->end + right.end >= w->in->vm.w - 1)
		right = (struct vm_line){0};
	vm_join(w->m.a, l, w->in->vm.w - 1, &right);
	vm_clip(w->m.a, l, w->in->vm.w);
}
