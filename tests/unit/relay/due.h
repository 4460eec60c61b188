/*
 * A courier's desk: a log written by commands, channels and clocks of the
 * test's own.
 */
#ifndef FG_TESTS_RELAY_DUE_H
#define FG_TESTS_RELAY_DUE_H

#include "lib/play.h"
#include "relay/plan.h"

/** Two for the company, one for customers, one that only pages. */
extern struct channel due_channels[];

struct desk {
	struct play *p;
	struct plan_memory *memory;
	int64_t mono;
	struct plan plan;
};

/** A desk with a declared incident in *state; and its end. */
int due_begin(void **state);
int due_end(void **state);

#define DUE_TEST(fn) \
	cmocka_unit_test_setup_teardown(fn, due_begin, due_end)

/** What was told until now is sent everywhere, so that a test begins anew. */
void due_settle(struct desk *d);

/** Plans at @time. */
void due_look(struct desk *d, const char *time);

/** The same, and fails unless what may go is "company 2,3; hook 2". */
void due_expect(struct desk *d, const char *time, const char *words);

/** Plays a line with numbers in it. */
void due_play(struct desk *d, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));

#endif
