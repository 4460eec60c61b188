#include "run/courier.h"

#include "base/mem.h"
#include "base/text.h"
#include "loop/http.h"
#include "loop/loop.h"
#include "run/board.h"
#include "run/carry.h"
#include "run/live.h"
#include "run/secrets.h"
#include "run/settings.h"
#include "run/submit.h"
#include "run/world.h"
#include "store/store.h"

#include <stdlib.h>
#include <string.h>

/* An incident that ended may still have something on its way. */
#define LOOK_BACK (3 * WHEN_HOUR)

/* One incident that is looked at. */
struct served {
	struct courier *courier;
	uint32_t number;
	struct live *live;   /* NULL: nothing of it is due, and it has ended */
	uint32_t n;          /* its last entry, as the board said */
	bool reading;
	bool followed;
};

struct courier {
	struct carry_with with;
	struct served **v;
	int n, cap;
	struct carry **carries;   /* by channel; NULL: none */
	struct arena *arena;      /* of one look */
	struct loop_timer *timer; /* the next look */
	struct secrets *secrets;  /* of the channels, if it opened them */
	bool due;                 /* something could have been begun */
};

static void look_soon(struct courier *c);

static void
carry_done(void *ctx)
{
	look_soon(ctx);
}

static struct courier *
courier_new(struct world *w, const struct channels *channels, courier_fn *fn,
	void *ctx)
{
	struct courier *c = mem_new(sizeof(*c));

	c->with = (struct carry_with){
		.w = w, .submit = submit_new(w), .channels = channels,
		.http = http_new(w->loop, "fireground"),
		.memory = plan_memory_new(channels->n), .said = fn,
		.said_ctx = ctx, .done = carry_done, .ctx = c,
	};
	c->with.memory->lapse = w->settings->takeover;
	c->carries = mem_new(((size_t)channels->n + 1) *
		sizeof(struct carry *));
	c->arena = arena_new(0);
	return c;
}

struct courier *
courier_open(struct world *w, courier_fn *fn, void *ctx)
{
	struct channels *list = &w->settings->channels;
	struct secrets *secrets;
	struct courier *c;

	if (!list->n || w->opt.read_only || store_read_only(w->store) ||
	    store_practice(w->store))
		return NULL;
	secrets = secrets_take(list);
	c = courier_new(w, list, fn, ctx);
	c->secrets = secrets;
	return c;
}

bool
courier_unlock(struct courier *c, int i, struct err *err)
{
	struct channel *channel = &c->with.w->settings->channels.v[i];

	if (!channel->locked)
		return true;
	if (!secrets_unlock(c->secrets, channel, err))
		return false;
	look_soon(c);
	return true;
}

void
courier_free(struct courier *c)
{
	if (!c)
		return;
	submit_free(c->with.submit);
	for (int i = 0; i < c->with.channels->n; i++)
		carry_free(c->carries[i]);
	http_free(c->with.http);
	loop_timer_stop(c->timer);
	for (int i = 0; i < c->n; i++) {
		if (c->v[i]->live)
			live_forget(c->v[i]->live, c->v[i]);
		live_close(c->v[i]->live);
		free(c->v[i]);
	}
	plan_memory_free(c->with.memory);
	secrets_free(c->secrets);
	arena_free(c->arena);
	free(c->carries);
	free(c->v);
	free(c);
}

/* ---- one look at all that is due ----------------------------------- */

static struct served *
served_of(struct courier *c, uint32_t number)
{
	for (int i = 0; i < c->n; i++)
		if (c->v[i]->number == number)
			return c->v[i];
	return NULL;
}

/* What was chosen for each channel. */
struct choice {
	struct plan_item *best;
};

static void
sooner(int64_t *look, int64_t ms)
{
	if (ms != PLAN_NEVER && (*look == PLAN_NEVER || ms < *look))
		*look = ms;
}

static void
choose(struct courier *c, struct plan_item *item, struct choice *all,
	int64_t *look)
{
	const struct plan_memory *m = c->with.memory;
	struct choice *mine = &all[item->channel];
	int64_t wait = plan_wait(m, item, loop_now(c->with.w->loop));

	if (c->carries[item->channel])
		return;
	/* A gap is soon over. */
	c->due |= wait > 0 && !m->channel[item->channel].fails;
	if (wait)
		sooner(look, wait);
	else if (!mine->best || plan_before(item, mine->best,
	    m->channel[item->channel].open))
		mine->best = item;
}

/* Whether it is worth being kept in mind. */
static bool
is_over(const struct courier *c, const struct served *s, const struct plan *p)
{
	const struct incident *inc = live_incident(s->live);

	for (int i = 0; i < c->with.channels->n; i++)
		if (c->carries[i])
			return false;
	return (inc->closed || !inc->declared) && !p->n && !p->waiting;
}

static void
look_at(struct courier *c, struct served *s, struct choice *all,
	int64_t *look)
{
	struct plan_in in = {
		.inc = live_incident(s->live), .channels = c->with.channels,
		.roster = &c->with.w->settings->roster,
		.now = clock_now(&c->with.w->clock),
		.mono = loop_now(c->with.w->loop), .memory = c->with.memory,
		.a = c->arena,
	};
	struct plan plan;

	plan_incident(&in, &plan);
	sooner(look, plan.look);
	for (int i = 0; i < plan.n; i++)
		choose(c, &plan.v[i], all, look);
	if (s->followed || !is_over(c, s, &plan))
		return;
	live_close(s->live);
	s->live = NULL;
}

