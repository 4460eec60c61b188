/*
 * The view model of one frame: plain data, ready to be drawn.
 *
 * Built from state, screen and time by vm_build(); ui copies it into cells
 * and knows nothing else.  A pane is a rectangle with a title and lines; a
 * line is spans of harmless text, each with a style, at a column.  All memory
 * is from the frame's arena.
 */
#ifndef FG_VIEW_VM_H
#define FG_VIEW_VM_H

#include "base/when.h"
#include "view/style.h"

#include <stdbool.h>
#include <stdint.h>

struct arena;
struct attention_list;
struct incident;
struct screen;
struct summary;
struct roster;
struct watcher;

struct vm_rect {
	int y, x, h, w;
};

struct vm_span {
	int x;             /* column in the line */
	int w;             /* columns */
	enum style style;
	const char *text;  /* harmless, one line */
	const char *link;  /* URL, or NULL */
	const char *key;   /* in the key bar: the key a click presses; NULL */
	int choice;        /* in a form: the choice it is, from 1; 0: none */
};

struct vm_line {
	struct vm_span *spans;
	int n, cap;
	int end;           /* first free column */
	const char *id;    /* of the row it belongs to, or NULL */
	bool selected;     /* drawn with the selection's background */
	bool late;         /* counted when it is not in view: "1 late" */
	bool cut;          /* some of its text is left out: "2 cut" */
	int field;         /* in a form: the field it is of, from 1; 0: none */
	bool wall;         /* a full-width background of @fill */
	enum style fill;
};

enum pane_id {
	PANE_NONE,
	PANE_ATTENTION,
	PANE_COMMAND,
	PANE_PEOPLE,     /* SMEs */
	PANE_CAN,
	PANE_TIMELINE,
	PANE_OBJECTIVES, /* and, after the fire, action items */
	PANE_TOLD,       /* what customers and the company know */
	PANE_BOARD,
	PANE_COUNT
};

struct vm_pane {
	enum pane_id id;
	struct vm_rect r;      /* with its frame */
	const char *title;
	const char *loud;      /* beside the title, not to be missed; "" */
	const char *right;     /* in the frame's upper right; "" */
	bool right_late;       /* something late is named there */
	const char *names;     /* others, at the end of @right: "2 CAN 3 · 3
				* SMEs"; NULL: there are none */
	const char *below;     /* in the lower right: "+7 more, 1 late"; "" */
	bool below_late;       /* something late is among them */
	bool below_loud;       /* not to be missed */
	bool focused;
	bool bare;             /* too small for a frame: lines alone */
	bool ruled;            /* bare, but for a line above that has titles */
	bool inset;            /* bare, but with a frame's air at its sides */
	struct vm_line *lines; /* what is visible, from the first row on */
	int n, cap;
	int fixed;             /* lines at the top that do not scroll */
	int top, total;        /* lines above; lines in all */
	const char *view;      /* id of the first row in view; "" none */
	int into;              /* lines of it (less than 0: before it) above */
	const char *row;       /* id of the row that is selected; "" none */
	int index;             /* its place among the rows */
	uint32_t first, last;  /* timeline: entries in view, 0: none */
	uint32_t follow;       /* timeline: the first one at its end */
};

/** A box over the panes: a form, help, the briefing, an entry. */
struct vm_overlay {
	struct vm_rect r;
	const char *title, *right;
	enum style frame;
	bool bare;             /* too small for a frame: lines alone */
	bool ruled;            /* bare, but for a line above and air beside */
	struct vm_line *lines; /* what is visible */
	int n, cap;
	int top, total;        /* lines above; lines in all */
	int scroll;            /* of a form: lines that it is moved, of those
				* that were asked for */
	int cursor_y, cursor_x; /* from the corner of @r; -1: none */
};

#define VM_PANES 12 /* in one frame at most */

/** A row that rings when it is new. */
struct vm_alarm {
	const char *id;
	const char *text;  /* "INC-17: nobody is in command  6m"; harmless, and
			    * without a word of an incident that is restricted */
};

