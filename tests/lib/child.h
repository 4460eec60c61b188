/*
 * Other processes of a test: copies of it that run one function.
 */
#ifndef FG_TESTS_LIB_CHILD_H
#define FG_TESTS_LIB_CHILD_H

#include <sys/types.h>

/**
 * Runs @fn(@arg) in a new process that exits with what it returns.  It must
 * not assert: a failure is a code of its own choice.
 */
pid_t child_start(int (*fn)(void *arg), void *arg);

/** Waits for its end: the exit code, or minus the signal that ended it. */
int child_end(pid_t pid);

/**
 * Makes this process somebody who may read what all may read and write
 * nothing of ours: another Unix user, when we are root.  Else we stay who we
 * are, and the test has taken the right to write from everybody.
 */
void child_become_another(void);

#endif
