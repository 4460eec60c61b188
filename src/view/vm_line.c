/* Lines of spans: how panes write, and what is cut when room ends. */
#include "view/vm_part.h"

#include "base/mem.h"
#include "base/text.h"

#include <stdarg.h>
#include <string.h>

#define MORE "\u2026"

enum {
	SPANS_FIRST = 8, /* spans that a line has room for at first */
	LINES_FIRST = 16,
};

/* ---- arrays in an arena -------------------------------------------- */

/* A copy of @n things with room for more; the old ones stay where they are. */
static void *
grow(struct arena *a, const void *old, size_t n, size_t bytes)
{
	void *more = arena_alloc(a, bytes);

	if (n)
		memcpy(more, old, n);
	return more;
}

/* A new line at the end of any array of lines. */
static struct vm_line *
add_line(struct arena *a, struct vm_line **lines, int *n, int *cap)
{
	if (*n == *cap) {
		int more = *cap ? *cap * 2 : LINES_FIRST;

		*lines = grow(a, *lines, (size_t)*n * sizeof(**lines),
			(size_t)more * sizeof(**lines));
		*cap = more;
	}
	(*lines)[*n] = (struct vm_line){0};
	return &(*lines)[(*n)++];
}

struct vm_line *
vm_pane_line(struct arena *a, struct vm_pane *p)
{
	return add_line(a, &p->lines, &p->n, &p->cap);
}

struct vm_line *
vm_head_line(struct arena *a, struct vm *vm)
{
	return add_line(a, &vm->head, &vm->n_head, &vm->cap_head);
}

struct vm_line *
vm_foot_line(struct arena *a, struct vm *vm)
{
	return add_line(a, &vm->foot, &vm->n_foot, &vm->cap_foot);
}

struct vm_line *
vm_over_line(struct arena *a, struct vm_overlay *o)
{
	return add_line(a, &o->lines, &o->n, &o->cap);
}

const char *
vm_row_id(struct arena *a, const char *sort, uint32_t number)
{
	char digits[16];
	size_t at = sizeof(digits), n = strlen(sort);
	char *id;

	do {
		digits[--at] = (char)('0' + number % 10);
		number /= 10;
	} while (number);
	id = arena_alloc(a, n + sizeof(digits) - at + 1);
	memcpy(id, sort, n);
	memcpy(id + n, digits + at, sizeof(digits) - at);
	return id;
}

static struct vm_span *
line_span(struct arena *a, struct vm_line *l)
{
	if (l->n == l->cap) {
		int more = l->cap ? l->cap * 2 : SPANS_FIRST;

		l->spans = grow(a, l->spans, (size_t)l->n * sizeof(*l->spans),
			(size_t)more * sizeof(*l->spans));
		l->cap = more;
	}
	return &l->spans[l->n++];
}

/* ---- writing ------------------------------------------------------- */

/* Adds text that is harmless already and @w columns wide. */
static void
line_put(struct arena *a, struct vm_line *l, enum style s, const char *safe,
	int w)
{
	if (!w)
		return;
	*line_span(a, l) = (struct vm_span){
		.x = l->end, .w = w, .style = s, .text = safe,
	};
	l->end += w;
}

void
vm_put(struct arena *a, struct vm_line *l, enum style s, const char *text)
{
	/* A copy: what is handed in may stand in a buffer of the caller. */
	const char *safe = text_safe(a, arena_dup(a, text ? text : ""),
		false);

	line_put(a, l, s, safe, text_width(safe));
}

void
vm_putf(struct arena *a, struct vm_line *l, enum style s, const char *fmt, ...)
{
	const char *text;
	va_list ap;

	va_start(ap, fmt);
	text = text_safe(a, arena_vprintf(a, fmt, ap), false);
	va_end(ap);
	line_put(a, l, s, text, text_width(text));
}

void
vm_link(struct arena *a, struct vm_line *l, enum style s,
	const struct vm_url *url)
{
	int n = l->n;

	vm_put(a, l, s, url->text);
	if (l->n > n)
		l->spans[n].link = url->url;
}

void
vm_tab(struct vm_line *l, int x)
{
	if (l->end < x)
		l->end = x;
}

