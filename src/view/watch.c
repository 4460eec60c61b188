#include "view/watch.h"

#include "base/mem.h"
#include "base/str.h"

#include <string.h>

#define USUAL "dashboard" /* the kind that needs not be named */

static bool
counts(const struct watcher *w, uint32_t incident)
{
	return !w->mine && w->incident == incident;
}

/* Whether somebody before @at has that name; a shared screen is named first. */
static bool
is_named(const struct watcher *v, int at, uint32_t incident)
{
	for (int i = 0; i < at; i++)
		if (counts(&v[i], incident) && str_same(v[i].who, v[at].who))
			return true;
	return false;
}

/* The kind of screen that is worth naming of all that this person has. */
static const char *
kind_of(const struct watcher *v, int n, uint32_t incident, const char *who)
{
	const char *kind = USUAL;

	for (int i = 0; i < n; i++)
		if (counts(&v[i], incident) && str_same(v[i].who, who) &&
		    strcmp(v[i].screen, USUAL) != 0)
			kind = v[i].screen;
	return kind;
}

static void
add_names(struct str *out, const struct watcher *v, int n, uint32_t incident)
{
	for (int i = 0; i < n; i++) {
		const char *kind;

		if (!counts(&v[i], incident) || !*v[i].who ||
		    is_named(v, i, incident))
			continue;
		kind = kind_of(v, n, incident, v[i].who);
		str_addf(out, "%s%s", out->len ? ", " : "", v[i].who);
		if (strcmp(kind, USUAL) != 0)
			str_addf(out, " (%s)", kind);
	}
}

static bool
is_noun(const char *kind)
{
	return !strcmp(kind, "wall") || !strcmp(kind, USUAL);
}

/* Screens without a name at their keys, by their kind. */
static void
add_kinds(struct str *out, const struct watcher *v, int n, uint32_t incident)
{
	for (int i = 0; i < n; i++) {
		int same = 0, before = 0;

		if (!counts(&v[i], incident) || *v[i].who)
			continue;
		for (int k = 0; k < n; k++) {
			bool like = counts(&v[k], incident) && !*v[k].who &&
				!strcmp(v[k].screen, v[i].screen);

			same += like;
			before += like && k < i;
		}
		if (before)
			continue;
		str_addf(out, "%s%d %s%s", out->len ? " \u00b7 " : "", same,
			v[i].screen, same > 1 && is_noun(v[i].screen) ? "s" :
			"");
	}
}

const char *
watch_line(const struct watcher *v, int n, uint32_t incident, struct arena *a)
{
	struct str out = {0};
	const char *line;

	add_names(&out, v, n, incident);
	add_kinds(&out, v, n, incident);
	line = arena_dup(a, str_get(&out));
	str_release(&out);
	return line;
}
