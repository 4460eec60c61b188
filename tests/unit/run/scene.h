/*
 * A world of a test's own: a store in a folder, or in memory, a clock that
 * stands still unless it is moved, and commands that are waited for.
 */
#ifndef FG_TESTS_RUN_SCENE_H
#define FG_TESTS_RUN_SCENE_H

#include "lib/folder.h"
#include "run/submit.h"
#include "run/world.h"

#include <stdbool.h>
#include <stdint.h>

#define SCENE_NOW INT64_C(1795356000000) /* 2026-11-22T14:00Z */

struct scene {
	struct folder folder;
	struct world w;
	struct submit *submit;
};

/** What a command came to. */
struct scene_answer {
	bool done;
	enum submit_result result;
	char why[1024];
	uint32_t incident, first;
	int count;
	enum outcome_kind kind;
	char run[32];
	char said[1024];
	char title[256];
};

/** Opens; @store NULL is "memory:". */
void scene_enter(struct scene *s, const char *store);
void scene_leave(struct scene *s);

/** One more world on the same store, as another process has it. */
void scene_second(struct scene *s, const struct scene *first);
void scene_second_leave(struct scene *s);

/** Path in the scene's folder, on the heap. */
char *scene_path(const struct scene *s, const char *name);

/** Sends "NAME COMMAND" about @incident and does not wait. */
void scene_send(struct scene *s, uint32_t incident, const char *line,
	struct scene_answer *out);

/** The same, answered. */
struct scene_answer scene_do(struct scene *s, uint32_t incident,
	const char *line);

/** Does it, and fails the test when it is refused. */
struct scene_answer scene_must(struct scene *s, uint32_t incident,
	const char *line);

/** Turns the loop until @done. */
void scene_until(struct scene *s, const bool *done);

/** Reads the board and waits. */
void scene_board(struct scene *s);

#endif
