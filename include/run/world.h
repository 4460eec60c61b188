/*
 * What a command runs in: settings, store, clock, ids, who acts.
 *
 * The command line and the dashboard open it alike.  Nothing is opened before
 * it is needed: `fireground help` reads neither config nor store.
 */
#ifndef FG_RUN_WORLD_H
#define FG_RUN_WORLD_H

#include "base/err.h"
#include "base/hash.h"
#include "cmd/cmd.h"
#include "run/clock.h"

#include <stdbool.h>
#include <stdint.h>

struct arena;
struct board;
struct loop;
struct settings;
struct store;
struct str;

/** What was asked for on the command line; NULL: not given. */
struct world_options {
	const char *store;    /* --store, else $FIREGROUND_STORE, settings */
	const char *config;   /* --config */
	const char *who;      /* --as */
	const char *clock;    /* --clock, for practice stores only */
	const char *seed;     /* --seed, for practice stores only */
	const char *theme;    /* --theme, else settings */
	bool read_only;
	bool ascii;           /* the terminal takes ASCII at most */
	bool shared;          /* --shared: of the dashboard alone */
	bool nobody;          /* only looks: the login is not asked for */
	clock_fn *real;       /* the system's clock */
	const char *version;  /* of the program */
	const char *datadir;  /* where themes and examples were installed */

	/* Adds a line for each theme; NULL where there are no screens. */
	void (*themes)(const char *datadir, struct str *out);

	/* Whether the theme @name can be taken, with why not; or NULL. */
	bool (*theme_ok)(const char *datadir, const char *name, struct err *err);

	/* Adds which colours a screen has by the setting @colours; or NULL. */
	void (*colours)(const char *datadir, const char *colours,
		struct str *out);
};

struct world {
	struct world_options opt; /* its texts are borrowed */
	struct loop *loop;
	struct settings *settings;
	struct store *store;      /* NULL until world_store() */
	struct board *board;      /* not read before it is asked for */
	uint32_t numbers_after;   /* new incidents get higher numbers */
	bool sparse;              /* no summary but with a first entry: for a
	                           * log in memory that nobody looks at */
	bool lived;               /* a scenario's lines are recorded when they
	                           * happened: it is played, not imported */
	struct clock clock;
	bool seeded;              /* ids come from @seed */
	uint64_t seed;
	bool named;               /* who was said, by --as or `me` */
	char who[72];             /* else the login; "" when that is no name */
	char via[200];            /* login@host */
};

/**
 * Loads the settings and finds out who acts; @opt is copied.  On failure @w
 * is closed already; world_close() may be called all the same.
 */
bool world_open(struct world *w, const struct world_options *opt,
	struct err *err);

/**
 * Opens the store.  "practice:PATH" is a sqlite store that is marked as
 * practice.  ERR_USAGE when a clock or seed is given for a store that is
 * neither practice nor in memory.
 */
bool world_store(struct world *w, struct err *err);

/** The loop, made when it is first asked for: with the store, mostly. */
struct loop *world_loop(struct world *w);

/** Opens another store by the same rules; NULL with @err. */
struct store *world_store_open(const struct world *w, const char *url,
	bool read_only, struct err *err);

/** Closes all of it; a zeroed world is fine. */
void world_close(struct world *w);

/** The number that a new incident tries first. */
uint32_t world_next_number(const struct world *w);

/**
 * The environment of a command now, without an incident and a screen; @a is
 * borrowed.  The board's rows are those last read.
 */
void world_env(const struct world *w, struct arena *a, struct cmd_env *env);

/**
 * The id or salt of one draft: random, or with a seed the first half of a hash
 * of seed, place, index and use, so that a practice run can be repeated.
 */
struct world_place {
	uint32_t incident, n;
	int index;           /* among the drafts of one append */
	const char *use;     /* "id", "salt" */
};
struct id world_id(const struct world *w, const struct world_place *p);

#endif
