/*
 * make_incident STORE ENTRIES [INCIDENTS]: a store with one long incident,
 * INC-1, that is still live and whose last entry is of this minute; or with so
 * many of them, each as long.
 */
#include "base/mem.h"
#include "base/str.h"
#include "bench/lib/invent.h"
#include "loop/loop.h"
#include "model/summary.h"
#include "store/store.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define SEED UINT64_C(0x9e3779b97f4a7c15)
#define SPAN (40 * WHEN_HOUR) /* that the incident takes */
#define SLACK (30 * WHEN_MINUTE) /* the steps are of random length */

struct maker {
	struct loop *loop;
	struct store *store;
	struct incident *inc;
	struct invent invent;
	struct hash hash; /* of the last entry */
	/* One append: */
	struct str head[STORE_APPEND_MAX], data[STORE_APPEND_MAX];
	struct store_draft drafts[STORE_APPEND_MAX];
	int count;
	bool answered, failed;
};

static void
appended(void *ctx, enum store_result result, uint32_t n,
	const struct err *why)
{
	struct maker *m = ctx;

	(void)n;
	m->answered = true;
	m->failed = result != STORE_DONE;
	if (m->failed)
		fprintf(stderr, "make_incident: %s\n", why->text);
}

/* Writes what has been gathered, with the summary after it. */
static bool
flush(struct maker *m)
{
	struct store_append a = {
		.incident = m->inc->number,
		.n = m->inc->n - (uint32_t)m->count + 1,
		.count = m->count, .drafts = m->drafts,
	};
	struct str text = {0};
	struct summary sum;

	summary_of(m->inc, &sum);
	summary_write(&sum, &text);
	a.rank = sum.rank;
	a.summary = str_get(&text);
	for (int i = 0; i < m->count; i++) {
		m->drafts[i].head = str_get(&m->head[i]);
		m->drafts[i].data = str_get(&m->data[i]);
	}
	m->answered = false;
	store_append(m->store, &a, appended, m);
	loop_until(m->loop, &m->answered, -1);
	str_release(&text);
	m->count = 0;
	return !m->failed;
}

/* One entry more, into the state and into the next append. */
static void
add(struct maker *m)
{
	struct event *e = invent_next(&m->invent);
	struct str *head = &m->head[m->count], *data = &m->data[m->count];
	struct store_draft *d = &m->drafts[m->count++];

	e->id = d->id = id_random();
	d->salt = id_random();
	str_cut(head, 0);
	str_cut(data, 0);
	event_head(e, head);
	event_data(e, data);
	m->hash = hash_link(&m->hash, &d->salt, str_get(data), data->len,
		str_get(head), head->len);
	incident_apply(m->inc, str_get(head), str_get(data), &m->hash);
	incident_settle(m->inc);
	arena_reset(m->invent.a);
}

static bool
make(struct maker *m, uint32_t total)
{
	m->invent = (struct invent){
		.a = arena_new(0), .inc = m->inc, .seed = SEED,
		.total = total, .step = SPAN / total,
		.now = (when_ms)time(NULL) * WHEN_SECOND - SPAN - SLACK,
	};
	while (m->inc->n < total) {
		add(m);
		if ((m->count == STORE_APPEND_MAX || m->inc->n == total) &&
		    !flush(m))
			return false;
	}
	return true;
}

/* Incident @number, from nothing. */
static bool
make_one(struct maker *m, uint32_t number, uint32_t total)
{
	bool ok;

	m->inc = incident_new(number);
	memset(&m->hash, 0, sizeof(m->hash));
	ok = make(m, total);
	arena_free(m->invent.a);
	incident_free(m->inc);
	return ok;
}

int
main(int argc, char **argv)
{
	struct maker m = {0};
	struct err err;
	int total = argc > 2 ? (int)strtol(argv[2], NULL, 10) : 0;
	int many = argc > 3 ? (int)strtol(argv[3], NULL, 10) : 1;
	bool ok = true;

	if (argc < 3 || argc > 4 || total < 100 || total > 1000000 ||
	    many < 1 || many > 10000 || !hash_init()) {
		fprintf(stderr, "make_incident STORE ENTRIES (100 or more)"
			" [INCIDENTS]\n");
		return 2;
	}
	m.loop = loop_new();
	m.store = store_open(m.loop, argv[1], NULL, &err);
	if (!m.store) {
		fprintf(stderr, "make_incident: %s\n", err.text);
		return 3;
	}
	for (int i = 1; ok && i <= many; i++)
		ok = make_one(&m, (uint32_t)i, (uint32_t)total);
	for (int i = 0; i < STORE_APPEND_MAX; i++) {
		str_release(&m.head[i]);
		str_release(&m.data[i]);
	}
	store_close(m.store);
	loop_free(m.loop);
	return ok ? 0 : 3;
}
