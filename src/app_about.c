#include "app_about.h"

#include "base/mem.h"
#include "base/str.h"
#include "conf/xdg.h"
#include "ui/term.h"

#include <stdlib.h>

/* Where themes are, on the arena. */
static void
find_dirs(const char *datadir, struct arena *a, const char *dirs[THEME_DIRS])
{
	char *own = xdg_path(XDG_CONFIG, "themes", NULL);

	dirs[0] = own ? arena_dup(a, own) : NULL;
	dirs[1] = datadir ? arena_printf(a, "%s/themes", datadir) : NULL;
	free(own);
}

void
app_about_themes(const char *datadir, struct str *out)
{
	struct arena *a = arena_new(0);
	const char *dirs[THEME_DIRS];

	find_dirs(datadir, a, dirs);
	theme_report(dirs, a, out);
	if (dirs[0])
		str_addf(out, "\nNAME.theme in %s adds one; man fireground,"
			" THEMES, says how.\n", dirs[0]);
	arena_free(a);
}

bool
app_about_theme(const char *datadir, const char *name, struct err *err)
{
	struct arena *a = arena_new(0);
	const char *dirs[THEME_DIRS];
	bool ok;

	find_dirs(datadir, a, dirs);
	ok = theme_check(dirs, name, err);
	arena_free(a);
	return ok;
}

void
app_about_colours(const char *datadir, const char *colours, struct str *out)
{
	struct term_options o = {.colours = colours_find(colours)};
	struct str dir = {0};

	if (datadir) {
		str_addf(&dir, "%s/terminfo", datadir);
		o.terminfo = str_get(&dir);
	}
	term_colours_report(&o, out);
	str_release(&dir);
}
