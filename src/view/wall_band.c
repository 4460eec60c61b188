/* The band over the whole width: how bad, which, what is broken. */
#include "view/wall_part.h"

#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"

#include <string.h>

enum {
	MARGIN = 2,
	LINES_MOST = 3,  /* of large letters */
	PLAIN_MOST = 2,  /* of plain ones */
};

/* What is broken, in lines of a face. */
struct what {
	const char *line[LINES_MOST];
	int n;
};

static enum style
fill_of(const struct wall_make *w)
{
	return w->m.inc ? style_severity(w->m.inc->severity) : STYLE_BAR;
}

static int
cols_of(enum wall_face face, const char *s)
{
	return face == FACE_PLAIN ? text_width(s) : wall_face_cols(face, s);
}

/* Bytes of @s that make a line of whole words; 0 when not one fits. */
static size_t
line_of(struct arena *a, enum wall_face face, const char *s, int room)
{
	size_t fits = 0, n = 0;
	int cols;

	while (s[n]) {
		n += strcspn(s + n, " ");
		cols = cols_of(face, arena_dupn(a, s, n));
		if (!cols || cols > room)
			break;
		fits = n;
		n += strspn(s + n, " ");
	}
	return fits;
}

/* False when it needs more lines than there may be, or has other letters. */
static bool
break_what(struct wall_make *w, enum wall_face face, struct what *out)
{
	const struct incident *inc = w->m.inc;
	const char *s = wall_said(w, str_or(inc->scope, inc->title));
	int room = w->in->vm.w - 2 * MARGIN;

	out->n = 0;
	for (s += strspn(s, " "); *s; s += strspn(s, " ")) {
		size_t n = line_of(w->m.a, face, s, room);

		if (!n || out->n == LINES_MOST)
			return false;
		out->line[out->n++] = arena_dupn(w->m.a, s, n);
		s += n;
	}
	return out->n > 0;
}

/* As break_what() in plain letters, where anything goes: the rest is cut. */
static void
wrap_what(struct wall_make *w, struct what *out)
{
	const struct incident *inc = w->m.inc;
	const char *s = wall_said(w, str_or(inc->scope, inc->title));
	int room = w->in->vm.w - 2 * MARGIN;

	out->n = 0;
	while (*s) {
		size_t skip = 0;
		size_t n = text_wrap(s, room > 0 ? room : 1, &skip);

		if (out->n == PLAIN_MOST - 1) {
			out->line[out->n++] = text_clip(w->m.a, s, room);
			return;
		}
		out->line[out->n++] = arena_dupn(w->m.a, s, n);
		s += skip;
		if (!skip)
			return;
	}
}

int
wall_band_rows(struct wall_make *w, enum wall_face face)
{
	struct what what;

	if (face == FACE_PLAIN) {
		wrap_what(w, &what);
		return 1 + what.n;
	}
	if (!break_what(w, face, &what))
		return 0;
	return 2 + what.n * (wall_face_rows(face, w->in->ascii) +
		(face != FACE_SMALL));
}

/* ---- the first row ---------------------------------------------------- */

/* What the first row says at the right; each step says less. */
enum { STATE_ALL, STATE_NO_MODE, STATE_NO_ZONE, STATE_NO_CLOCK, STATES };

static struct vm_line
say_state(const struct wall_make *w, int step)
{
	enum style fill = fill_of(w);
	struct vm_line right = {0};
	char clock[WHEN_MAX];

	if (w->stale) {
		vm_putf(w->m.a, &right, STYLE_ALARM, " NO SIGNAL for %s ",
			wall_span(w->m.a, w->age));
		vm_tab(&right, right.end + 1);
	}
	if (w->in->vm.practice)
		vm_put(w->m.a, &right, fill, "DRILL  ");
	if (step < STATE_NO_MODE)
		vm_put(w->m.a, &right, fill, "READ-ONLY  ");
	if (step < STATE_NO_CLOCK)
		vm_put(w->m.a, &right, fill, when_hms(w->m.now, clock));
	if (step < STATE_NO_ZONE)
		vm_put(w->m.a, &right, fill, " UTC");
	return right;
}

/*
 * "READ-ONLY  14:31:19 UTC", or that the picture is old.  Which incident it
 * is, at @l already, is more than any of it but the last.
 */
static void
put_state(struct wall_make *w, struct vm_line *l, int named)
{
	struct vm_line right = say_state(w, STATE_ALL);

	for (int step = STATE_NO_MODE; step < STATES &&
	    named + 1 + right.end >= w->in->vm.w; step++)
		right = say_state(w, step);
	vm_join(w->m.a, l, w->in->vm.w - 1, &right);
}

static void
put_first(struct wall_make *w)
{
	struct vm_line *l = wall_lines(w, 1);
	const struct incident *inc = w->m.inc;
	enum style fill = fill_of(w);
	char name[16];
	int named;

	l->wall = true;
	l->fill = fill;
	vm_tab(l, w->in->vm.w > 20 ? MARGIN : 0);
	if (!inc)
		vm_put(w->m.a, l, fill, "fireground");
	else
		vm_putf(w->m.a, l, fill, "SEV%d  %s", inc->severity,
			incident_name(inc->number, name));
	named = l->end;
	if (inc && *str_or(inc->scope, ""))
		vm_putf(w->m.a, l, fill, "  %s", wall_said(w, inc->title));
	put_state(w, l, named);
	vm_clip(w->m.a, l, w->in->vm.w);
}

/* ---- what is broken ---------------------------------------------------- */

static struct vm_line *
filled_lines(struct wall_make *w, int n)
{
	struct vm_line *l = wall_lines(w, n);

	for (int i = 0; i < n; i++) {
		l[i].wall = true;
		l[i].fill = fill_of(w);
	}
	return l;
}

void
wall_band(struct wall_make *w, enum wall_face face)
{
	int rows = wall_face_rows(face, w->in->ascii);
	struct what what = {.n = 0};
	struct vm_line *l;

	put_first(w);
	if (!w->m.inc)
		return;
	if (face == FACE_PLAIN)
		wrap_what(w, &what);
	else
		break_what(w, face, &what);
	if (face != FACE_PLAIN)
		filled_lines(w, 1);
	for (int i = 0; i < what.n; i++) {
		struct wall_big big = {
			what.line[i], face, w->in->ascii, fill_of(w), MARGIN,
		};

		l = filled_lines(w, rows + (face > FACE_SMALL));
		vm_tab(l, MARGIN);
		if (face == FACE_PLAIN)
			vm_put(w->m.a, l, fill_of(w), what.line[i]);
		else
			wall_big_put(w->m.a, l, &big);
	}
}
