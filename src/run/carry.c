#include "run/carry.h"

#include "base/hash.h"
#include "base/mem.h"
#include "base/str.h"
#include "loop/http.h"
#include "loop/loop.h"
#include "relay/parts.h"
#include "run/carry_line.h"
#include "run/child.h"
#include "run/live.h"
#include "run/submit.h"
#include "run/world.h"

#include <stdlib.h>
#include <string.h>

#define WRITE_AGAIN 2000 /* ms until an outcome is written again */
#define WHY_BYTES 400    /* of a reason in the log */

struct carry {
	const struct carry_with *with;
	struct carry **slot;      /* where the courier keeps it */
	struct plan_item item;
	const struct channel *channel;
	struct live *live;
	struct arena *arena;      /* texts of the item and of the outcome */
	struct arena *attempt;    /* the news and the request of one try */
	struct news *news;        /* of the try; in its arena */
	struct parts parts;       /* what of the delivery is done */
	uint32_t claim;           /* ours; 0: not claimed */
	int64_t claimed;          /* mono */
	struct http_call *call;
	struct child *child;
	struct loop_timer *timer;
	struct plan_end end;
	const char *why, *remote; /* of the outcome; "" */
	bool bare;                /* written without remote: it was refused */
};

static int64_t
mono(const struct carry *c)
{
	return loop_now(c->with->w->loop);
}

void
carry_free(struct carry *c)
{
	if (!c)
		return;
	*c->slot = NULL;
	http_cancel(c->call);
	child_stop(c->child);
	loop_timer_stop(c->timer);
	live_close(c->live);
	arena_wipe(c->attempt);
	arena_free(c->arena);
	free(c);
}

static void
finish(struct carry *c)
{
	const struct carry_with *with = c->with;

	carry_free(c);
	with->done(with->ctx);
}

static void
say(struct carry *c)
{
	struct courier_news n = {
		.inc = live_incident(c->live), .channel = c->channel,
		.item = &c->item, .wait = c->end.wait, .why = c->why,
		.state = c->end.then == PLAN_WRITE_SENT ? DELIVERY_SENT :
			c->end.state,
	};

	if (c->with->said)
		c->with->said(c->with->said_ctx, &n);
}

/* ---- the log ------------------------------------------------------- */

static void
submit(struct carry *c, const struct carry_line *l, submit_fn *fn)
{
	submit_send(c->with->submit, &(struct submit_ask){
		.words = (char *const *)l->v, .n_words = l->n,
		.live = c->live, .who = COURIER_NAME, .when = WHEN_NONE,
		.fn = fn, .ctx = c,
	});
}

static void write_outcome(void *ctx);

/*
 * What was sent must be known, however long it takes; what failed is another
 * courier's by the time it is refused.
 */
static void
outcome_written(void *ctx, const struct submit_answer *a)
{
	struct carry *c = ctx;
	bool sent = c->end.then == PLAN_WRITE_SENT;

	if (a->result == SUBMIT_DONE) {
		say(c);
		finish(c);
	} else if (a->result != SUBMIT_REFUSED) {
		c->timer = loop_after(c->with->w->loop, WRITE_AGAIN,
			write_outcome, c);
	} else if (sent && !c->bare) {
		c->bare = true;
		write_outcome(c);
	} else {
		finish(c);
	}
}

static void
write_outcome(void *ctx)
{
	struct carry *c = ctx;
	struct carry_end end = {
		.channel = c->channel, .item = &c->item,
		.claim = c->claim ? c->claim : c->item.claim, .end = &c->end,
		.why = c->why, .remote = c->bare ? "" : c->remote,
	};
	struct carry_line l;

	c->timer = NULL;
	carry_line_end(&l, &end, c->arena);
	submit(c, &l, outcome_written);
}

/* ---- one try ------------------------------------------------------- */

static void try_send(void *ctx);
static void send_next(struct carry *c);

static void
judge(struct carry *c, const struct verdict *v)
{
	struct plan_try t = {
		.channel = c->channel, .item = &c->item, .verdict = v,
		.held = mono(c) - c->claimed, .mono = mono(c),
		.now = clock_now(&c->with->w->clock),
		.last = c->with->ending,
	};
	struct id id = id_random();

	memcpy(&t.random, id.b, sizeof(t.random));
	plan_outcome(c->with->memory, &t, &c->end);
	c->why = arena_dupn(c->arena, v->why, WHY_BYTES);
	c->remote = arena_dup(c->arena, v->remote);
	if (c->end.then == PLAN_TRY_AGAIN) {
		c->item.repeat |= c->end.repeat;
		c->timer = loop_after(c->with->w->loop, c->end.wait, try_send,
			c);
		return;
	}
	write_outcome(c);
}

static void
judge_reply(struct carry *c, const struct reply *r)
{
	struct verdict v;

	if (parts_read(&c->parts, c->channel, c->news, r, c->arena, &v))
		judge(c, &v);
	else
		send_next(c);
}

static void
http_answered(void *ctx, const struct http_answer *a)
{
	struct carry *c = ctx;

	c->call = NULL;
	judge_reply(c, &(struct reply){.http = a, .said = ""});
}

