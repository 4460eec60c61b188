#include "store/local.h"

#include "store/ask.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>

#define RETRY_MS 20    /* between two tries while another program writes */
#define PATIENCE_MS 5000 /* then the writer is told that it was in vain */

static const struct store_ops local_store_ops;

static struct local *
local_of(struct store *s)
{
	return (struct local *)s;
}

void
local_init(struct local *l, struct loop *loop, const struct local_ops *log)
{
	l->base.ops = &local_store_ops;
	l->base.loop = loop;
	l->base.last_good = loop_now(loop);
	l->log = log;
}

static void
local_close(struct store *s)
{
	struct local *l = local_of(s);

	assert(!l->running);
	loop_timer_stop(l->wake);
	loop_timer_stop(l->retry);
	while (l->asks) {
		struct ask *next = l->asks->next;

		free(l->asks);
		l->asks = next;
	}
	local_follows_free(l);
	l->log->close(l);
}

/* Calls back the one who asked; @why NULL is success. */
static void
ask_answer(const struct ask *a, const struct local_answer *out,
	const struct err *why)
{
	if (a->append_fn)
		a->append_fn(a->ctx, out->result, out->n,
			out->result == STORE_DONE ? NULL : &out->why);
	else if (a->done)
		a->done(a->ctx, why);
}

/* The answer to one who has asked a busy store for long enough. */
static void
ask_give_up(const struct local *l, const struct ask *a)
{
	struct local_answer out = {.result = STORE_FAILED};

	out.n = a->kind == ASK_APPEND ? a->u.append.n : 0;
	err_set(&out.why, ERR_STORE, "%s is busy: another program has held "
		"its lock for %d s, nothing was written", l->base.name,
		PATIENCE_MS / 1000);
	ask_answer(a, &out, &out.why);
}

static enum local_try
ask_append_run(struct local *l, const struct ask *a)
{
	struct local_answer out = {.n = a->u.append.n};

	if (l->log->append(l, &a->u.append, &out) == LOCAL_BUSY)
		return LOCAL_BUSY;
	if (out.result == STORE_DONE)
		local_changed(l);
	ask_answer(a, &out, NULL);
	return LOCAL_OK;
}

static enum local_try
ask_refused_run(const struct ask *a)
{
	struct local_answer out;

	out.result = a->u.refused.result;
	out.n = a->u.refused.n;
	err_set(&out.why, ERR_STORE, "%s", a->u.refused.why);
	ask_answer(a, &out, NULL);
	return LOCAL_OK;
}

static bool
range_row(void *ctx, const struct store_record *r)
{
	const struct store_range *range = ctx;

	range->record(range->ctx, r);
	return true;
}

static enum local_try
ask_put(struct local *l, struct ask *a, struct err *err)
{
	switch (a->kind) {
	case ASK_SET_SUMMARY:
		return l->log->set_summary(l, &a->u.summary, err);
	case ASK_SUMMARIES:
		return l->log->summaries(l, &a->u.page, err);
	case ASK_INCIDENTS:
		return l->log->incidents(l, &a->u.list, err);
	default:
		return l->log->read(l, &(struct local_read){
			.incident = a->u.range.incident,
			.from = a->u.range.from ? a->u.range.from : 1,
			.to = a->u.range.to,
			.limit = -1,
			.lean = a->u.range.lean,
			.row = range_row,
			.ctx = &a->u.range,
		}, err);
	}
}

static enum local_try
ask_run(struct local *l, struct ask *a)
{
	struct err err;
	enum local_try try;

	if (a->kind == ASK_APPEND)
		return ask_append_run(l, a);
	if (a->kind == ASK_REFUSED)
		return ask_refused_run(a);
	try = ask_put(l, a, &err);
	if (try == LOCAL_BUSY)
		return LOCAL_BUSY;
	if (try == LOCAL_OK && !ask_writes(a))
		l->base.last_good = loop_now(l->base.loop);
	if (try == LOCAL_OK && a->kind == ASK_SET_SUMMARY)
		local_changed(l);
	ask_answer(a, NULL, try == LOCAL_OK ? NULL : &err);
	return LOCAL_OK;
}

static void
retry_run(void *ctx)
{
	struct local *l = ctx;

	l->retry = NULL;
	local_wake(l);
}

/*
 * Puts what was asked until now.  A write that finds the lock taken holds up
 * the writes behind it, never the reads; what is asked by a callback waits
 * for the next turn.
 */
