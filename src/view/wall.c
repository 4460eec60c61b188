#include "view/wall_part.h"

#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"

#include <string.h>

const char *
wall_said(const struct wall_make *w, const char *text)
{
	return text_safe(w->m.a, str_or(text, ""), false);
}

uint32_t
wall_choose(const struct wall_in *in)
{
	const struct vm_in *vm = &in->vm;

	if (in->only)
		return in->only;
	for (int i = 0; i < vm->n_board && summary_live(&vm->board[i]); i++)
		if (!vm->board[i].restricted)
			return vm->board[i].number;
	return 0;
}

/* ---- the band over the whole width ------------------------------------ */

/* "READ-ONLY  14:31:19 UTC", or that the picture is old. */
static void
put_state(struct wall_make *w, struct vm_line *l)
{
	struct vm_line right = {0};
	char clock[WHEN_MAX];
	when_ms age;

	if (vm_stale(&w->m, &age)) {
		vm_putf(w->m.a, &right, STYLE_ALARM, " NO SIGNAL for %s ",
			wall_span(w->m.a, age));
		vm_tab(&right, right.end + 2);
	}
	if (w->in->vm.practice)
		vm_put(w->m.a, &right, l->fill, "DRILL  ");
	vm_putf(w->m.a, &right, l->fill, "READ-ONLY  %s UTC",
		when_hms(w->m.now, clock));
	vm_join(w->m.a, l, w->in->vm.w - 1, &right);
}

static void
put_band(struct wall_make *w)
{
	struct vm_line *l = vm_head_line(w->m.a, w->m.vm);
	const struct incident *inc = w->m.inc;
	char name[16];

	l->wall = true;
	l->fill = inc ? style_severity(inc->severity) : STYLE_BAR;
	vm_tab(l, 1);
	if (inc) {
		vm_putf(w->m.a, l, l->fill, "SEV%d  %s  %s", inc->severity,
			incident_name(inc->number, name),
			wall_said(w, str_or(inc->scope, inc->title)));
	} else {
		vm_put(w->m.a, l, l->fill, "fireground");
	}
	put_state(w, l);
}

/* ---- facts ------------------------------------------------------------- */

static void
put_fact(struct wall_make *w, const struct wall_fact *f)
{
	struct vm_line *l = vm_head_line(w->m.a, w->m.vm);

	vm_tab(l, 1);
	vm_put(w->m.a, l, STYLE_DIM, f->label);
	vm_tab(l, 28);
	vm_put(w->m.a, l, f->style, text_upper(w->m.a, f->big));
	vm_tab(l, l->end + 2);
	vm_put(w->m.a, l, STYLE_DIM, f->small);
	vm_clip(w->m.a, l, w->in->vm.w);
}

static void
put_none(struct wall_make *w)
{
	struct vm_line *l;

	vm_head_line(w->m.a, w->m.vm);
	l = vm_head_line(w->m.a, w->m.vm);
	vm_tab(l, 1);
	if (w->in->read_at == WHEN_NONE)
		vm_putf(w->m.a, l, STYLE_BOLD, "Waiting for the store: %s",
			str_or(w->in->vm.store_error, "it is being read"));
	else
		vm_putf(w->m.a, l, STYLE_BOLD, "No live incident as of %s",
			wall_when(w, w->in->read_at));
	vm_clip(w->m.a, l, w->in->vm.w);
}

struct vm *
wall_build(const struct wall_in *in)
{
	struct wall_make w = {.in = in};
	struct wall_fact facts[WALL_FACTS];
	when_ms age;

	w.m.in = &in->vm;
	w.m.inc = in->vm.inc;
	w.m.a = in->vm.a;
	w.m.now = in->vm.now;
	w.m.vm = arena_alloc(w.m.a, sizeof(*w.m.vm));
	w.m.vm->size = (struct vm_rect){0, 0, in->vm.h, in->vm.w};
	w.m.vm->cursor_y = w.m.vm->cursor_x = -1;
	w.m.vm->stale = vm_stale(&w.m, &age);
	w.m.vm->title = "fireground wall";
	put_band(&w);
	if (!w.m.inc) {
		put_none(&w);
		return w.m.vm;
	}
	vm_head_line(w.m.a, w.m.vm);
	wall_facts(&w, facts);
	for (int i = 0; i < WALL_FACTS; i++)
		put_fact(&w, &facts[i]);
	return w.m.vm;
}
