/*
 * Incidents for the tests of the screens, told entry by entry:
 *
 *	scene(p, "14:05 mei", KIND_TOLD, F_NOTE, "we look", F_NEXT, "14:25",
 *		F_NONE);
 *
 * Times are of 2026-11-22 unless the line begins with a date.
 */
#ifndef FG_TESTS_UNIT_VIEW_SCENE_H
#define FG_TESTS_UNIT_VIEW_SCENE_H

#include "base/hash.h"
#include "model/event.h"
#include "model/incident.h"
#include "model/roster.h"
#include "view/screen.h"
#include "view/vm.h"

struct scene {
	struct incident *inc;
	struct arena *a;      /* of what was told */
	struct hash hash;
	const char *recorded; /* "14:31": when it was written; NULL: at once */
	const char *via;      /* NULL: NAME@host */
};

/** An empty incident @number; ended by scene_end(). */
struct scene scene_new(uint32_t number);
void scene_end(struct scene *p);

/** The instant "14:05", "14:05:30" or "2026-11-21 14:05". */
when_ms scene_time(const char *text);

/**
 * Adds an entry by "TIME NAME"; then fields and values, ending at F_NONE:
 * texts and times as text, numbers and truths as int.
 */
void scene(struct scene *p, const char *head, int kind, ...);

/**
 * A CAN report from lines that begin with "C ", "A " or "N "; no N line says
 * that there are no needs.
 */
void scene_can(struct scene *p, const char *head, const char *lines);

/** INC-17 up to its declaration, numbers included. */
struct scene scene_declared(const char *title);

/** INC-17 as of 14:31:19: an incident in Dispatch with all that hurts. */
struct scene scene_sample(void);

/** A screen that shows an incident, and what a frame is built from. */
struct shot {
	struct screen screen;
	struct vm_in in;
};

/** @who looks at @p (NULL: the board) on @h rows of @w columns. */
void shot_init(struct shot *s, const struct scene *p, const char *who);
void shot_end(struct shot *s);

/** The frame as text, a line a row; and its styles and shades as letters. */
const char *shot_text(struct shot *s, int h, int w);
const char *shot_styles(struct shot *s, int h, int w);
const char *shot_shades(struct shot *s, int h, int w);

/** The model of the frame, of the last text too. */
struct vm *shot_vm(struct shot *s, int h, int w);

/** A pane of such a frame, NULL when it is not in view. */
const struct vm_pane *shot_pane(struct shot *s, int h, int w,
	enum pane_id id);

/** Row @y of a dump, from the frame's arena. */
const char *shot_row(struct shot *s, const char *dump, int y);

/** Fail unless @text stands in a dump, or unless it does not. */
void assert_shows(const char *dump, const char *text);
void assert_hides(const char *dump, const char *text);

#endif
