/*
 * Walls for the tests: what one shows of an incident of scene.h.
 */
#ifndef FG_TESTS_UNIT_VIEW_WALL_SHOT_H
#define FG_TESTS_UNIT_VIEW_WALL_SHOT_H

#include "model/summary.h"
#include "unit/view/scene.h"
#include "view/wall.h"

#define WALL_ROWS 8

struct wall_shot {
	struct arena *a;
	struct canvas *c;
	struct summary rows[WALL_ROWS]; /* the board */
	struct wall_in in;
};

/** At 14:31:19, half a second after a read, with @p on it (NULL: nothing). */
void wall_init(struct wall_shot *s, const struct scene *p);
void wall_end(struct wall_shot *s);

/** One more row of the board, live and restricted to nobody. */
struct summary *wall_row(struct wall_shot *s, uint32_t number, int severity,
	const char *title);

/** The frame as text; its styles and shades as letters. */
const char *wall_text(struct wall_shot *s, int h, int w);
const char *wall_styles(struct wall_shot *s, int h, int w);
const char *wall_shades(struct wall_shot *s, int h, int w);

/** Fails unless it looks as golden/@name.txt says. */
void wall_golden(struct wall_shot *s, const char *name, int h, int w);

/** Fails unless the texts, ended by NULL, stand in @dump in this order. */
void assert_order(const char *dump, ...) __attribute__((sentinel));

#endif
