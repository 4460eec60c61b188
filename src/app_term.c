#include "app_term.h"

#include "base/mem.h"
#include "loop/loop.h"
#include "ui/term.h"

#include <stdlib.h>

struct app_term {
	struct loop *loop;
	struct term *term;
	struct loop_fd *watch;    /* NULL while the terminal is opened */
	struct loop_timer *timer; /* NULL when none runs */
	short events;
};

static void
app_term_on_ready(void *ctx, int fd, short revents)
{
	struct app_term *a = ctx;

	(void)fd;
	term_input(a->term, revents);
}

static void
app_term_on_time(void *ctx)
{
	struct app_term *a = ctx;

	a->timer = NULL;
	term_timeout(a->term);
}

static void
app_term_on_signal(void *ctx, int signo)
{
	struct app_term *a = ctx;

	if (a->term)
		term_signal(a->term, signo);
}

/* After the terminal was closed, a signal that is late has no effect. */
static void
app_term_no_signal(void *ctx, int signo)
{
	(void)ctx;
	(void)signo;
}

static void
app_term_on_want(void *ctx, short events, int ms)
{
	struct app_term *a = ctx;

	a->events = events;
	if (a->watch)
		loop_fd_events(a->watch, events);
	loop_timer_stop(a->timer);
	a->timer = ms < 0 ? NULL :
		loop_after(a->loop, ms, app_term_on_time, a);
}

struct app_term *
app_term_open(struct loop *loop, const struct term_options *options,
	struct err *err)
{
	struct app_term *a = mem_new(sizeof(*a));
	struct term_options own = *options;
	int signo;

	a->loop = loop;
	own.on_want = app_term_on_want;
	own.want_ctx = a;
	for (int i = 0; (signo = term_signal_at(i)); i++)
		loop_signal(loop, signo, app_term_on_signal, a);
	a->term = term_open(&own, err);
	if (!a->term) {
		app_term_close(a);
		return NULL;
	}
	a->watch = loop_fd_watch(loop, term_fd(a->term), a->events,
		app_term_on_ready, a);
	return a;
}

struct term *
app_term_get(const struct app_term *a)
{
	return a->term;
}

void
app_term_close(struct app_term *a)
{
	int signo;

	if (!a)
		return;
	loop_fd_stop(a->watch);
	a->watch = NULL;
	term_close(a->term);
	loop_timer_stop(a->timer);
	for (int i = 0; (signo = term_signal_at(i)); i++)
		loop_signal(a->loop, signo, app_term_no_signal, NULL);
	free(a);
}
