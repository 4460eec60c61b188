/*
 * What the overlays share: lines in the making and the window on them.
 */
#ifndef FG_VIEW_OVERLAY_PART_H
#define FG_VIEW_OVERLAY_PART_H

#include "view/overlay.h"

struct form;
struct form_in;

struct over_make {
	const struct vm_in *in;
	struct arena *a;
	int w, h;            /* columns of a line; lines that there is room for */
	struct vm_pane p;    /* holds all lines */
	struct vm_pane foot; /* and those that are in view whatever is scrolled */
	const char *title, *right;
	int keep_from, keep_to; /* lines that must be in view; -1: none */
	int cursor_line, cursor_x; /* -1: none */
};

/** A new line. */
struct vm_line *over_line(struct over_make *m);

/** @text wrapped into lines that stay below what is scrolled. */
void over_foot(struct over_make *m, enum style s, const char *text);

/** @text wrapped, each line from column @indent on. */
void over_text(struct over_make *m, enum style s, int indent,
	const char *text);

/** Who can be chosen in field @i of a form, from column @indent on. */
void over_people(struct over_make *m, const struct form *f,
	const struct form_in *in, int i, int indent);

typedef void over_fn(struct over_make *m);

/** Write all lines of what is open. */
over_fn over_form, over_help, over_brief, over_entry, over_printed, over_tour;

/** The rows that a step of the tour may cover. */
struct vm_rect tour_room(const struct layout *lay);

/** Columns of the text of step @step, of a screen that has more. */
int tour_width(const struct layout *lay, int step);

/** Where in @room the @box of step @step leaves what it is about in view. */
struct vm_rect tour_place(struct vm_rect box, struct vm_rect room,
	const struct layout *lay, int step);

#endif
