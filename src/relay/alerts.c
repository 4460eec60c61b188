#include "relay/alerts.h"

#include "base/mem.h"
#include "relay/alerts_read.h"

#include <stdlib.h>
#include <string.h>

/* An occurrence, and which members have it. */
struct seen {
	struct alert alert;
	struct arena *a;   /* its texts */
	uint32_t members;  /* bit: had it in its last good answer */
	uint32_t clusters; /* bit: a member of it had it once */
	int64_t mono;      /* the last time that one had it */
};

struct member {
	int cluster;
	char *label;       /* of its Watchdog */
	bool alive;        /* its last answer was good, Watchdog and all */
	int64_t watchdog;  /* when it last had its Watchdog; -1: never */
};

struct alerts {
	struct seen *v;
	int n, cap;
	struct alert *list; /* what was handed out */
	struct member members[ALERTS_MEMBERS];
	int n_members;
	int64_t began;      /* the first answer, -1: none yet */
};

struct alerts *
alerts_new(void)
{
	struct alerts *a = mem_new(sizeof(*a));

	a->began = -1;
	return a;
}

int
alerts_member(struct alerts *a, int cluster, const char *watchdog)
{
	struct member *m = &a->members[a->n_members];

	if (a->n_members == ALERTS_MEMBERS)
		return -1;
	m->cluster = cluster;
	m->label = mem_dup(watchdog);
	m->watchdog = -1;
	return a->n_members++;
}

void
alerts_free(struct alerts *a)
{
	if (!a)
		return;
	for (int i = 0; i < a->n; i++)
		arena_free(a->v[i].a);
	free(a->v);
	free(a->list);
	for (int i = 0; i < a->n_members; i++)
		free(a->members[i].label);
	free(a);
}

static struct seen *
find(const struct alerts *a, const char *key)
{
	for (int i = 0; i < a->n; i++)
		if (!strcmp(a->v[i].alert.key, key))
			return &a->v[i];
	return NULL;
}

const struct alert *
alerts_find(const struct alerts *a, const char *key)
{
	const struct seen *s = find(a, key);

	return s ? &s->alert : NULL;
}

/* Its texts are of the last answer: annotations change all the time. */
static void
keep(struct seen *s, const struct alert *from)
{
	struct arena *a = arena_new(512);

	s->alert = *from;
	s->alert.name = arena_dup(a, from->name);
	s->alert.severity = arena_dup(a, from->severity);
	s->alert.service = arena_dup(a, from->service);
	s->alert.summary = arena_dup(a, from->summary);
	s->alert.labels = arena_dup(a, from->labels);
	s->alert.runbook = arena_dup(a, from->runbook);
	arena_free(s->a);
	s->a = a;
}

static struct seen *
room(struct alerts *a)
{
	if (a->n == a->cap) {
		a->cap = a->cap ? 2 * a->cap : 16;
		a->v = mem_grow(a->v, (size_t)a->cap, sizeof(*a->v));
	}
	memset(&a->v[a->n], 0, sizeof(*a->v));
	return &a->v[a->n++];
}

/* Of several members that have it the most important state counts. */
static void
merge(struct alerts *a, int m, const struct alert *got,
	const struct alerts_time *at)
{
	struct seen *s = find(a, got->key);
	enum alert_state state = got->state;

	if (!s)
		s = room(a);
	else if (s->members & ~(UINT32_C(1) << m) && s->alert.state > state)
		state = s->alert.state;
	keep(s, got);
	s->alert.state = state;
	s->alert.seen = at->now;
	s->members |= UINT32_C(1) << m;
	s->clusters |= UINT32_C(1) << a->members[m].cluster;
	s->mono = at->mono;
}

static void
take_all(struct alerts *a, int m, const struct tree_node *root,
	const struct alerts_time *at)
{
	struct arena *texts = arena_new(0);
	struct alert got;

	for (const struct tree_node *n = tree_first(root); n;
	    n = tree_next(n)) {
		arena_reset(texts);
		if (alert_matches(n, a->members[m].label)) {
			a->members[m].watchdog = at->mono;
			a->members[m].alive = true;
		} else if (alert_read(n, texts, &got)) {
			merge(a, m, &got, at);
		}
	}
	arena_free(texts);
}

bool
alerts_take(struct alerts *a, int m, const char *body, size_t len,
	const struct alerts_time *at, struct err *err)
{
	struct tree *t = tree_read(body, len);
	bool ok = len && *body == '[' && t;

	a->members[m].alive = false;
	if (a->began < 0)
		a->began = at->mono;
	if (ok) {
		for (int i = 0; i < a->n; i++)
			a->v[i].members &= ~(UINT32_C(1) << m);
		take_all(a, m, tree_root(t), at);
	}
	tree_free(t);
	return ok || err_set(err, ERR_STORE, "that is not an Alertmanager's"
		" list of alerts");
}

/* Of one that no member has: whether one that could have it is alive. */
static bool
denied(const struct alerts *a, const struct seen *s)
{
	for (int m = 0; m < a->n_members; m++)
		if (s->clusters & (UINT32_C(1) << a->members[m].cluster) &&
		    a->members[m].alive)
			return true;
	return false;
}

void
alerts_sweep(struct alerts *a, int64_t mono)
{
	int kept = 0;

	for (int i = 0; i < a->n; i++) {
		struct seen *s = &a->v[i];
		bool absent = !s->members;
		bool sure = absent && denied(a, s);

		if (sure && mono - s->mono >= ALERTS_GONE_MS) {
			arena_free(s->a);
			continue;
		}
		s->alert.unsure = absent && !sure;
		a->v[kept++] = *s;
	}
	a->n = kept;
}

static int
by_rank(const void *x, const void *y)
{
	const struct alert *a = x, *b = y;

	if ((a->state == ALERT_SUPPRESSED) != (b->state == ALERT_SUPPRESSED))
		return a->state == ALERT_SUPPRESSED ? 1 : -1;
	if (a->starts != b->starts)
		return a->starts < b->starts ? -1 : 1;
	return strcmp(a->key, b->key);
}

const struct alert *
alerts_list(struct alerts *a, int *n)
{
	a->list = mem_grow(a->list, (size_t)a->n + 1, sizeof(*a->list));
	for (int i = 0; i < a->n; i++) {
		a->list[i] = a->v[i].alert;
		a->list[i].members = __builtin_popcount(a->v[i].members);
	}
	qsort(a->list, (size_t)a->n, sizeof(*a->list), by_rank);
	*n = a->n;
	return a->list;
}

bool
alerts_silent(const struct alerts *a, int64_t mono)
{
	if (a->began < 0 || mono - a->began < ALERTS_GONE_MS)
		return false;
	for (int m = 0; m < a->n_members; m++)
		if (a->members[m].watchdog >= 0 &&
		    mono - a->members[m].watchdog < ALERTS_GONE_MS)
			return false;
	return true;
}
