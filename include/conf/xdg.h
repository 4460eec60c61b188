/*
 * Where files of a user stand: the XDG base directories.
 *
 * Source: XDG Base Directory Specification 0.8 (a variable that is empty or
 * holds a relative path counts as not set).
 */
#ifndef FG_CONF_XDG_H
#define FG_CONF_XDG_H

#include "base/err.h"

enum xdg_kind {
	XDG_CONFIG, /* $XDG_CONFIG_HOME, else $HOME/.config */
	XDG_DATA,   /* $XDG_DATA_HOME, else $HOME/.local/share */
	XDG_STATE,  /* $XDG_STATE_HOME, else $HOME/.local/state */
};

/**
 * The path of our file @name of that kind, below a folder "fireground", on
 * the heap; nothing is created.  NULL with ERR_USAGE when HOME is needed and
 * not set.
 */
char *xdg_path(enum xdg_kind kind, const char *name, struct err *err);

#endif
