#include "run/here.h"

#include "base/mem.h"
#include "base/str.h"
#include "store/store.h"
#include "view/watch.h"

#include <stdlib.h>
#include <string.h>

#define MOST 256 /* screens that are looked at */

static int
compare(const void *a, const void *b)
{
	const struct watcher *x = a, *y = b;
	int by;

	if (x->incident != y->incident)
		return x->incident < y->incident ? -1 : 1;
	/* Nameless ones behind the others. */
	if (!*x->who != !*y->who)
		return *x->who ? -1 : 1;
	by = strcmp(x->who, y->who);
	return by ? by : strcmp(x->screen, y->screen);
}

int
here_list(struct store *s, struct arena *a, struct watcher **out)
{
	struct store_presence *all = mem_new(MOST * sizeof(*all));
	int n = store_present(s, all, MOST);
	struct watcher *v = arena_alloc(a, ((size_t)n + 1) * sizeof(*v));

	for (int i = 0; i < n; i++)
		v[i] = (struct watcher){
			.who = arena_dup(a, all[i].who),
			.screen = arena_dup(a, all[i].screen),
			.incident = all[i].incident, .mine = all[i].mine,
		};
	qsort(v, (size_t)n, sizeof(*v), compare);
	free(all);
	*out = v;
	return n;
}
