#include "run/submit.h"

#include "base/mem.h"
#include "loop/loop.h"
#include "run/draft.h"
#include "run/live.h"
#include "run/submit_rules.h"
#include "run/world.h"
#include "store/store.h"

#include <stdlib.h>
#include <string.h>

/* Nobody loses a race that often; rather say so than go on for ever. */
#define TRIES_MAX 10000

struct job {
	struct job *next;
	struct submit *queue;
	struct arena *arena;   /* the command, as long as the job lives */
	struct arena *attempt; /* what was decided, until decided again */
	struct cmd_args args;
	const char *who;
	struct live *live;     /* NULL while a new incident has no number */
	struct live *other;    /* of --into */
	bool other_done;
	uint32_t number;       /* of the incident; a new one: to be tried */
	bool fresh;            /* it is a new incident */
	bool let_go;
	bool scenario;
	when_ms when, now;
	struct cmd_premise premise;
	struct draft_ids ids;
	struct outcome out;
	int tries;
	uint32_t place;        /* that was asked for last */
	uint32_t first;        /* where the entries are */
	struct err err;        /* what was wrong with the words */
	int64_t since;
	submit_fn *fn;
	void *ctx;
};

struct submit {
	struct world *w;
	struct job *jobs;      /* the first one is being done */
	int waiting;
	struct loop_timer *start;
};

struct submit *
submit_new(struct world *w)
{
	struct submit *s = mem_new(sizeof(*s));

	s->w = w;
	return s;
}

static void
job_free(struct job *j)
{
	outcome_release(&j->out);
	live_close(j->live);
	live_close(j->other);
	arena_free(j->arena);
	arena_free(j->attempt);
	free(j);
}

void
submit_free(struct submit *s)
{
	if (!s)
		return;
	loop_timer_stop(s->start);
	while (s->jobs) {
		struct job *next = s->jobs->next;

		job_free(s->jobs);
		s->jobs = next;
	}
	free(s);
}

static void job_start(void *ctx);

/* Tells the one who asked, and goes on to the next. */
static void
answer(struct job *j, enum submit_result result, const struct err *why)
{
	struct submit *s = j->queue;
	bool done = result == SUBMIT_DONE;
	struct submit_answer a = {
		.result = result, .err = done ? NULL : why,
		.incident = j->number,
		.inc = j->live && live_incident(j->live)->n ?
			live_incident(j->live) : NULL,
		.outcome = done ? &j->out : NULL,
		.args = j->args.row ? &j->args : NULL, .now = j->now,
	};

	if (done && j->out.kind == OUT_EVENTS) {
		a.first = j->first;
		a.count = j->out.n_drafts;
	}
	s->jobs = j->next;
	s->waiting--;
	if (s->jobs)
		s->start = loop_after(s->w->loop, 0, job_start, s);
	j->fn(j->ctx, &a);
	job_free(j);
}

static void
fail(struct job *j, const struct err *why)
{
	answer(j, why->code == ERR_STORE ? SUBMIT_FAILED : SUBMIT_REFUSED,
		why);
}

static void job_decide(struct job *j);

/* The state was read; on with deciding. */
static void
job_read(void *ctx, const struct err *why)
{
	struct job *j = ctx;

	if (why)
		fail(j, why);
	else if (j->other && !live_ready(j->other))
		live_catch_up(j->other, job_read, j);
	else
		job_decide(j);
}

static void
job_start(void *ctx)
{
	struct submit *s = ctx;
	struct job *j = s->jobs;
	uint32_t into;

	s->start = NULL;
	if (!j->args.row || !submit_may(s->w, j->args.row, &j->err) ||
	    !submit_may_on(j->live, &j->err)) {
		fail(j, &j->err);
		return;
	}
	into = cmd_incident(cmd_option(&j->args, "--into"));
	if ((j->args.row->use & USE_OTHER) && into)
		j->other = live_new(s->w->store, into);
	if (j->fresh)
		j->number = world_next_number(s->w);
	if (!j->fresh && !live_ready(j->live))
		live_catch_up(j->live, job_read, j);
	else
		job_read(j, NULL);
}

void
submit_send(struct submit *s, const struct submit_ask *ask)
{
	struct job *j = mem_new(sizeof(*j));
	struct job **end = &s->jobs;
	char **words;

	j->queue = s;
	j->arena = arena_new(1024);
	j->attempt = arena_new(4096);
	words = arena_alloc(j->arena,
		((size_t)ask->n_words + 1) * sizeof(*words));
	for (int i = 0; i < ask->n_words; i++)
		words[i] = arena_dup(j->arena, ask->words[i]);
	if (!cmd_parse(j->arena, words, ask->n_words, &j->args, &j->err))
		j->args.row = NULL;
	j->fresh = j->args.row && (j->args.row->use & USE_NEW);
	j->number = ask->live ? live_incident(ask->live)->number :
		ask->incident;
	if (!j->fresh)
		j->live = ask->live ? live_keep(ask->live) :
			live_new(s->w->store, j->number);
	if (ask->premise)
		j->premise = *ask->premise;
	j->who = arena_dup(j->arena, ask->who ? ask->who : s->w->who);
	j->let_go = ask->let_go;
	j->scenario = ask->scenario;
	j->when = ask->when;
	j->since = loop_now(s->w->loop);
	j->fn = ask->fn;
	j->ctx = ask->ctx;
	while (*end)
		end = &(*end)->next;
	*end = j;
	if (s->waiting++ == 0)
		s->start = loop_after(s->w->loop, 0, job_start, s);
}

