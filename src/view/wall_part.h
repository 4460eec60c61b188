/*
 * What the parts of the wall share.
 */
#ifndef FG_VIEW_WALL_PART_H
#define FG_VIEW_WALL_PART_H

#include "view/vm_part.h"
#include "view/wall.h"

/** One wall in the making. */
struct wall_make {
	struct vm_make m;   /* its screen is NULL */
	const struct wall_in *in;
	bool stale;         /* the last good read is too long ago */
	when_ms age;        /* of it */
	int restricted;     /* live ones that it may not */
	bool coded;         /* the bridge stands there as a code */
};

/* ---- what people wrote (wall_redact.c) -------------------------------- */

#define WALL_PHONE "[phone]"
#define WALL_MAIL "[mail]"

/** @s, which is harmless, without phone numbers and mail addresses. */
const char *wall_redact(struct arena *a, const char *s);

/** What somebody wrote: one harmless line, redacted. */
const char *wall_said(const struct wall_make *w, const char *text);

/** Whether entry @n, or the one that it speaks of, is not for a wall. */
bool wall_hides(const struct incident *inc, uint32_t n);

/* ---- large letters (wall_font.c) -------------------------------------- */

/** How large: the smallest have two points in a row of cells. */
enum wall_face {
	FACE_PLAIN, /* no large letters: text as it is */
	FACE_SMALL, /* 3 rows, or 5 where there are no half blocks */
	FACE_LARGE, /* 5 rows, twice as wide */
	FACE_HUGE,  /* 10 rows */
};

/** Rows of a face; @ascii: without half blocks. */
int wall_face_rows(enum wall_face f, bool ascii);

/**
 * Columns of @text, small letters as capitals; 0 when it has a character
 * that the font lacks, or is empty.
 */
int wall_face_cols(enum wall_face f, const char *text);

/** The largest face in which @text fits @rows rows of the screen. */
enum wall_face wall_face_fit(struct wall_make *w, const char *text,
	int rows);

/** What is to be written large. */
struct wall_big {
	const char *text;
	enum wall_face face;
	bool ascii;
	enum style style;
	int x;              /* first column */
};

/** Writes it into the rows from @lines on, all of which must be there. */
void wall_big_put(struct arena *a, struct vm_line *lines,
	const struct wall_big *big);

/* ---- facts (wall_facts.c, wall_figures.c) ------------------------------ */

/** A fact that is read from afar: a label, a few words in large. */
struct wall_fact {
	const char *label; /* "CUSTOMERS HIT FOR" */
	const char *big;   /* "50 min" */
	const char *small; /* "since 13:41Z"; "" */
	enum style style;  /* of @big */
};

#define WALL_FACTS 4

/**
 * How long customers are hit, who commands, which stage, and whether
 * customers were told, in this order.
 */
void wall_facts(struct wall_make *w, struct wall_fact out[WALL_FACTS]);

/** Rows that the facts take in a face, without a gap around them. */
int wall_figures_rows(struct wall_make *w, enum wall_face face);

/** Adds them to the head. */
void wall_figures(struct wall_make *w, enum wall_face face);

/** "50 min", "2 h 05 min", "3 days 4 h": always with units. */
const char *wall_span(struct arena *a, when_ms d);

/** "14:31Z" today, "yesterday 23:14Z", else with the date. */
const char *wall_when(const struct wall_make *w, when_ms t);

/* ---- parts of the picture --------------------------------------------- */

/** @n empty lines more in the head; the first of them. */
struct vm_line *wall_lines(struct wall_make *w, int n);

/** Rows of the band with what is broken in a face; adds it to the head. */
int wall_band_rows(struct wall_make *w, enum wall_face face);
void wall_band(struct wall_make *w, enum wall_face face);

/** Who is on it, in @r; and rows that would hold all of it. */
void wall_people(struct wall_make *w, struct vm_rect r);
int wall_people_rows(struct wall_make *w);

/** Who is on it, latest, what is known, the bridge: the panes in @r. */
void wall_panes(struct wall_make *w, struct vm_rect r);

/** The link of the bridge, "" when there is none to show. */
const char *wall_bridge(struct wall_make *w);

/**
 * The bridge as a code to photograph, with its link: columns that it takes,
 * 0 when there is no bridge or no room for it in @r.
 */
int wall_code_cols(struct wall_make *w, struct vm_rect r);
void wall_code(struct wall_make *w, struct vm_rect r);

/** The other live incidents in @r; how many rows they would have. */
int wall_tiles_rows(struct wall_make *w);
void wall_tiles(struct wall_make *w, struct vm_rect r);

/** A pane without a row that is selected. */
struct vm_pane *wall_pane(struct wall_make *w, struct vm_rect r,
	const char *title, const char *right);

/* ---- after-care (wall_care.c) ------------------------------------------- */

/* What of all incidents that have ended still waits. */
struct wall_care {
	int n, reviews, overdue_reviews, overdue;
	bool more;                   /* overdue items than are counted */
	const struct summary *last;  /* the latest All Clear */
};

/** What waits of all incidents of the board. */
struct wall_care wall_care(const struct wall_make *w);

/** "after-care: 3 incidents, 1 review overdue, 2 action items overdue" */
void wall_care_put(struct wall_make *w, struct vm_line *l,
	const struct wall_care *c);

/** A line for each incident that waits, what is due first at the top. */
void wall_care_list(struct wall_make *w);

/** "1 review", "2 reviews" */
const char *wall_plural(struct wall_make *w, int n, const char *what);

/** The foot: hash of the log, after-care, the bridge unless it is a code. */
void wall_foot(struct wall_make *w);

/* ---- pages ---------------------------------------------------------------- */

/** The page when nothing is large. */
void wall_none(struct wall_make *w);

/** NO SIGNAL, over the picture that was the last. */
void wall_no_signal(struct wall_make *w);

#endif
