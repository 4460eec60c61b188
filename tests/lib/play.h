/*
 * Plays command lines into an incident in memory, as a scenario file would:
 * the same grammar and rules, no store.
 */
#ifndef FG_TESTS_PLAY_H
#define FG_TESTS_PLAY_H

#include "cmd/cmd.h"

struct play {
	struct arena *arena;
	struct incident *inc;
	struct cmd_env env;
	struct numbers numbers;
	struct roster roster;
	struct err err;    /* of the last refused line */
	char *said;        /* what the last line said; "" */
	uint32_t erase;
};

/** A play of INC-17 on 2026-11-22; no incident is declared yet. */
struct play *play_new(void);
void play_free(struct play *p);

/**
 * Plays one line "TIME NAME COMMAND"; the time is `at`, too.  False when it
 * was refused, with p->err set; the incident is unchanged then.
 */
bool play_try(struct play *p, const char *line);

/** Plays lines up to a NULL; a refused one fails the test, naming it. */
void play(struct play *p, ...) __attribute__((sentinel));

/** Instant of "14:05Z" (or with date) in the play. */
when_ms play_time(const char *text);

#endif
