/*
 * steps STORE: the steps that opening and writing are made of, inside one
 * process, as plain figures.  STORE is written to: notes are added to INC-1.
 */
#include "base/mem.h"
#include "base/str.h"
#include "bench/lib/figure.h"
#include "bench/lib/peer.h"
#include "loop/loop.h"
#include "model/incident.h"
#include "model/summary.h"
#include "store/store.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define RUNS 21
#define APPENDS 300

struct steps {
	struct loop *loop;
	struct store *store;
	struct incident *inc;
	struct arena *arena; /* of the event being read; reset for each */
	struct hash hash;    /* of the chain as it is checked */
	uint32_t broken;     /* the first place whose hash is wrong, 0: none */
	size_t bytes;
	bool done, failed;
};

typedef void step_fn(void *ctx, const struct store_record *r);

static void
look(void *ctx, const struct store_record *r)
{
	struct steps *s = ctx;

	s->bytes += r->head_len + r->data_len;
}

static void
decode(void *ctx, const struct store_record *r)
{
	struct steps *s = ctx;
	struct event ev;

	event_read(s->arena, r->head, r->data, &ev);
	arena_reset(s->arena);
}

static void
fold(void *ctx, const struct store_record *r)
{
	struct steps *s = ctx;

	incident_apply(s->inc, r->head, r->data, &r->hash);
}

static void
check(void *ctx, const struct store_record *r)
{
	struct steps *s = ctx;

	s->hash = hash_link(&s->hash, &r->salt, r->data, r->data_len, r->head,
		r->head_len);
	if (!s->broken && !hash_same(&s->hash, &r->hash))
		s->broken = r->n;
}

static void
over(void *ctx, const struct err *why)
{
	struct steps *s = ctx;

	s->done = true;
	s->failed = why != NULL;
	if (why)
		fprintf(stderr, "steps: %s\n", why->text);
}

/* The whole incident through @fn, and its fold again if it needs that. */
static void
pass(struct steps *s, step_fn *fn)
{
	struct store_range range = {
		.incident = 1, .record = fn, .done = over, .ctx = s,
	};

	incident_free(s->inc);
	s->inc = incident_new(1);
	memset(&s->hash, 0, sizeof(s->hash));
	s->done = false;
	store_read(s->store, &range);
	loop_until(s->loop, &s->done, -1);
	incident_settle(s->inc);
	if (s->failed || s->broken) {
		fprintf(stderr, "steps: the store cannot be read through, "
			"entry %u\n", (unsigned)s->broken);
		exit(3);
	}
}

static void
passes(struct steps *s, const char *what, step_fn *fn)
{
	struct runs runs = {.n = 0};

	for (int i = -1; i < RUNS; i++) {
		int64_t from = peer_now();

		pass(s, fn);
		if (i >= 0)
			runs_add(&runs, peer_now() - from);
	}
	figure_print(&(struct figure){what, runs_ms(&runs, 50), "ms", NULL, 0,
		0});
}

static void
appended(void *ctx, enum store_result result, uint32_t n,
	const struct err *why)
{
	(void)n;
	over(ctx, result == STORE_DONE ? NULL : why);
}

/* A note at the next place, as it stands in an append. */
static struct event *
note(struct steps *s)
{
	struct event *e = event_draft(s->arena, KIND_NOTE);

	e->incident = 1;
	e->n = s->inc->n + 1;
	e->at = (when_ms)time(NULL) * WHEN_SECOND;
	e->happened = WHEN_NONE;
	e->by = "raj";
	e->via = "raj@bastion1";
	e->id = id_random();
	event_put_text(e, F_NOTE, "p99 of checkout is back to 180 ms");
	return e;
}

/* One append with the summary after it; returns what it took, ns. */
static int64_t
append(struct steps *s, struct runs *in_store)
{
	struct str head = {0}, data = {0}, text = {0};
	struct event *e = note(s);
	int64_t from = peer_now(), asked;
	struct incident *after = incident_with(s->inc, &e, 1);
	struct store_draft d = {.id = e->id, .salt = id_random()};
	struct summary sum;

	event_head(e, &head);
	event_data(e, &data);
	summary_of(after, &sum);
	summary_write(&sum, &text);
	d.head = str_get(&head);
	d.data = str_get(&data);
	s->done = false;
	asked = peer_now();
	store_append(s->store, &(struct store_append){
		.incident = 1, .n = e->n, .count = 1, .drafts = &d,
		.rank = sum.rank, .summary = str_get(&text),
	}, appended, s);
	loop_until(s->loop, &s->done, -1);
	runs_add(in_store, peer_now() - asked);
	s->hash = hash_link(&s->hash, &d.salt, d.data, data.len, d.head,
		head.len);
	incident_apply(s->inc, d.head, d.data, &s->hash);
	from = peer_now() - from;
	incident_free(after);
	str_release(&head);
	str_release(&data);
	str_release(&text);
	arena_reset(s->arena);
	return from;
}

static void
appends(struct steps *s)
{
	struct runs whole = {.n = 0}, in_store = {.n = 0};

	for (int i = 0; i < APPENDS && !s->failed; i++)
		runs_add(&whole, append(s, &in_store));
	if (s->failed)
		exit(3);
	figure_print(&(struct figure){"append, in the store, median",
		runs_ms(&in_store, 50), "ms", NULL, 0, 0});
	figure_print(&(struct figure){"append, in the store, 99 of 100",
		runs_ms(&in_store, 99), "ms", NULL, 0, 0});
	figure_print(&(struct figure){"append with fold and summary, median",
		runs_ms(&whole, 50), "ms", NULL, 0, 0});
}

int
main(int argc, char **argv)
{
	struct steps s = {.arena = arena_new(0)};
	struct err err;

	if (argc != 2 || !hash_init()) {
		fprintf(stderr, "steps STORE\n");
		return 2;
	}
	s.loop = loop_new();
	s.store = store_open(s.loop, argv[1],
		&(struct store_options){.must_exist = true}, &err);
	if (!s.store) {
		fprintf(stderr, "steps: %s\n", err.text);
		return 3;
	}
	passes(&s, "read every entry", look);
	passes(&s, "read and decode", decode);
	passes(&s, "read and check the chain", check);
	passes(&s, "catch up: read, decode and fold", fold);
	s.hash = s.inc->hash;
	printf("%-44s %8u\n", "entries", (unsigned)s.inc->n);
	figure_print(&(struct figure){"arena of the incident",
		(double)arena_size(s.inc->arena) / 1048576, "MiB", NULL, 0,
		0});
	appends(&s);
	incident_free(s.inc);
	arena_free(s.arena);
	store_close(s.store);
	loop_free(s.loop);
	return 0;
}
