/*
 * Writers in processes of their own that begin at the same moment.
 */
#ifndef FG_TESTS_LIB_RACE_H
#define FG_TESTS_LIB_RACE_H

#include "loop/loop.h"
#include "store/store.h"

#include <stdint.h>

/* What a writer has in common with its test. */
struct race {
	const char *path;
	int go[2];   /* closed by the test: all begin at once */
	int tell[2]; /* from the writers */
	uint32_t writer;
	uint32_t rounds;
};

/** A race for the store at @path, which is borrowed. */
void race_open(struct race *race, const char *path);

/** In the test, when the writers are there: lets them go. */
void race_begin(struct race *race);

/** In the writer: waits until all may begin. */
void race_wait(struct race *race);

/**
 * In the writer: one entry at @place[0] of incident 1, with an id of this
 * writer's own for the serial number @place[1].  Returns how it went, which is said on stderr
 * when the place was neither won nor lost.
 */
enum store_result race_put(struct loop *loop, struct store *s,
	const struct race *race, const uint32_t place[2]);

#endif
