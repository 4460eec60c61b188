/*
 * Feeds bytes to a decoder of keys and compares what comes out.
 */
#ifndef FG_TESTS_KEYS_RIG_H
#define FG_TESTS_KEYS_RIG_H

#include "base/str.h"
#include "ui/term_keys.h"

/** Adds the keys that are ready to @out, each with a blank behind it. */
void keys_take(struct term_keys *d, struct str *out);

/** The keys that are ready are @expected: "a Up ". */
void assert_taken(struct term_keys *d, const char *expected);

/**
 * The bytes are @expected, given at once and given one by one; what is left
 * then gets no further byte in time.
 */
void assert_n_keys(const char *bytes, size_t n, const char *expected);
void assert_keys(const char *bytes, const char *expected);

#endif
