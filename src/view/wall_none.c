/* What stands on a wall when no incident does, or when nobody can know. */
#include "view/wall_part.h"

#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"

enum {
	MARGIN = 2,
	CARE_H = 14,   /* rows from which on after-care is listed */
};

/* One line of words in the middle of the head's next rows. */
static void
put_large(struct wall_make *w, enum style style, const char *text, int rows)
{
	enum wall_face face = wall_face_fit(w, text, rows);
	struct vm_line *l = wall_lines(w, wall_face_rows(face, w->in->ascii));
	int cols = face ? wall_face_cols(face, text) : text_width(text);
	int x = (w->in->vm.w - cols) / 2;
	struct wall_big big = {
		text, face, w->in->ascii, style, x > 0 ? x : 0,
	};

	if (face) {
		wall_big_put(w->m.a, l, &big);
		return;
	}
	vm_tab(l, big.x);
	vm_put(w->m.a, l, style, text);
	vm_clip(w->m.a, l, w->in->vm.w);
}

/* Plain words in the middle, wrapped. */
static void
put_middle(struct wall_make *w, enum style style, const char *text)
{
	int room = w->in->vm.w - 2 * MARGIN;
	const char *s = text_safe(w->m.a, text, false);

	while (room > 0 && *s) {
		struct vm_line *l = wall_lines(w, 1);
		size_t skip = 0;
		size_t n = text_wrap(s, room, &skip);
		const char *part = arena_dupn(w->m.a, s, n);

		vm_tab(l, (w->in->vm.w - text_width(part)) / 2);
		vm_put(w->m.a, l, style, part);
		if (!skip)
			return;
		s += skip;
	}
}

/* ---- the page ------------------------------------------------------------ */

/* Rows above, so that the page stands in the upper middle. */
static void
put_air(struct wall_make *w, int rows)
{
	int air = (w->in->vm.h - w->m.vm->n_head - rows) / 3;

	if (air > 0)
		wall_lines(w, air);
}

static void
put_waiting(struct wall_make *w)
{
	int h = w->in->vm.h;

	put_air(w, 10);
	put_large(w, STYLE_DIM, "Waiting for the store", h / 3);
	if (h > 8)
		wall_lines(w, 1);
	if (w->in->vm.store_error)
		put_middle(w, STYLE_ERROR, w->in->vm.store_error);
	put_middle(w, STYLE_DIM, "tried again every second");
}

/* Nothing that a wall may show is live; what it may not is counted. */
static void
put_quiet(struct wall_make *w)
{
	int h = w->in->vm.h;
	char name[16];

	put_air(w, h >= CARE_H ? 16 : 6);
	if (w->in->only && w->in->vm.inc)
		put_large(w, STYLE_WARN, arena_printf(w->m.a,
			"%s is restricted", incident_name(w->in->only, name)),
			h / 3);
	else if (w->in->only)
		put_large(w, STYLE_BOLD, arena_printf(w->m.a,
			"%s is not here", incident_name(w->in->only, name)),
			h / 3);
	else if (w->restricted)
		put_large(w, STYLE_WARN, wall_plural(w, w->restricted,
			"restricted incident"), h / 3);
	else
		put_large(w, w->stale ? STYLE_DIM : STYLE_GOOD,
			"No live incident", h / 3);
	if (h > 8)
		wall_lines(w, 1);
}

/* "INC-18 SEV2": all that is said of a restricted one. */
static void
put_restricted(struct wall_make *w)
{
	const char *text = "";
	char name[16];

	for (int i = 0; i < w->in->vm.n_board; i++) {
		const struct summary *s = &w->in->vm.board[i];

		if (summary_live(s) && s->restricted)
			text = arena_printf(w->m.a, "%s%s%s SEV%d", text,
				*text ? DOT : "",
				incident_name(s->number, name), s->severity);
	}
	if (*text)
		put_middle(w, STYLE_TEXT, arena_printf(w->m.a,
			"live and not for a wall: %s", text));
}

static void
put_last(struct wall_make *w, const struct wall_care *c)
{
	char name[16];

	if (!c->last)
		return;
	put_middle(w, STYLE_DIM, arena_printf(w->m.a,
		"last All Clear: %s %s, %s", incident_name(c->last->number,
		name), wall_said(w, c->last->title),
		wall_when(w, c->last->all_clear_at)));
}

void
wall_none(struct wall_make *w)
{
	struct wall_care c = wall_care(w);
	struct vm_line line = {0};
	struct vm_line *l;
	char clock[WHEN_MAX];

	if (w->in->read_at == WHEN_NONE) {
		put_waiting(w);
		return;
	}
	put_quiet(w);
	put_middle(w, STYLE_BOLD, w->m.now / WHEN_DAY ==
		w->in->read_at / WHEN_DAY ? arena_printf(w->m.a,
		"as of %s UTC", when_hms(w->in->read_at, clock)) :
		arena_printf(w->m.a, "as of %s",
		wall_when(w, w->in->read_at)));
	put_restricted(w);
	wall_care_put(w, &line, &c);
	if (w->in->vm.h >= CARE_H)
		wall_lines(w, 1);
	if (line.end) {
		l = wall_lines(w, 1);
		vm_join(w->m.a, l, (w->in->vm.w + line.end) / 2, &line);
		vm_clip(w->m.a, l, w->in->vm.w);
	}
	put_last(w, &c);
	if (w->in->vm.h < CARE_H)
		return;
	wall_lines(w, 1);
	wall_care_list(w);
}
