/* The key bar: what this person can do now. */
#include "view/keys.h"
#include "view/screen.h"
#include "view/vm.h"

#include "base/text.h"

#include <string.h>

#define GAP 2 /* columns between two keys */

static bool
is_shown(const struct vm_in *in, const struct key_row *r, unsigned where)
{
	unsigned quiet = KEY_QUIET | (in->screen->past.n ? 0 : KEY_PAST);

	if (!(r->where & where) || r->use & quiet || !*r->bar)
		return false;
	if (r->use & KEY_WRITES && !vm_writes(in))
		return false;
	return !r->now || r->now(in);
}

static int
width_of(const struct key_row *r)
{
	return text_width(r->key) + 1 + text_width(r->bar);
}

static void
put_key(const struct vm_in *in, struct vm_line *l, const struct key_row *r)
{
	int first = l->n;

	vm_put(in->a, l, STYLE_KEY, r->key);
	vm_put(in->a, l, STYLE_BAR, " ");
	vm_put(in->a, l, STYLE_BAR, r->bar);
	for (int i = first; i < l->n; i++)
		l->spans[i].key = r->key;
	vm_tab(l, l->end + GAP);
}

static const struct key_row *
help_row(unsigned where)
{
	const struct key_row *r;

	for (int i = 0; (r = key_row(i)); i++)
		if (r->where & where && !strcmp(r->line, "keys"))
			return r;
	return NULL;
}

void
vm_keybar(const struct vm_in *in, struct vm *vm)
{
	enum key_where where = key_place(in->screen);
	const struct key_row *help = help_row(where), *r;
	struct vm_line *l = vm_foot_line(in->a, vm);
	int room = in->w - (help ? width_of(help) + GAP : 0);

	l->wall = true;
	l->fill = STYLE_BAR;
	if (in->w > 40)
		vm_tab(l, 1);
	for (int i = 0; (r = key_row(i)); i++) {
		if (r == help || !is_shown(in, r, where))
			continue;
		if (l->end + width_of(r) > room)
			break;
		put_key(in, l, r);
	}
	if (help)
		put_key(in, l, help);
	vm_clip(in->a, l, in->w);
}
