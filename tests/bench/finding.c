/*
 * finding FIREGROUND STORE LONGER: what a key costs in a timeline, and what
 * a new entry costs on the terminal.
 *
 * STORE has one incident, LONGER one with more entries; both are made by
 * make_incident.  Keys are timed from their typing to the last byte that they
 * bring, those of both stores in turn, so that a busy moment of the machine
 * hits both.  The end is 1 when a target is missed.  STORE is written to.
 */
#include "base/mem.h"
#include "bench/lib/figure.h"
#include "bench/lib/invent.h"
#include "bench/lib/peer.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define QUIET 150      /* ms of silence after which a key has done its work */
#define PATIENCE 20000 /* ms for what should come in 100 */
#define NEWS 100       /* entries whose bytes are averaged */
#define RUNS 11

struct screen_of {
	const char *fireground, *url;
	struct peer p;
};

static void
give_up(const struct peer *p, const char *what)
{
	fprintf(stderr, "finding: %s:\n%.4000s\n", what, p->out ? p->out : "");
	exit(3);
}

static void
begin(struct screen_of *s)
{
	const char *const argv[] = {s->fireground, "--store", s->url, "--as",
		"ana", "-i", "1", NULL};

	peer_start(&s->p, argv);
	if (!peer_await(&s->p, INVENT_LAST, PATIENCE))
		give_up(&s->p, "the dashboard does not open");
	peer_settle(&s->p, QUIET);
}

/* ---- a new entry --------------------------------------------------------- */

/* Writes a note, and waits until the dashboard has shown it. */
static void
note(struct screen_of *s, struct invent *v, int i)
{
	char text[256], word[16];
	const char *const argv[] = {s->fireground, "--store", s->url, "--as",
		"li", "note", text, NULL};
	struct peer p;

	snprintf(text, sizeof(text), "%s %s", invent_word(word, i),
		invent_text(v));
	peer_forget(&s->p);
	peer_start(&p, argv);
	if (!peer_wait(&p))
		give_up(&p, "a note is not written");
	peer_stop(&p);
	if (!peer_await(&s->p, word, PATIENCE))
		give_up(&s->p, "a note is not shown");
	arena_reset(v->a);
}

static bool
news(struct screen_of *s)
{
	struct invent v = {.a = arena_new(0), .seed = 7};
	int64_t bytes;

	begin(s);
	bytes = s->p.bytes;
	for (int i = 0; i < NEWS; i++)
		note(s, &v, i);
	bytes = s->p.bytes - bytes;
	peer_stop(&s->p);
	arena_free(v.a);
	return figure_print(&(struct figure){
		"a new entry on a full timeline, mean of 100",
		(double)bytes / NEWS, "B", NULL, 0, 600});
}

/* ---- keys ---------------------------------------------------------------- */

static const struct task {
	const char *what;
	const char *before; /* typed first, not timed */
	const char *keys;
	const char *after;  /* typed behind it, not timed */
} tasks[] = {
	{"a row up", "", "k", ""},
	{"Home", "", "\033[H", "\033[F"},
	{"End", "\033[H", "\033[F", ""},
	{"search: the first character", "/\025", "e", "\033"},
	{"search: a word that nobody wrote", "/\025", "zyzzyva", "\033"},
	{"search: the hit before", "/vendor", "\033[A", "\033"},
	{"filter on", ":filter can", "\r", ":filter none\r"},
	{"filter off", ":filter can\r", "\033", ""},
};

static void
type(struct screen_of *s, const char *keys)
{
	if (!*keys)
		return;
	peer_type(&s->p, keys);
	peer_settle(&s->p, QUIET);
}

/* How long the keys of a task take, ns. */
static int64_t
run(struct screen_of *s, const struct task *t)
{
	int64_t from;

	type(s, t->before);
	from = peer_now();
	type(s, t->keys);
	from = s->p.last - from;
	type(s, t->after);
	return from;
}

static bool
keys(struct screen_of *s, struct screen_of *longer)
{
	bool ok = true;

	begin(s);
	begin(longer);
	type(s, "5");
	type(longer, "5");
	for (size_t i = 0; i < sizeof(tasks) / sizeof(tasks[0]); i++) {
		struct runs one = {.n = 0}, other = {.n = 0};

		for (int k = -1; k < RUNS; k++) {
			int64_t a = run(s, &tasks[i]);
			int64_t b = run(longer, &tasks[i]);

			if (k < 0)
				continue;
			runs_add(&one, a);
			runs_add(&other, b);
		}
		ok = figure_print(&(struct figure){tasks[i].what,
			runs_ms(&other, 50), "ms", "in the shorter",
			runs_ms(&one, 50), 8}) && ok;
	}
	peer_stop(&s->p);
	peer_stop(&longer->p);
	return ok;
}

int
main(int argc, char **argv)
{
	struct screen_of s = {.fireground = argc == 4 ? argv[1] : NULL};
	struct screen_of longer = s;
	bool ok;

	if (argc != 4) {
		fprintf(stderr, "finding FIREGROUND STORE LONGER\n");
		return 2;
	}
	s.url = argv[2];
	longer.url = argv[3];
	figure_head();
	ok = keys(&s, &longer);
	return news(&s) && ok ? 0 : 1;
}
