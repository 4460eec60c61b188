#include "loop/loop.h"

#include "base/mem.h"
#include "loop/loop_signal.h"

#include <limits.h>
#include <poll.h>
#include <stdlib.h>
#include <time.h>

struct loop_fd {
	struct loop *loop;
	int fd;
	short events;
	bool dead; /* stopped during a turn; freed when the turn is over */
	loop_fd_fn *fn;
	void *ctx;
};

struct loop_timer {
	struct loop *loop;
	struct loop_timer *prev, *next; /* by due, then by age */
	int64_t due;
	uint64_t turn; /* in which it was asked for: it runs in a later one */
	loop_fn *fn;
	void *ctx;
};

struct loop {
	int64_t now;
	uint64_t turn;
	bool turning;
	struct loop_fd **fds;
	size_t fds_n, fds_cap;
	struct pollfd *polls; /* of this turn; [i + 1] belongs to fds[i] */
	size_t polls_cap;
	struct loop_timer *first, *last;
	struct loop_signals *signals;
	bool has_signals;
};

static int64_t
clock_read(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

struct loop *
loop_new(void)
{
	struct loop *l = mem_new(sizeof(*l));

	l->now = clock_read();
	l->signals = loop_signals_new();
	return l;
}

void
loop_free(struct loop *l)
{
	if (!l)
		return;
	loop_signals_free(l->signals);
	while (l->first)
		loop_timer_stop(l->first);
	for (size_t i = 0; i < l->fds_n; i++)
		free(l->fds[i]);
	free(l->fds);
	free(l->polls);
	free(l);
}

int64_t
loop_now(const struct loop *l)
{
	return l->now;
}

struct loop_fd *
loop_fd_watch(struct loop *l, int fd, short events, loop_fd_fn *fn, void *ctx)
{
	struct loop_fd *w = mem_new(sizeof(*w));

	w->loop = l;
	w->fd = fd;
	w->events = events;
	w->fn = fn;
	w->ctx = ctx;
	if (l->fds_n == l->fds_cap) {
		l->fds_cap = l->fds_cap ? 2 * l->fds_cap : 8;
		l->fds = mem_grow(l->fds, l->fds_cap, sizeof(*l->fds));
	}
	l->fds[l->fds_n++] = w;
	return w;
}

void
loop_fd_events(struct loop_fd *w, short events)
{
	w->events = events;
}

/* Frees the watches that were stopped, keeping the order of the others. */
static void
fds_sweep(struct loop *l)
{
	size_t kept = 0;

	for (size_t i = 0; i < l->fds_n; i++) {
		if (l->fds[i]->dead)
			free(l->fds[i]);
		else
			l->fds[kept++] = l->fds[i];
	}
	l->fds_n = kept;
}

void
loop_fd_stop(struct loop_fd *w)
{
	if (!w)
		return;
	w->dead = true;
	if (!w->loop->turning)
		fds_sweep(w->loop);
}

struct loop_timer *
loop_after(struct loop *l, int64_t ms, loop_fn *fn, void *ctx)
{
	struct loop_timer *t = mem_new(sizeof(*t));
	struct loop_timer *before = l->last;

	t->loop = l;
	t->due = l->now + (ms > 0 ? ms : 0);
	t->turn = l->turn;
	t->fn = fn;
	t->ctx = ctx;

	/* New timers are mostly the latest, so the search starts at the end. */
	while (before && before->due > t->due)
		before = before->prev;
	t->prev = before;
	t->next = before ? before->next : l->first;
	if (t->prev)
		t->prev->next = t;
	else
		l->first = t;
	if (t->next)
		t->next->prev = t;
	else
		l->last = t;
	return t;
}

void
loop_timer_stop(struct loop_timer *t)
{
	if (!t)
		return;
	if (t->prev)
		t->prev->next = t->next;
	else
		t->loop->first = t->next;
	if (t->next)
		t->next->prev = t->prev;
	else
		t->loop->last = t->prev;
	free(t);
}

void
loop_signal(struct loop *l, int signo, loop_signal_fn *fn, void *ctx)
{
	loop_signals_add(l->signals, signo, fn, ctx);
	l->has_signals = true;
}

/* Milliseconds to sleep: until the first timer, at most @max_ms. */
static int
wait_length(const struct loop *l, int64_t max_ms)
{
	int64_t wait = max_ms;

	if (l->first) {
		int64_t left = l->first->due - clock_read();

		if (left < 0)
			left = 0;
		if (wait < 0 || left < wait)
			wait = left;
	}
	if (wait < 0)
		return -1;
	return wait > INT_MAX ? INT_MAX : (int)wait;
}

/* Fills l->polls for this turn; a paused watch gets no descriptor. */
static void
polls_fill(struct loop *l)
{
	if (l->polls_cap < l->fds_n + 1) {
		l->polls_cap = l->fds_cap + 1;
		l->polls = mem_grow(l->polls, l->polls_cap, sizeof(*l->polls));
	}
	l->polls[0] = (struct pollfd){.fd = -1, .events = POLLIN};
	if (l->has_signals)
		l->polls[0].fd = loop_signals_fd(l->signals);
	for (size_t i = 0; i < l->fds_n; i++) {
		const struct loop_fd *w = l->fds[i];

		l->polls[i + 1] = (struct pollfd){
			.fd = w->events ? w->fd : -1,
			.events = w->events,
		};
	}
}

static void
fds_run(struct loop *l, size_t polled)
{
	const short always = POLLERR | POLLHUP | POLLNVAL;

	for (size_t i = 0; i < polled; i++) {
		struct loop_fd *w = l->fds[i];
		short got = l->polls[i + 1].revents;

		/* An earlier callback may have stopped or paused this one. */
		if (w->dead || !w->events)
			continue;
		got &= (short)(w->events | always);
		if (got)
			w->fn(w->ctx, w->fd, got);
	}
}

/*
 * Runs what is due, but nothing that was asked for in this turn: a timer that
 * sets itself again with 0 must not keep the descriptors waiting.
 */
static void
timers_run(struct loop *l)
{
	for (;;) {
		struct loop_timer *t = l->first;
		loop_fn *fn;
		void *ctx;

		while (t && t->due <= l->now && t->turn == l->turn)
			t = t->next;
		if (!t || t->due > l->now)
			return;
		fn = t->fn;
		ctx = t->ctx;
		loop_timer_stop(t);
		fn(ctx);
	}
}

void
loop_turn(struct loop *l, int64_t max_ms)
{
	size_t polled = l->fds_n;
	int ready;

	polls_fill(l);
	ready = poll(l->polls, polled + 1, wait_length(l, max_ms));
	l->now = clock_read();
	l->turn++;
	l->turning = true;
	if (l->has_signals)
		loop_signals_run(l->signals);
	if (ready > 0)
		fds_run(l, polled);
	timers_run(l);
	l->turning = false;
	fds_sweep(l);
}

bool
loop_until(struct loop *l, const bool *done, int64_t limit_ms)
{
	int64_t end = clock_read() + limit_ms;

	while (!*done) {
		int64_t left = -1;

		if (limit_ms >= 0) {
			left = end - clock_read();
			if (left <= 0)
				break;
		}
		loop_turn(l, left);
	}
	return *done;
}
