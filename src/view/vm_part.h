/*
 * What the parts of the view model share: one frame in the making.
 *
 * A pane's function writes all of its lines; vm_window() then takes those
 * that are in view, marks the row that is selected and counts the others.  The timeline and the
 * board, which can be long, write only what is in view.
 */
#ifndef FG_VIEW_VM_PART_H
#define FG_VIEW_VM_PART_H

#include "model/attention.h"
#include "model/incident.h"
#include "model/summary.h"
#include "view/layout.h"
#include "view/screen.h"
#include "view/vm.h"

#define DOT " \u00b7 "
#define ARROW "\u2192"

struct vm_make {
	const struct vm_in *in;
	const struct incident *inc; /* NULL: the board */
	const struct screen *s;
	struct arena *a;
	struct vm *vm;
	when_ms now;
	struct attention_list att;
	struct layout lay;
	/* With all the rows they like, for the arrangement; NULL: not yet. */
	const struct vm_pane *measured[PANE_COUNT];
};

/** Starts a frame: finds Attention and the arrangement. */
void vm_make(struct vm_make *m, const struct vm_in *in);

/* ---- lines (vm_line.c) --------------------------------------------- */

struct vm_url {
	const char *text, *url;
};

/** Text that can be opened. */
void vm_link(struct arena *a, struct vm_line *l, enum style s,
	const struct vm_url *url);

/**
 * Adds @text behind what stands at the end of @l, two blanks away; where it
 * has no room there, wrapped on lines of its own.
 */
void vm_tail(struct arena *a, struct vm_pane *p, struct vm_line *l,
	const struct vm_block *block, const char *text);

/** As vm_right() for a line of several spans. */
void vm_join(struct arena *a, struct vm_line *l, int edge,
	const struct vm_line *right);

/* ---- panes --------------------------------------------------------- */

typedef void vm_pane_fn(struct vm_make *m, struct vm_pane *p);

/** Writes all lines of a pane, whose rectangle is set. */
vm_pane_fn vm_attention, vm_command, vm_people, vm_can, vm_timeline, vm_board;
vm_pane_fn vm_objectives, vm_told;

/** The same of a board that has no incidents. */
vm_pane_fn vm_board_empty;

/** How the tag of an entry looks in a timeline. */
enum style vm_tag_style(enum event_kind kind);

/** Columns and rows inside a pane's frame. */
int vm_pane_w(const struct vm_pane *p);
int vm_pane_h(const struct vm_pane *p);

/** "obj:7": for hundreds of rows a frame, printf would be most of its cost. */
const char *vm_row_id(struct arena *a, const char *sort, uint32_t number);

/** Keeps the @h lines in view, marks the selected row, counts the rest. */
void vm_window(struct vm_make *m, struct vm_pane *p, int h);

/** Writes all panes of the arrangement into the frame (vm_panes.c). */
void vm_panes(struct vm_make *m);

/** Lines that pane @id would fill at @w columns; @ctx is the frame's maker. */
int vm_pane_lines(void *ctx, enum pane_id id, int w);

/** A pane of its own, as it would stand at @place; not part of a frame. */
struct vm_pane *vm_pane_at(struct vm_make *m,
	const struct layout_pane *place);

/** Says in the pane's lower edge how many of its lines are cut. */
void vm_count_cut(struct vm_make *m, struct vm_pane *p);

/** The row under the cursor as text, from in->a; "" when there is none. */
const char *vm_row_text(const struct vm_in *in);

/** Lines that For you would fill at @w columns. */
int vm_attention_lines(struct vm_make *m, int w);

/** Open objectives; after the fire open action items. */
int vm_work_open(const struct incident *inc);

/**
 * Writes the ended objectives that are in view: they can be hundreds, and
 * until the window is known they are lines with nothing but an id.
 */
void vm_objectives_fill(struct vm_make *m, struct vm_pane *p);

/* ---- head and foot ------------------------------------------------- */

/** Writes the rows of the head (vm_head.c). */
void vm_head(struct vm_make *m);

/** The customers line, with the bridge, in @w columns (vm_customers.c). */
void vm_customers(struct vm_make *m, struct vm_line *l, int w);

/** The clocks line. */
void vm_clocks(struct vm_make *m, struct vm_line *l, int w);

/** One row of the rail, 0 to 2. */
void vm_rail(struct vm_make *m, struct vm_line *l, int row);

/** What is shouted over the whole width, or NULL. */
const char *vm_banner(const struct vm_make *m, enum style *style);

/** The same while the past is shown, in as many columns (vm_past.c). */
const char *vm_past_banner(const struct vm_make *m);

/** What the log has come to: "now", or the moment that is shown. */
const char *vm_past_end(const struct vm_make *m);

/**
 * The status line into @p, or as many lines up to @most as what is said needs
 * (vm_foot.c); and whether there is something to say now.
 */
void vm_status(struct vm_make *m, struct vm_pane *p, int most);
bool vm_status_wanted(const struct vm_make *m);

/** DRILL and READ-ONLY. */
void vm_badges(struct vm_make *m, struct vm_line *l);

/** Whether the last good read is too old to be called live, and its age. */
bool vm_stale(const struct vm_make *m, when_ms *age);

/* ---- other incidents (vm_other.c) ---------------------------------- */

/** What of @s is worst, in a few words, "" when nothing is. */
const char *vm_summary_worst(const struct vm_make *m,
	const struct summary *s, enum attention_level *level);

/** The worst of the other live incidents, or NULL; and how many there are. */
const struct summary *vm_other(const struct vm_make *m, int *n);

/* ---- small things -------------------------------------------------- */

/** A duration, instant or due time in words, from the frame's arena. */
const char *vm_span_of(const struct vm_make *m, when_ms d);
const char *vm_clock(const struct vm_make *m, when_ms t);

/** "4m left", "3m over"; *@over says which.  "" when @due is not set. */
const char *vm_left(const struct vm_make *m, when_ms due, bool *over);

#endif
