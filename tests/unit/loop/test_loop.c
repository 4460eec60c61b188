#include "loop/loop.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/time.h>
#include <unistd.h>

#define LIMIT_MS 10000

struct ear {
	struct loop *loop;
	char order[32]; /* which callbacks came, a letter each */
	bool done;
	int count;
	struct loop_fd *fd, *other;
	struct loop_timer *timer;
	int pipe[2];
};

static void
ear_note(struct ear *e, char what)
{
	size_t n = strlen(e->order);

	if (n + 1 < sizeof(e->order))
		e->order[n] = what;
}

static void
ear_open(struct ear *e)
{
	memset(e, 0, sizeof(*e));
	e->loop = loop_new();
	assert_int_equal(pipe2(e->pipe, O_CLOEXEC | O_NONBLOCK), 0);
}

static void
ear_close(struct ear *e)
{
	loop_free(e->loop);
	close(e->pipe[0]);
	if (e->pipe[1] >= 0)
		close(e->pipe[1]);
}

static void
on_a(void *ctx)
{
	ear_note(ctx, 'a');
}

static void
on_b(void *ctx)
{
	ear_note(ctx, 'b');
}

static void
on_done(void *ctx)
{
	struct ear *e = ctx;

	ear_note(e, '.');
	e->done = true;
}

static void
on_fd(void *ctx, int fd, short revents)
{
	struct ear *e = ctx;
	char byte;

	(void)revents;
	if (read(fd, &byte, 1) == 1)
		ear_note(e, 'f');
}

static void
on_hangup(void *ctx, int fd, short revents)
{
	struct ear *e = ctx;

	(void)fd;
	if (revents & POLLHUP)
		ear_note(e, 'h');
	loop_fd_stop(e->fd);
	e->fd = NULL;
	e->done = true;
}

static void
on_signal(void *ctx, int signo)
{
	struct ear *e = ctx;

	ear_note(e, signo == SIGUSR1 ? 's' : 't');
	e->count++;
}

static void
test_timers_run_by_due_time_then_age(void **state)
{
	struct ear e;

	(void)state;
	ear_open(&e);
	loop_after(e.loop, 3, on_done, &e);
	loop_after(e.loop, 2, on_b, &e);
	loop_after(e.loop, 1, on_a, &e);
	loop_after(e.loop, 2, on_a, &e);
	loop_after(e.loop, -5, on_b, &e);
	assert_string_equal(e.order, "");
	assert_true(loop_until(e.loop, &e.done, LIMIT_MS));
	assert_string_equal(e.order, "baba.");
	ear_close(&e);
}

static void
on_again(void *ctx)
{
	struct ear *e = ctx;

	ear_note(e, 'a');
	e->timer = loop_after(e->loop, 0, on_again, e);
}

static void
test_what_a_timer_asks_for_comes_later(void **state)
{
	struct ear e;

	(void)state;
	ear_open(&e);
	loop_after(e.loop, 0, on_again, &e);
	loop_turn(e.loop, 0);
	assert_string_equal(e.order, "a");
	loop_turn(e.loop, -1);
	assert_string_equal(e.order, "aa");
	ear_close(&e);
}

static void
on_stops_other(void *ctx)
{
	struct ear *e = ctx;

	ear_note(e, 'x');
	loop_timer_stop(e->timer);
	e->done = true;
}

static void
test_a_timer_stopped_by_another_does_not_run(void **state)
{
	struct ear e;

	(void)state;
	ear_open(&e);
	loop_after(e.loop, 0, on_stops_other, &e);
	e.timer = loop_after(e.loop, 0, on_b, &e);
	loop_timer_stop(NULL);
	assert_true(loop_until(e.loop, &e.done, LIMIT_MS));
	loop_turn(e.loop, 0);
	assert_string_equal(e.order, "x");
	ear_close(&e);
}

static void
test_signals_then_descriptors_then_timers(void **state)
{
	struct ear e;

	(void)state;
	ear_open(&e);
	loop_after(e.loop, 0, on_done, &e);
	loop_fd_watch(e.loop, e.pipe[0], POLLIN, on_fd, &e);
	loop_signal(e.loop, SIGUSR1, on_signal, &e);
	assert_int_equal(write(e.pipe[1], "x", 1), 1);
	raise(SIGUSR1);
	assert_string_equal(e.order, "");
	loop_turn(e.loop, -1);
	assert_string_equal(e.order, "sf.");
	ear_close(&e);
}

static void
test_many_signals_of_a_kind_are_told_once_a_turn(void **state)
{
	struct ear e;

	(void)state;
	ear_open(&e);
	loop_signal(e.loop, SIGUSR1, on_signal, &e);
	loop_signal(e.loop, SIGUSR2, on_signal, &e);
	for (int i = 0; i < 1000; i++)
		raise(SIGUSR1);
	raise(SIGUSR2);
	loop_turn(e.loop, -1);
	assert_int_equal(e.count, 2);
	loop_turn(e.loop, 0);
	assert_int_equal(e.count, 2);
	ear_close(&e);
}

static void
test_a_flood_of_signals_is_survived(void **state)
{
	struct ear e;

	(void)state;
	ear_open(&e);
	loop_signal(e.loop, SIGUSR1, on_signal, &e);
	for (int i = 0; i < 70000; i++)
		raise(SIGUSR1);
	loop_turn(e.loop, -1);
	assert_int_equal(e.count, 1);
	ear_close(&e);
}

