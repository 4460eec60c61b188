/*
 * The config: one libconfuse file as plain data, each value with its place.
 *
 * A layer hands in the rows of the options that it reads.  Loading, checking,
 * the dump, the starter file and the documentation read the same rows.  The
 * first error refuses the whole file: a lost `store` line must not make a
 * program write somewhere else.
 *
 * What a file may hold:
 *
 *	me = ana                        # a word, or text in quotes
 *	store = "sqlite:${HOME}/fg.db"
 *	numbers { can = {"10m", "15m", "30m", "-"} }
 *	person raj { on-call = true }   # a section with a title
 *	include("team.conf")            # beside this file, or /..., or ~/...
 *
 * Comments are #, // and C's.  Inside "..." \" \\ \n \t and \$ are escapes, a
 * backslash at the end of a line goes on in the next one, and ${NAME} and
 * ${NAME:-TEXT} are taken from the environment (a variable that is not set
 * and has no TEXT is an error, never an empty text).  Inside '...' nothing is
 * expanded; \' and \\ are escapes.  An option may be set once in a file; a
 * later file (after its include) replaces what an earlier one said.
 *
 * Limits: 1 MiB for a file with all that it includes, includes 8 deep.
 */
#ifndef FG_CONF_CONF_H
#define FG_CONF_CONF_H

#include "base/err.h"
#include "base/words.h"

#include <stdbool.h>

struct conf;
struct str;

enum conf_type {
	CONF_SECTION, /* the row of a section: its help */
	CONF_TITLED,  /* the same, of one that has titles: person raj { } */
	CONF_TEXT,
	CONF_LIST,    /* of texts: {a, b}; a single one needs no braces */
	CONF_INT,     /* decimal, min to max */
	CONF_BOOL,    /* true yes on, false no off */
};

/**
 * Whether @value (one text of a list) may be; else false with a sentence that
 * says what is wrong and what to write instead, without the option's name.
 */
typedef bool conf_check_fn(const char *value, struct err *err);

/** One option, or (with a name of NULL) one section. */
struct conf_option {
	const char *section;  /* NULL: outside of all sections */
	const char *name;     /* NULL: the row of the section itself */
	enum conf_type type;
	const char *fallback; /* the default as a person types it, a list as
	                       * words ("10m 15m -"); NULL: none */
	const char *help;     /* one sentence without a full stop */
	const char *example;  /* for the starter when there is no default;
	                       * of a CONF_TITLED row: a title */
	const char *choices;  /* "a|b|c": nothing else is taken; or NULL */
	long min, max;        /* CONF_INT: limits; CONF_LIST: how many texts;
	                       * both 0: no limit */
	conf_check_fn *check; /* may be NULL */
};

/** The rows of one layer; a section's own row stands before its options. */
struct conf_table {
	const struct conf_option *rows;
	int n;
};

/**
 * Reads the file at @path (NULL: no file, so all is default) by the rows of
 * @n @tables, which are borrowed and must outlive the result.  NULL with @err
 * ERR_USAGE "FILE:LINE: what is wrong and what to do" (without LINE when the
 * file cannot be read: missing, a folder, binary, too large).
 */
struct conf *conf_load(const char *path, const struct conf_table *tables,
	int n, struct err *err);
void conf_free(struct conf *c);

/*
 * Values: from the file, else the row's default.  @title is NULL in a section
 * without titles; @section is NULL for options outside of sections.  Asking
 * for an option that has no row is a mistake of the program and ends it.
 * What is returned lives as long as @c.
 */

/** The text; NULL when neither the file nor the row has one. */
const char *conf_text(const struct conf *c, const char *section,
	const char *title, const char *option);

/** The texts of a list; n is 0 when there are none. */
const struct words *conf_list(const struct conf *c, const char *section,
	const char *title, const char *option);

/** The number, 0 when not given. */
long conf_int(const struct conf *c, const char *section, const char *title,
	const char *option);

/** The truth, false when not given. */
bool conf_bool(const struct conf *c, const char *section, const char *title,
	const char *option);

/** The @i-th title (from 0) of @section in the file's order, else NULL. */
const char *conf_title(const struct conf *c, const char *section, int i);

/**
 * "FILE:LINE" of the value, or (@option NULL) of the section, for errors that
 * show later; NULL when the file does not have it.
 */
const char *conf_where(const struct conf *c, const char *section,
	const char *title, const char *option);

/** Adds every option with its value and where that comes from to @out. */
void conf_dump(const struct conf *c, struct str *out);

/**
 * Adds a config that says nothing to @out: all options of @n @tables with
 * their help, default or example, commented out.
 */
void conf_starter(const struct conf_table *tables, int n, struct str *out);

#endif
