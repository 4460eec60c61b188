/* Below the SMEs: tactical objectives, and after the fire action items. */
#include "view/vm_part.h"

#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"
#include "view/rows.h"

static const struct look {
	const char *mark;
	enum style style, text;
} looks[] = {
	[OBJ_ASSIGNED] = {"\u25cb", STYLE_DIM, STYLE_TEXT},
	[OBJ_UNDERSTOOD] = {"\u25cf", STYLE_ACCENT, STYLE_TEXT},
	[OBJ_DONE] = {"\u2713", STYLE_GOOD, STYLE_DIM},
	[OBJ_BLOCKED] = {"\u2717", STYLE_BAD_BOLD, STYLE_TEXT},
	[OBJ_ABANDONED] = {"\u2013", STYLE_DIM, STYLE_DIM},
};

/* A text, and behind it what must stay to be seen. */
static void
put_with_tail(struct vm_make *m, struct vm_line *l, int w,
	const struct vm_line *tail)
{
	int room = w - tail->end;

	if (l->end > room)
		vm_clip(m->a, l, room > 10 ? room : 10);
	for (int i = 0; i < tail->n; i++) {
		const struct vm_span *s = &tail->spans[i];

		vm_tab(l, l->end + (i == 0 ? tail->spans[0].x : 0));
		vm_put(m->a, l, s->style, s->text);
	}
	vm_clip(m->a, l, w);
}

/* The first line of an objective, but for its id. */
static void
write_objective(struct vm_make *m, struct vm_line *l, int w,
	const struct objective *o)
{
	const struct look *look = &looks[o->state];
	struct vm_line tail = {0};
	bool over = false;
	const char *left = !objective_open(o) ? "" : incident_live(m->inc) ?
		vm_left(m, o->due, &over) : "open";

	l->late = over || o->state == OBJ_BLOCKED;
	vm_putf(m->a, l, look->style, "%s ", look->mark);
	vm_put(m->a, l, look->text, o->text);
	vm_tab(&tail, 2);
	vm_putf(m->a, &tail, STYLE_DIM, "%s", o->who);
	if (*left && o->state != OBJ_BLOCKED)
		vm_putf(m->a, &tail, over ? STYLE_BAD : STYLE_DIM, "  %s",
			left);
	put_with_tail(m, l, w, &tail);
}

static struct vm_line *
objective_line(struct vm_make *m, struct vm_pane *p,
	const struct objective *o)
{
	struct vm_line *l = vm_pane_line(m->a, p);

	l->id = vm_row_id(m->a, "obj:", (uint32_t)o->id);
	return l;
}

static void
put_objective(struct vm_make *m, struct vm_pane *p,
	const struct objective *o)
{
	struct vm_line *l = objective_line(m, p, o);
	int w = vm_pane_w(p);

	write_objective(m, l, w, o);
	if (o->state == OBJ_BLOCKED) {
		struct vm_block block = {2, w, STYLE_BAD};
		const char *id = l->id;

		l = vm_pane_line(m->a, p);
		l->id = id;
		vm_tab(l, 2);
		vm_wrap(m->a, p, l, &block, arena_printf(m->a, "cannot: %s",
			str_or(o->why, "no reason given")));
	}
}

static struct vm_line *
put_title(struct vm_make *m, struct vm_pane *p, const char *title)
{
	struct vm_line *l;

	if (p->n)
		vm_pane_line(m->a, p);
	l = vm_pane_line(m->a, p);
	vm_put(m->a, l, STYLE_BOLD, title);
	return l;
}

void
vm_objectives(struct vm_make *m, struct vm_pane *p)
{
	const struct incident *inc = m->inc;

	if (!inc->n_objectives)
		return;
	put_title(m, p, "Objectives");
	for (int i = 0; i < inc->n_objectives; i++)
		if (inc->objectives[i].state == OBJ_BLOCKED)
			put_objective(m, p, &inc->objectives[i]);
	for (int i = 0; i < inc->n_objectives; i++)
		if (objective_open(&inc->objectives[i]) &&
		    inc->objectives[i].state != OBJ_BLOCKED)
			put_objective(m, p, &inc->objectives[i]);
	for (int i = 0; i < inc->n_objectives; i++)
		if (!objective_open(&inc->objectives[i]))
			objective_line(m, p, &inc->objectives[i]);
}

void
vm_objectives_fill(struct vm_make *m, struct vm_pane *p)
{
	for (int i = 0; i < p->n; i++) {
		struct vm_line *l = &p->lines[i];
		uint32_t id = !l->id || l->n ? 0 :
			vm_row_number(l->id, "obj");

		if (id)
			write_objective(m, l, vm_pane_w(p),
				incident_objective(m->inc, (int32_t)id));
	}
}

/* ---- action items ---------------------------------------------------- */

static bool
item_open(const struct item *item)
{
	return item->done == WHEN_NONE && !item->dropped;
}

static void
put_item(struct vm_make *m, struct vm_pane *p, const struct item *item)
{
	struct vm_line *l = vm_pane_line(m->a, p);
	struct vm_line tail = {0};
	bool over = false, open = item_open(item);
	const char *left = open ? vm_left(m, item->due, &over) : "";

	l->id = arena_printf(m->a, "item:%d", (int)item->id);
	l->late = over;
	if (open)
		vm_putf(m->a, l, item->priority <= 1 ? STYLE_WARN :
			STYLE_DIM, "P%d ", item->priority);
	else
		vm_put(m->a, l, item->dropped ? STYLE_DIM : STYLE_GOOD,
			item->dropped ? "\u2013  " : "\u2713  ");
	vm_put(m->a, l, open ? STYLE_TEXT : STYLE_DIM, item->text);
	vm_tab(&tail, 2);
	vm_put(m->a, &tail, STYLE_DIM, str_or(item->owner, "nobody"));
	if (*left)
		vm_putf(m->a, &tail, over ? STYLE_BAD : STYLE_DIM, "  %s",
			left);
	put_with_tail(m, l, vm_pane_w(p), &tail);
}

void
vm_items(struct vm_make *m, struct vm_pane *p)
{
	const struct incident *inc = m->inc;
	int open = 0;

	if (incident_live(inc))
		put_title(m, p, "Action items");
	if (!inc->n_items)
		vm_put(m->a, vm_pane_line(m->a, p), STYLE_DIM,
			"no action items yet");
	for (int i = 0; i < inc->n_items; i++) {
		if (!item_open(&inc->items[i]))
			continue;
		put_item(m, p, &inc->items[i]);
		open++;
	}
	for (int i = 0; i < inc->n_items; i++)
		if (!item_open(&inc->items[i]))
			put_item(m, p, &inc->items[i]);
	if (!incident_live(inc) && inc->n_items)
		p->right = arena_printf(m->a, "%d of %d open", open,
			inc->n_items);
}
