/*
 * Pictures of screens as text, beside the tests in golden/NAME.txt: the cells,
 * then a letter for the style of each (include/view/style.h).
 *
 * A change that is meant is looked at and written anew:
 *	FG_GOLDEN=write build/release/tests/unit/view/test_golden
 */
#ifndef FG_TESTS_UNIT_VIEW_GOLDEN_H
#define FG_TESTS_UNIT_VIEW_GOLDEN_H

#include "unit/view/scene.h"

/** Fails unless @is is what golden/@name.txt holds. */
void golden_is(struct arena *a, const char *name, const char *is);

/** Fails unless the frame of @s looks as golden/@name.txt says. */
void golden_check(struct shot *s, const char *name, int h, int w);

#endif
