#include "ui/canvas.h"

/* A length cut to what is there behind @from of @all. */
static int
rect_part(int all, int from, int n)
{
	if (n > all - from)
		n = all - from;
	return n > 0 ? n : 0;
}

struct rect
rect_rows(struct rect r, int from, int n)
{
	r.h = rect_part(r.h, from, n);
	r.y += from;
	return r;
}

struct rect
rect_cols(struct rect r, int from, int n)
{
	r.w = rect_part(r.w, from, n);
	r.x += from;
	return r;
}

struct rect
rect_inset(struct rect r, int dy, int dx)
{
	r.y += dy;
	r.x += dx;
	r.h = r.h > 2 * dy ? r.h - 2 * dy : 0;
	r.w = r.w > 2 * dx ? r.w - 2 * dx : 0;
	return r;
}
