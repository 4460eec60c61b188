#include "app_about.h"

#include "base/mem.h"
#include "base/str.h"
#include "conf/xdg.h"
#include "ui/themes.h"

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