static void
look(void *ctx)
{
	struct courier *c = ctx;
	int n = c->with.channels->n;
	int64_t next = PLAN_NEVER;
	struct choice *all;

	c->timer = NULL;
	c->due = false;
	if (c->with.ending)
		return;
	arena_reset(c->arena);
	all = arena_alloc(c->arena, ((size_t)n + 1) * sizeof(*all));
	for (int i = 0; i < c->n; i++)
		if (c->v[i]->live && !c->v[i]->reading)
			look_at(c, c->v[i], all, &next);
	for (int i = 0; i < n; i++)
		if (all[i].best && !c->carries[i])
			carry_start(&c->with, all[i].best, served_of(c,
				all[i].best->incident)->live, &c->carries[i]);
	if (next != PLAN_NEVER && !c->timer)
		c->timer = loop_after(c->with.w->loop, next, look, c);
}

static void
look_soon(struct courier *c)
{
	loop_timer_stop(c->timer);
	c->due = true;
	c->timer = loop_after(c->with.w->loop, 0, look, c);
}

/* ---- what there is to look at -------------------------------------- */

static void
was_read(void *ctx, const struct err *why)
{
	struct served *s = ctx;

	s->reading = false;
	if (why)
		s->n = 0;
	look_soon(s->courier);
}

static void
read_on(struct courier *c, struct served *s)
{
	if (!s->live)
		s->live = live_new(c->with.w->store, s->number);
	if (s->reading)
		return;
	s->reading = true;
	live_catch_up(s->live, was_read, s);
}

static struct served *
served_add(struct courier *c, uint32_t number)
{
	struct served *s = mem_new(sizeof(*s));

	if (c->n == c->cap) {
		c->cap = c->cap ? 2 * c->cap : 8;
		c->v = mem_grow(c->v, (size_t)c->cap,
			sizeof(struct served *));
	}
	s->courier = c;
	s->number = number;
	return c->v[c->n++] = s;
}

/* At the start: what ended long ago has nothing to send. */
static bool
is_recent(const struct courier *c, const struct summary *row)
{
	return summary_live(row) || row->updated == WHEN_NONE ||
		clock_now(&c->with.w->clock) - row->updated < LOOK_BACK;
}

void
courier_board(struct courier *c)
{
	const struct summary *rows;
	int n;

	rows = board_rows(c->with.w->board, &n);
	for (int i = 0; i < n; i++) {
		struct served *s = served_of(c, rows[i].number);
		bool fresh = !s;

		if (fresh)
			s = served_add(c, rows[i].number);
		if (s->n == rows[i].n)
			continue;
		s->n = rows[i].n;
		if (!fresh || is_recent(c, &rows[i]))
			read_on(c, s);
	}
}

static void
followed(void *ctx)
{
	struct served *s = ctx;

	s->reading = !live_ready(s->live);
	look_soon(s->courier);
}

void
courier_serve(struct courier *c, uint32_t incident)
{
	struct served *s = served_add(c, incident);

	s->reading = s->followed = true;
	s->live = live_follow(c->with.w->store, incident, followed, s);
}

const struct incident *
courier_incident(const struct courier *c)
{
	return c->n && c->v[0]->live && !c->v[0]->reading ?
		live_incident(c->v[0]->live) : NULL;
}

void
courier_stop(struct courier *c)
{
	c->with.ending = true;
}

void
courier_hurry(struct courier *c)
{
	courier_stop(c);
	c->with.hurry = true;
	for (int i = 0; i < c->with.channels->n; i++)
		if (c->carries[i])
			carry_hurry(c->carries[i]);
}

const char *
courier_says(enum delivery_state state, int64_t wait, const char *why,
	struct arena *a)
{
	static const char *const words[] = {
		[DELIVERY_CLAIMED] = "on its way",
		[DELIVERY_SENT] = "sent",
		[DELIVERY_LATER] = "not yet",
		[DELIVERY_UNSURE] = "may have arrived",
		[DELIVERY_MESSAGE] = "refused",
		[DELIVERY_CHANNEL] = "nothing goes through",
		[DELIVERY_EXPIRED] = "given up",
		[DELIVERY_CONFIRM] = "waits for a yes",
	};
	char span[WHEN_MAX];

	return arena_printf(a, "%s%s%s%s%s", words[state], *why ? ": " : "",
		text_safe(a, why, false), state == DELIVERY_LATER && wait > 0 ?
		"; tried again in " : "", state == DELIVERY_LATER && wait > 0 ?
		when_span(wait, span) : "");
}

int
courier_busy(const struct courier *c)
{
	int busy = 0;

	for (int i = 0; i < c->with.channels->n; i++)
		busy += c->carries[i] != NULL;
	return busy;
}

bool
courier_idle(const struct courier *c)
{
	for (int i = 0; i < c->n; i++)
		if (c->v[i]->reading)
			return false;
	return !c->due && !courier_busy(c);
}
