/* A frame as text that is the same when the frame looks the same. */
#include "view/answer.h"

#include "base/str.h"
#include "view/vm.h"

static void
put_number(struct str *out, int n)
{
	/* Far from printf(): thousands of these are written for a key. */
	str_addc(out, (char)(n & 0x7f));
	str_addc(out, (char)((n >> 7) & 0x7f));
}

static void
put_text(struct str *out, const char *text)
{
	str_add(out, str_or(text, ""));
	str_addc(out, '\n');
}

static void
put_rect(struct str *out, struct vm_rect r)
{
	put_number(out, r.y);
	put_number(out, r.x);
	put_number(out, r.h);
	put_number(out, r.w);
}

static void
put_lines(struct str *out, const struct vm_line *lines, int n)
{
	for (int i = 0; i < n; i++) {
		const struct vm_line *l = &lines[i];

		str_addc(out, l->selected ? '>' : l->wall ? '=' : ' ');
		put_number(out, l->fill);
		for (int k = 0; k < l->n; k++) {
			put_number(out, l->spans[k].x);
			put_number(out, l->spans[k].style);
			put_text(out, l->spans[k].text);
		}
		str_addc(out, '\n');
	}
}

static void
put_pane(struct str *out, const struct vm_pane *p)
{
	put_number(out, p->id);
	put_rect(out, p->r);
	str_addc(out, p->focused ? '*' : ' ');
	put_text(out, p->title);
	put_text(out, p->loud);
	put_text(out, p->right);
	put_text(out, p->below);
	put_lines(out, p->lines, p->n);
}

static void
put_over(struct str *out, const struct vm_overlay *o)
{
	put_rect(out, o->r);
	put_text(out, o->title);
	put_text(out, o->right);
	put_lines(out, o->lines, o->n);
}

void
vm_print(const struct vm *vm, struct str *out)
{
	put_number(out, vm->cursor_y);
	put_number(out, vm->cursor_x);
	str_addc(out, vm->stale ? '~' : ' ');
	put_lines(out, vm->head, vm->n_head);
	for (int i = 0; i < vm->n_panes; i++)
		put_pane(out, &vm->panes[i]);
	put_lines(out, vm->foot, vm->n_foot);
	if (vm->over)
		put_over(out, vm->over);
}