void
vm_cell(struct arena *a, struct vm_line *l, int cols, enum style s,
	const char *text)
{
	const char *safe = text_safe(a, arena_dup(a, text ? text : ""),
		false);
	int x = l->end;

	l->cut = l->cut || text_width(safe) > cols;
	safe = text_clip(a, safe, cols);
	line_put(a, l, s, safe, text_width(safe));
	l->end = x + cols;
}

/* ---- cutting ------------------------------------------------------- */

/* The first columns of @span, at most @cols, with an ellipsis at the end. */
static void
span_cut(struct arena *a, struct vm_span *span, int cols)
{
	size_t n = text_fit(span->text, cols - 1, NULL);

	span->text = arena_printf(a, "%.*s" MORE, (int)n, span->text);
	span->w = text_width(span->text);
}

static bool
is_blank(const char *s)
{
	return s[strspn(s, " ")] == '\0';
}

void
vm_clip(struct arena *a, struct vm_line *l, int w)
{
	bool cut = false;
	struct vm_span *last;

	if (l->end <= w)
		return;
	l->end = w > 0 ? w : 0;
	while (l->n && l->spans[l->n - 1].x >= w) {
		cut = cut || !is_blank(l->spans[l->n - 1].text);
		l->n--;
	}
	l->cut = l->cut || cut;
	if (!l->n)
		return;
	last = &l->spans[l->n - 1];
	l->cut = l->cut || last->x + last->w > w;
	if (last->x + last->w > w)
		span_cut(a, last, w - last->x);
	else if (cut && last->x + last->w < w)
		*line_span(a, l) = (struct vm_span){
			.x = last->x + last->w, .w = 1, .style = last->style,
			.text = MORE,
		};
	else if (cut)
		span_cut(a, last, last->w);
}

void
vm_join(struct arena *a, struct vm_line *l, int edge,
	const struct vm_line *right)
{
	int x = edge - right->end;

	if (!right->end)
		return;
	if (x < 0)
		x = 0;
	vm_clip(a, l, x > 0 ? x - 1 : 0);
	l->cut = l->cut || right->cut;
	for (int i = 0; i < right->n; i++) {
		struct vm_span *span = line_span(a, l);

		*span = right->spans[i];
		span->x += x;
	}
	l->end = x + right->end;
}

void
vm_right(struct arena *a, struct vm_line *l, int edge, enum style s,
	const char *text)
{
	struct vm_line right = {0};

	vm_put(a, &right, s, text);
	vm_clip(a, &right, edge);
	vm_join(a, l, edge, &right);
}

/* ---- wrapping ------------------------------------------------------ */

int
vm_wrap(struct arena *a, struct vm_pane *p, struct vm_line *first,
	const struct vm_block *block, const char *text)
{
	const char *safe = text_safe(a, text ? text : "", true);
	struct vm_line *l = first;
	const char *id = first->id;
	int lines = 0;

	for (;;) {
		int cols = block->edge - l->end;
		size_t skip = 0;
		size_t n = text_wrap(safe, cols > 0 ? cols : 1, &skip);
		const char *part = arena_dupn(a, safe, n);

		line_put(a, l, block->style, part, text_width(part));
		vm_clip(a, l, block->edge);
		safe += skip;
		if (!*safe || !skip)
			return lines;
		l = vm_pane_line(a, p);
		l->id = id;
		vm_tab(l, block->indent);
		lines++;
	}
}

void
vm_cut_lines(struct arena *a, struct vm_pane *p, int n, int w)
{
	struct vm_line *l;

	if (n < 1 || p->n <= n)
		return;
	p->n = n;
	l = &p->lines[n - 1];
	l->cut = true;
	if (l->end >= w)
		vm_clip(a, l, w - 1);
	else
		vm_put(a, l, l->n ? l->spans[l->n - 1].style : STYLE_DIM,
			MORE);
}

void
vm_tail(struct arena *a, struct vm_pane *p, struct vm_line *l,
	const struct vm_block *block, const char *text)
{
	const char *safe = text_safe(a, text ? text : "", false);
	const char *id = l->id;

	if (!*safe)
		return;
	if (l->end + 2 + text_width(safe) <= block->edge) {
		vm_tab(l, l->end + 2);
		vm_put(a, l, block->style, safe);
		return;
	}
	l = vm_pane_line(a, p);
	l->id = id;
	vm_tab(l, block->indent);
	vm_wrap(a, p, l, block, safe);
}
