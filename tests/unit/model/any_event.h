/*
 * Events made up from a seed, for rules that hold for all of them.
 */
#ifndef FG_TESTS_UNIT_MODEL_ANY_EVENT_H
#define FG_TESTS_UNIT_MODEL_ANY_EVENT_H

#include "model/event.h"

struct arena;

/** Numbers that follow from a seed. */
struct dice {
	uint64_t s; /* not 0 */
};

/** A number from 0 to @n - 1. */
int dice_roll(struct dice *d, int n);

/** A text of up to 40 characters; one in five is not UTF-8. */
const char *any_text(struct arena *a, struct dice *d);

/** An event of @kind with a head and about two thirds of its fields. */
struct event *any_event(struct arena *a, struct dice *d,
	enum event_kind kind);

/** Fails the test unless head, set fields and values are the same. */
void events_assert_same(const struct event *a, const struct event *b);

#endif
