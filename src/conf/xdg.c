#include "conf/xdg.h"

#include "base/str.h"

#include <stdlib.h>

static const struct xdg_row {
	const char *variable;
	const char *below; /* of HOME, when the variable is not set */
} xdg_rows[] = {
	[XDG_CONFIG] = {"XDG_CONFIG_HOME", ".config"},
	[XDG_DATA] = {"XDG_DATA_HOME", ".local/share"},
	[XDG_STATE] = {"XDG_STATE_HOME", ".local/state"},
};

char *
xdg_path(enum xdg_kind kind, const char *name, struct err *err)
{
	const struct xdg_row *row = &xdg_rows[kind];
	const char *base = getenv(row->variable);
	const char *home = getenv("HOME");
	struct str path = {0};

	if (base && base[0] == '/') {
		str_add(&path, base);
	} else if (home && home[0] == '/') {
		str_addf(&path, "%s/%s", home, row->below);
	} else {
		err_set(err, ERR_USAGE, "HOME is not set to an absolute path; "
			"set it or %s", row->variable);
		return NULL;
	}
	str_addf(&path, "/fireground/%s", name);
	return str_take(&path);
}
