/* A board without incidents says how to begin, and where its store is. */
#include "view/vm_part.h"

#include "base/str.h"

enum { EMPTY_H = 9 }; /* rows of what it says */

/* Text below what stands there, in as many lines as it takes. */
static void
put_advice(struct vm_make *m, struct vm_pane *p, enum style style,
	const char *text)
{
	struct vm_block block = {0, vm_pane_w(p), style};

	vm_wrap(m->a, p, vm_pane_line(m->a, p), &block, text);
}

/* Between two parts, where there is room for air. */
static void
put_air(struct vm_make *m, struct vm_pane *p)
{
	if (vm_pane_h(p) > EMPTY_H)
		vm_pane_line(m->a, p);
}

void
vm_board_empty(struct vm_make *m, struct vm_pane *p)
{
	struct vm_line *l;

	for (int i = (vm_pane_h(p) - EMPTY_H) / 2; i > 0; i--)
		vm_pane_line(m->a, p);
	l = vm_pane_line(m->a, p);
	vm_put(m->a, l, STYLE_BOLD, m->in->board_total ?
		"The incidents are being read" : "No incident yet");
	put_air(m, p);
	l = vm_pane_line(m->a, p);
	if (!m->in->read_only) {
		vm_put(m->a, l, STYLE_ACCENT_BOLD, "D");
		vm_put(m->a, l, STYLE_TEXT, " declares an incident, ");
	}
	vm_put(m->a, l, STYLE_ACCENT_BOLD, "?");
	vm_put(m->a, l, STYLE_TEXT, " shows the keys");
	put_air(m, p);
	if (!m->in->read_only) {
		put_advice(m, p, STYLE_TEXT, "New here? `fireground tour` shows"
			" all of it on a practice incident.");
		put_advice(m, p, STYLE_DIM, "`fireground import FILE` plays"
			" a real one in: docs/incidents has two.");
		put_advice(m, p, STYLE_DIM, "`fireground init` writes a"
			" config: who you are, the roster, the bridge.");
		put_air(m, p);
	}
	put_advice(m, p, STYLE_DIM, str_or(m->in->store, ""));
	vm_cut_lines(m->a, p, vm_pane_h(p), vm_pane_w(p));
}
