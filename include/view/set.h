/*
 * The settings of a screen that can be changed while it runs, by
 * `set NAME VALUE`.
 *
 * A row: enumerator, name here and in the config, whether a value that is
 * typed at the prompt is tried out at once, help.  Which values there are is
 * told by whoever carries a setting out, since the view knows no themes; that
 * one asks set_wanted() after each key.  To add a setting: a row here, and
 * what carries it out in app_set.c.
 */
#ifndef FG_VIEW_SET_H
#define FG_VIEW_SET_H

#include "base/err.h"

#include <stdbool.h>

struct screen;

#define SET_MAP(X) \
	X(SET_THEME, "theme", true, "colours and marks of the screen") \
	X(SET_MOUSE, "mouse", false, "whether the mouse can be used") \
	X(SET_BELL, "bell", false, "whether the bell rings for new red rows") \
	X(SET_NOTIFY, "notify", false, \
		"when the desktop is told of new red rows") \
	X(SET_TITLE, "title", false, "whether the window gets a title")

#define SET_ENUM(set, name, tried, help) set,
enum set {
	SET_MAP(SET_ENUM)
	SET_COUNT
};
#undef SET_ENUM

#define SET_VALUE 72 /* bytes of a value, with its NUL */

/** One setting of a screen. */
struct set_state {
	char now[SET_VALUE];       /* in force */
	const char *const *values; /* that it may have; borrowed */
	int n;                     /* 0: it cannot be set here */
	unsigned changes;          /* how often it was, also to the same */
};

/** Its name and its help. */
const char *set_name(enum set set);
const char *set_help(enum set set);

/** The setting called @name, or SET_COUNT. */
enum set set_find(const char *name);

/**
 * Puts @value in force, as its list spells it; ERR_USAGE names the values
 * that there are.
 */
bool set_change(struct set_state *state, enum set set, const char *value,
	struct err *err);

/**
 * The value that the screen shall have now: the one that stands at the open
 * prompt, when it is whole and can be tried out; else the one in force.
 * Points into @s, or at one of the values.
 */
const char *set_wanted(const struct screen *s, enum set set);

#endif
