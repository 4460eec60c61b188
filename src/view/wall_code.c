/*
 * The bridge as a QR code: two squares a cell, dark on light in every theme,
 * with the light ground around it that a camera needs.
 */
#include "view/wall_part.h"

#include "base/mem.h"
#include "base/qr.h"
#include "base/str.h"
#include "base/text.h"

enum {
	CAPTIONS = 2, /* rows above the code and below it */
	AIR = 2,      /* columns left of it */
};

const char *
wall_bridge(struct wall_make *w)
{
	const struct incident *inc = w->m.inc;
	const char *url = inc ? str_or(inc->bridge, "") : "";

	return inc && incident_live(inc) && !inc->restricted ? url : "";
}

/* Only a link that a wall may show as it is makes a code. */
static bool
code_of(struct wall_make *w, struct qr *out)
{
	const char *url = wall_bridge(w);

	return !w->in->ascii && !w->stale && str_find(url, "://") &&
		str_same(url, wall_said(w, url)) &&
		qr_make(w->m.a, url, out);
}

int
wall_code_cols(struct wall_make *w, struct vm_rect r)
{
	struct qr qr;
	int side;

	if (!code_of(w, &qr))
		return 0;
	side = qr.size + 2 * QR_QUIET;
	return r.h >= (side + 1) / 2 + CAPTIONS && r.w > side + AIR ?
		side + AIR : 0;
}

static const char *
cell_of(const struct qr *qr, int y, int x)
{
	bool up = qr_dark(qr, y, x), down = qr_dark(qr, y + 1, x);

	if (up)
		return down ? "\u2588" : "\u2580";
	return down ? "\u2584" : " ";
}

void
wall_code(struct wall_make *w, struct vm_rect r)
{
	struct vm_pane *p;
	struct vm_line *l;
	struct qr qr;
	int side;

	if (!code_of(w, &qr))
		return;
	w->coded = true;
	side = qr.size + 2 * QR_QUIET;
	r.x += AIR;
	r.w -= AIR;
	r.y += (r.h - (side + 1) / 2 - CAPTIONS) / 2;
	p = wall_pane(w, r, "", "");
	p->bare = true;
	vm_put(w->m.a, vm_pane_line(w->m.a, p), STYLE_BOLD, "JOIN THE BRIDGE");
	for (int y = -QR_QUIET; y < qr.size + QR_QUIET; y += 2) {
		struct str row = {0};

		for (int x = -QR_QUIET; x < qr.size + QR_QUIET; x++)
			str_add(&row, cell_of(&qr, y, x));
		l = vm_pane_line(w->m.a, p);
		vm_put(w->m.a, l, STYLE_CODE, str_get(&row));
		str_release(&row);
	}
	l = vm_pane_line(w->m.a, p);
	vm_put(w->m.a, l, STYLE_INFO, wall_bridge(w));
	vm_clip(w->m.a, l, r.w);
}
