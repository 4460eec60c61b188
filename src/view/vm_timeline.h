/*
 * What the timeline and the rows of its entries share.
 *
 * An entry has as many lines as its text needs, up to a number that depends
 * on the pane's height; what is cut is counted.  How many it has depends on
 * nothing but the entry and the one before it, so that moving the cursor
 * never moves the rows.
 */
#ifndef FG_VIEW_VM_TIMELINE_H
#define FG_VIEW_VM_TIMELINE_H

#include "view/vm_part.h"

#define ENTRY_LINES 3 /* of one entry at most */

/* How an entry is laid out. */
struct entry_shape {
	uint32_t place;     /* among those that are shown; 0: not known */
	uint32_t before;    /* entry above it, 0: none */
	const char *text;   /* harmless, one line */
	int lines;
	struct entry_part {
		size_t from, len; /* bytes of the text */
	} part[ENTRY_LINES];
	const char *more;   /* "... +212 chars" behind the last part; "" */
	const char *aside;  /* that is always said; "" */
	int aside_at;       /* its line */
};

struct timeline {
	struct vm_make *m;
	struct vm_pane *p;
	const struct incident *inc;
	uint32_t count;     /* entries that are shown */
	uint32_t selected;  /* entry; 0: none */
	int w, h;
	int most;           /* lines of one entry */
	bool local;         /* a column in another zone */
	struct entry_shape *known; /* of this frame, by place */
};

#define ENTRY_KNOWN 256 /* shapes that are remembered */

/** Columns of the time. */
#define ENTRY_TIME 5

/** How the entry at @place is laid out in at most t->most lines. */
const struct entry_shape *vm_entry_shape(const struct timeline *t,
	uint32_t place);

/** Writes it, in at most @most lines. */
void vm_entry_put(const struct timeline *t, uint32_t place, int most);

/** The entry at @place, or NULL. */
const struct entry *vm_entry_at(const struct timeline *t, uint32_t place);

#endif
