#include "ui/pen.h"

#include "base/mem.h"
#include "base/text.h"

#include <stdarg.h>
#include <string.h>

struct pen
pen_in(struct canvas *c, struct rect r)
{
	return (struct pen){.c = c, .r = r};
}

void
pen_go(struct pen *p, int y, int x)
{
	p->y = y;
	p->x = x;
	p->right = 0;
}

void
pen_tab(struct pen *p, int x)
{
	p->x = x;
}

bool
pen_down(struct pen *p)
{
	pen_go(p, p->y + 1, 0);
	return p->y < p->r.h;
}

int
pen_room(const struct pen *p)
{
	int end = p->right ? p->r.w - p->right - 1 : p->r.w;

	if (p->y < 0 || p->y >= p->r.h || p->x < 0 || p->x >= end)
		return 0;
	return end - p->x;
}

int
pen_rows(const struct pen *p)
{
	return p->y < p->r.h ? p->r.h - p->y : 0;
}

/* Writes harmless text into at most @cols columns from the pen on. */
static int
pen_put(struct pen *p, enum style style, int cols, const char *safe)
{
	struct rect at = {p->r.y + p->y, p->r.x + p->x, 1, cols};
	int used = cols > 0 ? canvas_put(p->c, at, style, safe) : 0;

	p->x += used;
	return used;
}

static const char *
pen_safe(struct canvas *c, const char *text, bool lines)
{
	return text ? text_safe(c->text, text, lines) : "";
}

int
pen_text(struct pen *p, enum style style, const char *text)
{
	return pen_put(p, style, pen_room(p), pen_safe(p->c, text, false));
}

int
pen_textf(struct pen *p, enum style style, const char *fmt, ...)
{
	const char *text;
	va_list ap;

	va_start(ap, fmt);
	text = arena_vprintf(p->c->text, fmt, ap);
	va_end(ap);
	return pen_text(p, style, text);
}

int
pen_fit(struct pen *p, enum style style, const char *text)
{
	const char *safe = pen_safe(p->c, text, false);
	int room = pen_room(p);

	return pen_put(p, style, room, text_clip(p->c->text, safe, room));
}

void
pen_column(struct pen *p, enum style style, int cols, const char *text)
{
	const char *safe = pen_safe(p->c, text, false);
	int room = pen_room(p);
	int x = p->x;

	if (room > cols - 1)
		room = cols - 1;
	pen_put(p, style, room, text_clip(p->c->text, safe, room));
	p->x = x + cols;
}

int
pen_right(struct pen *p, enum style style, const char *text)
{
	const char *safe = pen_safe(p->c, text, false);
	int cols = text_width(safe);
	int x = p->r.w - p->right - cols;
	struct pen at = *p;

	if (p->y < 0 || p->y >= p->r.h || !cols || x < p->x + (p->x > 0))
		return 0;
	at.x = x;
	pen_put(&at, style, cols, safe);
	p->right += cols;
	return cols;
}

/* The last line that is shown: @n bytes of @line, then an ellipsis. */
static const char *
pen_last(struct pen *p, int cols, const char *line, size_t n)
{
	const char *more = glyph_text(GLYPH_MORE);
	char *text = arena_dupn(p->c->text, line, n);

	text[text_fit(text, cols - 1, NULL)] = '\0';
	return arena_printf(p->c->text, "%s%s", text, more);
}

int
pen_wrap(struct pen *p, enum style style, int rows, const char *text)
{
	const char *safe = pen_safe(p->c, text, true);
	int cols = pen_room(p);
	int x = p->x;
	int row = 0;

	if (rows > pen_rows(p))
		rows = pen_rows(p);
	if (cols <= 0 || rows <= 0)
		return 0;
	for (;;) {
		size_t skip;
		size_t n = text_wrap(safe, cols, &skip);
		bool more = safe[skip] != '\0';
		const char *line = more && row + 1 == rows ?
			pen_last(p, cols, safe, n) :
			arena_dupn(p->c->text, safe, n);

		p->x = x;
		pen_put(p, style, cols, line);
		row++;
		if (!more || row == rows)
			return row;
		safe += skip;
		p->y++;
		p->right = 0;
	}
}

int
pen_wrap_rows(struct canvas *c, int cols, const char *text)
{
	const char *safe = pen_safe(c, text, true);
	int rows = 0;

	do {
		size_t skip;

		text_wrap(safe, cols > 0 ? cols : 1, &skip);
		safe += skip;
		rows++;
	} while (*safe);
	return rows;
}

void
pen_glyph(struct pen *p, enum style style, enum glyph glyph)
{
	pen_put(p, style, pen_room(p), glyph_text(glyph));
}

void
pen_line(struct pen *p, enum style style, int cols, enum glyph glyph)
{
	int room = pen_room(p);

	for (int i = cols < room ? cols : room; i > 0; i--)
		pen_glyph(p, style, glyph);
}

void
pen_select(struct pen *p)
{
	canvas_shade(p->c, rect_rows(p->r, p->y, 1), SHADE_SELECTED);
}
