/*
 * The suite that is asked of every store: each test gets a writer and a
 * reader, two handles where a store can be opened twice, one and the same
 * where it cannot.
 */
#ifndef FG_TESTS_LIB_PAIR_H
#define FG_TESTS_LIB_PAIR_H

#include "lib/room.h"

#include <stddef.h>

struct pair {
	struct room room;
	char url[300];
	struct store *writer, *reader;
	const char *kind; /* what the URL begins with */
};

/** Runs @test on each kind of store. */
void pair_each(void (*test)(struct pair *p));

/** A test on one pair, and what cmocka calls, which runs it on all. */
#define PAIR_TEST(name) \
	static void name##_on(struct pair *p); \
	static void name(void **state) { (void)state; pair_each(name##_on); } \
	static void name##_on(struct pair *p)

#endif