struct vm {
	struct vm_rect size;
	when_ms now;           /* that it was built for */
	int64_t mono;
	struct vm_line *head;  /* header, clocks, rail: from row 0 */
	int n_head, cap_head;
	struct vm_pane panes[VM_PANES];
	int n_panes;
	struct vm_line *foot;  /* key bar and status line, the last rows */
	int n_foot, cap_foot;
	struct vm_overlay *over; /* NULL: none */
	int cursor_y, cursor_x;  /* of the prompt; -1: none */
	bool stale;            /* no signal: everything is dimmed */
	bool replay;           /* the past: frames say so */
	const char *title;     /* of the terminal's window */
	struct vm_alarm *alarms; /* rows of For you that ring, worst first */
	int n_alarms;
};

/** Everything a frame is built from; all borrowed. */
struct vm_in {
	const struct incident *inc;  /* settled; NULL: the board is shown */
	const struct summary *board; /* all summaries known, by rank */
	int n_board;
	int board_total;             /* incidents in the store */
	const struct screen *screen;
	const struct vm *drawn;      /* the frame a click is meant for; NULL:
				      * the one that would be built now */
	const struct roster *roster;
	const struct attention_list *att; /* of whoever is at the keys, now;
				      * NULL: it is found when needed */
	when_ms now;
	int64_t mono;                /* monotonic ms, for what is being typed */
	int64_t last_good;           /* monotonic ms of the last good read */
	const char *zone;            /* name of the local column, or NULL */
	int zone_min;
	const char *store;           /* its name: "sqlite:/path/fg.db" */
	const char *store_error;     /* why the store is away, or NULL */
	bool read_only, practice;
	bool ascii;                  /* no sign beyond ASCII can be shown */
	bool went_back;
	int watching;                /* screens that have this incident open */
	const struct watcher *here;  /* all screens of this store */
	int n_here;
	/*
	 * While screen->past says that @inc and @now are of the past: what
	 * there is in the present.
	 */
	uint32_t present_n;          /* the last entry */
	when_ms present;             /* what time it is; 0: @now */
	int present_red;             /* rows of For you, wrong or late */
	int h, w;                    /* of the screen, in cells */
	struct arena *a;
};

/** The view model of one frame. */
struct vm *vm_build(const struct vm_in *in);

/** Whether entries can be made from the screen that is shown. */
bool vm_writes(const struct vm_in *in);

/* ---- lines (vm_line.c) --------------------------------------------- */

/** A new empty line of a pane, of the head, the foot or an overlay. */
struct vm_line *vm_pane_line(struct arena *a, struct vm_pane *p);
struct vm_line *vm_head_line(struct arena *a, struct vm *vm);
struct vm_line *vm_foot_line(struct arena *a, struct vm *vm);
struct vm_line *vm_over_line(struct arena *a, struct vm_overlay *o);

/** Adds text (made harmless) at the line's end. */
void vm_put(struct arena *a, struct vm_line *l, enum style s,
	const char *text);
void vm_putf(struct arena *a, struct vm_line *l, enum style s,
	const char *fmt, ...) __attribute__((format(printf, 4, 5)));

/** Moves the line's end to column @x if it is left of it. */
void vm_tab(struct vm_line *l, int x);

/**
 * Adds @text so that it ends at column @edge; what stands in its way is
 * clipped with an ellipsis, never overwritten.
 */
void vm_right(struct arena *a, struct vm_line *l, int edge, enum style s,
	const char *text);

/** Adds text clipped to @cols columns, padded to them. */
void vm_cell(struct arena *a, struct vm_line *l, int cols, enum style s,
	const char *text);

/** Clips the line to @w columns, with an ellipsis if something was cut. */
void vm_clip(struct arena *a, struct vm_line *l, int w);

/** Where wrapped text stands: from @indent on, before column @edge. */
struct vm_block {
	int indent, edge;
	enum style style;
};

/**
 * Text wrapped at words into lines of @p, the first one going on at the end
 * of @first, later ones beginning at the block's indent.  Returns how many
 * lines were added.
 */
int vm_wrap(struct arena *a, struct vm_pane *p, struct vm_line *first,
	const struct vm_block *block, const char *text);

/**
 * Leaves the first @n lines of @p, where there are more; the last one then
 * ends in an ellipsis before column @w and counts as cut.
 */
void vm_cut_lines(struct arena *a, struct vm_pane *p, int n, int w);

#endif