static void
test_old_signal_actions_are_back_afterwards(void **state)
{
	const struct sigaction ignore = {.sa_handler = SIG_IGN};
	const struct sigaction standard = {.sa_handler = SIG_DFL};
	struct sigaction now;
	struct ear e;

	(void)state;
	sigaction(SIGUSR1, &ignore, NULL);
	for (int i = 0; i < 2; i++) {
		ear_open(&e);
		loop_signal(e.loop, SIGUSR1, on_signal, &e);
		loop_signal(e.loop, SIGUSR1, on_signal, &e);
		raise(SIGUSR1);
		loop_turn(e.loop, -1);
		assert_string_equal(e.order, "s");
		ear_close(&e);
		sigaction(SIGUSR1, NULL, &now);
		assert_true(now.sa_handler == SIG_IGN);
	}
	sigaction(SIGUSR1, &standard, NULL);
}

static void
test_a_signal_interrupts_the_wait(void **state)
{
	const struct itimerval soon = {.it_value = {.tv_usec = 5000}};
	struct ear e;

	(void)state;
	ear_open(&e);
	loop_signal(e.loop, SIGALRM, on_signal, &e);
	assert_int_equal(setitimer(ITIMER_REAL, &soon, NULL), 0);
	loop_turn(e.loop, -1);
	if (!e.count)
		loop_turn(e.loop, -1);
	assert_string_equal(e.order, "t");
	ear_close(&e);
}

static void
test_a_paused_watch_is_silent_until_resumed(void **state)
{
	struct ear e;
	struct loop_fd *w;

	(void)state;
	ear_open(&e);
	w = loop_fd_watch(e.loop, e.pipe[0], POLLIN, on_fd, &e);
	loop_fd_events(w, 0);
	assert_int_equal(write(e.pipe[1], "x", 1), 1);
	loop_turn(e.loop, 0);
	assert_string_equal(e.order, "");
	loop_fd_events(w, POLLIN);
	loop_turn(e.loop, -1);
	assert_string_equal(e.order, "f");
	loop_fd_stop(w);
	loop_fd_stop(NULL);
	ear_close(&e);
}

static void
test_a_watch_told_of_a_hang_up_may_stop(void **state)
{
	struct ear e;

	(void)state;
	ear_open(&e);
	e.fd = loop_fd_watch(e.loop, e.pipe[0], POLLIN, on_hangup, &e);
	close(e.pipe[1]);
	e.pipe[1] = -1;
	assert_true(loop_until(e.loop, &e.done, LIMIT_MS));
	loop_turn(e.loop, 0);
	assert_string_equal(e.order, "h");
	ear_close(&e);
}

static void
on_fd_stops_other(void *ctx, int fd, short revents)
{
	struct ear *e = ctx;

	(void)fd;
	(void)revents;
	ear_note(e, 'k');
	loop_fd_stop(e->other);
	loop_fd_stop(e->fd);
	/* A new watch on the same descriptor is asked from the next turn on. */
	loop_fd_watch(e->loop, fd, POLLIN, on_fd, e);
	e->done = true;
}

static void
test_a_watch_stopped_by_another_is_not_called(void **state)
{
	struct ear e;

	(void)state;
	ear_open(&e);
	e.fd = loop_fd_watch(e.loop, e.pipe[0], POLLIN, on_fd_stops_other, &e);
	e.other = loop_fd_watch(e.loop, e.pipe[0], POLLIN, on_fd, &e);
	assert_int_equal(write(e.pipe[1], "x", 1), 1);
	assert_true(loop_until(e.loop, &e.done, LIMIT_MS));
	assert_string_equal(e.order, "k");
	loop_turn(e.loop, -1);
	assert_string_equal(e.order, "kf");
	ear_close(&e);
}

static void
test_until_gives_up_and_leaves_the_rest_alone(void **state)
{
	struct ear e;
	int64_t began;

	(void)state;
	ear_open(&e);
	began = loop_now(e.loop);
	loop_after(e.loop, 60000, on_a, &e);
	loop_fd_watch(e.loop, e.pipe[0], POLLIN, on_fd, &e);
	assert_false(loop_until(e.loop, &e.done, 5));
	assert_true(loop_now(e.loop) - began >= 4);
	e.done = true;
	assert_true(loop_until(e.loop, &e.done, 0));
	ear_close(&e);
	loop_free(NULL);
	assert_string_equal(e.order, "");
}

static void
test_a_timer_never_comes_before_its_time(void **state)
{
	struct ear e;
	int64_t began;

	(void)state;
	ear_open(&e);
	began = loop_now(e.loop);
	loop_after(e.loop, 25, on_done, &e);
	assert_true(loop_until(e.loop, &e.done, LIMIT_MS));
	assert_true(loop_now(e.loop) - began >= 25);
	ear_close(&e);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_timers_run_by_due_time_then_age),
		cmocka_unit_test(test_what_a_timer_asks_for_comes_later),
		cmocka_unit_test(test_a_timer_stopped_by_another_does_not_run),
		cmocka_unit_test(test_signals_then_descriptors_then_timers),
		cmocka_unit_test(test_many_signals_of_a_kind_are_told_once_a_turn),
		cmocka_unit_test(test_a_flood_of_signals_is_survived),
		cmocka_unit_test(test_old_signal_actions_are_back_afterwards),
		cmocka_unit_test(test_a_signal_interrupts_the_wait),
		cmocka_unit_test(test_a_paused_watch_is_silent_until_resumed),
		cmocka_unit_test(test_a_watch_told_of_a_hang_up_may_stop),
		cmocka_unit_test(test_a_watch_stopped_by_another_is_not_called),
		cmocka_unit_test(test_until_gives_up_and_leaves_the_rest_alone),
		cmocka_unit_test(test_a_timer_never_comes_before_its_time),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
