#include "ui/term_direct.h"

#include "base/str.h"
#include "ui/term_info.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define PREFIX "fireground-"
#define DIRS "TERMINFO_DIRS"

enum colours
colours_find(const char *name)
{
	static const char *const names[] = {
		[COLOURS_AUTO] = "auto", [COLOURS_NONE] = "none",
		[COLOURS_8] = "8", [COLOURS_16] = "16",
		[COLOURS_256] = "256", [COLOURS_TRUE] = "true",
	};
	int i = COLOURS_TRUE;

	while (i > COLOURS_AUTO && !str_same(names[i], name))
		i--;
	return (enum colours)i;
}

enum colours
colours_wanted(const struct term_options *options)
{
	const char *none = getenv("NO_COLOR");

	return none && *none ? COLOURS_NONE : options->colours;
}

bool
term_direct_wanted(enum colours colours)
{
	const char *says = getenv("COLORTERM");

	if (colours != COLOURS_AUTO)
		return colours == COLOURS_TRUE;
	return says && (str_same(says, "truecolor") ||
		str_same(says, "24bit"));
}

/* Below its first letter, or that letter's number where cases are one. */
bool
term_direct_entry(const char *dir, const char *type, char out[TERM_TYPE])
{
	static const char *const below[] = {"f", "66"};
	char path[PATH_MAX];
	int n = snprintf(out, TERM_TYPE, PREFIX "%s", type);

	if (!dir || strchr(type, '/') || n < 0 || n >= TERM_TYPE)
		return false;
	for (size_t i = 0; i < sizeof(below) / sizeof(below[0]); i++) {
		n = snprintf(path, sizeof(path), "%s/%s/%s", dir, below[i],
			out);
		if (n > 0 && n < PATH_MAX && access(path, R_OK) == 0)
			return true;
	}
	return false;
}

void
term_direct_look(const char *dir)
{
	const char *dirs = str_or(getenv(DIRS), "");
	size_t n = strlen(dir);
	struct str all = {0};

	if (str_starts(dirs, dir) && dirs[n] == ':')
		return;
	/* An empty place in the list stands for those of the system. */
	str_addf(&all, "%s:%s", dir, dirs);
	setenv(DIRS, str_get(&all), 1);
	str_release(&all);
}

enum depth
term_direct_depth(enum colours colours, enum depth depth)
{
	static const enum depth most[] = {
		[COLOURS_AUTO] = DEPTH_TRUE, [COLOURS_NONE] = DEPTH_MONO,
		[COLOURS_8] = DEPTH_8, [COLOURS_16] = DEPTH_16,
		[COLOURS_256] = DEPTH_256, [COLOURS_TRUE] = DEPTH_TRUE,
	};

	return depth < most[colours] ? depth : most[colours];
}

static void
report_more(const struct term_options *o, enum colours wanted,
	const char *type, struct str *out)
{
	const char *says = getenv("COLORTERM");

	if (wanted == COLOURS_NONE && o->colours != COLOURS_NONE)
		str_add(out, ", since NO_COLOR is set");
	else if (wanted != COLOURS_AUTO && wanted != COLOURS_TRUE)
		str_add(out, " at most, as the config says");
	else if (term_direct_wanted(wanted))
		str_addf(out, "; %s, but there is no entry " PREFIX "%s in %s",
			wanted == COLOURS_TRUE ? "the config wants all" :
			"COLORTERM says all", type,
			str_or(o->terminfo, "a folder of ours"));
	else if (!says || !*says)
		str_add(out, "; COLORTERM does not say that all can be shown");
}

void
term_colours_report(const struct term_options *o, struct str *out)
{
	static const char *const names[] = {
		[DEPTH_MONO] = "none", [DEPTH_8] = "8", [DEPTH_16] = "16",
		[DEPTH_256] = "256", [DEPTH_TRUE] = "all",
	};
	const char *type = o->type ? o->type : getenv("TERM");
	enum colours wanted = colours_wanted(o);
	char direct[TERM_TYPE];
	enum depth depth;

	if (!type || !*type) {
		str_add(out, "none, since TERM is not set");
		return;
	}
	if (term_direct_wanted(wanted) &&
	    term_direct_entry(o->terminfo, type, direct)) {
		str_addf(out, "all, by %s", direct);
		return;
	}
	depth = term_direct_depth(wanted,
		theme_depth(term_info_colours_of(type)));
	str_add(out, names[depth]);
	if (depth < DEPTH_TRUE)
		report_more(o, wanted, type, out);
}
