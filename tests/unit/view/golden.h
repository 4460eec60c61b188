/*
 * Pictures of screens as text, beside the tests in golden/NAME.txt: the cells,
 * then a letter for the style of each (include/view/style.h).
 *
 * A change that is meant is written anew by `make golden` and looked at:
 *	git diff tests/unit/view/golden
 */
#ifndef FG_TESTS_UNIT_VIEW_GOLDEN_H
#define FG_TESTS_UNIT_VIEW_GOLDEN_H

#include "base/str.h"
#include "unit/view/scene.h"

/** Fails unless @is is what golden/@name.txt holds. */
void golden_is(struct arena *a, const char *name, const char *is);

/** Fails unless the frame of @s looks as golden/@name.txt says. */
void golden_check(struct shot *s, const char *name, int h, int w);

/** A picture of several screens: their cells alone, one below the other. */
struct golden {
	const char *name;   /* golden/@name.txt */
	struct str text;    /* so far */
};

/** Adds the frame of @s, headed by its size and @what (NULL: nothing). */
void golden_add(struct golden *g, struct shot *s, int h, int w,
	const char *what);

/** Fails unless all that was added looks as the file says; releases it. */
void golden_end(struct golden *g);

#endif
