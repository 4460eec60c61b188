#include "ui/themes.h"

#include "base/mem.h"
#include "base/str.h"
#include "ui/theme_file.h"

#include <dirent.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#define END ".theme"

static bool
names_have(const struct theme_names *names, const char *name)
{
	for (int i = 0; i < names->n; i++)
		if (!strcmp(names->v[i], name))
			return true;
	return false;
}

static void
names_add(struct theme_names *names, const char *name, struct arena *a)
{
	const char **old = names->v;

	if (names_have(names, name))
		return;
	names->v = arena_alloc(a, (size_t)(names->n + 1) * sizeof(*old));
	if (old)
		memcpy(names->v, old, (size_t)names->n * sizeof(*old));
	names->v[names->n++] = name;
}

/* "bars" of "bars.theme"; NULL when it is no theme that can be named. */
static const char *
file_theme(const char *file, struct arena *a)
{
	size_t n = strlen(file), end = strlen(END);

	if (n <= end || *file == '.' || strcmp(file + n - end, END) != 0 ||
	    strpbrk(file, " \t\n"))
		return NULL;
	return arena_dupn(a, file, n - end);
}

static int
by_name(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void
names_of_dir(struct theme_names *names, const char *path, struct arena *a)
{
	DIR *dir = path ? opendir(path) : NULL;
	const struct dirent *file;

	while (dir && (file = readdir(dir))) {
		const char *name = file_theme(file->d_name, a);

		if (name)
			names_add(names, name, a);
	}
	if (dir)
		closedir(dir);
}

struct theme_names
theme_names(const char *const dirs[THEME_DIRS], struct arena *a)
{
	struct theme_names names = {0};
	const struct theme *theme;
	int built;

	for (int i = 0; (theme = theme_at(i)); i++)
		names_add(&names, theme->name, a);
	built = names.n;
	for (int i = 0; i < THEME_DIRS; i++)
		names_of_dir(&names, dirs[i], a);
	if (names.n > built)
		qsort(names.v + built, (size_t)(names.n - built),
			sizeof(*names.v), by_name);
	return names;
}

bool
theme_unknown(const char *const dirs[THEME_DIRS], const char *name,
	struct err *err)
{
	struct arena *a = arena_new(0);
	struct theme_names names = theme_names(dirs, a);
	struct str all = {0};

	for (int i = 0; i < names.n; i++)
		str_addf(&all, "%s%s", i ? ", " : "", names.v[i]);
	err_set(err, ERR_USAGE, "there is no theme \"%s\": take one of %s, or"
		" put a file %s.theme into %s", name, str_get(&all), name,
		str_or(dirs[0], "a theme folder"));
	str_release(&all);
	arena_free(a);
	return false;
}

bool
theme_check(const char *const dirs[THEME_DIRS], const char *name,
	struct err *err)
{
	struct theme *own;
	char path[PATH_MAX];

	if (!theme_path(dirs, name, path))
		return theme_find(name) || theme_unknown(dirs, name, err);
	own = theme_load(path, err);
	theme_free(own);
	return own;
}

static void
report_one(const char *const dirs[THEME_DIRS], const char *name,
	struct str *out)
{
	char path[PATH_MAX];
	bool file = theme_path(dirs, name, path);
	struct err err;
	struct theme *own = file ? theme_load(path, &err) : NULL;
	const struct theme *theme = file ? own : theme_find(name);

	if (theme)
		str_addf(out, "%-14s %s (%s)\n", name, theme->help,
			file ? path : "built in");
	else
		str_addf(out, "%-14s BROKEN: %s\n", name, err.text);
	theme_free(own);
}

void
theme_report(const char *const dirs[THEME_DIRS], struct arena *a,
	struct str *out)
{
	struct theme_names names = theme_names(dirs, a);

	for (int i = 0; i < names.n; i++)
		report_one(dirs, names.v[i], out);
}
