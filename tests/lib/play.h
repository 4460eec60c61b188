/*
 * Plays command lines into an incident in memory, as a scenario file would:
 * the same grammar and rules, no store.
 */
#ifndef FG_TESTS_PLAY_H
#define FG_TESTS_PLAY_H

#include "cmd/cmd.h"
#include "model/attention.h"

/** An entry as a store holds it. */
struct play_entry {
	const char *head, *data;
	struct hash hash;
};

struct play {
	struct arena *arena;
	struct incident *inc;
	struct play *other;   /* the play of --into; borrowed, or NULL */
	struct cmd_env env;
	struct numbers numbers;
	struct roster roster;
	struct cmd_premise premise; /* counts while taken is set */
	struct err err;    /* of the last refused line */
	char *said;        /* what the last line said; "" */
	struct play_entry *log; /* log[i] is place i + 1 */
};

/** A play of INC-17, or another, on 2026-11-22; nothing is declared yet. */
struct play *play_new(void);
struct play *play_new_as(uint32_t number);
void play_free(struct play *p);

/** Setup of a test: a new play in *state; and its end. */
int play_setup(void **state);
int play_teardown(void **state);

#define PLAY_TEST(fn) \
	cmocka_unit_test_setup_teardown(fn, play_setup, play_teardown)

/**
 * Plays one line "TIME NAME COMMAND"; the time is `at`, too.  False when it
 * was refused, with p->err set; the incident is unchanged then.
 */
bool play_try(struct play *p, const char *line);

/** Plays lines up to a NULL; a refused one fails the test, naming it. */
void play(struct play *p, ...) __attribute__((sentinel));

/** Plays a scenario file; it fails the test like play(). */
void play_file(struct play *p, const char *path);

/** Fails unless the line is refused with a sentence that holds @words. */
void play_refused(struct play *p, const char *line, const char *words);

/** Instant of "14:05Z" (or with date) in the play. */
when_ms play_time(const char *text);

/** Fails unless @t is the instant of @text; "-" is WHEN_NONE. */
void play_at(when_ms t, const char *text);

/** The Attention row of @sort that @who has at @time, or NULL. */
const struct attention *play_row(struct play *p, const char *who,
	const char *time, enum attention_sort sort);

/** The log folded from its texts, @step entries at a time; caller frees. */
struct incident *play_fold(const struct play *p, uint32_t step);

/** The last entry. */
const struct entry *play_last(const struct play *p);

#endif
