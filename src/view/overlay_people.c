/* Who can be chosen, below a field: a list with a cursor. */
#include "view/overlay_part.h"

#include "base/mem.h"
#include "base/text.h"
#include "view/form_part.h"
#include "view/vm_part.h"

enum {
	MOST = 9,  /* names in view, where there is room */
	LEAST = 2, /* ... and where there is hardly any */
	GAP = 2,
};

/* Columns of the longest name that is in view. */
static int
name_width(const struct form_people *list, struct arena *a)
{
	int most = 0;

	for (int i = 0; i < list->n; i++) {
		int w = text_width(text_safe(a, list->v[i].name, false));

		if (w > most)
			most = w;
	}
	return most;
}

static void
put_person(struct over_make *m, const struct form_people *list, int k,
	int indent)
{
	const struct form_person *p = &list->v[k];
	struct vm_line *l = over_line(m);
	bool here = k == list->at;
	int cols = name_width(list, m->a);

	vm_tab(l, indent);
	vm_put(m->a, l, STYLE_ACCENT_BOLD, here ? ARROW " " : "  ");
	vm_put(m->a, l, here ? STYLE_ACCENT_BOLD : STYLE_FORM, p->name);
	if (*p->what) {
		vm_tab(l, indent + 2 + (cols < m->w / 3 ? cols : 0) + GAP);
		vm_put(m->a, l, p->is_new ? STYLE_WARN : STYLE_DIM, p->what);
	}
	vm_clip(m->a, l, m->w);
}

void
over_people(struct over_make *m, const struct form *f,
	const struct form_in *in, int i, int indent)
{
	struct form_people list;
	int room = m->h - m->p.n - 1, from, to;

	form_people(f, i, in, &list);
	room = room > MOST ? MOST : room < LEAST ? LEAST : room;
	from = list.at >= room ? list.at - room + 1 : 0;
	to = from + room < list.n ? from + room : list.n;
	for (int k = from; k < to; k++)
		put_person(m, &list, k, indent);
	if (from > 0 || to < list.n)
		vm_right(m->a, &m->p.lines[m->p.n - 1], m->w, STYLE_DIM,
			arena_printf(m->a, "+%d more", list.n - (to - from)));
}
