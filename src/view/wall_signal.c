/* NO SIGNAL: nobody can know what is going on, and the last picture is dim. */
#include "view/wall_part.h"

#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"

static const char *
signal_words(struct wall_make *w)
{
	if (w->in->vm.went_back)
		return "STORE WENT BACK";
	return "NO SIGNAL";
}

/* "for 2 h 05 min; the picture is as of yesterday 23:14Z" */
static const char *
signal_age(struct wall_make *w)
{
	if (w->in->vm.went_back)
		return "entries that were here are gone: ask who restored it";
	if (w->in->read_at == WHEN_NONE)
		return arena_printf(w->m.a, "for %s, since this wall was"
			" started", wall_span(w->m.a, w->age));
	return arena_printf(w->m.a, "for %s; the picture is as of %s",
		wall_span(w->m.a, w->age), wall_when(w, w->in->read_at));
}

static void
over_line(struct wall_make *w, struct vm_overlay *o, const char *text)
{
	struct vm_line *l = vm_over_line(w->m.a, o);
	const char *safe = text_safe(w->m.a, text, false);
	int x = (o->r.w - text_width(safe)) / 2;

	vm_tab(l, x > 1 ? x : 1);
	vm_put(w->m.a, l, STYLE_ALARM, safe);
	vm_clip(w->m.a, l, o->r.w);
}

void
wall_no_signal(struct wall_make *w)
{
	const char *words = signal_words(w);
	struct vm_overlay *o = arena_alloc(w->m.a, sizeof(*o));
	enum wall_face face = wall_face_fit(w, words, w->in->vm.h / 3);
	int rows = wall_face_rows(face, w->in->ascii);
	struct wall_big big = {words, face, w->in->ascii, STYLE_ALARM, 0};
	const char *why = str_or(w->in->vm.store_error, "");

	o->bare = true;
	o->title = o->right = "";
	o->cursor_y = o->cursor_x = -1;
	o->r = (struct vm_rect){0, 0, rows + 4 + (*why != '\0'),
		w->in->vm.w};
	o->r.y = (w->in->vm.h - o->r.h) / 2;
	if (o->r.y < 1)
		o->r.y = w->in->vm.h > 1;
	vm_over_line(w->m.a, o);
	if (face) {
		for (int i = 0; i < rows; i++)
			vm_over_line(w->m.a, o);
		big.x = (o->r.w - wall_face_cols(face, words)) / 2;
		wall_big_put(w->m.a, o->lines + 1, &big);
	} else {
		over_line(w, o, words);
	}
	vm_over_line(w->m.a, o);
	over_line(w, o, signal_age(w));
	if (*why)
		over_line(w, o, why);
	vm_over_line(w->m.a, o);
	for (int i = 0; i < o->n; i++) {
		o->lines[i].wall = true;
		o->lines[i].fill = STYLE_ALARM;
	}
	w->m.vm->over = o;
}