static void
asks_run(struct local *l)
{
	struct ask *todo = l->asks;
	struct ask *kept = NULL, **end = &kept;
	bool writes_wait = false;
	int64_t now = loop_now(l->base.loop);

	l->asks = l->asks_last = NULL;
	while (todo) {
		struct ask *a = todo;
		bool wait = writes_wait && ask_writes(a);

		todo = a->next;
		a->next = NULL;
		if (!wait && ask_run(l, a) == LOCAL_BUSY) {
			wait = now - a->since < PATIENCE_MS;
			if (!wait)
				ask_give_up(l, a);
		}
		if (!wait) {
			free(a);
			continue;
		}
		writes_wait = writes_wait || ask_writes(a);
		*end = a;
		end = &a->next;
	}
	if (!kept)
		return;
	*end = l->asks;
	l->asks = kept;
	for (l->asks_last = kept; l->asks_last->next;)
		l->asks_last = l->asks_last->next;
	local_retry(l);
}

static void
local_run(void *ctx)
{
	struct local *l = ctx;

	l->wake = NULL;
	l->running = true;
	asks_run(l);
	if (l->changed) {
		l->changed = false;
		local_follows_mark(l, true);
		if (l->watch)
			l->watch(l->watch_ctx);
	}
	local_follows_run(l);
	l->running = false;
}

void
local_wake(struct local *l)
{
	if (!l->wake)
		l->wake = loop_after(l->base.loop, 0, local_run, l);
}

void
local_retry(struct local *l)
{
	if (!l->retry)
		l->retry = loop_after(l->base.loop, RETRY_MS, retry_run, l);
}

void
local_changed(struct local *l)
{
	l->changed = true;
	local_wake(l);
}

/* Keeps @a for the next turn. */
static void
ask_add(struct local *l, struct ask *a)
{
	a->since = loop_now(l->base.loop);
	if (l->asks_last)
		l->asks_last->next = a;
	else
		l->asks = a;
	l->asks_last = a;
	local_wake(l);
}

/* The same, for what ends by telling @done. */
static void
ask_add_done(struct store *s, struct ask *ask, store_done_fn *done, void *ctx)
{
	ask->done = done;
	ask->ctx = ctx;
	ask_add(local_of(s), ask);
}

static void
local_append(struct store *s, const struct store_append *a,
	store_append_fn *fn, void *ctx)
{
	struct err why;
	struct ask *ask;

	if (s->read_only)
		ask = ask_refused_new(a, STORE_READONLY, "the store was "
			"opened for reading alone, nothing was written");
	else if (!ask_check(a, &why))
		ask = ask_refused_new(a, STORE_FAILED, why.text);
	else
		ask = ask_append_new(a);
	ask->append_fn = fn;
	ask->ctx = ctx;
	ask_add(local_of(s), ask);
}

static void
local_set_summary(struct store *s, const struct store_summary *row,
	store_done_fn *done, void *ctx)
{
	ask_add_done(s, ask_summary_new(row), done, ctx);
}

static void
local_summaries(struct store *s, const struct store_page *page)
{
	struct ask *ask = ask_new(ASK_SUMMARIES);

	ask->u.page = *page;
	ask_add_done(s, ask, page->done, page->ctx);
}

static void
local_read(struct store *s, const struct store_range *range)
{
	struct ask *ask = ask_new(ASK_READ);

	ask->u.range = *range;
	ask_add_done(s, ask, range->done, range->ctx);
}

static void
local_incidents(struct store *s, const struct store_list *list)
{
	struct ask *ask = ask_new(ASK_INCIDENTS);

	ask->u.list = *list;
	ask_add_done(s, ask, list->done, list->ctx);
}

static void
local_watch(struct store *s, store_changed_fn *fn, void *ctx)
{
	struct local *l = local_of(s);

	l->watch = fn;
	l->watch_ctx = ctx;
	if (fn)
		l->log->listen(l);
}

static void
local_tick(struct store *s)
{
	struct local *l = local_of(s);
	bool changed = false;
	struct err err;
	enum local_try try;

	/* A log that is just being read is not looked at once more. */
	if (l->running)
		return;
	try = l->log->check(l, &changed, &err);
	if (try == LOCAL_OK) {
		s->last_good = loop_now(s->loop);
		local_follows_mark(l, false);
	}
	/* The followers find out for themselves why it cannot be read. */
	if (changed || try == LOCAL_FAILED)
		local_changed(l);
}

static void
local_here(struct store *s, const struct store_presence *p)
{
	local_of(s)->log->here(local_of(s), p);
}

static int
local_present(struct store *s, struct store_presence *out, int max)
{
	return local_of(s)->log->present(local_of(s), out, max);
}

static const struct store_ops local_store_ops = {
	.close = local_close,
	.append = local_append,
	.follow = local_follow_new,
	.unfollow = local_follow_stop,
	.watch = local_watch,
	.tick = local_tick,
	.summaries = local_summaries,
	.read = local_read,
	.incidents = local_incidents,
	.set_summary = local_set_summary,
	.here = local_here,
	.present = local_present,
};
