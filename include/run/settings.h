/*
 * The settings of fireground: what the config says, complete with defaults.
 *
 * They are defaults of what a person does here; what a rule depends on stands
 * in the log (incident.declared carries numbers, protocol and bridge).  All
 * options are rows of settings_rows.c, and the numbers those of numbers.h.
 */
#ifndef FG_RUN_SETTINGS_H
#define FG_RUN_SETTINGS_H

#include "base/err.h"
#include "base/when.h"
#include "model/numbers.h"
#include "model/roster.h"
#include "relay/channel.h"
#include "relay/source.h"

struct arena;
struct conf;
struct str;

/** A key of the person's own, and what it types. */
struct setting_key {
	const char *key;     /* names of base/key.h, a blank between: "g g" */
	const char *command; /* a command line */
	const char *where;   /* "FILE:LINE", for errors in the command */
};

struct settings {
	const char *me;       /* who acts; "" when not given */
	const char *store;    /* URL; "" when none is set and xdg_path() knows
	                       * no place for the default */
	const char *bridge;   /* template, %n is the incident's number; "" */
	const char *status_format; /* of `status --for`; "" */
	const char *protocol; /* what holds in the command center */
	const char *theme;    /* its name */
	const char *colours;  /* auto, none, 8, 16, 256 or true */
	bool history;         /* lines of the prompt are kept */
	bool shared;          /* several people type at the dashboard */
	when_ms idle;         /* then nobody is at the keys; 0: never */
	when_ms takeover;     /* until a delivery of another is taken over */
	when_ms wall_turn;    /* how long a wall shows each; 0: the worst */
	const char *mouse;    /* "on" or "off", as bell and title */
	const char *bell;
	const char *notify;   /* "off", "unfocused" or "always" */
	const char *title;
	const char *zone;     /* of the local column: "CET"; NULL: UTC alone */
	int zone_min;         /* the same in minutes east of UTC */
	struct numbers numbers;
	struct roster roster; /* in the order of the config */
	struct channels channels; /* the same */
	struct sources sources;
	const struct setting_key *keys;
	int n_keys;
	const char *file;     /* the config, NULL when there is none */
	struct conf *conf;    /* the rest is private */
	struct arena *arena;
};

/**
 * Reads the config at @path.  NULL: the one of the person, in XDG config as
 * fireground/config, if there is one; "none": no file, all is default.  @now
 * is the instant for which the zone's offset is taken.  NULL with ERR_USAGE
 * "FILE:LINE: what" when anything in it is wrong.
 */
struct settings *settings_load(const char *path, when_ms now,
	struct err *err);
void settings_free(struct settings *s);

/** Adds all settings, each with the place that it is from, to @out. */
void settings_dump(const struct settings *s, struct str *out);

/** Adds a config to @out that explains every option and sets none. */
void settings_starter(struct str *out);

#endif
