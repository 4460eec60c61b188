#include "ui/term_self.h"

#include "base/key.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <unistd.h>

enum {
	TERM_READ = 16384, /* bytes read at a time */
	TERM_READS = 16,   /* times in one turn */
};

int
term_signal_at(int i)
{
	static const int signals[] = {
		SIGINT, SIGTERM, SIGHUP, SIGWINCH, SIGTSTP, SIGCONT,
	};

	return i >= 0 && i < (int)(sizeof(signals) / sizeof(signals[0])) ?
		signals[i] : 0;
}

static void
term_hang_up(struct term *t)
{
	if (t->gone)
		return;
	t->gone = true;
	term_out_clear(&t->out);
	term_want(t);
	t->options.on_end(t->options.ctx, SIGHUP);
}

/* A frame that was refused is owed as soon as the terminal takes bytes. */
static void
term_pay(struct term *t)
{
	if (!t->refused || !term_ready(t))
		return;
	t->refused = false;
	t->options.on_frame(t->options.ctx);
}

static void
term_deliver(struct term *t)
{
	struct key key;

	while (!t->away && !t->gone && term_keys_next(t->keys, &key))
		t->options.on_key(t->options.ctx, &key);
}

static bool
term_read(struct term *t)
{
	char bytes[TERM_READ];

	for (int i = 0; i < TERM_READS && !t->away; i++) {
		ssize_t n = read(t->tty.fd, bytes, sizeof(bytes));

		if (n == 0)
			return false;
		if (n < 0)
			return errno == EAGAIN || errno == EINTR;
		term_keys_feed(t->keys, bytes, (size_t)n);
		term_deliver(t);
		if ((size_t)n < sizeof(bytes))
			break;
	}
	return true;
}

void
term_input(struct term *t, short revents)
{
	if (t->away || t->gone)
		return;
	if (revents & POLLOUT)
		term_flush(t);
	if (revents & (POLLIN | POLLHUP | POLLERR) && !term_read(t)) {
		term_hang_up(t);
		return;
	}
	term_pay(t);
	term_want(t);
}

void
term_timeout(struct term *t)
{
	term_keys_timeout(t->keys);
	term_deliver(t);
	term_want(t);
}

/* In the background the terminal is the shell's, and asking would stop us. */
static bool
term_is_ours(const struct term *t)
{
	pid_t group = tcgetpgrp(t->tty.fd);

	return group < 0 || group == getpgrp();
}

static void
term_resume(struct term *t)
{
	t->away = !term_is_ours(t);
	if (t->away) {
		term_want(t);
		return;
	}
	term_take(t);
	term_flush(t);
	t->refused = true;
}

/*
 * Stops the process as the shell expects it, and returns when it goes on;
 * true when somebody continued it.  With nobody to do so (no job control)
 * the kernel does not stop it at all.
 */
static bool
term_stop(void)
{
	struct sigaction stop = {.sa_handler = SIG_DFL};
	struct sigaction old;
	sigset_t cont, mask, came;

	sigemptyset(&stop.sa_mask);
	sigemptyset(&cont);
	sigaddset(&cont, SIGCONT);

	/* Blocked, it still continues us, and then waits to be seen. */
	sigprocmask(SIG_BLOCK, &cont, &mask);
	sigaction(SIGTSTP, &stop, &old);
	raise(SIGTSTP);
	sigaction(SIGTSTP, &old, NULL);
	sigemptyset(&came);
	sigpending(&came);
	sigprocmask(SIG_SETMASK, &mask, NULL);
	return sigismember(&came, SIGCONT) == 1;
}

static void
term_suspend(struct term *t)
{
	term_give_back(t);
	term_keys_reset(t->keys);
	t->away = true;
	term_want(t);

	/* Else SIGCONT is on its way here. */
	if (!term_stop())
		term_resume(t);
}

void
term_signal(struct term *t, int signo)
{
	/* Where the terminal has gone, too, giving it back harms nobody. */
	if (signo == SIGINT || signo == SIGTERM || signo == SIGHUP)
		t->options.on_end(t->options.ctx, signo);
	if (t->gone)
		return;
	if (signo == SIGTSTP && !t->away)
		term_suspend(t);
	if (signo == SIGCONT)
		term_resume(t);
	if (signo == SIGWINCH && !t->away) {
		term_resize(t);
		t->refused = true;
	}
	term_pay(t);
}
