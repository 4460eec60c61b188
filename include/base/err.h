/*
 * What went wrong, as a code for programs and a sentence for people.
 *
 * A sentence says what to do.  It is written into a buffer that the caller
 * owns, since in a full-screen program stderr is the screen.
 */
#ifndef FG_BASE_ERR_H
#define FG_BASE_ERR_H

#include <stdbool.h>
#include <stdarg.h>

/** Classes of failure; the command line's exit code is the same number. */
enum err_code {
	ERR_NONE = 0,
	ERR_REFUSED = 1, /* a rule of the process says no */
	ERR_USAGE = 2,   /* wrong words, wrong config */
	ERR_STORE = 3,   /* the store, the disk or the network failed */
};

struct err {
	enum err_code code;
	char text[1024]; /* one sentence, UTF-8, cut at a character */
};

/**
 * Sets @err (which may be NULL) and returns false, so that a function can
 * say and return in one statement.  The arguments may point into @err.
 */
bool err_set(struct err *err, enum err_code code, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));

/**
 * Puts words before what @err (which may be NULL) says: "config.conf:3: ".
 * Returns false.
 */
bool err_prefix(struct err *err, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));

#endif
