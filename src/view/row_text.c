/* A row as the text that somebody would copy: whole, whatever its pane cut. */
#include "view/vm_part.h"

#include "base/mem.h"
#include "base/text.h"
#include "model/words.h"
#include "view/rows.h"

#include <string.h>

enum {
	WIDE = 1000, /* columns in which hardly any text is cut */
};

/* The spans of a line; what stands apart is parted by two blanks. */
static void
add_line(struct str *out, const struct vm_line *l)
{
	int end = 0;

	for (int i = 0; i < l->n; i++) {
		const struct vm_span *span = &l->spans[i];

		if (out->len && span->x > end)
			str_add(out, i ? "  " : " ");
		str_add(out, span->text);
		end = span->x + span->w;
	}
}

static const char *
pane_text(const struct vm_in *in, enum pane_id pane, const char *row)
{
	struct layout_pane place = {.id = pane, .bare = true,
		.r = {0, 0, INT16_MAX, WIDE}};
	struct str text = {0};
	const struct vm_pane *p;
	const char *copy;
	struct vm_make m;

	vm_make(&m, in);
	p = vm_pane_at(&m, &place);
	for (int i = 0; i < p->n; i++)
		if (p->lines[i].id && !strcmp(p->lines[i].id, row))
			add_line(&text, &p->lines[i]);
	copy = arena_dup(in->a, str_get(&text));
	str_release(&text);
	return copy + strspn(copy, " ");
}

static const char *
attention_text(const struct vm_in *in, const char *row)
{
	struct attention_list list = vm_attention_list(in);

	for (int i = 0; i < list.n; i++)
		if (!strcmp(list.v[i].id, row))
			return arena_printf(in->a, "%s%s%s", list.v[i].text,
				*list.v[i].more ? "  " : "", list.v[i].more);
	return "";
}

static const char *
entry_text(const struct vm_in *in, const struct entry *e)
{
	char at[WHEN_MAX];

	return arena_printf(in->a, "%s %s: %s",
		when_iso(event_when(&e->ev), at), str_or(e->ev.by, "?"),
		words_entry(in->inc, e, in->a));
}

const char *
vm_row_text(const struct vm_in *in)
{
	const char *row = screen_row(in->screen);
	enum pane_id pane = in->inc ? in->screen->focus : PANE_BOARD;
	const struct entry *e = in->inc ? incident_entry(in->inc,
		vm_row_number(row, "entry")) : NULL;

	if (!*row)
		return "";
	if (e)
		return entry_text(in, e);
	if (pane == PANE_ATTENTION)
		return attention_text(in, row);
	return pane_text(in, pane, row);
}
