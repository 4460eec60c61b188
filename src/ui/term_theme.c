#include "ui/term_self.h"

#include "base/mem.h"
#include "base/str.h"
#include "ui/theme_file.h"

void
term_theme_take(struct term *t, const struct theme *theme, struct theme *own)
{
	theme_free(t->theme_own);
	t->theme_own = own;
	t->theme = theme;
	t->next->ascii = t->plain || theme->ascii;
	t->shown->ascii = t->next->ascii;
	t->full = true;
	term_curses_theme(t->curses, theme, t->depth);
}

bool
term_theme(struct term *t, const char *name, struct err *err)
{
	const struct theme *theme;
	struct theme *own = NULL;
	char path[PATH_MAX];

	if (theme_path(t->options.theme_dirs, name, path)) {
		theme = own = theme_load(path, err);
		if (!own)
			return false;
	} else {
		theme = theme_find(name);
		if (!theme)
			return theme_unknown(t->options.theme_dirs, name, err);
	}
	term_theme_take(t, theme, own);
	return true;
}

const char *
term_theme_name(const struct term *t)
{
	return t->theme->name;
}

void
term_theme_dirs(const struct term *t, const char *out[THEME_DIRS])
{
	for (int i = 0; i < THEME_DIRS; i++)
		out[i] = t->options.theme_dirs[i];
}

bool
term_is_ascii(const struct term *t)
{
	return t->next->ascii;
}
