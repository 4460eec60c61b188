/*
 * The event loop: descriptors, timers and signals in one poll(2).
 *
 * A turn waits until the next timer or descriptor, runs what is ready in the
 * order signals, descriptors, timers, then returns.  Callbacks run from
 * loop_turn() alone, never inside the call that asked for them.  Everything
 * may be stopped from inside any callback; what a callback asks for comes in
 * a later turn.
 */
#ifndef FG_LOOP_LOOP_H
#define FG_LOOP_LOOP_H

#include <stdbool.h>
#include <stdint.h>

struct loop;
struct loop_fd;
struct loop_timer;

typedef void loop_fn(void *ctx);
typedef void loop_fd_fn(void *ctx, int fd, short revents);
typedef void loop_signal_fn(void *ctx, int signo);

/**
 * A new loop; freed by loop_free(), with the watches and timers left in it,
 * not called from a callback.  loop_free(NULL) is fine.
 */
struct loop *loop_new(void);
void loop_free(struct loop *l);

/**
 * Monotonic milliseconds, read once a turn, after the wait (and by
 * loop_new()).
 */
int64_t loop_now(const struct loop *l);

/**
 * Watches @fd for @events (POLLIN ...); @fd is borrowed.  @fn gets what
 * poll(2) found, POLLHUP, POLLERR and POLLNVAL included.  loop_fd_events()
 * changes @events; 0 pauses the watch wholly, a hang-up included.
 * loop_fd_stop() ends it and frees @w; NULL is fine.
 */
struct loop_fd *loop_fd_watch(struct loop *l, int fd, short events,
	loop_fd_fn *fn, void *ctx);
void loop_fd_events(struct loop_fd *w, short events);
void loop_fd_stop(struct loop_fd *w);

/**
 * Calls @fn once, @ms from loop_now() (0 or less: in the next turn), timers
 * of the same instant in the order they were asked for.  loop_timer_stop()
 * takes it back; a timer that runs or has run is gone, its pointer must not
 * be used.  NULL is fine.
 */
struct loop_timer *loop_after(struct loop *l, int64_t ms, loop_fn *fn,
	void *ctx);
void loop_timer_stop(struct loop_timer *t);

/**
 * Delivers @signo to @fn from the loop (self-pipe), many at once as one; a
 * second call for the same @signo replaces the first.  One loop a process may
 * do that at a time.  loop_free() puts back what was there before.
 */
void loop_signal(struct loop *l, int signo, loop_signal_fn *fn, void *ctx);

/**
 * One turn, waiting at most @max_ms (-1: until something happens).  Not to
 * be called from a callback of the same loop.
 */
void loop_turn(struct loop *l, int64_t max_ms);

/**
 * Turns until *@done is true or @limit_ms have passed (-1: for ever);
 * returns *@done.
 */
bool loop_until(struct loop *l, const bool *done, int64_t limit_ms);

#endif
