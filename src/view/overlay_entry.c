/* A whole entry over the panes: its line, then every field that it has. */
#include "view/overlay_part.h"

#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"
#include "model/words.h"
#include "view/screen.h"
#include "view/sift.h"

#include <string.h>

enum {
	LABEL = 11,    /* columns of a field's name */
	SPACIOUS = 40, /* columns that afford a column of names */
	DEEPER = 2,    /* what wraps goes on so many columns further in */
};

/* ---- a line ---------------------------------------------------------------- */

/* "name: text": the names stand in a column of their own where they fit. */
static void
put_line(struct over_make *m, const char *line)
{
	size_t blanks = strspn(line, " ");
	size_t name = strcspn(line + blanks, ":");
	bool column = m->w >= SPACIOUS;
	struct vm_line *l = over_line(m);
	struct vm_block block = {column ? LABEL : 0, m->w, STYLE_TEXT};

	if (blanks == 2 && column) { /* it goes on from the one above */
		vm_tab(l, LABEL);
		vm_wrap(m->a, &m->p, l, &block, line + blanks);
		return;
	}
	vm_tab(l, (int)blanks);
	if (line[blanks + name] == ':') {
		bool fits = column && !blanks && name < LABEL;

		vm_put(m->a, l, STYLE_DIM, arena_dupn(m->a, line + blanks,
			fits ? name : name + 2));
		if (fits)
			vm_tab(l, LABEL);
		else
			block.indent = (int)blanks + DEEPER;
		line += blanks + name + 1;
		blanks = strspn(line, " ");
	}
	if (block.indent >= m->w)
		block.indent = 0;
	vm_wrap(m->a, &m->p, l, &block, line + blanks);
}

/* What is searched for stands out in what is there. */
static void
mark_line(struct over_make *m, struct vm_line *l, const char *text)
{
	struct vm_line out = {.id = l->id};

	for (int i = 0; i < l->n; i++) {
		const struct vm_span *span = &l->spans[i];
		const char *rest = span->text, *hit;

		vm_tab(&out, span->x);
		while ((hit = str_find(rest, text))) {
			vm_put(m->a, &out, span->style, arena_dupn(m->a, rest,
				(size_t)(hit - rest)));
			vm_put(m->a, &out, STYLE_MATCH, arena_dupn(m->a, hit,
				strlen(text)));
			rest = hit + strlen(text);
		}
		vm_put(m->a, &out, span->style, rest);
	}
	*l = out;
}

/* ---- all of it -------------------------------------------------------------- */

static bool
is_ascii(const char *text)
{
	while (*text && (unsigned char)*text < 0x80)
		text++;
	return !*text;
}

/* "Entry 215 of 430", and what of a filter there is before and after it. */
static void
put_title(struct over_make *m, const struct entry *e, const char *text)
{
	const struct screen *s = m->in->screen;
	bool before = sift_place(s, m->in->inc, e->ev.n - 1) > 0;
	bool after = sift_place(s, m->in->inc, e->ev.n) <
		sift_count(s, m->in->inc);

	m->title = arena_printf(m->a, "Entry %lu of %lu \u00b7 %s",
		(unsigned long)e->ev.n, (unsigned long)m->in->inc->n,
		words_tag(e));
	m->right = arena_printf(m->a, "%s%s%sEsc closes",
		m->in->ascii && !is_ascii(text) ?
		"not all is ASCII: the log has it whole \u00b7 " : "",
		before ? "Left before \u00b7 " : "",
		after ? "Right after \u00b7 " : "");
}

void
over_entry(struct over_make *m)
{
	const struct incident *inc = m->in->inc;
	const struct screen *s = m->in->screen;
	const struct entry *e = inc ? incident_entry(inc, s->over_entry) :
		NULL;
	const char *text;

	m->title = "Entry";
	m->right = "Esc closes";
	if (!e)
		return;
	text = words_entry_full(inc, e, m->a);
	put_title(m, e, text);
	over_text(m, STYLE_BOLD, 0, words_entry(inc, e, m->a));
	over_line(m);
	while (*text) {
		size_t len = strcspn(text, "\n");

		put_line(m, arena_dupn(m->a, text, len));
		text += len + (text[len] == '\n');
	}
	for (int i = 0; s->find_on && s->find.text.len && i < m->p.n; i++)
		mark_line(m, &m->p.lines[i], str_get(&s->find.text));
}
