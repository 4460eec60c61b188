#include "ui/pen.h"

#include "base/mem.h"
#include "base/text.h"

#include <stdarg.h>

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

/* Columns from here to the end of the row, at least 0. */
static int
pen_room(const struct pen *p)
{
	int end = p->right ? p->r.w - p->right - 1 : p->r.w;

	if (p->y < 0 || p->y >= p->r.h || p->x < 0 || p->x >= end)
		return 0;
	return end - p->x;
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

int
pen_textf(struct pen *p, enum style style, const char *fmt, ...)
{
	const char *text;
	va_list ap;

	va_start(ap, fmt);
	text = arena_vprintf(p->c->text, fmt, ap);
	va_end(ap);
	return pen_put(p, style, pen_room(p), text_safe(p->c->text, text,
		false));
}

int
pen_right(struct pen *p, enum style style, const char *text)
{
	const char *safe = text_safe(p->c->text, text, false);
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

void
pen_glyph(struct pen *p, enum style style, enum glyph glyph)
{
	pen_put(p, style, pen_room(p), glyph_text(glyph));
}

void
pen_line(struct pen *p, enum style style, int cols, enum glyph glyph)
{
	int room = pen_room(p);
	struct rect at = {
		p->r.y + p->y, p->r.x + p->x, 1, cols < room ? cols : room,
	};

	if (at.w > 0)
		p->x += canvas_repeat(p->c, at, style, glyph_text(glyph));
}
