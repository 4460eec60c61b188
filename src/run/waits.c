#include "run/waits.h"

#include "base/mem.h"

#include <stdlib.h>

struct waits_row {
	struct waits_row *next;
	waits_fn *fn;
	void *ctx;
};

void
waits_add(struct waits *w, waits_fn *fn, void *ctx)
{
	struct waits_row *row = mem_new(sizeof(*row));
	struct waits_row **end = &w->first;

	row->fn = fn;
	row->ctx = ctx;
	while (*end)
		end = &(*end)->next;
	*end = row;
}

/* Takes the first one away; NULL when none is left. */
static struct waits_row *
waits_take(struct waits *w)
{
	struct waits_row *row = w->first;

	if (row)
		w->first = row->next;
	return row;
}

void
waits_answer(struct waits *w, const struct err *why)
{
	struct waits now = *w;
	struct waits_row *row;

	w->first = NULL;
	while ((row = waits_take(&now))) {
		if (row->fn)
			row->fn(row->ctx, why);
		free(row);
	}
}

void
waits_forget(struct waits *w, const void *ctx)
{
	struct waits_row **at = &w->first;

	while (*at) {
		struct waits_row *row = *at;

		if (row->ctx == ctx) {
			*at = row->next;
			free(row);
		} else {
			at = &row->next;
		}
	}
}

void
waits_release(struct waits *w)
{
	struct waits_row *row;

	while ((row = waits_take(w)))
		free(row);
}
