/* Tactical objectives, and after the fire action items. */
#include "view/vm_part.h"

#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"
#include "view/rows.h"

static const struct look {
	const char *mark;
	enum style style;
} looks[] = {
	[OBJ_ASSIGNED] = {"\u25cb", STYLE_DIM},
	[OBJ_UNDERSTOOD] = {"\u25cf", STYLE_ACCENT},
	[OBJ_DONE] = {"\u2713", STYLE_GOOD},
	[OBJ_BLOCKED] = {"\u2717", STYLE_BAD_BOLD},
	[OBJ_ABANDONED] = {"\u2013", STYLE_DIM},
};

/* A text in one line, and behind it what must stay to be seen. */
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

/* The same in as many lines as it takes; @l is the last of @p. */
static void
put_whole(struct vm_make *m, struct vm_pane *p, const char *text,
	const struct vm_line *tail)
{
	struct vm_line *l = &p->lines[p->n - 1];
	struct vm_block block = {l->end, vm_pane_w(p), STYLE_TEXT};

	vm_wrap(m->a, p, l, &block, text);
	for (int i = 0; i < tail->n; i++) {
		block.style = tail->spans[i].style;
		vm_tail(m->a, p, &p->lines[p->n - 1], &block,
			tail->spans[i].text);
	}
}

/* ---- objectives ------------------------------------------------------ */

/* Who does it, and how long they have. */
static struct vm_line
objective_tail(struct vm_make *m, const struct objective *o, bool *over)
{
	struct vm_line tail = {0};
	const char *left = !objective_open(o) ? "" : incident_live(m->inc) ?
		vm_left(m, o->due, over) : "open";

	vm_tab(&tail, 2);
	vm_putf(m->a, &tail, STYLE_DIM, "%s", o->who);
	if (*left && o->state != OBJ_BLOCKED) {
		vm_tab(&tail, tail.end + 2);
		vm_put(m->a, &tail, *over ? STYLE_BAD : STYLE_DIM, left);
	}
	return tail;
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
	const char *id = l->id;
	bool over = false;
	struct vm_line tail = objective_tail(m, o, &over);

	l->late = over || o->state == OBJ_BLOCKED;
	vm_putf(m->a, l, looks[o->state].style, "%s ", looks[o->state].mark);
	put_whole(m, p, o->text, &tail);
	if (o->state == OBJ_BLOCKED) {
		struct vm_block block = {2, vm_pane_w(p), STYLE_BAD};

		l = vm_pane_line(m->a, p);
		l->id = id;
		vm_tab(l, 2);
		vm_wrap(m->a, p, l, &block, arena_printf(m->a, "cannot: %s",
			str_or(o->why, "no reason given")));
	}
}

static void
put_title(struct vm_make *m, struct vm_pane *p, const char *title)
{
	if (p->n)
		vm_pane_line(m->a, p);
	vm_put(m->a, vm_pane_line(m->a, p), STYLE_BOLD, title);
}

static void
put_objectives(struct vm_make *m, struct vm_pane *p)
{
	const struct incident *inc = m->inc;

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

/* Of those that have ended one line each is enough. */
void
vm_objectives_fill(struct vm_make *m, struct vm_pane *p)
{
	for (int i = 0; i < p->n; i++) {
		struct vm_line *l = &p->lines[i], tail;
		uint32_t id = !l->id || l->n ? 0 :
			vm_row_number(l->id, "obj");
		const struct objective *o;
		bool over = false;

		if (!id)
			continue;
		o = incident_objective(m->inc, (int32_t)id);
		tail = objective_tail(m, o, &over);
		vm_putf(m->a, l, looks[o->state].style, "%s ",
			looks[o->state].mark);
		vm_put(m->a, l, STYLE_DIM, o->text);
		put_with_tail(m, l, vm_pane_w(p), &tail);
	}
}

/* ---- action items ---------------------------------------------------- */

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
	vm_tab(&tail, 2);
	vm_put(m->a, &tail, STYLE_DIM, str_or(item->owner, "nobody"));
	if (*left)
		vm_put(m->a, &tail, over ? STYLE_BAD : STYLE_DIM, left);
	if (open) {
		put_whole(m, p, item->text, &tail);
		return;
	}
	vm_put(m->a, l, STYLE_DIM, item->text);
	put_with_tail(m, l, vm_pane_w(p), &tail);
}

static int
items_open(const struct incident *inc)
{
	int open = 0;

	for (int i = 0; i < inc->n_items; i++)
		open += item_open(&inc->items[i]);
	return open;
}

static void
put_items(struct vm_make *m, struct vm_pane *p)
{
	const struct incident *inc = m->inc;

	for (int i = 0; i < inc->n_items; i++)
		if (item_open(&inc->items[i]))
			put_item(m, p, &inc->items[i]);
	for (int i = 0; i < inc->n_items; i++)
		if (!item_open(&inc->items[i]))
			put_item(m, p, &inc->items[i]);
}

/* ---- the pane -------------------------------------------------------- */

static int
objectives_open(const struct incident *inc)
{
	int open = 0;

	for (int i = 0; i < inc->n_objectives; i++)
		open += objective_open(&inc->objectives[i]);
	return open;
}

int
vm_work_open(const struct incident *inc)
{
	return incident_live(inc) ? objectives_open(inc) : items_open(inc);
}

static void
put_none(struct vm_make *m, struct vm_pane *p, const char *text)
{
	vm_put(m->a, vm_pane_line(m->a, p), STYLE_DIM, text);
}

/* Action items lead after All Clear; before it they are what is left over. */
void
vm_objectives(struct vm_make *m, struct vm_pane *p)
{
	const struct incident *inc = m->inc;
	bool live = incident_live(inc);
	int n = live ? inc->n_objectives : inc->n_items;

	if (!live)
		p->title = "Action items";
	if (n)
		p->right = arena_printf(m->a, "%d of %d open",
			vm_work_open(inc), n);
	if (live && !n)
		put_none(m, p, m->in->read_only ? "no objective yet" :
			"no objective yet: o gives one");
	if (!live && !n)
		put_none(m, p, "no action items yet");
	if (!live) {
		put_items(m, p);
		if (inc->n_objectives)
			put_title(m, p, "Objectives");
	}
	put_objectives(m, p);
	if (live && inc->n_items) {
		put_title(m, p, "Action items");
		put_items(m, p);
	}
}
