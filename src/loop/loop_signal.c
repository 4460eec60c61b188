#include "loop/loop_signal.h"

#include "base/mem.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define SIGNAL_MAX 65 /* signal numbers are 1 .. 64 on Linux, fewer elsewhere */

struct loop_signal_row {
	loop_signal_fn *fn;
	void *ctx;
	struct sigaction old;
};

struct loop_signals {
	struct loop_signal_row rows[SIGNAL_MAX];
};

/* A signal handler gets no argument of ours: this pipe is what it knows. */
static int signal_pipe[2] = {-1, -1};

static void
signal_note(int signo)
{
	int saved = errno;
	unsigned char byte = (unsigned char)signo;
	ssize_t written;

	/* A full pipe holds the news already. */
	written = write(signal_pipe[1], &byte, 1);
	(void)written;
	errno = saved;
}

struct loop_signals *
loop_signals_new(void)
{
	return mem_new(sizeof(struct loop_signals));
}

void
loop_signals_free(struct loop_signals *s)
{
	bool used = false;

	for (int i = 1; i < SIGNAL_MAX; i++) {
		if (!s->rows[i].fn)
			continue;
		sigaction(i, &s->rows[i].old, NULL);
		used = true;
	}
	if (used) {
		close(signal_pipe[0]);
		close(signal_pipe[1]);
		signal_pipe[0] = signal_pipe[1] = -1;
	}
	free(s);
}

static bool
signal_pipe_open(void)
{
	if (signal_pipe[0] >= 0)
		return true;
	return pipe2(signal_pipe, O_CLOEXEC | O_NONBLOCK) == 0;
}

void
loop_signals_add(struct loop_signals *s, int signo, loop_signal_fn *fn,
	void *ctx)
{
	struct loop_signal_row *row;
	struct sigaction act;

	if (signo < 1 || signo >= SIGNAL_MAX || !signal_pipe_open())
		return;
	row = &s->rows[signo];
	if (!row->fn) {
		memset(&act, 0, sizeof(act));
		act.sa_handler = signal_note;
		act.sa_flags = SA_RESTART;
		sigemptyset(&act.sa_mask);
		if (sigaction(signo, &act, &row->old) != 0)
			return;
	}
	row->fn = fn;
	row->ctx = ctx;
}

int
loop_signals_fd(const struct loop_signals *s)
{
	(void)s;
	return signal_pipe[0];
}

void
loop_signals_run(struct loop_signals *s)
{
	bool came[SIGNAL_MAX] = {false};
	unsigned char bytes[256];
	ssize_t n;

	while ((n = read(signal_pipe[0], bytes, sizeof(bytes))) > 0)
		for (ssize_t i = 0; i < n; i++)
			if (bytes[i] < SIGNAL_MAX)
				came[bytes[i]] = true;

	for (int i = 1; i < SIGNAL_MAX; i++)
		if (came[i] && s->rows[i].fn)
			s->rows[i].fn(s->rows[i].ctx, i);
}
