/*
 * Texts that were put aside: a form that is left keeps what its author typed.
 *
 * Each belongs to the person who was at the keys.  The same form, about the
 * same thing and by the same person, goes on with it; nobody else's does.
 */
#ifndef FG_VIEW_PARK_H
#define FG_VIEW_PARK_H

#include "base/when.h"
#include "view/form.h"

#include <stdbool.h>
#include <stdint.h>

struct screen;

struct parked {
	int id;             /* of its row, "parked:3"; never used again */
	char who[72];       /* its author */
	struct form form;   /* form.parked is when */
};

struct parking {
	struct parked *v;   /* the oldest first */
	int n, last;        /* how many; the last id given */
};

/** Frees all of them; the parking is empty then. */
void parking_release(struct parking *p);

/** The text with this id, or NULL. */
struct parked *parking_find(const struct parking *p, int id);

/**
 * The latest text of @who in @incident (0: in any), before @before (NULL: of
 * all); or NULL.
 */
const struct parked *parking_of(const struct parking *p, const char *who,
	uint32_t incident, const struct parked *before);

/** How many texts @who has put aside, wherever. */
int parking_count(const struct parking *p, const char *who);

/**
 * Moves a form, which says when it was parked, into the parking as a text of
 * @who; it is zeroed.
 */
void parking_add(struct parking *p, struct form *f, const char *who);

/** Removes one; its text is lost. */
void parking_drop(struct parking *p, struct parked *one);

/** The text that is being sent all the same, by its form's token; or NULL. */
struct parked *parking_sent(const struct parking *p, uint32_t token);

/**
 * The text that was parked by @who in a form like @f, about the same thing;
 * or NULL.
 */
struct parked *parking_like(const struct parking *p, const struct form *f,
	const char *who);

/**
 * Gives @f the text of @one, which is removed: texts as they are, choices by
 * what they say, and all else as @f has it now.
 */
void parking_take(struct parking *p, struct parked *one, struct form *f);

/** "CAN report of raj", as people call it. */
const char *parked_name(const struct parked *one);

/** The key that its form was opened with, such as "c"; "" none. */
const char *parked_key(const struct parked *one);

/* ---- on a screen ------------------------------------------------------ */

/**
 * Closes what lies over the panes.  What somebody typed into a form is put
 * aside; true when there was such a text.
 */
bool screen_park(struct screen *s);

/** Says on the status line what was put aside last. */
void screen_say_parked(struct screen *s);

/** The open form has got somebody to be about: goes on with that text. */
void screen_rejoin(struct screen *s);

/** "2 texts are parked (ana: Note, raj: CAN report), kept ..." into @out. */
void screen_name_parked(const struct screen *s, struct str *out);

/* ---- as text (park_text.c) ---------------------------------------------- */

/**
 * All texts as lines, into @out: those that are parked, and the one that is
 * being typed as if it were.
 */
void screen_write_parked(const struct screen *s, struct str *out);

/**
 * Adds the texts of such lines; what is not known, or not whole, is passed
 * over.  Returns how many.
 */
int parking_read(struct parking *p, const char *lines);

#endif
