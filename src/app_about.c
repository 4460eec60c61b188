#include "app_about.h"

#include "base/mem.h"
#include "base/str.h"
#include "conf/xdg.h"
#include "ui/term.h"

#include <stdlib.h>

void
app_about_themes(const char *datadir, struct str *out)
{
	struct arena *a = arena_new(0);
	char *own = xdg_path(XDG_CONFIG, "themes", NULL);
	const char *dirs[THEME_DIRS] = {own};

	if (datadir)
		dirs[1] = arena_printf(a, "%s/themes", datadir);
	theme_report(dirs, a, out);
	if (own)
		str_addf(out, "\nNAME.theme in %s adds one; man fireground,"
			" THEMES, says how.\n", own);
	free(own);
	arena_free(a);
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
