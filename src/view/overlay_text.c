/* What is read over the panes: the briefing, what a command printed. */
#include "view/overlay_part.h"

#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"
#include "model/clocks.h"
#include "model/words.h"
#include "view/screen.h"

#include <string.h>

#define LABEL_COLS 11 /* of the labels in a briefing */

/* ---- the briefing ------------------------------------------------------ */

/* A key behind what stands there, or on the next line. */
static void
brief_key(struct over_make *m, const char *key, const char *what)
{
	struct vm_line *l = &m->p.lines[m->p.n - 1];

	if (l->end + text_width(key) + 1 + text_width(what) > m->w)
		l = over_line(m);
	vm_put(m->a, l, STYLE_KEY, key);
	vm_tab(l, l->end + 1);
	vm_put(m->a, l, STYLE_TEXT, what);
	vm_tab(l, l->end + 3);
}

/* Accepting works from the first line on. */
static void
brief_offer(struct over_make *m)
{
	const struct command *c = &m->in->inc->command;
	struct vm_line *l;

	if (!clock_offer_stands(m->in->inc, m->in->now) ||
	    !str_same(c->offer.to, m->in->screen->who))
		return;
	l = over_line(m);
	vm_putf(m->a, l, STYLE_BOLD, "%s offers you command: ", c->offer.from);
	brief_key(m, "Enter", "accepts");
	brief_key(m, "h", "declines");
	brief_key(m, "Esc", "later");
}

/* "Scope      text": the label stands out, what wraps goes on below. */
static void
brief_line(struct over_make *m, const char *text)
{
	struct vm_block block = {0, m->w, STYLE_TEXT};
	struct vm_line *l = over_line(m);
	size_t label = 0;

	if (strlen(text) > LABEL_COLS && text[LABEL_COLS - 1] == ' ' &&
	    m->w > 3 * LABEL_COLS) {
		label = strcspn(text, " ");
		vm_put(m->a, l, STYLE_DIM, arena_dupn(m->a, text, label));
		vm_tab(l, LABEL_COLS);
		block.indent = LABEL_COLS;
		text += LABEL_COLS;
	}
	vm_wrap(m->a, &m->p, l, &block, text);
}

void
over_brief(struct over_make *m)
{
	struct str text = {0};
	const char *s;

	m->title = "Briefing";
	m->right = "Esc closes";
	if (!m->in->inc || !m->in->inc->declared)
		return;
	brief_offer(m);
	words_brief(m->in->inc, m->in->now, &text);
	s = arena_dup(m->a, str_get(&text));
	str_release(&text);
	for (bool first = true; *s; first = false) {
		size_t n = strcspn(s, "\n");
		const char *line = arena_dupn(m->a, s, n);

		if (first)
			over_text(m, STYLE_BOLD, 0, line);
		else
			brief_line(m, line);
		s += n + (s[n] == '\n');
	}
}

/* ---- what a command printed ---------------------------------------------- */

void
over_printed(struct over_make *m)
{
	const char *s = str_get(&m->in->screen->over_text);

	m->title = m->in->screen->over_title;
	m->right = "Esc closes";
	while (*s) {
		size_t n = strcspn(s, "\n");

		over_text(m, STYLE_TEXT, 0, arena_dupn(m->a, s, n));
		s += n + (s[n] == '\n');
	}
}
