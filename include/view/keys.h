/*
 * Keys: one table says what each does, where, and when it makes sense.
 *
 * A key is a command line (`form can`, `focus next`); the prompt, the key
 * bar, the help and the man page read the same rows.  A key keeps its meaning
 * in every mode.  Settings can bind other keys, or the same ones to other
 * lines.
 */
#ifndef FG_VIEW_KEYS_H
#define FG_VIEW_KEYS_H

#include "base/err.h"
#include "base/key.h"

#include <stdbool.h>

struct key_map;
struct screen;
struct vm;
struct vm_in;

/** Places where a key means something, as bits. */
enum key_where {
	KEY_BOARD = 1,
	KEY_INCIDENT = 2,
	KEY_PANES = KEY_BOARD | KEY_INCIDENT,
	KEY_BRIEF = 4,    /* the briefing */
	KEY_READ = 8,     /* help, a whole entry */
	KEY_OVER = KEY_BRIEF | KEY_READ,
	KEY_FORM = 16,
	KEY_PROMPT = 32,
	KEY_SEARCH = 64,
	KEY_TOUR = 128,   /* the tour, in which no other key acts */
};

/** What a row does beside being there. */
enum key_use {
	KEY_WRITES = 1,   /* appends: not on a read-only screen */
	KEY_QUIET = 2,    /* not in the key bar, in the help alone */
	KEY_PAST = 4,     /* in the key bar while the past is shown */
	/* What it is for, in the help; neither: looking. */
	KEY_COMMAND = 8,  /* an act of command */
	KEY_REPORT = 16,  /* a report of what one does or sees */
	KEY_TELL = 32,    /* tells people */
	KEY_MOVE = 64,    /* moves the cursor */
};

struct key_row {
	unsigned where;    /* of enum key_where */
	const char *key;   /* its name, base/key.h */
	const char *line;  /* command line; "" where it is built in (forms,
			    * prompt, search) */
	const char *bar;   /* one or two words for the key bar */
	const char *help;  /* a sentence without a full stop */
	unsigned use;      /* of enum key_use */
	bool (*now)(const struct vm_in *in); /* NULL: always */
};

/** The table, in the order of the key bar; NULL past its end. */
const struct key_row *key_row(int i);

/** What keys say that are about the past, or an incident, and have none. */
#define KEY_PRESENT "this is the present: [ steps back, { to the stage before"
#define KEY_NO_INCIDENT "no incident is open here: Enter opens the one" \
	" under the cursor"

/** What is said of an Enter that nobody can have meant. */
#define KEY_TOO_FAST "this Enter came too fast to be meant: press it again"

/**
 * Why the key of @r cannot be used by the person at @in's screen now: the
 * sentence that pressing it would give, from in->a; NULL: it can be used.
 */
const char *key_why(const struct vm_in *in, const struct key_row *r);

/**
 * The key that does what the row @r does, by its name: a key of the person's
 * own for the same line, or the row's own; NULL when that key does something
 * else now, of the table or of the person's own.
 */
const char *key_name(const struct vm_in *in, const struct key_row *r);

/** A name for the places of a row: "incident", "form" ... for the docs. */
const char *key_where_name(unsigned where);

/** Where keys go on this screen now. */
enum key_where key_place(const struct screen *s);

/** A key of the person's own; texts are borrowed. */
struct key_bind {
	const char *key;   /* names with blanks between: "g g" */
	const char *line;  /* command line */
	const char *place; /* "FILE:LINE", for errors */
};

/**
 * The keys of the table with @n of the person's own; freed by
 * key_map_free().  NULL with ERR_USAGE "FILE:LINE: what" when a key has no
 * such name, is bound twice, is the beginning of another, or is one that
 * must stay (Esc, Enter, C-s and C-q).  @binds must outlive it.
 */
struct key_map *key_map_new(const struct key_bind *binds, int n,
	struct err *err);
void key_map_free(struct key_map *map);

/** What keys mean: nothing, the beginning of more, or a line. */
enum key_found { KEY_NONE, KEY_BEGUN, KEY_LINE };

struct key_hit {
	const char *line;
	const struct key_row *row; /* NULL: a key of the person's own, */
	const struct key_bind *own; /* which is this one */
};

/** The line of a key that is to do nothing. */
#define KEY_UNBOUND "none"

/**
 * What @n keys mean at @in's screen; @map may be NULL: the table alone.  Of
 * several rows for a key the first whose now() holds counts, else the last.
 */
enum key_found key_map_find(const struct key_map *map,
	const struct vm_in *in, const struct key *keys, int n,
	struct key_hit *out);

/** The person's own key @i, in the order given; NULL past the end. */
const struct key_bind *key_map_bind(const struct key_map *map, int i);

/** The row of the table in whose place the own key @i stands, or NULL. */
const struct key_row *key_map_replaces(const struct key_map *map, int i);

/** The line of the key called @name in the table at @where, or NULL. */
const char *key_line(const char *name, enum key_where where);

/**
 * Adds the key bar to the foot: what this person can do now, dropping from
 * the right what does not fit; help is always there.
 */
void vm_keybar(const struct vm_in *in, struct vm *vm);

#endif
