/*
 * The rows of a pane and the selection among them.
 *
 * A row has an id that outlives a refresh: the id of an Attention row,
 * "sme:raj", "obj:2", "mit:1", "item:4", "can:raj", "need:3", "entry:215",
 * "inc:17".  Keys act on the row that was selected when they were pressed.
 */
#ifndef FG_VIEW_ROWS_H
#define FG_VIEW_ROWS_H

#include "model/attention.h"
#include "view/layout.h"
#include "view/screen.h"

/** The arrangement that vm_build() would use. */
void vm_layout(const struct vm_in *in, struct layout *out);

/**
 * The ids of all rows of a pane in order, from in->a; returns how many.  The
 * timeline has no such list: its rows are the entries that it shows (sift.h).
 */
int vm_rows(const struct vm_in *in, enum pane_id pane, const char ***ids);

/**
 * The line that Enter runs on @row, from in->a: "form decide", or "prompt
 * role customers " for what is typed on at the prompt.  NULL: it shows an
 * entry, or there is nothing.
 */
const char *vm_row_line(const struct vm_in *in, const char *row);

/** What needs whoever is at the keys, from in->a unless @in has it. */
struct attention_list vm_attention_list(const struct vm_in *in);

/** The row of For you called @row, from in->a; NULL: it is another. */
const struct attention *vm_row_attention(const struct vm_in *in,
	const char *row);

/** The number behind the colon when @row is one of that sort, else 0. */
uint32_t vm_row_number(const char *row, const char *sort);

enum screen_step {
	STEP_UP, STEP_DOWN, STEP_PAGE_UP, STEP_PAGE_DOWN, STEP_HOME, STEP_END,
	STEP_NEXT_PANE, STEP_PREV_PANE
};

/** Moves the selection, or the focus, as @how says. */
void screen_move(struct screen *s, const struct vm_in *in,
	enum screen_step how);

/** Gives the keys to pane @id (PANE_NONE changes nothing). */
void screen_focus(struct screen *s, enum pane_id id);

/** Selects entry @n in the timeline (0: follows the end again). */
void screen_entry(struct screen *s, uint32_t n);

/**
 * Forgets where the cursors of an incident's panes stood, what was filtered
 * and what was searched.
 */
void screen_forget(struct screen *s);

/** Keeps what was drawn: which rows are selected and where they stood. */
void screen_drawn(struct screen *s, const struct vm *vm);

#endif