int
submit_waiting(const struct submit *s, int64_t *since)
{
	if (since && s->jobs)
		*since = s->jobs->since;
	return s->waiting;
}

/* ---- the answer of the store --------------------------------------- */

static void
said_done(void *ctx, const struct err *why)
{
	(void)why; /* the entries are there, whether or not they can be read */
	answer(ctx, SUBMIT_DONE, NULL);
}

/* In the log for good; the state with it is what the asker wants to see. */
static void
written(struct job *j, uint32_t first)
{
	j->first = first;
	if (!j->live)
		j->live = live_new(j->queue->w->store, j->number);
	live_catch_up(j->live, said_done, j);
}

static void
lost_race(void *ctx, const struct err *why)
{
	struct job *j = ctx;
	struct live *l = j->other && !j->other_done ? j->other : j->live;
	struct err err;

	if (why) {
		fail(j, why);
	} else if (live_incident(l)->n < j->place || ++j->tries > TRIES_MAX) {
		err_set(&err, ERR_STORE, "entry %u of INC-%u was written by"
			" somebody else and cannot be read: nothing was"
			" written", (unsigned)j->place,
			(unsigned)live_incident(l)->number);
		fail(j, &err);
	} else {
		job_decide(j);
	}
}

/* After a lost reply: whether the place holds our entry, or none. */
static void
place_read(void *ctx, const struct err *why)
{
	struct job *j = ctx;
	struct live *l = j->other && !j->other_done ? j->other : j->live;
	const struct entry *e = incident_entry(live_incident(l), j->place);
	const struct event *ours = l == j->other ? j->out.other :
		j->out.drafts[0];
	struct err err;

	if (why || ++j->tries > TRIES_MAX) {
		err_set(&err, ERR_STORE, "not confirmed: the reply of the"
			" store was lost and entry %u of INC-%u cannot be"
			" read: look at the log before you repeat it",
			(unsigned)j->place, (unsigned)j->number);
		answer(j, SUBMIT_UNKNOWN, &err);
	} else if (!e || memcmp(&e->ev.id, &ours->id, sizeof(ours->id))) {
		if (j->fresh) {
			live_close(j->live);
			j->live = NULL;
			j->number += e != NULL;
		}
		job_decide(j);
	} else if (l == j->other) {
		j->other_done = true;
		job_decide(j);
	} else {
		written(j, j->place);
	}
}

static void
appended(void *ctx, enum store_result result, uint32_t n,
	const struct err *why)
{
	struct job *j = ctx;
	bool other = j->other && !j->other_done;
	struct live *l = other ? j->other : j->live;
	struct err err;

	if (result == STORE_DONE || result == STORE_THERE) {
		if (!other) {
			written(j, n);
			return;
		}
		j->other_done = true;
		job_decide(j);
	} else if (result == STORE_TAKEN && !l) {
		j->number++;
		j->tries++;
		job_decide(j);
	} else if (result == STORE_TAKEN) {
		live_catch_up(l, lost_race, j);
	} else if (result == STORE_UNKNOWN) {
		if (!l)
			l = j->live = live_new(j->queue->w->store, j->number);
		live_catch_up(l, place_read, j);
	} else {
		err = *why;
		err.code = ERR_STORE;
		fail(j, &err);
	}
}

/* ---- deciding ------------------------------------------------------ */

static void
job_append(struct job *j)
{
	bool other = j->out.other && !j->other_done;
	struct live *l = other ? j->other : j->live;
	struct draft_ids none = {.made = false};
	struct draft_set set = {
		.inc = l ? live_incident(l) : NULL,
		.number = other ? j->out.other_incident : j->number,
		.events = other ? &j->out.other : j->out.drafts,
		.n = other ? 1 : j->out.n_drafts,
		.erase = other ? 0 : j->out.erase,
		.ids = other ? &none : &j->ids, .arena = j->attempt,
	};
	struct store_append append;

	draft_append(j->queue->w, &set, &append);
	j->place = append.n;
	store_append(j->queue->w->store, &append, appended, j);
}

/* A scenario's line happened at its own time and is recorded now. */
static void
set_times(const struct job *j, struct event *e)
{
	if (!e || !j->scenario)
		return;
	if (j->queue->w->lived) {
		e->at = j->when;
		return;
	}
	if (e->happened == WHEN_NONE)
		e->happened = j->when;
	e->at = clock_now(&j->queue->w->clock);
}

static void
job_decide(struct job *j)
{
	const struct world *w = j->queue->w;
	struct cmd_env env;
	struct err err;

	if (!submit_may_on(j->live, &err)) {
		fail(j, &err);
		return;
	}
	outcome_release(&j->out);
	arena_reset(j->attempt);
	world_env(w, j->attempt, &env);
	env.who = j->who;
	if (j->fresh)
		env.next_number = j->number;
	if (j->live && live_incident(j->live)->n)
		env.inc = live_incident(j->live);
	if (j->other)
		env.other = live_incident(j->other);
	if (j->scenario)
		env.now = env.ref = j->when;
	if (!j->premise.taken)
		cmd_premise_take(&j->premise, env.inc);
	j->now = env.now;
	if (!cmd_decide(&env, &j->args, &j->premise, &j->out, &err)) {
		fail(j, &err);
		return;
	}
	if (j->out.kind != OUT_EVENTS) {
		answer(j, SUBMIT_DONE, NULL);
		return;
	}
	if (j->let_go)
		submit_let_go(&env, j->live ? live_incident(j->live)->n : 0,
			&j->out);
	for (int i = 0; i < j->out.n_drafts; i++)
		set_times(j, j->out.drafts[i]);
	set_times(j, j->out.other);
	job_append(j);
}
