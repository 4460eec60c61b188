#include "ui/term_self.h"

#include "ui/theme_file.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

void
term_theme_take(struct term *t, const struct theme *theme, struct theme *own)
{
	theme_free(t->theme_own);
	t->theme_own = own;
	t->theme = theme;
	t->full = true;
	term_curses_theme(t->curses, theme, t->depth);
}

/* The path of the theme's file; false when no folder has one. */
static bool
theme_path(const struct term *t, const char *name, char out[PATH_MAX])
{
	size_t n = sizeof(t->options.theme_dirs) / sizeof(char *);

	for (size_t i = 0; name && !strchr(name, '/') && i < n; i++) {
		const char *dir = t->options.theme_dirs[i];
		int len;

		if (!dir)
			continue;
		len = snprintf(out, PATH_MAX, "%s/%s.theme", dir, name);
		if (len > 0 && len < PATH_MAX && access(out, F_OK) == 0)
			return true;
	}
	return false;
}

bool
term_theme(struct term *t, const char *name, struct err *err)
{
	const struct theme *theme;
	struct theme *own = NULL;
	char path[PATH_MAX];

	if (theme_path(t, name, path)) {
		theme = own = theme_load(path, err);
		if (!own)
			return false;
	} else {
		theme = theme_find(name);
		if (!theme)
			return err_set(err, ERR_USAGE, "there is no theme "
				"\"%s\": take dark, light or mono, or put a "
				"file %s.theme into %s", name, name,
				t->options.theme_dirs[0] ?
				t->options.theme_dirs[0] : "a theme folder");
	}
	term_theme_take(t, theme, own);
	return true;
}