static void
child_ended(void *ctx, int code, const char *said)
{
	struct carry *c = ctx;

	c->child = NULL;
	judge_reply(c, &(struct reply){
		.program = true, .exit = code, .said = said,
	});
}

static void
send_request(struct carry *c, const struct request *r)
{
	struct http_request http = r->http;
	int64_t patience = plan_patience(c->with->memory);

	if (r->argv) {
		c->child = child_start(c->with->w->loop, &(struct child_ask){
			.argv = r->argv, .body = http.body,
			.len = http.body_len, .limit_ms = patience,
		}, child_ended, c);
		return;
	}
	if (!http.wait_ms)
		http.wait_ms = patience;
	c->call = http_send(c->with->http, &http, http_answered, c);
}

/* Several take their time: what is left of the claim must do for the next. */
static void
send_next(struct carry *c)
{
	struct verdict v = {.class = SENT_LATER, .remote = ""};
	struct request r;
	struct err err = {0};

	if (c->parts.done && mono(c) - c->claimed >
	    plan_hold(c->with->memory) - plan_patience(c->with->memory)) {
		v.why = arena_printf(c->arena, "time is up after %d of %d",
			c->parts.taken, c->parts.n);
		judge(c, &v);
	} else if (parts_next(&c->parts, c->channel, c->news, c->attempt, &r,
	    &err)) {
		send_request(c, &r);
	} else {
		v.class = SENT_MESSAGE;
		v.why = err.text;
		judge(c, &v);
	}
}

static void
try_send(void *ctx)
{
	struct carry *c = ctx;

	c->timer = NULL;
	arena_wipe(c->attempt);
	c->attempt = arena_new(0);
	c->news = arena_alloc(c->attempt, sizeof(*c->news));
	plan_begin(c->with->memory, c->channel, c->item.channel, mono(c));
	plan_news(&c->item, live_incident(c->live), c->channel,
		clock_now(&c->with->w->clock), c->attempt, c->news);
	parts_begin(&c->parts, c->channel, c->news, c->item.repeat);
	send_next(c);
}

/* Nothing more is tried with this claim. */
static void
give_back(struct carry *c)
{
	c->end.then = PLAN_WRITE_FAILED;
	c->end.state = DELIVERY_LATER;
	write_outcome(c);
}

void
carry_hurry(struct carry *c)
{
	struct verdict v = {.class = SENT_MAYBE, .remote = "",
		.why = "no answer until now"};

	if (c->call || c->child) {
		http_cancel(c->call);
		child_stop(c->child);
		c->call = NULL;
		c->child = NULL;
		judge(c, &v);
	} else if (c->timer && c->end.then == PLAN_TRY_AGAIN) {
		loop_timer_stop(c->timer);
		c->timer = NULL;
		give_back(c);
	}
}

static void
claimed(void *ctx, const struct submit_answer *a)
{
	struct carry *c = ctx;
	struct plan_channel *mine =
		&c->with->memory->channel[c->item.channel];
	int64_t wait = a->result == SUBMIT_REFUSED ? 100 : WRITE_AGAIN;

	if (a->result == SUBMIT_DONE && a->inc) {
		c->claim = a->first;
		if (c->with->hurry || mono(c) - c->claimed >
		    plan_hold(c->with->memory))
			give_back(c);
		else
			try_send(c);
		return;
	}
	/* Somebody else has it, or the store is away: not at once again. */
	if (mine->next < mono(c) + wait)
		mine->next = mono(c) + wait;
	finish(c);
}

/* What the log alone is told: nothing is sent. */
static void
write_only(struct carry *c)
{
	static const enum delivery_state states[] = {
		[PLAN_EXPIRE] = DELIVERY_EXPIRED,
		[PLAN_UNSURE] = DELIVERY_UNSURE,
		[PLAN_CONFIRM] = DELIVERY_CONFIRM,
	};
	static const char *const why[] = {
		[PLAN_EXPIRE] = "too old to be news",
		[PLAN_UNSURE] = "a courier ended before it could say whether"
			" it was sent",
		[PLAN_CONFIRM] = "customers will read it: a person agrees to"
			" the first post",
	};

	c->end.then = PLAN_WRITE_FAILED;
	c->end.state = states[c->item.what];
	c->why = why[c->item.what];
	write_outcome(c);
}

struct carry *
carry_start(const struct carry_with *with, const struct plan_item *item,
	struct live *live, struct carry **slot)
{
	struct carry *c = mem_new(sizeof(*c));
	struct carry_line l;

	c->with = with;
	c->slot = slot;
	*slot = c;
	c->live = live_keep(live);
	c->arena = arena_new(1024);
	c->attempt = arena_new(0);
	c->channel = &with->channels->v[item->channel];
	c->item = *item;
	c->item.who = arena_dup(c->arena, item->who);
	c->item.address = arena_dup(c->arena, item->address);
	c->item.remote = arena_dup(c->arena, item->remote);
	c->why = c->remote = "";
	if (item->what != PLAN_SEND) {
		write_only(c);
		return c;
	}
	c->claimed = mono(c);
	carry_line_claim(&l, c->channel, item, c->arena);
	submit(c, &l, claimed);
	return c;
}
