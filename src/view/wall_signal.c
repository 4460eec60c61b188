/* NO SIGNAL: nobody can know what is going on, and the last picture is dim. */
#include "view/wall_part.h"

#include "base/mem.h"
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

/* In the middle, wrapped: what is wrong is never cut. */
static void
over_text(struct wall_make *w, struct vm_overlay *o, const char *text)
{
	const char *s = text_safe(w->m.a, text, false);
	int room = o->r.w > 2 ? o->r.w - 2 : 1;
	size_t skip = 0;

	do {
		struct vm_line *l = vm_over_line(w->m.a, o);
		size_t n = text_wrap(s, room, &skip);
		const char *part = arena_dupn(w->m.a, s, n);
		int x = (o->r.w - text_width(part)) / 2;

		vm_tab(l, x > 0 ? x : 0);
		vm_put(w->m.a, l, STYLE_ALARM, part);
		vm_clip(w->m.a, l, o->r.w);
		s += skip;
	} while (*s && skip);
}

static void
over_words(struct wall_make *w, struct vm_overlay *o, const char *words)
{
	enum wall_face face = wall_face_fit(w, words, w->in->vm.h / 3);
	int rows = wall_face_rows(face, w->in->ascii);
	struct wall_big big = {words, face, w->in->ascii, STYLE_ALARM, 0};

	if (!face) {
		over_text(w, o, words);
		return;
	}
	for (int i = 0; i < rows; i++)
		vm_over_line(w->m.a, o);
	big.x = (o->r.w - wall_face_cols(face, words)) / 2;
	wall_big_put(w->m.a, o->lines + o->n - rows, &big);
}

void
wall_no_signal(struct wall_make *w)
{
	struct vm_overlay *o = arena_alloc(w->m.a, sizeof(*o));
	int h = w->in->vm.h;

	o->bare = true;
	o->title = o->right = "";
	o->cursor_y = o->cursor_x = -1;
	o->r.w = w->in->vm.w;
	if (h > 8)
		vm_over_line(w->m.a, o);
	over_words(w, o, signal_words(w));
	if (h > 8)
		vm_over_line(w->m.a, o);
	over_text(w, o, signal_age(w));
	if (w->in->vm.store_error)
		over_text(w, o, w->in->vm.store_error);
	if (h > 8)
		vm_over_line(w->m.a, o);
	o->r.h = o->n < h - 1 ? o->n : h > 1 ? h - 1 : 1;
	o->r.y = (h - o->r.h) / 2;
	if (o->r.y < 1)
		o->r.y = h > 1;
	for (int i = 0; i < o->n; i++) {
		o->lines[i].wall = true;
		o->lines[i].fill = STYLE_ALARM;
	}
	w->m.vm->over = o;
}
