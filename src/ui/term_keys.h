/*
 * Bytes of a terminal -> keys, as a pure state machine.
 *
 * It knows the sequences of xterm and its kin, and those of terminfo that it
 * is taught.  Bytes may come in any portions.  What it does not know is
 * swallowed whole, so that no part of a sequence is ever typed as letters.
 */
#ifndef FG_UI_TERM_KEYS_H
#define FG_UI_TERM_KEYS_H

#include "base/key.h"

#include <stdbool.h>
#include <stddef.h>

enum {
	TERM_KEYS_ESC_MS = 25,   /* then an Esc is the key Esc */
	TERM_KEYS_SEQ_MS = 500,  /* then a half sequence will not end */
	TERM_KEYS_PASTE = 65536, /* bytes a paste may hold */
};

struct term_keys;

/** A decoder; freed by term_keys_free(). */
struct term_keys *term_keys_new(void);
void term_keys_free(struct term_keys *d);

/**
 * Teaches that the bytes @seq (from terminfo; NULL is fine) are the key
 * @code with @mods.  A sequence that begins with a printable character is
 * not learned.
 */
void term_keys_learn(struct term_keys *d, const char *seq,
	enum key_code code, unsigned mods);

/** Adds @n bytes. */
void term_keys_feed(struct term_keys *d, const char *bytes, size_t n);

/**
 * The next key into @out (its text is good until the next call); false when
 * there is none yet.
 */
bool term_keys_next(struct term_keys *d, struct key *out);

/**
 * Milliseconds without a further byte after which term_keys_timeout() is to
 * be called; -1: no need.
 */
int term_keys_wait(const struct term_keys *d);

/** Nothing more came: what has begun is all there is. */
void term_keys_timeout(struct term_keys *d);

/** Forgets what has begun. */
void term_keys_reset(struct term_keys *d);

#endif
