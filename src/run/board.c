#include "run/board.h"

#include "base/mem.h"
#include "run/live.h"
#include "run/waits.h"
#include "store/store.h"

#include <stdlib.h>
#include <string.h>

/* One reading of all rows. */
struct page {
	struct arena *arena;
	struct summary *rows;
	int n, cap;
	uint32_t last;
	int stale;            /* rows that must be folded, still */
};

struct board {
	struct store *store;
	struct page shown;    /* the last complete one */
	struct page coming;
	bool reading, again, ready;
	struct live *fold;    /* the stale one that is being read */
	struct waits waiting, later;
	board_changed_fn *changed;
	void *ctx;
	bool failed;
	struct err why;
};

struct board *
board_new(struct store *s)
{
	struct board *b = mem_new(sizeof(*b));

	b->store = s;
	b->shown.arena = arena_new(4096);
	b->coming.arena = arena_new(4096);
	return b;
}

static void
page_free(struct page *p)
{
	arena_free(p->arena);
	free(p->rows);
}

void
board_free(struct board *b)
{
	if (!b)
		return;
	if (b->changed)
		store_watch(b->store, NULL, NULL);
	live_close(b->fold);
	page_free(&b->shown);
	page_free(&b->coming);
	waits_release(&b->waiting);
	waits_release(&b->later);
	free(b);
}

static struct summary *
page_add(struct page *p)
{
	if (p->n == p->cap) {
		p->cap = p->cap ? 2 * p->cap : 8;
		p->rows = mem_grow(p->rows, (size_t)p->cap, sizeof(*p->rows));
	}
	memset(&p->rows[p->n], 0, sizeof(*p->rows));
	return &p->rows[p->n++];
}

/* A row that is not up to date keeps v = 0 until it is folded. */
static void
row_came(void *ctx, const struct store_summary *row)
{
	struct board *b = ctx;
	struct page *p = &b->coming;
	struct summary *s = page_add(p);

	if (row->incident > p->last)
		p->last = row->incident;
	if (row->n != row->last || !row->text ||
	    !summary_read(p->arena, row->text, s) ||
	    s->v != SUMMARY_VERSION || s->n != row->n) {
		memset(s, 0, sizeof(*s));
		p->stale++;
	}
	s->number = row->incident;
	s->rank = row->rank;
}

static int
compare(const void *a, const void *b)
{
	const struct summary *x = a, *y = b;

	if (x->rank != y->rank)
		return x->rank < y->rank ? -1 : 1;
	return x->number > y->number ? -1 : x->number < y->number;
}

static void board_start(struct board *b);

static void
board_end(struct board *b, const struct err *why)
{
	b->reading = false;
	b->failed = why != NULL;
	if (why) {
		b->why = *why;
	} else {
		struct page old = b->shown;

		b->shown = b->coming;
		b->coming = old;
		b->ready = true;
	}
	waits_answer(&b->waiting, why);
	if (b->changed)
		b->changed(b->ctx);
	if ((b->later.first || b->again) && !b->reading)
		board_start(b);
}

static void fold_next(struct board *b);

/* Copies the texts, which live no longer than the fold. */
static void
keep_texts(struct arena *a, struct summary *s)
{
	s->title = arena_dup(a, s->title);
	s->commander = arena_dup(a, s->commander);
	s->service = arena_dup(a, s->service);
	s->source = arena_dup(a, s->source);
}

static void
fold_done(void *ctx, const struct err *why)
{
	struct board *b = ctx;
	struct page *p = &b->coming;
	uint32_t number = live_incident(b->fold)->number;

	if (why) {
		live_close(b->fold);
		b->fold = NULL;
		board_end(b, why);
		return;
	}
	for (int i = 0; i < p->n; i++)
		if (p->rows[i].number == number) {
			summary_of(live_incident(b->fold), &p->rows[i]);
			keep_texts(p->arena, &p->rows[i]);
		}
	p->stale--;
	live_close(b->fold);
	b->fold = NULL;
	fold_next(b);
}

/* Folds one stale row after the other, then the page is complete. */
static void
fold_next(struct board *b)
{
	struct page *p = &b->coming;

	for (int i = 0; p->stale && i < p->n; i++) {
		if (p->rows[i].v)
			continue;
		b->fold = live_new(b->store, p->rows[i].number);
		live_catch_up(b->fold, fold_done, b);
		return;
	}
	if (p->n)
		qsort(p->rows, (size_t)p->n, sizeof(*p->rows), compare);
	board_end(b, NULL);
}

static void
page_done(void *ctx, const struct err *why)
{
	struct board *b = ctx;

	if (why)
		board_end(b, why);
	else
		fold_next(b);
}

static void
board_start(struct board *b)
{
	struct store_page page = {
		.limit = -1, .row = row_came, .done = page_done, .ctx = b,
	};

	b->waiting = b->later;
	b->later.first = NULL;
	b->reading = true;
	b->again = false;
	arena_reset(b->coming.arena);
	b->coming.n = 0;
	b->coming.last = 0;
	b->coming.stale = 0;
	store_summaries(b->store, &page);
}

void
board_read(struct board *b, board_done_fn *fn, void *ctx)
{
	waits_add(&b->later, fn, ctx);
	if (!b->reading)
		board_start(b);
}

static void
store_changed(void *ctx)
{
	struct board *b = ctx;

	b->again = true;
	if (!b->reading)
		board_start(b);
}

void
board_watch(struct board *b, board_changed_fn *fn, void *ctx)
{
	b->changed = fn;
	b->ctx = ctx;
	store_watch(b->store, fn ? store_changed : NULL, b);
	if (fn && !b->reading)
		board_start(b);
}

const struct summary *
board_rows(const struct board *b, int *n)
{
	*n = b->shown.n;
	return b->shown.rows;
}

bool
board_ready(const struct board *b, const char **why)
{
	if (why)
		*why = b->failed ? b->why.text : NULL;
	return b->ready;
}

uint32_t
board_last(const struct board *b)
{
	return b->shown.last;
}
