#include "ui/box.h"

#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"
#include "ui/pen.h"

#include <string.h>

#define DOT " \u00b7 "

/* One edge of the frame: a corner, a line, a corner. */
static void
box_edge(struct pen *p, enum style style, enum glyph left, enum glyph right)
{
	pen_glyph(p, style, left);
	pen_line(p, style, p->r.w - 2, GLYPH_H);
	pen_glyph(p, style, right);
}

static void
box_sides(struct pen *p, enum style style)
{
	for (int y = 1; y < p->r.h - 1; y++) {
		pen_go(p, y, 0);
		pen_glyph(p, style, GLYPH_V);
		pen_go(p, y, p->r.w - 1);
		pen_glyph(p, style, GLYPH_V);
	}
}

/* As much of @text as fits: whole parts, the first ones. */
static const char *
box_parts(struct canvas *c, const char *text, int cols)
{
	const char *safe = text_safe(c->text, text, false);

	while (text_width(safe) > cols) {
		size_t end = strlen(safe);

		while (end && !str_starts(safe + end, DOT) &&
		    !str_starts(safe + end, ", "))
			end--;
		if (!end)
			return "";
		safe = arena_dupn(c->text, safe, end);
	}
	return safe;
}

/* The same; where it loses how much is late a mark says that something is. */
static const char *
box_state(struct canvas *c, const struct box *box, int cols)
{
	const char *some = box_parts(c, box->right, cols);

	if (!box->late || strstr(some, "late"))
		return some;
	some = box_parts(c, box->right, cols - 2);
	return *some ? arena_printf(c->text, "! %s", some) : "!";
}

static enum style
frame_style(const struct box *box)
{
	if (box->replay)
		return STYLE_FRAME_REPLAY;
	return box->focus ? STYLE_FRAME_FOCUS : STYLE_FRAME;
}

/*
 * Title and state stand in the upper edge, which shows at least one column
 * of line on either side of them: "+- For you ------ 6 +".
 */
static void
box_titles(struct canvas *c, struct rect r, const struct box *box)
{
	struct pen p = pen_in(c, rect_cols(rect_rows(r, 0, 1), 2, r.w - 3));
	enum style title = box->focus ? STYLE_ACCENT_BOLD : STYLE_TITLE;
	int left = 0;

	if (box->title && p.r.w > 2) {
		const char *safe = text_safe(c->text, box->title, false);

		safe = text_clip(c->text, safe, p.r.w - 2);
		left = pen_textf(&p, title, " %s ", safe);
	}
	if (box->loud && p.r.w - left > 4) {
		const char *safe = text_safe(c->text, box->loud, false);

		safe = text_clip(c->text, safe, p.r.w - left - 4);
		left += pen_textf(&p, STYLE_ACCENT_BLOCK, " %s ", safe);
		left += pen_textf(&p, frame_style(box), " ");
	}
	if (box->right) {
		const char *safe = box_state(c, box, p.r.w - left - 3);
		const char *rest = strstr(safe, DOT);

		if (!*safe)
			return;
		pen_right(&p, STYLE_DIM, " ");
		pen_right(&p, STYLE_DIM, rest ? rest : "");
		pen_right(&p, box->late ? STYLE_BAD : STYLE_DIM, rest ?
			arena_dupn(c->text, safe, (size_t)(rest - safe)) :
			safe);
		pen_right(&p, STYLE_DIM, " ");
	}
}

struct rect
box_draw(struct canvas *c, struct rect r, const struct box *box)
{
	enum style style = frame_style(box);
	struct pen p = pen_in(c, r);

	if (r.h < 2 || r.w < 2)
		return r;
	box_edge(&p, style, GLYPH_TOP_LEFT, GLYPH_TOP_RIGHT);
	box_sides(&p, style);
	pen_go(&p, r.h - 1, 0);
	box_edge(&p, style, GLYPH_BOTTOM_LEFT, GLYPH_BOTTOM_RIGHT);
	box_titles(c, r, box);
	return rect_inset(r, 1, 1);
}

struct rect
box_rule(struct canvas *c, struct rect r, const struct box *box)
{
	struct pen p = pen_in(c, rect_rows(r, 0, 1));

	pen_line(&p, frame_style(box), r.w, GLYPH_H);
	box_titles(c, r, box);
	return rect_rows(r, 1, r.h - 1);
}
